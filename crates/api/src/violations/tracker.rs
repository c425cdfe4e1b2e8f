//! What a commit changes about violations.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use statehouse_engine::{Evaluator, Exceeded, Row, RowsChanged};
use statehouse_model::{Change, State, TableName, Value};

use super::TABLES;
use super::standing::{Appeared, Key, Standing, Violation};
use crate::evaluation::Means;

/// The violations of the state that an evaluator has come to.
#[derive(Debug)]
pub struct Tracker {
    /// The tables there are that are watched.
    watched: BTreeSet<TableName>,
    /// Those that depend on the time of day, which are not.
    momentary: BTreeSet<TableName>,
    /// The rows of those that are watched.
    standing: Standing,
}

/// A row that came or went.
#[derive(Clone, Debug)]
pub struct Happening {
    /// Whether it came.
    pub appeared: bool,
    /// Which.
    pub key: Key,
    /// Its values.
    pub row: Arc<[Value]>,
}

impl Tracker {
    /// Watches the tables of every policy. The rows there are bear this time of appearance.
    ///
    /// # Errors
    ///
    /// When evaluating exceeds the limits.
    pub fn begin(evaluator: &mut Evaluator, appeared: Appeared, means: &Means<'_>) -> Result<Self, Exceeded> {
        let (watched, momentary) = Default::default();
        let mut tracker = Self { watched, momentary, standing: Standing::new_sync() };
        let state = evaluator.state().clone();
        for table in state.policies().flat_map(|policy| tables(&policy.name)) {
            let rows = tracker.take_up(evaluator, table.clone(), means);
            for row in rows.inspect_err(|_| tracker.end(evaluator))? {
                tracker.put(&table, row.into(), appeared);
            }
        }
        Ok(tracker)
    }

    /// Watches nothing any more.
    pub fn end(&self, evaluator: &mut Evaluator) {
        self.watched.iter().for_each(|table| evaluator.unwatch(table));
    }

    /// The rows of the tables that do not depend on the time of day.
    pub fn standing(&self) -> &Standing {
        &self.standing
    }

    /// Puts other rows in the place of these: the same ones, with more known about them.
    pub fn know(&mut self, standing: Standing) {
        self.standing = standing;
    }

    /// The tables that depend on the time of day.
    pub fn momentary(&self) -> impl Iterator<Item = &TableName> {
        self.momentary.iter()
    }

    /// Goes on to the state that these changes lead to. Answers which rows went and came, in the order of the list: those that
    /// went, then those that came.
    ///
    /// # Errors
    ///
    /// When evaluating exceeds the limits: then the tracker is of no use any more.
    pub fn step(
        &mut self,
        evaluator: &mut Evaluator,
        changes: &[Change],
        to: &Arc<State>,
        appeared: Appeared,
        means: &Means<'_>,
    ) -> Result<Vec<Happening>, Exceeded> {
        let (mut policies, mut rules) = (Vec::new(), false);
        for change in changes {
            match change {
                Change::Policy(edit) => policies.extend(edit.before().into_iter().chain(edit.after())),
                Change::Rule(_) | Change::DataSource(_) | Change::Table(_) => rules = true,
                Change::Rows(rows) => rules |= rows.table.before().is_none(),
                Change::LibraryPolicy(_) | Change::Execution(_) => {}
            }
        }
        let mut told = BTreeMap::<TableName, RowsChanged>::new();
        for table in policies.iter().flat_map(|policy| tables(&policy.name)) {
            if !self.watched.contains(&table) && !self.momentary.contains(&table) {
                let appeared = self.take_up(evaluator, table.clone(), means)?;
                told.entry(table).or_default().appeared = appeared;
            }
        }
        let is_there = |name: &str| to.policy(&name.into()).is_some_and(|policy| policy.name == name);
        let gone: Vec<&str> =
            policies.iter().map(|policy| policy.name.as_str()).filter(|name| !is_there(name)).collect();
        let differences = evaluator.advance(changes, to.clone(), means.now, means.lasting);
        let mut happenings = Vec::new();
        for difference in differences {
            if self.watched.contains(&difference.table) {
                let RowsChanged { appeared, disappeared } = difference.outcome?;
                let all = told.entry(difference.table).or_default();
                all.appeared.extend(appeared);
                all.disappeared.extend(disappeared);
            }
        }
        for (table, RowsChanged { appeared: came, disappeared: went }) in told {
            for row in went {
                self.take(&table, &row, &mut happenings);
            }
            for row in came {
                happenings.push(self.put(&table, row.into(), appeared));
            }
        }
        for table in gone.into_iter().flat_map(tables) {
            self.lay_down(evaluator, &table, &mut happenings);
            self.watched.remove(&table);
            self.momentary.remove(&table);
        }
        if rules || !policies.is_empty() {
            self.look_at_the_time(evaluator, appeared, &mut happenings, means)?;
        }
        Ok(in_order(happenings))
    }

    /// Tables that depend on the time of day from now on are watched no longer, and the other way round.
    fn look_at_the_time(
        &mut self,
        evaluator: &mut Evaluator,
        appeared: Appeared,
        happenings: &mut Vec<Happening>,
        means: &Means<'_>,
    ) -> Result<(), Exceeded> {
        let timed = evaluator.all_that_depend_on_time();
        let from_now_on: Vec<TableName> = timed.intersection(&self.watched).cloned().collect();
        let no_more: Vec<TableName> = self.momentary.difference(&timed).cloned().collect();
        for table in from_now_on {
            self.lay_down(evaluator, &table, happenings);
            self.watched.remove(&table);
            self.momentary.insert(table);
        }
        for table in no_more {
            self.momentary.remove(&table);
            for row in self.take_up(evaluator, table.clone(), means)? {
                happenings.push(self.put(&table, row.into(), appeared));
            }
        }
        Ok(())
    }

    /// Watches a table, unless it depends on the time of day.
    fn take_up(
        &mut self,
        evaluator: &mut Evaluator,
        table: TableName,
        means: &Means<'_>,
    ) -> Result<Vec<Row>, Exceeded> {
        if evaluator.depends_on_time(&table) {
            self.momentary.insert(table);
            return Ok(Vec::new());
        }
        let rows = evaluator.watch(&table, means.now, means.lasting)?;
        self.watched.insert(table);
        Ok(rows)
    }

    /// Watches a table no longer; its rows are gone.
    fn lay_down(&mut self, evaluator: &mut Evaluator, table: &TableName, happenings: &mut Vec<Happening>) {
        evaluator.unwatch(table);
        let first = Key::of(&table.policy, &table.table, &[]);
        let is_its =
            |(key, _): &(&Key, &Violation)| key.policy() == &*table.policy && key.table() == &*table.table;
        let rows: Vec<_> =
            self.standing.range(first..).take_while(is_its).map(|(_, it)| it.row.clone()).collect();
        for row in rows {
            self.take(table, &row, happenings);
        }
    }

    fn put(&mut self, table: &TableName, row: Arc<[Value]>, appeared: Appeared) -> Happening {
        let key = Key::of(&table.policy, &table.table, &row);
        self.standing.insert_mut(key.clone(), Violation { row: row.clone(), appeared });
        Happening { appeared: true, key, row }
    }

    fn take(&mut self, table: &TableName, row: &[Value], happenings: &mut Vec<Happening>) {
        let key = Key::of(&table.policy, &table.table, row);
        if self.standing.remove_mut(&key) {
            happenings.push(Happening { appeared: false, key, row: row.into() });
        }
    }
}

/// Those that went and then those that came, each in the order of the list. What came and went in one step did neither.
pub(super) fn in_order(mut happenings: Vec<Happening>) -> Vec<Happening> {
    happenings.sort_by(|one, other| (&one.key, one.appeared).cmp(&(&other.key, other.appeared)));
    let mut last = Vec::<Happening>::with_capacity(happenings.len());
    for happening in happenings {
        if last.last().is_some_and(|last| last.key == happening.key) {
            last.pop();
        } else {
            last.push(happening);
        }
    }
    last.sort_by_key(|happening| happening.appeared);
    last
}

fn tables(policy: &str) -> [TableName; 2] {
    TABLES.map(|table| TableName::new(policy, table))
}

//! The engine: rules and facts in, rows out.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use statehouse_datalog::{Checked, TableName, Value};

use crate::base::{Base, Evaluation, key};
use crate::limit::{Exceeded, Limits, Spent};
use crate::relation::Relation;
use crate::rows::{Rows as _, View};
use crate::symbol::Symbol;
use crate::table::{RuleId, Table, TableId};
use crate::update::Batch;

/// A row of a table.
pub type Row = Box<[Value]>;

/// One change of what the engine evaluates.
#[derive(Clone, Debug)]
pub enum Change<'a> {
    /// A fact comes. Facts may be stated several times, and are there until they were retracted as often.
    State {
        /// The table.
        table: &'a TableName,
        /// The row.
        row: &'a [Value],
    },
    /// A fact goes.
    Retract {
        /// The table.
        table: &'a TableName,
        /// The row.
        row: &'a [Value],
    },
    /// A rule comes, in the place of any that has the same id.
    Define {
        /// By which it is forgotten.
        id: &'a str,
        /// The policy it stands in.
        policy: &'a str,
        /// Whether rules of this policy may be recursive.
        recursive: bool,
        /// The rule.
        rule: &'a Checked,
    },
    /// A rule goes; nothing happens when there is none with this id.
    Forget {
        /// The rule.
        id: &'a str,
    },
}

/// What a batch of changes did to a table that is watched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The table, or the action that is called.
    pub table: TableName,
    /// The policy whose rules call the action, where it is one.
    pub called_by: Option<Arc<str>>,
    /// What came of it.
    pub outcome: Result<RowsChanged, Exceeded>,
}

/// A policy whose rules call an action.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Caller {
    /// The policy.
    pub policy: Arc<str>,
    /// The action.
    pub action: TableName,
}

/// Which rows came and which went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowsChanged {
    /// Rows that were not there before.
    pub appeared: Vec<Row>,
    /// Rows that are there no more.
    pub disappeared: Vec<Row>,
}

/// What is derived and kept up to date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Tables.
    pub tables: usize,
    /// Their rows.
    pub rows: usize,
}

/// Evaluates policies over facts.
#[derive(Debug, Default)]
pub struct Engine {
    base: Base,
    rules: HashMap<Arc<str>, Known>,
}

/// A rule that the engine was told of.
#[derive(Debug)]
enum Known {
    /// A fact is a row.
    Fact(TableId, Box<[Symbol]>),
    Rule(RuleId),
    /// It can derive no row.
    Void,
}

impl Engine {
    /// An engine that knows nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes changes in, all at once, and brings the tables up to date that somebody has asked for. Answers what became of
    /// those that are watched. `now` is what the builtin of that name says.
    pub fn apply<'a>(
        &mut self,
        changes: impl IntoIterator<Item = Change<'a>>,
        now: &Value,
        limits: Limits<'_>,
    ) -> Vec<Difference> {
        let mut batch = Batch::default();
        for change in changes {
            self.take_in(&change, &mut batch);
        }
        self.settle(&batch);
        let mut spent = Spent::none(limits);
        let evaluation = &mut Evaluation { spent: &mut spent, now };
        let updated = self.base.update(&batch, evaluation);
        let mut differences = self.differences(&batch, &updated.tables, &updated.given_up);
        differences.extend(self.differences_anew(&updated.given_up, evaluation));
        self.finish(&batch, &updated.tables);
        differences
    }

    /// Has the changes of a table told of from now on by [`Engine::apply`], and answers what it holds now. What depends on the
    /// time of day changes without a change, and is not told of. A table whose changes could not be told, because evaluating
    /// exceeded the limits, is to be watched anew.
    ///
    /// # Errors
    /// As [`Engine::rows`]; then nothing is told of.
    pub fn watch(
        &mut self,
        table: &TableName,
        now: &Value,
        limits: Limits<'_>,
    ) -> Result<Vec<Row>, Exceeded> {
        let rows = self.rows(table, now, limits)?;
        self.base.tables.watch(table, true);
        Ok(rows)
    }

    /// Has the changes of a table told of no longer.
    pub fn unwatch(&mut self, table: &TableName) {
        self.base.tables.watch(table, false);
    }

    /// Whether the rows of a table depend on the time of day.
    #[must_use]
    pub fn depends_on_time(&self, table: &TableName) -> bool {
        self.base.tables.named(table).iter().any(|table| !self.base.momentary(*table).is_empty())
    }

    /// All tables whose rows depend on the time of day.
    #[must_use]
    pub fn all_that_depend_on_time(&self) -> BTreeSet<TableName> {
        let tables = self.base.all_momentary().into_iter().filter_map(|id| self.base.tables.get(id));
        tables.filter(|table| table.key.asked_by.is_none()).map(|table| table.key.name.clone()).collect()
    }

    /// What is derived and kept up to date.
    #[must_use]
    pub fn kept(&self) -> Kept {
        let derived = self.base.tables.iter().filter_map(|(_, table)| table.derived.as_ref());
        derived.fold(Kept::default(), |kept, derived| Kept {
            tables: kept.tables + 1,
            rows: kept.rows + derived.rows.len(),
        })
    }

    /// The rows of a table, sorted. None when nothing was ever said of it.
    ///
    /// # Errors
    /// When deriving them would cost more than the limits permit.
    pub fn rows(&mut self, table: &TableName, now: &Value, limits: Limits<'_>) -> Result<Vec<Row>, Exceeded> {
        self.rows_for(table, now, &mut Spent::none(limits))
    }

    /// The same as part of something that has spent this already.
    pub(crate) fn rows_for(
        &mut self,
        table: &TableName,
        now: &Value,
        spent: &mut Spent<'_>,
    ) -> Result<Vec<Row>, Exceeded> {
        let tables = self.base.tables.named(table).to_vec();
        self.rows_of(&tables, now, spent)
    }

    /// The arguments with which the rules of a policy ask for an action to be called, sorted.
    ///
    /// # Errors
    /// As [`Engine::rows`].
    pub fn calls(
        &mut self,
        policy: &str,
        action: &TableName,
        now: &Value,
        limits: Limits<'_>,
    ) -> Result<Vec<Row>, Exceeded> {
        let caller = Caller { policy: policy.into(), action: action.clone() };
        let tables = self.base.tables.of_caller(&caller).to_vec();
        self.rows_of(&tables, now, &mut Spent::none(limits))
    }

    /// The facts of a table, sorted.
    pub(crate) fn facts(&self, table: &TableName) -> Vec<Row> {
        let tables = self.base.tables.named(table).iter().filter_map(|id| self.base.tables.get(*id));
        let rows = tables.flat_map(|table| table.stated.rows(View::New));
        let mut rows: Vec<Row> =
            rows.map(|row| row.iter().map(|symbol| self.base.symbols.value(*symbol)).collect()).collect();
        rows.sort_unstable();
        rows
    }

    /// Has all calls of actions told of from now on by [`Engine::apply`], those by rules that are still to come included, and
    /// answers those of which there are rules. Those there are now are to be asked for ([`Engine::calls`]), and again after evaluating
    /// has exceeded the limits: until then nothing is told of them.
    pub fn watch_calls(&mut self) -> BTreeSet<Caller> {
        self.base.tables.watch_calls().cloned().collect()
    }

    /// The facts of a table that say the same as this row, with how often each is stated: the row itself or, if it is not among
    /// them, those that differ only in whether a number is written `1` or `1.0`.
    pub(crate) fn facts_like(&mut self, table: &TableName, row: &[Value]) -> Vec<(Row, i64)> {
        let id = self.base.tables.of(key(table, row.len(), None));
        let exact: Vec<Symbol> = row.iter().map(|value| self.base.symbols.of(value)).collect();
        let Some(table) = self.base.tables.get(id) else { return Vec::new() };
        if table.stated.has(&exact, View::New) {
            return vec![(row.into(), table.stated.count_of(&exact))];
        }
        if row.iter().all(|value| matches!(value, Value::String(_))) {
            return Vec::new();
        }
        let wanted: Vec<Value> = row.iter().map(Value::fact_identity).collect();
        let rows = table.stated.rows(View::New).filter_map(|symbols| {
            let row: Row = symbols.iter().map(|symbol| self.base.symbols.value(*symbol)).collect();
            let is_it = row.iter().map(Value::fact_identity).eq(wanted.iter().cloned());
            is_it.then(|| (row, table.stated.count_of(symbols)))
        });
        rows.collect()
    }

    fn rows_of(
        &mut self,
        tables: &[TableId],
        now: &Value,
        spent: &mut Spent<'_>,
    ) -> Result<Vec<Row>, Exceeded> {
        let mut rows = Vec::new();
        for id in tables {
            // What rules that have come made of the time of day is not what it is now.
            self.base.forget_momentary(*id);
            let built = self.base.build(*id, &mut Evaluation { spent, now });
            if built.is_err() {
                // Nobody is to be told of what only the time of day has changed.
                self.base.shown.clear();
            }
            built?;
            let Some(table) = self.base.tables.get_mut(*id) else { continue };
            if let Some(derived) = &mut table.derived {
                derived.upkeep = 0;
            }
            let symbols = &self.base.symbols;
            rows.extend(
                table
                    .rows()
                    .rows(View::New)
                    .map(|row| row.iter().map(|it| symbols.value(*it)).collect::<Row>()),
            );
            self.base.forget_momentary(*id);
            self.base.shown.clear();
        }
        rows.sort_unstable();
        Ok(rows)
    }

    /// States rows of one table before anybody asks for any. Each is a step. Of no use any more when that fails.
    pub(crate) fn learn_rows<'a>(
        &mut self,
        table: &TableName,
        rows: impl Iterator<Item = &'a [Value]>,
        spent: &mut Spent<'_>,
    ) -> Result<(), Exceeded> {
        let mut batch = Batch::default();
        let mut symbols = Vec::new();
        let mut last: Option<(usize, TableId)> = None;
        for row in rows {
            spent.step()?;
            // Rows of one length are in one table, and nearly all are of one length.
            let known = last.filter(|(length, _)| *length == row.len()).map(|(_, id)| id);
            let id = known.unwrap_or_else(|| self.base.tables.of(key(table, row.len(), None)));
            last = Some((row.len(), id));
            symbols.clear();
            symbols.extend(row.iter().map(|value| self.base.symbols.of(value)));
            self.count_symbols(id, &symbols, 1, &mut batch);
        }
        self.settle(&batch);
        self.finish(&batch, &BTreeSet::new());
        Ok(())
    }

    /// Takes a rule in before anybody asks for rows: one step.
    pub(crate) fn learn_rule(&mut self, rule: &Change<'_>, spent: &mut Spent<'_>) -> Result<(), Exceeded> {
        spent.step()?;
        let mut batch = Batch::default();
        self.take_in(rule, &mut batch);
        self.settle(&batch);
        self.finish(&batch, &BTreeSet::new());
        Ok(())
    }

    fn settle(&mut self, batch: &Batch) {
        for table in &batch.stated {
            if let Some(table) = self.base.tables.get_mut(*table) {
                table.stated.settle();
            }
        }
    }

    fn take_in(&mut self, change: &Change<'_>, batch: &mut Batch) {
        match change {
            Change::State { table, row } => self.count(table, row, 1, batch),
            Change::Retract { table, row } => self.count(table, row, -1, batch),
            Change::Define { id, policy, recursive, rule } => {
                self.forget(id, batch);
                let known = self.define(policy, *recursive, rule, batch);
                self.rules.insert(Arc::from(*id), known);
            }
            Change::Forget { id } => self.forget(id, batch),
        }
    }

    fn count(&mut self, table: &TableName, row: &[Value], more: i64, batch: &mut Batch) {
        let id = self.base.tables.of(key(table, row.len(), None));
        let row: Vec<Symbol> = row.iter().map(|value| self.base.symbols.of(value)).collect();
        self.count_symbols(id, &row, more, batch);
    }

    fn count_symbols(&mut self, id: TableId, row: &[Symbol], more: i64, batch: &mut Batch) {
        if let Some(table) = self.base.tables.get_mut(id) {
            table.stated.count(row, more);
            batch.stated.insert(id);
        }
    }

    fn define(&mut self, policy: &str, recursive: bool, rule: &Checked, batch: &mut Batch) -> Known {
        if rule.body.is_empty() {
            let Some((table, row)) = self.base.fact(rule) else { return Known::Void };
            self.count_symbols(table, &row, 1, batch);
            return Known::Fact(table, row);
        }
        // A table that had none but facts shows what it derives from now on, if anybody reads it.
        if let Some(head) = self.base.prepare_head(rule, policy, batch)
            && self.base.is_kept_otherwise(head, recursive, batch)
        {
            self.base.give_up(&[head], &batch.gone);
        }
        match self.base.add_rule(policy, recursive, rule) {
            Some(id) => {
                batch.coming.insert(id);
                Known::Rule(id)
            }
            None => Known::Void,
        }
    }

    fn forget(&mut self, id: &str, batch: &mut Batch) {
        match self.rules.remove(id) {
            Some(Known::Fact(table, row)) => self.count_symbols(table, &row, -1, batch),
            // What came in the same batch has derived nothing yet.
            Some(Known::Rule(rule)) if batch.coming.remove(&rule) => drop(self.base.remove_rule(rule)),
            Some(Known::Rule(rule)) => batch.gone.extend(self.base.remove_rule(rule)),
            Some(Known::Void) | None => {}
        }
    }

    fn differences(
        &self,
        batch: &Batch,
        tables: &BTreeSet<TableId>,
        given_up: &[(TableId, Exceeded)],
    ) -> Vec<Difference> {
        let given_up: BTreeMap<_, _> = given_up.iter().copied().collect();
        let all: BTreeSet<_> = tables.iter().chain(&batch.stated).chain(given_up.keys()).copied().collect();
        let mut differences = Vec::new();
        for id in all {
            let is_told = |table: &&Table| {
                table.watched && (given_up.contains_key(&id) || !self.base.shown.contains_key(&id))
            };
            let Some(table) = self.base.tables.get(id).filter(is_told) else { continue };
            let outcome = match given_up.get(&id) {
                Some(exceeded) => Err(*exceeded),
                None => Ok(self.rows_changed(table.rows())),
            };
            if outcome.as_ref().is_ok_and(|changed| *changed == RowsChanged::default()) {
                continue;
            }
            let (name, called_by) = (table.key.name.clone(), table.key.asked_by.clone());
            differences.push(Difference { table: name, called_by, outcome });
        }
        differences
    }

    /// What became of watched tables that had to be given up and are derived anew: because their rows are kept in another way from
    /// now on, or those that they rest on.
    fn differences_anew(
        &mut self,
        given_up: &[(TableId, Exceeded)],
        evaluation: &mut Evaluation<'_, '_>,
    ) -> Vec<Difference> {
        let mut differences = Vec::new();
        for (id, before) in std::mem::take(&mut self.base.shown) {
            if given_up.iter().any(|(table, _)| *table == id) {
                continue;
            }
            let built = self.base.build(id, evaluation);
            let Some(table) = self.base.tables.get(id) else { continue };
            let outcome = built.map(|()| {
                let shown = |relation: &Relation, other: &Relation, view, other_view| {
                    let rows = relation.rows(view).filter(|row| !other.has(row, other_view));
                    self.sorted(rows)
                };
                let now = table.rows();
                RowsChanged {
                    appeared: shown(now, &before, View::New, View::Old),
                    disappeared: shown(&before, now, View::Old, View::New),
                }
            });
            if !outcome.as_ref().is_ok_and(|changed| *changed == RowsChanged::default()) {
                let (name, called_by) = (table.key.name.clone(), table.key.asked_by.clone());
                differences.push(Difference { table: name, called_by, outcome });
            }
        }
        differences
    }

    fn sorted<'a>(&self, rows: impl Iterator<Item = &'a [Symbol]>) -> Vec<Row> {
        let mut rows: Vec<Row> =
            rows.map(|row| row.iter().map(|symbol| self.base.symbols.value(*symbol)).collect()).collect();
        rows.sort_unstable();
        rows
    }

    fn rows_changed(&self, relation: &Relation) -> RowsChanged {
        let mut changed = RowsChanged::default();
        for (row, is_there) in relation.changes() {
            let row: Row = relation.row(row).iter().map(|symbol| self.base.symbols.value(*symbol)).collect();
            if is_there { &mut changed.appeared } else { &mut changed.disappeared }.push(row);
        }
        changed.appeared.sort_unstable();
        changed.disappeared.sort_unstable();
        changed
    }

    fn finish(&mut self, batch: &Batch, updated: &BTreeSet<TableId>) {
        for id in batch.stated.iter().chain(updated) {
            if let Some(table) = self.base.tables.get_mut(*id) {
                table.stated.finish();
                table.rows_mut().finish();
            }
        }
        self.base.retire(updated);
        if self.base.symbols.wants_sweep() {
            self.base.sweep();
        }
    }
}

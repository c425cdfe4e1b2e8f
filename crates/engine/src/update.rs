//! Updating: what a batch of changes brings to rows that are derived already, and what it takes from them.
//!
//! Tables without recursion count the ways to derive each row, so that what a change adds or takes is exact (Gupta,
//! Mumick and Subrahmanian, "Maintaining views incrementally", SIGMOD 1993, section 4). In a recursive component rows may derive
//! each other, and counts would keep them alive: there, what may be lost is taken out, and what can still be derived is put
//! back (section 7 of the same, "delete and rederive").

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::{Base, Evaluation};
use crate::build::News;
use crate::component::components;
use crate::join::Views;
use crate::limit::Exceeded;
use crate::plan::{Plan, Start};
use crate::relation::Relation;
use crate::rows::{Rows as _, View};
use crate::rule::{Reads, Rule};
use crate::symbol::Symbol;
use crate::table::{Derived, RuleId, TableId};

/// What a batch changes, beside the facts: those are in the tables already.
#[derive(Clone, Debug, Default)]
pub(crate) struct Batch {
    /// The tables whose facts changed.
    pub stated: BTreeSet<TableId>,
    /// The rules that came.
    pub coming: BTreeSet<RuleId>,
    /// Tables that nobody had asked for, and that are to be ready from now on.
    pub new: BTreeSet<TableId>,
    /// The rules that went. Nothing leads to them any more; what they derived is still to be taken back.
    pub gone: Vec<Arc<Rule>>,
}

impl Batch {
    /// The rules for a table that went.
    pub fn gone_from(&self, table: TableId) -> impl Iterator<Item = &Rule> {
        self.gone.iter().filter(move |rule| rule.head == table).map(|rule| &**rule)
    }
}

impl Base {
    /// Brings every derived table up to date. Answers the tables that changed, and those that had to be given up because it
    /// would have cost too much: their rows are derived anew when somebody asks.
    pub fn update(&mut self, batch: &Batch, evaluation: &mut Evaluation<'_, '_>) -> Updated {
        let affected = self.affected(batch);
        let missing = self.missing(batch, &affected);
        let nodes: BTreeSet<_> = affected.union(&missing).copied().collect();
        let order = components(nodes.iter().copied(), |table| {
            self.reads(table).into_iter().filter(|read| nodes.contains(read)).collect()
        });
        let mut updated = Updated { tables: nodes, given_up: Vec::new() };
        for component in order {
            let before = evaluation.spent.steps();
            let outcome = match component.as_slice() {
                _ if component.iter().all(|table| missing.contains(table)) => {
                    self.build_component(&component, evaluation)
                }
                _ if component.iter().any(|table| missing.contains(table)) => {
                    let batch = self.begun(&component, &missing, batch);
                    self.update_recursive(&component, &batch, evaluation)
                }
                _ if !component
                    .iter()
                    .all(|table| self.tables.get(*table).is_some_and(|it| it.derived.is_some())) =>
                {
                    continue;
                }
                [table] if !self.is_recursive(*table) => self.update_plain(*table, batch, evaluation),
                _ => self.update_recursive(&component, batch, evaluation),
            };
            let cost = evaluation.spent.steps() - before;
            for table in &component {
                if let Some(derived) = self.tables.get_mut(*table).and_then(|table| table.derived.as_mut()) {
                    derived.upkeep = derived.upkeep.saturating_add(cost);
                }
            }
            if let Err(exceeded) = outcome {
                let lost = self.give_up(&component, &batch.gone);
                updated.given_up.extend(lost.into_iter().map(|table| (table, exceeded)));
            }
        }
        updated
    }

    /// The derived tables that the batch may change.
    fn affected(&self, batch: &Batch) -> BTreeSet<TableId> {
        let rules = batch.coming.iter().filter_map(|rule| self.rule(*rule)).chain(&batch.gone);
        let mut left: Vec<TableId> =
            batch.stated.iter().copied().chain(rules.map(|rule| rule.head)).collect();
        let mut seen: BTreeSet<TableId> = left.iter().copied().collect();
        while let Some(table) = left.pop() {
            // What is read by a table that nobody wants to know costs nothing.
            let is_ready = self.tables.get(table).is_some_and(crate::table::Table::is_ready);
            let above = if is_ready { self.read_by(table) } else { Vec::new() };
            left.extend(above.into_iter().filter(|above| seen.insert(*above)));
        }
        seen.retain(|table| self.tables.get(*table).is_some_and(|table| table.derived.is_some()));
        seen
    }

    /// The tables that rules which came read, and nobody has asked for before.
    fn missing(&self, batch: &Batch, affected: &BTreeSet<TableId>) -> BTreeSet<TableId> {
        let rules = batch.coming.iter().filter_map(|rule| self.rule(*rule));
        let mut left: Vec<TableId> =
            rules.filter(|rule| affected.contains(&rule.head)).flat_map(|rule| rule.tables()).collect();
        let mut missing = BTreeSet::new();
        while let Some(table) = left.pop() {
            if self.tables.get(table).is_some_and(|table| !table.is_ready()) && missing.insert(table) {
                left.extend(self.reads(table));
            }
        }
        missing
    }

    /// Begins the tables of a component that are new with nothing: to them, all of their rules and facts come in this batch.
    fn begun(&mut self, component: &[TableId], missing: &BTreeSet<TableId>, batch: &Batch) -> Batch {
        let mut batch = batch.clone();
        for id in component.iter().filter(|table| missing.contains(table)) {
            let Some(table) = self.tables.get_mut(*id) else { continue };
            let rows = Relation::new(table.key.arity);
            table.derived = Some(Derived { rows, cost: 0, upkeep: 0 });
            batch.coming.extend(&table.rules);
            batch.new.insert(*id);
        }
        batch
    }

    /// Forgets what is derived for these tables and for all that rest on them, be it by rules that are gone: what those derived can
    /// be taken back only as long as their tables show what they did.
    pub(crate) fn give_up(&mut self, component: &[TableId], gone: &[Arc<Rule>]) -> Vec<TableId> {
        let mut left = component.to_vec();
        let mut lost = Vec::new();
        while let Some(id) = left.pop() {
            let Some(table) = self.tables.get_mut(id) else { continue };
            let watched = table.watched;
            let derived = table.derived.take();
            if derived.is_some() || component.contains(&id) && !lost.contains(&id) {
                lost.push(id);
                left.extend(self.read_by(id));
                left.extend(
                    gone.iter().filter(|rule| rule.tables().any(|table| table == id)).map(|rule| rule.head),
                );
            }
            if let Some(derived) = derived.filter(|_| watched) {
                self.shown.entry(id).or_insert(derived.rows);
            }
        }
        lost
    }

    fn update_plain(
        &mut self,
        table: TableId,
        batch: &Batch,
        evaluation: &mut Evaluation<'_, '_>,
    ) -> Result<(), Exceeded> {
        let Some(mut rows) = self.tables.get_mut(table).and_then(|table| table.derived.take()) else {
            return Ok(());
        };
        let outcome = self.count_changes(table, &mut rows.rows, batch, evaluation);
        rows.rows.settle();
        if let Some(table) = self.tables.get_mut(table) {
            table.derived = Some(rows);
        }
        outcome
    }

    fn count_changes(
        &mut self,
        table: TableId,
        rows: &mut Relation,
        batch: &Batch,
        evaluation: &mut Evaluation<'_, '_>,
    ) -> Result<(), Exceeded> {
        for (row, is_there) in self.stated_changes(table) {
            rows.count(&row, if is_there { 1 } else { -1 });
        }
        for rule in batch.gone_from(table) {
            self.derive(rule, Start::Nothing, &[], Views::All(View::Old), evaluation, count(rows, -1))?;
        }
        for (id, rule) in self.rule_ids(table) {
            if batch.coming.contains(&id) {
                self.derive(&rule, Start::Nothing, &[], Views::All(View::New), evaluation, count(rows, 1))?;
            } else {
                for (place, negated, changes) in self.changes_read_by(&rule, &[]) {
                    let plan = Plan::of(&rule, Start::Literal(place), &mut self.tables);
                    for (row, came) in changes {
                        let more = if came == negated { -1 } else { 1 };
                        self.derive_by(
                            &rule,
                            &plan,
                            &row,
                            Views::Around(place),
                            evaluation,
                            &mut count(rows, more),
                        )?;
                    }
                }
            }
        }
        Ok(())
    }

    fn update_recursive(
        &mut self,
        component: &[TableId],
        batch: &Batch,
        evaluation: &mut Evaluation<'_, '_>,
    ) -> Result<(), Exceeded> {
        self.refuse_negation_within(component)?;
        self.doubt_what_may_be_lost(component, batch, evaluation)?;
        let mut news = News::default();
        self.rederive(component, batch, &mut news, evaluation)?;
        for table in component {
            let stated = if batch.new.contains(table) {
                self.tables.get(*table).map(|table| all(&table.stated)).unwrap_or_default()
            } else {
                self.stated_changes(*table)
            };
            for (row, is_there) in stated {
                if is_there && self.tables.get_mut(*table).is_some_and(|table| table.rows_mut().state(&row)) {
                    news.0.push((*table, row));
                }
            }
            for (id, rule) in self.rule_ids(*table) {
                if batch.coming.contains(&id) {
                    self.derive_news(&rule, Start::Nothing, &[], &mut news, evaluation)?;
                } else {
                    self.derive_from_changes(&rule, component, &mut news, evaluation)?;
                }
            }
        }
        self.spread(component, news, evaluation)
    }

    /// What changes outside the component bring.
    fn derive_from_changes(
        &mut self,
        rule: &Rule,
        component: &[TableId],
        news: &mut News,
        evaluation: &mut Evaluation<'_, '_>,
    ) -> Result<(), Exceeded> {
        for (place, negated, changes) in self.changes_read_by(rule, component) {
            let plan = Plan::of(rule, Start::Literal(place), &mut self.tables);
            for (row, _) in changes.into_iter().filter(|(_, came)| *came != negated) {
                self.derive_news_by(rule, &plan, &row, news, evaluation)?;
            }
        }
        Ok(())
    }

    /// Takes out every row that something which is gone may have derived, directly or through others.
    fn doubt_what_may_be_lost(
        &mut self,
        component: &[TableId],
        batch: &Batch,
        evaluation: &mut Evaluation<'_, '_>,
    ) -> Result<(), Exceeded> {
        let mut lost = Vec::new();
        for table in component {
            for (row, is_there) in self.stated_changes(*table) {
                if !is_there {
                    self.doubt(*table, row, -1, &mut lost);
                }
            }
            for rule in batch.gone_from(*table) {
                let plan = Plan::of(rule, Start::Nothing, &mut self.tables);
                self.doubt_derived(rule, &plan, &[], &mut lost, evaluation)?;
            }
            for (_, rule) in self.rule_ids(*table).into_iter().filter(|(id, _)| !batch.coming.contains(id)) {
                for (place, negated, changes) in self.changes_read_by(&rule, component) {
                    let plan = Plan::of(&rule, Start::Literal(place), &mut self.tables);
                    for (row, _) in changes.into_iter().filter(|(_, came)| *came == negated) {
                        self.doubt_derived(&rule, &plan, &row, &mut lost, evaluation)?;
                    }
                }
            }
        }
        while let Some((table, row)) = lost.pop() {
            for (rule, place) in self.positive_readers(table, component) {
                let plan = Plan::of(&rule, Start::Literal(place), &mut self.tables);
                self.doubt_derived(&rule, &plan, &row, &mut lost, evaluation)?;
            }
        }
        Ok(())
    }

    fn doubt_derived(
        &mut self,
        rule: &Rule,
        plan: &Plan,
        given: &[Symbol],
        lost: &mut Vec<(TableId, Box<[Symbol]>)>,
        evaluation: &mut Evaluation<'_, '_>,
    ) -> Result<(), Exceeded> {
        let mut found: Vec<Box<[Symbol]>> = Vec::new();
        self.derive_by(rule, plan, given, Views::All(View::Old), evaluation, &mut |row: &[Symbol]| {
            found.push(row.into());
            true
        })?;
        for row in found {
            self.doubt(rule.head, row, 0, lost);
        }
        Ok(())
    }

    fn doubt(
        &mut self,
        table: TableId,
        row: Box<[Symbol]>,
        stated: i64,
        lost: &mut Vec<(TableId, Box<[Symbol]>)>,
    ) {
        let Some(rows) = self.tables.get_mut(table).map(crate::table::Table::rows_mut) else { return };
        if stated != 0 {
            rows.count(&row, stated);
        }
        if rows.doubt(&row) {
            lost.push((table, row));
        }
    }

    /// Puts back what can still be derived from what is left.
    fn rederive(
        &mut self,
        component: &[TableId],
        batch: &Batch,
        news: &mut News,
        evaluation: &mut Evaluation<'_, '_>,
    ) -> Result<(), Exceeded> {
        for table in component {
            let rules = self.rule_ids(*table).into_iter().filter(|(id, _)| !batch.coming.contains(id));
            for (_, rule) in rules {
                let plan = Plan::of(&rule, Start::Head, &mut self.tables);
                for row in self.lost_rows(*table) {
                    let mut is_derived = false;
                    self.derive_by(
                        &rule,
                        &plan,
                        &row,
                        Views::All(View::New),
                        evaluation,
                        &mut |_: &[Symbol]| {
                            is_derived = true;
                            false
                        },
                    )?;
                    if is_derived
                        && self.tables.get_mut(*table).is_some_and(|table| table.rows_mut().derive(&row))
                    {
                        news.0.push((*table, row));
                    }
                }
            }
        }
        Ok(())
    }

    fn lost_rows(&self, table: TableId) -> Vec<Box<[Symbol]>> {
        let Some(rows) = self.tables.get(table).map(crate::table::Table::rows) else { return Vec::new() };
        rows.doubted().map(|row| rows.row(row).into()).collect()
    }

    /// The facts that came (`true`) or went.
    fn stated_changes(&self, table: TableId) -> Changes {
        self.tables.get(table).map(|table| changes(&table.stated)).unwrap_or_default()
    }

    /// The changes that come to a rule through its literals: the place of the literal, whether it is negated, and the rows
    /// that came (`true`) or went. What it reads of these tables is left out.
    fn changes_read_by(&self, rule: &Rule, but: &[TableId]) -> Vec<(usize, bool, Changes)> {
        let literals = rule.body.iter().enumerate().filter_map(|(place, literal)| match literal.reads {
            Reads::Table(table) if !but.contains(&table) => {
                let changes = changes(self.tables.get(table)?.rows());
                (!changes.is_empty()).then_some((place, literal.negated, changes))
            }
            _ => None,
        });
        literals.collect()
    }

    fn rule_ids(&self, table: TableId) -> Vec<(RuleId, Arc<Rule>)> {
        let rules = self.tables.get(table).into_iter().flat_map(|table| &table.rules);
        rules.filter_map(|id| Some((*id, self.rule(*id)?.clone()))).collect()
    }
}

/// Rows that came (`true`) or went.
type Changes = Vec<(Box<[Symbol]>, bool)>;

/// What came of an update.
#[derive(Debug)]
pub(crate) struct Updated {
    /// The tables that may have changed.
    pub tables: BTreeSet<TableId>,
    /// The tables that were given up, and why.
    pub given_up: Vec<(TableId, Exceeded)>,
}

fn changes(rows: &Relation) -> Changes {
    rows.changes().map(|(row, is_there)| (rows.row(row).into(), is_there)).collect()
}

fn all(rows: &Relation) -> Changes {
    rows.rows(View::New).map(|row| (row.into(), true)).collect()
}

/// Counts every row so many times more.
fn count(rows: &mut Relation, more: i64) -> impl FnMut(&[Symbol]) -> bool {
    move |row| {
        rows.count(row, more);
        true
    }
}

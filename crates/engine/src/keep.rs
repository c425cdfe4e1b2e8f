//! Which derived rows are kept, and for how long.
//!
//! Rows that somebody asked for are kept up to date as long as that has cost no more than deriving them did; after that they are
//! forgotten, and derived anew when somebody asks again. So keeping costs at most twice what the better of the two would have
//! (the "ski rental" rule), whatever is asked and changed. Tables that are watched are kept always.

use std::collections::BTreeSet;

use statehouse_datalog::{Checked, Relation as Meaning};

use crate::base::{Base, key};
use crate::rows::View;
use crate::symbol::Symbol;
use crate::table::{Derived, TableId};
use crate::update::Batch;

/// Upkeep below this many steps is not worth thinking about.
const NEGLIGIBLE: u64 = 10_000;

impl Base {
    /// The row that a fact states.
    pub fn fact(&mut self, fact: &Checked) -> Option<(TableId, Box<[Symbol]>)> {
        let Meaning::Table(name) = &fact.head.relation else { return None };
        let table = self.tables.of(key(name, fact.head.arguments.len(), None));
        let values = fact.head.arguments.iter().map(|term| match term {
            statehouse_datalog::Term::Constant(value) => Some(self.symbols.of(value)),
            statehouse_datalog::Term::Variable(_) => None,
        });
        Some((table, values.collect::<Option<_>>()?))
    }

    /// Readies a table that had only facts so far for a rule that is coming, when somebody relies on its rows. Answers which
    /// table that is.
    pub fn prepare_head(&mut self, rule: &Checked, policy: &str, batch: &Batch) -> Option<TableId> {
        let Meaning::Table(name) = &rule.head.relation else { return None };
        let asked_by = rule.modal.is_some().then(|| policy.into());
        let id = self.tables.of(key(name, rule.head.arguments.len(), asked_by));
        let table = self.tables.get(id)?;
        let had_rules = !table.rules.is_empty() || batch.gone_from(id).next().is_some();
        let had_only_facts = !had_rules && table.derived.is_none();
        if !had_only_facts || !table.watched && !self.is_read_by_derived(id) {
            return Some(id);
        }
        let mut rows = self.stated(id, View::Old);
        rows.settle();
        rows.finish();
        if let Some(table) = self.tables.get_mut(id) {
            table.derived = Some(Derived { rows, cost: 0, upkeep: 0 });
        }
        Some(id)
    }

    /// Whether rows that rules have derived, be it rules that are going in this batch, were counted while those of a rule that is
    /// coming are not, or the other way round.
    pub fn is_kept_otherwise(&self, head: TableId, recursive: bool, batch: &Batch) -> bool {
        let Some(table) = self.tables.get(head).filter(|table| table.derived.is_some()) else { return false };
        let has_derived = !table.rules.is_empty() || batch.gone_from(head).next().is_some();
        has_derived && table.recursive != recursive
    }

    fn is_read_by_derived(&self, table: TableId) -> bool {
        self.read_by(table)
            .into_iter()
            .any(|above| self.tables.get(above).is_some_and(|it| it.derived.is_some()))
    }

    /// Forgets rows whose upkeep has become dearer than deriving them.
    pub fn retire(&mut self, updated: &BTreeSet<TableId>) {
        let mut left: Vec<TableId> = updated.iter().copied().collect();
        while let Some(id) = left.pop() {
            let Some(table) = self.tables.get(id).filter(|table| !table.watched) else { continue };
            let Some(derived) = &table.derived else { continue };
            let is_dear = derived.upkeep > derived.cost.max(NEGLIGIBLE);
            if (is_dear || table.rules.is_empty()) && !self.is_read_by_derived(id) {
                let below = self.reads(id);
                if let Some(table) = self.tables.get_mut(id) {
                    table.derived = None;
                }
                left.extend(below);
            }
        }
    }

    /// Forgets the rows below and including this table that depend on when they were derived.
    pub fn forget_momentary(&mut self, table: TableId) {
        let momentary = self.momentary(table);
        self.give_up(&momentary, &[]);
    }

    /// The tables below and including this one whose rules ask for the time of day.
    pub fn momentary(&self, table: TableId) -> Vec<TableId> {
        if self.timed.is_empty() {
            return Vec::new();
        }
        let mut left = vec![table];
        let mut seen = BTreeSet::from([table]);
        let mut momentary = Vec::new();
        while let Some(id) = left.pop() {
            if self.rules_of(id).iter().any(|rule| rule.depends_on_time()) {
                momentary.push(id);
            }
            left.extend(self.reads(id).into_iter().filter(|below| seen.insert(*below)));
        }
        momentary
    }
    /// All tables whose rows depend on the time of day. Costs what these are, however many others there are.
    pub fn all_momentary(&self) -> BTreeSet<TableId> {
        let rules = self.timed.iter().filter_map(|rule| self.rule(*rule));
        let mut left: Vec<TableId> = rules.map(|rule| rule.head).collect();
        let mut momentary = BTreeSet::new();
        while let Some(id) = left.pop() {
            if momentary.insert(id) {
                left.extend(self.read_by(id));
            }
        }
        momentary
    }
}

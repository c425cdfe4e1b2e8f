//! From one state to the next.

use std::sync::Arc;

use crate::executions::Executions;
use crate::mention::Mentions;
use crate::register::Register;
use crate::tables::Tables;
use crate::{Change, Edit, Rule, State};

impl State {
    /// The state after these changes, at the next revision. Costs what changes, not what there is.
    #[must_use]
    pub fn apply(&self, changes: &[Change]) -> Self {
        let mut next = self.clone();
        next.advance(changes);
        next
    }

    /// Goes on to the state after these changes, at the next revision, in place: nothing is copied that no clone of this state shares.
    pub fn advance(&mut self, changes: &[Change]) {
        self.revision = self.revision.next();
        for change in changes {
            self.absorb(change);
        }
    }

    /// Makes one change, in place: who holds a clone of this state sees nothing of it.
    pub(crate) fn absorb(&mut self, change: &Change) {
        match change {
            Change::Policy(edit) => edit.make(&mut self.policies, Register::remove, Register::insert),
            Change::Rule(edit) => edit.make(self, Self::remove_rule, Self::insert_rule),
            Change::Table(edit) => edit.make(&mut self.tables, Tables::remove, Tables::insert),
            Change::LibraryPolicy(edit) => edit.make(&mut self.library, Register::remove, Register::insert),
            Change::DataSource(edit) => edit.make(&mut self.data_sources, Register::remove, Register::insert),
            Change::Rows(rows) => self.filled.change(rows),
            Change::Execution(edit) => {
                edit.make(&mut self.executions, Executions::remove, Executions::insert);
            }
        }
    }

    pub(crate) fn insert_rule(&mut self, rule: Arc<Rule>) {
        if let Some(mentions) = self.mentions_of(&rule) {
            self.tables.mention(&rule.policy, &mentions);
            self.graph.add(&mentions);
        }
        self.rules.insert(rule);
    }

    fn remove_rule(&mut self, rule: &Rule) {
        if let Some(mentions) = self.mentions_of(rule) {
            self.tables.forget(&rule.policy, &mentions);
            self.graph.remove(&mentions);
        }
        self.rules.remove(rule);
    }

    /// What a rule says about tables. `None` for a disabled rule, which says nothing, and for one without a policy, which
    /// no database with foreign keys holds.
    pub(crate) fn mentions_of(&self, rule: &Rule) -> Option<Mentions> {
        let policy = self.policies.by_id(rule.policy.as_str())?;
        Some(Mentions::of(rule.parsed()?, &policy.name.as_str().into()))
    }
}

impl<T> Edit<T> {
    /// Takes out what was there before and puts in what is there now.
    fn make<I>(&self, into: &mut I, remove: impl FnOnce(&mut I, &T), insert: impl FnOnce(&mut I, Arc<T>)) {
        if let Some(before) = self.before() {
            remove(into, before);
        }
        if let Some(after) = self.after() {
            insert(into, after.clone());
        }
    }
}

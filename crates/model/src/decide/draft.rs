//! The changes decided on so far, and the state they lead to: so that each decision sees the ones before it.

use std::collections::HashMap;
use std::sync::Arc;

use statehouse_datalog::Mention;

use crate::mention::Mentions;
use crate::{
    Change, Edit, NewRule, Policy, Position, Rejection, Revision, Rule, RuleId, Standing, State, Table,
};

pub(super) struct Draft {
    /// The state after the changes so far.
    pub(super) state: State,
    changes: Vec<Change>,
    revision: Revision,
}

/// What became of a rule that was to be added.
pub(super) enum Added {
    /// It is there now.
    Yes,
    /// The policy has it already, under this id.
    Already(RuleId),
}

impl Draft {
    pub(super) fn on(state: &State) -> Self {
        Self { state: state.clone(), changes: Vec::new(), revision: state.revision().next() }
    }

    /// The position of what the next change creates.
    pub(super) fn position(&self) -> Position {
        let index = u32::try_from(self.changes.len()).unwrap_or(u32::MAX);
        Position { revision: self.revision, index }
    }

    pub(super) fn push(&mut self, change: Change) {
        self.state.absorb(&change);
        self.changes.push(change);
    }

    pub(super) fn finish(self) -> Vec<Change> {
        self.changes
    }

    /// Adds a rule that has been parsed, and records the tables that it is the first to mention. `index` is its place
    /// among several rules of one command.
    pub(super) fn add_rule(
        &mut self,
        policy: &Policy,
        new: &NewRule,
        parsed: Arc<statehouse_datalog::Rule>,
        index: Option<usize>,
    ) -> Result<Added, Rejection> {
        let inadmissible = |errors| Rejection::RuleInadmissible { index, text: new.text.clone(), errors };
        let checked = self.state.fits(policy, &parsed).map_err(inadmissible)?;
        let identity = self.state.identity(policy, &parsed);
        if let Some(same) = self.state.rules.same(&policy.id, &identity) {
            return Ok(Added::Already(same.clone()));
        }
        let mentions = Mentions::of(&parsed, &policy.name.as_str().into());
        let recursion = self.state.refuse_recursion(policy, &parsed, &mentions);
        recursion.map_err(|error| inadmissible(vec![error]))?;
        if self.state.rules.by_id(new.id.as_str()).is_some() {
            return Err(Rejection::IdTaken { id: new.id.to_string() });
        }
        self.record_tables(&mentions, &checked.mentions);
        self.push(Change::Rule(Edit::Created(Arc::new(Rule {
            id: new.id.clone(),
            policy: policy.id.clone(),
            text: new.text.as_str().into(),
            identity: identity.into(),
            name: new.name.clone(),
            comment: new.comment.clone(),
            created: self.position(),
            standing: Standing::InForce(parsed),
        }))));
        Ok(Added::Yes)
    }

    fn record_tables(&mut self, mentions: &Mentions, checked: &[Mention]) {
        // The first of several mentions counts, and a long rule has thousands of them.
        let arities: HashMap<_, _> =
            checked.iter().rev().map(|mention| (&mention.table, mention.arity)).collect();
        for name in &mentions.tables {
            if let Some(&arity) = arities.get(name)
                && self.state.tables.get(&name.policy, &name.table).is_none()
            {
                self.push(Change::Table(Edit::Created(Arc::new(Table {
                    policy: name.policy.to_string(),
                    name: name.table.to_string(),
                    columns: u32::try_from(arity).unwrap_or(u32::MAX),
                    created: self.position(),
                }))));
            }
        }
    }

    /// Takes a rule out, and with it the records of the tables that no other rule mentions.
    pub(super) fn remove_rule(&mut self, rule: &Arc<Rule>) {
        let mentions = self.state.mentions_of(rule);
        self.push(Change::Rule(Edit::Deleted(rule.clone())));
        for name in mentions.into_iter().flat_map(|mentions| mentions.tables) {
            let record = self.state.tables.get(&name.policy, &name.table).cloned();
            if let Some(record) = record.filter(|_| !self.state.tables.is_mentioned(&name)) {
                self.push(Change::Table(Edit::Deleted(record)));
            }
        }
    }
}

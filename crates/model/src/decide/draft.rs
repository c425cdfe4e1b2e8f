//! The changes decided on so far, and the state they lead to: so that each decision sees the ones before it.

use std::collections::HashMap;
use std::sync::Arc;

use statehouse_datalog::{Mention, TableName};

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

/// What adding a rule amounts to.
pub(super) enum Additions {
    /// These changes.
    New(Vec<Change>),
    /// Nothing: the policy has it already, under this id.
    Already(RuleId),
}

/// Decides about a rule that has been parsed: whether it may stand in the policy, and which tables it is the first to mention. The
/// first of the changes would be at this position. `place` is that of the rule among several rules of one command.
pub(super) fn additions(
    state: &State,
    first: Position,
    policy: &Policy,
    new: &NewRule,
    parsed: Arc<statehouse_datalog::Rule>,
    place: Option<usize>,
) -> Result<Additions, Rejection> {
    let inadmissible = |errors| Rejection::RuleInadmissible { index: place, text: new.text.clone(), errors };
    let checked = state.fits(policy, &parsed).map_err(inadmissible)?;
    let identity = state.identity(policy, &parsed);
    if let Some(same) = state.rules.same(&policy.id, &identity) {
        return Ok(Additions::Already(same.clone()));
    }
    let mentions = Mentions::of(&parsed, &policy.name.as_str().into());
    let recursion = state.refuse_recursion(policy, &parsed, &mentions);
    recursion.map_err(|error| inadmissible(vec![error]))?;
    if state.rules.by_id(new.id.as_str()).is_some() {
        return Err(Rejection::IdTaken { id: new.id.to_string() });
    }
    let mut index = first.index;
    let mut position = || {
        let position = Position { index, ..first };
        index = index.saturating_add(1);
        position
    };
    let mut changes = first_mentions(state, &mentions, &checked.mentions, &mut position);
    let text: Arc<str> = new.text.as_str().into();
    changes.push(Change::Rule(Edit::Created(Arc::new(Rule {
        id: new.id.clone(),
        policy: policy.id.clone(),
        identity: Rule::identity_beside(&text, &identity),
        text,
        name: new.name.clone(),
        comment: new.comment.clone(),
        created: position(),
        standing: Standing::InForce(parsed),
    }))));
    Ok(Additions::New(changes))
}

/// The records of the tables that no rule has mentioned before.
fn first_mentions(
    state: &State,
    mentions: &Mentions,
    checked: &[Mention],
    mut position: impl FnMut() -> Position,
) -> Vec<Change> {
    let new = |name: &&TableName| state.tables.get(&name.policy, &name.table).is_none();
    let new: Vec<_> = mentions.tables.iter().filter(new).collect();
    if new.is_empty() {
        return Vec::new();
    }
    // The first of several mentions counts, and a long rule has thousands of them.
    let arities: HashMap<_, _> =
        checked.iter().rev().map(|mention| (&mention.table, mention.arity)).collect();
    let record = |name: &TableName| {
        let arity = *arities.get(name)?;
        Some(Change::Table(Edit::Created(Arc::new(Table {
            policy: name.policy.to_string(),
            name: name.table.to_string(),
            columns: u32::try_from(arity).unwrap_or(u32::MAX),
            created: position(),
        }))))
    };
    new.into_iter().filter_map(record).collect()
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

    /// Adds a rule that has been parsed, as [`additions`] decides.
    pub(super) fn add_rule(
        &mut self,
        policy: &Policy,
        new: &NewRule,
        parsed: Arc<statehouse_datalog::Rule>,
        index: Option<usize>,
    ) -> Result<Added, Rejection> {
        match additions(&self.state, self.position(), policy, new, parsed, index)? {
            Additions::New(changes) => {
                for change in changes {
                    self.push(change);
                }
                Ok(Added::Yes)
            }
            Additions::Already(id) => Ok(Added::Already(id)),
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

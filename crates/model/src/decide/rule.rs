//! Creating and deleting rules.

use std::sync::Arc;

use super::draft::{Additions, Draft, additions};
use super::{field, policy};
use crate::{Change, NewRule, Policy, Position, Reference, Rejection, Rule, RuleId, State};

/// The rule must be one, go into a policy that takes rules, and be admissible and new there. What is wrong with its
/// text is told before what is wrong with the policy.
pub(super) fn create(state: &State, reference: &Reference, new: &NewRule) -> Result<Vec<Change>, Rejection> {
    let parsed = read(new, None)?;
    create_read(state, reference, new, parsed)
}

/// The same, of a rule whose text has been read.
pub(super) fn create_read(
    state: &State,
    reference: &Reference,
    new: &NewRule,
    parsed: Arc<statehouse_datalog::Rule>,
) -> Result<Vec<Change>, Rejection> {
    let policy = find_policy_that_takes_rules(state, reference)?;
    let first = Position { revision: state.revision().next(), index: 0 };
    match additions(state, first, policy, new, parsed, None)? {
        Additions::New(changes) => Ok(changes),
        Additions::Already(id) => Err(Rejection::RuleExists { id }),
    }
}

/// Reads what a new rule says. `index` is its place among several rules of one command.
pub(super) fn read(new: &NewRule, index: Option<usize>) -> Result<Arc<statehouse_datalog::Rule>, Rejection> {
    let parsed = Rule::parse(&new.text).map_err(|error| Rejection::RuleInadmissible {
        index,
        text: new.text.clone(),
        errors: vec![error],
    })?;
    admit_notes(new, index)?;
    Ok(parsed)
}

/// Refuses a name or a comment that no rule could have.
pub(super) fn admit_notes(new: &NewRule, index: Option<usize>) -> Result<(), Rejection> {
    let field = |name: &str| index.map_or_else(|| name.to_owned(), |index| format!("rules[{index}].{name}"));
    if let Some(name) = &new.name {
        field::at_most(Rule::NAME_LIMIT, field("name"), name)?;
    }
    if !new.comment.is_empty() {
        field::at_most(Rule::COMMENT_LIMIT, field("comment"), &new.comment)?;
    }
    Ok(())
}

fn find_policy_that_takes_rules<'a>(
    state: &'a State,
    reference: &Reference,
) -> Result<&'a Arc<Policy>, Rejection> {
    policy::find(state, reference).map_err(|no_such_policy| match state.data_sources.find(reference) {
        Some(data_source) => Rejection::RulesOfDataSource { name: data_source.name.clone() },
        None => no_such_policy,
    })
}

pub(super) fn delete(state: &State, reference: &Reference, id: &RuleId) -> Result<Vec<Change>, Rejection> {
    let policy = policy::find(state, reference)?;
    let rule = state
        .rule(&policy.id, id.as_str())
        .ok_or_else(|| Rejection::NoSuchRule { policy: reference.clone(), rule: id.clone() })?;
    let mut draft = Draft::on(state);
    draft.remove_rule(rule);
    Ok(draft.finish())
}

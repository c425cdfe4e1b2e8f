//! Taking over what another policy service held.

use std::sync::Arc;

use super::draft::{Added, Draft};
use super::{data_source, field, library_policy, policy, rows};
use crate::{
    Change, DataSource, Edit, Import, LibraryPolicy, NewRule, Policy, Reference, Rejection, Rule, Standing,
    State, Timestamp,
};

pub(super) fn decide(state: &State, import: &Import, at: Timestamp) -> Result<Vec<Change>, Rejection> {
    match import {
        Import::Policy(policy) => take_policy(state, policy),
        Import::Rule { policy, rule, disabled } => take_rule(state, policy, rule, disabled.as_deref()),
        Import::LibraryPolicy(policy) => take_library_policy(state, policy),
        Import::DataSource(source) => take_data_source(state, source),
        Import::Rows { data_source, table, rows } => rows::import(state, data_source, table, rows, at),
    }
}

fn take_policy(state: &State, given: &Policy) -> Result<Vec<Change>, Rejection> {
    let heading = policy::Heading {
        name: &given.name,
        abbreviation: Some(&given.abbreviation),
        description: &given.description,
        kind: given.kind,
    };
    heading.admit()?;
    field::at_most(Policy::NAME_LIMIT, "owner", &given.owner)?;
    if let Some(known) = state.policies.by_id(given.id.as_str()) {
        let is_same = Policy { created: known.created, ..given.clone() } == **known;
        return unless_differs(is_same, "policy", &given.name);
    }
    let mut draft = Draft::on(state);
    match state.policies.by_name(&given.name) {
        // Made when this database was: nobody has used it.
        Some(known) if known.is_built_in() && state.rule_count(&known.id) == 0 => {
            draft.push(Change::Policy(Edit::Deleted(known.clone())));
        }
        Some(_) => return Err(Rejection::AlreadyHere { what: "policy", name: given.name.clone() }),
        None => {}
    }
    policy::refuse_name_in_use(&draft.state, &given.name)?;
    let policy = Policy { created: draft.position(), ..given.clone() };
    draft.push(Change::Policy(Edit::Created(Arc::new(policy))));
    Ok(draft.finish())
}

/// A rule that is not admissible is kept as disabled: what somebody wrote is not dropped because it is judged otherwise
/// here.
fn take_rule(
    state: &State,
    reference: &Reference,
    new: &NewRule,
    disabled: Option<&str>,
) -> Result<Vec<Change>, Rejection> {
    let policy = policy::find(state, reference)?;
    field::at_most(Rule::NAME_LIMIT, "name", new.name.as_deref().unwrap_or_default())?;
    field::at_most(Rule::COMMENT_LIMIT, "comment", &new.comment)?;
    if new.text.len() > Rule::DISABLED_TEXT_LIMIT {
        let reason = format!("at most {} bytes, these are more", Rule::DISABLED_TEXT_LIMIT);
        return Err(Rejection::invalid("rule", reason));
    }
    let mut draft = Draft::on(state);
    let known = state.rules.by_id(new.id.as_str());
    if let Some(known) = known {
        let is_same = known.policy == policy.id
            && *known.text == *new.text
            && (&known.name, &known.comment) == (&new.name, &new.comment);
        if !is_same || known.disabled().is_none() || disabled.is_some() {
            return unless_differs(is_same, "rule", new.id.as_str());
        }
        draft.remove_rule(known);
    }
    let reason = match disabled {
        Some(reason) => Some(reason.to_owned()),
        None => why_inadmissible(&mut draft, policy, new)?,
    };
    match (reason, known) {
        (None, _) => Ok(draft.finish()),
        // It is still not admissible.
        (Some(_), Some(_)) => Ok(Vec::new()),
        (Some(reason), None) => {
            draft.push(Change::Rule(Edit::Created(Arc::new(Rule {
                id: new.id.clone(),
                policy: policy.id.clone(),
                text: new.text.as_str().into(),
                identity: Rule::identity_of_disabled(&new.id),
                name: new.name.clone(),
                comment: new.comment.clone(),
                created: draft.position(),
                standing: Standing::Disabled(reason.into()),
            }))));
            Ok(draft.finish())
        }
    }
}

/// Adds the rule, or says why it cannot be in force.
fn why_inadmissible(draft: &mut Draft, policy: &Policy, new: &NewRule) -> Result<Option<String>, Rejection> {
    let parsed = match Rule::parse(&new.text) {
        Ok(parsed) => parsed,
        Err(error) => return Ok(Some(error.to_string())),
    };
    match draft.add_rule(policy, new, parsed, None) {
        Ok(Added::Yes) => Ok(None),
        Ok(Added::Already(id)) => Ok(Some(Rejection::RuleExists { id }.to_string())),
        Err(inadmissible @ Rejection::RuleInadmissible { .. }) => Ok(Some(inadmissible.to_string())),
        Err(other) => Err(other),
    }
}

fn take_library_policy(state: &State, given: &LibraryPolicy) -> Result<Vec<Change>, Rejection> {
    let by_id = state.library.by_id(given.id.as_str());
    if let Some(known) = by_id.or_else(|| state.library.by_name(&given.name)) {
        let is_same = LibraryPolicy { created: known.created, ..given.clone() } == **known;
        return unless_differs(is_same, "library policy", &given.name);
    }
    let heading = policy::Heading {
        name: &given.name,
        abbreviation: Some(&given.abbreviation),
        description: &given.description,
        kind: given.kind,
    };
    library_policy::create(state, &given.id, &heading, &given.rules)
}

fn take_data_source(state: &State, given: &DataSource) -> Result<Vec<Change>, Rejection> {
    if let Some(known) = state.data_sources.by_id(given.id.as_str()) {
        let is_same = DataSource { created: known.created, ..given.clone() } == **known;
        return unless_differs(is_same, "data source", &given.name);
    }
    data_source::import(state, given)
}

/// Nothing to do for what is here already, if it is the same.
fn unless_differs(is_same: bool, what: &'static str, name: &str) -> Result<Vec<Change>, Rejection> {
    if is_same { Ok(Vec::new()) } else { Err(Rejection::AlreadyHere { what, name: name.to_owned() }) }
}

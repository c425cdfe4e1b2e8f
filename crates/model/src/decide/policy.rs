//! Creating and deleting policies.

use std::sync::Arc;

use super::draft::Draft;
use super::{field, rule};
use crate::{Change, Edit, NewRule, Policy, PolicyId, PolicyKind, Reference, Rejection, RuleId, State};

/// What a policy and a library policy have in common, as asked for.
pub(super) struct Heading<'a> {
    pub(super) name: &'a str,
    pub(super) abbreviation: Option<&'a str>,
    pub(super) description: &'a str,
    pub(super) kind: PolicyKind,
}

impl Heading<'_> {
    /// Refuses a heading that no policy could have, and completes the abbreviation.
    pub(super) fn admit(&self) -> Result<String, Rejection> {
        field::policy_name(self.name)?;
        field::at_most(Policy::DESCRIPTION_LIMIT, "description", self.description)?;
        field::abbreviation(self.abbreviation, self.name)
    }
}

pub(super) fn create(
    state: &State,
    id: &PolicyId,
    heading: &Heading,
    rules: &[NewRule],
) -> Result<Vec<Change>, Rejection> {
    let mut draft = Draft::on(state);
    add(&mut draft, id, heading, rules)?;
    Ok(draft.finish())
}

/// Adds a policy and its rules, each of which is checked against what the ones before it made of the state.
fn add(draft: &mut Draft, id: &PolicyId, heading: &Heading, rules: &[NewRule]) -> Result<(), Rejection> {
    let abbreviation = heading.admit()?;
    refuse_name_in_use(&draft.state, heading.name)?;
    if draft.state.policies.by_id(id.as_str()).is_some() {
        return Err(Rejection::IdTaken { id: id.to_string() });
    }
    field::at_most_many(Policy::RULES_LIMIT, "rules", rules.len())?;
    let policy = Arc::new(Policy {
        id: id.clone(),
        name: heading.name.to_owned(),
        abbreviation,
        description: heading.description.to_owned(),
        owner: Policy::OWNER.to_owned(),
        kind: heading.kind,
        created: draft.position(),
    });
    draft.push(Change::Policy(Edit::Created(policy.clone())));
    for (index, new) in rules.iter().enumerate() {
        let parsed = rule::read(new, Some(index))?;
        // A rule that repeats an earlier one is left out.
        let _added = draft.add_rule(&policy, new, parsed, Some(index))?;
    }
    Ok(())
}

/// Policies and data sources share one space of names: rules refer to both in the same way.
pub(super) fn refuse_name_in_use(state: &State, name: &str) -> Result<(), Rejection> {
    let owner = if state.policies.by_name(name).is_some() {
        "a policy"
    } else if state.data_sources.by_name(name).is_some() {
        "a data source"
    } else {
        return Ok(());
    };
    Err(Rejection::NameTaken { name: name.to_owned(), owner })
}

pub(super) fn create_built_in(
    state: &State,
    classification: &PolicyId,
    action: &PolicyId,
) -> Result<Vec<Change>, Rejection> {
    let built_in = [
        (classification, Policy::CLASSIFICATION, "default policy", PolicyKind::Nonrecursive),
        (action, Policy::ACTION, "default action policy", PolicyKind::Action),
    ];
    let mut draft = Draft::on(state);
    for (id, name, description, kind) in built_in {
        if state.policies.by_name(name).is_none() {
            add(&mut draft, id, &Heading { name, abbreviation: None, description, kind }, &[])?;
        }
    }
    Ok(draft.finish())
}

pub(super) fn create_from_library(
    state: &State,
    id: &PolicyId,
    reference: &Reference,
    rule_ids: &[RuleId],
) -> Result<Vec<Change>, Rejection> {
    let template =
        state.library.find(reference).ok_or_else(|| Rejection::NoSuchLibraryPolicy(reference.clone()))?;
    if rule_ids.len() < template.rules.len() {
        return Err(Rejection::LibraryPolicyChanged(reference.clone()));
    }
    let heading = Heading {
        name: &template.name,
        abbreviation: Some(&template.abbreviation),
        description: &template.description,
        kind: template.kind,
    };
    let rules = template.rules.iter().zip(rule_ids).map(|(rule, id)| NewRule {
        id: id.clone(),
        text: rule.rule.clone(),
        name: rule.name.clone(),
        comment: rule.comment.clone().unwrap_or_default(),
    });
    create(state, id, &heading, &rules.collect::<Vec<_>>())
}

/// Rules go before their policy, so that none ever refers to a policy that is gone.
pub(super) fn delete(state: &State, reference: &Reference) -> Result<Vec<Change>, Rejection> {
    let policy = find(state, reference)?;
    if policy.is_built_in() {
        return Err(Rejection::BuiltInPolicy { name: policy.name.clone() });
    }
    let mut draft = Draft::on(state);
    for rule in state.rules.of(&policy.id) {
        draft.remove_rule(rule);
    }
    draft.push(Change::Policy(Edit::Deleted(policy.clone())));
    Ok(draft.finish())
}

pub(super) fn find<'a>(state: &'a State, reference: &Reference) -> Result<&'a Arc<Policy>, Rejection> {
    state.policies.find(reference).ok_or_else(|| Rejection::NoSuchPolicy(reference.clone()))
}

//! Taking over what another policy service held.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value as Json;

use super::draft::{Added, Draft};
use super::{data_source, field, library_policy, policy, rows};
use crate::{
    Change, Config, ConfigValue, DataSource, Edit, Import, LibraryPolicy, NewRule, Policy, PolicyId,
    Reference, Rejection, Rule, Secret, Standing, State, Timestamp,
};

pub(super) fn decide(state: &State, import: &Import, at: Timestamp) -> Result<Vec<Change>, Rejection> {
    match import {
        Import::Policy(policy) => take_policy(state, policy),
        Import::Rule { policy, rule, disabled } => take_rule(state, policy, rule, disabled.as_deref()),
        Import::LibraryPolicy(policy) => take_library_policy(state, policy),
        Import::Gone { policy } => end_policy(state, policy),
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
    field::id(DataSource::ID_LIMIT, given.id.as_str())?;
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

/// What is brought over for the log alone goes again, unless somebody has begun to use it.
fn end_policy(state: &State, id: &PolicyId) -> Result<Vec<Change>, Rejection> {
    let reference = Reference::from(id.as_str());
    let policy = policy::find(state, &reference)?;
    if state.rule_count(&policy.id) > 0 {
        let reason = format!(
            "'{}' was to come for the log alone and has rules: it stays; delete them and import again, if it is to go",
            policy.name
        );
        return Err(Rejection::invalid("policy", reason));
    }
    policy::delete(state, &reference)
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
    field::id(DataSource::ID_LIMIT, new.id.as_str())?;
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
        // It is still not admissible, perhaps for another reason.
        (Some(reason), Some(known)) => Ok(with_reason(known, &reason).into_iter().collect()),
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

/// Says why a disabled rule is that by now, unless it says so.
fn with_reason(known: &Arc<Rule>, reason: &str) -> Option<Change> {
    let standing = Standing::Disabled(reason.into());
    if known.standing == standing {
        return None;
    }
    let after = Arc::new(Rule { standing, ..Rule::clone(known) });
    Some(Change::Rule(Edit::Replaced { before: known.clone(), after }))
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
    field::id(DataSource::ID_LIMIT, given.id.as_str())?;
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
        let config = sealed(known.config.as_ref(), given.config.as_ref());
        let after = DataSource { config, created: known.created, ..given.clone() };
        if after == **known {
            return Ok(Vec::new());
        }
        let is_same = after.config.as_ref().map(clear) == known.config.as_ref().map(clear)
            && DataSource { config: known.config.clone(), ..after.clone() } == **known;
        if !is_same {
            return Err(Rejection::AlreadyHere { what: "data source", name: given.name.clone() });
        }
        // More of it is known to be secret by now.
        let change = Edit::Replaced { before: known.clone(), after: Arc::new(after) };
        return Ok(vec![Change::DataSource(change)]);
    }
    data_source::import(state, given)
}

/// The given configuration, in which what is a secret here or there is one.
fn sealed(known: Option<&Config>, given: Option<&Config>) -> Option<Config> {
    let is_secret =
        |name: &str| known.is_some_and(|known| matches!(known.get(name), Some(ConfigValue::Secret(_))));
    let seal = |(name, value): (&String, &ConfigValue)| {
        let value = match value {
            ConfigValue::Plain(value) if is_secret(name) => ConfigValue::Secret(Secret::new(value.clone())),
            value => value.clone(),
        };
        (name.clone(), value)
    };
    given.map(|given| given.iter().map(seal).collect())
}

/// The values of a configuration, whichever of them are secret.
fn clear(config: &Config) -> BTreeMap<&str, &Json> {
    let fields = config.iter().map(|(name, value)| match value {
        ConfigValue::Plain(value) => (name.as_str(), value),
        ConfigValue::Secret(secret) => (name.as_str(), secret.expose()),
    });
    fields.collect()
}

/// Nothing to do for what is here already, if it is the same.
fn unless_differs(is_same: bool, what: &'static str, name: &str) -> Result<Vec<Change>, Rejection> {
    if is_same { Ok(Vec::new()) } else { Err(Rejection::AlreadyHere { what, name: name.to_owned() }) }
}

//! Creating, replacing and deleting policies of the library.

use std::sync::Arc;

use super::draft::Draft;
use super::field;
use super::policy::Heading;
use crate::{
    Change, Edit, LibraryPolicy, LibraryPolicyId, LibraryRule, Position, Reference, Rejection, Rule, State,
};

pub(super) fn create(
    state: &State,
    id: &LibraryPolicyId,
    heading: &Heading,
    rules: &[LibraryRule],
) -> Result<Vec<Change>, Rejection> {
    let mut draft = Draft::on(state);
    let policy = library_policy(id, heading, rules, draft.position())?;
    if state.library.by_name(heading.name).is_some() {
        return Err(name_taken(heading.name));
    }
    if state.library.by_id(id.as_str()).is_some() {
        return Err(Rejection::IdTaken { id: id.to_string() });
    }
    draft.push(Change::LibraryPolicy(Edit::Created(Arc::new(policy))));
    Ok(draft.finish())
}

/// It keeps its id and its place. Replacing it by itself is nothing to do.
pub(super) fn replace(
    state: &State,
    reference: &Reference,
    heading: &Heading,
    rules: &[LibraryRule],
) -> Result<Vec<Change>, Rejection> {
    let before = find(state, reference)?;
    let after = library_policy(&before.id, heading, rules, before.created)?;
    if state.library.by_name(heading.name).is_some_and(|other| other.id != before.id) {
        return Err(name_taken(heading.name));
    }
    if **before == after {
        return Ok(Vec::new());
    }
    Ok(vec![Change::LibraryPolicy(Edit::Replaced { before: before.clone(), after: Arc::new(after) })])
}

pub(super) fn delete(state: &State, reference: &Reference) -> Result<Vec<Change>, Rejection> {
    let policy = find(state, reference)?;
    Ok(vec![Change::LibraryPolicy(Edit::Deleted(policy.clone()))])
}

/// The rules are kept as they are: they are checked when a policy is made of them.
fn library_policy(
    id: &LibraryPolicyId,
    heading: &Heading,
    rules: &[LibraryRule],
    created: Position,
) -> Result<LibraryPolicy, Rejection> {
    let abbreviation = heading.admit()?;
    field::at_most_many(LibraryPolicy::RULES_LIMIT, "rules", rules.len())?;
    for (index, rule) in rules.iter().enumerate() {
        let field = |name: &str| format!("rules[{index}].{name}");
        if rule.rule.len() > LibraryRule::TEXT_LIMIT {
            let reason = format!("at most {} bytes, these are more", LibraryRule::TEXT_LIMIT);
            return Err(Rejection::invalid(field("rule"), reason));
        }
        field::at_most(Rule::NAME_LIMIT, field("name"), rule.name.as_deref().unwrap_or_default())?;
        field::at_most(Rule::COMMENT_LIMIT, field("comment"), rule.comment.as_deref().unwrap_or_default())?;
    }
    Ok(LibraryPolicy {
        id: id.clone(),
        name: heading.name.to_owned(),
        abbreviation,
        description: heading.description.to_owned(),
        kind: heading.kind,
        rules: rules.to_vec(),
        created,
    })
}

fn find<'a>(state: &'a State, reference: &Reference) -> Result<&'a Arc<LibraryPolicy>, Rejection> {
    state.library.find(reference).ok_or_else(|| Rejection::NoSuchLibraryPolicy(reference.clone()))
}

fn name_taken(name: &str) -> Rejection {
    Rejection::NameTaken { name: name.to_owned(), owner: "a library policy" }
}

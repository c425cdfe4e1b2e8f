//! What a field may hold, whatever the command.

use statehouse_datalog::is_policy_name;

use crate::{Field, Policy, Rejection};

/// Refuses a text that is longer than `limit` characters, or holds U+0000, which not every database keeps.
pub(super) fn at_most(limit: usize, field: impl Into<Field>, text: &str) -> Result<(), Rejection> {
    if text.contains('\0') {
        return Err(Rejection::invalid(field, "the character U+0000 cannot be kept"));
    }
    // Counting characters costs a pass over the text, which is not needed when even its bytes are few enough.
    if text.len() > limit && text.chars().count() > limit {
        return Err(Rejection::invalid(field, format!("at most {limit} characters, these are more")));
    }
    Ok(())
}

/// Refuses an id that no address of the API could name.
pub(super) fn id(limit: usize, id: &str) -> Result<(), Rejection> {
    at_most(limit, "id", id)?;
    if id.is_empty() || id.contains(|character: char| character == '/' || character.is_control()) {
        return Err(Rejection::invalid(
            "id",
            "an id is not empty and holds no '/' and no control characters",
        ));
    }
    Ok(())
}

/// Refuses a list of more than `limit` elements.
pub(super) fn at_most_many(limit: usize, field: &str, count: usize) -> Result<(), Rejection> {
    if count > limit {
        return Err(Rejection::invalid(field, format!("at most {limit}, these are {count}")));
    }
    Ok(())
}

/// Refuses what a rule could not name as a policy.
pub(super) fn policy_name(name: &str) -> Result<(), Rejection> {
    at_most(Policy::NAME_LIMIT, "name", name)?;
    if !is_policy_name(name) {
        let reason = format!(
            "'{name}' is not a name: letters (A-Z, a-z), digits, '_' and '.', not beginning with a digit, perhaps several \
             such words joined by ':', and no word of the rule language"
        );
        return Err(Rejection::invalid("name", reason));
    }
    Ok(())
}

/// The abbreviation asked for or, without one, the first characters of the name.
pub(super) fn abbreviation(asked: Option<&str>, name: &str) -> Result<String, Rejection> {
    let limit = Policy::ABBREVIATION_LIMIT;
    match asked {
        None => Ok(name.chars().take(limit).collect()),
        Some(text) if text.contains('\0') => {
            Err(Rejection::Abbreviation { reason: "the character U+0000 cannot be kept".to_owned() })
        }
        Some(text) if text.chars().take(limit + 1).count() <= limit => Ok(text.to_owned()),
        Some(_) => {
            Err(Rejection::Abbreviation { reason: format!("at most {limit} characters, these are more") })
        }
    }
}

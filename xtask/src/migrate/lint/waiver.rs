//! Findings that the author has answered: `-- lint allows NAME: REASON`.

use super::super::sql::Comment;
use super::rule::{self, Rule};

/// A comment that waives a rule, for the statement it stands in or above.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Waiver {
    pub line: usize,
    pub rule: &'static Rule,
}

/// The waiver in a comment; or what is wrong with it, if it begins as one.
pub(super) fn of(comment: &Comment) -> Option<Result<Waiver, String>> {
    let text = comment.text.strip_prefix("lint allows ")?;
    let (name, reason) = text.split_once(':').unwrap_or((text, ""));
    let Some(rule) = rule::ALL.iter().find(|rule| rule.name == name.trim()) else {
        return Some(Err(format!(
            "there is no rule {:?}; `cargo xtask migrate lint --rules` lists them",
            name.trim()
        )));
    };
    if !rule.waivable {
        return Some(Err(format!("{} cannot be waived", rule.name)));
    }
    if reason.trim().is_empty() {
        return Some(Err(format!("it does not say why {} is no harm here", rule.name)));
    }
    Some(Ok(Waiver { line: comment.line, rule }))
}

//! What is wrong with a text: where, what was found, what would be right.

use crate::span::{Position, Span};

/// Longest quotation of the text in an error, in characters.
const MAX_QUOTED_CHARACTERS: usize = 40;

/// A text that is not in the language.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{position}: found {found}, expected {expected}{}", hint_suffix(hint.as_deref()))]
pub struct SyntaxError {
    /// Where the text stops making sense, for people.
    pub position: Position,
    /// The same place, in bytes.
    pub span: Span,
    /// What stands there.
    pub found: String,
    /// What could stand there.
    pub expected: String,
    /// What the author may have meant.
    pub hint: Option<String>,
}

impl SyntaxError {
    pub(crate) fn new(
        text: &str,
        span: Span,
        found: &str,
        expected: &str,
        hint: Option<&str>,
    ) -> SyntaxError {
        SyntaxError {
            position: Position::of(text, span.start),
            span,
            found: found.to_owned(),
            expected: expected.to_owned(),
            hint: hint.map(str::to_owned),
        }
    }
}

fn hint_suffix(hint: Option<&str>) -> String {
    hint.map_or_else(String::new, |hint| format!(" ({hint})"))
}

/// A piece of a text between backquotes, shortened when it is long.
pub(crate) fn quoted(text: &str) -> String {
    match text.char_indices().nth(MAX_QUOTED_CHARACTERS) {
        Some((end, _)) => format!("`{}…`", text.get(..end).unwrap_or_default()),
        None => format!("`{text}`"),
    }
}

/// Why a text is not a rule that can be put into a policy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// The text is not in the language.
    #[error(transparent)]
    Syntax(#[from] SyntaxError),
    /// The text holds no statement, perhaps only comments.
    #[error("the text holds no rule")]
    Empty,
    /// The text holds more than one statement.
    #[error("{position}: a second statement begins here; the text holds {found}, and a rule is one")]
    SeveralStatements {
        /// How many statements there are.
        found: usize,
        /// Where the second begins.
        position: Position,
    },
    /// The statement is an event (`insert[p(x) :- q(x)]`), not a rule.
    #[error("{position}: this statement changes rules (`insert[… :- …]`); write the rule itself")]
    Event {
        /// Where the event begins.
        position: Position,
    },
}

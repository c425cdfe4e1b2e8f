//! What is wrong with a text: where, what was found, what would be right.

use crate::fault::Fault;
use crate::span::{Position, Span};

/// Longest quotation of the text in an error, in characters.
const MAX_QUOTED_CHARACTERS: usize = 40;

/// A text that is not in the language.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: found {found}, expected {expected}{}", span.position, suffix(hint.as_deref()))]
pub struct SyntaxError {
    /// Where the text stops making sense.
    pub span: Span,
    /// What stands there.
    pub found: String,
    /// What could stand there.
    pub expected: String,
    /// What the author may have meant.
    pub hint: Option<String>,
}

impl SyntaxError {
    pub(crate) fn new(span: Span, found: &str, expected: &str, hint: Option<&str>) -> SyntaxError {
        let hint = hint.map(str::to_owned);
        SyntaxError { span, found: found.to_owned(), expected: expected.to_owned(), hint }
    }

    /// Line and column of the place.
    #[must_use]
    pub fn position(&self) -> Position {
        self.span.position
    }
}

fn suffix(hint: Option<&str>) -> String {
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
    #[error("{position}: a second statement begins here; the text holds {found}, and a rule is one{}", suffix(*hint))]
    SeveralStatements {
        /// How many statements there are.
        found: usize,
        /// Where the second begins.
        position: Position,
        /// What the author may have meant, where nothing ends the first statement.
        hint: Option<&'static str>,
    },
    /// The statement is an event (`insert[p(x) :- q(x)]`), not a rule.
    #[error("{position}: this statement changes rules (`insert[… :- …]`); write the rule itself")]
    Event {
        /// Where the event begins.
        position: Position,
    },
    /// The rule is in the language, and no policy, or not this one, can take it.
    #[error("{position}: {fault}")]
    Inadmissible {
        /// Where the fault lies.
        position: Position,
        /// What it is.
        fault: Fault,
    },
}

/// The kinds of [`RuleError`] that callers tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The text is not in the language, or holds nothing.
    Syntax,
    /// The text holds several statements.
    SeveralStatements,
    /// The rule is in the language and not admissible.
    Inadmissible,
}

impl RuleError {
    /// The kind of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self {
            RuleError::Syntax(_) | RuleError::Empty => ErrorKind::Syntax,
            RuleError::SeveralStatements { .. } => ErrorKind::SeveralStatements,
            RuleError::Event { .. } | RuleError::Inadmissible { .. } => ErrorKind::Inadmissible,
        }
    }

    /// Line and column of the place; the start for a text that holds nothing.
    #[must_use]
    pub fn position(&self) -> Position {
        match self {
            RuleError::Syntax(error) => error.position(),
            RuleError::Empty => Position::default(),
            RuleError::SeveralStatements { position, .. }
            | RuleError::Event { position }
            | RuleError::Inadmissible { position, .. } => *position,
        }
    }
}

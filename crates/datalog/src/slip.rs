//! Slips of authors: what is often written where the language has no place for it, and what was probably meant.

use crate::ast::Statement;
use crate::lexer::Kind;

/// Where in a text something else was expected than what stands there.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Place {
    /// At the start of the text.
    Start,
    /// Behind a statement that could go on, or be over.
    BehindStatement,
    /// Behind `insert[` or `delete[`.
    Event,
    /// Behind `:-`.
    Body,
    /// Behind the `,` between literals.
    Literal,
    /// Behind a modal's `[`.
    Atom,
    /// Behind a negation.
    Negated,
    /// Where an argument begins.
    Argument,
    /// Behind an argument.
    BehindArgument,
}

impl Place {
    /// What could stand there.
    pub(crate) fn expected(self) -> &'static str {
        match self {
            Place::Start => "a rule or a fact",
            Place::BehindStatement => "`,`, `:-` or the end of the rule",
            Place::Event => "an atom or a rule",
            Place::Body => "a literal of the body",
            Place::Literal => "a literal",
            Place::Atom | Place::Negated => "an atom",
            Place::Argument => "a variable, a number or a string",
            Place::BehindArgument => "`,` or `)`",
        }
    }
}

const COMMENT: &str = "a comment begins with `//` or `#`";
const COMPARISON: &str = "comparisons are tables: equal(x, y), not equal(x, y)";
const HEAD_AND_BODY: &str = "between head and body stands `:-`, without a space";
const JOINED: &str = "literals are separated by `,`; alternatives are rules of their own";
const NESTED: &str = "an argument is a variable or a constant; values are computed by tables: plus(x, 1, y)";
const NAMES: &str = "names consist of ASCII letters, digits, `_` and `.`";

/// What was probably meant by a token at a place where it cannot stand.
pub(crate) fn instead(found: &Kind, place: Place) -> Option<&'static str> {
    let hint = match (place, found) {
        (Place::BehindStatement | Place::Negated, Kind::Sign('=')) => COMPARISON,
        (Place::BehindStatement, Kind::Sign(':')) => HEAD_AND_BODY,
        (Place::BehindStatement, Kind::Sign('-')) => COMMENT,
        (Place::BehindStatement, Kind::Sign(')')) => "no `(` is open here",
        (Place::Start, Kind::If) => "a rule begins with its head",
        (Place::Negated, Kind::Sign('(')) => "a negation stands before one atom, without parentheses",
        (Place::Argument, Kind::Sign('(' | '['))
        | (Place::BehindArgument, Kind::Sign('(' | '[' | '-' | '+')) => NESTED,
        (Place::Argument, Kind::Sign('-' | '+')) => "only `-` can be a sign, right before its number",
        (Place::BehindArgument, Kind::Sign(':')) => "a column is given its value by `=`, as in `name=x`",
        (Place::BehindArgument, Kind::Integer(_) | Kind::Float(_)) => {
            "a number has no leading zeros and one point at most"
        }
        _ => return None,
    };
    Some(hint)
}

/// What was probably meant by a character that begins no word; `rest` is the text from there on.
pub(crate) fn stray(rest: &str, character: char) -> Option<&'static str> {
    let hint = match character {
        '“' | '”' | '‘' | '’' | '`' => "write strings between plain quotes: \" or '",
        '\u{feff}' | '\u{a0}' | '\u{c}' => "only space, tab and line ends may stand between words",
        '<' if rest.starts_with("<-") => HEAD_AND_BODY,
        '<' | '>' | '*' | '/' => "comparisons and arithmetic are tables: lt(x, y), plus(x, y, z)",
        '&' | '|' | '∧' | '∨' => JOINED,
        '%' => COMMENT,
        '{' | '}' => NESTED,
        '$' | '?' | '@' => "a variable is a name, without a sign before it",
        _ if character.is_alphanumeric() => NAMES,
        _ => return None,
    };
    Some(hint)
}

/// What was probably meant by two statements of which nothing ends the first.
pub(crate) fn between(text: &str, first: &Statement, second: &Statement) -> Option<&'static str> {
    let between = text.get(first.span().end..second.span().start)?;
    if first.span().of(text).ends_with(['+', '-']) {
        return Some(NAMES);
    }
    (!between.contains([';', '.'])).then_some(JOINED)
}

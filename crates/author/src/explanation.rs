//! What the policy language says about a rule, as diagnostics at the places where the rule is written.

use std::ops::Range;

use statehouse_datalog::{
    Concern, ErrorKind, Literal, Position, RuleError, Statement, SyntaxError, Warning, parse_program,
};

use crate::diagnostic::{Code, Diagnostic};
use crate::scalar::Written;

/// A text that is not in the language.
pub(crate) fn syntax_error(error: &SyntaxError, text: &Written) -> Diagnostic {
    let place = text.place_of(error.span.start..error.span.end);
    let diagnostic = Diagnostic::error(Code::Syntax, place, format!("found {}", error.found))
        .label(format!("expected {}", error.expected));
    match &error.hint {
        Some(hint) => diagnostic.help(hint),
        None => diagnostic,
    }
}

/// A rule that cannot be put into its policy.
pub(crate) fn rule_error(error: &RuleError, text: &Written) -> Diagnostic {
    if let RuleError::Syntax(error) = error {
        return syntax_error(error, text);
    }
    let code = if error.kind() == ErrorKind::Inadmissible { Code::Rule } else { Code::Syntax };
    let place = text.place_of(part_at(text.text(), error.position()));
    let (what, help) = split(&without_position(&error.to_string(), error.position()));
    let diagnostic = Diagnostic::error(code, place, what);
    match help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

/// What is legal and probably not meant.
pub(crate) fn warning(warning: &Warning, text: &Written) -> Diagnostic {
    let code = match &warning.concern {
        Concern::Undefined { .. } => Code::UnknownTable,
        _ => Code::Suspicious,
    };
    let place = text.place_of(part_at(text.text(), warning.position));
    let (what, help) = split(&warning.concern.to_string());
    let diagnostic = Diagnostic::warning(code, place, what);
    match help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

/// The literal of a rule at this place.
pub(crate) fn literal_at(text: &str, position: Position) -> Option<Literal> {
    let statements = parse_program(text).ok()?;
    let mut literals = statements.iter().flat_map(|statement| match statement {
        Statement::Rule(rule) => rule.literals(),
        Statement::Event(event) => event.rule.literals(),
    });
    literals.find(|literal| literal.span.position == position).cloned()
}

/// What stands at this place: a literal, a statement, or one character.
fn part_at(text: &str, position: Position) -> Range<usize> {
    if let Some(literal) = literal_at(text, position) {
        return literal.span.start..literal.span.end;
    }
    let statements = parse_program(text).unwrap_or_default();
    let statement = statements.iter().map(Statement::span).find(|span| span.position == position);
    if let Some(span) = statement {
        return span.start..span.end;
    }
    let mut reached = Position::default();
    for (start, character) in text.char_indices() {
        let end = start + character.len_utf8();
        if reached >= position {
            return start..end;
        }
        reached = reached.behind(text.get(start..end).unwrap_or_default());
    }
    text.len()..text.len()
}

fn without_position(message: &str, position: Position) -> String {
    message.strip_prefix(&format!("{position}: ")).unwrap_or(message).to_owned()
}

/// A message in two: what is wrong, and what to do. They are separated by `; ` outside of quotations.
fn split(message: &str) -> (String, Option<String>) {
    let mut is_quoted = false;
    for (at, character) in message.char_indices() {
        if character == '`' {
            is_quoted = !is_quoted;
        }
        if let (false, Some(help)) = (is_quoted, message.get(at..).and_then(|rest| rest.strip_prefix("; "))) {
            return (message.get(..at).unwrap_or_default().to_owned(), Some(help.to_owned()));
        }
    }
    (message.to_owned(), None)
}

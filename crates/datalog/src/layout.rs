//! The layout rules are shown in: the head, then each literal of the body on a line of its own.

use crate::ast::{Literal, Rule};
use crate::identity::is_true;
use crate::lexer::{Kind, Lexer, Token};
use crate::span::Span;

/// The text of a rule, laid out: `text` is what `rule` was parsed from.
///
/// Each literal keeps its author's words: quotes, `!` or `NOT`, how numbers are written. Comments go, and so do the
/// `;` or `.` at the end, white space before closing parentheses of the body, and a `true` that stands beside
/// other literals. A fact stays as it was written.
#[must_use]
pub fn lay_out(text: &str, rule: &Rule) -> String {
    let heads: Vec<_> = rule.heads.iter().map(|head| words(text, head.span, Spacing::Kept)).collect();
    let head = heads.join(", ");
    if rule.is_fact() {
        return head;
    }
    let is_bare_true = |literal: &&Literal| is_true(literal) && literal.span.of(text) == "true";
    let mut body: Vec<&Literal> = rule.body.iter().filter(|literal| !is_bare_true(literal)).collect();
    if body.is_empty() {
        body.extend(rule.body.first());
    }
    let body: Vec<_> = body.iter().map(|literal| words(text, literal.span, Spacing::Closed)).collect();
    format!("{head} :-\n  {}", body.join(",\n  "))
}

/// What happens to white space before `)`.
#[derive(Clone, Copy, PartialEq)]
enum Spacing {
    Kept,
    Closed,
}

/// The part of `text` in `span` on one line, without comments.
fn words(text: &str, span: Span, spacing: Spacing) -> String {
    let source = span.of(text);
    let mut lexer = Lexer::new(source);
    let mut words = String::with_capacity(source.len());
    let mut end = 0;
    while let Ok(Token { kind, span }) = lexer.next_token() {
        if kind == Kind::End {
            break;
        }
        let gap = source.get(end..span.start).unwrap_or_default();
        let closes = kind == Kind::Sign(')') && spacing == Spacing::Closed;
        if !closes {
            words.push_str(if gap.trim_matches([' ', '\t']).is_empty() { gap } else { " " });
        }
        words.push_str(span.of(source));
        end = span.end;
    }
    words
}

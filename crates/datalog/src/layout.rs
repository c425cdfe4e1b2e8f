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
    let mut before: Option<Token> = None;
    while let Ok(token) = lexer.next_token() {
        if token.kind == Kind::End {
            break;
        }
        if let Some(before) = &before {
            words.push_str(gap(source, before, &token, spacing));
        }
        words.push_str(token.span.of(source));
        before = Some(token);
    }
    words
}

/// What stands between two tokens: the author's spaces, or what a line break or comment between them leaves. A line
/// break goes with the spaces around it, and leaves one where two words would become one.
fn gap<'text>(source: &'text str, before: &Token, after: &Token, spacing: Spacing) -> &'text str {
    let between = source.get(before.span.end..after.span.start).unwrap_or_default();
    let is_sign = |token: &Token| matches!(token.kind, Kind::Sign(_));
    let is_any_of =
        |token: &Token, signs: &[char]| matches!(token.kind, Kind::Sign(sign) if signs.contains(&sign));
    if is_any_of(after, &[')']) && spacing == Spacing::Closed {
        ""
    } else if between.trim_matches([' ', '\t']).is_empty() {
        between
    } else if between.contains('\n') && (is_sign(before) || is_sign(after)) {
        // Congress joins lines without anything between them.
        ""
    } else if is_any_of(before, &['(', '[', ':']) || is_any_of(after, &['(', ')', '[', ']', ':', ',']) {
        ""
    } else {
        " "
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parser::parse_rule;

    fn laid_out(text: &str) -> String {
        lay_out(text, &parse_rule(text).unwrap())
    }

    #[test]
    fn authors_keep_their_words() {
        assert_eq!(
            laid_out("p( x ) :- q( 'a',x ), !r(01.50), NOT s .  "),
            "p( x ) :-\n  q( 'a',x),\n  !r(01.50),\n  NOT s"
        );
        assert_eq!(laid_out(" p( 1 ) ;"), "p( 1 )");
    }

    #[test]
    fn comments_and_line_breaks_leave_a_space_where_one_is_needed() {
        let text = "p(x)//head\n:-/* first */q(\n  x, # x\n  y\n), not\n r(x)";
        assert_eq!(laid_out(text), "p(x) :-\n  q(x,y),\n  not r(x)");
        assert_eq!(laid_out("p(x) :- q(x, /* y */ 'a,)\\'b') , r(x)"), "p(x) :-\n  q(x, 'a,)\\'b'),\n  r(x)");
    }

    #[test]
    fn true_goes_when_something_else_stays() {
        assert_eq!(laid_out("p :- true, q, true"), "p :-\n  q");
        assert_eq!(laid_out("p :- true"), "p :-\n  true");
        assert_eq!(laid_out("p :- q, true(), not true"), "p :-\n  q,\n  true(),\n  not true");
    }
}

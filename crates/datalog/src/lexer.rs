//! From characters to tokens.
//!
//! The lexer reads on demand, one token at a time, and keeps nothing: a text costs no more memory than what is
//! parsed out of it. Comments (`// …`, `# …`, `/* … */`) and white space stand between tokens.

use std::sync::Arc;

use crate::ast::Modal;
use crate::error::SyntaxError;
use crate::limit::MAX_NUMBER_CHARACTERS;
use crate::slip;
use crate::span::{Position, Span};
use crate::value::{Integer, Value};

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    Identifier,
    Integer(Integer),
    Float(f64),
    String(Arc<str>),
    Not,
    Modal(Modal),
    /// One of `( ) [ ] , : = + - ; .`
    Sign(char),
    /// `:-`
    If,
    End,
}

/// One token and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
}

/// Reads tokens off a text.
pub(crate) struct Lexer<'text> {
    text: &'text str,
    offset: usize,
    position: Position,
}

impl<'text> Lexer<'text> {
    pub(crate) fn new(text: &'text str) -> Self {
        Lexer { text, offset: 0, position: Position::default() }
    }

    /// The next token; [`Kind::End`] at the end, as often as it is asked for.
    pub(crate) fn next_token(&mut self) -> Result<Token, SyntaxError> {
        self.skip_blank()?;
        let start = Span { start: self.offset, end: self.offset, position: self.position };
        let rest = self.rest();
        let (kind, length) = match rest.chars().next() {
            None => (Kind::End, 0),
            Some(first) if is_identifier_start(first) || first.is_ascii_digit() => self.word_or_number()?,
            Some(quote @ ('"' | '\'')) => self.string(quote)?,
            Some('!') => (Kind::Not, 1),
            Some(':') if rest.starts_with(":-") => (Kind::If, 2),
            Some(sign @ ('(' | ')' | '[' | ']' | ',' | ':' | '=' | '+' | '-' | ';')) => (Kind::Sign(sign), 1),
            Some(other) => return Err(self.stray(other)),
        };
        self.advance(length);
        Ok(Token { kind, span: Span { end: self.offset, ..start } })
    }

    /// How far the text has been read.
    pub(crate) fn offset(&self) -> usize {
        self.offset
    }

    /// Goes on at this byte, if that is further on.
    pub(crate) fn skip_to(&mut self, offset: usize) {
        self.advance(offset.saturating_sub(self.offset));
    }

    fn advance(&mut self, length: usize) {
        self.position = self.position.behind(self.rest().get(..length).unwrap_or_default());
        self.offset += length;
    }

    fn rest(&self) -> &'text str {
        self.text.get(self.offset..).unwrap_or_default()
    }

    fn skip_blank(&mut self) -> Result<(), SyntaxError> {
        loop {
            let rest = self.rest();
            let length = if rest.starts_with([' ', '\t', '\r', '\n']) {
                rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len()
            } else if rest.starts_with('#') || rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if let Some(comment) = rest.strip_prefix("/*") {
                match comment.find("*/") {
                    Some(inside) => inside + 4,
                    None => return Err(self.error(2, "a comment without end", "`*/` at its end", None)),
                }
            } else {
                return Ok(());
            };
            self.advance(length);
        }
    }

    /// `.5` is a number, `.5x` an identifier, and `.` alone the end of a statement: the longest reading counts.
    fn word_or_number(&self) -> Result<(Kind, usize), SyntaxError> {
        let rest = self.rest();
        let word = identifier_length(rest);
        let number = number_length(rest);
        if number.length > 0 && number.length >= word {
            return self.number(&number);
        }
        let text = rest.get(..word).unwrap_or_default();
        let kind = match text {
            "." => Kind::Sign('.'),
            "not" | "NOT" => Kind::Not,
            "execute" => Kind::Modal(Modal::Execute),
            "insert" => Kind::Modal(Modal::Insert),
            "delete" => Kind::Modal(Modal::Delete),
            _ => Kind::Identifier,
        };
        Ok((kind, word))
    }

    fn number(&self, number: &Number) -> Result<(Kind, usize), SyntaxError> {
        let length = number.length;
        if length > MAX_NUMBER_CHARACTERS {
            let found = format!("a number of {length} characters");
            let expected = format!("at most {MAX_NUMBER_CHARACTERS}");
            return Err(self.error(length, &found, &expected, None));
        }
        let text = self.rest().get(..length).unwrap_or_default();
        let kind = match number.radix {
            None => text.parse().ok().map(Kind::Float),
            Some(10) => Integer::from_digits(text, 10).map(Kind::Integer),
            Some(radix) => Integer::from_digits(text.get(2..).unwrap_or_default(), radix).map(Kind::Integer),
        };
        kind.map(|kind| (kind, length)).ok_or_else(|| self.error(length, text, "a number", None))
    }

    /// A backslash keeps the quote behind it from ending the string, and stays in the value.
    fn string(&self, quote: char) -> Result<(Kind, usize), SyntaxError> {
        let rest = self.rest();
        let mut escaped = false;
        for (at, character) in rest.char_indices().skip(1) {
            if escaped {
                escaped = false;
            } else if character == quote {
                let value = rest.get(1..at).unwrap_or_default();
                return self.refuse_joined(at + 1).map(|()| (Kind::String(Arc::from(value)), at + 1));
            } else if character == '\n' || character == '\r' {
                break;
            } else {
                escaped = character == '\\';
            }
        }
        let expected = format!("`{quote}` before the end of the line");
        let hint = "a backslash before a quote keeps it from ending the string";
        Err(self.error(1, "a string without end", &expected, Some(hint)))
    }

    /// Refuses tripled quotes and strings written right behind one another.
    fn refuse_joined(&self, length: usize) -> Result<(), SyntaxError> {
        if !self.rest().get(length..).unwrap_or_default().starts_with(['"', '\'']) {
            return Ok(());
        }
        let hint = "strings are not tripled or joined; write \\\" for a quote inside a string";
        Err(self.error(length + 1, "a second string right behind a string", "`,` or `)`", Some(hint)))
    }

    fn stray(&self, character: char) -> SyntaxError {
        let hint = slip::stray(self.rest(), character);
        let found = format!("the character {character:?}");
        self.error(character.len_utf8(), &found, "a name, a number, a string or punctuation", hint)
    }

    fn error(&self, length: usize, found: &str, expected: &str, hint: Option<&str>) -> SyntaxError {
        let span = Span { start: self.offset, end: self.offset + length, position: self.position };
        SyntaxError::new(span, found, expected, hint)
    }
}

fn is_identifier_start(character: char) -> bool {
    character.is_ascii_alphabetic() || character == '_' || character == '.'
}

/// How many bytes of `text` from its start on are an identifier.
pub(crate) fn identifier_length(text: &str) -> usize {
    if !text.starts_with(is_identifier_start) {
        return 0;
    }
    text.find(|character| !(is_identifier_start(character) || character.is_ascii_digit()))
        .unwrap_or(text.len())
}

/// How far a number literal reaches, and its radix; a float has none.
struct Number {
    length: usize,
    radix: Option<u32>,
}

/// The longest number literal at the start of `text`; its length is 0 when there is none.
fn number_length(text: &str) -> Number {
    let whole = digits(text, 10);
    let mut length = whole;
    if text.get(length..).is_some_and(|rest| rest.starts_with('.')) {
        let fraction = digits(text.get(length + 1..).unwrap_or_default(), 10);
        if whole + fraction > 0 {
            length += 1 + fraction;
        }
    }
    if length > 0 {
        length += exponent_length(text.get(length..).unwrap_or_default());
    }
    if length > whole {
        return Number { length, radix: None };
    }
    if text.starts_with('0') {
        // A further digit begins another number: `007` is three numbers, and no text has a place for that.
        return prefixed(text).unwrap_or(Number { length: 1, radix: Some(10) });
    }
    Number { length: whole, radix: Some(10) }
}

/// `0x1f`, `0o17`, `0b101`.
fn prefixed(text: &str) -> Option<Number> {
    let radix = match text.get(1..2)? {
        "x" | "X" => 16,
        "o" | "O" => 8,
        "b" | "B" => 2,
        _ => return None,
    };
    let length = digits(text.get(2..)?, radix);
    (length > 0).then_some(Number { length: length + 2, radix: Some(radix) })
}

/// The length of `e5`, `E+5`, `e-5` at the start of `text`; 0 when there is no exponent.
fn exponent_length(text: &str) -> usize {
    let Some(rest) = text.strip_prefix(['e', 'E']) else { return 0 };
    let unsigned = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    match digits(unsigned, 10) {
        0 => 0,
        length => text.len() - unsigned.len() + length,
    }
}

fn digits(text: &str, radix: u32) -> usize {
    text.find(|character: char| !character.is_digit(radix)).unwrap_or(text.len())
}

impl Kind {
    /// The constant a number or string token stands for.
    pub(crate) fn constant(&self) -> Option<Value> {
        match self {
            Kind::Integer(integer) => Some(Value::Integer(integer.clone())),
            Kind::Float(float) => Some(Value::from(*float)),
            Kind::String(text) => Some(Value::String(Arc::clone(text))),
            _ => None,
        }
    }
}

//! Conditions and defaults in one form. Each engine prints them in its own way: PostgreSQL writes `x IN (1, 2)` as
//! `(x = ANY (ARRAY[1, 2]))`, MariaDB puts every name in backticks, SQLite keeps what its author wrote.
//!
//! What is read is the part of SQL that a schema needs. Anything else keeps its words, with one blank between two of them:
//! still the same text for the same expression on one engine, only not across engines.

use std::fmt::Write as _;

/// A piece of SQL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A name or a word of SQL, in lower case.
    Word(String),
    /// A name in quotes, as it is.
    Name(String),
    /// A text, without its quotes.
    Text(String),
    /// A number.
    Number(String),
    /// An operator or a bracket.
    Symbol(&'static str),
    /// Any other character.
    Other(char),
}

use Token::{Name, Number, Other, Symbol, Text, Word};

const SYMBOLS: &[&str] = &[
    "::", "||", "<>", "!=", "<=", ">=", "(", ")", "[", "]", ",", "=", "<", ">", "+", "-", "*", "/", "%", ".",
];

/// Reads SQL; `backslash` when a backslash in a text stands before a character that is meant as it is, as on MariaDB.
pub(super) fn tokens(sql: &str, backslash: bool) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let second = rest[first.len_utf8()..].chars().next();
        rest = match (first, second) {
            (blank, _) if blank.is_whitespace() => &rest[blank.len_utf8()..],
            ('-', Some('-')) => rest.find('\n').map_or("", |end| &rest[end..]),
            ('/', Some('*')) => rest.find("*/").map_or("", |end| &rest[end + 2..]),
            ('\'', _) => quoted(rest, '\'', backslash, Text, &mut tokens),
            ('E' | 'e', Some('\'')) => quoted(&rest[1..], '\'', true, Text, &mut tokens),
            ('"' | '`', _) => quoted(rest, first, false, Name, &mut tokens),
            (digit, _) if digit.is_ascii_digit() => {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(rest.len());
                tokens.push(Number(rest[..end].to_owned()));
                &rest[end..]
            }
            (letter, _) if letter.is_alphabetic() || letter == '_' => {
                let end =
                    rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '$').unwrap_or(rest.len());
                tokens.push(Word(rest[..end].to_lowercase()));
                &rest[end..]
            }
            _ => {
                let symbol = SYMBOLS.iter().find(|symbol| rest.starts_with(**symbol));
                tokens.push(symbol.map_or(Other(first), |symbol| Symbol(symbol)));
                &rest[symbol.map_or(first.len_utf8(), |symbol| symbol.len())..]
            }
        };
    }
    tokens
}

/// Reads what stands in quotes at the beginning of `text`, and returns what follows.
fn quoted<'a>(
    text: &'a str,
    quote: char,
    backslash: bool,
    token: fn(String) -> Token,
    tokens: &mut Vec<Token>,
) -> &'a str {
    let mut inner = String::new();
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, character)) = characters.next() {
        if character == quote {
            if characters.next_if(|(_, next)| *next == quote).is_none() {
                tokens.push(token(inner));
                return &text[at + quote.len_utf8()..];
            }
            inner.push(quote);
        } else if backslash && character == '\\' {
            inner.extend(characters.next().map(|(_, meant)| meant));
        } else {
            inner.push(character);
        }
    }
    tokens.push(token(inner));
    ""
}

/// The expression in the one form: no bracket that is not needed, no cast, words of SQL in capitals.
pub(super) fn canonical(sql: &str, backslash: bool) -> String {
    canonical_of(&tokens(sql, backslash))
}

/// The same of an expression that has been read.
pub(super) fn canonical_of(tokens: &[Token]) -> String {
    let mut reader = Reader { tokens };
    match reader.either() {
        Some(read) if reader.tokens.is_empty() => read.text,
        _ => words(tokens),
    }
}

/// The tokens one after the other, for what no more is known about.
pub(super) fn words(tokens: &[Token]) -> String {
    let mut text = String::new();
    for token in tokens {
        let blank = if text.is_empty() { "" } else { " " };
        let _a_string_takes_everything = match token {
            Word(word) | Name(word) | Number(word) => write!(text, "{blank}{word}"),
            Text(inner) => write!(text, "{blank}{}", literal(inner)),
            Symbol(symbol) => write!(text, "{blank}{symbol}"),
            Other(character) => write!(text, "{blank}{character}"),
        };
    }
    text
}

fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// How tightly an expression holds together; the higher, the tighter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tightness {
    Or,
    And,
    Not,
    Comparison,
    Sum,
    Product,
    Alone,
}

struct Read {
    text: String,
    tightness: Tightness,
}

impl Read {
    fn alone(text: String) -> Self {
        Self { text, tightness: Tightness::Alone }
    }

    /// The text, in brackets if it would fall apart where `least` is asked for.
    fn within(self, least: Tightness) -> String {
        if self.tightness < least { format!("({})", self.text) } else { self.text }
    }
}

struct Reader<'a> {
    tokens: &'a [Token],
}

impl Reader<'_> {
    fn word(&mut self, word: &str) -> bool {
        self.take(|token| matches!(token, Word(it) if it == word))
    }

    fn symbol(&mut self, symbol: &str) -> bool {
        self.take(|token| matches!(token, Symbol(it) if *it == symbol))
    }

    fn take(&mut self, is: impl Fn(&Token) -> bool) -> bool {
        let found = self.tokens.first().is_some_and(is);
        if found {
            self.tokens = &self.tokens[1..];
        }
        found
    }

    fn either(&mut self) -> Option<Read> {
        self.joined("or", " OR ", Tightness::Or, Self::both)
    }

    fn both(&mut self) -> Option<Read> {
        self.joined("and", " AND ", Tightness::And, Self::negation)
    }

    fn joined(
        &mut self,
        word: &str,
        shown: &str,
        tightness: Tightness,
        part: impl Fn(&mut Self) -> Option<Read>,
    ) -> Option<Read> {
        let first = part(self)?;
        if !matches!(self.tokens.first(), Some(Word(it)) if it == word) {
            return Some(first);
        }
        let mut texts = vec![first.within(tightness)];
        while self.word(word) {
            texts.push(part(self)?.within(tightness));
        }
        Some(Read { text: texts.join(shown), tightness })
    }

    fn negation(&mut self) -> Option<Read> {
        if self.word("not") {
            let text = format!("NOT {}", self.negation()?.within(Tightness::Not));
            return Some(Read { text, tightness: Tightness::Not });
        }
        self.comparison()
    }

    fn comparison(&mut self) -> Option<Read> {
        let left = self.sum()?;
        let left_text = |left: Read| left.within(Tightness::Sum);
        let text = if self.word("is") {
            let not = if self.word("not") { "NOT " } else { "" };
            let null = self.word("null").then_some("NULL")?;
            format!("{} IS {not}{null}", left_text(left))
        } else if self.word("in") {
            format!("{} IN ({})", left_text(left), self.list("(", ")")?)
        } else if let Some(operator) = self.operator() {
            if operator == "=" && self.word("any") {
                format!("{} IN ({})", left_text(left), self.array()?)
            } else {
                format!("{} {operator} {}", left_text(left), self.sum()?.within(Tightness::Sum))
            }
        } else {
            return Some(left);
        };
        Some(Read { text, tightness: Tightness::Comparison })
    }

    /// `(ARRAY[1, 2])`, with any number of brackets and casts around it.
    fn array(&mut self) -> Option<String> {
        if self.symbol("(") {
            let listed = self.array()?;
            let closed = self.symbol(")");
            self.cast();
            return closed.then_some(listed);
        }
        let listed = self.word("array").then(|| self.list("[", "]")).flatten()?;
        self.cast();
        Some(listed)
    }

    fn operator(&mut self) -> Option<&'static str> {
        let operators =
            [("=", "="), ("<>", "<>"), ("!=", "<>"), ("<=", "<="), (">=", ">="), ("<", "<"), (">", ">")];
        operators.into_iter().find(|(written, _)| self.symbol(written)).map(|(_, meant)| meant)
    }

    fn sum(&mut self) -> Option<Read> {
        self.chain(&["+", "-", "||"], Tightness::Sum, Self::product)
    }

    fn product(&mut self) -> Option<Read> {
        self.chain(&["*", "/", "%"], Tightness::Product, Self::single)
    }

    fn chain(
        &mut self,
        operators: &[&str],
        tightness: Tightness,
        part: impl Fn(&mut Self) -> Option<Read>,
    ) -> Option<Read> {
        let mut read = part(self)?;
        while let Some(operator) = operators.iter().find(|operator| self.symbol(operator)) {
            let right = part(self)?;
            // What stands on the right binds first only in brackets.
            let right = if right.tightness <= tightness { format!("({})", right.text) } else { right.text };
            read = Read { text: format!("{} {operator} {right}", read.within(tightness)), tightness };
        }
        Some(read)
    }

    /// A literal, a name, a call, or anything in brackets; and the casts behind it, which go.
    fn single(&mut self) -> Option<Read> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        let read = match first {
            Symbol("(") => {
                let inner = self.either()?;
                self.symbol(")").then_some(inner)?
            }
            Symbol("-") => Read::alone(format!("-{}", self.single()?.within(Tightness::Alone))),
            Text(text) => Read::alone(literal(text)),
            Number(number) => Read::alone(number.clone()),
            Word(word) if ["null", "true", "false"].contains(&word.as_str()) => {
                Read::alone(word.to_uppercase())
            }
            Word(name) | Name(name) => match self.tokens.first() {
                Some(Symbol("(")) => Read::alone(format!("{name}({})", self.list("(", ")")?)),
                _ => Read::alone(name.clone()),
            },
            Symbol(_) | Other(_) => return None,
        };
        self.cast();
        Some(read)
    }

    /// `::text`, `::character varying[]`
    fn cast(&mut self) {
        while self.symbol("::") {
            while self
                .take(|token| matches!(token, Word(it) if !["and", "or", "is", "in"].contains(&it.as_str())))
            {
            }
            if self.symbol("[") {
                self.symbol("]");
            }
        }
    }

    fn list(&mut self, open: &str, close: &str) -> Option<String> {
        if !self.symbol(open) {
            return None;
        }
        let mut texts = Vec::new();
        while !self.symbol(close) {
            if !texts.is_empty() && !self.symbol(",") {
                return None;
            }
            texts.push(self.either()?.text);
        }
        Some(texts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_each_engine_prints_comes_to_the_same() {
        let same = [
            ("entity IN ('policy', 'it''s')", false),
            ("(entity = ANY (ARRAY['policy'::text, 'it''s'::text]))", false),
            ("((entity)::text = ANY ((ARRAY['policy'::character varying, 'it''s'::text])::text[]))", false),
            (r"`entity` in ('policy','it\'s')", true),
        ];
        for (sql, backslash) in same {
            assert_eq!(canonical(sql, backslash), "entity IN ('policy', 'it''s')");
        }
        for sql in
            ["before IS NOT NULL OR after IS NOT NULL", "((before IS NOT NULL) OR (after IS NOT NULL))"]
        {
            assert_eq!(canonical(sql, false), "before IS NOT NULL OR after IS NOT NULL");
        }
        assert_eq!(
            canonical(r"sha256((replace(identity, '\'::text, '\\'::text))::bytea)", false),
            canonical(r"sha256(replace(identity, E'\\', E'\\\\')::bytea)", false)
        );
    }

    #[test]
    fn brackets_that_are_needed_stay() {
        for sql in
            ["(a OR b) AND c", "NOT (a OR b)", "a - (b - c)", "(a + b) * c > 0", "lower(a || 'x') = 'y'"]
        {
            assert_eq!(canonical(sql, false), sql);
        }
        assert_eq!(canonical("((a - b) - c)", false), "a - b - c");
    }

    #[test]
    fn what_is_not_understood_keeps_its_words() {
        assert_eq!(canonical("a BETWEEN 1 AND 2 -- note", false), "a between 1 and 2");
        assert_ne!(canonical("a = 1", false), canonical("a = '1'", false));
    }
}

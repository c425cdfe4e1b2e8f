//! The statements of a migration, one by one.
//!
//! A semicolon ends a statement unless it stands in a string, a comment, a name in quotes, or the body of a trigger or
//! routine. What is one of these differs between engines, and a tokenizer that knows each tells.

use sqlparser::dialect::{self, MySqlDialect, PostgreSqlDialect, SQLiteDialect};
use sqlparser::tokenizer::{Location, Token, TokenWithSpan, Tokenizer};

/// Whose SQL it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// That of SQLite.
    Sqlite,
    /// That of PostgreSQL.
    Postgres,
    /// That of MariaDB and MySQL.
    Mysql,
}

impl Dialect {
    fn quotes(self) -> &'static dyn dialect::Dialect {
        match self {
            Self::Sqlite => &SQLiteDialect {},
            Self::Postgres => &PostgreSqlDialect {},
            Self::Mysql => &MySqlDialect {},
        }
    }
}

/// A text of SQL in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script<'t> {
    /// What says something, in order.
    pub statements: Vec<Statement<'t>>,
    /// What stands behind the last statement: comments.
    pub rest: Vec<TokenWithSpan>,
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement<'t> {
    /// As it is written, with the comments before it and without the semicolon that ends it.
    pub text: &'t str,
    /// Its words and signs with their places, among them the comments and spaces before and in it.
    pub tokens: Vec<TokenWithSpan>,
}

/// What the tokenizer cannot read, such as a string without an end.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct Unreadable {
    /// Counted from 1.
    pub line: u64,
    /// What is wrong.
    pub message: String,
}

/// The statements of this text. What holds comments alone is none.
///
/// # Errors
/// [`Unreadable`] names the line.
pub fn read(dialect: Dialect, text: &str) -> Result<Script<'_>, Unreadable> {
    let mut tokenizer = Tokenizer::new(dialect.quotes(), text).with_unescape(false);
    let tokens = tokenizer
        .tokenize_with_location()
        .map_err(|error| Unreadable { line: error.location.line, message: error.message })?;
    let mut places =
        Places { rest: text.char_indices(), at: Location { line: 1, column: 1 }, length: text.len() };
    let (mut statements, mut begin) = (Vec::new(), 0);
    let (mut seen, mut of_it) = (Seen::default(), Vec::new());
    for token in tokens {
        if token.token == Token::SemiColon && !seen.is_inside_a_body() {
            let end = places.offset(token.span.start);
            if seen.says_something {
                statements
                    .push(Statement { text: text[begin..end].trim(), tokens: std::mem::take(&mut of_it) });
            }
            (begin, seen) = (end + 1, Seen::default());
        } else {
            seen.take(&token.token);
            of_it.push(token);
        }
    }
    if seen.says_something {
        statements.push(Statement { text: text[begin..].trim(), tokens: std::mem::take(&mut of_it) });
    }
    Ok(Script { statements, rest: of_it })
}

/// Goes through a text once, from place to place.
struct Places<'t> {
    rest: std::str::CharIndices<'t>,
    at: Location,
    length: usize,
}

impl Places<'_> {
    /// How many bytes stand before this place, which is not before the one asked for last.
    fn offset(&mut self, place: Location) -> usize {
        while self.at != place {
            match self.rest.next() {
                Some((_, '\n')) => self.at = Location { line: self.at.line + 1, column: 1 },
                Some(_) => self.at.column += 1,
                None => return self.length,
            }
        }
        self.rest.clone().next().map_or(self.length, |(offset, _)| offset)
    }
}

/// What has been seen of a statement.
#[derive(Default)]
struct Seen {
    says_something: bool,
    /// Its first words tell whether it has a body: `CREATE DEFINER = CURRENT_USER TRIGGER`, `BEGIN NOT ATOMIC`.
    first_words: Vec<String>,
    kind: Kind,
    /// How many BEGIN and CASE wait for their END.
    depth: usize,
    after_end: bool,
}

/// What the first words of a statement tell.
#[derive(Default, PartialEq)]
enum Kind {
    #[default]
    Unknown,
    Plain,
    HasBody,
}

impl Seen {
    fn is_inside_a_body(&self) -> bool {
        self.depth > 0
    }

    fn take(&mut self, token: &Token) {
        if matches!(token, Token::Whitespace(_)) {
            return;
        }
        self.says_something = true;
        let word = match token {
            Token::Word(word) if word.quote_style.is_none() => word.value.to_uppercase(),
            _ => String::new(),
        };
        if self.kind == Kind::Unknown {
            self.first_words.push(word);
            if *token == Token::LParen {
                self.kind = Kind::Plain;
            } else if has_body(&self.first_words) {
                self.kind = Kind::HasBody;
                // `BEGIN NOT ATOMIC` is inside already.
                self.depth = usize::from(self.first_words[0] == "BEGIN");
            }
            return;
        }
        if self.kind == Kind::Plain {
            return;
        }
        let after_end = std::mem::take(&mut self.after_end);
        match word.as_str() {
            // `END IF` ends what was not counted.
            "IF" | "LOOP" | "WHILE" | "REPEAT" | "FOR" if after_end => self.depth += 1,
            "CASE" if after_end => {}
            "BEGIN" | "CASE" => self.depth += 1,
            "END" => {
                self.depth = self.depth.saturating_sub(1);
                self.after_end = true;
            }
            _ => {}
        }
    }
}

fn has_body(first_words: &[String]) -> bool {
    let words: Vec<_> = first_words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["CREATE", .., last] => matches!(*last, "TRIGGER" | "PROCEDURE" | "FUNCTION" | "EVENT"),
        ["BEGIN", "NOT", "ATOMIC"] => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(dialect: Dialect, text: &str) -> Vec<&str> {
        read(dialect, text).unwrap().statements.into_iter().map(|statement| statement.text).collect()
    }

    #[test]
    fn a_semicolon_ends_a_statement_where_it_is_one() {
        for dialect in [Dialect::Sqlite, Dialect::Postgres, Dialect::Mysql] {
            let text = "-- über; not here\nCREATE TABLE \"ä;b\" (x TEXT DEFAULT 'it''s; no');\n\n/* ; */ SELECT 2 ; ;\n-- end;\n";
            let text = if dialect == Dialect::Mysql { text.replace('"', "`") } else { text.to_owned() };
            let statements = of(dialect, &text);
            assert_eq!(statements.len(), 2, "{dialect:?}: {statements:?}");
            assert!(
                statements[0].ends_with("no')") && statements[0].starts_with("-- über"),
                "{statements:?}"
            );
            assert_eq!(statements[1], "/* ; */ SELECT 2", "{dialect:?}");
            assert_eq!(of(dialect, "SELECT 1;\r\nSELECT 2"), ["SELECT 1", "SELECT 2"]);
            assert_eq!(of(dialect, "-- nothing; at all\n ; ;"), Vec::<&str>::new());
        }
    }

    #[test]
    fn each_engine_has_strings_of_its_own() {
        assert_eq!(of(Dialect::Mysql, r"SELECT 'a\'; b'; SELECT 2"), [r"SELECT 'a\'; b'", "SELECT 2"]);
        assert_eq!(of(Dialect::Sqlite, r"SELECT 'a\'; SELECT 'b'"), [r"SELECT 'a\'", "SELECT 'b'"]);
        let function = "CREATE FUNCTION f() RETURNS int AS $x$ BEGIN; RETURN 1; END; $x$ LANGUAGE plpgsql";
        assert_eq!(of(Dialect::Postgres, &format!("{function}; SELECT 2")), [function, "SELECT 2"]);
        assert_eq!(of(Dialect::Postgres, r"SELECT E'a\'; b'; SELECT 2"), [r"SELECT E'a\'; b'", "SELECT 2"]);
        let error = read(Dialect::Sqlite, "SELECT 1;\nSELECT 'no end; SELECT 2").unwrap_err().to_string();
        assert!(error.starts_with("line 2: ") && error.contains("nterminated"), "{error}");
    }

    #[test]
    fn the_body_of_a_trigger_or_routine_is_part_of_it() {
        let trigger = "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET x = CASE WHEN 1 THEN 2 END; DELETE FROM c; END";
        assert_eq!(of(Dialect::Sqlite, &format!("{trigger}; SELECT 2;")), [trigger, "SELECT 2"]);
        let routine = "CREATE PROCEDURE p() BEGIN IF 1 THEN SELECT 1; END IF; CASE 1 WHEN 1 THEN SELECT 2; END CASE; END";
        assert_eq!(of(Dialect::Mysql, &format!("{routine}; SELECT 2;")), [routine, "SELECT 2"]);
        let block = "BEGIN NOT ATOMIC SELECT 1; SELECT 2; END";
        assert_eq!(of(Dialect::Mysql, &format!("{block}; SELECT 3")), [block, "SELECT 3"]);
        let table = "CREATE TABLE t (event TEXT, begin INTEGER)";
        assert_eq!(of(Dialect::Sqlite, &format!("{table}; SELECT 2")), [table, "SELECT 2"]);
        assert_eq!(of(Dialect::Sqlite, "SELECT CASE WHEN 1 THEN 2 END; SELECT 3").len(), 2);
    }
}

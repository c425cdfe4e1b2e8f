//! The statements of a migration, one by one.
//!
//! A semicolon ends a statement unless it stands in a string, a comment, a name in quotes, or the body of a trigger or
//! routine. What is one of these differs between engines, and a tokenizer that knows each tells.

use sqlparser::dialect::{Dialect, MySqlDialect, PostgreSqlDialect, SQLiteDialect};
use sqlparser::tokenizer::{Location, Token, TokenWithSpan, Tokenizer};
use statehouse_connection::Engine;

/// The statements of this text, each with the comments that stand before it. What holds comments alone is none.
///
/// # Errors
/// What the tokenizer cannot read, such as a string without an end.
pub fn split(engine: Engine, text: &str) -> Result<Vec<&str>, String> {
    let dialect: &dyn Dialect = match engine {
        Engine::Sqlite => &SQLiteDialect {},
        Engine::Postgres => &PostgreSqlDialect {},
        Engine::Mysql => &MySqlDialect {},
    };
    let mut tokenizer = Tokenizer::new(dialect, text).with_unescape(false);
    let tokens = tokenizer.tokenize_with_location().map_err(|error| error.to_string())?;
    let mut places =
        Places { rest: text.char_indices(), at: Location { line: 1, column: 1 }, length: text.len() };
    let (mut statements, mut begin) = (Vec::new(), 0);
    let mut statement = Statement::default();
    for TokenWithSpan { token, span } in &tokens {
        if *token == Token::SemiColon && !statement.is_inside_a_body() {
            let end = places.offset(span.start);
            if statement.says_something {
                statements.push(text[begin..end].trim());
            }
            (begin, statement) = (end + 1, Statement::default());
        } else {
            statement.take(token);
        }
    }
    if statement.says_something {
        statements.push(text[begin..].trim());
    }
    Ok(statements)
}

/// The first words of a statement, for people: without its comments, on one line.
#[must_use]
pub fn summary(statement: &str) -> String {
    const LENGTH: usize = 100;
    let line = summary_of_all(statement);
    match line.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// A statement without its comments, on one line.
fn summary_of_all(statement: &str) -> String {
    let lines = statement.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("--"));
    lines.collect::<Vec<_>>().join(" ")
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
struct Statement {
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

impl Statement {
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

/// An index that a statement builds on a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IndexBuild {
    /// The table.
    pub(crate) table: String,
    /// The name of the index.
    pub(crate) index: String,
}

/// The index that a statement of MariaDB builds: `ALTER TABLE t ADD INDEX i`, `CREATE INDEX i ON t`.
pub(crate) fn index_build(statement: &str) -> Option<IndexBuild> {
    let line = summary_of_all(statement);
    let words = line.split(|c: char| c.is_whitespace() || "(),;".contains(c)).filter(|word| !word.is_empty());
    let optional = ["IF", "NOT", "EXISTS", "UNIQUE", "FULLTEXT", "SPATIAL"];
    let plain = |word: &str| word.trim_matches('`').to_owned();
    let is_kept = |word: &&str| !optional.iter().any(|it| word.eq_ignore_ascii_case(it));
    let words: Vec<&str> = words.filter(is_kept).collect();
    let is = |at: usize, wanted: &str| words.get(at).is_some_and(|word| word.eq_ignore_ascii_case(wanted));
    if is(0, "CREATE") && is(1, "INDEX") && is(3, "ON") {
        return Some(IndexBuild { index: plain(words[2]), table: plain(words.get(4)?) });
    }
    let added = (3..words.len()).find(|&at| is(at - 1, "ADD") && (is(at, "INDEX") || is(at, "KEY")))?;
    let is_alter = is(0, "ALTER") && is(1, "TABLE");
    is_alter.then(|| Some(IndexBuild { table: plain(words[2]), index: plain(words.get(added + 1)?) }))?
}

/// The index that a `CREATE INDEX CONCURRENTLY` of PostgreSQL makes, as it stands there: perhaps in quotes.
pub(crate) fn concurrent_index(statement: &str) -> Option<String> {
    let tokens = Tokenizer::new(&PostgreSqlDialect {}, statement).with_unescape(false).tokenize().ok()?;
    let words = tokens.into_iter().filter_map(|token| match token {
        Token::Word(word) => Some(word),
        _ => None,
    });
    let mut words = words.filter(|word| !word.value.eq_ignore_ascii_case("unique")).peekable();
    for expected in ["create", "index", "concurrently"] {
        words.next_if(|word| word.value.eq_ignore_ascii_case(expected))?;
    }
    for skipped in ["if", "not", "exists"] {
        words.next_if(|word| word.quote_style.is_none() && word.value.eq_ignore_ascii_case(skipped));
    }
    // An index may have no name, and PostgreSQL finds one.
    let name =
        words.next().filter(|word| word.quote_style.is_some() || !word.value.eq_ignore_ascii_case("on"))?;
    Some(name.to_string())
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

    fn of(engine: Engine, text: &str) -> Vec<&str> {
        split(engine, text).unwrap()
    }

    #[test]
    fn a_semicolon_ends_a_statement_where_it_is_one() {
        for engine in [Engine::Sqlite, Engine::Postgres, Engine::Mysql] {
            let text = "-- über; not here\nCREATE TABLE \"ä;b\" (x TEXT DEFAULT 'it''s; no');\n\n/* ; */ SELECT 2 ; ;\n-- end;\n";
            let text = if engine == Engine::Mysql { text.replace('"', "`") } else { text.to_owned() };
            let statements = of(engine, &text);
            assert_eq!(statements.len(), 2, "{engine}: {statements:?}");
            assert!(
                statements[0].ends_with("no')") && statements[0].starts_with("-- über"),
                "{statements:?}"
            );
            assert_eq!(statements[1], "/* ; */ SELECT 2", "{engine}");
            assert_eq!(of(engine, "SELECT 1;\r\nSELECT 2"), ["SELECT 1", "SELECT 2"]);
            assert_eq!(of(engine, "-- nothing; at all\n ; ;"), Vec::<&str>::new());
        }
    }

    #[test]
    fn each_engine_has_strings_of_its_own() {
        assert_eq!(of(Engine::Mysql, r"SELECT 'a\'; b'; SELECT 2"), [r"SELECT 'a\'; b'", "SELECT 2"]);
        assert_eq!(of(Engine::Sqlite, r"SELECT 'a\'; SELECT 'b'"), [r"SELECT 'a\'", "SELECT 'b'"]);
        let function = "CREATE FUNCTION f() RETURNS int AS $x$ BEGIN; RETURN 1; END; $x$ LANGUAGE plpgsql";
        assert_eq!(of(Engine::Postgres, &format!("{function}; SELECT 2")), [function, "SELECT 2"]);
        assert_eq!(of(Engine::Postgres, r"SELECT E'a\'; b'; SELECT 2"), [r"SELECT E'a\'; b'", "SELECT 2"]);
        assert!(split(Engine::Sqlite, "SELECT 'no end; SELECT 2").unwrap_err().contains("nterminated"));
    }

    #[test]
    fn the_body_of_a_trigger_or_routine_is_part_of_it() {
        let trigger = "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET x = CASE WHEN 1 THEN 2 END; DELETE FROM c; END";
        assert_eq!(of(Engine::Sqlite, &format!("{trigger}; SELECT 2;")), [trigger, "SELECT 2"]);
        let routine = "CREATE PROCEDURE p() BEGIN IF 1 THEN SELECT 1; END IF; CASE 1 WHEN 1 THEN SELECT 2; END CASE; END";
        assert_eq!(of(Engine::Mysql, &format!("{routine}; SELECT 2;")), [routine, "SELECT 2"]);
        let block = "BEGIN NOT ATOMIC SELECT 1; SELECT 2; END";
        assert_eq!(of(Engine::Mysql, &format!("{block}; SELECT 3")), [block, "SELECT 3"]);
        let table = "CREATE TABLE t (event TEXT, begin INTEGER)";
        assert_eq!(of(Engine::Sqlite, &format!("{table}; SELECT 2")), [table, "SELECT 2"]);
        assert_eq!(of(Engine::Sqlite, "SELECT CASE WHEN 1 THEN 2 END; SELECT 3").len(), 2);
    }

    #[test]
    fn an_index_that_is_made_concurrently_is_known_by_name() {
        let index = |sql| concurrent_index(sql);
        assert_eq!(index("-- why\nCREATE INDEX CONCURRENTLY IF NOT EXISTS a ON t (x)"), Some("a".to_owned()));
        assert_eq!(index("create unique index concurrently \"A\" on t (x)"), Some("\"A\"".to_owned()));
        assert_eq!(index("CREATE INDEX CONCURRENTLY ON t (x)"), None);
        assert_eq!(index("CREATE INDEX a ON t (x)"), None);
    }

    #[test]
    fn a_summary_leaves_out_why() {
        assert_eq!(summary("-- why\n  CREATE TABLE t (\n    x TEXT\n)"), "CREATE TABLE t ( x TEXT )");
        assert_eq!(summary(&"x".repeat(200)).chars().count(), 101);
    }

    #[test]
    fn the_index_that_a_statement_builds_is_found_however_it_is_written() {
        let built = Some(IndexBuild { table: "rules".to_owned(), index: "by_head".to_owned() });
        for statement in [
            "-- why\nALTER TABLE rules ADD INDEX IF NOT EXISTS by_head (`head`(190)), ALGORITHM = INPLACE",
            "alter table `rules` add column x INT, add unique key `by_head`(x)",
            "CREATE UNIQUE INDEX IF NOT EXISTS by_head ON rules (x)",
        ] {
            assert_eq!(index_build(statement), built, "{statement}");
        }
        for statement in
            ["ALTER TABLE rules DROP INDEX by_head", "UPDATE rules SET x = 'ADD INDEX a'", "SELECT 1"]
        {
            assert_eq!(index_build(statement), None, "{statement}");
        }
    }
}

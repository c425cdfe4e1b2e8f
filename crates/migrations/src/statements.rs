//! The statements of a migration, one by one, and what the runner has to know of them.

use sqlparser::dialect::PostgreSqlDialect;
use sqlparser::tokenizer::{Token, Tokenizer};
use statehouse_connection::Engine;
use statehouse_migration_text::statements::{self, Dialect};

/// The statements of this text, each with the comments that stand before it. What holds comments alone is none.
///
/// # Errors
/// What the tokenizer cannot read, such as a string without an end.
pub fn split(engine: Engine, text: &str) -> Result<Vec<&str>, String> {
    let dialect = match engine {
        Engine::Sqlite => Dialect::Sqlite,
        Engine::Postgres => Dialect::Postgres,
        Engine::Mysql => Dialect::Mysql,
    };
    let script = statements::read(dialect, text).map_err(|error| error.to_string())?;
    Ok(script.statements.into_iter().map(|statement| statement.text).collect())
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

/// Whether this statement changes what a column takes: `ALTER TABLE t ALTER COLUMN c`.
pub(crate) fn alters_column(statement: &str) -> bool {
    let line = summary_of_all(statement).to_uppercase();
    let mut words = line.split_whitespace();
    words.next() == Some("ALTER") && words.any(|word| word == "ALTER")
}

/// Whether this statement makes the table of that name.
pub(crate) fn makes_table(statement: &str, table: &str) -> bool {
    let line = summary_of_all(statement);
    let words = line.split(|c: char| c.is_whitespace() || c == '(').filter(|word| !word.is_empty());
    let optional = ["IF", "NOT", "EXISTS"];
    let mut words = words.filter(|word| !optional.iter().any(|it| word.eq_ignore_ascii_case(it)));
    ["CREATE", "TABLE"].iter().all(|first| words.next().is_some_and(|word| word.eq_ignore_ascii_case(first)))
        && words.next().is_some_and(|word| word.trim_matches(['`', '"']) == table)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_that_is_made_concurrently_is_known_by_name() {
        let index = |sql| concurrent_index(sql);
        assert_eq!(index("-- why\nCREATE INDEX CONCURRENTLY IF NOT EXISTS a ON t (x)"), Some("a".to_owned()));
        assert_eq!(index("create unique index concurrently \"A\" on t (x)"), Some("\"A\"".to_owned()));
        assert_eq!(index("CREATE INDEX CONCURRENTLY ON t (x)"), None);
        assert_eq!(index("CREATE INDEX a ON t (x)"), None);
    }

    #[test]
    fn the_statement_that_makes_a_table_is_known_by_its_name() {
        let makes = |statement: &str| makes_table(statement, "servers");
        assert!(
            makes("-- why\nCREATE TABLE servers (id TEXT)")
                && makes("create table if not exists `servers`(id INT)")
        );
        assert!(!makes("CREATE TABLE servers_before (id TEXT)") && !makes("DROP TABLE servers"));
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

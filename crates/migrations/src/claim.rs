//! The claim to tables on PostgreSQL, before statements need them to themselves.
//!
//! Whoever waits for a table to itself has everybody behind it wait as well. Who reads or writes is done in moments, but a vacuum is
//! not: PostgreSQL's own gives way to whoever has waited for `deadlock_timeout`, a second by default, and an administrator's
//! does not at all. So what a vacuum, an ANALYZE or the building of an index excludes is locked first, in the mode that excludes
//! nothing else: readers and writers go by meanwhile. Then only they are left to wait for.

use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use sqlparser::dialect::PostgreSqlDialect;
use sqlparser::keywords::Keyword;
use sqlparser::tokenizer::{Token, Tokenizer};
use statehouse_connection::{Connection, Failure};

use crate::script::is_concurrent;

/// How tables are claimed; none where there are none.
pub(crate) fn claim(tables: &[String]) -> Option<String> {
    (!tables.is_empty()).then(|| format!("LOCK TABLE {} IN SHARE UPDATE EXCLUSIVE MODE", tables.join(", ")))
}

#[derive(QueryableByName)]
struct Table {
    #[diesel(sql_type = Text)]
    name: String,
}

/// Those of these tables that are there to be claimed. What is missing, or another's, the statements may know how to deal with.
pub(crate) fn there(connection: &mut Connection, tables: Vec<String>) -> Result<Vec<String>, Failure> {
    let mut there = Vec::with_capacity(tables.len());
    for table in tables {
        let found = sql_query(
            "SELECT $1 AS name FROM pg_class WHERE oid = to_regclass($1) AND relkind IN ('r', 'p') \
             AND has_table_privilege(oid, 'UPDATE, DELETE, TRUNCATE')",
        );
        there.extend(found.bind::<Text, _>(table).load::<Table>(connection)?.into_iter().map(|it| it.name));
    }
    Ok(there)
}

/// The tables that these statements lock more strongly, each once, in the order in which they are named. Not those that they
/// make, nor those that need not be there.
pub(crate) fn needed(statements: &[&str]) -> Vec<String> {
    let (mut needed, mut made) = (Vec::new(), Vec::new());
    for statement in statements.iter().filter(|statement| !is_concurrent(statement)) {
        let tokens = tokens(statement);
        made.extend(made_by(&tokens));
        for table in needed_by(&tokens) {
            if !needed.contains(&table) && !made.contains(&table) {
                needed.push(table);
            }
        }
    }
    needed
}

/// The tokens of a statement, without what stands between them; none of one that cannot be read, which the database will tell.
fn tokens(statement: &str) -> Vec<Token> {
    let tokenizer = Tokenizer::new(&PostgreSqlDialect {}, statement).with_unescape(false);
    let mut tokens = { tokenizer }.tokenize().unwrap_or_default();
    tokens.retain(|token| !matches!(token, Token::Whitespace(_)));
    tokens
}

fn needed_by(tokens: &[Token]) -> Vec<String> {
    let changed = if let Some(rest) = behind(tokens, &[Keyword::ALTER, Keyword::TABLE]) {
        name(skipping(rest, Keyword::ONLY)).map(|(name, _)| vec![name]).unwrap_or_default()
    } else if let Some(rest) = behind(tokens, &[Keyword::CREATE, Keyword::INDEX])
        .or_else(|| behind(tokens, &[Keyword::CREATE, Keyword::UNIQUE, Keyword::INDEX]))
    {
        named_after(rest, Keyword::ON).take(1).collect()
    } else {
        let verbs = [Keyword::DROP, Keyword::LOCK, Keyword::TRUNCATE];
        verbs.iter().find_map(|verb| behind(tokens, &[*verb, Keyword::TABLE])).map(names).unwrap_or_default()
    };
    // A foreign key locks the table that it leads to.
    changed.into_iter().chain(named_after(tokens, Keyword::REFERENCES)).collect()
}

fn made_by(tokens: &[Token]) -> Option<String> {
    if behind(tokens, &[Keyword::ALTER, Keyword::TABLE]).is_some() {
        let to =
            tokens.windows(2).position(|pair| is(&pair[0], Keyword::RENAME) && is(&pair[1], Keyword::TO))?;
        return name(&tokens[to + 2..]).map(|(name, _)| name);
    }
    behind(tokens, &[Keyword::CREATE])?;
    // Perhaps a temporary one, or one that is not logged.
    let table = tokens.iter().take(4).position(|token| is(token, Keyword::TABLE))?;
    let rest = &tokens[table + 1..];
    let rest = behind(rest, &[Keyword::IF, Keyword::NOT, Keyword::EXISTS]).unwrap_or(rest);
    name(rest).map(|(name, _)| name)
}

/// What follows these words; nothing, where others stand at the beginning.
fn behind<'t>(tokens: &'t [Token], words: &[Keyword]) -> Option<&'t [Token]> {
    let (first, rest) = tokens.split_at_checked(words.len())?;
    first.iter().zip(words).all(|(token, word)| is(token, *word)).then_some(rest)
}

fn skipping(tokens: &[Token], word: Keyword) -> &[Token] {
    behind(tokens, &[word]).unwrap_or(tokens)
}

/// The tables whose names stand behind this word, wherever it stands.
fn named_after(tokens: &[Token], word: Keyword) -> impl Iterator<Item = String> {
    let places = (0..tokens.len()).filter(move |&at| is(&tokens[at], word));
    places.filter_map(|at| Some(name(skipping(&tokens[at + 1..], Keyword::ONLY))?.0))
}

/// Names with commas between them.
fn names(tokens: &[Token]) -> Vec<String> {
    let (mut names, mut rest) = (Vec::new(), skipping(tokens, Keyword::ONLY));
    while let Some((name, behind)) = name(rest) {
        names.push(name);
        let [Token::Comma, others @ ..] = behind else { break };
        rest = others;
    }
    names
}

/// The name of a table, as it is written, perhaps with that of its schema; and what follows. None where it need not be there.
fn name(tokens: &[Token]) -> Option<(String, &[Token])> {
    let [Token::Word(word), rest @ ..] = tokens else { return None };
    match rest {
        _ if word.keyword == Keyword::IF => None,
        [Token::Period, Token::Word(table), rest @ ..] => Some((format!("{word}.{table}"), rest)),
        _ => Some((word.to_string(), rest)),
    }
}

fn is(token: &Token, keyword: Keyword) -> bool {
    matches!(token, Token::Word(word) if word.keyword == keyword)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needed_of(text: &str) -> Vec<String> {
        needed(&crate::statements::split(statehouse_connection::Engine::Postgres, text).unwrap())
    }

    #[test]
    fn a_table_that_is_changed_is_claimed_however_it_is_written() {
        for (text, tables) in [
            ("-- why\nALTER TABLE rules ADD COLUMN IF NOT EXISTS x TEXT", vec!["rules"]),
            ("alter table only public.\"My rules\" drop column x", vec!["public.\"My rules\""]),
            ("DROP TABLE a, b; ALTER TABLE b RENAME TO c; ALTER TABLE c DROP COLUMN x", vec!["a", "b"]),
            (
                "LOCK TABLE commits IN ACCESS EXCLUSIVE MODE; DROP TABLE executions",
                vec!["commits", "executions"],
            ),
            ("CREATE UNIQUE INDEX i ON t (x)", vec!["t"]),
            ("TRUNCATE TABLE t", vec!["t"]),
        ] {
            assert_eq!(needed_of(text), tables, "{text}");
        }
    }

    #[test]
    fn so_is_one_that_a_foreign_key_leads_to_unless_it_is_made_here() {
        let text = "CREATE TABLE a (x TEXT PRIMARY KEY, y TEXT REFERENCES a (x));
            CREATE TABLE IF NOT EXISTS b (x TEXT REFERENCES a (x), y TEXT REFERENCES t (y) ON DELETE CASCADE);
            ALTER TABLE a ADD COLUMN z TEXT";
        assert_eq!(needed_of(text), ["t"]);
    }

    #[test]
    fn what_excludes_nobody_or_need_not_be_there_is_not_claimed() {
        for text in [
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (x)",
            "DROP INDEX CONCURRENTLY i",
            "DROP TABLE IF EXISTS t",
            "ALTER TABLE IF EXISTS t ADD COLUMN x TEXT",
            "INSERT INTO t VALUES ('ALTER TABLE t')",
            "CREATE TABLE t (x TEXT)",
            "'",
        ] {
            assert_eq!(claim(&needed(&[text])), None, "{text}");
        }
    }
}

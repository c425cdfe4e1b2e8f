//! 0007 fills `rules.head_table` with what the rules' canonical form says.
//!
//! The canonical form (`rules.identity`) is read here as it was written up to this version, whatever the policy language
//! becomes later: a rule has one head, and its table stands before the first parenthesis. A rule that is disabled (0005) has
//! `disabled ID` in its place.

use diesel::connection::SimpleConnection as _;
use diesel::sql_types::{BigInt, Nullable, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, Engine};

use super::{Batch, DataError, DataMigration};

/// Fills in which table each rule defines; '' for rules that are disabled, which define none.
///
/// The database reads the canonical form: a batch is one look at a range of ids and one UPDATE of it, and no rule travels.
#[derive(Debug)]
pub(crate) struct RuleHeadTable;

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// The next rules, in the order of their ids.
#[derive(QueryableByName)]
struct Next {
    #[diesel(sql_type = BigInt)]
    number: i64,
    /// The id of the last one.
    #[diesel(sql_type = Nullable<Text>)]
    last: Option<String>,
    /// How many say something else than their canonical form, or nothing.
    #[diesel(sql_type = BigInt)]
    wrong: i64,
    /// The first whose canonical form no Statehouse wrote.
    #[diesel(sql_type = Nullable<Text>)]
    unreadable: Option<String>,
}

#[derive(QueryableByName)]
struct Unreadable {
    #[diesel(sql_type = Text)]
    identity: String,
}

impl DataMigration for RuleHeadTable {
    fn name(&self) -> &'static str {
        "rule_head_tables"
    }

    fn total(&self, connection: &mut Connection) -> Result<u64, DataError> {
        let counted: Counted = sql_query("SELECT COUNT(*) AS number FROM rules").get_result(connection)?;
        Ok(counted.number.unsigned_abs())
    }

    fn up(&self, connection: &mut Connection, after: Option<&str>, limit: u32) -> Result<Batch, DataError> {
        let engine = connection.engine();
        if engine == Engine::Postgres {
            // A server that deletes rules may want one that is held here, and hold one that is wanted here. The batch is the one
            // that gives way, before PostgreSQL looks for a deadlock (after a second).
            connection.batch_execute("SET LOCAL lock_timeout = '100ms'")?;
        }
        let after = after.unwrap_or_default();
        let Next { number, last, wrong, unreadable } =
            sql_query(next(engine, limit)).bind::<Text, _>(after).get_result(connection)?;
        if let Some(id) = unreadable {
            return Err(refusal(connection, id)?);
        }
        let rows = number.unsigned_abs();
        let Some(last) = last else { return Ok(Batch::default()) };
        if wrong > 0 {
            sql_query(mend(engine)).bind::<Text, _>(after).bind::<Text, _>(&last).execute(connection)?;
        }
        Ok(Batch { rows, next: (rows >= u64::from(limit)).then_some(last) })
    }

    /// Servers take this lock before they write anything. Without it, a rule would be missed that an old server is creating
    /// at the moment, and the contract relies on there being none.
    fn outwait(&self, connection: &mut Connection) -> Result<(), DataError> {
        if connection.engine() != Engine::Sqlite {
            connection.batch_execute("SELECT revision FROM head FOR UPDATE")?;
        }
        Ok(())
    }

    /// Nothing was moved, so there is nothing to bring back: a column that says what the rule says does no harm until it
    /// is dropped, which is next.
    fn down(&self, _: &mut Connection, _: Option<&str>, _: u32) -> Result<Batch, DataError> {
        Ok(Batch::default())
    }
}

fn refusal(connection: &mut Connection, id: String) -> Result<DataError, DataError> {
    let [placeholder, _] = placeholders(connection.engine());
    let select = format!("SELECT identity FROM rules WHERE id = {placeholder}");
    let Unreadable { identity } = sql_query(select).bind::<Text, _>(&id).get_result(connection)?;
    let reason = format!(
        "the canonical form {:?} does not begin with a table, so no Statehouse wrote it; delete the rule through a server, and \
         run this again",
        identity.chars().take(80).collect::<String>()
    );
    Ok(DataError::Row { key: id, reason })
}

/// What is known of the next rules before any of them is written.
fn next(engine: Engine, limit: u32) -> String {
    let ([after, _], reads) = (placeholders(engine), Reads::by(engine));
    format!(
        "SELECT COUNT(*) AS number, MAX(id) AS last, COUNT(wrong) AS wrong, MIN(unreadable) AS unreadable FROM \
         (SELECT id, CASE WHEN {differs} THEN 1 END AS wrong, CASE WHEN NOT ({readable}) THEN id END AS unreadable \
         FROM rules WHERE id > {after} ORDER BY id LIMIT {limit}) AS batch",
        differs = reads.differs,
        readable = reads.readable,
    )
}

/// Writes the rules between two ids that say something else than their canonical form.
fn mend(engine: Engine) -> String {
    let ([after, last], reads) = (placeholders(engine), Reads::by(engine));
    format!(
        "UPDATE rules SET head_table = {right} WHERE id > {after} AND id <= {last} AND {differs}",
        right = reads.right,
        differs = reads.differs,
    )
}

fn placeholders(engine: Engine) -> [&'static str; 2] {
    if engine == Engine::Postgres { ["$1", "$2"] } else { ["?", "?"] }
}

/// How a database reads the table that a rule defines from its canonical form: `nova:p` of `execute[nova:p(x)] :- q(x)`.
struct Reads {
    /// The table; '' of a rule that is disabled.
    right: String,
    /// `head_table` is another one, or none.
    differs: String,
    /// The canonical form begins with a table, or is that of a rule that is disabled.
    readable: String,
}

impl Reads {
    fn by(engine: Engine) -> Self {
        // Behind the modal, where there is one. (LIKE would not do: SQLite's takes capitals for small letters.)
        let head = "SUBSTR(identity, CASE WHEN SUBSTR(identity, 1, 8) = 'execute[' THEN 9 \
                    WHEN SUBSTR(identity, 1, 7) IN ('insert[', 'delete[') THEN 8 ELSE 1 END)";
        let disabled = "SUBSTR(identity, 1, 9) = 'disabled '";
        let table = match engine {
            Engine::Sqlite => format!("SUBSTR({head}, 1, INSTR({head}, '(') - 1)"),
            Engine::Postgres => format!("SPLIT_PART({head}, '(', 1)"),
            Engine::Mysql => format!("SUBSTRING_INDEX({head}, '(', 1)"),
        };
        let of_a_name = match engine {
            Engine::Sqlite => format!("{table} NOT GLOB '*[^A-Za-z0-9_.:+-]*'"),
            Engine::Postgres => format!("{table} !~ '[^A-Za-z0-9_.:+-]'"),
            Engine::Mysql => format!("{table} NOT REGEXP '[^A-Za-z0-9_.:+-]'"),
        };
        let right = format!("CASE WHEN {disabled} THEN '' ELSE {table} END");
        let differs = match engine {
            Engine::Sqlite => format!("head_table IS NOT {right}"),
            Engine::Postgres => format!("head_table IS DISTINCT FROM {right}"),
            Engine::Mysql => format!("NOT (head_table <=> {right})"),
        };
        let readable = format!("{disabled} OR (identity LIKE '%(%' AND {table} <> '' AND {of_a_name})");
        Self { right, differs, readable }
    }
}

#[cfg(test)]
mod tests {
    use statehouse_connection::{DatabaseUrl, SessionOptions};

    use super::*;

    /// A table with what of `rules` this looks at, in which each rule's canonical form is its id.
    fn rules(identities: &[&str]) -> (tempfile::TempDir, Connection) {
        let folder = tempfile::tempdir().unwrap();
        let url = DatabaseUrl::sqlite(folder.path().join("rules.db"));
        let mut connection = Connection::open(&url, &SessionOptions::writer()).unwrap();
        connection.batch_execute("CREATE TABLE rules (id TEXT, identity TEXT, head_table TEXT)").unwrap();
        for identity in identities {
            let insert = sql_query("INSERT INTO rules (id, identity) VALUES (?, ?)");
            insert.bind::<Text, _>(identity).bind::<Text, _>(identity).execute(&mut connection).unwrap();
        }
        (folder, connection)
    }

    #[test]
    fn the_table_stands_before_the_first_parenthesis() {
        for (identity, table) in [
            ("q(1)", "q"),
            ("p(x) :- q(x), not r(x)", "p"),
            ("nova:p(x, y) :- q(x, y)", "nova:p"),
            ("a:b:p+(x) :- q(x)", "a:b:p+"),
            ("execute[nova:p(x)] :- q(x)", "nova:p"),
            ("insert[p(\"a(b\")] :- true()", "p"),
            ("executed(1)", "executed"),
            (".x_1()", ".x_1"),
            ("disabled 0190(1)", ""),
        ] {
            let (_folder, mut connection) = rules(&[identity]);
            let batch = RuleHeadTable.up(&mut connection, None, 9).unwrap();
            assert_eq!(batch, Batch { rows: 1, next: None }, "{identity}");
            let select = "SELECT identity FROM rules WHERE head_table = ?";
            let found = sql_query(select).bind::<Text, _>(table).load::<Unreadable>(&mut connection);
            assert_eq!(found.unwrap().len(), 1, "{identity}");
        }
    }

    #[test]
    fn a_canonical_form_without_a_table_is_told_and_nothing_is_written() {
        for identity in
            ["?", "q", "(1)", "Disabled 0190(1)", "not p(x) :- q(x)", "\u{1A}0(1)", "é(1)", "execute[(1)]"]
        {
            let (_folder, mut connection) = rules(&["a(1)", identity]);
            let error = RuleHeadTable.up(&mut connection, None, 9).unwrap_err();
            assert!(matches!(error, DataError::Row { key, .. } if key == identity), "{identity}");
            let filled = sql_query("SELECT identity FROM rules WHERE head_table IS NOT NULL");
            assert_eq!(filled.load::<Unreadable>(&mut connection).unwrap().len(), 0, "{identity}");
        }
    }
}

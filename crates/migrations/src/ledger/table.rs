//! The runner's own tables. They are no migrations: the runner makes them, and takes over those of older programs, before
//! it does anything else.

use diesel::connection::SimpleConnection as _;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, Engine, Failure};

use crate::cluster;

/// What there is of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// No table at all: a new database.
    Empty,
    /// Tables, and no ledger: somebody else's database.
    Foreign,
    /// A ledger of a program that knew no phases: to be taken over before anything is written to it.
    Old,
    /// A ledger as this program keeps it.
    Ready,
}

/// The same on every engine but for the words for types; SQLite's STRICT knows neither BIGINT nor VARCHAR.
const TABLES: &[&str] = &[
    // One row per migration that is applied, or begun. The last three columns have defaults because rows of older
    // programs are taken over.
    "CREATE TABLE IF NOT EXISTS schema_migrations (
    version {integer} NOT NULL PRIMARY KEY,
    name {text} NOT NULL,
    checksum {text} NOT NULL,
    applied_at {integer} NOT NULL,
    applied_by {text} NOT NULL,
    phase {word} NOT NULL DEFAULT 'expand',
    requires {integer},
    state {word} NOT NULL DEFAULT 'applied'
){end}",
    // Everything that was ever done to the schema, in order; also what was taken down or stamped.
    "CREATE TABLE IF NOT EXISTS schema_history (
    number {integer} NOT NULL PRIMARY KEY,
    version {integer} NOT NULL,
    name {text} NOT NULL,
    action {word} NOT NULL,
    checksum {text} NOT NULL,
    done_at {integer} NOT NULL,
    done_by {text} NOT NULL,
    took {integer},
    reason {text}
){end}",
    // How far a migration came whose statements are committed one by one; no row when none is under way.
    "CREATE TABLE IF NOT EXISTS schema_statements (
    version {integer} NOT NULL PRIMARY KEY,
    direction {word} NOT NULL,
    done {integer} NOT NULL,
    digest {word} NOT NULL
){end}",
    // How far a data migration came: the key of the last row of its last batch, and how many rows it has looked at.
    "CREATE TABLE IF NOT EXISTS schema_batches (
    version {integer} NOT NULL PRIMARY KEY,
    direction {word} NOT NULL,
    last_key {text},
    rows_done {integer} NOT NULL
){end}",
];

/// What an older program's ledger becomes the one of today by. All three columns at once: an interruption leaves none.
pub(crate) fn take_over(engine: Engine) -> Vec<String> {
    let columns = [
        "phase {word} NOT NULL DEFAULT 'expand'",
        "requires {integer}",
        "state {word} NOT NULL DEFAULT 'applied'",
    ];
    let statements = match engine {
        // It adds one column per statement, but undoes them all.
        Engine::Sqlite => columns
            .iter()
            .map(|column| format!("ALTER TABLE schema_migrations ADD COLUMN {column}"))
            .collect(),
        Engine::Postgres | Engine::Mysql => {
            vec![format!(
                "ALTER TABLE schema_migrations {}",
                columns.map(|column| format!("ADD COLUMN {column}")).join(", ")
            )]
        }
    };
    statements.into_iter().map(|statement: String| worded(engine, &statement)).collect()
}

/// What was applied before there was a history. Where it is not undone as a whole, it may have been carried out before.
pub(crate) const EARLIER_HISTORY: &str = "INSERT INTO schema_history \
    (number, version, name, action, checksum, done_at, done_by, took, reason) \
    SELECT version, version, name, 'up', checksum, applied_at, applied_by, NULL, NULL FROM schema_migrations \
    WHERE NOT EXISTS (SELECT 1 FROM schema_history) AND checksum <> 'unfinished'";

/// The statement with the engine's own words.
pub(crate) fn worded(engine: Engine, sql: &str) -> String {
    let [integer, text, word, end] = match engine {
        Engine::Sqlite => ["INTEGER", "TEXT", "TEXT", " STRICT"],
        Engine::Postgres => ["BIGINT", "TEXT COLLATE \"C\"", "TEXT COLLATE \"C\"", ""],
        Engine::Mysql => [
            "BIGINT",
            "LONGTEXT",
            "VARCHAR(255)",
            " ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin",
        ],
    };
    sql.replace("{integer}", integer).replace("{text}", text).replace("{word}", word).replace("{end}", end)
}

/// The statements that make the runner's tables in a database that has none.
pub(crate) fn making(engine: Engine) -> impl Iterator<Item = String> {
    TABLES.iter().map(move |table| worded(engine, table))
}

/// Makes the tables that are missing, and takes over a ledger of an older program. Under the lock.
pub(crate) fn prepare(connection: &mut Connection) -> Result<(), Failure> {
    let engine = connection.engine();
    let is_old = standing(connection)? == Standing::Old && !has_phases(connection)?;
    for statement in making(engine) {
        connection.batch_execute(&statement)?;
    }
    if is_old {
        connection.batch_execute(EARLIER_HISTORY)?;
        for statement in take_over(engine) {
            connection.batch_execute(&statement)?;
        }
    }
    Ok(())
}

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = Text)]
    name: String,
}

/// The tables of the database (on PostgreSQL, of the schema that names are looked up in).
fn tables(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => {
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        }
        Engine::Postgres => {
            "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema()"
        }
        Engine::Mysql => {
            "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()"
        }
    }
}

/// The names of the ledger's columns.
pub(crate) fn columns(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "SELECT name FROM pragma_table_info('schema_migrations')",
        Engine::Postgres => {
            "SELECT column_name::text AS name FROM information_schema.columns \
             WHERE table_schema = current_schema() AND table_name = 'schema_migrations'"
        }
        Engine::Mysql => {
            "SELECT column_name AS name FROM information_schema.columns \
             WHERE table_schema = DATABASE() AND table_name = 'schema_migrations'"
        }
    }
}

/// Whether the ledger has the columns that those of older programs have not.
pub(super) fn has_phases(connection: &mut Connection) -> Result<bool, Failure> {
    let columns: Vec<Named> = sql_query(columns(connection.engine())).load(connection)?;
    Ok(columns.iter().any(|column| column.name == "state"))
}

/// Whether there is a table of this name.
pub(crate) fn exists(connection: &mut Connection, name: &str) -> Result<bool, Failure> {
    let tables: Vec<Named> = sql_query(tables(connection.engine())).load(connection)?;
    Ok(tables.iter().any(|table| table.name == name))
}

/// What there is of the ledger. Changes nothing.
pub(crate) fn standing(connection: &mut Connection) -> Result<Standing, Failure> {
    let engine = connection.engine();
    let mut tables: Vec<Named> = sql_query(tables(engine)).load(connection)?;
    tables.retain(|table| table.name != cluster::TABLE);
    let is_there = |name: &str| tables.iter().any(|table| table.name == name);
    if !is_there("schema_migrations") {
        return Ok(if tables.is_empty() { Standing::Empty } else { Standing::Foreign });
    }
    let has_all = ["schema_history", "schema_statements", "schema_batches"].into_iter().all(is_there);
    Ok(if has_all && has_phases(connection)? { Standing::Ready } else { Standing::Old })
}

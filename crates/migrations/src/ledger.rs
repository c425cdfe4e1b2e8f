//! What the database remembers of the migrations it has seen: the table `schema_migrations`.

use diesel::connection::SimpleConnection as _;
use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, Engine, Failure};

use crate::{Migration, Version};

/// One migration as the database remembers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// Its number.
    pub version: Version,
    /// Its name when it was applied.
    pub name: String,
    /// [`Migration::checksum`] when it was applied.
    pub checksum: String,
    /// When, in microseconds since 1970, UTC.
    pub applied_at_us: i64,
    /// The program that applied it.
    pub applied_by: String,
}

/// What there is besides the ledger.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Ledger {
    /// The migrations applied, lowest number first; none for a new database.
    Kept(Vec<Applied>),
    /// There are tables, but no ledger: somebody else's database.
    Foreign,
}

/// The columns are the same everywhere; only the words for their types differ.
fn create(engine: Engine) -> &'static str {
    match engine {
        // STRICT knows neither BIGINT nor VARCHAR.
        Engine::Sqlite => {
            "CREATE TABLE IF NOT EXISTS schema_migrations (
    version INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at INTEGER NOT NULL,
    applied_by TEXT NOT NULL
) STRICT"
        }
        Engine::Postgres => {
            "CREATE TABLE IF NOT EXISTS schema_migrations (
    version BIGINT NOT NULL PRIMARY KEY,
    name TEXT COLLATE \"C\" NOT NULL,
    checksum TEXT COLLATE \"C\" NOT NULL,
    applied_at BIGINT NOT NULL,
    applied_by TEXT COLLATE \"C\" NOT NULL
)"
        }
        Engine::Mysql => {
            "CREATE TABLE IF NOT EXISTS schema_migrations (
    version BIGINT NOT NULL PRIMARY KEY,
    name LONGTEXT NOT NULL,
    checksum LONGTEXT NOT NULL,
    applied_at BIGINT NOT NULL,
    applied_by LONGTEXT NOT NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin"
        }
    }
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

/// What stands in the place of the checksum while a migration is under way where its statements commit one by one. Such a
/// migration counts as not applied; running it again finishes it.
const UNFINISHED: &str = "unfinished";

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    version: i64,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    checksum: String,
    #[diesel(sql_type = BigInt)]
    applied_at: i64,
    #[diesel(sql_type = Text)]
    applied_by: String,
}

#[derive(QueryableByName)]
struct TableName {
    #[diesel(sql_type = Text)]
    name: String,
}

pub(crate) fn read(connection: &mut Connection) -> Result<Ledger, Failure> {
    let tables: Vec<TableName> = sql_query(tables(connection.engine())).load(connection)?;
    if !tables.iter().any(|table| table.name == "schema_migrations") {
        return Ok(if tables.is_empty() { Ledger::Kept(Vec::new()) } else { Ledger::Foreign });
    }
    let rows: Vec<Row> = sql_query(
        "SELECT version, name, checksum, applied_at, applied_by FROM schema_migrations ORDER BY version",
    )
    .load(connection)?;
    Ok(Ledger::Kept(rows.into_iter().filter(|row| row.checksum != UNFINISHED).map(Applied::from).collect()))
}

impl From<Row> for Applied {
    fn from(row: Row) -> Self {
        Self {
            // A number outside the range was not written here; the highest one is as unknown as it is.
            version: Version(u32::try_from(row.version).unwrap_or(u32::MAX)),
            name: row.name,
            checksum: row.checksum,
            applied_at_us: row.applied_at,
            applied_by: row.applied_by,
        }
    }
}

/// Notes that a migration begins, for databases on which its statements commit one by one: if it is interrupted, this
/// stays behind.
pub(crate) fn begin(
    connection: &mut Connection,
    migration: &Migration,
    at_us: i64,
    by: &str,
) -> Result<(), Failure> {
    connection.batch_execute(create(connection.engine()))?;
    strike(connection, migration.version)?;
    insert(connection, migration, UNFINISHED, at_us, by)
}

/// Notes that a migration is applied.
pub(crate) fn enter(
    connection: &mut Connection,
    migration: &Migration,
    applied_at_us: i64,
    applied_by: &str,
) -> Result<(), Failure> {
    connection.batch_execute(create(connection.engine()))?;
    insert(connection, migration, &migration.checksum(), applied_at_us, applied_by)
}

fn insert(
    connection: &mut Connection,
    migration: &Migration,
    checksum: &str,
    applied_at_us: i64,
    applied_by: &str,
) -> Result<(), Failure> {
    let columns = "version, name, checksum, applied_at, applied_by";
    let values = match connection.engine() {
        Engine::Postgres => "$1, $2, $3, $4, $5",
        Engine::Sqlite | Engine::Mysql => "?, ?, ?, ?, ?",
    };
    sql_query(format!("INSERT INTO schema_migrations ({columns}) VALUES ({values})"))
        .bind::<BigInt, _>(i64::from(migration.version.0))
        .bind::<Text, _>(migration.name.as_ref())
        .bind::<Text, _>(checksum)
        .bind::<BigInt, _>(applied_at_us)
        .bind::<Text, _>(applied_by)
        .execute(connection)?;
    Ok(())
}

/// Forgets a migration.
pub(crate) fn strike(connection: &mut Connection, version: Version) -> Result<(), Failure> {
    // The number is no text of anybody's: it can stand in the statement, and placeholders differ.
    sql_query(format!("DELETE FROM schema_migrations WHERE version = {}", version.0)).execute(connection)?;
    Ok(())
}

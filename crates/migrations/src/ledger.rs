//! What the database remembers of the migrations it has seen: the table `schema_migrations`.

use diesel::connection::SimpleConnection as _;
use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, Failure};

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

// BIGINT and VARCHAR would do on every database, but SQLite's STRICT knows neither.
const CREATE: &str = "CREATE TABLE IF NOT EXISTS schema_migrations (
    version INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at INTEGER NOT NULL,
    applied_by TEXT NOT NULL
) STRICT";

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
    let tables: Vec<TableName> = sql_query(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .load(connection)?;
    if !tables.iter().any(|table| table.name == "schema_migrations") {
        return Ok(if tables.is_empty() { Ledger::Kept(Vec::new()) } else { Ledger::Foreign });
    }
    let rows: Vec<Row> = sql_query(
        "SELECT version, name, checksum, applied_at, applied_by FROM schema_migrations ORDER BY version",
    )
    .load(connection)?;
    Ok(Ledger::Kept(rows.into_iter().map(Applied::from).collect()))
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

pub(crate) fn enter(
    connection: &mut Connection,
    migration: &Migration,
    applied_at_us: i64,
    applied_by: &str,
) -> Result<(), Failure> {
    connection.batch_execute(CREATE)?;
    sql_query(
        "INSERT INTO schema_migrations (version, name, checksum, applied_at, applied_by) VALUES (?, ?, ?, ?, ?)",
    )
    .bind::<BigInt, _>(i64::from(migration.version.0))
    .bind::<Text, _>(migration.name.as_ref())
    .bind::<Text, _>(migration.checksum())
    .bind::<BigInt, _>(applied_at_us)
    .bind::<Text, _>(applied_by)
    .execute(connection)?;
    Ok(())
}

pub(crate) fn strike(connection: &mut Connection, version: Version) -> Result<(), Failure> {
    sql_query("DELETE FROM schema_migrations WHERE version = ?")
        .bind::<BigInt, _>(i64::from(version.0))
        .execute(connection)?;
    Ok(())
}

//! The few statements that are worded differently on each database.

use diesel::connection::SimpleConnection as _;
use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::result::DatabaseErrorKind;
use diesel::sql_types::{Bool, Text};
use diesel::{RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, Engine, Failure, FailureKind};

use crate::failed::Failed;
use crate::text::Kept;

/// The channel on which servers wake each other, where the database has such a thing.
pub(crate) const CHANNEL: &str = "statehouse_head";

/// Waits until no other transaction is about to move the head, and keeps others from moving it until this one ends.
///
/// SQLite's transactions begin so. On PostgreSQL and MariaDB this row lock is what makes a decision and what it rests on
/// one: a server that finds it taken waits here, before it decides, instead of deciding what would be refused. (In a
/// Galera cluster it is a lock of one node; that another node was first shows at COMMIT.)
pub(crate) fn lock_head(connection: &mut Connection) -> Result<(), Failed> {
    match connection.engine() {
        Engine::Sqlite => {}
        Engine::Postgres | Engine::Mysql => {
            connection.batch_execute("SELECT revision FROM head FOR UPDATE")?;
        }
    }
    Ok(())
}

/// Holds where the database takes writes. A primary of MariaDB that is made a replica keeps its sessions and lags from then
/// on: what it says of the head no longer counts. (One of PostgreSQL ends them.)
pub(crate) fn takes_writes(connection: &Connection) -> SqlLiteral<Bool> {
    sql(match connection.engine() {
        // A number up to MariaDB 11, a word from 12 on.
        Engine::Mysql => "CONCAT(@@global.read_only) IN ('0', 'OFF')",
        Engine::Sqlite | Engine::Postgres => "1 = 1",
    })
}

/// What [`takes_writes`] finds is not so.
pub(crate) fn takes_no_writes() -> Failure {
    let said = "the database server was made read-only, as a replica is".to_owned();
    Failure {
        kind: FailureKind::ReadOnly,
        source: diesel::result::Error::DatabaseError(DatabaseErrorKind::ReadOnlyTransaction, Box::new(said)),
    }
}

/// Deletes a row of a data source's table, found by the key it is stored under; answers how many there were.
pub(crate) fn delete_row(
    connection: &mut Connection,
    data_source: &str,
    table: &Kept,
    row: &str,
) -> Result<usize, Failed> {
    let key = match connection.engine() {
        Engine::Sqlite => "data_source_id = ? AND table_name = ? AND row = ?",
        Engine::Postgres => {
            r"data_source_id = $1 AND table_name = $2 AND row_digest = sha256(replace($3, E'\\', E'\\\\')::bytea)"
        }
        Engine::Mysql => "`data_source_id` = ? AND `table_name` = ? AND `row_digest` = UNHEX(SHA2(?, 256))",
    };
    Ok(sql_query(format!("DELETE FROM data_source_rows WHERE {key}"))
        .bind::<Text, _>(data_source)
        .bind::<Text, _>(table)
        .bind::<Text, _>(row)
        .execute(connection)?)
}

//! How far a migration came whose statements are committed one by one: the table `schema_statements`.

use std::fmt::Write as _;

use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use sha2::{Digest as _, Sha256};
use statehouse_connection::{Connection, Failure};

use super::put;
use crate::{Direction, Version};

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    done: i64,
    #[diesel(sql_type = Text)]
    direction: String,
    #[diesel(sql_type = Text)]
    digest: String,
}

/// Whether anything is noted of this migration: then statements of it may have been carried out.
pub(crate) fn is_there(connection: &mut Connection, version: Version) -> Result<bool, Failure> {
    let rows: Vec<Row> = sql_query(format!(
        "SELECT done, direction, digest FROM schema_statements WHERE version = {}",
        version.0
    ))
    .load(connection)?;
    Ok(!rows.is_empty())
}

/// How many of these statements need not be carried out again: those that are marked as done. None if it was the other
/// direction that was interrupted, or if what was done is not what stands there now.
pub(crate) fn done(
    connection: &mut Connection,
    version: Version,
    direction: Direction,
    statements: &[&str],
) -> Result<usize, Failure> {
    let rows: Vec<Row> = sql_query(format!(
        "SELECT done, direction, digest FROM schema_statements WHERE version = {}",
        version.0
    ))
    .load(connection)?;
    let done = rows.into_iter().next().and_then(|row| {
        let done = usize::try_from(row.done).ok().filter(|done| *done <= statements.len())?;
        let is_the_same = row.direction == direction.as_str() && row.digest == digest(&statements[..done]);
        is_the_same.then_some(done)
    });
    Ok(done.unwrap_or_default())
}

/// Marks these statements, the first ones of the migration, as done.
pub(crate) fn mark(
    connection: &mut Connection,
    version: Version,
    direction: Direction,
    done: &[&str],
) -> Result<(), Failure> {
    sql_query(put(connection.engine(), "schema_statements", &["version", "direction", "done", "digest"]))
        .bind::<BigInt, _>(i64::from(version.0))
        .bind::<Text, _>(direction.as_str())
        .bind::<BigInt, _>(i64::try_from(done.len()).unwrap_or(i64::MAX))
        .bind::<Text, _>(digest(done))
        .execute(connection)?;
    Ok(())
}

/// The migration is done, or to be run from its beginning.
pub(crate) fn forget(connection: &mut Connection, version: Version) -> Result<(), Failure> {
    sql_query(format!("DELETE FROM schema_statements WHERE version = {}", version.0)).execute(connection)?;
    Ok(())
}

pub(crate) fn digest(statements: &[&str]) -> String {
    let mut hash = Sha256::new();
    for statement in statements {
        hash.update(statement.replace("\r\n", "\n").as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a String does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

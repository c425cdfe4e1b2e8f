//! How far a data migration came: the table `schema_batches`.

use diesel::sql_types::{BigInt, Nullable, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, Failure};

use super::put;
use crate::{Direction, Version};

/// Where a data migration stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Position {
    /// The key of the last row of the last batch.
    pub(crate) last_key: Option<String>,
    /// How many rows it has looked at.
    pub(crate) rows: u64,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    direction: String,
    #[diesel(sql_type = Nullable<Text>)]
    last_key: Option<String>,
    #[diesel(sql_type = BigInt)]
    rows_done: i64,
}

/// Where it stopped in this direction; nothing, if it was never begun, or if it was the other way that was interrupted.
pub(crate) fn read(
    connection: &mut Connection,
    version: Version,
    direction: Direction,
) -> Result<Option<Position>, Failure> {
    let rows: Vec<Row> = sql_query(format!(
        "SELECT direction, last_key, rows_done FROM schema_batches WHERE version = {}",
        version.0
    ))
    .load(connection)?;
    let row = rows.into_iter().next().filter(|row| row.direction == direction.as_str());
    Ok(row.map(|row| Position {
        last_key: row.last_key,
        rows: u64::try_from(row.rows_done).unwrap_or_default(),
    }))
}

/// Writes down where it stands, in the transaction of the batch.
pub(crate) fn write(
    connection: &mut Connection,
    version: Version,
    direction: Direction,
    position: &Position,
) -> Result<(), Failure> {
    let columns = ["version", "direction", "last_key", "rows_done"];
    sql_query(put(connection.engine(), "schema_batches", &columns))
        .bind::<BigInt, _>(i64::from(version.0))
        .bind::<Text, _>(direction.as_str())
        .bind::<Nullable<Text>, _>(position.last_key.as_deref())
        .bind::<BigInt, _>(i64::try_from(position.rows).unwrap_or(i64::MAX))
        .execute(connection)?;
    Ok(())
}

/// The migration is done.
pub(crate) fn forget(connection: &mut Connection, version: Version) -> Result<(), Failure> {
    sql_query(format!("DELETE FROM schema_batches WHERE version = {}", version.0)).execute(connection)?;
    Ok(())
}

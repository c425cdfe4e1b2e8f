//! Whether somebody else wrote to the database, for the price of a look at shared memory.

use diesel::sql_types::BigInt;
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};

use crate::{Connection, Failure};

/// A number that differs from the last one *the same connection* saw if another connection committed in
/// between. Between two connections it means nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DataVersion(i64);

#[derive(QueryableByName)]
struct Answer {
    #[diesel(sql_type = BigInt)]
    data_version: i64,
}

/// Asks for the [`DataVersion`] (SQLite's `PRAGMA data_version`). The connection's own commits leave it as it is.
///
/// `None` where nothing tells this for less than a query: ask the tables.
///
/// # Errors
/// The [`Failure`] of the question.
pub fn data_version(connection: &mut Connection) -> Result<Option<DataVersion>, Failure> {
    match connection {
        Connection::Sqlite(connection) => {
            let answer: Answer = sql_query("PRAGMA data_version").get_result(connection)?;
            Ok(Some(DataVersion(answer.data_version)))
        }
        #[cfg(any(feature = "postgres", feature = "mysql"))]
        _ => Ok(None),
    }
}

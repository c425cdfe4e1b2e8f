//! Ways down that must not be taken: where an older schema has no place for something without which the rest would be taken for
//! damaged, on the way up again.

use diesel::sql_types::BigInt;
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, DatabaseUrl, Failure, SessionOptions};

use crate::{MigrateError, Migration, State, Version, ledger};

/// What a database may hold that does not survive a way down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loss {
    /// A query for how much there is of it, as `number`.
    pub question: &'static str,
    /// What would be lost, and what to do about it.
    pub reason: &'static str,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Refuses a way down on which something would be lost without which the rest is of no use, before anything is changed. Where
/// nothing stays, nothing needs it.
pub(crate) fn refuse(url: &DatabaseUrl, plan: &[&Migration], target: Version) -> Result<(), MigrateError> {
    if target == Version::NONE || plan.iter().all(|migration| migration.loss.is_none()) {
        return Ok(());
    }
    let mut connection = Connection::open(url, &SessionOptions::reader())?;
    for entry in ledger::read(&mut connection)?.entries {
        // One that was begun may have lost it already, and has to be finished.
        if entry.state == State::Applied
            && let Some(migration) = plan.iter().find(|migration| migration.version == entry.version)
        {
            refuse_where_there_is_some(&mut connection, migration)?;
        }
    }
    Ok(())
}

fn refuse_where_there_is_some(
    connection: &mut Connection,
    migration: &Migration,
) -> Result<(), MigrateError> {
    let Some(Loss { question, reason }) = migration.loss else { return Ok(()) };
    let count: Count = sql_query(question).get_result(connection).map_err(Failure::from)?;
    if count.number == 0 {
        return Ok(());
    }
    Err(MigrateError::Loses { migration: migration.to_string(), reason })
}

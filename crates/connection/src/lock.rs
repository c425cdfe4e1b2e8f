//! Waiting for locks, and one at a time among all processes that would change the schema.

use std::time::Duration;

use diesel::connection::SimpleConnection as _;

use crate::transaction::{self, Begin};
use crate::{Connection, Failure, FailureKind, Transaction, sqlite};

/// After this long without the lock the caller is told that it waits.
const PATIENCE: Duration = Duration::from_millis(500);

/// Begins a transaction that no other process's can overlap, waiting for the others at most `wait`;
/// `on_wait` is called when it does not come at once.
///
/// On SQLite the lock is the writer's lock of the file: the operating system takes it from a process that dies,
/// so a killed one leaves nothing behind, and a server that runs meanwhile only waits to write. The session
/// keeps `wait` as its busy timeout.
///
/// # Errors
/// [`FailureKind::Busy`] when the wait was too short.
pub fn begin_exclusive(
    connection: &mut Connection,
    wait: Duration,
    on_wait: impl FnOnce(),
) -> Result<Transaction<'_>, Failure> {
    set_wait(connection, PATIENCE.min(wait))?;
    let begun = transaction::begin(connection, Begin::Write);
    set_wait(connection, wait)?;
    match begun {
        Err(failure) if failure.kind == FailureKind::Busy && wait > PATIENCE => {
            on_wait();
            Transaction::begin_write(connection)
        }
        Err(failure) => Err(failure),
        Ok(()) => Ok(Transaction::begun(connection)),
    }
}

/// How long the session's statements wait for a lock from now on.
///
/// # Errors
/// The [`Failure`] of the setting.
pub fn set_wait(connection: &mut Connection, wait: Duration) -> Result<(), Failure> {
    match connection {
        Connection::Sqlite(connection) => connection.batch_execute(&sqlite::busy_timeout(wait))?,
    }
    Ok(())
}

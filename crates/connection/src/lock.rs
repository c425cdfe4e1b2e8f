//! One at a time among all processes that would change the schema.

use std::time::Duration;

use diesel::connection::SimpleConnection as _;

use crate::{Connection, Failure, Transaction, sqlite};

/// Begins a transaction that no other process's can overlap, waiting for the others at most `wait`.
///
/// On SQLite the lock is the writer's lock of the file: the operating system takes it from a process that dies,
/// so a killed one leaves nothing behind, and a server that runs meanwhile only waits to write. The session
/// keeps `wait` as its busy timeout.
///
/// # Errors
/// [`FailureKind::Busy`](crate::FailureKind::Busy) when the wait was too short.
pub fn begin_exclusive(connection: &mut Connection, wait: Duration) -> Result<Transaction<'_>, Failure> {
    match connection {
        Connection::Sqlite(inner) => inner.batch_execute(&sqlite::busy_timeout(wait))?,
    }
    Transaction::begin_write(connection)
}

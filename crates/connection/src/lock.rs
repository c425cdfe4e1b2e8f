//! Waiting for locks, and one at a time among all processes that would change the schema.

use std::time::Duration;

use diesel::connection::SimpleConnection as _;

use crate::transaction::{self, Begin};
use crate::{Connection, Engine, Failure, FailureKind, Transaction, sqlite};

/// After this long without the lock the caller is told that it waits.
const PATIENCE: Duration = Duration::from_millis(500);

/// What migrators lock on PostgreSQL, where the key of such a lock is a number: "stateho" in ASCII, and a 1.
const POSTGRES_LOCK: &str = "SELECT pg_advisory_xact_lock(8319381564205592321)";

/// Begins a transaction that no other migrator's can overlap, waiting for the others at most `wait`; `on_wait` is
/// called when it does not come at once.
///
/// Whoever dies gives the lock back, so that a killed migrator leaves none behind:
///
/// * On SQLite it is the writer's lock of the file, which the operating system takes back; a server that runs meanwhile
///   only waits to write. The session keeps `wait` as its busy timeout.
/// * On PostgreSQL it is an advisory lock of the transaction, which a pooler that hands out sessions per transaction
///   (PgBouncer) cannot tear apart.
/// * On MariaDB it is a named lock of the session. It outlives the transaction, because each statement that changes the
///   schema commits by itself there; it ends with the session. In a Galera cluster it is a lock of one node, and who migrates
///   needs more.
///
/// # Errors
/// [`FailureKind::Busy`] when the wait was too short.
pub fn begin_exclusive(
    connection: &mut Connection,
    wait: Duration,
    on_wait: impl FnOnce(),
) -> Result<Transaction<'_>, Failure> {
    match try_exclusive(connection, PATIENCE.min(wait)) {
        Err(failure) if failure.kind == FailureKind::Busy && wait > PATIENCE => {
            on_wait();
            try_exclusive(connection, wait)?;
        }
        Err(failure) => return Err(failure),
        Ok(()) => set_wait(connection, wait)?,
    }
    Ok(Transaction::begun(connection))
}

/// How a script takes the same lock for its session, and gives it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionLock {
    /// Fails where somebody else has it: on PostgreSQL as soon as `lock_timeout` says, on MariaDB after a minute.
    pub take: &'static str,
    /// Gives it back. The end of the session does so too.
    pub release: &'static str,
}

/// The statements of the lock in a script; none on SQLite, where the transaction is the lock.
#[must_use]
pub fn session_lock(engine: Engine) -> Option<SessionLock> {
    match engine {
        Engine::Sqlite => None,
        Engine::Postgres => Some(SessionLock {
            take: "SELECT pg_advisory_lock(8319381564205592321)",
            release: "SELECT pg_advisory_unlock(8319381564205592321)",
        }),
        // GET_LOCK fails by answering 0, which a script would not look at. This setting takes no NULL, and so the script stops.
        Engine::Mysql => Some(SessionLock {
            take: "SET SESSION sql_mode = IF(GET_LOCK(CONCAT('statehouse.migrate.', DATABASE()), 60) = 1, @@sql_mode, NULL)",
            release: "DO RELEASE_LOCK(CONCAT('statehouse.migrate.', DATABASE()))",
        }),
    }
}

/// Begins, with the lock; or fails, without a transaction.
fn try_exclusive(connection: &mut Connection, wait: Duration) -> Result<(), Failure> {
    match connection {
        Connection::Sqlite(_) => transaction::begin(connection, Begin::Write, wait),
        #[cfg(feature = "postgres")]
        Connection::Postgres(_) => {
            transaction::begin(connection, Begin::Exclusive, wait)?;
            let mut begun = Transaction::begun(connection);
            diesel::connection::SimpleConnection::batch_execute(&mut *begun, POSTGRES_LOCK)?;
            begun.leave_open();
            Ok(())
        }
        #[cfg(feature = "mysql")]
        Connection::Mysql(inner) => {
            crate::mysql::lock_migrations(inner, wait)?;
            transaction::begin(connection, Begin::Exclusive, wait)
        }
    }
}

/// How long the statements of a SQLite session wait for a lock from now on. On a server every transaction says how long
/// it waits when it begins ([`Transaction::begin_write_within`]), and this does nothing.
///
/// # Errors
/// The [`Failure`] of the setting.
pub fn set_wait(connection: &mut Connection, wait: Duration) -> Result<(), Failure> {
    match connection {
        Connection::Sqlite(connection) => connection.batch_execute(&sqlite::busy_timeout(wait))?,
        #[cfg(any(feature = "postgres", feature = "mysql"))]
        _ => {}
    }
    Ok(())
}

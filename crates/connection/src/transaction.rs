//! Transactions whose outcome is known: not begun, rolled back, committed, or *COMMIT did not answer*.
//!
//! The last one is why this module exists: diesel's `transaction` folds a failed COMMIT into the error of the
//! body, and a caller who takes it for "not stored" and tries again may write twice.

use std::ops::{Deref, DerefMut};
use std::time::Duration;

#[cfg(any(feature = "postgres", feature = "mysql"))]
use diesel::connection::SimpleConnection as _;
use diesel::connection::{AnsiTransactionManager, TransactionManager as _};

#[cfg(feature = "mysql")]
use crate::mysql;
#[cfg(feature = "postgres")]
use crate::postgres;
use crate::{Connection, Failure, sqlite};

/// Why a transaction brought no result.
#[derive(Debug, thiserror::Error)]
pub enum TransactionError<E> {
    /// It never began; nothing is stored.
    #[error("the transaction did not begin")]
    Begin(#[source] Failure),
    /// The body gave up, and what it did was rolled back; nothing is stored.
    #[error(transparent)]
    Body(E),
    /// COMMIT failed. Everything is stored or nothing is: read the database to learn which.
    #[error("the outcome of the transaction is unknown")]
    Commit(#[source] Failure),
}

/// Runs `body` as a writer of the database and commits what it did.
///
/// On SQLite there is one writer, and the lock is taken at the start (BEGIN IMMEDIATE): a transaction that reads first
/// and then turns into a write fails at once when somebody else wrote in between, whatever the busy timeout says. On
/// PostgreSQL and MariaDB several begin at once under READ COMMITTED; the body locks the row they all move.
///
/// The body must return the first [`Failure`] it meets: after some (a full disk, for one) SQLite has rolled the
/// transaction back by itself, and later statements would stand alone.
///
/// # Errors
/// See [`TransactionError`]; only its `Commit` leaves open what is stored.
pub fn write_transaction<T, E>(
    connection: &mut Connection,
    body: impl FnOnce(&mut Connection) -> Result<T, E>,
) -> Result<T, TransactionError<E>> {
    run(Transaction::begin_write(connection).map_err(TransactionError::Begin)?, body)
}

/// Runs `body` on one snapshot of the database, the one its first query meets: what others commit meanwhile it
/// does not see.
///
/// # Errors
/// See [`TransactionError`].
pub fn read_transaction<T, E>(
    connection: &mut Connection,
    body: impl FnOnce(&mut Connection) -> Result<T, E>,
) -> Result<T, TransactionError<E>> {
    run(Transaction::begin_read(connection).map_err(TransactionError::Begin)?, body)
}

/// Does the same for as long as it takes: for whoever reads everything and has work to do between two queries, which PostgreSQL
/// would take for a reader that has died.
///
/// # Errors
/// See [`TransactionError`].
pub fn long_read_transaction<T, E>(
    connection: &mut Connection,
    body: impl FnOnce(&mut Connection) -> Result<T, E>,
) -> Result<T, TransactionError<E>> {
    begin(connection, Begin::LongRead, LOCK_WAIT).map_err(TransactionError::Begin)?;
    run(Transaction::begun(connection), body)
}

/// Does the same in a session of a [guest](crate::SessionOptions::guest): nothing is set that an old server does not know, and
/// the transaction may take as long as it takes.
///
/// # Errors
/// See [`TransactionError`].
pub fn guest_transaction<T, E>(
    connection: &mut Connection,
    body: impl FnOnce(&mut Connection) -> Result<T, E>,
) -> Result<T, TransactionError<E>> {
    begin(connection, Begin::Guest, LOCK_WAIT).map_err(TransactionError::Begin)?;
    run(Transaction::begun(connection), body)
}

fn run<T, E>(
    mut transaction: Transaction<'_>,
    body: impl FnOnce(&mut Connection) -> Result<T, E>,
) -> Result<T, TransactionError<E>> {
    let result = body(&mut transaction).map_err(TransactionError::Body)?;
    transaction.commit().map_err(TransactionError::Commit)?;
    Ok(result)
}

/// How long a transaction waits for a lock unless it says otherwise; on SQLite the session's busy timeout counts.
const LOCK_WAIT: Duration = Duration::from_secs(5);

/// What a transaction is begun for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Begin {
    Write,
    Read,
    /// Reads with pauses, however long they are.
    LongRead,
    /// Reads what is another program's.
    Guest,
    /// Changes the schema, which may take its time.
    #[cfg(any(feature = "postgres", feature = "mysql"))]
    Exclusive,
}

pub(crate) fn begin(connection: &mut Connection, begin: Begin, wait: Duration) -> Result<(), Failure> {
    tracing::trace!(?begin, ?wait, "a transaction begins");
    match connection {
        Connection::Sqlite(inner) => match begin {
            Begin::Read | Begin::LongRead | Begin::Guest => {
                AnsiTransactionManager::begin_transaction_sql(inner, "BEGIN DEFERRED")?;
            }
            _ => sqlite::begin_write(inner, wait)?,
        },
        #[cfg(feature = "postgres")]
        Connection::Postgres(inner) => {
            let sql = postgres::begin(begin, wait);
            if let Err(error) = AnsiTransactionManager::begin_transaction_sql(inner, &sql) {
                // BEGIN may have been carried out before what follows it failed.
                let _the_first_error_counts = inner.batch_execute("ROLLBACK");
                return Err(error.into());
            }
        }
        #[cfg(feature = "mysql")]
        Connection::Mysql(inner) => {
            inner.batch_execute(&mysql::before_begin(begin, wait))?;
            AnsiTransactionManager::begin_transaction_sql(inner, mysql::begin(begin))?;
        }
    }
    Ok(())
}

/// An open transaction. Dropping it (early return, panic) rolls it back.
#[derive(Debug)]
pub struct Transaction<'c> {
    connection: &'c mut Connection,
    is_open: bool,
    /// COMMIT has a time limit still, which must not end it.
    #[cfg_attr(not(feature = "postgres"), expect(dead_code, reason = "only PostgreSQL has such a limit"))]
    is_hurried: bool,
}

impl<'c> Transaction<'c> {
    /// Begins as the one writer; waits for the lock as long as the session's busy timeout.
    ///
    /// # Errors
    /// The [`Failure`] of BEGIN; commonly `Busy`.
    pub fn begin_write(connection: &'c mut Connection) -> Result<Self, Failure> {
        let wait = match connection {
            Connection::Sqlite(inner) => sqlite::wait(inner)?,
            #[cfg(any(feature = "postgres", feature = "mysql"))]
            _ => LOCK_WAIT,
        };
        Self::begin_write_within(connection, wait)
    }

    /// Begins as [`Transaction::begin_write`] does, and waits for any lock at most so long.
    ///
    /// # Errors
    /// The [`Failure`] of BEGIN; commonly `Busy`.
    pub fn begin_write_within(connection: &'c mut Connection, wait: Duration) -> Result<Self, Failure> {
        begin(connection, Begin::Write, wait)?;
        Ok(Self { connection, is_open: true, is_hurried: true })
    }

    /// Begins on one snapshot, for reading.
    ///
    /// # Errors
    /// The [`Failure`] of BEGIN.
    pub fn begin_read(connection: &'c mut Connection) -> Result<Self, Failure> {
        begin(connection, Begin::Read, LOCK_WAIT)?;
        Ok(Self::begun(connection))
    }

    /// The guard of a transaction that [`begin`] has begun.
    pub(crate) fn begun(connection: &'c mut Connection) -> Self {
        Self { connection, is_open: true, is_hurried: false }
    }

    /// Has the session refuse what would be written outside of this transaction, as it does for one that was begun to write: a
    /// cluster may end it between two statements without a word. For a transaction among migrators that moves rows;
    /// [`begin_exclusive`](crate::lock::begin_exclusive) takes it back, for statements that change the schema.
    ///
    /// # Errors
    /// The [`Failure`] of the setting.
    pub fn refuse_outside(&mut self) -> Result<(), Failure> {
        match &mut *self.connection {
            #[cfg(feature = "mysql")]
            Connection::Mysql(connection) => connection.batch_execute(mysql::NOTHING_OUTSIDE)?,
            _ => tracing::trace!("nothing is written outside of a transaction here"),
        }
        Ok(())
    }

    /// Leaves the transaction open, for another guard to end.
    #[cfg(feature = "postgres")]
    pub(crate) fn leave_open(mut self) {
        self.is_open = false;
    }

    /// Notifies those who listen on this channel, if and when this commits. Does nothing where there are no
    /// notifications. Meant to be the last thing before [`Transaction::commit`], which it saves a round trip.
    ///
    /// # Errors
    /// The [`Failure`] of the statement.
    pub fn notify(&mut self, channel: &str) -> Result<(), Failure> {
        match &mut *self.connection {
            #[cfg(feature = "postgres")]
            Connection::Postgres(connection) => {
                connection.batch_execute(&format!("NOTIFY {channel}; {}", postgres::UNHURRIED))?;
                self.is_hurried = false;
            }
            _ => tracing::trace!(channel, "this database carries no notifications"),
        }
        Ok(())
    }

    /// Stores what was done, durably. It takes as long as the database takes: on PostgreSQL, until the synchronous
    /// standbys have it too.
    ///
    /// # Errors
    /// Whether it was stored is unknown.
    pub fn commit(mut self) -> Result<(), Failure> {
        #[cfg(feature = "postgres")]
        if let (true, Connection::Postgres(connection)) = (self.is_hurried, &mut *self.connection) {
            connection.batch_execute(postgres::UNHURRIED)?;
        }
        self.is_open = false;
        Connection::commit_transaction(self.connection).map_err(Failure::from)
    }

    /// Undoes what was done.
    ///
    /// # Errors
    /// Nothing is stored even so, but the session is of no more use: `is_broken` is true.
    pub fn rollback(mut self) -> Result<(), Failure> {
        self.is_open = false;
        self.undo()
    }

    fn undo(&mut self) -> Result<(), Failure> {
        let Err(error) = Connection::rollback_transaction(self.connection) else { return Ok(()) };
        // After a full disk or an I/O error SQLite has rolled back already, and ROLLBACK finds nothing to do.
        match Connection::transaction_manager_status_mut(self.connection).transaction_depth() {
            Ok(None) => Ok(()),
            _ => Err(error.into()),
        }
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        if self.is_open
            && let Err(failure) = self.undo()
        {
            tracing::warn!(error = %failure.source, "a transaction could not be rolled back; its session is broken");
        }
    }
}

impl Deref for Transaction<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.connection
    }
}

impl DerefMut for Transaction<'_> {
    fn deref_mut(&mut self) -> &mut Connection {
        self.connection
    }
}

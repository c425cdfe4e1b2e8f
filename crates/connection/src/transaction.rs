//! Transactions whose outcome is known: not begun, rolled back, committed, or *COMMIT did not answer*.
//!
//! The last one is why this module exists: diesel's `transaction` folds a failed COMMIT into the error of the
//! body, and a caller who takes it for "not stored" and tries again may write twice.

use std::ops::{Deref, DerefMut};

use diesel::connection::{AnsiTransactionManager, TransactionManager as _};

use crate::{Connection, Failure};

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

/// Runs `body` as the one writer of the database and commits what it did.
///
/// The lock is taken at the start (BEGIN IMMEDIATE on SQLite): a transaction that reads first and then turns
/// into a write fails at once when somebody else wrote in between, whatever the busy timeout says.
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

fn run<T, E>(
    mut transaction: Transaction<'_>,
    body: impl FnOnce(&mut Connection) -> Result<T, E>,
) -> Result<T, TransactionError<E>> {
    let result = body(&mut transaction).map_err(TransactionError::Body)?;
    transaction.commit().map_err(TransactionError::Commit)?;
    Ok(result)
}

/// What a transaction is begun for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Begin {
    Write,
    Read,
}

pub(crate) fn begin(connection: &mut Connection, begin: Begin) -> Result<(), Failure> {
    match connection {
        Connection::Sqlite(inner) => {
            let sql = match begin {
                Begin::Write => "BEGIN IMMEDIATE",
                Begin::Read => "BEGIN DEFERRED",
            };
            AnsiTransactionManager::begin_transaction_sql(inner, sql)?;
        }
    }
    Ok(())
}

/// An open transaction. Dropping it (early return, panic) rolls it back.
#[derive(Debug)]
pub struct Transaction<'c> {
    connection: &'c mut Connection,
    is_open: bool,
}

impl<'c> Transaction<'c> {
    /// Begins as the one writer; waits for the lock as long as the session's busy timeout.
    ///
    /// # Errors
    /// The [`Failure`] of BEGIN; commonly `Busy`.
    pub fn begin_write(connection: &'c mut Connection) -> Result<Self, Failure> {
        begin(connection, Begin::Write)?;
        Ok(Self::begun(connection))
    }

    /// Begins on one snapshot, for reading.
    ///
    /// # Errors
    /// The [`Failure`] of BEGIN.
    pub fn begin_read(connection: &'c mut Connection) -> Result<Self, Failure> {
        begin(connection, Begin::Read)?;
        Ok(Self::begun(connection))
    }

    /// The guard of a transaction that [`begin`] has begun.
    pub(crate) fn begun(connection: &'c mut Connection) -> Self {
        Self { connection, is_open: true }
    }

    /// Stores what was done, durably.
    ///
    /// # Errors
    /// Whether it was stored is unknown.
    pub fn commit(mut self) -> Result<(), Failure> {
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

//! What can go wrong, told apart by what the caller can do about it.

use std::time::Duration;

use statehouse_model::{Rejection, Revision};

/// A store that could not be opened. Nothing was changed, except for migrations that were applied before the failure.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The database cannot be reached, or fails.
    #[error("{reason}")]
    Database {
        /// What the database says, and which database it is.
        reason: String,
    },
    /// The database's tables are not those that this program works with.
    #[error("{reason}")]
    Schema {
        /// What is different, and which command mends it.
        reason: String,
    },
    /// The secrets in the database were sealed with another key.
    #[error("the secret key does not open this database: its secrets were sealed with another key")]
    WrongKey,
    /// The database holds something that this program cannot have written.
    #[error("{table}: {reason}")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// What is wrong with it, and where.
        reason: String,
    },
    /// The operating system gave no thread.
    #[error("no thread for the store")]
    Thread(#[source] std::io::Error),
}

/// A state or a piece of the log that could not be read.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The database does not say whether the state that this process has is the newest.
    #[error("the database is unavailable: {reason}")]
    Unavailable {
        /// What is wrong with it, for an operator.
        reason: String,
    },
    /// The commits that were asked for are not in the log any more: it was trimmed.
    #[error("the log begins at revision {oldest}: what was before it has been trimmed")]
    Trimmed {
        /// The first revision that the log still has.
        oldest: Revision,
    },
    /// The store was closed.
    #[error("the store is closed")]
    Closed,
}

/// A command that was not committed, or of which that is not known.
#[derive(Clone, Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// The command breaks a rule of the domain; nothing was changed.
    #[error("{rejection}")]
    Rejected {
        /// Which one, and how.
        rejection: Rejection,
        /// The revision of the state that the command was decided on.
        revision: Revision,
    },
    /// The queue is full; nothing was changed.
    #[error("the writer is {queued} commands behind")]
    Overloaded {
        /// How many commands wait.
        queued: usize,
        /// After how long it is worth trying again.
        retry_after: Duration,
    },
    /// The database does not take the command; nothing was changed.
    #[error("the database is unavailable: {reason}")]
    Unavailable {
        /// What is wrong with it, for an operator.
        reason: String,
        /// After how long it is worth trying again.
        retry_after: Duration,
    },
    /// The database is set up to take no command of that length; nothing was changed, and the same again fares no better.
    #[error("{reason}")]
    TooLarge {
        /// What its operator can do about it.
        reason: String,
    },
    /// The database was lost while it committed, and did not come back in time to tell whether it had. If it had, the
    /// log shows the commit with this request's id as soon as the database is back.
    #[error("the database was lost during the commit, and whether it was made is not known: {reason}")]
    OutcomeUnknown {
        /// What is wrong with it, for an operator.
        reason: String,
    },
    /// The lease under which the command was sent does not hold any more: another server has the duty, or may have it.
    /// Nothing was changed.
    #[error("this server does not have the duty {duty:?} any more")]
    LeaseLost {
        /// The name of the duty.
        duty: String,
    },
    /// The store was closed; nothing was changed.
    #[error("the store is closed")]
    Closed,
}

/// A store that did not close in order. Everything that was acknowledged is durable all the same.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CloseError {
    /// A thread of the store had died of a defect; its panic was told on the standard error when it happened.
    #[error("the {thread} of the store has died of a defect")]
    Died {
        /// Which one.
        thread: &'static str,
    },
}

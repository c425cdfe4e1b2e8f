//! A failure inside the store, before it is known whom it concerns.

use std::fmt::Display;

use statehouse_connection::{Engine, Failure, FailureKind, OpenError as NoConnection, TransactionError};

use statehouse_model::Revision;

use crate::OpenError;
use crate::seal::SealError;

#[derive(Debug, thiserror::Error)]
pub(crate) enum Failed {
    /// The database did not carry something out.
    #[error(transparent)]
    Database(#[from] Failure),
    /// There is no connection to it. What is shown does not name the file: it may go to a client.
    #[error("{}", .0.kind())]
    NoConnection(#[from] NoConnection),
    /// It holds something that this program cannot have written.
    #[error("{table}: {reason}")]
    Corrupt { table: &'static str, reason: String },
    /// What was to be read from the log was trimmed.
    #[error("the log begins at revision {oldest}: what was before it has been trimmed")]
    Trimmed { oldest: Revision },
    /// A secret could not be sealed.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// The head moved whenever the writer was about to move it.
    #[error("other servers have written first, {0} times in a row")]
    Outrun(u32),
    /// A thread of the store died of a defect.
    #[error("the {0} of the store has stopped because of a defect; restart the server")]
    Died(&'static str),
    /// The schema has become one that this program cannot work with.
    #[error("{0}")]
    Schema(String),
    /// Others took this server for dead, and may have changed the schema since.
    #[error("this server was taken for dead, and first looks whether it can still work with the schema")]
    GivenUp,
    /// A test wanted it.
    #[error("the connection to the database is lost: {0}")]
    Fault(#[from] std::io::Error),
}

impl Failed {
    pub(crate) fn corrupt(table: &'static str, reason: &(impl Display + ?Sized)) -> Self {
        Self::Corrupt { table, reason: reason.to_string() }
    }

    /// Does the database as a whole not serve, as opposed to one command being more than it takes?
    pub(crate) fn is_outage(&self) -> bool {
        match self {
            Self::Database(failure) => failure.kind.is_outage(),
            Self::NoConnection(_)
            | Self::Outrun(_)
            | Self::Died(_)
            | Self::Schema(_)
            | Self::GivenUp
            | Self::Fault(_) => true,
            Self::Corrupt { .. } | Self::Trimmed { .. } | Self::Seal(_) => false,
        }
    }

    /// Was another server's transaction preferred, so that nothing is stored and the same again may succeed?
    pub(crate) fn is_conflict(&self) -> bool {
        match self {
            Self::Database(failure) => failure.kind == FailureKind::Conflict,
            Self::Fault(error) => error.kind() == std::io::ErrorKind::Deadlock,
            _ => false,
        }
    }

    /// Was something missing from the schema, which may have been taken away?
    pub(crate) fn is_of_the_schema(&self) -> bool {
        matches!(self, Self::Database(failure) if failure.kind == FailureKind::SchemaMismatch)
    }

    /// Is one command longer than the database is set up to take? It serves all others.
    pub(crate) fn is_of_the_length(&self) -> bool {
        matches!(self, Self::Database(failure) if failure.kind == FailureKind::TooLarge)
    }

    /// Is the session gone, so that it is of no use even to ask what became of its COMMIT?
    pub(crate) fn ends_session(&self) -> bool {
        match self {
            Self::Database(failure) => failure.kind == FailureKind::ConnectionLost,
            _ => matches!(self, Self::Fault(_) | Self::NoConnection(_)),
        }
    }

    /// May the session with this database go on being used?
    ///
    /// A lock that does not come says nothing about a session with a file. But a node that is cut off from its Galera cluster
    /// says the same when it cannot find out what the others have (1205), and goes on saying so: a new session is opened
    /// with one that takes writes.
    pub(crate) fn spares_session(&self, engine: Engine) -> bool {
        match self {
            Self::Database(failure) => match failure.kind {
                FailureKind::Busy => engine == Engine::Sqlite,
                kind => kind == FailureKind::Conflict,
            },
            _ => matches!(self, Self::Outrun(_) | Self::Trimmed { .. } | Self::Schema(_) | Self::GivenUp),
        }
    }
}

impl From<diesel::result::Error> for Failed {
    fn from(error: diesel::result::Error) -> Self {
        Self::Database(error.into())
    }
}

impl From<TransactionError<Failed>> for Failed {
    fn from(error: TransactionError<Failed>) -> Self {
        match error {
            TransactionError::Begin(failure) | TransactionError::Commit(failure) => Self::Database(failure),
            TransactionError::Body(failed) => failed,
        }
    }
}

impl From<Failed> for OpenError {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Corrupt { table, reason } => Self::Corrupt { table, reason },
            Failed::Seal(SealError::DoesNotOpen) => Self::WrongKey,
            Failed::Schema(reason) => Self::Schema { reason },
            Failed::NoConnection(error) => Self::Database { reason: error.to_string() },
            Failed::Database(failure) => Self::Database { reason: format!("{failure}: {}", failure.source) },
            other => Self::Database { reason: other.to_string() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use diesel::result::{DatabaseErrorKind, Error};

    #[test]
    fn a_node_that_cannot_ask_its_cluster_is_left() {
        let said = "Lock wait timeout exceeded; try restarting transaction".to_owned();
        let failed = Failed::from(Error::DatabaseError(DatabaseErrorKind::Unknown, Box::new(said)));
        assert!(!failed.spares_session(Engine::Mysql));
        let said = "database is locked".to_owned();
        let failed = Failed::from(Error::DatabaseError(DatabaseErrorKind::Unknown, Box::new(said)));
        assert!(failed.spares_session(Engine::Sqlite));
    }
}

//! Waking those who follow the database, where it can carry a word from one session to another: LISTEN and NOTIFY on
//! PostgreSQL.
//!
//! A notification is a hint and nothing more: a pooler may lose it. Whoever listens also looks for himself now and then.

#[cfg(feature = "postgres")]
use crate::postgres;
use crate::{Connection, Failure};

/// Listens on this channel from now on. False where there are no notifications.
///
/// # Errors
/// The [`Failure`] of the statement.
pub fn listen(connection: &mut Connection, channel: &str) -> Result<bool, Failure> {
    match connection {
        #[cfg(feature = "postgres")]
        Connection::Postgres(connection) => postgres::listen(connection, channel).map(|()| true),
        _ => {
            tracing::trace!(channel, "this database carries no notifications");
            Ok(false)
        }
    }
}

/// Has a notification arrived since this was last asked? Looks at what is there and asks nobody.
///
/// # Errors
/// [`FailureKind::ConnectionLost`](crate::FailureKind::ConnectionLost) when the session has ended.
pub fn has_arrived(connection: &mut Connection) -> Result<bool, Failure> {
    match connection {
        #[cfg(feature = "postgres")]
        Connection::Postgres(connection) => postgres::was_notified(connection),
        _ => Ok(false),
    }
}

/// Notifies those who listen, if and when the transaction commits. Does nothing where there are no notifications.
///
/// # Errors
/// The [`Failure`] of the statement.
pub fn notify(connection: &mut Connection, channel: &str) -> Result<(), Failure> {
    match connection {
        #[cfg(feature = "postgres")]
        Connection::Postgres(connection) => postgres::notify(connection, channel),
        _ => {
            tracing::trace!(channel, "this database carries no notifications");
            Ok(())
        }
    }
}

//! Waking those who follow the database, where it can carry a word from one session to another: LISTEN and NOTIFY on
//! PostgreSQL. [`Transaction::notify`](crate::Transaction::notify) sends one.
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

//! How long a statement may be.

use crate::{Connection, Failure};

/// Shorter ones every server takes, and is not asked.
#[cfg(feature = "mysql")]
const SHORT: usize = 256 << 10;

/// Refuses a statement whose values have so many bytes where the database does not take it; to be asked before it is sent,
/// because MariaDB would not answer but end the session.
///
/// # Errors
/// [`FailureKind::TooLarge`](crate::FailureKind::TooLarge), or the server does not answer.
pub fn refuse_too_large(connection: &mut Connection, bytes: usize) -> Result<(), Failure> {
    match connection {
        #[cfg(feature = "mysql")]
        Connection::Mysql(inner) if bytes > SHORT => crate::mysql::refuse_too_large(inner, bytes),
        _ => {
            tracing::trace!(bytes, "the database takes a statement of that length");
            Ok(())
        }
    }
}

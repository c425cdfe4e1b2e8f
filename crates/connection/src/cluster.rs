//! Whether the database is a cluster whose nodes all take writes, so that what one of them locks the others do not know of.

use crate::{Connection, Failure};

/// Whether the session is with a node of a Galera cluster.
///
/// # Errors
/// The server does not answer.
pub fn is_in_cluster(connection: &mut Connection) -> Result<bool, Failure> {
    match connection {
        #[cfg(feature = "mysql")]
        Connection::Mysql(inner) => Ok(crate::mysql::is_in_cluster(inner)?),
        _ => Ok(false),
    }
}

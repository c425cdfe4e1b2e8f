//! Where tests let a database be lost.

use statehouse_connection::Connection;

/// Stands between the store and the database. Each method is asked before the store goes on, and its error is taken
/// for the database's own.
pub trait Faults: Send + Sync {
    /// The transaction is written, COMMIT not yet sent: an error here is a COMMIT that never arrived.
    ///
    /// # Errors
    ///
    /// As the test wants it.
    fn before_commit(&self) -> std::io::Result<()> {
        Ok(())
    }

    /// COMMIT has succeeded: an error here is an answer that never arrived, or, of the kind
    /// [`Deadlock`](std::io::ErrorKind::Deadlock), one that says that another transaction was preferred.
    ///
    /// # Errors
    ///
    /// As the test wants it.
    fn after_commit(&self) -> std::io::Result<()> {
        Ok(())
    }

    /// The leases are about to be looked at, taken, renewed or released: an error here is a database that cannot be
    /// reached, for all but the writer and the follower.
    ///
    /// # Errors
    ///
    /// As the test wants it.
    fn before_leases(&self) -> std::io::Result<()> {
        Ok(())
    }

    /// The writer has opened a connection: an error here is a database that cannot be reached. A test may also set the
    /// connection up so that it fails later.
    ///
    /// # Errors
    ///
    /// As the test wants it.
    fn connected(&self, _connection: &mut Connection) -> std::io::Result<()> {
        Ok(())
    }
}

//! One connection type over every backend, so that a query is written once.
//!
//! Re-exported as `statehouse_connection::Connection`; the derive of diesel cannot be applied to an enum of
//! that name, because the code it generates imports diesel's trait `Connection`.
//!
//! On this enum `on_conflict`, `RETURNING`, the batch insert of a `Vec`, `for_update` and
//! `immediate_transaction` do not compile. Where one is needed, match on the variant and run the statement on
//! the connection inside.
#![expect(missing_docs, reason = "diesel's derive generates public types without documentation")]

#[cfg(feature = "mysql")]
use diesel::mysql::MysqlConnection;
#[cfg(feature = "postgres")]
use diesel::pg::PgConnection;
use diesel::sqlite::SqliteConnection;

/// A session with a database, whichever it is. Made by `Connection::open` (see [`crate::session`]).
///
/// Diesel's own `establish` also exists on this type and is not to be used: it tries the backends in turn and
/// drops their errors, so that a mistyped address becomes a new SQLite file.
#[derive(diesel::MultiConnection)]
pub enum AnyConnection {
    /// The embedded database: one file and its write-ahead log.
    Sqlite(SqliteConnection),
    /// A PostgreSQL server.
    #[cfg(feature = "postgres")]
    Postgres(PgConnection),
    /// A MariaDB or MySQL server, or a node of a Galera cluster.
    #[cfg(feature = "mysql")]
    Mysql(MysqlConnection),
}

impl std::fmt::Debug for AnyConnection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "AnyConnection::{:?}", self.engine())
    }
}

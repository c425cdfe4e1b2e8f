//! How Statehouse reaches a database: where it is, one connection type over every backend, how a session
//! is set up, what a transaction promises, and what kind of failure an error is.
//!
//! This crate knows no table of any service: whoever keeps data in a database can use it.
//!
//! | module | what it holds |
//! |---|---|
//! | [`url`] | [`DatabaseUrl`]: `sqlite:PATH`, `postgres://…`, `mysql://…`, parsed here and nowhere else |
//! | [`any`] | [`Connection`]: one enum over the backends |
//! | [`engine`] | [`Engine`]: which of them, for statements that differ |
//! | [`session`] | [`SessionOptions`] and `Connection::open`, the only way to a connection |
//! | [`cluster`] | whether what one server locks is all that is locked |
//! | [`transaction`] | [`write_transaction`], [`read_transaction`] and its kin; what became of a COMMIT |
//! | [`examination`] | [`examine`](examination::examine): what about a database would keep it from being relied on |
//! | [`failure`] | [`Failure`] and its [`FailureKind`]: try again, give up, or a broken rule of the schema |
//! | [`pool`] | [`Pool`]: a bounded number of read connections, a bounded wait for one |
//! | [`mod@data_version`] | whether somebody else wrote to the database since the last look |
//! | [`notification`] | waking those who follow the database, where it can |
//! | [`lock`] | how long to wait for a lock; one at a time among all processes that would change the schema |
//! | [`length`] | how long a statement may be |
//! | [`remainder`] | what a failed COMMIT may have left in the files |
//!
//! ```
//! use diesel::{RunQueryDsl as _, sql_query};
//! use statehouse_connection::{Connection, DatabaseUrl, Failure, SessionOptions, write_transaction};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("notes.db");
//! let url: DatabaseUrl = format!("sqlite:{}", path.display()).parse()?;
//! let mut connection = Connection::open(&url, &SessionOptions::writer())?;
//! write_transaction(&mut connection, |connection| {
//!     sql_query("CREATE TABLE notes (text TEXT NOT NULL)").execute(connection)?;
//!     sql_query("INSERT INTO notes VALUES ('durable once this returns')").execute(connection)?;
//!     Ok::<_, Failure>(())
//! })?;
//! # Ok(())
//! # }
//! ```

pub mod any;
pub mod cluster;
pub mod data_version;
pub mod engine;
pub mod examination;
pub mod failure;
pub mod length;
pub mod lock;
#[cfg(feature = "mysql")]
mod mysql;
pub mod notification;
pub mod pool;
#[cfg(feature = "postgres")]
mod postgres;
pub mod remainder;
mod server_url;
pub mod session;
mod sqlite;
pub mod transaction;
pub mod turn;
pub mod url;

pub use any::AnyConnection as Connection;
pub use data_version::{DataVersion, data_version};
pub use engine::Engine;
pub use failure::{Failure, FailureKind};
pub use pool::{Pool, PoolError, PooledConnection};
pub use server_url::{ServerAddress, Trust};
pub use session::{OpenError, SessionOptions};
pub use transaction::{
    Transaction, TransactionError, guest_transaction, long_read_transaction, read_transaction,
    write_transaction,
};
pub use turn::{Turn, TurnError};
pub use url::{DatabaseUrl, DatabaseUrlError};

//! Data migrations: rows moved or filled by Rust code, in batches, while servers serve.
//!
//! A data migration is a version of its own, between the expand that makes room for the rows and the contract that takes
//! the old place away. It holds table definitions of its own, as the tables are at its version: it must not follow the
//! schema of today. Statehouse's own are `vNNNN_name.rs` in this folder, listed by [`MigrationSet::statehouse`].
//!
//! [`MigrationSet::statehouse`]: crate::MigrationSet::statehouse

mod pace;
mod run;
mod v0007_rule_head_tables;
mod v0010_library_rule_rows;

use std::fmt::Debug;

use statehouse_connection::{Connection, Failure};

use crate::Migration;

pub use self::pace::{NoPace, Pace};
pub(crate) use self::run::{Run, reconcile, run};

/// Rows moved or filled in batches. Each batch is one transaction, together with the note of how far it came; so one that
/// is killed goes on at the batch where it stopped.
///
/// `up` is a reconciling pass: it mends rows where the new place is empty or differs from the old, and leaves alone those
/// that are right. So running it again does no harm, and a last pass before the contract finds what servers changed.
pub trait DataMigration: Send + Sync + Debug {
    /// What it is about, in a word or two, as in a folder's name: `rule_head_table`. It never changes.
    fn name(&self) -> &'static str;

    /// Grows when the author changes what it does, as long as it is not released: the checksum that databases remember is over
    /// name and revision. (`cargo xtask migrate freeze` notes the code as well, and the lint finds it changed.)
    fn revision(&self) -> u32 {
        1
    }

    /// How many rows there are to look at, for whoever waits.
    ///
    /// # Errors
    /// The database cannot be read.
    fn total(&self, connection: &mut Connection) -> Result<u64, DataError>;

    /// Looks at up to `limit` rows with keys after `after` (from the beginning, for `None`), in the order of their keys,
    /// inside a transaction.
    ///
    /// # Errors
    /// See [`DataError`]; the batch is undone.
    fn up(&self, connection: &mut Connection, after: Option<&str>, limit: u32) -> Result<Batch, DataError>;

    /// Waits for those who are writing at the moment, in a transaction that does nothing else. It comes before the last pass, which a
    /// contract relies on: what older servers had begun is there by then. Nothing, unless told.
    ///
    /// # Errors
    /// See [`DataError`].
    fn outwait(&self, _connection: &mut Connection) -> Result<(), DataError> {
        Ok(())
    }

    /// The way back, in the same manner. What the old place could not hold is lost.
    ///
    /// # Errors
    /// See [`DataError`]; the batch is undone.
    fn down(&self, connection: &mut Connection, after: Option<&str>, limit: u32) -> Result<Batch, DataError>;
}

/// What a batch did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Batch {
    /// How many rows it looked at.
    pub rows: u64,
    /// The key of the last one, after which the next batch begins; `None` when this was the last batch.
    pub next: Option<String>,
}

/// Why a batch was not done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DataError {
    /// The database failed.
    #[error("{failure} ({})", failure.source)]
    Database {
        /// What it said.
        failure: Failure,
    },
    /// A row that the migration does not know what to make of.
    #[error("the row {key}: {reason}")]
    Row {
        /// Which one.
        key: String,
        /// What is wrong with it, and what to do.
        reason: String,
    },
}

impl From<Failure> for DataError {
    fn from(failure: Failure) -> Self {
        Self::Database { failure }
    }
}

impl From<diesel::result::Error> for DataError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Database { failure: error.into() }
    }
}

/// Statehouse's own data migrations, the same on every engine.
pub(crate) fn statehouse() -> Vec<Migration> {
    vec![
        Migration::data(7, v0007_rule_head_tables::RuleHeadTable),
        Migration::data(10, v0010_library_rule_rows::LibraryRules),
    ]
}

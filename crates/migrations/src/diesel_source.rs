//! The same migrations for Diesel's own runner.
//!
//! A [`MigrationSet`] is a Diesel [`MigrationSource`], so that a program which holds a Diesel connection already (an
//! in-memory database of a test, say) can set up the schema with [`MigrationHarness`]:
//!
//! ```
//! use diesel::{Connection as _, SqliteConnection};
//! use statehouse_connection::DatabaseUrl;
//! use statehouse_migrations::{MigrationHarness as _, MigrationSet};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
//! let mut connection = SqliteConnection::establish(":memory:")?;
//! let set = MigrationSet::statehouse(&DatabaseUrl::sqlite("any.db"))?;
//! connection.run_pending_migrations(set)?;
//! # Ok(())
//! # }
//! ```
//!
//! Such a database is for passing use: Diesel's runner keeps no checksums and takes no lock, and
//! [`Migrator`](crate::Migrator) refuses a database whose tables it did not make.

use std::any::Any;
use std::fmt;

use diesel::SqliteConnection;
use diesel::backend::Backend;
use diesel::connection::{BoxableConnection, Connection as _};
use diesel::migration::{
    Migration as DieselMigration, MigrationMetadata, MigrationName, MigrationSource, MigrationVersion, Result,
};
pub use diesel_migrations::MigrationHarness;
use statehouse_connection::Connection;

use crate::{Baseline, DataError, DataMigration, Direction, Migration, MigrationSet, Step};

/// One migration as Diesel sees it.
struct Adapted {
    migration: Migration,
    name: Name,
}

/// The name of the migration's folder.
struct Name(String);

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl MigrationName for Name {
    fn version(&self) -> MigrationVersion<'_> {
        MigrationVersion::from(self.0.split('_').next().unwrap_or_default())
    }
}

impl MigrationMetadata for Adapted {}

impl<DB: Backend> DieselMigration<DB> for Adapted {
    fn run(&self, connection: &mut dyn BoxableConnection<DB>) -> Result<()> {
        run(&self.migration, Direction::Up, connection)
    }

    fn revert(&self, connection: &mut dyn BoxableConnection<DB>) -> Result<()> {
        run(&self.migration, Direction::Down, connection)
    }

    fn metadata(&self) -> &dyn MigrationMetadata {
        self
    }

    fn name(&self) -> &dyn MigrationName {
        &self.name
    }
}

fn run<DB: Backend>(
    migration: &Migration,
    direction: Direction,
    connection: &mut dyn BoxableConnection<DB>,
) -> Result<()> {
    let step = match direction {
        Direction::Up => &migration.up,
        Direction::Down => &migration.down,
    };
    match step {
        // The baseline has come before, and stands for it.
        Step::Squashed(_) => Ok(()),
        Step::Sql(text) => Ok(connection.batch_execute(text)?),
        Step::Data(data) => rows(migration, data.as_ref(), direction, connection),
    }
}

/// A data migration is written for [`Connection`], which owns its session: this one is lent to it. Only an embedded database
/// can be lent, because only in its place another can stand meanwhile.
fn rows<DB: Backend>(
    migration: &Migration,
    data: &dyn DataMigration,
    direction: Direction,
    connection: &mut dyn BoxableConnection<DB>,
) -> Result<()> {
    let any: &mut dyn Any = connection;
    let Some(lender) = any.downcast_mut::<SqliteConnection>() else {
        return Err(format!("{migration} moves rows; run it with Migrator, not with Diesel's runner").into());
    };
    let stand_in = SqliteConnection::establish(":memory:")?;
    let mut lent = Connection::Sqlite(std::mem::replace(lender, stand_in));
    let outcome = all_batches(data, direction, &mut lent);
    // The enum has one variant in a build for embedded databases alone.
    #[cfg_attr(
        not(any(feature = "postgres", feature = "mysql")),
        expect(irrefutable_let_patterns, reason = "other builds have other variants")
    )]
    if let Connection::Sqlite(returned) = lent {
        *lender = returned;
    }
    Ok(outcome?)
}

fn all_batches(
    data: &dyn DataMigration,
    direction: Direction,
    connection: &mut Connection,
) -> std::result::Result<(), DataError> {
    let mut after = None;
    loop {
        let batch = match direction {
            Direction::Up => data.up(connection, after.as_deref(), ROWS)?,
            Direction::Down => data.down(connection, after.as_deref(), ROWS)?,
        };
        after = match batch.next {
            Some(next) => Some(next),
            None => return Ok(()),
        };
    }
}

/// How many rows a batch looks at.
const ROWS: u32 = 1000;

impl<DB: Backend> MigrationSource<DB> for MigrationSet {
    fn migrations(&self) -> Result<Vec<Box<dyn DieselMigration<DB>>>> {
        let baseline = self.baseline().map(Baseline::as_one);
        let is_last = |migration: &&Migration| baseline.is_some_and(|one| one.version == migration.version);
        // Its own number is taken once: by the baseline.
        let all = baseline.into_iter().chain(self.iter().filter(|migration| !is_last(migration)));
        let migrations = all.map(|migration| {
            let name = Name(migration.to_string());
            Box::new(Adapted { migration: migration.clone(), name }) as Box<dyn DieselMigration<DB>>
        });
        Ok(migrations.collect())
    }
}

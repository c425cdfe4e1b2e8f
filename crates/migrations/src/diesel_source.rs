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

use std::fmt;

use diesel::backend::Backend;
use diesel::connection::BoxableConnection;
use diesel::migration::{
    Migration as DieselMigration, MigrationMetadata, MigrationName, MigrationSource, MigrationVersion, Result,
};
pub use diesel_migrations::MigrationHarness;

use crate::{Migration, MigrationSet, Step};

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
        run(&self.migration.up, connection)
    }

    fn revert(&self, connection: &mut dyn BoxableConnection<DB>) -> Result<()> {
        run(&self.migration.down, connection)
    }

    fn metadata(&self) -> &dyn MigrationMetadata {
        self
    }

    fn name(&self) -> &dyn MigrationName {
        &self.name
    }
}

fn run<DB: Backend>(step: &Step, connection: &mut dyn BoxableConnection<DB>) -> Result<()> {
    match step {
        Step::Sql(text) => Ok(connection.batch_execute(text)?),
    }
}

impl<DB: Backend> MigrationSource<DB> for MigrationSet {
    fn migrations(&self) -> Result<Vec<Box<dyn DieselMigration<DB>>>> {
        let migrations = self.iter().map(|migration| {
            let name = Name(migration.to_string());
            Box::new(Adapted { migration: migration.clone(), name }) as Box<dyn DieselMigration<DB>>
        });
        Ok(migrations.collect())
    }
}

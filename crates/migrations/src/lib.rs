//! The schema of a database over time: numbered migrations, up and down, and the runner that applies them.
//!
//! The runner keeps these promises, on behalf of any service that brings its migrations along:
//!
//! * A migration is applied whole or not at all, also when the process is killed in the middle. (MariaDB commits each
//!   statement that changes the schema: there a journal says how far an interrupted migration came, it counts as not
//!   applied, and running it again goes on at the statement where it stopped.)
//! * Of several migrators at once, one works; the others wait and then find nothing to do.
//! * What was applied is remembered with a checksum of its text (table `schema_migrations`). A database with
//!   migrations this build does not know, whose text has changed since, or that were overtaken by later ones, is
//!   refused with a sentence that says what to do.
//!
//! | module | what it holds |
//! |---|---|
//! | [`migration`] | [`Migration`]: its [`Phase`], its [`Step`]s and its checksum |
//! | [`directive`] | what a migration in SQL says of itself |
//! | [`baseline`] | [`Baseline`]: many migrations squashed into one, for empty databases |
//! | [`set`] | [`MigrationSet`]: the migrations a program knows |
//! | [`data`] | [`DataMigration`]: rows moved or filled in batches, by Rust code |
//! | [`ledger`] | what the database remembers of the migrations it has seen |
//! | [`window`] | [`SchemaWindow`]: how what is applied compares with what is known |
//! | [`migrator`] | [`Migrator`]: `status`, `check`, `history`, `up`, `down` |
//! | [`stamp`], `verify`, [`offline`] | more of it: the bookkeeping by hand; the live schema against the expected one; SQL to be run by others |
//! | [`backup`] | a copy of an embedded database before it is changed |
//! | `run` | what all verbs share that change the schema: the turn, and one migration after the other |
//! | `cluster` | whose turn it is in a Galera cluster |
//! | `phases` | and by phase: `expand`, `data`, `contract`, `settle` |
//! | `guard` | what comes before a migration that servers must know |
//! | [`halt`] | what stops everybody's writes in a Galera cluster |
//! | [`loss`] | ways down that must not be taken |
//! | [`presence`] | which servers run, what they know, and whether they live |
//! | `unseen` | that servers may run which nobody sees, because they are from before the table in which servers say it |
//! | [`schema`] | [`Schema`]: the live schema, in words that are the same on every engine; two of them compared |
//! | [`statements`] | the statements of a migration, one by one |
//! | `script` | how they are carried out: as a whole, or one by one with a journal |
//! | [`faults`] | [`Faults`]: where tests let a migrator stop |
//! | [`progress`] | [`Progress`]: what a migrator tells while it works |
//! | [`error`] | [`MigrateError`] |
//! | [`diesel_source`] | the same migrations for Diesel's own runner |
//! | `cli` | with the feature `cli`: the `migrate` sub-command of a program |
//!
//! ```
//! use statehouse_connection::DatabaseUrl;
//! use statehouse_migrations::{Migration, MigrationSet, Migrator, SchemaWindow, Silent};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! let url = DatabaseUrl::sqlite(folder.path().join("notes.db"));
//! let set = MigrationSet::new([Migration::sql(
//!     1,
//!     "notes",
//!     "CREATE TABLE notes (text TEXT NOT NULL) STRICT",
//!     "DROP TABLE notes",
//! )])?;
//! let migrator = Migrator::new(set);
//! assert_eq!(migrator.check(&url)?, SchemaWindow::Empty);
//! migrator.up(&url, None, &mut Silent)?;
//! assert_eq!(migrator.check(&url)?, SchemaWindow::UpToDate);
//! # Ok(())
//! # }
//! ```

pub mod backup;
pub mod baseline;
mod claim;
#[cfg(feature = "cli")]
pub mod cli;
mod cluster;
pub mod data;
pub mod diesel_source;
mod embedded;
pub mod error;
pub mod faults;
mod guard;
pub mod halt;
pub mod ledger;
pub mod loss;
pub mod migration;
pub mod migrator;
pub mod offline;
mod phases;
mod prepare;
pub mod presence;
pub mod progress;
mod run;
pub mod schema;
mod script;
pub mod set;
pub mod stamp;
pub mod statements;
mod unseen;
mod verify;
pub mod window;

pub use baseline::Baseline;
pub use data::{Batch, DataError, DataMigration, Pace};
pub use diesel_source::MigrationHarness;
pub use embedded::{SERVERS, SERVERS_SINCE};
pub use error::MigrateError;
pub use faults::{Doing, Faults, Point};
pub use halt::Halt;
pub use ledger::history::Deed;
pub use ledger::{Applied, State};
pub use loss::Loss;
pub use migration::{Migration, Phase, Step, Version};
pub use migrator::Migrator;
pub use offline::Range;
pub use presence::{Life, Server, Vigil};
pub use progress::{Direction, Progress, Silent};
pub use schema::Schema;
pub use set::{MigrationSet, SetError};
pub use stamp::Stamped;
pub use statehouse_migration_text::{DirectiveError, directive};
pub use window::{Drift, DriftKind, SchemaWindow, Standing, Status};

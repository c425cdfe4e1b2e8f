//! A service of another kind, which brings its own migrations along: SQL in folders, one data migration in Rust, and the
//! `migrate` sub-command for its operators. All it needs is `statehouse-migrations`.
//!
//! ```console
//! $ alias library='cargo run --quiet -p statehouse-migrations --features cli --example another_service --'
//! $ library books                        # refuses: there is no schema yet
//! $ library migrate up
//! $ library migrate status
//! $ library books
//! ```

mod v0003_sort_keys;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, DatabaseUrl, SessionOptions};
use statehouse_migrations::cli::MigrateCommand;
use statehouse_migrations::{Migration, MigrationSet, Migrator, SetError, Version};

use self::v0003_sort_keys::SortKeys;

/// Lends books.
#[derive(Debug, Parser)]
#[command(name = "library", version = "2.0")]
pub struct Library {
    /// Where the books are
    #[arg(long, default_value = "sqlite:library.db")]
    database: DatabaseUrl,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Look at or change the schema of the database
    Migrate {
        #[command(subcommand)]
        verb: MigrateCommand,
    },
    /// List the books
    Books,
}

macro_rules! folder {
    ($version:literal, $name:literal, $folder:literal) => {
        Migration::sql(
            $version,
            $name,
            include_str!(concat!("migrations/sqlite/", $folder, "/up.sql")),
            include_str!(concat!("migrations/sqlite/", $folder, "/down.sql")),
        )
    };
}

/// Everything this program knows of its schema over time.
///
/// # Errors
/// A mistake in the migrations.
pub fn migrations() -> Result<MigrationSet, SetError> {
    MigrationSet::new([
        folder!(1, "books", "0001_books"),
        folder!(2, "sort_key", "0002_sort_key"),
        Migration::data(3, SortKeys),
        folder!(4, "sort_key_required", "0004_sort_key_required"),
    ])
}

#[derive(QueryableByName)]
struct Shown {
    #[diesel(sql_type = Text)]
    line: String,
}

impl Library {
    /// Does what the command line says, and tells it on `out`.
    ///
    /// # Errors
    /// The schema does not fit, or the database cannot be read.
    pub fn run(&self, out: &mut dyn Write) -> Result<ExitCode, Box<dyn std::error::Error>> {
        // The program can do with a schema that was expanded and not contracted yet; both may run beside each other.
        let migrator = Migrator::new(migrations()?).oldest(Version(2)).applied_by("library 2.0");
        match &self.command {
            Command::Migrate { verb } => Ok(verb.run(&migrator, &self.database, out).into()),
            Command::Books => {
                migrator.require(&self.database)?;
                let mut session = Connection::open(&self.database, &SessionOptions::reader())?;
                let books = "SELECT title || ', by ' || author AS line FROM books ORDER BY sort_key, isbn";
                for Shown { line } in sql_query(books).load(&mut session)? {
                    writeln!(out, "{line}")?;
                }
                Ok(ExitCode::SUCCESS)
            }
        }
    }
}

fn main() -> ExitCode {
    Library::parse().run(&mut io::stdout()).unwrap_or_else(|error| {
        let _ = writeln!(io::stderr(), "error: {error}");
        ExitCode::FAILURE
    })
}

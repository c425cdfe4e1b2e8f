//! A service of another kind that brings its own migrations along.
//!
//! `cargo run -p statehouse-migrations --example another_service -- sqlite:/tmp/library.db`

use std::env;
use std::io::{self, Write as _};
use std::time::Duration;

use statehouse_connection::DatabaseUrl;
use statehouse_migrations::{Direction, Migration, MigrationSet, Migrator, Progress, SchemaWindow};

/// In a real service these are files, embedded with `include_str!`.
fn migrations() -> [Migration; 2] {
    [
        Migration::sql(
            1,
            "books",
            "CREATE TABLE books (isbn TEXT NOT NULL PRIMARY KEY, title TEXT NOT NULL) STRICT;",
            "DROP TABLE books;",
        ),
        Migration::sql(
            2,
            "loans",
            "CREATE TABLE loans (
                 isbn TEXT NOT NULL PRIMARY KEY REFERENCES books (isbn),
                 reader TEXT NOT NULL
             ) STRICT;",
            "DROP TABLE loans;",
        ),
    ]
}

struct Told;

impl Progress for Told {
    fn waiting(&mut self) {
        let _ = writeln!(io::stdout(), "somebody else is at work; waiting");
    }

    fn finished(&mut self, migration: &Migration, _: Direction, took: Duration) {
        let _ = writeln!(io::stdout(), "applied {migration} in {} ms", took.as_millis());
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url: DatabaseUrl = env::args().nth(1).unwrap_or_else(|| "sqlite:library.db".to_owned()).parse()?;
    let migrator = Migrator::new(MigrationSet::new(migrations())?).applied_by("library 1.0");
    if migrator.check(&url)? != SchemaWindow::UpToDate {
        migrator.up(&url, None, &mut Told)?;
    }
    writeln!(io::stdout(), "{url} is up to date")?;
    Ok(())
}

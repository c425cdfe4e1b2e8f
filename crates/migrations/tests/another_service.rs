//! The example of another service does what it says: its own SQL, its own data migration, its own `migrate`.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

#[path = "../examples/another_service/main.rs"]
#[expect(dead_code, reason = "its main is not called")]
mod another_service;
mod words;

use std::process::ExitCode;

use another_service::{Library, migrations};
use clap::Parser as _;
use statehouse_migrations::{Migrator, Silent, Version};
use words::Database;

/// Runs `library ARGUMENTS`; what it printed.
fn library(database: &Database, arguments: &str) -> Result<String, String> {
    let url = database.url.to_string();
    let words = ["library", "--database", &url].into_iter().chain(arguments.split(' '));
    let mut out = Vec::new();
    let exit = Library::try_parse_from(words).unwrap().run(&mut out).map_err(|error| error.to_string())?;
    let text = String::from_utf8(out).unwrap();
    if exit == ExitCode::SUCCESS { Ok(text) } else { Err(text) }
}

#[test]
fn another_service_brings_its_own_migrations() {
    let database = Database::fresh_file();
    assert!(library(&database, "books").unwrap_err().contains("run `migrate up`"));
    let first = Migrator::new(migrations().unwrap());
    first.up(&database.url, Some(Version(1)), &mut Silent).unwrap();
    database.execute(
        "INSERT INTO books (isbn, title, author) VALUES
         ('1', 'The Dispossessed', 'Ursula K. Le Guin'), ('2', 'Solaris', 'Stanisław Lem'),
         ('3', 'A Scanner Darkly', 'Philip K. Dick')",
    );
    assert!(
        library(&database, "migrate up --yes").unwrap().contains("applied 3 migrations: 0002, 0003, 0004")
    );
    assert!(library(&database, "migrate check").unwrap().contains("up to date"));
    let books = library(&database, "books").unwrap();
    let titles: Vec<_> = books.lines().filter_map(|line| line.split(',').next()).collect();
    assert_eq!(titles, ["The Dispossessed", "A Scanner Darkly", "Solaris"]);
    let refused =
        std::panic::catch_unwind(|| database.execute("INSERT INTO books (isbn, title) VALUES ('4', 'x')"));
    assert!(refused.is_err(), "the contract is in force");
}

#[test]
fn its_program_works_with_a_schema_that_is_expanded_and_no_more() {
    let database = Database::fresh_file();
    let migrator = Migrator::new(migrations().unwrap());
    migrator.up(&database.url, Some(Version(2)), &mut Silent).unwrap();
    assert_eq!(library(&database, "books"), Ok(String::new()));
}

#[test]
fn its_migrations_lead_back_to_the_schema_before_each() {
    let database = Database::fresh_file();
    let migrator = Migrator::new(migrations().unwrap());
    let mut before = Vec::new();
    for migration in migrator.set().iter() {
        migrator.up(&database.url, Some(migration.version), &mut Silent).unwrap();
        before.push(database.schema());
    }
    for schema in before.iter().rev() {
        assert_eq!(database.schema(), *schema);
        migrator.down(&database.url, None, &mut Silent).unwrap();
    }
}

//! The `migrate` sub-command as its users meet it.
#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use clap::Parser;
use statehouse_migrations::cli::{Exit, MigrateCommand};
use statehouse_migrations::{MigrationSet, Migrator, Version};
use words::{Database, set, table, tables_up_to};

#[derive(Parser)]
#[command(name = "migrate")]
struct Program {
    #[command(subcommand)]
    command: MigrateCommand,
}

/// Runs `migrate ARGUMENTS` and answers how it ended and what it printed.
fn migrate(database: &Database, known: MigrationSet, arguments: &str) -> (Exit, String) {
    let program = Program::try_parse_from(["migrate"].into_iter().chain(arguments.split(' '))).unwrap();
    let mut out = Vec::new();
    let exit = program.command.run(&Migrator::new(known), &database.url, &mut out);
    (exit, String::from_utf8(out).unwrap())
}

#[test]
fn check_ends_with_the_exit_codes_its_help_promises() {
    let database = Database::fresh();
    let check = |known| migrate(&database, known, "check").0;
    assert_eq!(check(tables_up_to(2)), Exit::Pending);
    database.up(tables_up_to(2)).unwrap();
    assert_eq!(check(tables_up_to(2)), Exit::Done);
    assert_eq!(check(tables_up_to(3)), Exit::Pending);
    assert_eq!(check(tables_up_to(1)), Exit::Failed);
    assert_eq!(check(set([table(2)])), Exit::Failed);
}

#[test]
fn up_and_down_say_what_they_did() {
    let database = Database::fresh();
    let known = || tables_up_to(3);
    let (exit, text) = migrate(&database, known(), "up 0002");
    assert!(exit == Exit::Done && text.contains("applied 2 migrations: 0001, 0002"), "{text}");
    assert!(migrate(&database, known(), "up").1.contains("applied 0003"));
    assert!(migrate(&database, known(), "up").1.contains("nothing to apply"));
    assert!(migrate(&database, known(), "down 1 --yes").1.contains("took down 2 migrations: 0003, 0002"));
    assert_eq!(migrate(&database, known(), "up 9").0, Exit::Failed);
}

#[test]
fn nothing_is_taken_down_without_a_yes() {
    let database = Database::migrated(tables_up_to(2));
    assert_eq!(migrate(&database, tables_up_to(2), "down 0").0, Exit::Failed);
    assert_eq!(database.tables(), ["t1", "t2"]);
}

#[test]
fn status_is_a_table_for_people_and_json_for_programs() {
    let database = Database::fresh();
    Migrator::new(tables_up_to(2))
        .up(&database.url, Some(Version(1)), &mut statehouse_migrations::Silent)
        .unwrap();
    let (_, text) = migrate(&database, tables_up_to(2), "status");
    let lines: Vec<_> = text.lines().collect();
    assert!(lines[0].starts_with("0001  applied     expand    20") && lines[0].contains("t1"), "{text}");
    assert!(lines[1].starts_with("0002  pending     expand    -"), "{text}");

    let (_, json) = migrate(&database, tables_up_to(2), "status --json");
    let list: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(list[0]["standing"], "applied");
    assert_eq!(list[0]["checksum"], table(1).checksum());
    assert_eq!(list[1]["version"], 2);
    assert_eq!(list[1]["applied_at"], serde_json::Value::Null);
}

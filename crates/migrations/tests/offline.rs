//! SQL for somebody else to review and run: `--sql`.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use diesel::connection::SimpleConnection as _;
use statehouse_connection::{Connection, Engine};
use statehouse_migrations::{
    Batch, DataError, DataMigration, MigrateError, Migration, MigrationSet, Migrator, SchemaWindow, Silent,
    Version, statements,
};
use words::{Database, set, table, tables_up_to};

/// Runs a script as a client of the database does that stops at the first error.
fn run(database: &Database, script: &str) -> Result<(), String> {
    let mut session = database.session();
    for statement in statements::split(database.url.engine(), script).unwrap() {
        session.batch_execute(statement).map_err(|error| format!("{statement}: {error}"))?;
    }
    Ok(())
}

/// Does what a script asks for: runs it, and where it says so this tool.
fn follow(database: &Database, known: MigrationSet, range: &str) {
    let migrator = Migrator::new(known);
    let script = migrator.offline(database.url.engine(), range.parse().unwrap(), true).unwrap();
    let mut parts = script.split("-- STOP HERE, run `migrate ");
    run(database, parts.next().unwrap()).unwrap();
    for part in parts {
        let (command, rest) = part.split_once('`').unwrap();
        let (url, quiet) = (&database.url, &mut Silent);
        let done = match command.split_once(' ').unwrap() {
            ("up", target) => migrator.up(url, Some(target.parse().unwrap()), quiet),
            (_, target) => migrator.down(url, Some(target.parse().unwrap()), quiet),
        };
        assert_eq!(done.unwrap().len(), 1, "{command}");
        run(database, rest.split_once('\n').unwrap().1).unwrap();
    }
}

fn script(database: &Database, known: MigrationSet, range: &str) -> Result<String, MigrateError> {
    Migrator::new(known).offline(database.url.engine(), range.parse().unwrap(), false)
}

fn check(database: &Database, known: MigrationSet) -> SchemaWindow {
    Migrator::new(known).check(&database.url).unwrap()
}

#[test]
fn a_script_does_what_the_runner_does_and_keeps_the_books() {
    let database = Database::fresh();
    let known = || MigrationSet::statehouse(&database.url).unwrap();
    let newest = known().newest();
    follow(&database, known(), "0:2");
    assert!(matches!(check(&database, known()), SchemaWindow::Pending(missing) if missing[0] == Version(3)));
    follow(&database, known(), &format!("2:{newest}"));
    assert_eq!(check(&database, known()), SchemaWindow::UpToDate);
    let migrated = Database::migrated(known());
    assert_eq!(database.schema().differences_from(&migrated.schema()), []);
    let history = Migrator::new(known()).history(&database.url).unwrap();
    assert_eq!(history.len(), known().iter().len());
    assert!(history[0].done_at_us > 1_700_000_000_000_000, "{}", history[0].done_at_us);

    follow(&database, known(), &format!("{newest}:1"));
    migrated.down(known(), Version(1)).unwrap();
    assert_eq!(database.schema().differences_from(&migrated.schema()), []);
    assert_eq!(database.up(known()).unwrap().len(), known().iter().len() - 1);
}

#[test]
fn a_script_refuses_a_database_that_it_was_not_written_for() {
    let database = Database::migrated(tables_up_to(2));
    let refused = |range| {
        let script = script(&database, tables_up_to(4), range).unwrap();
        run(&database, &script).unwrap_err()
    };
    for again_or_too_far in ["1:2", "3:4"] {
        refused(again_or_too_far);
        assert_eq!(database.tables(), ["t1", "t2"], "{again_or_too_far}");
    }
    refused("4:3");
    refused("1:0");
    assert_eq!(database.tables(), ["t1", "t2"]);
    assert_eq!(check(&database, tables_up_to(2)), SchemaWindow::UpToDate);
}

#[test]
fn statements_outside_of_a_transaction_stay_outside() {
    let database = Database::migrated(tables_up_to(1));
    let concurrently = if database.url.engine() == Engine::Postgres { "CONCURRENTLY" } else { "" };
    let up = format!("-- transaction: none\nCREATE INDEX {concurrently} IF NOT EXISTS found ON t1 (x)");
    let down = match database.url.engine() {
        Engine::Mysql => "DROP INDEX IF EXISTS found ON t1",
        Engine::Sqlite | Engine::Postgres => "DROP INDEX IF EXISTS found",
    };
    let known = || set([table(1), Migration::sql(2, "found", up.clone(), down)]);
    run(&database, &script(&database, known(), "1:2").unwrap()).unwrap();
    assert_eq!(check(&database, known()), SchemaWindow::UpToDate);
    run(&database, &script(&database, known(), "2:1").unwrap()).unwrap();
    assert_eq!(check(&database, known()), SchemaWindow::Pending(vec![Version(2)]));
}

/// Nothing to move.
#[derive(Debug)]
struct Moves;

impl DataMigration for Moves {
    fn name(&self) -> &'static str {
        "moves"
    }

    fn total(&self, _: &mut Connection) -> Result<u64, DataError> {
        Ok(0)
    }

    fn up(&self, _: &mut Connection, _: Option<&str>, _: u32) -> Result<Batch, DataError> {
        Ok(Batch::default())
    }

    fn down(&self, _: &mut Connection, _: Option<&str>, _: u32) -> Result<Batch, DataError> {
        Ok(Batch::default())
    }
}

#[test]
fn what_moves_rows_is_left_to_the_tool_and_waited_for() {
    let database = Database::migrated(tables_up_to(1));
    let contract = "-- phase: contract\n-- requires: 0001\nCREATE TABLE IF NOT EXISTS t3 (x INTEGER)";
    let known = || {
        let contract = Migration::sql(3, "t3", contract, "DROP TABLE IF EXISTS t3");
        set([table(1), Migration::data(2, Moves), contract])
    };
    let error = script(&database, known(), "1:3").unwrap_err().to_string();
    assert!(error.contains("0002_moves moves rows") && error.contains("`migrate up 0002`"), "{error}");

    let migrator = Migrator::new(known());
    let script = migrator.offline(database.url.engine(), "1:3".parse().unwrap(), true).unwrap();
    assert!(script.contains("-- STOP HERE, run `migrate up 0002`"), "{script}");
    run(&database, &script).unwrap_err();
    assert_eq!(database.tables(), ["t1"], "the contract waits for the rows");
    migrator.up(&database.url, Some(Version(2)), &mut Silent).unwrap();
    run(&database, &script).unwrap();
    assert_eq!(check(&database, known()), SchemaWindow::UpToDate);
}

//! SQL for somebody else to review and run: `--sql`.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use std::time::Duration;

use diesel::connection::SimpleConnection as _;
use statehouse_connection::lock::begin_exclusive;
use statehouse_connection::{Connection, Engine};
use statehouse_migrations::{
    Batch, DataError, DataMigration, MigrateError, Migration, MigrationSet, Migrator, SchemaWindow, Silent,
    Version, statements,
};
use words::things::{self, Moved, Server, expanded, things};
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
        match command.split_once(' ').unwrap() {
            ("contract", _) => assert!(migrator.prepare_contract(url, quiet).unwrap().is_some()),
            ("up", target) => {
                assert_eq!(migrator.up(url, Some(target.parse().unwrap()), quiet).unwrap().len(), 1);
            }
            (_, target) => {
                assert_eq!(migrator.down(url, Some(target.parse().unwrap()), quiet).unwrap().len(), 1);
            }
        }
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
    run(&database, &script).unwrap_err();
    assert_eq!(database.tables(), ["t1"], "and for a last look at them");
    assert_eq!(migrator.prepare_contract(&database.url, &mut Silent).unwrap(), Some(Version(3)));
    run(&database, &script).unwrap();
    assert_eq!(check(&database, known()), SchemaWindow::UpToDate);
}

#[test]
fn a_scripted_contract_loses_no_row_and_breaks_no_server() {
    let moved = Moved::default();
    let database = expanded(&moved);
    let (migrator, url) = (things::migrator(&database, &moved), &database.url);
    migrator.data(url, &mut Silent).unwrap();
    let refused = migrator.offline(url.engine(), "3:4".parse().unwrap(), false).unwrap_err().to_string();
    assert!(refused.contains("0004_old_goes") && refused.contains("--prepare"), "{refused}");
    let script = migrator.offline(url.engine(), "3:4".parse().unwrap(), true).unwrap();

    let old = Server::alive(&database, "old", 1, Duration::from_millis(600));
    database.execute("UPDATE things SET old = 'changed' WHERE id = 't3'");
    run(&database, &script).unwrap_err();
    assert!(matches!(migrator.prepare_contract(url, &mut Silent), Err(MigrateError::InTheWay { .. })));
    run(&database, &script).unwrap_err();
    let older = Migrator::new(things(&database, &moved).up_to(Version(1)));
    older.require(url).unwrap();
    old.stop();

    for _ in 0..2 {
        assert_eq!(migrator.prepare_contract(url, &mut Silent).unwrap(), Some(Version(4)));
        assert!(older.require(url).is_err(), "nobody starts any more who would write to the old column");
    }
    run(&database, &script).unwrap();
    assert_eq!(migrator.check(url).unwrap(), SchemaWindow::UpToDate);
    assert_eq!(database.texts("SELECT new AS value FROM things WHERE id = 't3'"), ["changed"]);
    run(&database, &script).unwrap_err();
    assert_eq!(migrator.prepare_contract(url, &mut Silent).unwrap(), None);
}

#[test]
fn what_was_prepared_for_a_script_the_tool_does_as_well() {
    let moved = Moved::default();
    let database = expanded(&moved);
    let (migrator, url) = (things::migrator(&database, &moved), &database.url);
    migrator.data(url, &mut Silent).unwrap();
    migrator.prepare_contract(url, &mut Silent).unwrap();
    assert_eq!(migrator.contract(url, &mut Silent).unwrap(), [Version(4)]);
    assert_eq!(migrator.down(url, Some(Version(3)), &mut Silent).unwrap(), [Version(4)]);
    migrator.prepare_contract(url, &mut Silent).unwrap();
    assert_eq!(migrator.down(url, Some(Version(3)), &mut Silent).unwrap(), [Version(4)]);
    assert_eq!(migrator.check(url).unwrap(), SchemaWindow::Pending(vec![Version(4)]));
    assert_eq!(database.texts("SELECT id AS value FROM things WHERE old IS NULL").len(), 10);
}

#[test]
fn a_script_is_refused_while_a_server_is_there_that_could_not_work_after_it() {
    let database = Database::fresh();
    let first = things(&database, &Moved::default()).up_to(Version(1));
    let more = "-- requires: 0002\nCREATE TABLE IF NOT EXISTS more (x INTEGER)";
    let more = Migration::sql(2, "more", more, "DROP TABLE IF EXISTS more");
    let migrator = Migrator::new(set(first.iter().cloned().chain([more]))).watching("servers", Version(1));
    let (url, down_and_up) = (&database.url, ["2:1", "1:2"]);
    let [down, up] =
        down_and_up.map(|range| migrator.offline(url.engine(), range.parse().unwrap(), false).unwrap());
    migrator.up(url, Some(Version(1)), &mut Silent).unwrap();

    let server = Server::silent(&database, "old", 1, Duration::from_mins(5));
    run(&database, &up).unwrap_err();
    Migrator::new(first).require(url).unwrap();
    server.stop();
    run(&database, &up).unwrap();
    assert_eq!(migrator.check(url).unwrap(), SchemaWindow::UpToDate);

    let server = Server::silent(&database, "new", 2, Duration::from_mins(5));
    database.execute("UPDATE servers SET oldest = 2");
    run(&database, &down).unwrap_err();
    assert_eq!(migrator.check(url).unwrap(), SchemaWindow::UpToDate);
    server.stop();
    run(&database, &down).unwrap();
    assert_eq!(migrator.check(url).unwrap(), SchemaWindow::Pending(vec![Version(2)]));
}

#[test]
fn a_script_does_nothing_while_a_migrator_has_the_lock() {
    let database = Database::migrated(tables_up_to(1));
    if database.url.engine() == Engine::Mysql {
        // It waits a minute there: what it does after that is tried with a shorter one.
        let script = script(&database, tables_up_to(2), "1:2").unwrap().replace(", 60)", ", 1)");
        refused_beside_a_migrator(&database, &script);
    } else {
        refused_beside_a_migrator(&database, &script(&database, tables_up_to(2), "1:2").unwrap());
    }
    assert_eq!(database.tables(), ["t1"]);
}

fn refused_beside_a_migrator(database: &Database, script: &str) {
    let mut session = database.session();
    let migrator = begin_exclusive(&mut session, Duration::from_secs(5), || ()).unwrap();
    run(database, script).unwrap_err();
    drop(migrator);
}

#[test]
fn the_first_lines_wait_for_nobody_where_the_bookkeeping_is_there() {
    let database = Database::migrated(tables_up_to(1));
    let mut reading = database.session();
    let mut reader = statehouse_connection::Transaction::begin_read(&mut reading).unwrap();
    reader.batch_execute("SELECT version FROM schema_migrations").unwrap();
    run(&database, &script(&database, tables_up_to(2), "1:1").unwrap()).unwrap();
}

#[test]
fn a_script_for_sqlite_says_which_version_it_needs_and_an_older_one_changes_nothing() {
    let database = Database::fresh_file();
    let of = |known: MigrationSet| {
        Migrator::new(known).offline(Engine::Sqlite, "0:1".parse().unwrap(), false).unwrap()
    };
    assert!(of(tables_up_to(1)).contains("(SQLite 3.37 or newer)"));
    let altering = "CREATE TABLE t (x INTEGER); ALTER TABLE t ALTER COLUMN x SET NOT NULL";
    let script = of(set([Migration::sql(1, "altering", altering, "DROP TABLE t")]));
    assert!(script.contains("(SQLite 3.53 or newer)"), "{script}");
    for (version, fits) in
        [("2.99.9", false), ("3.5.9", false), ("3.40.1", false), ("3.53.0", true), ("4.0", true)]
    {
        let ran = run(&database, &script.replace("sqlite_version()", &format!("'{version}'")));
        assert_eq!(ran.is_ok(), fits, "{version}: {ran:?}");
        let told = ran.err().is_none_or(|told| told.ends_with("CHECK constraint failed: needs_sqlite_3_53"));
        assert!(told, "{version}");
        assert_eq!(database.tables().is_empty(), !fits, "{version}");
        if fits {
            database
                .down(set([Migration::sql(1, "altering", altering, "DROP TABLE t")]), Version::NONE)
                .unwrap();
        }
    }
}

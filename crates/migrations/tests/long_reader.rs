//! Somebody who reads a table for long, or a vacuum of it, holds a migration up, and nobody else.
#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use std::thread;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use statehouse_connection::{Engine, Transaction};
use statehouse_migrations::{Migration, MigrationSet, Migrator, SchemaWindow, Version, statements};
use statehouse_tests::throwaway::wait_until;
use words::{Database, set, table};

/// The second migration changes the table of the first.
fn changing(directive: &str) -> MigrationSet {
    let up = format!("{directive}ALTER TABLE t1 ADD COLUMN y INTEGER");
    set([table(1), Migration::sql(2, "changing", up, "ALTER TABLE t1 DROP COLUMN y")])
}

fn others_write_while_it_waits(directive: &str) {
    let database = Database::migrated(changing(directive).up_to(Version(1)));
    let mut reading = database.session();
    let mut reader = Transaction::begin_read(&mut reading).unwrap();
    reader.batch_execute("SELECT x FROM t1").unwrap();
    thread::scope(|scope| {
        let migrator = scope.spawn(|| database.up(changing(directive)));
        let mut session = database.session();
        for _ in 0..4 {
            thread::sleep(Duration::from_millis(400));
            let mut writer = Transaction::begin_write_within(&mut session, Duration::from_secs(4)).unwrap();
            writer.batch_execute("INSERT INTO t1 (x) VALUES (1)").unwrap();
            writer.commit().unwrap();
        }
        reader.commit().unwrap();
        assert_eq!(migrator.join().unwrap().unwrap(), [Version(2)]);
    });
}

#[test]
fn a_long_reader_holds_up_the_migration_and_no_writer() {
    others_write_while_it_waits("");
}

#[test]
fn a_long_reader_holds_up_a_migration_outside_of_a_transaction_and_no_writer() {
    others_write_while_it_waits("-- transaction: none\n");
}

/// A vacuum excludes whoever changes the table, and PostgreSQL's own gives way only after a second.
fn others_write_while_a_vacuum_is_waited_for(directive: &str) {
    let database = Database::migrated(changing(directive).up_to(Version(1)));
    if database.url.engine() != Engine::Postgres {
        // Elsewhere nothing that looks after a table excludes whoever changes it.
        return;
    }
    let mut vacuuming = database.session();
    let mut vacuum = Transaction::begin_write(&mut vacuuming).unwrap();
    vacuum.batch_execute("LOCK TABLE t1 IN SHARE UPDATE EXCLUSIVE MODE").unwrap();
    thread::scope(|scope| {
        let migrator = scope.spawn(|| database.up(changing(directive)));
        let awaited = "SELECT mode AS value FROM pg_locks WHERE relation = 't1'::regclass AND NOT granted";
        wait_until("the migrator waits for the table", Duration::from_secs(30), || {
            let modes = database.texts(awaited);
            if modes.is_empty() { Err("not yet".to_owned()) } else { Ok(()) }
        })
        .unwrap();
        let mut session = database.session();
        let mut writer = Transaction::begin_write(&mut session).unwrap();
        writer
            .batch_execute("LOCK TABLE t1 IN ROW EXCLUSIVE MODE NOWAIT; INSERT INTO t1 (x) VALUES (1)")
            .unwrap();
        writer.commit().unwrap();
        assert_eq!(
            database.texts(awaited),
            ["ShareUpdateExclusiveLock"],
            "it waits still, and for nothing more"
        );
        vacuum.commit().unwrap();
        assert_eq!(migrator.join().unwrap().unwrap(), [Version(2)]);
    });
}

#[test]
fn a_vacuum_holds_up_the_migration_and_no_writer() {
    others_write_while_a_vacuum_is_waited_for("");
}

#[test]
fn a_vacuum_holds_up_a_migration_outside_of_a_transaction_and_no_writer() {
    others_write_while_a_vacuum_is_waited_for("-- transaction: none\n");
}

#[test]
fn a_script_waits_for_a_long_reader_as_briefly_and_its_rest_is_run_again() {
    let database = Database::migrated(changing("").up_to(Version(1)));
    let engine = database.url.engine();
    if engine == Engine::Sqlite {
        // There a reader is in nobody's way.
        return;
    }
    let migrator = Migrator::new(changing(""));
    let script = migrator.offline(engine, "1:2".parse().unwrap(), false).unwrap();
    let script = statements::split(engine, &script).unwrap();
    let run = |statements: &[&str]| {
        let mut session = database.session();
        statements.iter().position(|statement| session.batch_execute(statement).is_err())
    };
    let mut reading = database.session();
    let mut reader = Transaction::begin_read(&mut reading).unwrap();
    reader.batch_execute("SELECT x FROM t1").unwrap();
    let began = Instant::now();
    let failed = run(&script).unwrap();
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    assert!(script[failed].contains("ALTER TABLE t1"), "{}", script[failed]);
    reader.commit().unwrap();

    // As its first lines say.
    let again = match engine {
        Engine::Mysql => failed,
        _ => script.iter().rposition(|statement| statement.ends_with("BEGIN")).unwrap(),
    };
    let settings = script.iter().take_while(|statement| !statement.contains("CREATE TABLE"));
    let rest: Vec<&str> = settings.chain(&script[again..]).copied().collect();
    assert_eq!(run(&rest), None);
    assert_eq!(migrator.check(&database.url).unwrap(), SchemaWindow::UpToDate);
}

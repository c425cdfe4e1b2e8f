//! Somebody who reads a table for long holds a migration up, and nobody else.
#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use std::thread;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use statehouse_connection::{Engine, Transaction};
use statehouse_migrations::{Migration, MigrationSet, Migrator, SchemaWindow, Version, statements};
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
    let settings = script.iter().filter(|_| engine == Engine::Mysql);
    let settings = settings.take_while(|statement| statement.contains("SET SESSION"));
    let rest: Vec<&str> = settings.chain(&script[again..]).copied().collect();
    assert_eq!(run(&rest), None);
    assert_eq!(migrator.check(&database.url).unwrap(), SchemaWindow::UpToDate);
}

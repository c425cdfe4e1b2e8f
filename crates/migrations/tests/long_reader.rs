//! Somebody who reads a table for long holds a migration up, and nobody else.
#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use std::thread;
use std::time::Duration;

use diesel::connection::SimpleConnection as _;
use statehouse_connection::Transaction;
use statehouse_migrations::{Migration, MigrationSet, Version};
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

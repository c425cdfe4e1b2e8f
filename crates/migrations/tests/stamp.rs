//! The bookkeeping by hand: `stamp`, and what `verify` says of a schema.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use std::time::Duration;

use statehouse_connection::{DatabaseUrl, Engine, Turn};
use statehouse_migrations::{MigrateError, Migration, MigrationSet, Migrator, SchemaWindow, Silent, Version};
use words::{Database, set, table, tables_up_to};

#[test]
fn a_stamp_writes_down_what_is_there_and_why() {
    let database = Database::migrated(tables_up_to(3));
    database.execute("DROP TABLE schema_migrations");
    let migrator = Migrator::new(tables_up_to(4)).applied_by("a test");
    assert!(matches!(migrator.check(&database.url), Err(MigrateError::Foreign { .. })));
    let stamped = migrator.stamp(&database.url, Version(3), "the bookkeeping was lost", &mut Silent).unwrap();
    assert_eq!((stamped.up.len(), stamped.down.len()), (3, 0));
    assert_eq!(migrator.check(&database.url).unwrap(), SchemaWindow::Pending(vec![Version(4)]));
    let last = migrator.history(&database.url).unwrap().pop().unwrap();
    assert_eq!((last.action.as_str(), last.version), ("stamp up", Version(3)));
    assert_eq!((last.reason.as_deref(), last.done_by.as_str()), (Some("the bookkeeping was lost"), "a test"));

    let stamped = migrator.stamp(&database.url, Version(3), "it was looked at again", &mut Silent).unwrap();
    assert_eq!((stamped.up.len(), stamped.down.len()), (0, 0));
    let last = migrator.history(&database.url).unwrap().pop().unwrap();
    assert_eq!((last.version, last.reason.as_deref()), (Version(3), Some("it was looked at again")));

    let stamped = migrator.stamp(&database.url, Version(1), "try again", &mut Silent).unwrap();
    assert_eq!(stamped.down, [Version(3), Version(2)]);
    assert_eq!(database.tables(), ["t1", "t2", "t3"]);
}

#[test]
fn a_stamp_needs_a_reason_and_a_version_that_there_is() {
    let database = Database::migrated(tables_up_to(1));
    let migrator = Migrator::new(tables_up_to(1));
    let stamp = |version, reason| migrator.stamp(&database.url, version, reason, &mut Silent).unwrap_err();
    assert!(matches!(stamp(Version(1), "  "), MigrateError::NoReason));
    assert!(matches!(stamp(Version(7), "why not"), MigrateError::NoSuchVersion { .. }));
}

#[test]
fn a_stamp_takes_note_of_a_text_that_was_changed_after_it_was_applied() {
    let database = Database::migrated(tables_up_to(2));
    let told =
        Migration::sql(1, "t1", "-- The same, explained.\nCREATE TABLE t1 (x INTEGER)", "DROP TABLE t1");
    let migrator = Migrator::new(set([told, table(2)]));
    assert!(matches!(migrator.check(&database.url).unwrap(), SchemaWindow::Drifted(_)));
    let stamped =
        migrator.stamp(&database.url, Version(2), "only its comment is another", &mut Silent).unwrap();
    assert_eq!((stamped.up, stamped.down), (vec![Version(1)], Vec::new()));
    assert_eq!(migrator.check(&database.url).unwrap(), SchemaWindow::UpToDate);
    assert_eq!(database.tables(), ["t1", "t2"]);
}

#[test]
fn a_stamp_waits_for_its_turn_among_those_who_change_the_schema() {
    let database = Database::migrated(tables_up_to(2));
    let migrator = Migrator::new(tables_up_to(2)).lock_wait(Duration::from_millis(100));
    let stamp = || migrator.stamp(&database.url, Version(1), "try again", &mut Silent);
    let turn = Turn::take(&database.url, Duration::ZERO, || ()).unwrap();
    assert!(matches!(stamp(), Err(MigrateError::Locked { .. })), "a migrator is between two steps");
    assert_eq!(migrator.check(&database.url).unwrap(), SchemaWindow::UpToDate);
    drop(turn);
    assert_eq!(stamp().unwrap().down, [Version(2)]);
}

/// Statehouse's own migrations, with what they are compared with.
fn statehouse(database: &Database) -> Migrator {
    let reference = MigrationSet::statehouse(&DatabaseUrl::sqlite("any.db")).unwrap();
    Migrator::new(MigrationSet::statehouse(&database.url).unwrap()).reference(reference)
}

#[test]
fn every_drift_of_the_live_schema_is_listed() {
    let database = Database::fresh();
    let migrator = statehouse(&database);
    migrator.up(&database.url, Some(Version(2)), &mut Silent).unwrap();
    assert_eq!(migrator.verify(&database.url).unwrap(), []);
    migrator.up(&database.url, None, &mut Silent).unwrap();
    assert_eq!(migrator.verify(&database.url).unwrap(), []);
    let (index, on) = match database.url.engine() {
        Engine::Mysql => ("commits_by_batch ON commits", "CREATE INDEX found ON leases (token)"),
        Engine::Sqlite | Engine::Postgres => ("commits_by_batch", "CREATE INDEX found ON leases (token)"),
    };
    database.execute(&format!("DROP INDEX {index}"));
    database.execute(on);
    database.execute("CREATE TABLE scratch (x INTEGER)");
    let told: Vec<_> = migrator.verify(&database.url).unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told[0].contains("index commits_by_batch is missing"), "{told:?}");
    assert!(told[1].contains("index found") && told[2].contains("table scratch"), "{told:?}");
}

/// The ledger as the first release kept it.
#[test]
fn a_database_of_an_older_program_is_read_as_it_is_and_taken_over_when_it_is_changed() {
    let database = Database::migrated(tables_up_to(2));
    for table in ["schema_history", "schema_statements", "schema_batches"] {
        database.execute(&format!("DROP TABLE {table}"));
    }
    for column in ["phase", "requires", "state"] {
        database.execute(&format!("ALTER TABLE schema_migrations DROP COLUMN {column}"));
    }
    let old = database.schema();
    assert_eq!(Migrator::new(tables_up_to(2)).check(&database.url).unwrap(), SchemaWindow::UpToDate);
    let migrator = Migrator::new(tables_up_to(3));
    assert_eq!(migrator.check(&database.url).unwrap(), SchemaWindow::Pending(vec![Version(3)]));
    assert_eq!(migrator.history(&database.url).unwrap().len(), 2);
    assert_eq!(
        migrator.status(&database.url).unwrap()[0].applied.as_ref().unwrap().checksum,
        table(1).checksum()
    );
    assert_eq!(database.schema(), old, "who only asks changes nothing");

    assert_eq!(database.up(tables_up_to(2)).unwrap(), []);
    assert_eq!(database.schema().differences_from(&Database::migrated(tables_up_to(2)).schema()), []);
    assert_eq!(migrator.up(&database.url, None, &mut Silent).unwrap(), [Version(3)]);
    let new = Database::migrated(tables_up_to(3));
    assert_eq!(database.schema().differences_from(&new.schema()), []);
    assert_eq!(migrator.history(&database.url).unwrap().len(), 3);
}

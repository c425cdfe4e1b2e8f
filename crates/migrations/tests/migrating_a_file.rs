//! What a migrator promises of an embedded database: of its file, and of a lock that is the writer's.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use diesel::connection::SimpleConnection as _;
use statehouse_connection::{DatabaseUrl, Transaction};
use statehouse_migrations::{
    Faults, MigrateError, Migration, Migrator, Progress, SchemaWindow, Silent, Version,
};
use words::things::{Moved, Server, fill, things};
use words::{Database, refuses_foreign, set, table, tables_up_to};

#[test]
fn who_only_asks_makes_no_database() {
    let database = Database::fresh_file();
    let migrator = Migrator::new(tables_up_to(1));
    assert_eq!(migrator.check(&database.url).unwrap(), SchemaWindow::Empty);
    assert_eq!(migrator.status(&database.url).unwrap().len(), 1);
    assert!(migrator.down(&database.url, Some(Version::NONE), &mut Silent).is_err());
    assert!(!database.url.file().unwrap().exists());
}

#[test]
fn a_database_of_another_program_is_left_alone_to_the_last_byte() {
    use diesel::Connection as _;

    let database = Database::fresh_file();
    let path = database.url.file().unwrap();
    let mut theirs = diesel::SqliteConnection::establish(path.to_str().unwrap()).unwrap();
    theirs.batch_execute("CREATE TABLE bookmarks (x)").unwrap();
    let before = fs::read(path).unwrap();
    refuses_foreign(&database);
    assert_eq!(fs::read(path).unwrap(), before);
}

#[test]
fn a_server_that_writes_is_waited_for() {
    let database = Database::fresh_file();
    database.up(tables_up_to(1)).unwrap();
    let mut writer = database.session();
    let held = Transaction::begin_write(&mut writer).unwrap();
    let migrator = Migrator::new(tables_up_to(2)).lock_wait(Duration::from_millis(700));
    let error = migrator.up(&database.url, None, &mut Silent).unwrap_err();
    assert!(matches!(error, MigrateError::Locked { .. }), "{error}");
    held.rollback().unwrap();
    assert_eq!(migrator.up(&database.url, None, &mut Silent).unwrap(), [Version(2)]);
}

#[test]
fn a_table_can_be_rebuilt_while_others_refer_to_it() {
    let tables = Migration::sql(
        1,
        "tables",
        "CREATE TABLE parent (id INTEGER PRIMARY KEY);
         CREATE TABLE child (parent INTEGER NOT NULL REFERENCES parent (id));
         INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1);",
        "DROP TABLE child; DROP TABLE parent;",
    );
    let rebuild = Migration::sql(
        2,
        "rebuild",
        "CREATE TABLE parent_new (id INTEGER PRIMARY KEY, name TEXT);
         INSERT INTO parent_new (id) SELECT id FROM parent;
         DROP TABLE parent; ALTER TABLE parent_new RENAME TO parent;",
        "ALTER TABLE parent DROP COLUMN name;",
    );
    let loses = Migration::sql(3, "loses", "DELETE FROM parent", "INSERT INTO parent (id) VALUES (1)");
    let database = Database::fresh_file();
    database.up(set([tables.clone(), rebuild.clone()])).unwrap();
    let error = database.up(set([tables, rebuild, loses])).unwrap_err();
    assert!(
        matches!(&error, MigrateError::BrokenReferences { table, parent, .. } if table == "child" && parent == "parent"),
        "{error}"
    );
    assert_eq!(database.texts("SELECT CAST(id AS TEXT) AS value FROM parent"), ["1"]);
}

/// The copies beside the database, by name.
fn copies(database: &Database) -> Vec<String> {
    let entries = fs::read_dir(database.folder.path()).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name.ends_with(".backup"));
    names.sort();
    names
}

#[test]
fn a_database_with_something_in_it_is_copied_before_it_is_changed() {
    let database = Database::fresh_file();
    database.up(tables_up_to(2)).unwrap();
    assert_eq!(copies(&database), Vec::<String>::new(), "there was nothing to copy");
    database.execute("INSERT INTO t1 VALUES (7)");
    database.up(tables_up_to(4)).unwrap();
    assert_eq!(copies(&database), ["s.db.at-0002.backup"], "one for all that is done at once");
    database.up(tables_up_to(4)).unwrap();
    database.down(tables_up_to(4), Version(0)).unwrap();
    assert_eq!(copies(&database), ["s.db.at-0002.backup", "s.db.at-0004.backup"]);

    let path = database.folder.path().join("s.db.at-0002.backup");
    let copy = Database { url: DatabaseUrl::sqlite(path), ..Database::fresh_file() };
    assert_eq!(copy.texts("SELECT CAST(x AS TEXT) AS value FROM t1"), ["7"]);
    assert_eq!(copy.tables(), ["t1", "t2"]);
    assert_eq!(Migrator::new(tables_up_to(2)).check(&copy.url).unwrap(), SchemaWindow::UpToDate);
}

#[test]
fn a_copy_never_takes_the_place_of_another_file_and_can_be_declined() {
    let database = Database::fresh_file();
    database.up(tables_up_to(1)).unwrap();
    fs::write(database.folder.path().join("s.db.at-0001.backup"), "mine").unwrap();
    database.up(tables_up_to(2)).unwrap();
    assert_eq!(copies(&database), ["s.db.at-0001.2.backup", "s.db.at-0001.backup"]);
    assert_eq!(fs::read(database.folder.path().join("s.db.at-0001.backup")).unwrap(), b"mine");
    let declined = Migrator::new(tables_up_to(3)).back_up_first(false);
    declined.up(&database.url, None, &mut Silent).unwrap();
    assert_eq!(copies(&database).len(), 2);
}

/// Ends a migrator whose copy is not whole.
#[derive(Debug)]
struct EndsWhileItCopies;

impl Faults for EndsWhileItCopies {
    fn copied(&self, part: &Path) -> io::Result<()> {
        let length = fs::metadata(part)?.len();
        fs::File::options().write(true).open(part)?.set_len(length / 2)?;
        Err(io::Error::other("killed here"))
    }
}

#[test]
fn what_a_killed_migrator_leaves_of_a_copy_is_none_and_goes_with_the_next() {
    let database = migrated_file();
    let migrator = Migrator::new(tables_up_to(2));
    let killed = migrator.clone().faults(Arc::new(EndsWhileItCopies));
    let part = database.folder.path().join("s.db.backup.part");
    for _ in 0..2 {
        killed.up(&database.url, None, &mut Silent).unwrap_err();
        assert_eq!(copies(&database), [""; 0]);
        assert!(part.exists());
    }
    assert_eq!(database.tables(), ["t1"]);
    // It does not count among those that are kept, and nothing that comes after stumbles over it.
    migrator.keep_backups(1.try_into().unwrap()).up(&database.url, None, &mut Silent).unwrap();
    assert_eq!(copies(&database), ["s.db.at-0001.backup"]);
    assert!(!part.exists());
    let copy = DatabaseUrl::sqlite(database.folder.path().join("s.db.at-0001.backup"));
    assert_eq!(Migrator::new(tables_up_to(1)).check(&copy).unwrap(), SchemaWindow::UpToDate);
}

fn migrated_file() -> Database {
    let database = Database::fresh_file();
    database.up(tables_up_to(1)).unwrap();
    database
}

/// Does what another process does while the database is copied.
struct Meanwhile<F>(F);

impl<F: FnMut()> Progress for Meanwhile<F> {
    fn backed_up(&mut self, _: &Path) {
        (self.0)();
    }
}

#[test]
fn nobody_has_to_wait_for_the_copy() {
    let database = migrated_file();
    let mut other = database.session();
    let mut write = || {
        let begun = Transaction::begin_write_within(&mut other, Duration::ZERO);
        let mut transaction = begun.unwrap();
        transaction.batch_execute("INSERT INTO t1 VALUES (1)").unwrap();
        transaction.commit().unwrap();
    };
    Migrator::new(tables_up_to(2)).up(&database.url, None, &mut Meanwhile(&mut write)).unwrap();
    assert_eq!(database.texts("SELECT CAST(COUNT(*) AS TEXT) AS value FROM t1"), ["1"]);
}

#[test]
fn the_newest_copies_stay_and_what_did_not_change_is_not_copied_again() {
    let database = migrated_file();
    let theirs = database.folder.path().join("s.db.at-0000.backup");
    fs::write(&theirs, "no database, whatever its name says").unwrap();
    for version in 2..=5 {
        database.up(tables_up_to(version)).unwrap();
    }
    let newest = ["s.db.at-0002.backup", "s.db.at-0003.backup", "s.db.at-0004.backup"];
    assert_eq!(copies(&database), [&["s.db.at-0000.backup"], &newest[..]].concat());
    // One after the other fails, and nothing changes.
    let fails = || set([1, 2, 3, 4, 5].map(table).into_iter().chain([Migration::sql(6, "no", "NO", "NO")]));
    for _ in 0..4 {
        database.up(fails()).unwrap_err();
    }
    assert_eq!(copies(&database)[1..], ["s.db.at-0003.backup", "s.db.at-0004.backup", "s.db.at-0005.backup"]);
    let migrator = Migrator::new(tables_up_to(6)).keep_backups(1.try_into().unwrap());
    database.execute("INSERT INTO t1 VALUES (1)");
    migrator.up(&database.url, None, &mut Silent).unwrap();
    assert_eq!(copies(&database), ["s.db.at-0000.backup", "s.db.at-0005.2.backup"]);
}

#[test]
fn a_contract_that_a_server_is_in_the_way_of_makes_no_copy() {
    let moved = Moved::default();
    let database = Database::fresh_file();
    fill(&database, &moved);
    let migrator = Migrator::new(things(&database, &moved)).watching("servers", Version(1));
    migrator.data(&database.url, &mut Silent).unwrap();
    let before = copies(&database);
    let old = Server::silent(&database, "old", 1, Duration::from_mins(5));
    for _ in 0..2 {
        assert_eq!(migrator.settle(&database.url, &mut Silent).unwrap(), []);
        assert_eq!(copies(&database), before);
    }
    old.stop();
    assert_eq!(migrator.settle(&database.url, &mut Silent).unwrap(), [Version(4)]);
    assert_eq!(copies(&database).len(), before.len() + 1);
}

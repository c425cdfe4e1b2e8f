//! What the runner promises to whoever brings migrations along.

mod words;

use std::fs;
use std::thread;
use std::time::Duration;

use diesel::connection::SimpleConnection as _;
use statehouse_connection::Transaction;
use statehouse_migrations::{
    Direction, DriftKind, MigrateError, Migration, Migrator, Progress, SchemaWindow, Silent, Standing,
    Version,
};
use words::{Database, set, table, tables_up_to};

#[test]
fn up_applies_what_is_missing_in_order_and_only_once() {
    let database = Database::fresh();
    assert_eq!(database.up(tables_up_to(2)).unwrap(), [Version(1), Version(2)]);
    assert_eq!(database.up(tables_up_to(4)).unwrap(), [Version(3), Version(4)]);
    assert_eq!(database.up(tables_up_to(4)).unwrap(), []);
    assert_eq!(database.tables(), ["t1", "t2", "t3", "t4"]);
}

#[test]
fn up_and_down_stop_at_the_target() {
    let database = Database::fresh();
    let migrator = Migrator::new(tables_up_to(4));
    let (url, quiet) = (&database.url, &mut Silent);
    assert_eq!(migrator.up(url, Some(Version(2)), quiet).unwrap(), [Version(1), Version(2)]);
    migrator.up(url, None, quiet).unwrap();
    assert_eq!(migrator.down(url, None, quiet).unwrap(), [Version(4)]);
    assert_eq!(migrator.down(url, Some(Version(1)), quiet).unwrap(), [Version(3), Version(2)]);
    assert_eq!(database.tables(), ["t1"]);
    assert_eq!(migrator.down(url, Some(Version::NONE), quiet).unwrap(), [Version(1)]);
    assert_eq!(migrator.check(url).unwrap(), SchemaWindow::Empty);
    assert_eq!(migrator.down(url, None, quiet).unwrap(), []);

    let error = migrator.up(url, Some(Version(9)), quiet).unwrap_err();
    assert!(matches!(error, MigrateError::NoSuchVersion { target: Version(9) }), "{error}");
}

#[test]
fn check_tells_where_the_database_stands() {
    let database = Database::fresh();
    let check = |set| Migrator::new(set).check(&database.url).unwrap();
    assert_eq!(check(tables_up_to(2)), SchemaWindow::Empty);
    assert!(!database.url.file().unwrap().exists(), "check made a database");
    database.up(tables_up_to(2)).unwrap();
    assert_eq!(check(tables_up_to(2)), SchemaWindow::UpToDate);
    assert_eq!(check(tables_up_to(4)), SchemaWindow::Pending(vec![Version(3), Version(4)]));
    assert!(
        matches!(check(tables_up_to(1)), SchemaWindow::Ahead(unknown) if unknown[0].version == Version(2))
    );
}

#[test]
fn a_server_is_told_what_to_run_before_it_starts() {
    let database = Database::fresh();
    let require = |set| Migrator::new(set).require(&database.url).map_err(|error| error.to_string());
    assert!(require(tables_up_to(1)).unwrap_err().contains("0001 not applied; run `migrate up`"));
    database.up(tables_up_to(1)).unwrap();
    assert_eq!(require(tables_up_to(1)), Ok(()));
    assert!(require(tables_up_to(2)).unwrap_err().contains("0002 not applied; run `migrate up`"));
    assert!(require(set([table(2)])).unwrap_err().contains("newer"));
}

#[test]
fn a_schema_newer_than_this_build_is_left_alone() {
    let database = Database::migrated(tables_up_to(3));
    let schema = database.schema();
    let known = || set([table(1), table(2)]);
    for error in [database.up(known()).unwrap_err(), database.down(known(), Version::NONE).unwrap_err()] {
        assert!(matches!(error, MigrateError::Ahead { .. }));
        let text = error.to_string();
        assert!(text.contains("0003_t3") && text.contains("migrate down 0002"), "{text}");
    }
    assert_eq!(database.schema(), schema);
}

#[test]
fn a_migration_changed_after_it_was_applied_is_refused() {
    let database = Database::migrated(tables_up_to(2));
    let changed = || {
        set([table(1), Migration::sql(2, "t2", "CREATE TABLE t2 (y TEXT) STRICT", "DROP TABLE t2"), table(3)])
    };
    let error = database.up(changed()).unwrap_err().to_string();
    assert!(error.contains("0002_t2 was changed") && error.contains("restore"), "{error}");
    assert!(database.down(changed(), Version::NONE).is_err());
    assert_eq!(database.tables(), ["t1", "t2"]);
    let window = Migrator::new(changed()).check(&database.url).unwrap();
    assert!(matches!(window, SchemaWindow::Drifted(drift) if drift[0].kind == DriftKind::Changed));
}

#[test]
fn a_migration_that_later_ones_overtook_is_refused() {
    let database = Database::migrated(set([table(1), table(3)]));
    let error = database.up(tables_up_to(3)).unwrap_err().to_string();
    assert!(error.contains("0002_t2 is not applied although 0003 is"), "{error}");
    assert_eq!(database.tables(), ["t1", "t3"]);
}

#[test]
fn a_database_of_another_program_is_left_alone_to_the_last_byte() {
    use diesel::Connection as _;

    let database = Database::fresh();
    let path = database.url.file().unwrap();
    let mut theirs = diesel::SqliteConnection::establish(path.to_str().unwrap()).unwrap();
    theirs.batch_execute("CREATE TABLE bookmarks (x)").unwrap();
    let before = fs::read(path).unwrap();
    let migrator = Migrator::new(tables_up_to(1));
    let refusals = [
        migrator.check(&database.url).unwrap_err(),
        migrator.status(&database.url).unwrap_err(),
        migrator.up(&database.url, None, &mut Silent).unwrap_err(),
        migrator.down(&database.url, Some(Version::NONE), &mut Silent).unwrap_err(),
    ];
    for error in refusals {
        assert!(matches!(error, MigrateError::Foreign { .. }), "{error}");
    }
    assert_eq!(fs::read(path).unwrap(), before);
}

#[test]
fn of_a_migration_that_fails_nothing_stays() {
    let database = Database::fresh();
    let fails =
        Migration::sql(2, "fails", "CREATE TABLE a (x); CREATE TABLE b (x); CREATE TABLE a (y);", "SELECT 1");
    let error = database.up(set([table(1), fails, table(3)])).unwrap_err().to_string();
    assert!(error.contains("0002_fails") && error.contains("table a already exists"), "{error}");
    assert_eq!(database.tables(), ["t1"]);
    assert_eq!(database.up(tables_up_to(3)).unwrap(), [Version(2), Version(3)]);
}

#[test]
fn a_migration_that_ends_its_own_transaction_does_not_pass() {
    let database = Database::fresh();
    let commits = Migration::sql(1, "commits", "CREATE TABLE a (x); COMMIT; CREATE TABLE b (x);", "SELECT 1");
    let error = database.up(set([commits])).unwrap_err();
    assert!(matches!(error, MigrateError::EndsTransaction { .. }), "{error}");
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
    let database = Database::migrated(set([tables.clone(), rebuild.clone()]));
    let error = database.up(set([tables, rebuild, loses])).unwrap_err();
    assert!(
        matches!(&error, MigrateError::BrokenReferences { table, parent, .. } if table == "child" && parent == "parent"),
        "{error}"
    );
    assert_eq!(database.texts("SELECT CAST(id AS TEXT) AS value FROM parent"), ["1"]);
}

#[test]
fn of_many_migrators_at_once_each_migration_is_applied_by_one() {
    let database = Database::fresh();
    let applied: Vec<Version> = thread::scope(|scope| {
        let migrators: Vec<_> =
            (0..8).map(|_| scope.spawn(|| database.up(tables_up_to(5)).unwrap())).collect();
        migrators.into_iter().flat_map(|migrator| migrator.join().unwrap()).collect()
    });
    let mut sorted = applied;
    sorted.sort();
    assert_eq!(sorted, (1..=5).map(Version).collect::<Vec<_>>());
    assert_eq!(database.schema(), Database::migrated(tables_up_to(5)).schema());
}

#[test]
fn a_migrator_waits_for_the_lock_says_so_and_gives_up_in_the_end() {
    #[derive(Default)]
    struct Waits(u32);
    impl Progress for Waits {
        fn waiting(&mut self) {
            self.0 += 1;
        }
    }
    let database = Database::migrated(tables_up_to(1));
    let mut writer = database.session();
    let held = Transaction::begin_write(&mut writer).unwrap();
    let migrator = Migrator::new(tables_up_to(2)).lock_wait(Duration::from_millis(700));
    let mut waits = Waits::default();
    let error = migrator.up(&database.url, None, &mut waits).unwrap_err();
    assert!(matches!(error, MigrateError::Locked { .. }), "{error}");
    assert_eq!(waits.0, 1);
    // Who has nothing to do needs no lock.
    assert_eq!(database.up(tables_up_to(1)).unwrap(), []);
    held.rollback().unwrap();
    assert_eq!(migrator.up(&database.url, None, &mut Silent).unwrap(), [Version(2)]);
}

#[test]
fn progress_is_told_of_every_migration() {
    #[derive(Default)]
    struct Story(Vec<String>);
    impl Progress for Story {
        fn started(&mut self, migration: &Migration, direction: Direction, remaining: usize) {
            self.0.push(format!("{direction:?} {migration}, {remaining} to go"));
        }

        fn finished(&mut self, migration: &Migration, _: Direction, _: Duration) {
            self.0.push(format!("{migration} done"));
        }
    }
    let database = Database::fresh();
    let mut story = Story::default();
    Migrator::new(tables_up_to(2)).up(&database.url, None, &mut story).unwrap();
    assert_eq!(story.0, ["Up 0001_t1, 2 to go", "0001_t1 done", "Up 0002_t2, 1 to go", "0002_t2 done"]);
}

#[test]
fn status_lists_what_is_known_and_what_is_applied() {
    let database = Database::fresh();
    Migrator::new(set([table(1), table(3), table(4)]))
        .applied_by("a test")
        .up(&database.url, None, &mut Silent)
        .unwrap();
    let known = set([table(1), table(2), Migration::sql(3, "t3", "SELECT 3", "SELECT 3"), table(5)]);
    let status = Migrator::new(known).status(&database.url).unwrap();
    let standings: Vec<_> = status.iter().map(|line| (line.version.0, line.standing)).collect();
    assert_eq!(
        standings,
        [
            (1, Standing::Applied),
            (2, Standing::Overtaken),
            (3, Standing::Changed),
            (4, Standing::Unknown),
            (5, Standing::Pending),
        ]
    );
    let first = status[0].applied.as_ref().unwrap();
    assert_eq!(first.applied_by, "a test");
    assert!(first.applied_at_us > 1_700_000_000_000_000, "not microseconds: {}", first.applied_at_us);
}

//! What the runner promises to whoever brings migrations along.

mod words;

use std::thread;
use std::time::Duration;

use statehouse_connection::Engine;
use statehouse_connection::lock::begin_exclusive;
use statehouse_migrations::{
    Direction, DriftKind, MigrateError, Migration, Migrator, Progress, SchemaWindow, Silent, Standing,
    Version,
};
use words::{Database, refuses_foreign, set, table, tables_up_to};

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
    assert!(require(set([table(2)])).unwrap_err().contains("0002 not applied; run `migrate up`"));
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
    let changed =
        || set([table(1), Migration::sql(2, "t2", "CREATE TABLE t2 (y TEXT)", "DROP TABLE t2"), table(3)]);
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
fn a_database_of_another_program_is_left_alone() {
    let database = Database::fresh();
    database.execute("CREATE TABLE bookmarks (x INTEGER)");
    refuses_foreign(&database);
    assert_eq!(database.tables(), ["bookmarks"]);
    assert!(database.up(tables_up_to(1)).is_err(), "no ledger was left that would make it ours");
}

/// On MariaDB each statement that changes the schema commits by itself; elsewhere a migration is applied whole or not at all.
#[test]
fn a_migration_that_fails_counts_as_not_applied_and_can_be_run_again() {
    let database = Database::fresh();
    let migration = |second| {
        Migration::sql(
            2,
            "two",
            format!("CREATE TABLE IF NOT EXISTS a (x INTEGER); {second}"),
            "DROP TABLE a",
        )
    };
    let fails = migration("CREATE TABLE t1 (y INTEGER)");
    let error = database.up(set([table(1), fails, table(3)])).unwrap_err().to_string();
    assert!(
        error.contains("0002_two") && error.contains("t1") && error.contains("already exists"),
        "{error}"
    );
    let half_done: &[&str] = if database.url.engine() == Engine::Mysql { &["a", "t1"] } else { &["t1"] };
    assert_eq!(database.tables(), half_done);

    let mended = || set([table(1), migration("CREATE TABLE IF NOT EXISTS b (y INTEGER)"), table(3)]);
    let window = Migrator::new(mended()).check(&database.url).unwrap();
    assert_eq!(window, SchemaWindow::Pending(vec![Version(2), Version(3)]));
    assert_eq!(database.up(mended()).unwrap(), [Version(2), Version(3)]);
    assert_eq!(database.tables(), ["a", "b", "t1", "t3"]);
}

#[test]
fn a_migration_that_ends_its_own_transaction_does_not_pass() {
    let database = Database::fresh();
    let commits = Migration::sql(
        1,
        "commits",
        "CREATE TABLE a (x INTEGER); COMMIT; CREATE TABLE b (x INTEGER);",
        "DROP TABLE a; DROP TABLE b",
    );
    let outcome = database.up(set([commits]));
    if database.url.engine() == Engine::Mysql {
        // There each of its statements has ended the transaction anyway.
        assert_eq!(outcome.unwrap(), [Version(1)]);
    } else {
        assert!(matches!(outcome, Err(MigrateError::EndsTransaction { .. })), "{outcome:?}");
    }
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
    let mut other = database.session();
    let held = begin_exclusive(&mut other, Duration::from_secs(5), || ()).unwrap();
    let migrator = Migrator::new(tables_up_to(2)).lock_wait(Duration::from_millis(1_200));
    let mut waits = Waits::default();
    let error = migrator.up(&database.url, None, &mut waits).unwrap_err();
    assert!(matches!(error, MigrateError::Locked { .. }), "{error}");
    assert_eq!(waits.0, 1);
    // Who has nothing to do needs no lock.
    assert_eq!(database.up(tables_up_to(1)).unwrap(), []);
    held.rollback().unwrap();
    drop(other);
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

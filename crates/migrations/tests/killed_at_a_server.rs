//! A migrator killed while a database server carries out its migration leaves no lock behind, and its migration counts as not
//! applied.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{env, io, thread};

use diesel::connection::SimpleConnection as _;
use statehouse_connection::cluster::is_in_cluster;
use statehouse_connection::{Connection, DatabaseUrl, Engine, SessionOptions};
use statehouse_migrations::{
    Direction, Doing, Faults, Halt, MigrateError, Migration, MigrationSet, Migrator, Point, Progress,
    SchemaWindow, Silent, Version,
};
use words::{Database, set, table};

/// Set for the process that is to be killed: the database it migrates.
const VICTIM: &str = "VICTIM_DATABASE";

/// In a cluster, nobody has to wait for a dead migrator for longer than this.
const LASTS: Duration = Duration::from_secs(2);

/// The database as another node of a cluster has it; elsewhere there is but one.
fn another_node(database: &Database) -> DatabaseUrl {
    database.served.as_ref().unwrap().urls().last().unwrap().parse().unwrap()
}

/// A second migration that begins with a table and then does this.
fn two(then: &str) -> MigrationSet {
    let up = format!("CREATE TABLE IF NOT EXISTS half (x INTEGER); {then}");
    set([table(1), Migration::sql(2, "two", up, "DROP TABLE half")])
}

/// Takes three seconds, which the server spends whether or not anybody waits for it.
fn slowly(engine: Engine) -> MigrationSet {
    two(match engine {
        Engine::Postgres => "SELECT pg_sleep(3)",
        Engine::Sqlite | Engine::Mysql => "DO SLEEP(3)",
    })
}

#[test]
fn of_a_killed_migrator_no_lock_stays_and_its_migration_counts_as_not_applied() {
    if let Ok(url) = env::var(VICTIM) {
        let url: DatabaseUrl = url.parse().unwrap();
        let _ = Migrator::new(slowly(url.engine())).turn_lasts(LASTS).up(&url, None, &mut Silent);
        return;
    }
    let database = Database::fresh();
    let served = database.served.as_ref().unwrap();
    let mut victim = Command::new(env::current_exe().unwrap())
        .args(["--exact", "of_a_killed_migrator_no_lock_stays_and_its_migration_counts_as_not_applied"])
        .env(VICTIM, &served.urls()[0])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let in_the_middle = match database.url.engine() {
        Engine::Postgres => {
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' \
             AND query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()"
        }
        Engine::Sqlite | Engine::Mysql => {
            "SELECT count(*) FROM information_schema.processlist \
             WHERE db = DATABASE() AND state = 'User sleep' AND id <> CONNECTION_ID()"
        }
    };
    let came_that_far = becomes_so(|| served.query(in_the_middle).unwrap() == "1");
    victim.kill().unwrap();
    victim.wait().unwrap();
    assert!(came_that_far, "the second migration did not get as far as the database");

    let migrator = Migrator::new(two("SELECT 1")).lock_wait(Duration::from_secs(30));
    let elsewhere = another_node(&database);
    assert!(!matches!(migrator.check(&elsewhere).unwrap(), SchemaWindow::UpToDate));
    assert_eq!(migrator.up(&elsewhere, None, &mut Silent).unwrap(), [Version(2)]);
    assert_eq!(database.tables(), ["half", "t1"]);
}

fn becomes_so(is_so: impl Fn() -> bool) -> bool {
    let deadline = Instant::now() + Duration::from_secs(30);
    while Instant::now() < deadline {
        if is_so() {
            return true;
        }
        thread::sleep(Duration::from_millis(20));
    }
    false
}

#[test]
fn of_two_migrators_at_two_nodes_one_works_and_the_other_finds_nothing_to_do() {
    #[derive(Default)]
    struct Waits(u32);
    impl Progress for Waits {
        fn waiting(&mut self) {
            self.0 += 1;
        }
    }
    let database = Database::fresh();
    let up = |url: &DatabaseUrl| {
        let mut waits = Waits::default();
        let migrator = Migrator::new(slowly(url.engine())).turn_lasts(LASTS);
        (migrator.up(url, None, &mut waits).unwrap(), waits.0)
    };
    let (first, second) = thread::scope(|scope| {
        let first = scope.spawn(|| up(&database.url));
        let second = scope.spawn(|| up(&another_node(&database)));
        (first.join().unwrap(), second.join().unwrap())
    });
    let (worked, waited) = if second.0.is_empty() { (first, second) } else { (second, first) };
    assert_eq!(worked.0, [Version(1), Version(2)]);
    assert!(waited.0.is_empty() && waited.1 > 0, "{waited:?}");
}

/// Takes the turn away from a migrator that is about to carry out its second migration.
#[derive(Debug)]
struct TakesOver(DatabaseUrl);

impl Faults for TakesOver {
    fn before(&self, point: &Point<'_>) -> io::Result<()> {
        if point.migration.version == Version(2) && point.doing == Doing::Statement(1) {
            let mut session = Connection::open(&self.0, &SessionOptions::writer()).unwrap();
            session.batch_execute("UPDATE schema_turn SET holder = 'another', beat = beat + 1").unwrap();
        }
        Ok(())
    }
}

#[test]
fn a_migrator_that_another_has_taken_the_turn_from_changes_nothing_more() {
    let database = Database::fresh();
    if !is_in_cluster(&mut database.session()).unwrap() {
        // Elsewhere the turn ends with the session, and not before.
        return;
    }
    let migrator = Migrator::new(two("SELECT 1")).turn_lasts(LASTS);
    let faults = Arc::new(TakesOver(another_node(&database)));
    let error = migrator.clone().faults(faults).up(&database.url, None, &mut Silent).unwrap_err();
    assert!(matches!(error, MigrateError::TurnLost { .. }), "{error}");
    assert_eq!(database.tables(), ["t1"]);
    // The other says nothing more.
    assert_eq!(migrator.up(&database.url, None, &mut Silent).unwrap(), [Version(2)]);
}

#[test]
fn in_a_cluster_it_is_told_beforehand_that_writes_stop_while_an_index_is_built() {
    #[derive(Default)]
    struct Halts(Vec<Halt>);
    impl Progress for Halts {
        fn halting(&mut self, halt: &Halt) {
            self.0.push(halt.clone());
        }
    }
    let database = Database::migrated(set([table(1)]));
    database.execute("INSERT INTO t1 VALUES (1), (2), (3)");
    let index = "CREATE INDEX IF NOT EXISTS found ON t1 (x)";
    let migrator =
        Migrator::new(set([table(1), Migration::sql(2, "found", index, "DROP INDEX found ON t1")]));
    let plan = migrator.plan(&database.url, Direction::Up, None).unwrap();
    let foreseen = migrator.halts(&database.url, Direction::Up, &plan).unwrap();
    let mut told = Halts::default();
    migrator.up(&database.url, None, &mut told).unwrap();
    let rows: Vec<_> = foreseen.iter().map(|halt| (halt.table.as_str(), halt.rows)).collect();
    let expected = if is_in_cluster(&mut database.session()).unwrap() { vec![("t1", 3)] } else { vec![] };
    assert_eq!(rows, expected);
    assert_eq!(told.0, foreseen);
}

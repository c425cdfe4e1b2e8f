//! A migrator killed while a database server carries out its migration leaves no lock behind, and its migration counts as not
//! applied.

mod words;

use std::env;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use statehouse_connection::{DatabaseUrl, Engine};
use statehouse_migrations::{Migration, MigrationSet, Migrator, SchemaWindow, Silent, Version};
use words::{Database, set, table};

/// Set for the process that is to be killed: the database it migrates.
const VICTIM: &str = "VICTIM_DATABASE";

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
        let _ = Migrator::new(slowly(url.engine())).up(&url, None, &mut Silent);
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
    assert!(!matches!(migrator.check(&database.url).unwrap(), SchemaWindow::UpToDate));
    assert_eq!(migrator.up(&database.url, None, &mut Silent).unwrap(), [Version(2)]);
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

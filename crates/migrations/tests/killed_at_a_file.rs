//! A migrator killed in the middle of a migration leaves nothing behind: no half of it, and no lock.

mod words;

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use statehouse_connection::DatabaseUrl;
use statehouse_migrations::{Migration, MigrationSet, Migrator, Silent, Version};
use words::{Database, set, table};

/// Set for the process that is to be killed: the database it migrates.
const VICTIM: &str = "VICTIM_DATABASE";

/// The second migration takes far longer than the test lets it live.
fn endless() -> MigrationSet {
    let endless = Migration::sql(
        2,
        "endless",
        "CREATE TABLE half (x TEXT);
         WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 1000000000)
         INSERT INTO half SELECT hex(zeroblob(500)) FROM n;",
        "DROP TABLE half",
    );
    set([table(1), endless])
}

#[test]
fn a_killed_migration_leaves_nothing_behind() {
    if let Ok(path) = env::var(VICTIM) {
        let _ = Migrator::new(endless()).up(&DatabaseUrl::sqlite(path), None, &mut Silent);
        return;
    }
    let database = Database::fresh_file();
    let path = database.url.file().unwrap();
    let mut victim = Command::new(env::current_exe().unwrap())
        .args(["--exact", "a_killed_migration_leaves_nothing_behind"])
        .env(VICTIM, path)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let wrote_in_the_middle = wait_until_larger(&path.with_extension("db-wal"), 1 << 20);
    victim.kill().unwrap();
    victim.wait().unwrap();
    assert!(wrote_in_the_middle, "the second migration did not get as far as the disk");

    assert_eq!(database.tables(), ["t1"]);
    assert_eq!(database.up(set([table(1), table(2)])).unwrap(), [Version(2)]);
    assert_eq!(database.texts("SELECT integrity_check AS value FROM pragma_integrity_check"), ["ok"]);
}

fn wait_until_larger(file: &Path, bytes: u64) -> bool {
    let deadline = Instant::now() + Duration::from_secs(30);
    while Instant::now() < deadline {
        if fs::metadata(file).is_ok_and(|metadata| metadata.len() > bytes) {
            return true;
        }
        thread::sleep(Duration::from_millis(2));
    }
    false
}

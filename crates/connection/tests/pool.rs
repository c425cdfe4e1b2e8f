//! A bounded number of sessions, a bounded wait.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

use std::time::{Duration, Instant};

use diesel::{RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, DatabaseUrl, Pool, SessionOptions};

fn url(folder: &tempfile::TempDir) -> DatabaseUrl {
    let url = DatabaseUrl::sqlite(folder.path().join("s.db"));
    drop(Connection::open(&url, &SessionOptions::writer()).unwrap());
    url
}

#[test]
fn who_finds_every_session_in_use_waits_no_longer_than_told() {
    let folder = tempfile::tempdir().unwrap();
    let pool = Pool::open(&url(&folder), SessionOptions::reader(), 2).unwrap();
    let first = pool.get(Duration::from_secs(5)).unwrap();
    let _second = pool.get(Duration::from_secs(5)).unwrap();
    let started = Instant::now();
    let error = pool.get(Duration::from_millis(50)).unwrap_err();
    assert!(started.elapsed() < Duration::from_secs(5), "{error}");
    assert!(pool.try_get().is_none());
    drop(first);
    pool.get(Duration::from_secs(5)).unwrap();
}

#[test]
fn a_wrong_address_is_known_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let missing = DatabaseUrl::sqlite(folder.path().join("missing.db"));
    let started = Instant::now();
    let error = Pool::open(&missing, SessionOptions::reader(), 2).unwrap_err();
    assert!(
        error.to_string().contains("missing.db") && started.elapsed() < Duration::from_secs(5),
        "{error}"
    );
}

#[test]
fn sessions_of_a_pool_of_readers_do_not_write() {
    let folder = tempfile::tempdir().unwrap();
    let pool = Pool::open(&url(&folder), SessionOptions::reader(), 1).unwrap();
    let mut session = pool.get(Duration::from_secs(5)).unwrap();
    assert!(sql_query("CREATE TABLE t (x)").execute(&mut *session).is_err());
}

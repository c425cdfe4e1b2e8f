//! A bounded number of sessions, a bounded wait.

#[expect(dead_code, reason = "each test file uses the words it needs")]
mod words;

use std::time::{Duration, Instant};

use statehouse_connection::{Pool, SessionOptions};
use words::Database;

#[test]
fn who_finds_every_session_in_use_waits_no_longer_than_told() {
    let database = Database::fresh();
    let pool = Pool::open(&database.url, SessionOptions::reader(), 2).unwrap();
    let first = pool.get(Duration::from_secs(5)).unwrap();
    let _second = pool.get(Duration::from_secs(5)).unwrap();
    let started = Instant::now();
    let error = pool.get(Duration::from_millis(50)).unwrap_err();
    assert!(started.elapsed() < Duration::from_secs(5), "{error}");
    assert!(pool.try_get().is_none());
    drop(first);
    pool.get(Duration::from_secs(5)).unwrap();
}

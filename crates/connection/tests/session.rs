//! What a session with an embedded database has, whoever opens it.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::thread;
use std::time::{Duration, Instant};

use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{
    Connection, DatabaseUrl, FailureKind, OpenError, Pool, SessionOptions, data_version,
};

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    value: i64,
}

#[derive(QueryableByName)]
struct Word {
    #[diesel(sql_type = Text)]
    value: String,
}

fn number(connection: &mut Connection, pragma: &str) -> i64 {
    let query = format!("SELECT * FROM (SELECT {pragma} AS value FROM pragma_{pragma})");
    sql_query(query).get_result::<Number>(connection).unwrap().value
}

#[test]
fn every_session_is_durable_and_waits_for_locks() {
    let folder = tempfile::tempdir().unwrap();
    let url = DatabaseUrl::sqlite(folder.path().join("s.db"));
    for options in [SessionOptions::writer(), SessionOptions::migrator(), SessionOptions::reader()] {
        let mut connection = Connection::open(&url, &options).unwrap();
        let mode = "SELECT journal_mode AS value FROM pragma_journal_mode";
        assert_eq!(sql_query(mode).get_result::<Word>(&mut connection).unwrap().value, "wal");
        assert_eq!(number(&mut connection, "synchronous"), 2, "FULL");
        assert_eq!(number(&mut connection, "foreign_keys"), i64::from(options != SessionOptions::migrator()));
        let timeout = "SELECT timeout AS value FROM pragma_busy_timeout";
        assert_eq!(sql_query(timeout).get_result::<Number>(&mut connection).unwrap().value, 5000);
    }
}

#[test]
fn a_new_database_is_readable_by_its_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.db");
    let mut connection = Connection::open(&DatabaseUrl::sqlite(&path), &SessionOptions::writer()).unwrap();
    sql_query("CREATE TABLE t (x)").execute(&mut connection).unwrap();
    for file in ["s.db", "s.db-wal", "s.db-shm"] {
        let mode = fs::metadata(folder.path().join(file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }
}

#[test]
fn a_reader_neither_makes_a_database_nor_writes_to_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.db");
    let url = DatabaseUrl::sqlite(&path);
    let error = Connection::open(&url, &SessionOptions::reader()).unwrap_err();
    assert!(matches!(error, OpenError::Missing { .. }), "{error}");
    assert!(!path.exists());

    drop(Connection::open(&url, &SessionOptions::writer()).unwrap());
    let mut reader = Connection::open(&url, &SessionOptions::reader()).unwrap();
    let error = sql_query("CREATE TABLE t (x)").execute(&mut reader).unwrap_err();
    assert_eq!(statehouse_connection::Failure::from(error).kind, FailureKind::ReadOnly);
}

#[test]
fn what_cannot_be_a_database_is_refused_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let garbage = folder.path().join("garbage.db");
    fs::write(&garbage, "This is a letter and not a database. ".repeat(200)).unwrap();
    let cases = [
        (garbage, FailureKind::Corrupt, "damaged or not a database"),
        (folder.path().to_owned(), FailureKind::Io, "directory"),
        (folder.path().join("no/such/folder.db"), FailureKind::Io, "no/such/folder.db"),
    ];
    for (path, kind, words) in cases {
        let error = Connection::open(&DatabaseUrl::sqlite(path), &SessionOptions::writer()).unwrap_err();
        let text = error.to_string();
        assert_eq!(error.kind(), kind, "{text}");
        assert!(text.contains(words) && !text.contains('\n'), "{text}");
    }
}

#[test]
fn a_path_that_looks_like_an_address_is_a_path() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file:odd name");
    drop(Connection::open(&DatabaseUrl::sqlite(&path), &SessionOptions::writer()).unwrap());
    assert!(path.exists());
}

#[test]
fn many_may_open_a_new_database_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let url = DatabaseUrl::sqlite(folder.path().join("s.db"));
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| Connection::open(&url, &SessionOptions::writer()).map(drop).unwrap());
        }
    });
}

#[test]
fn the_data_version_moves_when_another_session_commits() {
    let folder = tempfile::tempdir().unwrap();
    let url = DatabaseUrl::sqlite(folder.path().join("s.db"));
    let mut mine = Connection::open(&url, &SessionOptions::writer()).unwrap();
    let mut other = Connection::open(&url, &SessionOptions::writer()).unwrap();
    let before = data_version(&mut mine).unwrap();
    sql_query("CREATE TABLE mine (x)").execute(&mut mine).unwrap();
    assert_eq!(data_version(&mut mine).unwrap(), before);
    sql_query("CREATE TABLE other (x)").execute(&mut other).unwrap();
    assert_ne!(data_version(&mut mine).unwrap(), before);
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
    let url = DatabaseUrl::sqlite(folder.path().join("s.db"));
    drop(Connection::open(&url, &SessionOptions::writer()).unwrap());
    let pool = Pool::open(&url, SessionOptions::reader(), 1).unwrap();
    let mut session = pool.get(Duration::from_secs(5)).unwrap();
    assert!(sql_query("CREATE TABLE t (x)").execute(&mut *session).is_err());
}

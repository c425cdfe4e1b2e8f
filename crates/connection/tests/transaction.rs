//! What a transaction promises, and which failures it can meet.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use diesel::r2d2::R2D2Connection as _;
use diesel::sql_types::BigInt;
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::lock::begin_exclusive;
use statehouse_connection::{
    Connection, DatabaseUrl, Failure, FailureKind, SessionOptions, Transaction, TransactionError,
    read_transaction, write_transaction,
};
use tempfile::TempDir;

struct Database {
    _folder: TempDir,
    url: DatabaseUrl,
}

impl Database {
    /// Two tables, the second pointing at the first.
    fn with_notes() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = DatabaseUrl::sqlite(folder.path().join("s.db"));
        let database = Self { _folder: folder, url };
        database
            .session()
            .batch_execute(
                "CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL CHECK (text <> ''));
                 CREATE TABLE marks (note INTEGER NOT NULL REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED);
                 CREATE TABLE stamps (note INTEGER NOT NULL REFERENCES notes (id));
                 CREATE TABLE pins (note INTEGER NOT NULL REFERENCES notes (id) ON DELETE RESTRICT);",
            )
            .unwrap();
        database
    }

    fn session(&self) -> Connection {
        let options = SessionOptions::writer().busy_timeout(Duration::from_millis(50));
        Connection::open(&self.url, &options).unwrap()
    }

    fn notes(&self) -> i64 {
        count(&mut self.session()).unwrap()
    }
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

fn count(connection: &mut Connection) -> Result<i64, Failure> {
    let count: Count = sql_query("SELECT count(*) AS count FROM notes").get_result(connection)?;
    Ok(count.count)
}

fn execute(connection: &mut Connection, sql: &str) -> Result<(), Failure> {
    sql_query(sql).execute(connection)?;
    Ok(())
}

fn note(connection: &mut Connection) -> Result<(), Failure> {
    execute(connection, "INSERT INTO notes (text) VALUES ('a note')")
}

#[test]
fn what_the_body_did_is_stored_when_it_returns() {
    let database = Database::with_notes();
    write_transaction(&mut database.session(), note).unwrap();
    assert_eq!(database.notes(), 1);
}

#[test]
fn a_body_that_gives_up_leaves_nothing_behind() {
    let database = Database::with_notes();
    let mut session = database.session();
    let error = write_transaction(&mut session, |session| {
        note(session).map_err(|failure| failure.to_string())?;
        Err::<(), _>("changed my mind".to_owned())
    })
    .unwrap_err();
    assert!(matches!(error, TransactionError::Body(reason) if reason == "changed my mind"));
    assert_eq!(database.notes(), 0);
    write_transaction(&mut session, note).unwrap();
}

#[test]
fn a_transaction_that_is_dropped_is_undone() {
    let database = Database::with_notes();
    let mut session = database.session();
    let mut transaction = Transaction::begin_write(&mut session).unwrap();
    note(&mut transaction).unwrap();
    drop(transaction);
    assert_eq!(database.notes(), 0);
    assert!(!session.is_broken());
}

#[test]
fn a_commit_that_fails_is_told_apart_from_a_body_that_fails() {
    let database = Database::with_notes();
    let mut session = database.session();
    let error = write_transaction(&mut session, |session| {
        note(session)?;
        execute(session, "INSERT INTO marks VALUES (77)")
    })
    .unwrap_err();
    assert!(matches!(error, TransactionError::Commit(f) if f.kind == FailureKind::ForeignKeyViolation));
    assert_eq!(database.notes(), 0);
    write_transaction(&mut session, note).unwrap();
}

#[test]
fn a_second_writer_waits_and_then_is_told_that_the_database_is_busy() {
    let database = Database::with_notes();
    let (mut first, mut second) = (database.session(), database.session());
    let held = Transaction::begin_write(&mut first).unwrap();
    let started = Instant::now();
    let error = write_transaction(&mut second, note).unwrap_err();
    assert!(matches!(error, TransactionError::Begin(f) if f.kind == FailureKind::Busy));
    assert!(started.elapsed() >= Duration::from_millis(40), "the busy timeout was not waited for");
    held.commit().unwrap();
    write_transaction(&mut second, note).unwrap();
}

#[test]
fn a_reader_keeps_its_snapshot_while_others_write() {
    let database = Database::with_notes();
    let mut reader = database.session();
    read_transaction(&mut reader, |reader| {
        assert_eq!(count(reader)?, 0);
        write_transaction(&mut database.session(), note).unwrap();
        assert_eq!(count(reader)?, 0);
        // A write on an outdated snapshot can never succeed, and SQLite says so without waiting.
        assert_eq!(note(reader).unwrap_err().kind, FailureKind::Busy);
        Ok::<_, Failure>(())
    })
    .unwrap();
    assert_eq!(count(&mut reader).unwrap(), 1);
}

#[test]
fn a_full_database_undoes_the_transaction_and_works_again_when_there_is_room() {
    let database = Database::with_notes();
    let mut session = database.session();
    execute(&mut session, "PRAGMA max_page_count = 6").unwrap();
    let error = write_transaction(&mut session, |session| {
        note(session)?;
        execute(session, "INSERT INTO notes (text) VALUES (hex(zeroblob(100000)))")
    })
    .unwrap_err();
    assert!(matches!(&error, TransactionError::Body(f) if f.kind == FailureKind::DiskFull), "{error:?}");
    assert_eq!(database.notes(), 0);
    assert!(!session.is_broken());

    execute(&mut session, "PRAGMA max_page_count = 1000").unwrap();
    write_transaction(&mut session, note).unwrap();
    assert_eq!(database.notes(), 1);
}

#[test]
fn every_failure_has_its_kind() {
    let database = Database::with_notes();
    let mut session = database.session();
    note(&mut session).unwrap();
    execute(&mut session, "INSERT INTO pins VALUES (1)").unwrap();
    let cases = [
        ("INSERT INTO notes VALUES (1, 'again')", FailureKind::UniqueViolation),
        ("INSERT INTO stamps VALUES (77)", FailureKind::ForeignKeyViolation),
        ("DELETE FROM notes", FailureKind::ForeignKeyViolation),
        ("INSERT INTO notes (text) VALUES ('')", FailureKind::ValueViolation),
        ("INSERT INTO notes (text) VALUES (NULL)", FailureKind::ValueViolation),
        ("SELECT * FROM letters", FailureKind::SchemaMismatch),
        ("SELECT colour FROM notes", FailureKind::SchemaMismatch),
        ("INSERT INTO notes (colour) VALUES (1)", FailureKind::SchemaMismatch),
        ("SELECT FROM WHERE", FailureKind::Other),
        // Words of another error, quoted in this one, do not change its kind.
        ("SELECT \"database is locked\"(1)", FailureKind::Other),
    ];
    for (sql, kind) in cases {
        let failure = execute(&mut session, sql).unwrap_err();
        assert_eq!(failure.kind, kind, "{sql}: {}", failure.source);
        assert!(!failure.kind.is_outage() && !failure.kind.is_transient(), "{sql}");
    }
}

#[test]
fn a_damaged_file_is_told_apart() {
    use std::os::unix::fs::FileExt as _;

    let database = Database::with_notes();
    {
        let mut session = database.session();
        for _ in 0..50 {
            execute(&mut session, "INSERT INTO notes (text) VALUES (hex(zeroblob(1000)))").unwrap();
        }
        execute(&mut session, "PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    }
    let file = std::fs::OpenOptions::new().write(true).open(database.url.file().unwrap()).unwrap();
    // From the second page on: the header stays, the tables do not.
    file.write_all_at(&vec![0xAB; 40_000], 4096).unwrap();
    let failure = count(&mut database.session()).unwrap_err();
    assert_eq!(failure.kind, FailureKind::Corrupt, "{}", failure.source);
}

#[test]
fn a_file_that_may_not_be_written_is_read_only() {
    use diesel::Connection as _;

    let database = Database::with_notes();
    let path = database.url.file().unwrap().display();
    // `mode=ro` stands for a file without write permission, which would not keep root from writing.
    let inner = diesel::SqliteConnection::establish(&format!("file:{path}?mode=ro")).unwrap();
    let failure = note(&mut Connection::Sqlite(inner)).unwrap_err();
    assert_eq!(failure.kind, FailureKind::ReadOnly, "{}", failure.source);
}

#[test]
fn the_lock_of_the_schema_is_waited_for_and_excludes_writers() {
    let database = Database::with_notes();
    let (mut first, mut second) = (database.session(), database.session());
    let held = begin_exclusive(&mut first, Duration::from_secs(5), || ()).unwrap();
    let failure = begin_exclusive(&mut second, Duration::from_millis(20), || ()).unwrap_err();
    assert_eq!(failure.kind, FailureKind::Busy);
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| begin_exclusive(&mut second, Duration::from_secs(20), || ()).map(drop));
        held.commit().unwrap();
        waiting.join().unwrap().unwrap();
    });
}

/// The limit on the size of a file stands for a disk that fails to write; it holds for a whole process, so the test
/// starts itself again in one that has it.
#[test]
fn a_disk_that_fails_to_write_undoes_the_transaction() {
    const LIMITED: &str = "FILE_SIZE_IS_LIMITED";
    if std::env::var_os(LIMITED).is_none() {
        let limited = std::process::Command::new("sh")
            .args(["-c", r#"trap '' XFSZ; ulimit -f 200; exec "$0" "$@""#])
            .arg(std::env::current_exe().unwrap())
            .args(["--exact", "a_disk_that_fails_to_write_undoes_the_transaction"])
            .env(LIMITED, "yes")
            .output()
            .unwrap();
        assert!(limited.status.success(), "{}", String::from_utf8_lossy(&limited.stdout));
        return;
    }
    let database = Database::with_notes();
    let mut session = database.session();
    let error = write_transaction(&mut session, |session| {
        note(session)?;
        execute(session, "INSERT INTO notes (text) VALUES (hex(zeroblob(10000000)))")
    })
    .unwrap_err();
    let (TransactionError::Body(failure) | TransactionError::Commit(failure)) = error else {
        panic!("the transaction did not begin");
    };
    assert_eq!(failure.kind, FailureKind::Io, "{}", failure.source);
    assert_eq!(database.notes(), 0);
    write_transaction(&mut session, note).unwrap();
    assert_eq!(database.notes(), 1);
}

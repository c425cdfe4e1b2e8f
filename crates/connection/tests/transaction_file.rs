//! Transactions on the file of an embedded database: its one writer, a disk that is full or fails, a file that is damaged.

#[expect(dead_code, reason = "each test file uses the words it needs")]
mod words;

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use diesel::r2d2::R2D2Connection as _;
use statehouse_connection::{
    Connection, Failure, FailureKind, Transaction, TransactionError, read_transaction, write_transaction,
};
use words::{Database, count, execute, note};

#[test]
fn a_second_writer_waits_and_then_is_told_that_the_database_is_busy() {
    let database = Database::fresh_file().with_notes();
    let (mut first, mut second) = (database.session(), database.session());
    let held = Transaction::begin_write(&mut first).unwrap();
    let started = Instant::now();
    let error = write_transaction(&mut second, note).unwrap_err();
    assert!(matches!(error, TransactionError::Begin(f) if f.kind == FailureKind::Busy));
    assert!(started.elapsed() >= Duration::from_millis(40), "the busy timeout was not waited for");
    held.commit().unwrap();
    write_transaction(&mut second, note).unwrap();
}

/// SQLite itself would look for the lock every tenth of a second, and hardly ever find it free.
#[test]
fn a_writer_comes_to_its_turn_although_another_is_back_at_once() {
    let database = Database::fresh_file().with_notes();
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut session = database.session();
            while !is_over.load(Ordering::Relaxed) {
                let mut held = Transaction::begin_write_within(&mut session, Duration::from_mins(1)).unwrap();
                note(&mut held).unwrap();
                thread::sleep(Duration::from_millis(300));
                held.commit().unwrap();
                // Shorter still it would be chance again who is first.
                thread::sleep(Duration::from_millis(2));
            }
        });
        let mut session = database.session();
        let mut take_turn = || {
            // The other has it.
            thread::sleep(Duration::from_millis(50));
            Transaction::begin_write_within(&mut session, Duration::from_secs(2)).err()
        };
        let refused = (0..5).find_map(|_| take_turn());
        is_over.store(true, Ordering::Relaxed);
        assert!(refused.is_none(), "{refused:?}");
    });
}

#[test]
fn a_reader_that_others_overtook_cannot_turn_into_a_writer() {
    let database = Database::fresh_file().with_notes();
    let mut reader = database.session();
    read_transaction(&mut reader, |reader| {
        assert_eq!(count(reader)?, 0);
        write_transaction(&mut database.session(), note).unwrap();
        // A write on an outdated snapshot can never succeed, and SQLite says so without waiting.
        assert_eq!(note(reader).unwrap_err().kind, FailureKind::Busy);
        Ok::<_, Failure>(())
    })
    .unwrap();
    assert_eq!(count(&mut reader).unwrap(), 1);
}

#[test]
fn a_full_database_undoes_the_transaction_and_works_again_when_there_is_room() {
    let database = Database::fresh_file().with_notes();
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
fn a_damaged_file_is_told_apart() {
    use std::os::unix::fs::FileExt as _;

    let database = Database::fresh_file().with_notes();
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

    let database = Database::fresh_file().with_notes();
    let path = database.url.file().unwrap().display();
    // `mode=ro` stands for a file without write permission, which would not keep root from writing.
    let inner = diesel::SqliteConnection::establish(&format!("file:{path}?mode=ro")).unwrap();
    let failure = note(&mut Connection::Sqlite(inner)).unwrap_err();
    assert_eq!(failure.kind, FailureKind::ReadOnly, "{}", failure.source);
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
    let database = Database::fresh_file().with_notes();
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

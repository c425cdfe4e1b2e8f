//! What a transaction promises on any database, and which failures it can meet.

mod words;

use std::time::{Duration, Instant};

use diesel::r2d2::R2D2Connection as _;
use statehouse_connection::lock::begin_exclusive;
use statehouse_connection::{
    Engine, Failure, FailureKind, Transaction, TransactionError, long_read_transaction, read_transaction,
    write_transaction,
};
use words::{Database, count, execute, note, number};

#[test]
fn what_the_body_did_is_stored_when_it_returns() {
    let database = Database::fresh().with_notes();
    write_transaction(&mut database.session(), note).unwrap();
    assert_eq!(database.notes(), 1);
}

#[test]
fn what_is_committed_is_on_the_disk_whatever_the_default_of_the_server() {
    let database = Database::fresh();
    let mut session = database.session();
    let (defaults, is_synced): (&[&str], _) = match session.engine() {
        Engine::Sqlite => (&["SELECT 1"], "SELECT synchronous = 2 AS count FROM pragma_synchronous"),
        Engine::Postgres => (
            &[
                "SET synchronous_commit = off",
                "SET synchronous_commit = local",
                "SET synchronous_commit = remote_write",
            ],
            "SELECT (current_setting('synchronous_commit') = 'on')::int::bigint AS count",
        ),
        Engine::Mysql => {
            (&["SELECT 1"], "SELECT CAST(@@innodb_flush_log_at_trx_commit = 1 AS SIGNED) AS count")
        }
    };
    for default in defaults {
        execute(&mut session, default).unwrap();
        let mut transaction = Transaction::begin_write(&mut session).unwrap();
        assert_eq!(number(&mut transaction, is_synced).unwrap(), 1, "{default}");
    }
}

#[test]
fn who_reads_everything_may_pause_between_two_queries() {
    let database = Database::fresh().with_notes();
    let mut session = database.session();
    if session.engine() == Engine::Postgres {
        for limit in ["idle_in_transaction_session_timeout", "statement_timeout"] {
            execute(&mut session, &format!("SET {limit} = '50ms'")).unwrap();
        }
    }
    let counted = long_read_transaction(&mut session, |session| {
        let before = count(session)?;
        std::thread::sleep(Duration::from_millis(200));
        Ok::<_, Failure>((before, count(session)?))
    });
    assert_eq!(counted.unwrap(), (0, 0));
}

#[test]
fn a_body_that_gives_up_leaves_nothing_behind() {
    let database = Database::fresh().with_notes();
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
    let database = Database::fresh().with_notes();
    let mut session = database.session();
    let mut transaction = Transaction::begin_write(&mut session).unwrap();
    note(&mut transaction).unwrap();
    drop(transaction);
    assert_eq!(database.notes(), 0);
    assert!(!session.is_broken());
}

#[test]
fn a_commit_that_fails_is_told_apart_from_a_body_that_fails() {
    let database = Database::fresh().with_notes();
    let mut session = database.session();
    let error = write_transaction(&mut session, |session| {
        note(session)?;
        execute(session, "INSERT INTO marks VALUES (77)")
    })
    .unwrap_err();
    let (TransactionError::Commit(failure) | TransactionError::Body(failure)) = &error else {
        panic!("the transaction did not begin: {error}")
    };
    assert_eq!(failure.kind, FailureKind::ForeignKeyViolation);
    // MariaDB has no constraint that waits for COMMIT.
    let is_commit = matches!(error, TransactionError::Commit(_));
    assert_eq!(is_commit, session.engine() != Engine::Mysql);
    assert_eq!(database.notes(), 0);
    write_transaction(&mut session, note).unwrap();
}

#[test]
fn who_comes_second_to_a_row_waits_and_then_is_told_that_the_database_is_busy() {
    let database = Database::fresh().with_notes();
    let (mut first, mut second) = (database.session(), database.session());
    note(&mut first).unwrap();
    let mut held = Transaction::begin_write(&mut first).unwrap();
    execute(&mut held, "UPDATE notes SET text = 'mine'").unwrap();
    let mut change = || {
        let mut transaction = Transaction::begin_write_within(&mut second, Duration::from_millis(50))?;
        execute(&mut transaction, "UPDATE notes SET text = 'also mine'")?;
        transaction.commit()
    };
    let started = Instant::now();
    assert_eq!(change().unwrap_err().kind, FailureKind::Busy);
    assert!(started.elapsed() >= Duration::from_millis(40), "it was not waited for");
    held.commit().unwrap();
    change().unwrap();
}

#[test]
fn a_reader_keeps_its_snapshot_while_others_write() {
    let database = Database::fresh().with_notes();
    let mut reader = database.session();
    read_transaction(&mut reader, |reader| {
        assert_eq!(count(reader)?, 0);
        write_transaction(&mut database.session(), note).unwrap();
        assert_eq!(count(reader)?, 0);
        Ok::<_, Failure>(())
    })
    .unwrap();
    assert_eq!(count(&mut reader).unwrap(), 1);
}

#[test]
fn every_failure_has_its_kind() {
    let database = Database::fresh().with_notes();
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
fn the_lock_of_the_schema_is_waited_for_and_ends_with_its_session() {
    let database = Database::fresh().with_notes();
    let (mut first, mut second) = (database.session(), database.session());
    let held = begin_exclusive(&mut first, Duration::from_secs(5), || ()).unwrap();
    let failure = begin_exclusive(&mut second, Duration::from_millis(20), || ()).unwrap_err();
    assert_eq!(failure.kind, FailureKind::Busy);
    let waiting =
        std::thread::spawn(move || begin_exclusive(&mut second, Duration::from_secs(20), || ()).map(drop));
    held.commit().unwrap();
    drop(first);
    waiting.join().unwrap().unwrap();
}

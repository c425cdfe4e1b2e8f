//! A disk that fails in the middle of a COMMIT: what is told is what a crash leaves.

use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use statehouse_connection::DatabaseUrl;
use statehouse_db::{Faults, Store, WriteError};

use crate::words::{Scratch, Words, fact, facts, rule};

/// Brings about what a sync leaves that fails within COMMIT: the batch stands in the write-ahead log, and the index of
/// the log, which is what everybody looks at, knows nothing of it.
struct SyncFails {
    index: PathBuf,
    before: Mutex<Vec<u8>>,
    is_armed: AtomicBool,
}

impl Faults for SyncFails {
    fn before_commit(&self) -> io::Result<()> {
        *self.before.lock().unwrap() = fs::read(&self.index)?;
        Ok(())
    }

    fn after_commit(&self) -> io::Result<()> {
        if !self.is_armed.swap(false, Ordering::SeqCst) {
            return Ok(());
        }
        fs::OpenOptions::new().write(true).open(&self.index)?.write_all(&self.before.lock().unwrap())?;
        Err(io::Error::other("fsync failed"))
    }
}

/// A database as a crash at this moment leaves it: its files, without the shared memory.
fn after_a_crash(scratch: &Scratch) -> Store {
    let copy = scratch.file().with_file_name("after-the-crash.db");
    let log = |file: &PathBuf| file.with_extension("db-wal");
    fs::copy(scratch.file(), &copy).unwrap();
    fs::copy(log(&scratch.file()), log(&copy)).unwrap();
    scratch.open_with(|options| options.database = DatabaseUrl::sqlite(copy))
}

#[test]
fn what_was_told_as_not_stored_does_not_come_back_after_a_crash() {
    let scratch = Scratch::embedded();
    let fails = Arc::new(SyncFails {
        index: scratch.file().with_extension("db-shm"),
        before: Mutex::default(),
        is_armed: AtomicBool::new(false),
    });
    let store = scratch.open_with(|options| options.faults = Some(fails.clone()));
    store.tell(fact(1)).unwrap();
    // Sessions that read keep the files from being tidied up whenever the writer begins anew.
    assert_eq!(store.rules(), facts([1]));
    fails.is_armed.store(true, Ordering::SeqCst);
    let error = store.tell(fact(2)).err();
    assert!(matches!(error, Some(WriteError::Unavailable { .. })), "{error:?}");
    assert_eq!(after_a_crash(&scratch).rules(), facts([1]));

    store.tell(fact(3)).unwrap();
    assert_eq!(store.rules(), facts([1, 3]));
    store.close().unwrap();
    scratch.refuse_damage();
}

/// A limit on the length of a file holds for a whole process, so the test starts itself again in one that has it.
#[test]
fn a_disk_without_room_for_a_commit_is_told_at_once() {
    const LIMITED: &str = "FILE_SIZE_IS_LIMITED";
    if std::env::var_os(LIMITED).is_none() {
        let limited = Command::new("sh")
            .args(["-c", r#"trap '' XFSZ; ulimit -f 3000; exec "$0" "$@""#])
            .arg(std::env::current_exe().unwrap())
            .arg("a_disk_without_room_for_a_commit")
            .env(LIMITED, "yes")
            .output()
            .unwrap();
        let output = String::from_utf8_lossy(&limited.stdout);
        assert!(limited.status.success() && output.contains("1 passed"), "{output}");
        return;
    }
    let scratch = Scratch::embedded();
    let store = scratch.open();
    assert_eq!(store.rules(), facts([]), "sessions that read keep the log from being tidied up");
    let long = |number: usize| rule(&format!("p('{}')", format!("{number:05}").repeat(2_000)));
    let stored = (0..1_000).find(|&number| store.tell(long(number)).is_err()).unwrap();
    for number in stored..stored + 3 {
        let began = Instant::now();
        let error = store.tell(long(number)).err();
        assert!(matches!(error, Some(WriteError::Unavailable { .. })), "{error:?}");
        assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    }
    assert_eq!(store.statistics().unknown_outcomes, 0);
    assert_eq!(store.rules().len(), stored);
    drop(store);
    scratch.refuse_damage();
}

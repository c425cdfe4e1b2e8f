//! Opening a SQLite file so that what is committed survives a power cut.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use diesel::connection::{AnsiTransactionManager, SimpleConnection as _, TransactionManager as _};
use diesel::sql_types::{Integer, Text};
use diesel::sqlite::SqliteConnection;
use diesel::{Connection as _, QueryableByName, RunQueryDsl as _, sql_query};

use crate::session::Purpose;
use crate::{DatabaseUrl, Failure, FailureKind, OpenError, SessionOptions};

/// How often who waits for the writer's lock looks for it. A look costs some microseconds.
const LOOK_AGAIN: Duration = Duration::from_micros(250);

/// What every session has, whatever it is for.
const SETTINGS: &[&str] = &[
    // FULL syncs the write-ahead log at every COMMIT; NORMAL would lose the last commits in a power cut.
    "PRAGMA synchronous = FULL",
    // On macOS fsync leaves the data in the drive's cache; elsewhere this does nothing.
    "PRAGMA fullfsync = ON",
    // The log is copied into the database every 1000 pages (4 MB): small enough that opening after a crash is
    // quick, large enough that the copy is rare.
    "PRAGMA wal_autocheckpoint = 1000",
    // A log that one large transaction blew up shrinks again at the next checkpoint.
    "PRAGMA journal_size_limit = 67108864",
    // Functions and views stored in a file somebody else prepared get no powers.
    "PRAGMA trusted_schema = OFF",
];

pub(crate) fn open(
    url: &DatabaseUrl,
    path: &Path,
    options: &SessionOptions,
) -> Result<SqliteConnection, OpenError> {
    let path = file_ready(path, options.creates)?;
    let text = path.to_str().ok_or_else(|| OpenError::File {
        action: "open",
        path: path.clone(),
        source: io::Error::new(io::ErrorKind::InvalidFilename, "the path is not UTF-8"),
    })?;
    // Absolute, so it cannot begin with `file:` or `sqlite://`, which would be read as an address.
    let mut connection = SqliteConnection::establish(text)
        .map_err(|source| OpenError::Refused { url: url.clone(), source })?;
    set_up(&mut connection, url, options)?;
    if options.purpose == Purpose::Write {
        turn_on_write_ahead_log(&mut connection, url, options.busy_timeout)?;
    } else {
        // A reader leaves the file as it is, the journal mode included: it may be another program's.
        set(&mut connection, url, "PRAGMA query_only = ON")?;
    }
    Ok(connection)
}

/// Makes the file if there is none and this session may; answers its absolute path.
fn file_ready(path: &Path, creates: bool) -> Result<PathBuf, OpenError> {
    let failed = |action| move |source| OpenError::File { action, path: path.to_owned(), source };
    let absolute = std::path::absolute(path).map_err(failed("find"))?;
    match fs::metadata(&absolute) {
        Ok(metadata) if metadata.is_dir() => {
            Err(failed("open the database")(io::Error::from(io::ErrorKind::IsADirectory)))
        }
        Ok(_) => Ok(absolute),
        Err(error) if error.kind() == io::ErrorKind::NotFound && creates => {
            create(&absolute).map_err(failed("create the database"))?;
            Ok(absolute)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(OpenError::Missing { path: absolute }),
        Err(error) => Err(failed("open the database")(error)),
    }
}

/// An empty file, readable by its owner alone, whose name is on the disk too: SQLite syncs what it writes
/// into a file, but not the folder that a new database file appears in. (SQLite gives its log files the mode
/// of the database file.)
fn create(path: &Path) -> io::Result<()> {
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Ok(file) => file.sync_all()?,
        // Another process was faster; syncing the folder twice does no harm.
        // (If there is still nothing, it is a link to nowhere: SQLite would follow it and choose the mode itself.)
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            fs::metadata(path)?;
        }
        Err(error) => return Err(error),
    }
    path.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}

fn set_up(
    connection: &mut SqliteConnection,
    url: &DatabaseUrl,
    options: &SessionOptions,
) -> Result<(), OpenError> {
    // First, so that the other settings wait for a lock as well.
    set(connection, url, &busy_timeout(options.busy_timeout))?;
    let foreign_keys = if options.enforces_foreign_keys { "ON" } else { "OFF" };
    set(connection, url, &format!("PRAGMA foreign_keys = {foreign_keys}"))?;
    // One statement per call: in a batch SQLite stops at the first PRAGMA that answers with a row.
    SETTINGS.iter().try_for_each(|setting| set(connection, url, setting))
}

/// The file of the write-ahead log: SQLite adds to the name of the database.
pub(crate) fn log_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

/// The statement that sets how long to wait for a lock. SQLite counts milliseconds in 31 bits.
pub(crate) fn busy_timeout(wait: Duration) -> String {
    let milliseconds = i32::try_from(wait.as_millis()).unwrap_or(i32::MAX);
    format!("PRAGMA busy_timeout = {milliseconds}")
}

#[derive(QueryableByName)]
struct BusyTimeout {
    #[diesel(sql_type = Integer)]
    timeout: i32,
}

/// How long the session waits for a lock.
pub(crate) fn wait(connection: &mut SqliteConnection) -> Result<Duration, Failure> {
    let BusyTimeout { timeout } = sql_query("PRAGMA busy_timeout").get_result(connection)?;
    Ok(Duration::from_millis(timeout.unsigned_abs().into()))
}

/// Begins as the one writer, waiting for the lock at most so long, which is the session's busy timeout from then on.
///
/// SQLite has no queue for it. Left to itself it looks again after up to a tenth of a second, while another writer that is
/// about to write once more is back within microseconds: who looks so seldom may find the lock taken each time, until the
/// wait is over. So the wait is ours, and looks often.
pub(crate) fn begin_write(connection: &mut SqliteConnection, wait: Duration) -> Result<(), Failure> {
    let deadline = Instant::now() + wait;
    connection.batch_execute(&busy_timeout(Duration::ZERO))?;
    let outcome = loop {
        let begun = AnsiTransactionManager::begin_transaction_sql(connection, "BEGIN IMMEDIATE");
        match begun.map_err(Failure::from) {
            Err(failure) if failure.kind == FailureKind::Busy && Instant::now() < deadline => {
                thread::sleep(LOOK_AGAIN);
            }
            outcome => break outcome,
        }
    };
    let restored = connection.batch_execute(&busy_timeout(wait));
    if let (Ok(()), Err(error)) = (&outcome, restored) {
        AnsiTransactionManager::rollback_transaction(connection)?;
        return Err(error.into());
    }
    outcome
}

fn set(connection: &mut SqliteConnection, url: &DatabaseUrl, setting: &str) -> Result<(), OpenError> {
    connection.batch_execute(setting).map_err(|source| OpenError::Setting {
        url: url.clone(),
        setting: setting.to_owned(),
        source: source.into(),
    })
}

#[derive(QueryableByName)]
struct JournalMode {
    #[diesel(sql_type = Text)]
    journal_mode: String,
}

/// Turns the write-ahead log on, unless it is.
///
/// Several sessions that open a new database at once get in each other's way here, and SQLite reports that
/// without waiting: it would be a deadlock if both waited. So the wait is ours.
fn turn_on_write_ahead_log(
    connection: &mut SqliteConnection,
    url: &DatabaseUrl,
    wait: Duration,
) -> Result<(), OpenError> {
    const SETTING: &str = "PRAGMA journal_mode = WAL";
    let deadline = Instant::now() + wait;
    loop {
        match sql_query(SETTING).get_result::<JournalMode>(connection).map_err(Failure::from) {
            Ok(answer) if answer.journal_mode == "wal" => return Ok(()),
            Ok(answer) => {
                return Err(OpenError::NoWriteAheadLog { url: url.clone(), mode: answer.journal_mode });
            }
            Err(failure) if failure.kind == FailureKind::Busy && Instant::now() < deadline => {
                thread::sleep(Duration::from_millis(5));
            }
            Err(source) => {
                return Err(OpenError::Setting { url: url.clone(), setting: SETTING.to_owned(), source });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_system_that_carries_no_write_ahead_log_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s.db");
        // The lock files of this variant stand for a network file system without shared memory.
        let address = format!("file:{}?vfs=unix-dotfile", path.display());
        let mut connection = SqliteConnection::establish(&address).unwrap();
        let url = DatabaseUrl::sqlite(&path);
        let error = turn_on_write_ahead_log(&mut connection, &url, Duration::ZERO).unwrap_err();
        assert!(error.to_string().contains("local disk"), "{error}");
    }

    #[test]
    fn a_link_to_nowhere_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (link, target) = (folder.path().join("link.db"), folder.path().join("nowhere.db"));
        std::os::unix::fs::symlink(&target, &link).unwrap();
        assert!(file_ready(&link, true).is_err());
        assert!(!target.exists());
    }
}

//! Whose turn it is to change the schema, among all processes, for as long as that takes.
//!
//! A migrator has the turn from its first look to its last word. It is no lock that anybody needs who reads or writes: a data
//! migration may run for hours while servers serve. What must not overlap at all is guarded by a transaction besides
//! ([`begin_exclusive`](crate::lock::begin_exclusive)).

use std::fs::{File, TryLockError};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

#[cfg(any(feature = "postgres", feature = "mysql"))]
use crate::Connection;
use crate::{DatabaseUrl, Failure, FailureKind, OpenError};
#[cfg(any(feature = "postgres", feature = "mysql"))]
use crate::{SessionOptions, transaction};

/// How often it is tried again.
const INTERVAL: Duration = Duration::from_millis(50);
/// After this long without the turn the caller is told that it waits.
const PATIENCE: Duration = Duration::from_millis(500);

/// What is locked on PostgreSQL for the turn: "stateho" in ASCII, and a 2.
#[cfg(feature = "postgres")]
const POSTGRES_KEY: i64 = 0x7374_6174_6568_6f02;

/// The turn; it ends when this is dropped. Whoever dies gives it back:
///
/// * On SQLite it is a lock on the folder of the database, which the operating system takes back (`flock`): so nothing is
///   left beside the database, and two databases in one folder are migrated one after the other. (A lock on the database
///   itself would not do: closing it would take SQLite's own locks away.)
/// * On PostgreSQL it is an advisory lock of a transaction that does nothing else, in a session of its own. It has no
///   snapshot, so it holds up neither VACUUM nor CREATE INDEX CONCURRENTLY.
/// * On MariaDB it is a named lock of a session that does nothing else. In a Galera cluster it is a lock of one node, which is
///   not all: whoever migrates there needs more ([`crate::cluster`]).
#[derive(Debug)]
pub struct Turn {
    _held: Held,
}

#[derive(Debug)]
enum Held {
    Folder {
        _lock: File,
    },
    #[cfg(any(feature = "postgres", feature = "mysql"))]
    Session {
        _session: Connection,
    },
}

/// Why it is not this process's turn.
#[derive(Debug, thiserror::Error)]
pub enum TurnError {
    /// No session with the database, or no way to its folder.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database failed; [`FailureKind::Busy`] when another process had the turn all the time.
    #[error(transparent)]
    Failed(#[from] Failure),
    /// Between here and PostgreSQL stands a pooler that gives each transaction another session. What a session is set to is
    /// set for somebody else there.
    #[error(
        "the address {url} leads to a pooler that gives each transaction another session (PgBouncer in transaction mode), \
         where no migrator is safe; name the address of PostgreSQL itself"
    )]
    Pooled {
        /// Which database.
        url: DatabaseUrl,
    },
}

impl Turn {
    /// Waits for the turn, at most so long; `on_wait` is called when it does not come at once.
    ///
    /// # Errors
    /// See [`TurnError`].
    pub fn take(url: &DatabaseUrl, wait: Duration, on_wait: impl FnOnce()) -> Result<Self, TurnError> {
        match url {
            DatabaseUrl::Sqlite { path } => {
                let lock = folder_of(path)?;
                wait_for(wait, on_wait, || match lock.try_lock() {
                    Ok(()) => Ok(true),
                    Err(TryLockError::WouldBlock) => Ok(false),
                    Err(TryLockError::Error(source)) => {
                        Err(OpenError::File { action: "lock the folder of", path: path.clone(), source }
                            .into())
                    }
                })?;
                Ok(Self { _held: Held::Folder { _lock: lock } })
            }
            #[cfg(any(feature = "postgres", feature = "mysql"))]
            _ => {
                let options = SessionOptions::writer().create_missing(false);
                let mut session = Connection::open(url, &options)?;
                #[cfg(feature = "postgres")]
                if crate::postgres::is_pooled(url, &mut session, &options)? {
                    return Err(TurnError::Pooled { url: url.clone() });
                }
                wait_for(wait, on_wait, || Ok(try_session(&mut session)?))?;
                Ok(Self { _held: Held::Session { _session: session } })
            }
            #[cfg(not(any(feature = "postgres", feature = "mysql")))]
            _ => Err(OpenError::Unsupported { engine: url.engine() }.into()),
        }
    }
}

/// The folder in which the database is, wherever links lead to.
fn folder_of(path: &Path) -> Result<File, OpenError> {
    let failed = |source| OpenError::File { action: "open the folder of", path: path.to_owned(), source };
    let real = path.canonicalize().map_err(failed)?;
    File::open(real.parent().unwrap_or(&real)).map_err(failed)
}

/// Tries again and again. Waiting inside the database would not do: on PostgreSQL whoever waits has a snapshot, for whose
/// end CREATE INDEX CONCURRENTLY waits, so that the two would wait for each other.
fn wait_for(
    wait: Duration,
    on_wait: impl FnOnce(),
    mut is_ours: impl FnMut() -> Result<bool, TurnError>,
) -> Result<(), TurnError> {
    let began = Instant::now();
    let mut on_wait = Some(on_wait);
    loop {
        if is_ours()? {
            return Ok(());
        }
        if began.elapsed() >= PATIENCE.min(wait)
            && let Some(on_wait) = on_wait.take()
        {
            on_wait();
        }
        if began.elapsed() >= wait {
            let said = "another process has the turn to change the schema".to_owned();
            return Err(TurnError::Failed(Failure {
                kind: FailureKind::Busy,
                source: diesel::result::Error::DatabaseError(
                    diesel::result::DatabaseErrorKind::Unknown,
                    Box::new(said),
                ),
            }));
        }
        thread::sleep(INTERVAL);
    }
}

#[cfg(any(feature = "postgres", feature = "mysql"))]
fn try_session(session: &mut Connection) -> Result<bool, Failure> {
    match session {
        Connection::Sqlite(_) => Ok(false),
        #[cfg(feature = "postgres")]
        Connection::Postgres(_) => {
            transaction::begin(session, transaction::Begin::Exclusive, PATIENCE)?;
            let mut begun = transaction::Transaction::begun(session);
            if crate::postgres::try_lock(&mut begun, POSTGRES_KEY)? {
                // What has just been asked keeps its snapshot until something else is (its portal stays open in the
                // transaction), and CREATE INDEX CONCURRENTLY would wait for that snapshot as long as the turn lasts.
                diesel::connection::SimpleConnection::batch_execute(&mut *begun, "SELECT 1")?;
                begun.leave_open();
                return Ok(true);
            }
            begun.rollback()?;
            Ok(false)
        }
        #[cfg(feature = "mysql")]
        Connection::Mysql(inner) => crate::mysql::try_turn(inner),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_has_the_turn_at_a_time_and_who_ends_gives_it_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s.db");
        std::fs::write(&path, "").unwrap();
        let url = DatabaseUrl::sqlite(&path);
        let link = folder.path().join("elsewhere");
        std::fs::create_dir(&link).unwrap();
        std::os::unix::fs::symlink(&path, link.join("link.db")).unwrap();

        let first = Turn::take(&url, Duration::ZERO, || ()).unwrap();
        let mut was_told = false;
        let other = DatabaseUrl::sqlite(link.join("link.db"));
        let refused = Turn::take(&other, Duration::from_millis(60), || was_told = true).unwrap_err();
        assert!(matches!(refused, TurnError::Failed(failure) if failure.kind == FailureKind::Busy));
        assert!(was_told);
        drop(first);
        Turn::take(&other, Duration::ZERO, || ()).unwrap();
    }
}

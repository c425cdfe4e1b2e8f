//! How a session begins: the only way to a [`Connection`].

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use diesel::ConnectionError;

use crate::{Connection, DatabaseUrl, Engine, Failure, FailureKind, sqlite};

/// What a session is for. Every choice that concerns durability is fixed: what was committed is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionOptions {
    pub(crate) busy_timeout: Duration,
    pub(crate) purpose: Purpose,
    pub(crate) creates: bool,
    pub(crate) enforces_foreign_keys: bool,
}

/// What is done in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Write,
    Read,
    /// Reading what is another program's.
    Visit,
}

impl SessionOptions {
    #[cfg(any(feature = "postgres", feature = "mysql"))]
    pub(crate) fn is_guest(&self) -> bool {
        self.purpose == Purpose::Visit
    }

    /// Reads and writes, and makes the database if there is none.
    #[must_use]
    pub fn writer() -> Self {
        Self {
            busy_timeout: Duration::from_secs(5),
            purpose: Purpose::Write,
            creates: true,
            enforces_foreign_keys: true,
        }
    }

    /// Reads only; a database that does not exist is an error.
    #[must_use]
    pub fn reader() -> Self {
        Self { purpose: Purpose::Read, creates: false, ..Self::writer() }
    }

    /// Reads the database of another program, as far as one transaction ([`guest_transaction`]). Nothing is asked of the
    /// server but that it answers: it may be an old one, a standby, or one that syncs nothing, and its texts may be in
    /// another encoding.
    ///
    /// [`guest_transaction`]: crate::guest_transaction
    #[must_use]
    pub fn guest() -> Self {
        Self { purpose: Purpose::Visit, ..Self::reader() }
    }

    /// Changes the schema: foreign keys are not enforced statement by statement, because SQLite changes a table
    /// by building a new one and dropping the old. Whoever uses it checks them before COMMIT
    /// (`PRAGMA foreign_key_check`), since the setting cannot be changed inside a transaction.
    #[must_use]
    pub fn migrator() -> Self {
        Self { enforces_foreign_keys: false, ..Self::writer() }
    }

    /// How long a statement waits for another connection's lock before it fails as [`FailureKind::Busy`].
    #[must_use]
    pub fn busy_timeout(self, busy_timeout: Duration) -> Self {
        Self { busy_timeout, ..self }
    }

    /// Whether a database that does not exist is made.
    #[must_use]
    pub fn create_missing(self, creates: bool) -> Self {
        Self { creates, ..self }
    }
}

/// Why there is no session.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// There is no such database, and the session was not to make one.
    #[error("there is no database {}", path.display())]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// The file cannot be made or opened.
    #[error("cannot {action} {}: {source}", path.display())]
    File {
        /// What was tried.
        action: &'static str,
        /// On which file or folder.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The database library refused to open it.
    #[error("cannot open the database {url}: {source}")]
    Refused {
        /// Which database.
        url: DatabaseUrl,
        /// What the library said.
        source: ConnectionError,
    },
    /// A setting of the session failed; commonly the first thing to touch the file.
    #[error("cannot open the database {url} ({setting}): {source}")]
    Setting {
        /// Which database.
        url: DatabaseUrl,
        /// The statement.
        setting: String,
        /// Why; its kind tells locked from damaged.
        source: Failure,
    },
    /// The server is set up so that what is stored there would not come back as it was, or not at all.
    #[error("the database {url} cannot be used: {reason}")]
    Unsuitable {
        /// Which database.
        url: DatabaseUrl,
        /// What is wrong, and how to mend it.
        reason: String,
    },
    /// None of several servers can be used.
    #[error("none of the servers of {url} can be used: {}", reasons(refusals))]
    Nowhere {
        /// Which database.
        url: DatabaseUrl,
        /// Each server, as `HOST:PORT`, and why it cannot be used.
        refusals: Vec<(String, Self)>,
    },
    /// The build has no client for it.
    #[error("this build has no {engine} support")]
    Unsupported {
        /// Which kind of database.
        engine: Engine,
    },
    /// The write-ahead log cannot be used there.
    #[error(
        "the file system of {url} does not carry a write-ahead log (the journal mode stays `{mode}`); \
         put the database on a local disk"
    )]
    NoWriteAheadLog {
        /// Which database.
        url: DatabaseUrl,
        /// The journal mode that SQLite stayed in.
        mode: String,
    },
}

fn reasons(refusals: &[(String, OpenError)]) -> String {
    refusals.iter().map(|(host, error)| format!("{host}: {}", error.reason())).collect::<Vec<_>>().join("; ")
}

impl OpenError {
    /// What became of an address: the error of its one server, or those of all.
    #[cfg(any(feature = "postgres", feature = "mysql"))]
    pub(crate) fn of_all(url: &DatabaseUrl, mut refusals: Vec<(String, Self)>) -> Self {
        match (refusals.pop(), refusals.is_empty()) {
            (Some((_, error)), true) => error,
            (last, _) => {
                refusals.extend(last);
                Self::Nowhere { url: url.clone(), refusals }
            }
        }
    }

    /// What is wrong, without the name of the database.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::Refused { source, .. } => source.to_string(),
            Self::Setting { setting, source, .. } => format!("{setting}: {source}"),
            Self::Unsuitable { reason, .. } => reason.clone(),
            Self::Nowhere { refusals, .. } => reasons(refusals),
            Self::Missing { .. }
            | Self::File { .. }
            | Self::Unsupported { .. }
            | Self::NoWriteAheadLog { .. } => self.to_string(),
        }
    }

    /// The kind of failure this is, for callers who treat opening and using a session alike.
    #[must_use]
    pub fn kind(&self) -> FailureKind {
        match self {
            Self::Refused { url, .. } if url.engine() != Engine::Sqlite => FailureKind::ConnectionLost,
            Self::Missing { .. }
            | Self::Refused { .. }
            | Self::Unsuitable { .. }
            | Self::Unsupported { .. }
            | Self::NoWriteAheadLog { .. } => FailureKind::Io,
            Self::File { source, .. } => match source.kind() {
                io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => FailureKind::ReadOnly,
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => FailureKind::DiskFull,
                _ => FailureKind::Io,
            },
            Self::Setting { source, .. } => source.kind,
            // The next attempt may find one that is back.
            Self::Nowhere { .. } => FailureKind::ConnectionLost,
        }
    }
}

impl Connection {
    /// Opens a session and sets it up. Nothing else in Statehouse makes a connection.
    ///
    /// # Errors
    /// [`OpenError`] says whether the file, the library or a setting refused.
    pub fn open(url: &DatabaseUrl, options: &SessionOptions) -> Result<Self, OpenError> {
        match url {
            DatabaseUrl::Sqlite { path } => sqlite::open(url, path, options).map(Self::Sqlite),
            #[cfg(feature = "postgres")]
            DatabaseUrl::Postgres(address) => {
                crate::postgres::open(url, address, options).map(Self::Postgres)
            }
            #[cfg(feature = "mysql")]
            DatabaseUrl::Mysql(address) => crate::mysql::open(url, address, options).map(Self::Mysql),
            #[cfg(not(all(feature = "postgres", feature = "mysql")))]
            _ => Err(OpenError::Unsupported { engine: url.engine() }),
        }
    }
}

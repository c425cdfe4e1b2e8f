//! What kind of failure a database error is: what the caller can do about it.

use std::fmt;

use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// A statement, BEGIN or COMMIT that the database did not carry out.
///
/// `Display` is one sentence that may be shown to a client; the database's own words are the `source`.
#[derive(Debug, thiserror::Error)]
#[error("{kind}")]
pub struct Failure {
    /// What the caller can do about it.
    pub kind: FailureKind,
    /// What the database said.
    #[source]
    pub source: DieselError,
}

/// What a [`Failure`] asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FailureKind {
    /// Another connection holds the lock: the same again may succeed.
    Busy,
    /// Another connection's transaction was preferred, and this one is rolled back as a whole, also when it is COMMIT
    /// that says so: nothing of it is stored, and the same again may succeed.
    Conflict,
    /// No room for what was to be written.
    DiskFull,
    /// The file or its file system cannot be written.
    ReadOnly,
    /// The operating system failed to read or write.
    Io,
    /// The file is not a database, or a damaged one.
    Corrupt,
    /// The session is gone; a new one may work.
    ConnectionLost,
    /// A row with this key exists.
    UniqueViolation,
    /// A row that this one points at does not exist, or one that points at this one does.
    ForeignKeyViolation,
    /// A value that the column does not take (NOT NULL, CHECK).
    ValueViolation,
    /// The server is set up to take no text of that length.
    TooLarge,
    /// A table or column is missing: the schema is not the one this program was built for.
    SchemaMismatch,
    /// None of the above; most likely an error in this program.
    Other,
}

impl FailureKind {
    /// Whether the same statement may succeed a moment later without anybody doing anything.
    #[must_use]
    pub fn is_transient(self) -> bool {
        matches!(self, Self::Busy | Self::Conflict | Self::ConnectionLost)
    }

    /// Whether the database as a whole does not serve at the moment, as opposed to this statement being wrong.
    #[must_use]
    pub fn is_outage(self) -> bool {
        use FailureKind::{Busy, Conflict, ConnectionLost, Corrupt, DiskFull, Io, ReadOnly};
        matches!(self, Busy | Conflict | ConnectionLost | Corrupt | DiskFull | Io | ReadOnly)
    }
}

impl fmt::Display for FailureKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Busy => "the database is locked by another process",
            Self::Conflict => "the database preferred another process's transaction",
            Self::DiskFull => "the disk of the database is full",
            Self::ReadOnly => "the database cannot be written to",
            Self::Io => "the disk of the database fails to read or write",
            Self::Corrupt => "the database file is damaged or not a database",
            Self::ConnectionLost => "the connection to the database is lost",
            Self::UniqueViolation => "the database holds a row with this key",
            Self::ForeignKeyViolation => "the database refused a row because of one it depends on",
            Self::ValueViolation => "the database refused a value",
            Self::TooLarge => {
                "the database server is set up to take no text of that length; its operator can raise max_allowed_packet"
            }
            Self::SchemaMismatch => "the database does not have the tables this program needs",
            Self::Other => "the database refused a statement",
        })
    }
}

impl From<DieselError> for Failure {
    fn from(source: DieselError) -> Self {
        Self { kind: classify(&source), source }
    }
}

fn classify(error: &DieselError) -> FailureKind {
    match error {
        DieselError::DatabaseError(kind, information) => match kind {
            DatabaseErrorKind::UniqueViolation => FailureKind::UniqueViolation,
            DatabaseErrorKind::ForeignKeyViolation | DatabaseErrorKind::RestrictViolation => {
                FailureKind::ForeignKeyViolation
            }
            DatabaseErrorKind::NotNullViolation | DatabaseErrorKind::CheckViolation => {
                FailureKind::ValueViolation
            }
            DatabaseErrorKind::ReadOnlyTransaction => match classify_mysql_message(information.message()) {
                FailureKind::Other => FailureKind::ReadOnly,
                kind => kind,
            },
            DatabaseErrorKind::SerializationFailure => FailureKind::Conflict,
            DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand => {
                FailureKind::ConnectionLost
            }
            _ => classify_message(information.message()),
        },
        // What COMMIT said is the reason; that the ROLLBACK after it failed as well follows from it.
        DieselError::RollbackErrorOnCommit { commit_error, .. } => classify(commit_error),
        DieselError::BrokenTransactionManager => FailureKind::ConnectionLost,
        // A row does not have the shape that this program's schema declares.
        DieselError::DeserializationError(_) => FailureKind::SchemaMismatch,
        _ => FailureKind::Other,
    }
}

/// Diesel passes on what a database says, not its code: these are the errors it has no kind of its own for.
fn classify_message(message: &str) -> FailureKind {
    [classify_sqlite_message, classify_postgres_message, classify_mysql_message]
        .into_iter()
        .map(|classify| classify(message))
        .find(|&kind| kind != FailureKind::Other)
        .unwrap_or(FailureKind::Other)
}

/// PostgreSQL's texts for 40P01, 55P03, 53100, 57P01 to 57P03, 53300 and 42P01, as they are in English (`lc_messages`
/// belongs to the server). In another language these errors are `Other`: answered as not stored, and not tried again.
fn classify_postgres_message(message: &str) -> FailureKind {
    match message {
        "deadlock detected" => FailureKind::Conflict,
        "canceling statement due to lock timeout" | "canceling statement due to statement timeout" => {
            FailureKind::Busy
        }
        "terminating connection due to administrator command"
        | "terminating connection due to idle-in-transaction timeout"
        | "the database system is shutting down"
        | "the database system is starting up"
        | "the database system is in recovery mode"
        | "sorry, too many clients already" => FailureKind::ConnectionLost,
        _ if message.starts_with("could not obtain lock on ") => FailureKind::Busy,
        _ if message.starts_with("could not extend file ")
            || message.ends_with("No space left on device") =>
        {
            FailureKind::DiskFull
        }
        _ if message.starts_with("could not read ") || message.starts_with("could not fsync ") => {
            FailureKind::Io
        }
        // libpq's own words for a session that ended.
        _ if message.starts_with("server closed the connection unexpectedly")
            || message.starts_with("no connection to the server")
            || message.starts_with("SSL connection has been closed")
            || message.starts_with("could not receive data from server") =>
        {
            FailureKind::ConnectionLost
        }
        _ if (message.starts_with("relation \"") || message.starts_with("column "))
            && message.ends_with(" does not exist") =>
        {
            FailureKind::SchemaMismatch
        }
        _ => FailureKind::Other,
    }
}

/// MariaDB's texts (errmsg-utf8.txt) and those of its client library, as they are in English; a session asks for
/// English ones ([`crate::session`]).
fn classify_mysql_message(message: &str) -> FailureKind {
    const CONFLICTS: &[&str] = &[
        "Deadlock found when trying to get lock",
        "Deadlock: wsrep aborted transaction",
        "Record has changed since last read",
        // A migration went by between two statements that read one snapshot.
        "Table definition has changed, please retry transaction",
        // A transaction that writes is never read-only: it was rolled back between two statements (see `mysql::begin`).
        "Cannot execute statement in a READ ONLY transaction",
    ];
    const LOST: &[&str] = &[
        "MySQL server has gone away",
        "Server has gone away",
        "Lost connection to ",
        "Connection was killed",
        "Server shutdown in progress",
        "Can't connect to ",
        "WSREP has not yet prepared node for application use",
        "Too many connections",
    ];
    let begins = |texts: &[&str]| texts.iter().any(|text| message.starts_with(text));
    if begins(CONFLICTS) {
        FailureKind::Conflict
    } else if begins(LOST) {
        FailureKind::ConnectionLost
    } else if begins(&["Lock wait timeout exceeded", "WSREP detected deadlock"]) {
        FailureKind::Busy
    } else if begins(&["The table '"]) && message.ends_with("is full") || begins(&["Disk full"]) {
        FailureKind::DiskFull
    } else if begins(&[
        "The MariaDB server is running with the --read-only",
        "The MySQL server is running with the --",
        "Running in read-only mode",
    ]) {
        FailureKind::ReadOnly
    } else if begins(&["CONSTRAINT `"]) && message.contains("` failed for `")
        || begins(&["Data too long for column"])
    {
        FailureKind::ValueViolation
    } else if begins(&["Got a packet bigger than 'max_allowed_packet' bytes"]) {
        FailureKind::TooLarge
    } else if begins(&["Table '"]) && message.ends_with("doesn't exist") || begins(&["Unknown column '"]) {
        FailureKind::SchemaMismatch
    } else {
        FailureKind::Other
    }
}

/// The texts are those of `sqlite3ErrStr` in
/// SQLite's main.c, and of the parser for names that do not exist. Whole texts are compared wherever SQLite's
/// is fixed, so that a name or value quoted in a message cannot pass for another error.
fn classify_sqlite_message(message: &str) -> FailureKind {
    match message {
        "database is locked"
        | "database table is locked"
        | "locking protocol"
        | "database schema has changed" => FailureKind::Busy,
        "database or disk is full" => FailureKind::DiskFull,
        "attempt to write a readonly database" => FailureKind::ReadOnly,
        "disk I/O error" | "unable to open database file" | "large file support is disabled" => {
            FailureKind::Io
        }
        "database disk image is malformed" | "file is not a database" => FailureKind::Corrupt,
        // ON DELETE RESTRICT is carried out by an internal trigger and has the result code of one.
        "FOREIGN KEY constraint failed" => FailureKind::ForeignKeyViolation,
        _ if message.starts_with("malformed database schema") => FailureKind::Corrupt,
        _ if message.starts_with("database table is locked: ") => FailureKind::Busy,
        _ if message.starts_with("no such table: ")
            || message.starts_with("no such column: ")
            || (message.starts_with("table ") && message.contains(" has no column named ")) =>
        {
            FailureKind::SchemaMismatch
        }
        _ => FailureKind::Other,
    }
}

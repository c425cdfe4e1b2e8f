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
    /// A table or column is missing: the schema is not the one this program was built for.
    SchemaMismatch,
    /// None of the above; most likely an error in this program.
    Other,
}

impl FailureKind {
    /// Whether the same statement may succeed a moment later without anybody doing anything.
    #[must_use]
    pub fn is_transient(self) -> bool {
        matches!(self, Self::Busy | Self::ConnectionLost)
    }

    /// Whether the database as a whole does not serve at the moment, as opposed to this statement being wrong.
    #[must_use]
    pub fn is_outage(self) -> bool {
        use FailureKind::{Busy, ConnectionLost, Corrupt, DiskFull, Io, ReadOnly};
        matches!(self, Busy | ConnectionLost | Corrupt | DiskFull | Io | ReadOnly)
    }
}

impl fmt::Display for FailureKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Busy => "the database is locked by another process",
            Self::DiskFull => "the disk of the database is full",
            Self::ReadOnly => "the database cannot be written to",
            Self::Io => "the disk of the database fails to read or write",
            Self::Corrupt => "the database file is damaged or not a database",
            Self::ConnectionLost => "the connection to the database is lost",
            Self::UniqueViolation => "the database holds a row with this key",
            Self::ForeignKeyViolation => "the database refused a row because of one it depends on",
            Self::ValueViolation => "the database refused a value",
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
            DatabaseErrorKind::ForeignKeyViolation => FailureKind::ForeignKeyViolation,
            DatabaseErrorKind::NotNullViolation | DatabaseErrorKind::CheckViolation => {
                FailureKind::ValueViolation
            }
            DatabaseErrorKind::ReadOnlyTransaction => FailureKind::ReadOnly,
            DatabaseErrorKind::SerializationFailure => FailureKind::Busy,
            DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand => {
                FailureKind::ConnectionLost
            }
            _ => classify_sqlite_message(information.message()),
        },
        // What COMMIT said is the reason; that the ROLLBACK after it failed as well follows from it.
        DieselError::RollbackErrorOnCommit { commit_error, .. } => classify(commit_error),
        DieselError::BrokenTransactionManager => FailureKind::ConnectionLost,
        // A row does not have the shape that this program's schema declares.
        DieselError::DeserializationError(_) => FailureKind::SchemaMismatch,
        _ => FailureKind::Other,
    }
}

/// Diesel passes on SQLite's error text, not its result code. The texts are those of `sqlite3ErrStr` in
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

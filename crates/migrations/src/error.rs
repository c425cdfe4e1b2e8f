//! Why the schema was not changed, and what to do about it.

use std::io;
use std::time::Duration;

use statehouse_connection::{DatabaseUrl, Failure, FailureKind, OpenError};

use crate::backup::BackupError;
use crate::window::{Drift, DriftKind};
use crate::{Applied, DataError, Server, Version};

/// Why a verb of the [`Migrator`](crate::Migrator) did not do what it was asked for. Each says what to do.
///
/// What was applied before the error stays applied; the migration that failed left nothing behind, except where
/// the variant says otherwise.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MigrateError {
    /// No session with the database.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Tables, but no record of migrations.
    #[error(
        "the database {url} holds tables that no migration of this program made; \
         name another database, or an empty one"
    )]
    Foreign {
        /// Which database.
        url: DatabaseUrl,
    },
    /// Known here, but not applied.
    #[error(
        "the schema of {url} is older than this build: {} not applied; run `migrate up`",
        missing.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    )]
    Behind {
        /// Which database.
        url: DatabaseUrl,
        /// The migrations that are missing.
        missing: Vec<Version>,
    },
    /// Applied, but not known here.
    #[error(
        "the schema is newer than this build, which knows migrations up to {newest} and not {}; \
         run the newer build, or have it take the schema down first (migrate down {newest})",
        list(unknown.iter().map(|applied| (applied.version, applied.name.as_str())))
    )]
    Ahead {
        /// The migrations that are not known.
        unknown: Vec<Applied>,
        /// The newest one that is.
        newest: Version,
    },
    /// Applied and known, but not alike.
    #[error("{}", describe(.0))]
    Drifted(Vec<Drift>),
    /// The target does not exist.
    #[error("there is no migration {target}; see the list with `migrate status`")]
    NoSuchVersion {
        /// What was asked for.
        target: Version,
    },
    /// Somebody else is changing the schema, or writing without pause.
    #[error("another process kept the database locked for {} s; try again when it is done", wait.as_secs())]
    Locked {
        /// How long was waited.
        wait: Duration,
    },
    /// Between here and the database stands a pooler that gives each transaction another session.
    #[error(
        "the address {url} leads to a pooler that gives each transaction another session (PgBouncer in transaction mode), \
         and what a migrator sets and locks is not its own there; name the address of PostgreSQL itself"
    )]
    Pooled {
        /// Which database.
        url: DatabaseUrl,
    },
    /// Another migrator has taken the turn over.
    #[error(
        "another migrator has gone on in this one's place, which the database had not heard of for {} s; look at `migrate \
         status`, and run again",
        lasts.as_secs()
    )]
    TurnLost {
        /// For how long.
        lasts: Duration,
    },
    /// The statements of the migration cannot be told apart.
    #[error("migration {migration} cannot be read, and nothing of it was done: {reason}")]
    Unreadable {
        /// Number and name.
        migration: String,
        /// What is wrong with its text.
        reason: String,
    },
    /// A statement of the migration failed.
    #[error(
        "migration {migration} failed at statement {number} ({statement}): {}; {}; {}, and run again",
        failure.source,
        if *undone { "it was undone" } else { "what it did before stays, and it goes on at this statement" },
        remedy(failure.kind)
    )]
    Failed {
        /// Number and name.
        migration: String,
        /// Which of its statements, counted from 1.
        number: usize,
        /// How that one begins.
        statement: String,
        /// What the database said.
        failure: Failure,
        /// Whether nothing of it stays; where each statement commits by itself, those before it do.
        undone: bool,
    },
    /// The text of the migration holds a COMMIT or ROLLBACK.
    #[error(
        "migration {migration} ends the transaction it runs in, and parts of it may be applied; \
         restore the database from a backup and remove COMMIT and ROLLBACK from the migration"
    )]
    EndsTransaction {
        /// Number and name.
        migration: String,
    },
    /// Rows would point nowhere.
    #[error(
        "migration {migration} was undone: it leaves rows of table {table} that refer to rows missing from {parent}; \
         have it delete or mend them"
    )]
    BrokenReferences {
        /// Number and name.
        migration: String,
        /// The table with such rows.
        table: String,
        /// The table they refer to.
        parent: String,
    },
    /// COMMIT did not answer.
    #[error("whether migration {migration} was stored is unknown ({}); run again, it goes on from what is there", failure.source)]
    OutcomeUnknown {
        /// Number and name.
        migration: String,
        /// What the database said.
        failure: Failure,
    },
    /// There is no copy of the database, so nothing was changed.
    #[error(
        "cannot back the database up before it is changed: {0}; make room, or decline the back-up (--no-backup)"
    )]
    Backup(#[from] BackupError),
    /// Whoever stamps a database says why.
    #[error("a stamp needs a reason, which stays in the history")]
    NoReason,
    /// Nobody said what the schema should be like.
    #[error("this program does not bring along what the schema of a database server is compared with")]
    NoReference,
    /// No room for the schema that is compared with.
    #[error("cannot make a file for the expected schema: {source}")]
    Scratch {
        /// What the operating system said.
        source: io::Error,
    },
    /// No thread.
    #[error("cannot start a thread: {source}")]
    Thread {
        /// What the operating system said.
        source: io::Error,
    },
    /// A data migration is no SQL.
    #[error(
        "{migration} moves rows in batches, which no script can do: ask for the SQL before it and after it, and run \
         `migrate {verb} {target}` in between; or have a comment say so (--leave-data)"
    )]
    NotInSql {
        /// Number and name.
        migration: String,
        /// `up` or `down`.
        verb: &'static str,
        /// With which target.
        target: Version,
    },
    /// What comes before a contract is no SQL.
    #[error(
        "{migration} takes away what older servers write to, and relies on rows that are looked over once more before, which \
         no script can do; have a comment say when `migrate contract --prepare` does it (--leave-data)"
    )]
    NotPreparedInSql {
        /// Number and name.
        migration: String,
    },
    /// A batch of a data migration was not done.
    #[error(
        "data migration {migration} stopped after {rows} rows: {error}; run again, it goes on from there"
    )]
    Data {
        /// Number and name.
        migration: String,
        /// How many rows it has looked at; these are done.
        rows: u64,
        /// Why.
        error: DataError,
    },
    /// Servers run that need what the migration takes away, or may run.
    #[error(
        "migration {migration} was not begun, because servers run that could not work after it: {}; stop them, or start \
         newer ones in their place, and try again",
        named(servers)
    )]
    InTheWay {
        /// Its number.
        version: Version,
        /// Number and name.
        migration: String,
        /// The servers.
        servers: Vec<Server>,
    },
    /// Something would be lost on the way down that the rest does not do without.
    #[error("migration {migration} cannot be taken down, and nothing was: {reason}")]
    Loses {
        /// Number and name.
        migration: String,
        /// What would be lost, and what to do about it.
        reason: &'static str,
    },
    /// Another migration has to come first.
    #[error(
        "migration {migration} comes after {earlier}, which is not applied yet; run `migrate {verb}` first"
    )]
    Earlier {
        /// Number and name.
        migration: String,
        /// Number and name of the one that comes first.
        earlier: String,
        /// The verb that applies it.
        verb: &'static str,
    },
    /// What is asked for, or what is there, is a part of a baseline.
    #[error(
        "migrations up to {baseline} were squashed into a baseline, which goes up and down as a whole: an empty database goes \
         up to {baseline} or further, and down goes to 0; a database in the middle of them goes up to {baseline} by a \
         program from before the squash"
    )]
    Squashed {
        /// The baseline's version.
        baseline: Version,
    },
    /// A test let the migrator stop here.
    #[error("migration {migration} was interrupted: {source}")]
    Interrupted {
        /// Number and name.
        migration: String,
        /// What the test said.
        source: io::Error,
    },
    /// The database failed outside a migration.
    #[error("{failure} ({})", failure.source)]
    Database {
        /// What the database said.
        failure: Failure,
    },
}

impl From<Failure> for MigrateError {
    fn from(failure: Failure) -> Self {
        Self::Database { failure }
    }
}

impl MigrateError {
    /// Whether the same may go through later, without anything being wrong: somebody is in the way, or something comes first.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Locked { .. } | Self::InTheWay { .. } | Self::Earlier { .. } => true,
            Self::Failed { failure, .. } => matches!(failure.kind, FailureKind::Busy | FailureKind::Conflict),
            _ => false,
        }
    }
}

/// What is to be done about a statement that failed.
fn remedy(kind: FailureKind) -> &'static str {
    match kind {
        FailureKind::Busy | FailureKind::Conflict => "wait until nobody uses what it needs",
        FailureKind::DiskFull => "make room",
        FailureKind::ReadOnly => "see that the database can be written to",
        FailureKind::Io => "see to the disk",
        FailureKind::Corrupt => "restore the database from a back-up",
        FailureKind::ConnectionLost => "see that the database answers",
        FailureKind::UniqueViolation | FailureKind::ForeignKeyViolation | FailureKind::ValueViolation => {
            "mend the rows that it does not agree with"
        }
        FailureKind::TooLarge => "raise the limit that the database names",
        FailureKind::SchemaMismatch => "see in what the schema differs (`migrate verify`)",
        _ => {
            "mend what the database names: a row, a privilege that is missing, a setting, or what the migration says"
        }
    }
}

fn list<'a>(migrations: impl Iterator<Item = (Version, &'a str)>) -> String {
    migrations.map(|(version, name)| format!("{version}_{name}")).collect::<Vec<_>>().join(", ")
}

/// Each server with what one needs to find it, and what it knows.
pub(crate) fn named(servers: &[Server]) -> String {
    let named = servers.iter().map(|server| {
        let Server { name, program, oldest, newest, id, .. } = server;
        format!("{name} ({program}, works with schemas from {oldest} and knows migrations up to {newest}, id {id})")
    });
    named.collect::<Vec<_>>().join(", ")
}

fn describe(drifted: &[Drift]) -> String {
    let sentences: Vec<_> = drifted
        .iter()
        .map(|Drift { version, name, kind }| match kind {
            DriftKind::Changed => format!(
                "migration {version}_{name} was changed after it was applied; restore its text and make the change \
                 in a new migration; or, where `verify` finds the schema to be right, take note of the text as it is \
                 with `stamp`, a reason, and the number of the newest migration that is applied"
            ),
            DriftKind::Overtaken { by } => format!(
                "migration {version}_{name} is not applied although {by} is; give it a number above {by}, or take \
                 the schema down below {version} first"
            ),
        })
        .collect();
    sentences.join("; ")
}

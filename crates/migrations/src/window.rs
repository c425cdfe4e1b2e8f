//! How what is applied compares with what is known.

use crate::ledger::State;
use crate::{Applied, Migration, MigrationSet, Phase, Version};

/// Where a database stands, as seen by a program that knows a certain set of migrations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SchemaWindow {
    /// No migration was ever applied (or all were taken down).
    Empty,
    /// Everything known is applied, and nothing else.
    UpToDate,
    /// These are known and not applied yet, in this order.
    Pending(Vec<Version>),
    /// These are applied and not known: a newer build was here.
    Ahead(Vec<Applied>),
    /// These do not agree with what this build knows.
    Drifted(Vec<Drift>),
}

/// A migration that does not agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// Its number.
    pub version: Version,
    /// Its name in this build.
    pub name: String,
    /// In what it does not agree.
    pub kind: DriftKind,
}

/// How a migration can disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DriftKind {
    /// Its text is not the one that was applied.
    Changed,
    /// It was never applied, but a later one was that has to come after it.
    Overtaken {
        /// The newest such one.
        by: Version,
    },
}

/// One line of the list of all migrations, known or applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The migration's number.
    pub version: Version,
    /// Its name.
    pub name: String,
    /// What became of it.
    pub standing: Standing,
    /// What it does to those who work with the database meanwhile.
    pub phase: Phase,
    /// The migration that a server must know to work with the schema after it.
    pub requires: Option<Version>,
    /// When and by whom, if it was applied or begun.
    pub applied: Option<Applied>,
}

/// What became of a migration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Standing {
    /// Applied, as this build knows it.
    Applied,
    /// Begun and not done; running it again goes on with it.
    Unfinished,
    /// Not applied yet.
    Pending,
    /// Applied, but this build does not know it.
    Unknown,
    /// Applied with another text.
    Changed,
    /// Not applied, though a later one is that has to come after it.
    Overtaken,
}

impl Standing {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Unfinished => "unfinished",
            Self::Pending => "pending",
            Self::Unknown => "unknown",
            Self::Changed => "changed",
            Self::Overtaken => "overtaken",
        }
    }
}

/// All migrations, known or applied, by number.
pub(crate) fn statuses(set: &MigrationSet, entries: &[Applied]) -> Vec<Status> {
    let known = set.iter().map(|migration| {
        let entry = entries.iter().find(|entry| entry.version == migration.version);
        Status {
            version: migration.version,
            name: migration.name.to_string(),
            standing: standing(migration, entry, entries),
            phase: migration.phase,
            requires: migration.requires,
            applied: entry.cloned(),
        }
    });
    let unknown = entries.iter().filter(|entry| set.get(entry.version).is_none()).map(|entry| Status {
        version: entry.version,
        name: entry.name.clone(),
        standing: Standing::Unknown,
        phase: entry.phase,
        requires: entry.requires,
        applied: Some(entry.clone()),
    });
    let mut all: Vec<_> = known.chain(unknown).collect();
    all.sort_by_key(|status| status.version);
    all
}

fn standing(migration: &Migration, entry: Option<&Applied>, entries: &[Applied]) -> Standing {
    match entry {
        Some(entry) if entry.state == State::Begun => Standing::Unfinished,
        Some(entry) if entry.checksum == migration.checksum() => Standing::Applied,
        Some(_) => Standing::Changed,
        None if overtaken_by(migration, entries).is_some() => Standing::Overtaken,
        None => Standing::Pending,
    }
}

/// The newest migration applied that has to come after this one, which is not applied.
///
/// What moves rows and what takes the old place away may be left for later while the schema is expanded further; but one
/// contract does not overtake another, nor the data migration that it relies on.
fn overtaken_by(migration: &Migration, entries: &[Applied]) -> Option<Version> {
    let later =
        entries.iter().filter(|entry| entry.version > migration.version && entry.state == State::Applied);
    let wrongly = later.filter(|entry| migration.phase == Phase::Expand || entry.phase == Phase::Contract);
    wrongly.map(|entry| entry.version).max()
}

/// Unknown migrations come first: whether the others agree, only the newer build can tell.
pub(crate) fn compare(set: &MigrationSet, entries: &[Applied]) -> SchemaWindow {
    if entries.is_empty() {
        return SchemaWindow::Empty;
    }
    let ahead: Vec<_> = entries.iter().filter(|entry| set.get(entry.version).is_none()).cloned().collect();
    let drifted = drifts(set, entries);
    let pending = missing(set, entries, set.newest());
    if !ahead.is_empty() {
        SchemaWindow::Ahead(ahead)
    } else if !drifted.is_empty() {
        SchemaWindow::Drifted(drifted)
    } else if !pending.is_empty() {
        SchemaWindow::Pending(pending)
    } else {
        SchemaWindow::UpToDate
    }
}

/// Whether a program that knows this set, and works with schemas from `oldest` on, may work with the database: if not, why.
///
/// A newer build may have been here. What it applied does no harm unless it requires a migration that is not known here;
/// that counts from the moment it is begun.
pub(crate) fn serve(set: &MigrationSet, oldest: Version, entries: &[Applied]) -> Result<(), SchemaWindow> {
    if entries.is_empty() {
        return Err(SchemaWindow::Empty);
    }
    let newest = set.newest();
    let requires_more = |entry: &&Applied| {
        set.get(entry.version).is_none() && entry.requires.is_some_and(|requires| requires > newest)
    };
    let ahead: Vec<_> = entries.iter().filter(requires_more).cloned().collect();
    if !ahead.is_empty() {
        return Err(SchemaWindow::Ahead(ahead));
    }
    let drifted = drifts(set, entries);
    if !drifted.is_empty() {
        return Err(SchemaWindow::Drifted(drifted));
    }
    match missing(set, entries, oldest) {
        missing if missing.is_empty() => Ok(()),
        missing => Err(SchemaWindow::Pending(missing)),
    }
}

fn drifts(set: &MigrationSet, entries: &[Applied]) -> Vec<Drift> {
    let drift = |migration: &Migration| {
        let entry = entries.iter().find(|entry| entry.version == migration.version);
        let kind = match standing(migration, entry, entries) {
            Standing::Changed => DriftKind::Changed,
            Standing::Overtaken => DriftKind::Overtaken { by: overtaken_by(migration, entries)? },
            _ => return None,
        };
        Some(Drift { version: migration.version, name: migration.name.to_string(), kind })
    };
    set.iter().filter_map(drift).collect()
}

/// What is known up to `last` and not applied, in order.
pub(crate) fn missing(set: &MigrationSet, entries: &[Applied], last: Version) -> Vec<Version> {
    let is_applied =
        |version| entries.iter().any(|entry| entry.version == version && entry.state == State::Applied);
    set.iter().map(|it| it.version).filter(|&version| version <= last && !is_applied(version)).collect()
}

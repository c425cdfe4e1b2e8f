//! How what is applied compares with what is known.

use crate::{Applied, Migration, MigrationSet, Version};

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
    /// It was never applied, but a later one was.
    Overtaken {
        /// The newest one applied.
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
    /// When and by whom, if it was applied.
    pub applied: Option<Applied>,
}

/// What became of a migration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Standing {
    /// Applied, as this build knows it.
    Applied,
    /// Not applied yet.
    Pending,
    /// Applied, but this build does not know it.
    Unknown,
    /// Applied with another text.
    Changed,
    /// Not applied, though a later one is.
    Overtaken,
}

impl Standing {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Applied => "applied",
            Self::Pending => "pending",
            Self::Unknown => "unknown",
            Self::Changed => "changed",
            Self::Overtaken => "overtaken",
        }
    }
}

/// All migrations, known or applied, by number.
pub(crate) fn statuses(set: &MigrationSet, applied: &[Applied]) -> Vec<Status> {
    let newest_applied = newest(applied);
    let known = set.iter().map(|migration| {
        let applied = applied.iter().find(|applied| applied.version == migration.version);
        Status {
            version: migration.version,
            name: migration.name.to_string(),
            standing: standing(migration, applied, newest_applied),
            applied: applied.cloned(),
        }
    });
    let unknown = applied.iter().filter(|applied| set.get(applied.version).is_none()).map(|applied| Status {
        version: applied.version,
        name: applied.name.clone(),
        standing: Standing::Unknown,
        applied: Some(applied.clone()),
    });
    let mut all: Vec<_> = known.chain(unknown).collect();
    all.sort_by_key(|status| status.version);
    all
}

fn standing(migration: &Migration, applied: Option<&Applied>, newest_applied: Version) -> Standing {
    match applied {
        Some(applied) if applied.checksum == migration.checksum() => Standing::Applied,
        Some(_) => Standing::Changed,
        None if migration.version < newest_applied => Standing::Overtaken,
        None => Standing::Pending,
    }
}

pub(crate) fn newest(applied: &[Applied]) -> Version {
    applied.iter().map(|applied| applied.version).max().unwrap_or(Version::NONE)
}

/// Unknown migrations come first: whether the others agree, only the newer build can tell.
pub(crate) fn compare(set: &MigrationSet, applied: &[Applied]) -> SchemaWindow {
    if applied.is_empty() {
        return SchemaWindow::Empty;
    }
    let by = newest(applied);
    let (mut ahead, mut drifted, mut pending) = (Vec::new(), Vec::new(), Vec::new());
    for Status { version, name, standing, applied } in statuses(set, applied) {
        match standing {
            Standing::Applied => {}
            Standing::Pending => pending.push(version),
            Standing::Unknown => ahead.extend(applied),
            Standing::Changed => drifted.push(Drift { version, name, kind: DriftKind::Changed }),
            Standing::Overtaken => drifted.push(Drift { version, name, kind: DriftKind::Overtaken { by } }),
        }
    }
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

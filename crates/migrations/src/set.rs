//! The numbered set of migrations that a program knows.

use std::sync::Arc;

use statehouse_migration_text::directive::{self, DirectiveError};

use crate::{Baseline, Migration, Step, Version};

/// The migrations a program knows, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MigrationSet {
    migrations: Vec<Migration>,
    baseline: Option<Arc<Baseline>>,
}

/// Why a list of migrations is not a set that can be run.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SetError {
    /// A line of what a baseline stands for cannot be read.
    #[error("a baseline stands for lines of NNNN_name, phase, requires and checksum; this is none: {line}")]
    StandsFor {
        /// The line.
        line: String,
    },
    /// It went into the baseline.
    #[error("migration {migration} went into the baseline {baseline}; remove it from the set")]
    InBaseline {
        /// Number and name.
        migration: String,
        /// The baseline's version.
        baseline: Version,
    },
    /// A line of what was recorded of an engine's own words.
    #[error("what was recorded has lines of `+ table: item: words` below numbers; this is none: {line}")]
    Recorded {
        /// The line.
        line: String,
    },
    /// Two migrations have the same number.
    #[error("two migrations have the number {0}; give the later one the next free number")]
    Duplicate(Version),
    /// Number 0 means "no migration".
    #[error("a migration has the number 0; numbers begin at 1")]
    Zero,
    /// A direction without a statement would be recorded as done without doing anything.
    #[error("migration {migration} has no statement in one direction; a migration goes both ways")]
    Blank {
        /// Number and name.
        migration: String,
    },
    /// What the migration says of itself cannot be read.
    #[error("migration {migration}, {error}")]
    Directive {
        /// Number and name.
        migration: String,
        /// What is wrong.
        error: DirectiveError,
    },
}

impl MigrationSet {
    /// A set of these migrations, in whatever order they come.
    ///
    /// # Errors
    /// [`SetError`] names the migration at fault.
    pub fn new(migrations: impl IntoIterator<Item = Migration>) -> Result<Self, SetError> {
        let mut migrations: Vec<_> = migrations.into_iter().collect();
        migrations.sort_by_key(|migration| migration.version);
        for migration in &migrations {
            refuse_unfit(migration)?;
        }
        match migrations.windows(2).find(|pair| pair[0].version == pair[1].version) {
            Some(pair) => Err(SetError::Duplicate(pair[0].version)),
            None => Ok(Self { migrations, baseline: None }),
        }
    }

    /// The migrations up to this one: what an earlier build of the program knew.
    #[must_use]
    pub fn up_to(mut self, newest: Version) -> Self {
        self.migrations.retain(|migration| migration.version <= newest);
        self
    }

    /// The migrations, lowest number first.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Migration> + ExactSizeIterator {
        self.migrations.iter()
    }

    /// The migration with this number.
    #[must_use]
    pub fn get(&self, version: Version) -> Option<&Migration> {
        let at = self.migrations.binary_search_by_key(&version, |migration| migration.version).ok()?;
        self.migrations.get(at)
    }

    /// The highest number, or [`Version::NONE`].
    #[must_use]
    pub fn newest(&self) -> Version {
        self.migrations.last().map_or(Version::NONE, |migration| migration.version)
    }

    /// Those of its migrations that are meant.
    pub(crate) fn only(&self, meant: impl Fn(&Migration) -> bool) -> Self {
        let migrations = self.iter().filter(|migration| meant(migration)).cloned().collect();
        Self { migrations, baseline: self.baseline.clone() }
    }

    /// What stands for its first migrations, if they were squashed.
    #[must_use]
    pub fn baseline(&self) -> Option<&Baseline> {
        self.baseline.as_deref()
    }

    /// With this baseline, which none of its migrations went into.
    pub(crate) fn squashed(mut self, baseline: Baseline) -> Self {
        self.migrations.splice(0..0, baseline.stands_for().iter().cloned());
        self.baseline = Some(Arc::new(baseline));
        self
    }
}

fn refuse_unfit(migration: &Migration) -> Result<(), SetError> {
    if migration.version == Version::NONE {
        return Err(SetError::Zero);
    }
    if migration.up.is_blank() || migration.down.is_blank() {
        return Err(SetError::Blank { migration: migration.to_string() });
    }
    if let (Step::Sql(up), Step::Sql(down)) = (&migration.up, &migration.down) {
        directive::read(migration.version, up, down)
            .map_err(|error| SetError::Directive { migration: migration.to_string(), error })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_that_cannot_be_run_is_refused() {
        let set = |list: &[(u32, &'static str)]| {
            MigrationSet::new(
                list.iter().map(|&(version, down)| Migration::sql(version, "x", "SELECT 1", down)),
            )
        };
        assert_eq!(set(&[(2, "b"), (1, "a"), (2, "c")]), Err(SetError::Duplicate(Version(2))));
        assert_eq!(set(&[(0, "a")]), Err(SetError::Zero));
        assert_eq!(set(&[(1, "-- none\n \n")]), Err(SetError::Blank { migration: "0001_x".to_owned() }));
        let versions: Vec<_> = set(&[(3, "c"), (1, "a")]).unwrap().iter().map(|m| m.version.0).collect();
        assert_eq!(versions, [1, 3]);
    }

    #[test]
    fn a_set_with_a_directive_that_is_none_is_refused() {
        let mistyped = Migration::sql(3, "x", "-- phase: contarct\nSELECT 1", "SELECT 1");
        let error = MigrationSet::new([mistyped]).unwrap_err().to_string();
        assert!(error.starts_with("migration 0003_x, line 1 of up.sql: `phase` is"), "{error}");
    }
}

//! One change of the schema, and the numbered set of them that a program knows.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::num::ParseIntError;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};

/// The number of a migration; a database at version N has all migrations up to N. Written with four digits, as
/// in the folder's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version(pub u32);

impl Version {
    /// Before the first migration: the target that takes everything down.
    pub const NONE: Self = Self(0);
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

impl FromStr for Version {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, ParseIntError> {
        text.parse().map(Self)
    }
}

/// What is done to the database in one direction.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step {
    /// Statements, run one after the other in one transaction; they neither begin nor end one themselves.
    Sql(Cow<'static, str>),
}

impl Step {
    /// The text that counts for the checksum. Line ends do not: a checkout on another system may change them.
    fn normalised(&self) -> Cow<'_, str> {
        match self {
            Self::Sql(text) if text.contains('\r') => Cow::Owned(text.replace("\r\n", "\n")),
            Self::Sql(text) => Cow::Borrowed(text),
        }
    }

    fn is_blank(&self) -> bool {
        match self {
            Self::Sql(text) => {
                text.lines().all(|line| line.trim().is_empty() || line.trim().starts_with("--"))
            }
        }
    }
}

/// One numbered change of the schema, and the way back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migration {
    /// Its number.
    pub version: Version,
    /// What it is about, in a word or two.
    pub name: Cow<'static, str>,
    /// From the version before to this one.
    pub up: Step,
    /// From this version to the one before.
    pub down: Step,
}

impl Migration {
    /// A migration in SQL.
    pub fn sql(
        version: u32,
        name: impl Into<Cow<'static, str>>,
        up: impl Into<Cow<'static, str>>,
        down: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            version: Version(version),
            name: name.into(),
            up: Step::Sql(up.into()),
            down: Step::Sql(down.into()),
        }
    }

    /// SHA-256 over both directions, in hexadecimal: tells whether the text changed since it was applied. The NUL
    /// between the two keeps a statement that moves from one to the other from going unnoticed.
    #[must_use]
    pub fn checksum(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(self.up.normalised().as_bytes());
        hash.update([0]);
        hash.update(self.down.normalised().as_bytes());
        hash.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
            // Writing to a String does not fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

impl fmt::Display for Migration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", self.version, self.name)
    }
}

/// The migrations a program knows, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MigrationSet {
    migrations: Vec<Migration>,
}

/// Why a list of migrations is not a set that can be run.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SetError {
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
            if migration.version == Version::NONE {
                return Err(SetError::Zero);
            }
            if migration.up.is_blank() || migration.down.is_blank() {
                return Err(SetError::Blank { migration: migration.to_string() });
            }
        }
        match migrations.windows(2).find(|pair| pair[0].version == pair[1].version) {
            Some(pair) => Err(SetError::Duplicate(pair[0].version)),
            None => Ok(Self { migrations }),
        }
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_sees_the_text_and_not_the_line_ends() {
        let unix = Migration::sql(1, "a", "X;\nY;\n", "Z;\n");
        assert_eq!(unix.checksum(), Migration::sql(2, "b", "X;\r\nY;\r\n", "Z;\r\n").checksum());
        assert_ne!(unix.checksum(), Migration::sql(1, "a", "X;\n", "Y;\nZ;\n").checksum());
        assert_eq!(unix.checksum().len(), 64);
    }

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
}

//! One change of the schema or of what is stored, up and down.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::num::ParseIntError;
use std::str::FromStr;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use crate::DataMigration;
use crate::directive::{self, Directives};

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

/// What a migration does to those who work with the database meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    /// It adds: older servers go on working.
    Expand,
    /// It moves or fills rows in batches, while servers serve.
    Data,
    /// It removes or tightens what older servers need.
    Contract,
}

impl Phase {
    /// The word for it, in directives, in the ledger and for people.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Expand => "expand",
            Self::Data => "data",
            Self::Contract => "contract",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        [Self::Expand, Self::Data, Self::Contract].into_iter().find(|phase| phase.as_str() == word)
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What is done to the database in one direction.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Step {
    /// Statements, run one after the other; they neither begin nor end a transaction themselves.
    Sql(Cow<'static, str>),
    /// Rows moved or filled in batches, each a transaction of its own.
    Data(Arc<dyn DataMigration>),
    /// Nothing by itself: a [`Baseline`](crate::Baseline) stands for it. What is left of it is its checksum.
    Squashed(Arc<str>),
}

impl Step {
    /// The text that counts for the checksum. Line ends do not: a checkout on another system may change them.
    fn normalised(&self) -> Cow<'_, str> {
        match self {
            Self::Sql(text) if text.contains('\r') => Cow::Owned(text.replace("\r\n", "\n")),
            Self::Sql(text) => Cow::Borrowed(text),
            Self::Data(data) => {
                Cow::Owned(format!("data migration {}, revision {}", data.name(), data.revision()))
            }
            Self::Squashed(checksum) => Cow::Borrowed(checksum),
        }
    }

    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Self::Sql(text) => {
                text.lines().all(|line| line.trim().is_empty() || line.trim().starts_with("--"))
            }
            Self::Data(_) | Self::Squashed(_) => false,
        }
    }
}

impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Sql(_), Self::Sql(_))
            | (Self::Data(_), Self::Data(_))
            | (Self::Squashed(_), Self::Squashed(_)) => self.normalised() == other.normalised(),
            _ => false,
        }
    }
}

impl Eq for Step {}

/// One numbered change, and the way back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migration {
    /// Its number.
    pub version: Version,
    /// What it is about, in a word or two.
    pub name: Cow<'static, str>,
    /// What it does to those who work with the database meanwhile.
    pub phase: Phase,
    /// The migration that a server must know to work with the schema after this one; `None` when older servers go on
    /// working.
    pub requires: Option<Version>,
    /// Whether it is applied in one transaction, where the engine can do that. If not, its statements are run one by one on
    /// PostgreSQL, and a journal says how far they came.
    pub in_transaction: bool,
    /// From the version before to this one.
    pub up: Step,
    /// From this version to the one before.
    pub down: Step,
}

impl Migration {
    /// A migration in SQL. Its first lines may say more of it ([`directive`](mod@crate::directive)); whether they can be read,
    /// [`MigrationSet::new`](crate::MigrationSet::new) tells.
    pub fn sql(
        version: u32,
        name: impl Into<Cow<'static, str>>,
        up: impl Into<Cow<'static, str>>,
        down: impl Into<Cow<'static, str>>,
    ) -> Self {
        let (version, up, down) = (Version(version), up.into(), down.into());
        let Directives { phase, requires, in_transaction } =
            directive::read(version, &up, &down).unwrap_or_default();
        Self {
            version,
            name: name.into(),
            phase,
            requires,
            in_transaction,
            up: Step::Sql(up),
            down: Step::Sql(down),
        }
    }

    /// A data migration, which has its name from its code.
    pub fn data(version: u32, data: impl DataMigration + 'static) -> Self {
        let data: Arc<dyn DataMigration> = Arc::new(data);
        Self {
            version: Version(version),
            name: Cow::Borrowed(data.name()),
            phase: Phase::Data,
            requires: None,
            in_transaction: false,
            up: Step::Data(data.clone()),
            down: Step::Data(data),
        }
    }

    /// SHA-256 over both directions, in hexadecimal: tells whether the text changed since it was applied. The NUL
    /// between the two keeps a statement that moves from one to the other from going unnoticed.
    #[must_use]
    pub fn checksum(&self) -> String {
        if let Step::Squashed(checksum) = &self.up {
            return checksum.to_string();
        }
        let mut hash = Sha256::new();
        hash.update(self.up.normalised().as_bytes());
        hash.update([0]);
        hash.update(self.down.normalised().as_bytes());
        hexadecimal(&hash.finalize())
    }
}

/// Bytes as text.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a String does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl fmt::Display for Migration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}_{}", self.version, self.name)
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
}

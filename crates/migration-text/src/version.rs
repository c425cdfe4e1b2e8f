//! The number of a migration, and what it does to those who work with the database meanwhile.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

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

    /// The phase with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Expand, Self::Data, Self::Contract].into_iter().find(|phase| phase.as_str() == word)
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

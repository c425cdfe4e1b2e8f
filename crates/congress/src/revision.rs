//! The revisions of Congress's schema, as its Alembic migrations made them from 2014 to 2017. The last one is that of every
//! release from Pike on.

use std::fmt;

/// A revision: which tables and columns there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CongressRevision {
    /// Rules, each with the name of its policy.
    Initial,
    /// Policies.
    Policies,
    /// Rules have names.
    RuleNames,
    /// Data sources.
    DataSources,
    /// Rows of data sources.
    TableData,
    /// Deleted policies in a table of their own, so that names can be unique.
    UniqueNames,
    /// The policy library.
    Library,
}

impl CongressRevision {
    /// Every revision, oldest first.
    pub const ALL: [Self; 7] = [
        Self::Initial,
        Self::Policies,
        Self::RuleNames,
        Self::DataSources,
        Self::TableData,
        Self::UniqueNames,
        Self::Library,
    ];
    /// The newest.
    pub const NEWEST: Self = Self::Library;

    /// What Alembic calls it, in the table `alembic_version`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Initial => "initial_db",
            Self::Policies => "532e9e1f0f3a",
            Self::RuleNames => "56e86d51ec62",
            Self::DataSources => "3cee191c4f84",
            Self::TableData => "01e78af70b91",
            Self::UniqueNames => "aabe895bbd4d",
            Self::Library => "c0125080d572",
        }
    }

    /// The revision of that name.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|revision| revision.id() == id)
    }
}

impl fmt::Display for CongressRevision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

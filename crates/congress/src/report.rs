//! What became of each thing in a Congress database.

use std::collections::BTreeMap;

use serde::Serialize;

/// What kind of thing it is, in Statehouse's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A policy.
    Policy,
    /// A rule.
    Rule,
    /// A data source.
    DataSource,
    /// The rows of a data source's table.
    Table,
    /// A policy of the library.
    LibraryPolicy,
    /// A policy that was deleted in Congress.
    DeletedPolicy,
    /// A rule that was deleted in Congress.
    DeletedRule,
    /// The log as a whole, which nothing counts.
    Log,
}

impl Kind {
    /// Every kind that is counted, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::Policy,
        Self::Rule,
        Self::DataSource,
        Self::Table,
        Self::LibraryPolicy,
        Self::DeletedPolicy,
        Self::DeletedRule,
    ];

    /// Its name, of many.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Policy => "policies",
            Self::Rule => "rules",
            Self::DataSource => "data sources",
            Self::Table => "tables of data sources",
            Self::LibraryPolicy => "library policies",
            Self::DeletedPolicy => "deleted policies",
            Self::DeletedRule => "deleted rules",
            Self::Log => "logs",
        }
    }

    /// Its name, of one.
    #[must_use]
    pub fn singular(self) -> &'static str {
        match self {
            Self::Policy => "policy",
            Self::Rule => "rule",
            Self::DataSource => "data source",
            Self::Table => "table",
            Self::LibraryPolicy => "library policy",
            Self::DeletedPolicy => "deleted policy",
            Self::DeletedRule => "deleted rule",
            Self::Log => "log",
        }
    }
}

/// How many of a kind went which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Those that came, in force or not.
    pub came: u64,
    /// Those that were here already, and are the same.
    pub here: u64,
    /// Those that are here and disabled, whenever they came.
    pub disabled: u64,
    /// Those that were here once and were deleted here, and stay away.
    pub gone: u64,
    /// Those that did not come.
    pub left: u64,
}

/// What needs somebody's attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is kept, and takes part in nothing.
    Disabled,
    /// It did not come.
    Left,
    /// It was here once and was deleted here: it stays away.
    Gone,
    /// It went over, and is not the same there.
    Changed,
}

/// One thing that needs somebody's attention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// Its id in Congress.
    pub id: String,
    /// What to call it.
    pub name: String,
    /// What became of it.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
}

/// What became of everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Kind by kind.
    pub tallies: BTreeMap<Kind, Tally>,
    /// What needs attention, in the order of the database.
    pub findings: Vec<Finding>,
}

impl Report {
    /// How many of a kind went which way.
    #[must_use]
    pub fn of(&self, kind: Kind) -> Tally {
        self.tallies.get(&kind).copied().unwrap_or_default()
    }

    /// Everything that came.
    #[must_use]
    pub fn came(&self) -> u64 {
        self.tallies.values().map(|tally| tally.came).sum()
    }

    /// Whether anything is so.
    #[must_use]
    pub fn has(&self, verdict: Verdict) -> bool {
        self.findings.iter().any(|finding| finding.verdict == verdict)
    }

    pub(crate) fn tally(&mut self, kind: Kind) -> &mut Tally {
        self.tallies.entry(kind).or_default()
    }
}

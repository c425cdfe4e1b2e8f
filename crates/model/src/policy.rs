//! Policies.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{PolicyId, Position};

/// A named set of rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// The policy's id.
    pub id: PolicyId,
    /// Unique among policies and data sources; at most [`Policy::NAME_LIMIT`] characters.
    pub name: String,
    /// A short name for traces; at most [`Policy::ABBREVIATION_LIMIT`] characters.
    pub abbreviation: String,
    /// Free text.
    pub description: String,
    /// Who owns the policy.
    pub owner: String,
    /// What its rules may do.
    pub kind: PolicyKind,
    /// Where in the log the policy was created.
    pub created: Position,
}

impl Policy {
    /// The longest name, in characters.
    pub const NAME_LIMIT: usize = 255;
    /// The longest abbreviation, in characters.
    pub const ABBREVIATION_LIMIT: usize = 5;
    /// The longest description, in characters.
    pub const DESCRIPTION_LIMIT: usize = 65_535;
    /// Most rules that come with a policy when it is created. More can be added one by one.
    pub const RULES_LIMIT: usize = 10_000;
    /// Who owns every policy: the API knows no other owner.
    pub const OWNER: &str = "user";
    /// Always there, and never deleted: where violations are classified.
    pub const CLASSIFICATION: &str = "classification";
    /// Always there, and never deleted: describes actions for simulations.
    pub const ACTION: &str = "action";

    /// Is this one of the two policies that always exist?
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        self.name == Self::CLASSIFICATION || self.name == Self::ACTION
    }
}

/// What the rules of a policy may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PolicyKind {
    /// Rules without recursion.
    #[default]
    Nonrecursive,
    /// Describes actions: heads `p+` and `p-` say what an action inserts and deletes, and may be unsafe.
    Action,
    /// Facts.
    Database,
    /// Like nonrecursive; kept for clients that ask for it.
    Materialized,
    /// Like nonrecursive; kept for clients that ask for it.
    Datasource,
    /// Rules may be recursive as long as no recursion passes through negation.
    Z3,
}

impl PolicyKind {
    /// Every kind, in the order in which messages list them.
    pub const ALL: [Self; 6] =
        [Self::Nonrecursive, Self::Action, Self::Database, Self::Materialized, Self::Datasource, Self::Z3];

    /// The kind's name on the wire and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nonrecursive => "nonrecursive",
            Self::Action => "action",
            Self::Database => "database",
            Self::Materialized => "materialized",
            Self::Datasource => "datasource",
            Self::Z3 => "z3",
        }
    }
}

impl fmt::Display for PolicyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text names no kind of policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "not a kind of policy; the kinds are nonrecursive, action, database, materialized, datasource and z3"
)]
pub struct UnknownKind;

impl FromStr for PolicyKind {
    type Err = UnknownKind;

    /// Reads a kind in any mixture of upper and lower case, as Congress does.
    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        Self::ALL.into_iter().find(|kind| kind.as_str().eq_ignore_ascii_case(text)).ok_or(UnknownKind)
    }
}

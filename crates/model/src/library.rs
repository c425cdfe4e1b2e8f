//! The policy library: policies kept as templates, whose rules take no part in anything until a policy is made of them.

use serde::{Deserialize, Serialize};
use serde_json::Map;

use crate::{LibraryPolicyId, PolicyKind, Position};

/// A policy of the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryPolicy {
    /// The library policy's id.
    pub id: LibraryPolicyId,
    /// Unique within the library.
    pub name: String,
    /// A short name; at most [`crate::Policy::ABBREVIATION_LIMIT`] characters.
    pub abbreviation: String,
    /// Free text.
    pub description: String,
    /// The kind of the policy that is made of it.
    pub kind: PolicyKind,
    /// Its rules, in order. They are checked when a policy is made of them, not before.
    pub rules: Vec<LibraryRule>,
    /// Where in the log the library policy was created; replacing it keeps the place.
    pub created: Position,
}

impl LibraryPolicy {
    /// Most rules of a library policy: as many as a policy can be created with.
    pub const RULES_LIMIT: usize = crate::Policy::RULES_LIMIT;
}

/// A rule of a library policy, answered as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LibraryRule {
    /// The rule's text.
    pub rule: String,
    /// The author's name for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The author's comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// What else the author put beside the rule; Statehouse gives it back and makes nothing of it.
    #[serde(flatten)]
    pub extra: Map<String, serde_json::Value>,
}

impl LibraryRule {
    /// The longest text, in bytes: longer ones are no rules.
    pub const TEXT_LIMIT: usize = statehouse_datalog::MAX_RULE_BYTES;
}

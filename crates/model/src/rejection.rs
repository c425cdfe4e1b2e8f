//! Why a command was not accepted. Nothing was changed.

use statehouse_datalog::RuleError;

use crate::{Reference, RuleId};

/// A field of a command, by the name it has on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field(pub String);

impl From<&str> for Field {
    fn from(name: &str) -> Self {
        Self(name.to_owned())
    }
}

/// The rule of the domain that a command breaks. HTTP knows how to answer each; the domain does not know HTTP.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Rejection {
    /// A field has a value that nothing could be done with.
    #[error("{}: {reason}", field.0)]
    Invalid {
        /// The field.
        field: Field,
        /// What is wrong with it, and what would be right.
        reason: String,
    },
    /// The abbreviation is too long.
    #[error("abbreviation: {reason}")]
    Abbreviation {
        /// What is wrong with it, and what would be right.
        reason: String,
    },
    /// The name is in use.
    #[error("{owner} named '{name}' already exists")]
    NameTaken {
        /// The name.
        name: String,
        /// What has the name: "a policy", "a data source", "a library policy".
        owner: &'static str,
    },
    /// The id is in use.
    #[error("the id '{id}' is in use")]
    IdTaken {
        /// The id.
        id: String,
    },
    /// What is to be taken over is here already, and is not the same.
    #[error("a {what} '{name}' is here already and differs: it stays as it is")]
    AlreadyHere {
        /// What it is: "policy", "rule", "library policy", "data source", "table".
        what: &'static str,
        /// Its id or name.
        name: String,
    },
    /// There is no such policy.
    #[error("there is no policy '{0}'")]
    NoSuchPolicy(Reference),
    /// There is no such rule in the policy.
    #[error("policy '{policy}' has no rule '{rule}'")]
    NoSuchRule {
        /// The policy.
        policy: Reference,
        /// The rule.
        rule: RuleId,
    },
    /// There is no such library policy.
    #[error("there is no library policy '{0}'")]
    NoSuchLibraryPolicy(Reference),
    /// The library policy has more rules than the command brings ids for: it has changed since somebody counted them.
    /// Counting and asking again helps.
    #[error("library policy '{0}' has just been changed; ask again")]
    LibraryPolicyChanged(Reference),
    /// There is no such data source.
    #[error("there is no data source '{0}'")]
    NoSuchDataSource(Reference),
    /// The data source has no such table.
    #[error("data source '{data_source}' has no table '{table}'")]
    NoSuchTable {
        /// The data source.
        data_source: Reference,
        /// The table.
        table: String,
    },
    /// The data source has no such action, or none that can be executed.
    #[error("data source '{data_source}' has no action '{action}' that could be executed")]
    NoSuchAction {
        /// The data source.
        data_source: Reference,
        /// The action.
        action: String,
    },
    /// As many executions wait, or are kept, as may. Trying again later helps.
    #[error("{waiting} actions wait to be executed already, which is as many as may")]
    TooManyExecutions {
        /// How many wait.
        waiting: usize,
    },
    /// The policy always exists.
    #[error("policy '{name}' always exists: it cannot be deleted")]
    BuiltInPolicy {
        /// The policy's name.
        name: String,
    },
    /// Rules cannot be added to a data source.
    #[error("'{name}' is a data source: it holds no rules")]
    RulesOfDataSource {
        /// The data source's name.
        name: String,
    },
    /// The rule is not admissible.
    #[error("{}", describe(errors))]
    RuleInadmissible {
        /// Which of several rules of the command, from 0; `None` when the command brings one.
        index: Option<usize>,
        /// The rule's text.
        text: String,
        /// Every reason; never empty.
        errors: Vec<RuleError>,
    },
    /// The policy has the same rule already.
    #[error("the policy has this rule already, as {id}")]
    RuleExists {
        /// The rule that is there.
        id: RuleId,
    },
    /// The driver is not known.
    #[error("driver: there is no driver '{driver}'")]
    NoSuchDriver {
        /// The driver's id.
        driver: String,
    },
    /// The configuration lacks required fields or has fields that the driver does not know.
    #[error("config: {reason}")]
    Config {
        /// What is wrong with it, and what would be right.
        reason: String,
    },
    /// The data source's tables do not fit rules that refer to them.
    #[error("{reason}")]
    SchemaConflict {
        /// The rules, and what does not fit.
        reason: String,
    },
}

fn describe(errors: &[RuleError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

impl Rejection {
    /// A field has a value that nothing can be done with.
    pub(crate) fn invalid(field: impl Into<Field>, reason: impl Into<String>) -> Self {
        Self::Invalid { field: field.into(), reason: reason.into() }
    }
}

impl From<String> for Field {
    fn from(name: String) -> Self {
        Self(name)
    }
}

//! What another policy service held, to be taken over as it was there.

use crate::{DataSource, LibraryPolicy, NewRule, Policy, PolicyId, Reference, Row};

/// One thing to be taken over, with the id that it had. What it would take to create it through the API is not asked of it
/// as far as it can be kept without that: rules that are not admissible are kept as disabled, data sources whose driver is
/// not known are kept as they are. Where an entity says where it was created, that is decided anew.
///
/// Taking over what is here already does nothing, so an import can be repeated; what is here and differs is left alone
/// ([`crate::Rejection::AlreadyHere`]).
#[derive(Clone, Debug, PartialEq)]
pub enum Import {
    /// A policy. A built-in policy takes the place of the one that is here, as long as that one has no rules.
    Policy(Policy),
    /// A rule. One that was disabled for not being admissible comes into force once it is.
    Rule {
        /// The policy, by id or name.
        policy: Reference,
        /// The rule.
        rule: NewRule,
        /// Why it is disabled whatever it says, if it is.
        disabled: Option<String>,
    },
    /// The end of a policy that was taken over for the log alone. Refused where it has rules: these are somebody's.
    Gone {
        /// The policy.
        policy: PolicyId,
    },
    /// A policy of the library.
    LibraryPolicy(LibraryPolicy),
    /// A data source.
    DataSource(DataSource),
    /// The rows of a data source's table.
    Rows {
        /// The data source, by id or name.
        data_source: Reference,
        /// The table.
        table: String,
        /// Its rows; repetitions count once.
        rows: Vec<Row>,
    },
}

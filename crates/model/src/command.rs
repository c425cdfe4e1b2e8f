//! What somebody may ask for.

use crate::{
    Arguments, Call, DataSourceId, ExecutionId, Import, LibraryPolicyId, LibraryRule, Outcome, PolicyId,
    PolicyKind, Posted, Reference, Row, RuleId,
};

/// A request to change the state. Whatever varies comes in with it: ids for what is to be created.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Create the two policies that always exist, where they are not there yet.
    CreateBuiltInPolicies {
        /// The id for `classification`.
        classification: PolicyId,
        /// The id for `action`.
        action: PolicyId,
    },
    /// Create a policy, with rules or without. A rule that repeats an earlier one of the list is left out.
    CreatePolicy {
        /// The id for the policy.
        id: PolicyId,
        /// Its name.
        name: String,
        /// Its abbreviation; the first characters of the name when absent.
        abbreviation: Option<String>,
        /// Its description.
        description: String,
        /// Its kind.
        kind: PolicyKind,
        /// Its rules, in order.
        rules: Vec<NewRule>,
    },
    /// Create a policy from one of the library, rules included.
    CreatePolicyFromLibrary {
        /// The id for the policy.
        id: PolicyId,
        /// The library policy, by id or name.
        library_policy: Reference,
        /// Ids for the rules, in order: at least as many as the library policy has; see [`crate::State::library_policy`].
        rule_ids: Vec<RuleId>,
    },
    /// Delete a policy and its rules.
    DeletePolicy {
        /// The policy, by id or name.
        policy: Reference,
    },
    /// Add a rule to a policy.
    CreateRule {
        /// The policy, by id or name.
        policy: Reference,
        /// The rule.
        rule: NewRule,
    },
    /// Delete a rule.
    DeleteRule {
        /// The policy, by id or name.
        policy: Reference,
        /// The rule, by id.
        rule: RuleId,
    },
    /// Add a policy to the library.
    CreateLibraryPolicy {
        /// The id for the library policy.
        id: LibraryPolicyId,
        /// Its name.
        name: String,
        /// Its abbreviation; the first characters of the name when absent.
        abbreviation: Option<String>,
        /// Its description.
        description: String,
        /// Its kind.
        kind: PolicyKind,
        /// Its rules.
        rules: Vec<LibraryRule>,
    },
    /// Put another text in the place of a library policy; it keeps its id and its place.
    ReplaceLibraryPolicy {
        /// The library policy, by id or name.
        library_policy: Reference,
        /// Its name from now on.
        name: String,
        /// Its abbreviation; the first characters of the name when absent.
        abbreviation: Option<String>,
        /// Its description.
        description: String,
        /// Its kind.
        kind: PolicyKind,
        /// Its rules.
        rules: Vec<LibraryRule>,
    },
    /// Delete a policy of the library.
    DeleteLibraryPolicy {
        /// The library policy, by id or name.
        library_policy: Reference,
    },
    /// Create a data source.
    CreateDataSource {
        /// The id for the data source.
        id: DataSourceId,
        /// Its name.
        name: String,
        /// The id of its driver.
        driver: String,
        /// Free text.
        description: Option<String>,
        /// The client's own classification.
        kind: Option<String>,
        /// Whether it takes part.
        enabled: bool,
        /// Its configuration as given; the driver says which fields are secret.
        config: Option<serde_json::Map<String, serde_json::Value>>,
    },
    /// Delete a data source and the rows that were pushed to it.
    DeleteDataSource {
        /// The data source, by id or name.
        data_source: Reference,
    },
    /// Take over what another policy service held. Does nothing where it is here already.
    Import(Import),
    /// Put these rows in the place of a table's rows.
    ReplaceRows {
        /// The data source, by id or name.
        data_source: Reference,
        /// The table.
        table: String,
        /// Its rows from now on; repetitions count once.
        rows: Vec<Row>,
    },
    /// Add single rows to a table and delete others. Does nothing where the table is like that already.
    ChangeRows {
        /// The data source, by id or name.
        data_source: Reference,
        /// The table.
        table: String,
        /// Rows that are there from now on.
        add: Vec<Row>,
        /// Rows that are there no more.
        delete: Vec<Row>,
    },
    /// Do to the tables of a data source what a posted document says. Does nothing where they are like that already.
    PostDocument {
        /// The data source, by id or name.
        data_source: Reference,
        /// What it says of each table, of no table twice.
        posted: Vec<Posted>,
    },
    /// Have an action of a data source executed.
    Execute {
        /// The id for the execution.
        id: ExecutionId,
        /// The data source, by id or name.
        data_source: Reference,
        /// The action.
        action: String,
        /// With what.
        arguments: Arguments,
        /// Who asks.
        actor: String,
    },
    /// Record which calls of rules appeared, each to be executed, and which disappeared. Calls that are recorded so already
    /// are left as they are.
    FollowCalls {
        /// Those that appeared, each with an id for its execution.
        appeared: Vec<(ExecutionId, Call)>,
        /// Those that disappeared.
        disappeared: Vec<Call>,
    },
    /// Record how an execution ended. Does nothing where that is recorded already.
    EndExecution {
        /// The execution.
        execution: ExecutionId,
        /// How.
        outcome: Outcome,
    },
}

/// A rule to be created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRule {
    /// The id for the rule.
    pub id: RuleId,
    /// Its text.
    pub text: String,
    /// The author's name for it.
    pub name: Option<String>,
    /// The author's comment.
    pub comment: String,
}

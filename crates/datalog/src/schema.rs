//! What is known about tables outside the rule that is looked at.

use std::fmt;
use std::sync::Arc;

/// A table of a policy or data source. Its name may hold `:` and end in `+` or `-`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableName {
    /// The policy or data source.
    pub policy: Arc<str>,
    /// The table.
    pub table: Arc<str>,
}

impl TableName {
    /// The table `table` of `policy`.
    #[must_use]
    pub fn new(policy: &str, table: &str) -> TableName {
        TableName { policy: Arc::from(policy), table: Arc::from(table) }
    }
}

impl fmt::Display for TableName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.policy, self.table)
    }
}

/// Where a rule is being put.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The name of the policy.
    pub policy: &'a str,
    /// Whether it is of the kind `action`, whose heads may be unsafe.
    pub action_policy: bool,
}

/// What is known about the tables of policies and data sources.
pub trait Schema {
    /// The columns of a data source's table; nothing when the table or its columns are not known.
    fn columns(&self, policy: &str, table: &str) -> Option<&[Arc<str>]>;

    /// How many arguments the rules put in so far give a policy's table; nothing when none mentions it. Tables of
    /// data sources have the columns of their schema, and no fixed number when they are not in it.
    fn arity(&self, policy: &str, table: &str) -> Option<usize>;

    /// Whether a rule or fact of this policy, or a data source's schema, defines the table.
    fn defines(&self, policy: &str, table: &str) -> bool;
}

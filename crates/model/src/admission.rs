//! Whether a rule may stand in a policy, given everything that is there already.

use std::sync::Arc;

use statehouse_datalog::{
    self as datalog, Builtin, Checked, Context, Dependencies, Dependency, RuleError, Schema, TableName,
    Warning, check, find_forbidden_recursion, identity,
};

use crate::graph::Support;
use crate::mention::Mentions;
use crate::{DataSource, Policy, PolicyKind, Position, Rule, State, Table};

impl State {
    /// What is legal in a rule and probably not meant, as things are now: another rule or data source may settle it.
    /// Nothing is told of a rule that no longer fits its tables because a data source went, nor of a disabled one.
    #[must_use]
    pub fn warnings(&self, rule: &Rule) -> Vec<Warning> {
        if rule.parsed().is_some_and(|parsed| datalog::is_beyond_doubt(parsed)) {
            return Vec::new();
        }
        self.meaning(rule).map(|checked| checked.warnings).unwrap_or_default()
    }

    /// What a rule of this state means now: that changes with the tables and data sources there are. A bare name that was a
    /// builtin's when the rule came stays one when a later rule makes a table of that name.
    ///
    /// # Errors
    ///
    /// Why the rule does not fit its tables any more; nothing at all when its policy is gone, or it is disabled.
    pub fn meaning(&self, rule: &Rule) -> Result<Checked, Vec<RuleError>> {
        let policy = self.policy_by_id(&rule.policy).ok_or_else(Vec::new)?;
        let parsed = rule.parsed().ok_or_else(Vec::new)?;
        check(parsed, &context(policy), &SinceRule { state: self, created: rule.created })
    }

    /// Checks a rule against the tables it touches.
    pub(crate) fn fits(&self, policy: &Policy, rule: &datalog::Rule) -> Result<Checked, Vec<RuleError>> {
        check(rule, &context(policy), self)
    }

    /// By what a rule of a policy is told apart from the others.
    pub(crate) fn identity(&self, policy: &Policy, rule: &datalog::Rule) -> String {
        identity(rule, &context(policy), self)
    }

    /// Refuses a rule that would make a table depend on itself, unless its policy and all the others on the way permit
    /// recursion and none of the steps is through negation.
    pub(crate) fn refuse_recursion(
        &self,
        policy: &Policy,
        rule: &datalog::Rule,
        mentions: &Mentions,
    ) -> Result<(), RuleError> {
        let Some(head) = mentions.head.as_ref().filter(|_| !mentions.dependencies.is_empty()) else {
            return Ok(());
        };
        let step = |(table, negated): (&TableName, &bool)| Dependency {
            table: table.clone(),
            negated: *negated,
            recursive: policy.kind == PolicyKind::Z3,
        };
        let body: Vec<_> = mentions.dependencies.iter().map(step).collect();
        find_forbidden_recursion(head, &body, self).map_err(|recursion| recursion.in_rule(rule))
    }

    /// The columns of a data source's table, where its driver declares it.
    pub(crate) fn declared_columns(&self, data_source: &str, table: &str) -> Option<&[Arc<str>]> {
        self.drivers.columns(&self.data_sources.by_name(data_source)?.driver, table)
    }

    /// A step from or to a table that rules define. All of them stand in the policy that the table is in, so its kind
    /// says whether they may be recursive.
    fn step(&self, defined: &TableName, other: &TableName, support: Support) -> Dependency {
        let policy = self.policies.by_name(&defined.policy);
        let recursive = policy.is_some_and(|policy| policy.kind == PolicyKind::Z3);
        Dependency { table: other.clone(), negated: support.is_negated(), recursive }
    }
}

fn context(policy: &Policy) -> Context<'_> {
    Context { policy: &policy.name, action_policy: policy.kind == PolicyKind::Action }
}

impl Schema for State {
    fn columns(&self, policy: &str, table: &str) -> Option<&[Arc<str>]> {
        self.declared_columns(policy, table)
    }

    fn arity(&self, policy: &str, table: &str) -> Option<usize> {
        // An undeclared table of a data source has as many columns as are pushed to it.
        if self.data_sources.by_name(policy).is_some() {
            return None;
        }
        usize::try_from(self.tables.get(policy, table)?.columns).ok()
    }

    fn defines(&self, policy: &str, table: &str) -> bool {
        let is_filled = |source: &Arc<DataSource>| self.data_source_table(&source.id, table).is_some();
        self.tables.is_defined(policy, table)
            || self.declared_columns(policy, table).is_some()
            || self.data_sources.by_name(policy).is_some_and(is_filled)
    }
}

/// What is known of tables to a rule that is there already.
struct SinceRule<'a> {
    state: &'a State,
    created: Position,
}

impl Schema for SinceRule<'_> {
    fn columns(&self, policy: &str, table: &str) -> Option<&[Arc<str>]> {
        self.state.columns(policy, table)
    }

    fn arity(&self, policy: &str, table: &str) -> Option<usize> {
        let is_younger = |it: &Arc<Table>| it.created > self.created;
        if Builtin::named(table).is_some() && self.state.tables.get(policy, table).is_some_and(is_younger) {
            return None;
        }
        self.state.arity(policy, table)
    }

    fn defines(&self, policy: &str, table: &str) -> bool {
        self.state.defines(policy, table)
    }
}

impl Dependencies for State {
    fn dependencies_of<'a>(&'a self, table: &TableName) -> impl Iterator<Item = Dependency> + use<'a> {
        let defined = table.clone();
        self.graph.below(table).map(move |(below, support)| self.step(&defined, below, support))
    }

    fn dependents_of<'a>(&'a self, table: &TableName) -> impl Iterator<Item = Dependency> + use<'a> {
        self.graph.above(table).map(|(above, support)| self.step(above, above, support))
    }
}

//! Which tables a rule speaks of, and on which of them its head depends. Read off the rule's text and the name of its
//! policy alone: so a rule gives back on deletion exactly what it took on creation, whatever happened between.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use statehouse_datalog as datalog;

/// A table of a policy or data source, by name: neither need exist.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableName {
    /// The policy or data source.
    pub policy: Arc<str>,
    /// The table, with its `+` or `-` if it has one.
    pub table: Arc<str>,
}

impl fmt::Display for TableName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.policy, self.table)
    }
}

/// What one rule says about tables.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mentions {
    /// The table that the rule fills; none when its head asks for an action.
    pub(crate) head: Option<TableName>,
    /// Every table the rule speaks of, its head included, in the order of first mention, with the number of columns it
    /// is given there.
    pub(crate) tables: Vec<(TableName, u32)>,
    /// The tables on which the head depends, and whether through negation.
    pub(crate) dependencies: BTreeMap<TableName, bool>,
}

impl Mentions {
    /// What `rule` says when it stands in the policy with this name.
    pub(crate) fn of(rule: &datalog::Rule, policy: &Arc<str>) -> Self {
        let mut mentions = Self { head: None, tables: Vec::new(), dependencies: BTreeMap::new() };
        if let [head] = rule.heads.as_slice()
            && fills_a_table(rule, head)
        {
            let name = name_of(&head.atom.table, policy);
            mentions.mention(&name, &head.atom);
            mentions.head = Some(name);
        }
        for literal in rule.body.iter().filter(|literal| !is_builtin(&literal.atom.table)) {
            let name = name_of(&literal.atom.table, policy);
            mentions.mention(&name, &literal.atom);
            *mentions.dependencies.entry(name).or_default() |= literal.negated;
        }
        mentions
    }

    fn mention(&mut self, name: &TableName, atom: &datalog::Atom) {
        if self.tables.iter().all(|(known, _)| known != name) {
            let columns = u32::try_from(atom.arguments.len()).unwrap_or(u32::MAX);
            self.tables.push((name.clone(), columns));
        }
    }
}

/// `execute[p(x)] :- …` asks for an action; the fact `execute[p(1)]` says the same as `p(1)`.
fn fills_a_table(rule: &datalog::Rule, head: &datalog::Literal) -> bool {
    head.modal.is_none() || (rule.is_fact() && head.atom.table.policy.is_none())
}

fn is_builtin(table: &datalog::TableRef) -> bool {
    table.policy.as_deref() == Some("builtin")
}

fn name_of(table: &datalog::TableRef, policy: &Arc<str>) -> TableName {
    TableName { policy: table.policy.as_ref().unwrap_or(policy).clone(), table: table.table.clone() }
}

//! Which tables a rule speaks of, and on which of them its head depends. Read off the rule's text and the name of its
//! policy alone: so a rule gives back on deletion exactly what it took on creation, whatever happened between.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use statehouse_datalog::{Atom, Literal, Modal, Rule, TableRef};
use statehouse_datalog::{BUILTIN_POLICY, Builtin, TableName};

/// So many tables are told apart without a set of them.
const FEW: usize = 8;

/// What one rule says about tables.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mentions {
    /// The table of its own policy that the rule defines, be it as the condition of an action of that name.
    pub(crate) head: Option<TableName>,
    /// Every table the rule speaks of, in the order of first mention. What stands under `execute` is an action.
    pub(crate) tables: Vec<TableName>,
    /// The tables on which the head depends, and whether through negation.
    pub(crate) dependencies: BTreeMap<TableName, bool>,
}

impl Mentions {
    /// What `rule` says when it stands in the policy with this name.
    pub(crate) fn of(rule: &Rule, policy: &Arc<str>) -> Self {
        let mut mentions = Self { head: None, tables: Vec::new(), dependencies: BTreeMap::new() };
        let mut seen = HashSet::new();
        let mut mention = |name: &TableName| {
            // As long as there are few, looking through them is quicker.
            let is_new = match mentions.tables.len() {
                0..FEW => !mentions.tables.contains(name),
                FEW => {
                    seen.extend(mentions.tables.iter().cloned());
                    seen.insert(name.clone())
                }
                _ => seen.insert(name.clone()),
            };
            if is_new {
                mentions.tables.push(name.clone());
            }
        };
        for head in &rule.heads {
            let name = name_of(&head.atom.table, policy);
            if !is_action(rule, head) {
                mention(&name);
            }
            if name.policy == *policy {
                mentions.head = Some(name);
            }
        }
        let is_alone = rule.body.len() == 1;
        let reads = |literal: &&Literal| !reads_no_table(&literal.atom) && (is_alone || !is_true(literal));
        for literal in rule.body.iter().filter(reads) {
            let name = name_of(&literal.atom.table, policy);
            mention(&name);
            *mentions.dependencies.entry(name).or_default() |= literal.negated;
        }
        mentions
    }
}

/// `execute[p(x)] :- …` asks for an action; the fact `execute[p(1)]` says the same as `p(1)`.
fn is_action(rule: &Rule, head: &Literal) -> bool {
    head.modal == Some(Modal::Execute) && !rule.is_fact()
}

/// `true` beside other literals says nothing. Elsewhere it is a table like any other, that holds always.
fn is_true(literal: &Literal) -> bool {
    let atom = &literal.atom;
    !literal.negated
        && atom.table.policy.is_none()
        && &*atom.table.table == "true"
        && atom.arguments.is_empty()
        && atom.columns.is_empty()
}

/// Builtins read no table. With another number of arguments than the builtin has, its name is that of a
/// table. With the right number it may have been taken for a table too, where there was one of that name: such an atom
/// still mentions nothing, so that it becomes the builtin again when the last true mention of the table is gone. Nothing
/// can depend on such a table in a circle, because no rule may define it.
fn reads_no_table(atom: &Atom) -> bool {
    let given = atom.arguments.len() + atom.columns.len();
    let is_builtin = |builtin: &Builtin| atom.columns.is_empty() && (given == builtin.arity || given == 0);
    atom.table.policy.as_deref() == Some(BUILTIN_POLICY)
        || Builtin::named(&atom.table.table).is_some_and(is_builtin)
}

fn name_of(table: &TableRef, policy: &Arc<str>) -> TableName {
    TableName { policy: table.policy.as_ref().unwrap_or(policy).clone(), table: table.table.clone() }
}

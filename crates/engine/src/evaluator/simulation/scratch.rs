//! Where actions are looked at: the rules of the action policy once more, over tables of their own that hold, beside what the rules
//! derive, the action itself, what the action policy says and what the policy says that is asked about.

use std::collections::BTreeSet;
use std::sync::Arc;

use statehouse_datalog::{Checked, CheckedLiteral, Relation, Resolved, TableName, Term, Value};

use crate::Row;

/// No policy has such a name.
const SCRATCH: &str = "?";

/// The names of tables that actions are looked at in.
#[derive(Debug)]
pub(super) struct Scratch {
    policy: Arc<str>,
    action_policy: Arc<str>,
    /// What values begin with that stand for what an effect leaves open.
    open: String,
    open_values: usize,
    /// The tables that hold what the two policies say already.
    included: BTreeSet<(TableName, usize)>,
    /// The tables that say what changes, each with the table that it is about.
    pub effects: BTreeSet<(TableName, TableName)>,
}

impl Scratch {
    pub fn of(policy: &str, action_policy: &str, id: &str) -> Self {
        Self {
            policy: policy.into(),
            action_policy: action_policy.into(),
            open: format!("\0{id}"),
            open_values: 0,
            included: BTreeSet::new(),
            effects: BTreeSet::new(),
        }
    }

    /// A table of the scratch by its bare name.
    pub fn bare(table: &str) -> TableName {
        TableName::new(SCRATCH, table)
    }

    /// What a table of the action policy's rules is here.
    pub fn name(&self, name: &TableName) -> TableName {
        if name.policy == self.action_policy {
            Self::bare(&name.table)
        } else if is_effect(&name.table) {
            TableName::new(&format!("{SCRATCH}{}", name.policy), &name.table)
        } else {
            name.clone()
        }
    }

    /// A rule of the action policy over the tables that are meant here. What nothing in its body binds becomes a value that
    /// stands for something open.
    pub fn rule(&mut self, rule: &Checked) -> Checked {
        let mut rule = rule.clone();
        let relation = |scratch: &Self, relation: &Relation| match relation {
            Relation::Table(name) => Relation::Table(scratch.name(name)),
            Relation::Builtin(builtin) => Relation::Builtin(builtin),
        };
        rule.head.relation = relation(self, &rule.head.relation);
        for literal in &mut rule.body {
            literal.atom.relation = relation(self, &literal.atom.relation);
        }
        let body = rule.body.iter().flat_map(|literal| &literal.atom.arguments);
        let bound: BTreeSet<Arc<str>> = body.filter_map(Term::variable).cloned().collect();
        for argument in &mut rule.head.arguments {
            if argument.variable().is_some_and(|name| !bound.contains(name)) {
                self.open_values += 1;
                *argument = Term::Constant(Value::from(&*format!("{}-{}", self.open, self.open_values)));
            }
        }
        if let Relation::Table(head) = &rule.head.relation {
            self.note_effect(head);
        }
        rule
    }

    /// Notes a table that says what changes.
    pub fn note_effect(&mut self, table: &TableName) {
        if is_effect(&table.table) {
            let policy = table.policy.strip_prefix(SCRATCH).unwrap_or(&table.policy);
            let policy = if policy.is_empty() { &*self.policy } else { policy };
            self.effects.insert((table.clone(), TableName::new(policy, &table.table)));
        }
    }

    /// The rules by which a table holds what the two policies say, where that is not so yet.
    pub fn include(&mut self, table: &TableName, columns: usize) -> Vec<Checked> {
        if &*table.policy != SCRATCH || !self.included.insert((table.clone(), columns)) {
            return Vec::new();
        }
        let policies = BTreeSet::from([self.policy.clone(), self.action_policy.clone()]);
        policies
            .into_iter()
            .map(|policy| same(table, &TableName::new(&policy, &table.table), columns))
            .collect()
    }

    /// An id for a rule that the sequence brings.
    pub fn next_rule(&mut self) -> String {
        self.open_values += 1;
        format!("{}-{}", self.open, self.open_values)
    }

    /// Whether a value stands for something open.
    pub fn is_open(&self, value: &Value) -> bool {
        matches!(value, Value::String(text) if text.starts_with(&self.open))
    }

    /// Whether a row says what it says about anything in particular.
    pub fn is_whole(&self, row: &Row) -> bool {
        !row.iter().any(|value| self.is_open(value))
    }
}

/// Whether a table says what is to be inserted or deleted.
pub(super) fn is_effect(table: &str) -> bool {
    table.ends_with(['+', '-'])
}

/// A rule by which one table holds the rows of another.
fn same(head: &TableName, body: &TableName, columns: usize) -> Checked {
    let arguments: Vec<Term> =
        (0..columns).map(|column| Term::Variable(Arc::from(format!("x{column}")))).collect();
    let atom = |name: &TableName| Resolved {
        relation: Relation::Table(name.clone()),
        arguments: arguments.clone(),
        fresh: 0,
    };
    Checked {
        head: atom(head),
        modal: None,
        body: vec![CheckedLiteral { negated: false, atom: atom(body), place: 0 }],
        mentions: Vec::new(),
        warnings: Vec::new(),
    }
}

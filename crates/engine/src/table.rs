//! Tables as the engine holds them: what is stated, what is derived, and by which rules.

use std::collections::BTreeSet;
use std::sync::Arc;

use statehouse_datalog::TableName;

use crate::relation::Relation;

/// A table of the engine, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TableId(pub usize);

/// A rule of the engine, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RuleId(pub usize);

/// By what tables are told apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TableKey {
    pub name: TableName,
    /// Rows of another length are in another table: a data source may be given what its driver does not declare.
    pub arity: usize,
    /// The policy whose rules ask for an action to be called, when that is what the rows say.
    pub asked_by: Option<Arc<str>>,
}

/// A table.
#[derive(Debug)]
pub(crate) struct Table {
    pub key: TableKey,
    /// The facts.
    pub stated: Relation,
    /// The facts and what rules derive. Only while somebody wants to know; a table without rules never has it.
    pub derived: Option<Derived>,
    /// The rules that have it as their head.
    pub rules: BTreeSet<RuleId>,
    /// The rules that read it.
    pub readers: BTreeSet<RuleId>,
    /// Whether its rules may be recursive.
    pub recursive: bool,
    /// Whether its changes are told of.
    pub watched: bool,
}

/// What rules make of the facts.
#[derive(Debug)]
pub(crate) struct Derived {
    pub rows: Relation,
    /// How many steps it took.
    pub cost: u64,
    /// How many steps keeping it has taken since somebody asked for it.
    pub upkeep: u64,
}

impl Table {
    pub fn new(key: TableKey) -> Self {
        let stated = Relation::new(key.arity);
        Self {
            key,
            stated,
            derived: None,
            rules: BTreeSet::new(),
            readers: BTreeSet::new(),
            recursive: false,
            watched: false,
        }
    }

    /// Whether its rows are there to be read.
    pub fn is_ready(&self) -> bool {
        self.rules.is_empty() || self.derived.is_some()
    }

    /// Its rows, which are complete when it is ready.
    pub fn rows(&self) -> &Relation {
        self.derived.as_ref().map_or(&self.stated, |derived| &derived.rows)
    }

    pub fn rows_mut(&mut self) -> &mut Relation {
        self.derived.as_mut().map_or(&mut self.stated, |derived| &mut derived.rows)
    }
}

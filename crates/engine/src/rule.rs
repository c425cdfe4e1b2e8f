//! Rules as the engine holds them: tables by number, variables by slot, constants by symbol.

use std::collections::HashMap;
use std::sync::Arc;

use statehouse_datalog::{Builtin, Term};

use crate::limit::Exceeded;
use crate::symbol::{Symbol, Symbols};
use crate::table::TableId;

/// Where a column of an atom gets its symbol from, or puts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// A variable of the rule, by its number.
    Slot(usize),
    /// The same for every row.
    Constant(Symbol),
}

impl Source {
    /// The number of the variable, if it is one.
    pub fn slot(&self) -> Option<usize> {
        match self {
            Self::Slot(slot) => Some(*slot),
            Self::Constant(_) => None,
        }
    }
}

/// A rule.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub head: TableId,
    pub arguments: Vec<Source>,
    /// In an order in which it can be evaluated.
    pub body: Vec<Literal>,
    /// How many variables there are.
    pub slots: usize,
}

/// A literal of a body.
#[derive(Clone, Debug)]
pub(crate) struct Literal {
    pub negated: bool,
    pub reads: Reads,
    pub arguments: Vec<Source>,
}

/// What a literal reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reads {
    Table(TableId),
    Builtin(&'static Builtin),
}

impl Rule {
    /// The tables that the body reads, each as often as it does.
    pub fn tables(&self) -> impl Iterator<Item = TableId> {
        self.body.iter().filter_map(|literal| match literal.reads {
            Reads::Table(table) => Some(table),
            Reads::Builtin(_) => None,
        })
    }

    /// Refuses it when it negates one of the tables that its own rests on.
    pub fn refuse_negation_of(&self, component: &[TableId]) -> Result<(), Exceeded> {
        let is_one = |literal: &Literal| match literal.reads {
            Reads::Table(table) => literal.negated && component.contains(&table),
            Reads::Builtin(_) => false,
        };
        if self.body.iter().any(is_one) { Err(Exceeded::ThroughNegation) } else { Ok(()) }
    }

    /// Whether matching it may make new values.
    pub fn calls_builtins(&self) -> bool {
        self.body.iter().any(|literal| matches!(literal.reads, Reads::Builtin(_)))
    }

    /// Whether what it derives depends on when it is asked.
    pub fn depends_on_time(&self) -> bool {
        self.body
            .iter()
            .any(|literal| matches!(literal.reads, Reads::Builtin(builtin) if builtin.inputs == 0))
    }

    /// Every constant.
    pub fn symbols(&self) -> impl Iterator<Item = Symbol> {
        let literals = self.body.iter().flat_map(|literal| &literal.arguments);
        self.arguments.iter().chain(literals).filter_map(|source| match source {
            Source::Constant(symbol) => Some(*symbol),
            Source::Slot(_) => None,
        })
    }
}

/// Numbers the variables of one rule.
#[derive(Debug, Default)]
pub(crate) struct Slots(HashMap<Arc<str>, usize>);

impl Slots {
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn sources(&mut self, terms: &[Term], symbols: &mut Symbols) -> Vec<Source> {
        let source = |term: &Term| match term {
            Term::Constant(value) => Source::Constant(symbols.of(value)),
            Term::Variable(name) => {
                let next = self.0.len();
                Source::Slot(*self.0.entry(Arc::clone(name)).or_insert(next))
            }
        };
        terms.iter().map(source).collect()
    }
}

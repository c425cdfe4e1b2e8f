//! Evaluating once: rules and facts in, the rows of one table out, and nothing kept.
//!
//! The engine keeps for each row how often it is derived, so that changes cost what they change. What is asked once pays for none of
//! that: rows only come, are told apart where that matters, and are indexed where a rule asks for it.
//!
//! | module | holds |
//! |---|---|
//! | `store`, `rows` | rows that only come |
//! | `index`, `slots` | how they are found |
//! | `unfold` | tables that need not be made |
//! | `derive` | deriving what is asked for |
//! | `answer` | rows, sorted |

mod answer;
mod csv;
mod derive;
mod index;
mod rows;
mod slots;
mod store;
mod unfold;

use statehouse_datalog::{Checked, TableName, Value};

pub use self::answer::Answer;
pub use self::csv::CsvError;
use self::derive::Derivation;
use self::store::Store;
use crate::base::{Base, key};
use crate::limit::{Exceeded, Limits, Spent};
use crate::symbol::Symbol;

/// Rules and facts, of which something is asked once.
#[derive(Debug, Default)]
pub struct Once {
    base: Base,
    facts: Store,
}

impl Once {
    /// Nothing is known yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a rule in. `recursive` says whether rules of this policy may be.
    pub fn define(&mut self, policy: &str, recursive: bool, rule: &Checked) {
        if rule.body.is_empty() {
            if let Some((table, row)) = self.base.fact(rule) {
                self.facts.of(table, row.len()).push(&row);
            }
        } else {
            self.base.add_rule(policy, recursive, rule);
        }
    }

    /// Takes a fact in.
    pub fn state(&mut self, table: &TableName, row: &[Value]) {
        let table = self.base.tables.of(key(table, row.len(), None));
        let symbols: Vec<Symbol> = row.iter().map(|value| self.base.symbols.of(value)).collect();
        self.facts.of(table, row.len()).push(&symbols);
    }

    /// Takes in the facts of a table, written as CSV: one row in each line, the same number of cells in each row. A cell without
    /// quotation marks that is written like a number is one; any other is a text. Answers how many there are.
    ///
    /// # Errors
    /// A text that is not of this form; of such a text nothing is taken in.
    pub fn read_csv(&mut self, table: &TableName, text: &str) -> Result<usize, CsvError> {
        let read = csv::read(text, &mut self.base.symbols)?;
        let table = self.base.tables.of(key(table, read.columns, None));
        self.facts.of(table, read.columns).append(read.rows, read.cells);
        Ok(read.rows)
    }

    /// The rows of a table.
    ///
    /// # Errors
    /// When deriving them would cost more than the limits permit.
    pub fn rows(mut self, table: &TableName, now: &Value, limits: Limits<'_>) -> Result<Answer, Exceeded> {
        let mut rows = Vec::new();
        let mut spent = Spent::none(limits);
        for table in self.base.tables.named(table).to_vec() {
            let Self { base, facts: store } = &mut self;
            let derivation = Derivation { base, store, spent: &mut spent, now };
            rows.push(derivation.rows(table)?);
        }
        Ok(Answer::of(self.base.symbols, rows))
    }
}

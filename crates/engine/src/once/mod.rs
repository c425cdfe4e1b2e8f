//! Evaluating once: rules and facts in, the rows of one table out, and nothing kept.
//!
//! The engine keeps for each row how often it is derived, so that changes cost what they change. What is asked once pays for none of
//! that: rows only come, are told apart where that matters, and are indexed where a rule asks for it.
//!
//! | module | holds |
//! |---|---|
//! | `store`, `rows` | rows that only come |
//! | `index`, `slots` | how they are found |
//! | `shared` | work that several threads share |
//! | `unfold` | tables that need not be made |
//! | `derive` | deriving what is asked for |
//! | `answer` | rows, sorted |

mod answer;
mod csv;
mod derive;
mod index;
mod rows;
mod shared;
mod slots;
mod store;
mod unfold;

use statehouse_datalog::{Checked, Relation, TableName, Value};
use statehouse_model::State;

pub use self::answer::Answer;
pub use self::csv::{OutOfTheOrdinary, write_csv_cell};
use self::derive::Derivation;
use self::store::Store;
use crate::base::{Base, key};
use crate::evaluator::facts::of_source;
use crate::evaluator::may_be_recursive;
use crate::limit::{Exceeded, Limits, Spent};
use crate::symbol::{Symbol, Symbols};

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

    /// The rules and rows of a state. Each is a step.
    ///
    /// # Errors
    /// When there are more than the limits permit.
    pub fn of(state: &State, limits: Limits<'_>) -> Result<Self, Exceeded> {
        let mut once = Self::new();
        let mut spent = Spent::none(limits);
        for source in state.data_sources() {
            for (table, rows) in of_source(state, &source.id) {
                for row in rows {
                    spent.step()?;
                    once.state(&table, &row.0);
                }
            }
        }
        for policy in state.policies() {
            for rule in state.rules(&policy.id) {
                spent.step()?;
                // One that does not fit its tables takes no part.
                if let Ok(checked) = state.meaning(rule) {
                    let recursive = !checked.body.is_empty() && may_be_recursive(state, &checked);
                    once.define(&policy.name, recursive, &checked);
                }
            }
        }
        Ok(once)
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

    /// Takes in the facts of a table, written as CSV without a line of names: one row in each line, as many cells in each as there are
    /// columns. A cell without quotation marks that is written as JSON writes a number is one; any other is a text.
    ///
    /// # Errors
    /// A text that needs a more careful reader; of such a text nothing is taken in.
    pub fn read_csv(
        &mut self,
        table: &TableName,
        columns: usize,
        text: &str,
    ) -> Result<(), OutOfTheOrdinary> {
        let read = csv::read(text, columns, &mut self.base.symbols)?;
        let table = self.base.tables.of(key(table, columns, None));
        self.facts.of(table, columns).append(read.rows, read.cells);
        Ok(())
    }

    /// The rows that a rule derives which is asked in a policy. Its head is a table that no rule of a policy could define.
    ///
    /// # Errors
    /// As [`Once::rows`].
    pub fn ask(
        mut self,
        policy: &str,
        question: &Checked,
        now: &Value,
        limits: Limits<'_>,
    ) -> Result<Answer, Exceeded> {
        self.define(policy, false, question);
        match &question.head.relation {
            Relation::Table(head) => self.rows(head, now, limits),
            Relation::Builtin(_) => Ok(Answer::of(Symbols::default(), Vec::new())),
        }
    }

    /// The rows of a table, whatever their lengths.
    ///
    /// # Errors
    /// When deriving them would cost more than the limits permit.
    pub fn rows(mut self, table: &TableName, now: &Value, limits: Limits<'_>) -> Result<Answer, Exceeded> {
        let wanted = self.base.tables.named(table).to_vec();
        let mut spent = Spent::none(limits);
        let Self { base, facts: store } = &mut self;
        let rows = Derivation { base, store, spent: &mut spent, now }.rows(&wanted)?;
        Ok(Answer::of(self.base.symbols, rows))
    }
}

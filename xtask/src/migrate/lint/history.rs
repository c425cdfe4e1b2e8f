//! What the migrations before have left behind, as far as those that follow rest on it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::folders::Baseline;
use super::shape::{Clause, Shape};

/// Of one engine's migrations, in their order.
#[derive(Debug, Default)]
pub(super) struct History {
    /// The newest expand: what a server must know at least that does without the old shape.
    newest_expand: u32,
    /// Which migration first made a table.
    tables: BTreeMap<String, u32>,
    /// Which migration first added a column to a table, by both names.
    columns: BTreeMap<(String, String), u32>,
    /// Checks that a column is filled, by the table and the name of the constraint.
    filled: BTreeMap<(String, String), Filled>,
}

/// A check that a column is not NULL.
#[derive(Debug)]
struct Filled {
    column: String,
    /// Whether it holds for the rows that were there before it.
    is_valid: bool,
}

impl History {
    /// Goes on from what was squashed.
    pub fn behind(&mut self, baseline: &Baseline) {
        let expands = baseline.stands_for.lines().filter(|line| line.split(' ').nth(1) == Some("expand"));
        let numbers = expands.filter_map(|line| line.split('_').next()?.parse().ok());
        self.newest_expand = numbers.max().unwrap_or(0).max(self.newest_expand);
    }

    /// Remembers that this migration is an expand.
    pub fn expanded(&mut self, version: u32) {
        self.newest_expand = version;
    }

    pub fn newest_expand(&self) -> u32 {
        self.newest_expand
    }

    /// Which migration made this table, if one of those that are there.
    pub fn made_table(&self, table: &str) -> Option<u32> {
        self.tables.get(table).copied()
    }

    /// Which migration made this column, if one of those that are there.
    pub fn made_column(&self, table: &str, column: &str) -> Option<u32> {
        let added = self.columns.get(&(table.to_owned(), column.to_owned())).copied();
        added.or_else(|| self.made_table(table))
    }

    /// Whether PostgreSQL believes, without looking at the rows, that the column is filled.
    pub fn is_filled(&self, table: &str, column: &str) -> bool {
        let of_it = |(key, filled): (&(String, String), &Filled)| {
            key.0 == table && filled.column == column && filled.is_valid
        };
        self.filled.iter().any(of_it)
    }

    /// Forgets what a statement takes away. It does so before anything else that it does, whatever comes first in it.
    pub fn forget(&mut self, shape: &Shape<'_>) {
        match shape {
            Shape::DropTable { tables, .. } => {
                let gone: BTreeSet<_> = tables.iter().copied().collect();
                self.filled.retain(|(table, _), _| !gone.contains(table.as_str()));
            }
            Shape::AlterTable { table, clauses, .. } => {
                for clause in clauses {
                    match clause {
                        Clause::DropConstraint { name, .. } => {
                            self.filled.remove(&((*table).to_owned(), (*name).to_owned()));
                        }
                        // Another table, or another column, may have the name from now on.
                        Clause::Rename { .. } | Clause::RenameTable { .. } => {
                            self.filled.retain(|(of, _), _| of != table);
                        }
                        Clause::DropColumn { column, .. } => {
                            self.filled.retain(|(of, _), filled| of != table || filled.column != *column);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    /// Remembers what a statement of this migration makes.
    pub fn note(&mut self, version: u32, shape: &Shape<'_>) {
        match shape {
            Shape::CreateTable { table, .. } => {
                self.tables.entry((*table).to_owned()).or_insert(version);
            }
            Shape::AlterTable { table, clauses, .. } => {
                for clause in clauses {
                    self.note_clause(version, table, clause);
                }
            }
            _ => {}
        }
    }

    fn note_clause(&mut self, version: u32, table: &str, clause: &Clause<'_>) {
        let of = |name: &str| (table.to_owned(), name.to_owned());
        match clause {
            Clause::AddColumn { column, .. } => {
                self.columns.entry(of(column)).or_insert(version);
            }
            Clause::AddConstraint { name: Some(name), fills: Some(column), not_valid, .. } => {
                let filled = Filled { column: (*column).to_owned(), is_valid: !not_valid };
                self.filled.insert(of(name), filled);
            }
            Clause::ValidateConstraint { name } => {
                if let Some(filled) = self.filled.get_mut(&of(name)) {
                    filled.is_valid = true;
                }
            }
            _ => {}
        }
    }
}

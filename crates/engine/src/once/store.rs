//! The rows of all tables.

use super::rows::Growing;
use crate::rows::{Relations, RowId, Rows as _};
use crate::symbol::Symbol;
use crate::table::TableId;

/// Rows by the number of their table.
#[derive(Debug, Default)]
pub(super) struct Store(Vec<Growing>);

impl Store {
    /// The rows of a table that has so many columns, none so far if it is new.
    pub fn of(&mut self, table: TableId, arity: usize) -> &mut Growing {
        if self.0.len() <= table.0 {
            self.0.resize_with(table.0 + 1, Growing::default);
        }
        let rows = &mut self.0[table.0];
        rows.give_columns(arity);
        rows
    }

    /// Takes the rows of a table out. None are left.
    pub fn take(&mut self, table: TableId) -> Growing {
        self.0.get_mut(table.0).map(std::mem::take).unwrap_or_default()
    }

    /// The row at a place of a table.
    pub fn row_at(&self, table: TableId, place: usize) -> Option<&[Symbol]> {
        Some(self.0.get(table.0)?.row(RowId::at(place)?))
    }

    /// Puts rows back.
    pub fn put(&mut self, table: TableId, rows: Growing) {
        let arity = rows.arity();
        *self.of(table, arity) = rows;
    }
}

impl Relations for Store {
    type Rows = Growing;

    #[inline]
    fn rows(&self, table: TableId) -> Option<&Growing> {
        self.0.get(table.0)
    }

    fn rows_mut(&mut self, table: TableId) -> Option<&mut Growing> {
        self.0.get_mut(table.0)
    }
}

//! Rows that are told apart by some of their columns.

use std::collections::HashSet;
use std::hash::{Hash, Hasher};

use crate::{Row, Value};

/// Rows of which no two have the same values in the columns of the key. Hashed: a document brings up to a hundred thousand rows,
/// and each row of a table is looked for among them.
pub(crate) struct KeyedRows<'a> {
    columns: &'a [usize],
    rows: HashSet<KeyedRow<'a>>,
}

impl<'a> KeyedRows<'a> {
    /// Of those that have the key in common, the last one.
    pub(crate) fn new(columns: &'a [usize], rows: &'a [Row]) -> Self {
        let mut last = HashSet::with_capacity(rows.len());
        for row in rows {
            last.replace(KeyedRow { columns, row });
        }
        Self { columns, rows: last }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &'a Row> {
        self.rows.iter().map(|keyed| keyed.row)
    }

    /// The row that has the key in common with another one.
    pub(crate) fn get<'b>(&'b self, row: &'b Row) -> Option<&'b Row> {
        self.rows.get(&KeyedRow { columns: self.columns, row }).map(|keyed| keyed.row)
    }

    /// What the rows have in their first column, each once; none of it where that column is not in the key. A row without
    /// values has `None` there.
    pub(crate) fn first_values(&self) -> Option<HashSet<Option<&'a Value>>> {
        self.columns.contains(&0).then(|| self.iter().map(|row| row.0.first()).collect())
    }
}

/// A row that equals others by the columns of the key alone.
#[derive(Clone, Copy)]
struct KeyedRow<'a> {
    columns: &'a [usize],
    row: &'a Row,
}

impl<'a> KeyedRow<'a> {
    fn key(self) -> impl Iterator<Item = Option<&'a Value>> {
        self.columns.iter().map(move |column| self.row.0.get(*column))
    }
}

impl PartialEq for KeyedRow<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key().eq(other.key())
    }
}

impl Eq for KeyedRow<'_> {}

impl Hash for KeyedRow<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().for_each(|value| value.hash(state));
    }
}

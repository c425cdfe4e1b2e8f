//! The answer: rows, sorted.

use std::cmp::Ordering;
use std::io::{self, Write};

use super::csv;
use super::rows::Growing;
use crate::Row;
use crate::rows::Rows;
use crate::symbol::{Symbol, Symbols};

/// So many bytes are gathered before they are written.
const WRITTEN_AT_ONCE: usize = 1 << 16;

/// Rows, each once, sorted.
#[derive(Debug)]
pub struct Answer {
    symbols: Symbols,
    /// For each number of columns.
    rows: Vec<Growing>,
}

impl Answer {
    pub(super) fn of(symbols: Symbols, mut rows: Vec<Growing>) -> Self {
        let compare = |one: &[Symbol], other: &[Symbol]| -> Ordering {
            let pairs = one.iter().zip(other);
            pairs
                .map(|(one, other)| symbols.compare(*one, *other))
                .find(|it| it.is_ne())
                .unwrap_or(Ordering::Equal)
        };
        for rows in &mut rows {
            if rows.cells().iter().all(|symbol| symbol.number().is_some()) {
                rows.sort_by_column(0);
            } else {
                rows.sort(compare);
            }
        }
        rows.sort_by_key(Growing::arity);
        Self { symbols, rows }
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.iter().map(Rows::len).sum()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Writes the rows as CSV, in the form that [`crate::Once::read_csv`] reads.
    ///
    /// # Errors
    /// What writing fails of.
    pub fn write_csv(&self, out: &mut (impl Write + ?Sized)) -> io::Result<()> {
        let mut text = Vec::with_capacity(2 * WRITTEN_AT_ONCE);
        for row in self.rows.iter().flat_map(Growing::each) {
            for (column, symbol) in row.iter().enumerate() {
                if column > 0 {
                    text.push(b',');
                }
                match symbol.number() {
                    Some(number) => text.extend(itoa::Buffer::new().format(number).as_bytes()),
                    None => csv::write_csv_cell(&self.symbols.value(*symbol), row.len() == 1, &mut text),
                }
            }
            text.push(b'\n');
            if text.len() >= WRITTEN_AT_ONCE {
                out.write_all(&text)?;
                text.clear();
            }
        }
        out.write_all(&text)
    }

    /// The rows, those with fewer columns first.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        let rows = self.rows.iter().flat_map(Growing::each);
        rows.map(|row| row.iter().map(|symbol| self.symbols.value(*symbol)).collect())
    }
}

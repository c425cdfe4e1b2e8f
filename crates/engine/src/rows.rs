//! Rows as rules read them, whoever keeps them: the engine, which takes them back as well, or an evaluation that is done once.

use crate::symbol::Symbol;
use crate::table::TableId;

/// A row, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RowId(std::num::NonZeroU32);

impl RowId {
    #[inline]
    pub fn at(place: usize) -> Option<Self> {
        Self::numbered(u32::try_from(place).ok()?)
    }

    /// From 0.
    #[inline]
    pub fn place(self) -> usize {
        usize::try_from(self.number()).unwrap_or(usize::MAX)
    }

    /// The same as a short number.
    #[inline]
    pub fn number(self) -> u32 {
        self.0.get() - 1
    }

    /// The row with this number.
    #[inline]
    pub fn numbered(number: u32) -> Option<Self> {
        number.checked_add(1).and_then(std::num::NonZeroU32::new).map(Self)
    }
}

/// Which rows are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// Those from before the batch.
    Old,
    /// Those that are there now.
    New,
}

/// An index, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct IndexId(pub usize);

/// The rows of one table.
pub(crate) trait Rows {
    /// How many there are now.
    fn len(&self) -> usize;

    /// Readies them for being asked whether one is there.
    fn make_findable(&mut self);

    /// The index by these columns, which is made if need be.
    fn index_by(&mut self, columns: &[usize]) -> IndexId;

    /// One beyond the place of the last row.
    fn places(&self) -> usize;

    /// The row at this place, if the view shows one.
    fn at(&self, place: usize, view: View) -> Option<RowId>;

    /// Whether the view shows this row.
    fn shows(&self, row: RowId, view: View) -> bool;

    fn row(&self, row: RowId) -> &[Symbol];

    /// Whether the view shows a row with these symbols.
    fn has(&self, row: &[Symbol], view: View) -> bool;

    /// The first row that has this key in the index, whether any view shows it or not.
    fn first_by(&self, index: IndexId, key: &[Symbol]) -> Option<RowId>;

    /// The row behind this one with the same key.
    fn next_by(&self, index: IndexId, row: RowId) -> Option<RowId>;
}

/// Gives access to the rows of tables.
pub(crate) trait Relations {
    type Rows: Rows;

    fn rows(&self, table: TableId) -> Option<&Self::Rows>;

    fn rows_mut(&mut self, table: TableId) -> Option<&mut Self::Rows>;
}

//! A relation: the rows of one table, each with how often it is derived, indexed by the columns that joins ask for.
//!
//! Changes come in batches. During one, a relation shows two faces: the rows there were before ([`View::Old`]) and those
//! there are now ([`View::New`]). Incremental evaluation needs both, of the same rows and through the same indexes; so
//! a row that goes stays where it is until the batch is over, and each row knows in which of the two it is seen.

use std::hash::BuildHasher as _;

use foldhash::fast::RandomState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use crate::index::Index;
use crate::rows::{IndexId, RowId, Rows, View};
use crate::symbol::Symbol;

/// Where a row came from and where it went during a batch.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked by itself, and there are many rows")]
struct Standing {
    was: bool,
    is: bool,
    /// Whether it is in the list of what the batch touched.
    touched: bool,
    /// Whether rules of a recursive component derive it; the count knows nothing of these.
    derived: bool,
    /// Whether something it may rest on is gone ([`crate::recursion`]).
    doubted: bool,
}

/// The symbols of all rows, one row behind the other.
#[derive(Debug, Default)]
pub(crate) struct Cells {
    arity: usize,
    symbols: Vec<Symbol>,
}

impl Cells {
    pub fn row(&self, row: RowId) -> &[Symbol] {
        let start = row.place() * self.arity;
        self.symbols.get(start..start + self.arity).unwrap_or_default()
    }

    pub fn get(&self, row: RowId, column: usize) -> Option<&Symbol> {
        self.row(row).get(column)
    }
}

/// The rows of a table.
#[derive(Debug)]
pub(crate) struct Relation {
    cells: Cells,
    standings: Vec<Standing>,
    /// How often each row is stated or derived, derivations within a recursive component left out.
    counts: Vec<i64>,
    by_row: HashTable<RowId>,
    hasher: RandomState,
    free: Vec<RowId>,
    indexes: Vec<Index>,
    touched: Vec<RowId>,
    /// How many rows there are now.
    len: usize,
}

impl Rows for Relation {
    fn len(&self) -> usize {
        self.len
    }

    fn places(&self) -> usize {
        self.standings.len()
    }

    fn row(&self, row: RowId) -> &[Symbol] {
        self.cells.row(row)
    }

    fn shows(&self, row: RowId, view: View) -> bool {
        self.standings.get(row.place()).is_some_and(|standing| match view {
            View::Old => standing.was,
            View::New => standing.is,
        })
    }

    fn at(&self, place: usize, view: View) -> Option<RowId> {
        RowId::at(place).filter(|row| self.shows(*row, view))
    }

    fn has(&self, row: &[Symbol], view: View) -> bool {
        self.find(row).is_some_and(|row| self.shows(row, view))
    }

    fn index_by(&mut self, columns: &[usize]) -> IndexId {
        if let Some(place) = self.indexes.iter().position(|index| index.columns() == columns) {
            return IndexId(place);
        }
        let mut index = Index::by(columns.into());
        let taken =
            |row: &RowId| self.standings.get(row.place()).is_some_and(|it| it.was || it.is || it.touched);
        for row in (0..self.standings.len()).filter_map(RowId::at).filter(taken) {
            index.insert(row, &self.cells);
        }
        self.indexes.push(index);
        IndexId(self.indexes.len() - 1)
    }

    fn first_by(&self, index: IndexId, key: &[Symbol]) -> Option<RowId> {
        self.indexes.get(index.0)?.first(key, &self.cells)
    }

    fn next_by(&self, index: IndexId, row: RowId) -> Option<RowId> {
        self.indexes.get(index.0)?.next(row)
    }

    // Each is, always.
    fn make_findable(&mut self) {}
}

impl Relation {
    pub fn new(arity: usize) -> Self {
        Self {
            cells: Cells { arity, symbols: Vec::new() },
            standings: Vec::new(),
            counts: Vec::new(),
            by_row: HashTable::new(),
            hasher: RandomState::default(),
            free: Vec::new(),
            indexes: Vec::new(),
            touched: Vec::new(),
            len: 0,
        }
    }

    /// The rows of a view.
    pub fn rows(&self, view: View) -> impl Iterator<Item = &[Symbol]> {
        (0..self.places()).filter_map(move |place| self.at(place, view)).map(|row| self.row(row))
    }

    /// The row with these symbols, whether any view shows it or not.
    pub fn find(&self, row: &[Symbol]) -> Option<RowId> {
        let is_it = |other: &RowId| self.cells.row(*other) == row;
        self.by_row.find(self.hasher.hash_one(row), is_it).copied()
    }

    /// How often a row is stated or derived.
    pub fn count_of(&self, row: &[Symbol]) -> i64 {
        self.find(row).and_then(|row| self.counts.get(row.place())).copied().unwrap_or_default()
    }

    /// States or derives a row so many times more; fewer times, when negative. Views change with [`Relation::settle`].
    pub fn count(&mut self, row: &[Symbol], more: i64) {
        let Some(row) = self.touch(row) else { return };
        if let Some(count) = self.counts.get_mut(row.place()) {
            *count = count.saturating_add(more);
        }
    }

    /// Lets the new view show what is stated or derived, and nothing else.
    pub fn settle(&mut self) {
        for row in &self.touched {
            let place = row.place();
            let (Some(standing), Some(count)) = (self.standings.get_mut(place), self.counts.get(place))
            else {
                continue;
            };
            let is = *count > 0 || standing.derived;
            self.len =
                if is { self.len + usize::from(!standing.is) } else { self.len - usize::from(standing.is) };
            standing.is = is;
        }
    }

    /// Notes that rules of a recursive component derive a row; shows it in the new view. False when it was shown.
    pub fn derive(&mut self, row: &[Symbol]) -> bool {
        let Some(row) = self.touch(row) else { return false };
        let Some(standing) = self.standings.get_mut(row.place()) else { return false };
        standing.derived = true;
        let is_news = !std::mem::replace(&mut standing.is, true);
        self.len += usize::from(is_news);
        is_news
    }

    /// States a row once more, and shows it in the new view at once. False when it was shown.
    pub fn state(&mut self, row: &[Symbol]) -> bool {
        self.count(row, 1);
        let Some(standing) = self.find(row).and_then(|row| self.standings.get_mut(row.place())) else {
            return false;
        };
        let is_news = !std::mem::replace(&mut standing.is, true);
        self.len += usize::from(is_news);
        is_news
    }

    /// Doubts a row of the old view: what it rests on may be gone. The new view goes on showing it only if it is stated.
    /// True when it is lost by that: not when it was doubted already, never
    /// shown, or is stated.
    pub fn doubt(&mut self, row: &[Symbol]) -> bool {
        let Some(row) = self.find(row) else { return false };
        let standing = self.standings.get(row.place()).copied().unwrap_or_default();
        if !standing.was || standing.doubted {
            return false;
        }
        self.mark(row);
        let is_stated = self.counts.get(row.place()).is_some_and(|count| *count > 0);
        if let Some(standing) = self.standings.get_mut(row.place()) {
            standing.doubted = true;
            standing.derived = false;
            self.len -= usize::from(standing.is && !is_stated);
            standing.is = standing.is && is_stated;
        }
        !is_stated
    }

    /// The rows that are doubted and not shown any more.
    pub fn doubted(&self) -> impl Iterator<Item = RowId> {
        let is_lost = |row: &RowId| self.standings.get(row.place()).is_some_and(|it| it.doubted && !it.is);
        self.touched.iter().copied().filter(move |row| is_lost(row))
    }

    /// The rows that the batch has brought (`true`) or taken away (`false`) so far.
    pub fn changes(&self) -> impl Iterator<Item = (RowId, bool)> {
        self.touched.iter().filter_map(|row| {
            let standing = self.standings.get(row.place())?;
            (standing.was != standing.is).then_some((*row, standing.is))
        })
    }

    /// Ends a batch: what is there now is what was there before the next.
    pub fn finish(&mut self) {
        for row in std::mem::take(&mut self.touched) {
            let place = row.place();
            let Some(standing) = self.standings.get_mut(place) else { continue };
            *standing = Standing { was: standing.is, touched: false, doubted: false, ..*standing };
            // A count that is not zero outlives the row only when it went below: it is owed.
            if standing.is || self.counts.get(place).is_some_and(|count| *count != 0) {
                continue;
            }
            let hash = self.hasher.hash_one(self.cells.row(row));
            if let Ok(entry) = self.by_row.find_entry(hash, |other| *other == row) {
                entry.remove();
            }
            for index in &mut self.indexes {
                index.remove(row, &self.cells);
            }
            self.free.push(row);
        }
    }

    /// The symbols of every row that has a place.
    pub fn symbols(&self) -> impl Iterator<Item = Symbol> {
        self.by_row.iter().flat_map(|row| self.cells.row(*row).iter().copied())
    }

    /// The place of a row that is about to change, which is made if need be.
    fn touch(&mut self, symbols: &[Symbol]) -> Option<RowId> {
        let hash = self.hasher.hash_one(symbols);
        let Self { cells, by_row, hasher, .. } = self;
        let entry = by_row.entry(
            hash,
            |other| cells.row(*other) == symbols,
            |other| hasher.hash_one(cells.row(*other)),
        );
        let row = match entry {
            Entry::Occupied(place) => *place.get(),
            Entry::Vacant(place) => {
                let row = self.free.pop().or_else(|| RowId::at(self.standings.len()))?;
                place.insert(row);
                self.put(row, symbols);
                row
            }
        };
        self.mark(row);
        Some(row)
    }

    fn put(&mut self, row: RowId, symbols: &[Symbol]) {
        let place = row.place();
        if place == self.standings.len() {
            self.standings.push(Standing::default());
            self.counts.push(0);
            self.cells.symbols.extend_from_slice(symbols);
        } else {
            let start = place * self.cells.arity;
            if let Some(cells) = self.cells.symbols.get_mut(start..start + self.cells.arity) {
                cells.copy_from_slice(symbols);
            }
            if let Some(standing) = self.standings.get_mut(place) {
                *standing = Standing::default();
            }
        }
        for index in &mut self.indexes {
            index.insert(row, &self.cells);
        }
    }

    fn mark(&mut self, row: RowId) {
        if let Some(standing) = self.standings.get_mut(row.place())
            && !std::mem::replace(&mut standing.touched, true)
        {
            self.touched.push(row);
        }
    }
}

//! Rows that come and never go: one behind the other, told apart and indexed only when somebody asks for it.

use std::cmp::Ordering;
use std::hash::{BuildHasher as _, Hasher as _};

use foldhash::fast::RandomState;

use super::index::Index;
use super::shared::sort_by_threads;
use super::slots::{Found, Slots};
use crate::rows::{IndexId, RowId, Rows, View};
use crate::symbol::Symbol;

/// The rows of a table.
#[derive(Debug, Default)]
pub(super) struct Growing {
    arity: usize,
    cells: Vec<Symbol>,
    len: usize,
    /// Every row once; none before somebody needs to know.
    set: Option<Slots>,
    /// Whether each row is there once though there is no set.
    is_distinct: bool,
    /// The column whose symbols have rows stand together.
    grouped_by: Option<usize>,
    indexes: Vec<Index>,
    hasher: RandomState,
}

impl Growing {
    pub fn new(arity: usize) -> Self {
        Self { arity, ..Self::default() }
    }

    /// Says how many columns there are, as long as there are no rows.
    pub fn give_columns(&mut self, arity: usize) {
        if self.len == 0 && self.set.is_none() {
            self.arity = arity;
        }
    }

    pub fn arity(&self) -> usize {
        self.arity
    }

    /// All rows, one behind the other.
    pub fn cells(&self) -> &[Symbol] {
        &self.cells
    }

    /// Every row.
    pub fn each(&self) -> impl Iterator<Item = &[Symbol]> {
        (0..self.len).filter_map(RowId::at).map(|row| self.row(row))
    }

    /// Forgets all rows, and keeps the room for others.
    pub fn clear(&mut self) {
        self.cells.clear();
        self.len = 0;
        self.is_distinct = false;
        self.grouped_by = None;
        self.indexes.clear();
        if let Some(set) = &mut self.set {
            set.clear();
        }
    }

    /// Copies the row at a place; false when there is none.
    pub fn read(&self, place: usize, row: &mut Vec<Symbol>) -> bool {
        row.clear();
        match RowId::at(place).filter(|_| place < self.len) {
            Some(id) => {
                row.extend_from_slice(self.row(id));
                true
            }
            None => false,
        }
    }

    /// The rows that have the same symbol in a column, where those stand together.
    pub fn groups(&self, column: usize) -> impl Iterator<Item = &[Symbol]> {
        let mut start = 0;
        std::iter::from_fn(move || {
            let rest = self.cells.get(start..).filter(|rest| !rest.is_empty())?;
            let is_same = |row: &&[Symbol]| row.get(column) == rest.get(column);
            let length = rest.chunks_exact(self.arity).take_while(is_same).count() * self.arity;
            start += length;
            rest.get(..length)
        })
    }

    /// Sorts them, those with the same symbol in a column beside one another, and leaves each once.
    pub fn sort_by_column(&mut self, column: usize) {
        if column == 0 {
            self.sort(Ord::cmp);
        } else {
            self.sort(|one, other| one.get(column).cmp(&other.get(column)).then_with(|| one.cmp(other)));
        }
    }

    /// Sorts them by a comparison of rows, and leaves each once.
    pub fn sort(&mut self, compare: impl Fn(&[Symbol], &[Symbol]) -> Ordering + Copy + Send) {
        match self.arity {
            1 => self.sort_wide::<1>(compare),
            2 => self.sort_wide::<2>(compare),
            3 => self.sort_wide::<3>(compare),
            4 => self.sort_wide::<4>(compare),
            _ => {
                let mut rows: Vec<Box<[Symbol]>> = self.each().map(Box::from).collect();
                rows.sort_unstable_by(|one, other| compare(one, other));
                rows.dedup();
                self.len = rows.len();
                self.cells = rows.concat();
            }
        }
    }

    fn sort_wide<const N: usize>(
        &mut self,
        compare: impl Fn(&[Symbol], &[Symbol]) -> Ordering + Copy + Send,
    ) {
        let compare = move |one: &[Symbol; N], other: &[Symbol; N]| compare(one, other);
        let (rows, _) = self.cells.as_chunks_mut::<N>();
        if !rows.is_sorted_by(|one, other| compare(one, other).is_le()) {
            sort_by_threads(rows, compare);
        }
        let mut kept = 0;
        for place in 0..rows.len() {
            if kept == 0 || rows[kept - 1] != rows[place] {
                rows[kept] = rows[place];
                kept += 1;
            }
        }
        self.cells.truncate(kept * N);
        self.len = kept;
    }

    /// Takes in a row that may be there already; only while rows are not told apart.
    pub fn push(&mut self, row: &[Symbol]) {
        self.cells.extend_from_slice(row);
        self.len += 1;
        self.is_distinct = false;
        self.grouped_by = None;
    }

    /// Takes in rows that may be there already; only while rows are not told apart.
    pub fn append(&mut self, rows: usize, cells: Vec<Symbol>) {
        if self.len == 0 {
            self.cells = cells;
        } else {
            self.cells.extend(cells);
        }
        self.len += rows;
        self.is_distinct = false;
        self.grouped_by = None;
    }

    /// The same for a few rows, in order.
    pub fn append_sorted(&mut self, others: &Self) {
        let start = self.cells.len();
        self.append_from(others);
        let added = self.cells.get_mut(start..).unwrap_or_default();
        match self.arity {
            2 => added.as_chunks_mut::<2>().0.sort_unstable(),
            3 => added.as_chunks_mut::<3>().0.sort_unstable(),
            // Sorted with all others, when it is asked for.
            _ => {}
        }
    }

    /// Takes in rows of others that may be there already; only while rows are not told apart.
    pub fn append_from(&mut self, others: &Self) {
        self.cells.extend_from_slice(&others.cells);
        self.len += others.len;
        self.is_distinct = false;
        self.grouped_by = None;
    }

    /// Takes in a row; false when it is there.
    pub fn insert(&mut self, row: &[Symbol]) -> bool {
        self.tell_apart();
        let hash = hash(&self.hasher, row.iter());
        let Self { arity, cells, len, set, grouped_by, .. } = self;
        let Some(set) = set else { return false };
        set.reserve();
        let Found::Nothing(at) = set.find(hash, |other| at_place(cells, *arity, other) == row) else {
            return false;
        };
        let Some(id) = RowId::at(*len) else { return false };
        set.put(at, hash, id.number());
        cells.extend_from_slice(row);
        *len += 1;
        *grouped_by = None;
        for index in &mut self.indexes {
            index.insert(id, &self.cells, self.arity, &self.hasher);
        }
        true
    }

    /// Has each row there once, and readies them for rows that come.
    pub fn tell_apart(&mut self) {
        if self.set.is_some() {
            return;
        }
        let mut set = Slots::with_room_for(self.len);
        let mut kept = 0;
        for place in 0..self.len {
            let start = place * self.arity;
            let Some(row) = self.cells.get(start..start + self.arity) else { break };
            let hash = hash(&self.hasher, row.iter());
            let is_it = |other: u32| at_place(&self.cells, self.arity, other) == row;
            if let Found::Nothing(at) = set.find(hash, is_it)
                && let Some(id) = RowId::at(kept)
            {
                set.put(at, hash, id.number());
                if kept < place {
                    self.cells.copy_within(start..start + self.arity, kept * self.arity);
                }
                kept += 1;
            }
        }
        self.cells.truncate(kept * self.arity);
        self.len = kept;
        self.set = Some(set);
    }

    /// Has each row there once, and those with the same symbols in these columns beside one another, as long as nothing refers to rows
    /// by their places.
    fn leave_each_once(&mut self, columns: &[usize]) {
        if self.set.is_some() || self.is_distinct {
            return;
        }
        let column = columns.first().copied().unwrap_or_default();
        self.sort_by_column(column);
        self.is_distinct = true;
        self.grouped_by = Some(column);
    }

    fn index(&self, index: IndexId) -> Option<&Index> {
        self.indexes.get(index.0)
    }
}

impl Rows for Growing {
    fn len(&self) -> usize {
        self.len
    }

    fn make_findable(&mut self) {
        if self.arity == 1 {
            self.index_by(&[0]);
        } else {
            self.tell_apart();
        }
    }

    fn index_by(&mut self, columns: &[usize]) -> IndexId {
        if let Some(place) = self.indexes.iter().position(|index| *index.columns() == *columns) {
            return IndexId(place);
        }
        self.leave_each_once(columns);
        let grouped = columns.first().copied() == self.grouped_by;
        self.indexes.push(Index::of(columns, grouped, self.len, &self.cells, self.arity, &self.hasher));
        IndexId(self.indexes.len() - 1)
    }

    fn places(&self) -> usize {
        self.len
    }

    fn at(&self, place: usize, _: View) -> Option<RowId> {
        RowId::at(place)
    }

    fn shows(&self, _: RowId, _: View) -> bool {
        true
    }

    #[inline]
    fn row(&self, row: RowId) -> &[Symbol] {
        at_place(&self.cells, self.arity, row.number())
    }

    fn has(&self, row: &[Symbol], _: View) -> bool {
        // Of one column the index does as well, and finds it sooner.
        if let (1, Some(index)) = (self.arity, self.indexes.first()) {
            return index.first(row, &self.cells, self.arity, &self.hasher).is_some();
        }
        let hash = hash(&self.hasher, row.iter());
        let is_it = |other| at_place(&self.cells, self.arity, other) == row;
        self.set.as_ref().is_some_and(|set| matches!(set.find(hash, is_it), Found::Row(_)))
    }

    #[inline]
    fn first_by(&self, index: IndexId, key: &[Symbol]) -> Option<RowId> {
        self.index(index)?.first(key, &self.cells, self.arity, &self.hasher)
    }

    #[inline]
    fn next_by(&self, index: IndexId, row: RowId) -> Option<RowId> {
        self.index(index)?.next(row, &self.cells, self.arity)
    }
}

#[inline]
pub(super) fn at_place(cells: &[Symbol], arity: usize, row: u32) -> &[Symbol] {
    let start = usize::try_from(row).unwrap_or(usize::MAX).saturating_mul(arity);
    cells.get(start..start.saturating_add(arity)).unwrap_or_default()
}

#[inline]
pub(super) fn hash<'a>(hasher: &RandomState, symbols: impl Iterator<Item = &'a Symbol>) -> u32 {
    let mut state = hasher.build_hasher();
    symbols.for_each(|symbol| symbol.write_to(&mut state));
    u32::try_from(state.finish() >> 32).unwrap_or_default()
}

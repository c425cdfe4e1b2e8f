//! An index of a relation: the rows that have given symbols in some of the columns.
//!
//! The rows with one key form a chain, linked in both directions, so that taking a row out costs no search.

use std::hash::{BuildHasher as _, Hash as _, Hasher as _};

use foldhash::fast::RandomState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use crate::relation::Cells;
use crate::rows::RowId;
use crate::symbol::Symbol;

/// Which columns an index is by, in ascending order.
pub(crate) type Columns = Box<[usize]>;

#[derive(Debug)]
pub(crate) struct Index {
    columns: Columns,
    /// The first row of each chain.
    first: HashTable<RowId>,
    /// By row: its neighbours in the chain.
    links: Vec<Links>,
    hasher: RandomState,
}

#[derive(Clone, Copy, Debug, Default)]
struct Links {
    previous: Option<RowId>,
    next: Option<RowId>,
}

impl Index {
    pub fn by(columns: Columns) -> Self {
        Self { columns, first: HashTable::new(), links: Vec::new(), hasher: RandomState::default() }
    }

    pub fn columns(&self) -> &[usize] {
        &self.columns
    }

    /// The first row with these symbols in the columns of the index.
    pub fn first(&self, key: &[Symbol], cells: &Cells) -> Option<RowId> {
        let is_it = |row: &RowId| key.iter().eq(self.key_of(cells, *row));
        self.first.find(self.hash(key.iter()), is_it).copied()
    }

    /// The row behind this one in its chain.
    pub fn next(&self, row: RowId) -> Option<RowId> {
        self.links.get(row.place())?.next
    }

    /// Takes in a row that is not in it.
    pub fn insert(&mut self, row: RowId, cells: &Cells) {
        if self.links.len() <= row.place() {
            self.links.resize(row.place() + 1, Links::default());
        }
        let hash = self.hash(self.key_of(cells, row));
        let Self { columns, first, links, hasher } = self;
        let key = |row: RowId| columns.iter().filter_map(move |column| cells.get(row, *column));
        let entry =
            first.entry(hash, |other| key(*other).eq(key(row)), |other| hash_with(hasher, key(*other)));
        let next = match entry {
            Entry::Vacant(place) => {
                place.insert(row);
                None
            }
            Entry::Occupied(mut place) => Some(std::mem::replace(place.get_mut(), row)),
        };
        if let Some(links) = next.and_then(|next| links.get_mut(next.place())) {
            links.previous = Some(row);
        }
        if let Some(links) = links.get_mut(row.place()) {
            *links = Links { previous: None, next };
        }
    }

    /// Takes out a row that is in it.
    pub fn remove(&mut self, row: RowId, cells: &Cells) {
        let hash = self.hash(self.key_of(cells, row));
        let Some(Links { previous, next }) = self.links.get_mut(row.place()).map(std::mem::take) else {
            return;
        };
        if let Some(links) = next.and_then(|next| self.links.get_mut(next.place())) {
            links.previous = previous;
        }
        if let Some(previous) = previous {
            if let Some(links) = self.links.get_mut(previous.place()) {
                links.next = next;
            }
            return;
        }
        let Ok(mut place) = self.first.find_entry(hash, |other| *other == row) else { return };
        match next {
            Some(next) => *place.get_mut() = next,
            None => drop(place.remove()),
        }
    }

    fn key_of<'a>(&'a self, cells: &'a Cells, row: RowId) -> impl Iterator<Item = &'a Symbol> {
        self.columns.iter().filter_map(move |column| cells.get(row, *column))
    }

    fn hash<'a>(&self, key: impl Iterator<Item = &'a Symbol>) -> u64 {
        hash_with(&self.hasher, key)
    }
}

fn hash_with<'a>(hasher: &RandomState, key: impl Iterator<Item = &'a Symbol>) -> u64 {
    let mut state = hasher.build_hasher();
    key.for_each(|symbol| symbol.hash(&mut state));
    state.finish()
}

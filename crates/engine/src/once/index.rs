//! An index of rows that come and never go: the rows with the same symbols in some columns form a chain.

use foldhash::fast::RandomState;

use super::rows::{at_place, hash};
use super::slots::{Found, Slots};
use crate::rows::RowId;
use crate::symbol::Symbol;

/// The first row of each chain, and behind each row the next.
#[derive(Debug)]
pub(super) struct Index {
    columns: Box<[usize]>,
    first: First,
    next: Next,
}

/// How the row behind another is found.
#[derive(Debug)]
enum Next {
    /// It stands behind it, if it has the same symbol in the one column.
    Beside,
    Linked(Vec<Option<RowId>>),
}

/// How the first row of a chain is found.
#[derive(Debug)]
enum First {
    /// By the symbol of the one column, where those lie close together.
    Direct {
        lowest: Symbol,
        rows: Vec<Option<RowId>>,
    },
    Hashed(Slots),
}

impl Index {
    /// An index of these rows. `grouped` says that those with the same symbol in the first of the columns stand together.
    pub fn of(
        columns: &[usize],
        grouped: bool,
        rows: usize,
        cells: &[Symbol],
        arity: usize,
        hasher: &RandomState,
    ) -> Self {
        let direct = match columns {
            [column] => direct(cells, arity, *column),
            _ => None,
        };
        let first = direct.unwrap_or_else(|| First::Hashed(Slots::with_room_for(rows)));
        let next = if grouped && columns.len() == 1 { Next::Beside } else { Next::Linked(Vec::new()) };
        let mut index = Self { columns: columns.into(), first, next };
        match &mut index.next {
            Next::Beside => index.insert_groups(rows, cells, arity, hasher),
            Next::Linked(next) => {
                next.reserve(rows);
                for row in (0..rows).filter_map(RowId::at) {
                    index.insert(row, cells, arity, hasher);
                }
            }
        }
        index
    }

    pub fn columns(&self) -> &[usize] {
        &self.columns
    }

    #[inline]
    pub fn first(
        &self,
        key: &[Symbol],
        cells: &[Symbol],
        arity: usize,
        hasher: &RandomState,
    ) -> Option<RowId> {
        match (&self.first, key) {
            (First::Direct { lowest, rows }, [symbol]) => {
                rows.get(symbol.beyond(*lowest)?).copied().flatten()
            }
            (First::Hashed(slots), _) => {
                let is_it = |other| key.iter().eq(self.key(at_place(cells, arity, other)));
                match slots.find(hash(hasher, key.iter()), is_it) {
                    Found::Row(row) => RowId::numbered(row),
                    Found::Nothing(_) => None,
                }
            }
            (First::Direct { .. }, _) => None,
        }
    }

    #[inline]
    pub fn next(&self, row: RowId, cells: &[Symbol], arity: usize) -> Option<RowId> {
        match &self.next {
            Next::Linked(next) => next.get(row.place()).copied().flatten(),
            Next::Beside => {
                let next = RowId::at(row.place() + 1)?;
                let is_same = self.is_same_group(row, next, cells, arity);
                is_same.then_some(next)
            }
        }
    }

    #[inline]
    fn is_same_group(&self, row: RowId, other: RowId, cells: &[Symbol], arity: usize) -> bool {
        let symbol = |row: RowId| {
            self.columns.first().and_then(|column| at_place(cells, arity, row.number()).get(*column))
        };
        symbol(row).is_some() && symbol(row) == symbol(other)
    }

    /// Takes in the first row of each group of rows that stand together.
    fn insert_groups(&mut self, rows: usize, cells: &[Symbol], arity: usize, hasher: &RandomState) {
        let mut before = None;
        for row in (0..rows).filter_map(RowId::at) {
            if !before.is_some_and(|before| self.is_same_group(before, row, cells, arity)) {
                self.insert_first(row, cells, arity, hasher);
            }
            before = Some(row);
        }
    }

    fn insert_first(&mut self, row: RowId, cells: &[Symbol], arity: usize, hasher: &RandomState) {
        let symbols = at_place(cells, arity, row.number());
        let hash = hash(hasher, self.key(symbols));
        match (&mut self.first, &*self.columns) {
            (First::Direct { lowest, rows }, [column]) => {
                let place = symbols.get(*column).and_then(|symbol| symbol.beyond(*lowest));
                if let Some(first) = place.and_then(|place| rows.get_mut(place)) {
                    *first = Some(row);
                }
            }
            (First::Hashed(slots), _) => {
                slots.reserve();
                if let Found::Nothing(at) = slots.find(hash, |_| false) {
                    slots.put(at, hash, row.number());
                }
            }
            (First::Direct { .. }, _) => {}
        }
    }

    /// Takes in the row that comes next.
    pub fn insert(&mut self, row: RowId, cells: &[Symbol], arity: usize, hasher: &RandomState) {
        if matches!(self.next, Next::Beside) {
            // What comes later stands anywhere.
            self.first = First::Hashed(Slots::default());
            self.next = Next::Linked(Vec::new());
            (0..row.place()).filter_map(RowId::at).for_each(|row| self.insert(row, cells, arity, hasher));
        }
        let Next::Linked(links) = &mut self.next else { return };
        let symbols = at_place(cells, arity, row.number());
        if let (First::Direct { lowest, rows }, [column]) = (&mut self.first, &*self.columns) {
            let place = symbols.get(*column).and_then(|symbol| symbol.beyond(*lowest));
            if let Some(first) = place.and_then(|place| rows.get_mut(place)) {
                // Behind the first: so that stays what it is.
                let next = if let Some(first) = first {
                    links.get_mut(first.place()).and_then(|next| next.replace(row))
                } else {
                    *first = Some(row);
                    None
                };
                links.push(next);
                return;
            }
            // It lies too far away from the others.
            self.first = First::Hashed(Slots::default());
            links.clear();
            (0..row.place()).filter_map(RowId::at).for_each(|row| self.insert(row, cells, arity, hasher));
        }
        let Next::Linked(links) = &mut self.next else { return };
        let columns = &self.columns;
        let key = |row| columns.iter().filter_map(move |column| at_place(cells, arity, row).get(*column));
        let hash = hash(hasher, key(row.number()));
        let First::Hashed(slots) = &mut self.first else { return };
        slots.reserve();
        let next = match slots.find(hash, |other| key(other).eq(key(row.number()))) {
            Found::Row(first) => RowId::numbered(first)
                .and_then(|first| links.get_mut(first.place()))
                .and_then(|next| next.replace(row)),
            Found::Nothing(at) => {
                slots.put(at, hash, row.number());
                None
            }
        };
        links.push(next);
    }

    fn key<'a>(&'a self, row: &'a [Symbol]) -> impl Iterator<Item = &'a Symbol> {
        self.columns.iter().filter_map(|column| row.get(*column))
    }
}

/// Room for finding rows by the symbols in one column, if these lie close together.
fn direct(cells: &[Symbol], arity: usize, column: usize) -> Option<First> {
    let symbols = || cells.iter().skip(column).step_by(arity.max(1));
    let lowest = *symbols().min()?;
    let range = symbols().max()?.beyond(lowest)?;
    let is_dense =
        range <= 4 * symbols().len() + 64 && symbols().all(|symbol| symbol.beyond(lowest).is_some());
    is_dense.then(|| First::Direct { lowest, rows: vec![None; range + 1] })
}

//! The tables of data sources that rows have been pushed to, with their rows.

use std::collections::BTreeSet;
use std::ops::Bound;
use std::sync::Arc;

use rpds::{HashTrieMapSync, RedBlackTreeMapSync, RedBlackTreeSetSync};

use crate::keyed::KeyedRows;
use crate::persistent::Update;
use crate::{DataSourceId, DataSourceTable, Row, RowsChange, Value};

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FilledTables {
    by_data_source: HashTrieMapSync<DataSourceId, RedBlackTreeMapSync<Arc<str>, FilledTable>>,
}

#[derive(Clone, Debug, PartialEq)]
struct FilledTable {
    table: Arc<DataSourceTable>,
    rows: RedBlackTreeSetSync<Row>,
}

impl FilledTable {
    /// How many rows are looked at one behind the other in the time that one search takes in a million of them, measured.
    const ROWS_PER_SEARCH: usize = 50;

    /// Rows among which all those are that have the key in common with one of these; each once.
    fn candidates<'a>(&'a self, keyed: &KeyedRows<'a>) -> Box<dyn Iterator<Item = &'a Row> + 'a> {
        // Rows are sorted by their first value: where it is known, those with another one need not be looked at, unless so
        // many are searched for that going over the table is less.
        let is_less = |searches: usize| searches.saturating_mul(Self::ROWS_PER_SEARCH) < self.rows.size();
        match keyed.first_values().filter(|values| is_less(values.len())) {
            Some(values) => Box::new(values.into_iter().flat_map(|first| self.beginning_with(first))),
            None => Box::new(self.rows.iter()),
        }
    }

    fn beginning_with<'a>(&'a self, first: Option<&'a Value>) -> impl Iterator<Item = &'a Row> {
        let from = Row::from(Vec::from_iter(first.cloned()));
        let rows = self.rows.range((Bound::Included(from), Bound::Unbounded));
        rows.take_while(move |row| row.0.first() == first)
    }
}

impl FilledTables {
    pub(crate) fn new() -> Self {
        Self { by_data_source: HashTrieMapSync::new_sync() }
    }

    /// Takes up a table with all its rows.
    pub(crate) fn load(&mut self, table: Arc<DataSourceTable>, rows: impl IntoIterator<Item = Row>) {
        let mut set = RedBlackTreeSetSync::new_sync();
        for row in rows {
            set.insert_mut(row);
        }
        self.put(FilledTable { table, rows: set });
    }

    pub(crate) fn change(&mut self, change: &RowsChange) {
        let before =
            change.table.before().and_then(|table| self.filled(&table.data_source, &table.name)).cloned();
        match (before, change.table.after()) {
            (before, Some(after)) => {
                let mut rows = before.map_or_else(RedBlackTreeSetSync::new_sync, |filled| filled.rows);
                for row in change.removed.iter() {
                    rows.remove_mut(row);
                }
                for row in change.added.iter() {
                    rows.insert_mut(row.clone());
                }
                self.put(FilledTable { table: after.clone(), rows });
            }
            (Some(before), None) => self.remove(&before.table),
            (None, None) => {}
        }
    }

    fn put(&mut self, filled: FilledTable) {
        let data_source = filled.table.data_source.clone();
        self.by_data_source.update(&data_source, RedBlackTreeMapSync::new_sync, |tables| {
            tables.insert_mut(filled.table.name.as_str().into(), filled);
            true
        });
    }

    fn remove(&mut self, table: &DataSourceTable) {
        self.by_data_source.update(&table.data_source, RedBlackTreeMapSync::new_sync, |tables| {
            tables.remove_mut(table.name.as_str());
            !tables.is_empty()
        });
    }

    fn filled(&self, data_source: &DataSourceId, table: &str) -> Option<&FilledTable> {
        self.by_data_source.get(data_source)?.get(table)
    }

    pub(crate) fn get(&self, data_source: &DataSourceId, table: &str) -> Option<&Arc<DataSourceTable>> {
        self.filled(data_source, table).map(|filled| &filled.table)
    }

    pub(crate) fn rows(&self, data_source: &DataSourceId, table: &str) -> Option<impl Iterator<Item = &Row>> {
        self.filled(data_source, table).map(|filled| filled.rows.iter())
    }

    pub(crate) fn has(&self, data_source: &DataSourceId, table: &str, row: &Row) -> bool {
        self.filled(data_source, table).is_some_and(|filled| filled.rows.contains(row))
    }

    /// The rows of a table that have the key in common with one of these. Looks at no row of the table twice, however many
    /// these are.
    pub(crate) fn alike<'a>(
        &'a self,
        data_source: &DataSourceId,
        table: &str,
        keyed: &'a KeyedRows<'a>,
    ) -> impl Iterator<Item = &'a Row> {
        let filled = self.filled(data_source, table).into_iter();
        filled.flat_map(|filled| filled.candidates(keyed)).filter(|row| keyed.get(row).is_some())
    }

    /// How many rows a table has.
    pub(crate) fn len(&self, data_source: &DataSourceId, table: &str) -> usize {
        self.filled(data_source, table).map_or(0, |filled| filled.rows.size())
    }

    /// How the rows of a table differ from what they should be.
    pub(crate) fn difference(
        &self,
        data_source: &DataSourceId,
        table: &str,
        wanted: &BTreeSet<Row>,
    ) -> (BTreeSet<Row>, BTreeSet<Row>) {
        let Some(filled) = self.filled(data_source, table) else { return (wanted.clone(), BTreeSet::new()) };
        let added = wanted.iter().filter(|row| !filled.rows.contains(row)).cloned().collect();
        let removed = filled.rows.iter().filter(|row| !wanted.contains(row)).cloned().collect();
        (added, removed)
    }

    /// The filled tables of a data source, in the order in which they were first filled.
    pub(crate) fn of(&self, data_source: &DataSourceId) -> impl Iterator<Item = &Arc<DataSourceTable>> {
        let tables = self.by_data_source.get(data_source).into_iter();
        let mut tables: Vec<_> =
            tables.flat_map(|tables| tables.values()).map(|filled| &filled.table).collect();
        tables.sort_by_key(|table| table.created);
        tables.into_iter()
    }

    /// Every filled table.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Arc<DataSourceTable>> {
        self.by_data_source.values().flat_map(|tables| tables.values()).map(|filled| &filled.table)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Position, Revision, Timestamp};

    fn row(values: [u32; 2]) -> Row {
        Row::from(values.map(|value| Value::from(i64::from(value))).to_vec())
    }

    #[test]
    fn no_row_is_looked_at_twice_however_many_are_looked_for() {
        let created = Position { revision: Revision(1), index: 0 };
        let table = DataSourceTable {
            data_source: "d".into(),
            name: "t".to_owned(),
            updates: 1,
            updated_at: Timestamp(0),
            created,
        };
        let filled = FilledTable {
            table: table.into(),
            rows: (0..600).map(|number| row([number / 200, number])).collect(),
        };
        let looked_at = |columns: &[usize], rows: &[Row]| {
            let keyed = KeyedRows::new(columns, rows);
            let candidates: Vec<_> = filled.candidates(&keyed).collect();
            let alike = candidates.iter().filter(|row| keyed.get(row).is_some()).count();
            (candidates.len(), alike)
        };
        let posted: Vec<Row> = (0..1000).map(|number| row([1, number % 500])).collect();
        assert_eq!(looked_at(&[1], &posted), (600, 500), "the table, once");
        assert_eq!(looked_at(&[0], &posted), (200, 200), "what begins with 1, once");
        assert_eq!(looked_at(&[1, 0], &posted), (200, 200), "what begins with 1, once");
        assert_eq!(
            looked_at(&[0, 1], &[row([2, 599]), row([7, 1]), row([0, 0])]),
            (400, 2),
            "two beginnings"
        );
        assert_eq!(looked_at(&[0], &[Row::from(Vec::new())]), (0, 0), "nothing begins with nothing");
        let beginnings: Vec<Row> = (0..12).map(|number| row([number, 0])).collect();
        assert_eq!(
            looked_at(&[0], &beginnings[1..]),
            (400, 400),
            "searched for: eleven searches are less than the table"
        );
        assert_eq!(looked_at(&[0], &beginnings[..]), (600, 600), "twelve are not");
        assert_eq!(looked_at(&[0, 1], &beginnings[..]), (600, 1), "twelve are not");
    }
}

//! The tables of data sources that rows have been pushed to, with their rows.

use std::collections::BTreeSet;
use std::ops::Bound;
use std::sync::Arc;

use rpds::{HashTrieMapSync, RedBlackTreeMapSync, RedBlackTreeSetSync};

use crate::persistent::Update;
use crate::{DataSourceId, DataSourceTable, Row, RowsChange};

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FilledTables {
    by_data_source: HashTrieMapSync<DataSourceId, RedBlackTreeMapSync<Arc<str>, FilledTable>>,
}

#[derive(Clone, Debug, PartialEq)]
struct FilledTable {
    table: Arc<DataSourceTable>,
    rows: RedBlackTreeSetSync<Row>,
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

    /// The rows of a table that have the values of a row in these columns.
    pub(crate) fn alike<'a>(
        &'a self,
        data_source: &DataSourceId,
        table: &str,
        row: &'a Row,
        columns: &'a [usize],
    ) -> impl Iterator<Item = &'a Row> {
        // Rows are sorted by their first value: where it is known, the others need not be looked at.
        let first = row.0.first().filter(|_| columns.contains(&0));
        let from = first.map_or(Bound::Unbounded, |first| Bound::Included(Row::from(vec![first.clone()])));
        let rows = self.filled(data_source, table).into_iter();
        rows.flat_map(move |filled| filled.rows.range((from.clone(), Bound::Unbounded)))
            .take_while(move |other| first.is_none() || other.0.first() == first)
            .filter(move |other| columns.iter().all(|column| row.0.get(*column) == other.0.get(*column)))
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

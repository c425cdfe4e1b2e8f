//! The rows of data sources, as facts.

use statehouse_datalog::TableName;
use statehouse_model::{DataSource, DataSourceId, Reference, Row, State};

use crate::evaluator::touched::Touched;

/// A row that comes or goes.
#[derive(Debug)]
pub(super) struct Fact {
    pub table: TableName,
    pub row: Row,
    pub comes: bool,
}

/// The rows that come and go between two states.
pub(super) fn of(touched: &Touched<'_>, before: &State, after: &State) -> Vec<Fact> {
    let mut facts = Vec::new();
    for change in &touched.rows {
        let Some(table) = change.table.after().or(change.table.before()) else { continue };
        // A data source that came, changed or went does so with all of its rows.
        if touched.sources.contains(&table.data_source) {
            continue;
        }
        let Some(source) = taking_part(after, &table.data_source) else { continue };
        let table = TableName::new(&source.name, &table.name);
        let fact = |row: &Row, comes| Fact { table: table.clone(), row: row.clone(), comes };
        facts.extend(change.removed.iter().map(|row| fact(row, false)));
        facts.extend(change.added.iter().map(|row| fact(row, true)));
    }
    for id in &touched.sources {
        all(before, id, false, &mut facts);
        all(after, id, true, &mut facts);
    }
    facts
}

fn all(state: &State, id: &DataSourceId, comes: bool, facts: &mut Vec<Fact>) {
    for (table, rows) in of_source(state, id) {
        facts.extend(rows.map(|row| Fact { table: table.clone(), row: row.clone(), comes }));
    }
}

/// The tables of a data source that takes part, each with its rows.
pub(crate) fn of_source<'a>(
    state: &'a State,
    id: &'a DataSourceId,
) -> impl Iterator<Item = (TableName, impl Iterator<Item = &'a Row>)> {
    let sources = taking_part(state, id).into_iter();
    sources.flat_map(move |source| {
        let tables = state.data_source_tables(id);
        tables.filter_map(move |table| {
            Some((TableName::new(&source.name, &table.name), state.rows(id, &table.name)?))
        })
    })
}

fn taking_part<'a>(state: &'a State, id: &DataSourceId) -> Option<&'a DataSource> {
    let source = state.data_source(&Reference::from(id.as_str()))?;
    source.enabled.then_some(source)
}

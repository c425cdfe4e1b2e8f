//! Replacing the rows of a data source's table, changing single ones, and what a document does to several tables.

use std::collections::BTreeSet;
use std::sync::Arc;

use statehouse_datalog::is_policy_name;

use super::draft::Draft;
use super::{data_source, field};
use crate::keyed::KeyedRows;
use crate::{
    Change, DataSource, DataSourceTable, Edit, Posted, Reference, Rejection, Row, RowsChange, State,
    Timestamp, Value,
};

/// The table must be one that takes rows, and the rows must fit it. That they were replaced is told even when they are
/// the same as before.
pub(super) fn replace(
    state: &State,
    reference: &Reference,
    table: &str,
    rows: &[Row],
    at: Timestamp,
) -> Result<Vec<Change>, Rejection> {
    let data_source = data_source::find(state, reference)?;
    refuse_table(state, data_source, reference, table)?;
    put(state, data_source, table, rows, at)
}

/// Rows that are to be there, and rows that are not.
pub(super) struct Wanted<'a> {
    pub add: &'a [Row],
    pub delete: &'a [Row],
}

/// As [`replace`], but only these rows are looked at, however many the table has. Nothing is told when they are as wanted.
pub(super) fn change(
    state: &State,
    reference: &Reference,
    table: &str,
    wanted: &Wanted<'_>,
    at: Timestamp,
) -> Result<Vec<Change>, Rejection> {
    let data_source = data_source::find(state, reference)?;
    refuse_table(state, data_source, reference, table)?;
    refuse_rows(state, data_source, table, "add", wanted.add)?;
    refuse_rows(state, data_source, table, "delete", wanted.delete)?;
    let filled = |row: &&Row| state.filled.has(&data_source.id, table, row);
    let add: BTreeSet<&Row> = wanted.add.iter().collect();
    if let Some(index) = wanted.delete.iter().position(|row| add.contains(row)) {
        return Err(Rejection::invalid(format!("delete[{index}]"), "this row is among those to be added"));
    }
    let added: BTreeSet<Row> = add.into_iter().filter(|row| !filled(row)).cloned().collect();
    let removed: BTreeSet<Row> = wanted.delete.iter().filter(filled).cloned().collect();
    let rows = (state.filled.len(&data_source.id, table) + added.len()).saturating_sub(removed.len());
    field::at_most_many(DataSourceTable::ROWS_LIMIT, "add", rows)?;
    if added.is_empty() && removed.is_empty() {
        return Ok(Vec::new());
    }
    let mut draft = Draft::on(state);
    tell(&mut draft, data_source, table, (added, removed), at);
    Ok(draft.finish())
}

/// Rows that a document brings, or takes away; each with those that it has the key in common with, in the table and before it in the
/// document. Of tables that are as the document wants them, nothing is told.
pub(super) fn post(
    state: &State,
    reference: &Reference,
    posted: &[Posted],
    at: Timestamp,
) -> Result<Vec<Change>, Rejection> {
    let data_source = data_source::find(state, reference)?;
    let mut draft = Draft::on(state);
    for Posted { table, key, rows, stay } in posted {
        refuse_table(state, data_source, reference, table)?;
        refuse_rows(state, data_source, table, table, rows)?;
        let keyed = KeyedRows::new(key, rows);
        let wanted = |row: &&Row| *stay && keyed.get(row) == Some(*row);
        let alike = draft.state.filled.alike(&data_source.id, table, &keyed);
        let removed: BTreeSet<Row> = alike.filter(|row| !wanted(row)).cloned().collect();
        let is_new = |row: &&Row| *stay && !draft.state.filled.has(&data_source.id, table, row);
        let added: BTreeSet<Row> = keyed.iter().filter(is_new).cloned().collect();
        let left =
            (draft.state.filled.len(&data_source.id, table) + added.len()).saturating_sub(removed.len());
        field::at_most_many(DataSourceTable::ROWS_LIMIT, table, left)?;
        if !added.is_empty() || !removed.is_empty() {
            tell(&mut draft, data_source, table, (added, removed), at);
        }
    }
    Ok(draft.finish())
}

/// Takes over a table that is not here yet, whatever the driver says about it.
pub(super) fn import(
    state: &State,
    reference: &Reference,
    table: &str,
    rows: &[Row],
    at: Timestamp,
) -> Result<Vec<Change>, Rejection> {
    let data_source = data_source::find(state, reference)?;
    field::at_most(DataSourceTable::NAME_LIMIT, "table", table)?;
    let Some(known) = state.rows(&data_source.id, table) else {
        return put(state, data_source, table, rows, at);
    };
    if known.eq(&rows.iter().cloned().collect::<BTreeSet<_>>()) {
        Ok(Vec::new())
    } else {
        Err(Rejection::AlreadyHere { what: "table", name: format!("{}:{table}", data_source.name) })
    }
}

/// Makes these the rows of the table, if they fit it.
fn put(
    state: &State,
    data_source: &DataSource,
    table: &str,
    rows: &[Row],
    at: Timestamp,
) -> Result<Vec<Change>, Rejection> {
    refuse_rows(state, data_source, table, "rows", rows)?;
    let wanted = rows.iter().cloned().collect::<BTreeSet<_>>();
    let difference = state.filled.difference(&data_source.id, table, &wanted);
    let mut draft = Draft::on(state);
    tell(&mut draft, data_source, table, difference, at);
    Ok(draft.finish())
}

/// Adds and removes these rows.
fn tell(
    draft: &mut Draft,
    data_source: &DataSource,
    table: &str,
    (added, removed): (BTreeSet<Row>, BTreeSet<Row>),
    at: Timestamp,
) {
    let before = draft.state.data_source_table(&data_source.id, table).cloned();
    let after = Arc::new(DataSourceTable {
        data_source: data_source.id.clone(),
        name: table.to_owned(),
        updates: before.as_ref().map_or(0, |table| table.updates).saturating_add(1),
        updated_at: at,
        created: before.as_ref().map_or_else(|| draft.position(), |table| table.created),
    });
    draft.push(Change::Rows(RowsChange {
        table: match before {
            Some(before) => Edit::Replaced { before, after },
            None => Edit::Created(after),
        },
        added: Arc::new(added),
        removed: Arc::new(removed),
    }));
}

/// A data source whose driver is not known here takes no rows: nobody can say what its tables are.
fn refuse_table(
    state: &State,
    data_source: &DataSource,
    reference: &Reference,
    table: &str,
) -> Result<(), Rejection> {
    let driver = state.drivers().get(&data_source.driver);
    if driver.is_none_or(|driver| !driver.takes_rows_for(table)) {
        return Err(Rejection::NoSuchTable { data_source: reference.clone(), table: table.to_owned() });
    }
    if driver.is_none_or(|driver| driver.table(table).is_none()) {
        field::at_most(DataSourceTable::NAME_LIMIT, "table", table)?;
        if !is_policy_name(table) {
            return Err(Rejection::invalid("table", format!("no rule could name a table '{table}'")));
        }
    }
    Ok(())
}

fn refuse_rows(
    state: &State,
    data_source: &DataSource,
    table: &str,
    field: &str,
    rows: &[Row],
) -> Result<(), Rejection> {
    field::at_most_many(DataSourceTable::ROWS_LIMIT, field, rows.len())?;
    let columns =
        state.declared_columns(&data_source.name, table).map(<[_]>::len).filter(|columns| *columns > 0);
    for (index, row) in rows.iter().enumerate() {
        let place = || format!("{field}[{index}]");
        let values = row.0.len();
        if let Some(columns) = columns.filter(|columns| *columns != values) {
            let reason = format!("the table has {columns} columns, the row {values} values");
            return Err(Rejection::invalid(place(), reason));
        }
        if values > Row::VALUES_LIMIT {
            let reason = format!("at most {} values, these are {values}", Row::VALUES_LIMIT);
            return Err(Rejection::invalid(place(), reason));
        }
        for (column, value) in row.0.iter().enumerate() {
            refuse_value(value)
                .map_err(|reason| Rejection::invalid(format!("{field}[{index}][{column}]"), reason))?;
        }
    }
    Ok(())
}

fn refuse_value(value: &Value) -> Result<(), String> {
    match value {
        Value::String(text) if text.len() > Row::VALUE_LIMIT => {
            Err(format!("at most {} bytes, these are {}", Row::VALUE_LIMIT, text.len()))
        }
        Value::Float(number) if !number.get().is_finite() => Err("not a finite number".to_owned()),
        _ => Ok(()),
    }
}

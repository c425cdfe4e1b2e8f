//! Replacing the rows of a data source's table.

use std::collections::BTreeSet;
use std::sync::Arc;

use statehouse_datalog::is_policy_name;

use super::draft::Draft;
use super::{data_source, field};
use crate::{
    Change, DataSource, DataSourceTable, Edit, Reference, Rejection, Row, RowsChange, State, Timestamp, Value,
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
    refuse_rows(state, data_source, table, rows)?;
    let wanted = rows.iter().cloned().collect::<BTreeSet<_>>();
    let (added, removed) = state.filled.difference(&data_source.id, table, &wanted);
    let mut draft = Draft::on(state);
    let before = state.data_source_table(&data_source.id, table).cloned();
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
    Ok(draft.finish())
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

fn refuse_rows(state: &State, data_source: &DataSource, table: &str, rows: &[Row]) -> Result<(), Rejection> {
    field::at_most_many(DataSourceTable::ROWS_LIMIT, "rows", rows.len())?;
    let columns =
        state.declared_columns(&data_source.name, table).map(<[_]>::len).filter(|columns| *columns > 0);
    for (index, row) in rows.iter().enumerate() {
        let field = || format!("rows[{index}]");
        let values = row.0.len();
        if let Some(columns) = columns.filter(|columns| *columns != values) {
            let reason = format!("the table has {columns} columns, the row {values} values");
            return Err(Rejection::invalid(field(), reason));
        }
        if values > Row::VALUES_LIMIT {
            let reason = format!("at most {} values, these are {values}", Row::VALUES_LIMIT);
            return Err(Rejection::invalid(field(), reason));
        }
        for (column, value) in row.0.iter().enumerate() {
            refuse_value(value)
                .map_err(|reason| Rejection::invalid(format!("rows[{index}][{column}]"), reason))?;
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

//! Rows out of a JSON text that somebody pushed.

use std::collections::HashMap;

use serde_json::value::RawValue;

use crate::row::RowError;
use crate::value_json;
use crate::{Column, DataSourceTable, Driver, Row, TableDeclaration, Value};

/// The fields of a JSON object, unread.
type Object<'a> = HashMap<String, &'a RawValue>;

impl Driver {
    /// The rows that a JSON text pushed to a table amounts to. The text is a list, and each of its elements is a row:
    /// a list of values, column by column, or, where the driver declares columns, an object that the columns take their
    /// values out of ([`Column::from`]); what it lacks becomes `"None"`, what no column asks for is left out.
    ///
    /// # Errors
    ///
    /// Which row and column cannot be read, and why.
    pub fn rows_from(&self, table: &str, body: &str) -> Result<Vec<Row>, RowError> {
        let declaration = self.table(table).filter(|table| !table.columns.is_empty());
        let elements: Vec<&RawValue> = match body.trim_start().as_bytes().first() {
            Some(b'[') => {
                serde_json::from_str(body).map_err(|error| RowError::whole(format!("not JSON: {error}")))?
            }
            _ => return Err(RowError::whole("rows come as a JSON list, each row an element of it")),
        };
        if elements.len() > DataSourceTable::ROWS_LIMIT {
            let limit = DataSourceTable::ROWS_LIMIT;
            return Err(RowError::whole(format!(
                "a table has at most {limit} rows, these are {}",
                elements.len()
            )));
        }
        let rows = elements.into_iter().enumerate();
        rows.map(|(index, element)| row(element, declaration).map_err(|error| error.in_row(index))).collect()
    }
}

impl TableDeclaration {
    /// The row that a JSON value pushed to the table amounts to, as [`Driver::rows_from`] reads it.
    ///
    /// # Errors
    ///
    /// Which column cannot be read, and why.
    pub fn row_from(&self, json: &RawValue) -> Result<Row, RowError> {
        self.values_from(json).map(Row::of_found)
    }

    /// The values of that row, column by column; `None` where there is none, or `null`.
    ///
    /// # Errors
    ///
    /// Which column cannot be read, and why.
    pub(crate) fn values_from(&self, json: &RawValue) -> Result<Vec<Option<Value>>, RowError> {
        values(json, Some(self).filter(|table| !table.columns.is_empty()))
    }
}

fn row(json: &RawValue, declaration: Option<&TableDeclaration>) -> Result<Row, RowError> {
    values(json, declaration).map(Row::of_found)
}

fn values(json: &RawValue, declaration: Option<&TableDeclaration>) -> Result<Vec<Option<Value>>, RowError> {
    match (json.get().as_bytes().first(), declaration) {
        (Some(b'['), _) => listed(json, declaration),
        (Some(b'{'), Some(table)) => {
            let fields = object(json)?;
            let values = table.columns.iter().map(|column| {
                taken(&fields, column).map_err(|error| error.in_column(format_args!("'{}'", column.name)))
            });
            values.collect()
        }
        (Some(b'{'), None) => Err(RowError::whole(
            "an object, but the table has no declared columns to take values for: push a list",
        )),
        _ if declaration.is_some() => Err(RowError::whole("a row is a list of values or an object")),
        _ => Err(RowError::whole("a row is a list of values")),
    }
}

fn listed(json: &RawValue, declaration: Option<&TableDeclaration>) -> Result<Vec<Option<Value>>, RowError> {
    let elements: Vec<&RawValue> =
        serde_json::from_str(json.get()).map_err(|error| RowError::whole(error.to_string()))?;
    if elements.len() > Row::VALUES_LIMIT {
        let limit = Row::VALUES_LIMIT;
        return Err(RowError::whole(format!(
            "a row has at most {limit} values, this one {}",
            elements.len()
        )));
    }
    if let Some(table) = declaration.filter(|table| table.columns.len() != elements.len()) {
        let columns = table.columns.len();
        return Err(RowError::whole(format!(
            "the table has {columns} columns, the row {} values",
            elements.len()
        )));
    }
    let values = elements
        .into_iter()
        .enumerate()
        .map(|(index, element)| value_json::found(element).map_err(|error| error.in_column(index)));
    values.collect()
}

fn object(json: &RawValue) -> Result<Object<'_>, RowError> {
    serde_json::from_str(json.get()).map_err(|error| RowError::whole(error.to_string()))
}

/// The value that a column takes out of an object, if there is one.
fn taken(fields: &Object, column: &Column) -> Result<Option<Value>, RowError> {
    let path = column.from.as_deref().unwrap_or(&column.name);
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let mut value = fields.get(first).copied();
    for name in rest.into_iter().flat_map(|rest| rest.split('.')) {
        let Some(json) = value else { break };
        value = match json.get().as_bytes().first() {
            Some(b'{') => object(json)?.remove(name),
            Some(b'n') => None,
            _ => return Err(RowError::whole(format!("no object on the way to '{path}'"))),
        };
    }
    value.map_or(Ok(None), value_json::found)
}

//! `/v1/data-sources/{data_source}/tables/{table}/rows`: rows that are pushed to a data source.

use std::sync::Arc;

use actix_web::web::{Data, Path};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;
use statehouse_db::{Store, WriteError};
use statehouse_model::{Command, DataSource, Driver, Reference, Rejection, Row, State, Value};
use utoipa::ToSchema;

use super::data_sources::find;
use crate::answer::{Answer, Results};
use crate::body::{Body, Wire, apart};
use crate::caller::Caller;
use crate::document::Object;
use crate::error::{ApiError, Cause, ErrorBody, Subject};
use crate::reader::Reader;

/// The rows of a table, still as text: the driver says how they are read.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct PushedRows(Box<RawValue>);

impl Wire for PushedRows {
    const SUBJECT: Subject = Subject::DataSource;
    const LIMIT: usize = 16 * 1024 * 1024;
}

/// Which rows of a table come and which go, still as text.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"add": [["host3", "up"]], "delete": [["host1", "up"]]}))]
pub struct RowsChange {
    /// Rows that are there from now on, in the forms that PUT takes. One that is there already stays.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Vec<serde_json::Value>, required = false)]
    add: Option<Box<RawValue>>,
    /// Rows that are there no more. One that is not there is passed over.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Vec<serde_json::Value>, required = false)]
    delete: Option<Box<RawValue>>,
}

impl Wire for Object<RowsChange> {
    const SUBJECT: Subject = Subject::DataSource;
    const LIMIT: usize = PushedRows::LIMIT;
}

/// What is there is a value, be it `null`.
fn given<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Box<RawValue>>, D::Error> {
    Box::<RawValue>::deserialize(value).map(Some)
}

/// A row.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"data": ["2016-02-22T11:48:55Z", "compute.host.down", "compute1", 1, 2.5]}))]
pub struct RowView {
    /// Its values, column by column: strings and numbers. A number that is not finite, which arithmetic may give, is one of the
    /// strings `inf`, `-inf` and `nan`.
    #[schema(value_type = Vec<serde_json::Value>)]
    data: Row,
}

impl RowView {
    /// A row that was derived.
    pub(super) fn derived(values: &[Value]) -> Self {
        Self { data: finite(values) }
    }
}

/// A row that was derived, in a form that JSON can say.
pub fn finite(values: &[Value]) -> Row {
    let finite = |value: &Value| match value {
        Value::Float(number) if number.get().is_nan() => "nan".into(),
        Value::Float(number) if number.get() == f64::INFINITY => "inf".into(),
        Value::Float(number) if number.get() == f64::NEG_INFINITY => "-inf".into(),
        _ => value.clone(),
    };
    values.iter().map(finite).collect::<Vec<_>>().into()
}

/// Lists the rows of a table, sorted.
#[utoipa::path(
    get, path = "/v1/data-sources/{data_source}/tables/{table}/rows", tag = "data sources", operation_id = "data_source_row_list",
    params(
        ("data_source" = String, Path, description = "The data source's id or name"),
        ("table" = String, Path, description = "The table's name"),
    ),
    responses(
        (status = 200, description = "The rows", body = Results<RowView>),
        (status = 404, description = "There is no such data source or table, or nothing was ever pushed to it", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn list(
    reader: Reader,
    path: Path<(String, String)>,
) -> Result<Answer<Results<RowView>>, ApiError> {
    let (source, table) = path.into_inner();
    let state = reader.state().await.map_err(ApiError::about(Subject::DataSource))?;
    let source = find(&state, &source)?;
    let rows = match state.rows(&source.id, &table) {
        Some(rows) => rows.map(|row| RowView { data: row.clone() }).collect(),
        None if is_initially_empty(&state, source, &table) => Results { results: Vec::new() },
        None => return Err(ApiError::not_found("table with rows", &table)),
    };
    Ok(Answer::ok(rows))
}

/// Puts rows in the place of a table's rows. A row is a list of values or, where the driver declares columns, an object
/// that they are taken out of.
#[utoipa::path(
    put, path = "/v1/data-sources/{data_source}/tables/{table}/rows", tag = "data sources", operation_id = "data_source_row_replace",
    params(
        ("data_source" = String, Path, description = "The data source's id or name"),
        ("table" = String, Path, description = "The table's name"),
    ),
    request_body(
        content = Vec<serde_json::Value>, description = "The rows, at most 16 MiB of JSON",
        example = json!([["host1", "up"], ["host2", "down"]])
    ),
    responses(
        (status = 200, description = "They are stored; there is no body"),
        (status = 400, description = "Rows that cannot be read, or a table that the driver does not have", body = ErrorBody),
        (status = 404, description = "There is no such data source", body = ErrorBody),
        (status = 413, description = "The body is too long", body = ErrorBody),
        (status = 503, description = "The database does not answer, or too much waits for it", body = ErrorBody),
    )
)]
pub async fn replace(
    store: Data<Store>,
    reader: Reader,
    caller: Caller,
    path: Path<(String, String)>,
    body: Body<PushedRows>,
) -> Result<Answer<()>, ApiError> {
    let (source, table) = path.into_inner();
    let Body(PushedRows(text)) = body;
    let state = reader.state().await.map_err(ApiError::about(Subject::DataSource))?;
    let driver = driver_for(&state, &source, &table)?.clone();
    let (rows, table) =
        apart(text.get().len(), move || (driver.rows_from(&table, text.get()), table)).await?;
    let rows = rows.map_err(|bad| in_field("rows", bad.to_string()))?;
    let command = Command::ReplaceRows { data_source: Reference::from(source), table, rows };
    caller.write(&store, command).await.map_err(ApiError::about(Subject::DataSource))?;
    Ok(Answer::done())
}

/// Adds single rows to a table and deletes others, in one step. It costs what the rows cost that are named, however many the table has.
/// Where the table is like that already nothing is done, and nothing told in the log.
#[utoipa::path(
    patch, path = "/v1/data-sources/{data_source}/tables/{table}/rows", tag = "data sources", operation_id = "data_source_row_change",
    params(
        ("data_source" = String, Path, description = "The data source's id or name"),
        ("table" = String, Path, description = "The table's name"),
    ),
    request_body(content = RowsChange, description = "The rows, at most 16 MiB of JSON; `add`, `delete` or both"),
    responses(
        (status = 200, description = "It is stored; there is no body"),
        (status = 400, description = "Rows that cannot be read or that are to be both, or a table that the driver does not have", body = ErrorBody),
        (status = 404, description = "There is no such data source", body = ErrorBody),
        (status = 413, description = "The body is too long", body = ErrorBody),
        (status = 503, description = "The database does not answer, or too much waits for it", body = ErrorBody),
    )
)]
pub async fn change(
    store: Data<Store>,
    reader: Reader,
    caller: Caller,
    path: Path<(String, String)>,
    body: Body<Object<RowsChange>>,
) -> Result<Answer<()>, ApiError> {
    let (source, table) = path.into_inner();
    let Body(Object(RowsChange { add, delete })) = body;
    if add.is_none() && delete.is_none() {
        return Err(in_field("add", "a list of rows is expected here, in 'delete', or in both".to_owned()));
    }
    let state = reader.state().await.map_err(ApiError::about(Subject::DataSource))?;
    let driver = driver_for(&state, &source, &table)?.clone();
    let length = add.iter().chain(&delete).map(|text| text.get().len()).sum();
    let read = move || {
        let rows = |field, text: Option<Box<RawValue>>| {
            let rows = text.map_or_else(|| Ok(Vec::new()), |text| driver.rows_from(&table, text.get()));
            rows.map_err(|bad| (field, bad.to_string()))
        };
        Ok((rows("add", add)?, rows("delete", delete)?, table))
    };
    let read = apart(length, read).await?;
    let (add, delete, table) = read.map_err(|(field, reason)| in_field(field, reason))?;
    let command = Command::ChangeRows { data_source: Reference::from(source), table, add, delete };
    caller.write(&store, command).await.map_err(ApiError::about(Subject::DataSource))?;
    Ok(Answer::done())
}

/// The driver of a data source, where it takes rows for this table.
fn driver_for<'a>(state: &'a State, source: &str, table: &str) -> Result<&'a Arc<Driver>, ApiError> {
    let error = |cause| ApiError::new(Subject::DataSource, cause);
    let found = find(state, source)?;
    let driver = state.drivers().get(&found.driver).ok_or_else(|| {
        let reason = format!("there is no driver '{}', so rows cannot be read", found.driver);
        error(Cause::Field { field: "driver", reason })
    })?;
    if !driver.takes_rows_for(table) {
        let rejection =
            Rejection::NoSuchTable { data_source: Reference::from(source), table: table.to_owned() };
        let revision = state.revision();
        return Err(error(Cause::Write(WriteError::Rejected { rejection, revision })));
    }
    Ok(driver)
}

fn in_field(field: &'static str, reason: String) -> ApiError {
    ApiError::new(Subject::DataSource, Cause::Field { field, reason })
}

/// Does the driver say that the table is there before anything is pushed to it?
fn is_initially_empty(state: &State, source: &DataSource, table: &str) -> bool {
    let driver = state.drivers().get(&source.driver);
    driver.and_then(|driver| driver.table(table)).is_some_and(|table| table.initially_empty)
}

//! `/v1/data-sources/{data_source}/schema` and `/tables`: which tables a data source has, with which columns.
//!
//! Tables are those that the driver declares, then those that something was pushed to; of the latter the columns are
//! not known.

use actix_web::web::Path;
use serde::Serialize;
use statehouse_model::{DataSource, State, TableDeclaration};
use utoipa::ToSchema;

use super::data_sources::find;
use crate::answer::{Answer, Results};
use crate::error::{ApiError, ErrorBody, Subject};
use crate::reader::Reader;

/// The tables of a data source or driver.
#[derive(Debug, Serialize, ToSchema)]
pub struct Schema {
    tables: Vec<TableColumns>,
}

/// A table and its columns.
#[derive(Debug, Serialize, ToSchema)]
pub struct TableColumns {
    /// The table's name.
    #[schema(example = "events")]
    table_id: String,
    /// Its columns in order; none when they are not known.
    columns: Vec<ColumnView>,
}

/// A column.
#[derive(Debug, Serialize, ToSchema)]
pub struct ColumnView {
    #[schema(example = "hostname")]
    name: String,
    description: Option<String>,
}

/// A table, by name.
#[derive(Debug, Serialize, ToSchema)]
pub struct TableView {
    #[schema(example = "events")]
    pub(super) id: String,
}

impl From<&TableDeclaration> for TableColumns {
    fn from(table: &TableDeclaration) -> Self {
        let columns = table
            .columns
            .iter()
            .map(|column| ColumnView { name: column.name.clone(), description: column.description.clone() });
        Self { table_id: table.id.clone(), columns: columns.collect() }
    }
}

/// Shows the tables of a data source and their columns.
#[utoipa::path(
    get, path = "/v1/data-sources/{data_source}/schema", tag = "data sources", operation_id = "data_source_schema_show",
    params(("data_source" = String, Path, description = "The data source's id or name")),
    responses(
        (status = 200, description = "Every table with its columns", body = Schema),
        (status = 404, description = "There is no such data source", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn of_data_source(reader: Reader, source: Path<String>) -> Result<Answer<Schema>, ApiError> {
    let state = reader.state().await.map_err(ApiError::about(Subject::DataSource))?;
    let tables = tables_of(&state, find(&state, &source)?);
    Ok(Answer::ok(Schema { tables }))
}

/// Lists the tables of a data source.
#[utoipa::path(
    get, path = "/v1/data-sources/{data_source}/tables", tag = "data sources", operation_id = "data_source_table_list",
    params(("data_source" = String, Path, description = "The data source's id or name")),
    responses(
        (status = 200, description = "Those that the driver declares, then others that were filled", body = Results<TableView>),
        (status = 404, description = "There is no such data source", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn tables(reader: Reader, source: Path<String>) -> Result<Answer<Results<TableView>>, ApiError> {
    let state = reader.state().await.map_err(ApiError::about(Subject::DataSource))?;
    let tables = tables_of(&state, find(&state, &source)?);
    let names = tables.into_iter().map(|table| TableView { id: table.table_id }).collect();
    Ok(Answer::ok(names))
}

/// Shows a table of a data source.
#[utoipa::path(
    get, path = "/v1/data-sources/{data_source}/tables/{table}", tag = "data sources", operation_id = "data_source_table_show",
    params(
        ("data_source" = String, Path, description = "The data source's id or name"),
        ("table" = String, Path, description = "The table's name"),
    ),
    responses(
        (status = 200, description = "The table", body = TableView),
        (status = 404, description = "There is no such data source or table", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn table(reader: Reader, path: Path<(String, String)>) -> Result<Answer<TableView>, ApiError> {
    let (source, table) = path.into_inner();
    let state = reader.state().await.map_err(ApiError::about(Subject::DataSource))?;
    let found = table_of(&state, find(&state, &source)?, &table)?;
    Ok(Answer::ok(TableView { id: found.table_id }))
}

/// Shows the columns of a table of a data source.
#[utoipa::path(
    get, path = "/v1/data-sources/{data_source}/tables/{table}/spec", tag = "data sources", operation_id = "data_source_table_spec_show",
    params(
        ("data_source" = String, Path, description = "The data source's id or name"),
        ("table" = String, Path, description = "The table's name"),
    ),
    responses(
        (status = 200, description = "The table with its columns", body = TableColumns),
        (status = 404, description = "There is no such data source or table", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn of_table(
    reader: Reader,
    path: Path<(String, String)>,
) -> Result<Answer<TableColumns>, ApiError> {
    let (source, table) = path.into_inner();
    let state = reader.state().await.map_err(ApiError::about(Subject::DataSource))?;
    let found = table_of(&state, find(&state, &source)?, &table)?;
    Ok(Answer::ok(found))
}

fn tables_of(state: &State, source: &DataSource) -> Vec<TableColumns> {
    let declared = state.drivers().get(&source.driver);
    let mut tables: Vec<TableColumns> =
        declared.iter().flat_map(|driver| &driver.tables).map(TableColumns::from).collect();
    let others = state
        .data_source_tables(&source.id)
        .filter(|filled| {
            !declared.is_some_and(|driver| driver.tables.iter().any(|table| table.id == filled.name))
        })
        .map(|filled| TableColumns { table_id: filled.name.clone(), columns: Vec::new() });
    tables.extend(others);
    tables
}

fn table_of(state: &State, source: &DataSource, table: &str) -> Result<TableColumns, ApiError> {
    tables_of(state, source)
        .into_iter()
        .find(|found| found.table_id == table)
        .ok_or_else(|| ApiError::not_found("table", table))
}

//! `/v1/system/drivers`: which kinds of data source there are.

use actix_web::web::Path;
use serde::{Serialize, Serializer};
use statehouse_model::{ConfigField, Driver};
use utoipa::ToSchema;

use super::columns::TableColumns;
use crate::answer::{Answer, Results};
use crate::error::{ApiError, ErrorBody};
use crate::reader::Reader;

/// A driver in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct DriverSummary {
    /// By which data sources name it.
    #[schema(example = "doctor")]
    id: String,
    /// What it is for.
    description: String,
}

/// A driver.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": "push", "description": "Rows that are pushed through the API",
    "config": {"description": "required", "persist_data": "(optional)"},
    "tables": [{"table_id": "data", "columns": []}]
}))]
pub struct DriverView {
    id: String,
    description: String,
    /// Each field of the configuration: `required` or `(optional)`.
    #[schema(value_type = Object)]
    config: ConfigFields,
    /// The fields that are never shown; left out when there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    secret: Vec<String>,
    tables: Vec<TableColumns>,
}

/// Fields of a configuration, in the order in which the driver declares them.
#[derive(Debug)]
pub struct ConfigFields(Vec<(String, &'static str)>);

impl Serialize for ConfigFields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// What Congress shows of a field.
fn need(field: &ConfigField) -> &'static str {
    if field.required { "required" } else { "(optional)" }
}

impl From<&Driver> for DriverView {
    fn from(driver: &Driver) -> Self {
        let secret = driver.config.iter().filter(|field| field.secret);
        let config = driver.config.iter().map(|field| (field.name.clone(), need(field)));
        Self {
            id: driver.id.clone(),
            description: driver.description.clone(),
            config: ConfigFields(config.collect()),
            secret: secret.map(|field| field.name.clone()).collect(),
            tables: driver.tables.iter().map(TableColumns::from).collect(),
        }
    }
}

/// Lists the drivers, sorted by id.
#[utoipa::path(
    get, path = "/v1/system/drivers", tag = "drivers", operation_id = "driver_list",
    responses(
        (status = 200, description = "Every driver this server knows", body = Results<DriverSummary>),
    )
)]
pub async fn list(reader: Reader) -> Answer<Results<DriverSummary>> {
    let state = reader.local();
    let summaries = state
        .drivers()
        .iter()
        .map(|driver| DriverSummary { id: driver.id.clone(), description: driver.description.clone() });
    Answer::ok(summaries.collect())
}

/// Shows a driver.
#[utoipa::path(
    get, path = "/v1/system/drivers/{driver}", tag = "drivers", operation_id = "driver_show",
    params(("driver" = String, Path, description = "The driver's id")),
    responses(
        (status = 200, description = "The driver", body = DriverView),
        (status = 404, description = "There is no such driver", body = ErrorBody),
    )
)]
pub async fn show(reader: Reader, driver: Path<String>) -> Result<Answer<DriverView>, ApiError> {
    let state = reader.local();
    let driver = state.drivers().get(&driver).ok_or_else(|| ApiError::not_found("driver", &driver))?;
    Ok(Answer::ok(driver.as_ref().into()))
}

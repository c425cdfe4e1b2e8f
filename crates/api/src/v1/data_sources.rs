//! `/v1/data-sources`: where facts come from.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use statehouse_db::Store;
use statehouse_model::{
    Change, Command, Config, ConfigValue, DataSource, DataSourceId, Edit, Reference, Secret, State,
};
use utoipa::ToSchema;

use super::policies::changes;
use crate::answer::{Answer, Results};
use crate::body::{Body, Wire};
use crate::caller::{Caller, new_id};
use crate::document::Object;
use crate::error::{ApiError, Cause, ErrorBody, Subject};
use crate::exact::Exact;
use crate::reader::Reader;

/// A data source that is to be created. Fields that are not listed here are ignored.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewDataSource {
    /// An id of the client's own; made here when left out. At most 255 characters, no `/` among them.
    #[schema(min_length = 1, max_length = 255)]
    id: Option<String>,
    /// Unique among policies and data sources; made like the name of a policy.
    #[schema(example = "doctor1", max_length = 255)]
    name: String,
    /// The id of its driver.
    #[schema(example = "doctor")]
    driver: String,
    /// Free text; at most 65535 characters.
    #[schema(max_length = 65535)]
    description: Option<String>,
    /// The client's own classification; at most 255 characters.
    #[serde(rename = "type")]
    #[schema(max_length = 255)]
    kind: Option<String>,
    /// Whether it takes part; true when left out.
    #[schema(default = true)]
    enabled: Option<bool>,
    /// What its driver asks for, field by field; at most 65535 bytes of JSON each. Numbers that cannot be kept exactly are
    /// refused.
    #[schema(value_type = Option<Object>, example = json!({"persist_data": true}))]
    config: Option<BTreeMap<String, Exact>>,
}

impl Wire for Object<NewDataSource> {
    const SUBJECT: Subject = Subject::DataSource;
}

/// A data source as it is shown.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": "b19a91de-344a-4c4a-80c0-9ffdf2e93bd5", "name": "doctor1", "driver": "doctor", "description": null,
    "type": null, "enabled": true, "config": {"persist_data": true}
}))]
pub struct DataSourceView {
    id: String,
    name: String,
    driver: String,
    description: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    enabled: bool,
    /// As it was given; `<hidden>` in the place of every secret.
    #[schema(value_type = Option<Object>)]
    config: Option<BTreeMap<String, Value>>,
}

impl From<&DataSource> for DataSourceView {
    fn from(source: &DataSource) -> Self {
        Self {
            id: source.id.to_string(),
            name: source.name.clone(),
            driver: source.driver.clone(),
            description: source.description.clone(),
            kind: source.kind.clone(),
            enabled: source.enabled,
            config: source.config.as_ref().map(shown),
        }
    }
}

fn shown(config: &Config) -> BTreeMap<String, Value> {
    let show = |value: &ConfigValue| match value {
        ConfigValue::Plain(value) => value.clone(),
        ConfigValue::Secret(_) => Value::from(Secret::HIDDEN),
    };
    config.iter().map(|(field, value)| (field.clone(), show(value))).collect()
}

/// Lists the data sources in creation order.
#[utoipa::path(
    get, path = "/v1/data-sources", tag = "data sources", operation_id = "data_source_list",
    responses(
        (status = 200, description = "Every data source", body = Results<DataSourceView>),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn list(reader: Reader) -> Result<Answer<Results<DataSourceView>>, ApiError> {
    let state = reader.state().await.map_err(ApiError::about(Subject::DataSource))?;
    let sources = state.data_sources().map(|source| source.as_ref().into()).collect();
    Ok(Answer::ok(sources))
}

/// Shows a data source.
#[utoipa::path(
    get, path = "/v1/data-sources/{data_source}", tag = "data sources", operation_id = "data_source_show",
    params(("data_source" = String, Path, description = "The data source's id or name")),
    responses(
        (status = 200, description = "The data source", body = DataSourceView),
        (status = 404, description = "There is no such data source", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn show(reader: Reader, source: Path<String>) -> Result<Answer<DataSourceView>, ApiError> {
    let state = reader.state().await.map_err(ApiError::about(Subject::DataSource))?;
    Ok(Answer::ok(find(&state, &source)?.into()))
}

/// Creates a data source.
#[utoipa::path(
    post, path = "/v1/data-sources", tag = "data sources", operation_id = "data_source_create",
    request_body = NewDataSource,
    responses(
        (status = 201, description = "The data source", body = DataSourceView),
        (status = 400, description = "A field that cannot be used, or a driver that does not exist", body = ErrorBody),
        (status = 409, description = "The name or the id is in use", body = ErrorBody),
        (status = 413, description = "The body is too long", body = ErrorBody),
        (status = 503, description = "The database does not answer, or too much waits for it", body = ErrorBody),
    )
)]
pub async fn create(
    store: Data<Store>,
    caller: Caller,
    request: HttpRequest,
    body: Body<Object<NewDataSource>>,
) -> Result<Answer<DataSourceView>, ApiError> {
    let Body(Object(source)) = body;
    let committed =
        caller.write(&store, source.into()).await.map_err(ApiError::about(Subject::DataSource))?;
    let created = changes(&committed)
        .find_map(|change| match change {
            Change::DataSource(Edit::Created(source)) => Some(DataSourceView::from(source.as_ref())),
            _ => None,
        })
        .ok_or_else(|| ApiError::new(Subject::DataSource, Cause::Fault("the created data source")))?;
    Ok(Answer::created(format!("{}/{}", request.path(), created.id), created))
}

/// Deletes a data source and the rows that were pushed to it.
#[utoipa::path(
    delete, path = "/v1/data-sources/{data_source}", tag = "data sources", operation_id = "data_source_delete",
    params(("data_source" = String, Path, description = "The data source's id or name")),
    responses(
        (status = 200, description = "It is deleted; the body is `null`"),
        (status = 404, description = "There is no such data source", body = ErrorBody),
        (status = 503, description = "The database does not answer, or too much waits for it", body = ErrorBody),
    )
)]
pub async fn delete(
    store: Data<Store>,
    caller: Caller,
    source: Path<String>,
) -> Result<Answer<Option<()>>, ApiError> {
    let command = Command::DeleteDataSource { data_source: Reference::from(source.into_inner()) };
    caller.write(&store, command).await.map_err(ApiError::about(Subject::DataSource))?;
    Ok(Answer::ok(None))
}

/// The data source by this id or name.
pub(super) fn find<'a>(state: &'a State, source: &str) -> Result<&'a DataSource, ApiError> {
    state
        .data_source(&Reference::from(source))
        .map(AsRef::as_ref)
        .ok_or_else(|| ApiError::not_found("data source", source))
}

impl From<NewDataSource> for Command {
    fn from(source: NewDataSource) -> Self {
        Self::CreateDataSource {
            id: DataSourceId::from(source.id.unwrap_or_else(new_id)),
            name: source.name,
            driver: source.driver,
            description: source.description,
            kind: source.kind,
            enabled: source.enabled.unwrap_or(true),
            config: source
                .config
                .map(|config| config.into_iter().map(|(field, Exact(value))| (field, value)).collect()),
        }
    }
}

//! `/v1/data-sources/{data_source}/webhook`: documents that a monitoring system posts.

use actix_web::web::Path;
use serde_json::{Map, Value};
use statehouse_model::RowSource;

use super::data_sources::find;
use crate::answer::Answer;
use crate::body::{Body, Wire};
use crate::document::Object;
use crate::error::{ApiError, Cause, ErrorBody, Subject};
use crate::reader::Reader;

impl Wire for Object<Map<String, Value>> {
    const SUBJECT: Subject = Subject::DataSource;
}

/// Takes a document of which the driver makes rows. Not available yet.
#[utoipa::path(
    post, path = "/v1/data-sources/{data_source}/webhook", tag = "data sources", operation_id = "data_source_document_post",
    params(("data_source" = String, Path, description = "The data source's id or name")),
    request_body(content = Object, content_type = "application/json", description = "The document"),
    responses(
        (status = 400, description = "The driver takes no documents", body = ErrorBody),
        (status = 404, description = "There is no such data source", body = ErrorBody),
        (status = 413, description = "The body is too long", body = ErrorBody),
        (status = 501, description = "This version makes no rows of documents", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn receive(
    reader: Reader,
    source: Path<String>,
    _document: Body<Object<Map<String, Value>>>,
) -> Result<Answer<()>, ApiError> {
    let state = reader.state().await.map_err(ApiError::about(Subject::DataSource))?;
    let source = find(&state, &source)?;
    let takes_documents =
        state.drivers().get(&source.driver).is_some_and(|driver| driver.rows == RowSource::Document);
    Err(ApiError::new(
        Subject::DataSource,
        if takes_documents {
            Cause::NotYet("make rows of posted documents")
        } else {
            let reason = format!("data source '{}' takes no posted documents", source.name);
            Cause::Field { field: "driver", reason }
        },
    ))
}

//! `/v1/data-sources/{data_source}/webhook`: documents that a monitoring system posts.

use actix_web::web::{Data, Path};
use serde::Deserialize;
use serde_json::value::RawValue;
use statehouse_db::Store;
use statehouse_model::{Command, Reference, RowSource};

use super::data_sources::find;
use crate::answer::Answer;
use crate::body::{Body, Wire, apart};
use crate::caller::Caller;
use crate::error::{ApiError, Cause, ErrorBody, Subject};
use crate::reader::Reader;

/// A document, still as text: the driver says what is taken out of it.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct Document(Box<RawValue>);

impl Wire for Document {
    const SUBJECT: Subject = Subject::DataSource;
}

/// Takes a document, and does to the tables what the driver says that such documents do: rows come, take the place of others, or go. All of it is
/// one commit, which the answer waits for. A document that is about none of the tables, or says nothing new, changes nothing.
#[utoipa::path(
    post, path = "/v1/data-sources/{data_source}/webhook", tag = "data sources", operation_id = "data_source_document_post",
    params(("data_source" = String, Path, description = "The data source's id or name")),
    request_body(content = Object, content_type = "application/json", description = "The document, at most 1 MiB"),
    responses(
        (status = 200, description = "It is stored; there is no body"),
        (status = 400, description = "The driver takes no documents, or cannot read this one", body = ErrorBody),
        (status = 404, description = "There is no such data source", body = ErrorBody),
        (status = 413, description = "The body is too long", body = ErrorBody),
        (status = 503, description = "The database does not answer, or too much waits for it", body = ErrorBody),
    )
)]
pub async fn receive(
    store: Data<Store>,
    reader: Reader,
    caller: Caller,
    source: Path<String>,
    body: Body<Document>,
) -> Result<Answer<()>, ApiError> {
    let source = source.into_inner();
    let Body(Document(text)) = body;
    if !text.get().starts_with('{') {
        return Err(in_field("document", "a JSON object is expected".to_owned()));
    }
    let state = reader.state().await.map_err(ApiError::about(Subject::DataSource))?;
    let found = find(&state, &source)?;
    let driver = state.drivers().get(&found.driver).filter(|driver| driver.rows == RowSource::Document);
    let Some(driver) = driver.cloned() else {
        return Err(in_field("driver", format!("data source '{}' takes no posted documents", found.name)));
    };
    let posted = apart(text.get().len(), move || driver.posted(text.get())).await?;
    let posted = posted.map_err(|bad| in_field("document", bad.to_string()))?;
    let command = Command::PostDocument { data_source: Reference::from(source), posted };
    caller.write(&store, command).await.map_err(ApiError::about(Subject::DataSource))?;
    Ok(Answer::done())
}

fn in_field(field: &'static str, reason: String) -> ApiError {
    ApiError::new(Subject::DataSource, Cause::Field { field, reason })
}

//! `POST …?action=…`, and the actions that data sources have.

use actix_web::web::{Data, Path};
use serde::Serialize;
use serde_json::Value;
use statehouse_model::{Action, DataSource, RowSource, State};
use statehouse_poll::Polling;
use utoipa::ToSchema;

use super::data_sources::find;
use crate::answer::{Answer, Results};
use crate::error::{ApiError, Cause, ErrorBody, Subject};
use crate::query::Query;
use crate::reader::Reader;

/// An action of a data source.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "name": "fake_act", "args": [{"name": "server_id", "description": "server to act"}], "description": "fake action"
}))]
pub struct ActionView {
    name: String,
    args: Vec<ArgumentView>,
    description: String,
}

/// An argument of an action.
#[derive(Debug, Serialize, ToSchema)]
pub struct ArgumentView {
    name: String,
    description: String,
}

impl From<&Action> for ActionView {
    fn from(action: &Action) -> Self {
        let args = action.args.iter().map(|argument| ArgumentView {
            name: argument.name.clone(),
            description: argument.description.clone(),
        });
        Self { name: action.name.clone(), args: args.collect(), description: action.description.clone() }
    }
}

/// Simulates a sequence of actions on a policy, or executes an action. Not available yet.
#[utoipa::path(
    post, path = "/v1/policies/{policy}", tag = "policies", operation_id = "policy_act",
    params(
        ("policy" = String, Path, description = "The policy's id or name"),
        ("action" = String, Query, description = "`simulate` or `execute`"),
    ),
    responses(
        (status = 400, description = "No action is named, or more than one", body = ErrorBody),
        (status = 501, description = "The action does not exist, or this version does not evaluate", body = ErrorBody),
    )
)]
pub async fn on_policy(query: Query) -> Result<Answer<Value>, ApiError> {
    Err(match query.action()? {
        "simulate" => ApiError::new(Subject::Policy, Cause::NotYet("simulate actions")),
        "execute" => ApiError::new(Subject::Policy, Cause::NotYet("execute actions")),
        unknown => ApiError::new(Subject::Policy, Cause::ActionUnknown(unknown.to_owned())),
    })
}

/// Asks for the rows of a data source to be polled soon (what is pushed to it is up to date already), or for an action to be
/// executed (not available yet). Only the server that polls can be asked to.
#[utoipa::path(
    post, path = "/v1/data-sources/{data_source}", tag = "data sources", operation_id = "data_source_act",
    params(
        ("data_source" = String, Path, description = "The data source's id or name"),
        ("action" = String, Query, description = "`request-refresh` or `execute`"),
    ),
    responses(
        (status = 200, description = "The rows are up to date, or polled soon; the body is `null`"),
        (status = 400, description = "No action is named, or more than one, or the data source is disabled and not polled", body = ErrorBody),
        (status = 404, description = "There is no such data source", body = ErrorBody),
        (status = 501, description = "The action does not exist, or this version does not execute it", body = ErrorBody),
        (status = 503, description = "The database does not answer, or another server polls", body = ErrorBody),
    )
)]
pub async fn on_data_source(
    reader: Reader,
    polling: Data<Polling>,
    source: Path<String>,
    query: Query,
) -> Result<Answer<Option<()>>, ApiError> {
    let action = query.action()?;
    if !matches!(action, "request-refresh" | "execute") {
        return Err(ApiError::new(Subject::DataSource, Cause::ActionUnknown(action.to_owned())));
    }
    let state = reader.state().await.map_err(ApiError::about(Subject::DataSource))?;
    let source = find(&state, &source)?;
    if action == "execute" {
        return Err(ApiError::new(Subject::DataSource, Cause::NotYet("execute actions")));
    }
    refresh(&state, source, &polling)?;
    Ok(Answer::ok(None))
}

/// Has rows polled soon, where they are polled.
fn refresh(state: &State, source: &DataSource, polling: &Polling) -> Result<(), ApiError> {
    let error = |cause| Err(ApiError::new(Subject::DataSource, cause));
    match state.drivers().get(&source.driver) {
        Some(driver) if driver.rows == RowSource::Polled && !source.enabled => {
            let reason = "the data source is disabled, so it is not polled".to_owned();
            error(Cause::Field { field: "enabled", reason })
        }
        Some(driver) if source.is_polled_by(driver) && !polling.refresh(&source.id) => {
            error(Cause::NotPolling)
        }
        _ => Ok(()),
    }
}

/// Lists the actions of a data source, as its driver declares them.
#[utoipa::path(
    get, path = "/v1/data-sources/{data_source}/actions", tag = "data sources", operation_id = "data_source_action_list",
    params(("data_source" = String, Path, description = "The data source's id or name")),
    responses(
        (status = 200, description = "The actions", body = Results<ActionView>),
        (status = 404, description = "There is no such data source", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn of_data_source(
    reader: Reader,
    source: Path<String>,
) -> Result<Answer<Results<ActionView>>, ApiError> {
    let state = reader.state().await.map_err(ApiError::about(Subject::DataSource))?;
    let driver = state.drivers().get(&find(&state, &source)?.driver);
    let actions = driver.iter().flat_map(|driver| &driver.actions).map(ActionView::from).collect();
    Ok(Answer::ok(actions))
}

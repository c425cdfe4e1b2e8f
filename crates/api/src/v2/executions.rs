//! `/v2/executions`: the actions that somebody asked for, or rules called, and what became of them.

use std::sync::Arc;

use serde::Serialize;
use serde_json::value::RawValue;
use statehouse_model::{Execution, ExecutionId, Origin, Progress, State, Timestamp};
use utoipa::ToSchema;

use super::problem::Problem;
use crate::answer::Answer;
use crate::error::{ApiError, Cause, Subject};
use crate::query::Query;
use crate::reader::Reader;

/// How many a page has when nobody says so, and at most.
const PAGE: usize = 100;
const LONGEST_PAGE: usize = 1_000;
/// The most bytes of arguments that a page has, except for those of a single execution.
const PAGE_BYTES: usize = 4 << 20;

/// An action that was asked for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": "01a21071-7b20-710e-bb5d-c522003ab13e", "data_source": "nova", "action": "servers.pause",
    "args": {"positional": ["vm-1"], "named": {}}, "asked_by": {"request": "anonymous"},
    "asked_at": "2026-11-22T08:52:53.318216Z", "progress": "failed", "ended_at": "2026-11-22T08:53:09.120001Z",
    "reason": "answered with status 503, 5 times in a row"
}))]
pub struct ExecutionView {
    /// Its id, which the data source is told with every attempt (`Idempotency-Key`).
    id: String,
    /// The name of the data source.
    data_source: String,
    action: String,
    args: ArgumentsView,
    asked_by: AskedBy,
    asked_at: String,
    /// `waiting`, `done` or `failed`.
    progress: &'static str,
    /// When that was recorded; `null` as long as it waits.
    ended_at: Option<String>,
    /// Why it failed; `null` otherwise.
    reason: Option<String>,
}

/// What the action was given.
#[derive(Debug, Serialize, ToSchema)]
pub struct ArgumentsView {
    #[schema(value_type = Vec<Value>)]
    positional: Box<RawValue>,
    #[schema(value_type = Object)]
    named: Box<RawValue>,
}

/// Who asked for it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AskedBy {
    /// Somebody, by a request.
    Request(String),
    /// The rules of this policy.
    Rules(String),
}

/// A page of executions.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExecutionPage {
    /// The newest first.
    results: Vec<ExecutionView>,
    /// Where the next page begins (`before`); `null` on the last.
    next: Option<String>,
}

/// Lists the executions of actions, the newest first. The last thousand that ended are kept, and those that rules still call.
#[utoipa::path(
    get, path = "/v2/executions", tag = "executions", operation_id = "execution_list",
    params(
        ("progress" = Option<String>, Query, description = "Only those that are `waiting`, `done` or `failed`"),
        ("limit" = Option<u64>, Query, description = "How many, at most 1000; 100 when left out. Fewer where they are large"),
        ("before" = Option<String>, Query, description = "Only those that were asked for before this one: `next` of the page before"),
    ),
    responses(
        (status = 200, description = "A page of them", body = ExecutionPage),
        (status = 400, description = "A parameter that cannot be used", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "The database does not answer", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn list(reader: Reader, query: Query) -> Result<Answer<ExecutionPage>, ApiError> {
    let (limit, progress) = (limit(&query)?, progress(&query)?);
    let state = reader.state().await.map_err(ApiError::about(Subject::V2))?;
    let wanted =
        |execution: &&Arc<Execution>| progress.is_none_or(|wanted| named(&execution.progress) == wanted);
    let mut found: Vec<_> = match query.first("before") {
        None => state.executions().rev().filter(wanted).take(limit + 1).collect(),
        Some(id) => {
            let position = find(&state, id)?.created;
            state.executions_before(position).rev().filter(wanted).take(limit + 1).collect()
        }
    };
    let fits = limit.min(within_bytes(&found));
    let more = found.len() > fits;
    found.truncate(fits);
    let next = found.last().filter(|_| more).map(|execution| execution.id.to_string());
    let results =
        found.into_iter().map(|execution| ExecutionView::of(execution)).collect::<Result<_, _>>()?;
    Ok(Answer::ok(ExecutionPage { results, next }))
}

/// How many of them a page has room for, at least one.
fn within_bytes(found: &[&Arc<Execution>]) -> usize {
    let mut bytes = 0;
    let fitting = found.iter().take_while(|execution| {
        let arguments = &execution.arguments;
        bytes += arguments.positional.len() + arguments.named.len();
        bytes <= PAGE_BYTES
    });
    fitting.count().max(1)
}

fn limit(query: &Query) -> Result<usize, ApiError> {
    let Some(text) = query.first("limit") else { return Ok(PAGE) };
    match text.parse() {
        Ok(limit @ 1..=LONGEST_PAGE) => Ok(limit),
        _ => Err(wrong("limit", format!("expected a number from 1 to {LONGEST_PAGE}"))),
    }
}

fn progress(query: &Query) -> Result<Option<&str>, ApiError> {
    match query.first("progress") {
        None => Ok(None),
        Some(known @ ("waiting" | "done" | "failed")) => Ok(Some(known)),
        Some(_) => Err(wrong("progress", "expected waiting, done or failed".to_owned())),
    }
}

fn find<'a>(state: &'a State, id: &str) -> Result<&'a Execution, ApiError> {
    let found = state.execution(&ExecutionId::from(id)).map(AsRef::as_ref);
    found.ok_or_else(|| wrong("before", "there is no such execution, or no longer; begin anew".to_owned()))
}

fn wrong(field: &'static str, reason: String) -> ApiError {
    ApiError::new(Subject::V2, Cause::Field { field, reason })
}

fn named(progress: &Progress) -> &'static str {
    match progress {
        Progress::Waiting => "waiting",
        Progress::Done { .. } => "done",
        Progress::Failed { .. } => "failed",
    }
}

impl ExecutionView {
    fn of(execution: &Execution) -> Result<Self, ApiError> {
        let read = |text: &str| {
            RawValue::from_string(text.to_owned())
                .map_err(|_| ApiError::new(Subject::V2, Cause::Fault("arguments that can be read")))
        };
        let (ended_at, reason) = match &execution.progress {
            Progress::Waiting => (None, None),
            Progress::Done { at } => (Some(*at), None),
            Progress::Failed { at, reason } => (Some(*at), Some(reason.clone())),
        };
        Ok(Self {
            id: execution.id.to_string(),
            data_source: execution.data_source.clone(),
            action: execution.action.clone(),
            args: ArgumentsView {
                positional: read(&execution.arguments.positional)?,
                named: read(&execution.arguments.named)?,
            },
            asked_by: match &execution.origin {
                Origin::Request { actor } => AskedBy::Request(actor.clone()),
                Origin::Rules { policy, .. } => AskedBy::Rules(policy.clone()),
            },
            asked_at: shown(execution.asked_at),
            progress: named(&execution.progress),
            ended_at: ended_at.map(shown),
            reason,
        })
    }
}

/// RFC 3339, in UTC; the plain number of microseconds for a moment that no calendar has.
fn shown(at: Timestamp) -> String {
    jiff::Timestamp::from_microsecond(at.0).map_or_else(|_| at.0.to_string(), |moment| moment.to_string())
}

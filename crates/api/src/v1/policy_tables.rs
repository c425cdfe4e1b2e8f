//! `/v1/policies/{policy}/tables`: the tables that rules mention, and what is in them.
//!
//! A data source is a policy here: its tables are those that rules of policies mention.

use actix_web::web::Path;
use serde_json::Value;
use statehouse_model::{Reference, State};

use super::columns::TableView;
use crate::answer::{Answer, Results};
use crate::error::{ApiError, Cause, ErrorBody, Subject};
use crate::reader::Reader;

/// Lists the tables of a policy that any rule mentions, in order of first mention, and then those of others that its own
/// rules mention, as `policy:table`.
#[utoipa::path(
    get, path = "/v1/policies/{policy}/tables", tag = "policy tables", operation_id = "policy_table_list",
    params(("policy" = String, Path, description = "The id or name of a policy or data source")),
    responses(
        (status = 200, description = "The tables", body = Results<TableView>),
        (status = 404, description = "There is no such policy", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn list(reader: Reader, policy: Path<String>) -> Result<Answer<Results<TableView>>, ApiError> {
    let state = reader.state().await.map_err(ApiError::about(Subject::Policy))?;
    let name = name_of(&state, &policy)?;
    let own = state.tables(name).map(|table| table.name.clone());
    let policy = state.policy(&Reference::from(policy.as_str()));
    let mentioned = policy.into_iter().flat_map(|policy| state.tables_mentioned_by(&policy.id));
    let others = mentioned.filter(|table| &*table.policy != name).map(ToString::to_string);
    Ok(Answer::ok(own.chain(others).map(|id| TableView { id }).collect()))
}

/// Shows a table of a policy.
#[utoipa::path(
    get, path = "/v1/policies/{policy}/tables/{table}", tag = "policy tables", operation_id = "policy_table_show",
    params(
        ("policy" = String, Path, description = "The id or name of a policy or data source"),
        ("table" = String, Path, description = "The table's name"),
    ),
    responses(
        (status = 200, description = "The table", body = TableView),
        (status = 404, description = "There is no such policy, or no rule mentions the table", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn show(reader: Reader, path: Path<(String, String)>) -> Result<Answer<TableView>, ApiError> {
    let (policy, table) = path.into_inner();
    let state = reader.state().await.map_err(ApiError::about(Subject::Policy))?;
    check(&state, &policy, &table)?;
    Ok(Answer::ok(TableView { id: table }))
}

/// Shows the rows of a table of a policy: what its rules derive. Not available yet.
#[utoipa::path(
    get, path = "/v1/policies/{policy}/tables/{table}/rows", tag = "policy tables", operation_id = "policy_row_list",
    params(
        ("policy" = String, Path, description = "The id or name of a policy or data source"),
        ("table" = String, Path, description = "The table's name"),
        ("trace" = Option<bool>, Query, description = "How each row was derived"),
    ),
    responses(
        (status = 404, description = "There is no such policy, or no rule mentions the table", body = ErrorBody),
        (status = 501, description = "This version does not evaluate policies", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn rows(reader: Reader, path: Path<(String, String)>) -> Result<Answer<Value>, ApiError> {
    let (policy, table) = path.into_inner();
    let state = reader.state().await.map_err(ApiError::about(Subject::Policy))?;
    check(&state, &policy, &table)?;
    Err(ApiError::new(Subject::Policy, Cause::NotYet("evaluate policies")))
}

/// The name under which rules mention a policy or data source.
fn name_of<'a>(state: &'a State, reference: &str) -> Result<&'a str, ApiError> {
    let wanted = Reference::from(reference);
    let policy = state.policy(&wanted).map(|policy| policy.name.as_str());
    policy
        .or_else(|| state.data_source(&wanted).map(|source| source.name.as_str()))
        .ok_or_else(|| ApiError::not_found("policy", reference))
}

/// Is the table mentioned? `policy:table` stands for the table of another policy.
fn check(state: &State, policy: &str, table: &str) -> Result<(), ApiError> {
    let name = name_of(state, policy)?;
    let (name, bare) = table.rsplit_once(':').unwrap_or((name, table));
    if state.tables(name).any(|mentioned| mentioned.name == bare) {
        Ok(())
    } else {
        Err(ApiError::not_found("table", table))
    }
}

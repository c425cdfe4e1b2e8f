//! `/v1/policies/{policy}/tables`: the tables that rules mention, and what is in them.
//!
//! A data source is a policy here: its tables are those that rules of policies mention.

use actix_web::web::{Data, Path};
use serde::Serialize;
use statehouse_engine::Evaluator;
use statehouse_model::{Reference, State, TableName};
use utoipa::ToSchema;

use super::columns::TableView;
use super::rows::RowView;
use crate::answer::{Answer, Results};
use crate::error::{ApiError, ErrorBody, Subject};
use crate::evaluation::{Evaluation, Means};
use crate::query::Query;
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

/// The rows of a policy's table.
#[derive(Debug, Serialize, ToSchema)]
pub struct DerivedRows {
    /// The rows, sorted.
    results: Vec<RowView>,
    /// How they were derived, when that was asked for: what is called, tried, found (`Exit`) and not (`Fail`), line by line.
    #[serde(skip_serializing_if = "Option::is_none")]
    trace: Option<String>,
}

/// Lists the rows of a table of a policy, sorted: its facts, and what its rules derive.
#[utoipa::path(
    get, path = "/v1/policies/{policy}/tables/{table}/rows", tag = "policy tables", operation_id = "policy_row_list",
    params(
        ("policy" = String, Path, description = "The id or name of a policy or data source"),
        ("table" = String, Path, description = "The table's name; `policy:table` stands for one of another policy or data source"),
        ("trace" = Option<bool>, Query, description = "Whether to tell how the rows are derived"),
    ),
    responses(
        (status = 200, description = "The rows", body = DerivedRows),
        (status = 404, description = "There is no such policy, or no rule mentions the table", body = ErrorBody),
        (status = 422, description = "Deriving the rows costs more than the server permits", body = ErrorBody),
        (status = 503, description = "The database does not answer, or too much is to be evaluated", body = ErrorBody),
    )
)]
pub async fn rows(
    reader: Reader,
    evaluation: Data<Evaluation>,
    query: Query,
    path: Path<(String, String)>,
) -> Result<Answer<DerivedRows>, ApiError> {
    let (policy, table) = path.into_inner();
    let is_traced = query.first("trace").is_some() && !query.is_false("trace");
    let state = reader.state().await.map_err(ApiError::about(Subject::Policy))?;
    let name = check(&state, &policy, &table)?;
    let asked_in = name_of(&state, &policy)?.to_owned();
    let question = move |evaluator: &mut Evaluator, means: &Means<'_>| {
        let Means { now, limits, .. } = *means;
        let trace = if is_traced { Some(evaluator.trace(&asked_in, &name, now, limits)?) } else { None };
        let rows = evaluator.rows(&name, now, limits)?;
        Ok(DerivedRows { results: rows.iter().map(|row| RowView::derived(row)).collect(), trace })
    };
    let asked = evaluation.ask(reader.store(), state, question).await;
    let (rows, revision) = asked.map_err(ApiError::about(Subject::Policy))?;
    reader.went_on_to(revision);
    Ok(Answer::ok(rows))
}

/// The name under which rules mention a policy or data source.
fn name_of<'a>(state: &'a State, reference: &str) -> Result<&'a str, ApiError> {
    let wanted = Reference::from(reference);
    let policy = state.policy(&wanted).map(|policy| policy.name.as_str());
    policy
        .or_else(|| state.data_source(&wanted).map(|source| source.name.as_str()))
        .ok_or_else(|| ApiError::not_found("policy", reference))
}

/// The table, if any rule mentions it. `policy:table` stands for the table of another policy.
fn check(state: &State, policy: &str, table: &str) -> Result<TableName, ApiError> {
    let name = name_of(state, policy)?;
    let (name, bare) = table.split_once(':').unwrap_or((name, table));
    match state.table(name, bare) {
        Some(_) => Ok(TableName::new(name, bare)),
        None => Err(ApiError::not_found("table", table)),
    }
}

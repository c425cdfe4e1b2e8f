//! `…/status` of policies, rules and data sources.

use actix_web::web::{Data, Path};
use jiff::tz::TimeZone;
use serde::Serialize;
use statehouse_model::{DataSource, State, Timestamp};
use statehouse_poll::{PollFault, PollStatus, Polling};
use utoipa::ToSchema;

use super::{data_sources, policies, rules};
use crate::answer::Answer;
use crate::error::{ApiError, ErrorBody, Subject};
use crate::reader::Reader;

/// How a policy is doing.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"name": "alpha", "id": "5645b1d8-c424-431e-9273-8909ef28b7d5"}))]
pub struct PolicyStatus {
    name: String,
    id: String,
}

/// How a rule is doing.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "name": null, "id": "dee34fe6-0849-45b3-999a-87af85ad2e40", "comment": "", "original_str": "p(x) :- q(x)"
}))]
pub struct RuleStatus {
    name: Option<String>,
    id: String,
    comment: String,
    /// The author's text.
    original_str: String,
}

/// How a data source is doing. Everything is text, as in Congress.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "last_updated": "2026-11-22 08:52:53.318216", "last_error": "None", "number_of_updates": "1",
    "initialized": "True", "subscriptions": [], "subscribers": []
}))]
pub struct DataSourceStatus {
    /// When rows last came, in UTC; "None" when none ever did. Where they are polled: when they last changed or, on the server that
    /// polls, when they were last found to be the same.
    last_updated: String,
    /// When the last poll failed, and of what; "None" when it succeeded, on a server that does not poll, and where rows are not polled.
    last_error: String,
    /// How many times rows came; where they are polled, how many times those of a table changed.
    number_of_updates: String,
    /// Whether it works.
    initialized: String,
    /// Always empty: nothing is distributed between data sources.
    #[schema(value_type = Vec<String>)]
    subscriptions: [String; 0],
    /// Always empty: nothing is distributed between data sources.
    #[schema(value_type = Vec<String>)]
    subscribers: [String; 0],
}

/// Shows the status of a policy.
#[utoipa::path(
    get, path = "/v1/policies/{policy}/status", tag = "policies", operation_id = "policy_status_show",
    params(("policy" = String, Path, description = "The policy's id or name")),
    responses(
        (status = 200, description = "The status", body = PolicyStatus),
        (status = 404, description = "There is no such policy", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn of_policy(reader: Reader, policy: Path<String>) -> Result<Answer<PolicyStatus>, ApiError> {
    let state = reader.state().await.map_err(ApiError::about(Subject::Policy))?;
    let policy = policies::find(&state, &policy)?;
    let status = PolicyStatus { name: policy.name.clone(), id: policy.id.to_string() };
    Ok(Answer::ok(status))
}

/// Shows the status of a rule.
#[utoipa::path(
    get, path = "/v1/policies/{policy}/rules/{rule}/status", tag = "rules", operation_id = "rule_status_show",
    params(
        ("policy" = String, Path, description = "The policy's id or name"),
        ("rule" = String, Path, description = "The rule's id"),
    ),
    responses(
        (status = 200, description = "The status", body = RuleStatus),
        (status = 404, description = "There is no such policy or rule", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn of_rule(reader: Reader, path: Path<(String, String)>) -> Result<Answer<RuleStatus>, ApiError> {
    let (policy, rule) = path.into_inner();
    let state = reader.state().await.map_err(ApiError::about(Subject::Policy))?;
    let rule = rules::find(&state, &policy, &rule, |name| ApiError::not_found("policy", name))?;
    let status = RuleStatus {
        name: rule.name.clone(),
        id: rule.id.to_string(),
        comment: rule.comment.clone(),
        original_str: rule.text.to_string(),
    };
    Ok(Answer::ok(status))
}

/// Shows the status of a data source.
#[utoipa::path(
    get, path = "/v1/data-sources/{data_source}/status", tag = "data sources", operation_id = "data_source_status_show",
    params(("data_source" = String, Path, description = "The data source's id or name")),
    responses(
        (status = 200, description = "The status", body = DataSourceStatus),
        (status = 404, description = "There is no such data source", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn of_data_source(
    reader: Reader,
    polling: Data<Polling>,
    source: Path<String>,
) -> Result<Answer<DataSourceStatus>, ApiError> {
    let state = reader.state().await.map_err(ApiError::about(Subject::DataSource))?;
    let source = data_sources::find(&state, &source)?;
    Ok(Answer::ok(DataSourceStatus::of(&state, source, polling.status(&source.id))))
}

impl DataSourceStatus {
    fn of(state: &State, source: &DataSource, polled: Option<PollStatus>) -> Self {
        let polled = polled.unwrap_or_default();
        let tables = || state.data_source_tables(&source.id);
        let last = tables().map(|table| table.updated_at).chain(polled.succeeded_at).max();
        let updates: u64 = tables().map(|table| table.updates).sum();
        Self {
            last_updated: last.and_then(shown).unwrap_or_else(|| "None".to_owned()),
            last_error: polled.fault.map_or_else(|| "None".to_owned(), |fault| told(&fault)),
            number_of_updates: updates.to_string(),
            initialized: "True".to_owned(),
            subscriptions: [],
            subscribers: [],
        }
    }
}

fn told(fault: &PollFault) -> String {
    shown(fault.at).map_or_else(|| fault.reason.clone(), |at| format!("{at}: {}", fault.reason))
}

/// `YYYY-MM-DD HH:MM:SS.ffffff`; `None` for a moment that no calendar has.
fn shown(at: Timestamp) -> Option<String> {
    let moment = jiff::Timestamp::from_microsecond(at.0).ok()?;
    Some(moment.to_zoned(TimeZone::UTC).strftime("%Y-%m-%d %H:%M:%S.%6f").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_shown_with_all_its_microseconds() {
        assert_eq!(shown(Timestamp(1_795_337_573_318_216)).as_deref(), Some("2026-11-22 08:52:53.318216"));
        assert_eq!(shown(Timestamp(0)).as_deref(), Some("1970-01-01 00:00:00.000000"));
        assert_eq!(shown(Timestamp(i64::MAX)), None);
    }
}

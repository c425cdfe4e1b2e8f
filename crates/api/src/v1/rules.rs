//! `/v1/policies/{policy}/rules`: the rules of a policy.
//!
//! The answer to a creation shows the rule laid out, one literal a line; everything later shows the author's text.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use serde::{Deserialize, Serialize};
use statehouse_datalog as datalog;
use statehouse_db::{Committed, Store};
use statehouse_model::{Change, Command, Edit, Reference, Rule, RuleId, State};
use utoipa::ToSchema;

use super::policies::changes;
use crate::answer::{Answer, Results};
use crate::body::{Body, Wire};
use crate::caller::{Caller, new_id};
use crate::document::Object;
use crate::error::{ApiError, Cause, ErrorBody, Subject};
use crate::reader::Reader;

/// A rule that is to be created. Fields that are not listed here are ignored.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewRule {
    /// The rule or fact, in the policy language.
    #[schema(example = "p(x) :- q(x), not r(x)")]
    rule: String,
    /// The author's name for it; at most 4096 characters.
    #[schema(max_length = 4096)]
    name: Option<String>,
    /// The author's comment; at most 65535 characters.
    #[schema(max_length = 65535)]
    comment: Option<String>,
}

impl Wire for Object<NewRule> {
    const SUBJECT: Subject = Subject::Rule;
}

/// A rule as it is shown.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "rule": "p(x) :- q(x), not r(x)", "id": "dee34fe6-0849-45b3-999a-87af85ad2e40", "comment": "", "name": null
}))]
pub struct RuleView {
    rule: String,
    id: String,
    comment: String,
    name: Option<String>,
    /// Why the rule is kept and takes part in nothing; absent for a rule that is in force. Rules are disabled when they
    /// are imported and are not admissible. Delete it, or create a corrected one first and then delete it.
    #[serde(skip_serializing_if = "Option::is_none")]
    disabled: Option<String>,
}

impl RuleView {
    fn laid_out(rule: &Rule) -> Self {
        Self { rule: layout(rule), ..Self::from(rule) }
    }
}

impl From<&Rule> for RuleView {
    fn from(rule: &Rule) -> Self {
        Self {
            rule: rule.text.to_string(),
            id: rule.id.to_string(),
            comment: rule.comment.clone(),
            name: rule.name.clone(),
            disabled: rule.disabled().map(ToString::to_string),
        }
    }
}

/// A rule that was created together with its policy.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"rule": "p(x) :-\n  q(x)", "comment": "", "name": null}))]
pub struct RuleText {
    rule: String,
    comment: String,
    name: Option<String>,
}

impl RuleText {
    pub(super) fn laid_out(rule: &Rule) -> Self {
        Self { rule: layout(rule), comment: rule.comment.clone(), name: rule.name.clone() }
    }
}

fn layout(rule: &Rule) -> String {
    rule.parsed().map_or_else(|| rule.text.to_string(), |parsed| datalog::lay_out(&rule.text, parsed))
}

/// Lists the rules of a policy in creation order. A data source has none.
#[utoipa::path(
    get, path = "/v1/policies/{policy}/rules", tag = "rules", operation_id = "rule_list",
    params(("policy" = String, Path, description = "The policy's id or name")),
    responses(
        (status = 200, description = "Every rule of the policy", body = Results<RuleView>),
        (status = 404, description = "There is no such policy (error_code 1020)", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn list(reader: Reader, policy: Path<String>) -> Result<Answer<Results<RuleView>>, ApiError> {
    let state = reader.state().await.map_err(ApiError::about(Subject::Rule))?;
    let reference = Reference::from(policy.as_str());
    let rules = match state.policy(&reference) {
        Some(policy) => state.rules(&policy.id).map(|rule| rule.as_ref().into()).collect(),
        None if state.data_source(&reference).is_some() => Results { results: Vec::new() },
        None => return Err(no_policy(&policy)),
    };
    Ok(Answer::ok(rules))
}

/// Shows a rule.
#[utoipa::path(
    get, path = "/v1/policies/{policy}/rules/{rule}", tag = "rules", operation_id = "rule_show",
    params(
        ("policy" = String, Path, description = "The policy's id or name"),
        ("rule" = String, Path, description = "The rule's id"),
    ),
    responses(
        (status = 200, description = "The rule", body = RuleView),
        (status = 404, description = "There is no such policy (error_code 1020) or rule", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn show(reader: Reader, path: Path<(String, String)>) -> Result<Answer<RuleView>, ApiError> {
    let (policy, rule) = path.into_inner();
    let state = reader.state().await.map_err(ApiError::about(Subject::Rule))?;
    let rule = find(&state, &policy, &rule, no_policy)?;
    Ok(Answer::ok(rule.into()))
}

/// Adds a rule to a policy.
#[utoipa::path(
    post, path = "/v1/policies/{policy}/rules", tag = "rules", operation_id = "rule_create",
    params(("policy" = String, Path, description = "The policy's id or name")),
    request_body = NewRule,
    responses(
        (status = 201, description = "The rule, laid out", body = RuleView),
        (status = 400, description = "The rule is not admissible (error_code 1002), several (1003), or for a data source (1019)", body = ErrorBody),
        (status = 404, description = "There is no such policy (error_code 1020)", body = ErrorBody),
        (status = 409, description = "The policy has the rule already (error_code 1008)", body = ErrorBody),
        (status = 413, description = "The body is too long", body = ErrorBody),
        (status = 503, description = "The database does not answer, or too much waits for it", body = ErrorBody),
    )
)]
pub async fn create(
    store: Data<Store>,
    caller: Caller,
    policy: Path<String>,
    request: HttpRequest,
    body: Body<Object<NewRule>>,
) -> Result<Answer<RuleView>, ApiError> {
    let Body(Object(rule)) = body;
    let command = Command::CreateRule { policy: Reference::from(policy.into_inner()), rule: rule.into() };
    let committed = caller.write(&store, command).await.map_err(ApiError::about(Subject::Rule))?;
    let rule = RuleView::laid_out(created(&committed)?);
    Ok(Answer::created(format!("{}/{}", request.path(), rule.id), rule))
}

/// Deletes a rule.
#[utoipa::path(
    delete, path = "/v1/policies/{policy}/rules/{rule}", tag = "rules", operation_id = "rule_delete",
    params(
        ("policy" = String, Path, description = "The policy's id or name"),
        ("rule" = String, Path, description = "The rule's id"),
    ),
    responses(
        (status = 200, description = "The rule as it was", body = RuleView),
        (status = 400, description = "The policy has no such rule (error_code 1000)", body = ErrorBody),
        (status = 404, description = "There is no such policy (error_code 1020)", body = ErrorBody),
        (status = 503, description = "The database does not answer, or too much waits for it", body = ErrorBody),
    )
)]
pub async fn delete(
    store: Data<Store>,
    caller: Caller,
    path: Path<(String, String)>,
) -> Result<Answer<RuleView>, ApiError> {
    let (policy, rule) = path.into_inner();
    let command = Command::DeleteRule { policy: Reference::from(policy), rule: RuleId::from(rule) };
    let committed = caller.write(&store, command).await.map_err(ApiError::about(Subject::RuleDeletion))?;
    let deleted = changes(&committed)
        .find_map(|change| match change {
            Change::Rule(Edit::Deleted(rule)) => Some(RuleView::from(rule.as_ref())),
            _ => None,
        })
        .ok_or_else(|| ApiError::new(Subject::Rule, Cause::Fault("the deleted rule")))?;
    Ok(Answer::ok(deleted))
}

/// The rule of a policy by its id. `no_policy` says how a policy that is not there is answered.
pub(super) fn find<'a>(
    state: &'a State,
    policy: &str,
    rule: &str,
    no_policy: impl Fn(&str) -> ApiError,
) -> Result<&'a Rule, ApiError> {
    let policy = state.policy(&Reference::from(policy)).ok_or_else(|| no_policy(policy))?;
    state.rule(&policy.id, rule).map(AsRef::as_ref).ok_or_else(|| ApiError::not_found("rule", rule))
}

fn no_policy(name: &str) -> ApiError {
    ApiError::new(Subject::Rule, Cause::NoPolicyForRules { name: name.to_owned() })
}

fn created(committed: &Committed) -> Result<&Rule, ApiError> {
    changes(committed)
        .find_map(|change| match change {
            Change::Rule(Edit::Created(rule)) => Some(rule.as_ref()),
            _ => None,
        })
        .ok_or_else(|| ApiError::new(Subject::Rule, Cause::Fault("the created rule")))
}

impl From<NewRule> for statehouse_model::NewRule {
    fn from(rule: NewRule) -> Self {
        Self {
            id: RuleId::from(new_id()),
            text: rule.rule,
            name: rule.name,
            comment: rule.comment.unwrap_or_default(),
        }
    }
}

//! `/v1/policies`: the policies.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use serde::{Deserialize, Serialize};
use statehouse_db::{Committed, Store};
use statehouse_model::{Change, Command, Edit, Policy, PolicyKind, Reference, RuleId, State, UnknownKind};
use utoipa::ToSchema;

use super::rules::{NewRule, RuleText};
use crate::answer::{Answer, Results};
use crate::body::{Received, Wire};
use crate::caller::{Caller, new_id};
use crate::document::{self, Field, Object};
use crate::error::{ApiError, Cause, ErrorBody, Subject};
use crate::query::Query;
use crate::reader::Reader;

/// A policy that is to be created. Fields that are not listed here are ignored.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewPolicy {
    /// Unique among policies and data sources: letters, digits, `_` and `.`, not starting with a digit, at most 255;
    /// parts may be joined by `:`.
    #[serde(default)]
    #[schema(value_type = String, example = "compliance", max_length = 255)]
    name: Field<String>,
    /// Free text; at most 65535 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "what must not happen", max_length = 65535)]
    description: Field<String>,
    /// A short name for traces, at most 5 characters; the first 5 of the name when left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "compl", max_length = 5)]
    abbreviation: Field<String>,
    /// What the rules may do: nonrecursive (when left out), action, database, materialized, datasource or z3.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "nonrecursive")]
    kind: Field<String>,
    /// Rules that are created together with the policy, all or none.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Vec<NewRule>>)]
    rules: Option<Vec<Object<NewRule>>>,
}

impl Wire for Object<NewPolicy> {
    const SUBJECT: Subject = Subject::Policy;

    fn subject_of(body: &[u8]) -> Subject {
        if document::has_field(body, "rules") { Subject::PolicyWithRules } else { Self::SUBJECT }
    }
}

/// A list that may be left out, but is not `null`.
fn given<'de, D, T>(deserializer: D) -> Result<Option<Vec<T>>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Deserialize<'de>,
{
    Vec::deserialize(deserializer).map(Some)
}

/// A policy as it is shown.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": "5645b1d8-c424-431e-9273-8909ef28b7d5", "name": "compliance", "abbreviation": "compl",
    "description": "what must not happen", "owner_id": "user", "kind": "nonrecursive"
}))]
pub struct PolicyView {
    id: String,
    name: String,
    abbreviation: String,
    description: String,
    owner_id: String,
    kind: String,
}

impl From<&Policy> for PolicyView {
    fn from(policy: &Policy) -> Self {
        Self {
            id: policy.id.to_string(),
            name: policy.name.clone(),
            abbreviation: policy.abbreviation.clone(),
            description: policy.description.clone(),
            owner_id: policy.owner.clone(),
            kind: policy.kind.to_string(),
        }
    }
}

/// A policy that was created, with the rules that were created together with it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CreatedPolicy {
    #[serde(flatten)]
    policy: PolicyView,
    /// Those that were given, without repetitions; left out when none were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    rules: Option<Vec<RuleText>>,
}

/// Lists the policies in creation order.
#[utoipa::path(
    get, path = "/v1/policies", tag = "policies", operation_id = "policy_list",
    responses(
        (status = 200, description = "Every policy", body = Results<PolicyView>),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn list(reader: Reader) -> Result<Answer<Results<PolicyView>>, ApiError> {
    let state = reader.state().await.map_err(ApiError::about(Subject::Policy))?;
    let policies = state.policies().map(|policy| policy.as_ref().into()).collect();
    Ok(Answer::ok(policies))
}

/// Shows a policy.
#[utoipa::path(
    get, path = "/v1/policies/{policy}", tag = "policies", operation_id = "policy_show",
    params(("policy" = String, Path, description = "The policy's id or name")),
    responses(
        (status = 200, description = "The policy", body = PolicyView),
        (status = 404, description = "There is no such policy", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn show(reader: Reader, policy: Path<String>) -> Result<Answer<PolicyView>, ApiError> {
    let state = reader.state().await.map_err(ApiError::about(Subject::Policy))?;
    let policy = find(&state, &policy)?;
    Ok(Answer::ok(policy.into()))
}

/// Creates a policy, alone or together with its rules, or from a policy of the library.
#[utoipa::path(
    post, path = "/v1/policies", tag = "policies", operation_id = "policy_create",
    params((
        "library_policy" = Option<String>, Query,
        description = "The id or name of a library policy to make the policy of; the body is left out or `{}` then"
    )),
    request_body = NewPolicy,
    responses(
        (status = 201, description = "The policy", body = CreatedPolicy),
        (status = 400, description = "A field or rule that cannot be used", body = ErrorBody),
        (status = 404, description = "There is no such library policy", body = ErrorBody),
        (status = 409, description = "The name is in use", body = ErrorBody),
        (status = 413, description = "The body is too long", body = ErrorBody),
        (status = 503, description = "The database does not answer, or too much waits for it", body = ErrorBody),
    )
)]
pub async fn create(
    store: Data<Store>,
    reader: Reader,
    caller: Caller,
    query: Query,
    request: HttpRequest,
    body: Received<Object<NewPolicy>>,
) -> Result<Answer<CreatedPolicy>, ApiError> {
    let (subject, command) = match query.first("library_policy") {
        Some(name) => (Subject::PolicyWithRules, from_library(&reader, name, body).await?),
        None => body.read().await?.0.into_command()?,
    };
    let committed = caller.write(&store, command).await.map_err(ApiError::about(subject))?;
    let mut created = CreatedPolicy::of(&committed)?;
    if subject == Subject::Policy {
        created.rules = None;
    }
    let location = format!("{}/{}", request.path(), created.policy.id);
    Ok(Answer::created(location, created))
}

/// Deletes a policy and its rules.
#[utoipa::path(
    delete, path = "/v1/policies/{policy}", tag = "policies", operation_id = "policy_delete",
    params(("policy" = String, Path, description = "The policy's id or name")),
    responses(
        (status = 200, description = "The policy as it was", body = PolicyView),
        (status = 404, description = "There is no such policy, or it always exists", body = ErrorBody),
        (status = 503, description = "The database does not answer, or too much waits for it", body = ErrorBody),
    )
)]
pub async fn delete(
    store: Data<Store>,
    caller: Caller,
    policy: Path<String>,
) -> Result<Answer<PolicyView>, ApiError> {
    let command = Command::DeletePolicy { policy: Reference::from(policy.into_inner()) };
    let committed = caller.write(&store, command).await.map_err(ApiError::about(Subject::Policy))?;
    let deleted = changes(&committed)
        .find_map(|change| match change {
            Change::Policy(Edit::Deleted(policy)) => Some(PolicyView::from(policy.as_ref())),
            _ => None,
        })
        .ok_or_else(|| ApiError::new(Subject::Policy, Cause::Fault("the deleted policy")))?;
    Ok(Answer::ok(deleted))
}

/// The policy by this id or name.
pub(super) fn find<'a>(state: &'a State, policy: &str) -> Result<&'a Policy, ApiError> {
    state
        .policy(&Reference::from(policy))
        .map(AsRef::as_ref)
        .ok_or_else(|| ApiError::not_found("policy", policy))
}

/// What a commit changed, in order; nothing when there was nothing to do.
pub(super) fn changes(committed: &Committed) -> impl Iterator<Item = &Change> {
    committed.commit.iter().flat_map(|commit| &commit.changes)
}

async fn from_library(
    reader: &Reader,
    name: &str,
    body: Received<Object<NewPolicy>>,
) -> Result<Command, ApiError> {
    let refuse = |reason: &str| {
        Err(ApiError::new(
            Subject::PolicyWithRules,
            Cause::Field { field: "library_policy", reason: reason.to_owned() },
        ))
    };
    if !body.is_empty() && !body.read().await?.0.is_empty() {
        return refuse("the policy is made of the library policy alone: the body must be left out or {}");
    }
    let state = reader.state().await.map_err(ApiError::about(Subject::Policy))?;
    let library_policy = Reference::from(name);
    let rules = state
        .library_policy(&library_policy)
        .ok_or_else(|| ApiError::not_found("library policy", name))?
        .rules
        .len();
    Ok(Command::CreatePolicyFromLibrary {
        id: new_id().into(),
        library_policy,
        rule_ids: std::iter::repeat_with(|| RuleId::from(new_id())).take(rules).collect(),
    })
}

impl NewPolicy {
    /// Is nothing given that a policy could be made of?
    fn is_empty(&self) -> bool {
        let texts = [&self.name, &self.description, &self.abbreviation, &self.kind];
        texts.iter().all(|text| **text == Field::Absent) && self.rules.is_none()
    }

    /// The command, and what errors in it are about.
    fn into_command(self) -> Result<(Subject, Command), ApiError> {
        let subject = if self.rules.is_some() { Subject::PolicyWithRules } else { Subject::Policy };
        let error = |cause: Cause| ApiError::new(subject, cause);
        if subject == Subject::PolicyWithRules {
            self.check_strictly().map_err(error)?;
        }
        let name = match self.name {
            Field::Given(name) => name,
            Field::Absent => return Err(error(Cause::PolicyName)),
            Field::Null => return Err(error(null("name"))),
        };
        let kind = kind(self.kind).map_err(error)?;
        let rules = self.rules.unwrap_or_default().into_iter().map(|Object(rule)| rule.into()).collect();
        Ok((
            subject,
            Command::CreatePolicy {
                id: new_id().into(),
                name,
                abbreviation: self.abbreviation.given(),
                description: self.description.given().unwrap_or_default(),
                kind,
                rules,
            },
        ))
    }

    /// The stricter form: a field is left out or has a value, and an abbreviation is not empty.
    fn check_strictly(&self) -> Result<(), Cause> {
        refuse_nulls([
            ("description", &self.description),
            ("abbreviation", &self.abbreviation),
            ("kind", &self.kind),
        ])?;
        refuse_empty_abbreviation(&self.abbreviation)
    }
}

fn null(field: &'static str) -> Cause {
    Cause::Field { field, reason: "expected a string, found null".to_owned() }
}

/// Beside rules, a field is left out or has a value.
pub(super) fn refuse_nulls<'a>(
    fields: impl IntoIterator<Item = (&'static str, &'a Field<String>)>,
) -> Result<(), Cause> {
    match fields.into_iter().find(|(_, value)| value.is_null()) {
        Some((field, _)) => Err(null(field)),
        None => Ok(()),
    }
}

/// Beside rules, an abbreviation that is given is not empty.
pub(super) fn refuse_empty_abbreviation(abbreviation: &Field<String>) -> Result<(), Cause> {
    match abbreviation {
        Field::Given(text) if text.is_empty() => {
            Err(Cause::Field { field: "abbreviation", reason: "expected 1 to 5 characters".to_owned() })
        }
        _ => Ok(()),
    }
}

/// The kind of policy that a field names.
pub(super) fn kind(field: Field<String>) -> Result<PolicyKind, Cause> {
    field.given().map_or(Ok(PolicyKind::default()), |text| {
        text.parse().map_err(|error: UnknownKind| Cause::Field { field: "kind", reason: error.to_string() })
    })
}

impl CreatedPolicy {
    fn of(committed: &Committed) -> Result<Self, ApiError> {
        let mut policy = None;
        let mut rules = Vec::new();
        for change in changes(committed) {
            match change {
                Change::Policy(Edit::Created(created)) => policy = Some(PolicyView::from(created.as_ref())),
                Change::Rule(Edit::Created(created)) => rules.push(RuleText::laid_out(created)),
                _ => {}
            }
        }
        let policy =
            policy.ok_or_else(|| ApiError::new(Subject::Policy, Cause::Fault("the created policy")))?;
        Ok(Self { policy, rules: Some(rules) })
    }
}

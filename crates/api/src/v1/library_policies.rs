//! `/v1/librarypolicies`: policies kept as templates.

use std::fmt;

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::Map;
use statehouse_db::{Committed, Store};
use statehouse_model::{Change, Command, Edit, LibraryPolicy, LibraryRule, PolicyKind, Reference};
use utoipa::ToSchema;

use super::policies::{self, changes};
use crate::answer::{Answer, Results};
use crate::body::{Body, Wire};
use crate::caller::{Caller, new_id};
use crate::document::{Field, Object};
use crate::error::{ApiError, Cause, ErrorBody, Subject};
use crate::exact::Exact;
use crate::query::Query;
use crate::reader::Reader;

/// A library policy that is to be created or replaced. Fields that are not listed here are ignored.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewLibraryPolicy {
    /// Unique within the library; made like the name of a policy.
    #[schema(example = "NetworkGateway", max_length = 255)]
    name: String,
    /// Free text; at most 65535 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 65535)]
    description: Field<String>,
    /// A short name, 1 to 5 characters; the first 5 of the name when left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 5)]
    abbreviation: Field<String>,
    /// The kind of the policy that is made of it; nonrecursive when left out.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "nonrecursive")]
    kind: Field<String>,
    /// Its rules: checked when a policy is made of them, not before.
    #[schema(value_type = Vec<LibraryRuleBody>)]
    rules: Vec<GivenRule>,
}

impl Wire for Object<NewLibraryPolicy> {
    const SUBJECT: Subject = Subject::LibraryPolicy;
}

/// A rule as it comes in. What else it has is kept, so nothing in it may be altered by reading it.
#[derive(Clone, Debug)]
struct GivenRule(LibraryRule);

impl<'de> Deserialize<'de> for GivenRule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(GivenRuleVisitor).map(Self)
    }
}

struct GivenRuleVisitor;

impl<'de> Visitor<'de> for GivenRuleVisitor {
    type Value = LibraryRule;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<LibraryRule, A::Error> {
        let (mut rule, mut name, mut comment, mut extra) = (None, None, None, Map::new());
        while let Some(field) = fields.next_key::<String>()? {
            match field.as_str() {
                "rule" => rule = Some(fields.next_value()?),
                "name" => name = fields.next_value()?,
                "comment" => comment = fields.next_value()?,
                _ => {
                    let Exact(value) = fields.next_value()?;
                    extra.insert(field, value);
                }
            }
        }
        let rule = rule.ok_or_else(|| A::Error::missing_field("rule"))?;
        Ok(LibraryRule { rule, name, comment, extra })
    }
}

/// A rule of a library policy. Whatever else it has is kept and given back.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({"rule": "p(x) :- q(x)", "comment": "classifies"}))]
pub struct LibraryRuleBody {
    /// The rule, in the policy language.
    rule: String,
    /// The author's name for it.
    name: Option<String>,
    /// The author's comment.
    comment: Option<String>,
}

/// A library policy as it is shown.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "id": "9d0db463-864e-4a37-9a70-3bf22f8b78d3", "name": "lib1", "abbreviation": "lib1", "description": "",
    "kind": "nonrecursive", "rules": [{"rule": "p(x) :- q(x)"}]
}))]
pub struct LibraryPolicyView {
    id: String,
    name: String,
    abbreviation: String,
    description: String,
    kind: String,
    /// Left out where `include_rules=false` was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Vec<LibraryRuleBody>>)]
    rules: Option<Vec<LibraryRule>>,
}

impl LibraryPolicyView {
    fn without_rules(policy: &LibraryPolicy) -> Self {
        Self {
            id: policy.id.to_string(),
            name: policy.name.clone(),
            abbreviation: policy.abbreviation.clone(),
            description: policy.description.clone(),
            kind: policy.kind.to_string(),
            rules: None,
        }
    }
}

impl From<&LibraryPolicy> for LibraryPolicyView {
    fn from(policy: &LibraryPolicy) -> Self {
        Self { rules: Some(policy.rules.clone()), ..Self::without_rules(policy) }
    }
}

/// Lists the library's policies in creation order.
#[utoipa::path(
    get, path = "/v1/librarypolicies", tag = "library policies", operation_id = "library_policy_list",
    params(
        ("name" = Option<String>, Query, description = "Only the library policy of this name"),
        ("include_rules" = Option<String>, Query, description = "`false` or `False`: without the rules; with them for anything else"),
    ),
    responses(
        (status = 200, description = "The library policies", body = Results<LibraryPolicyView>),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn list(reader: Reader, query: Query) -> Result<Answer<Results<LibraryPolicyView>>, ApiError> {
    let state = reader.state().await.map_err(ApiError::about(Subject::LibraryPolicy))?;
    let view = if query.is_false("include_rules") {
        LibraryPolicyView::without_rules
    } else {
        |policy: &LibraryPolicy| LibraryPolicyView::from(policy)
    };
    let name = query.first("name");
    let wanted = state.library_policies().filter(|policy| name.is_none_or(|name| policy.name == name));
    Ok(Answer::ok(wanted.map(|policy| view(policy)).collect()))
}

/// Shows a library policy.
#[utoipa::path(
    get, path = "/v1/librarypolicies/{library_policy}", tag = "library policies", operation_id = "library_policy_show",
    params(("library_policy" = String, Path, description = "The library policy's id or name")),
    responses(
        (status = 200, description = "The library policy", body = LibraryPolicyView),
        (status = 404, description = "There is no such library policy", body = ErrorBody),
        (status = 503, description = "The database does not answer", body = ErrorBody),
    )
)]
pub async fn show(reader: Reader, name: Path<String>) -> Result<Answer<LibraryPolicyView>, ApiError> {
    let state = reader.state().await.map_err(ApiError::about(Subject::LibraryPolicy))?;
    let policy = state
        .library_policy(&Reference::from(name.as_str()))
        .ok_or_else(|| ApiError::not_found("library policy", &name))?;
    Ok(Answer::ok(policy.as_ref().into()))
}

/// Adds a policy to the library.
#[utoipa::path(
    post, path = "/v1/librarypolicies", tag = "library policies", operation_id = "library_policy_create",
    request_body = NewLibraryPolicy,
    responses(
        (status = 201, description = "The library policy", body = LibraryPolicyView),
        (status = 400, description = "A field that cannot be used", body = ErrorBody),
        (status = 409, description = "The name is in use in the library", body = ErrorBody),
        (status = 413, description = "The body is too long", body = ErrorBody),
        (status = 503, description = "The database does not answer, or too much waits for it", body = ErrorBody),
    )
)]
pub async fn create(
    store: Data<Store>,
    caller: Caller,
    request: HttpRequest,
    body: Body<Object<NewLibraryPolicy>>,
) -> Result<Answer<LibraryPolicyView>, ApiError> {
    let Body(Object(policy)) = body;
    let (abbreviation, description, kind) = policy.checked()?;
    let command = Command::CreateLibraryPolicy {
        id: new_id().into(),
        name: policy.name,
        abbreviation,
        description,
        kind,
        rules: policy.rules.into_iter().map(|GivenRule(rule)| rule).collect(),
    };
    let committed = caller.write(&store, command).await.map_err(ApiError::about(Subject::LibraryPolicy))?;
    let created = edited(&committed, Edit::after)?;
    Ok(Answer::created(format!("{}/{}", request.path(), created.id), created))
}

/// Puts another library policy in the place of one; it keeps its id.
#[utoipa::path(
    put, path = "/v1/librarypolicies/{library_policy}", tag = "library policies", operation_id = "library_policy_replace",
    params(("library_policy" = String, Path, description = "The library policy's id or name")),
    request_body = NewLibraryPolicy,
    responses(
        (status = 200, description = "The library policy as it is now", body = LibraryPolicyView),
        (status = 400, description = "A field that cannot be used", body = ErrorBody),
        (status = 404, description = "There is no such library policy", body = ErrorBody),
        (status = 409, description = "The name is in use in the library", body = ErrorBody),
        (status = 413, description = "The body is too long", body = ErrorBody),
        (status = 503, description = "The database does not answer, or too much waits for it", body = ErrorBody),
    )
)]
pub async fn replace(
    store: Data<Store>,
    caller: Caller,
    name: Path<String>,
    body: Body<Object<NewLibraryPolicy>>,
) -> Result<Answer<LibraryPolicyView>, ApiError> {
    let Body(Object(policy)) = body;
    let (abbreviation, description, kind) = policy.checked()?;
    let reference = Reference::from(name.into_inner());
    let command = Command::ReplaceLibraryPolicy {
        library_policy: reference.clone(),
        name: policy.name,
        abbreviation,
        description,
        kind,
        rules: policy.rules.into_iter().map(|GivenRule(rule)| rule).collect(),
    };
    let committed = caller.write(&store, command).await.map_err(ApiError::about(Subject::LibraryPolicy))?;
    // Replacing a library policy by an equal one changes nothing, so there is no commit to take the answer from.
    let replaced = match committed.commit {
        Some(_) => edited(&committed, Edit::after)?,
        None => committed
            .state
            .library_policy(&reference)
            .map(|policy| policy.as_ref().into())
            .ok_or_else(|| fault("the replaced library policy"))?,
    };
    Ok(Answer::ok(replaced))
}

/// Deletes a library policy; policies that were made of it stay.
#[utoipa::path(
    delete, path = "/v1/librarypolicies/{library_policy}", tag = "library policies", operation_id = "library_policy_delete",
    params(("library_policy" = String, Path, description = "The library policy's id or name")),
    responses(
        (status = 200, description = "The library policy as it was", body = LibraryPolicyView),
        (status = 404, description = "There is no such library policy", body = ErrorBody),
        (status = 503, description = "The database does not answer, or too much waits for it", body = ErrorBody),
    )
)]
pub async fn delete(
    store: Data<Store>,
    caller: Caller,
    name: Path<String>,
) -> Result<Answer<LibraryPolicyView>, ApiError> {
    let command = Command::DeleteLibraryPolicy { library_policy: Reference::from(name.into_inner()) };
    let committed = caller.write(&store, command).await.map_err(ApiError::about(Subject::LibraryPolicy))?;
    Ok(Answer::ok(edited(&committed, Edit::before)?))
}

impl NewLibraryPolicy {
    /// The fields that are more than text: a field is left out or has a value, and an abbreviation is not empty.
    fn checked(&self) -> Result<(Option<String>, String, PolicyKind), ApiError> {
        let error = ApiError::about(Subject::LibraryPolicy);
        let fields =
            [("description", &self.description), ("abbreviation", &self.abbreviation), ("kind", &self.kind)];
        policies::refuse_nulls(fields).map_err(&error)?;
        policies::refuse_empty_abbreviation(&self.abbreviation).map_err(&error)?;
        let kind = policies::kind(self.kind.clone()).map_err(&error)?;
        Ok((self.abbreviation.clone().given(), self.description.clone().given().unwrap_or_default(), kind))
    }
}

/// The library policy that a commit changed, on the side that is asked for.
fn edited(
    committed: &Committed,
    side: impl Fn(&Edit<LibraryPolicy>) -> Option<&std::sync::Arc<LibraryPolicy>>,
) -> Result<LibraryPolicyView, ApiError> {
    changes(committed)
        .find_map(|change| match change {
            Change::LibraryPolicy(edit) => side(edit).map(|policy| policy.as_ref().into()),
            _ => None,
        })
        .ok_or_else(|| fault("the library policy"))
}

fn fault(missing: &'static str) -> ApiError {
    ApiError::new(Subject::LibraryPolicy, Cause::Fault(missing))
}

//! The description of the API.

use utoipa::openapi::path::Operation;
use utoipa::openapi::{ContentBuilder, OpenApi, PathItem, Ref, Response, ResponseBuilder};
use utoipa::{Modify, OpenApi as _};

use crate::{docs, health, v1};

/// Collects what every handler says about itself.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Statehouse",
        description = "A policy service whose configuration survives everything. `/v1` is the API of OpenStack \
            Congress: existing clients work unmodified. Every answer carries `X-Openstack-Request-Id`; answers that \
            read or wrote state carry `Statehouse-Revision`, the number of the commit they show. HEAD works wherever \
            GET does. A method that a path does not have is answered 501 with `Allow`.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    tags(
        (name = "version", description = "Which versions of the API there are"),
        (name = "policies", description = "Named sets of rules"),
        (name = "rules", description = "The rules of a policy"),
        (name = "policy tables", description = "What the rules of a policy mention and derive"),
        (name = "library policies", description = "Policies kept as templates"),
        (name = "data sources", description = "Where facts come from"),
        (name = "drivers", description = "Which kinds of data source there are"),
        (name = "operation", description = "For those who run a server"),
    ),
    paths(
        v1::version::all,
        v1::version::one,
        v1::policies::list,
        v1::policies::create,
        v1::policies::show,
        v1::policies::delete,
        v1::actions::on_policy,
        v1::status::of_policy,
        v1::rules::list,
        v1::rules::create,
        v1::rules::show,
        v1::rules::delete,
        v1::status::of_rule,
        v1::policy_tables::list,
        v1::policy_tables::show,
        v1::policy_tables::rows,
        v1::library_policies::list,
        v1::library_policies::create,
        v1::library_policies::show,
        v1::library_policies::replace,
        v1::library_policies::delete,
        v1::data_sources::list,
        v1::data_sources::create,
        v1::data_sources::show,
        v1::data_sources::delete,
        v1::actions::on_data_source,
        v1::columns::of_data_source,
        v1::status::of_data_source,
        v1::actions::of_data_source,
        v1::columns::tables,
        v1::columns::table,
        v1::columns::of_table,
        v1::rows::list,
        v1::rows::replace,
        v1::webhook::receive,
        v1::drivers::list,
        v1::drivers::show,
        health::alive,
        health::ready,
        health::metrics,
        docs::document,
    ),
    modifiers(&Everywhere)
)]
struct Description;

/// Adds what is not up to a handler: the refusals that come before it, and are the same everywhere.
struct Everywhere;

impl Modify for Everywhere {
    fn modify(&self, description: &mut OpenApi) {
        for (path, item) in &mut description.paths.paths {
            for operation in operations(item) {
                let mut refusals = vec![("414", "The address is too long")];
                if path.contains('{') {
                    refusals.push(("400", "The path cannot be read"));
                }
                if operation.request_body.is_some() {
                    refusals.extend([
                        ("400", "The body is no JSON of the form that is described"),
                        ("408", "The body did not arrive in time"),
                        ("413", "The body is too long"),
                        ("415", "The body is compressed"),
                    ]);
                }
                for (status, reason) in refusals {
                    let answers = &mut operation.responses.responses;
                    answers.entry(status.to_owned()).or_insert_with(|| refusal(reason).into());
                }
            }
        }
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.put, &mut item.post, &mut item.delete].into_iter().flatten()
}

fn refusal(reason: &str) -> Response {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("ErrorBody"))).build();
    ResponseBuilder::new().description(reason).content("application/json", content).build()
}

/// The description of every endpoint, as `OpenAPI` 3.1.
#[must_use]
pub fn openapi() -> OpenApi {
    Description::openapi()
}

/// The description as it is committed in `openapi/statehouse.json`: indented JSON and a newline.
///
/// # Errors
///
/// None: the description is plain data.
pub fn openapi_json() -> serde_json::Result<String> {
    serde_json::to_string_pretty(&openapi()).map(|json| json + "\n")
}

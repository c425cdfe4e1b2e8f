//! The description of the API.

use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::{
    ContentBuilder, Header, HeaderBuilder, KnownFormat, Object, ObjectBuilder, OpenApi, PathItem, Ref, RefOr,
    Response, ResponseBuilder, SchemaFormat, Type,
};
use utoipa::{Modify, OpenApi as _};

use crate::demand::Consistency;
use crate::endpoint::is_resource;
use crate::v2::problem::Problem;
use crate::{docs, health, v1, v2};

/// Collects what every handler says about itself.
#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "Statehouse",
        description = "A policy service whose configuration survives everything. `/v1` is the API of OpenStack \
            Congress: existing clients work unmodified. Every answer carries `X-Openstack-Request-Id`, and \
            `Statehouse-Revision`: the revision of the state that the answer was made from, or that the request made. \
            Below `/v1/` and `/v2/`, a request may wait until the server has a revision (`Statehouse-Min-Revision`), and a read \
            may be content with what the server has (`Statehouse-Consistency`). HEAD works wherever GET does. A method \
            that a path does not have is answered 501 with `Allow`. `/v2` is Statehouse's own: errors are problem details \
            (RFC 9457), and a method that a path does not have is answered 405.",
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
        (name = "executions", description = "Actions that were asked for, and what became of them"),
        (name = "violations", description = "What violates the policies"),
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
        v1::rows::change,
        v1::webhook::receive,
        v1::drivers::list,
        v1::drivers::show,
        v2::executions::list,
        v2::violations::list,
        v2::stream::listen,
        health::alive,
        health::ready,
        health::metrics,
        docs::document,
    ),
    modifiers(&Everywhere)
)]
struct Description;

/// Adds what is not up to a handler: the headers, and the refusals that come before it, which are the same everywhere.
struct Everywhere;

impl Modify for Everywhere {
    fn modify(&self, description: &mut OpenApi) {
        for (path, item) in &mut description.paths.paths {
            for operation in operations(item) {
                let mut refusals = vec![("414", "The address is too long")];
                let is_own = path.starts_with("/v2/");
                if is_resource(path) {
                    operation.parameters.get_or_insert_default().extend([min_revision(), consistency()]);
                    refusals.extend([
                        ("400", "A header has a value that it cannot have"),
                        ("412", "The revision of `Statehouse-Min-Revision` does not exist, and did not come in time"),
                        ("503", "Whether the revision of `Statehouse-Min-Revision` exists cannot be learnt, or too many requests wait"),
                    ]);
                }
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
                    answers.entry(status.to_owned()).or_insert_with(|| refusal(reason, is_own).into());
                }
                for answer in operation.responses.responses.values_mut() {
                    if let RefOr::T(answer) = answer {
                        answer.headers.insert("Statehouse-Revision".to_owned(), shown());
                    }
                }
            }
        }
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.put, &mut item.post, &mut item.patch, &mut item.delete].into_iter().flatten()
}

fn refusal(reason: &str, is_own: bool) -> Response {
    let (schema, kind) =
        if is_own { ("Problem", Problem::CONTENT_TYPE) } else { ("ErrorBody", "application/json") };
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name(schema))).build();
    ResponseBuilder::new().description(reason).content(kind, content).build()
}

fn min_revision() -> Parameter {
    ParameterBuilder::new()
        .name("Statehouse-Min-Revision")
        .parameter_in(ParameterIn::Header)
        .description(Some(
            "Waits until the state of this server has this revision at least, for as long as `--revision-wait` says. On a \
             write: before it is decided.",
        ))
        .schema(Some(revision()))
        .build()
}

fn consistency() -> Parameter {
    ParameterBuilder::new()
        .name("Statehouse-Consistency")
        .parameter_in(ParameterIn::Header)
        .description(Some(
            "How new the state is that is read. `linearizable` (when left out): it shows everything that any server has \
             answered before. `eventual`: it is what this server has, and the database is not asked. A write is decided on \
             the newest state whatever this says.",
        ))
        .schema(Some(
            ObjectBuilder::new()
                .schema_type(Type::String)
                .enum_values(Some(Consistency::NAMES.map(|(name, _)| name))),
        ))
        .build()
}

fn shown() -> Header {
    let description = "The revision of the state that the answer was made from, or that the request made";
    HeaderBuilder::new().schema(revision()).description(Some(description)).build()
}

fn revision() -> Object {
    ObjectBuilder::new()
        .schema_type(Type::Integer)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64)))
        .minimum(Some(0))
        .build()
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

//! `/v1`: the API of OpenStack Congress. Paths, methods, status codes, bodies and error codes are Congress's; where
//! they are not, the black-box tests list the difference and its reason.

pub mod actions;
pub mod columns;
pub mod data_sources;
pub mod drivers;
pub mod executions;
pub mod library_policies;
pub mod policies;
pub mod policy_tables;
pub mod rows;
pub mod rules;
pub mod status;
pub mod version;
pub mod webhook;

use actix_web::web::ServiceConfig;

use crate::endpoint::Endpoint;

/// Puts every path of `/v1` into the application.
pub fn register(app: &mut ServiceConfig) {
    policies_and_rules(app);
    data_sources_and_drivers(app);
    version::register(app);
}

fn policies_and_rules(app: &mut ServiceConfig) {
    Endpoint::collection("/v1/policies").get(policies::list).post(policies::create).register(app);
    Endpoint::element("/v1/policies/{policy}")
        .get(policies::show)
        .post(actions::on_policy)
        .delete(policies::delete)
        .register(app);
    Endpoint::element("/v1/policies/{policy}/status").get(status::of_policy).register(app);
    Endpoint::collection("/v1/policies/{policy}/rules").get(rules::list).post(rules::create).register(app);
    Endpoint::element("/v1/policies/{policy}/rules/{rule}")
        .get(rules::show)
        .delete(rules::delete)
        .register(app);
    Endpoint::element("/v1/policies/{policy}/rules/{rule}/status").get(status::of_rule).register(app);
    Endpoint::collection("/v1/policies/{policy}/tables").get(policy_tables::list).register(app);
    Endpoint::element("/v1/policies/{policy}/tables/{table}").get(policy_tables::show).register(app);
    Endpoint::collection("/v1/policies/{policy}/tables/{table}/rows").get(policy_tables::rows).register(app);
    Endpoint::element("/v1/policies/{policy}/tables/{table}/rows/{row}").register(app);
    Endpoint::collection("/v1/librarypolicies")
        .get(library_policies::list)
        .post(library_policies::create)
        .register(app);
    Endpoint::element("/v1/librarypolicies/{library_policy}")
        .get(library_policies::show)
        .put(library_policies::replace)
        .delete(library_policies::delete)
        .register(app);
}

fn data_sources_and_drivers(app: &mut ServiceConfig) {
    Endpoint::collection("/v1/data-sources").get(data_sources::list).post(data_sources::create).register(app);
    Endpoint::element("/v1/data-sources/{data_source}")
        .get(data_sources::show)
        .post(actions::on_data_source)
        .delete(data_sources::delete)
        .register(app);
    Endpoint::element("/v1/data-sources/{data_source}/schema").get(columns::of_data_source).register(app);
    Endpoint::element("/v1/data-sources/{data_source}/status").get(status::of_data_source).register(app);
    Endpoint::collection("/v1/data-sources/{data_source}/actions").get(actions::of_data_source).register(app);
    Endpoint::collection("/v1/data-sources/{data_source}/tables").get(columns::tables).register(app);
    Endpoint::element("/v1/data-sources/{data_source}/tables/{table}").get(columns::table).register(app);
    Endpoint::element("/v1/data-sources/{data_source}/tables/{table}/spec")
        .get(columns::of_table)
        .register(app);
    Endpoint::collection("/v1/data-sources/{data_source}/tables/{table}/rows")
        .get(rows::list)
        .put(rows::replace)
        .patch(rows::change)
        .register(app);
    Endpoint::element("/v1/data-sources/{data_source}/tables/{table}/rows/{row}").register(app);
    Endpoint::collection("/v1/data-sources/{data_source}/webhook").post(webhook::receive).register(app);
    Endpoint::collection("/v1/system/drivers").get(drivers::list).register(app);
    Endpoint::element("/v1/system/drivers/{driver}").get(drivers::show).register(app);
}

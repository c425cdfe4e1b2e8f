//! `/v2`: what Congress does not have.

pub mod executions;

use actix_web::web::ServiceConfig;

use crate::endpoint::Endpoint;

/// Puts every path of `/v2` into the application.
pub fn register(app: &mut ServiceConfig) {
    Endpoint::collection("/v2/executions").get(executions::list).register(app);
}

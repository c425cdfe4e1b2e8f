//! `/v2`: the API of Statehouse's own. Lists have cursors, and errors are problem details (RFC 9457).

pub mod executions;
pub mod problem;
pub mod stream;
pub mod violations;

use actix_web::web::ServiceConfig;

use crate::endpoint::Endpoint;

/// Puts every path of `/v2` into the application.
pub fn register(app: &mut ServiceConfig) {
    Endpoint::collection("/v2/executions").get(executions::list).register(app);
    Endpoint::collection("/v2/violations").get(violations::list).register(app);
    Endpoint::collection("/v2/violations/stream").get(stream::listen).register(app);
}

//! `/openapi.json` and `/docs/`: the description of the API, and a page to browse it. Everything is in the binary.

use actix_web::web::{self, Data, ServiceConfig};
use utoipa::openapi::OpenApi;
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::answer::Answer;
use crate::endpoint::Endpoint;

/// Describes the API in the form of `OpenAPI` 3.1.
#[utoipa::path(
    get, path = "/openapi.json", tag = "operation",
    responses((status = 200, description = "The description", body = Object))
)]
pub async fn document(document: Data<OpenApi>) -> Answer<Data<OpenApi>> {
    Answer::ok(document)
}

/// Puts the paths into the application.
pub fn register(app: &mut ServiceConfig) {
    Endpoint::collection("/openapi.json").get(document).register(app);
    app.service(web::redirect("/docs", "/docs/"));
    app.service(SwaggerUi::new("/docs/{_:.*}").config(Config::from("/openapi.json")));
}

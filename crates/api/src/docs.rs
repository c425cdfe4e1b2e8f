//! `/openapi.json` and `/docs/`: the description of the API, and a page to browse it. Everything is in the binary.

use std::sync::{Arc, LazyLock};

use actix_web::HttpResponse;
use actix_web::web::{self, Data, Path, ServiceConfig};
use utoipa::openapi::OpenApi;
use utoipa_swagger_ui::Config;

use crate::answer::Answer;
use crate::endpoint::Endpoint;
use crate::error::{ApiError, Cause, Subject};

/// Describes the API in the form of `OpenAPI` 3.1.
#[utoipa::path(
    get, path = "/openapi.json", tag = "operation", operation_id = "openapi_show",
    responses((status = 200, description = "The description", body = Object))
)]
pub async fn document(document: Data<OpenApi>) -> Answer<Data<OpenApi>> {
    Answer::ok(document)
}

/// A file of the page; without a name, the page itself.
async fn file(name: Path<String>) -> Result<HttpResponse, ApiError> {
    static CONFIG: LazyLock<Arc<Config<'static>>> = LazyLock::new(|| Arc::new(Config::from("/openapi.json")));
    let fault = |_| ApiError::new(Subject::Server, Cause::Fault("the page"));
    match utoipa_swagger_ui::serve(&name, CONFIG.clone()).map_err(fault)? {
        Some(file) => Ok(HttpResponse::Ok().content_type(file.content_type).body(file.bytes.into_owned())),
        None => Err(ApiError::not_found("file", &name)),
    }
}

/// Puts the paths into the application.
pub fn register(app: &mut ServiceConfig) {
    Endpoint::collection("/openapi.json").get(document).register(app);
    app.service(web::redirect("/docs", "/docs/"));
    Endpoint::collection("/docs/{file:.*}").get(file).register(app);
}

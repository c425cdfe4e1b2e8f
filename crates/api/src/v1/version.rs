//! `/` and `/v1`: which versions of the API there are. Whatever else is asked for outside `/v1` is answered with them.

use actix_web::http::header;
use actix_web::web::ServiceConfig;
use actix_web::{HttpRequest, web};
use serde::Serialize;
use utoipa::ToSchema;

use crate::answer::Answer;
use crate::error::{ApiError, Cause, Subject};

/// A version of the API.
#[derive(Debug, Serialize, ToSchema)]
pub struct Version {
    /// Its name.
    #[schema(example = "v1")]
    id: &'static str,
    /// Whether it is the one to use.
    #[schema(example = "CURRENT")]
    status: &'static str,
    /// When it was last changed: Congress's own date, which clients may know it by.
    #[schema(example = "2013-08-12T17:42:13Z")]
    updated: &'static str,
    /// Where it is served.
    links: Vec<Link>,
}

/// A place to go to.
#[derive(Debug, Serialize, ToSchema)]
pub struct Link {
    /// What is found there.
    #[schema(example = "self")]
    rel: &'static str,
    /// The type of what is found there.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    media_type: Option<&'static str>,
    /// The address, with the host that the client asked for.
    #[schema(example = "http://127.0.0.1:1789/v1/")]
    href: String,
}

/// Every version.
#[derive(Debug, Serialize, ToSchema)]
pub struct Versions {
    versions: Vec<Version>,
}

/// One version.
#[derive(Debug, Serialize, ToSchema)]
pub struct OneVersion {
    version: Version,
}

/// The versions that can serve what was asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct Choices {
    choices: Vec<Version>,
}

impl Version {
    fn linked(links: Vec<Link>) -> Self {
        Self { id: "v1", status: "CURRENT", updated: "2013-08-12T17:42:13Z", links }
    }
}

impl Link {
    fn to_itself(href: String) -> Self {
        Self { rel: "self", media_type: None, href }
    }

    /// Congress's own documentation of version 1, as Congress links it.
    fn to_description() -> Self {
        let href = "http://congress.readthedocs.org/".to_owned();
        Self { rel: "describedby", media_type: Some("text/html"), href }
    }
}

/// Which versions there are; any method.
#[utoipa::path(
    get, path = "/", tag = "version", operation_id = "version_list",
    responses((status = 200, description = "The versions", body = Versions))
)]
pub async fn all(request: HttpRequest) -> Answer<Versions> {
    let links = vec![Link::to_itself(format!("{}/v1/", origin(&request)))];
    Answer::ok(Versions { versions: vec![Version::linked(links)] })
}

/// What version 1 is; any method.
#[utoipa::path(
    get, path = "/v1", tag = "version", operation_id = "version_show",
    responses((status = 200, description = "The version", body = OneVersion))
)]
pub async fn one(request: HttpRequest) -> Answer<OneVersion> {
    let links = vec![Link::to_itself(format!("{}/v1/", origin(&request))), Link::to_description()];
    Answer::ok(OneVersion { version: Version::linked(links) })
}

/// Everything that no other path matches.
async fn otherwise(request: HttpRequest) -> Result<Answer<Choices>, ApiError> {
    if request.path().starts_with("/v1/") || request.path().starts_with("/v2/") {
        return Err(ApiError::new(Subject::of_path(request.path()), Cause::NoSuchPath));
    }
    let links = vec![Link::to_itself(format!("{}/v1{}", origin(&request), request.uri().path()))];
    Ok(Answer::choices(Choices { choices: vec![Version::linked(links)] }))
}

/// Puts the paths into the application.
pub fn register(app: &mut ServiceConfig) {
    app.route("/", web::route().to(all))
        .route("/v1", web::route().to(one))
        .route("/v1/", web::route().to(one))
        .default_service(web::route().to(otherwise));
}

/// Where the client believes this server to be: what it put into `Host`, when that can be the name of a host. What
/// proxies say about themselves (`Forwarded`, `X-Forwarded-Proto`) is not believed.
fn origin(request: &HttpRequest) -> String {
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .or_else(|| request.uri().authority().map(actix_web::http::uri::Authority::as_str))
        .filter(|host| is_host(host))
        .unwrap_or_else(|| request.app_config().host());
    format!("http://{host}")
}

fn is_host(text: &str) -> bool {
    const LONGEST: usize = 255;
    !text.is_empty()
        && text.len() <= LONGEST
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte))
}

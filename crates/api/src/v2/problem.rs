//! How `/v2` answers errors: problem details, RFC 9457.

use serde::Serialize;
use utoipa::ToSchema;

/// The body of an error answer of `/v2`, of the type `application/problem+json`.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// What kind of problem it is. `about:blank`: the status says it.
    #[serde(rename = "type")]
    #[schema(example = "about:blank")]
    kind: &'static str,
    /// The status in words.
    #[schema(example = "Bad Request")]
    title: &'static str,
    /// The status of the answer.
    #[schema(example = 400)]
    status: u16,
    /// For people: the parameter or thing, what is wrong with it, and what would be right.
    #[schema(example = "limit: expected a number between 1 and 1000")]
    detail: String,
}

impl Problem {
    /// The type of the body.
    pub const CONTENT_TYPE: &str = "application/problem+json";

    /// A problem that the status names.
    pub fn new(status: actix_web::http::StatusCode, detail: String) -> Self {
        let title = status.canonical_reason().unwrap_or("Error");
        Self { kind: "about:blank", title, status: status.as_u16(), detail }
    }
}

//! What handlers give back.

use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, Responder};
use serde::Serialize;
use utoipa::ToSchema;

/// A successful answer.
#[derive(Debug)]
pub struct Answer<T> {
    status: StatusCode,
    location: Option<String>,
    body: Option<T>,
}

impl<T> Answer<T> {
    /// Here is what was asked for.
    pub fn ok(body: T) -> Self {
        Self { status: StatusCode::OK, location: None, body: Some(body) }
    }

    /// It was created, and is found at this path from now on.
    pub fn created(location: String, body: T) -> Self {
        Self { status: StatusCode::CREATED, location: Some(location), ..Self::ok(body) }
    }

    /// There is more than one version of the API.
    pub fn choices(body: T) -> Self {
        Self { status: StatusCode::MULTIPLE_CHOICES, ..Self::ok(body) }
    }

    /// The same answer with its body as something else.
    pub fn map<U>(into: impl Fn(T) -> U) -> impl Fn(Self) -> Answer<U> {
        move |answer| Answer {
            status: answer.status,
            location: answer.location,
            body: answer.body.map(&into),
        }
    }

    /// The server cannot do its work at the moment.
    pub fn not_ready(body: T) -> Self {
        Self { status: StatusCode::SERVICE_UNAVAILABLE, ..Self::ok(body) }
    }
}

impl Answer<()> {
    /// Done; there is nothing to say.
    pub fn done() -> Self {
        Self { body: None, ..Self::ok(()) }
    }
}

impl<T: Serialize> Responder for Answer<T> {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        let mut response = HttpResponse::build(self.status);
        if let Some(location) = self.location {
            response.insert_header((header::LOCATION, location));
        }
        match self.body {
            Some(body) => response.json(body),
            None => response.finish(),
        }
    }
}

/// A list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Results<T> {
    /// What is in the list, in creation order unless said otherwise.
    pub results: Vec<T>,
}

impl<T> FromIterator<T> for Results<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self { results: items.into_iter().collect() }
    }
}

//! The parameters behind the `?` of an address.

use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpRequest, dev, web};

use crate::error::{ApiError, Cause, Subject};

/// The parameters of a request, in order. Those that nobody asks for are ignored, as in Congress.
#[derive(Clone, Debug, Default)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// The first value of a parameter.
    pub fn first(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Is the parameter given as `false` or `False`? Congress takes everything else for true.
    pub fn is_false(&self, name: &str) -> bool {
        matches!(self.first(name), Some("false" | "False"))
    }

    /// The one action that a POST names.
    ///
    /// # Errors
    ///
    /// There is none, or more than one.
    pub fn action(&self) -> Result<&str, ApiError> {
        let mut actions = self.0.iter().filter(|(key, _)| key == "action").map(|(_, value)| value.as_str());
        match (actions.next(), actions.next()) {
            (None, _) => Err(ApiError::new(Subject::Server, Cause::ActionMissing)),
            (Some(action), None) => Ok(action),
            (Some(_), Some(_)) => Err(ApiError::new(Subject::Server, Cause::ActionTwice)),
        }
    }

    /// Reads the parameters of a request; what is not of the form `name=value` has an empty value.
    pub fn of(request: &HttpRequest) -> Self {
        web::Query::<Vec<(String, String)>>::from_query(request.query_string())
            .map_or_else(|_| Self::default(), |query| Self(query.into_inner()))
    }
}

impl FromRequest for Query {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        ready(Ok(Self::of(request)))
    }
}

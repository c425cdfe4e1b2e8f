//! A path and the methods it has.

use actix_web::guard::{self, Guard};
use actix_web::http::Method;
use actix_web::{FromRequest, Handler, HttpRequest, Resource, Responder, web};

use crate::error::{ApiError, Cause, Subject};
use crate::query::Query;

/// A path with the handler of each method. A method without a handler is answered 501, as Congress does, or
/// below `/v2` 405, with `Allow`.
pub struct Endpoint {
    resource: Resource,
    methods: Vec<Method>,
    takes_actions: bool,
}

impl Endpoint {
    /// A path that stands for several things, or for something to be created.
    pub fn collection(path: &str) -> Self {
        Self { resource: web::resource(path.to_owned()), methods: Vec::new(), takes_actions: false }
    }

    /// A path that stands for one thing. A POST to it asks for an action: `?action=…`. Where nothing handles POST, the
    /// thing has no actions, and a POST without one is told so.
    pub fn element(path: &str) -> Self {
        Self { takes_actions: true, ..Self::collection(path) }
    }

    /// Adds GET, and HEAD with it.
    pub fn get<F, Args>(self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.with(guard::Any(guard::Get()).or(guard::Head()), &[Method::GET, Method::HEAD], handler)
    }

    /// Adds POST.
    pub fn post<F, Args>(self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.with(guard::Post(), &[Method::POST], handler)
    }

    /// Adds PUT.
    pub fn put<F, Args>(self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.with(guard::Put(), &[Method::PUT], handler)
    }

    /// Adds PATCH.
    pub fn patch<F, Args>(self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.with(guard::Patch(), &[Method::PATCH], handler)
    }

    /// Adds DELETE.
    pub fn delete<F, Args>(self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.with(guard::Delete(), &[Method::DELETE], handler)
    }

    fn with<F, Args>(mut self, guard: impl Guard + 'static, methods: &[Method], handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.methods.extend_from_slice(methods);
        Self { resource: self.resource.route(web::route().guard(guard).to(handler)), ..self }
    }

    /// Puts the path into the application.
    pub fn register(self, app: &mut web::ServiceConfig) {
        let allow = self.methods.iter().map(Method::as_str).collect::<Vec<_>>().join(", ");
        let takes_actions = self.takes_actions;
        let otherwise = move |request: HttpRequest| {
            let error = unhandled(&request, &allow, takes_actions);
            async move { Err::<&'static str, ApiError>(error) }
        };
        app.service(self.resource.default_service(web::to(otherwise)));
    }
}

/// Does the template of a path belong to the resources of the API?
pub fn is_resource(path: &str) -> bool {
    ["/v1/", "/v2/"].iter().any(|version| path.len() > version.len() && path.starts_with(version))
}

fn unhandled(request: &HttpRequest, allow: &str, takes_actions: bool) -> ApiError {
    let about = Subject::of_path(request.path());
    if takes_actions && request.method() == Method::POST {
        return match Query::of(request).action() {
            Ok(action) => ApiError::new(Subject::Server, Cause::ActionUnknown(action.to_owned())),
            Err(error) => error,
        };
    }
    let method = request.method().clone();
    ApiError::new(about, Cause::NoSuchMethod { method, allow: allow.to_owned() })
}

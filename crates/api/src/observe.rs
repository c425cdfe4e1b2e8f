//! What happens around every request: its id, the check of its address, the revision on its answer, one line in the log,
//! the metrics.

use std::time::{Duration, Instant};

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::HeaderValue;
use actix_web::http::{Method, Uri};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, ResponseError, web};
use statehouse_db::Store;
use tracing::{error, info, warn};

use crate::address;
use crate::caller::{Caller, REQUEST_ID, RequestId};
use crate::error::{ApiError, Blame};
use crate::metrics::{Metrics, Request};
use crate::shown::{REVISION, Shown};

/// Wraps the application.
///
/// # Errors
///
/// Those of the application that have not become answers; there are none.
pub async fn observe(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let started = Instant::now();
    let metrics = request.app_data::<web::Data<Metrics>>().cloned();
    let store = request.app_data::<web::Data<Store>>().cloned();
    let shown = Shown::default();
    request.extensions_mut().insert(shown.clone());
    request.extensions_mut().insert(RequestId::random());
    let caller = Caller::of(request.request());
    let unanswered = Unanswered::new(&request, &caller, started, metrics.clone());
    let mut response = match address::check(request.uri()) {
        Ok(()) => next.call(request).await?.map_into_left_body(),
        Err(bad) => request.into_response(bad.error_response()).map_into_right_body(),
    };
    unanswered.answered();
    if let Some(id) = caller.request_id.to_header() {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    // Nobody looked at a state for this answer: then it is as good as what this server has.
    if let Some(revision) = shown.revision().or_else(|| Some(store?.read_local().revision())) {
        response.headers_mut().insert(REVISION, HeaderValue::from(revision.0));
    }
    let elapsed = started.elapsed();
    if let Some(metrics) = metrics {
        metrics.count(&Request {
            endpoint: response.request().match_pattern(),
            method: response.request().method(),
            status: response.status(),
            elapsed,
        });
    }
    log(&response, &caller, elapsed);
    Ok(response)
}

/// One line per request; what went wrong is told here and nowhere else.
fn log<B>(response: &ServiceResponse<B>, caller: &Caller, elapsed: Duration) {
    let request = response.request();
    let status = response.status();
    let error = response.response().error();
    let blame = error.and_then(Error::as_error::<ApiError>).map(ApiError::blame);
    let error = error.map(ToString::to_string);
    macro_rules! line {
        ($level:ident) => {
            $level!(
                method = %shown_method(request.method()),
                path = %request.uri().path(),
                status = status.as_u16(),
                duration_us = microseconds(elapsed),
                request_id = caller.request_id.as_str(),
                client_request_id = request.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok()),
                actor = &*caller.actor,
                remote = request.peer_addr().map(tracing::field::display),
                error = error.as_deref(),
                "request"
            )
        };
    }
    match blame {
        Some(Blame::Program) => line!(error),
        Some(Blame::Operation) => line!(warn),
        Some(Blame::Client) | None => line!(info),
    }
}

/// A request without an answer. When it is dropped so, its client has gone away: what it asked for may have been done, and
/// the log is to tell that it came.
struct Unanswered {
    method: Method,
    uri: Uri,
    caller: Caller,
    started: Instant,
    metrics: Option<web::Data<Metrics>>,
    is_answered: bool,
}

impl Unanswered {
    fn new(
        request: &ServiceRequest,
        caller: &Caller,
        started: Instant,
        metrics: Option<web::Data<Metrics>>,
    ) -> Self {
        let (method, uri, caller) = (request.method().clone(), request.uri().clone(), caller.clone());
        Self { method, uri, caller, started, metrics, is_answered: false }
    }

    fn answered(mut self) {
        self.is_answered = true;
    }
}

impl Drop for Unanswered {
    fn drop(&mut self) {
        if self.is_answered {
            return;
        }
        if let Some(metrics) = &self.metrics {
            metrics.count_abandoned();
        }
        info!(
            method = %shown_method(&self.method),
            path = %self.uri.path(),
            duration_us = microseconds(self.started.elapsed()),
            request_id = self.caller.request_id.as_str(),
            actor = &*self.caller.actor,
            "the client went away before it was answered"
        );
    }
}

fn microseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}

/// A client may make up a method of any length.
fn shown_method(method: &Method) -> &str {
    method.as_str().get(..32).unwrap_or(method.as_str())
}

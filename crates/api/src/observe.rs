//! What happens around every request: its id, the check of its address, one line in the log, the metrics.

use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, ResponseError, web};
use tracing::{error, info, warn};

use crate::address;
use crate::caller::{Caller, REQUEST_ID, RequestId};
use crate::error::{ApiError, Blame};
use crate::metrics::{Metrics, Request};

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
    request.extensions_mut().insert(RequestId::random());
    let caller = Caller::of(request.request());
    let mut response = match address::check(request.uri()) {
        Ok(()) => next.call(request).await?.map_into_left_body(),
        Err(bad) => request.into_response(bad.error_response()).map_into_right_body(),
    };
    if let Some(id) = caller.request_id.to_header() {
        response.headers_mut().insert(REQUEST_ID, id);
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
fn log<B>(response: &ServiceResponse<B>, caller: &Caller, elapsed: std::time::Duration) {
    let request = response.request();
    let status = response.status();
    let error = response.response().error();
    let blame = error.and_then(Error::as_error::<ApiError>).map(ApiError::blame);
    let error = error.map(ToString::to_string);
    macro_rules! line {
        ($level:ident) => {
            $level!(
                method = %shown(request.method()),
                path = %request.uri().path(),
                status = status.as_u16(),
                duration_us = u64::try_from(elapsed.as_micros()).unwrap_or(u64::MAX),
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

/// A client may make up a method of any length.
fn shown(method: &Method) -> &str {
    method.as_str().get(..32).unwrap_or(method.as_str())
}

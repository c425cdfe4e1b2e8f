//! `/healthz`, `/readyz` and `/metrics`: how the server is doing, for those who run it.

use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use statehouse_db::Store;
use statehouse_execute::Executing;
use statehouse_poll::Polling;
use utoipa::ToSchema;

use crate::answer::Answer;
use crate::error::{ApiError, Cause, Subject};
use crate::evaluation::Evaluation;
use crate::metrics::Metrics;
use crate::reader::newest;
use crate::shown::Shown;

/// The process is alive.
#[derive(Debug, Serialize, ToSchema)]
pub struct Alive {
    /// Always "alive".
    #[schema(example = "alive")]
    status: &'static str,
}

/// Whether the server can do its work.
#[derive(Debug, Serialize, ToSchema)]
pub struct Readiness {
    /// "ready" or "not ready".
    #[schema(example = "ready")]
    status: &'static str,
    /// The newest revision this server has.
    revision: u64,
    /// What keeps it from working; left out when nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

/// Whether the server has been asked to stop, and is about to.
#[derive(Debug, Default)]
pub struct Leaving(AtomicBool);

impl Leaving {
    /// It has.
    pub fn begin(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn reason(&self) -> Option<String> {
        self.0.load(Ordering::Relaxed).then(|| "the server is stopping".to_owned())
    }
}

/// Says that the process is alive, and nothing more.
#[utoipa::path(
    get, path = "/healthz", tag = "operation", operation_id = "alive_show",
    responses((status = 200, description = "The process is alive", body = Alive))
)]
pub async fn alive() -> Answer<Alive> {
    Answer::ok(Alive { status: "alive" })
}

/// Says whether the database answers, and the server is there to stay.
#[utoipa::path(
    get, path = "/readyz", tag = "operation", operation_id = "readiness_show",
    responses(
        (status = 200, description = "The database answers, and the server is there to stay", body = Readiness),
        (status = 503, description = "One of them is not so: which, and why", body = Readiness),
    )
)]
pub async fn ready(store: Data<Store>, leaving: Data<Leaving>, request: HttpRequest) -> Answer<Readiness> {
    let read = newest(&store).await;
    let health = store.health();
    Shown::of(&request).note(health.revision);
    let revision = health.revision.0;
    let reason = leaving
        .reason()
        .or_else(|| read.err().map(|error| error.to_string()))
        .or(health.writes)
        .or(health.reads);
    match reason {
        None => Answer::ok(Readiness { status: "ready", revision, reason }),
        Some(_) => Answer::not_ready(Readiness { status: "not ready", revision, reason }),
    }
}

/// Tells what the server has counted, in the text format of Prometheus.
#[utoipa::path(
    get, path = "/metrics", tag = "operation", operation_id = "metrics_show",
    responses((status = 200, description = "The metrics", body = String, content_type = "application/openmetrics-text"))
)]
pub async fn metrics(
    store: Data<Store>,
    polling: Data<Polling>,
    executing: Data<Executing>,
    evaluation: Data<Evaluation>,
    metrics: Data<Metrics>,
) -> Result<HttpResponse, ApiError> {
    let text = metrics
        .text(&store, polling.statistics(), executing.statistics(), evaluation.statistics())
        .map_err(|_| ApiError::new(Subject::Server, Cause::Fault("the metrics")))?;
    Ok(HttpResponse::Ok().content_type(Metrics::CONTENT_TYPE).body(text))
}

//! Waiting for a revision: a request that names one (`Statehouse-Min-Revision`) goes on when this server's state has it.
//!
//! A write waits too, before its body is received and its command is queued. Those who wait hold no thread and no body,
//! their number is bounded, and so is their time. A client that goes away ends its wait: the future is dropped with the
//! connection.

use std::pin::pin;
use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{Error, HttpMessage as _, HttpResponse};
use statehouse_db::{ReadError, Store};
use statehouse_model::Revision;
use tokio::sync::{Semaphore, watch};
use tokio::time::{Instant, timeout_at};

use crate::demand::Demand;
use crate::endpoint::is_resource;
use crate::error::{ApiError, Cause, Subject};
use crate::metrics::{Metrics, WaitOutcome};
use crate::reader::newest;
use crate::shown::Shown;

/// Those who wait for a revision.
#[derive(Debug)]
pub struct Waits {
    /// How long each of them waits.
    limit: Duration,
    /// How many there may be at the same time.
    most: usize,
    places: Semaphore,
    stopping: watch::Sender<bool>,
}

impl Waits {
    /// Nobody waits yet.
    pub fn new(limit: Duration, most: usize) -> Self {
        let most = most.min(Semaphore::MAX_PERMITS);
        Self { limit, most, places: Semaphore::new(most), stopping: watch::Sender::new(false) }
    }

    /// The server stops: whoever waits is told so.
    pub fn stop(&self) {
        self.stopping.send_replace(true);
    }

    /// Waits until this server's state has a revision.
    async fn wait(&self, store: &Store, revision: Revision, metrics: &Metrics) -> Result<(), Cause> {
        if store.read_local().revision() >= revision {
            return Ok(());
        }
        let Ok(_place) = self.places.try_acquire() else {
            metrics.count_wait(WaitOutcome::TurnedAway);
            return Err(Cause::TooManyWait { limit: self.most });
        };
        let mut wait = metrics.begin_wait();
        let mut stopping = self.stopping.subscribe();
        let ended = tokio::select! {
            ended = self.until_there(store, revision) => ended,
            _ = stopping.wait_for(|is_stopping| *is_stopping) => Err(Cause::Read(ReadError::Closed)),
        };
        wait.ended(match &ended {
            Ok(()) => WaitOutcome::Reached,
            Err(Cause::NoRevisionYet { .. }) => WaitOutcome::NotYet,
            Err(Cause::RevisionUnknown { .. }) => WaitOutcome::Unknown,
            Err(_) => WaitOutcome::Stopped,
        });
        ended
    }

    /// The database is asked at the beginning and, when that was too early, at the end; in between the state is followed
    /// without anybody asking. What is answered in the end rests on what the database said, and is no guess.
    async fn until_there(&self, store: &Store, revision: Revision) -> Result<(), Cause> {
        let deadline = Instant::now() + self.limit;
        let mut there = pin!(store.read_local_at_least(revision));
        let mut said = tokio::select! {
            state = &mut there => return Ok(state.map(drop)?),
            said = newest(store) => said,
        };
        let is_there = |said: &Result<_, _>| {
            said.as_ref()
                .is_ok_and(|state: &std::sync::Arc<statehouse_model::State>| state.revision() >= revision)
        };
        if !is_there(&said) && Instant::now() < deadline {
            if let Ok(state) = timeout_at(deadline, there).await {
                return Ok(state.map(drop)?);
            }
            said = newest(store).await;
        }
        match said {
            Ok(state) if state.revision() >= revision => Ok(()),
            Ok(state) => Err(Cause::NoRevisionYet { wanted: revision, head: state.revision() }),
            Err(ReadError::Closed) => Err(Cause::Read(ReadError::Closed)),
            Err(error) => Err(Cause::RevisionUnknown { wanted: revision, error }),
        }
    }
}

/// Around the handlers: reads which state a request asks for, and waits for it.
///
/// # Errors
///
/// Those of the application that have not become answers; there are none.
pub async fn wait(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    match precondition(&request).await {
        Ok(()) => Ok(next.call(request).await?.map_into_left_body()),
        Err(error) => {
            let (request, body) = request.into_parts();
            let error = error.in_form_of(request.path());
            let response = HttpResponse::from_error(error.leaving(body));
            Ok(ServiceResponse::new(request, response).map_into_right_body())
        }
    }
}

async fn precondition(request: &ServiceRequest) -> Result<(), ApiError> {
    if !shows_state(request) {
        return Ok(());
    }
    let demand = Demand::of(request.method(), request.headers())?;
    request.extensions_mut().insert(demand);
    let Some(revision) = demand.min_revision else { return Ok(()) };
    let (Some(store), Some(waits), Some(metrics)) = (
        request.app_data::<Data<Store>>(),
        request.app_data::<Data<Waits>>(),
        request.app_data::<Data<Metrics>>(),
    ) else {
        return Err(ApiError::new(Subject::Server, Cause::Fault("the application's data")));
    };
    waits.wait(store, revision, metrics).await.map_err(|cause| {
        if let Cause::NoRevisionYet { head, .. } = &cause {
            Shown::of(request.request()).note(*head);
        }
        ApiError::new(Subject::Server, cause)
    })
}

/// Does the path belong to the resources of the API, which are what has a state?
fn shows_state(request: &ServiceRequest) -> bool {
    let pattern = request.match_pattern();
    pattern.is_some_and(|pattern| is_resource(&pattern))
}

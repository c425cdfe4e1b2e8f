//! Who asks, and under which id the request is found in the logs.

use std::future::{Ready, ready};
use std::sync::Arc;
use std::time::Duration;

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev};
use statehouse_db::{Committed, Request, Store, WriteError};
use statehouse_model::Command;
use uuid::Uuid;

use crate::shown::Shown;

/// Every answer carries the id of its request here, where OpenStack's clients look for it.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-openstack-request-id");

/// How long a request waits for its write to be durable. A database that takes what it is sent and answers nothing must not
/// keep clients for ever; the store goes on with what it began.
const LIMIT: Duration = Duration::from_secs(30);

/// The id of a request. It is always made here: what a client sends is logged and not trusted to be unique.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestId(Arc<str>);

impl RequestId {
    /// A new id.
    pub fn random() -> Self {
        Self(format!("req-{}", Uuid::new_v4()).into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id as the value of a header.
    pub fn to_header(&self) -> Option<HeaderValue> {
        HeaderValue::from_str(&self.0).ok()
    }
}

/// Who sends a request.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Whom the log names. "anonymous" as long as nobody is asked to prove who they are.
    pub actor: Arc<str>,
    /// The id of the request.
    pub request_id: RequestId,
    shown: Shown,
}

impl Caller {
    /// Whom the log names when nobody is asked to prove who they are.
    pub const ANONYMOUS: &str = "anonymous";

    /// The caller of a request, as far as it is known: the one place that authentication will change.
    pub fn of(request: &HttpRequest) -> Self {
        let request_id = request.extensions().get::<RequestId>().cloned().unwrap_or_else(RequestId::random);
        Self { actor: Self::ANONYMOUS.into(), request_id, shown: Shown::of(request) }
    }

    /// Sends a command in this caller's name; returns when it is durable. The answer rests on the revision that it made,
    /// or on which it was rejected.
    ///
    /// # Errors
    ///
    /// What the store makes of it.
    pub async fn write(&self, store: &Store, command: Command) -> Result<Committed, WriteError> {
        let request = Request {
            command,
            actor: self.actor.as_ref().to_owned(),
            request_id: self.request_id.as_str().to_owned(),
        };
        let committed = tokio::time::timeout(LIMIT, store.write(request)?).await.unwrap_or_else(|_| {
            let reason = format!("it has not answered for {} s", LIMIT.as_secs());
            Err(WriteError::OutcomeUnknown { reason })
        });
        match &committed {
            Ok(Committed { revision, .. }) | Err(WriteError::Rejected { revision, .. }) => {
                self.shown.note(*revision);
            }
            Err(_) => {}
        }
        committed
    }
}

impl FromRequest for Caller {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        ready(Ok(Self::of(request)))
    }
}

/// An id for something new: a UUID of version 7, so that ids sort by age.
pub fn new_id() -> String {
    Uuid::now_v7().to_string()
}

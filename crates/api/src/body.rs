//! Receiving a request's body: how much, how long, and of which type.

use std::future::{Future, poll_fn};
use std::marker::PhantomData;
use std::pin::{Pin, pin};
use std::time::Duration;

use actix_web::body::{BodyStream, MessageBody as _};
use actix_web::dev::Payload;
use actix_web::http::header::{self, HeaderMap};
use actix_web::web::{Bytes, BytesMut};
use actix_web::{FromRequest, HttpRequest, web};
use serde::de::DeserializeOwned;

use crate::document::{self, Malformed};
use crate::error::{ApiError, Cause, Subject};
use crate::options::ApiOptions;
use crate::room::{Room, Taken};

/// Why a body could not be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadBody {
    /// It is longer than this endpoint takes.
    #[error("the body is longer than {limit} bytes")]
    TooLong {
        /// The longest body, in bytes.
        limit: usize,
    },
    /// It did not arrive in time.
    #[error("the body did not arrive within {} seconds", limit.as_secs())]
    TooSlow {
        /// How long a body may take.
        limit: Duration,
    },
    /// The connection broke, or the transfer coding is malformed.
    #[error("the body could not be received: {reason}")]
    Broken {
        /// What happened.
        reason: String,
    },
    /// The bodies of all requests together take too much memory; try again.
    #[error("the server has no room left for bodies")]
    NoRoom,
    /// It is not announced as JSON.
    #[error("Content-Type: {reason}")]
    ContentType {
        /// What is wrong with the announcement.
        reason: String,
    },
    /// It is compressed.
    #[error("Content-Encoding: compressed bodies are not taken")]
    Compressed,
    /// There is none.
    #[error("the body is empty: a JSON document is expected")]
    Empty,
    /// It is not a document of the type that is wanted.
    #[error("{0}")]
    Malformed(Malformed),
}

/// A type that a body is read as.
pub trait Wire: DeserializeOwned {
    /// What a request with this body is about.
    const SUBJECT: Subject;
    /// The longest body, in bytes.
    const LIMIT: usize = 1024 * 1024;

    /// What a request with this body is about, where that shows only in the body: asked about bodies that cannot be
    /// read.
    fn subject_of(_body: &[u8]) -> Subject {
        Self::SUBJECT
    }
}

/// A body that has been received and may be read.
pub struct Received<T: Wire> {
    bytes: Bytes,
    announced: Result<(), BadBody>,
    wire: PhantomData<T>,
}

impl<T: Wire + Send + 'static> Received<T> {
    /// Is there no body at all?
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The same body, to be read as something else.
    pub fn instead<U: Wire>(self) -> Received<U> {
        Received { bytes: self.bytes, announced: self.announced, wire: PhantomData }
    }

    /// Reads the body.
    ///
    /// # Errors
    ///
    /// It is not announced as JSON, or is not a document of this type.
    pub async fn read(self) -> Result<T, ApiError> {
        apart(self.bytes.len(), move || {
            self.announced
                .and_then(|()| if self.bytes.is_empty() { Err(BadBody::Empty) } else { Ok(()) })
                .and_then(|()| document::read(&self.bytes).map_err(BadBody::Malformed))
                .map_err(|bad| (T::subject_of(&self.bytes), bad))
        })
        .await?
        .map_err(|(subject, bad)| ApiError::new(subject, Cause::Body(bad)))
    }
}

/// Does work that takes time in proportion to a body. Where that is long, it is done apart from the threads that serve
/// requests, so that the others need not wait for it.
///
/// # Errors
///
/// The server is stopping.
pub async fn apart<R: Send + 'static>(
    bytes: usize,
    work: impl FnOnce() -> R + Send + 'static,
) -> Result<R, ApiError> {
    const SHORT: usize = 256 * 1024;
    if bytes <= SHORT {
        return Ok(work());
    }
    web::block(work).await.map_err(|_| ApiError::new(Subject::Server, Cause::Fault("the body")))
}

impl<T: Wire + Send + 'static> FromRequest for Received<T> {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ApiError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let announced = announced_as_json(request.headers());
        let encoded = is_encoded(request.headers());
        let too_long = announced_length(request.headers()).is_some_and(|length| length > T::LIMIT);
        let time = request
            .app_data::<web::Data<ApiOptions>>()
            .map_or(ApiOptions::default().body_timeout, |options| options.body_timeout);
        let room = request.app_data::<web::Data<Room>>().cloned();
        let request = request.clone();
        let mut payload = payload.take();
        Box::pin(async move {
            let received = if encoded {
                Err(BadBody::Compressed)
            } else if too_long {
                Err(BadBody::TooLong { limit: T::LIMIT })
            } else {
                let receive = receive(&mut payload, T::LIMIT, room.as_ref().map(web::Data::get_ref));
                tokio::time::timeout(time, receive).await.unwrap_or(Err(BadBody::TooSlow { limit: time }))
            };
            match received {
                Ok((bytes, taken)) => {
                    if let Some(taken) = taken {
                        taken.hold_by(&request);
                    }
                    Ok(Self { bytes, announced, wire: PhantomData })
                }
                Err(bad) => Err(ApiError::new(T::SUBJECT, Cause::Body(bad)).leaving(payload)),
            }
        })
    }
}

/// A JSON body read as a `T`.
pub struct Body<T>(pub T);

impl<T: Wire + Send + 'static> FromRequest for Body<T> {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ApiError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let received = Received::<T>::from_request(request, payload);
        Box::pin(async move { received.await?.read().await.map(Self) })
    }
}

/// Room is taken as the bytes arrive: what a client announces and does not send costs nobody anything.
async fn receive(
    payload: &mut Payload,
    limit: usize,
    room: Option<&Room>,
) -> Result<(Bytes, Option<Taken>), BadBody> {
    let mut body = pin!(BodyStream::new(payload));
    let (mut bytes, mut taken) = (BytesMut::new(), None);
    while let Some(chunk) = poll_fn(|context| body.as_mut().poll_next(context)).await {
        let chunk = chunk.map_err(|error| BadBody::Broken { reason: error.to_string() })?;
        if chunk.len() > limit - bytes.len() {
            return Err(BadBody::TooLong { limit });
        }
        if let Some(room) = room {
            taken = Some(room.take(chunk.len(), taken).ok_or(BadBody::NoRoom)?);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok((bytes.freeze(), taken))
}

fn announced_length(headers: &HeaderMap) -> Option<usize> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn is_encoded(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_ENCODING)
        .is_some_and(|encoding| !encoding.as_bytes().eq_ignore_ascii_case(b"identity"))
}

/// `application/json`, in any mixture of upper and lower case, with no character set or UTF-8.
fn announced_as_json(headers: &HeaderMap) -> Result<(), BadBody> {
    let refuse = |reason: &str| Err(BadBody::ContentType { reason: reason.to_owned() });
    let Some(value) = headers.get(header::CONTENT_TYPE) else {
        return refuse("it is missing; application/json is expected");
    };
    let Ok(value) = value.to_str() else {
        return refuse("it is not ASCII text; application/json is expected");
    };
    let mut parts = value.split(';').map(str::trim);
    if !parts.next().unwrap_or_default().eq_ignore_ascii_case("application/json") {
        return refuse("application/json is expected");
    }
    let charset = parts
        .filter_map(|parameter| parameter.split_once('='))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))
        .map(|(_, charset)| charset.trim().trim_matches('"'));
    match charset {
        Some(charset) if !charset.eq_ignore_ascii_case("utf-8") && !charset.eq_ignore_ascii_case("utf8") => {
            refuse("the character set must be utf-8")
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    fn announced(content_type: &'static str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        announced_as_json(&headers).is_ok()
    }

    #[test]
    fn json_is_announced_in_any_case_and_as_utf_8() {
        for good in [
            "application/json",
            "APPLICATION/JSON",
            "application/json; charset=utf-8",
            "application/json;charset=UTF8",
            "application/json; charset=\"UTF-8\"",
        ] {
            assert!(announced(good), "{good}");
        }
        for bad in ["", "text/plain", "application/json; charset=latin1", "application/jsonp"] {
            assert!(!announced(bad), "{bad}");
        }
        assert!(announced_as_json(&HeaderMap::new()).is_err());
    }
}

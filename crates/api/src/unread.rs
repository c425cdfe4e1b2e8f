//! The rest of a body that is not going to be read.
//!
//! An answer given before a body of unknown length has ended leaves the connection in the middle of it. If the body is
//! dropped, actix waits for its end before it closes the connection, for as long as the client likes. If the body is
//! still held when the answer is sent, it closes the connection after a short while: so the answer holds it.

use std::cell::RefCell;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::HttpResponse;
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::Payload;
use actix_web::web::Bytes;

/// The rest of a body, until the answer takes it.
#[derive(Default)]
pub struct Unread(RefCell<Option<Payload>>);

impl Unread {
    /// Takes the rest of a body.
    pub fn new(payload: Payload) -> Self {
        Self(RefCell::new(Some(payload)))
    }

    /// Gives the rest of the body to the answer.
    pub fn hold_by(&self, response: HttpResponse) -> HttpResponse {
        match self.0.take() {
            Some(unread) => response.map_body(|_, body| BoxBody::new(Holding { body, _unread: unread })),
            None => response,
        }
    }
}

impl fmt::Debug for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Unread")
    }
}

/// The body of an answer, and the rest of the request's.
struct Holding {
    body: BoxBody,
    _unread: Payload,
}

impl MessageBody for Holding {
    type Error = <BoxBody as MessageBody>::Error;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.body).poll_next(context)
    }
}

//! Memory for bodies: what all requests together may hold at the same time.

use std::sync::Arc;

use actix_web::HttpMessage as _;
use actix_web::HttpRequest;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The memory that is left for bodies, in bytes.
#[derive(Clone, Debug)]
pub struct Room(Arc<Semaphore>);

/// Memory that a body takes, until the request is over.
#[derive(Debug)]
pub struct Taken(OwnedSemaphorePermit);

impl Room {
    /// Room for this many bytes.
    pub fn of(bytes: usize) -> Self {
        Self(Arc::new(Semaphore::new(bytes.min(Semaphore::MAX_PERMITS))))
    }

    /// Takes room for some bytes, in addition to what has been taken before; `None` when there is not enough left.
    pub fn take(&self, bytes: usize, before: Option<Taken>) -> Option<Taken> {
        let more = self.0.clone().try_acquire_many_owned(u32::try_from(bytes).ok()?).ok()?;
        Some(match before {
            None => Taken(more),
            Some(Taken(mut permit)) => {
                permit.merge(more);
                Taken(permit)
            }
        })
    }
}

impl Taken {
    /// Keeps the room taken until the request has been answered: the body lives on in what is read from it.
    pub fn hold_by(self, request: &HttpRequest) {
        request.extensions_mut().insert(self);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_back_can_be_taken_again() {
        let room = Room::of(10);
        let taken = room.take(4, None).and_then(|taken| room.take(4, Some(taken))).unwrap();
        assert!(room.take(3, None).is_none());
        drop(taken);
        assert!(room.take(10, None).is_some());
    }
}

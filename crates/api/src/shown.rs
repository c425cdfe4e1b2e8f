//! The revision that an answer rests on: every answer carries it.

use std::cell::Cell;
use std::rc::Rc;

use actix_web::http::header::HeaderName;
use actix_web::{HttpMessage as _, HttpRequest};
use statehouse_model::Revision;

/// The header of every answer: the revision of the state that the answer was made from, or that the request made.
pub const REVISION: HeaderName = HeaderName::from_static("statehouse-revision");

/// The revision that the answer to one request rests on, as far as is known. Clones are the same.
#[derive(Clone, Debug, Default)]
pub struct Shown(Rc<Cell<Option<Revision>>>);

impl Shown {
    /// What is kept with this request.
    pub fn of(request: &HttpRequest) -> Self {
        request.extensions().get::<Self>().cloned().unwrap_or_default()
    }

    /// The answer rests on the state at this revision. Whoever says so last is right: a request that reads before it
    /// writes is answered by what it wrote.
    pub fn note(&self, revision: Revision) {
        self.0.set(Some(revision));
    }

    /// The revision that was noted last; `None` when nobody looked at a state.
    pub fn revision(&self) -> Option<Revision> {
        self.0.get()
    }
}

//! The state that a request reads.

use std::future::{Ready, ready};
use std::sync::Arc;
use std::time::Duration;

use actix_web::web::Data;
use actix_web::{Error, FromRequest, HttpMessage as _, HttpRequest, dev};
use statehouse_db::{ReadError, Store};
use statehouse_model::{Revision, State};

use crate::demand::{Consistency, Demand};
use crate::shown::Shown;

/// How long a request waits for the database to say what the newest state is.
const LIMIT: Duration = Duration::from_secs(5);

/// Reads what a request asks for.
#[derive(Debug)]
pub struct Reader {
    store: Data<Store>,
    shown: Shown,
    consistency: Consistency,
}

impl Reader {
    /// The state that the request asks for, by its headers. The answer rests on it.
    ///
    /// # Errors
    ///
    /// As [`newest`]; none where the request is content with what this server has.
    pub async fn state(&self) -> Result<Arc<State>, ReadError> {
        match self.consistency {
            Consistency::Eventual => Ok(self.local()),
            Consistency::Linearizable => {
                newest(&self.store).await.inspect(|state| self.shown.note(state.revision()))
            }
        }
    }

    /// The answer rests on the state at this revision, which is newer than the one that was read.
    pub fn went_on_to(&self, revision: Revision) {
        self.shown.note(revision);
    }

    /// The store that is read.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// What this server has. The answer rests on it.
    pub fn local(&self) -> Arc<State> {
        let state = self.store.read_local();
        self.shown.note(state.revision());
        state
    }
}

impl FromRequest for Reader {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let demand = request.extensions().get::<Demand>().copied().unwrap_or_default();
        ready(Data::from_request(request, payload).into_inner().map(|store| Self {
            store,
            shown: Shown::of(request),
            consistency: demand.consistency,
        }))
    }
}

/// The newest state, whichever process made it, without waiting for ever for a database that takes questions and answers
/// none.
///
/// # Errors
///
/// [`ReadError::Unavailable`] when the database does not say so in time.
pub async fn newest(store: &Store) -> Result<Arc<State>, ReadError> {
    tokio::time::timeout(LIMIT, store.read()).await.unwrap_or_else(|_| {
        let reason = format!("it has not answered for {} s", LIMIT.as_secs());
        Err(ReadError::Unavailable { reason })
    })
}

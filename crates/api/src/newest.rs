//! Reading the newest state, and not waiting for ever for a database that takes questions and answers none.

use std::sync::Arc;
use std::time::Duration;

use statehouse_db::{ReadError, Store};
use statehouse_model::State;

/// How long a request waits for the database to say what the newest state is.
const LIMIT: Duration = Duration::from_secs(5);

/// The newest state, whichever process made it.
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

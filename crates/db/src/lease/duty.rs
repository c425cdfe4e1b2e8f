//! What a caller has in hands: a duty that it seeks, and the lease while it has it.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::shared::Shared;
use crate::{ReadError, wait};

/// The right to do a duty, for now. Whoever changes the store under it hands it over with each change
/// ([`Store::write_under`](crate::Store::write_under)).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lease {
    duty: Arc<str>,
    holder: Arc<str>,
    token: i64,
}

impl Lease {
    pub(super) fn new(duty: Arc<str>, holder: Arc<str>, token: i64) -> Self {
        Self { duty, holder, token }
    }

    /// The name of the duty.
    #[must_use]
    pub fn duty(&self) -> &str {
        &self.duty
    }

    /// The id of the server process that holds it.
    #[must_use]
    pub fn holder(&self) -> &str {
        &self.holder
    }

    /// The fencing token. It grows by one with each new holder: of two that both believe they hold the lease, the one with
    /// the greater token is right. Systems outside the store that are told the token can refuse the other.
    #[must_use]
    pub fn token(&self) -> u64 {
        self.token.unsigned_abs()
    }

    pub(super) fn stored_token(&self) -> i64 {
        self.token
    }
}

/// A duty that cannot be sought.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DutyError {
    /// Its name does not fit.
    #[error("the name of a duty has 1 to 255 characters, and none of them is U+0000")]
    Name,
    /// A store seeks only so many.
    #[error("this store seeks {limit} duties already")]
    TooMany {
        /// How many.
        limit: usize,
    },
    /// The store was closed.
    #[error("the store is closed")]
    Closed,
}

/// A duty that this server seeks: it takes it when nobody has it, and keeps it while it can. Dropping the last `Duty` of
/// this name gives it up.
pub struct Duty {
    shared: Arc<Shared>,
    name: Arc<str>,
}

impl Duty {
    pub(crate) fn seek(shared: Arc<Shared>, name: &str) -> Result<Self, DutyError> {
        let name = shared.leases.seek(name)?;
        Ok(Self { shared, name })
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The lease, if this server has it now. Costs no query: ask before each piece of work, and again after each wait.
    #[must_use]
    pub fn held(&self) -> Option<Lease> {
        self.shared.leases.held(&self.name)
    }

    /// The lease, as soon as this server has it.
    ///
    /// # Errors
    ///
    /// [`ReadError::Closed`] when the store is closed.
    pub async fn acquired(&self) -> Result<Lease, ReadError> {
        loop {
            let moved = self.shared.leases.moved();
            if self.shared.leases.is_closed() {
                return Err(ReadError::Closed);
            }
            if let Some(lease) = self.held() {
                return Ok(lease);
            }
            moved.await;
        }
    }

    /// Blocks as long as [`Duty::acquired`] would, at most `timeout`; `None` when this server did not get the lease in that
    /// time.
    ///
    /// # Errors
    ///
    /// As [`Duty::acquired`].
    pub fn wait(&self, timeout: Duration) -> Result<Option<Lease>, ReadError> {
        wait::until(self.acquired(), Instant::now() + timeout).transpose()
    }
}

impl Drop for Duty {
    fn drop(&mut self) {
        self.shared.leases.give_up(&self.name);
    }
}

impl fmt::Debug for Duty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Duty").field("name", &self.name).field("held", &self.held()).finish_non_exhaustive()
    }
}

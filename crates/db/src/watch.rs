//! Watching: every commit after some revision, in order and without gaps.

use std::collections::VecDeque;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};

use statehouse_model::{Commit, Revision};

use crate::published::Since;
use crate::shared::Shared;
use crate::{ReadError, wait};

/// How many commits a watch takes at a time.
const PAGE: usize = 64;

/// The commits after some revision, whichever process made them. A watch that lags holds nothing back: what is not in
/// memory any more comes from the log.
pub struct Watch {
    shared: Arc<Shared>,
    after: Revision,
    page: VecDeque<Arc<Commit>>,
}

impl Watch {
    pub(crate) fn new(shared: Arc<Shared>, after: Revision) -> Self {
        Self { shared, after, page: VecDeque::new() }
    }

    /// The revision of the last commit that was handed out: where another watch would go on.
    #[must_use]
    pub fn after(&self) -> Revision {
        self.after
    }

    /// The next commit, as soon as there is one. Dropping the future loses nothing.
    ///
    /// # Errors
    ///
    /// [`ReadError::Closed`] after the last commit of a closed store, or when the next is only in its log;
    /// [`ReadError::Trimmed`] when the next is not even there any more; [`ReadError::Unavailable`] when the log cannot be
    /// read, after which `next` may be asked again.
    pub async fn next(&mut self) -> Result<Arc<Commit>, ReadError> {
        loop {
            if let Some(commit) = self.page.pop_front() {
                self.after = commit.revision;
                return Ok(commit);
            }
            let moved = self.shared.published.moved();
            match self.shared.published.since(self.after, PAGE) {
                Since::Here(page) => self.page = page,
                Since::InLog => self.page = self.shared.follower.page(self.after, PAGE).await?,
                Since::None => moved.await,
                Since::Closed => return Err(ReadError::Closed),
            }
        }
    }

    /// Blocks until there is a next commit, at most `timeout`; `None` when there was none in that time.
    ///
    /// # Errors
    ///
    /// As [`Watch::next`].
    pub fn wait(&mut self, timeout: Duration) -> Result<Option<Arc<Commit>>, ReadError> {
        wait::until(self.next(), Instant::now() + timeout).transpose()
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watch").field("after", &self.after).finish_non_exhaustive()
    }
}

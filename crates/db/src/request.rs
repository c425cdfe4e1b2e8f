//! What a caller hands to the store, and what comes back.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use statehouse_model::{Command, Commit, Revision, State};

use crate::{WriteError, wait};

/// A command, and who sends it: both are kept in the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// What is asked for.
    pub command: Command,
    /// Who asks.
    pub actor: String,
    /// By which the caller finds this request in its own logs.
    pub request_id: String,
}

/// What became of an accepted command. It is durable.
#[derive(Clone, Debug)]
pub struct Committed {
    /// The revision that holds what was asked for: the commit's own, or the current one when there was nothing to do.
    pub revision: Revision,
    /// The commit; `None` when there was nothing to do.
    pub commit: Option<Arc<Commit>>,
    /// The state at [`Committed::revision`].
    pub state: Arc<State>,
}

pub(crate) type Answer = Result<Committed, WriteError>;

/// A command that waits for the writer. Await it, or block on [`Pending::wait`]; dropping it does not recall the command.
#[must_use = "only the answer tells whether the command was committed"]
pub struct Pending(oneshot::AsyncReceiver<Answer>);

impl Pending {
    pub(crate) fn new(answer: oneshot::AsyncReceiver<Answer>) -> Self {
        Self(answer)
    }

    /// Blocks until the command is durable, rejected or failed.
    ///
    /// # Errors
    ///
    /// [`WriteError`] says what became of it.
    pub fn wait(self) -> Result<Committed, WriteError> {
        wait::until_ready(self)
    }
}

impl Future for Pending {
    type Output = Result<Committed, WriteError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(context).map(|answer| answer.unwrap_or(Err(WriteError::Closed)))
    }
}

impl fmt::Debug for Pending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pending")
    }
}

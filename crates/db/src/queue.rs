//! The commands that wait for the writer: bounded, and turned away at once when there are too many.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender};

use crate::request::{Answer, Pending, Request};
use crate::{Lease, QueueLimits, WriteError, weight};

/// A command that waits, and whom to answer.
pub(crate) struct Waiting {
    pub(crate) request: Request,
    /// Without which it must not be carried out, if it was sent under one.
    pub(crate) under: Option<Lease>,
    pub(crate) bytes: usize,
    answer: oneshot::Sender<Answer>,
}

impl Waiting {
    /// Tells the caller; one that has gone away does not hear it.
    pub(crate) fn answer(self, answer: Answer) {
        drop(self.answer.send(answer));
    }
}

/// The callers' end of the queue.
pub(crate) struct Queue {
    limits: QueueLimits,
    /// `None` once closed. Under one lock with sending, so that whatever was accepted stands before the end.
    sender: Mutex<Option<Sender<Waiting>>>,
    commands: AtomicUsize,
    bytes: AtomicUsize,
}

impl Queue {
    /// An empty queue, and the writer's end of it.
    pub(crate) fn new(limits: QueueLimits) -> (Self, Receiver<Waiting>) {
        // The limits are kept by `push`: the channel itself needs none.
        let (sender, receiver) = crossbeam_channel::unbounded();
        let sender = Mutex::new(Some(sender));
        (Self { limits, sender, commands: AtomicUsize::new(0), bytes: AtomicUsize::new(0) }, receiver)
    }

    /// Accepts a command, or turns it away.
    pub(crate) fn push(&self, request: Request, under: Option<Lease>) -> Result<Pending, WriteError> {
        let bytes = weight::of_request(&request);
        let sender = self.lock();
        let Some(open) = sender.as_ref() else { return Err(WriteError::Closed) };
        let (queued, queued_bytes) = self.waiting();
        let has_room = queued == 0 || queued_bytes.saturating_add(bytes) <= self.limits.bytes;
        if queued >= self.limits.commands || !has_room {
            return Err(WriteError::Overloaded { queued, retry_after: Duration::from_secs(1) });
        }
        let (answer, pending) = oneshot::async_channel();
        self.commands.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
        open.send(Waiting { request, under, bytes, answer }).map_err(|_| WriteError::Closed)?;
        Ok(Pending::new(pending))
    }

    /// Makes room again for what the writer took.
    pub(crate) fn taken(&self, waiting: &Waiting) {
        self.commands.fetch_sub(1, Ordering::Relaxed);
        self.bytes.fetch_sub(waiting.bytes, Ordering::Relaxed);
    }

    /// How many commands wait, and how many bytes they take.
    pub(crate) fn waiting(&self) -> (usize, usize) {
        (self.commands.load(Ordering::Relaxed), self.bytes.load(Ordering::Relaxed))
    }

    /// Accepts nothing more; the writer ends when it has taken what is there.
    pub(crate) fn close(&self) {
        self.lock().take();
    }

    fn lock(&self) -> MutexGuard<'_, Option<Sender<Waiting>>> {
        self.sender.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

//! What the handles, the writer and the follower of a store share.

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};

use arc_swap::ArcSwapOption;
use event_listener::Event;

use crate::catch_up::Follower;
use crate::counters::Counters;
use crate::failed::Failed;
use crate::lease::Leases;
use crate::presence::Presence;
use crate::published::Published;
use crate::queue::Queue;
use crate::read::HeadCheck;
use crate::{Health, Statistics};

pub(crate) struct Shared {
    pub(crate) published: Published,
    pub(crate) queue: Queue,
    pub(crate) follower: Follower,
    pub(crate) leases: Leases,
    pub(crate) presence: Arc<Presence>,
    pub(crate) head_check: HeadCheck,
    pub(crate) counters: Counters,
    /// The writer is about to publish what it commits: whoever is in no hurry need not read that from the log.
    pub(crate) committing: AtomicBool,
    pub(crate) writes: Condition,
    pub(crate) reads: Condition,
    pub(crate) death: Death,
}

impl Shared {
    /// Is the published state the newest there is? If nobody can tell, the reason.
    pub(crate) fn look(&self) -> Result<bool, String> {
        if let Some(reason) = self.presence.refusal() {
            return Err(reason);
        }
        self.head_check.is_newest(&self.published, &self.reads)
    }

    pub(crate) fn health(&self) -> Health {
        Health {
            revision: self.published.revision(),
            writes: self.writes.reason(),
            reads: self.presence.refusal().or_else(|| self.reads.reason()),
        }
    }

    pub(crate) fn statistics(&self) -> Statistics {
        let (queued_commands, queued_bytes) = self.queue.waiting();
        Statistics { queued_commands, queued_bytes, leases: self.leases.statistics(), ..self.counters.read() }
    }
}

/// Why the last attempt at something failed, if it did.
#[derive(Default)]
pub(crate) struct Condition(ArcSwapOption<String>);

impl Condition {
    pub(crate) fn succeeded(&self) {
        // Nearly always there is nothing to forget, and looking is cheaper than storing.
        if !self.is_well() {
            self.0.store(None);
        }
    }

    /// Keeps the reason, and gives it back for the caller's answer.
    pub(crate) fn failed(&self, failed: &Failed) -> String {
        let reason = failed.to_string();
        self.0.store(Some(Arc::new(reason.clone())));
        reason
    }

    pub(crate) fn is_well(&self) -> bool {
        self.0.load().is_none()
    }

    pub(crate) fn reason(&self) -> Option<String> {
        self.0.load().as_deref().cloned()
    }
}

/// Whether a thread of the store has died of a defect.
#[derive(Default)]
pub(crate) struct Death {
    of: OnceLock<&'static str>,
    happened: Event,
}

impl Death {
    /// The thread with this name is dying.
    pub(crate) fn of(&self, thread: &'static str) {
        // Only the first is told: what dies after it may die because of it.
        let _ = self.of.set(thread);
        self.happened.notify(usize::MAX);
    }

    /// Ready with the thread's name when one has died.
    pub(crate) async fn wait(&self) -> &'static str {
        loop {
            let happened = self.happened.listen();
            if let Some(thread) = self.of.get() {
                return thread;
            }
            happened.await;
        }
    }
}

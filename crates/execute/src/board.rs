//! What executing shows to others.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};

/// How executing goes on this server. Clones show the same.
#[derive(Clone, Debug, Default)]
pub struct Executing(Arc<Board>);

#[derive(Debug, Default)]
struct Board {
    executes: AtomicBool,
    stops: AtomicBool,
    done: AtomicU64,
    failed: AtomicU64,
    repeated: AtomicU64,
    dropped: AtomicU64,
    unfollowed: AtomicUsize,
}

/// What executing has done on this server since it started.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExecuteStatistics {
    /// Whether this server executes now: it has the duty.
    pub executes: bool,
    /// How many executions were done.
    pub done: u64,
    /// How many were given up.
    pub failed: u64,
    /// How many attempts failed and are to be repeated.
    pub repeated: u64,
    /// How many attempts ended when this server had no right to record it any more: another one repeats them.
    pub dropped: u64,
    /// Actions of which nothing new is executed now that a policy's rules call, because evaluating these costs too much or there
    /// is no room for as many calls.
    pub unfollowed: usize,
}

impl Executing {
    /// What executing has done.
    #[must_use]
    pub fn statistics(&self) -> ExecuteStatistics {
        ExecuteStatistics {
            executes: self.0.executes.load(Ordering::Relaxed),
            done: self.0.done.load(Ordering::Relaxed),
            failed: self.0.failed.load(Ordering::Relaxed),
            repeated: self.0.repeated.load(Ordering::Relaxed),
            dropped: self.0.dropped.load(Ordering::Relaxed),
            unfollowed: self.0.unfollowed.load(Ordering::Relaxed),
        }
    }

    /// This server begins to execute, or ends.
    pub(crate) fn begin(&self, executes: bool) {
        self.0.executes.store(executes, Ordering::Relaxed);
        if !executes {
            self.cannot_follow(0);
        }
    }

    /// So many actions, each of a policy, cannot be followed.
    pub(crate) fn cannot_follow(&self, number: usize) {
        self.0.unfollowed.store(number, Ordering::Relaxed);
    }

    pub(crate) fn done(&self) {
        self.0.done.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn failed(&self) {
        self.0.failed.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn repeated(&self) {
        self.0.repeated.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn dropped(&self) {
        self.0.dropped.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn stop(&self) {
        self.0.stops.store(true, Ordering::Relaxed);
    }

    pub(crate) fn stops(&self) -> bool {
        self.0.stops.load(Ordering::Relaxed)
    }
}

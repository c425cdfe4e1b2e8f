//! Counting what the store does.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::batch::Tally;
use crate::{Histogram, Statistics};

/// Upper bounds of the histogram of transactions: from a fast disk to a busy time-out.
const BOUNDS_MS: [u64; 12] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

/// Written by the writer and the follower, once per batch; read by whoever asks.
#[derive(Default)]
pub(crate) struct Counters {
    overloads: AtomicU64,
    totals: Mutex<Statistics>,
}

impl Counters {
    pub(crate) fn overloaded(&self) {
        self.overloads.fetch_add(1, Ordering::Relaxed);
    }

    /// A batch was decided, and committed if there was something to commit.
    pub(crate) fn decided(&self, tally: Tally, took: Duration) {
        self.change(|totals| {
            totals.commits += tally.commits;
            totals.idle += tally.idle;
            totals.rejections += tally.rejections;
            totals.stale += tally.stale;
            if tally.commits > 0 {
                totals.batches += 1;
                totals.last_batch = tally.commands();
                observe(&mut totals.transaction_durations, took);
            }
        });
    }

    pub(crate) fn failed(&self, commands: usize) {
        self.change(|totals| totals.failures += commands as u64);
    }

    pub(crate) fn outcome_unknown(&self, commands: usize) {
        self.change(|totals| totals.unknown_outcomes += commands as u64);
    }

    pub(crate) fn caught_up(&self, commits: usize) {
        self.change(|totals| {
            totals.catch_ups += 1;
            totals.caught_up_commits += commits as u64;
        });
    }

    pub(crate) fn reloaded(&self) {
        self.change(|totals| totals.reloads += 1);
    }

    pub(crate) fn trimmed(&self, commits: u64) {
        self.change(|totals| totals.trimmed_commits += commits);
    }

    /// Everything but the queue and the leases.
    pub(crate) fn read(&self) -> Statistics {
        let mut statistics = Statistics::clone(&self.totals.lock().unwrap_or_else(PoisonError::into_inner));
        statistics.overloads = self.overloads.load(Ordering::Relaxed);
        statistics.transaction_durations.fill_bounds();
        statistics
    }

    fn change(&self, change: impl FnOnce(&mut Statistics)) {
        change(&mut self.totals.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl Histogram {
    /// Makes the buckets, which a new histogram lacks.
    fn fill_bounds(&mut self) {
        if self.buckets.is_empty() {
            self.buckets = BOUNDS_MS.map(|bound| (Duration::from_millis(bound), 0)).to_vec();
        }
    }
}

fn observe(histogram: &mut Histogram, took: Duration) {
    histogram.fill_bounds();
    for (bound, count) in &mut histogram.buckets {
        *count += u64::from(took <= *bound);
    }
    histogram.count += 1;
    histogram.sum += took;
}

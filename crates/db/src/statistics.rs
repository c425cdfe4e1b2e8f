//! How the store is doing: for `/metrics` and `/readyz`, or whatever the embedding program has in their place.

use std::time::Duration;

use statehouse_model::Revision;

/// Whether the store can do its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// The newest revision that this process has.
    pub revision: Revision,
    /// Why the last attempt to write failed, for an operator; `None` when it succeeded, or nothing was written yet.
    pub writes: Option<String>,
    /// Why the last attempt to see the newest revision failed, for an operator; `None` when it succeeded.
    pub reads: Option<String>,
}

impl Health {
    /// Did the last write and the last read succeed?
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.writes.is_none() && self.reads.is_none()
    }
}

/// What the store has done since it was opened, and what waits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// How many commands wait for the writer.
    pub queued_commands: usize,
    /// How many bytes they take, roughly.
    pub queued_bytes: usize,
    /// How many commands became commits.
    pub commits: u64,
    /// How many commands had nothing to do.
    pub idle: u64,
    /// How many commands were rejected.
    pub rejections: u64,
    /// How many commands were refused because their lease did not hold any more.
    pub stale: u64,
    /// How many commands were turned away by a full queue.
    pub overloads: u64,
    /// How many commands failed with the database.
    pub failures: u64,
    /// Of how many commands the outcome stayed unknown.
    pub unknown_outcomes: u64,
    /// How many transactions made the commits.
    pub batches: u64,
    /// How many commands the last of them decided.
    pub last_batch: usize,
    /// How many times commits of other processes were read from the log.
    pub catch_ups: u64,
    /// How many commits of other processes were read from the log.
    pub caught_up_commits: u64,
    /// How many times the state was read from its tables because the log did not go back far enough.
    pub reloads: u64,
    /// How many commits this server has trimmed from the log.
    pub trimmed_commits: u64,
    /// How long the transactions took, from BEGIN to the end of COMMIT.
    pub transaction_durations: Histogram,
    /// The duties that this server seeks, by name.
    pub leases: Vec<LeaseStatistics>,
}

/// How a duty that this server seeks is doing here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeaseStatistics {
    /// The name of the duty.
    pub duty: String,
    /// The token of the lease, if this server has it now.
    pub held: Option<u64>,
    /// How often this server has taken the duty.
    pub taken: u64,
    /// How often its lease ran out here, or was found to be another server's.
    pub lost: u64,
}

/// How often something took how long.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    /// Each upper bound, with how often it took at most that long: cumulative, as Prometheus has it.
    pub buckets: Vec<(Duration, u64)>,
    /// How often it happened.
    pub count: u64,
    /// How long it took altogether.
    pub sum: Duration,
}

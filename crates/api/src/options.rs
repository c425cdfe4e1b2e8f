//! What can be set about the API and its listener.

use std::time::Duration;

/// What can be set about the API.
#[derive(Clone, Debug)]
pub struct ApiOptions {
    /// How long a request's body may take to arrive.
    pub body_timeout: Duration,
    /// How many bytes the bodies of all requests together may have at the same time; who comes with more is asked to
    /// try again.
    pub body_room: usize,
    /// How long a request waits for the revision that it names.
    pub revision_wait: Duration,
    /// How many requests may wait so at the same time; further ones are asked to try again.
    pub revision_waits: usize,
    /// What evaluating policies may cost.
    pub evaluation: EvaluationLimits,
    /// How many clients may listen to violations at the same time; further ones are asked to try again.
    pub listeners: usize,
}

/// What evaluating policies for one request may cost.
#[derive(Clone, Copy, Debug)]
pub struct EvaluationLimits {
    /// How many rows may be derived, rows that are derived in several ways counted for each.
    pub rows: u64,
    /// How many rows may be looked at.
    pub steps: u64,
    /// How long it may take, and how long a request waits for its turn.
    pub time: Duration,
    /// How many requests may evaluate or wait for their turn at the same time; further ones are asked to try again.
    pub waiting: usize,
}

impl Default for EvaluationLimits {
    fn default() -> Self {
        Self { rows: 1_000_000, steps: 100_000_000, time: Duration::from_secs(10), waiting: 100 }
    }
}

impl Default for ApiOptions {
    fn default() -> Self {
        Self {
            body_timeout: Duration::from_secs(30),
            body_room: 256 * 1024 * 1024,
            revision_wait: Duration::from_secs(5),
            revision_waits: 1_000,
            evaluation: EvaluationLimits::default(),
            listeners: 100,
        }
    }
}

/// What a listener grants to those who connect.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Threads that serve requests.
    pub workers: usize,
    /// Connections that are open at the same time; more wait to be accepted.
    pub max_connections: usize,
    /// How long the head of a request may take to arrive.
    pub head_timeout: Duration,
    /// How long a connection without a request is kept.
    pub keep_alive: Duration,
    /// How long accepted requests may take to finish after the order to stop.
    pub shutdown_timeout: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            workers: std::thread::available_parallelism().map_or(1, usize::from),
            max_connections: 10_000,
            head_timeout: Duration::from_secs(10),
            keep_alive: Duration::from_secs(75),
            shutdown_timeout: Duration::from_secs(30),
        }
    }
}

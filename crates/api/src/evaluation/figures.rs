//! What evaluating has done so far, for the metrics.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use statehouse_engine::{Exceeded, Kept};

use crate::error::Cause;
use crate::violations::Feed;

/// What is counted.
#[derive(Debug, Default)]
pub struct Figures {
    evaluations: AtomicU64,
    micros: AtomicU64,
    too_many_rows: AtomicU64,
    too_many_steps: AtomicU64,
    too_long: AtomicU64,
    tables: AtomicUsize,
    rows: AtomicUsize,
}

/// What evaluating has done so far, and what is kept.
#[derive(Clone, Copy, Debug, Default)]
pub struct EvaluationStatistics {
    /// How often something was evaluated, for a request or because somebody listens.
    pub evaluations: u64,
    /// How long that took.
    pub time: Duration,
    /// How often it was given up, by limit: rows, steps, time.
    pub refused: [(&'static str, u64); 3],
    /// Derived tables that are kept up to date, and their rows.
    pub kept: Kept,
    /// Streams of violations that are open.
    pub listeners: usize,
    /// Violations, while somebody wants to know.
    pub violations: usize,
}

impl Figures {
    pub fn took(&self, time: Duration) {
        self.evaluations.fetch_add(1, Ordering::Relaxed);
        let micros = u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
        self.micros.fetch_add(micros, Ordering::Relaxed);
    }

    pub fn refused(&self, cause: &Cause) {
        let Cause::TooCostly { exceeded, .. } = cause else { return };
        let counter = match exceeded {
            Exceeded::Rows { .. } => &self.too_many_rows,
            Exceeded::Interrupted => &self.too_long,
            _ => &self.too_many_steps,
        };
        counter.fetch_add(1, Ordering::Relaxed);
    }

    pub fn keeps(&self, kept: Kept) {
        self.tables.store(kept.tables, Ordering::Relaxed);
        self.rows.store(kept.rows, Ordering::Relaxed);
    }

    pub fn read(&self, feed: &Feed) -> EvaluationStatistics {
        let counted = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let kept = |counter: &AtomicUsize| counter.load(Ordering::Relaxed);
        EvaluationStatistics {
            evaluations: counted(&self.evaluations),
            time: Duration::from_micros(counted(&self.micros)),
            refused: [
                ("rows", counted(&self.too_many_rows)),
                ("steps", counted(&self.too_many_steps)),
                ("time", counted(&self.too_long)),
            ],
            kept: Kept { tables: kept(&self.tables), rows: kept(&self.rows) },
            listeners: feed.listeners(),
            violations: feed.len(),
        }
    }
}

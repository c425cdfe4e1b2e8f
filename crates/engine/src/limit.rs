//! Bounds on what an evaluation may cost.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

/// What one evaluation may cost at most.
#[derive(Clone, Copy)]
pub struct Limits<'a> {
    /// How many rows may be derived, rows that are derived in several ways counted for each; and 256 bytes of a text that a builtin
    /// makes count as one.
    pub rows: u64,
    /// How many rows may be looked at.
    pub steps: u64,
    /// Asked now and then: true ends the evaluation. For a time limit, or a client that has gone.
    pub interrupted: &'a (dyn Fn() -> bool + Sync),
}

impl Limits<'static> {
    /// What suits a server: ten million rows, a thousand million steps, no time limit.
    pub const GENEROUS: Self = Self { rows: 10_000_000, steps: 1_000_000_000, interrupted: &|| false };
}

impl fmt::Debug for Limits<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Limits").field("rows", &self.rows).field("steps", &self.steps).finish_non_exhaustive()
    }
}

/// Why an evaluation was given up. Nothing of it remains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Exceeded {
    /// More rows than [`Limits::rows`] were derived.
    #[error("more than {limit} rows are derived on the way")]
    Rows {
        /// The limit.
        limit: u64,
    },
    /// More rows than [`Limits::steps`] were looked at.
    #[error("more than {limit} rows have to be looked at")]
    Steps {
        /// The limit.
        limit: u64,
    },
    /// A table rests on what is not in it. The model refuses rules that would have it so.
    #[error("recursion passes through negation")]
    ThroughNegation,
    /// [`Limits::interrupted`] said so.
    #[error("it takes too long")]
    Interrupted,
}

/// What an evaluation has cost so far.
#[derive(Debug)]
pub(crate) struct Spent<'a> {
    limits: Limits<'a>,
    rows: u64,
    steps: u64,
    shared: Option<Share<'a>>,
}

/// What the threads that share an evaluation have spent together, as far as they have told.
#[derive(Debug)]
pub(crate) struct Together {
    rows: AtomicU64,
    steps: AtomicU64,
}

/// The part of one thread.
#[derive(Debug)]
struct Share<'a> {
    together: &'a Together,
    told_rows: u64,
    told_steps: u64,
}

/// So many bytes of a text that a builtin makes count as one row.
const BYTES_OF_A_ROW: usize = 256;
/// After how many steps the caller is asked whether to go on, and after how many steps or rows other threads are told.
const ASK_EVERY: u64 = 4096;

impl<'a> Spent<'a> {
    pub fn none(limits: Limits<'a>) -> Self {
        Self { limits, rows: 0, steps: 0, shared: None }
    }

    /// What threads that go on from here will have spent together.
    pub fn together(&self) -> Together {
        Together { rows: AtomicU64::new(self.rows), steps: AtomicU64::new(self.steps) }
    }

    /// For one of several threads that go on from here. Each tells the others now and then what it has spent, and ends when that is too
    /// much together: so the limits hold for all of them, but for [`ASK_EVERY`] rows and steps that each may not have told yet. What
    /// they spend is added up behind them with [`Spent::add`].
    pub fn share<'b>(&self, together: &'b Together) -> Spent<'b>
    where
        'a: 'b,
    {
        let shared = Some(Share { together, told_rows: 0, told_steps: 0 });
        Spent { limits: self.limits, rows: 0, steps: 0, shared }
    }

    /// Adds what a thread has spent.
    pub fn add(&mut self, other: &Spent<'_>) -> Result<(), Exceeded> {
        self.rows += other.rows;
        self.steps += other.steps;
        within(&self.limits, self.rows, self.steps)
    }

    /// How many rows were looked at.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    pub fn step(&mut self) -> Result<(), Exceeded> {
        self.steps += 1;
        if self.steps > self.limits.steps {
            return Err(Exceeded::Steps { limit: self.limits.steps });
        }
        if self.steps.is_multiple_of(ASK_EVERY) {
            if (self.limits.interrupted)() {
                return Err(Exceeded::Interrupted);
            }
            self.tell()?;
        }
        Ok(())
    }

    /// A text that was made is kept like the rows that hold it: a long one counts as several of them.
    pub fn text(&mut self, bytes: usize) -> Result<(), Exceeded> {
        self.add_rows(u64::try_from(bytes / BYTES_OF_A_ROW).unwrap_or(u64::MAX))
    }

    pub fn row(&mut self) -> Result<(), Exceeded> {
        self.add_rows(1)
    }

    fn add_rows(&mut self, rows: u64) -> Result<(), Exceeded> {
        self.rows = self.rows.saturating_add(rows);
        if self.rows > self.limits.rows {
            return Err(Exceeded::Rows { limit: self.limits.rows });
        }
        match &self.shared {
            Some(share) if self.rows - share.told_rows >= ASK_EVERY => self.tell(),
            _ => Ok(()),
        }
    }

    /// Tells the other threads what was spent, and hears whether it is too much together.
    fn tell(&mut self) -> Result<(), Exceeded> {
        let Some(Share { together, told_rows, told_steps }) = &mut self.shared else { return Ok(()) };
        let sum = |of: &AtomicU64, told: &mut u64, now: u64| {
            let more = now - std::mem::replace(told, now);
            of.fetch_add(more, Ordering::Relaxed) + more
        };
        let rows = sum(&together.rows, told_rows, self.rows);
        let steps = sum(&together.steps, told_steps, self.steps);
        within(&self.limits, rows, steps)
    }
}

fn within(limits: &Limits<'_>, rows: u64, steps: u64) -> Result<(), Exceeded> {
    if steps > limits.steps {
        return Err(Exceeded::Steps { limit: limits.steps });
    }
    if rows > limits.rows { Err(Exceeded::Rows { limit: limits.rows }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is spent until it is too much, or more than anybody may.
    fn spend(spent: &mut Spent<'_>, steps: bool) -> u64 {
        let is_within = |_: &u64| if steps { spent.step().is_ok() } else { spent.row().is_ok() };
        (0..1_000_000).take_while(is_within).count() as u64
    }

    #[test]
    fn threads_keep_the_limits_together() {
        let limits = Limits { rows: 100_000, steps: 100_000, interrupted: &|| false };
        for steps in [true, false] {
            assert_eq!(spend(&mut Spent::none(limits), steps), 100_000);
            let mut spent = Spent::none(Limits { rows: 60_000, steps: 60_000, ..limits });
            assert_eq!(spend(&mut spent, steps), 60_000);
            spent.limits = limits;
            let together = spent.together();
            let mut threads: Vec<Spent<'_>> = (0..4).map(|_| spent.share(&together)).collect();
            let sum: u64 = threads.iter_mut().map(|thread| spend(thread, steps)).sum();
            assert!((40_000..=40_000 + 4 * ASK_EVERY).contains(&sum), "{sum}");
            assert!(threads.iter().any(|thread| spent.add(thread).is_err()));
        }
    }
}

//! Bounds on what an evaluation may cost.

use std::fmt;

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
}

/// So many bytes of a text that a builtin makes count as one row.
const BYTES_OF_A_ROW: usize = 256;
/// After how many steps the caller is asked whether to go on.
const ASK_EVERY: u64 = 4096;

impl<'a> Spent<'a> {
    pub fn none(limits: Limits<'a>) -> Self {
        Self { limits, rows: 0, steps: 0 }
    }

    /// The same for one of several threads that go on from here. What they spend is added up behind them with
    /// [`Spent::add`]: together they may exceed the limits by as much as one alone, and then no more.
    pub fn share(&self) -> Self {
        Self { limits: self.limits, rows: 0, steps: 0 }
    }

    /// Adds what a thread has spent.
    pub fn add(&mut self, other: &Self) -> Result<(), Exceeded> {
        self.rows += other.rows;
        self.steps += other.steps;
        self.within()
    }

    fn within(&self) -> Result<(), Exceeded> {
        if self.steps > self.limits.steps {
            return Err(Exceeded::Steps { limit: self.limits.steps });
        }
        if self.rows > self.limits.rows { Err(Exceeded::Rows { limit: self.limits.rows }) } else { Ok(()) }
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
        if self.steps.is_multiple_of(ASK_EVERY) && (self.limits.interrupted)() {
            return Err(Exceeded::Interrupted);
        }
        Ok(())
    }

    /// A text that was made is kept like the rows that hold it: a long one counts as several of them.
    pub fn text(&mut self, bytes: usize) -> Result<(), Exceeded> {
        self.rows += u64::try_from(bytes / BYTES_OF_A_ROW).unwrap_or(u64::MAX);
        if self.rows > self.limits.rows { Err(Exceeded::Rows { limit: self.limits.rows }) } else { Ok(()) }
    }

    pub fn row(&mut self) -> Result<(), Exceeded> {
        self.rows += 1;
        if self.rows > self.limits.rows { Err(Exceeded::Rows { limit: self.limits.rows }) } else { Ok(()) }
    }
}

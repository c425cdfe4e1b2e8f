//! How fast a data migration goes: how many rows a batch looks at, and how long it rests after each.

use std::str::FromStr;
use std::time::Duration;

/// Of each such period a data migration uses its share. A batch takes a share of this long, so that nobody who wants the
/// same rows, or SQLite's one lock, waits for longer than that.
const PERIOD: Duration = Duration::from_millis(100);
/// The fewest rows a batch looks at, unless it is told otherwise.
const LEAST: u32 = 16;
/// The most, whatever it is told: each batch is one transaction.
const MOST: u32 = 10_000;
/// How many the first batch looks at.
const FIRST: u32 = 256;

/// How much of the time a data migration works, and how much it does at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    percent: u32,
    batch: Option<u32>,
}

impl Default for Pace {
    /// Half of the time.
    fn default() -> Self {
        Self { percent: 50, batch: None }
    }
}

impl Pace {
    /// All of the time: for when nobody else needs the database.
    pub const FULL: Self = Self { percent: 100, batch: None };

    /// Batches of so many rows, within 1 and 10000, however long they take.
    #[must_use]
    pub fn batch(self, rows: u32) -> Self {
        Self { batch: Some(rows.clamp(1, MOST)), ..self }
    }

    fn target(self) -> Duration {
        PERIOD * self.percent / 100
    }
}

/// Text that is no pace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a share of the time from 1% to 100%")]
pub struct NoPace;

impl FromStr for Pace {
    type Err = NoPace;

    fn from_str(text: &str) -> Result<Self, NoPace> {
        let number = text.strip_suffix('%').unwrap_or(text);
        match number.parse() {
            Ok(percent @ 1..=100) => Ok(Self { percent, ..Self::default() }),
            _ => Err(NoPace),
        }
    }
}

/// Keeps the pace: learns from each batch how large the next one is to be.
#[derive(Debug, Clone)]
pub(crate) struct Gauge {
    pace: Pace,
    rows: u32,
}

impl Gauge {
    pub(crate) fn new(pace: Pace) -> Self {
        Self { pace, rows: pace.batch.unwrap_or(FIRST) }
    }

    /// How many rows the next batch looks at.
    pub(crate) fn rows(&self) -> u32 {
        self.rows
    }

    /// A batch looked at so many rows, which took so long, and so long with all that comes with a batch. How long to rest now.
    /// (Where a disk is slow to commit, smaller batches would not be done sooner.)
    pub(crate) fn took(&mut self, rows: u64, worked: Duration, took: Duration) -> Duration {
        if self.pace.batch.is_none() {
            self.rows = next(rows, worked, self.pace.target());
        }
        took * (100 - self.pace.percent) / self.pace.percent
    }
}

/// So many rows as would have taken that long; at most four times as many as before, because the next ones may be larger.
fn next(rows: u64, took: Duration, target: Duration) -> u32 {
    let micros = |duration: Duration| u64::try_from(duration.as_micros()).unwrap_or(u64::MAX).max(1);
    let fitting = rows.saturating_mul(micros(target)) / micros(took);
    let bounded = fitting.min(rows.saturating_mul(4)).clamp(u64::from(LEAST), u64::from(MOST));
    u32::try_from(bounded).unwrap_or(MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_becomes_as_large_as_fits_into_its_time() {
        let mut gauge = Gauge::new(Pace::FULL);
        let milliseconds = Duration::from_millis;
        assert_eq!(gauge.took(256, milliseconds(1), milliseconds(9)), Duration::ZERO);
        assert_eq!(gauge.rows(), 1_024, "four times at most");
        gauge.took(1_024, milliseconds(50), milliseconds(900));
        assert_eq!(gauge.rows(), 2_048);
        gauge.took(2_048, milliseconds(10_000), milliseconds(10_000));
        assert_eq!(gauge.rows(), 20);
        gauge.took(20, milliseconds(10_000), milliseconds(10_000));
        assert_eq!(gauge.rows(), LEAST);
        gauge.took(10_000, milliseconds(1), milliseconds(2));
        assert_eq!(gauge.rows(), MOST);
    }

    #[test]
    fn who_has_a_share_of_the_time_works_briefly_and_rests() {
        let mut gauge = Gauge::new("20%".parse().unwrap());
        let (worked, took) = (Duration::from_millis(40), Duration::from_millis(50));
        assert_eq!(gauge.took(1_000, worked, took), Duration::from_millis(200));
        assert_eq!(gauge.rows(), 500);
        let mut fixed = Gauge::new("50".parse::<Pace>().unwrap().batch(7));
        assert_eq!(fixed.took(7, Duration::ZERO, Duration::from_millis(30)), Duration::from_millis(30));
        assert_eq!(fixed.rows(), 7);
        for wrong in ["0", "101", "fast", "-5%", ""] {
            assert_eq!(wrong.parse::<Pace>(), Err(NoPace), "{wrong}");
        }
    }
}

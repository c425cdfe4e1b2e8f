//! Dates with times: without a time zone, from the year 1 to the year 9999, to the microsecond.

use std::ops::Neg;

use statehouse_datalog::Value;

use super::moment_text;

const SECOND: i64 = 1_000_000;
const DAY: i64 = 86_400 * SECOND;

/// Days from 0001-01-01 to 1900-01-01.
const DAYS_TO_1900: i64 = 693_595;

/// A date and a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment {
    /// From 0001-01-01 00:00:00.
    microseconds: i64,
}

/// A span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Delta {
    microseconds: i64,
}

impl Neg for Delta {
    type Output = Self;

    fn neg(self) -> Self {
        Self { microseconds: self.microseconds.saturating_neg() }
    }
}

/// The moment that a text says.
pub(super) fn of(value: &Value) -> Option<Moment> {
    match value {
        Value::String(text) => moment_text::read(text),
        _ => None,
    }
}

/// A number of seconds, or a text of up to five whole numbers separated by `:`, from weeks down to seconds.
pub(super) fn delta(value: &Value) -> Option<Delta> {
    let microseconds = match value {
        Value::Integer(seconds) => seconds.to_i64()?.checked_mul(SECOND)?,
        Value::Float(seconds) => whole(seconds.get() * 1e6)?,
        Value::String(text) => {
            let units = [SECOND, 60 * SECOND, 3_600 * SECOND, DAY, 7 * DAY];
            let parts: Vec<&str> = text.split(':').rev().collect();
            if parts.len() > units.len() {
                return None;
            }
            parts.iter().zip(units).try_fold(0_i64, |sum, (part, unit)| {
                sum.checked_add(part.trim().parse::<i64>().ok()?.checked_mul(unit)?)
            })?
        }
    };
    Some(Delta { microseconds })
}

/// A float as a whole number, if it is one that times are made of.
fn whole(number: f64) -> Option<i64> {
    statehouse_datalog::Float::new(number.round_ties_even()).to_integer()?.to_i64()
}

impl Moment {
    /// That day at that time; nothing when there is no such day or time.
    pub fn at(date: [i64; 3], time: [i64; 3], microsecond: i64) -> Option<Self> {
        let ([year, month, day], [hour, minute, second]) = (date, time);
        let exists = (1..=9_999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day)
            && (0..24).contains(&hour)
            && (0..60).contains(&minute)
            && (0..60).contains(&second)
            && (0..SECOND).contains(&microsecond);
        let months: i64 = (1..month.clamp(1, 12)).map(|month| days_in(year, month)).sum();
        let days = days_before(year) + months + day - 1;
        let seconds = (hour * 60 + minute) * 60 + second;
        exists.then(|| Self { microseconds: days * DAY + seconds * SECOND + microsecond })
    }

    /// So much later.
    pub fn plus(self, delta: Delta) -> Option<Self> {
        let microseconds = self.microseconds.checked_add(delta.microseconds)?;
        (0..days_before(10_000) * DAY).contains(&microseconds).then_some(Self { microseconds })
    }

    /// Year, month and day.
    pub fn date(self) -> [i64; 3] {
        let days = self.microseconds / DAY;
        // A year has 365.2425 days on average: this is the right one or one too many.
        let mut year = days * 10_000 / 3_652_425 + 1;
        while days_before(year) > days {
            year -= 1;
        }
        while days_before(year + 1) <= days {
            year += 1;
        }
        let mut left = days - days_before(year);
        let mut month = 1;
        while left >= days_in(year, month) {
            left -= days_in(year, month);
            month += 1;
        }
        [year, month, left + 1]
    }

    /// Hour, minute and second.
    pub fn time(self) -> [i64; 3] {
        let seconds = self.microseconds % DAY / SECOND;
        [seconds / 3_600, seconds / 60 % 60, seconds % 60]
    }

    pub fn date_text(self) -> Value {
        let [year, month, day] = self.date();
        Value::from(&*format!("{year:04}-{month:02}-{day:02}"))
    }

    pub fn time_text(self) -> Value {
        let [hour, minute, second] = self.time();
        let fraction = match self.microseconds % SECOND {
            0 => String::new(),
            microsecond => format!(".{microsecond:06}"),
        };
        Value::from(&*format!("{hour:02}:{minute:02}:{second:02}{fraction}"))
    }

    pub fn text(self) -> Value {
        super::text::packed(&[&self.date_text(), &self.time_text()], " ")
    }

    /// Whole seconds, without the fraction.
    pub fn seconds_since_1900(self) -> i64 {
        (self.microseconds - DAYS_TO_1900 * DAY) / SECOND
    }
}

/// The days from 0001-01-01 to the beginning of a year.
fn days_before(year: i64) -> i64 {
    let years = year - 1;
    years * 365 + years / 4 - years / 100 + years / 400
}

fn days_in(year: i64, month: i64) -> i64 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_leads_back_to_itself() {
        let mut day = Moment::at([1, 1, 1], [0, 0, 0], 0).unwrap();
        let mut days = 1;
        while let Some(next) = day.plus(Delta { microseconds: DAY }) {
            assert_eq!(Moment::at(next.date(), [0, 0, 0], 0), Some(next));
            day = next;
            days += 1;
        }
        assert_eq!((day.date(), days), ([9_999, 12, 31], 3_652_059));
    }

    #[test]
    fn there_is_no_thirtieth_of_february() {
        assert_eq!(Moment::at([2_014, 2, 30], [0, 0, 0], 0), None);
        assert!(Moment::at([2_000, 2, 29], [23, 59, 59], 999_999).is_some());
        assert_eq!(Moment::at([1_900, 2, 29], [0, 0, 0], 0), None);
    }
}

//! Durations as operators write them: a whole number and its unit.

use std::time::Duration;

/// The longest duration that is accepted: a day.
const LONGEST: Duration = Duration::from_hours(24);

/// Reads `500ms`, `30s`, `2m` or `1h`.
pub(crate) fn parse(text: &str) -> Result<Duration, String> {
    match milliseconds(split(text).1) {
        Some(..DAY) => parse_long(text, LONGEST).ok_or_else(|| "not a duration of at most 24h".to_owned()),
        _ => Err("not a duration such as 500ms, 30s, 2m or 1h".to_owned()),
    }
}

/// Reads the same, and `90d`; none when it is no duration of at most `longest`.
pub(super) fn parse_long(text: &str, longest: Duration) -> Option<Duration> {
    let (number, unit) = split(text);
    let number: u64 = number.parse().ok()?;
    let duration = Duration::from_millis(number.checked_mul(milliseconds(unit)?)?);
    (duration <= longest).then_some(duration)
}

/// The number and its unit.
fn split(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

/// A day, in milliseconds.
const DAY: u64 = 86_400_000;

/// How many milliseconds a unit is.
fn milliseconds(unit: &str) -> Option<u64> {
    Some(match unit {
        "ms" => 1,
        "s" => 1_000,
        "m" => 60_000,
        "h" => 3_600_000,
        "d" => DAY,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_a_number_and_its_unit() {
        assert_eq!(parse("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(parse("30s"), Ok(Duration::from_secs(30)));
        assert_eq!(parse("2m"), Ok(Duration::from_mins(2)));
        assert_eq!(parse("24h"), Ok(LONGEST));
    }

    #[test]
    fn where_a_long_one_makes_sense_it_may_be_in_days() {
        let year = Duration::from_hours(24 * 365);
        assert_eq!(parse_long("90d", year), Some(Duration::from_hours(24 * 90)));
        assert_eq!(parse_long("12h", year), Some(Duration::from_hours(12)));
        for text in ["366d", "99999999999999999999d", "d", "1w", "forever"] {
            assert_eq!(parse_long(text, year), None, "{text:?}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in ["", "30", "s", "-1s", "1.5s", "25h", "99999999999999999999h", "5 s", "1d"] {
            assert!(parse(text).is_err(), "{text:?} was accepted");
        }
    }
}

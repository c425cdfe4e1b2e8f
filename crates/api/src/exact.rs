//! Numbers that are kept as they came, or refused.
//!
//! `serde_json::Value` holds integers of 64 bits and floats of 64 bits, and rounds whatever else it reads without a
//! word. Where values are kept and given back, a number that would come back as another one is refused instead.

use serde::de::{Deserialize, Deserializer, Error as _};
use serde_json::value::RawValue;
use serde_json::{Number, Value};

/// A JSON value that is kept without altering a number in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Exact(pub Value);

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Box::<RawValue>::deserialize(deserializer)?;
        if !outside_strings(json.get()).flat_map(numbers).all(is_kept) {
            return Err(D::Error::custom(
                "a number cannot be kept exactly: integers have at most 64 bits, others at most 17 digits; a longer one \
                 can be given as a string",
            ));
        }
        serde_json::from_str(json.get()).map(Self).map_err(D::Error::custom)
    }
}

/// The parts of a JSON text that are no strings.
fn outside_strings(json: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(json);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let Some((outside, inside)) = text.split_once('"') else { return Some(text) };
        let mut escaped = false;
        let end = inside.find(|character| {
            let ends = character == '"' && !escaped;
            escaped = character == '\\' && !escaped;
            ends
        });
        rest = end.and_then(|end| inside.get(end + 1..));
        Some(outside)
    })
}

/// The numbers in a part of a JSON text that holds no string. (`true` and `false` have an `e`, but begin otherwise.)
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !matches!(character, '0'..='9' | '+' | '-' | '.' | 'e' | 'E'))
        .filter(|word| word.starts_with(|character: char| character == '-' || character.is_ascii_digit()))
}

/// Is the number still the same, and an integer still an integer, after it has been read?
fn is_kept(number: &str) -> bool {
    let is_float = number.contains(['.', 'e', 'E']);
    serde_json::from_str::<Number>(number).is_ok_and(|read| {
        let kept = Decimal::of(&read.to_string());
        read.is_f64() == is_float && kept.is_some() && kept == Decimal::of(number)
    })
}

/// A number in the one form that all its spellings share.
#[derive(Debug, PartialEq, Eq)]
struct Decimal {
    negative: bool,
    /// Without zeros at either end; none for zero.
    digits: String,
    /// The power of ten that the digits, read as an integer, are multiplied by.
    exponent: i64,
}

impl Decimal {
    /// `None` when the exponent is beyond measure.
    fn of(number: &str) -> Option<Self> {
        let (negative, number) = number.strip_prefix('-').map_or((false, number), |rest| (true, rest));
        let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = format!("{whole}{fraction}");
        let digits = all.trim_end_matches('0');
        let trailing = all.len() - digits.len();
        let exponent = exponent
            .parse::<i64>()
            .ok()?
            .checked_sub(i64::try_from(fraction.len()).ok()?)?
            .checked_add(i64::try_from(trailing).ok()?)?;
        let digits = digits.trim_start_matches('0');
        let is_zero = digits.is_empty();
        Some(Self { negative, digits: digits.to_owned(), exponent: if is_zero { 0 } else { exponent } })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Value, String> {
        serde_json::from_str::<Exact>(text).map(|Exact(value)| value).map_err(|error| error.to_string())
    }

    #[test]
    fn what_comes_back_as_it_came_is_kept() {
        for text in [
            "0",
            "-1",
            "18446744073709551615",
            "-9223372036854775808",
            "0.1",
            "0.10",
            "-0.0",
            "1E5",
            "1e+22",
            "2.5e-7",
            "1.7976931348623157e308",
            "[true, false, null, {\"a-1\": [1, 2.5]}]",
            r#""12345678901234567890123""#,
            r#"{"12345678901234567890123": "\"1.00000000000000000001\\"}"#,
        ] {
            assert_eq!(read(text).as_ref(), Ok(&serde_json::from_str::<Value>(text).unwrap()), "{text}");
        }
    }

    #[test]
    fn what_would_come_back_otherwise_is_refused_without_repeating_it() {
        for text in [
            "18446744073709551616",
            "-9223372036854775809",
            "100000000000000000000",
            "0.1234567890123456789",
            "1e-400",
            "[1, {\"a\": 12345678901234567890123}]",
            r#"["\\", 12345678901234567890123]"#,
        ] {
            let reason = read(text).unwrap_err();
            assert!(
                reason.contains("cannot be kept exactly") && !reason.contains("1234"),
                "{text}: {reason}"
            );
        }
    }
}

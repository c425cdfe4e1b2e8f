//! Numbers: whole ones of any size and floats, compared and computed with together.

use std::cmp::Ordering;

use num_bigint::BigInt;
use statehouse_datalog::{Integer, Value};

/// Longer numbers are not made: repeated multiplication would fill the memory. In bits.
const LONGEST: u64 = 1 << 16;

/// How two numbers or two texts compare; nothing for a number and a text, and for what is not a number.
pub(super) fn compare(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Integer(left), Value::Integer(right)) => Some(left.cmp(right)),
        (Value::String(left), Value::String(right)) => Some(left.cmp(right)),
        (Value::Float(left), Value::Float(right)) => left.get().partial_cmp(&right.get()),
        (Value::Integer(left), Value::Float(right)) => compare_exactly(left, right.get()),
        (Value::Float(left), Value::Integer(right)) => {
            compare_exactly(right, left.get()).map(Ordering::reverse)
        }
        _ => None,
    }
}

/// Without rounding the integer: 2^53 + 1 is greater than 2^53 as a float.
fn compare_exactly(left: &Integer, right: f64) -> Option<Ordering> {
    if right.is_nan() {
        return None;
    }
    if right.is_infinite() {
        return Some(if right > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    let whole = statehouse_datalog::Float::new(right.floor()).to_integer()?;
    let fraction = right - right.floor();
    Some(left.cmp(&whole).then(if fraction > 0.0 { Ordering::Less } else { Ordering::Equal }))
}

/// The larger of two numbers or two texts; the first where neither is.
pub(super) fn larger(left: &Value, right: &Value) -> Option<Value> {
    let is_text = |value: &Value| matches!(value, Value::String(_));
    if is_text(left) != is_text(right) {
        return None;
    }
    let right_is_larger = compare(left, right).is_some_and(Ordering::is_lt);
    Some(if right_is_larger { right } else { left }.clone())
}

pub(super) fn plus(left: &Value, right: &Value) -> Option<Value> {
    compute(left, right, |left, right| left + right, |left, right| left + right)
}

pub(super) fn minus(left: &Value, right: &Value) -> Option<Value> {
    compute(left, right, |left, right| left - right, |left, right| left - right)
}

pub(super) fn times(left: &Value, right: &Value) -> Option<Value> {
    compute(left, right, |left, right| left * right, |left, right| left * right)
}

/// Division of two integers is rounded down; nothing is divided by zero.
pub(super) fn divided(left: &Value, right: &Value) -> Option<Value> {
    let is_zero = match right {
        Value::Integer(right) => right.to_i64() == Some(0),
        Value::Float(right) => right.get() == 0.0,
        Value::String(_) => true,
    };
    if is_zero {
        return None;
    }
    compute(left, right, rounded_down, |left, right| left / right)
}

fn rounded_down(left: &BigInt, right: &BigInt) -> BigInt {
    let (quotient, rest) = (left / right, left % right);
    let zero = BigInt::ZERO;
    if rest != zero && (rest < zero) != (*right < zero) { quotient - 1 } else { quotient }
}

fn compute(
    left: &Value,
    right: &Value,
    whole: impl FnOnce(&BigInt, &BigInt) -> BigInt,
    float: impl FnOnce(f64, f64) -> f64,
) -> Option<Value> {
    if let (Value::Integer(left), Value::Integer(right)) = (left, right) {
        let (left, right) = (left.to_big(), right.to_big());
        if left.bits() + right.bits() > LONGEST {
            return None;
        }
        return Some(Value::Integer(Integer::from(whole(&left, &right))));
    }
    Some(Value::from(float(as_float(left)?, as_float(right)?)))
}

/// A number as a float; nothing for an integer that is too large to be one.
fn as_float(value: &Value) -> Option<f64> {
    match value {
        Value::Float(float) => Some(float.get()),
        // Rounds to the nearest, as reading the digits does.
        Value::Integer(integer) => integer.to_string().parse::<f64>().ok().filter(|float| float.is_finite()),
        Value::String(_) => None,
    }
}

/// A number, or the number that a text says, as a float.
pub(super) fn to_float(value: &Value) -> Option<Value> {
    match value {
        Value::String(text) => {
            let digits = without_underscores(text.trim())?;
            // `inf` and `nan` are read as such, whatever their case.
            digits.parse::<f64>().ok().map(Value::from)
        }
        _ => as_float(value).map(Value::from),
    }
}

/// A number without its fraction, or the whole number that a text says.
pub(super) fn to_integer(value: &Value) -> Option<Value> {
    match value {
        Value::Integer(_) => Some(value.clone()),
        Value::Float(float) => {
            statehouse_datalog::Float::new(float.get().trunc()).to_integer().map(Value::Integer)
        }
        Value::String(text) => {
            let text = text.trim();
            let (digits, is_negative) = match text.strip_prefix('-') {
                Some(digits) => (digits, true),
                None => (text.strip_prefix('+').unwrap_or(text), false),
            };
            let digits = without_underscores(digits)?;
            if digits.len() > statehouse_datalog::MAX_NUMBER_CHARACTERS {
                return None;
            }
            let size = Integer::from_digits(&digits, 10)?;
            Some(Value::Integer(if is_negative { size.negated() } else { size }))
        }
    }
}

/// Digits may be grouped by single underscores between them.
fn without_underscores(text: &str) -> Option<String> {
    let grouped = text.split('_').all(|group| {
        let ends_well = |character: Option<char>| character.is_some_and(|it| it.is_ascii_digit());
        ends_well(group.chars().next()) && ends_well(group.chars().last())
    });
    (grouped || !text.contains('_')).then(|| text.replace('_', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn integer(digits: &str) -> Value {
        Value::Integer(Integer::from_digits(digits, 10).unwrap())
    }

    #[test]
    fn large_integers_are_compared_with_floats_exactly() {
        let two_to_53 = Value::from(9_007_199_254_740_992.0);
        assert_eq!(compare(&integer("9007199254740993"), &two_to_53), Some(Ordering::Greater));
        assert_eq!(compare(&integer("9007199254740992"), &two_to_53), Some(Ordering::Equal));
        assert_eq!(compare(&Value::from(-1), &Value::from(-0.5)), Some(Ordering::Less));
        assert_eq!(compare(&Value::from(1), &Value::from(f64::NAN)), None);
    }

    #[test]
    fn division_of_integers_is_rounded_down() {
        let divided = |left: i64, right: i64| divided(&Value::from(left), &Value::from(right));
        assert_eq!(divided(-7, 2), Some(Value::from(-4)));
        assert_eq!(divided(-7, -2), Some(Value::from(3)));
        assert_eq!(divided(7, -2), Some(Value::from(-4)));
        assert_eq!(divided(i64::MIN, -1), Some(integer("9223372036854775808")));
        assert_eq!(divided(5, 0), None);
    }

    #[test]
    fn a_number_does_not_grow_without_bound() {
        let mut number = Value::from(10);
        let mut rounds = 0;
        while let Some(square) = times(&number, &number) {
            number = square;
            rounds += 1;
        }
        assert!((10..20).contains(&rounds), "{rounds}");
    }

    #[test]
    fn underscores_group_digits() {
        assert_eq!(to_integer(&Value::from("1_000")), Some(Value::from(1000)));
        assert_eq!(to_integer(&Value::from("1__0")), None);
        assert_eq!(to_integer(&Value::from("_1")), None);
        assert_eq!(to_float(&Value::from("1_0.5")), Some(Value::from(10.5)));
    }
}

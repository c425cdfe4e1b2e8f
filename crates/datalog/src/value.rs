//! The values of the language: integers of any size, floats, strings.
//!
//! Values match by type: `1`, `1.0` and `"1"` are three values. [`Value::fact_identity`] is the looser
//! comparison by which facts are told apart.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use num_bigint::BigInt;

/// A constant of a rule, and a cell of a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// A whole number of any size.
    Integer(Integer),
    /// A floating-point number, infinities and "not a number" included.
    Float(Float),
    /// Text; any Unicode character may occur.
    String(Arc<str>),
}

impl Value {
    /// The value by which facts are told apart: a float without a fractional part becomes the integer it
    /// equals, because after `p(1)` the fact `p(1.0)` says nothing new.
    #[must_use]
    pub fn fact_identity(&self) -> Value {
        match self {
            Value::Float(float) => float.to_integer().map_or_else(|| self.clone(), Value::Integer),
            Value::Integer(_) | Value::String(_) => self.clone(),
        }
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Integer(Integer::from(number))
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Value::Float(Float::new(number))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::String(Arc::from(text))
    }
}

/// A whole number of any size. Numbers that fit 64 bits, nearly all of them, need no allocation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Integer(Size);

/// A number is `Large` only when it does not fit `Small`: so equality and hashing can be derived.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Size {
    Small(i64),
    Large(Arc<BigInt>),
}

impl Integer {
    /// Reads `digits` (no sign) in the given radix (2 to 36); `None` when a character is not a digit of it.
    ///
    /// Reading takes time quadratic in the number of digits: callers bound it.
    #[must_use]
    pub fn from_digits(digits: &str, radix: u32) -> Option<Integer> {
        if !(2..=36).contains(&radix) || !digits.chars().all(|digit| digit.is_digit(radix)) {
            return None;
        }
        if let Ok(small) = i64::from_str_radix(digits, radix) {
            return Some(Integer::from(small));
        }
        BigInt::parse_bytes(digits.as_bytes(), radix).map(Integer::from)
    }

    /// The number when it fits 64 bits.
    #[must_use]
    pub fn to_i64(&self) -> Option<i64> {
        match &self.0 {
            Size::Small(number) => Some(*number),
            Size::Large(_) => None,
        }
    }

    /// The number, whatever its size.
    #[must_use]
    pub fn to_big(&self) -> BigInt {
        match &self.0 {
            Size::Small(number) => BigInt::from(*number),
            Size::Large(number) => BigInt::clone(number),
        }
    }

    /// The number with the opposite sign.
    #[must_use]
    pub fn negated(&self) -> Integer {
        match &self.0 {
            Size::Small(number) => match number.checked_neg() {
                Some(negated) => Integer::from(negated),
                None => Integer::from(-BigInt::from(*number)),
            },
            Size::Large(number) => Integer::from(-BigInt::clone(number)),
        }
    }
}

impl From<i64> for Integer {
    fn from(number: i64) -> Self {
        Integer(Size::Small(number))
    }
}

impl From<BigInt> for Integer {
    fn from(number: BigInt) -> Self {
        match i64::try_from(&number) {
            Ok(small) => Integer(Size::Small(small)),
            Err(_) => Integer(Size::Large(Arc::new(number))),
        }
    }
}

impl Ord for Integer {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Size::Small(left), Size::Small(right)) => left.cmp(right),
            (Size::Large(left), Size::Large(right)) => left.cmp(right),
            (Size::Small(_), Size::Large(_)) | (Size::Large(_), Size::Small(_)) => {
                self.to_big().cmp(&other.to_big())
            }
        }
    }
}

impl PartialOrd for Integer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Size::Small(number) => number.fmt(f),
            Size::Large(number) => number.fmt(f),
        }
    }
}

/// A floating-point number with a total order, so that it can be a key: "not a number" is one value, equal to
/// itself and above all others, and there is one zero.
#[derive(Clone, Copy, Debug)]
pub struct Float(f64);

impl Float {
    /// Takes `number`, merging the zeros into one and the "not a number"s into one.
    #[must_use]
    pub fn new(number: f64) -> Float {
        if number.is_nan() {
            Float(f64::NAN)
        } else if number == 0.0 {
            Float(0.0)
        } else {
            Float(number)
        }
    }

    /// The plain number.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }

    /// The integer this number equals, if there is one.
    #[must_use]
    pub fn to_integer(self) -> Option<Integer> {
        if !self.0.is_finite() || self.0.fract() != 0.0 {
            return None;
        }
        // Printing a whole float without an exponent gives all its digits exactly.
        let digits = format!("{:.0}", self.0.abs());
        let size = Integer::from_digits(&digits, 10)?;
        Some(if self.0 < 0.0 { size.negated() } else { size })
    }
}

impl PartialEq for Float {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Float {}

impl Ord for Float {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Float {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Float {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_one_point_zero_and_the_text_one_are_three_values() {
        assert_ne!(Value::from(1), Value::from(1.0));
        assert_ne!(Value::from(1), Value::from("1"));
        assert_ne!(Value::from(1.0), Value::from("1"));
    }

    #[test]
    fn facts_are_told_apart_by_number_not_by_type_of_number() {
        assert_eq!(Value::from(1.0).fact_identity(), Value::from(1));
        assert_eq!(Value::from(-3.0).fact_identity(), Value::from(-3));
        assert_eq!(Value::from(1.5).fact_identity(), Value::from(1.5));
        assert_eq!(Value::from(f64::INFINITY).fact_identity(), Value::from(f64::INFINITY));
        let googol = Integer::from_digits("100000000000000000000", 10).map(Value::Integer);
        assert_eq!(Some(Value::from(1e20).fact_identity()), googol);
    }

    #[test]
    fn there_is_one_zero_and_one_not_a_number() {
        assert_eq!(Float::new(-0.0), Float::new(0.0));
        assert_eq!(Float::new(f64::NAN), Float::new(-f64::NAN));
        assert!(Float::new(f64::NAN) > Float::new(f64::INFINITY));
    }

    #[test]
    fn integers_of_any_size_compare_by_number() {
        let large = Integer::from_digits("123456789012345678901234567890", 10).unwrap();
        assert!(Integer::from(i64::MAX) < large);
        assert!(large.negated() < Integer::from(i64::MIN));
        assert_eq!(large.negated().negated(), large);
        assert_eq!(Integer::from_digits("ff", 16), Some(Integer::from(255)));
        assert_eq!(Integer::from_digits("12", 2), None);
        assert_eq!(Integer::from_digits("", 10), None);
        assert_eq!(Integer::from(i64::MIN).negated().to_string(), "9223372036854775808");
    }
}

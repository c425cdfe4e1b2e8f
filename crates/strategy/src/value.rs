//! Values of rows, and rows.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use statehouse_datalog::{Integer, MAX_NUMBER_CHARACTERS};
use statehouse_model::{Row, Value};

use crate::text::text;

/// Floats that are printed, read or rounded wrongly somewhere.
pub const FLOATS: &[f64] = &[
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.1,
    1e308,
    -1e308,
    f64::MAX,
    f64::MIN,
    5e-324,
    -5e-324,
    f64::MIN_POSITIVE,
    1e-300,
    1e15,
    1e16,
    1e17,
    1e21,
    1e22,
    123_456_789.123_456_78,
    9_007_199_254_740_993.0,
    -5.979_749_775_250_718e110,
    2.5,
    f64::EPSILON,
];

/// Any value: few small numbers, so that rows meet; the largest and smallest; texts.
pub fn value() -> BoxedStrategy<Value> {
    let digits = prop_oneof![19..=40_usize, Just(MAX_NUMBER_CHARACTERS - 1)];
    prop_oneof![
        8 => (0..3i64).prop_map(Value::from),
        2 => select(vec![i64::MIN, i64::MIN + 1, i64::MAX, -1, 1 << 53, (1 << 53) + 1]).prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        2 => (digits, select(vec!["9", "1", "5"]), any::<bool>()).prop_map(|(digits, digit, negative)| {
            let number = Integer::from_digits(&digit.repeat(digits), 10);
            let number = number.unwrap_or_else(|| Integer::from(0));
            Value::Integer(if negative { number.negated() } else { number })
        }),
        3 => select(FLOATS).prop_map(Value::from),
        2 => any::<f64>().prop_map(Value::from),
        6 => text(Row::VALUE_LIMIT).prop_map(|text| Value::from(text.as_str())),
    ]
    .boxed()
}

/// Rows of one or two values, some of them twice; rarely a row of as many values as it may have.
pub fn rows() -> BoxedStrategy<Vec<Row>> {
    let small = vec((0..3i64).prop_map(Value::from), 1..3).prop_map(Row::from);
    let any = vec(value(), 1..3).prop_map(Row::from);
    let wide = (Row::VALUES_LIMIT - 1..=Row::VALUES_LIMIT + 1, value())
        .prop_filter("as long as wide would be too much", |(_, value)| format!("{value:?}").len() < 100)
        .prop_map(|(width, value)| Row::from(vec![value; width]));
    prop_oneof![
        6 => vec(small, 0..4),
        12 => vec(any, 0..4),
        1 => wide.prop_map(|row| vec![row]),
    ]
    .boxed()
}

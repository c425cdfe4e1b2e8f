//! Texts: joined, repeated, measured, and numbers as text.

use statehouse_datalog::Value;

/// Longer texts are not made. In bytes.
const LONGEST: usize = 1 << 20;

pub(super) fn joined(left: &Value, right: &Value) -> Option<Value> {
    let (Value::String(left), Value::String(right)) = (left, right) else { return None };
    (left.len().saturating_add(right.len()) <= LONGEST).then(|| Value::from(&*format!("{left}{right}")))
}

/// A text so many times; not at all when the number is negative.
pub(super) fn repeated(left: &Value, right: &Value) -> Option<Value> {
    let (Value::String(text), Value::Integer(times)) = (match (left, right) {
        (Value::Integer(_), _) => (right, left),
        _ => (left, right),
    }) else {
        return None;
    };
    if text.is_empty() || times.to_big().sign() == num_bigint::Sign::Minus {
        return Some(Value::from(""));
    }
    let times = usize::try_from(times.to_i64()?).ok()?;
    (text.len().checked_mul(times)? <= LONGEST).then(|| Value::from(&*text.repeat(times)))
}

/// The number of characters.
pub(super) fn length(value: &Value) -> Option<Value> {
    match value {
        Value::String(text) => i64::try_from(text.chars().count()).ok().map(Value::from),
        _ => None,
    }
}

/// The values as text, with a separator between them.
pub(super) fn packed(values: &[&Value], separator: &str) -> Value {
    let texts: Vec<String> = values.iter().map(|value| plain(value)).collect();
    Value::from(&*texts.join(separator))
}

/// A value as people write it, without quotes.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.to_string(),
        Value::Float(float) if float.get().is_infinite() => {
            if float.get() > 0.0 {
                "inf".to_owned()
            } else {
                "-inf".to_owned()
            }
        }
        Value::Float(float) => float.to_string(),
        Value::Integer(integer) => integer.to_string(),
    }
}

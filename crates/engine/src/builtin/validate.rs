//! Values checked against bounds and patterns: the output is empty for a valid value, and says what is wrong otherwise.

use std::cmp::Ordering;

use regex::RegexBuilder;
use statehouse_datalog::Value;

use super::{number, text};

/// How much memory a compiled pattern may take, in bytes.
const PATTERN_LIMIT: usize = 1 << 20;

pub(super) fn integer(inputs: [&Value; 3]) -> Option<Value> {
    bounded(inputs, number::to_integer, "an integer")
}

pub(super) fn float(inputs: [&Value; 3]) -> Option<Value> {
    bounded(inputs, number::to_float, "a number")
}

fn bounded(
    [least, most, value]: [&Value; 3],
    read: fn(&Value) -> Option<Value>,
    kind: &str,
) -> Option<Value> {
    let (least, most) = (read(least)?, read(most)?);
    let Some(number) = read(value) else {
        return Some(Value::from(&*format!("Value '{}' is not {kind}", text::plain(value))));
    };
    let is = |order: fn(Ordering) -> bool, bound: &Value| number::compare(&number, bound).is_some_and(order);
    Some(if !is(Ordering::is_ge, &least) {
        Value::from(&*format!("Should be greater than or equal to {}", text::plain(&least)))
    } else if !is(Ordering::is_le, &most) {
        Value::from(&*format!("Should be less than or equal to {}", text::plain(&most)))
    } else {
        Value::from("")
    })
}

/// A text: of at most so many characters (0: any number), in closed quotes if it begins with one (unless `quotes` is 0), and
/// with a match of the pattern somewhere in it.
pub(super) fn string(
    pattern: &Value,
    longest: &Value,
    quotes: &Value,
    ignore_case: &Value,
    value: &Value,
) -> Option<Value> {
    let Value::String(pattern) = pattern else { return None };
    let longest = usize::try_from(whole(longest)?).ok()?;
    let (quotes, ignore_case) = (whole(quotes)? != 0, whole(ignore_case)? != 0);
    let regex =
        RegexBuilder::new(pattern).case_insensitive(ignore_case).size_limit(PATTERN_LIMIT).build().ok()?;
    let written = text::plain(value);
    let content = match unquoted(&written) {
        Some(content) if quotes => match content {
            Ok(content) => content,
            Err(()) => return Some(Value::from(&*format!("Non-closed quote: {written}"))),
        },
        _ => &written,
    };
    Some(if longest > 0 && content.chars().count() > longest {
        Value::from(&*format!("Value '{content}' exceeds maximum length {longest}"))
    } else if regex.is_match(content) {
        Value::from("")
    } else {
        Value::from(&*format!("Value '{content}' doesn't match regex '{pattern}'"))
    })
}

/// What stands between quotes; nothing for a text that begins with none.
fn unquoted(text: &str) -> Option<Result<&str, ()>> {
    let quote = text.chars().next().filter(|first| matches!(first, '"' | '\''))?;
    let rest = text.get(1..).unwrap_or_default();
    Some(rest.strip_suffix(quote).ok_or(()))
}

fn whole(value: &Value) -> Option<i64> {
    match number::to_integer(value)? {
        Value::Integer(number) => number.to_i64(),
        _ => None,
    }
}

//! Values of rows as JSON.

use std::sync::Arc;

use serde_json::value::RawValue;
use statehouse_datalog::{Float, Integer, MAX_NUMBER_CHARACTERS, Value};

use crate::Row;
use crate::row::RowError;

/// What stands for `null`, also where a JSON object lacks what a column asks for.
pub(crate) const NONE: &str = "None";

/// Reads one JSON value. A number with a point or an exponent is a float, any other an integer.
pub(crate) fn read(json: &RawValue) -> Result<Value, RowError> {
    let text = json.get().trim();
    // A string counts as the text that it says: written as JSON, with its quotes and escapes, it is longer.
    if !text.starts_with('"') {
        refuse_longer(text.len())?;
    }
    match text.as_bytes().first() {
        Some(b'n') => Ok(NONE.into()),
        Some(b't') => Ok("True".into()),
        Some(b'f') => Ok("False".into()),
        Some(b'"') => match serde_json::from_str::<String>(text) {
            Ok(text) => refuse_longer(text.len()).map(|()| Value::String(text.into())),
            Err(error) => Err(RowError::whole(error.to_string())),
        },
        Some(b'[' | b'{') => Ok(Value::String(compact(text))),
        _ if text.contains(['.', 'e', 'E']) => float(text),
        _ => integer(text),
    }
}

/// As [`read`], but `None` for `null`.
pub(crate) fn found(json: &RawValue) -> Result<Option<Value>, RowError> {
    if json.get().trim_start().starts_with('n') { Ok(None) } else { read(json).map(Some) }
}

fn refuse_longer(bytes: usize) -> Result<(), RowError> {
    if bytes > Row::VALUE_LIMIT {
        let limit = Row::VALUE_LIMIT;
        return Err(RowError::whole(format!("a value has at most {limit} bytes, this one {bytes}")));
    }
    Ok(())
}

fn float(text: &str) -> Result<Value, RowError> {
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(Value::Float(Float::new(number))),
        _ => Err(RowError::whole("the number is too large for a float")),
    }
}

fn integer(text: &str) -> Result<Value, RowError> {
    if text.len() > MAX_NUMBER_CHARACTERS {
        return Err(RowError::whole(format!("a number has at most {MAX_NUMBER_CHARACTERS} digits")));
    }
    let (digits, negative) = text.strip_prefix('-').map_or((text, false), |digits| (digits, true));
    let number = Integer::from_digits(digits, 10).ok_or_else(|| RowError::whole("not a number"))?;
    Ok(Value::Integer(if negative { number.negated() } else { number }))
}

/// JSON text without the white space between its tokens.
fn compact(json: &str) -> Arc<str> {
    let mut in_string = false;
    let mut escaped = false;
    let kept = json.chars().filter(|&character| {
        if escaped {
            escaped = false;
        } else if in_string {
            escaped = character == '\\';
            in_string = character != '"';
        } else {
            in_string = character == '"';
            return !character.is_ascii_whitespace();
        }
        true
    });
    kept.collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_the_permitted_length_is_read_again_as_the_string_it_became() {
        let list = format!("[{}\"a\"]", "\"a\",".repeat(Row::VALUE_LIMIT / 4 - 2));
        let Ok(value) = read(&RawValue::from_string(list).unwrap()) else { panic!("it fits") };
        let stored = Row::from(vec![value]).to_json().unwrap();
        assert_eq!(serde_json::from_str::<Row>(&stored).unwrap().to_json().unwrap(), stored);
    }

    #[test]
    fn white_space_inside_strings_stays() {
        assert_eq!(&*compact(r#"{ "a b" : [ 1 , "\" , \\" ] }"#), r#"{"a b":[1,"\" , \\"]}"#);
    }
}

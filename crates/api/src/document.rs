//! Reading a JSON document that came from outside.
//!
//! Stricter than JSON itself where leniency loses data: a key that occurs twice is refused (which of the two values was
//! meant?), and an object is never read from a list. The depth of a document is bounded by `serde_json` (128), its size
//! by [`crate::body`].

use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What is wrong with a document. Nothing here repeats a value: values may be secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// It is not JSON.
    #[error("the body is not JSON: {0}")]
    NotJson(String),
    /// An object has a key twice.
    #[error("the body: the key '{key}' occurs twice in {place}")]
    RepeatedKey {
        /// The key.
        key: String,
        /// The object, as in `rules[1]`.
        place: String,
    },
    /// A value is not of the type that is wanted.
    #[error("{}: {reason}", if path.is_empty() { "the body" } else { path })]
    WrongType {
        /// Where it is, as in `rules[1].rule`; empty for the document as a whole.
        path: String,
        /// What is wrong there, and what would be right.
        reason: String,
    },
}

/// Reads a document.
///
/// # Errors
///
/// [`Malformed`] says where and why it cannot be read as a `T`.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Malformed> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        Malformed::NotJson(format!("byte {} does not belong to UTF-8 text", error.valid_up_to()))
    })?;
    refuse_repeated_keys(text)?;
    let mut reader = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut reader).map_err(|error| Malformed::WrongType {
        path: match error.path().to_string() {
            whole if whole == "." => String::new(),
            path => path,
        },
        reason: reason(error.inner()),
    })
}

/// Is the document an object that has this field?
pub fn has_field(bytes: &[u8], field: &str) -> bool {
    serde_json::from_slice::<Map<String, Value>>(bytes).is_ok_and(|object| object.contains_key(field))
}

/// Walks the whole document, so that what is left for reading it as a particular type can only be of the wrong type.
fn refuse_repeated_keys(text: &str) -> Result<(), Malformed> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let mut track = serde_path_to_error::Track::new();
    let repeated = RefCell::new(None);
    let walked = Walk(&repeated).deserialize(serde_path_to_error::Deserializer::new(&mut reader, &mut track));
    if let Some(key) = repeated.take() {
        let place = match track.path().to_string() {
            whole if whole == "." => "the document itself".to_owned(),
            path => path,
        };
        return Err(Malformed::RepeatedKey { key, place });
    }
    walked.and_then(|()| reader.end()).map_err(|error| Malformed::NotJson(error.to_string()))
}

/// Visits every value of a document, keeps none, and stops at a key that its object has already: it is left in the cell.
#[derive(Clone, Copy)]
struct Walk<'a>(&'a RefCell<Option<String>>);

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(self)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let mut seen = HashSet::new();
        while let Some(key) = entries.next_key::<String>()? {
            if seen.contains(&key) {
                self.0.replace(Some(key));
                return Err(A::Error::custom("a repeated key"));
            }
            entries.next_value_seed(self)?;
            seen.insert(key);
        }
        Ok(())
    }
}

/// Rewords `serde_json`'s messages: no values (they may be secret), no Rust types.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(reason, _)| reason);
    match text.rsplit_once(", expected ") {
        Some((found, expected)) if found.starts_with("invalid type: ") => {
            let found = found.trim_start_matches("invalid type: ");
            format!("expected {}, found {}", reworded_type(expected), reworded_type(found))
        }
        _ => text.to_owned(),
    }
}

/// `serde`'s name for a kind of value in JSON's words.
fn reworded_type(text: &str) -> &str {
    const WORDS: [(&str, &str); 10] = [
        ("string", "a string"),
        ("integer", "a number"),
        ("floating point", "a number"),
        ("number", "a number"),
        ("boolean", "a boolean"),
        ("null", "null"),
        ("sequence", "a list"),
        ("map", "an object"),
        ("struct", "an object"),
        ("unit", "null"),
    ];
    let bare = text.trim_start_matches("a ").trim_start_matches("an ");
    WORDS.iter().find(|(word, _)| bare.starts_with(word)).map_or(text, |(_, reworded)| reworded)
}

/// A JSON object read as a `T`. Without it, `serde` would also take a list for a struct, field by field.
#[derive(Clone, Debug)]
pub struct Object<T>(pub T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectVisitor(PhantomData)).map(Self)
    }
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<T, A::Error> {
        T::deserialize(serde::de::value::MapAccessDeserializer::new(entries))
    }
}

/// A field that may be left out or `null`, where the difference matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Field<T> {
    /// The object does not have the field.
    #[default]
    Absent,
    /// The field is `null`.
    Null,
    /// The field has a value.
    Given(T),
}

impl<T> Field<T> {
    /// The value; left out and `null` mean the same here.
    pub fn given(self) -> Option<T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// Is the field `null`?
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Null, Self::Given))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    struct Item {
        #[expect(dead_code, reason = "only whether it can be read matters here")]
        rule: String,
    }

    #[derive(Debug, Deserialize)]
    struct Sample {
        #[serde(default)]
        note: Field<String>,
        #[serde(default)]
        #[expect(dead_code, reason = "only whether it can be read matters here")]
        rules: Vec<Object<Item>>,
    }

    fn refused(text: &str) -> String {
        read::<Object<Sample>>(text.as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn a_wrong_type_is_named_with_its_place() {
        assert_eq!(
            refused(r#"{"rules": [{"rule": "q(1)"}, {"rule": 5}]}"#),
            "rules[1].rule: expected a string, found a number"
        );
        assert_eq!(refused(r#"{"rules": "q"}"#), "rules: expected a list, found a string");
        assert_eq!(refused(r#"{"rules": [["q(1)"]]}"#), "rules[0]: expected an object, found a list");
        assert_eq!(refused("[]"), "the body: expected an object, found a list");
        assert_eq!(refused(r#"{"note": false}"#), "note: expected a string, found a boolean");
    }

    #[test]
    fn a_missing_field_is_named() {
        assert_eq!(refused(r#"{"rules": [{}]}"#), "rules[0]: missing field `rule`");
    }

    #[test]
    fn no_value_is_repeated_in_a_reason() {
        assert!(!refused(r#"{"rules": "S3cret, expected a map"}"#).contains("S3cret"));
    }

    #[test]
    fn a_repeated_key_is_refused_wherever_it_is() {
        assert!(
            refused(r#"{"note": "a", "note": "b"}"#)
                .contains("the key 'note' occurs twice in the document itself")
        );
        assert!(refused(r#"{"x": [{"a": 1, "\u0061": 2}]}"#).contains("the key 'a' occurs twice in x[0]"));
    }

    #[test]
    fn what_is_not_json_is_refused_as_a_whole() {
        for text in ["", "{", "p(1)", r#"{"note": NaN}"#, "{} {}", r#"{"note": "a",}"#, &"[".repeat(1_000)] {
            assert!(refused(text).starts_with("the body is not JSON: "), "{text}: {}", refused(text));
        }
        let error = read::<Object<Sample>>(b"{\"note\": \"\xff\"}").unwrap_err();
        assert_eq!(error.to_string(), "the body is not JSON: byte 10 does not belong to UTF-8 text");
    }

    #[test]
    fn left_out_and_null_are_told_apart() {
        let note = |text: &str| read::<Object<Sample>>(text.as_bytes()).unwrap().0.note;
        assert_eq!(note("{}"), Field::Absent);
        assert_eq!(note(r#"{"note": null}"#), Field::Null);
        assert_eq!(note(r#"{"note": "x"}"#), Field::Given("x".into()));
    }
}

//! Rows of data-source tables.

use std::fmt;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, Error as _, SeqAccess, Visitor};
use serde::ser::{Error as _, Serialize, SerializeSeq, Serializer};
use serde_json::value::RawValue;
pub use statehouse_datalog::Value;

use crate::value_json::{self, NONE};

/// One row: its values, column by column. Rows of a table are a set. They sort by their values, so lists are stable.
///
/// As JSON a row is a list of numbers and strings. Integers are exact whatever their size, which is why reading and
/// writing rows takes `serde_json` itself, text to text: its `Value` holds no integer beyond 64 bits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Row(pub Arc<[Value]>);

impl Row {
    /// Most values in a row.
    pub const VALUES_LIMIT: usize = 1_000;
    /// The longest value, in bytes of its text.
    pub const VALUE_LIMIT: usize = 65_535;

    /// Reads a row from the text of a JSON list. `null` becomes `"None"`, `true` and `false` become `"True"` and
    /// `"False"`, lists and objects become their JSON text.
    ///
    /// # Errors
    ///
    /// The text is not a JSON list, or a value of it cannot be kept.
    pub fn from_json(text: &str) -> Result<Self, RowError> {
        serde_json::from_str(text).map_err(|error| RowError::whole(error.to_string()))
    }

    /// The row as the text of a JSON list, without white space.
    ///
    /// # Errors
    ///
    /// A value that JSON cannot say: a float that is not finite. No row read from JSON has one.
    pub fn to_json(&self) -> Result<String, RowError> {
        serde_json::to_string(self).map_err(|error| RowError::whole(error.to_string()))
    }

    /// The row of values some of which were not found: `"None"` stands there.
    pub(crate) fn of_found(values: Vec<Option<Value>>) -> Self {
        Self(values.into_iter().map(|value| value.unwrap_or_else(|| NONE.into())).collect())
    }
}

impl From<Vec<Value>> for Row {
    fn from(values: Vec<Value>) -> Self {
        Self(values.into())
    }
}

/// Rows that cannot be made of a JSON text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{reason}", place(*row, column.as_deref()))]
pub struct RowError {
    /// Which row, from 0; `None` when the text as a whole is wrong.
    pub row: Option<usize>,
    /// Which column, by name or, counted from 0, by number; `None` when the row as a whole is wrong.
    pub column: Option<String>,
    /// What is wrong, and what would be right.
    pub reason: String,
}

impl RowError {
    pub(crate) fn whole(reason: impl Into<String>) -> Self {
        Self { row: None, column: None, reason: reason.into() }
    }

    pub(crate) fn in_row(self, row: usize) -> Self {
        Self { row: Some(row), ..self }
    }

    pub(crate) fn in_column(self, column: impl fmt::Display) -> Self {
        Self { column: Some(column.to_string()), ..self }
    }
}

fn place(row: Option<usize>, column: Option<&str>) -> String {
    match (row, column) {
        (Some(row), Some(column)) => format!("row {row}, column {column}: "),
        (Some(row), None) => format!("row {row}: "),
        (None, Some(column)) => format!("column {column}: "),
        (None, None) => String::new(),
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for value in self.0.iter() {
            match value {
                Value::String(text) => list.serialize_element(&**text)?,
                Value::Float(number) if !number.get().is_finite() => {
                    return Err(S::Error::custom("a float that is not finite has no JSON form"));
                }
                Value::Float(number) => list.serialize_element(&number.get())?,
                Value::Integer(number) => match number.to_i64() {
                    Some(small) => list.serialize_element(&small)?,
                    None => list.serialize_element(
                        &RawValue::from_string(number.to_string()).map_err(S::Error::custom)?,
                    )?,
                },
            }
        }
        list.end()
    }
}

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(RowVisitor)
    }
}

struct RowVisitor;

impl<'de> Visitor<'de> for RowVisitor {
    type Value = Row;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row: a list of values")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Row, A::Error> {
        let mut values = Vec::new();
        while let Some(json) = list.next_element::<Box<RawValue>>()? {
            if values.len() == Row::VALUES_LIMIT {
                return Err(A::Error::custom(format_args!("a row has at most {} values", Row::VALUES_LIMIT)));
            }
            let column = values.len();
            let value = value_json::read(&json);
            values.push(value.map_err(|error| A::Error::custom(error.in_column(column)))?);
        }
        Ok(values.into())
    }
}

//! Reading the recordings.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use statehouse_model::{Row, Value};

/// A file of the recordings.
pub fn read(file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/congress-v1").join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The cases of a file, one a line.
pub fn cases<T: DeserializeOwned>(file: &str) -> Vec<T> {
    read(file).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A data source of a case.
#[derive(Deserialize)]
pub struct Source {
    pub name: String,
    pub schema: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub rows: BTreeMap<String, Vec<Row>>,
}

/// A policy of a case.
#[derive(Deserialize)]
pub struct Policy {
    pub name: String,
    pub kind: String,
    #[serde(default)]
    pub rules: Vec<String>,
}

/// What a table held.
#[derive(Deserialize)]
pub struct Recorded {
    pub policy: String,
    pub table: String,
    /// `execute` where the rows are those of the actions that would be called.
    pub modal: Option<String>,
    /// None where reading failed.
    rows: Option<Box<RawValue>>,
    #[serde(default)]
    pub crash: bool,
    pub error_class: Option<String>,
}

impl Recorded {
    /// The rows, sorted.
    pub fn rows(&self) -> Option<Vec<Row>> {
        let rows: Vec<Row> = serde_json::from_str(self.rows.as_ref()?.get()).unwrap();
        let mut rows: Vec<Row> = rows.iter().map(finite).collect();
        rows.sort();
        Some(rows)
    }
}

/// `{"$float": "nan"}` stands for a float that JSON has no form for.
fn finite(row: &Row) -> Row {
    let value = |value: &Value| match value {
        Value::String(text) => {
            match text.strip_prefix(r#"{"$float":""#).and_then(|it| it.strip_suffix(r#""}"#)) {
                Some(number) => Value::from(number.parse::<f64>().unwrap()),
                None => value.clone(),
            }
        }
        _ => value.clone(),
    };
    row.0.iter().map(value).collect::<Vec<_>>().into()
}

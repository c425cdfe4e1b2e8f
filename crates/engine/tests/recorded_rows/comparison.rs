//! Comparing rows with recorded ones and with the divergences that are listed, and telling all differences at once.

use std::collections::HashMap;

use statehouse_model::Row;

use crate::corpus::read;
use crate::world::text;

const FILE: &str = "divergences-rows.toml";

pub struct Comparison {
    divergences: HashMap<String, String>,
    complaints: Vec<String>,
}

impl Comparison {
    /// With the divergences of a section of the file.
    pub fn with(section: &str) -> Self {
        let file: toml::Table = read(FILE).parse().unwrap();
        let mut divergences = HashMap::new();
        for entry in file.get(section).and_then(toml::Value::as_array).into_iter().flatten() {
            assert!(!entry["reason"].as_str().unwrap().is_empty());
            for (case, difference) in entry["cases"].as_table().unwrap() {
                let twice = divergences.insert(case.clone(), difference.as_str().unwrap().to_owned());
                assert!(twice.is_none(), "{case} is listed twice");
            }
        }
        Self { divergences, complaints: Vec::new() }
    }

    pub fn compare(&mut self, case: &str, recorded: &[Row], ours: &[Row]) {
        let difference = difference(recorded, ours);
        let listed = self.divergences.remove(case).unwrap_or_default();
        if listed != difference {
            self.complaints.push(format!("{case}: listed {listed:?}, is {difference:?}"));
        }
    }

    pub fn finish(mut self) {
        self.complaints
            .extend(self.divergences.into_keys().map(|case| format!("{case}: listed, and not recorded")));
        assert!(self.complaints.is_empty(), "{}", self.complaints.join("\n"));
    }
}

/// Rows that are only recorded, behind `-`, and rows that are only here, behind `+`.
fn difference(recorded: &[Row], ours: &[Row]) -> String {
    let only = |these: &[Row], those: &[Row], sign| {
        these
            .iter()
            .filter(|row| !those.contains(row))
            .map(|row| format!("{sign}{}", text(row)))
            .collect::<Vec<_>>()
    };
    [only(recorded, ours, "-"), only(ours, recorded, "+")].concat().join(" ")
}

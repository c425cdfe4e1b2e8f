//! Reads the recorded files.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use serde_json::Value as Json;

fn read(file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/congress-v1").join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// One JSON value per line.
pub fn lines(file: &str) -> Vec<Json> {
    let parse = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
    read(file).lines().map(parse).collect()
}

/// The answers of Statehouse where they differ from the recorded ones: one section of `divergences-parse.toml`, by
/// the field that names the case.
pub fn divergences(section: &str, key: &str) -> HashMap<String, String> {
    let file: toml::Table = read("divergences-parse.toml").parse().unwrap_or_else(|error| panic!("{error}"));
    let entries = file.get(section).and_then(|it| it.as_array()).cloned().unwrap_or_default();
    let text = |entry: &toml::Value, field: &str| entry[field].as_str().unwrap().to_owned();
    let divergence = |entry: &toml::Value| {
        assert!(!text(entry, "reason").is_empty(), "no reason: {entry}");
        (text(entry, key), text(entry, "ours"))
    };
    entries.iter().map(divergence).collect()
}

/// Compares answers with the recording and the divergences, and reports all differences together.
pub struct Comparison {
    divergences: HashMap<String, String>,
    complaints: Vec<String>,
}

impl Comparison {
    pub fn with(section: &str, key: &str) -> Self {
        Comparison { divergences: divergences(section, key), complaints: Vec::new() }
    }

    /// `recorded` and `ours` are the two answers to the case `key`.
    pub fn compare(&mut self, key: &str, recorded: &str, ours: &str) {
        let divergence = self.divergences.remove(key);
        let expected = divergence.as_deref().unwrap_or(recorded);
        if expected != ours {
            self.complaints.push(format!("{key:?}: expected {expected}, is {ours}"));
        }
        if divergence.is_some() && recorded == ours {
            self.complaints.push(format!("{key:?}: listed as a divergence, and is none"));
        }
    }

    pub fn finish(mut self) {
        let unused =
            self.divergences.keys().map(|key| format!("{key:?}: listed as a divergence, and not recorded"));
        self.complaints.extend(unused);
        assert!(
            self.complaints.is_empty(),
            "{} differences:\n{}",
            self.complaints.len(),
            self.complaints.join("\n")
        );
    }
}

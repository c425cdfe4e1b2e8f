//! What `statehouse doctor` finds.

use crate::command;
use crate::server::KEY;
use crate::throwaway::client::PASSWORD;
use serde_json::Value;
use std::path::Path;

/// The findings of one call.
#[derive(Debug)]
pub struct Diagnosis {
    code: Option<i32>,
    findings: Vec<Value>,
}

impl Diagnosis {
    /// Looks at the database of this address, with the key of servers that tests start at an address.
    #[track_caller]
    pub fn of(url: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self::in_folder(folder.path(), &["--database", url], &[("STATEHOUSE_SECRET_KEY", KEY)])
    }

    /// Looks at what these arguments and variables name, in this folder. Fails when the answer shows a password or a key.
    #[track_caller]
    pub fn in_folder(folder: &Path, arguments: &[&str], settings: &[(&str, &str)]) -> Self {
        let arguments: Vec<&str> = ["doctor", "--json"].iter().chain(arguments).copied().collect();
        let outcome = command::run_in(folder, &arguments, settings);
        for secret in [PASSWORD, KEY] {
            assert!(!outcome.stdout.contains(secret) && !outcome.stderr.contains(secret), "{outcome:?}");
        }
        let answer: Value =
            serde_json::from_str(&outcome.stdout).unwrap_or_else(|_| panic!("JSON: {outcome:?}"));
        let findings = answer["findings"].as_array().expect("a list of findings").clone();
        let code = match answer["verdict"].as_str() {
            Some("well") => 0,
            Some("doubtful") => 1,
            _ => 2,
        };
        assert_eq!(outcome.code, Some(code), "the exit code is that of the verdict: {answer:#}");
        Self { code: outcome.code, findings }
    }

    /// The exit code.
    pub fn code(&self) -> Option<i32> {
        self.code
    }

    /// The subjects that were looked at.
    pub fn subjects(&self) -> Vec<&str> {
        self.findings.iter().filter_map(|finding| finding["subject"].as_str()).collect()
    }

    /// Fails unless everything is well, other than these subjects.
    #[track_caller]
    pub fn assert_well_but(&self, others: &[&str]) -> &Self {
        let is_well = |finding: &&Value| {
            finding["verdict"] == "well" || others.iter().any(|other| finding["subject"] == **other)
        };
        let bad: Vec<_> = self.findings.iter().filter(|finding| !is_well(finding)).collect();
        assert!(bad.is_empty(), "not well: {bad:#?}");
        self
    }

    /// Fails unless this subject has this verdict, for a reason that contains these words.
    #[track_caller]
    pub fn assert_finds(&self, subject: &str, verdict: &str, words: &str) -> &Self {
        let found = self.findings.iter().any(|finding| {
            let (what, remedy) = (finding["what"].as_str().unwrap_or_default(), &finding["remedy"]);
            let is_it =
                finding["subject"] == subject && finding["verdict"] == verdict && what.contains(words);
            is_it && remedy.is_string() == (verdict != "well")
        });
        assert!(found, "no finding that {subject} is {verdict}, with {words:?}: {:#?}", self.findings);
        self
    }
}

//! The real `openstack congress …` command line, as operators have it.

use crate::python::{self, output};
use crate::server::Server;
use serde_json::Value;
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// The command line, bound to one server.
#[derive(Debug)]
pub struct Openstack {
    environment: PathBuf,
    endpoint: String,
}

impl Openstack {
    /// The command line for a server; nothing where the tests do without it (see [`python::environment`]).
    pub fn at(server: &Server) -> Option<Self> {
        let environment = python::environment("congress_client")?;
        Some(Self { environment, endpoint: server.url() })
    }

    /// What a `congress` command prints as JSON; panics when it fails.
    #[track_caller]
    pub fn json(&self, words: &[&str]) -> Value {
        let text = self.text(&[words, &["-f", "json"]].concat());
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{words:?}: {error}: {text}"))
    }

    /// The texts in one column of what a `congress` command lists.
    #[track_caller]
    pub fn column(&self, words: &[&str], name: &str) -> Vec<String> {
        let list = self.json(words);
        let rows = list.as_array().unwrap_or_else(|| panic!("{words:?}: no list: {list}"));
        rows.iter()
            .map(|row| row[name].as_str().unwrap_or_else(|| panic!("no {name} in {row}")).to_owned())
            .collect()
    }

    /// What a `congress` command prints; panics when it fails.
    #[track_caller]
    pub fn text(&self, words: &[&str]) -> String {
        self.run(words).unwrap_or_else(|complaint| panic!("openstack congress {words:?} failed: {complaint}"))
    }

    /// What a `congress` command complains of, which must hold `expected`; panics when it succeeds.
    #[track_caller]
    pub fn complaint(&self, words: &[&str], expected: &str) -> String {
        match self.run(words) {
            Err(complaint) if complaint.contains(expected) => complaint,
            other => {
                panic!("openstack congress {words:?}: expected to fail with {expected:?}, not {other:?}")
            }
        }
    }

    /// What the client library answers to a verb on library policies, as `library.py` tells it.
    #[track_caller]
    pub fn library(&self, words: &[&str]) -> Value {
        let mut command = Command::new(self.environment.join("bin/python"));
        let answer = output(command.arg(python::folder().join("library.py")).arg(&self.endpoint).args(words));
        let text = answer.unwrap_or_else(|complaint| panic!("library policies, {words:?}: {complaint}"));
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{words:?}: {error}: {text}"))
    }

    fn run(&self, words: &[&str]) -> Result<String, String> {
        let mut command = Command::new(self.environment.join("bin/openstack"));
        for (name, _) in env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("OS_")) {
            command.env_remove(name);
        }
        command.args(["--os-auth-type", "none", "--os-endpoint", &self.endpoint, "congress"]).args(words);
        output(&mut command)
    }
}

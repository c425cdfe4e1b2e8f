//! The real `openstack congress …` command line, as operators have it.

use crate::command::target_folder;
use crate::server::Server;
use serde_json::Value;
use std::env;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The command line, bound to one server.
#[derive(Debug)]
pub struct Openstack {
    environment: &'static Path,
    endpoint: String,
}

impl Openstack {
    /// The command line for a server, installed when it is used for the first time. Nothing when
    /// `STATEHOUSE_SKIP_CLIENT` gives a reason to do without, which is not accepted where `CI` is set.
    pub fn at(server: &Server) -> Option<Self> {
        static INSTALLED: OnceLock<Option<PathBuf>> = OnceLock::new();
        let environment = INSTALLED.get_or_init(|| (!skipped()).then(install)).as_deref()?;
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
        let answer = output(command.arg(folder().join("library.py")).arg(&self.endpoint).args(words));
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

fn output(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}

/// The folder of the requirements and the scripts.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("congress_client")
}

#[expect(clippy::print_stderr, reason = "what is skipped is said")]
fn skipped() -> bool {
    let Ok(reason) = env::var("STATEHOUSE_SKIP_CLIENT") else { return false };
    assert!(!reason.trim().is_empty(), "STATEHOUSE_SKIP_CLIENT says why");
    assert!(env::var("CI").is_err(), "in CI the real client is not skipped, whatever the reason: {reason}");
    eprintln!("NOT TESTED with the openstack command line: {reason}");
    true
}

/// Makes the environment, one process at a time: each test may run in a process of its own.
fn install() -> PathBuf {
    let environment = target_folder().join("congress-client");
    let lock = environment.with_extension("lock");
    let lock = File::create(&lock).unwrap_or_else(|error| panic!("{}: {error}", lock.display()));
    lock.lock().unwrap_or_else(|error| panic!("the environment of the openstack command line: {error}"));
    let mut install = Command::new("sh");
    install.arg(folder().join("install.sh")).arg(&environment);
    if let Err(complaint) = output(&mut install) {
        panic!(
            "the openstack command line cannot be installed (python3 with venv, and a package index, are needed). \
             To do without it: STATEHOUSE_SKIP_CLIENT='the reason'. {complaint}"
        );
    }
    environment
}

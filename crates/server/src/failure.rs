//! How a command fails: one line that says what is wrong and what to do, and an exit code.

use std::process::ExitCode;

/// Why the command did not succeed, for scripts. The codes are documented in `statehouse --help` and docs/operations.md.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Something failed that has no code of its own.
    Failed = 1,
    /// The command line, a variable or the configuration file makes no sense.
    Settings = 2,
    /// The database cannot be opened.
    Database = 3,
    /// The schema of the database is not one this version works on.
    Schema = 4,
    /// The key that seals secrets is missing, unreadable or the wrong one.
    SecretKey = 5,
    /// The address cannot be listened on.
    Address = 6,
}

/// A failure, ready to be told.
#[derive(Debug)]
pub(crate) struct Failure {
    exit: Exit,
    what: String,
    remedy: Option<String>,
}

impl Failure {
    /// A failure with this code.
    pub fn new(exit: Exit, what: impl Into<String>) -> Self {
        Self { exit, what: what.into(), remedy: None }
    }

    /// The settings make no sense.
    pub fn settings(what: impl Into<String>) -> Self {
        Self::new(Exit::Settings, what)
    }

    /// Adds what to do about it.
    pub fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }

    /// What is wrong, and what to do about it.
    pub fn parts(&self) -> (&str, Option<&str>) {
        (&self.what, self.remedy.as_deref())
    }

    /// The code the process ends with.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.exit as u8)
    }
}

impl std::fmt::Display for Failure {
    /// One line, whatever the parts hold.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        f.write_str(&one_line(&self.what))?;
        match &self.remedy {
            Some(remedy) => write!(f, "; {}", one_line(remedy)),
            None => Ok(()),
        }
    }
}

//! One build for a whole run of the tests: the same crates with the same features in every command, so that nothing is
//! compiled twice.

use std::process::Command;

use super::suites::Target;
use crate::run;

/// What every command of a run has in common.
#[derive(Debug)]
pub(super) struct Build {
    /// The only crate, if not all.
    pub package: Option<String>,
    /// For `--features`; none when empty.
    pub features: String,
    /// The features of the binary under test, when only one crate was chosen.
    pub binary_features: String,
    /// Only tests whose name contains this.
    pub filter: Option<String>,
    /// Is there a library among the crates, with unit tests and examples in its documentation?
    pub has_library: bool,
    /// Is `cargo nextest` installed?
    pub nextest: bool,
}

/// How many tests run at the same time. Most of them wait: for a disk, a lock, a process that starts.
pub(super) fn at_once() -> usize {
    2 * std::thread::available_parallelism().map_or(1, usize::from)
}

/// The tests of one command.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chosen<'a> {
    pub targets: &'a [&'a Target],
    /// With the unit tests and examples.
    pub units: bool,
    /// How many at the same time.
    pub at_once: usize,
}

impl Build {
    /// The binary under test, and the tests: built together, or every dependency whose features differ would be compiled
    /// once more.
    pub fn everything(&self) -> Command {
        if self.package.is_some() {
            let mut command = run::cargo(&["build", "--package", "statehouse"]);
            if !self.binary_features.is_empty() {
                command.args(["--features", &self.binary_features]);
            }
            return command;
        }
        let mut command = run::cargo(&["build", "--bins", "--tests", "--examples"]);
        self.of_this_run(&mut command);
        command
    }

    /// These tests, those with the chosen name.
    pub fn tests(&self, chosen: Chosen<'_>) -> Command {
        let mut command = if self.nextest { self.nextest(chosen) } else { self.cargo_test(chosen) };
        if let Some(filter) = &self.filter {
            command.arg(filter);
        }
        // `cargo test` passes on what stands behind the dashes.
        if !self.nextest {
            command.arg("--");
        }
        command.args(["--test-threads", &chosen.at_once.to_string()]);
        command
    }

    /// nextest does not run documentation examples; `cargo test` would, but then they would run twice.
    pub fn examples(&self) -> Command {
        let mut command = run::cargo(&["test", "--doc"]);
        self.of_this_run(&mut command);
        command
    }

    fn nextest(&self, chosen: Chosen<'_>) -> Command {
        let mut command = run::cargo(&["nextest", "run", "--no-fail-fast", "--no-tests=fail"]);
        self.of_this_run(&mut command);
        let targets = chosen.targets.iter().map(|t| format!("binary_id(={}::{})", t.package, t.name));
        let units = chosen.units.then(|| "not kind(test)".to_owned());
        command.arg("--filterset").arg(units.into_iter().chain(targets).collect::<Vec<_>>().join(" + "));
        command
    }

    fn cargo_test(&self, chosen: Chosen<'_>) -> Command {
        let mut command = run::cargo(&["test", "--no-fail-fast"]);
        self.of_this_run(&mut command);
        if chosen.units {
            command.args(["--bins", "--examples"]);
            command.args(self.has_library.then_some("--lib"));
        }
        for target in chosen.targets {
            command.args(["--test", &target.name]);
        }
        command
    }

    fn of_this_run(&self, command: &mut Command) {
        match &self.package {
            Some(package) => command.args(["--package", package]),
            None => command.arg("--workspace"),
        };
        if !self.features.is_empty() {
            command.args(["--features", &self.features]);
        }
    }
}

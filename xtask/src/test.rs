//! `cargo xtask test`.

use anyhow::{Result, bail};
use clap::Args;

use crate::run;
use crate::workspace::Workspace;

/// The databases this version works on.
const DATABASES: &[&str] = &["sqlite"];

/// Run every test suite: unit tests, black-box tests of the real binary, and documentation examples.
///
/// Uses `cargo nextest` where it is installed and `cargo test` where it is not. Installs nothing itself; the test that
/// drives the `openstack congress` command line makes its own Python environment under `target/`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cargo xtask test\n  cargo xtask test --package statehouse-datalog\n  cargo xtask test crash"
)]
pub(crate) struct Test {
    /// The databases to test on, separated by commas; this version knows sqlite
    #[arg(long, value_delimiter = ',', default_value = "sqlite")]
    databases: Vec<String>,
    /// Only this crate
    #[arg(long, short)]
    package: Option<String>,
    /// Only tests whose name contains this
    filter: Option<String>,
}

impl Test {
    /// Every suite on every database.
    pub fn everything() -> Self {
        Self {
            databases: DATABASES.iter().map(|&name| name.to_owned()).collect(),
            package: None,
            filter: None,
        }
    }

    pub fn run(self, workspace: &Workspace) -> Result<()> {
        if let Some(unknown) = self.databases.iter().find(|name| !DATABASES.contains(&name.as_str())) {
            bail!("{unknown}: not in this version, which works on {}", DATABASES.join(", "));
        }
        let mut summary = Summary::default();
        let binary = run::step(&workspace.root, &mut self.binary());
        let built = binary.is_ok();
        summary.note("build of the binary under test", binary);
        if built {
            summary.note("tests", run::step(&workspace.root, &mut self.tests()));
        } else {
            summary.skip("tests", "the binary under test does not build");
        }
        if self.filter.is_some() {
            summary.skip("documentation examples", "only some tests were asked for");
        } else {
            summary.note("documentation examples", run::step(&workspace.root, &mut self.examples()));
        }
        summary.finish()
    }

    /// The binary under test, built with the features that the tests are built with: otherwise every dependency whose
    /// features differ would be compiled once more.
    fn binary(&self) -> std::process::Command {
        match self.package {
            Some(_) => run::cargo(&["build", "--package", "statehouse"]),
            None => run::cargo(&["build", "--workspace", "--bins", "--tests"]),
        }
    }

    fn tests(&self) -> std::process::Command {
        let nextest = run::has_cargo("nextest");
        let mut command = if nextest {
            run::cargo(&["nextest", "run", "--no-fail-fast"])
        } else {
            run::cargo(&["test", "--no-fail-fast", "--lib", "--bins", "--tests", "--examples"])
        };
        self.choose(&mut command);
        if let Some(filter) = &self.filter {
            command.arg(filter);
            if nextest {
                command.arg("--no-tests=fail");
            }
        }
        command
    }

    /// nextest does not run documentation examples; `cargo test` would, but then they would run twice.
    fn examples(&self) -> std::process::Command {
        let mut command = run::cargo(&["test", "--doc"]);
        self.choose(&mut command);
        command
    }

    fn choose(&self, command: &mut std::process::Command) {
        match &self.package {
            Some(package) => command.args(["--package", package]),
            None => command.arg("--workspace"),
        };
    }
}

/// What ran, what did not, and why.
#[derive(Debug, Default)]
struct Summary {
    lines: Vec<String>,
    failed: bool,
}

impl Summary {
    fn note(&mut self, suite: &str, outcome: Result<()>) {
        match outcome {
            Ok(()) => self.lines.push(format!("  passed   {suite}")),
            Err(error) => {
                self.failed = true;
                self.lines.push(format!("  FAILED   {suite}: {error:#}"));
            }
        }
    }

    fn skip(&mut self, suite: &str, reason: &str) {
        self.lines.push(format!("  not run  {suite}: {reason}"));
    }

    fn finish(self) -> Result<()> {
        println!("\nTests on {}:\n{}", DATABASES.join(", "), self.lines.join("\n"));
        if self.failed {
            bail!("some tests failed");
        }
        Ok(())
    }
}

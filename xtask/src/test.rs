//! `cargo xtask test`.
//!
//! | module | what it holds |
//! |---|---|
//! | `databases` | what to test on, and the suites that depend on it |
//! | `install` | the Debian packages of the database servers |
//! | `summary` | what ran, what did not, and why |

mod databases;
mod install;
mod summary;

use anyhow::Result;
use clap::Args;
use statehouse_tests::throwaway::{Engine, Run};

use self::databases::Database;
use self::summary::Summary;
use crate::run;
use crate::workspace::Workspace;

/// Run every test suite: unit tests, black-box tests of the real binary, and documentation examples.
///
/// Starts a throwaway server for each database that takes one, as a user who is not root, and gives each test a database
/// of its own. Uses `cargo nextest` where it is installed and `cargo test` where it is not. Installs nothing unless told
/// to; the test that drives the `openstack congress` command line makes its own Python environment under `target/`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cargo xtask test\n  cargo xtask test --package statehouse-datalog\n  cargo xtask test crash\n  cargo xtask test --databases sqlite,postgres --install"
)]
pub(crate) struct Test {
    /// The databases to test on, separated by commas: sqlite, postgres, mysql (MariaDB), galera
    #[arg(long, value_delimiter = ',', default_value = "sqlite", value_parser = Database::parse)]
    databases: Vec<Database>,
    /// Install the Debian packages that these databases need, as root and without starting their services
    #[arg(long)]
    install: bool,
    /// Only this crate
    #[arg(long, short)]
    package: Option<String>,
    /// Only tests whose name contains this
    filter: Option<String>,
}

impl Test {
    /// Every suite on every database that this version works on.
    pub fn everything() -> Self {
        Self { databases: Database::spoken(), install: false, package: None, filter: None }
    }

    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let engines: Vec<Engine> = self.databases.iter().filter_map(|database| database.server()).collect();
        if self.install {
            install::install(&engines)?;
        }
        let mut summary = Summary::default();
        let built =
            summary.note("build of the binary under test", run::step(&workspace.root, &mut self.binary()));
        for database in Database::all() {
            let suite = format!("tests on {}", database.name());
            match database {
                _ if !self.databases.contains(&database) => summary.skip(&suite, "not asked for"),
                _ if !built => summary.skip(&suite, "the binary under test does not build"),
                Database::Sqlite => {
                    summary.note(&suite, run::step(&workspace.root, &mut self.tests()));
                }
                Database::Server(engine) => self.on_server(engine, workspace, &mut summary),
            }
        }
        if self.filter.is_some() {
            summary.skip("documentation examples", "only some tests were asked for");
        } else {
            summary.note("documentation examples", run::step(&workspace.root, &mut self.examples()));
        }
        summary.finish()
    }

    /// The suites that use a database, on a server of this kind.
    fn on_server(&self, engine: Engine, workspace: &Workspace, summary: &mut Summary) {
        if self.package.as_ref().is_some_and(|package| !databases::CRATES.contains(&package.as_str())) {
            return summary.skip(&format!("tests on {engine}"), "the tests of this crate use no database");
        }
        let suite = format!("tests on {engine}");
        // First: one that is not installed is told once, with the package that has it.
        let server = match databases::start(engine) {
            Ok(server) => server,
            Err(error) => {
                summary.note(&suite, Err(error));
                return;
            }
        };
        if self.filter.is_none() {
            let ground = run::step(&workspace.root, &mut databases::ground(engine));
            summary.note(&format!("the throwaway servers of {engine} themselves"), ground);
        }
        let suites = databases::must_be_spoken(engine)
            .and_then(|()| run::step(&workspace.root, &mut self.tests_on(&server)));
        summary.note(&suite, suites);
    }

    fn tests_on(&self, server: &Run) -> std::process::Command {
        let mut command = self.suites();
        let chosen = |name: &str| self.package.as_ref().is_none_or(|package| package == name);
        for name in databases::CRATES.iter().filter(|name| chosen(name)) {
            command.args(["--package", name]);
        }
        command.envs(server.settings());
        command
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
        let mut command = self.suites();
        self.choose(&mut command);
        command
    }

    /// The tests of every chosen crate, those with the chosen name.
    fn suites(&self) -> std::process::Command {
        let nextest = run::has_cargo("nextest");
        let mut command = if nextest {
            run::cargo(&["nextest", "run", "--no-fail-fast"])
        } else {
            run::cargo(&["test", "--no-fail-fast", "--lib", "--bins", "--tests", "--examples"])
        };
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

//! The suites that run on each database.

use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail};
use statehouse_tests::throwaway::{Engine, Run};

use crate::run;

/// The database servers that the product speaks to.
const SPOKEN: &[Engine] = &[];

/// The crates whose tests use a database; all others behave the same on each.
pub(super) const CRATES: &[&str] = &["statehouse-tests"];

/// A database to test on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Database {
    /// The embedded one.
    Sqlite,
    /// One that takes a server.
    Server(Engine),
}

impl Database {
    /// All that tests can run on.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::Sqlite).chain(Engine::ALL.map(Self::Server))
    }

    /// The databases that this version of the product works on.
    pub fn spoken() -> Vec<Self> {
        std::iter::once(Self::Sqlite).chain(SPOKEN.iter().copied().map(Self::Server)).collect()
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Server(engine) => engine.name(),
        }
    }

    pub fn server(self) -> Option<Engine> {
        match self {
            Self::Sqlite => None,
            Self::Server(engine) => Some(engine),
        }
    }

    /// For the command line.
    pub fn parse(name: &str) -> Result<Self, String> {
        let known = Self::all().find(|database| database.name() == name);
        known.ok_or_else(|| {
            let names: Vec<_> = Self::all().map(Self::name).collect();
            format!("not one of {}", names.join(", "))
        })
    }
}

/// Starts the server that all tests of a run share.
pub(super) fn start(engine: Engine) -> Result<Run> {
    println!("\nStarting {engine} for this run");
    let started = Instant::now();
    let run = Run::start(engine)?;
    println!("  {:.1} s", started.elapsed().as_secs_f64());
    for client in run.clients() {
        println!("  {}", client.url("DATABASE"));
    }
    Ok(run)
}

/// Fails when the product does not know this database yet, which no test could hide.
pub(super) fn must_be_spoken(engine: Engine) -> Result<()> {
    if !SPOKEN.contains(&engine) {
        bail!("this version of Statehouse does not work on {engine}");
    }
    Ok(())
}

/// The tests of the throwaway servers themselves.
pub(super) fn ground(engine: Engine) -> Command {
    let suite = format!("throwaway_{engine}");
    let feature = format!("statehouse-tests/{engine}");
    let arguments = ["--workspace", "--features", &feature, "--test", &suite];
    let mut command = if run::has_cargo("nextest") {
        run::cargo(&["nextest", "run", "--no-fail-fast"])
    } else {
        run::cargo(&["test", "--no-fail-fast"])
    };
    command.args(arguments);
    command
}

//! The databases that tests run on.

use std::time::Instant;

use anyhow::Result;
use statehouse_tests::throwaway::{Engine, Run};

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

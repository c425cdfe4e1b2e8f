//! `cargo xtask bench replicas`: several servers on one database.
//!
//! | module | what it holds |
//! |---|---|
//! | `arrival` | how soon a server shows what another has acknowledged |
//! | `throughput` | durable writes per second of several servers, by `pgbench` |
//! | `pgbench` | the same statements, one transaction for each write |
//! | `report` | the section of docs/benchmarks.md |

mod arrival;
mod pgbench;
mod report;
mod throughput;

use std::time::Duration;

use anyhow::Result;
use clap::Args;
use statehouse_tests::throwaway::{Engine, Run};

use super::page::Section;
use super::place::{Options, Place};
use crate::workspace::Workspace;

/// Measure several servers on one database: how soon a write shows, and how many are durable per second.
///
/// Starts PostgreSQL, MariaDB and a Galera cluster of its own, from the binaries that are installed.
#[derive(Debug, Args)]
pub(super) struct Replicas {
    /// How often each figure is taken
    #[arg(long, default_value_t = 3)]
    repetitions: usize,
    /// How long each repetition writes for a rate, in seconds
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// How many writes each repetition waits for on the other server
    #[arg(long, default_value_t = 200)]
    writes: usize,
    /// How many connections there are in all, whatever the number of servers
    #[arg(long, default_value_t = 16)]
    connections: usize,
    #[command(flatten)]
    options: Options,
}

/// What every measurement needs to know.
#[derive(Debug)]
struct Setup {
    place: Place,
    repetitions: usize,
    period: Duration,
    writes: usize,
    connections: usize,
}

/// Everything that was measured.
#[derive(Debug)]
struct Results {
    arrivals: Vec<(Engine, arrival::Arrival)>,
    rates: Vec<throughput::Rate>,
}

impl Replicas {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let setup = Setup {
            place: self.options.prepare(workspace, &["--features", "mysql"])?,
            repetitions: self.repetitions.max(1),
            period: Duration::from_secs(self.seconds.max(1)),
            writes: self.writes.max(10),
            connections: self.connections.max(4),
        };
        let mut results = Results { arrivals: Vec::new(), rates: Vec::new() };
        for engine in Engine::ALL {
            println!("starting {engine}");
            let run = Run::start(engine)?;
            println!("from an acknowledged write to its sight on another server, on {engine}");
            results.arrivals.push((engine, arrival::measure(&setup, &run)?));
            if let Run::Postgres(postgres) = &run {
                results.rates = throughput::measure(&setup, postgres)?;
            }
        }
        setup.place.report(Section::SeveralServers, &report::section(&setup, &results))
    }
}

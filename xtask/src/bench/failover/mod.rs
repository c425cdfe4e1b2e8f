//! `cargo xtask bench failover`: how long a lost database server is missed.
//!
//! | module | what it holds |
//! |---|---|
//! | `writing` | one writer on each server, and when it was answered |
//! | `postgres` | a primary that is killed, and its standby promoted |
//! | `galera` | a node that is killed |
//! | `report` | the section of docs/benchmarks.md |

mod galera;
mod postgres;
mod report;
mod writing;

use anyhow::Result;
use clap::Args;

use super::figure::Figure;
use super::page::Section;
use super::place::{Options, Place};
use crate::workspace::Workspace;

/// Measure how long writes are missed when a database server is killed.
///
/// Starts PostgreSQL with a synchronous standby and a Galera cluster of its own, from the binaries that are installed.
#[derive(Debug, Args)]
pub(super) struct Failover {
    /// How often each database server is killed
    #[arg(long, default_value_t = 5)]
    repetitions: usize,
    #[command(flatten)]
    options: Options,
}

/// What every measurement needs to know.
#[derive(Debug)]
struct Setup {
    place: Place,
    repetitions: usize,
}

/// Seconds without an acknowledged write, on the server that was back first and on the one that was back last.
#[derive(Debug)]
struct Missed {
    first: Figure,
    last: Figure,
}

/// Everything that was measured.
#[derive(Debug)]
struct Results {
    /// From the kill of the primary.
    postgres: Missed,
    /// How much of it PostgreSQL took for the promotion.
    promotion: Figure,
    /// From the kill of a node.
    galera: Missed,
}

impl Failover {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let setup = Setup {
            place: self.options.prepare(workspace, &["--features", "mysql"])?,
            repetitions: self.repetitions.max(1),
        };
        println!("PostgreSQL: the primary is killed, the standby promoted");
        let (postgres, promotion) = postgres::measure(&setup)?;
        println!("Galera: a node is killed");
        let galera = galera::measure(&setup)?;
        let results = Results { postgres, promotion, galera };
        setup.place.report(Section::Failover, &report::section(&setup, &results))
    }
}

impl Missed {
    /// From the seconds on each server, for each repetition.
    fn of(repetitions: &[Vec<f64>]) -> Self {
        let pick = |choose: fn(f64, f64) -> f64| {
            let picked: Vec<f64> =
                repetitions.iter().filter_map(|servers| servers.iter().copied().reduce(choose)).collect();
            Figure::of(&picked)
        };
        Self { first: pick(f64::min), last: pick(f64::max) }
    }
}

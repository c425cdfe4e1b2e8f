//! `cargo xtask bench`: how fast Statehouse is, as ratios that mean the same on another machine where there is something to
//! compare it to.
//!
//! Each figure is taken several times, in turn with what it is compared to, on the same disk and in the same run. Each
//! sub-command writes its own section of docs/benchmarks.md.
//!
//! | module | what it holds |
//! |---|---|
//! | `server` | `bench`: one server on the embedded database |
//! | `replicas` | `bench replicas`: several servers on one database |
//! | `failover` | `bench failover`: how long a lost database server is missed |
//! | `engine` | `bench engine`: the evaluator beside clingo, DuckDB and SWI-Prolog |
//! | `upgrade` | `bench upgrade`: expand, data and contract under servers of two windows |
//! | `place` | the programs under measurement, and where they run |
//! | `process` | a server under measurement: started, waited for, stopped |
//! | `client` | one HTTP/1.1 connection |
//! | `load` | many connections that each send the next request when the last was answered |
//! | `rule` | the policies and rules that are written |
//! | `figure` | repetitions: smallest, median, largest |
//! | `page` | docs/benchmarks.md: its sections, tables and numbers |

mod client;
mod engine;
mod failover;
mod figure;
mod load;
mod page;
mod place;
mod process;
mod replicas;
mod rule;
mod server;
mod upgrade;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::workspace::Workspace;

/// Measure the release build and write a section of docs/benchmarks.md.
///
/// Without a sub-command: one server on the embedded database.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Bench {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    server: server::OneServer,
}

#[derive(Debug, Subcommand)]
enum What {
    Replicas(replicas::Replicas),
    Failover(failover::Failover),
    Upgrade(upgrade::Upgrade),
    Engine(engine::Evaluator),
}

impl Bench {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        match self.what {
            None => self.server.run(workspace),
            Some(What::Replicas(task)) => task.run(workspace),
            Some(What::Failover(task)) => task.run(workspace),
            Some(What::Upgrade(task)) => task.run(workspace),
            Some(What::Engine(task)) => task.run(workspace),
        }
    }
}

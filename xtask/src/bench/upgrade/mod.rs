//! `cargo xtask bench upgrade`: a fleet that is upgraded and taken back on a large rule base, under load.
//!
//! | module | what it holds |
//! |---|---|
//! | `rules` | the database at the schema of the previous window, filled |
//! | `traffic` | clients that write and read, how long each request took, and how many failed |
//! | `fleet` | expand, data, contract, and back, with servers of both windows |
//! | `speed` | the data migration by one UPDATE of the same rows |
//! | `report` | the section of docs/benchmarks.md |

mod fleet;
mod report;
mod rules;
mod speed;
mod traffic;

use std::time::Duration;

use anyhow::{Result, bail};
use clap::Args;
use statehouse_tests::throwaway::{Engine, Run};

use super::figure::Figure;
use super::page::Section;
use super::place::{Options, Place};
use crate::workspace::Workspace;

/// The newest migration that servers of the previous window know.
const PREVIOUS: &str = "0005";
/// What is done first, to compare the rest to.
const IDLE: &str = "nothing";
/// How long a statement over all rules may take.
const PATIENCE: Duration = Duration::from_mins(10);

/// Measure an upgrade under load: what clients notice of it, and how fast rows are moved.
///
/// Starts a database server of its own, from the binaries that are installed.
#[derive(Debug, Args)]
pub(super) struct Upgrade {
    /// How many rules the database has
    #[arg(long, default_value_t = 1_000_000)]
    rules: u32,
    /// The databases, separated by commas: postgres, mysql (MariaDB)
    #[arg(long, value_delimiter = ',', default_value = "postgres")]
    databases: Vec<Engine>,
    /// How often the data migration is compared to one UPDATE
    #[arg(long, default_value_t = 3)]
    repetitions: usize,
    /// How long requests are measured while nothing else happens, in seconds
    #[arg(long, default_value_t = 20)]
    seconds: u64,
    /// How many connections write and read
    #[arg(long, default_value_t = 4)]
    connections: usize,
    #[command(flatten)]
    options: Options,
}

/// What every measurement needs to know.
#[derive(Debug)]
struct Setup {
    place: Place,
    rules: u32,
    repetitions: usize,
    idle: Duration,
    connections: usize,
}

/// Everything that was measured on one database.
#[derive(Debug)]
struct Results {
    database: &'static str,
    steps: Vec<traffic::Step>,
    /// Rows per second of the data migration, of the UPDATE, and the one by the other.
    speed: [Figure; 3],
}

impl Upgrade {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let setup = Setup {
            place: self.options.prepare(workspace, &["--features", "mysql"])?,
            rules: self.rules.max(1_000),
            repetitions: self.repetitions.max(1),
            idle: Duration::from_secs(self.seconds.max(1)),
            connections: self.connections.max(2),
        };
        let results: Result<Vec<_>> =
            self.databases.into_iter().map(|engine| setup.measure(engine)).collect();
        setup.place.report(Section::Upgrade, &report::section(&setup, &results?))
    }
}

impl Setup {
    fn measure(&self, engine: Engine) -> Result<Results> {
        let database = match engine {
            Engine::Postgres => "PostgreSQL",
            Engine::Mysql => "MariaDB",
            Engine::Galera => {
                bail!("a cluster stops everybody for each change of the schema: postgres or mysql")
            }
        };
        let server = Run::start(engine)?;
        let Some(node) = server.clients().pop() else { bail!("a database server without an address") };
        let node = node.patient(PATIENCE);
        println!("{database}: filling a database at {PREVIOUS} with {} rules", self.rules);
        rules::fill(self, &node)?;
        let speed = speed::measure(self, &node)?;
        let steps = fleet::measure(self, &node)?;
        Ok(Results { database, steps, speed })
    }
}

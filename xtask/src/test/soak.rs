//! `cargo xtask soak`.

use anyhow::Result;
use clap::Args;
use statehouse_tests::throwaway::Engine;

use super::databases::Database;
use super::install;
use super::suites::Suites;
use super::summary::Summary;
use crate::run;
use crate::workspace::Workspace;

/// What every trial is called in its suite.
const TRIAL: &str = "one_order_explains_all_that_clients_saw_and_the_servers_named_it";

/// Run the linearizability test for longer: three servers, sixteen clients, and everything killed, paused and cut off.
///
/// One database after the other, each on servers of its own. What is violated is told in the end, and kept with the history
/// and the log under `target/debug/linearizability/`.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cargo xtask soak\n  cargo xtask soak --minutes 60 --databases postgres --seed 7"
)]
pub(crate) struct Soak {
    /// How long on each database, in minutes
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    minutes: u64,
    /// The databases, separated by commas: sqlite, postgres, mysql (MariaDB), galera
    #[arg(long, value_delimiter = ',', default_value = "sqlite,postgres,mysql,galera", value_parser = Database::parse)]
    databases: Vec<Database>,
    /// What the disturbances and requests are drawn from; any if not given. The order in which things happen is never quite
    /// the same
    #[arg(long)]
    seed: Option<u64>,
    /// Install the Debian packages that these databases need, as root and without starting their services
    #[arg(long)]
    install: bool,
}

impl Soak {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let engines: Vec<Engine> = self.databases.iter().filter_map(|database| database.server()).collect();
        if self.install {
            install::install(&engines)?;
        }
        let features = Suites::of(&workspace.metadata()?, None)?.features(&engines);
        let mut build = run::cargo(&["build", "--workspace", "--bins", "--features", &features]);
        run::step(&workspace.root, &mut build)?;
        let mut summary = Summary::default();
        for database in self.databases {
            let suite = format!("linearizability_{}", database.name());
            let mut trial = run::cargo(&["test", "--workspace", "--features", &features, "--test", &suite]);
            trial.args(["--", "--nocapture", "--exact", TRIAL]);
            trial.env("STATEHOUSE_TEST_SECONDS", (self.minutes * 60).to_string());
            trial.envs(self.seed.map(|seed| ("STATEHOUSE_TEST_SEED", seed.to_string())));
            summary.note(&suite, run::step(&workspace.root, &mut trial));
        }
        summary.finish()
    }
}

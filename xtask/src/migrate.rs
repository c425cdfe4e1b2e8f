//! `cargo xtask migrate`.

use anyhow::Result;
use clap::Args;

use crate::run;
use crate::workspace::Workspace;

/// Look at or change the schema of a database: what `statehouse migrate` does, from a checkout.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cargo xtask migrate status\n  cargo xtask migrate up --database sqlite:/tmp/a.db"
)]
pub(crate) struct Migrate {
    /// What follows `statehouse migrate`; `-- --help` shows it
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

impl Migrate {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let mut command = run::cargo(&["run", "--quiet", "--package", "statehouse", "--", "migrate"]);
        run::step(&workspace.root, command.args(self.arguments))
    }
}

//! `cargo xtask migrate record`.

use anyhow::Result;
use clap::Args;

use crate::run;
use crate::workspace::Workspace;

/// Note what each migration makes in the words of PostgreSQL and MariaDB alone, for `migrate verify`: in migrations/particulars/
#[derive(Debug, Args)]
#[command(
    after_help = "It takes both servers, started by a test.\n\nExamples:\n  cargo xtask migrate record"
)]
pub(crate) struct Record {}

/// The test that compares, and writes first when it is told to.
const TEST: &str = "what_each_migration_makes_in_an_engines_own_words_is_recorded";

impl Record {
    pub fn run(workspace: &Workspace) -> Result<()> {
        let test = ["test", "--databases", "postgres,mysql", "--package", "statehouse-migrations", TEST];
        let mut command = run::cargo(&["run", "--quiet", "--package", "xtask", "--"]);
        run::step(&workspace.root, command.args(test).env("STATEHOUSE_TEST_RECORD", "1"))
    }
}

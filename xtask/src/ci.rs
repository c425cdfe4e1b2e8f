//! `cargo xtask ci`.

use anyhow::Result;
use clap::Args;

use crate::deny::Deny;
use crate::migrate::lint::Lint;
use crate::run::{cargo, step};
use crate::test::Test;
use crate::tidy::Tidy;
use crate::workspace::Workspace;

/// Everything a change must pass, the quick checks first.
#[derive(Debug, Args)]
pub(crate) struct Ci {
    /// Leave the tests out
    #[arg(long)]
    no_tests: bool,
    /// Install the Debian packages of the database servers that the tests need, as `cargo xtask test --install` does
    #[arg(long)]
    install: bool,
}

impl Ci {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let root = &workspace.root;
        step(root, &mut cargo(&["fmt", "--all", "--check"]))?;
        Tidy::everything().run(workspace)?;
        Lint::ours().run(workspace)?;
        Deny {}.run(workspace)?;
        step(
            root,
            &mut cargo(&[
                "clippy",
                "--workspace",
                "--all-targets",
                "--all-features",
                "--locked",
                "--",
                "-D",
                "warnings",
            ]),
        )?;
        // The build that has neither PostgreSQL nor MariaDB, and says so when it is given their addresses.
        step(
            root,
            &mut cargo(&[
                "test",
                "--package",
                "statehouse-connection",
                "--no-default-features",
                "--lib",
                "--locked",
            ]),
        )?;
        step(
            root,
            // With the features of the step before, whose checks of the dependencies it uses.
            cargo(&["doc", "--workspace", "--no-deps", "--all-features", "--locked"])
                .env("RUSTDOCFLAGS", "-D warnings"),
        )?;
        if self.no_tests {
            return Ok(());
        }
        Test::everything(self.install).run(workspace)
    }
}

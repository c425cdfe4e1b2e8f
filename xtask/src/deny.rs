//! `cargo xtask deny`: licences, bans and sources of everything that is depended on, by `deny.toml`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::run::{self, cargo, step};
use crate::workspace::Workspace;

/// The version that `deny.toml` is written for.
const VERSION: &str = "0.20.2";

/// Check the licences and sources of all dependencies with cargo-deny.
///
/// Where cargo-deny is not installed, it is built once, under `target/tools`: without optimisation, because building it
/// takes longer than running it.
#[derive(Debug, Args)]
pub(crate) struct Deny {}

impl Deny {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let Self {} = self;
        let mut command =
            if run::has_cargo("deny") { cargo(&["deny"]) } else { Command::new(built(workspace)?) };
        // Not `advisories`: the database of advisories is a repository of its own that CI machines cannot reach.
        step(&workspace.root, command.args(["check", "licenses", "bans", "sources"]))
    }
}

/// The cargo-deny under `target/tools`, built if it is not there.
fn built(workspace: &Workspace) -> Result<PathBuf> {
    let tools = workspace.metadata()?.target_directory.join("tools");
    let program = tools.join("bin/cargo-deny");
    if !program.is_file() {
        let mut install = cargo(&["install", "cargo-deny", "--version", VERSION, "--locked", "--root"]);
        install.arg(&tools);
        install.args(["--config", "profile.release.opt-level=0", "--config", "profile.release.lto=false"]);
        step(&workspace.root, &mut install)?;
    }
    Ok(program)
}

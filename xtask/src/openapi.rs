//! `cargo xtask openapi`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::run;
use crate::workspace::Workspace;

/// The committed document, relative to the top folder.
const DOCUMENT: &str = "openapi/statehouse.json";

/// Write the OpenAPI document of the API to openapi/statehouse.json.
#[derive(Debug, Args)]
pub(crate) struct Openapi {
    /// Write nothing; fail when the committed document is not that of the code
    #[arg(long)]
    check: bool,
}

impl Openapi {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let current = run::output(
            &workspace.root,
            &mut run::cargo(&["run", "--quiet", "--package", "statehouse", "--", "openapi"]),
        )?;
        let path = workspace.root.join(DOCUMENT);
        if !self.check {
            fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
            fs::write(&path, current).with_context(|| format!("cannot write {DOCUMENT}"))?;
            println!("{DOCUMENT} is written");
            return Ok(());
        }
        let committed = fs::read_to_string(&path).with_context(|| format!("cannot read {DOCUMENT}"))?;
        if committed == current {
            println!("{DOCUMENT} is that of the code");
            return Ok(());
        }
        let line = committed.lines().zip(current.lines()).take_while(|(a, b)| a == b).count() + 1;
        bail!("{DOCUMENT} differs from the code from line {line} on; run `cargo xtask openapi` and commit it")
    }
}

//! What cargo knows about the workspace.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::run;

/// The workspace this program belongs to.
#[derive(Debug)]
pub(crate) struct Workspace {
    /// Its top folder.
    pub root: PathBuf,
}

/// The part of `cargo metadata` that matters here.
#[derive(Debug, Deserialize)]
pub(crate) struct Metadata {
    #[serde(rename = "packages")]
    pub members: Vec<Package>,
    pub target_directory: PathBuf,
}

/// A crate of the workspace.
#[derive(Debug, Deserialize)]
pub(crate) struct Package {
    pub name: String,
    pub manifest_path: PathBuf,
    pub dependencies: Vec<Dependency>,
    pub targets: Vec<Target>,
    pub features: BTreeMap<String, Vec<String>>,
    /// What stands under `[package.metadata]`; null when there is none.
    #[serde(rename = "metadata")]
    pub notes: serde_json::Value,
}

/// What cargo builds of a package.
#[derive(Debug, Deserialize)]
pub(crate) struct Target {
    pub name: String,
    pub kind: Vec<String>,
    #[serde(default, rename = "required-features")]
    pub required_features: Vec<String>,
}

/// One line of a manifest's dependencies.
#[derive(Debug, Deserialize)]
pub(crate) struct Dependency {
    pub name: String,
    /// `None` for an ordinary one, else `dev` or `build`.
    pub kind: Option<String>,
    pub rename: Option<String>,
}

impl Workspace {
    /// Finds the workspace: xtask stands directly in it.
    pub fn here() -> Result<Self> {
        // What cargo says when it runs this, not when it built it: checkouts may share a target folder.
        let xtask = std::env::var_os("CARGO_MANIFEST_DIR").context("run me with cargo: `cargo xtask`")?;
        let root = Path::new(&xtask).parent().context("xtask is not in a workspace")?;
        Ok(Self { root: root.to_owned() })
    }

    /// Asks cargo, about the crates of the workspace alone: about others it would download them, for every platform.
    pub fn metadata(&self) -> Result<Metadata> {
        let text = run::output(
            &self.root,
            &mut run::cargo(&["metadata", "--format-version=1", "--no-deps", "--locked"]),
        )?;
        serde_json::from_str(&text).context("cargo metadata")
    }

    /// The files that git knows or would add, relative to the top folder.
    pub fn files(&self) -> Result<Vec<PathBuf>> {
        let mut git = std::process::Command::new("git");
        // A CI machine may run this as root in a folder of somebody else.
        git.args(["-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard"]);
        let listed = run::output(&self.root, &mut git)?;
        Ok(listed.lines().map(PathBuf::from).filter(|file| self.root.join(file).is_file()).collect())
    }
}

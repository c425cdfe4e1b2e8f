//! `cargo xtask tidy`: promises about the code that no compiler keeps.
//!
//! | module | what it checks |
//! |---|---|
//! | `layers` | which crate may depend on which, and who may know the database and the web framework |
//! | `source` | what source files must not contain, and how long they may get |
//! | `papers` | that the papers at the top of the repository name every crate |
//! | `unused` | that every dependency that is declared is used |

mod layers;
mod papers;
mod source;
mod unused;

use anyhow::{Result, bail};
use clap::Args;

use crate::workspace::Workspace;

/// Check layering, dependencies, and what source files must not contain.
#[derive(Debug, Args)]
pub(crate) struct Tidy {}

/// A promise that is broken: where, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    place: String,
    what: String,
}

impl Finding {
    pub fn new(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self { place: place.into(), what: what.into() }
    }
}

impl Tidy {
    /// Every check.
    pub fn everything() -> Self {
        Self {}
    }

    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let Self {} = self;
        let metadata = workspace.metadata()?;
        let files = source::read(workspace)?;
        let mut findings = layers::check(&layers::graph(&metadata));
        findings.extend(files.iter().flat_map(source::check));
        findings.extend(papers::check(workspace, &metadata));
        findings.extend(unused::check(workspace, &metadata, &files)?);
        if findings.is_empty() {
            println!(
                "tidy: {} files and {} crates are as they should be",
                files.len(),
                metadata.members.len()
            );
            return Ok(());
        }
        for finding in &findings {
            eprintln!("{}: {}", finding.place, finding.what);
        }
        bail!("tidy: {} findings", findings.len())
    }
}

//! `cargo xtask bench`: how fast Statehouse is, as ratios that mean the same on another machine.
//!
//! Each figure is taken several times, in turn with what it is compared to, on the same disk and in the same run.
//!
//! | module | what it holds |
//! |---|---|
//! | `process` | a server under measurement: started, waited for, stopped |
//! | `client` | one HTTP/1.1 connection |
//! | `load` | many connections that each send the next request when the last was answered |
//! | `measure` | what is measured |
//! | `figure` | repetitions: smallest, median, largest |
//! | `report` | docs/benchmarks.md |

mod client;
mod figure;
mod load;
mod measure;
mod process;
mod report;

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};
use clap::Args;

use crate::run;
use crate::workspace::Workspace;

/// Measure the release build and write docs/benchmarks.md.
#[derive(Debug, Args)]
pub(crate) struct Bench {
    /// How often each figure is taken
    #[arg(long, default_value_t = 5)]
    repetitions: usize,
    /// How long each repetition sends requests, in seconds
    #[arg(long, default_value_t = 2)]
    seconds: u64,
    /// How many rules the large rule base has
    #[arg(long, default_value_t = 100_000)]
    rules: usize,
    /// The folder for databases: its disk is what is measured [default: the target folder]
    #[arg(long)]
    folder: Option<PathBuf>,
    /// Print the report in place of writing docs/benchmarks.md
    #[arg(long)]
    dry_run: bool,
}

/// What every measurement needs to know.
#[derive(Debug)]
struct Setup {
    programs: PathBuf,
    folder: PathBuf,
    repetitions: usize,
    period: Duration,
    rules: usize,
}

impl Bench {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let mut build =
            run::cargo(&["build", "--release", "--package", "statehouse", "--bins", "--examples"]);
        run::step(&workspace.root, &mut build)?;
        let target = workspace.metadata()?.target_directory;
        let folder = self.folder.unwrap_or_else(|| target.clone()).join("bench");
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
        }
        fs::create_dir_all(&folder)?;
        let setup = Setup {
            programs: target.join("release"),
            folder: folder.clone(),
            repetitions: self.repetitions.max(1),
            period: Duration::from_secs(self.seconds.max(1)),
            rules: self.rules.max(1_000),
        };
        let results = measure::everything(&setup)?;
        fs::remove_dir_all(&folder)?;
        let page = report::page(&setup, &results);
        if self.dry_run {
            println!("{page}");
            return Ok(());
        }
        let path = workspace.root.join("docs/benchmarks.md");
        fs::write(&path, page).with_context(|| format!("cannot write {}", path.display()))?;
        println!("docs/benchmarks.md is written");
        Ok(())
    }
}

//! `cargo xtask bench`: one server on the embedded database.
//!
//! | module | what it holds |
//! |---|---|
//! | `measure` | what is measured |
//! | `report` | the section of docs/benchmarks.md |

mod measure;
mod report;

use std::time::Duration;

use anyhow::Result;
use clap::Args;

use super::page::Section;
use super::place::{Options, Place};
use crate::workspace::Workspace;

#[derive(Debug, Args)]
pub(super) struct OneServer {
    /// How often each figure is taken
    #[arg(long, default_value_t = 5)]
    repetitions: usize,
    /// How long each repetition sends requests, in seconds
    #[arg(long, default_value_t = 2)]
    seconds: u64,
    /// How many rules the large rule base has
    #[arg(long, default_value_t = 100_000)]
    rules: usize,
    #[command(flatten)]
    options: Options,
}

/// What every measurement needs to know.
#[derive(Debug)]
struct Setup {
    place: Place,
    repetitions: usize,
    period: Duration,
    rules: usize,
}

impl OneServer {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let setup = Setup {
            place: self.options.prepare(workspace, &["--examples"])?,
            repetitions: self.repetitions.max(1),
            period: Duration::from_secs(self.seconds.max(1)),
            rules: self.rules.max(1_000),
        };
        let results = measure::everything(&setup)?;
        setup.place.report(Section::OneServer, &report::section(&setup, &results))
    }
}

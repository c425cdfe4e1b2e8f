//! One row changes, of a million: how long it takes until the rows that follow are right again.

use std::process::Command;

use anyhow::{Context, Result};

use super::case::Case;
use super::{Setup, rival};
use crate::run;

/// Microseconds of an update.
#[derive(Debug)]
pub(super) struct Update {
    pub kind: String,
    pub size: usize,
    pub median: f64,
    pub ninety_ninth: f64,
}

/// How many rows are changed, one after the other.
pub(super) const UPDATES: u32 = 5_000;

/// Has the engine take in a case and its answer be watched, and then changes rows of it.
pub(super) fn measure(setup: &Setup, case: &Case) -> Result<Update> {
    let folder = setup.place.folder(&format!("update-{}-{}", case.name, case.size))?;
    rival::write(case, &folder)?;
    let mut program = Command::new(setup.place.program("examples/one_row"));
    let printed = run::output(&folder, program.arg(UPDATES.to_string()))?;
    let mut figures = printed.split_whitespace().map(str::parse);
    let mut next =
        || figures.next().context("one_row printed too little")?.context("one_row printed no number");
    let (median, ninety_ninth) = (next()?, next()?);
    std::fs::remove_dir_all(&folder).ok();
    Ok(Update { kind: case.name.clone(), size: case.size, median, ninety_ninth })
}

//! `cargo xtask bench engine`: the evaluator beside clingo, DuckDB and SWI-Prolog.
//!
//! | module | what it holds |
//! |---|---|
//! | `case`, `congress` | what is asked: of every size, and as it was recorded of Congress |
//! | `rule`, `sql` | rules, in each language |
//! | `rival` | who is asked, and how |
//! | `measure` | from text to answer |
//! | `update` | one row of many |
//! | `report` | the section of docs/benchmarks.md |

mod case;
mod congress;
mod measure;
mod report;
mod rival;
mod rule;
mod sql;
mod update;

use anyhow::{Result, bail};
use clap::Args;

use self::case::KINDS;
use self::measure::Outcome;
use self::rival::Programs;
use self::update::Update;
use super::page::Section;
use super::place::{Options, Place};
use crate::workspace::Workspace;

/// Measure the evaluator from text to answer beside clingo, DuckDB and SWI-Prolog, and by itself when one row changes.
///
/// clingo and DuckDB are installed from `PyPI` into a folder of the target folder; SWI-Prolog is Debian's.
#[derive(Debug, Args)]
pub(super) struct Evaluator {
    /// How often each figure is taken
    #[arg(long, default_value_t = 5)]
    repetitions: usize,
    /// How many facts there are
    #[arg(long, value_delimiter = ',', default_values_t = [10_000, 100_000, 1_000_000])]
    sizes: Vec<u32>,
    /// What is asked: join, negation, hierarchy, closure; congress for the recorded cases; update for one row of many
    #[arg(long, value_delimiter = ',', default_values_t = KINDS.into_iter().chain(["congress", "update"]).map(str::to_owned))]
    cases: Vec<String>,
    /// Install SWI-Prolog if it is missing, as root or by sudo
    #[arg(long)]
    install: bool,
    #[command(flatten)]
    options: Options,
}

/// What every measurement needs to know.
#[derive(Debug)]
struct Setup {
    place: Place,
    programs: Programs,
    repetitions: usize,
}

/// Everything that was measured.
#[derive(Debug, Default)]
struct Results {
    sized: Vec<Outcome>,
    congress: Vec<Outcome>,
    updates: Vec<Update>,
}

impl Evaluator {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let target = workspace.metadata()?.target_directory;
        let place =
            self.options.prepare(workspace, &["--example", "one_row", "--package", "statehouse-engine"])?;
        let programs = Programs::ready(&place, &target, self.install)?;
        let setup = Setup { place, programs, repetitions: self.repetitions.max(1) };
        let mut results = Results::default();
        for kind in &self.cases {
            match &**kind {
                "congress" => {
                    for case in congress::cases(&workspace.root)? {
                        println!("{}", case.name);
                        results.congress.push(measure::case(&setup, case)?);
                    }
                }
                "update" => {
                    for kind in KINDS {
                        let largest = self.sizes.iter().max();
                        if let Some(case) = largest.and_then(|size| case::of_kind(kind, *size)) {
                            println!("one row of {} for {kind}", case.size);
                            results.updates.push(update::measure(&setup, &case)?);
                        }
                    }
                }
                kind => {
                    for size in &self.sizes {
                        let Some(case) = case::of_kind(kind, *size) else {
                            bail!(
                                "no such case: {kind}; there are {}, congress and update",
                                KINDS.join(", ")
                            );
                        };
                        println!("{kind}, {} facts", case.size);
                        results.sized.push(measure::case(&setup, case)?);
                    }
                }
            }
        }
        setup.place.report(Section::Evaluator, &report::section(&setup, &results))
    }
}

//! `cargo xtask migrate lint`.
//!
//! | module | what it holds |
//! |---|---|
//! | `rule` | the rules, each with its reason and what to write instead |
//! | `set` | all migrations together: numbers, and that each engine has the same ones |
//! | `text` | the text of one migration, statement by statement |
//! | `shape` | what a statement does |
//! | `history` | what earlier migrations left behind |
//! | `again` | statements that fail when they are run again |
//! | `online` | tables that are copied, or locked for long |
//! | `window` | what must not be taken from servers that go on working |
//! | `waiver` | findings that the author has answered |

mod again;
mod history;
mod online;
mod rule;
mod set;
mod shape;
mod text;
mod waiver;
mod window;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use self::history::History;
use self::rule::Rule;
use super::Place;
use super::folders::{Engine, Folders};
use super::released;
use crate::workspace::Workspace;

/// Check all migrations: that the engines agree, that nothing is unsafe for a fleet that goes on working, that nothing was
/// edited after its release
#[derive(Debug, Args)]
#[command(after_help = "A finding that is no harm is waived by a comment above the statement:\n  \
                        -- lint allows rewrites-table: the table has one row\n\n\
                        Examples:\n  cargo xtask migrate lint\n  \
                        cargo xtask migrate lint --rules\n  \
                        cargo xtask migrate lint --folder ../library/migrations")]
pub(crate) struct Lint {
    #[command(flatten)]
    place: Place,
    /// List the rules
    #[arg(long)]
    rules: bool,
}

impl Lint {
    /// Of Statehouse's own migrations.
    pub fn ours() -> Self {
        Self { place: Place::ours(), rules: false }
    }

    pub fn run(self, workspace: &Workspace) -> Result<()> {
        if self.rules {
            for rule in rule::ALL {
                println!("{rule}\n");
            }
            return Ok(());
        }
        let place = self.place.within(workspace);
        let findings = check(&place)?;
        if findings.is_empty() {
            println!("lint: the migrations in {} are as they should be", place.folder.display());
            return Ok(());
        }
        for finding in &findings {
            eprintln!("{finding}\n");
        }
        bail!("lint: {} findings in {}", findings.len(), place.folder.display())
    }
}

/// Everything there is to say about the migrations of a folder.
fn check(place: &Place) -> Result<Vec<Finding>> {
    let folders = Folders::read(place)?;
    let mut findings = set::check(&folders);
    let mut histories: BTreeMap<Engine, History> = BTreeMap::new();
    for baseline in &folders.baselines {
        histories.entry(baseline.engine).or_default().behind(baseline);
    }
    for migration in &folders.migrations {
        findings.extend(text::check(migration, histories.entry(migration.engine).or_default()));
    }
    findings.extend(released::check(place, &folders)?);
    Ok(findings)
}

/// Something that a migration should not do, and does.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Finding {
    path: PathBuf,
    /// Counted from 1; 0 for the whole file or folder.
    line: usize,
    rule: &'static Rule,
    what: String,
}

impl Finding {
    fn new(path: impl AsRef<Path>, line: usize, rule: &'static Rule, what: impl Into<String>) -> Self {
        Self { path: path.as_ref().to_owned(), line, rule, what: what.into() }
    }

    /// Its text is not the one that was released.
    pub fn edited(path: impl AsRef<Path>, what: impl Into<String>) -> Self {
        Self::new(path, 0, &rule::EDITED, what)
    }

    /// It was released, and is not there.
    pub fn gone(path: impl AsRef<Path>, what: impl Into<String>) -> Self {
        Self::new(path, 0, &rule::GONE, what)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, rule, what } = self;
        write!(f, "{}", path.display())?;
        if *line > 0 {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}: {what}\n  why: {}\n  instead: {}", rule.name, rule.why, rule.instead)?;
        if rule.waivable {
            write!(f, "\n  or above it: -- lint allows {}: REASON", rule.name)?;
        }
        Ok(())
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n  instead: {}", self.name, self.why, self.instead)?;
        f.write_str(if self.waivable { "" } else { "\n  cannot be waived" })
    }
}

/// What a statement is looked at with.
#[derive(Debug)]
struct Context<'c> {
    engine: Engine,
    in_transaction: bool,
    /// Tables that this file created before: they are empty, and no server knows them.
    created: BTreeSet<String>,
    /// Tables that this file dropped before.
    dropped: BTreeSet<String>,
    /// Whether this file added a constraint before.
    adds_constraint: bool,
    /// What this file and those before have left behind.
    history: &'c mut History,
}

impl Context<'_> {
    fn exists(&self, table: &str) -> bool {
        !self.created.contains(table)
    }
}

#[cfg(test)]
mod tests;

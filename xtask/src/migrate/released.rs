//! `released.toml`: the checksums of migrations that were released. Databases remember them, so their text stays.
//!
//! A test of crates/migrations holds them to the checksums that the runner computes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};
use clap::Args;
use serde::Deserialize;
use statehouse_migration_text::checksum;

use super::Place;
use super::folders::{Baseline, DataMigration, Folders, Migration};
use super::lint::Finding;
use crate::workspace::Workspace;

/// Note every migration that there is as released: it must not be edited any more
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cargo xtask migrate freeze\n  cargo xtask migrate freeze --does-the-same 0007"
)]
pub(crate) struct Freeze {
    /// A data migration that was released, whose code was written anew and does the same to every row
    #[arg(long, value_name = "NNNN")]
    does_the_same: Vec<u32>,
    #[command(flatten)]
    place: Place,
}

/// What was released: for each migration, the engine and its checksum; for a data migration its `revision`, and the checksum of its
/// `code`.
type Released = BTreeMap<String, BTreeMap<String, Frozen>>;

/// What must not change.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
enum Frozen {
    Checksum(String),
    Revision(u32),
}

const REVISION: &str = "revision";
const CODE: &str = "code";

impl Freeze {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let place = self.place.within(workspace);
        let released = freeze(&place, &Folders::read(&place)?, &self.does_the_same)?;
        println!("freeze: {released} migrations must not be edited any more");
        Ok(())
    }
}

/// Notes every migration as released, unless one of those that were released before is not as it was; answers how many there
/// are. The data migrations with these numbers may have other code than they had.
pub(super) fn freeze(place: &Place, folders: &Folders, does_the_same: &[u32]) -> Result<usize> {
    let may_differ = |migration: &str, of: &str| {
        let number = migration.split_once('_').and_then(|(number, _)| number.parse().ok());
        of == CODE && number.is_some_and(|number| does_the_same.contains(&number))
    };
    let findings = differing(place, folders, may_differ)?;
    for finding in &findings {
        eprintln!("{finding}\n");
    }
    if !findings.is_empty() {
        bail!("freeze: {} of what was released before is not as it was", findings.len());
    }
    let mut released = read(place)?;
    released.extend(of(folders));
    fs::write(file(place), text(&released))?;
    Ok(released.len())
}

/// What was released and is not as it was.
pub(super) fn check(place: &Place, folders: &Folders) -> Result<Vec<Finding>> {
    differing(place, folders, |_, _| false)
}

/// What was released, is not as it was, and may not be so.
fn differing(
    place: &Place,
    folders: &Folders,
    may_differ: impl Fn(&str, &str) -> bool,
) -> Result<Vec<Finding>> {
    let (released, now) = (read(place)?, of(folders));
    let mut findings = Vec::new();
    for (migration, released) in &released {
        for (of, frozen) in released {
            let now = now.get(migration);
            // Where the revision is another, or gone, that is said; that the code is as well is no news.
            let is_news = of != CODE || now.and_then(|now| now.get(REVISION)) == released.get(REVISION);
            if !is_news || may_differ(migration, of) || stood_for(folders, migration, of, frozen) {
                continue;
            }
            let path = path(place, migration, of);
            match now.and_then(|now| now.get(of)) {
                None => findings.push(Finding::gone(path, "it was released, and is not there")),
                Some(now) if now == frozen => {}
                Some(Frozen::Revision(now)) => {
                    findings.push(Finding::edited(path, format!("its revision is {now} now")));
                }
                Some(Frozen::Checksum(_)) if of == CODE => {
                    findings.push(Finding::edited(path, SAME_REVISION));
                }
                Some(Frozen::Checksum(_)) => {
                    findings.push(Finding::edited(path, "it was released with another text"));
                }
            }
        }
    }
    Ok(findings)
}

const SAME_REVISION: &str = "its code is another under the same revision; what does something else is a new data migration, and of \
                             what does the same `cargo xtask migrate freeze --does-the-same NNNN` takes note";

/// Whether a baseline stands for it, with the checksum that databases remember.
fn stood_for(folders: &Folders, migration: &str, of: &str, frozen: &Frozen) -> bool {
    let lists = |baseline: &&Baseline| of == REVISION || baseline.engine.folder() == of;
    let mut baselines = folders.baselines.iter().filter(lists).peekable();
    let checksum = match (frozen, migration.split_once('_')) {
        (Frozen::Checksum(checksum), _) => checksum.clone(),
        (Frozen::Revision(revision), Some((_, name))) => checksum::of_data(name, *revision),
        (Frozen::Revision(_), None) => return false,
    };
    let stands =
        |line: &str| line.starts_with(&format!("{migration} ")) && line.ends_with(&format!(" {checksum}"));
    baselines.peek().is_some() && baselines.all(|baseline| baseline.stands_for.lines().any(stands))
}

fn file(place: &Place) -> PathBuf {
    place.folder.join("released.toml")
}

fn path(place: &Place, migration: &str, of: &str) -> PathBuf {
    if of == REVISION || of == CODE {
        return place.data_folder.join(format!("v{migration}.rs"));
    }
    place.folder.join(of).join(migration)
}

/// Nothing, as long as nothing was released.
fn read(place: &Place) -> Result<Released> {
    let file = file(place);
    if !file.is_file() {
        return Ok(Released::new());
    }
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    toml::from_str(&text).with_context(|| format!("{}", file.display()))
}

fn of(folders: &Folders) -> Released {
    let mut released = Released::new();
    for migration in &folders.migrations {
        let of_it = released.entry(migration.number_and_name()).or_default();
        of_it.insert(migration.engine.folder().to_owned(), Frozen::Checksum(checksum_of(migration)));
    }
    for DataMigration { version, name, revision, code, .. } in &folders.data {
        let of_it = released.entry(format!("{version:04}_{name}")).or_default();
        of_it.insert(REVISION.to_owned(), Frozen::Revision(*revision));
        of_it.insert(CODE.to_owned(), Frozen::Checksum(code.clone()));
    }
    released
}

fn text(released: &Released) -> String {
    let mut text = String::from(
        "# What was released and must not be edited any more, as databases remember it: SHA-256 over up.sql and down.sql,\n\
         # or the revision of a data migration, and SHA-256 over its code. `cargo xtask migrate freeze` writes this file.\n",
    );
    for (migration, frozen) in released {
        // Writing to a String does not fail.
        let _ = writeln!(text, "\n[{migration}]");
        for (of, frozen) in frozen {
            let _ = match frozen {
                Frozen::Checksum(checksum) => writeln!(text, "{of} = \"{checksum}\""),
                Frozen::Revision(revision) => writeln!(text, "{of} = {revision}"),
            };
        }
    }
    text
}

/// What databases remember of a migration in SQL.
pub(super) fn checksum_of(migration: &Migration) -> String {
    let (up, down) = (migration.up.as_deref(), migration.down.as_deref());
    checksum::of_sql(up.unwrap_or_default(), down.unwrap_or_default())
}

//! `cargo xtask migrate squash`: many migrations become one baseline.
//!
//! An empty database is brought to the baseline's version by its statements at once, and its ledger then says the same as that of a
//! database which went step by step: the baseline lists what it stands for, with checksums. So a database that is past it
//! is none the wiser, and programs from before and after the squash work on the same databases.

use std::fs;

use anyhow::{Context as _, Result, bail};
use clap::Args;
use statehouse_migration_text::squash::{self, Member, Squashed};
use statehouse_migration_text::{Phase, Version, checksum};

use super::Place;
use super::folders::{Engine, Folders};
use super::released;
use crate::workspace::Workspace;

/// Make one baseline of all migrations up to a version: empty databases take it, older ones are recognised as past it
#[derive(Debug, Args)]
#[command(
    after_help = "Databases that are in the middle of what is squashed need a program from before the squash first.\n\n\
                        Examples:\n  cargo xtask migrate squash 0011"
)]
pub(crate) struct Squash {
    /// The last migration that goes into the baseline
    version: u32,
    #[command(flatten)]
    place: Place,
}

impl Squash {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let place = self.place.within(workspace);
        let data = squash(&place, self.version)?;
        println!("squash: empty databases are brought to {:04} at once", self.version);
        for path in data {
            println!("remove {path} and its line in data/mod.rs: the baseline stands for it");
        }
        println!(
            "simplify the baselines' up.sql and down.sql by hand as you like before they are released; the tests compare"
        );
        Ok(())
    }
}

/// Writes the baselines and removes the folders that they stand for; answers the data migrations that they stand for, which
/// are code and stay for their author to remove.
pub(super) fn squash(place: &Place, version: u32) -> Result<Vec<String>> {
    let folders = Folders::read(place)?;
    let findings = released::check(place, &folders)?;
    if let Some(finding) = findings.first() {
        bail!("what was released is not as it was: {finding}");
    }
    if !folders.numbers().contains(&version) || folders.baselines.iter().any(|it| it.version >= version) {
        bail!(
            "there is no migration {version:04} that could be squashed; `cargo xtask migrate status` lists them"
        );
    }
    for &engine in &folders.engines {
        let Squashed { up, down, stands_for } = squashed(&folders, engine, version)?;
        let folder = place.folder.join(engine.folder());
        let path = folder.join(format!("baseline_{version:04}"));
        fs::create_dir_all(&path).with_context(|| format!("cannot make {}", path.display()))?;
        for (file, text) in [("up.sql", up), ("down.sql", down), ("stands_for.txt", stands_for)] {
            let path = path.join(file);
            fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        }
        let gone = folders.of(engine).filter(|it| it.version <= version).map(|it| &it.path);
        let before = folders.baselines.iter().filter(|it| it.engine == engine).map(|it| &it.path);
        for path in gone.chain(before) {
            fs::remove_dir_all(path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
    }
    let data = folders.data.iter().filter(|data| data.version <= version);
    Ok(data.map(|data| data.path.display().to_string()).collect())
}

/// What one engine's migrations up to the version become.
fn squashed(folders: &Folders, engine: Engine, version: u32) -> Result<Squashed> {
    let before = folders.baselines.iter().find(|it| it.engine == engine).map(|baseline| Squashed {
        up: baseline.up.clone(),
        down: baseline.down.clone(),
        stands_for: baseline.stands_for.clone(),
    });
    let mut members = Vec::new();
    for migration in folders.of(engine).filter(|it| it.version <= version) {
        let said = migration.directives()?;
        members.push(Member {
            version: Version(migration.version),
            name: &migration.name,
            phase: said.phase,
            requires: said.requires,
            checksum: released::checksum_of(migration),
            texts: Some((
                migration.up.as_deref().unwrap_or_default(),
                migration.down.as_deref().unwrap_or_default(),
            )),
        });
    }
    members.extend(folders.data.iter().filter(|it| it.version <= version).map(|data| Member {
        version: Version(data.version),
        name: &data.name,
        phase: Phase::Data,
        requires: None,
        checksum: checksum::of_data(&data.name, data.revision),
        texts: None,
    }));
    members.sort_by_key(|member| member.version);
    Ok(squash::squash(engine.into(), before.as_ref(), &members)?)
}

//! `cargo xtask migrate squash`: many migrations become one baseline.
//!
//! An empty database is brought to the baseline's version by its statements at once, and its ledger then says the same as that of a
//! database which went step by step: the baseline lists what it stands for, with checksums. So a database that is past it
//! is none the wiser, and programs from before and after the squash work on the same databases.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context as _, Result, bail};
use clap::Args;
use sqlparser::dialect::PostgreSqlDialect;
use sqlparser::tokenizer::{Token, Tokenizer};
use statehouse_migration_text::{checksum, directive};

use super::Place;
use super::folders::{Baseline, Engine, Folders};
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
        let Baseline { up, down, stands_for, .. } = baseline(&folders, engine, version)?;
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
fn baseline(folders: &Folders, engine: Engine, version: u32) -> Result<Baseline> {
    let before = folders.baselines.iter().find(|it| it.engine == engine);
    let mut up = format!(
        "-- The schema as {version:04} left it, for empty databases. What was there before stands in `stands_for.txt`.\n"
    );
    let (mut downs, mut stands_for) = (Vec::new(), String::new());
    if let Some(Baseline { up: text, down, stands_for: list, .. }) = before {
        up += &without_first_line(text);
        downs.push(without_first_line(down));
        stands_for += list;
    }
    let mut lines = Vec::new();
    for migration in folders.of(engine).filter(|it| it.version <= version) {
        let text = migration.up.as_deref().unwrap_or_default();
        let said = migration.directives()?;
        let name = migration.number_and_name();
        let requires = said.requires.map_or_else(|| "-".to_owned(), |requires| requires.to_string());
        lines.push(format!("{name} {} {requires} {}", said.phase, released::checksum_of(migration)));
        write!(up, "\n-- {name}\n{}", at_once(engine, directive::without(text))?)?;
        downs.push(format!(
            "\n-- {name}\n{}",
            at_once(engine, migration.down.as_deref().unwrap_or_default())?
        ));
    }
    let data = folders.data.iter().filter(|it| it.version <= version);
    lines.extend(data.map(|data| {
        let name = format!("{:04}_{}", data.version, data.name);
        format!("{name} data - {}", checksum::of_data(&data.name, data.revision))
    }));
    lines.sort();
    stands_for += &(lines.join("\n") + "\n");
    downs.push("-- Everything goes, the newest first.\n".to_owned());
    downs.reverse();
    let down = downs.concat();
    Ok(Baseline { engine, version, path: std::path::PathBuf::new(), up, down, stands_for })
}

fn without_first_line(text: &str) -> String {
    text.split_once('\n').map(|(_, rest)| rest.to_owned()).unwrap_or_default()
}

/// Nobody uses an empty database: its indexes need not be built while others write, and all of it is one transaction.
fn at_once(engine: Engine, text: &str) -> Result<String> {
    let mut text = text.trim_end().to_owned();
    if engine == Engine::Postgres {
        let dialect = PostgreSqlDialect {};
        let tokens = Tokenizer::new(&dialect, &text).with_unescape(false).tokenize_with_location();
        let is_meant = |token: &Token| matches!(token, Token::Word(word) if word.quote_style.is_none() && word.value.eq_ignore_ascii_case("CONCURRENTLY"));
        let places: Vec<_> = tokens?
            .into_iter()
            .filter(|token| is_meant(&token.token))
            .map(|token| (token.span.start.line, token.span.start.column))
            .collect();
        text = without_words(&text, &places, "CONCURRENTLY ".len());
    }
    if !text.ends_with(';') {
        text.push(';');
    }
    text.push('\n');
    Ok(text)
}

/// The text without what stands at these places, so many characters each; lines and columns count from 1.
fn without_words(text: &str, places: &[(u64, u64)], length: usize) -> String {
    let mut kept = String::with_capacity(text.len());
    for (line, number) in text.split_inclusive('\n').zip(1..) {
        let mut skipping = 0;
        for (character, column) in line.chars().zip(1..) {
            if places.contains(&(number, column)) {
                skipping = length;
            }
            if skipping == 0 || character == '\n' {
                kept.push(character);
            }
            skipping = skipping.saturating_sub(1);
        }
    }
    kept
}

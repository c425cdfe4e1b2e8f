//! `cargo xtask migrate new`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use statehouse_migration_text::Phase;

use super::Place;
use super::folders::{self, Engine, Folders};
use crate::workspace::Workspace;

/// Write the files of the next migration, for each database, from a template
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  cargo xtask migrate new rule_author\n  \
                        cargo xtask migrate new rule_author --data\n  \
                        cargo xtask migrate new rule_author_not_null --phase contract --requires 0012")]
pub(crate) struct New {
    /// What it is about: lower-case letters, digits and underscores
    name: String,
    /// What it does to the servers that work with the database meanwhile
    #[arg(long, value_parser = phases(), default_value_t = Phase::Expand, conflicts_with = "data")]
    phase: Phase,
    /// The migration that a server must know to work with the schema after this one
    #[arg(long, value_name = "NNNN", conflicts_with = "data")]
    requires: Option<u32>,
    /// A data migration, in Rust
    #[arg(long)]
    data: bool,
    #[command(flatten)]
    place: Place,
}

/// Those of migrations in SQL.
fn phases() -> impl TypedValueParser<Value = Phase> {
    let told = [
        (Phase::Expand, "It adds; older servers go on working"),
        (Phase::Contract, "It takes away or tightens what older servers need"),
    ];
    PossibleValuesParser::new(told.map(|(phase, help)| PossibleValue::new(phase.as_str()).help(help)))
        .try_map(|word| Phase::from_word(&word).ok_or("no phase"))
}

impl New {
    pub fn run(self, workspace: &Workspace) -> Result<()> {
        let place = self.place.clone().within(workspace);
        let made = self.make(&place)?;
        for path in &made {
            println!("made {}", path.strip_prefix(&workspace.root).unwrap_or(path).display());
        }
        if self.data {
            println!("{}", next_steps(&made)?);
        } else {
            println!("write what they do, then: cargo xtask migrate lint");
        }
        Ok(())
    }

    /// Writes the files, and answers their paths.
    fn make(&self, place: &Place) -> Result<Vec<PathBuf>> {
        let (name, folders) = (&self.name, Folders::read(place)?);
        folders::refuse_name(name).map_err(|reason| anyhow!(reason))?;
        let sql = folders.migrations.iter().map(|migration| &migration.name);
        if sql.chain(folders.data.iter().map(|data| &data.name)).any(|taken| taken == name) {
            bail!("there is a migration {name} already; give this one another name");
        }
        let newest = folders.numbers().last().copied().unwrap_or(0);
        let number = newest + 1;
        if number > 9999 {
            bail!("there is no number after 9999");
        }
        match self.requires {
            Some(requires) if requires == 0 || requires > number => {
                bail!("--requires {requires:04}: servers cannot know more than {newest:04} before this one")
            }
            None if self.phase == Phase::Contract => bail!(
                "a contract says which migration a server must know to work with the schema after it: --requires {newest:04}"
            ),
            _ => {}
        }
        if self.data {
            let file = place.data_folder.join(format!("v{number:04}_{name}.rs"));
            write(&file, &data_template(name))?;
            return Ok(vec![file]);
        }
        let mut made = Vec::new();
        for engine in folders.engines {
            let folder = place.folder.join(engine.folder()).join(format!("{number:04}_{name}"));
            for (file, text) in [("up.sql", self.up(engine)), ("down.sql", down(engine).to_owned())] {
                let path = folder.join(file);
                write(&path, &text)?;
                made.push(path);
            }
        }
        Ok(made)
    }

    fn up(&self, engine: Engine) -> String {
        let requires = self.requires.map(|number| format!("-- requires: {number:04}\n")).unwrap_or_default();
        let rules = match self.phase {
            Phase::Expand | Phase::Data => {
                "-- An expand adds: tables, columns that are nullable or have a default, indexes. Servers that do not know it go on\n\
                 -- reading and writing as before."
            }
            Phase::Contract => {
                "-- A contract takes away or tightens what only servers need that do not know what it requires. None of them runs any\n\
                 -- more when this does."
            }
        };
        format!(
            "-- phase: {}\n{requires}-- Why this is needed, and what must stay true.\n--\n{rules}\n{}",
            self.phase,
            hint(engine)
        )
    }
}

/// What is particular to each engine.
fn hint(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => {
            "-- One transaction. A table is changed by building another; foreign keys are checked at the end.\n"
        }
        Engine::Postgres => {
            "-- One transaction, unless the second line is `-- transaction: none`, as CREATE INDEX CONCURRENTLY needs it.\n"
        }
        Engine::Mysql => {
            "-- Every statement commits by itself: each is written so that running it again does no harm (IF NOT EXISTS).\n"
        }
    }
}

fn down(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite | Engine::Postgres => {
            "-- Exactly back to the schema before. What is lost on the way:\n"
        }
        Engine::Mysql => {
            "-- Exactly back to the schema before, each statement so that running it again does no harm. What is lost on the way:\n"
        }
    }
}

/// A data migration that does not compile until its author has said what it does.
fn data_template(name: &str) -> String {
    let type_name: String = name.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect();
    include_str!("data_template.rs.txt").replace("§name§", name).replace("§Type§", &type_name)
}

/// What is left to do by hand for a data migration.
fn next_steps(made: &[PathBuf]) -> Result<String> {
    let module = made.first().and_then(|file| file.file_stem()).context("no file was made")?;
    let module = module.to_string_lossy();
    let number = module.get(1..5).unwrap_or_default().trim_start_matches('0');
    Ok(format!(
        "in data/mod.rs, add the module (`mod {module};`) and list it in `statehouse()` under number {number}; then write what it does"
    ))
}

fn write(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().context("a file has a folder")?;
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use statehouse_migration_text::{Version, directive};

    use super::*;

    fn place() -> (tempfile::TempDir, Place) {
        let folder = tempfile::tempdir().unwrap();
        let place = Place { folder: folder.path().to_owned(), data_folder: folder.path().join("data") };
        for engine in ["sqlite", "postgres", "mysql"] {
            fs::create_dir_all(place.folder.join(engine).join("0001_initial")).unwrap();
        }
        (folder, place)
    }

    fn new(place: &Place, name: &str) -> New {
        let (name, place) = (name.to_owned(), place.clone());
        New { name, phase: Phase::Expand, requires: None, data: false, place }
    }

    fn made(new: &New) -> Vec<String> {
        let made = new.make(&new.place).unwrap();
        made.iter().map(|path| path.strip_prefix(&new.place.folder).unwrap().display().to_string()).collect()
    }

    #[test]
    fn the_next_number_is_taken_for_every_engine_and_for_data() {
        let (_folder, place) = place();
        assert_eq!(
            made(&new(&place, "leases")),
            [
                "sqlite/0002_leases/up.sql",
                "sqlite/0002_leases/down.sql",
                "postgres/0002_leases/up.sql",
                "postgres/0002_leases/down.sql",
                "mysql/0002_leases/up.sql",
                "mysql/0002_leases/down.sql",
            ]
        );
        let data = New { data: true, ..new(&place, "lease_names") };
        assert_eq!(made(&data), ["data/v0003_lease_names.rs"]);
        let text = fs::read_to_string(place.data_folder.join("v0003_lease_names.rs")).unwrap();
        assert!(text.contains("impl DataMigration for LeaseNames") && !text.contains('§'), "{text}");
        let contract =
            New { phase: Phase::Contract, requires: Some(3), ..new(&place, "lease_names_not_null") };
        assert_eq!(made(&contract)[0], "sqlite/0004_lease_names_not_null/up.sql");
        let up = fs::read_to_string(place.folder.join("mysql/0004_lease_names_not_null/up.sql")).unwrap();
        assert!(up.starts_with("-- phase: contract\n-- requires: 0003\n-- Why "), "{up}");
        assert!(directive::read(Version(4), &up, "").is_ok());
    }

    #[test]
    fn what_makes_no_sense_is_refused_and_nothing_is_written() {
        let (_folder, place) = place();
        let refused = [
            (new(&place, "Leases"), "lower-case letters"),
            (new(&place, "initial"), "there is a migration initial already"),
            (New { phase: Phase::Contract, ..new(&place, "a") }, "--requires 0001"),
            (
                New { phase: Phase::Contract, requires: Some(3), ..new(&place, "a") },
                "cannot know more than 0001",
            ),
        ];
        for (new, reason) in refused {
            let error = new.make(&place).unwrap_err().to_string();
            assert!(error.contains(reason), "{error}");
        }
        assert_eq!(Folders::read(&place).unwrap().numbers(), [1]);
    }
}

//! The migrations of a folder: `ENGINE/NNNN_name/{up,down}.sql`, and data migrations in Rust beside them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use statehouse_migration_text::statements::Dialect;
use statehouse_migration_text::{DirectiveError, Directives, Version, checksum, directive};

use super::Place;

/// For which databases migrations are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Engine {
    Sqlite,
    Postgres,
    Mysql,
}

impl Engine {
    const ALL: [Self; 3] = [Self::Sqlite, Self::Postgres, Self::Mysql];

    /// Its folder.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
            Self::Mysql => "mysql",
        }
    }
}

impl From<Engine> for Dialect {
    fn from(engine: Engine) -> Self {
        match engine {
            Engine::Sqlite => Self::Sqlite,
            Engine::Postgres => Self::Postgres,
            Engine::Mysql => Self::Mysql,
        }
    }
}

/// A migration in SQL for one engine.
#[derive(Debug)]
pub(super) struct Migration {
    pub engine: Engine,
    pub version: u32,
    pub name: String,
    pub path: PathBuf,
    /// Missing, if there is no such file.
    pub up: Option<String>,
    pub down: Option<String>,
}

impl Migration {
    pub fn number_and_name(&self) -> String {
        format!("{:04}_{}", self.version, self.name)
    }

    /// What it says of itself, as the runner reads it.
    pub fn directives(&self) -> Result<Directives, DirectiveError> {
        let (up, down) = (self.up.as_deref(), self.down.as_deref());
        directive::read(Version(self.version), up.unwrap_or_default(), down.unwrap_or_default())
    }
}

/// A data migration: `vNNNN_name.rs`.
#[derive(Debug)]
pub(super) struct DataMigration {
    pub version: u32,
    pub name: String,
    pub path: PathBuf,
    /// What its `fn name` answers, where that is a text.
    pub says: Option<String>,
    /// What its `fn revision` answers; 1 without one.
    pub revision: u32,
    /// Tells whether its code is another: a checksum that no comment, space or test changes.
    pub code: String,
}

/// What stands for all migrations up to a version, for empty databases: `ENGINE/baseline_NNNN`.
#[derive(Debug)]
pub(super) struct Baseline {
    pub engine: Engine,
    pub version: u32,
    pub path: PathBuf,
    pub up: String,
    pub down: String,
    /// A line for each migration: its folder's name, its phase, what it requires, its checksum.
    pub stands_for: String,
}

/// Every migration of a service.
#[derive(Debug)]
pub(super) struct Folders {
    /// Those that have a folder.
    pub engines: Vec<Engine>,
    /// By engine, then by number.
    pub migrations: Vec<Migration>,
    pub data: Vec<DataMigration>,
    pub baselines: Vec<Baseline>,
    /// What stands among them and is no migration.
    pub misnamed: Vec<PathBuf>,
}

impl Folders {
    pub fn read(place: &Place) -> Result<Self> {
        let engines: Vec<_> =
            Engine::ALL.into_iter().filter(|engine| place.folder.join(engine.folder()).is_dir()).collect();
        if engines.is_empty() {
            bail!("{} has none of the folders sqlite, postgres, mysql", place.folder.display());
        }
        let mut folders = Self {
            engines,
            migrations: Vec::new(),
            data: Vec::new(),
            baselines: Vec::new(),
            misnamed: Vec::new(),
        };
        for engine in folders.engines.clone() {
            for path in entries(&place.folder.join(engine.folder()))? {
                folders.add(engine, path)?;
            }
        }
        if place.data_folder.is_dir() {
            for path in entries(&place.data_folder)? {
                folders.data.extend(data_migration(path)?);
            }
        }
        Ok(folders)
    }

    fn add(&mut self, engine: Engine, path: PathBuf) -> Result<()> {
        let file = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if let Some(version) = file.strip_prefix("baseline_").and_then(|number| number.parse().ok()) {
            let text = |file| Ok::<_, anyhow::Error>(text_of(&path.join(file))?.unwrap_or_default());
            let (up, down, stands_for) = (text("up.sql")?, text("down.sql")?, text("stands_for.txt")?);
            self.baselines.push(Baseline { engine, version, path, up, down, stands_for });
            return Ok(());
        }
        let Some((version, name)) = number_and_name(file).filter(|_| path.is_dir()) else {
            self.misnamed.push(path);
            return Ok(());
        };
        let name = name.to_owned();
        let (up, down) = (text_of(&path.join("up.sql"))?, text_of(&path.join("down.sql"))?);
        self.migrations.push(Migration { engine, version, name, path, up, down });
        Ok(())
    }

    /// The migrations for one engine, by number.
    pub fn of(&self, engine: Engine) -> impl Iterator<Item = &Migration> {
        self.migrations.iter().filter(move |migration| migration.engine == engine)
    }

    /// Each number that is taken, once.
    pub fn numbers(&self) -> Vec<u32> {
        let sql = self.migrations.iter().map(|migration| migration.version);
        let baselines = self.baselines.iter().map(|baseline| baseline.version);
        let mut numbers: Vec<_> =
            sql.chain(self.data.iter().map(|data| data.version)).chain(baselines).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

/// `NNNN_name` in its two parts.
pub(super) fn number_and_name(folder: &str) -> Option<(u32, &str)> {
    let (number, name) = folder.split_once('_')?;
    let is_number = number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && refuse_name(name).is_ok()).then(|| Some((number.parse().ok()?, name))).flatten()
}

/// Names are strict: they are parts of paths, of modules in Rust, and of sentences.
pub(super) fn refuse_name(name: &str) -> Result<(), String> {
    const LONGEST: usize = 40;
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    if !name.starts_with(|first: char| first.is_ascii_lowercase()) || !name.split('_').all(is_word) {
        return Err(format!(
            "{name:?} is no name for a migration: lower-case letters, digits and single underscores, a letter first"
        ));
    }
    if name.len() > LONGEST {
        return Err(format!("{name:?} is {} letters long, more than {LONGEST}", name.len()));
    }
    Ok(())
}

/// What is in a folder, by name.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let cannot_read = || format!("cannot read {}", folder.display());
    let entries = fs::read_dir(folder).with_context(cannot_read)?;
    let mut paths =
        entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>().with_context(cannot_read)?;
    paths.sort();
    Ok(paths)
}

fn text_of(path: &Path) -> Result<Option<String>> {
    if !path.is_file() {
        return Ok(None);
    }
    fs::read_to_string(path).map(Some).with_context(|| format!("cannot read {}", path.display()))
}

fn data_migration(path: PathBuf) -> Result<Option<DataMigration>> {
    let file = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let parsed = file.strip_prefix('v').and_then(|file| file.strip_suffix(".rs")).and_then(number_and_name);
    let Some((version, name)) = parsed else { return Ok(None) };
    let (name, text) = (name.to_owned(), text_of(&path)?.unwrap_or_default());
    let (says, revision, code) = (says(&text), revision(&text), checksum::of_text(&code(&text)));
    Ok(Some(DataMigration { version, name, path, says, revision, code }))
}

/// What `fn name` answers.
fn says(text: &str) -> Option<String> {
    let body = text.split("fn name(&self) -> &'static str {").nth(1)?;
    let (name, _) = body.trim_start().strip_prefix('"')?.split_once('"')?;
    Some(name.to_owned())
}

/// What `fn revision` answers.
fn revision(text: &str) -> u32 {
    let body = text.split("fn revision(&self) -> u32 {").nth(1).unwrap_or_default();
    body.trim_start().split(|c: char| !c.is_ascii_digit()).next().and_then(|n| n.parse().ok()).unwrap_or(1)
}

/// What of a file in Rust does something: its lines without comments, and without the tests at its end.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines =
        before_tests.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_strict() {
        for name in ["leases", "rule_head_table", "v2_of_rules"] {
            assert_eq!(refuse_name(name), Ok(()), "{name}");
        }
        for name in ["", "Leases", "2nd", "rule-table", "a__b", "_a", "a_", "ä", "a b", &"x".repeat(41)] {
            assert!(refuse_name(name).is_err(), "{name}");
        }
        assert_eq!(number_and_name("0012_leases"), Some((12, "leases")));
        assert_eq!(number_and_name("12_leases"), None);
        assert_eq!(number_and_name("0012-leases"), None);
    }

    #[test]
    fn name_and_revision_of_a_data_migration_are_read_from_its_code() {
        assert_eq!(says("fn name(&self) -> &'static str {\n        \"heads\"\n    }"), Some("heads".into()));
        assert_eq!(says("fn name(&self) -> &'static str {\n        NAME\n    }"), None);
        assert_eq!(revision("fn name(&self) {}"), 1);
        assert_eq!(revision("    fn revision(&self) -> u32 {\n        3\n    }\n    fn up() { 4 }"), 3);
    }

    #[test]
    fn the_code_is_what_does_something() {
        let text = "//! Why.\nfn up() {\n    a(\"//\");\n}\n";
        assert_eq!(code(text), "fn up() {\na(\"//\");\n}");
        let said_better =
            "//! Why, in other words.\nfn up() {\n\n  // So.\n  a(\"//\");\n}\n#[cfg(test)]\nmod tests {}";
        assert_eq!(code(said_better), code(text));
        assert_ne!(code(&text.replace("a(", "b(")), code(text));
    }
}

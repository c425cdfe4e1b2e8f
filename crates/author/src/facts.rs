//! Facts out of files: which files there are, which tables they are for, and their rows.
//!
//! A file is looked at twice: [`FactsFile::survey`] says which tables it holds and what their columns are called, so that
//! rules can be checked; [`FactsFile::read`] gives the rows one after the other, and keeps none.

mod csv;
mod json;

use std::collections::HashMap;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use statehouse_datalog::Value;
use statehouse_model::TableDeclaration;

use self::json::Layout;

/// How many bytes of a file are read at a time.
const BUFFER: usize = 1 << 16;
/// A file that is longer is read a part at a time.
const LONGEST_TEXT: u64 = 1 << 30;
/// How many files of facts there may be in all.
pub(crate) const MAX_FILES: usize = 10_000;
/// How many files and folders are looked at for those of facts: links may lead in circles.
const MAX_LOOKED_AT: usize = 100_000;
/// How deep the folders of a folder of facts may be.
const DEEPEST: usize = 16;

/// A file of facts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FactsFile {
    path: PathBuf,
    format: Format,
    /// The table that its rows are for, unless it says itself.
    table: String,
    /// The policy that its tables are in which name none.
    home: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Format {
    Csv,
    Json,
    JsonLines,
}

/// A table that a file has rows for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Surveyed {
    /// The table, as a rule names it: `nova:servers`, or `servers` in its own policy.
    pub table: String,
    /// The names of its columns; none where the file does not name them.
    pub columns: Vec<String>,
    /// How many columns it has; nothing where the file has no row that would say so.
    pub width: Option<usize>,
}

/// The declarations of tables, each by the name that a file has for it. A table that has none is read as it comes.
pub type Declarations = HashMap<String, TableDeclaration>;

/// Takes a row of a table.
pub type TakeRow<'a> = dyn FnMut(&str, &[Value]) + 'a;

/// Facts that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{}{}: {reason}", path.display(), line.map(|line| format!(":{line}")).unwrap_or_default())]
pub struct FactsError {
    /// The file or folder.
    pub path: PathBuf,
    /// The line, where it is about one.
    pub line: Option<u64>,
    /// What is wrong, and what would be right.
    pub reason: String,
}

impl FactsError {
    fn new(path: &Path, line: impl Into<Option<u64>>, reason: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line: line.into(), reason: reason.into() }
    }

    fn io(path: &Path, error: &io::Error) -> Self {
        Self::new(path, None, format!("cannot be read: {error}"))
    }
}

impl FactsFile {
    /// The files that are meant by `FILE`, `DIR` or `TABLE=FILE`. Tables that name no policy are in `home`.
    ///
    /// The table of a file is its name without the extension (`servers.csv`, `nova:servers.csv`) or what stands before `=`.
    /// That of a file in a folder is its path below it, with `:` for `/`: `nova/servers.csv` is `nova:servers`.
    ///
    /// # Errors
    /// What cannot be read, or is neither CSV nor JSON by its extension.
    pub fn find(argument: &str, home: Option<&str>) -> Result<Vec<Self>, FactsError> {
        let whole = Path::new(argument);
        let (table, path) = match argument.split_once('=') {
            Some((table, path)) if !whole.exists() => (Some(table), Path::new(path)),
            _ => (None, whole),
        };
        let metadata = path.metadata().map_err(|error| FactsError::io(path, &error))?;
        if metadata.is_dir() {
            if table.is_some() {
                return Err(FactsError::new(
                    path,
                    None,
                    "a folder holds many tables; name a file behind `=`",
                ));
            }
            let mut walk = Walk { home, files: Vec::new(), looked_at: 0 };
            walk.folder(path, "", 0)?;
            if walk.files.is_empty() {
                let reason =
                    "holds no facts: no file in it or below it ends in .csv, .json, .jsonl or .ndjson";
                return Err(FactsError::new(path, None, reason));
            }
            return Ok(walk.files);
        }
        let Some(format) = format_of(path) else {
            return Err(FactsError::new(
                path,
                None,
                "facts are in files that end in .csv, .json, .jsonl or .ndjson",
            ));
        };
        let table = table.map_or_else(|| stem(path), str::to_owned);
        Ok(vec![Self::new(path.to_owned(), format, table, home)])
    }

    fn new(path: PathBuf, format: Format, table: String, home: Option<&str>) -> Self {
        // One whose only table names its policy is the same wherever it is given.
        let home = home.filter(|_| format == Format::Json || !table.contains(':')).map(str::to_owned);
        Self { path, format, table, home }
    }

    /// The path of the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Which tables there are rows for, and what their columns are called.
    ///
    /// # Errors
    /// What cannot be read.
    pub fn survey(&self) -> Result<Vec<Surveyed>, FactsError> {
        match self.format {
            Format::Csv => csv::survey(&self.path, self.open()?, &self.table).map(|it| vec![it]),
            Format::Json => json::survey(&self.path, self.open()?, Layout::Whole, &self.table),
            Format::JsonLines => json::survey(&self.path, self.open()?, Layout::Lines, &self.table),
        }
    }

    /// Gives every row in turn. Those of a table that is declared have its columns in their order: a column that the file
    /// does not name is `"None"`, and one that is not declared is left out.
    ///
    /// # Errors
    /// The first row that cannot be read.
    pub fn read(&self, declared: &Declarations, take: &mut TakeRow<'_>) -> Result<(), FactsError> {
        let (path, file, table) = (&self.path, self.open()?, &self.table);
        match self.format {
            Format::Csv => csv::read(path, file, table, declared.get(table), take),
            Format::Json => json::read(path, file, Layout::Whole, table, declared, take),
            Format::JsonLines => json::read(path, file, Layout::Lines, table, declared, take),
        }
    }

    /// The text of a CSV file that has just the columns of its table, in their order, and how long its first line is; none where
    /// reading it takes more care.
    pub(crate) fn as_declared(&self, declared: &Declarations) -> Option<(String, usize)> {
        if self.format != Format::Csv || self.path.metadata().ok()?.len() > LONGEST_TEXT {
            return None;
        }
        let text = std::fs::read_to_string(&self.path).ok()?;
        let header = text.lines().next().filter(|line| !line.contains(['"', '\r', '\u{feff}']))?;
        let names = declared.get(&self.table)?.columns.iter().map(|column| column.name.as_str());
        let length = header.len();
        let is_as_declared = header.split(',').eq(names);
        is_as_declared.then_some((text, length))
    }

    /// The name that the file has for its table.
    pub(crate) fn table(&self) -> &str {
        &self.table
    }

    /// The policy that its tables are in which name none.
    pub(crate) fn home(&self) -> Option<&str> {
        self.home.as_deref()
    }

    fn open(&self) -> Result<File, FactsError> {
        File::open(&self.path).map_err(|error| FactsError::io(&self.path, &error))
    }
}

/// Looks for files of facts in a folder and those below it.
struct Walk<'a> {
    home: Option<&'a str>,
    files: Vec<FactsFile>,
    looked_at: usize,
}

impl Walk<'_> {
    /// Adds the files of a folder, sorted. What is hidden is none of them.
    fn folder(&mut self, folder: &Path, prefix: &str, depth: usize) -> Result<(), FactsError> {
        let failed = |error: io::Error| FactsError::io(folder, &error);
        let mut paths = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(failed)? {
            self.looked_at += 1;
            if self.looked_at > MAX_LOOKED_AT {
                let reason = format!(
                    "holds more than {MAX_LOOKED_AT} files and folders; give the folder that the facts are in"
                );
                return Err(FactsError::new(folder, None, reason));
            }
            paths.push(entry.map_err(failed)?.path());
        }
        paths.sort();
        for path in paths {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.starts_with('.') {
                continue;
            }
            if path.is_dir() {
                if depth == DEEPEST {
                    return Err(FactsError::new(
                        &path,
                        None,
                        format!("lies more than {DEEPEST} folders deep"),
                    ));
                }
                self.folder(&path, &format!("{prefix}{name}:"), depth + 1)?;
            } else if let Some(format) = format_of(&path) {
                if self.files.len() == MAX_FILES {
                    let reason = format!("holds more than {MAX_FILES} files of facts");
                    return Err(FactsError::new(folder, None, reason));
                }
                let table = format!("{prefix}{}", stem(&path));
                self.files.push(FactsFile::new(path.clone(), format, table, self.home));
            }
        }
        Ok(())
    }
}

fn format_of(path: &Path) -> Option<Format> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "csv" => Some(Format::Csv),
        "json" => Some(Format::Json),
        "jsonl" | "ndjson" => Some(Format::JsonLines),
        _ => None,
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

//! The configuration file: TOML, one key per setting.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::table::{SETTINGS, Setting};

/// The values that a configuration file gives.
#[derive(Debug, Default)]
pub(crate) struct File {
    path: PathBuf,
    values: BTreeMap<&'static str, Vec<String>>,
}

/// Why the sources of the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FileError {
    #[error("cannot read the configuration file {}: {source}", path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{}: {reason}", path.display())]
    Malformed { path: PathBuf, reason: String },
    #[error("cannot read the file of the database's URL {}: {source}", path.display())]
    UnreadableUrl { path: PathBuf, source: io::Error },
    #[error(
        "a database (from {database}) and a file with its URL (from {file}) are both given; leave out one of them"
    )]
    TwoDatabases { database: String, file: String },
    #[error("{variable} is not valid UTF-8")]
    NotText { variable: String },
}

impl File {
    /// Reads the file, which must be there.
    pub fn read(path: &Path) -> Result<Self, FileError> {
        let text = std::fs::read_to_string(path)
            .map_err(|source| FileError::Unreadable { path: path.to_owned(), source })?;
        Self::parse(path, &text).map_err(|reason| FileError::Malformed { path: path.to_owned(), reason })
    }

    /// Reads the first of these files that is there; none is as good as an empty one.
    pub fn read_first(paths: &[&Path]) -> Result<Self, FileError> {
        for path in paths {
            match Self::read(path) {
                Err(FileError::Unreadable { source, .. }) if source.kind() == io::ErrorKind::NotFound => {}
                answer => return answer,
            }
        }
        Ok(Self::default())
    }

    /// What the file gives for a setting, and the file's path.
    pub fn values(&self, setting: &Setting) -> Option<(Vec<String>, PathBuf)> {
        self.values.get(setting.name).map(|values| (values.clone(), self.path.clone()))
    }

    fn parse(path: &Path, text: &str) -> Result<Self, String> {
        let table: toml::Table =
            text.parse().map_err(|e: toml::de::Error| e.to_string().trim_end().replace('\n', " "))?;
        let mut values = BTreeMap::new();
        for (key, value) in table {
            let setting = find(&key)?;
            values.insert(setting.name, as_text(setting, &value)?);
        }
        Ok(Self { path: path.to_owned(), values })
    }
}

fn find(key: &str) -> Result<&'static Setting, String> {
    let in_file = || SETTINGS.iter().filter(|setting| !setting.is_secret());
    if let Some(setting) = SETTINGS.iter().find(|setting| setting.name == key) {
        return if setting.is_secret() {
            Err(format!("{key} may not stand in the file; set {}, or name a file", setting.variable()))
        } else {
            Ok(setting)
        };
    }
    let nearest = in_file()
        .max_by(|a, b| strsim::jaro_winkler(a.name, key).total_cmp(&strsim::jaro_winkler(b.name, key)))
        .map_or("", |setting| setting.name);
    Err(format!("there is no setting {key:?}; the nearest is {nearest:?}"))
}

fn as_text(setting: &Setting, value: &toml::Value) -> Result<Vec<String>, String> {
    match value {
        toml::Value::String(text) => Ok(vec![text.clone()]),
        toml::Value::Integer(number) => Ok(vec![number.to_string()]),
        toml::Value::Array(items) if setting.repeatable => items
            .iter()
            .map(|item| {
                item.as_str()
                    .map(str::to_owned)
                    .ok_or_else(|| format!("{} must be a list of strings", setting.name))
            })
            .collect(),
        other => {
            Err(format!("{} cannot be of type {}; write it as a string", setting.name, other.type_str()))
        }
    }
}

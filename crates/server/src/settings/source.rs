//! Where the values of the settings come from: flags over variables over the file over defaults.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::file::{File, FileError};
use super::table::{DATABASE, DATABASE_FILE, SETTINGS, Setting};

/// Who gave a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The command line.
    Flag(&'static str),
    /// An environment variable.
    Variable(String),
    /// The configuration file.
    File(PathBuf),
    /// Nobody: the value is the default, or there is none.
    Default,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(name) => write!(f, "--{name}"),
            Self::Variable(name) => f.write_str(name),
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Default => f.write_str("default"),
        }
    }
}

/// What a setting was given, as text, and by whom. Several values only where the setting may be repeated.
#[derive(Clone, Debug)]
pub(crate) struct Given {
    pub values: Vec<String>,
    pub origin: Origin,
}

/// The values of all settings, before their meaning is read.
#[derive(Debug)]
pub(crate) struct Sources(BTreeMap<&'static str, Given>);

impl Sources {
    /// Looks every setting up in the flags, the environment, the file and the defaults, and takes the first found.
    pub fn gather(
        flags: &ArgMatches,
        variable: impl Fn(&str) -> Result<Option<String>, FileError>,
    ) -> Result<Self, FileError> {
        let chosen = flags.get_one::<PathBuf>("config").cloned();
        let chosen = match chosen {
            Some(path) => Some(path),
            None => variable("STATEHOUSE_CONFIG")?.map(PathBuf::from),
        };
        let file = match chosen {
            Some(path) => File::read(&path)?,
            None => File::read_first(&[
                Path::new("statehouse.toml"),
                Path::new("/etc/statehouse/statehouse.toml"),
            ])?,
        };
        let mut given = BTreeMap::new();
        for setting in SETTINGS {
            given.insert(setting.name, first_given(setting, flags, &variable, &file)?);
        }
        let mut sources = Self(given);
        sources.read_database_file()?;
        Ok(sources)
    }

    /// A URL in a file of its own is as if that file had given the setting.
    fn read_database_file(&mut self) -> Result<(), FileError> {
        let Given { values, origin } = self.given(&DATABASE_FILE);
        let Some(path) = values.first().map(PathBuf::from) else { return Ok(()) };
        let database = self.given(&DATABASE);
        if database.origin != Origin::Default {
            let (database, file) = (database.origin.to_string(), origin.to_string());
            return Err(FileError::TwoDatabases { database, file });
        }
        let url = std::fs::read_to_string(&path)
            .map_err(|source| FileError::UnreadableUrl { path: path.clone(), source })?;
        let url = Given { values: vec![url.trim().to_owned()], origin: Origin::File(path) };
        self.0.insert(DATABASE.name, url);
        Ok(())
    }

    /// What was given for a setting of the table.
    pub fn given(&self, setting: &Setting) -> Given {
        self.0
            .get(setting.name)
            .cloned()
            .unwrap_or_else(|| Given { values: Vec::new(), origin: Origin::Default })
    }
}

fn first_given(
    setting: &'static Setting,
    flags: &ArgMatches,
    variable: &impl Fn(&str) -> Result<Option<String>, FileError>,
    file: &File,
) -> Result<Given, FileError> {
    if !setting.is_secret()
        && let Some(values) = flags.get_many::<String>(setting.name)
    {
        return Ok(Given { values: values.cloned().collect(), origin: Origin::Flag(setting.name) });
    }
    let name = setting.variable();
    if let Some(text) = variable(&name)? {
        let values =
            if setting.repeatable { text.split(':').map(str::to_owned).collect() } else { vec![text] };
        return Ok(Given { values, origin: Origin::Variable(name) });
    }
    if let Some((values, path)) = file.values(setting) {
        return Ok(Given { values, origin: Origin::File(path) });
    }
    let values = setting.default.map(str::to_owned).into_iter().collect();
    Ok(Given { values, origin: Origin::Default })
}

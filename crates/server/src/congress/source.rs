//! Where the database of Congress is, as its operators have it: an address, a file with one, or Congress's configuration.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use statehouse_connection::DatabaseUrl;
use statehouse_connection::url::redacted;

use super::oslo::Configuration;
use crate::failure::{Exit, Failure};

/// Where Congress keeps its key unless its configuration says otherwise.
const KEY_DIR: &str = "/etc/congress/keys";

/// What was given to tell where it is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Source<'a> {
    /// `--from`: an address.
    Address(&'a str),
    /// `--from-file`: a file that holds an address and nothing else.
    File(&'a Path),
    /// `--congress-conf`: the file that Congress is started with.
    Configuration(&'a Path),
}

/// Where it is.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) url: DatabaseUrl,
    /// The folder of its key, where that is told too.
    pub(super) key_dir: Option<PathBuf>,
}

impl Source<'_> {
    pub(super) fn find(self) -> Result<Found, Failure> {
        match self {
            Self::Address(text) => Ok(Found { url: address("--from", text)?, key_dir: None }),
            Self::File(path) => {
                let text = read("--from-file", path)?;
                let origin = format!("the address in {}", path.display());
                Ok(Found { url: address(&origin, text.trim())?, key_dir: None })
            }
            Self::Configuration(path) => {
                let malformed = |reason| Failure::settings(format!("{}: {reason}", path.display()));
                let configuration =
                    Configuration::parse(&read("--congress-conf", path)?).map_err(malformed)?;
                let Some(text) = configuration.value("database", "connection").map_err(malformed)? else {
                    return Err(malformed("it has no `connection` in its section [database]".to_owned())
                        .remedy("give the address with --from or --from-file"));
                };
                let origin = format!("[database] connection of {}", path.display());
                let key_dir = configuration
                    .value("DEFAULT", "encryption_key_path")
                    .map_err(malformed)?
                    .map(PathBuf::from);
                let usual = || Some(PathBuf::from(KEY_DIR)).filter(|folder| folder.is_dir());
                Ok(Found { url: address(&origin, &text)?, key_dir: key_dir.or_else(usual) })
            }
        }
    }
}

fn read(flag: &str, path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path)
        .map_err(|error| Failure::settings(format!("cannot read {} ({flag}): {error}", path.display())))
}

/// The address of a database, ours or as `SQLAlchemy` has it.
fn address(origin: &str, text: &str) -> Result<DatabaseUrl, Failure> {
    let url: DatabaseUrl = plain(text)
        .parse()
        .map_err(|error| Failure::settings(format!("{origin} {:?}: {error}", redacted(text))))?;
    match url.file() {
        Some(file) if file.is_relative() && text.contains("://") && !file.exists() => {
            let absolute = Path::new("/").join(file);
            let missing = Failure::new(Exit::Database, format!("there is no database {}", file.display()));
            if !absolute.exists() {
                return Err(missing);
            }
            Err(missing.remedy(format!(
                "three slashes begin a path relative to the working folder, as in Congress's own setting; write \
                 sqlite:///{} for {0}",
                absolute.display()
            )))
        }
        _ => Ok(url),
    }
}

/// What of an address is for the Python client alone: how it is to speak, and how long to wait.
const FOR_PYTHON: &[&str] = &[
    "autocommit",
    "binary_prefix",
    "charset",
    "client_encoding",
    "client_flag",
    "init_command",
    "local_infile",
    "max_allowed_packet",
    "plugin",
    "program_name",
    "read_timeout",
    "sql_mode",
    "use_unicode",
    "write_timeout",
];

/// An address of `SQLAlchemy` as one of ours: `DIALECT+CLIENT://USER:PASSWORD@HOST/DATABASE?…`. What is no such address stays as
/// it is.
fn plain(text: &str) -> Cow<'_, str> {
    let Some((scheme, rest)) = text.split_once("://") else { return Cow::Borrowed(text) };
    let kind = scheme.split('+').next().unwrap_or(scheme).to_ascii_lowercase();
    if kind == "sqlite" {
        // Its paths begin behind the slash that ends an empty host: three slashes are relative, four absolute.
        let path = rest.split('?').next().unwrap_or(rest);
        return match path.strip_prefix('/') {
            Some(path) => Cow::Owned(format!("sqlite:{path}")),
            None => Cow::Borrowed(text),
        };
    }
    let (user, rest) = user_and_rest(rest);
    let (place, parameters) = rest.split_once('?').unwrap_or((rest, ""));
    let is_ours = |parameter: &&str| {
        let name = parameter.split('=').next().unwrap_or(parameter);
        !parameter.is_empty() && !FOR_PYTHON.contains(&name)
    };
    let parameters: Vec<_> = parameters.split('&').filter(is_ours).collect();
    let is_local = place.starts_with('/') && parameters.iter().any(|it| it.starts_with("unix_socket="));
    let host = if is_local { "localhost" } else { "" };
    let mark = if parameters.is_empty() { "" } else { "?" };
    Cow::Owned(format!("{kind}://{user}{host}{place}{mark}{}", parameters.join("&")))
}

/// The user with the password, made fit for an address, and the rest. `SQLAlchemy` takes everything up to an `@` for it, which
/// may stand in a parameter too.
fn user_and_rest(text: &str) -> (String, &str) {
    let before_parameters = text.split('?').next().unwrap_or(text);
    let Some(at) = before_parameters.rfind('@').or_else(|| text.rfind('@')) else {
        return (String::new(), text);
    };
    let (user, rest) = (&text[..at], &text[at + 1..]);
    let escaped = match user.split_once(':') {
        Some((name, password)) => format!("{}:{}@", escaped(name), escaped(password)),
        None => format!("{}@", escaped(user)),
    };
    (escaped, rest)
}

/// A name or password with what would end it in an address written as `%40`. What is written so already stays.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let bytes = text.as_bytes();
    for (index, byte) in bytes.iter().enumerate() {
        let is_escape = *byte == b'%'
            && bytes.get(index + 1..index + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        if byte.is_ascii_alphanumeric() || b"-._~".contains(byte) || is_escape {
            escaped.push(char::from(*byte));
        } else {
            // Writing to a String does not fail.
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_sqlalchemy_is_read_as_congress_reads_it() {
        for (text, ours) in [
            ("sqlite:/var/lib/congress.db", "sqlite:/var/lib/congress.db"),
            ("sqlite:////var/lib/congress.db", "sqlite:/var/lib/congress.db"),
            ("sqlite:///congress.db?timeout=9", "sqlite:congress.db"),
            ("sqlite+pysqlite:///lib/congress.db", "sqlite:lib/congress.db"),
            ("postgresql+psycopg2://congress:p@db/congress", "postgresql://congress:p@db/congress"),
            (
                "postgresql+psycopg2://u:p@db/c?client_encoding=utf8&sslmode=require",
                "postgresql://u:p@db/c?sslmode=require",
            ),
            ("mysql+pymysql://u:p@db:3306/c?charset=utf8", "mysql://u:p@db:3306/c"),
            (
                "mysql+pymysql://u:p@db/c?charset=utf8&ssl_ca=/ca.pem&plugin=dbcounter",
                "mysql://u:p@db/c?ssl_ca=/ca.pem",
            ),
            ("mysql+mysqldb://u:a@b/c:d@db/c", "mysql://u:a%40b%2Fc%3Ad@db/c"),
            ("mysql+mysqldb://u:a?b@db/c", "mysql://u:a%3Fb@db/c"),
            ("mysql://u:50%%20@db/c", "mysql://u:50%25%20@db/c"),
            (
                "mysql+pymysql://u:p@/c?unix_socket=/run/mysqld/mysqld.sock",
                "mysql://u:p@localhost/c?unix_socket=/run/mysqld/mysqld.sock",
            ),
            ("postgresql:///c?host=/run/postgresql", "postgresql:///c?host=/run/postgresql"),
        ] {
            assert_eq!(plain(text), ours, "{text}");
        }
    }

    #[test]
    fn an_address_that_is_refused_is_shown_without_its_password() {
        for text in ["oracle://u:hush@h/d", "mysql+pymysql://u:hu@sh@h/d?what=hush", "postgresql://u:hush@h"]
        {
            let refused = address("--from", text).unwrap_err().to_string();
            assert!(refused.contains("--from") && !refused.contains("sh@"), "{refused}");
            assert!(!refused.contains("hush"), "{refused}");
        }
    }
}

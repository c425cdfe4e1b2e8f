//! Where a database is. The scheme decides the backend; nothing is guessed from the rest.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::{Engine, ServerAddress};

/// The address of a database: `sqlite:PATH`, `postgres://…` or `mysql://…`.
///
/// `Display` writes the address so that it can be logged: no password is ever in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DatabaseUrl {
    /// A database file, relative to the working directory unless absolute.
    Sqlite {
        /// The file.
        path: PathBuf,
    },
    /// A PostgreSQL server, or several of which one is the primary.
    Postgres(ServerAddress),
    /// A MariaDB or MySQL server.
    Mysql(ServerAddress),
}

impl DatabaseUrl {
    /// The address of a SQLite database in this file.
    pub fn sqlite(path: impl Into<PathBuf>) -> Self {
        Self::Sqlite { path: path.into() }
    }

    /// The file of an embedded database; `None` for a database server.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::Sqlite { path } => Some(path),
            Self::Postgres(_) | Self::Mysql(_) => None,
        }
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite { path } => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(address) | Self::Mysql(address) => address.fmt(f),
        }
    }
}

/// Why a text is not the address of a database. No variant carries the text itself: it may hold a password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DatabaseUrlError {
    /// Nothing before a colon.
    #[error("a database address starts with its kind, for example sqlite:statehouse.db")]
    NoScheme,
    /// Nobody knows such a database.
    #[error("unknown database kind `{scheme}:`; this build knows {}", known())]
    UnknownScheme {
        /// What stood before the colon.
        scheme: String,
    },
    /// A database we know of, but cannot talk to.
    #[error("this build has no {database} support; it knows {}", known())]
    Unsupported {
        /// The database's name.
        database: &'static str,
    },
    /// The path of a SQLite database cannot be used.
    #[error("not a SQLite database file: {reason}")]
    Path {
        /// What is wrong with the path, and what to write.
        reason: &'static str,
    },
    /// The address of a database server cannot be used.
    #[error("not the address of a {engine} database: {reason}")]
    Server {
        /// Which kind of database.
        engine: Engine,
        /// What is wrong with it, and what to write.
        reason: String,
    },
}

/// How addresses look that this build can use.
fn known() -> &'static str {
    match (cfg!(feature = "postgres"), cfg!(feature = "mysql")) {
        (true, true) => "sqlite:PATH, postgres://USER@HOST/DATABASE and mysql://USER@HOST/DATABASE",
        (true, false) => "sqlite:PATH and postgres://USER@HOST/DATABASE",
        (false, true) => "sqlite:PATH and mysql://USER@HOST/DATABASE",
        (false, false) => "sqlite:PATH",
    }
}

impl FromStr for DatabaseUrl {
    type Err = DatabaseUrlError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (scheme, rest) = text.split_once(':').ok_or(DatabaseUrlError::NoScheme)?;
        match scheme.to_ascii_lowercase().as_str() {
            "sqlite" | "sqlite3" => Ok(Self::Sqlite { path: sqlite_path(rest)? }),
            "postgres" | "postgresql" if cfg!(feature = "postgres") => {
                ServerAddress::postgres(text).map(Self::Postgres)
            }
            "mysql" | "mariadb" if cfg!(feature = "mysql") => ServerAddress::mysql(rest).map(Self::Mysql),
            "postgres" | "postgresql" => Err(DatabaseUrlError::Unsupported { database: "PostgreSQL" }),
            "mysql" | "mariadb" => Err(DatabaseUrlError::Unsupported { database: "MariaDB" }),
            scheme if is_scheme(scheme) => Err(DatabaseUrlError::UnknownScheme { scheme: scheme.to_owned() }),
            _ => Err(DatabaseUrlError::NoScheme),
        }
    }
}

/// RFC 3986, section 3.1, without the length of a novel.
fn is_scheme(text: &str) -> bool {
    text.len() <= 32
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

fn sqlite_path(rest: &str) -> Result<PathBuf, DatabaseUrlError> {
    let refuse = |reason| Err(DatabaseUrlError::Path { reason });
    if rest.is_empty() {
        return refuse("the path is missing; write sqlite:PATH");
    }
    if rest.contains(":memory:") {
        return refuse("a policy service that forgets is not offered; name a file");
    }
    if rest.starts_with("//") && !rest.starts_with("///") {
        return refuse("a file has no host; write sqlite:PATH or sqlite:///ABSOLUTE/PATH");
    }
    if rest.contains(['?', '#', '\0']) {
        return refuse("the path must not contain `?`, `#` or NUL; parameters are not read from it");
    }
    if rest.ends_with('/') {
        return refuse("the path names a folder; add a file name");
    }
    // `sqlite:///var/x.db` is how other tools write an absolute path.
    let path = rest.strip_prefix("//").unwrap_or(rest);
    Ok(PathBuf::from(path))
}

/// The text of an address as it may be shown: what stands between the user's name and the host is replaced,
/// and so is every parameter, because drivers also read passwords from there. For addresses that were never
/// parsed (an echo of a wrong setting); a [`DatabaseUrl`] shows itself safely.
#[must_use]
pub fn redacted(text: &str) -> String {
    let (address, parameters) = match text.split_once('?') {
        Some((address, _)) if !address.contains('@') && text.contains('@') => (text, ""),
        Some((address, _)) => (address, "?***"),
        None => (text, ""),
    };
    // A password may itself contain `@`, `/` or `:`: the host begins after the last `@`.
    let shown = match (address.split_once("://"), address.rsplit_once('@')) {
        (Some((scheme, rest)), Some((_, host))) => {
            let user = rest.split([':', '@']).next().unwrap_or_default();
            let host = host.split('?').next().unwrap_or_default();
            format!("{scheme}://{user}:***@{host}")
        }
        _ => address.to_owned(),
    };
    shown + parameters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<DatabaseUrl, String> {
        text.parse::<DatabaseUrl>().map_err(|error| error.to_string())
    }

    #[test]
    fn a_sqlite_address_names_a_file() {
        assert_eq!(parse("sqlite:statehouse.db"), Ok(DatabaseUrl::sqlite("statehouse.db")));
        assert_eq!(parse("SQLite:/var/lib/a b.db"), Ok(DatabaseUrl::sqlite("/var/lib/a b.db")));
        assert_eq!(parse("sqlite:///var/lib/s.db"), Ok(DatabaseUrl::sqlite("/var/lib/s.db")));
        assert_eq!(parse("sqlite:s.db").unwrap().to_string(), "sqlite:s.db");
    }

    #[test]
    fn a_database_that_forgets_is_refused_with_the_reason() {
        for text in ["sqlite::memory:", "sqlite:file::memory:"] {
            assert!(parse(text).unwrap_err().contains("forgets"), "{text}");
        }
    }

    #[test]
    fn a_path_that_would_surprise_is_refused() {
        for text in ["sqlite:", "sqlite://host.db", "sqlite:x.db?mode=ro", "sqlite:folder/", "sqlite:a\0b"] {
            assert!(parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_server_that_this_build_cannot_reach_is_named() {
        let servers = [
            ("postgres://u:secret@h/d", cfg!(feature = "postgres"), "no PostgreSQL support"),
            ("postgresql://h/d", cfg!(feature = "postgres"), "no PostgreSQL support"),
            ("mysql://u:secret@h/d", cfg!(feature = "mysql"), "no MariaDB support"),
            ("mariadb://u:secret@h/d", cfg!(feature = "mysql"), "no MariaDB support"),
        ];
        for (text, is_known, refusal) in servers {
            match parse(text) {
                Ok(_) => assert!(is_known, "{text}"),
                Err(error) => assert!(!is_known && error.contains(refusal), "{text}: {error}"),
            }
        }
    }

    #[test]
    fn an_unknown_kind_is_answered_with_the_known_ones_and_no_password() {
        let error = parse("postgress://admin:secret@h/d").unwrap_err();
        assert!(error.contains("postgress") && error.contains("sqlite:PATH"), "{error}");
        assert!(!error.contains("secret"), "{error}");
        assert!(parse("statehouse.db").unwrap_err().contains("sqlite:statehouse.db"));
        assert!(parse("/a path:with colon").unwrap_err().contains("sqlite:statehouse.db"));
    }

    #[test]
    fn what_is_shown_has_no_password() {
        let shown = [
            ("mysql://u:secret@h:3306/d", "mysql://u:***@h:3306/d"),
            ("postgres://u:se@cr/et@h/d", "postgres://u:***@h/d"),
            ("postgres://u:sec?ret@h/d", "postgres://u:***@h/d"),
            ("postgres://h/d?user=u&password=secret", "postgres://h/d?***"),
            ("postgres://u:secret@h/d?password=secret", "postgres://u:***@h/d?***"),
            ("sqlite:s.db", "sqlite:s.db"),
        ];
        for (text, expected) in shown {
            assert_eq!(redacted(text), expected);
        }
    }
}

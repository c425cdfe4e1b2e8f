//! The address of a database server: checked here, so that a mistake is told with the address in hand, and shown without
//! its password.

use std::fmt;

use crate::url::redacted;
use crate::{DatabaseUrlError, Engine};

/// The address of a database server, as its client library takes it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ServerAddress(String);

/// What is added to the address of a PostgreSQL server that does not say otherwise.
///
/// A standby would answer reads with old states and refuse writes; of several hosts the primary is wanted. A host that
/// is gone without a word is noticed within seconds, while connecting and while waiting for an answer.
const POSTGRES_DEFAULTS: &[(&str, &str)] = &[
    ("target_session_attrs", "read-write"),
    ("application_name", "statehouse"),
    ("connect_timeout", "5"),
    ("tcp_user_timeout", "10000"),
    ("keepalives_idle", "5"),
    ("keepalives_interval", "2"),
    ("keepalives_count", "3"),
];

/// What the client library of MariaDB understands behind the `?`.
const MYSQL_PARAMETERS: &[&str] = &["ssl_mode", "ssl_ca", "ssl_cert", "ssl_key", "unix_socket"];

impl ServerAddress {
    /// An address of PostgreSQL: `postgres://USER:PASSWORD@HOST:PORT,HOST:PORT/DATABASE?PARAMETER=VALUE&…`, in the form
    /// that libpq documents ("Connection URIs" in section 34.1.1 of PostgreSQL's manual). What libpq does not know, it
    /// refuses itself when it connects.
    pub(crate) fn postgres(text: &str) -> Result<Self, DatabaseUrlError> {
        let parts = Parts::of(Engine::Postgres, text.split_once(':').map_or(text, |(_, rest)| rest))?;
        let has = |name: &str| parts.parameters.iter().any(|(known, _)| *known == name);
        if parts.database.is_empty() && !has("dbname") && !has("service") {
            return refuse(Engine::Postgres, "the database is missing; write postgres://USER@HOST/DATABASE");
        }
        let mut address = format!("postgresql:{}", parts.rest);
        let mut mark = if parts.rest.contains('?') { '&' } else { '?' };
        for (name, value) in POSTGRES_DEFAULTS.iter().filter(|(name, _)| !has(name)) {
            address.push(mark);
            address.push_str(name);
            address.push('=');
            address.push_str(value);
            mark = '&';
        }
        Ok(Self(address))
    }

    /// An address of MariaDB or MySQL: `mysql://USER:PASSWORD@HOST:PORT/DATABASE?PARAMETER=VALUE&…`.
    pub(crate) fn mysql(rest: &str) -> Result<Self, DatabaseUrlError> {
        let engine = Engine::Mysql;
        let parts = Parts::of(engine, rest)?;
        if parts.hosts.contains(',') {
            return refuse(engine, "one host only; put a proxy in front of a cluster");
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '$');
        if parts.database.is_empty() || !parts.database.chars().all(plain) {
            return refuse(
                engine,
                "write mysql://USER@HOST/DATABASE, with a database of letters, digits, `_`, `-` and `$`",
            );
        }
        if let Some((name, _)) = parts.parameters.iter().find(|(name, _)| !MYSQL_PARAMETERS.contains(name)) {
            let known = MYSQL_PARAMETERS.join(", ");
            return refuse(engine, format!("the parameter `{name}` is not known; these are: {known}"));
        }
        Ok(Self(format!("mysql:{}", parts.rest)))
    }

    /// The address as the client library takes it, password included.
    #[cfg(any(feature = "postgres", feature = "mysql"))]
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

fn refuse<T>(engine: Engine, reason: impl Into<String>) -> Result<T, DatabaseUrlError> {
    Err(DatabaseUrlError::Server { engine, reason: reason.into() })
}

/// What stands where in the address of a server.
struct Parts<'a> {
    /// Everything behind the scheme's colon.
    rest: &'a str,
    hosts: &'a str,
    database: &'a str,
    parameters: Vec<(&'a str, &'a str)>,
}

impl<'a> Parts<'a> {
    fn of(engine: Engine, rest: &'a str) -> Result<Self, DatabaseUrlError> {
        let Some(body) = rest.strip_prefix("//") else {
            return refuse(engine, "two slashes follow the colon");
        };
        if body.contains(|c: char| c.is_control() || c == ' ' || c == '#') {
            return refuse(engine, "write blanks, `#` and control characters as %20, %23 and so on");
        }
        refuse_broken_escapes(engine, body)?;
        let (rest, body) = (rest.trim_end_matches(['?', '&']), body.trim_end_matches(['?', '&']));
        let (path, query) = body.split_once('?').unwrap_or((body, ""));
        let (authority, database) = path.split_once('/').unwrap_or((path, ""));
        if database.contains(['/', '@']) {
            return refuse(engine, "write `/`, `@`, `:` and `?` in a password as %2F, %40, %3A and %3F");
        }
        let hosts = authority.rsplit_once('@').map_or(authority, |(_, hosts)| hosts);
        if authority.matches('@').count() > 1 {
            return refuse(engine, "write `@` in a password as %40");
        }
        let parameters = query.split('&').filter(|parameter| !parameter.is_empty());
        let parameters = parameters.map(|parameter| parameter.split_once('=').unwrap_or((parameter, "")));
        Ok(Self { rest, hosts, database, parameters: parameters.collect() })
    }
}

/// Each `%` is followed by two hexadecimal digits, and does not stand for NUL.
fn refuse_broken_escapes(engine: Engine, text: &str) -> Result<(), DatabaseUrlError> {
    let is_whole = |escape: &str| {
        let digits = escape.get(..2).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        digits.is_some_and(|digits| digits != "00")
    };
    if text.split('%').skip(1).all(is_whole) {
        Ok(())
    } else {
        refuse(engine, "two hexadecimal digits follow each `%`; write `%` itself as %25")
    }
}

impl fmt::Display for ServerAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = redacted(&self.0);
        // Parameters are hidden, most of them were added here, and none is needed to tell which database it is.
        f.write_str(shown.strip_suffix("?***").unwrap_or(&shown))
    }
}

impl fmt::Debug for ServerAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postgres_address_keeps_what_it_says_and_gets_what_it_lacks() {
        let address =
            ServerAddress::postgres("postgres://u:p%40ss@a:1,b:2/d?sslmode=verify-full&connect_timeout=9");
        let text = address.unwrap().0;
        assert!(
            text.starts_with("postgresql://u:p%40ss@a:1,b:2/d?sslmode=verify-full&connect_timeout=9&"),
            "{text}"
        );
        assert!(
            text.contains("&target_session_attrs=read-write") && !text.contains("connect_timeout=5"),
            "{text}"
        );
        assert!(ServerAddress::postgres("postgres:///d?host=/run/postgresql").is_ok());
        assert!(ServerAddress::postgres("postgresql://h?dbname=d").is_ok());
    }

    #[test]
    fn an_address_that_would_be_read_otherwise_than_meant_is_refused() {
        for text in [
            "postgres:h/d",
            "postgres://h",
            "postgres://u:a/b@h/d",
            "postgres://u:a@b@h/d",
            "postgres://h/d%2",
            "postgres://h/d%00",
            "postgres://h/a b",
        ] {
            assert!(ServerAddress::postgres(text).is_err(), "{text}");
        }
        for rest in ["//h", "//a,b/d", "//h/d?charset=latin1", "//h/d%20e", "//h/d?autocommit=0"] {
            assert!(ServerAddress::mysql(rest).is_err(), "{rest}");
        }
        assert!(ServerAddress::mysql("//u:p@h:3306/d?ssl_mode=verify_identity&ssl_ca=/etc/ca.pem").is_ok());
    }

    #[test]
    fn no_password_is_shown() {
        let addresses = [
            ServerAddress::postgres("postgres://u:secret@h:5432/d?password=secret"),
            ServerAddress::postgres("postgres://h/d?user=u&password=secret"),
            ServerAddress::mysql("//u:secret@h/d"),
        ];
        for address in addresses {
            let address = address.unwrap();
            assert!(!address.to_string().contains("secret") && !format!("{address:?}").contains("secret"));
            assert!(address.to_string().ends_with("/d"), "{address}");
        }
        let error = ServerAddress::mysql("//u:secret@a,b/d").unwrap_err().to_string();
        assert!(!error.contains("secret"), "{error}");
    }
}

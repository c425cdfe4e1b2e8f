//! What stands where in the address of a server.

use crate::{DatabaseUrlError, Engine};

/// The pieces of `//USER:PASSWORD@HOSTS/DATABASE?PARAMETERS`, still escaped.
pub(super) struct Parts<'a> {
    /// Everything behind the scheme's colon.
    pub(super) rest: &'a str,
    /// `USER:PASSWORD`; empty where there is none.
    pub(super) user: &'a str,
    pub(super) hosts: &'a str,
    pub(super) database: &'a str,
    pub(super) parameters: Vec<(&'a str, &'a str)>,
}

/// The address cannot be used, for this reason.
pub(super) fn refuse<T>(engine: Engine, reason: impl Into<String>) -> Result<T, DatabaseUrlError> {
    Err(DatabaseUrlError::Server { engine, reason: reason.into() })
}

impl<'a> Parts<'a> {
    pub(super) fn of(engine: Engine, rest: &'a str) -> Result<Self, DatabaseUrlError> {
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
        if authority.matches('@').count() > 1 {
            return refuse(engine, "write `@` in a password as %40");
        }
        let (user, hosts) = authority.rsplit_once('@').unwrap_or(("", authority));
        if user.matches(':').count() > 1 {
            return refuse(engine, "write `:` in a user's name or a password as %3A");
        }
        let parameters = query.split('&').map(|parameter| parameter.split_once('='));
        let parameters = if query.is_empty() { Some(Vec::new()) } else { parameters.collect() };
        let Some(parameters) = parameters.filter(|all| all.iter().all(|(_, value)| !value.contains('=')))
        else {
            return refuse(
                engine,
                "each parameter is NAME=VALUE, with `&` between two; write `=` and `&` in a value as %3D and %26",
            );
        };
        let mut names: Vec<&str> = parameters.iter().map(|(name, _)| *name).collect();
        names.sort_unstable();
        if let Some([name, ..]) = names.windows(2).find(|pair| pair.first() == pair.last()) {
            return refuse(engine, format!("the parameter `{name}` stands twice"));
        }
        Ok(Self { rest, user, hosts, database, parameters })
    }

    /// The value of a parameter, still escaped.
    pub(super) fn parameter(&self, name: &str) -> Option<&'a str> {
        self.parameters.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
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

//! The hosts of an address: `NAME:PORT,192.0.2.1,[2001:db8::1]:PORT`.

use std::fmt;
use std::net::Ipv6Addr;

use super::parts::refuse;
use crate::{DatabaseUrlError, Engine};

/// How many servers one address may name.
const MOST: usize = 16;

/// One server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Host<'a> {
    pub(super) name: Name<'a>,
    pub(super) port: u16,
}

/// How a server is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Name<'a> {
    /// A name, or an address of IPv4. On PostgreSQL also the folder of a Unix socket, escaped.
    Plain(&'a str),
    /// An address of IPv6, which stands in brackets.
    Ipv6(Ipv6Addr),
}

impl fmt::Display for Host<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name {
            Name::Plain(name) => write!(f, "{name}:{}", self.port),
            Name::Ipv6(address) => write!(f, "[{address}]:{}", self.port),
        }
    }
}

/// Reads a list of hosts that are separated by commas.
pub(super) fn hosts(engine: Engine, text: &str, port: u16) -> Result<Vec<Host<'_>>, DatabaseUrlError> {
    let hosts = text.split(',').map(|text| host(engine, text, port)).collect::<Result<Vec<_>, _>>()?;
    if hosts.len() > MOST {
        return refuse(engine, format!("at most {MOST} hosts"));
    }
    Ok(hosts)
}

fn host(engine: Engine, text: &str, default: u16) -> Result<Host<'_>, DatabaseUrlError> {
    let (name, port) = if let Some(inside) = text.strip_prefix('[') {
        let Some((address, port)) = inside.split_once(']') else {
            return refuse(engine, "the bracket around an IPv6 address is not closed");
        };
        let Ok(address) = address.parse() else {
            return refuse(engine, "what stands in brackets is no IPv6 address, such as [2001:db8::1]");
        };
        (Name::Ipv6(address), port)
    } else {
        let (name, port) = text.split_at(text.find(':').unwrap_or(text.len()));
        if port.matches(':').count() > 1 {
            return refuse(engine, "an IPv6 address stands in brackets: [2001:db8::1]:PORT");
        }
        (Name::Plain(name), port)
    };
    if name == Name::Plain("") {
        return refuse(engine, "a host is missing; write HOST:PORT, with a comma between two");
    }
    // Nothing that could mean more than a name to a client library.
    let may_stand = |c: char| {
        c.is_alphanumeric()
            || matches!(c, '.' | '-' | '_')
            || engine == Engine::Postgres && matches!(c, '%' | '+' | '~' | '!' | '$')
    };
    if let Name::Plain(name) = name
        && !name.chars().all(may_stand)
    {
        return refuse(engine, "a host is a name or an address, of letters, digits, `.`, `-` and `_`");
    }
    let port = match port.strip_prefix(':') {
        None if port.is_empty() => Some(default),
        None => return refuse(engine, "behind the bracket of an IPv6 address stands :PORT"),
        Some("") => None,
        Some(digits) => digits.parse().ok().filter(|port| *port > 0),
    };
    match port {
        Some(port) => Ok(Host { name, port }),
        None => refuse(engine, "a port is a number from 1 to 65535"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_has_a_port_or_the_usual_one() {
        let found = hosts(Engine::Mysql, "db-1.example:3307,127.0.0.1,[::1],[2001:db8::1]:9", 3306).unwrap();
        let shown: Vec<_> = found.iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["db-1.example:3307", "127.0.0.1:3306", "[::1]:3306", "[2001:db8::1]:9"]);
    }

    #[test]
    fn what_is_no_host_is_refused_with_the_reason() {
        for (text, reason) in [
            ("a,", "a host is missing"),
            (":3306", "a host is missing"),
            ("::1", "stands in brackets"),
            ("[::1", "not closed"),
            ("[h]", "no IPv6 address"),
            ("[::1]3306", ":PORT"),
            ("h:", "1 to 65535"),
            ("h:0", "1 to 65535"),
            ("h:65536", "1 to 65535"),
            ("h:mysql", "1 to 65535"),
            ("host=h;connect-timeout=1", "a host is a name"),
            ("h%3D", "a host is a name"),
        ] {
            let error = hosts(Engine::Mysql, text, 3306).unwrap_err().to_string();
            assert!(error.contains(reason), "{text}: {error}");
        }
        assert!(hosts(Engine::Postgres, &["h"; MOST + 1].join(","), 1).is_err());
    }
}

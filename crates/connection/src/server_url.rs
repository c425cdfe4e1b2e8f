//! The address of a database server: checked here, so that a mistake is told with the address in hand, and shown without
//! its password.

mod host;
mod mysql;
mod parts;
mod postgres;

use std::fmt;
use std::sync::Arc;

use crate::url::redacted;

/// The address of a database server, or of several that stand in for each other.
///
/// Cheap to clone: it is part of every error that names a database.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ServerAddress(Arc<Named>);

/// What an address says.
#[derive(PartialEq, Eq, Hash)]
struct Named {
    /// As it was written, password included.
    text: String,
    /// What is connected to, in the order in which it is tried.
    doors: Vec<Door>,
    /// Each server by itself, whether or not it takes writes.
    apart: Vec<Door>,
    trust: Trust,
}

/// How far the address trusts the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trust {
    /// It may be in the clear.
    Any,
    /// It is encrypted, or there is none; the server may be anybody.
    Encrypted,
    /// And the server has shown that it is the one that is named.
    Verified,
}

/// One address that the client library takes.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Door {
    /// What it is called in messages: `HOST:PORT`.
    pub(crate) name: String,
    /// The address as the client library takes it, password included.
    pub(crate) url: String,
    /// Whether a session without TLS is refused. PostgreSQL's library looks after that itself.
    pub(crate) must_encrypt: bool,
    /// Where to knock, within this many seconds, before the client library is asked, which would wait for ever.
    pub(crate) knock: Option<(std::net::SocketAddr, u64)>,
}

impl ServerAddress {
    /// What is connected to, in the order in which it is tried.
    #[cfg(any(feature = "postgres", feature = "mysql"))]
    pub(crate) fn doors(&self) -> &[Door] {
        &self.0.doors
    }

    /// Each server by itself, whether or not it takes writes.
    #[cfg(any(feature = "postgres", feature = "mysql"))]
    pub(crate) fn apart(&self) -> &[Door] {
        &self.0.apart
    }

    /// How far it trusts the connection.
    #[must_use]
    pub fn trust(&self) -> Trust {
        self.0.trust
    }

    /// The servers that it names, as `HOST:PORT`, in the order in which they are tried.
    #[must_use]
    pub fn hosts(&self) -> Vec<String> {
        self.0.apart.iter().map(|door| door.name.clone()).collect()
    }
}

impl fmt::Display for ServerAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = redacted(&self.0.text);
        // Parameters are hidden, and none is needed to tell which database it is.
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
    fn no_password_is_shown() {
        let addresses = [
            ServerAddress::postgres("postgres://u:secret@h:5432/d?password=secret"),
            ServerAddress::postgres("postgres://u:secret@a,b/d"),
            ServerAddress::postgres("postgres://h/d?user=u&password=secret"),
            ServerAddress::mysql("//u:secret@h/d"),
            ServerAddress::mysql("//u:secret@a:1,b:2/d"),
        ];
        for address in addresses {
            let address = address.unwrap();
            assert!(!address.to_string().contains("secret") && !format!("{address:?}").contains("secret"));
            assert!(address.to_string().ends_with("/d"), "{address}");
        }
        let error = ServerAddress::mysql("//u:secret@a,/d").unwrap_err().to_string();
        assert!(!error.contains("secret"), "{error}");
    }

    #[test]
    fn several_hosts_are_named_in_order() {
        let address = ServerAddress::postgres("postgres://u:p@a:1,[::1]:2,c/d").unwrap();
        assert_eq!(address.hosts(), ["a:1", "[::1]:2", "c:5432"]);
        assert_eq!(address.to_string(), "postgres://u:***@a:1,[::1]:2,c/d");
        let address = ServerAddress::mysql("//u:p@a:1,127.0.0.1,c:3/d").unwrap();
        assert_eq!(address.hosts(), ["a:1", "127.0.0.1:3306", "c:3"]);
        assert_eq!(address.to_string(), "mysql://u:***@a:1,127.0.0.1,c:3/d");
    }
}

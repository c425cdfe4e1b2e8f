//! Addresses of PostgreSQL.

use std::sync::Arc;

use super::host::hosts;
use super::parts::{Parts, refuse};
use super::{Door, Named, ServerAddress, Trust};
use crate::{DatabaseUrlError, Engine};

const ENGINE: Engine = Engine::Postgres;
const PORT: u16 = 5432;

/// What is added to the address of a PostgreSQL server that does not say otherwise.
///
/// A standby would answer reads with old states and refuse writes; of several hosts the primary is wanted. A host that
/// is gone without a word is noticed within seconds, while connecting and while waiting for an answer.
const DEFAULTS: &[(&str, &str)] = &[
    ("target_session_attrs", "read-write"),
    ("application_name", "statehouse"),
    ("tcp_user_timeout", "10000"),
    ("keepalives_idle", "5"),
    ("keepalives_interval", "2"),
    ("keepalives_count", "3"),
];

impl ServerAddress {
    /// An address of PostgreSQL: `postgres://USER:PASSWORD@HOST:PORT,HOST:PORT/DATABASE?PARAMETER=VALUE&…`, in the form
    /// that libpq documents ("Connection URIs" in section 34.1.1 of PostgreSQL's manual). What libpq does not know, it
    /// refuses itself when it connects.
    pub(crate) fn postgres(text: &str) -> Result<Self, DatabaseUrlError> {
        let parts = Parts::of(ENGINE, text.split_once(':').map_or(text, |(_, rest)| rest))?;
        let has = |name: &str| parts.parameter(name).is_some();
        if parts.database.is_empty() && !has("dbname") && !has("service") {
            return refuse(ENGINE, "the database is missing; write postgres://USER@HOST/DATABASE");
        }
        // Without a host libpq takes the parameter `host`, the environment, or the Unix socket.
        let hosts = if parts.hosts.is_empty() { Vec::new() } else { hosts(ENGINE, parts.hosts, PORT)? };
        // Of several hosts one that is silent must not keep the others from being asked; libpq waits two seconds at least.
        let is_one = hosts.len() < 2 && parts.parameter("host").is_none_or(|host| !host.contains(','));
        let patience = ("connect_timeout", if is_one { "5" } else { "2" });
        let defaults = || DEFAULTS.iter().copied().chain([patience]);
        let trust = match parts.parameter("sslmode") {
            Some("verify-full") => Trust::Verified,
            Some("require" | "verify-ca") => Trust::Encrypted,
            _ => Trust::Any,
        };
        let doors = |role: Option<&str>| -> Vec<Door> {
            let door = |name: String, host: &str| {
                let url = address(&parts, host, role, defaults());
                Door { name, url, must_encrypt: false, knock: None }
            };
            match parts.parameter("host") {
                _ if !hosts.is_empty() => {
                    let written = parts.hosts.split(',');
                    hosts.iter().zip(written).map(|(host, text)| door(host.to_string(), text)).collect()
                }
                Some(host) => vec![door(host.replace("%2F", "/").replace("%2f", "/"), parts.hosts)],
                None => vec![door("the host that libpq finds by itself".to_owned(), parts.hosts)],
            }
        };
        let (apart, doors) = (doors(Some("any")), doors(None));
        Ok(Self(Arc::new(Named { text: text.to_owned(), doors, apart, trust })))
    }
}

/// The address as libpq takes it, with what it lacks; `role` is the `target_session_attrs` that counts instead of its own.
fn address<'a>(
    parts: &Parts<'_>,
    hosts: &str,
    role: Option<&'a str>,
    defaults: impl Iterator<Item = (&'a str, &'a str)>,
) -> String {
    let at = if parts.user.is_empty() { "" } else { "@" };
    let mut url = format!("postgresql://{}{at}{hosts}/{}", parts.user, parts.database);
    let written =
        parts.parameters.iter().filter(|(name, _)| role.is_none() || *name != "target_session_attrs");
    let role = role.map(|role| ("target_session_attrs", role));
    let mut all: Vec<_> = written.copied().chain(role).collect();
    for default in defaults {
        if all.iter().all(|(name, _)| *name != default.0) {
            all.push(default);
        }
    }
    for (number, (name, value)) in all.iter().enumerate() {
        url.push(if number == 0 { '?' } else { '&' });
        url.push_str(name);
        url.push('=');
        url.push_str(value);
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> String {
        ServerAddress::postgres(text).unwrap().0.doors[0].url.clone()
    }

    #[test]
    fn an_address_keeps_what_it_says_and_gets_what_it_lacks() {
        let text = url("postgres://u:p%40ss@a:1,b:2/d?sslmode=verify-full&connect_timeout=9");
        assert!(
            text.starts_with("postgresql://u:p%40ss@a:1/d?sslmode=verify-full&connect_timeout=9&"),
            "{text}"
        );
        assert!(
            text.contains("&target_session_attrs=read-write") && !text.contains("connect_timeout=2"),
            "{text}"
        );
        assert!(url("postgresql://h?dbname=d").ends_with("connect_timeout=5"));
        assert!(url("postgresql://h,i?dbname=d").ends_with("connect_timeout=2"));
    }

    #[test]
    fn each_host_is_an_address_of_its_own() {
        let address = ServerAddress::postgres("postgres://a:b@a:1,b,[::1]:3/b?sslmode=require").unwrap();
        let places = address.0.doors.iter().map(|door| door.url.split_once('?').unwrap().0);
        let expected = ["a:1", "b", "[::1]:3"].map(|host| format!("postgresql://a:b@{host}/b"));
        assert_eq!(places.collect::<Vec<_>>(), expected);
        assert_eq!(address.hosts(), ["a:1", "b:5432", "[::1]:3"]);
        assert!(
            address.0.doors.iter().all(|door| door.url.contains("?sslmode=require&target_session_attrs="))
        );
    }

    #[test]
    fn each_server_can_be_asked_apart_whatever_it_is() {
        let text = "postgres://u:p@a:1,[::1]:2/d?target_session_attrs=primary&sslmode=require";
        let address = ServerAddress::postgres(text).unwrap();
        let urls: Vec<_> = address.0.apart.iter().map(|door| door.url.as_str()).collect();
        assert!(
            urls[0].starts_with("postgresql://u:p@a:1/d?sslmode=require&target_session_attrs=any&"),
            "{urls:?}"
        );
        assert!(
            urls[1].starts_with("postgresql://u:p@[::1]:2/d?sslmode=require&target_session_attrs=any&"),
            "{urls:?}"
        );
        assert_eq!(address.trust(), Trust::Encrypted);
    }

    #[test]
    fn a_unix_socket_is_a_folder() {
        for text in ["postgres:///d?host=/run/postgresql", "postgres://u@/d?host=%2Frun%2Fpostgresql"] {
            assert_eq!(ServerAddress::postgres(text).unwrap().hosts(), ["/run/postgresql"]);
        }
        assert!(ServerAddress::postgres("postgres://u@%2Frun%2Fpostgresql/d").is_ok());
    }

    #[test]
    fn an_address_that_would_be_read_otherwise_than_meant_is_refused() {
        for text in [
            "postgres:h/d",
            "postgres://h",
            "postgres://u:a/b@h/d",
            "postgres://u:a@b@h/d",
            "postgres://u:a:b@h/d",
            "postgres://h/d%2",
            "postgres://h/d%00",
            "postgres://h/a b",
            "postgres://h:x/d",
            "postgres://[::1/d",
            "postgres://a,/d",
            "postgres://h/d?sslmode",
            "postgres://h/d?sslmode=a=b",
            "postgres://h/d?sslmode=require&sslmode=disable",
        ] {
            assert!(ServerAddress::postgres(text).is_err(), "{text}");
        }
    }
}

//! Addresses of PostgreSQL.

use super::host::hosts;
use super::parts::{Parts, refuse};
use super::{Door, ServerAddress};
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
        let mut defaults = String::new();
        let mut mark = if parts.rest.contains('?') { '&' } else { '?' };
        for (name, value) in DEFAULTS.iter().copied().chain([patience]).filter(|(name, _)| !has(name)) {
            defaults.push(mark);
            defaults.push_str(name);
            defaults.push('=');
            defaults.push_str(value);
            mark = '&';
        }
        let door = |name, rest: &str| {
            let url = format!("postgresql:{rest}{defaults}");
            Door { name, url, must_encrypt: false, knock: None }
        };
        let doors = match parts.parameter("host") {
            _ if !hosts.is_empty() => {
                let names = hosts.iter().map(ToString::to_string);
                names.zip(parts.with_each_host()).map(|(name, rest)| door(name, &rest)).collect()
            }
            Some(host) => vec![door(host.replace("%2F", "/").replace("%2f", "/"), parts.rest)],
            None => vec![door("the host that libpq finds by itself".to_owned(), parts.rest)],
        };
        Ok(Self { text: text.to_owned(), doors })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> String {
        ServerAddress::postgres(text).unwrap().doors.remove(0).url
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
        let places = address.doors.iter().map(|door| door.url.split_once('?').unwrap().0);
        let expected = ["a:1", "b", "[::1]:3"].map(|host| format!("postgresql://a:b@{host}/b"));
        assert_eq!(places.collect::<Vec<_>>(), expected);
        assert_eq!(address.hosts(), ["a:1", "b:5432", "[::1]:3"]);
        assert!(address.doors.iter().all(|door| door.url.contains("?sslmode=require&target_session_attrs=")));
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

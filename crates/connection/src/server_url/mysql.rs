//! Addresses of MariaDB.
//!
//! Diesel passes on of an address what it knows. What else libmariadb has to be told (a time limit, how far TLS is to be
//! trusted) it takes in the place of the host, as a list `host=…;connect-timeout=…`: the form that libmariadb calls a
//! connection string, from 3.3 on. A library that does not know it finds no such host, and no session comes about. An
//! address of IPv6 cannot stand in that list.

use std::net::SocketAddr;
use std::sync::Arc;

use super::host::{Host, Name, hosts};
use super::parts::{Parts, refuse};
use super::{Door, Named, ServerAddress, Trust};
use crate::{DatabaseUrlError, Engine};

const ENGINE: Engine = Engine::Mysql;
const PORT: u16 = 3306;

/// What may stand behind the `?`. Names may be written with `-` as well, as MariaDB's own programs do.
const PARAMETERS: &[&str] = &["ssl_mode", "ssl_ca", "ssl_cert", "ssl_key", "unix_socket", "connect_timeout"];

/// How far the connection is to be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tls {
    /// In the clear.
    Disabled,
    /// Encrypted where the server can, whoever it is.
    Preferred,
    /// Encrypted, whoever the server is.
    Required,
    /// Encrypted, with a server whose certificate is good for its name.
    VerifyIdentity,
}

impl ServerAddress {
    /// An address of MariaDB: `mysql://USER:PASSWORD@HOST:PORT,HOST:PORT/DATABASE?PARAMETER=VALUE&…`.
    pub(crate) fn mysql(rest: &str) -> Result<Self, DatabaseUrlError> {
        let parts = Parts::of(ENGINE, rest)?;
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '$');
        if parts.database.is_empty() || !parts.database.chars().all(plain) {
            return refuse(
                ENGINE,
                "write mysql://USER@HOST/DATABASE, with a database of letters, digits, `_`, `-` and `$`",
            );
        }
        for (name, _) in &parts.parameters {
            if !PARAMETERS.contains(&name.replace('-', "_").as_str()) {
                let known = PARAMETERS.join(", ");
                return refuse(ENGINE, format!("the parameter `{name}` is not known; these are: {known}"));
            }
        }
        let hosts = hosts(ENGINE, parts.hosts, PORT)?;
        let wishes = Wishes::of(&parts, &hosts)?;
        let doors = hosts.iter().map(|host| wishes.door(&parts, host)).collect::<Result<Vec<_>, _>>()?;
        let trust = match wishes.tls {
            Tls::Disabled | Tls::Preferred => Trust::Any,
            Tls::Required => Trust::Encrypted,
            Tls::VerifyIdentity => Trust::Verified,
        };
        let text = format!("mysql:{}", parts.rest);
        Ok(Self(Arc::new(Named { text, apart: doors.clone(), doors, trust })))
    }
}

/// What the parameters say.
struct Wishes<'a> {
    tls: Tls,
    /// Those that diesel passes on itself.
    passed_on: String,
    unix_socket: Option<&'a str>,
    connect_timeout_s: u64,
}

impl<'a> Wishes<'a> {
    fn of(parts: &Parts<'a>, hosts: &[Host<'_>]) -> Result<Self, DatabaseUrlError> {
        let value = |name: &str| parts.parameter(name).or_else(|| parts.parameter(&name.replace('_', "-")));
        let unix_socket = value("unix_socket");
        if unix_socket.is_some() && !matches!(hosts, [Host { name: Name::Plain("localhost"), .. }]) {
            return refuse(ENGINE, "unix_socket goes with the one host localhost");
        }
        let tls = tls(value("ssl_mode"), value("ssl_ca").is_some(), unix_socket.is_some())?;
        if tls != Tls::VerifyIdentity && value("ssl_ca").is_some() {
            return refuse(
                ENGINE,
                "ssl_ca goes with ssl_mode=verify_identity: nothing else would look at it",
            );
        }
        if value("ssl_cert").is_some() != value("ssl_key").is_some() {
            return refuse(ENGINE, "ssl_cert and ssl_key go together");
        }
        // Of several hosts one that is silent must not keep the others from being asked.
        let default = if hosts.len() < 2 { 5 } else { 2 };
        let limit = value("connect_timeout").map_or(Some(default), |text| text.parse().ok());
        let Some(connect_timeout_s @ 1..=600) = limit else {
            return refuse(ENGINE, "connect_timeout is a number of seconds from 1 to 600");
        };
        let mut passed_on = String::new();
        for name in ["ssl_ca", "ssl_cert", "ssl_key", "unix_socket"] {
            if let Some(value) = value(name) {
                passed_on.push(if passed_on.is_empty() { '?' } else { '&' });
                passed_on.push_str(name);
                passed_on.push('=');
                passed_on.push_str(value);
            }
        }
        Ok(Self { tls, passed_on, unix_socket, connect_timeout_s })
    }

    fn door(&self, parts: &Parts<'_>, host: &Host<'_>) -> Result<Door, DatabaseUrlError> {
        let Self { tls, passed_on, unix_socket, connect_timeout_s } = self;
        let name = unix_socket.map_or_else(|| host.to_string(), |path| path.replace("%2F", "/"));
        let mark = if parts.user.is_empty() { "" } else { "@" };
        let (place, knock) = match host.name {
            Name::Plain(name) => (format!("{}:{}", self.connection_string(name), host.port), None),
            Name::Ipv6(_) if matches!(tls, Tls::Required | Tls::VerifyIdentity) => {
                return refuse(
                    ENGINE,
                    "libmariadb cannot be told to insist on TLS with an IPv6 address; write the server's name",
                );
            }
            Name::Ipv6(address) => {
                (host.to_string(), Some((SocketAddr::from((address, host.port)), *connect_timeout_s)))
            }
        };
        let url = format!("mysql://{}{mark}{place}/{}{passed_on}", parts.user, parts.database);
        Ok(Door { name, url, must_encrypt: matches!(tls, Tls::Required | Tls::VerifyIdentity), knock })
    }

    fn connection_string(&self, host: &str) -> String {
        let mut text = format!("host={host};connect-timeout={}", self.connect_timeout_s);
        if self.unix_socket.is_none() {
            // MYSQL_PROTOCOL_TCP: libmariadb takes a Unix socket for the name localhost, whatever the port.
            text.push_str(";protocol=1");
        }
        text.push_str(match self.tls {
            Tls::Disabled => "",
            Tls::Preferred | Tls::Required => ";ssl-enforce=1",
            Tls::VerifyIdentity => ";ssl-enforce=1;ssl-verify-server-cert=1",
        });
        text
    }
}

fn tls(mode: Option<&str>, has_authority: bool, is_socket: bool) -> Result<Tls, DatabaseUrlError> {
    let mode = mode.map(|mode| mode.to_ascii_lowercase().replace('-', "_"));
    match mode.as_deref() {
        None if has_authority => Ok(Tls::VerifyIdentity),
        None if is_socket => Ok(Tls::Disabled),
        None | Some("preferred") => Ok(Tls::Preferred),
        Some("disabled") => Ok(Tls::Disabled),
        Some("required") => Ok(Tls::Required),
        Some("verify_identity") => Ok(Tls::VerifyIdentity),
        // libmariadb would go on in the clear with whoever says that he has no TLS.
        Some("verify_ca") => refuse(
            ENGINE,
            "libmariadb cannot verify a certificate and leave out the name; write ssl_mode=verify_identity",
        ),
        Some(_) => refuse(ENGINE, "ssl_mode is one of disabled, preferred, required and verify_identity"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn urls(rest: &str) -> Vec<String> {
        ServerAddress::mysql(rest).unwrap().0.doors.iter().map(|door| door.url.clone()).collect()
    }

    #[test]
    fn each_host_is_an_address_of_its_own_with_a_time_limit() {
        assert_eq!(
            urls("//u:p%40@a:1,b/d?connect_timeout=3"),
            [
                "mysql://u:p%40@host=a;connect-timeout=3;protocol=1;ssl-enforce=1:1/d",
                "mysql://u:p%40@host=b;connect-timeout=3;protocol=1;ssl-enforce=1:3306/d",
            ]
        );
        assert!(urls("//a/d")[0].contains("connect-timeout=5"));
        assert!(urls("//a,b/d")[0].contains("connect-timeout=2"));
        assert_eq!(urls("//u@[::1]:7/d"), ["mysql://u@[::1]:7/d"]);
    }

    #[test]
    fn a_unix_socket_stands_for_localhost() {
        assert_eq!(
            urls("//u@localhost/d?unix_socket=/run/s.sock"),
            ["mysql://u@host=localhost;connect-timeout=5:3306/d?unix_socket=/run/s.sock"]
        );
    }

    #[test]
    fn who_names_an_authority_wants_the_server_verified() {
        for rest in ["//h/d?ssl_ca=/ca.pem", "//h/d?ssl-mode=VERIFY_IDENTITY&ssl-ca=/ca.pem"] {
            let door = ServerAddress::mysql(rest).unwrap().0.doors[0].clone();
            assert!(
                door.must_encrypt && door.url.contains(";ssl-verify-server-cert=1:3306/d?ssl_ca=/ca.pem")
            );
        }
    }

    #[test]
    fn an_address_that_would_be_read_otherwise_than_meant_is_refused() {
        for rest in [
            "//h",
            "//h/d?charset=latin1",
            "//h/d%20e",
            "//h/d?autocommit=0",
            "//h/d?ssl_mode=on",
            "//h/d?ssl_mode=verify_ca&ssl_ca=/ca.pem",
            "//h/d?ssl_mode=required&ssl_ca=/ca.pem",
            "//h/d?ssl_cert=/c.pem",
            "//[::1]/d?ssl_mode=required",
            "//h/d?unix_socket=/run/s.sock",
            "//h/d?connect_timeout=0",
        ] {
            assert!(ServerAddress::mysql(rest).is_err(), "{rest}");
        }
    }
}

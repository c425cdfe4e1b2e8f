//! What is asked of every database server.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{Finding, Verdict};
use crate::{ServerAddress, Trust};

/// How far apart two clocks may be before somebody should know.
const CLOCK_TOLERANCE: Duration = Duration::from_secs(2);
/// How many sessions one Statehouse server holds: the writer's, the follower's, that of its leases, and a spare one.
const SESSIONS: i64 = 4;

/// How a host that cannot be reached or used is told: of several, one may be down.
pub(super) fn out_of_reach(address: &ServerAddress, host: &str, said: &str) -> Finding {
    let verdict = if address.apart().len() > 1 { Verdict::Doubtful } else { Verdict::Wrong };
    let remedy = remedy_for(said).to_owned();
    Finding { subject: "host", verdict, what: format!("{host}: {said}"), remedy: Some(remedy) }
}

fn remedy_for(said: &str) -> &'static str {
    let says = |texts: &[&str]| texts.iter().any(|text| said.contains(text));
    if says(&["certificate", "SSL error", "TLS/SSL"]) {
        "name the authority that signed the server's certificate (sslrootcert, ssl_ca), and the server by a name in it"
    } else if says(&["does not support SSL", "SSL is required", "no encryption"]) {
        "make TLS the same on both sides: the server's settings and access rules, and sslmode or ssl_mode of the address"
    } else if says(&["password", "Access denied", "pg_hba.conf", "authentication"]) {
        "mend user or password, or let this user in from this machine"
    } else if says(&["Unknown database", "does not exist"]) {
        "make the database and its user, or mend the address"
    } else if says(&["too many", "Too many"]) {
        "raise the limit of connections, or end some"
    } else {
        "mend host and port, start the database, or open the firewall"
    }
}

/// Is the connection safe from who sits in between?
pub(super) fn tls(address: &ServerAddress, host: &str, cipher: Option<&str>, is_socket: bool) -> Finding {
    let is_near = is_socket || is_loopback(host);
    let verify =
        "verify the server: sslmode=verify-full&sslrootcert=FILE (PostgreSQL), ssl_ca=FILE (MariaDB)";
    match (cipher, address.trust()) {
        (Some(cipher), Trust::Verified) => {
            Finding::well("TLS", format!("{cipher}, and the server's certificate is verified"))
        }
        (Some(cipher), _) if is_near => Finding::well("TLS", format!("{cipher}, within this machine")),
        (Some(cipher), _) => Finding::doubtful(
            "TLS",
            format!("{cipher}, but whoever answers in the server's place is believed"),
            verify,
        ),
        (None, _) if is_near => Finding::well("TLS", "none, and none is needed within this machine"),
        (None, _) => {
            Finding::doubtful("TLS", "none: whoever sits in between can read and change everything", verify)
        }
    }
}

fn is_loopback(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name).trim_matches(['[', ']']);
    name == "localhost" || name.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
}

/// Microseconds since 1970, by the clock of this machine.
pub(super) fn now_us() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
}

/// Compares clocks: the database said `theirs` at some moment between two readings of ours.
pub(super) fn clock(before: i64, theirs: i64, after: i64) -> Finding {
    let apart = if theirs < before { before - theirs } else { (theirs - after).max(0) };
    let apart = Duration::from_micros(apart.unsigned_abs());
    let what = format!("{:.1} s apart from the database's", apart.as_secs_f64());
    if apart <= CLOCK_TOLERANCE {
        Finding::well("clock", what)
    } else {
        Finding::doubtful(
            "clock",
            format!(
                "{what}; no promise depends on it, but times in the log and in the database's own log do not agree"
            ),
            "let both machines take their time from NTP",
        )
    }
}

/// Is there room for another server?
pub(super) fn headroom(limit: i64, used: i64) -> Finding {
    let free = limit.saturating_sub(used).max(0);
    let what = format!("{free} of {limit} connections are free; a server holds up to {SESSIONS}");
    let remedy = "raise the limit of connections (max_connections, or the user's own), or end some";
    match free {
        _ if free < SESSIONS => Finding::wrong("connections", what, remedy),
        _ if free < 3 * SESSIONS => Finding::doubtful("connections", what, remedy),
        _ => Finding::well("connections", what),
    }
}

/// The names of some things, not all of them if they are many.
pub(super) fn some(names: &[String]) -> String {
    match names {
        [.., _, _, _, _] => format!("{} and {} more", names[..3].join(", "), names.len() - 3),
        _ => names.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_are_compared_without_the_time_that_asking_took() {
        assert_eq!(clock(0, 500_000, 1_000_000).verdict, Verdict::Well);
        assert_eq!(clock(10_000_000, 0, 11_000_000).verdict, Verdict::Doubtful);
        assert_eq!(clock(0, 10_000_000, 1_000_000).verdict, Verdict::Doubtful);
    }

    #[test]
    fn room_is_counted_in_servers() {
        let verdicts: Vec<_> = [3, 4, 11, 12].map(|free| headroom(100, 100 - free).verdict).into();
        assert_eq!(verdicts, [Verdict::Wrong, Verdict::Doubtful, Verdict::Doubtful, Verdict::Well]);
    }

    #[test]
    fn what_is_in_the_clear_is_doubtful_beyond_this_machine() {
        let address = ServerAddress::postgres("postgres://h/d").unwrap();
        for (host, cipher, expected) in [
            ("10.0.0.1:5432", None, Verdict::Doubtful),
            ("10.0.0.1:5432", Some("TLSv1.3"), Verdict::Doubtful),
            ("[::1]:5432", None, Verdict::Well),
            ("localhost:5432", None, Verdict::Well),
        ] {
            assert_eq!(tls(&address, host, cipher, false).verdict, expected, "{host} {cipher:?}");
        }
        let address = ServerAddress::postgres("postgres://h/d?sslmode=verify-full").unwrap();
        assert_eq!(tls(&address, "10.0.0.1:5432", Some("TLSv1.3"), false).verdict, Verdict::Well);
    }
}

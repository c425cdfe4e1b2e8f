//! Reaching PostgreSQL as it is reached in earnest: several hosts, TLS, lines that are cut.

use serde_json::json;
use statehouse_tests::command;
use statehouse_tests::server::Launch;
use statehouse_tests::throwaway::client::{PASSWORD, USER};
use statehouse_tests::throwaway::{Error, Postgres, wait_until};
use statehouse_tests::{Request, Server};
use std::net::SocketAddr;
use std::time::Duration;

/// How long a server may take to find its way back.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn of_several_hosts_the_primary_is_found_again_and_again() -> Result<(), Error> {
    let mut primary = Postgres::fresh()?;
    let standby = primary.standby()?;
    primary.client().create_database("statehouse_hosts")?;
    wait_until("the standby has the database", PATIENCE, || {
        let seen = standby.client().query("statehouse_hosts", "SELECT 1");
        seen.map_err(|error| error.to_string())
    })?;
    let hosts = [nobody(), standby.client().address(), primary.client().address()];
    let url = across(&hosts, "statehouse_hosts");
    command::migrate(&url);
    let server = Launch::at(&url).start();
    let before = server.create_policy("p").create_rule("before(1)");
    primary.process().kill()?;
    standby.promote()?;
    let after =
        wait_until("the server writes to the new primary", PATIENCE, || try_rule(&server, "after(1)"))?;
    assert_eq!(server.policy("p").rule_texts(), [before.rule, after]);
    assert_eq!(standby.client().query("statehouse_hosts", "SELECT count(*) FROM rules")?, "2");
    Ok(())
}

/// The address of a database on one of these servers.
fn across(hosts: &[SocketAddr], database: &str) -> String {
    let hosts: Vec<_> = hosts.iter().map(ToString::to_string).collect();
    format!("postgres://{USER}:{PASSWORD}@{}/{database}", hosts.join(","))
}

/// An address at which nobody listens.
fn nobody() -> SocketAddr {
    ([127, 0, 0, 1], 1).into()
}

/// Creates a rule in the policy `p` and returns its text, or says what came instead. It may be there already, of an
/// attempt whose outcome could not be learnt.
fn try_rule(server: &Server, text: &str) -> Result<String, String> {
    let request = Request::new("POST", "/v1/policies/p/rules").json(&json!({ "rule": text }));
    let answer = server.try_send(&request).map_err(|error| error.to_string())?;
    if matches!(answer.status, 201 | 409) {
        Ok(text.to_owned())
    } else {
        Err(format!("{} {}", answer.status, answer.text()))
    }
}

//! Reaching MariaDB as it is reached in earnest: several hosts, TLS, lines that are cut.

use statehouse_tests::command;
use statehouse_tests::server::Launch;
use statehouse_tests::throwaway::client::{PASSWORD, USER};
use statehouse_tests::throwaway::proxy::Flow;
use statehouse_tests::throwaway::{Error, Mariadb, Proxy};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

#[test]
fn of_several_hosts_the_first_that_takes_writes_is_taken() -> Result<(), Error> {
    let (replica, primary) = (Mariadb::fresh()?, Mariadb::fresh()?);
    for server in [&replica, &primary] {
        server.client().create_database("statehouse_hosts")?;
    }
    replica.client().administer("SET GLOBAL read_only = 1")?;
    let silent = Proxy::to(primary.client().address())?;
    silent.set(Flow::Silent);
    let hosts = [nobody(), silent.address(), replica.client().address(), primary.client().address()];
    let url = across(&hosts, "statehouse_hosts");
    command::migrate(&url);
    let server = Launch::at(&url).start();
    let rule = server.create_policy("p").create_rule("q(1)");
    assert_eq!(primary.client().query("statehouse_hosts", "SELECT text FROM rules")?, rule.rule);
    assert_eq!(replica.client().query("statehouse_hosts", "SHOW TABLES")?, "", "the replica was left alone");
    Ok(())
}

#[test]
fn a_server_without_a_database_says_so_for_every_host_in_bounded_time() -> Result<(), Error> {
    let replica = Mariadb::fresh()?;
    replica.client().create_database("statehouse_hosts")?;
    replica.client().administer("SET GLOBAL read_only = 1")?;
    let silent = Proxy::to(replica.client().address())?;
    silent.set(Flow::Silent);
    let hosts = [nobody(), silent.address(), replica.client().address()];
    let url = across(&hosts, "statehouse_hosts");
    let started = Instant::now();
    let outcome = command::run(&["migrate", "check", "--database", &url]);
    assert!(started.elapsed() < Duration::from_secs(15), "{:?}", started.elapsed());
    assert_eq!(outcome.code, Some(2));
    let [line] = outcome.complaints()[..] else { panic!("one line: {outcome:?}") };
    for host in hosts {
        assert!(line.contains(&format!("{host}: ")), "{host}: {line}");
    }
    assert!(line.contains("it is read-only") && !line.contains(PASSWORD), "{line}");
    Ok(())
}

/// The address of a database on one of these servers.
fn across(hosts: &[SocketAddr], database: &str) -> String {
    let hosts: Vec<_> = hosts.iter().map(ToString::to_string).collect();
    format!("mysql://{USER}:{PASSWORD}@{}/{database}", hosts.join(","))
}

/// An address at which nobody listens.
fn nobody() -> SocketAddr {
    ([127, 0, 0, 1], 1).into()
}

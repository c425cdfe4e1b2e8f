//! Reaching MariaDB as it is reached in earnest: several hosts, TLS, lines that are cut.

use serde_json::json;
use statehouse_tests::Outage;
use statehouse_tests::command::{self, assert_refused};
use statehouse_tests::server::Launch;
use statehouse_tests::throwaway::client::{PASSWORD, USER};
use statehouse_tests::throwaway::mariadb::Plan;
use statehouse_tests::throwaway::proxy::Flow;
use statehouse_tests::throwaway::{Error, Mariadb, Proxy, wait_until};
use std::cell::RefCell;
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// How long a database server may take to notice something.
const PATIENCE: Duration = Duration::from_secs(30);

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
    let line = outcome.complaint();
    for host in hosts {
        assert!(line.contains(&format!("{host}: ")), "{host}: {line}");
    }
    assert!(line.contains("it is read-only") && !line.contains(PASSWORD), "{line}");
    Ok(())
}

#[test]
fn a_server_is_spoken_to_over_tls_only_if_it_is_the_right_one() -> Result<(), Error> {
    let server = Plan::default().tls().start()?;
    server.client().create_database("statehouse_tls")?;
    // From here on nobody gets in who does not encrypt.
    server.client().administer("ALTER USER statehouse@'%' REQUIRE SSL")?;
    let verified = server.verified_url("statehouse_tls").expect("a server with TLS");
    command::migrate(&verified);
    let running = Launch::at(&verified).start();
    let _ = running.create_policy("p").create_rule("q(1)");

    let (plain, _) = verified.split_once('?').expect("parameters");
    let stranger = server.stranger()?.certificate().display().to_string();
    for (url, reason) in [
        (format!("{plain}?ssl_ca={stranger}"), "certificate"),
        // No authority that the machine trusts has signed it.
        (format!("{plain}?ssl_mode=verify_identity"), "certificate"),
        (format!("{plain}?ssl_mode=disabled"), "Access denied"),
    ] {
        assert_refused(&url, reason);
    }
    for mode in ["required", "preferred"] {
        let url = format!("{plain}?ssl_mode={mode}");
        assert_eq!(command::run(&["migrate", "check", "--database", &url]).code, Some(0), "{mode}");
    }
    Ok(())
}

#[test]
fn a_certificate_of_another_name_is_refused() -> Result<(), Error> {
    let server = Plan::default().tls_for("DNS:another.example,IP:127.0.0.9").start()?;
    server.client().create_database("statehouse_tls")?;
    assert_refused(&server.verified_url("statehouse_tls").expect("a server with TLS"), "certificate");
    Ok(())
}

#[test]
fn a_unix_socket_is_as_good_as_an_address() -> Result<(), Error> {
    let server = Mariadb::fresh()?;
    server.client().create_database("statehouse_socket")?;
    command::migrate(&server.socket_url("statehouse_socket"));
    assert_eq!(server.client().query("statehouse_socket", "SELECT revision FROM head")?, "0");
    Ok(())
}

#[test]
fn rows_that_are_more_than_the_database_is_set_up_to_take_are_refused_as_too_long() -> Result<(), Error> {
    let database = Mariadb::fresh()?;
    database.client().create_database("statehouse_packet")?;
    database.client().administer("SET GLOBAL max_allowed_packet = 1048576")?;
    let url = database.client().url("statehouse_packet");
    command::migrate(&url);
    let server = Launch::at(&url).start();
    let source = server.create_push_source("d");
    source.push("t", &json!([["before"]]));
    let rows: Vec<_> = (0..1500).map(|number| json!([format!("{number:01000}")])).collect();
    let refused = server.put("/v1/data-sources/d/tables/t/rows", &json!(rows)).expect(413);
    assert!(refused.text().contains("max_allowed_packet"), "{}", refused.text());
    // It is this one's fault alone.
    let _ = server.get("/readyz").expect(200);
    assert_eq!(source.rows("t"), [json!(["before"])]);
    source.push("t", &json!(rows[..300]));
    assert_eq!(source.rows("t").len(), 300);
    Ok(())
}

#[test]
fn a_primary_that_was_made_a_replica_is_not_read() -> Result<(), Error> {
    let database = Mariadb::fresh()?;
    database.client().create_database("statehouse_demoted")?;
    let url = database.client().url("statehouse_demoted");
    command::migrate(&url);
    let server = Launch::at(&url).start();
    let _ = server.create_policy("p");
    // Its sessions stay. From here on another may take writes that this one does not have yet.
    database.client().administer("SET GLOBAL read_only = 1")?;
    let _ = server.get("/v1/policies/p").expect(503);
    database.client().administer("SET GLOBAL read_only = 0")?;
    wait_until("the server reads again", PATIENCE, || match server.get("/v1/policies/p").status {
        200 => Ok(()),
        other => Err(other.to_string()),
    })?;
    Ok(())
}

#[test]
fn a_server_without_tls_is_refused_by_who_requires_it() -> Result<(), Error> {
    let (server, other) = (Mariadb::fresh()?, Plan::default().tls().start()?);
    server.client().create_database("statehouse_tls")?;
    let plain = server.client().url("statehouse_tls");
    let trusted = other.verified_url("d").expect("a server with TLS");
    let (_, trusted) = trusted.split_once('?').expect("parameters");
    assert_refused(&format!("{plain}?ssl_mode=required"), "it has no TLS");
    assert_refused(&format!("{plain}?{trusted}"), "SSL is required");
    command::migrate(&format!("{plain}?ssl_mode=preferred"));
    Ok(())
}

#[test]
fn whatever_becomes_of_the_database_the_server_comes_back_by_itself() -> Result<(), Error> {
    let database = Mariadb::fresh()?;
    let mut outage = Outage::on(database.client(), "statehouse_outage")?;
    let sql = |sql: &'static str| move |outage: &Outage| outage.client().administer(sql).map(drop);
    // Only a new session feels these.
    let cut = |sql: &'static str| {
        move |outage: &Outage| {
            outage.client().administer(sql)?;
            outage.proxy().cut();
            Ok(())
        }
    };
    let crowd = RefCell::new(Vec::new());
    outage.suffer(
        "too many connections",
        |outage| {
            // Whoever has not said who he is yet counts as well.
            outage.client().administer("SET GLOBAL max_connections = 10; SET GLOBAL connect_timeout = 60")?;
            outage.proxy().refuse();
            let sessions = "SELECT count(*) FROM information_schema.processlist WHERE user = 'statehouse'";
            wait_until("the server's sessions have ended", PATIENCE, || {
                match outage.client().administer(sessions).map_err(|error| error.to_string())?.as_str() {
                    "0" => Ok(()),
                    some => Err(some.to_owned()),
                }
            })?;
            let address = outage.client().address();
            crowd.borrow_mut().extend((0..15).filter_map(|_| TcpStream::connect(address).ok()));
            outage.proxy().mend();
            Ok(())
        },
        |outage| {
            crowd.borrow_mut().clear();
            outage.client().administer("SET GLOBAL max_connections = 300").map(drop)
        },
    )?;
    outage.suffer(
        "another password",
        cut("ALTER USER statehouse@'%' IDENTIFIED BY 'changed'"),
        sql("ALTER USER statehouse@'%' IDENTIFIED BY 'throwaway'"),
    )?;
    outage.suffer("read-only", sql("SET GLOBAL read_only = 1"), sql("SET GLOBAL read_only = 0"))?;
    let mend = |outage: &Outage| {
        outage.proxy().mend();
        Ok(())
    };
    outage.suffer(
        "cut off",
        |outage| {
            outage.proxy().refuse();
            Ok(())
        },
        mend,
    )?;
    outage.suffer(
        "silent",
        |outage| {
            outage.proxy().set(Flow::Silent);
            Ok(())
        },
        mend,
    )?;
    let database = RefCell::new(database);
    let start = |_: &Outage| database.borrow_mut().start();
    outage.suffer("stopped", |_| database.borrow_mut().stop(), start)?;
    outage.suffer("killed", |_| database.borrow_mut().process().kill(), start)?;
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

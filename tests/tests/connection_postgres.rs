//! Reaching PostgreSQL as it is reached in earnest: several hosts, TLS, lines that are cut.

use serde_json::json;
use statehouse_tests::command::{self, assert_refused};
use statehouse_tests::server::Launch;
use statehouse_tests::throwaway::client::{PASSWORD, USER};
use statehouse_tests::throwaway::postgres::Plan;
use statehouse_tests::throwaway::proxy::Flow;
use statehouse_tests::throwaway::{Error, Pgbouncer, Postgres, wait_until};
use statehouse_tests::{Outage, Request, Server, Writer};
use std::cell::RefCell;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

/// How long a server may take to find its way back.
const PATIENCE: Duration = Duration::from_mins(1);

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

#[test]
fn a_server_is_spoken_to_over_tls_only_if_it_is_the_right_one() -> Result<(), Error> {
    let server = Plan::default().tls().start()?;
    server.client().create_database("statehouse_tls")?;
    let verified = server.verified_url("statehouse_tls").expect("a server with TLS");
    command::migrate(&verified);
    let running = Launch::at(&verified).start();
    let _ = running.create_policy("p").create_rule("q(1)");
    let encrypted = "SELECT count(*), bool_and(ssl) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) \
                     WHERE application_name = 'statehouse'";
    let encrypted = server.client().administer(encrypted)?;
    assert!(encrypted.ends_with("|t") && !encrypted.starts_with("0|"), "{encrypted}");

    let (plain, _) = verified.split_once('?').expect("parameters");
    let stranger = server.stranger()?.certificate().display().to_string();
    let address = server.client().address();
    let named = verified.replace(&address.to_string(), &format!("database.example:{}", address.port()));
    for (url, reason) in [
        (format!("{plain}?sslmode=verify-full&sslrootcert={stranger}"), "certificate verify failed"),
        (format!("{named}&hostaddr=127.0.0.1"), "does not match host name"),
        (format!("{plain}?sslmode=disable"), "no encryption"),
    ] {
        assert_refused(&url, reason);
    }
    assert_eq!(
        command::run(&["migrate", "check", "--database", &format!("{plain}?sslmode=require")]).code,
        Some(0)
    );
    Ok(())
}

#[test]
fn a_unix_socket_is_as_good_as_an_address() -> Result<(), Error> {
    let server = Postgres::fresh()?;
    server.client().create_database("statehouse_socket")?;
    command::migrate(&server.socket_url("statehouse_socket"));
    assert_eq!(server.client().query("statehouse_socket", "SELECT revision FROM head")?, "0");
    Ok(())
}

#[test]
fn a_server_without_tls_is_refused_by_who_requires_it() -> Result<(), Error> {
    let server = Postgres::fresh()?;
    server.client().create_database("statehouse_tls")?;
    let plain = server.client().url("statehouse_tls");
    for mode in ["require", "verify-ca", "verify-full"] {
        assert_refused(&format!("{plain}?sslmode={mode}&sslrootcert=/dev/null"), "SSL");
    }
    command::migrate(&format!("{plain}?sslmode=prefer"));
    Ok(())
}

#[test]
fn two_servers_work_through_a_pooler_that_gives_each_transaction_another_session() -> Result<(), Error> {
    let database = Postgres::fresh()?;
    database.client().create_database("statehouse_pooled")?;
    let mut pooler = Pgbouncer::before(&database, 3)?;
    let url = pooler.client().url("statehouse_pooled");
    // What changes the schema does not go through it; what only asks does.
    let refused = command::run(&["migrate", "up", "--database", &url]);
    assert_eq!(refused.code, Some(2), "{refused:?}");
    let line = refused.complaint();
    assert!(line.contains("PgBouncer") && line.contains("name the address of PostgreSQL itself"), "{line}");
    command::migrate(&database.client().url("statehouse_pooled"));
    let _ = command::run(&["migrate", "check", "--database", &url]).success();
    let servers = [Launch::at(&url).start(), Launch::at(&url).start()];
    let mut crew: Vec<Writer> = Writer::crew("w", 6, &servers[0]);
    let started = Instant::now();
    std::thread::scope(|scope| {
        for (number, writer) in crew.iter_mut().enumerate() {
            let server = &servers[number % 2];
            scope.spawn(move || {
                for _ in 0..30 {
                    let answer = writer.write_to(server);
                    assert!(answer.status < 300, "{} {}", answer.status, answer.text());
                }
            });
        }
    });
    for server in &servers {
        // Each sees at once what the other has acknowledged.
        for writer in &mut crew {
            writer.check(server);
        }
        let log = server.log();
        assert!(!log.contains("prepared statement") && !log.contains(" ERROR "), "{log}");
    }
    // Nobody reads: what one server writes comes to the other by asking, because no notification passes.
    let before = servers[1].caught_up();
    let _ = servers[0].create_policy("seen");
    wait_until("the other server follows by itself", PATIENCE, || match servers[1].caught_up() {
        now if now > before => Ok(()),
        now => Err(now.to_string()),
    })?;
    pooler.process().kill()?;
    pooler.start()?;
    wait_until("the servers find the pooler again", PATIENCE, || {
        let answer = crew[0].write(servers[0].address()).map_err(|error| error.to_string())?;
        if answer.status < 300 { Ok(()) } else { Err(answer.text()) }
    })?;
    assert!(started.elapsed() < PATIENCE * 2, "{:?}", started.elapsed());
    Ok(())
}

#[test]
fn whatever_becomes_of_the_database_the_server_comes_back_by_itself() -> Result<(), Error> {
    let database = Postgres::fresh()?;
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
    outage.suffer(
        "too many connections",
        cut("ALTER ROLE statehouse CONNECTION LIMIT 0"),
        sql("ALTER ROLE statehouse CONNECTION LIMIT -1"),
    )?;
    outage.suffer(
        "another password",
        cut("ALTER ROLE statehouse PASSWORD 'changed'"),
        sql("ALTER ROLE statehouse PASSWORD 'throwaway'"),
    )?;
    outage.suffer(
        "read-only",
        cut("ALTER DATABASE statehouse_outage SET default_transaction_read_only = on"),
        sql("ALTER DATABASE statehouse_outage RESET default_transaction_read_only"),
    )?;
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
    let stop = |_: &Outage| database.borrow_mut().stop();
    let start = |_: &Outage| database.borrow_mut().start();
    outage.suffer("stopped", stop, start)?;
    outage.suffer("killed", |_| database.borrow_mut().process().kill(), start)?;
    let rename = |outage: &Outage, from: &str, to: &str| {
        // Nobody may be connected.
        outage.proxy().refuse();
        wait_until("the database is let go", PATIENCE, || {
            let renamed = outage.client().administer(&format!("ALTER DATABASE {from} RENAME TO {to}"));
            renamed.map(drop).map_err(|error| error.to_string())
        })?;
        outage.proxy().mend();
        Ok(())
    };
    outage.suffer(
        "gone",
        |outage| rename(outage, "statehouse_outage", "statehouse_aside"),
        |outage| rename(outage, "statehouse_aside", "statehouse_outage"),
    )?;
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

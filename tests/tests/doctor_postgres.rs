//! `statehouse doctor` on PostgreSQL.

use statehouse_tests::server::Launch;
use statehouse_tests::throwaway::client::{PASSWORD, USER};
use statehouse_tests::throwaway::postgres::Plan;
use statehouse_tests::throwaway::proxy::Flow;
use statehouse_tests::throwaway::{Error, Pgbouncer, Postgres, Proxy};
use statehouse_tests::{Diagnosis, command};
use std::time::{Duration, Instant};

#[test]
fn a_database_that_is_served_is_well() -> Result<(), Error> {
    let server = Plan::default().tls().start()?;
    server.client().create_database("statehouse_well")?;
    let url = server.verified_url("statehouse_well").expect("a server with TLS");
    command::migrate(&url);
    let _running = Launch::at(&url).start();
    let found = Diagnosis::of(&url);
    found
        .assert_well_but(&[])
        .assert_finds("host", "well", "takes writes")
        .assert_finds("TLS", "well", "certificate is verified")
        .assert_finds("notifications", "well", "come through")
        .assert_finds("secret key", "well", "sealed");
    for subject in [
        "encoding",
        "language",
        "isolation",
        "durability",
        "standby",
        "connections",
        "clock",
        "collation",
        "schema",
        "privileges to migrate",
        "privileges to serve",
    ] {
        assert!(found.subjects().contains(&subject), "{subject}: {found:?}");
    }
    assert_eq!(found.code(), Some(0));
    Ok(())
}

#[test]
fn what_is_set_wrong_in_a_database_is_found() -> Result<(), Error> {
    let server = Postgres::fresh()?;
    let client = server.client();
    let sql = |sql: &str| client.administer(sql).map(drop);
    client.create_database("statehouse_set")?;
    let url = client.url("statehouse_set");
    Diagnosis::of(&url).assert_finds("schema", "wrong", "no tables yet").assert_well_but(&["schema"]);
    command::migrate(&url);

    client.query(
        "statehouse_set",
        "ALTER TABLE policies ALTER COLUMN name TYPE TEXT COLLATE \"en-US-x-icu\"",
    )?;
    Diagnosis::of(&url).assert_finds("collation", "wrong", "policies.name");
    client.query("statehouse_set", "ALTER TABLE policies ALTER COLUMN name TYPE TEXT COLLATE \"C\"")?;

    client.query("statehouse_set", "REASSIGN OWNED BY statehouse TO administrator; GRANT SELECT ON ALL TABLES IN SCHEMA public TO statehouse")?;
    Diagnosis::of(&url).assert_finds("privileges to serve", "wrong", "may not read and write").assert_finds(
        "privileges to migrate",
        "doubtful",
        "may not create tables",
    );
    client.query(
        "statehouse_set",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO statehouse",
    )?;
    Diagnosis::of(&url)
        .assert_finds("privileges to serve", "well", "read and write")
        .assert_well_but(&["privileges to migrate"]);

    client.query("statehouse_set", "DELETE FROM schema_migrations WHERE version > 1")?;
    Diagnosis::of(&url).assert_finds("schema", "wrong", "older than this program");
    client.query("statehouse_set", "UPDATE schema_migrations SET checksum = 'another'")?;
    Diagnosis::of(&url).assert_finds("schema", "wrong", "0001");

    // A name of elsewhere, although it is here.
    let port = client.address().port();
    let elsewhere =
        format!("postgres://{USER}:{PASSWORD}@database.example:{port}/statehouse_set?hostaddr=127.0.0.1");
    Diagnosis::of(&elsewhere).assert_finds("TLS", "doubtful", "in between can read");

    sql("ALTER DATABASE statehouse_set SET default_transaction_read_only = on")?;
    Diagnosis::of(&url).assert_finds("read-only", "wrong", "default_transaction_read_only");
    sql("ALTER DATABASE statehouse_set RESET default_transaction_read_only")?;
    sql("ALTER ROLE statehouse CONNECTION LIMIT 8")?;
    Diagnosis::of(&url).assert_finds("connections", "doubtful", "of 8 connections");
    sql("ALTER ROLE statehouse CONNECTION LIMIT -1")?;

    sql(
        "CREATE DATABASE statehouse_old ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER libc \
         TEMPLATE template0 OWNER statehouse",
    )?;
    Diagnosis::of(&client.url("statehouse_old")).assert_finds("encoding", "wrong", "SQL_ASCII");
    Diagnosis::of(&client.url("statehouse_none")).assert_finds("host", "wrong", "does not exist");
    Diagnosis::of(&url.replace(PASSWORD, "guessed")).assert_finds(
        "host",
        "wrong",
        "password authentication failed",
    );
    Ok(())
}

#[test]
fn a_server_that_does_not_sync_is_found() -> Result<(), Error> {
    let server = Plan::default().setting("fsync = off").start()?;
    server.client().create_database("statehouse_fsync")?;
    let url = server.client().url("statehouse_fsync");
    command::migrate(&url);
    Diagnosis::of(&url).assert_finds("durability", "wrong", "fsync is off").assert_well_but(&["durability"]);
    Ok(())
}

#[test]
fn a_pooler_in_between_is_found() -> Result<(), Error> {
    let server = Postgres::fresh()?;
    server.client().create_database("statehouse_pooled")?;
    let pooler = Pgbouncer::before(&server, 10)?;
    let url = pooler.client().url("statehouse_pooled");
    command::migrate(&server.client().url("statehouse_pooled"));
    Diagnosis::of(&url)
        .assert_finds("notifications", "doubtful", "PgBouncer")
        .assert_well_but(&["notifications"]);
    Ok(())
}

#[test]
fn each_of_several_hosts_is_looked_at_and_no_silent_one_holds_up_the_answer() -> Result<(), Error> {
    let primary = Postgres::fresh()?;
    primary.client().create_database("statehouse_hosts")?;
    let standby = primary.standby()?;
    let silent = Proxy::to(primary.client().address())?;
    silent.set(Flow::Silent);
    let (primary, standby, silent) =
        (primary.client().address(), standby.client().address(), silent.address());
    let address = |hosts: String| format!("postgres://{USER}:{PASSWORD}@{hosts}/statehouse_hosts");
    command::migrate(&address(primary.to_string()));
    let asked = Instant::now();
    Diagnosis::of(&address(format!("127.0.0.1:1,{silent},{standby},{primary}")))
        .assert_finds("host", "doubtful", "127.0.0.1:1: ")
        .assert_finds("host", "doubtful", &silent.to_string())
        .assert_finds("host", "well", "a standby")
        .assert_finds("standby", "well", "synchronous")
        .assert_well_but(&["host"]);
    assert!(asked.elapsed() < Duration::from_secs(20), "{:?}", asked.elapsed());
    Diagnosis::of(&address(format!("{standby},127.0.0.1:1"))).assert_finds(
        "primary",
        "wrong",
        "none of the hosts",
    );
    Diagnosis::of(&address(standby.to_string())).assert_finds("host", "wrong", "a standby");
    Ok(())
}

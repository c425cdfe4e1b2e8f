//! `statehouse doctor` on MariaDB.

use statehouse_tests::server::Launch;
use statehouse_tests::throwaway::mariadb::Plan;
use statehouse_tests::throwaway::{Error, Mariadb};
use statehouse_tests::{Diagnosis, command};

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
        .assert_finds("host", "well", "MariaDB")
        .assert_finds("TLS", "well", "certificate is verified")
        .assert_finds("secret key", "well", "sealed");
    for subject in [
        "encoding",
        "isolation",
        "storage engine",
        "durability",
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
    let server = Mariadb::fresh()?;
    let client = server.client();
    let sql = |sql: &str| client.administer(sql).map(drop);
    client.create_database("statehouse_set")?;
    let url = client.url("statehouse_set");
    Diagnosis::of(&url).assert_finds("schema", "wrong", "no tables yet").assert_well_but(&["schema"]);
    command::migrate(&url);

    client.query(
        "statehouse_set",
        "CREATE TABLE added (name TEXT) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci",
    )?;
    Diagnosis::of(&url).assert_finds("collation", "wrong", "added.name").assert_well_but(&["collation"]);
    client.query("statehouse_set", "DROP TABLE added")?;
    sql("ALTER DATABASE statehouse_set CHARACTER SET latin1")?;
    Diagnosis::of(&url).assert_finds("encoding", "doubtful", "latin1").assert_well_but(&["encoding"]);
    sql("ALTER DATABASE statehouse_set CHARACTER SET utf8mb4")?;

    client.query("statehouse_set", "UPDATE schema_migrations SET checksum = 'another'")?;
    Diagnosis::of(&url).assert_finds("schema", "wrong", "0001");

    sql("SET GLOBAL innodb_flush_log_at_trx_commit = 2")?;
    Diagnosis::of(&url).assert_finds("durability", "wrong", "innodb_flush_log_at_trx_commit is 2");
    sql("SET GLOBAL innodb_flush_log_at_trx_commit = 1; SET GLOBAL read_only = 1")?;
    Diagnosis::of(&url).assert_finds("read-only", "wrong", "read_only is on");
    sql("SET GLOBAL read_only = 0; SET GLOBAL max_connections = 10")?;
    Diagnosis::of(&url).assert_finds("connections", "doubtful", "of 10 connections");
    sql("SET GLOBAL max_connections = 300; SET GLOBAL max_allowed_packet = 16777216")?;
    Diagnosis::of(&url).assert_finds("largest write", "doubtful", "max_allowed_packet is 16777216");
    sql("SET GLOBAL max_allowed_packet = 134217728")?;

    sql(
        "REVOKE ALL ON `statehouse\\_%`.* FROM statehouse@'%'; GRANT SELECT, INSERT ON `statehouse\\_%`.* TO statehouse@'%'",
    )?;
    Diagnosis::of(&url).assert_finds("privileges to serve", "wrong", "UPDATE, DELETE").assert_finds(
        "privileges to migrate",
        "doubtful",
        "CREATE",
    );
    sql("ALTER USER statehouse@'%' IDENTIFIED BY 'changed'")?;
    Diagnosis::of(&url).assert_finds("host", "wrong", "Access denied");
    Ok(())
}

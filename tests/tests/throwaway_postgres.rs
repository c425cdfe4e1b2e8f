//! The PostgreSQL servers that other tests run on.

use statehouse_tests::throwaway::postgres::Plan;
use statehouse_tests::throwaway::proxy::{Direction, Flow};
use statehouse_tests::throwaway::run::OwnDatabase;
use statehouse_tests::throwaway::{Client, Engine, Error, Postgres, Proxy, installed};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

#[test]
fn what_was_committed_survives_sigkill() -> Result<(), Error> {
    let mut server = Postgres::fresh()?;
    server.client().administer("CREATE TABLE kept (x int); INSERT INTO kept VALUES (7)")?;
    server.process().kill()?;
    assert!(server.client().administer("SELECT 1").is_err(), "a killed server does not answer");
    server.start()?;
    assert_eq!(server.client().administer("SELECT x FROM kept")?, "7");
    server.stop()?;
    server.start()?;
    assert_eq!(server.client().administer("SELECT x FROM kept")?, "7");
    Ok(())
}

#[test]
fn commits_are_flushed_to_the_disk() -> Result<(), Error> {
    let server = Postgres::fresh()?;
    let settings = "SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings \
                    WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')";
    let settings = server.client().administer(settings)?;
    assert_eq!(settings, "fsync=on full_page_writes=on synchronous_commit=on");
    Ok(())
}

#[test]
fn each_test_has_a_database_of_its_own() -> Result<(), Error> {
    let server = Postgres::fresh()?;
    let databases = "SELECT count(*) FROM pg_database WHERE datname LIKE 'statehouse%'";
    let one = OwnDatabase::on(vec![server.client()])?;
    let other = OwnDatabase::on(vec![server.client()])?;
    one.query("CREATE TABLE mine (x int)")?;
    assert!(other.query("SELECT * FROM mine").is_err());
    assert_eq!(one.snapshot(&["SELECT count(*) FROM mine", "SELECT 5"])?, "0\n5");
    assert_eq!(server.client().administer(databases)?, "2");
    drop(one);
    drop(other);
    assert_eq!(server.client().administer(databases)?, "0");
    Ok(())
}

#[test]
fn the_order_of_text_is_that_of_a_language() -> Result<(), Error> {
    let server = Postgres::fresh()?;
    let own = OwnDatabase::on(vec![server.client()])?;
    assert_eq!(own.query("SELECT x FROM (VALUES ('B'), ('a')) AS t(x) ORDER BY x")?, "a\nB");
    Ok(())
}

#[test]
fn a_paused_server_says_nothing_and_then_goes_on() -> Result<(), Error> {
    let mut server = Postgres::fresh()?;
    let client = server.client();
    let asked = std::thread::spawn(move || client.administer("SELECT pg_sleep(1)").map(|_| Instant::now()));
    std::thread::sleep(Duration::from_millis(500));
    server.process().pause()?;
    std::thread::sleep(Duration::from_secs(2));
    let resumed = Instant::now();
    server.process().resume()?;
    let answered = asked.join().expect("the client does not panic")?;
    assert!(answered > resumed, "the statement ended while the server was paused");
    Ok(())
}

#[test]
fn nothing_remains_of_a_paused_server() -> Result<(), Error> {
    let mut server = Postgres::fresh()?;
    let folder = server.folder().to_owned();
    assert!(standing_in(&folder) > 1, "the server and its children");
    server.process().pause()?;
    drop(server);
    assert_eq!((standing_in(&folder), folder.exists()), (0, false));
    Ok(())
}

#[test]
fn the_standby_has_every_commit_and_can_be_promoted() -> Result<(), Error> {
    let mut primary = Postgres::fresh()?;
    let standby = primary.standby()?;
    primary.client().administer("CREATE TABLE kept (x int); INSERT INTO kept VALUES (7)")?;
    assert!(standby.client().administer("CREATE TABLE more (x int)").is_err(), "a standby only reads");
    primary.process().kill()?;
    standby.promote()?;
    assert_eq!(standby.client().administer("INSERT INTO kept VALUES (8); SELECT sum(x) FROM kept")?, "15");
    Ok(())
}

#[test]
fn a_server_with_tls_shows_its_certificate() -> Result<(), Error> {
    let server = Plan::default().tls().start()?;
    let stranger = server.stranger()?;
    let good = server.verified_url("postgres").expect("a server with TLS");
    let (plain, _) = good.split_once('?').expect("a query");
    let wrong = format!("{plain}?sslmode=verify-full&sslrootcert={}", stranger.certificate().display());
    let other_name = good.replace("127.0.0.1", "127.0.0.2");
    assert_eq!(psql(&good)?, (true, "t\n".to_owned()));
    for (why, url) in [
        ("no TLS", format!("{plain}?sslmode=disable")),
        ("not its authority", wrong),
        ("not its name", other_name),
    ] {
        assert!(!psql(&url)?.0, "{why}: {url}");
    }
    Ok(())
}

#[test]
fn an_answer_can_be_held_back_while_the_server_commits() -> Result<(), Error> {
    let server = Postgres::fresh()?;
    let proxy = Proxy::to(server.client().address())?;
    let client = Client::new(Engine::Postgres, proxy.address());
    client.administer("CREATE TABLE kept (x int)")?;
    let writing =
        std::thread::spawn(move || client.administer("SELECT pg_sleep(1); INSERT INTO kept VALUES (7)"));
    std::thread::sleep(Duration::from_millis(500));
    proxy.set_one(Direction::Answers, Flow::Silent);
    std::thread::sleep(Duration::from_secs(1));
    assert_eq!(server.client().administer("SELECT x FROM kept")?, "7");
    proxy.cut();
    assert!(writing.join().expect("the client does not panic").is_err(), "the answer was lost");
    Ok(())
}

/// Does a connection come about, and is it encrypted in the words of the server.
fn psql(url: &str) -> Result<(bool, String), Error> {
    let sql = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    let mut command = Command::new(installed::postgres("psql")?);
    let output = command.args(["-XAt", url, "-c", sql]).output();
    let output = output.map_err(|source| Error::Machine { what: "psql".into(), source })?;
    Ok((output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned()))
}

/// How many processes have their working folder below this one.
fn standing_in(folder: &Path) -> usize {
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let places = processes.filter_map(|process| process.path().join("cwd").read_link().ok());
    places.filter(|place| place.starts_with(folder)).count()
}

//! The MariaDB servers that other tests run on.

use statehouse_tests::throwaway::run::OwnDatabase;
use statehouse_tests::throwaway::{Error, Mariadb};
use std::time::{Duration, Instant};

#[test]
fn what_was_committed_survives_sigkill() -> Result<(), Error> {
    let mut server = Mariadb::fresh()?;
    let own = OwnDatabase::on(vec![server.client()])?;
    own.query("CREATE TABLE kept (x int); INSERT INTO kept VALUES (7)")?;
    server.process().kill()?;
    assert!(own.query("SELECT 1").is_err(), "a killed server does not answer");
    server.start()?;
    assert_eq!(own.query("SELECT x FROM kept")?, "7");
    server.stop()?;
    server.start()?;
    assert_eq!(own.query("SELECT x FROM kept")?, "7");
    Ok(())
}

#[test]
fn commits_are_flushed_to_the_disk() -> Result<(), Error> {
    let server = Mariadb::fresh()?;
    let settings = "SELECT @@innodb_flush_log_at_trx_commit, @@innodb_doublewrite, @@innodb_flush_method";
    assert_eq!(server.client().administer(settings)?, "1\t1\tO_DIRECT");
    Ok(())
}

#[test]
fn each_test_has_a_database_of_its_own() -> Result<(), Error> {
    let server = Mariadb::fresh()?;
    let one = OwnDatabase::on(vec![server.client()])?;
    let other = OwnDatabase::on(vec![server.client()])?;
    one.query("CREATE TABLE mine (x text); INSERT INTO mine VALUES ('Alice')")?;
    assert!(other.query("SELECT * FROM mine").is_err());
    assert_eq!(one.snapshot(&["SELECT count(*) FROM mine", "SELECT 5"])?, "1\n5");
    assert_eq!(one.query("SELECT count(*) FROM mine WHERE x = 'alice'")?, "0", "case counts");
    drop(one);
    drop(other);
    assert_eq!(server.client().administer("SHOW DATABASES LIKE 'statehouse%'")?, "");
    Ok(())
}

#[test]
fn a_paused_server_says_nothing_and_then_goes_on() -> Result<(), Error> {
    let mut server = Mariadb::fresh()?;
    let client = server.client();
    let asked = std::thread::spawn(move || client.administer("SELECT sleep(1)").map(|_| Instant::now()));
    std::thread::sleep(Duration::from_millis(500));
    server.process().pause()?;
    std::thread::sleep(Duration::from_secs(2));
    let resumed = Instant::now();
    server.process().resume()?;
    let answered = asked.join().expect("the client does not panic")?;
    assert!(answered > resumed, "the statement ended while the server was paused");
    Ok(())
}

//! MariaDB shows a commit before it is on the disk. What a server has shown to a client is there all the same after a crash.

use statehouse_tests::throwaway::{Error, Mariadb};
use statehouse_tests::{Database, Server};

#[test]
fn what_was_read_on_another_server_survives_a_crash_of_mariadb() -> Result<(), Error> {
    let mut mariadb = Mariadb::fresh()?;
    let database = Database::on(vec![mariadb.client()]);
    let [writing, reading] = [Server::on(&database), Server::on(&database)];
    let tell = |value: u8| {
        mariadb.client().administer(&format!(
            "SET GLOBAL innodb_flush_log_at_timeout = 2700; SET GLOBAL innodb_flush_log_at_trx_commit = {value}"
        ))
    };

    // As in the moment between showing and flushing, only longer: nothing flushes this commit by itself. The other server
    // does not look before MariaDB flushes again.
    reading.pause();
    tell(0)?;
    writing.create_policy("p");
    tell(1)?;
    reading.resume();
    assert!(reading.policy_names().contains(&"p".to_owned()));
    mariadb.process().kill()?;
    mariadb.start()?;

    let asked = [&reading, &writing].map(|server| server.policy_names().contains(&"p".to_owned()));
    assert_eq!(asked, [true, true]);
    Ok(())
}

//! The Galera clusters that other tests run on.

use statehouse_tests::throwaway::run::OwnDatabase;
use statehouse_tests::throwaway::{Error, Galera};

#[test]
fn three_nodes_take_writes_and_see_each_others() -> Result<(), Error> {
    let mut cluster = Galera::fresh()?;
    let own = OwnDatabase::on(cluster.clients())?;
    own.query("CREATE TABLE kept (x int PRIMARY KEY)")?;
    for (number, client) in cluster.clients().into_iter().enumerate() {
        client.query(
            own.name(),
            &format!("SET SESSION wsrep_sync_wait = 15; INSERT INTO kept VALUES ({number})"),
        )?;
    }
    let seen = "SET SESSION wsrep_sync_wait = 15; SELECT group_concat(x ORDER BY x) FROM kept";
    for client in cluster.clients() {
        assert_eq!(client.query(own.name(), seen)?, "0,1,2");
    }

    // A node that was killed misses what was written meanwhile, and learns it when it comes back.
    cluster.node(2).process().kill()?;
    cluster.wait_for_size(0, 2)?;
    own.query("INSERT INTO kept VALUES (3)")?;
    cluster.node(2).start()?;
    cluster.wait_for_size(0, 3)?;
    assert_eq!(cluster.node(2).client().query(own.name(), seen)?, "0,1,2,3");
    Ok(())
}

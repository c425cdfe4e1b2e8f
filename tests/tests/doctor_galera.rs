//! `statehouse doctor` on a Galera cluster.

use statehouse_tests::throwaway::client::{PASSWORD, USER};
use statehouse_tests::throwaway::{Error, Galera, wait_until};
use statehouse_tests::{Diagnosis, command};
use std::time::Duration;

#[test]
fn a_cluster_is_well_until_a_node_is_cut_off_from_it() -> Result<(), Error> {
    let mut cluster = Galera::fresh()?;
    let clients = cluster.clients();
    clients[0].create_database("statehouse_cluster")?;
    let hosts: Vec<String> = clients.iter().map(|client| client.address().to_string()).collect();
    let url = format!("mysql://{USER}:{PASSWORD}@{}/statehouse_cluster", hosts.join(","));
    command::migrate(&url);
    Diagnosis::of(&url)
        .assert_well_but(&[])
        .assert_finds("cluster", "well", "synced")
        .assert_finds("cluster size", "well", "3 nodes")
        .assert_finds("replication", "well", "by rows")
        .assert_finds("sync wait", "well", "can wait");

    // Without a majority the last one answers nothing.
    cluster.node(1).process().kill()?;
    cluster.node(2).process().kill()?;
    wait_until("the node notices that it is alone", Duration::from_mins(1), || {
        let seen = clients[0].administer("SHOW STATUS LIKE 'wsrep_cluster_status'");
        let seen = seen.map_err(|error| error.to_string())?;
        if seen.contains("non-Primary") { Ok(()) } else { Err(seen) }
    })?;
    Diagnosis::of(&clients[0].url("statehouse_cluster")).assert_finds(
        "cluster",
        "wrong",
        "cut off from the majority",
    );
    Diagnosis::of(&url)
        .assert_finds("primary", "wrong", "none of the hosts")
        .assert_finds("host", "doubtful", &hosts[1]);
    // The last one goes on by itself when it is told to.
    clients[0].administer("SET GLOBAL wsrep_provider_options = 'pc.bootstrap=YES'")?;
    wait_until("the node is a cluster of its own", Duration::from_mins(1), || {
        let seen = clients[0].administer("SHOW STATUS LIKE 'wsrep_cluster_status'");
        let seen = seen.map_err(|error| error.to_string())?;
        if seen.contains("non-Primary") { Err(seen) } else { Ok(()) }
    })?;
    Diagnosis::of(&clients[0].url("statehouse_cluster"))
        .assert_finds("cluster size", "doubtful", "alone")
        .assert_well_but(&["cluster size"]);
    Ok(())
}

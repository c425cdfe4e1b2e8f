//! A node of a Galera cluster is lost, or cut off from the others, under servers that each prefer a node of their own.

use statehouse_tests::server::Launch;
use statehouse_tests::throwaway::{Client, Error, Galera};
use statehouse_tests::{Database, Load, Server};
use std::time::{Duration, Instant};

const NODES: usize = 3;
const WRITERS: usize = 3;

/// A cluster, and a database on it.
struct Cluster {
    // In the order in which they go.
    database: Database,
    nodes: Galera,
}

impl Cluster {
    fn fresh() -> Result<Self, Error> {
        let nodes = Galera::fresh()?;
        Ok(Self { database: Database::on(nodes.clients()), nodes })
    }

    /// A server that knows all nodes, and prefers this one.
    fn server_at(&self, node: usize) -> Server {
        let mut addresses: Vec<_> = self.nodes.clients().iter().map(Client::address).collect();
        addresses.rotate_left(node);
        Launch::on(&self.database).through(&self.database.url_at(&addresses)).start()
    }

    /// A server that knows only this node.
    fn server_bound_to(&self, node: usize) -> Server {
        let address = self.nodes.clients()[node].address();
        Launch::on(&self.database).through(&self.database.url_at(&[address])).start()
    }
}

#[test]
fn a_node_that_is_killed_under_load_takes_nothing_with_it_and_comes_back() -> Result<(), Error> {
    let mut cluster = Cluster::fresh()?;
    let servers: Vec<Server> = (0..NODES).map(|node| cluster.server_at(node)).collect();
    let mut load = Load::on(&servers, WRITERS);
    load.during(|watch| {
        watch.stored(10);
        let killed = Instant::now();
        cluster.nodes.node(0).process().kill()?;
        for place in 0..NODES {
            tell(place, "the kill", watch.served_after(place, killed).write);
        }
        watch.stored(10);
        // It comes back while the others go on writing.
        cluster.nodes.node(0).start()?;
        cluster.nodes.wait_for_size(0, NODES)?;
        watch.stored(10);
        Ok::<(), Error>(())
    })?;
    let (stored, not_stored, unknown) = load.check().counts();
    say(&format!("{stored} stored, {not_stored} not stored, {unknown} unknown"));
    Ok(())
}

#[test]
fn a_node_that_is_cut_off_answers_nobody_until_it_is_one_of_them_again() -> Result<(), Error> {
    let cluster = Cluster::fresh()?;
    let cut = 1;
    let mut servers: Vec<Server> = (0..NODES).map(|node| cluster.server_at(node)).collect();
    servers.push(cluster.server_bound_to(cut));
    let bound = NODES;
    let mut load = Load::on(&servers, WRITERS);
    load.during(|watch| {
        watch.stored(10);
        cluster.nodes.isolate(cut, true)?;
        cluster.nodes.wait_for_size(0, NODES - 1)?;
        // From here on the others acknowledge writes that the one does not have.
        let agreed = Instant::now();
        for place in 0..NODES {
            tell(place, "the others agreed", watch.served_after(place, agreed).write);
        }
        watch.refused(bound, 20);
        cluster.nodes.isolate(cut, false)?;
        cluster.nodes.wait_for_size(0, NODES)?;
        let back = Instant::now();
        tell(bound, "the node was back", watch.served_after(bound, back).write);
        watch.stored(10);
        Ok::<(), Error>(())
    })?;
    let (stored, not_stored, unknown) = load.check().counts();
    say(&format!("{stored} stored, {not_stored} not stored, {unknown} unknown"));
    Ok(())
}

fn tell(place: usize, since: &str, after: Duration) {
    say(&format!("server {place}: a write {after:.2?} after {since}"));
}

#[expect(clippy::print_stderr, reason = "how long it took belongs beside the test")]
fn say(what: &str) {
    eprintln!("{what}");
}

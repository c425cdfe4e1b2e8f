//! A node of a cluster that is killed, under one server for each node.

use std::time::Instant;

use anyhow::Result;
use statehouse_tests::throwaway::{Client, Engine, Galera};

use super::writing::missed;
use super::{Missed, Setup};
use crate::bench::process::Process;

const DATABASE: &str = "statehouse_failover";

/// How long writes are missed. One cluster for all repetitions; the node that was killed joins it again.
pub(super) fn measure(setup: &Setup) -> Result<Missed> {
    let mut cluster = Galera::fresh()?;
    let nodes = cluster.clients();
    if let Some(first) = nodes.first() {
        setup.place.database_on(first, DATABASE)?;
    }
    let mut all = Vec::new();
    for repetition in 0..setup.repetitions {
        // Started anew, so that each server is with the node that it prefers.
        let servers: Result<Vec<Process>> =
            (0..nodes.len()).map(|node| setup.place.server(&preferring(&nodes, node))).collect();
        let servers = servers?;
        let victim = repetition % nodes.len();
        let seconds = missed(&servers, || {
            let killed = Instant::now();
            cluster.node(victim).process().kill()?;
            Ok(killed)
        })?;
        println!("  node {}: writes missed for {seconds:.2?} s", victim + 1);
        all.push(seconds);
        drop(servers);
        cluster.node(victim).start()?;
        cluster.wait_for_size(victim, nodes.len())?;
    }
    Ok(Missed::of(&all))
}

/// The address of all nodes, this one first.
fn preferring(nodes: &[Client], node: usize) -> String {
    let mut addresses: Vec<_> = nodes.iter().map(Client::address).collect();
    addresses.rotate_left(node);
    Client::url_of_all(Engine::Galera, &addresses, DATABASE)
}

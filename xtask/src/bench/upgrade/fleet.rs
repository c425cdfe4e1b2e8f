//! Expand, data, contract, and back, with servers of both windows.

use std::net::SocketAddr;
use std::thread;
use std::time::Instant;

use anyhow::{Result, ensure};
use statehouse_tests::throwaway::Client;

use super::rules::DATABASE;
use super::traffic::{self, Noticed};
use super::{PREVIOUS, Setup};
use crate::bench::process::Process;
use crate::bench::rule::{create_policy, fresh_name};

/// Something that was done under load.
#[derive(Debug)]
pub(super) struct Step {
    pub what: &'static str,
    pub seconds: f64,
    pub noticed: Noticed,
}

/// Idle first; then every step, the servers of the previous window being replaced before what they need is taken away.
pub(super) fn measure(setup: &Setup, node: &Client) -> Result<Vec<Step>> {
    let url = node.url(DATABASE);
    println!("starting a server of each window");
    let previous = setup.place.server_knowing(&url, PREVIOUS)?;
    let next = setup.place.server(&url)?;
    let mut steps = Vec::new();
    let both = [previous.address, next.address];
    let idle = step(setup, &both, "nothing", || {
        thread::sleep(setup.idle);
        Ok(())
    })?;
    steps.push(idle);
    steps.push(migrate(setup, &both, &url, "expand", &["expand"])?);
    steps.push(migrate(setup, &both, &url, "data", &["data"])?);
    drop(previous);
    // It was killed: the contract waits until it may be taken for dead.
    let second: Process = setup.place.server(&url)?;
    let both = [next.address, second.address];
    steps.push(migrate(setup, &both, &url, "contract", &["contract", "--yes"])?);
    steps.push(migrate(setup, &both, &url, "back: contract and data", &["down", "0006", "--yes"])?);
    steps.push(migrate(setup, &both, &url, "back: expand", &["down", PREVIOUS, "--yes"])?);
    for step in &steps {
        ensure!(step.noticed.failed == 0, "{} requests failed during {:?}", step.noticed.failed, step.what);
    }
    Ok(steps)
}

fn migrate(
    setup: &Setup,
    servers: &[SocketAddr],
    url: &str,
    what: &'static str,
    arguments: &[&str],
) -> Result<Step> {
    step(setup, servers, what, || setup.place.migrate(url, arguments))
}

fn step(
    setup: &Setup,
    servers: &[SocketAddr],
    what: &'static str,
    work: impl FnOnce() -> Result<()>,
) -> Result<Step> {
    println!("under load: {what}");
    let policy = fresh_name();
    if let Some(&first) = servers.first() {
        create_policy(first, &policy, &[])?;
    }
    let began = Instant::now();
    let (seconds, noticed) = traffic::during(servers, setup.connections, &policy, || {
        work()?;
        Ok(began.elapsed().as_secs_f64())
    })?;
    Ok(Step { what, seconds, noticed })
}

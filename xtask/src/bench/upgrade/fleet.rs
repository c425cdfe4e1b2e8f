//! Expand, data, contract, and back, with servers of both windows.

use std::thread;

use anyhow::Result;
use statehouse_tests::throwaway::Client;

use super::rules::DATABASE;
use super::traffic::{Step, Traffic};
use super::{IDLE, PREVIOUS, Setup};

/// Idle first; then every step. Servers are exchanged where it is their turn, and clients write and read all the time.
pub(super) fn measure(setup: &Setup, node: &Client) -> Result<Vec<Step>> {
    let url = node.url(DATABASE);
    println!("starting a server of each window");
    let previous = setup.place.server_knowing(&url, PREVIOUS)?;
    let next = setup.place.server(&url)?;
    let migrate = |arguments: &[&str]| setup.place.migrate(&url, arguments);
    let servers = [previous.address, next.address];
    Traffic::during(&servers, setup.connections, |traffic| {
        traffic.step(IDLE, || {
            thread::sleep(setup.idle);
            Ok(())
        })?;
        traffic.step("expand", || migrate(&["expand"]))?;
        traffic.step("data", || migrate(&["data"]))?;
        let second = traffic.step("a server of the next window in the place of the previous", || {
            let second = setup.place.server(&url)?;
            traffic.exchange(previous.address, second.address);
            previous.stop()?;
            Ok(second)
        })?;
        traffic.step("contract", || migrate(&["contract", "--yes"]))?;
        traffic.step("back: contract and data", || migrate(&["down", "0006", "--yes"]))?;
        let previous = traffic.step("a server of the previous window in the place of the next", || {
            let previous = setup.place.server_knowing(&url, PREVIOUS)?;
            traffic.exchange(second.address, previous.address);
            second.stop()?;
            Ok(previous)
        })?;
        traffic.step("back: expand", || migrate(&["down", PREVIOUS, "--yes"]))?;
        Ok(previous)
    })
}

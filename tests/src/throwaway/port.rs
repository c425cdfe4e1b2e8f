//! Ports that nobody listens on.

use super::{Error, Result};
use rand::Rng;
use std::io;
use std::net::{IpAddr, TcpListener};

/// Below the ports that the system gives to outgoing connections, which could take one between now and its use.
const RANGE: std::ops::Range<u16> = 15_000..32_000;

/// A port that is free on this address.
///
/// # Errors
/// When a thousand ports are taken, or the address is not of this machine.
pub fn free(address: IpAddr) -> Result<u16> {
    let mut last = io::Error::other("no port was tried");
    for _ in 0..1000 {
        let port = rand::rng().random_range(RANGE);
        match TcpListener::bind((address, port)) {
            Ok(_) => return Ok(port),
            Err(error) => last = error,
        }
    }
    Err(Error::machine(format!("a free port on {address}"))(last))
}

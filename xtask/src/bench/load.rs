//! Many connections, each of which sends its next request when the last was answered.

use std::net::SocketAddr;
use std::sync::Barrier;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};

use super::client::Client;

/// What a connection sends.
pub(super) trait Requests: Sync {
    /// Sends the next request of a connection and says whether it was answered as it should be.
    fn next(&self, client: &mut Client, connection: usize, request: u64) -> Result<bool>;
}

impl<F: Fn(&mut Client, usize, u64) -> Result<bool> + Sync> Requests for F {
    fn next(&self, client: &mut Client, connection: usize, request: u64) -> Result<bool> {
        self(client, connection, request)
    }
}

/// How many requests were answered per second over the period, by connections spread evenly over the servers. A wrong answer is an error: a fast server that refuses is
/// not fast.
pub(super) fn per_second(
    addresses: &[SocketAddr],
    connections: usize,
    period: Duration,
    requests: &impl Requests,
) -> Result<f64> {
    let start = Barrier::new(connections);
    let counts: Vec<Result<(u64, Duration)>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..connections)
            .zip(addresses.iter().cycle())
            .map(|(connection, &address)| {
                let start = &start;
                scope.spawn(move || {
                    let client = Client::connect(address);
                    start.wait();
                    repeat(&mut client?, connection, period, requests)
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|_| Err(anyhow!("a thread died"))))
            .collect()
    });
    let mut rate = 0.0;
    for count in counts {
        let (answered, elapsed) = count?;
        rate += as_number(answered)? / elapsed.as_secs_f64();
    }
    Ok(rate)
}

fn repeat(
    client: &mut Client,
    connection: usize,
    period: Duration,
    requests: &impl Requests,
) -> Result<(u64, Duration)> {
    let started = Instant::now();
    let mut answered = 0;
    while started.elapsed() < period {
        if !requests.next(client, connection, answered)? {
            bail!("a request was not answered as it should be");
        }
        answered += 1;
    }
    Ok((answered, started.elapsed()))
}

/// Microseconds that each of `count` requests took, one after the other on one connection.
pub(super) fn latencies(address: SocketAddr, count: u64, requests: &impl Requests) -> Result<Vec<f64>> {
    let mut client = Client::connect(address)?;
    (0..count)
        .map(|request| {
            let started = Instant::now();
            if !requests.next(&mut client, 0, request)? {
                bail!("a request was not answered as it should be");
            }
            Ok(started.elapsed().as_secs_f64() * 1e6)
        })
        .collect()
}

fn as_number(count: u64) -> Result<f64> {
    Ok(f64::from(u32::try_from(count).context("more requests than expected")?))
}

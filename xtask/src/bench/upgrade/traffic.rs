//! Clients that write and read, how long each request took, and how many failed.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use crate::bench::client::Client;
use crate::bench::figure::Figure;
use crate::bench::rule;

/// Between two requests of a connection: the servers are to be used, and not to be at their limit.
const PAUSE: Duration = Duration::from_millis(10);

/// What clients noticed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noticed {
    pub requests: usize,
    pub failed: usize,
    /// Milliseconds that 99 of 100 writes do not exceed.
    pub writes: f64,
    /// The same for reads.
    pub reads: f64,
}

#[derive(Default)]
struct Log {
    writes: Vec<f64>,
    reads: Vec<f64>,
    failed: usize,
}

/// Has so many connections, spread over the servers, write and read while something is done.
pub(super) fn during<R>(
    servers: &[SocketAddr],
    connections: usize,
    policy: &str,
    work: impl FnOnce() -> Result<R>,
) -> Result<(R, Noticed)> {
    let over = AtomicBool::new(false);
    let (done, logs) = thread::scope(|scope| {
        let over = &over;
        let clients = (0..connections).zip(servers.iter().cycle());
        let clients: Vec<_> = clients
            .map(|(connection, &server)| scope.spawn(move || ask(server, connection, policy, over)))
            .collect();
        let done = work();
        over.store(true, Ordering::SeqCst);
        let logs: Result<Vec<Log>> =
            clients.into_iter().map(|it| it.join().map_err(|_| anyhow!("a client died"))).collect();
        (done, logs)
    });
    let mut all = Log::default();
    for log in logs? {
        all.writes.extend(log.writes);
        all.reads.extend(log.reads);
        all.failed += log.failed;
    }
    let noticed = Noticed {
        requests: all.writes.len() + all.reads.len() + all.failed,
        failed: all.failed,
        writes: Figure::quantiles(&all.writes).1,
        reads: Figure::quantiles(&all.reads).1,
    };
    Ok((done?, noticed))
}

/// One connection: a write, a read, and again. A connection that is lost is a failed request, and is made anew.
fn ask(server: SocketAddr, connection: usize, policy: &str, over: &AtomicBool) -> Log {
    let mut log = Log::default();
    let mut client = None;
    let path = format!("/v1/policies/{policy}/rules");
    for number in 0_u64.. {
        if over.load(Ordering::SeqCst) {
            break;
        }
        let text = format!("w({}, {connection}, {number})", server.port());
        let write = timed(&mut client, server, |client| Ok(client.post(&path, &rule::body(&text))?.0 == 201));
        let read = timed(&mut client, server, |client| Ok(client.get("/v1/policies/action")?.0 == 200));
        for (took, times) in [(write, &mut log.writes), (read, &mut log.reads)] {
            match took {
                Some(milliseconds) => times.push(milliseconds),
                None => log.failed += 1,
            }
        }
        thread::sleep(PAUSE);
    }
    log
}

/// Milliseconds that a request took; none if it failed.
fn timed(
    client: &mut Option<Client>,
    server: SocketAddr,
    request: impl FnOnce(&mut Client) -> Result<bool>,
) -> Option<f64> {
    if client.is_none() {
        *client = Client::connect(server).ok();
    }
    let began = Instant::now();
    let answered = client.as_mut().map(request);
    if let Some(Ok(true)) = answered {
        return Some(began.elapsed().as_secs_f64() * 1e3);
    }
    *client = None;
    None
}

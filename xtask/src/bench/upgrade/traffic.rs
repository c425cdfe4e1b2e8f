//! Clients that write and read from the beginning to the end, how long each request took, and how many failed.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Error, Result, anyhow, ensure};

use crate::bench::client::Client;
use crate::bench::figure::Figure;
use crate::bench::rule;

/// Between two requests of a connection: the servers are to be used, and not to be at their limit.
const PAUSE: Duration = Duration::from_millis(10);
/// Longer than any request may take that a server is still to answer when its clients were sent elsewhere.
const IN_FLIGHT: Duration = Duration::from_secs(1);
/// How long each step is measured at least: of fewer requests than that, one of a hundred would be any.
const LEAST: Duration = Duration::from_secs(5);

/// So many requests that failed are told of.
const TOLD: usize = 20;

/// Something that was done under load.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub what: &'static str,
    /// How long it took.
    pub seconds: f64,
    pub noticed: Noticed,
}

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

/// What became of a request, and during which step it was sent.
#[derive(Clone, Copy, Debug)]
struct Request {
    step: usize,
    writes: bool,
    /// None if it failed.
    milliseconds: Option<f64>,
}

/// The clients, while they go on.
#[derive(Debug)]
pub(super) struct Traffic {
    policy: String,
    over: AtomicBool,
    step: AtomicUsize,
    /// Where each connection leads to.
    servers: Mutex<Vec<SocketAddr>>,
    steps: Mutex<Vec<(&'static str, Duration)>>,
    /// How many requests have failed, of which the first were told.
    failures: AtomicUsize,
}

impl Traffic {
    /// Has so many connections, spread over the servers, write and read while steps are made; what was noticed of each. An error if
    /// any request failed. What the work answers lives until the clients have ended: servers, for one.
    pub fn during<R>(
        servers: &[SocketAddr],
        connections: usize,
        work: impl FnOnce(&Self) -> Result<R>,
    ) -> Result<Vec<Step>> {
        let policy = rule::fresh_name();
        if let Some(&first) = servers.first() {
            rule::create_policy(first, &policy, &[])?;
        }
        let traffic = Self {
            policy,
            over: AtomicBool::new(false),
            step: AtomicUsize::new(0),
            servers: Mutex::new(servers.iter().copied().cycle().take(connections).collect()),
            steps: Mutex::default(),
            failures: AtomicUsize::new(0),
        };
        let (done, requests) = thread::scope(|scope| {
            let traffic = &traffic;
            let clients: Vec<_> =
                (0..connections).map(|connection| scope.spawn(move || traffic.ask(connection))).collect();
            let done = work(traffic);
            traffic.over.store(true, Ordering::SeqCst);
            let requests: Result<Vec<Vec<Request>>> =
                clients.into_iter().map(|it| it.join().map_err(|_| anyhow!("a client died"))).collect();
            (done, requests)
        });
        let _outlives_the_clients = done?;
        let requests: Vec<Request> = requests?.into_iter().flatten().collect();
        let failed = traffic.failures.load(Ordering::SeqCst);
        ensure!(failed == 0, "{failed} of {} requests failed; the first are told above", requests.len());
        let steps = lock(&traffic.steps).clone().into_iter().enumerate();
        Ok(steps
            .map(|(step, (what, took))| Step {
                what,
                seconds: took.as_secs_f64(),
                noticed: Noticed::of(&requests, step),
            })
            .collect())
    }

    /// Does something, and measures what is noticed meanwhile and until five seconds are over.
    pub fn step<R>(&self, what: &'static str, work: impl FnOnce() -> Result<R>) -> Result<R> {
        let began = Instant::now();
        println!("under load: {what}");
        let done = work()?;
        let took = began.elapsed();
        println!("under load: {what}: {:.1} s", took.as_secs_f64());
        thread::sleep(LEAST.saturating_sub(took));
        lock(&self.steps).push((what, took));
        self.step.fetch_add(1, Ordering::SeqCst);
        Ok(done)
    }

    /// Sends the clients of one server to another one, and returns when the old one has answered them all.
    pub fn exchange(&self, old: SocketAddr, new: SocketAddr) {
        for server in lock(&self.servers).iter_mut().filter(|server| **server == old) {
            *server = new;
        }
        thread::sleep(IN_FLIGHT);
    }

    fn tell(&self, what: &str, error: &Error) {
        if self.failures.fetch_add(1, Ordering::SeqCst) < TOLD {
            eprintln!("under load: a {what} failed: {error:#}");
        }
    }

    /// One connection: a write, a read, and again. A connection that is lost is a failed request, and is made anew.
    fn ask(&self, connection: usize) -> Vec<Request> {
        let mut requests = Vec::new();
        let mut client: Option<(SocketAddr, Client)> = None;
        let path = format!("/v1/policies/{}/rules", self.policy);
        for number in 0_u64.. {
            if self.over.load(Ordering::SeqCst) {
                break;
            }
            let server = lock(&self.servers).get(connection).copied();
            let Some(server) = server else { break };
            if client.as_ref().is_none_or(|(address, _)| *address != server) {
                client = Client::connect(server).ok().map(|client| (server, client));
            }
            let step = self.step.load(Ordering::SeqCst);
            let rule = rule::body(&format!("w({connection}, {number})"));
            let write = timed(&mut client, |client| answered(client.post(&path, &rule)?, 201));
            let read = timed(&mut client, |client| answered(client.get("/v1/policies/action")?, 200));
            for (writes, outcome) in [(true, write), (false, read)] {
                if let Err(error) = &outcome {
                    self.tell(if writes { "write" } else { "read" }, error);
                }
                requests.push(Request { step, writes, milliseconds: outcome.ok() });
            }
            thread::sleep(PAUSE);
        }
        requests
    }
}

impl Noticed {
    /// Of all requests, those that were sent during this step.
    fn of(requests: &[Request], step: usize) -> Self {
        let during = || requests.iter().filter(|request| request.step == step);
        let slowest = |writes: bool| {
            let these = during().filter(|request| request.writes == writes);
            Figure::quantiles(&these.filter_map(|request| request.milliseconds).collect::<Vec<_>>()).1
        };
        Self {
            requests: during().count(),
            failed: during().filter(|request| request.milliseconds.is_none()).count(),
            writes: slowest(true),
            reads: slowest(false),
        }
    }
}

fn lock<T>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    it.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An error for any other status than this one.
fn answered((status, body): (u16, &[u8]), wanted: u16) -> Result<()> {
    ensure!(status == wanted, "{status} {}", String::from_utf8_lossy(body));
    Ok(())
}

/// Milliseconds that a request took. The connection is given up if it failed.
fn timed(
    client: &mut Option<(SocketAddr, Client)>,
    request: impl FnOnce(&mut Client) -> Result<()>,
) -> Result<f64> {
    let began = Instant::now();
    let outcome = match client {
        Some((_, client)) => request(client),
        None => Err(anyhow!("no connection")),
    };
    if outcome.is_err() {
        *client = None;
    }
    outcome.map(|()| began.elapsed().as_secs_f64() * 1e3)
}

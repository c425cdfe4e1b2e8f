//! One writer on each server, and when it was answered.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use crate::bench::client::Client;
use crate::bench::process::Process;
use crate::bench::rule::{self, create_policy, fresh_name};

/// How long to wait before the next attempt.
const PAUSE: Duration = Duration::from_millis(5);
/// How long writes may be missed at all.
const PATIENCE: Duration = Duration::from_mins(1);

/// When the last acknowledged request to a server was sent, and when its answer came.
type Last = Mutex<Option<(Instant, Instant)>>;

/// Writes through all servers at once, has the database server lost meanwhile, and returns the seconds from the moment that
/// `lose` names until each of the servers acknowledged a write that was sent after it.
pub(super) fn missed(servers: &[Process], lose: impl FnOnce() -> Result<Instant>) -> Result<Vec<f64>> {
    let policy = fresh_name();
    let first = servers.first().map(|server| server.address);
    if let Some(first) = first {
        create_policy(first, &policy, &[])?;
    }
    let over = AtomicBool::new(false);
    let last: Vec<Last> = servers.iter().map(|_| Mutex::default()).collect();
    thread::scope(|scope| {
        for (server, last) in servers.iter().zip(&last) {
            let (policy, over) = (&policy, &over);
            scope.spawn(move || write_until(over, server.address, policy, last));
        }
        let began = Instant::now();
        let times = wait_for_all(&last, began).and_then(|_| {
            let moment = lose()?;
            wait_for_all(&last, moment)
        });
        over.store(true, Ordering::SeqCst);
        times
    })
}

/// The seconds from that moment until each server acknowledged a write that was sent after it.
fn wait_for_all(all: &[Last], moment: Instant) -> Result<Vec<f64>> {
    let mut seconds = vec![None; all.len()];
    while seconds.iter().any(Option::is_none) {
        for (last, seconds) in all.iter().zip(&mut seconds) {
            let last = *last.lock().unwrap_or_else(PoisonError::into_inner);
            if let (None, Some((sent, answered))) = (*seconds, last)
                && sent > moment
            {
                *seconds = Some(answered.duration_since(moment).as_secs_f64());
            }
        }
        ensure!(moment.elapsed() < PATIENCE, "not every server acknowledged a write within {PATIENCE:?}");
        thread::sleep(Duration::from_millis(1));
    }
    Ok(seconds.into_iter().flatten().collect())
}

fn write_until(over: &AtomicBool, address: SocketAddr, policy: &str, last: &Last) {
    let path = format!("/v1/policies/{policy}/rules");
    let place = address.port();
    let mut client = None;
    for number in 0.. {
        if over.load(Ordering::SeqCst) {
            return;
        }
        let sent = Instant::now();
        let body = rule::body(&format!("q({place}, {number})"));
        let answered = connected(&mut client, address).and_then(|client| Ok(client.post(&path, &body)?.0));
        match answered {
            Ok(201) => {
                let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
                // The first after the loss counts; those behind it come milliseconds later.
                *last = Some((sent, Instant::now()));
            }
            Ok(_) => {}
            Err(_) => client = None,
        }
        // Slow enough that whoever waits sees each of them.
        thread::sleep(PAUSE);
    }
}

fn connected(client: &mut Option<Client>, address: SocketAddr) -> Result<&mut Client> {
    match client {
        Some(client) => Ok(client),
        empty => Ok(empty.insert(Client::connect(address)?)),
    }
}

//! How soon a server shows what another has acknowledged, although nobody asks it to look.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use statehouse_tests::throwaway::Run;

use super::Setup;
use crate::bench::client::Client;
use crate::bench::figure::Figure;
use crate::bench::rule::{self, create_policy, fresh_name};

/// How long a write may take to show at all.
const PATIENCE: Duration = Duration::from_secs(10);
/// Pauses between writes, in milliseconds: none of them in step with the interval at which servers look.
const PAUSES: [u64; 5] = [3, 11, 7, 17, 13];

/// Milliseconds from an acknowledgement to the first answer that shows the write.
#[derive(Debug)]
pub(super) struct Arrival {
    pub median: Figure,
    /// Of a hundred writes, one takes longer.
    pub slowest_hundredth: Figure,
}

/// Two servers, on two nodes where there are several. One client writes on the first and then reads what the second knows
/// until it shows the write: such a read asks nobody, least of all the database.
pub(super) fn measure(setup: &Setup, run: &Run) -> Result<Arrival> {
    let nodes = run.clients();
    let (Some(first), Some(last)) = (nodes.first(), nodes.last()) else {
        anyhow::bail!("a server without a node")
    };
    let database = "statehouse_arrival";
    setup.place.database_on(first, database)?;
    let writing = setup.place.server(&first.url(database))?;
    let reading = setup.place.server(&last.url(database))?;
    let mut figures = (Vec::new(), Vec::new());
    for _ in 0..setup.repetitions {
        let policy = fresh_name();
        create_policy(writing.address, &policy, &[])?;
        let mut clients = (Client::connect(writing.address)?, Client::connect(reading.address)?);
        let times: Result<Vec<f64>> =
            (0..setup.writes).map(|number| one(&mut clients.0, &mut clients.1, &policy, number)).collect();
        let times = Figure::quantiles(&times?);
        figures.0.push(times.0);
        figures.1.push(times.1);
    }
    Ok(Arrival { median: Figure::of(&figures.0), slowest_hundredth: Figure::of(&figures.1) })
}

/// Milliseconds that one write took to show.
fn one(writing: &mut Client, reading: &mut Client, policy: &str, number: usize) -> Result<f64> {
    let pause = PAUSES.get(number % PAUSES.len()).copied().unwrap_or_default();
    std::thread::sleep(Duration::from_millis(pause));
    let body = rule::body(&format!("q({number})"));
    let (status, _) = writing.post(&format!("/v1/policies/{policy}/rules"), &body)?;
    let acknowledged = Instant::now();
    ensure!(status == 201, "a rule was answered {status}");
    loop {
        let (status, _) = reading.get_eventual("/v1/policies/action")?;
        ensure!(status == 200, "a policy was answered {status}");
        let passed = acknowledged.elapsed();
        if reading.revision() >= writing.revision() {
            return Ok(passed.as_secs_f64() * 1e3);
        }
        ensure!(passed < PATIENCE, "a write does not show on the other server after {PATIENCE:?}");
    }
}

//! What is measured.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::Setup;
use crate::bench::client::Client;
use crate::bench::figure::Figure;
use crate::bench::load;
use crate::bench::process::Process;
use crate::bench::rule::{self, create_policy, fresh_name};

/// How many rules one request brings when a rule base is filled.
const RULES_PER_POLICY: usize = 1_000;
/// How many requests a latency is the median of.
const LATENCY_REQUESTS: u64 = 300;

/// Statehouse, and what it is compared to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Comparison {
    pub connections: usize,
    pub statehouse: Figure,
    pub baseline: Figure,
    /// Statehouse by the baseline.
    pub ratio: Figure,
}

/// The same at a small and a large rule base.
#[derive(Clone, Copy, Debug)]
pub(super) struct Growth {
    pub small: Figure,
    pub large: Figure,
    /// Large by small.
    pub ratio: Figure,
}

/// Everything that was measured.
#[derive(Debug)]
pub(super) struct Results {
    /// Durable rule creations per second, against one transaction per request.
    pub writes: Vec<Comparison>,
    /// Reads of a policy per second, against a bare handler.
    pub reads: Vec<Comparison>,
    /// Seconds from the start of the process until it serves the large rule base.
    pub opening: Figure,
    /// Microseconds to refuse a rule that closes a cycle: all of the checking and none of the writing.
    pub refused: Growth,
    /// Microseconds to accept a rule, durably.
    pub accepted: Growth,
}

pub(super) fn everything(setup: &Setup) -> Result<Results> {
    let mut results = Results {
        writes: Vec::new(),
        reads: Vec::new(),
        opening: Figure::of(&[]),
        refused: Growth { small: Figure::of(&[]), large: Figure::of(&[]), ratio: Figure::of(&[]) },
        accepted: Growth { small: Figure::of(&[]), large: Figure::of(&[]), ratio: Figure::of(&[]) },
    };
    for connections in [1, 64] {
        println!("rule creation, {connections} connections");
        results.writes.push(writes(setup, connections)?);
    }
    for connections in [1, 64] {
        println!("GET of a policy, {connections} connections");
        results.reads.push(reads(setup, connections)?);
    }
    println!("a rule base of {} rules", setup.rules);
    let small = rule_base(setup, "small", 1_000)?;
    let large = rule_base(setup, "large", setup.rules)?;
    results.opening = opening(setup, &large)?;
    (results.refused, results.accepted) = growth(setup, &small, &large)?;
    Ok(results)
}

fn statehouse(setup: &Setup, folder: &Path) -> Result<Process> {
    Process::start(&setup.place.program("statehouse"), folder, &["serve", "--database", "sqlite:bench.db"])
}

/// Creates rules until the period is over, in turn with the baseline.
fn writes(setup: &Setup, connections: usize) -> Result<Comparison> {
    let ours = statehouse(setup, &setup.place.folder(&format!("writes-{connections}"))?)?;
    let theirs = Process::start(
        &setup.place.program("examples/one_transaction_per_request"),
        &setup.place.folder(&format!("writes-{connections}-baseline"))?,
        &["--database", "sqlite:bench.db"],
    )?;
    compare(setup, connections, &ours, &theirs, |address| {
        let policy = fresh_name();
        create_policy(address, &policy, &[])?;
        let path = format!("/v1/policies/{policy}/rules");
        load::per_second(
            &[address],
            connections,
            setup.period,
            &|client: &mut Client, connection, request| {
                Ok(client.post(&path, &rule::body(&format!("q({connection}, {request})")))?.0 == 201)
            },
        )
    })
}

/// Reads a policy until the period is over, in turn with a handler that answers the same bytes out of memory.
fn reads(setup: &Setup, connections: usize) -> Result<Comparison> {
    let folder = setup.place.folder(&format!("reads-{connections}"))?;
    let ours = statehouse(setup, &folder)?;
    let name = fresh_name();
    create_policy(ours.address, &name, &[])?;
    let path = format!("/v1/policies/{name}");
    let body = Client::connect(ours.address)?.get(&path)?.1.to_vec();
    fs::write(folder.join("answer.json"), &body)?;
    let theirs =
        Process::start(&setup.place.program("examples/bare_handler"), &folder, &["--answer", "answer.json"])?;
    compare(setup, connections, &ours, &theirs, |address| {
        load::per_second(&[address], connections, setup.period, &|client: &mut Client, _, _| {
            let (status, answer) = client.get(&path)?;
            Ok(status == 200 && answer == body)
        })
    })
}

fn compare(
    setup: &Setup,
    connections: usize,
    ours: &Process,
    theirs: &Process,
    measure: impl Fn(SocketAddr) -> Result<f64>,
) -> Result<Comparison> {
    let (mut statehouse, mut baseline) = (Vec::new(), Vec::new());
    for _ in 0..setup.repetitions {
        statehouse.push(measure(ours.address)?);
        baseline.push(measure(theirs.address)?);
    }
    Ok(Comparison {
        connections,
        statehouse: Figure::of(&statehouse),
        baseline: Figure::of(&baseline),
        ratio: Figure::ratio(&statehouse, &baseline),
    })
}

/// A database with that many rules, in policies of [`RULES_PER_POLICY`].
fn rule_base(setup: &Setup, name: &str, rules: usize) -> Result<PathBuf> {
    let folder = setup.place.folder(name)?;
    let server = statehouse(setup, &folder)?;
    for first in (0..rules).step_by(RULES_PER_POLICY) {
        let texts: Vec<String> = (first..rules.min(first + RULES_PER_POLICY))
            .map(|number| format!("p{}(x, y) :- q{}(x, z), r(z, y), not s(x)", number % 97, number))
            .collect();
        create_policy(server.address, &format!("base_{first}"), &texts)?;
    }
    Ok(folder)
}

fn opening(setup: &Setup, large: &Path) -> Result<Figure> {
    let seconds: Result<Vec<f64>> =
        (0..setup.repetitions).map(|_| Ok(statehouse(setup, large)?.ready_after.as_secs_f64())).collect();
    Ok(Figure::of(&seconds?))
}

fn growth(setup: &Setup, small: &Path, large: &Path) -> Result<(Growth, Growth)> {
    let small = statehouse(setup, small)?;
    let large = statehouse(setup, large)?;
    let mut refused = (Vec::new(), Vec::new());
    let mut accepted = (Vec::new(), Vec::new());
    for _ in 0..setup.repetitions {
        refused.0.push(refusing(small.address)?);
        refused.1.push(refusing(large.address)?);
        accepted.0.push(accepting(small.address)?);
        accepted.1.push(accepting(large.address)?);
    }
    let growth = |(small, large): (Vec<f64>, Vec<f64>)| Growth {
        small: Figure::of(&small),
        large: Figure::of(&large),
        ratio: Figure::ratio(&large, &small),
    };
    Ok((growth(refused), growth(accepted)))
}

/// The median time to refuse a rule that closes a cycle through two tables.
fn refusing(address: SocketAddr) -> Result<f64> {
    let policy = fresh_name();
    create_policy(address, &policy, &["a(x) :- b(x)".to_owned()])?;
    let path = format!("/v1/policies/{policy}/rules");
    let times = load::latencies(address, LATENCY_REQUESTS, &|client: &mut Client, _, _| {
        Ok(client.post(&path, &rule::body("b(x) :- a(x)"))?.0 == 400)
    })?;
    Ok(Figure::of(&times).median)
}

/// The median time to accept a rule.
fn accepting(address: SocketAddr) -> Result<f64> {
    let policy = fresh_name();
    create_policy(address, &policy, &[])?;
    let path = format!("/v1/policies/{policy}/rules");
    let times = load::latencies(address, LATENCY_REQUESTS, &|client: &mut Client, _, request| {
        Ok(client.post(&path, &rule::body(&format!("a{request}(x) :- b(x), not c{request}(x)")))?.0 == 201)
    })?;
    Ok(Figure::of(&times).median)
}

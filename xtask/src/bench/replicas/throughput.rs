//! Durable writes per second of several servers on one PostgreSQL, by `pgbench`.

use anyhow::{Result, ensure};
use statehouse_tests::throwaway::Postgres;

use super::Setup;
use super::pgbench::Pgbench;
use crate::bench::client::Client;
use crate::bench::figure::Figure;
use crate::bench::load;
use crate::bench::process::Process;
use crate::bench::rule::{self, create_policy, fresh_name};

/// So many servers.
const SERVERS: [usize; 3] = [1, 2, 4];

/// Rule creations per second through so many servers, and what `pgbench` reached beside them.
#[derive(Debug)]
pub(super) struct Rate {
    pub servers: usize,
    pub statehouse: Figure,
    pub pgbench: Figure,
    /// Statehouse by pgbench.
    pub ratio: Figure,
}

pub(super) fn measure(setup: &Setup, postgres: &Postgres) -> Result<Vec<Rate>> {
    let pgbench = Pgbench::prepare(setup, postgres)?;
    SERVERS.into_iter().map(|servers| of(setup, postgres, &pgbench, servers)).collect()
}

fn of(setup: &Setup, postgres: &Postgres, pgbench: &Pgbench, count: usize) -> Result<Rate> {
    println!(
        "rule creation through {count} servers, {} connections, in turn with pgbench",
        setup.connections
    );
    let database = format!("statehouse_rate_{count}");
    setup.place.database_on(&postgres.client(), &database)?;
    let url = postgres.client().url(&database);
    let (mut statehouse, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..setup.repetitions {
        // Started anew each time, so that none is there while pgbench works.
        let servers: Result<Vec<Process>> = (0..count).map(|_| setup.place.server(&url)).collect();
        statehouse.push(writes(setup, &servers?)?);
        theirs.push(pgbench.per_second(setup)?);
    }
    Ok(Rate {
        servers: count,
        ratio: Figure::ratio(&statehouse, &theirs),
        statehouse: Figure::of(&statehouse),
        pgbench: Figure::of(&theirs),
    })
}

fn writes(setup: &Setup, servers: &[Process]) -> Result<f64> {
    let addresses: Vec<_> = servers.iter().map(|server| server.address).collect();
    let policy = fresh_name();
    ensure!(!addresses.is_empty(), "there is a server at least");
    create_policy(addresses[0], &policy, &[])?;
    let path = format!("/v1/policies/{policy}/rules");
    load::per_second(
        &addresses,
        setup.connections,
        setup.period,
        &|client: &mut Client, connection, request| {
            Ok(client.post(&path, &rule::body(&format!("q({connection}, {request})")))?.0 == 201)
        },
    )
}

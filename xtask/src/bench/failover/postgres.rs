//! A primary that is killed, and its synchronous standby promoted at once.

use std::time::Instant;

use anyhow::{Context, Result};
use statehouse_tests::throwaway::{Client, Engine, Postgres};

use super::writing::missed;
use super::{Missed, Setup};
use crate::bench::figure::Figure;
use crate::bench::process::Process;

const SERVERS: usize = 2;
const DATABASE: &str = "statehouse_failover";

/// How long writes are missed, and how long the promotion takes: a new pair each time.
pub(super) fn measure(setup: &Setup) -> Result<(Missed, Figure)> {
    let (mut all, mut promotions) = (Vec::new(), Vec::new());
    for _ in 0..setup.repetitions {
        let (servers, promotion) = once(setup)?;
        println!("  writes missed for {servers:.2?} s, of which the promotion took {promotion:.2} s");
        all.push(servers);
        promotions.push(promotion);
    }
    Ok((Missed::of(&all), Figure::of(&promotions)))
}

fn once(setup: &Setup) -> Result<(Vec<f64>, f64)> {
    let mut primary = Postgres::fresh()?;
    let standby = primary.standby()?;
    setup.place.database_on(&primary.client(), DATABASE)?;
    let both = [&primary, &standby].map(|node| node.client().address());
    let url = Client::url_of_all(Engine::Postgres, &both, DATABASE);
    let servers: Result<Vec<Process>> = (0..SERVERS).map(|_| setup.place.server(&url)).collect();
    let mut promotion = None;
    let seconds = missed(&servers?, || {
        let killed = Instant::now();
        primary.process().kill()?;
        let gone = Instant::now();
        standby.promote()?;
        promotion = Some(gone.elapsed().as_secs_f64());
        Ok(killed)
    })?;
    Ok((seconds, promotion.context("the standby was promoted")?))
}

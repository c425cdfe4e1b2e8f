//! The data migration by one UPDATE of the same rows, while nobody else works on the database.

use std::time::Instant;

use anyhow::Result;
use statehouse_tests::throwaway::{Client, Engine};

use super::rules::DATABASE;
use super::{PREVIOUS, Setup};
use crate::bench::figure::Figure;

const COPY: &str = "statehouse_upgrade_copy";
/// A copy that is expanded.
const EXPANDED: &str = "statehouse_upgrade_expanded";

/// Rows per second of the data migration at full pace, of the UPDATE, and the one by the other.
pub(super) fn measure(setup: &Setup, node: &Client) -> Result<[Figure; 3]> {
    let update = update(node.engine());
    let (mut batches, mut at_once) = (Vec::new(), Vec::new());
    if node.engine() == Engine::Postgres {
        node.copy_database(DATABASE, EXPANDED)?;
        setup.place.migrate(&node.url(EXPANDED), &["expand"])?;
    }
    for repetition in 1..=setup.repetitions {
        let moved =
            timed(setup, node, |name| setup.place.migrate(&node.url(name), &["data", "--pace", "100%"]))?;
        let updated = timed(setup, node, |name| Ok(node.query(name, update).map(drop)?))?;
        println!(
            "{repetition} of {}: {moved:.0} rows per second in batches, {updated:.0} in one UPDATE",
            setup.repetitions
        );
        batches.push(moved);
        at_once.push(updated);
    }
    node.drop_database(EXPANDED)?;
    Ok([Figure::of(&batches), Figure::of(&at_once), Figure::ratio(&batches, &at_once)])
}

/// What the data migration comes to for these rules.
fn update(engine: Engine) -> &'static str {
    match engine {
        Engine::Postgres => "UPDATE rules SET head_table = split_part(identity, '(', 1)",
        Engine::Mysql | Engine::Galera => "UPDATE rules SET head_table = SUBSTRING_INDEX(identity, '(', 1)",
    }
}

/// Rows per second, on a database that is expanded and has no row moved yet.
fn timed(setup: &Setup, node: &Client, work: impl FnOnce(&str) -> Result<()>) -> Result<f64> {
    let name = if node.engine() == Engine::Postgres {
        node.drop_database(COPY)?;
        node.copy_database(EXPANDED, COPY)?;
        // What was copied is on the disk, and neither of the two waits for it.
        node.query(COPY, "VACUUM ANALYZE rules; ")?;
        node.query(COPY, "CHECKPOINT")?;
        COPY
    } else {
        setup.place.migrate(&node.url(DATABASE), &["expand"])?;
        DATABASE
    };
    let began = Instant::now();
    work(name)?;
    let seconds = began.elapsed().as_secs_f64();
    match node.engine() {
        Engine::Postgres => node.drop_database(COPY)?,
        Engine::Mysql | Engine::Galera => {
            setup.place.migrate(&node.url(DATABASE), &["down", PREVIOUS, "--yes"])?;
        }
    }
    Ok(f64::from(setup.rules) / seconds)
}

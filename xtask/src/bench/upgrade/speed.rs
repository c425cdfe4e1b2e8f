//! The data migration by one UPDATE of the same rows, each on a copy of the database on which nobody else works.

use std::time::Instant;

use anyhow::Result;
use statehouse_tests::throwaway::Client;

use super::Setup;
use super::rules::DATABASE;
use crate::bench::figure::Figure;

const COPY: &str = "statehouse_upgrade_copy";
/// What the data migration comes to for these rules.
const UPDATE: &str = "SET statement_timeout = 0; UPDATE rules SET head_table = split_part(identity, '(', 1)";

/// Rows per second of the data migration at full pace, of the UPDATE, and the one by the other.
pub(super) fn measure(setup: &Setup, node: &Client) -> Result<[Figure; 3]> {
    let (mut batches, mut update) = (Vec::new(), Vec::new());
    for repetition in 1..=setup.repetitions {
        println!("rows per second, {repetition} of {}", setup.repetitions);
        batches
            .push(timed(setup, node, || setup.place.migrate(&node.url(COPY), &["data", "--pace", "100%"]))?);
        update.push(timed(setup, node, || {
            node.query(COPY, UPDATE)?;
            Ok(())
        })?);
    }
    Ok([Figure::of(&batches), Figure::of(&update), Figure::ratio(&batches, &update)])
}

fn timed(setup: &Setup, node: &Client, work: impl FnOnce() -> Result<()>) -> Result<f64> {
    node.drop_database(COPY)?;
    node.copy_database(DATABASE, COPY)?;
    setup.place.migrate(&node.url(COPY), &["expand"])?;
    node.query(COPY, "CHECKPOINT")?;
    let began = Instant::now();
    work()?;
    let seconds = began.elapsed().as_secs_f64();
    node.drop_database(COPY)?;
    Ok(f64::from(setup.rules) / seconds)
}

//! The section of docs/benchmarks.md.

use super::fleet::Step;
use super::{Results, Setup};
use crate::bench::page::{plain, processors, ratio, table, thousands};

pub(super) fn section(setup: &Setup, results: &Results) -> String {
    let idle = results.steps.first();
    let steps: Vec<[String; 6]> = results.steps.iter().map(|step| row(step, idle)).collect();
    let [batches, update, by] = results.speed;
    let speed = [[
        format!("{} rows per s", plain(batches, 0)),
        format!("{} rows per s", plain(update, 0)),
        ratio(by),
    ]];
    [
        "### What clients notice\n\n",
        &table(
            ["under load", "took", "requests", "failed", "99 of 100 writes within", "99 of 100 reads within"],
            &steps,
        ),
        "\n### How fast rows are moved\n\n",
        &table(["in batches", "one UPDATE", "batches by UPDATE"], &speed),
        "\n### How they were taken\n\n",
        &conditions(setup),
    ]
    .concat()
}

fn row(step: &Step, idle: Option<&Step>) -> [String; 6] {
    let by = |value: f64, idle: Option<f64>| match idle {
        Some(idle) => format!("{value:.1} ms (**{:.2}** of idle)", value / idle),
        None => format!("{value:.1} ms"),
    };
    let noticed = step.noticed;
    [
        step.what.to_owned(),
        format!("{:.1} s", step.seconds),
        thousands(noticed.requests),
        noticed.failed.to_string(),
        by(noticed.writes, idle.map(|idle| idle.noticed.writes)),
        by(noticed.reads, idle.map(|idle| idle.noticed.reads)),
    ]
}

fn conditions(setup: &Setup) -> String {
    format!(
        "* {processors}; {rules} rules on PostgreSQL as it comes, with `fsync` on; release build; all on this one machine.\n\
         * Two servers, one of the previous window and one of this, until the contract; then two of this. {connections} connections each\n\
         \x20 write a rule, read a policy and pause for 10 ms. `nothing` is the same load for {idle:?} while nothing is migrated. Time\n\
         \x20 includes waiting until a server that was killed may be taken for dead.\n\
         * Rows are moved on a copy of the database without load, at full pace (`--pace 100%`), in turn with one UPDATE that comes to\n\
         \x20 the same; {repetitions} repetitions. Starting the program and connecting are part of the time.\n",
        processors = processors(),
        rules = thousands(usize::try_from(setup.rules).unwrap_or_default()),
        connections = setup.connections,
        idle = setup.idle,
        repetitions = setup.repetitions,
    )
}

//! The section of docs/benchmarks.md.

use super::traffic::Step;
use super::{Results, Setup};
use crate::bench::page::{plain, processors, ratio, table, thousands};

pub(super) fn section(setup: &Setup, results: &[Results]) -> String {
    let speed: Vec<[String; 4]> = results.iter().map(speed).collect();
    let noticed = results.iter().map(noticed).collect::<String>();
    [
        "### How fast rows are moved\n\n",
        &table(["database", "in batches", "one UPDATE", "batches by UPDATE"], &speed),
        &noticed,
        "\n### How they were taken\n\n",
        &conditions(setup),
    ]
    .concat()
}

fn speed(results: &Results) -> [String; 4] {
    let [batches, update, by] = results.speed;
    let rows = |figure| format!("{} rows per s", plain(figure, 0));
    [results.database.to_owned(), rows(batches), rows(update), ratio(by)]
}

fn noticed(results: &Results) -> String {
    let idle = results.steps.first();
    let rows: Vec<[String; 6]> = results.steps.iter().map(|step| row(step, idle)).collect();
    let titles =
        ["under load", "took", "requests", "failed", "99 of 100 writes within", "99 of 100 reads within"];
    format!("\n### What clients notice on {}\n\n{}", results.database, table(titles, &rows))
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
        "* {processors}; {rules} rules; PostgreSQL and MariaDB as they come, each write flushed to the disk; release build; all on\n\
         \x20 this one machine.\n\
         * Two servers, one of the previous window and one of this, until the contract; then two of this, and in the end again one of\n\
         \x20 each. {connections} connections, half of them with each server, write a rule, read a policy and pause for 10 ms, from the\n\
         \x20 beginning to the end. `nothing` is the same load while nothing is migrated, for {idle:?}; each other step was measured for\n\
         \x20 five seconds at least. A server that starts reads all rules, and does so on the same processors.\n\
         * Under load data is moved at the pace that it has by default, which is half of the time.\n\
         * How fast rows are moved was measured at full pace (`--pace 100%`) and without load, in turn with one UPDATE that comes to the\n\
         \x20 same, {repetitions} times, each on rows that nobody had moved before. Starting the program and connecting are part of the\n\
         \x20 time.\n",
        processors = processors(),
        rules = thousands(usize::try_from(setup.rules).unwrap_or_default()),
        connections = setup.connections,
        idle = setup.idle,
        repetitions = setup.repetitions,
    )
}

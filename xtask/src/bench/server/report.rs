//! The section of docs/benchmarks.md.

use super::Setup;
use super::measure::{Comparison, Growth, Results};
use crate::bench::page::{plain, processors, ratio, table, thousands};

pub(super) fn section(setup: &Setup, results: &Results) -> String {
    let ratios = table(["what", "ratio"], &ratios(setup, results));
    let figures = table(["what", "Statehouse", "compared to"], &figures(setup, results));
    [
        "### Ratios\n\n",
        &ratios,
        "\n### Figures\n\n",
        &figures,
        "\n### How they were taken\n\n",
        &conditions(setup),
    ]
    .concat()
}

fn ratios(setup: &Setup, results: &Results) -> Vec<[String; 2]> {
    let writes = results.writes.iter().map(|comparison| {
        let what = "durable rule creations per second, Statehouse by one transaction per request";
        [format!("{what}, {}", connections(comparison)), ratio(comparison.ratio)]
    });
    let reads = results.reads.iter().map(|comparison| {
        let what = "`GET` of a policy per second, Statehouse by a bare handler";
        [format!("{what}, {}", connections(comparison)), ratio(comparison.ratio)]
    });
    let growth = [("refusing", &results.refused), ("accepting", &results.accepted)].map(|(verb, growth)| {
        let what = format!("time for {verb} a rule, at {} rules by at 1,000 rules", thousands(setup.rules));
        [what, ratio(growth.ratio)]
    });
    writes.chain(reads).chain(growth).collect()
}

fn figures(setup: &Setup, results: &Results) -> Vec<[String; 3]> {
    let writes = results
        .writes
        .iter()
        .map(|comparison| rates("durable rule creations", "one transaction per request", comparison));
    let reads =
        results.reads.iter().map(|comparison| rates("`GET /v1/policies/<name>`", "bare handler", comparison));
    let opening = [
        format!("opening {} rules, from the start of the process to ready", thousands(setup.rules)),
        format!("{} s", plain(results.opening, 2)),
        String::new(),
    ];
    let growth = [
        times(setup, "refusing a rule that closes a cycle", &results.refused),
        times(setup, "accepting a rule, durably", &results.accepted),
    ];
    writes.chain(reads).chain([opening]).chain(growth).collect()
}

fn conditions(setup: &Setup) -> String {
    format!(
        "* {processors}; {repetitions} repetitions of {period:?} each; release build.\n\
         * One transaction per request: the same server and the same rows, with a writer that commits every command in a\n\
         \x20 transaction of its own (`crates/server/examples/one_transaction_per_request.rs`). With one connection there is\n\
         \x20 never more than one command to commit, so the ratio there shows noise.\n\
         * Bare handler: actix-web answering the same bytes from memory (`crates/server/examples/bare_handler.rs`): no\n\
         \x20 request id, no metrics, no look at whether another process wrote.\n\
         * Refusing a rule does everything that accepting it does, except writing: it shows what checking costs.\n\
         * Times are the median of 300 requests on one connection, HTTP included.\n",
        processors = processors(),
        repetitions = setup.repetitions,
        period = setup.period,
    )
}

fn connections(comparison: &Comparison) -> String {
    match comparison.connections {
        1 => "1 connection".to_owned(),
        n => format!("{n} connections"),
    }
}

fn rates(what: &str, other: &str, comparison: &Comparison) -> [String; 3] {
    [
        format!("{what}, {}", connections(comparison)),
        format!("{} per s", plain(comparison.statehouse, 0)),
        format!("{} per s ({other})", plain(comparison.baseline, 0)),
    ]
}

fn times(setup: &Setup, what: &str, growth: &Growth) -> [String; 3] {
    [
        format!("{what}, at {} rules", thousands(setup.rules)),
        format!("{} µs", plain(growth.large, 0)),
        format!("{} µs (at 1,000 rules)", plain(growth.small, 0)),
    ]
}

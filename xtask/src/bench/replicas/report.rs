//! The section of docs/benchmarks.md.

use statehouse_tests::throwaway::Engine;

use super::arrival::Arrival;
use super::throughput::Rate;
use super::{Results, Setup};
use crate::bench::page::{plain, processors, ratio, table};

pub(super) fn section(setup: &Setup, results: &Results) -> String {
    let arrivals: Vec<[String; 4]> = results.arrivals.iter().map(arrival).collect();
    let rates: Vec<[String; 4]> = results.rates.iter().map(|rate| self::rate(setup, rate)).collect();
    [
        "### From an acknowledged write to its sight on another server\n\n",
        &table(
            [
                "database",
                "how the other server learns of it",
                "half of the writes within",
                "99 of 100 within",
            ],
            &arrivals,
        ),
        "\n### Durable writes per second on one PostgreSQL\n\n",
        &table(["rule creations through", "Statehouse", "pgbench", "Statehouse by pgbench"], &rates),
        "\n### How they were taken\n\n",
        &conditions(setup),
    ]
    .concat()
}

fn arrival((engine, arrival): &(Engine, Arrival)) -> [String; 4] {
    let (name, how) = match engine {
        Engine::Postgres => ("PostgreSQL", "LISTEN and NOTIFY, looked at every 5 ms"),
        Engine::Mysql => ("MariaDB", "asks every 20 ms"),
        Engine::Galera => ("Galera, servers on two of three nodes", "asks its node every 20 ms"),
    };
    let ms = |figure| format!("{} ms", plain(figure, 1));
    [name.to_owned(), how.to_owned(), ms(arrival.median), ms(arrival.slowest_hundredth)]
}

fn rate(setup: &Setup, rate: &Rate) -> [String; 4] {
    let servers = if rate.servers == 1 { "server" } else { "servers" };
    [
        format!("{} {servers}, {} connections in all", rate.servers, setup.connections),
        format!("{} per s", plain(rate.statehouse, 0)),
        format!("{} per s", plain(rate.pgbench, 0)),
        ratio(rate.ratio),
    ]
}

fn conditions(setup: &Setup) -> String {
    format!(
        "* {processors}; {repetitions} repetitions of {writes} writes each for the first table and {period:?} each for the\n\
         \x20 second; release build. PostgreSQL and MariaDB as they come, with `fsync` and its like on; all on this one machine.\n\
         * A write shows when a read with `Statehouse-Consistency: eventual` shows its revision. Such a read asks nobody, so the\n\
         \x20 other server learns of the write by itself. The time is counted from the answer to the write and includes the answer to\n\
         \x20 the read.\n\
         * `pgbench` sends, over as many connections, the statements of one rule in one transaction: lock the head, insert commit,\n\
         \x20 change and rule, move the head, commit (`xtask/src/bench/replicas/pgbench.rs`), prepared, without HTTP, parsing or\n\
         \x20 deciding, on the same server and in turn with Statehouse. What Statehouse has over it is group commit.\n\
         * Several servers wait for each other at the head of the log, and each brings fewer writes to one transaction: they are\n\
         \x20 there for availability, and share the connections here.\n",
        processors = processors(),
        repetitions = setup.repetitions,
        writes = setup.writes,
        period = setup.period,
    )
}

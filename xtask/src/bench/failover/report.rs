//! The section of docs/benchmarks.md.

use super::{Missed, Results, Setup};
use crate::bench::page::{plain, processors, table};

pub(super) fn section(setup: &Setup, results: &Results) -> String {
    let rows = [
        row("PostgreSQL: the primary killed, its synchronous standby promoted", &results.postgres),
        row("Galera: a node of three killed", &results.galera),
    ];
    let titles = ["seconds without an acknowledged write", "the first server", "the last server"];
    [table(titles, &rows), "\n### How they were taken\n\n".to_owned(), conditions(setup, results)].concat()
}

fn row(what: &str, missed: &Missed) -> [String; 3] {
    let seconds = |figure| format!("{} s", plain(figure, 2));
    [what.to_owned(), seconds(missed.first), seconds(missed.last)]
}

fn conditions(setup: &Setup, results: &Results) -> String {
    format!(
        "* {processors}; {repetitions} repetitions; release build; all on this one machine.\n\
         * From SIGKILL to the database server until a Statehouse server acknowledged a write that was sent after it. One client for\n\
         \x20 each server writes without end and tries again 5 ms after a refusal.\n\
         * PostgreSQL: two servers. The standby is promoted as soon as the primary is gone, which takes {promotion} s of the time; a\n\
         \x20 failover tool adds what it needs to notice.\n\
         * Galera: one server for each node, with all nodes in its address and its own first. The cluster waits for a silent node\n\
         \x20 (`evs.suspect_timeout`, 5 s) before it goes on without it; all servers wait with it.\n",
        processors = processors(),
        repetitions = setup.repetitions,
        promotion = plain(results.promotion, 2),
    )
}

//! The section of docs/benchmarks.md.

use super::case::Recorded;
use super::measure::{GaveUp, Outcome};
use super::rival::Rival;
use super::update::{UPDATES, Update};
use super::{Results, Setup};
use crate::bench::figure::Figure;
use crate::bench::page::{plain, processors, ratio, table, thousands};

pub(super) fn section(setup: &Setup, results: &Results) -> String {
    let ratios: Vec<[String; 4]> = results.sized.iter().map(by_fastest).collect();
    let recorded: Vec<[String; 4]> = results.congress.iter().map(by_fastest).collect();
    let updates: Vec<[String; 4]> = results.updates.iter().map(update).collect();
    let titles = ["case", "facts", "the fastest other by Statehouse", "which is"];
    let mut parts = vec!["### From text to answer\n\n".to_owned(), table(titles, &ratios)];
    if !recorded.is_empty() {
        parts.extend(["\n### The cases recorded of Congress\n\n".to_owned(), table(titles, &recorded)]);
    }
    if !updates.is_empty() {
        let titles = ["one row changes below", "facts", "half of the updates within", "99 of 100 within"];
        parts.extend(["\n### One row of many\n\n".to_owned(), table(titles, &updates)]);
    }
    parts.push("\n### Figures\n\n".to_owned());
    let all: Vec<[String; 7]> = results.sized.iter().chain(&results.congress).map(figures).collect();
    let titles = [
        "case, seconds",
        "rows",
        "Statehouse",
        "clingo",
        "DuckDB",
        "SWI-Prolog",
        "Congress, the query alone",
    ];
    parts.extend([table(titles, &all), "\n### How they were taken\n\n".to_owned(), conditions(setup)]);
    parts.concat()
}

fn by_fastest(outcome: &Outcome) -> [String; 4] {
    let name = format!("`{}`", outcome.case.name);
    let size = thousands(outcome.case.size);
    let [(_, Ok(statehouse)), others @ ..] = &*outcome.seconds else {
        return [name, size, String::new(), String::new()];
    };
    let taken = others.iter().filter_map(|(rival, seconds)| Some((rival, seconds.as_ref().ok()?)));
    let fastest =
        taken.min_by(|(_, one), (_, other)| Figure::of(one).median.total_cmp(&Figure::of(other).median));
    match fastest {
        Some((rival, seconds)) => [name, size, ratio(Figure::ratio(seconds, statehouse)), rival.to_string()],
        None => [name, size, "no other answered".to_owned(), String::new()],
    }
}

fn figures(outcome: &Outcome) -> [String; 7] {
    let taken = |wanted: Rival| {
        let found = outcome.seconds.iter().find(|(rival, _)| *rival == wanted);
        match found.map(|(_, seconds)| seconds) {
            Some(Ok(seconds)) if seconds.len() == 1 => format!("{:.3} (once)", Figure::of(seconds).median),
            Some(Ok(seconds)) => plain(Figure::of(seconds), 3),
            Some(Err(GaveUp::Stopped)) => "stopped after 60 s".to_owned(),
            Some(Err(GaveUp::Failed)) | None => "ended with an error".to_owned(),
        }
    };
    let [statehouse, clingo, duckdb, prolog] = Rival::ALL.map(taken);
    let congress = match outcome.case.congress {
        Some(Recorded::Took(seconds)) => format!("{seconds:.3}"),
        Some(Recorded::Stopped(seconds)) => format!("stopped after {seconds:.0} s"),
        Some(Recorded::Failed) => "ended with an error".to_owned(),
        None => String::new(),
    };
    let name = format!("`{}`, {} facts", outcome.case.name, thousands(outcome.case.size));
    let rows = thousands(usize::try_from(outcome.rows).unwrap_or_default());
    [name, rows, statehouse, clingo, duckdb, prolog, congress]
}

fn update(update: &Update) -> [String; 4] {
    [
        format!("`{}`", update.kind),
        thousands(update.size),
        format!("{:.0} µs", update.median),
        format!("**{:.0}** µs", update.ninety_ninth),
    ]
}

fn conditions(setup: &Setup) -> String {
    format!(
        "* {processors}; {repetitions} repetitions, in turn; release build; {versions}.\n\
         * From the start of a process until it has ended: it reads rules and facts, and prints every row of `answer` into a file. What\n\
         \x20 all print is compared. A ratio above 1 says that Statehouse was faster.\n\
         * Statehouse reads CSV (`statehouse eval`), DuckDB reads the same files by `read_csv` and one statement with a view for each table,\n\
         \x20 from Python; clingo reads facts as it writes them, by `python -m clingo`; SWI-Prolog consults the same facts, and every derived\n\
         \x20 table is tabled. Who took ten times as long as the fastest was asked once, who took 60 s was stopped.\n\
         * `join`: three tables in a row. `negation`: rows of a table whose value a second one does not have. `hierarchy`: ten tables, each\n\
         \x20 of which has the one below in it. `closure`: all paths in trees of fifty nodes. The others are what was recorded of Congress\n\
         \x20 11.0.0 (`tests/data/congress-v1/congress-engine-times.json`), as their names say. In those `as_rules` facts stand in the text of the\n\
         \x20 rules: as facts of the policy, as clauses of the program, and as `INSERT … VALUES` with all rows of a table. Two that were recorded\n\
         \x20 have nothing beside them here, because the others know no such thing: a trigger that is told what each change brings, and a\n\
         \x20 simulation. To them each is the question asked anew; what a change costs here is told under \"One row of many\".\n\
         * One row of many: `answer` is watched; a fact goes and another comes in one change, {updates} times, in process\n\
         \x20 (`crates/engine/examples/one_row.rs`). The time includes saying which rows of `answer` came and went.\n",
        processors = processors(),
        repetitions = setup.repetitions,
        versions = setup.programs.versions.join(", "),
        updates = thousands(usize::try_from(UPDATES).unwrap_or_default()),
    )
}

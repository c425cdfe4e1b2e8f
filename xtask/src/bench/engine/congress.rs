//! The cases that were recorded of Congress's own engine (`tests/data/congress-v1/congress-engine-times.json`), as far as they ask one
//! question.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::case::{Case, Facts, Recorded};

/// The recording.
#[derive(Debug, Deserialize)]
struct Recording {
    cases: BTreeMap<String, Times>,
}

#[derive(Debug, Deserialize)]
struct Times {
    #[serde(rename = "select_s", alias = "per_query_s")]
    query: Option<f64>,
    #[serde(rename = "stopped_after_s")]
    stopped: Option<f64>,
}

impl Times {
    fn recorded(&self) -> Recorded {
        match (self.query, self.stopped) {
            (Some(took), _) => Recorded::Took(took),
            (None, Some(stopped)) => Recorded::Stopped(stopped),
            (None, None) => Recorded::Failed,
        }
    }
}

/// The recorded cases, with what Congress took.
pub(super) fn cases(root: &Path) -> Result<Vec<Case>> {
    let file = root.join("tests/data/congress-v1/congress-engine-times.json");
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let recording: Recording = serde_json::from_str(&text)?;
    let recorded = |mut case: Case| {
        case.congress = recording.cases.get(&case.name).map(Times::recorded);
        case
    };
    Ok(all().into_iter().map(recorded).collect())
}

fn all() -> Vec<Case> {
    vec![
        join(100),
        join(1_000),
        join(10_000),
        as_rules(join(100)),
        as_rules(join(1_000)),
        as_rules(join(10_000)),
        case(
            "negation_10000",
            &["answer(x) :- q(x), not r(x)"],
            vec![single("q", 0..10_000), single("r", (0..10_000).step_by(2))],
        ),
        hierarchy(10, 1_000),
        hierarchy(10, 10_000),
        hierarchy(50, 1_000),
        hierarchy(100, 100),
        hierarchy(300, 1),
        hierarchy(1_000, 1),
        two_rules_per_level(10, 10),
        two_rules_per_level(14, 1),
        two_rules_per_level(20, 1),
        one_table("rules_1000_one_table"),
        one_table("rules_1000_one_update"),
        constants(),
        case(
            "selfjoin4_10000",
            &["answer(a, e) :- q(a, b), q(b, c), q(c, d), q(d, e)"],
            vec![ring("q", 10_000)],
        ),
        case(
            "builtin_10000",
            &["answer(x, z) :- q(x), plus(x, 1, z), gteq(x, 10)"],
            vec![single("q", 0..10_000)],
        ),
        cross_product(100),
        cross_product(1_000),
        case("point_query_10000", &["answer(y) :- q(5000, y)"], vec![ring("q", 10_000)]),
    ]
}

fn case(name: &str, rules: &[&str], facts: Vec<Facts>) -> Case {
    Case::of(name, &rules.iter().map(|rule| (*rule).to_owned()).collect::<Vec<_>>(), facts)
}

fn join(rows: u32) -> Case {
    let rules = ["answer(x, w) :- q(x, y), r(y, z), s(z, w)"];
    case(&format!("join3_{rows}"), &rules, ["q", "r", "s"].map(|table| ring(table, rows)).into())
}

/// The same, with the facts among the rules.
fn as_rules(case: Case) -> Case {
    Case { name: format!("{}_as_rules", case.name), facts_as_rules: true, ..case }
}

fn hierarchy(depth: u32, rows: u32) -> Case {
    let mut rules: Vec<String> =
        (1..depth).map(|level| format!("p{level}(x) :- p{}(x)", level - 1)).collect();
    rules.push(format!("answer(x) :- p{}(x)", depth - 1));
    Case::of(&format!("hierarchy_depth{depth}_{rows}"), &rules, vec![single("p0", 0..rows)])
}

fn two_rules_per_level(depth: u32, rows: u32) -> Case {
    let level = |level: u32| if level == depth { "answer".to_owned() } else { format!("p{level}") };
    let rules: Vec<String> = (1..=depth)
        .flat_map(|at| {
            ["a", "b"].map(|table| format!("{}(x) :- {}(x), {table}(x)", level(at), level(at - 1)))
        })
        .collect();
    let facts = ["p0", "a", "b"].map(|table| single(table, 0..rows));
    Case::of(&format!("two_rules_per_level_depth{depth}_{rows}"), &rules, facts.into())
}

/// Congress was given the rules one by one, or all in one update, which to a text is the same.
fn one_table(name: &str) -> Case {
    let rules: Vec<String> = (0..1_000).map(|number| format!("answer(x) :- q(x, {number})")).collect();
    Case::of(name, &rules, vec![ring("q", 1_000)])
}

fn constants() -> Case {
    let rules: Vec<String> =
        (0..1_000).map(|number| format!("answer(x) :- q(x, {number}), r({number}, x)")).collect();
    let swapped = (0..1_000).map(|number| vec![(number + 1) % 1_000, number]);
    Case::of("rules_1000_constants", &rules, vec![ring("q", 1_000), Facts::of("r", swapped)])
}

fn cross_product(rows: u32) -> Case {
    let facts = vec![single("q", 0..rows), single("r", 0..rows)];
    case(&format!("cross_product_{rows}x{rows}"), &["answer(x, y) :- q(x), r(y)"], facts)
}

fn single(table: &str, rows: impl Iterator<Item = u32>) -> Facts {
    Facts::of(table, rows.map(|row| vec![row]))
}

/// Each number with the next, and the last with the first.
fn ring(table: &str, rows: u32) -> Facts {
    Facts::of(table, (0..rows).map(|row| vec![row, (row + 1) % rows]))
}

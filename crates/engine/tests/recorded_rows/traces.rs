//! `trace.jsonl`: how tables come to their rows, line by line.

use serde::Deserialize;
use statehouse_engine::Limits;
use statehouse_model::TableName;

use crate::corpus::{Policy, Source, cases};
use crate::world::{World, now};

#[derive(Deserialize)]
struct Case {
    id: String,
    policies: Vec<Policy>,
    datasources: Vec<Source>,
    policy: String,
    table: String,
    trace: String,
    /// Whether Congress told the lines in the same order each time.
    stable: bool,
}

#[test]
fn the_recorded_tables_have_the_recorded_traces() {
    let mut complaints = Vec::new();
    for case in cases::<Case>("trace.jsonl") {
        let mut world = World::of(&case.datasources, &case.policies);
        for policy in &case.policies {
            policy.rules.iter().for_each(|rule| world.insert(&policy.name, rule).unwrap());
        }
        let (policy, table) = case.table.split_once(':').unwrap_or((&case.policy, &case.table));
        let table = TableName::new(policy, table);
        let ours = world.evaluator.trace(&case.policy, &table, &now(), Limits::GENEROUS).unwrap();
        let lines = |text: &str| {
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            if !case.stable {
                lines.sort();
            }
            lines
        };
        if lines(&ours) != lines(&case.trace) {
            complaints.push(format!("{}: recorded\n{}is\n{ours}", case.id, case.trace));
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn a_recursive_table_has_a_trace_that_ends() {
    let mut world = World::of(&[], &[]);
    world.create_policy("p", "z3", Vec::new()).unwrap();
    for rule in ["e(1, 2)", "e(2, 1)", "r(x, y) :- e(x, y)", "r(x, z) :- r(x, y), e(y, z)"] {
        world.insert("p", rule).unwrap();
    }
    let trace = world.evaluator.trace("p", &TableName::new("p", "r"), &now(), Limits::GENEROUS).unwrap();
    assert!(trace.contains("Exit: r(1, 1)"), "{trace}");
    assert!(trace.trim_end().ends_with(']'), "{trace}");
}

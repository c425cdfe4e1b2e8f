//! `trace.jsonl`: how tables come to their rows, line by line.

use serde::Deserialize;
use statehouse_engine::{Exceeded, Limits};
use statehouse_model::{TableName, Value};

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

#[test]
fn looking_for_what_defines_a_table_counts() {
    let mut world = World::of(&[], &[]);
    world.create_policy("p", "nonrecursive", Vec::new()).unwrap();
    for rule in ["r(1)", "r(x) :- s(x)", "s(2)"] {
        world.insert("p", rule).unwrap();
    }
    let limits = Limits { steps: 100, ..Limits::GENEROUS };
    let name = TableName::new("p", "r");
    world.evaluator.trace("p", &name, &now(), limits).unwrap();
    for number in 0..60 {
        world.insert("p", &format!("other({number})")).unwrap();
    }
    let exceeded = world.evaluator.trace("p", &name, &now(), limits).unwrap_err();
    assert_eq!(exceeded, Exceeded::Steps { limit: 100 }, "all rules are looked at, for `r` and for `s`");
}

#[test]
fn proofs_of_recursive_tables_have_one_limit_together() {
    let mut world = World::of(&[], &[]);
    world.create_policy("p", "z3", Vec::new()).unwrap();
    for number in 0..10 {
        world.insert("p", &format!("e({number}, {})", (number + 1) % 10)).unwrap();
    }
    for table in ["r", "s"] {
        world.insert("p", &format!("{table}(x, y) :- e(x, y)")).unwrap();
        world.insert("p", &format!("{table}(x, z) :- {table}(x, y), e(y, z)")).unwrap();
    }
    // Each of them has a hundred rows.
    let limits = Limits { rows: 150, ..Limits::GENEROUS };
    let (now, row) = (now(), [Value::from(1), Value::from(1)]);
    let [r, s] = ["r", "s"].map(|table| TableName::new("p", table));
    let mut proofs = world.evaluator.proofs(&now, limits);
    assert!(proofs.of(&r, &row).unwrap().contains("Found answer"));
    assert_eq!(proofs.of(&s, &row).unwrap_err(), Exceeded::Rows { limit: 150 });
    let mut proofs = world.evaluator.proofs(&now, limits);
    assert!(proofs.of(&s, &row).unwrap().contains("Found answer"), "alone it is within the limit");
}

//! `changes.jsonl`: rules and rows that come and go, and what every table holds after each step.

use serde::Deserialize;
use statehouse_engine::{Evaluator, Limits};
use statehouse_model::{Command, Reference, Row};

use crate::comparison::Comparison;
use crate::corpus::{Policy, Recorded, Source, cases};
use crate::world::World;

#[derive(Deserialize)]
struct Case {
    id: String,
    policies: Vec<Policy>,
    datasources: Vec<Source>,
    steps: Vec<Step>,
}

/// A step; which fields it has depends on what is done.
#[derive(Deserialize)]
struct Step {
    op: String,
    #[serde(default)]
    policy: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    rule: String,
    #[serde(default)]
    rules: Vec<String>,
    #[serde(default)]
    datasource: String,
    #[serde(default)]
    table: String,
    #[serde(default)]
    rows: Vec<Row>,
    #[serde(default)]
    add: Vec<Row>,
    #[serde(default)]
    remove: Vec<Row>,
    #[serde(default)]
    crash: bool,
    state: Vec<Recorded>,
}

#[test]
fn the_recorded_changes_leave_the_recorded_rows() {
    let mut rows = Comparison::with("changes");
    for case in cases::<Case>("changes.jsonl") {
        let mut world = World::of(&case.datasources, &case.policies);
        for (number, step) in case.steps.iter().enumerate() {
            // An internal error says nothing about a rule, except that it was not in afterwards.
            if !step.crash {
                carry_out(&mut world, step);
            }
            for recorded in &step.state {
                let Some(expected) = recorded.rows() else { continue };
                let ours = world.rows(recorded);
                let modal = recorded.modal.as_deref().map(|modal| format!(" {modal}")).unwrap_or_default();
                let at = format!("{} {number} {} {}{modal}", case.id, recorded.policy, recorded.table);
                assert_eq!(ours, world.rows_anew(recorded), "{at}: what is kept is what is derived anew");
                rows.compare(&at, &expected, &ours);
            }
        }
    }
    rows.finish();
}

fn carry_out(world: &mut World, step: &Step) {
    let Step { policy, datasource, table, .. } = step;
    // Which commands are refused is told elsewhere; here they show by what they do not derive.
    match step.op.as_str() {
        "insert" => drop(world.insert(policy, &step.rule)),
        "insert_batch" => insert_batch(world, policy, &step.rules),
        "delete" => world.delete(policy, &step.rule),
        "create_policy" => drop(world.create_policy(policy, &step.kind, Vec::new())),
        "delete_policy" => drop(world.give(&Command::DeletePolicy { policy: policy.as_str().into() })),
        "set_rows" => world.set_rows(datasource, table, step.rows.clone()).unwrap(),
        "delta_rows" => {
            let source = world.state.data_source(&Reference::from(datasource.as_str())).unwrap();
            let mut rows: Vec<Row> =
                world.state.rows(&source.id, table).into_iter().flatten().cloned().collect();
            rows.retain(|row| !step.remove.iter().any(|gone| is_same(gone, row)));
            rows.extend(step.add.iter().cloned());
            world.set_rows(datasource, table, rows).unwrap();
        }
        other => panic!("{other}"),
    }
}

/// The recording takes 1.0 for 1 where it takes rows out.
fn is_same(left: &Row, right: &Row) -> bool {
    let identity = |row: &Row| row.0.iter().map(statehouse_model::Value::fact_identity).collect::<Vec<_>>();
    identity(left) == identity(right)
}

/// All or nothing; rules that are there already are left out.
fn insert_batch(world: &mut World, policy: &str, rules: &[String]) {
    let before = world.state.clone();
    for rule in rules {
        match world.insert(policy, rule) {
            Ok(()) | Err(statehouse_model::Rejection::RuleExists { .. }) => {}
            Err(_) => {
                world.state = before.clone();
                world.evaluator = Evaluator::of(before, Limits::GENEROUS).unwrap();
                return;
            }
        }
    }
}

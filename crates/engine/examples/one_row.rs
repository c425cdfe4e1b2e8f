//! How long it takes the engine to follow one row that changes, among as many as there are: for `cargo xtask bench engine`.
//!
//! Reads `case.policy` and `facts/*.csv` of the current folder, watches `answer`, and has a fact go and another come, so many times as
//! the argument says. Prints the microseconds of the median and of the 99th of 100.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement ends where it cannot go on, and tells its figures"
)]

use std::fs;
use std::sync::Arc;
use std::time::Instant;

use statehouse_datalog::{Context, Schema, TableName, Value, check, parse_program};
use statehouse_engine::{Change, Engine, Limits, Row};

/// Tables have as many columns as they are written with.
struct AsWritten;

impl Schema for AsWritten {
    fn columns(&self, _: &str, _: &str) -> Option<&[Arc<str>]> {
        None
    }

    fn arity(&self, _: &str, _: &str) -> Option<usize> {
        None
    }

    fn defines(&self, _: &str, _: &str) -> bool {
        false
    }
}

const UNLIMITED: Limits<'static> = Limits { rows: u64::MAX, steps: u64::MAX, interrupted: &|| false };

fn main() {
    let updates: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let now = Value::from("");
    let mut engine = Engine::new();
    let context = Context { policy: "p", action_policy: false };
    for (number, line) in fs::read_to_string("case.policy").unwrap().lines().enumerate() {
        let rules = parse_program(line).unwrap();
        let statehouse_datalog::Statement::Rule(rule) = &rules[0] else { continue };
        let rule = check(rule, &context, &AsWritten).unwrap();
        let id = number.to_string();
        engine.apply(
            [Change::Define { id: &id, policy: "p", recursive: true, rule: &rule }],
            &now,
            UNLIMITED,
        );
    }
    let mut facts: Vec<(TableName, Row)> = Vec::new();
    for file in fs::read_dir("facts").unwrap() {
        let path = file.unwrap().path();
        let table = TableName::new("p", path.file_stem().unwrap().to_str().unwrap());
        let text = fs::read_to_string(&path).unwrap();
        let rows = text.lines().skip(1).map(|line| line.split(',').map(number).collect::<Row>());
        facts.extend(rows.map(|row| (table.clone(), row)));
    }
    // The facts are a set.
    facts.sort_unstable();
    facts.dedup();
    engine.apply(facts.iter().map(|(table, row)| Change::State { table, row }), &now, UNLIMITED);
    engine.watch(&TableName::new("p", "answer"), &now, UNLIMITED).unwrap();
    let mut seconds = Vec::with_capacity(updates);
    let mut gone: Option<(TableName, Row)> = None;
    for update in 0..updates {
        // Far from the one before, as what changes in turn mostly is.
        let (table, row) = &facts[update.wrapping_mul(0x9E37_79B1) % facts.len()];
        let coming = gone.replace((table.clone(), row.clone()));
        let come = coming.iter().map(|(table, row)| Change::State { table, row });
        let go = Change::Retract { table, row };
        let started = Instant::now();
        let told = engine.apply(come.chain([go]), &now, UNLIMITED);
        seconds.push(started.elapsed().as_secs_f64());
        drop(told);
    }
    seconds.sort_unstable_by(f64::total_cmp);
    let at = |share: usize| seconds[(seconds.len() * share / 100).min(seconds.len() - 1)] * 1e6;
    println!("{:.1} {:.1}", at(50), at(99));
}

fn number(cell: &str) -> Value {
    Value::from(cell.parse::<i64>().unwrap())
}

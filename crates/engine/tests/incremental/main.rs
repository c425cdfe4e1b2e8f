//! Whatever changes, the engine shows what a plain evaluator makes of the rules there are.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails where it cannot go on")]

mod following;
mod naive;

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use statehouse_datalog::{Checked, Context, Schema, TableName, Value, check, parse_rule};
use statehouse_engine::{Change, Engine, Exceeded, Limits, Once};

/// Every table, with its number of columns. `a` and `b` hold facts; each of the others is made of those before it and, where
/// recursion is allowed, of itself and its neighbour of the same layer.
const TABLES: [(&str, usize); 8] =
    [("a", 1), ("b", 2), ("p", 1), ("q", 2), ("r", 2), ("s", 1), ("t", 2), ("u", 1)];

/// The first letter that may have rules.
const DEFINED: usize = 2;

struct Columns;

impl Schema for Columns {
    fn columns(&self, _: &str, _: &str) -> Option<&[Arc<str>]> {
        None
    }

    fn arity(&self, _: &str, table: &str) -> Option<usize> {
        TABLES.iter().find(|(name, _)| *name == table).map(|(_, columns)| *columns)
    }

    fn defines(&self, _: &str, _: &str) -> bool {
        false
    }
}

fn layer(table: &str) -> usize {
    TABLES.iter().position(|(name, _)| *name == table).unwrap() / 2
}

fn constant() -> impl Strategy<Value = String> {
    prop::sample::select(["1", "2", "3", "1.0", "\"1\"", "\"x\""].as_slice()).prop_map(str::to_owned)
}

fn term() -> impl Strategy<Value = String> {
    prop_oneof![6 => prop::sample::select(["x", "y", "z"].as_slice()).prop_map(str::to_owned), 1 => constant()]
}

fn atom(
    tables: std::ops::Range<usize>,
    term: impl Strategy<Value = String>,
) -> impl Strategy<Value = String> {
    (tables, proptest::collection::vec(term, 2)).prop_map(|(table, terms)| {
        let (name, columns) = TABLES[table];
        format!("{name}({})", terms[..columns].join(", "))
    })
}

/// A fact, or a rule for one of the tables; not always a safe one.
fn rule(recursive: bool) -> impl Strategy<Value = String> {
    let fact = atom(0..DEFINED + 2, constant());
    let derived = (DEFINED..TABLES.len()).prop_flat_map(move |head| {
        let layer = head / 2 * 2;
        let positive = if recursive { layer + 2 } else { layer };
        let body = proptest::collection::vec(atom(0..positive, term()), 1..4);
        let negated = proptest::option::of(atom(0..layer, term()));
        let compared = proptest::option::weighted(0.2, (term(), term()));
        (atom(head..head + 1, term()), body, negated, compared).prop_map(
            |(head, mut body, negated, compared)| {
                body.extend(negated.map(|atom| format!("not {atom}")));
                body.extend(compared.map(|(left, right)| format!("lt({left}, {right})")));
                format!("{head} :- {}", body.join(", "))
            },
        )
    });
    prop_oneof![2 => fact, 3 => derived]
}

fn checked(text: &str) -> Option<Checked> {
    let context = Context { policy: "p", action_policy: false };
    check(&parse_rule(text).unwrap(), &context, &Columns).ok()
}

/// One step of a history: rules that come, rules that go (by their place among those there are), a table to ask for.
type Step = (Vec<String>, Vec<prop::sample::Index>, Option<usize>);

fn history(recursive: bool) -> impl Strategy<Value = Vec<Step>> {
    let coming = proptest::collection::vec(rule(recursive), 0..5);
    let going = proptest::collection::vec(any::<prop::sample::Index>(), 0..3);
    let asked = proptest::option::of(0..TABLES.len());
    proptest::collection::vec((coming, going, asked), 1..14)
}

fn same_as_naive(history: &[Step], recursive: bool) {
    let mut engine = Engine::new();
    let mut rules = BTreeMap::<String, Checked>::new();
    let now = Value::from("2026-01-01 00:00:00");
    for (number, (coming, going, asked)) in history.iter().enumerate() {
        let mut gone = Vec::new();
        for place in going.iter().filter(|_| !rules.is_empty()).collect::<Vec<_>>() {
            let Some(id) = rules.keys().nth(place.index(rules.len().max(1))).cloned() else { continue };
            rules.remove(&id);
            gone.push(id);
        }
        let come: Vec<(String, Checked)> = coming
            .iter()
            .enumerate()
            .filter_map(|(place, text)| Some((format!("{number}.{place}"), checked(text)?)))
            .collect();
        rules.extend(come.iter().cloned());
        let forget = gone.iter().map(|id| Change::Forget { id });
        let define = come.iter().map(|(id, rule)| Change::Define { id, policy: "p", recursive, rule });
        engine.apply(forget.chain(define), &now, Limits::GENEROUS);
        let all: Vec<Checked> = rules.values().cloned().collect();
        let expected = naive::evaluate(&all, layer);
        // Not all tables at each step: what nobody has asked for yet is derived later, from what is there by then.
        let last = number + 1 == history.len();
        for (place, (name, _)) in TABLES.iter().enumerate() {
            if last || *asked == Some(place) {
                let rows = engine.rows(&TableName::new("p", name), &now, Limits::GENEROUS).unwrap();
                let rows: naive::Rows = rows.into_iter().map(Vec::from).collect();
                let expected = expected.get(*name).cloned().unwrap_or_default();
                assert_eq!(rows, expected, "{name} after step {number}");
                if last {
                    let rows = evaluated_once(&all, recursive, name);
                    assert_eq!(rows, expected.into_iter().collect::<Vec<_>>(), "{name}, asked once");
                }
            }
        }
    }
}

/// The rows of a table where nothing is kept, in the order in which they come.
fn evaluated_once(rules: &[Checked], recursive: bool, table: &str) -> Vec<Vec<Value>> {
    let mut once = Once::new();
    for rule in rules {
        once.define("p", recursive, rule);
    }
    let now = Value::from("2026-01-01 00:00:00");
    let answer = once.rows(&TableName::new("p", table), &now, Limits::GENEROUS).unwrap();
    answer.rows().map(Vec::from).collect()
}

/// Takes what is told of watched tables for the whole truth: after every step each has the rows that a plain evaluator derives.
fn told_is_true(history: &[Step], recursive: bool) {
    let mut engine = Engine::new();
    let now = Value::from("2026-01-01 00:00:00");
    let names = TABLES.map(|(name, _)| TableName::new("p", name));
    for name in &names {
        assert_eq!(engine.watch(name, &now, Limits::GENEROUS), Ok(Vec::new()));
    }
    let mut told = BTreeMap::<TableName, naive::Rows>::new();
    let mut rules = BTreeMap::<String, Checked>::new();
    for (number, (coming, going, _)) in history.iter().enumerate() {
        let ids: Vec<String> = rules.keys().cloned().collect();
        // The same may go twice, and does so only once.
        let gone: Vec<String> =
            going.iter().filter(|_| !ids.is_empty()).map(|place| place.get(&ids).clone()).collect();
        rules.retain(|id, _| !gone.contains(id));
        let come = coming
            .iter()
            .enumerate()
            .filter_map(|(place, text)| Some((format!("{number}.{place}"), checked(text)?)));
        let come: Vec<_> = come.collect();
        rules.extend(come.iter().cloned());
        let forget = gone.iter().map(|id| Change::Forget { id });
        let define = come.iter().map(|(id, rule)| Change::Define { id, policy: "p", recursive, rule });
        for difference in engine.apply(forget.chain(define), &now, Limits::GENEROUS) {
            let rows = told.entry(difference.table).or_default();
            let changed = difference.outcome.unwrap();
            for row in changed.disappeared {
                assert!(rows.remove(&*row), "{row:?} was not there");
            }
            for row in changed.appeared {
                assert!(rows.insert(row.clone().into_vec()), "{row:?} was there");
            }
        }
        let all: Vec<Checked> = rules.values().cloned().collect();
        let expected = naive::evaluate(&all, layer);
        for (name, (table, _)) in names.iter().zip(TABLES) {
            let rows = engine.rows(name, &now, Limits::GENEROUS).unwrap();
            let rows: naive::Rows = rows.into_iter().map(Vec::from).collect();
            assert_eq!(told.get(name).cloned().unwrap_or_default(), rows, "{name} after step {number}");
            assert_eq!(rows, expected.get(table).cloned().unwrap_or_default(), "{name} after step {number}");
        }
    }
}

proptest! {
    // The same programs at each run: what a run of others finds is to be added.
    #![proptest_config(ProptestConfig {
        cases: 2_500,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_124),
        ..ProptestConfig::default()
    })]

    #[test]
    fn changes_leave_what_a_plain_evaluator_derives(history in history(false)) {
        same_as_naive(&history, false);
    }

    #[test]
    fn changes_of_recursive_rules_leave_what_a_plain_evaluator_derives(history in history(true)) {
        same_as_naive(&history, true);
    }

}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 5_000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_128),
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_told_of_watched_tables_is_what_changes(history in history(false)) {
        told_is_true(&history, false);
    }

    #[test]
    fn what_is_told_of_watched_recursive_tables_is_what_changes(history in history(true)) {
        told_is_true(&history, true);
    }
}

#[test]
fn rules_without_a_meaning_are_refused() {
    let now = Value::from("2026-01-01 00:00:00");
    let rules = ["q(x, y) :- b(x, y), not r(x, y)", "r(x, y) :- q(y, x)", "b(1, 2)"];
    let rules = rules.map(|text| checked(text).unwrap());
    let mut engine = Engine::new();
    let mut once = Once::new();
    for (id, rule) in ["0", "1", "2"].into_iter().zip(&rules) {
        engine.apply([Change::Define { id, policy: "p", recursive: true, rule }], &now, Limits::GENEROUS);
        once.define("p", true, rule);
    }
    for table in ["q", "r"].map(|table| TableName::new("p", table)) {
        assert_eq!(engine.rows(&table, &now, Limits::GENEROUS), Err(Exceeded::ThroughNegation));
    }
    assert_eq!(engine.rows(&TableName::new("p", "b"), &now, Limits::GENEROUS).unwrap().len(), 1);
    let refused = once.rows(&TableName::new("p", "r"), &now, Limits::GENEROUS).map(|answer| answer.len());
    assert_eq!(refused, Err(Exceeded::ThroughNegation));
}

#[test]
fn rows_of_several_lengths_under_one_name_may_rest_on_one_another() {
    let mut once = Once::new();
    for text in ["v(1, 2)", "v(7)", "v(x) :- w(x)", "w(x) :- v(x, y)"] {
        once.define("p", false, &checked(text).unwrap());
    }
    let answer = once.rows(&TableName::new("p", "v"), &Value::from("now"), Limits::GENEROUS).unwrap();
    let rows: Vec<Vec<Value>> = answer.rows().map(Vec::from).collect();
    let number = Value::from;
    assert_eq!(rows, [vec![number(1)], vec![number(7)], vec![number(1), number(2)]]);
}

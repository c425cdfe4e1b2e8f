//! An evaluator that follows random commands tells of every row that comes and goes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::prelude::*;
use statehouse_engine::{Difference, Evaluator, Limits, Row};
use statehouse_model::{Change, Command, NewRule, PolicyKind, State, TableName, Timestamp, Value};
use statehouse_strategy::{command, drivers};

type Shown = BTreeMap<TableName, BTreeSet<Row>>;

/// What random commands speak of most.
fn tables() -> Vec<TableName> {
    let policies = ["p", "q", "z", "d", "action", "classification"];
    let tables = ["a", "b", "c", "servers", "lt"];
    policies.iter().flat_map(|policy| tables.map(|table| TableName::new(policy, table))).collect()
}

fn now() -> Value {
    Value::from("2026-01-01 00:00:00")
}

fn shown(evaluator: &mut Evaluator) -> Shown {
    let rows = |evaluator: &mut Evaluator, table: &TableName| {
        evaluator.rows(table, &now(), Limits::GENEROUS).unwrap().into_iter().collect::<BTreeSet<_>>()
    };
    tables().into_iter().map(|table| (table.clone(), rows(evaluator, &table))).collect()
}

/// Applies what was told to what was there.
fn believe(rows: &mut Shown, differences: Vec<Difference>) {
    for difference in differences {
        let rows = rows.get_mut(&difference.table).unwrap();
        let changed = difference.outcome.unwrap();
        for row in changed.disappeared {
            assert!(rows.remove(&row), "{}: {row:?} was not there", difference.table);
        }
        for row in changed.appeared {
            assert!(rows.insert(row.clone()), "{}: {row:?} was there", difference.table);
        }
    }
}

/// Policies and data sources that come and go under the same few names, with rules that rest on one another.
fn renewal() -> impl Strategy<Value = Vec<Command>> {
    let name = || prop::sample::select(["p", "q", "d"].as_slice());
    let text = || {
        let texts = [
            "a(1)",
            "a(2)",
            "b(2)",
            "b(3)",
            "lt(1, 2)",
            "a(x) :- b(x)",
            "a(x) :- b(x), d:a(x)",
            "c(x) :- d:a(x), not d:b(x)",
            "b(x) :- d:a(x), lt(x, 2)",
            "c(x) :- p:a(x)",
            "c(x) :- b(x)",
            "b(x) :- c(x)",
        ];
        prop::sample::select(texts.to_vec())
    };
    let kind = prop::sample::select(vec![PolicyKind::Nonrecursive, PolicyKind::Z3]);
    let rules = proptest::collection::vec(text(), 0..6);
    let rule = || (name(), text());
    prop_oneof![
        6 => (name(), kind, rules, any::<bool>()).prop_map(|(name, kind, rules, is_source_gone)| {
            let policy_gone = Command::DeletePolicy { policy: name.into() };
            let source_gone = Command::DeleteDataSource { data_source: name.into() };
            let gone = is_source_gone.then_some(source_gone).into_iter().chain([policy_gone]);
            gone.chain([policy(name, kind, &rules)]).collect()
        }),
        1 => name().prop_map(|name| vec![Command::DeletePolicy { policy: name.into() }]),
        3 => name().prop_map(|name| vec![source(name)]),
        1 => name().prop_map(|name| vec![Command::DeleteDataSource { data_source: name.into() }]),
        6 => (name(), prop::sample::select(["a", "b", "lt"].as_slice()), proptest::collection::vec(1..4i64, 0..3))
            .prop_map(|(name, table, numbers)| vec![push(name, table, &numbers)]),
        4 => rule().prop_map(|(name, text)| {
            vec![Command::CreateRule { policy: name.into(), rule: new_rule(name, text) }]
        }),
        2 => rule().prop_map(|(name, text)| {
            vec![Command::DeleteRule { policy: name.into(), rule: format!("{name}: {text}").into() }]
        }),
        2 => command().prop_map(|command| vec![command]),
    ]
}

/// Commands that are followed together, several at a time, and whether somebody asks for tables in between.
fn story() -> impl Strategy<Value = Vec<(Vec<Vec<Command>>, bool)>> {
    let step = (proptest::collection::vec(renewal(), 1..5), any::<bool>());
    proptest::collection::vec(step, 1..10)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_told_leads_from_the_rows_before_to_those_after_and_back(story in story()) {
        let mut state = Arc::new(State::empty(drivers()));
        let mut evaluator = Evaluator::of(state.clone(), Limits::GENEROUS).unwrap();
        for table in tables() {
            prop_assert_eq!(evaluator.watch(&table, &now(), Limits::GENEROUS), Ok(Vec::new()));
        }
        let mut told = shown(&mut evaluator);
        let mut history = Vec::new();
        for (at, (commands, is_asked)) in (0..).zip(&story) {
            let before = (state.clone(), told.clone());
            let mut together: Vec<Change> = Vec::new();
            for command in commands.iter().flatten() {
                let Ok(changes) = state.decide(command, Timestamp(at)) else { continue };
                state = Arc::new(state.apply(&changes));
                together.extend(changes);
            }
            believe(&mut told, evaluator.advance(&together, state.clone(), &now(), Limits::GENEROUS));
            prop_assert_eq!(&told, &shown(&mut Evaluator::of(state.clone(), Limits::GENEROUS).unwrap()));
            if *is_asked {
                prop_assert_eq!(&told, &shown(&mut evaluator));
            }
            history.push((before, together));
        }
        for ((state, before), together) in history.into_iter().rev() {
            let inverses: Vec<Change> = together.iter().rev().map(Change::inverse).collect();
            believe(&mut told, evaluator.advance(&inverses, state, &now(), Limits::GENEROUS));
            prop_assert_eq!(&told, &before);
        }
    }
}

/// A state and an evaluator that watches, and is told of several commands at once.
struct Followed {
    state: Arc<State>,
    evaluator: Evaluator,
    told: Shown,
}

impl Followed {
    fn new() -> Self {
        let state = Arc::new(State::empty(drivers()));
        let mut evaluator = Evaluator::of(state.clone(), Limits::GENEROUS).unwrap();
        for table in tables() {
            evaluator.watch(&table, &now(), Limits::GENEROUS).unwrap();
        }
        let told = shown(&mut evaluator);
        Self { state, evaluator, told }
    }

    /// What is told must be what is derived anew; answers how many rows came and went.
    fn together(&mut self, commands: &[Command]) -> (usize, usize) {
        let mut together = Vec::new();
        for command in commands {
            let changes =
                self.state.decide(command, Timestamp(0)).unwrap_or_else(|rejection| panic!("{rejection}"));
            self.state = Arc::new(self.state.apply(&changes));
            together.extend(changes);
        }
        let differences = self.evaluator.advance(&together, self.state.clone(), &now(), Limits::GENEROUS);
        let changed = differences.iter().map(|difference| difference.outcome.as_ref().unwrap());
        let changed = changed.map(|changed| (changed.appeared.len(), changed.disappeared.len()));
        let count = changed.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        believe(&mut self.told, differences);
        assert_eq!(self.told, shown(&mut Evaluator::of(self.state.clone(), Limits::GENEROUS).unwrap()));
        count
    }
}

fn new_rule(policy: &str, text: &str) -> NewRule {
    let id = format!("{policy}: {text}").into();
    NewRule { id, text: text.to_owned(), name: None, comment: String::new() }
}

fn policy(name: &str, kind: PolicyKind, rules: &[&str]) -> Command {
    Command::CreatePolicy {
        id: format!("id-{name}-{kind}").into(),
        name: name.to_owned(),
        abbreviation: None,
        description: String::new(),
        kind,
        rules: rules.iter().map(|text| new_rule(name, text)).collect(),
    }
}

fn source(name: &str) -> Command {
    Command::CreateDataSource {
        id: format!("id-{name}").into(),
        name: name.to_owned(),
        driver: "cloud".to_owned(),
        description: None,
        kind: None,
        enabled: true,
        config: None,
    }
}

fn push(source: &str, table: &str, numbers: &[i64]) -> Command {
    let rows = numbers.iter().map(|number| vec![Value::from(*number)].into()).collect();
    Command::ReplaceRows { data_source: source.into(), table: table.to_owned(), rows }
}

#[test]
fn a_policy_that_is_made_anew_with_another_kind_tells_what_goes_and_comes() {
    use PolicyKind::{Nonrecursive, Z3};
    for (before, after) in [(Z3, Nonrecursive), (Nonrecursive, Z3)] {
        let mut followed = Followed::new();
        followed.together(&[
            policy("p", before, &["b(1)", "b(2)", "a(x) :- b(x)"]),
            policy("q", Nonrecursive, &["c(x) :- p:a(x)"]),
        ]);
        let anew = policy("p", after, &["b(2)", "b(3)", "a(x) :- b(x)"]);
        let told = followed.together(&[Command::DeletePolicy { policy: "p".into() }, anew]);
        assert_eq!(told, (3, 3), "{before} to {after}");
        let without = [Command::DeletePolicy { policy: "p".into() }, policy("p", before, &["a(3)"])];
        assert_eq!(followed.together(&without), (0, 4), "{after} to facts");
    }
}

#[test]
fn a_table_that_was_a_data_sources_and_becomes_a_policys_tells_what_goes_and_comes() {
    let mut followed = Followed::new();
    followed.together(&[
        source("d"),
        push("d", "a", &[1, 2]),
        push("d", "b", &[7]),
        policy("q", PolicyKind::Nonrecursive, &["c(x) :- d:a(x)"]),
    ]);
    let derived = policy("d", PolicyKind::Z3, &["b(2)", "b(3)", "a(x) :- b(x)"]);
    let told = followed.together(&[Command::DeleteDataSource { data_source: "d".into() }, derived]);
    assert_eq!(told, (4, 3), "3 in d:a and q:c, 2 and 3 in d:b; gone: 1 in both, 7");
    let back = [Command::DeletePolicy { policy: "d".into() }, source("d"), push("d", "a", &[3])];
    assert_eq!(followed.together(&back), (0, 4));
}

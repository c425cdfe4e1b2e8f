//! Random commands, valid and invalid, over so few names that they collide all the time.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use statehouse_datalog::Modal;
use statehouse_model::{
    Change, Command, Entities, NewRule, Policy, PolicyKind, Row, Rule, State, TableName, Timestamp,
};

use crate::world::{drivers, library_rules};

const NAMES: [&str; 4] = ["p", "q", "z", "d"];

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        9 => prop::sample::select(&NAMES[..]).prop_map(str::to_owned),
        1 => Just("bad name".to_owned()),
    ]
}

/// An id or a name: ids are made of a small space, so that what is deleted and made again has its old id at times.
fn id() -> impl Strategy<Value = String> {
    (0..8u8).prop_map(|number| format!("id-{number}"))
}

fn reference() -> impl Strategy<Value = String> {
    prop_oneof![6 => Just("z".to_owned()), 4 => name(), 1 => id()]
}

fn atom() -> impl Strategy<Value = String> {
    let policy =
        prop_oneof![3 => Just(""), 1 => Just("p:"), 1 => Just("q:"), 1 => Just("z:"), 1 => Just("d:")];
    let table = prop::sample::select(vec!["a", "b", "c", "servers", "lt"]);
    let arguments = prop::sample::select(vec!["(x)", "(x)", "(x)", "(x, y)", "(x, y)", "(id=x)", ""]);
    (policy, table, arguments).prop_map(|(policy, table, arguments)| format!("{policy}{table}{arguments}"))
}

fn rule_text() -> impl Strategy<Value = String> {
    let literal = (prop::bool::weighted(0.2), atom())
        .prop_map(|(negated, atom)| if negated { format!("not {atom}") } else { atom });
    let head = prop::sample::select(vec![
        "a(x)",
        "b(x)",
        "c(x)",
        "a(x, y)",
        "b(1)",
        "execute[a(x)]",
        "execute[q:b(x)]",
    ]);
    let fact =
        prop::sample::select(vec!["a(1)", "a(1.0)", "a(1, 2)", "b(2)", "execute[c(1)]", "a(x)", "a(1"]);
    prop_oneof![
        3 => (head, prop::collection::vec(literal, 1..4)).prop_map(|(head, body)| format!("{head} :- {}", body.join(", "))),
        1 => fact.prop_map(str::to_owned),
    ]
}

fn new_rule() -> impl Strategy<Value = NewRule> {
    ((0..12u8), rule_text()).prop_map(|(number, text)| NewRule {
        id: format!("rule-{number}").into(),
        text,
        name: None,
        comment: String::new(),
    })
}

fn kind() -> impl Strategy<Value = PolicyKind> {
    prop::sample::select(vec![PolicyKind::Nonrecursive, PolicyKind::Z3, PolicyKind::Z3, PolicyKind::Action])
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = prop::collection::vec((0..3i64).prop_map(statehouse_model::Value::from), 1..3);
    prop::collection::vec(row.prop_map(Row::from), 0..4)
}

fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        4 => (id(), name(), kind(), prop::collection::vec(new_rule(), 0..3)).prop_map(|(id, name, kind, rules)| {
            Command::CreatePolicy {
                id: id.into(), name, abbreviation: None, description: String::new(), kind, rules,
            }
        }),
        2 => reference().prop_map(|policy| Command::DeletePolicy { policy: policy.into() }),
        16 => (reference(), new_rule()).prop_map(|(policy, rule)| Command::CreateRule { policy: policy.into(), rule }),
        8 => (reference(), 0..12u8).prop_map(|(policy, number)| Command::DeleteRule {
            policy: policy.into(), rule: format!("rule-{number}").into(),
        }),
        1 => (id(), name(), prop::collection::vec(rule_text(), 0..2)).prop_map(|(id, name, rules)| {
            let rules = library_rules(&rules.iter().map(String::as_str).collect::<Vec<_>>());
            Command::CreateLibraryPolicy {
                id: id.into(), name, abbreviation: None, description: String::new(),
                kind: PolicyKind::Nonrecursive, rules,
            }
        }),
        1 => (reference(), name()).prop_map(|(library_policy, name)| Command::ReplaceLibraryPolicy {
            library_policy: library_policy.into(), name, abbreviation: None, description: "new".to_owned(),
            kind: PolicyKind::Z3, rules: Vec::new(),
        }),
        1 => reference().prop_map(|it| Command::DeleteLibraryPolicy { library_policy: it.into() }),
        1 => (id(), reference(), 0..12u8).prop_map(|(id, it, number)| Command::CreatePolicyFromLibrary {
            id: id.into(), library_policy: it.into(), rule_ids: vec![format!("rule-{number}").into()],
        }),
        3 => (id(), name(), prop::bool::ANY).prop_map(|(id, name, open)| {
            let (driver, config) = if open {
                ("push", serde_json::json!({ "description": "x" }))
            } else {
                ("fake", serde_json::json!({ "username": "u", "password": "p" }))
            };
            Command::CreateDataSource {
                id: id.into(), name, driver: driver.to_owned(), description: None, kind: None, enabled: true,
                config: config.as_object().cloned(),
            }
        }),
        1 => reference().prop_map(|it| Command::DeleteDataSource { data_source: it.into() }),
        3 => (reference(), prop::sample::select(vec!["servers", "a", "b"]), rows()).prop_map(|(it, table, rows)| {
            Command::ReplaceRows { data_source: it.into(), table: table.to_owned(), rows }
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_asked_for_the_state_stays_sound(commands in prop::collection::vec(command(), 1..60)) {
        let start = State::empty(drivers());
        let mut state = start.clone();
        let mut history: Vec<(State, Vec<Change>)> = Vec::new();
        for (at, command) in (0..).zip(&commands) {
            let decided = state.decide(command, Timestamp(at));
            prop_assert_eq!(&decided, &state.decide(command, Timestamp(at)), "deciding is deterministic");
            let Ok(changes) = decided else { continue };
            if changes.is_empty() {
                continue;
            }
            let next = state.apply(&changes);
            check_soundness(&next)?;
            prop_assert!(next.content_eq(&loaded(&next)), "loading the entities gives the state");
            history.push((state, changes));
            state = next;
        }
        let replayed = history.iter().fold(start, |state, (_, changes)| state.apply(changes));
        prop_assert!(replayed.content_eq(&state), "the log leads to the state");
        for (before, changes) in history.iter().rev() {
            let inverses: Vec<_> = changes.iter().rev().map(Change::inverse).collect();
            state = state.apply(&inverses);
            prop_assert!(state.content_eq(before), "undone, everything is as before");
            prop_assert_eq!(state.entities(), before.entities());
        }
    }
}

fn loaded(state: &State) -> State {
    let Entities { policies, rules, tables, library_policies, data_sources, data_source_tables } =
        state.entities();
    let mut loader = State::loader(drivers());
    for it in rules {
        loader.rule(it);
    }
    for it in tables {
        loader.table(it);
    }
    for it in policies {
        loader.policy(it);
    }
    for it in library_policies {
        loader.library_policy(it);
    }
    for it in data_sources {
        loader.data_source(it);
    }
    for (table, rows) in data_source_tables {
        loader.data_source_table(table, rows);
    }
    loader.finish(state.revision())
}

fn check_soundness(state: &State) -> Result<(), TestCaseError> {
    let entities = state.entities();
    let names =
        entities.policies.iter().map(|it| &it.name).chain(entities.data_sources.iter().map(|it| &it.name));
    let names: Vec<_> = names.collect();
    prop_assert_eq!(
        names.iter().collect::<BTreeSet<_>>().len(),
        names.len(),
        "names are unique: {:?}",
        names
    );
    let library: BTreeSet<_> = entities.library_policies.iter().map(|it| &it.name).collect();
    prop_assert_eq!(library.len(), entities.library_policies.len());

    let policies: BTreeMap<_, _> = entities.policies.iter().map(|it| (it.id.as_str(), &**it)).collect();
    let sources: BTreeSet<_> = entities.data_sources.iter().map(|it| it.id.as_str()).collect();
    for rule in &entities.rules {
        prop_assert!(policies.contains_key(rule.policy.as_str()), "every rule has its policy");
    }
    for (table, rows) in &entities.data_source_tables {
        prop_assert!(sources.contains(table.data_source.as_str()), "every filled table has its data source");
        prop_assert!(rows.is_sorted());
    }
    let rules: Vec<_> = entities.rules.iter().map(|rule| (policies[rule.policy.as_str()], &**rule)).collect();
    let identities: BTreeSet<_> = rules.iter().map(|(policy, rule)| (&policy.id, &rule.identity)).collect();
    prop_assert_eq!(identities.len(), rules.len(), "no policy has a rule twice");

    let recorded: BTreeSet<_> =
        entities.tables.iter().map(|it| TableName::new(&it.policy, &it.name)).collect();
    prop_assert_eq!(recorded.len(), entities.tables.len(), "a table has one record");
    let mentioned: BTreeSet<_> = rules.iter().flat_map(|(policy, rule)| mentioned(policy, rule)).collect();
    prop_assert_eq!(recorded, mentioned, "a table has a record as long as it is mentioned");
    check_recursion(&rules)
}

/// The tables that a rule mentions, counted plainly.
fn mentioned(policy: &Policy, rule: &Rule) -> Vec<TableName> {
    let head = rule.parsed.heads.iter();
    let head = head.filter(|it| it.modal != Some(Modal::Execute) || rule.parsed.is_fact());
    let body = rule.parsed.body.iter().filter(|it| {
        let given = it.atom.arguments.len() + it.atom.columns.len();
        &*it.atom.table.table != "lt" || !it.atom.columns.is_empty() || (given != 2 && given != 0)
    });
    head.chain(body).map(|it| table(policy, &it.atom.table)).collect()
}

fn table(policy: &Policy, table: &statehouse_datalog::TableRef) -> TableName {
    TableName::new(table.policy.as_deref().unwrap_or(&policy.name), &table.table)
}

/// No cycle, except among tables of z3 policies and without negation: looked for edge by edge.
fn check_recursion(rules: &[(&Policy, &Rule)]) -> Result<(), TestCaseError> {
    let mut below: BTreeMap<TableName, BTreeSet<TableName>> = BTreeMap::new();
    let mut forbidden = Vec::new();
    for (policy, rule) in rules {
        let head = table(policy, &rule.parsed.heads[0].atom.table);
        if *head.policy != *policy.name {
            continue;
        }
        for literal in &rule.parsed.body {
            let read = table(policy, &literal.atom.table);
            if literal.negated || policy.kind != PolicyKind::Z3 {
                forbidden.push((head.clone(), read.clone()));
            }
            below.entry(head.clone()).or_default().insert(read);
        }
    }
    for (head, read) in forbidden {
        let mut seen = BTreeSet::new();
        let mut open = vec![&read];
        while let Some(table) = open.pop() {
            if seen.insert(table) {
                open.extend(below.get(table).into_iter().flatten());
            }
        }
        prop_assert!(!seen.contains(&head), "{} depends on itself through {}", head, read);
    }
    Ok(())
}

//! Random commands, valid and invalid, over so few names that they collide all the time.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use statehouse_datalog::Modal;
use statehouse_model::{Change, Command, Entities, Policy, PolicyKind, Rule, State, TableName, Timestamp};
use statehouse_strategy::{command, drivers};

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
            if let Command::CreateRule { policy, rule } = command
                && let Ok(parsed) = Rule::parse(&rule.text)
            {
                prop_assert_eq!(&decided, &state.decide_rule(policy, rule, parsed), "reading it before is the same");
            }
            let Ok(changes) = decided else { continue };
            if changes.is_empty() {
                continue;
            }
            let next = state.apply(&changes);
            let (mut changed, kept) = (state.clone(), state.entities());
            changed.advance(&changes);
            prop_assert!(changed.content_eq(&next) && changed.revision() == next.revision());
            prop_assert_eq!(state.entities(), kept, "who holds a clone sees nothing of it");
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
    let Entities { policies, rules, tables, library_policies, data_sources, data_source_tables, executions } =
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
    for it in executions {
        loader.execution(it);
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
    let Some(parsed) = rule.parsed() else { return Vec::new() };
    let head = parsed.heads.iter();
    let head = head.filter(|it| it.modal != Some(Modal::Execute) || parsed.is_fact());
    let body = parsed.body.iter().filter(|it| {
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
        let Some(parsed) = rule.parsed() else { continue };
        let head = table(policy, &parsed.heads[0].atom.table);
        if *head.policy != *policy.name {
            continue;
        }
        for literal in &parsed.body {
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

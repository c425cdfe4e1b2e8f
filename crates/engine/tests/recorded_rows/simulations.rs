//! `simulate.jsonl`: what policies would say after a sequence of actions and changes.

use std::collections::{BTreeSet, HashMap};

use serde::Deserialize;
use statehouse_engine::{Limits, Simulation, SimulationError};

use crate::corpus::{Policy, Source, cases, read};
use crate::world::{World, now};

#[derive(Deserialize)]
struct Case {
    id: String,
    policies: Vec<Policy>,
    datasources: Vec<Source>,
    policy: String,
    action_policy: String,
    sequence: String,
    query: String,
    delta: bool,
    result: Option<Vec<String>>,
    #[serde(default)]
    crash: bool,
}

fn simulated(case: &Case) -> Result<Vec<String>, SimulationError> {
    let mut world = World::of(&case.datasources, &case.policies);
    for policy in &case.policies {
        policy.rules.iter().for_each(|rule| drop(world.insert(&policy.name, rule)));
    }
    let Case { policy, action_policy, sequence, query, .. } = case;
    let simulation = Simulation::read(&world.state, policy, action_policy, sequence, query)?;
    let mut new_id = || "<uuid>".to_owned();
    Ok(simulation.carry_out(world.state.clone(), case.delta, &mut new_id, &now(), Limits::GENEROUS)?.result)
}

#[test]
fn the_recorded_simulations_have_the_recorded_results() {
    let listed: toml::Table = read("divergences-rows.toml").parse().unwrap();
    let mut divergences = HashMap::new();
    for entry in listed.get("simulate").and_then(toml::Value::as_array).into_iter().flatten() {
        assert!(!entry["reason"].as_str().unwrap().is_empty());
        let cases = entry["cases"].as_table().unwrap();
        divergences
            .extend(cases.iter().map(|(case, ours)| (case.clone(), ours.as_str().unwrap().to_owned())));
    }
    let text = |answers: Option<Vec<String>>| {
        let answers = answers.map(|answers| answers.into_iter().collect::<BTreeSet<_>>());
        answers.map_or_else(|| "refused".to_owned(), |it| it.into_iter().collect::<Vec<_>>().join(" "))
    };
    let mut complaints = Vec::new();
    for case in cases::<Case>("simulate.jsonl") {
        let answer = simulated(&case);
        let why = answer.as_ref().err().map(ToString::to_string).unwrap_or_default();
        let ours = text(answer.ok());
        let recorded = text(case.result.clone());
        let divergence = divergences.remove(&case.id);
        // An internal error says at most that it was not simulated.
        if divergence.as_ref().unwrap_or(&recorded) != &ours && !case.crash {
            complaints.push(format!("{}: recorded {recorded:?}, is {ours:?} {why}", case.id));
        } else if divergence.is_some() && recorded == ours {
            complaints.push(format!("{}: listed as a divergence, and is none", case.id));
        }
    }
    complaints.extend(divergences.into_keys().map(|case| format!("{case}: listed, and not recorded")));
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

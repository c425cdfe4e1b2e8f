//! The rules that `flow.jsonl` creates, and the text they were answered with.

use serde_json::Value as Json;
use statehouse_datalog::{lay_out, parse_rule};

use crate::corpus;

/// The rules of a request and of its answer, in pairs: of one rule, or of a policy with its rules.
fn created(step: &Json) -> Vec<(String, String)> {
    let Some(body) = step["body"].as_str().and_then(|body| serde_json::from_str::<Json>(body).ok()) else {
        return Vec::new();
    };
    let answer = &step["answer"]["json"];
    let pair = |asked: &Json, answered: &Json| {
        Some((asked["rule"].as_str()?.to_owned(), answered["rule"].as_str()?.to_owned()))
    };
    let several = |json: &Json| json["rules"].as_array().cloned().unwrap_or_default();
    let rules = several(&body)
        .into_iter()
        .zip(several(answer))
        .filter_map(|(asked, answered)| pair(&asked, &answered));
    pair(&body, answer).into_iter().chain(rules).collect()
}

#[test]
fn created_rules_are_laid_out_as_recorded() {
    let steps = corpus::lines("flow.jsonl");
    // The library keeps texts as they are.
    let lays_out =
        |step: &&Json| step["status"] == 201 && step["path"].as_str().unwrap().starts_with("/v1/policies");
    let created: Vec<_> = steps.iter().filter(lays_out).flat_map(created).collect();
    assert!(created.len() > 70, "only {} rules are created", created.len());
    for (asked, answered) in created {
        let rule = parse_rule(&asked).unwrap_or_else(|error| panic!("{asked:?}: {error}"));
        assert_eq!(lay_out(&asked, &rule), answered, "{asked:?}");
    }
}

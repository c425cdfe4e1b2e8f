//! `/v1/policies/{policy}/tables`.

use std::time::Duration;

use serde_json::json;
use statehouse_api::{ApiOptions, EvaluationLimits};

use crate::server::Server;

#[test]
fn a_policy_has_the_tables_that_rules_mention() {
    let server = Server::start();
    let id = server.policy("alpha");
    server.rule("alpha", "p(x) :- q(x), beta:r(x)");
    for policy in ["alpha", &id] {
        assert_eq!(
            server.get(&format!("/v1/policies/{policy}/tables")).expect(200).list_of("id"),
            ["p", "q", "beta:r"]
        );
        assert_eq!(
            server.get(&format!("/v1/policies/{policy}/tables/p")).expect(200).value(),
            json!({"id": "p"})
        );
        server.get(&format!("/v1/policies/{policy}/tables/nosuch")).refused(404, 404);
    }
    server.get("/v1/policies/nosuch/tables").refused(404, 404);
    server.get("/v1/policies/nosuch/tables/p").refused(404, 404);
    server.get("/v1/policies/alpha/tables/p/spec").refused(404, 404);
}

#[test]
fn a_data_source_is_a_policy_whose_tables_rules_mention() {
    let server = Server::start();
    server.policy("alpha");
    server.data_source("doctor1", "doctor", &json!({}));
    server.rule("alpha", "p(x) :- doctor1:events(hostname=x)");
    assert_eq!(server.get("/v1/policies/doctor1/tables").expect(200).list_of("id"), ["events"]);
}

#[test]
fn the_rows_of_a_policy_table_are_its_facts_and_what_rules_derive() {
    let server = Server::start();
    server.policy("alpha");
    server.policy("beta");
    server.rule("alpha", "p(1)");
    server.rule("alpha", "p(x) :- q(x)");
    server.rule("alpha", "q(2.5)");
    for path in ["alpha/tables/p", "beta/tables/alpha:p"] {
        let rows = server.get(&format!("/v1/policies/{path}/rows")).expect(200).value();
        assert_eq!(rows, json!({"results": [{"data": [1]}, {"data": [2.5]}]}));
    }
    let traced = server.get("/v1/policies/alpha/tables/q/rows?trace=true").expect(200);
    assert!(traced.text("trace").starts_with("alpha : Call: q(x0)\nalpha : Note: Trying q(2.5)\n"));
    assert!(
        server.get("/v1/policies/alpha/tables/q/rows?trace=false").expect(200).value().get("trace").is_none()
    );
    server.get("/v1/policies/alpha/tables/nosuch/rows?trace=true").refused(404, 404);
    server.get("/v1/policies/nosuch/tables/p/rows").refused(404, 404);
    server.get("/v1/policies/alpha/tables/p/rows/1").refused(501, 501);
}

#[test]
fn rows_follow_every_write_at_once() {
    let server = Server::start();
    server.policy("alpha");
    server.data_source("source", "push", &json!({"description": "hosts"}));
    server.rule("alpha", "down(x) :- source:hosts(x, \"down\")");
    let rows = || server.get("/v1/policies/alpha/tables/down/rows").expect(200).value()["results"].clone();
    assert_eq!(rows(), json!([]));
    let push = |rows| server.put("/v1/data-sources/source/tables/hosts/rows", &rows).expect(200);
    push(json!([["a", "down"], ["b", "up"]]));
    assert_eq!(rows(), json!([{"data": ["a"]}]));
    push(json!([["b", "down"], ["c", "down"]]));
    assert_eq!(rows(), json!([{"data": ["b"]}, {"data": ["c"]}]));
    server.delete("/v1/data-sources/source").expect(200);
    assert_eq!(rows(), json!([]));
}

#[test]
fn what_costs_too_much_is_refused_and_the_setting_named() {
    let evaluation = EvaluationLimits { rows: 100, ..EvaluationLimits::default() };
    let server = Server::with(ApiOptions { evaluation, ..ApiOptions::default() });
    server.policy("alpha");
    for number in 0..11 {
        server.rule("alpha", &format!("q({number})"));
    }
    server.rule("alpha", "p(x, y) :- q(x), q(y)");
    let message = server.get("/v1/policies/alpha/tables/p/rows").refused(422, 422);
    assert!(message.contains("more than 100 rows") && message.contains("--evaluation-rows"), "{message}");
    // What fits is answered all the same.
    assert_eq!(
        server.get("/v1/policies/alpha/tables/q/rows").expect(200).value()["results"][0],
        json!({"data": [0]})
    );
}

#[test]
fn a_cross_product_asked_for_by_mistake_is_refused() {
    let server = Server::start();
    server.policy("alpha");
    server.data_source("d", "push", &json!({"description": ""}));
    let rows: Vec<[u32; 1]> = (0..10_000).map(|number| [number]).collect();
    for table in ["a", "b"] {
        let target = format!("/v1/data-sources/d/tables/{table}/rows");
        server.put(&target, &json!(rows)).expect(200);
    }
    server.rule("alpha", "p(x, y) :- d:a(x), d:b(y)");
    let message = server.get("/v1/policies/alpha/tables/p/rows").refused(422, 422);
    assert!(message.contains("--evaluation-"), "{message}");
    server.get("/v1/data-sources/d/tables/a/rows").expect(200);
}

#[test]
fn long_texts_count_as_rows() {
    let evaluation = EvaluationLimits { rows: 1_000, ..EvaluationLimits::default() };
    let server = Server::with(ApiOptions { evaluation, ..ApiOptions::default() });
    server.policy("alpha");
    server.rule("alpha", "p(y) :- q(x), mul(x, 100000, y)");
    server.rule("alpha", "q(\"abc\")");
    let message = server.get("/v1/policies/alpha/tables/p/rows").refused(422, 422);
    assert!(message.contains("more than 1000 rows"), "{message}");
}

#[test]
fn what_takes_too_long_is_refused_and_the_setting_named() {
    let evaluation = EvaluationLimits { time: Duration::ZERO, ..EvaluationLimits::default() };
    let server = Server::with(ApiOptions { evaluation, ..ApiOptions::default() });
    server.policy("alpha");
    for number in 0..80 {
        server.rule("alpha", &format!("q({number})"));
    }
    server.rule("alpha", "p(x, y) :- q(x), q(y)");
    let message = server.get("/v1/policies/alpha/tables/p/rows").refused(422, 422);
    assert!(message.contains("--evaluation-time"), "{message}");
}

#[test]
fn a_state_that_costs_too_much_to_take_in_is_refused_as_well() {
    let evaluation = EvaluationLimits { steps: 20, ..EvaluationLimits::default() };
    let server = Server::with(ApiOptions { evaluation, ..ApiOptions::default() });
    server.policy("alpha");
    server.rule("alpha", "q(0)");
    let simulation = json!({"query": "q(x)", "action_policy": "alpha", "sequence": ""});
    let answers = || {
        [
            server.get("/v1/policies/alpha/tables/q/rows"),
            server.post("/v1/policies/alpha?action=simulate", &simulation),
        ]
    };
    for answer in answers() {
        answer.expect(200);
    }
    for number in 1..=20 {
        server.rule("alpha", &format!("unrelated({number})"));
    }
    // An evaluator that is there takes in what comes. A simulation has one of its own, which has to be made.
    let [rows, simulated] = answers();
    rows.expect(200);
    let message = simulated.refused(422, 422);
    assert!(message.contains("more than 20 rows") && message.contains("--evaluation-steps"), "{message}");
}

#[test]
fn the_rules_of_every_kind_of_policy_are_evaluated() {
    let server = Server::start();
    server.data_source("d", "push", &json!({"description": "pushed"}));
    let kinds = ["action", "database", "datasource", "materialized", "nonrecursive", "z3"];
    for kind in kinds {
        server.post("/v1/policies", &json!({"name": format!("of_{kind}"), "kind": kind})).expect(201);
        server.rule(&format!("of_{kind}"), "error(x) :- d:vms(x), not known(x)");
        server.rule(&format!("of_{kind}"), "known(2)");
    }
    let rows = |kind: &str| {
        let rows = server.get(&format!("/v1/policies/of_{kind}/tables/error/rows")).expect(200).value();
        rows["results"].clone()
    };
    for (pushed, derived) in [
        (json!([[1], [2], [3]]), json!([{"data": [1]}, {"data": [3]}])),
        (json!([[2], [3], [4]]), json!([{"data": [3]}, {"data": [4]}])),
    ] {
        server.put("/v1/data-sources/d/tables/vms/rows", &pushed).expect(200);
        for kind in kinds {
            assert_eq!(rows(kind), derived, "{kind}");
        }
    }
    let violations = server.get("/v2/violations").expect(200).value();
    let violations = violations["violations"].as_array().unwrap();
    let of = violations.iter().map(|it| it["policy"].as_str().unwrap()).collect::<Vec<_>>();
    assert_eq!(of, kinds.map(|kind| [format!("of_{kind}"), format!("of_{kind}")]).concat());
}

#[test]
fn a_table_that_nobody_asks_for_costs_nothing() {
    let evaluation = EvaluationLimits { rows: 100, ..EvaluationLimits::default() };
    let server = Server::with(ApiOptions { evaluation, ..ApiOptions::default() });
    server.data_source("d", "push", &json!({"description": "pushed"}));
    server.policy("p");
    server.rule("p", "asked(x) :- d:vms(x)");
    // The limits do not permit that it is derived: who did would be refused.
    server.rule("p", "unasked(x, y) :- d:vms(x), d:vms(y)");
    let push = |machines: u32| {
        let rows: Vec<_> = (0..machines).map(|number| [number]).collect();
        server.put("/v1/data-sources/d/tables/vms/rows", &json!(rows)).expect(200);
    };
    let figures = || {
        let metrics = String::from_utf8(server.get("/metrics").body).unwrap();
        ["runs_total", "kept_tables", "kept_rows", "refusals_total{limit=\"rows\"}"].map(|name| {
            let name = format!("statehouse_evaluation_{name} ");
            let line = metrics.lines().find_map(|line| line.strip_prefix(&name));
            line.and_then(|value| value.parse::<u64>().ok()).unwrap_or_else(|| panic!("{name}: {metrics}"))
        })
    };
    push(20);
    assert_eq!(figures(), [0, 0, 0, 0], "nothing is evaluated before somebody asks");
    server.get("/v1/policies/p/tables/asked/rows").expect(200);
    assert_eq!(figures(), [1, 1, 20, 0]);
    push(30);
    assert_eq!(figures(), [1, 1, 20, 0], "nor when something changes that nobody watches");
    server.get("/v1/policies/p/tables/asked/rows").expect(200);
    assert_eq!(figures(), [2, 1, 30, 0], "what was asked for is brought up to date, and nothing else");
    server.get("/v1/policies/p/tables/unasked/rows").refused(422, 422);
    assert_eq!(figures()[3], 1);
}

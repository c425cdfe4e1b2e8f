//! `/v1/policies`.

use serde_json::{Value, json};

use crate::server::Server;

#[test]
fn two_policies_always_exist() {
    let server = Server::start();
    let listed = server.get("/v1/policies").expect(200);
    assert_eq!(listed.list_of("name"), ["classification", "action"]);
    assert_eq!(listed.list_of("kind"), ["nonrecursive", "action"]);
    for policy in ["classification", "action"] {
        server.delete(&format!("/v1/policies/{policy}")).refused(404, 404);
    }
}

#[test]
fn a_policy_needs_no_more_than_a_name() {
    let server = Server::start();
    let created = server.post("/v1/policies", &json!({"name": "compliance", "colour": "red"})).expect(201);
    let id = created.text("id");
    assert_eq!(
        created.value(),
        json!({"id": id, "name": "compliance", "owner_id": "user", "description": "", "abbreviation": "compl",
               "kind": "nonrecursive"})
    );
    assert_eq!(created.header("location"), Some(format!("/v1/policies/{id}").as_str()));
}

#[test]
fn a_policy_is_shown_by_id_and_by_name() {
    let server = Server::start();
    let id = server.policy("alpha");
    let by_name = server.get("/v1/policies/alpha").expect(200);
    assert_eq!(by_name.value(), server.get(&format!("/v1/policies/{id}")).expect(200).value());
    assert_eq!(server.get("/v1/policies/alpha/status").value(), json!({"name": "alpha", "id": id}));
    server.get("/v1/policies/nosuch").refused(404, 404);
    server.get("/v1/policies/nosuch/status").refused(404, 404);
}

#[test]
fn policies_are_listed_in_creation_order() {
    let server = Server::start();
    for name in ["zebra", "ant", "mole"] {
        server.policy(name);
    }
    server.delete("/v1/policies/ant").expect(200);
    server.policy("ant");
    assert_eq!(
        server.get("/v1/policies").list_of("name"),
        ["classification", "action", "zebra", "mole", "ant"]
    );
}

#[test]
fn a_deleted_policy_is_shown_once_more_and_takes_its_rules_along() {
    let server = Server::start();
    let id = server.policy("alpha");
    server.rule("alpha", "p(1)");
    assert_eq!(server.delete(&format!("/v1/policies/{id}")).expect(200).text("name"), "alpha");
    server.delete("/v1/policies/alpha").refused(404, 404);
    server.policy("alpha");
    assert_eq!(server.get("/v1/policies/alpha/rules").value(), json!({"results": []}));
}

#[test]
fn a_name_is_taken_only_once() {
    let server = Server::start();
    server.policy("alpha");
    server.data_source("doctor1", "doctor", &json!({}));
    for taken in ["alpha", "classification", "doctor1"] {
        server.post("/v1/policies", &json!({"name": taken})).refused(409, 409);
    }
}

#[test]
fn a_policy_may_bring_its_rules() {
    let server = Server::start();
    let body = json!({"name": "wr1", "rules": [
        {"rule": "p(x) :- q(x)", "name": "r1", "comment": "c1"}, {"rule": "q(1)"}, {"rule": "q( 1 )"}
    ]});
    let created = server.post("/v1/policies", &body).expect(201);
    assert_eq!(
        created.value()["rules"],
        json!([{"rule": "p(x) :-\n  q(x)", "comment": "c1", "name": "r1"},
               {"rule": "q(1)", "comment": "", "name": null}])
    );
    assert_eq!(server.get("/v1/policies/wr1/rules").list_of("rule"), ["p(x) :- q(x)", "q(1)"]);
    let empty = server.post("/v1/policies", &json!({"name": "wr2", "rules": []})).expect(201);
    assert_eq!(empty.value()["rules"], json!([]));
}

#[test]
fn a_rule_that_is_not_admissible_keeps_the_whole_policy_out() {
    let server = Server::start();
    let create = |rules| server.post("/v1/policies", &json!({"name": "wr3", "rules": rules}));
    let message = create(json!([{"rule": "q(1)"}, {"rule": "p(x"}])).refused(400, 1002);
    assert!(message.starts_with("rules[1].rule: "), "{message}");
    create(json!([{"rule": "p(x) :- q(x)"}, {"rule": "q(x) :- p(x)"}])).refused(400, 1002);
    create(json!([{"rule": "p(1) q(2)"}])).refused(400, 1003);
    server.get("/v1/policies/wr3").refused(404, 404);
}

#[test]
fn beside_rules_the_form_is_stricter_and_says_more() {
    let server = Server::start();
    for (field, value) in [
        ("rules", json!("p(1)")),
        ("rules", json!(null)),
        ("rules", json!([{"name": "x"}])),
        ("rules", json!([5])),
        ("kind", json!("nosuch")),
        ("kind", json!(5)),
        ("name", json!("bad name")),
        ("name", json!("n".repeat(300))),
        ("description", json!(null)),
        ("abbreviation", json!("")),
    ] {
        let mut body = json!({"name": "wr8", "rules": []});
        body[field] = value;
        let reply = server.post("/v1/policies", &body);
        let data = reply.value()["error"]["error_data"].as_str().expect("data").to_owned();
        assert!(data.starts_with(field), "{field}: {data}");
        reply.refused(400, 400);
    }
    server.post("/v1/policies", &json!({"rules": []})).refused(400, 1010);
}

#[test]
fn what_is_wrong_with_a_field_is_said() {
    let server = Server::start();
    for (body, code, field) in [
        (json!({}), 1010, "name"),
        (json!([]), 1010, "the body"),
        (json!("abc"), 1010, "the body"),
        (json!(null), 1010, "the body"),
        (json!({"name": null}), 1000, "name"),
        (json!({"name": 123}), 1000, "name"),
        (json!({"name": "bad name"}), 1000, "name"),
        (json!({"name": "not"}), 1000, "name"),
        (json!({"name": "n".repeat(300)}), 1000, "name"),
        (json!({"name": "a", "kind": "nosuch"}), 1000, "kind"),
        (json!({"name": "a", "description": 5}), 1000, "description"),
        (json!({"name": "a", "abbreviation": "abcdef"}), 1022, "abbreviation"),
        (json!({"name": "a", "abbreviation": 12}), 1022, "abbreviation"),
    ] {
        let message = server.post("/v1/policies", &body).refused(400, code);
        assert!(message.starts_with(field), "{body}: {message}");
    }
}

#[test]
fn a_policy_is_made_of_a_library_policy() {
    let server = Server::start();
    let rules = json!([{"rule": "p(x) :- q(x)", "name": "n"}, {"rule": "q(1)"}]);
    let library = json!({"name": "gateway", "description": "d", "rules": rules});
    let id = server.post("/v1/librarypolicies", &library).expect(201).text("id");
    let created = server.post(&format!("/v1/policies?library_policy={id}"), &json!({})).expect(201);
    assert_eq!(created.text("name"), "gateway");
    assert_eq!(created.text("description"), "d");
    assert_eq!(server.get("/v1/policies/gateway/rules").list_of("rule"), ["p(x) :- q(x)", "q(1)"]);

    server.post("/v1/policies?library_policy=gateway", &json!({})).refused(409, 409);
    server.post("/v1/policies?library_policy=nosuch", &json!({})).refused(404, 404);
    server.delete("/v1/policies/gateway").expect(200);
    server.post("/v1/policies?library_policy=gateway", &json!({"name": "mine"})).refused(400, 400);
    server.send("POST", "/v1/policies?library_policy=gateway", &[], b"").expect(201);
}

#[test]
fn an_execution_names_the_action_of_a_data_source() {
    let server = Server::start();
    server.policy("alpha");
    server.send("POST", "/v1/policies/alpha?action=execute", &[], b"").refused(400, 400);
    let execute = |body: &Value| server.post("/v1/policies/alpha?action=execute", body);
    execute(&json!({"args": {}})).refused(501, 501);
    execute(&json!({"name": "a:b:c", "args": {}})).refused(400, 1017);
    assert!(execute(&json!({"name": "nosuch:act", "args": {}})).refused(400, 1016).contains("nosuch"));
    let post = |query: &str| server.post(&format!("/v1/policies/alpha{query}"), &json!({}));
    post("?action=nosuch").refused(501, 501);
    post("?action=simulate&action=execute").refused(400, 400);
    post("").refused(400, 400);
}

#[test]
fn a_simulation_tells_what_would_be_and_changes_nothing() {
    let server = Server::start();
    server.policy("alpha");
    server.rule("alpha", "error(x) :- down(x), not known(x)");
    server.rule("action", "action(\"stop\")");
    server.rule("action", "down+(x) :- stop(x)");
    let body = |sequence: &str| json!({"query": "error(x)", "sequence": sequence, "action_policy": "action"});
    let simulate = |query: &str, sequence: &str| {
        server.post(&format!("/v1/policies/alpha?action=simulate{query}"), &body(sequence))
    };
    let sequence = "stop(\"a\") stop(\"b\") known+(\"b\")";
    assert_eq!(simulate("", sequence).expect(200).value(), json!({"result": ["error(\"a\")"]}));
    assert_eq!(simulate("&delta=true", sequence).expect(200).value(), json!({"result": ["error+(\"a\")"]}));
    let traced = simulate("&trace=true", sequence).expect(200);
    assert!(traced.text("trace").contains("alpha:down+(\"a\")"), "{}", traced.text("trace"));
    assert_eq!(simulate("", "").expect(200).value(), json!({"result": []}));
    assert!(simulate("", "start(1)").refused(400, 1007).contains("no action"));
    server.post("/v1/policies/alpha?action=simulate", &json!({"query": "error(x)"})).refused(400, 1007);
    server.post("/v1/policies/nosuch?action=simulate", &body("")).refused(404, 404);
}

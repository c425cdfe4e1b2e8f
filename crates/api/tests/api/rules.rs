//! `/v1/policies/{policy}/rules`.

use serde_json::json;

use crate::server::Server;

#[test]
fn a_new_rule_is_shown_laid_out_and_later_as_it_was_written() {
    let server = Server::start();
    let policy = server.policy("alpha");
    let body = json!({"rule": "p(x)  :-   q( x ), not r(x)", "name": "mine", "comment": "why"});
    let created = server.post(&format!("/v1/policies/{policy}/rules"), &body).expect(201);
    let id = created.text("id");
    assert_eq!(
        created.value(),
        json!({"rule": "p(x) :-\n  q( x),\n  not r(x)", "id": id, "comment": "why", "name": "mine"})
    );
    assert_eq!(created.header("location"), Some(format!("/v1/policies/{policy}/rules/{id}").as_str()));
    let shown = json!({"rule": body["rule"], "id": id, "comment": "why", "name": "mine"});
    for policy in ["alpha", &policy] {
        assert_eq!(server.get(&format!("/v1/policies/{policy}/rules/{id}")).value(), shown);
        assert_eq!(server.get(&format!("/v1/policies/{policy}/rules")).value(), json!({"results": [shown]}));
    }
    assert_eq!(
        server.get(&format!("/v1/policies/alpha/rules/{id}/status")).value(),
        json!({"name": "mine", "id": id, "comment": "why", "original_str": body["rule"]})
    );
}

#[test]
fn rules_are_listed_in_creation_order() {
    let server = Server::start();
    server.policy("alpha");
    let rules = ["z(1)", "a(1)", "m(1)"];
    for rule in rules {
        server.rule("alpha", rule);
    }
    assert_eq!(server.get("/v1/policies/alpha/rules").list_of("rule"), rules);
}

#[test]
fn the_reason_of_a_refusal_is_in_its_code() {
    let server = Server::start();
    server.policy("alpha");
    server.rule("alpha", "p(x) :- q(x)");
    server.data_source("doctor1", "doctor", &json!({}));
    let create = |policy: &str, rule: &str| {
        server.post(&format!("/v1/policies/{policy}/rules"), &json!({"rule": rule}))
    };
    create("alpha", "p(x").refused(400, 1002);
    create("alpha", "").refused(400, 1002);
    create("alpha", "q(x) :- p(x)").refused(400, 1002);
    create("alpha", "m(1); n(2)").refused(400, 1003);
    create("alpha", "p( x ) :- q(x)").refused(409, 1008);
    create("doctor1", "p(1)").refused(400, 1019);
    create("nosuch", "p(1)").refused(404, 1020);
}

#[test]
fn what_is_no_text_is_no_rule() {
    let server = Server::start();
    server.policy("alpha");
    let create = |body| server.post("/v1/policies/alpha/rules", &body);
    assert_eq!(create(json!({"rule": 5})).refused(400, 1002), "rule: expected a string, found a number");
    create(json!({"rule": ["p(1)"]})).refused(400, 1002);
    create(json!("p(9)")).refused(400, 1002);
    create(json!({})).refused(400, 1002);
    create(json!({"rule": "p(1)", "name": 7})).refused(400, 1000);
}

#[test]
fn a_deleted_rule_is_shown_once_more() {
    let server = Server::start();
    server.policy("alpha");
    server.policy("beta");
    let id = server.rule("alpha", "p(1)");
    server.delete(&format!("/v1/policies/beta/rules/{id}")).refused(400, 1000);
    let path = format!("/v1/policies/alpha/rules/{id}");
    assert_eq!(server.delete(&path).expect(200).text("rule"), "p(1)");
    let again = server.delete(&path);
    assert!(again.value()["error"]["error_data"].is_string());
    again.refused(400, 1000);
    server.get(&path).refused(404, 404);
    server.rule("alpha", "p(1)");
}

#[test]
fn rules_of_nothing_are_nowhere() {
    let server = Server::start();
    let policy = server.policy("alpha");
    let rule = server.rule("alpha", "p(1)");
    server.get("/v1/policies/nosuch/rules").refused(404, 1020);
    server.get(&format!("/v1/policies/nosuch/rules/{rule}")).refused(404, 1020);
    server.delete(&format!("/v1/policies/nosuch/rules/{rule}")).refused(404, 1020);
    server.get(&format!("/v1/policies/nosuch/rules/{rule}/status")).refused(404, 404);
    server.get(&format!("/v1/policies/{policy}/rules/nosuch")).refused(404, 404);
    server.data_source("doctor1", "doctor", &json!({}));
    assert_eq!(server.get("/v1/policies/doctor1/rules").expect(200).value(), json!({"results": []}));
}

#[test]
fn a_post_to_a_rule_or_status_must_name_an_action_and_there_is_none() {
    let server = Server::start();
    server.policy("alpha");
    let rule = server.rule("alpha", "p(1)");
    for path in [format!("/v1/policies/alpha/rules/{rule}"), "/v1/policies/alpha/status".to_owned()] {
        server.post(&path, &json!({})).refused(400, 400);
        server.post(&format!("{path}?action=x"), &json!({})).refused(501, 501);
    }
}

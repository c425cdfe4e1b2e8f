//! `/v1/librarypolicies`.

use serde_json::json;

use crate::server::Server;

#[test]
fn a_library_policy_is_given_back_as_it_was_given() {
    let server = Server::start();
    let rules = json!([{"rule": "p(x) :- q(x)", "name": "n", "comment": "c"}, {"rule": "p(x", "foo": "bar"}]);
    let created =
        server.post("/v1/librarypolicies", &json!({"name": "lib1", "foo": 1, "rules": rules})).expect(201);
    let id = created.text("id");
    let shown = json!({"id": id, "name": "lib1", "abbreviation": "lib1", "description": "",
                       "kind": "nonrecursive", "rules": rules});
    assert_eq!(created.value(), shown);
    for name in ["lib1", &id] {
        assert_eq!(server.get(&format!("/v1/librarypolicies/{name}")).expect(200).value(), shown);
    }
    assert_eq!(server.delete("/v1/librarypolicies/lib1").expect(200).value(), shown);
    server.delete("/v1/librarypolicies/lib1").refused(404, 404);
    server.get("/v1/librarypolicies/lib1").refused(404, 404);
}

#[test]
fn what_is_put_beside_a_rule_is_given_back_unaltered_or_refused() {
    let server = Server::start();
    let send = |name: &str, extra: &str| {
        let body = format!(
            r#"{{"name": "{name}", "rules": [{{"rule": "p(1)"}}, {{"rule": "q(1)", "x": {extra}}}]}}"#
        );
        server.json("POST", "/v1/librarypolicies", body.as_bytes())
    };
    for (name, extra) in [("a", "18446744073709551615"), ("b", "[0.1, {\"y\": null}]"), ("c", "1e+300")] {
        let kept = send(name, extra).expect(201).value()["rules"][1]["x"].to_string();
        assert_eq!(kept, extra.replace(' ', ""));
    }
    for extra in ["18446744073709551616", "[[-12345678901234567890]]", "{\"y\": 0.12345678901234567891}"] {
        let message = send("d", extra).refused(400, 400);
        assert!(message.starts_with("rules[1].x: a number cannot be kept exactly"), "{extra}: {message}");
    }
}

#[test]
fn the_list_is_filtered_by_name_and_shown_without_rules_on_request() {
    let server = Server::start();
    for name in ["b", "a"] {
        server.post("/v1/librarypolicies", &json!({"name": name, "rules": []})).expect(201);
    }
    let list = |query: &str| server.get(&format!("/v1/librarypolicies{query}")).expect(200);
    assert_eq!(list("").list_of("name"), ["b", "a"]);
    assert_eq!(list("?name=a").list_of("name"), ["a"]);
    assert_eq!(list("?name=nosuch").value(), json!({"results": []}));
    for (query, rules) in [("false", false), ("False", false), ("true", true), ("0", true)] {
        let listed = list(&format!("?name=a&include_rules={query}")).value();
        assert_eq!(listed["results"][0].get("rules").is_some(), rules, "{query}");
    }
}

#[test]
fn a_library_policy_is_replaced_in_its_place() {
    let server = Server::start();
    let body = |name: &str| json!({"name": name, "rules": [{"rule": "p(1)"}]});
    let id = server.post("/v1/librarypolicies", &body("first")).expect(201).text("id");
    server.post("/v1/librarypolicies", &body("second")).expect(201);
    let path = format!("/v1/librarypolicies/{id}");
    let replaced = server.put(&path, &body("renamed")).expect(200);
    assert_eq!((replaced.text("id"), replaced.text("name")), (id.clone(), "renamed".to_owned()));
    assert_eq!(server.get("/v1/librarypolicies").list_of("name"), ["renamed", "second"]);
    assert_eq!(server.put(&path, &body("renamed")).expect(200).value(), replaced.value());
    server.put(&path, &body("second")).refused(409, 409);
    server.put("/v1/librarypolicies/nosuch", &body("x")).refused(404, 404);
    server.send("PATCH", &path, &[], b"").refused(501, 501);
}

#[test]
fn what_is_wrong_is_said_twice() {
    let server = Server::start();
    for (body, field) in [
        (json!({"name": "l"}), "missing field `rules`"),
        (json!({"rules": []}), "missing field `name`"),
        (json!({"name": "", "rules": []}), "name"),
        (json!({"name": "bad name", "rules": []}), "name"),
        (json!({"name": 5, "rules": []}), "name"),
        (json!({"name": "l", "rules": {}}), "rules"),
        (json!({"name": "l", "rules": [{"rule": 5}]}), "rules[0].rule"),
        (json!({"name": "l", "rules": ["p(1)"]}), "rules[0]: expected an object, found a string"),
        (json!({"name": "l", "rules": [{"name": "n"}]}), "rules[0]: missing field `rule`"),
        (json!({"name": "l", "description": null, "rules": []}), "description"),
        (json!({"name": "l", "kind": "nosuch", "rules": []}), "kind"),
        (json!({"name": "l", "abbreviation": "abcdef", "rules": []}), "abbreviation"),
        (json!([]), "the body"),
    ] {
        let reply = server.post("/v1/librarypolicies", &body);
        assert!(reply.value()["error"]["error_data"].is_string(), "{body}");
        let message = reply.refused(400, 400);
        assert!(message.contains(field), "{body}: {message}");
    }
    server.post("/v1/librarypolicies", &json!({"name": "twice", "rules": []})).expect(201);
    server.post("/v1/librarypolicies", &json!({"name": "twice", "rules": []})).refused(409, 409);
}

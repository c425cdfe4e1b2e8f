//! Whatever comes in: a 4xx that names the field and the reason, nothing changed, the process alive and no larger.

use serde_json::{Value, json};
use statehouse_tests::{Furnished, Request};

fn post(path: &str, body: &Value) -> Request {
    Request::new("POST", path).json(body)
}

fn put(path: &str, body: &Value) -> Request {
    Request::new("PUT", path).json(body)
}

#[test]
fn a_field_of_the_wrong_type_is_named() {
    let furnished = Furnished::fresh();
    let mut requests = Vec::new();
    for endpoint in &furnished.endpoints() {
        for field in endpoint.fields {
            for wrong in [json!(5), json!(true), json!(1.5), json!([1]), json!([{ "a": 1 }]), json!([[[]]])] {
                requests.push((endpoint.with(field, wrong), *field));
            }
        }
    }
    let [policy, rule, .., data_source, _, _] = furnished.endpoints();
    requests.push((policy.with("name", json!({ "a": 1 })), "name"));
    requests.push((rule.with("rule", json!({ "a": 1 })), "rule"));
    requests.push((data_source.with("enabled", json!("yes")), "enabled"));
    requests.push((data_source.with("config", json!("text")), "config"));
    furnished.assert_refused(requests);
}

#[test]
fn a_missing_field_is_named() {
    let furnished = Furnished::fresh();
    let library = furnished.library_policy();
    furnished.assert_refused([
        (post("/v1/policies", &json!({})), "name"),
        (post("/v1/policies", &json!({ "name": null })), "name"),
        (post("/v1/policies", &json!({ "name": "new", "rules": [{}] })), "rule"),
        (post("/v1/policies", &json!({ "name": "new", "rules": [{ "rule": null }] })), "rule"),
        (post("/v1/policies/p/rules", &json!({})), "rule"),
        (post("/v1/policies/p/rules", &json!({ "rule": null })), "rule"),
        (post("/v1/librarypolicies", &json!({ "rules": [] })), "name"),
        (post("/v1/librarypolicies", &json!({ "name": "newlib" })), "rules"),
        (put(&library, &json!({ "rules": [] })), "name"),
        (put(&library, &json!({ "name": "newlib" })), "rules"),
        (post("/v1/data-sources", &json!({ "driver": "doctor" })), "name"),
        (post("/v1/data-sources", &json!({ "name": "new" })), "driver"),
        (post("/v1/data-sources", &json!({ "name": "new", "driver": "push", "config": {} })), "description"),
    ]);
}

#[test]
fn a_value_out_of_bounds_is_named() {
    let furnished = Furnished::fresh();
    let long = "n".repeat(300);
    furnished.assert_refused([
        (post("/v1/policies", &json!({ "name": long })), "name"),
        (post("/v1/policies", &json!({ "name": "" })), "name"),
        (post("/v1/policies", &json!({ "name": "two words" })), "name"),
        (post("/v1/policies", &json!({ "name": "nul\u{0}" })), "name"),
        (post("/v1/policies", &json!({ "name": "new", "description": "nul\u{0}" })), "description"),
        (post("/v1/policies", &json!({ "name": "new", "abbreviation": "\u{0}" })), "abbreviation"),
        (post("/v1/policies/p/rules", &json!({ "rule": "q(2)", "name": "nul\u{0}" })), "name"),
        (post("/v1/policies/p/rules", &json!({ "rule": "q(2)", "comment": "nul\u{0}" })), "comment"),
        (post("/v1/data-sources", &json!({ "name": "new", "driver": "doctor", "type": "\u{0}" })), "type"),
        (post("/v1/policies", &json!({ "name": "new", "description": "d".repeat(65_536) })), "description"),
        (post("/v1/policies/p/rules", &json!({ "rule": "q(2)", "name": "n".repeat(4_097) })), "name"),
        (post("/v1/policies/p/rules", &json!({ "rule": "q(2)", "comment": "c".repeat(65_536) })), "comment"),
        (
            post("/v1/librarypolicies", &json!({ "name": "new", "rules": [{ "rule": "q".repeat(65_537) }] })),
            "rule",
        ),
        (post("/v1/data-sources", &json!({ "name": "new", "driver": "doctor", "id": long })), "id"),
        (post("/v1/data-sources", &json!({ "name": "new", "driver": "doctor", "type": long })), "type"),
        (post("/v1/policies", &json!({ "name": "new", "kind": "nosuch" })), "kind"),
        (post("/v1/policies", &json!({ "name": "new", "abbreviation": "abcdef" })), "abbreviation"),
        (post("/v1/librarypolicies", &json!({ "name": long, "rules": [] })), "name"),
        (post("/v1/librarypolicies", &json!({ "name": "", "rules": [] })), "name"),
        (post("/v1/data-sources", &json!({ "name": long, "driver": "doctor" })), "name"),
        (post("/v1/data-sources", &json!({ "name": "", "driver": "doctor" })), "name"),
        (post("/v1/data-sources", &json!({ "name": "new", "driver": "nosuch" })), "driver"),
        (post("/v1/data-sources", &json!({ "name": "new", "driver": long })), "driver"),
        (
            post("/v1/data-sources", &json!({ "name": "new", "driver": "doctor", "config": { "foo": 1 } })),
            "foo",
        ),
        (
            Request::new("POST", "/v1/data-sources").json_text(
                r#"{"name": "new", "driver": "doctor", "config": {"persist_data": 18446744073709551616}}"#,
            ),
            "config.persist_data",
        ),
        (put(&format!("/v1/data-sources/d/tables/{long}/rows"), &json!([[1]])), "table"),
        (put("/v1/data-sources/d/tables/t/rows", &json!({ "a": 1 })), "row"),
        (put("/v1/data-sources/d/tables/t/rows", &json!([5])), "row"),
        (put("/v1/data-sources/doc/tables/events/rows", &json!([[1]])), "row"),
    ]);
}

#[test]
fn a_rule_that_is_none_is_refused_with_a_place() {
    let furnished = Furnished::fresh();
    let deep = format!("p({}", "(".repeat(50_000));
    let modal = "execute[".repeat(50_000);
    let body = format!("p(x) :- {}q(x)", "not ".repeat(50_000));
    let arguments = format!("p({}", "x,".repeat(200_000));
    let wrong =
        ["p(x", "p(x) :-", "p(x) :- not q(x)", "p(\u{0})", "\u{202e}p(1)", "p(1) q(2)", "", "p('", "/*"];
    let long = [deep.as_str(), &modal, &body, &arguments];
    let rule = |text: &str| (post("/v1/policies/p/rules", &json!({ "rule": text })), "");
    furnished.assert_refused(wrong.into_iter().chain(long).map(rule));
}

#[test]
fn a_body_that_is_no_json_object_is_refused() {
    let furnished = Furnished::fresh();
    let mut requests = Vec::new();
    for endpoint in furnished.endpoints() {
        let texts: [&[u8]; 16] = [
            b"",
            b" ",
            b"{",
            b"}",
            b"[[",
            b"null",
            b"5",
            b"\"text\"",
            b"true",
            b"{\"name\"}",
            b"{'name': 'new'}",
            b"{\"name\": NaN}",
            b"{\"name\": Infinity}",
            b"{\"name\": \"\xff\xfe\"}",
            b"\x00\x01\x02",
            b"{\"name\": \"new\", \"name\": \"newer\", \"rule\": \"q(8)\", \"rule\": \"q(9)\"}",
        ];
        let more = [
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)),
            format!("{0} {0}", endpoint.body),
            "{\"name\": \"\\ud800\"}".to_owned(),
        ];
        let all = texts.into_iter().map(<[u8]>::to_vec).chain(more.map(String::into_bytes));
        requests.extend(all.map(|text| (endpoint.request().json_text(text), "")));
    }
    furnished.assert_refused(requests);
}

#[test]
fn a_body_of_another_type_is_refused() {
    let furnished = Furnished::fresh();
    let mut requests = Vec::new();
    for endpoint in furnished.endpoints() {
        for content_type in
            ["text/plain", "application/xml", "application/json; charset=latin-1", "nonsense", ""]
        {
            let request = endpoint.request().header("Content-Type", content_type);
            requests.push((request.body(endpoint.body.to_string()), ""));
        }
        requests.push((endpoint.request().body(endpoint.body.to_string()), ""));
    }
    furnished.assert_refused(requests);
}

#[test]
fn what_is_too_large_is_refused_and_not_kept() {
    let furnished = Furnished::fresh();
    // Warmed up: buffers that the allocator keeps are not growth.
    furnished.assert_refused(large_requests(&furnished));
    let before = furnished.server.resident_kib();
    for _ in 0..10 {
        furnished.assert_refused(large_requests(&furnished));
    }
    let grown = furnished.server.resident_kib().saturating_sub(before);
    assert!(grown < 32 * 1024, "180 MiB of refused bodies left the process {grown} KiB larger");
}

/// Bodies of 3 MiB that are right but for their size.
fn large_requests(furnished: &Furnished) -> Vec<(Request, &'static str)> {
    let text = "x".repeat(3 << 20);
    let endpoints = furnished.endpoints().into_iter();
    let large = endpoints.map(|mut endpoint| {
        let place = if endpoint.body.is_array() {
            &mut endpoint.body[0][0]
        } else {
            &mut endpoint.body["description"]
        };
        *place = text.as_str().into();
        (endpoint.request().json(&endpoint.body), "")
    });
    large.collect()
}

//! Versions, paths and methods.

use serde_json::json;

use crate::server::Server;

#[test]
fn versions_are_told_to_any_method_with_the_host_that_was_asked_for() {
    let server = Server::start();
    let link = |host: &str, path: &str| json!({"rel": "self", "href": format!("http://{host}{path}")});
    for method in ["GET", "POST", "DELETE", "FOO"] {
        let root = server.send(method, "/", &["Host: congress.example.com"], b"").expect(200).value();
        assert_eq!(
            root,
            json!({"versions": [{"id": "v1", "status": "CURRENT", "updated": "2013-08-12T17:42:13Z",
                                 "links": [link("congress.example.com", "/v1/")]}]})
        );
        for path in ["/v1", "/v1/"] {
            let version = server.send(method, path, &["X-Forwarded-Proto: https"], b"").expect(200).value();
            assert_eq!(version["version"]["links"][0], link("statehouse.example:1789", "/v1/"));
            assert_eq!(version["version"]["links"][1]["rel"], "describedby");
        }
    }
    let hostile = server.send("GET", "/", &["Host: a\"><b"], b"");
    assert!(!String::from_utf8(hostile.body).unwrap().contains("><"));
}

#[test]
fn outside_v1_the_versions_are_the_choices() {
    let server = Server::start();
    for path in ["/v2", "/v3/policies", "/nosuch"] {
        let choices = server.get(path).expect(300).value();
        let href = format!("http://statehouse.example:1789/v1{path}");
        assert_eq!(choices["choices"][0]["links"], json!([{"rel": "self", "href": href}]));
    }
}

#[test]
fn inside_v1_an_unknown_path_is_not_found() {
    let server = Server::start();
    server.policy("alpha");
    for path in [
        "/v1/nosuch",
        "/v1/policies/",
        "/v1/policies/alpha/nosuch",
        "/v1/policies/alpha/",
        "/v1/../etc/passwd",
    ] {
        server.get(path).refused(404, 404);
        server.post(path, &json!({})).refused(404, 404);
    }
    server.get("//v1//policies").expect(200);
    server.get("/v1/policies?foo=bar&limit=1").expect(200);
}

#[test]
fn a_method_that_a_path_does_not_have_is_answered_with_those_it_has() {
    let server = Server::start();
    for (method, path, allow) in [
        ("PUT", "/v1/policies", "GET, HEAD, POST"),
        ("PATCH", "/v1/policies", "GET, HEAD, POST"),
        ("FOO", "/v1/policies", "GET, HEAD, POST"),
        ("OPTIONS", "/v1/policies", "GET, HEAD, POST"),
        ("PUT", "/v1/policies/alpha", "GET, HEAD, POST, DELETE"),
        ("DELETE", "/v1/policies/alpha/rules", "GET, HEAD, POST"),
        ("PUT", "/v1/policies/alpha/rules/x", "GET, HEAD, DELETE"),
        ("DELETE", "/v1/policies/alpha/tables/p/rows", "GET, HEAD"),
        ("POST", "/v1/data-sources/d/tables/t/rows", "GET, HEAD, PUT, PATCH"),
        ("GET", "/v1/data-sources/d/webhook", "POST"),
        ("POST", "/v1/system/drivers", "GET, HEAD"),
        ("DELETE", "/v1/system/drivers/doctor", "GET, HEAD"),
        ("POST", "/healthz", "GET, HEAD"),
        ("DELETE", "/openapi.json", "GET, HEAD"),
        ("POST", "/docs/", "GET, HEAD"),
    ] {
        let reply = server.send(method, path, &[], b"");
        assert_eq!(reply.header("allow"), Some(allow), "{method} {path}");
        reply.refused(501, 501);
    }
}

#[test]
fn a_path_without_methods_says_so() {
    let server = Server::start();
    for path in ["/v1/policies/p/tables/t/rows/1", "/v1/data-sources/d/tables/t/rows/1"] {
        for method in ["GET", "PUT", "DELETE"] {
            let reply = server.send(method, path, &[], b"");
            assert_eq!(reply.header("allow"), Some(""), "{method} {path}");
            let message = reply.refused(501, 501);
            assert_eq!(message, format!("{method} is not among the methods of this path: it has none"));
        }
    }
}

#[test]
fn head_works_wherever_get_does() {
    let server = Server::start();
    let rule = {
        server.policy("alpha");
        server.rule("alpha", "p(1)")
    };
    server.data_source("push1", "push", &json!({"description": "pushed"}));
    for path in [
        "/",
        "/v1",
        "/v1/policies",
        "/v1/policies/alpha",
        "/v1/policies/alpha/status",
        "/v1/policies/alpha/rules",
        &format!("/v1/policies/alpha/rules/{rule}"),
        "/v1/policies/alpha/tables",
        "/v1/librarypolicies",
        "/v1/data-sources",
        "/v1/data-sources/push1/schema",
        "/v1/data-sources/push1/tables/data/rows",
        "/v1/system/drivers/push",
        "/healthz",
        "/readyz",
        "/metrics",
        "/openapi.json",
        "/docs",
        "/docs/",
        "/docs/swagger-ui.css",
        "/docs/nosuch",
        "/v1/policies/nosuch",
    ] {
        let (head, get) = (server.send("HEAD", path, &[], b""), server.get(path));
        assert_eq!(head.status, get.status, "{path}");
        for name in ["content-type", "location", "statehouse-revision"] {
            assert_eq!(head.header(name), get.header(name), "{name} of {path}");
        }
        // What is counted grows from one request to the next.
        if path != "/metrics" {
            assert_eq!(head.header("content-length"), get.header("content-length"), "{path}");
        }
        assert_eq!(head.body, b"", "{path}");
    }
}

#[test]
fn a_path_that_does_not_decode_to_clean_text_is_refused() {
    let server = Server::start();
    for path in
        ["/v1/policies/%ff", "/v1/policies/%", "/v1/policies/%zz", "/v1/policies/a%00", "/v1/policies/a%0Ab"]
    {
        let message = server.get(path).refused(400, 400);
        assert!(message.starts_with("the path cannot be read"), "{message}");
    }
    server.get("/v1/policies/a%20b").refused(404, 404);
    server.get("/v1/policies/h%C3%A9").refused(404, 404);
    server.get("/v1/policies/..%2f..%2fetc").refused(404, 404);
    server.get(&format!("/v1/policies/{}", "a".repeat(9_000))).refused(414, 414);
}

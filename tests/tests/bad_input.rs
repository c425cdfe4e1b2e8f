//! Whatever comes in: a 4xx that names the field and the reason, nothing changed, the process alive and no larger.

use serde_json::{Value, json};
use statehouse_tests::server::Launch;
use statehouse_tests::{Answer, Database, Request, Server, http};
use std::io::{ErrorKind, Write};
use std::thread;
use std::time::{Duration, Instant};

/// A server with one of everything: policy `p` with a rule, a library policy, data sources `d` and `doc`.
fn furnished() -> (Server, Furniture) {
    let server = Server::fresh();
    let rule = server.create_policy("p").create_rule("q(1)").id;
    let library = json!({ "name": "lib", "rules": [{ "rule": "q(1)" }] });
    let library = server.post("/v1/librarypolicies", &library).expect(201).json()["id"].to_string();
    server.create_push_source("d").push("t", &json!([["row"]]));
    let doctor = json!({ "name": "doc", "driver": "doctor" });
    let _ = server.post("/v1/data-sources", &doctor).expect(201);
    (server, Furniture { rule, library: library.trim_matches('"').to_owned() })
}

struct Furniture {
    rule: String,
    library: String,
}

/// Everything that a client can have changed.
fn everything(server: &Server) -> Vec<String> {
    let lists = [
        "/v1/policies",
        "/v1/policies/p/rules",
        "/v1/librarypolicies",
        "/v1/data-sources",
        "/v1/data-sources/d/tables/t/rows",
        "/v1/data-sources/d/tables",
    ];
    lists.map(|list| server.get(list).expect(200).text()).to_vec()
}

/// Sends each request and fails unless it is answered with a 4xx that has a reason, and nothing has changed.
fn assert_refused(server: &Server, requests: impl IntoIterator<Item = (Request, &'static str)>) {
    let before = everything(server);
    let complaints: Vec<String> = requests
        .into_iter()
        .filter_map(|(request, field)| {
            let answer = server.send(&request);
            let complaint = unless_refused(&answer, field)?;
            let sent = String::from_utf8_lossy(&request.wire(server.address())).into_owned();
            let body: String = sent.split("\r\n\r\n").nth(1).unwrap_or_default().chars().take(120).collect();
            Some(format!("{} {body}\n    {complaint}: {answer}", request.line()))
        })
        .collect();
    assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
    assert_eq!(before, everything(server), "bad input changed something");
}

/// What is wrong with the answer to a bad request, if anything.
fn unless_refused(answer: &Answer, field: &str) -> Option<&'static str> {
    if !(400..500).contains(&answer.status) {
        return Some("no 4xx");
    }
    let message = answer.message();
    if !message.contains(' ') {
        return Some("no reason");
    }
    (!message.contains(field)).then_some("the field is not named")
}

fn post(path: &str, body: &Value) -> Request {
    Request::new("POST", path).json(body)
}

fn put(path: &str, body: &Value) -> Request {
    Request::new("PUT", path).json(body)
}

/// Every endpoint that takes a body, with a body that it accepts.
fn with_bodies(furniture: &Furniture) -> [(&'static str, String, Value); 6] {
    let rules = json!([{ "rule": "q(2)" }]);
    let library = format!("/v1/librarypolicies/{}", furniture.library);
    [
        ("POST", "/v1/policies".into(), json!({ "name": "new", "rules": rules })),
        ("POST", "/v1/policies/p/rules".into(), json!({ "rule": "q(2)" })),
        ("POST", "/v1/librarypolicies".into(), json!({ "name": "newlib", "rules": rules })),
        ("PUT", library, json!({ "name": "newlib", "rules": rules })),
        ("POST", "/v1/data-sources".into(), json!({ "name": "new", "driver": "doctor" })),
        ("PUT", "/v1/data-sources/d/tables/t/rows".into(), json!([["new"]])),
    ]
}

#[test]
fn a_field_of_the_wrong_type_is_named() {
    let (server, furniture) = furnished();
    let mut requests = Vec::new();
    let fields = [
        (0, "name"),
        (0, "description"),
        (0, "abbreviation"),
        (0, "kind"),
        (0, "rules"),
        (1, "rule"),
        (1, "name"),
        (1, "comment"),
        (2, "name"),
        (2, "description"),
        (2, "abbreviation"),
        (2, "kind"),
        (2, "rules"),
        (3, "name"),
        (3, "description"),
        (3, "abbreviation"),
        (3, "kind"),
        (3, "rules"),
        (4, "name"),
        (4, "driver"),
        (4, "description"),
        (4, "config"),
        (4, "enabled"),
    ];
    for (endpoint, field) in fields {
        let (method, path, body) = &with_bodies(&furniture)[endpoint];
        for wrong in [json!(5), json!(true), json!(1.5), json!([1]), json!({ "a": 1 }), json!([{ "a": 1 }])] {
            let fits = (field == "enabled" && wrong.is_boolean()) || (field == "config" && wrong.is_object());
            if !fits || field == "config" {
                let mut body = body.clone();
                body[field] = wrong;
                requests.push((Request::new(method, path).json(&body), field));
            }
        }
    }
    assert_refused(&server, requests);
}

#[test]
fn a_missing_field_is_named() {
    let (server, furniture) = furnished();
    let library = format!("/v1/librarypolicies/{}", furniture.library);
    assert_refused(
        &server,
        [
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
            (
                post("/v1/data-sources", &json!({ "name": "new", "driver": "push", "config": {} })),
                "description",
            ),
        ],
    );
}

#[test]
fn a_value_out_of_bounds_is_named() {
    let (server, _) = furnished();
    let long = "n".repeat(300);
    assert_refused(
        &server,
        [
            (post("/v1/policies", &json!({ "name": long })), "name"),
            (post("/v1/policies", &json!({ "name": "" })), "name"),
            (post("/v1/policies", &json!({ "name": "two words" })), "name"),
            (post("/v1/policies", &json!({ "name": "nul\u{0}" })), "name"),
            (post("/v1/policies", &json!({ "name": "new", "kind": "nosuch" })), "kind"),
            (post("/v1/policies", &json!({ "name": "new", "abbreviation": "abcdef" })), "abbreviation"),
            (post("/v1/librarypolicies", &json!({ "name": long, "rules": [] })), "name"),
            (post("/v1/librarypolicies", &json!({ "name": "", "rules": [] })), "name"),
            (post("/v1/data-sources", &json!({ "name": long, "driver": "doctor" })), "name"),
            (post("/v1/data-sources", &json!({ "name": "", "driver": "doctor" })), "name"),
            (post("/v1/data-sources", &json!({ "name": "new", "driver": "nosuch" })), "driver"),
            (post("/v1/data-sources", &json!({ "name": "new", "driver": long })), "driver"),
            (
                post(
                    "/v1/data-sources",
                    &json!({ "name": "new", "driver": "doctor", "config": { "foo": 1 } }),
                ),
                "foo",
            ),
            (put("/v1/data-sources/d/tables/t/rows", &json!({ "a": 1 })), "row"),
            (put("/v1/data-sources/d/tables/t/rows", &json!([5])), "row"),
            (put("/v1/data-sources/doc/tables/events/rows", &json!([[1]])), "row"),
        ],
    );
}

#[test]
fn a_rule_that_is_none_is_refused_with_a_place() {
    let (server, _) = furnished();
    let deep = format!("p({}", "(".repeat(50_000));
    let modal = "execute[".repeat(50_000);
    let body = format!("p(x) :- {}q(x)", "not ".repeat(50_000));
    let arguments = format!("p({}", "x,".repeat(200_000));
    let wrong =
        ["p(x", "p(x) :-", "p(x) :- not q(x)", "p(\u{0})", "\u{202e}p(1)", "p(1) q(2)", "", "p('", "/*"];
    let long = [deep.as_str(), &modal, &body, &arguments];
    let rule = |text: &str| (post("/v1/policies/p/rules", &json!({ "rule": text })), "");
    assert_refused(&server, wrong.into_iter().chain(long).map(rule));
}

#[test]
fn a_body_that_is_no_json_object_is_refused() {
    let (server, furniture) = furnished();
    let mut requests = Vec::new();
    for (method, path, body) in with_bodies(&furniture) {
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
            format!("{body} {body}"),
            "{\"name\": \"\\ud800\"}".to_owned(),
        ];
        let all = texts.into_iter().map(<[u8]>::to_vec).chain(more.map(String::into_bytes));
        requests.extend(all.map(|text| (Request::new(method, &path).json_text(text), "")));
    }
    assert_refused(&server, requests);
}

#[test]
fn a_body_of_another_type_is_refused() {
    let (server, furniture) = furnished();
    let mut requests = Vec::new();
    for (method, path, body) in with_bodies(&furniture) {
        for content_type in
            ["text/plain", "application/xml", "application/json; charset=latin-1", "nonsense", ""]
        {
            let request = Request::new(method, &path).header("Content-Type", content_type);
            requests.push((request.body(body.to_string()), ""));
        }
        requests.push((Request::new(method, &path).body(body.to_string()), ""));
    }
    assert_refused(&server, requests);
}

#[test]
fn what_is_too_large_is_refused_and_not_kept() {
    let (server, furniture) = furnished();
    let text = "x".repeat(3 << 20);
    // Warmed up: buffers that the allocator keeps are not growth.
    assert_refused(&server, large_requests(&furniture, &text));
    let before = server.resident_kib();
    for _ in 0..10 {
        assert_refused(&server, large_requests(&furniture, &text));
    }
    let grown = server.resident_kib().saturating_sub(before);
    assert!(grown < 32 * 1024, "180 MiB of refused bodies left the process {grown} KiB larger");
}

fn large_requests(furniture: &Furniture, text: &str) -> Vec<(Request, &'static str)> {
    let bodies = with_bodies(furniture).into_iter();
    let large = bodies.map(|(method, path, mut body)| {
        let place = if body.is_array() { &mut body[0][0] } else { &mut body["description"] };
        *place = text.into();
        (Request::new(method, &path).json(&body), "")
    });
    large.collect()
}

#[test]
fn a_path_that_leads_nowhere_is_not_found() {
    let (server, _) = furnished();
    let long = format!("/v1/policies/{}", "n".repeat(300));
    let longer = format!("/v1/policies/{}", "n".repeat(60_000));
    let paths = [
        "/v1/policies/%00",
        "/v1/policies/p%00",
        "/v1/policies/%2e%2e",
        "/v1/policies/../policies/p%2f",
        "/v1/policies/%2f",
        "/v1/policies/p%2frules",
        "/v1/policies/%ff",
        "/v1/policies/%c0%af",
        "/v1/policies/%",
        "/v1/policies/%zz",
        "/v1/policies//rules",
        "/v1/policies/p/rules/",
        "/v1/policies/p/rules/%2e%2e",
        "/v1/policies/P",
        "/v1/nosuch",
        "/v1/policies/p/rules/00000000-0000-0000-0000-000000000000",
        "/v1/policies/p/rules/%27;DROP%20TABLE%20rules",
        "/v1/data-sources/%2e%2e/tables",
        "/v1/data-sources/d/tables/%00/rows",
        "/v1/data-sources/d/tables/nosuch/rows",
        "/v1/librarypolicies/%00",
        "/v1/system/drivers/%2e%2e%2fpush",
        "/v1/system/drivers/..%5c",
        "/docs/%2e%2e/%2e%2e/etc/passwd",
        &long,
        &longer,
    ];
    let before = everything(&server);
    for path in paths {
        for method in ["GET", "DELETE"] {
            let answer = server.send(&Request::new(method, path));
            let refused = (400..500).contains(&answer.status) || answer.status == 501;
            let shown: String = path.chars().take(80).collect();
            assert!(refused, "{method} {shown}: {answer}");
        }
    }
    assert_eq!(before, everything(&server));
}

#[test]
fn a_method_that_a_path_does_not_have_is_answered_the_same_way_everywhere() {
    let (server, furniture) = furnished();
    let rule = format!("/v1/policies/p/rules/{}", furniture.rule);
    let before = everything(&server);
    for path in [
        "/v1/policies",
        "/v1/policies/p/rules",
        &rule,
        "/v1/system/drivers",
        "/v1/data-sources",
        "/v1/policies/p/tables",
    ] {
        for method in ["PATCH", "FOO", "TRACE"] {
            let answer = server.send(&Request::new(method, path));
            assert_eq!((answer.status, answer.error_code()), (501, Some(501)), "{method} {path}: {answer}");
        }
    }
    assert_eq!(before, everything(&server));
}

#[test]
fn a_request_that_is_no_http_ends_its_connection_and_nothing_else() {
    let (server, _) = furnished();
    let requests: [&[u8]; 8] = [
        b"\r\n\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"POST /v1/policies HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST /v1/policies HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
        b"GET /v1/policies\x00 HTTP/1.1\r\nHost: a\r\n\r\n",
    ];
    for request in requests {
        // The server may close without a word; if it speaks, it refuses.
        let mut stream = http::connect(server.address()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(2))).unwrap();
        stream.write_all(request).unwrap();
        if let Ok(answer) = http::read_answer(&mut stream, false) {
            assert!(
                answer.status >= 400 && answer.status != 500,
                "{}: {answer}",
                String::from_utf8_lossy(request)
            );
        }
    }
    let headers = (0..2000)
        .fold(Request::new("GET", "/v1/policies"), |r, n| r.header(&format!("X-{n}"), &"v".repeat(500)));
    assert!(server.try_send(&headers).map_or(true, |answer| (400..500).contains(&answer.status)));
    let _ = server.get("/v1/policies").expect(200);
}

#[test]
fn slow_and_broken_off_clients_hold_nobody_up() {
    let (server, _) = furnished();
    let before = everything(&server);
    let truncated = b"POST /v1/policies HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"name\": \"half\"";
    let mut slow = Vec::new();
    for number in 0..200 {
        let mut stream = http::connect(server.address()).unwrap();
        // Half of them stop within the head, half within the body.
        let sent = if number % 2 == 0 { &truncated[..30] } else { &truncated[..] };
        stream.write_all(sent).unwrap();
        slow.push(stream);
    }
    let started = Instant::now();
    assert_eq!(before, everything(&server));
    assert!(
        started.elapsed() < Duration::from_secs(2),
        "waiting clients held up the others for {:?}",
        started.elapsed()
    );
    // Broken off: what was half sent is not half done.
    drop(slow);
    thread::sleep(Duration::from_millis(100));
    assert_eq!(before, everything(&server));
}

#[test]
fn a_client_that_never_finishes_is_let_go() {
    let server = Launch::on(&Database::fresh()).argument("--client-timeout=1s").start();
    let head =
        "POST /v1/policies HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 500\r\n";
    for sent in [head.to_owned(), format!("{head}\r\n{{\"name\": \"half")] {
        let mut stream = http::connect(server.address()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream.write_all(sent.as_bytes()).unwrap();
        match http::read_answer(&mut stream, false) {
            Ok(answer) => assert_eq!(answer.status, 408, "{answer}"),
            // Closed without a word is as good: the client had its time.
            Err(error) => assert_eq!(error.kind(), ErrorKind::UnexpectedEof, "still waiting: {error}"),
        }
    }
}

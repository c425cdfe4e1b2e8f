//! Bodies: what is taken, how much of it, and for how long.

use std::io::Write as _;
use std::time::{Duration, Instant};

use serde_json::json;
use statehouse_api::ApiOptions;

use crate::server::{Reply, Server};

#[test]
fn a_body_is_announced_as_json() {
    let server = Server::start();
    let send = |name: &str, headers: &[&str]| {
        server.send("POST", "/v1/policies", headers, json!({"name": name}).to_string().as_bytes())
    };
    send("a", &[]).refused(400, 400);
    send("a", &["Content-Type: text/plain"]).refused(400, 400);
    send("a", &["Content-Type: application/json; charset=latin1"]).refused(400, 400);
    send("a", &["Content-Type: application/json", "Content-Encoding: gzip"]).refused(415, 415);
    send("a", &["Content-Type: application/json; charset=utf-8"]).expect(201);
    send("b", &["Content-Type: application/json;charset=UTF8"]).expect(201);
    send("c", &["Content-Type: Application/JSON"]).expect(201);
}

#[test]
fn what_is_not_json_is_refused() {
    let server = Server::start();
    let deep = format!("{{\"name\": \"a\", \"x\": {}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    for body in [
        b"".as_slice(),
        b"{",
        b"p(1)",
        b"{\"name\": \"a\", \"description\": NaN}",
        b"{\"name\": \"a\", \"description\": \"\xff\"}",
        b"{\"name\": \"a\"} {}",
        b"{\"name\": \"a\", \"name\": \"b\"}",
        b"{\"name\": \"a\", \"x\": {\"y\": 1, \"\\u0079\": 2}}",
        b"{\"name\": \"\\ud800\"}",
        deep.as_bytes(),
    ] {
        for path in ["/v1/policies", "/v1/librarypolicies", "/v1/data-sources", "/v1/policies/action/rules"] {
            server.json("POST", path, body).refused(400, 400);
        }
    }
    let twice = server.json("POST", "/v1/policies", b"{\"name\": \"a\", \"name\": \"b\"}");
    assert!(twice.refused(400, 400).contains("'name' occurs twice"));
    assert_eq!(server.get("/v1/policies").list_of("name").len(), 2);
}

#[test]
fn a_body_has_a_longest_length_announced_or_not() {
    let server = Server::start();
    let long = json!({"name": "a", "x": "y".repeat(1024 * 1024)}).to_string();
    server.json("POST", "/v1/policies", long.as_bytes()).refused(413, 413);

    let mut connection = server.connect();
    let head = "POST /v1/policies HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n\
                Transfer-Encoding: chunked\r\n\r\n";
    connection.write_all(head.as_bytes()).unwrap();
    let chunk = [b"10000\r\n".as_slice(), &vec![b' '; 0x10000], b"\r\n"].concat();
    while connection.write_all(&chunk).is_ok() && !has_answer(&connection) {}
    let started = Instant::now();
    Reply::receive(connection).refused(413, 413);
    assert!(started.elapsed() < Duration::from_secs(10), "the connection stays until the body ends");
}

fn has_answer(connection: &std::net::TcpStream) -> bool {
    let answered = connection.set_nonblocking(true).and_then(|()| connection.peek(&mut [0])).is_ok();
    connection.set_nonblocking(false).is_ok() && answered
}

#[test]
fn rows_may_take_more_room() {
    let server = Server::start();
    server.data_source("push1", "push", &json!({"description": "pushed"}));
    let rows: Vec<_> = (0..2_000).map(|row| json!([row, "y".repeat(1_000)])).collect();
    server.put("/v1/data-sources/push1/tables/t/rows", &json!(rows)).expect(200);
    assert_eq!(server.get("/v1/data-sources/push1/tables/t/rows").list_of("data").len(), 2_000);
}

#[test]
fn a_body_that_does_not_arrive_is_not_waited_for() {
    let server = Server::with(ApiOptions { body_timeout: Duration::from_millis(100) });
    let mut connection = server.connect();
    let head = "POST /v1/policies HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n\
                Content-Length: 100\r\n\r\n{";
    connection.write_all(head.as_bytes()).unwrap();
    let started = Instant::now();
    Reply::receive(connection).refused(408, 408);
    assert!(started.elapsed() < Duration::from_secs(10));
}

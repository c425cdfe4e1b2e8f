//! Bodies: what is taken, how much of it, and for how long.

use std::io::{Read as _, Write as _};
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
fn all_bodies_together_have_a_room_that_is_free_again_after_the_answer() {
    let server = Server::with(ApiOptions { body_room: 1_000, ..ApiOptions::default() });
    let body = |name: &str, length| json!({"name": name, "x": "y".repeat(length)});
    // Half a body waits for its other half, and keeps what it has sent so far in the room.
    let mut waiting = server.connect();
    let text = body("first", 600).to_string();
    let (half, rest) = text.split_at(500);
    let head = format!(
        "POST /v1/policies HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{half}",
        text.len()
    );
    waiting.write_all(head.as_bytes()).unwrap();
    // The half may not have been read yet when the next request comes: it is read soon.
    let refused = (0..100).map(|attempt| body(&format!("small{attempt}"), 600)).find_map(|small| {
        let reply = server.post("/v1/policies", &small);
        (reply.status != 201).then_some(reply)
    });
    let refused = refused.expect("no room beside a body that waits");
    assert_eq!(refused.header("retry-after"), Some("1"));
    assert_eq!(refused.refused(503, 503), "the server has no room left for bodies");
    server.post("/v1/policies", &body("tiny", 0)).expect(201);

    waiting.write_all(rest.as_bytes()).unwrap();
    Reply::receive(waiting).expect(201);
    for attempt in 0..10 {
        server.post("/v1/policies", &body(&format!("later{attempt}"), 600)).expect(201);
    }
}

#[test]
fn a_client_may_ask_first_whether_to_send_the_body() {
    let server = Server::start();
    let mut connection = server.connect();
    let body = json!({"name": "asked"}).to_string();
    let head = format!(
        "POST /v1/policies HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Expect: 100-continue\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    connection.write_all(head.as_bytes()).unwrap();
    let mut go_on = [0; 25];
    connection.read_exact(&mut go_on).unwrap();
    assert_eq!(&go_on, b"HTTP/1.1 100 Continue\r\n\r\n");
    connection.write_all(body.as_bytes()).unwrap();
    Reply::receive(connection).expect(201);
}

#[test]
fn requests_sent_at_once_are_answered_in_order() {
    let server = Server::start();
    let mut connection = server.connect();
    let body = json!({"name": "piped"}).to_string();
    let create = format!(
        "POST /v1/policies HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let show = "GET /v1/policies/piped HTTP/1.1\r\nHost: a\r\n";
    connection.write_all(format!("{create}{show}\r\n{show}Connection: close\r\n\r\n").as_bytes()).unwrap();
    let mut answers = String::new();
    connection.read_to_string(&mut answers).unwrap();
    let statuses: Vec<&str> = answers.split("HTTP/1.1 ").skip(1).map(|answer| &answer[..3]).collect();
    assert_eq!(statuses, ["201", "200", "200"], "{answers}");
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
    let server =
        Server::with(ApiOptions { body_timeout: Duration::from_millis(100), ..ApiOptions::default() });
    let mut connection = server.connect();
    let head = "POST /v1/policies HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n\
                Content-Length: 100\r\n\r\n{";
    connection.write_all(head.as_bytes()).unwrap();
    let started = Instant::now();
    Reply::receive(connection).refused(408, 408);
    assert!(started.elapsed() < Duration::from_secs(10));
}

//! Which state an answer rests on, and how a request says which it wants.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking, also in its words")]

use std::io::Write as _;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::json;
use statehouse_api::ApiOptions;
use statehouse_db::{Request, Store};
use statehouse_model::{Command, Reference};

use crate::server::{Reply, Server};

/// Longer than any test takes: what ends such a wait is not time.
const FOR_EVER: Duration = Duration::from_mins(10);

fn waiting_at_most(revision_wait: Duration) -> Server {
    Server::with(ApiOptions { revision_wait, ..ApiOptions::default() })
}

fn get(server: &Server, path: &str, headers: &[&str]) -> Reply {
    server.send("GET", path, headers, b"")
}

/// A request that waits for a revision, without its answer.
fn ask_for(server: &Server, revision: u64) -> TcpStream {
    let mut connection = server.connect();
    let head = format!(
        "GET /v1/policies HTTP/1.1\r\nHost: a\r\nConnection: close\r\nStatehouse-Min-Revision: {revision}\r\n\r\n"
    );
    connection.write_all(head.as_bytes()).unwrap();
    connection
}

/// The figure of `/metrics` that begins so.
fn figure(server: &Server, name: &str) -> String {
    let text = String::from_utf8(server.get("/metrics").expect(200).body).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("{name} in\n{text}")).to_owned()
}

fn wait_until_figure(server: &Server, name: &str, value: &str) {
    let deadline = Instant::now() + Duration::from_secs(10);
    while figure(server, name) != value {
        assert!(Instant::now() < deadline, "{name} is {} and not {value}", figure(server, name));
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn delete_policy(store: &Store, name: &str) -> u64 {
    let command = Command::DeletePolicy { policy: Reference::from(name) };
    let request = Request { command, actor: "other".to_owned(), request_id: "1".to_owned() };
    store.write(request).unwrap().wait().unwrap().revision.0
}

#[test]
fn every_answer_carries_the_revision_that_it_rests_on() {
    let server = Server::start();
    server.policy("alpha");
    for (method, path) in [
        ("GET", "/"),
        ("GET", "/v1"),
        ("GET", "/v1/policies"),
        ("HEAD", "/v1/policies"),
        ("GET", "/v1/policies/nosuch"),
        ("GET", "/v1/policies/alpha/rules/nosuch"),
        ("GET", "/v1/policies/alpha/tables/t/rows"),
        ("GET", "/v1/nosuch"),
        ("GET", "/v1/system/drivers"),
        ("GET", "/v1/%ff"),
        ("PATCH", "/v1/policies"),
        ("POST", "/v1/policies"),
        ("POST", "/v1/policies/alpha?action=execute"),
        ("DELETE", "/v1/policies/nosuch"),
        ("DELETE", "/v1/policies/action"),
        ("GET", "/healthz"),
        ("GET", "/readyz"),
        ("GET", "/metrics"),
        ("GET", "/openapi.json"),
        ("GET", "/docs/nosuch"),
    ] {
        assert_eq!(server.send(method, path, &[], b"").revision(), 2, "{method} {path}");
    }
}

#[test]
fn a_write_tells_the_revision_that_it_made_or_on_which_it_was_rejected() {
    let server = Server::start();
    let alpha = json!({"name": "alpha"});
    assert_eq!(server.post("/v1/policies", &alpha).expect(201).revision(), 2);
    assert_eq!(server.post("/v1/policies", &alpha).expect(409).revision(), 2);
    assert_eq!(server.post("/v1/policies", &json!({"name": "beta"})).expect(201).revision(), 3);
    server.data_source("cloud", "push", &json!({"description": ""}));
    let rows = "/v1/data-sources/cloud/tables/t/rows";
    assert_eq!(server.put(rows, &json!([[1]])).expect(200).revision(), 5);
    assert_eq!(server.delete("/v1/data-sources/cloud").expect(200).revision(), 6);
    assert_eq!(server.delete("/v1/data-sources/cloud").expect(404).revision(), 6);

    // Another server writes, and this one learns of it while it decides.
    assert_eq!(delete_policy(&server.other_store(), "beta"), 7);
    assert_eq!(server.delete("/v1/policies/beta").expect(404).revision(), 7);
}

#[test]
fn a_server_that_takes_nothing_more_tells_what_it_has() {
    let server = Server::start();
    server.policy("alpha");
    server.store().clone().close().unwrap();
    assert_eq!(server.delete("/v1/policies/alpha").expect(503).revision(), 2);
}

#[test]
fn a_revision_that_is_there_is_not_waited_for() {
    let server = waiting_at_most(FOR_EVER);
    server.policy("alpha");
    for revision in ["0", "1", "2", "0000000000000000000000002"] {
        let header = format!("Statehouse-Min-Revision: {revision}");
        assert_eq!(get(&server, "/v1/policies", &[&header]).expect(200).revision(), 2);
    }
    assert_eq!(figure(&server, "statehouse_revision_wait_duration_seconds_count"), "0");
}

#[test]
fn a_revision_of_another_server_is_fetched() {
    let server = waiting_at_most(FOR_EVER);
    server.policy("alpha");
    let other = server.other_store();
    for consistency in ["linearizable", "eventual"] {
        server.policy("beta");
        let revision = delete_policy(&other, "beta");
        let headers = [
            format!("Statehouse-Min-Revision: {revision}"),
            format!("Statehouse-Consistency: {consistency}"),
        ];
        let reply = get(&server, "/v1/policies/beta", &headers.each_ref().map(String::as_str)).expect(404);
        assert_eq!(reply.revision(), revision);
    }
}

#[test]
fn a_request_waits_until_somebody_makes_the_revision() {
    let server = waiting_at_most(FOR_EVER);
    let waiting = [ask_for(&server, 2), ask_for(&server, 3), ask_for(&server, 3)];
    wait_until_figure(&server, "statehouse_revision_waiting", "3");
    let [second, third, other_third] = waiting;
    server.policy("alpha");
    assert_eq!(Reply::receive(second).expect(200).revision(), 2);
    wait_until_figure(&server, "statehouse_revision_waiting", "2");
    assert_eq!(delete_policy(&server.other_store(), "alpha"), 3);
    for waiting in [third, other_third] {
        assert_eq!(Reply::receive(waiting).expect(200).revision(), 3);
    }
    assert_eq!(figure(&server, r#"statehouse_revision_waits_total{outcome="reached"}"#), "3");
    assert_eq!(figure(&server, "statehouse_revision_wait_duration_seconds_count"), "3");
}

#[test]
fn a_revision_that_does_not_come_is_answered_with_the_newest() {
    let wait = Duration::from_millis(300);
    let server = waiting_at_most(wait);
    server.policy("alpha");
    for consistency in ["linearizable", "eventual"] {
        let began = Instant::now();
        let headers = ["Statehouse-Min-Revision: 17", &format!("Statehouse-Consistency: {consistency}")];
        let reply = get(&server, "/v1/policies", &headers);
        assert!(began.elapsed() >= wait, "{:?}", began.elapsed());
        assert_eq!((reply.revision(), reply.header("retry-after")), (2, None));
        let message = reply.refused(412, 412);
        assert_eq!(message, "Statehouse-Min-Revision: there is no revision 17 yet: the newest is 2");
    }
    assert_eq!(figure(&server, r#"statehouse_revision_waits_total{outcome="not_yet"}"#), "2");
}

#[test]
fn a_server_that_does_not_wait_asks_the_database_all_the_same() {
    let server = waiting_at_most(Duration::ZERO);
    server.policy("alpha");
    let other = server.other_store();
    let revision = delete_policy(&other, "alpha");
    let header = |revision: u64| format!("Statehouse-Min-Revision: {revision}");
    assert_eq!(get(&server, "/v1/policies", &[&header(revision)]).expect(200).revision(), revision);
    get(&server, "/v1/policies", &[&header(revision + 1)]).refused(412, 412);
}

#[test]
fn a_write_waits_before_it_is_decided() {
    let server = waiting_at_most(Duration::from_millis(50));
    server.policy("alpha");
    let alpha = json!({"name": "beta"}).to_string();
    let create = |revision: &str| {
        let headers = ["Content-Type: application/json", &format!("Statehouse-Min-Revision: {revision}")];
        server.send("POST", "/v1/policies", &headers, alpha.as_bytes())
    };
    create("3").refused(412, 412);
    let headers = ["Statehouse-Min-Revision: 3"];
    server.send("DELETE", "/v1/policies/alpha", &headers, b"").refused(412, 412);
    assert_eq!(server.get("/v1/policies").revision(), 2, "nothing was written");
    assert_eq!(create("2").expect(201).revision(), 3);
}

#[test]
fn a_body_is_not_received_for_a_write_that_is_refused() {
    let server = waiting_at_most(Duration::ZERO);
    let mut connection = server.connect();
    let head = "POST /v1/policies HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\
                Statehouse-Min-Revision: 17\r\n\r\n{";
    connection.write_all(head.as_bytes()).unwrap();
    Reply::receive(connection).refused(412, 412);
}

#[test]
fn only_so_many_wait_at_the_same_time() {
    let server =
        Server::with(ApiOptions { revision_wait: FOR_EVER, revision_waits: 2, ..ApiOptions::default() });
    let waiting = [ask_for(&server, 17), ask_for(&server, 17)];
    wait_until_figure(&server, "statehouse_revision_waiting", "2");
    let reply = get(&server, "/v1/policies", &["Statehouse-Min-Revision: 17"]);
    assert_eq!(reply.header("retry-after"), Some("1"));
    assert!(reply.refused(503, 503).contains("2 requests wait"));
    get(&server, "/v1/policies", &["Statehouse-Min-Revision: 1"]).expect(200);
    assert_eq!(figure(&server, r#"statehouse_revision_waits_total{outcome="turned_away"}"#), "1");
    drop(waiting);
}

#[test]
fn a_client_that_goes_away_makes_room_for_others() {
    let server = waiting_at_most(FOR_EVER);
    let waiting = ask_for(&server, 17);
    wait_until_figure(&server, "statehouse_revision_waiting", "1");
    drop(waiting);
    wait_until_figure(&server, "statehouse_revision_waiting", "0");
    assert_eq!(figure(&server, r#"statehouse_revision_waits_total{outcome="abandoned"}"#), "1");
    wait_until_figure(&server, "statehouse_http_abandoned_requests_total", "1");
}

#[test]
fn a_server_that_stops_lets_nobody_wait() {
    let mut server = waiting_at_most(FOR_EVER);
    let waiting = ask_for(&server, 17);
    wait_until_figure(&server, "statehouse_revision_waiting", "1");
    let began = Instant::now();
    server.tell_to_stop();
    let reply = Reply::receive(waiting);
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    assert!(reply.header("retry-after").is_some());
    assert_eq!(reply.refused(503, 503), "the server is stopping");
}

#[test]
fn an_eventual_read_asks_no_database() {
    let server = Server::start();
    server.policy("alpha");
    // From now on this server learns nothing of what others write.
    server.store().clone().close().unwrap();
    assert_eq!(delete_policy(&server.other_store(), "alpha"), 3);
    server.get("/v1/policies").refused(503, 503);
    get(&server, "/v1/policies", &["Statehouse-Consistency: linearizable"]).refused(503, 503);
    let reply = get(&server, "/v1/policies/alpha", &["Statehouse-Consistency: eventual"]).expect(200);
    assert_eq!(reply.revision(), 2);
    let headers = ["Statehouse-Consistency: eventual", "Statehouse-Min-Revision: 2"];
    get(&server, "/v1/policies/alpha", &headers).expect(200);
    let headers = ["Statehouse-Consistency: eventual", "Statehouse-Min-Revision: 3"];
    get(&server, "/v1/policies/alpha", &headers).refused(503, 503);
}

#[test]
fn a_header_that_makes_no_sense_is_named() {
    let server = waiting_at_most(Duration::ZERO);
    for (header, value) in [
        ("Statehouse-Min-Revision", ""),
        ("Statehouse-Min-Revision", "x"),
        ("Statehouse-Min-Revision", "-1"),
        ("Statehouse-Min-Revision", "+1"),
        ("Statehouse-Min-Revision", "1, 2"),
        ("Statehouse-Min-Revision", "18446744073709551616"),
        ("Statehouse-Consistency", ""),
        ("Statehouse-Consistency", "strong"),
        ("Statehouse-Consistency", "EVENTUAL"),
    ] {
        let header_line = format!("{header}: {value}");
        for (method, path) in [
            ("GET", "/v1/policies"),
            ("GET", "/v1/policies/nosuch/rules"),
            ("POST", "/v1/policies"),
            ("DELETE", "/v1/policies/nosuch"),
        ] {
            let reply = server.send(method, path, &[&header_line], b"");
            assert_eq!(reply.revision(), 1);
            let message = reply.refused(400, 400);
            assert!(message.starts_with(&format!("{header}: ")), "{method} {path} {value:?}: {message}");
        }
        // What has no state has no use for them.
        server.send("GET", "/healthz", &[&header_line], b"").expect(200);
    }
    let twice = ["Statehouse-Min-Revision: 1", "Statehouse-Min-Revision: 1"];
    assert!(get(&server, "/v1/policies", &twice).refused(400, 400).contains("more than once"));
}

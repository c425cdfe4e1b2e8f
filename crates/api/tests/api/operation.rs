//! What those who run a server rely on.

use std::io::Write as _;
use std::time::Duration;

use serde_json::json;
use statehouse_model::Revision;

use crate::server::{Reply, Server};

#[test]
fn every_answer_carries_an_id_of_its_own() {
    let server = Server::start();
    let mut seen = std::collections::HashSet::new();
    for path in
        ["/", "/v1/policies", "/v1/policies/nosuch", "/v1/nosuch", "/v2", "/v1/%ff", "/healthz", "/docs/"]
    {
        let reply = server.send("GET", path, &["X-Openstack-Request-Id: req-mine"], b"");
        let id = reply.header("x-openstack-request-id").expect("an id").to_owned();
        assert!(id.starts_with("req-") && id.len() == 40, "{path}: {id}");
        assert!(seen.insert(id), "{path}");
    }
}

#[test]
fn the_log_holds_the_id_that_the_answer_carries() {
    let server = Server::start();
    let created = server.post("/v1/policies", &json!({"name": "alpha"})).expect(201);
    let commits = server.store().history(Revision(1), 10).unwrap();
    assert_eq!(created.header("x-openstack-request-id"), Some(commits[0].request_id.as_str()));
    assert_eq!(commits[0].actor, "anonymous");
    assert_eq!(created.header("statehouse-revision"), Some("2"));
    assert_eq!(server.get("/v1/policies").header("statehouse-revision"), Some("2"));
}

#[test]
fn health_and_readiness_are_told() {
    let server = Server::start();
    assert_eq!(server.get("/healthz").expect(200).value(), json!({"status": "alive"}));
    assert_eq!(server.get("/readyz").expect(200).value(), json!({"status": "ready", "revision": 1}));
}

#[test]
fn a_store_that_is_closed_takes_nothing_more() {
    let server = Server::start();
    server.store().clone().close().unwrap();
    let reply = server.post("/v1/policies", &json!({"name": "alpha"}));
    assert!(reply.header("retry-after").is_some());
    reply.refused(503, 503);
    server.get("/healthz").expect(200);
}

#[test]
fn metrics_count_requests_by_the_template_of_their_path() {
    let server = Server::start();
    server.policy("alpha");
    for path in ["/v1/policies/alpha", "/v1/policies/nosuch", "/v1/policies/%ff", "/nosuch/1"] {
        server.get(path);
    }
    server.send("MADEUP", "/v1/policies/alpha", &[], b"");
    let metrics = server.get("/metrics").expect(200);
    assert!(metrics.header("content-type").is_some_and(|value| value.contains("text")), "{}", metrics.head);
    let text = String::from_utf8(metrics.body).unwrap();
    for line in [
        r#"statehouse_http_requests_total{endpoint="/v1/policies/{policy}",method="GET",status="200"} 1"#,
        r#"statehouse_http_requests_total{endpoint="/v1/policies/{policy}",method="GET",status="404"} 1"#,
        r#"statehouse_http_requests_total{endpoint="/v1/policies/{policy}",method="other",status="501"} 1"#,
        r#"statehouse_http_request_duration_seconds_count{endpoint="/v1/policies",method="POST"} 1"#,
        "statehouse_store_commits_total 2",
        "statehouse_store_queued_commands 0",
        "statehouse_store_ready 1",
        "statehouse_store_revision 2",
        "statehouse_build_info{version=",
        r#"statehouse_store_transaction_duration_seconds_bucket{le="+Inf"} "#,
        "# EOF",
    ] {
        assert!(text.contains(line), "{line} in\n{text}");
    }
    assert!(!text.contains("MADEUP") && !text.contains("nosuch"), "{text}");
}

#[test]
fn what_was_accepted_is_finished_before_the_server_stops() {
    let mut server = Server::start();
    let body = json!({"name": "late"}).to_string();
    let mut connection = server.connect();
    let head = format!(
        "POST /v1/policies HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n",
        body.len()
    );
    connection.write_all(head.as_bytes()).unwrap();
    std::thread::sleep(Duration::from_millis(100));
    server.tell_to_stop();
    std::thread::sleep(Duration::from_millis(100));
    connection.write_all(body.as_bytes()).unwrap();
    Reply::receive(connection).expect(201);
}

//! What an operator sees: start and stop, schema, secrets, health, and what is said when something is wrong.

use serde_json::{Value, json};
use statehouse_tests::command::{self, exit};
use statehouse_tests::server::Launch;
use statehouse_tests::{Database, Request, Server, http};
use std::collections::BTreeSet;
use std::io::Write;
use std::time::Duration;

#[test]
fn a_schema_newer_than_the_program_is_refused_with_what_to_do() {
    let server = Server::fresh();
    let database = server.stop().database().clone();
    database.pretend_newer_schema();
    let outcome = command::serve(&database.flags().iter().map(String::as_str).collect::<Vec<_>>());
    outcome.assert_one_clear_line(exit::OTHER_SCHEMA, &["schema", "9999"]);
}

#[test]
fn a_wrong_secret_key_is_refused_at_start() {
    let with_secret = Server::fresh();
    create_secretive(&with_secret, "d");
    let stopped = with_secret.stop();
    let other = Server::fresh();
    create_secretive(&other, "d");
    let other_key = other.stop().database().key_file().display().to_string();

    let arguments = ["--database", &stopped.database().url(), "--secret-key-file", &other_key];
    command::serve(&arguments).assert_one_clear_line(exit::WRONG_KEY, &["key"]);

    let server = stopped.restart();
    assert_eq!(server.data_source_names(), ["d"]);
}

/// Nothing else on this machine reads like it.
const SECRET: &str = "unmistakable-7f3a9c51";

fn create_secretive(server: &Server, name: &str) {
    let config =
        json!({ "username": "u", "password": SECRET, "auth_url": "http://127.0.0.1:1", "project_name": "p" });
    let body = json!({ "name": name, "driver": "fake_datasource", "config": config });
    let created = server.post("/v1/data-sources", &body).expect(201).json();
    assert_eq!(created["config"]["password"], "<hidden>");
}

#[test]
fn a_secret_is_in_no_answer_no_log_and_nowhere_in_the_database() {
    let server = Launch::on(&Database::fresh()).setting("STATEHOUSE_LOG", "trace").start();
    create_secretive(&server, "d");
    let config = json!({ "password": SECRET, "nosuch": SECRET });
    let again = json!({ "name": "d", "driver": "fake_datasource", "config": config });
    let refused = server.post("/v1/data-sources", &again).text();
    let mut seen: Vec<(String, Vec<u8>)> = vec![("a refusal".into(), refused.into())];
    for target in [
        "/v1/data-sources",
        "/v1/data-sources/d",
        "/v1/data-sources/d/status",
        "/metrics",
        "/v1/system/drivers/fake_datasource",
    ] {
        seen.push((target.into(), server.get(target).body));
    }
    // While the write-ahead log is there, after a crash, and after an orderly end.
    seen.extend(server.database().contents());
    let server = server.kill().restart();
    seen.push(("/v1/data-sources after a restart".into(), server.get("/v1/data-sources").body));
    let stopped = server.stop();
    seen.extend(stopped.database().contents());
    seen.push(("the log".into(), stopped.log().into()));

    assert!(seen.iter().any(|(name, bytes)| {
        ["statehouse.db", "data_sources"].contains(&name.as_str()) && !bytes.is_empty()
    }));
    for (place, bytes) in seen {
        let found = bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes());
        assert!(!found, "the secret is in {place}");
    }
}

#[test]
fn a_secret_key_in_the_environment_is_used_and_not_shown() {
    let key = "0123456789abcdef".repeat(4);
    let shown =
        command::run_in(&std::env::temp_dir(), &["config", "show"], &[("STATEHOUSE_SECRET_KEY", &key)]);
    assert!(!shown.success().contains(&key));
    let server = Launch::on(&Database::fresh()).setting("STATEHOUSE_SECRET_KEY", &key).start();
    create_secretive(&server, "d");
    assert!(!server.database().key_file().exists(), "a key was made although one was given");
    let stopped = server.kill().restart().stop();
    assert!(!stopped.log().contains(&key));
}

#[test]
fn what_was_accepted_before_the_end_is_finished() {
    let server = Server::fresh();
    server.create_policy("p");
    let body = json!({ "rule": "q(1)" }).to_string();
    let request = Request::new("POST", "/v1/policies/p/rules").json_text(body).wire(server.address());
    let (now, later) = request.split_at(request.len() - 5);
    let mut stream = http::connect(server.address()).unwrap();
    stream.write_all(now).unwrap();
    std::thread::sleep(Duration::from_millis(100));

    server.ask_to_stop();
    std::thread::sleep(Duration::from_millis(200));
    stream.write_all(later).unwrap();
    let _ = http::read_answer(&mut stream, false).unwrap().expect(201);

    let server = server.wait().restart();
    assert_eq!(server.policy("p").rule_texts(), ["q(1)"]);
}

#[test]
fn an_idle_connection_does_not_keep_the_server_from_stopping() {
    let server = Server::fresh();
    let idle = http::connect(server.address()).unwrap();
    let before = std::time::Instant::now();
    drop(server.stop());
    assert!(before.elapsed() < Duration::from_secs(10), "stopping took {:?}", before.elapsed());
    drop(idle);
}

#[test]
fn health_and_metrics_are_there_without_a_version() {
    let server = Server::fresh();
    let _ = server.get("/healthz").expect(200);
    let _ = server.get("/readyz").expect(200);
    server.create_policy("p");
    let metrics = server.get("/metrics").expect(200);
    assert!(metrics.header("Content-Type").is_some_and(|kind| kind.contains("text")), "{metrics}");
    let text = metrics.text();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let value = line.rsplit(' ').next().unwrap_or_default();
        assert!(value.parse::<f64>().is_ok(), "no number at the end of {line:?}");
    }
    assert!(text.contains("# TYPE ") && text.contains("statehouse_"), "{text}");
}

#[test]
fn the_description_of_the_api_is_served_printed_and_browsable() {
    let server = Server::fresh();
    let document = server.get("/openapi.json").expect(200).json();
    assert!(
        document["openapi"].as_str().is_some_and(|version| version.starts_with("3.")),
        "{}",
        document["openapi"]
    );
    for path in [
        "/v1/policies",
        "/v1/librarypolicies",
        "/v1/data-sources",
        "/v1/system/drivers",
        "/healthz",
        "/metrics",
    ] {
        assert!(document["paths"][path].is_object(), "{path} is not described");
    }
    let printed: Value = serde_json::from_str(&command::run(&["openapi"]).success()).unwrap();
    assert_eq!(printed, document);
    let page = server.get("/docs/").expect(200).text();
    assert!(page.contains("<html"), "{page}");
    assert!(
        !page.contains("src=\"http") && !page.contains("href=\"http"),
        "the page loads from elsewhere: {page}"
    );
}

#[test]
fn each_answer_carries_a_request_id_of_its_own() {
    let server = Server::fresh();
    let targets = ["/v1/policies", "/v1/policies/nosuch", "/nosuch", "/", "/v1/policies/"];
    let ids: BTreeSet<String> = targets
        .iter()
        .map(|target| server.get(target).header("X-Openstack-Request-Id").unwrap_or_default().to_owned())
        .collect();
    assert_eq!(ids.len(), targets.len(), "{ids:?}");
    for id in ids {
        let uuid = id.strip_prefix("req-").unwrap_or_default();
        let groups: Vec<usize> = uuid.split('-').map(str::len).collect();
        assert_eq!(groups, [8, 4, 4, 4, 12], "{id:?}");
        assert!(uuid.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit()), "{id:?}");
    }
}

#[test]
fn the_log_is_json_line_by_line_when_nobody_watches() {
    let server = Server::fresh();
    server.create_policy("p");
    let stopped = server.stop();
    let log = stopped.log();
    assert!(!log.trim().is_empty());
    for line in log.lines().filter(|line| !line.trim().is_empty()) {
        assert!(serde_json::from_str::<Value>(line).is_ok_and(|entry| entry.is_object()), "not JSON: {line}");
    }
}

#[test]
fn the_schema_goes_up_and_down_by_hand() {
    let database = Database::fresh();
    let migrate =
        |words: &[&str]| command::run(&[&["migrate"], words, &["--database", &database.url()]].concat());
    assert_ne!(migrate(&["check"]).code, Some(0), "an empty database is not up to date");
    migrate(&["up"]).success();
    migrate(&["check"]).success();
    assert!(migrate(&["status"]).success().contains("0001"), "the migrations by number");
    // Down takes the data along: that has to be meant.
    migrate(&["down"]).assert_one_clear_line(exit::WRONG_SETTINGS, &["--yes"]);
    migrate(&["check"]).success();
    migrate(&["down", "0009", "--yes"]).success();
    assert_ne!(migrate(&["check"]).code, Some(0));
    // So has what migration 0011 takes away, which is a contract.
    migrate(&["up"]).assert_one_clear_line(exit::WRONG_SETTINGS, &["--yes"]);
    migrate(&["up", "--yes"]).success();
    migrate(&["check"]).success();
}

#[test]
fn a_fresh_database_begins_with_the_two_policies_and_a_log_that_has_no_gap() {
    let server = Server::fresh();
    assert_eq!(server.policy_names(), ["classification", "action"]);
    server.create_policy("p");
    server.database().assert_log_complete();
    assert!(server.database().numbers(&["SELECT revision FROM head"])[0] >= 1);
}

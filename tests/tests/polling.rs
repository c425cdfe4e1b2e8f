//! Data sources that are polled: by one server at a time, whichever is alive, and never with what is out of date.

#![expect(clippy::expect_used, clippy::panic, reason = "what a test cannot set up or read fails it")]

use serde_json::{Value, json};
use statehouse_tests::server::Launch;
use statehouse_tests::throwaway::Error;
use statehouse_tests::throwaway::certificate::{Authority, NAMES};
use statehouse_tests::throwaway::ground::Ground;
use statehouse_tests::{Database, Server, Source, command};
use std::time::{Duration, Instant};

const DRIVER: &str = "
id: inventory
config:
  - { name: url, required: true }
  - { name: token, secret: true }
  - { name: poll_time, default: 1 }
rows: polled
poll:
  url: url
  interval: poll_time
  headers: [{ name: Authorization, from: token, prefix: 'Bearer ' }]
tables:
  - id: servers
    columns: [{ name: id }, { name: state, from: status.current }]
    poll: { path: '/v1/servers?all=1', list: result.servers }
";

/// A lease lasts five seconds, and a request at most half a minute; the machine may be busy.
const PATIENCE: Duration = Duration::from_secs(80);

/// A new database whose servers know the driver `inventory`.
fn database() -> Database {
    let database = Database::fresh();
    std::fs::write(database.drivers().join("inventory.yaml"), DRIVER).expect("a declaration");
    database
}

/// A server that polls.
fn polling_server() -> Server {
    let server = Server::on(database());
    until("the server polls", || polls(&server));
    server
}

fn polls(server: &Server) -> bool {
    figure(server, "statehouse_polling_active") == 1
}

#[track_caller]
fn figure(server: &Server, name: &str) -> u64 {
    server.metric(name).unwrap_or_else(|| panic!("the metric {name}"))
}

/// What a source answers that has one server in this state.
fn inventory(state: &str) -> Value {
    json!({ "result": { "servers": [{ "id": "vm", "status": { "current": state } }] } })
}

fn rows(state: &str) -> Vec<Value> {
    vec![json!(["vm", state])]
}

fn create(server: &Server, source: &Source, more: &Value) {
    let mut body = json!({ "name": "cmdb", "driver": "inventory", "config": { "url": source.url() } });
    for (field, value) in more.as_object().expect("an object of fields") {
        body["config"][field] = value.clone();
    }
    let _ = server.post("/v1/data-sources", &body).expect(201);
}

/// The rows of the data source; none as long as nothing was ever stored.
fn shown(server: &Server) -> Vec<Value> {
    let answer = server.get("/v1/data-sources/cmdb/tables/servers/rows");
    if answer.status == 404 { Vec::new() } else { server.data_source("cmdb").rows("servers") }
}

fn last_error(server: &Server) -> String {
    let status = server.get("/v1/data-sources/cmdb/status").expect(200).json();
    status["last_error"].as_str().expect("a text").to_owned()
}

#[track_caller]
fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !is_so() {
        assert!(Instant::now() < deadline, "not within {PATIENCE:?}: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn rows_come_by_themselves_and_only_what_is_different_is_stored() {
    let (server, source) = (polling_server(), Source::new());
    source.says(&inventory("ACTIVE"));
    create(&server, &source, &json!({ "token": "S3cret!" }));
    until("the rows are there", || shown(&server) == rows("ACTIVE"));
    let head = source.last_head();
    assert!(head.starts_with("GET /v1/servers?all=1 HTTP/1.1\r\n"), "{head}");
    assert!(head.to_lowercase().contains("\r\nauthorization: bearer s3cret!\r\n"), "{head}");

    let revision = server.get("/v1/policies").header("statehouse-revision").map(str::to_owned);
    source.is_asked(3);
    assert_eq!(server.get("/v1/policies").header("statehouse-revision").map(str::to_owned), revision);
    let status = server.get("/v1/data-sources/cmdb/status").expect(200).json();
    assert_eq!((&status["last_error"], &status["number_of_updates"]), (&json!("None"), &json!("1")));

    source.says(&inventory("SHUTOFF"));
    until("the rows change", || shown(&server) == rows("SHUTOFF"));
    server.data_source("cmdb").delete();
    until("the data source is forgotten", || figure(&server, "statehouse_polling_data_sources") == 0);
    let asked = source.asked();
    std::thread::sleep(Duration::from_secs(2));
    assert!(source.asked() <= asked + 1, "a source that was deleted is asked no more");
    assert!(!server.log().contains("S3cret!"));
}

#[test]
fn a_source_over_tls_is_asked_only_if_its_certificate_is_its_own_and_of_an_authority_that_is_trusted()
-> Result<(), Error> {
    let ground = Ground::new(&[])?;
    let (trusted, stranger) = (Authority::new(&ground, "trusted")?, Authority::new(&ground, "stranger")?);
    let database = database();
    let authorities = trusted.certificate().display().to_string();
    let server = Launch::on(&database).setting("SSL_CERT_FILE", &authorities).start();
    until("the server polls", || polls(&server));
    for (certificate, problem) in [
        (stranger.sign(&ground, "strange", NAMES)?, "UnknownIssuer"),
        (trusted.sign(&ground, "elsewhere", "DNS:another.example,IP:127.0.0.9")?, "not valid for name"),
    ] {
        let source = Source::over_tls(&certificate);
        source.says(&inventory("STOLEN"));
        create(&server, &source, &json!({ "token": "S3cret!" }));
        until("it was tried", || last_error(&server) != "None");
        assert!(last_error(&server).contains(problem), "{problem}: {}", last_error(&server));
        assert_eq!((source.asked(), shown(&server)), (0, vec![]), "nothing was said to it or heard of it");
        server.data_source("cmdb").delete();
    }
    let source = Source::over_tls(&trusted.sign(&ground, "right", NAMES)?);
    source.says(&inventory("ACTIVE"));
    create(&server, &source, &json!({ "token": "S3cret!" }));
    until("the rows are there", || shown(&server) == rows("ACTIVE"));
    assert!(source.url().starts_with("https://"));
    Ok(())
}

#[test]
fn one_server_polls_and_when_it_is_killed_another_does() {
    let (database, source) = (database(), Source::new());
    let first = Server::on(&database);
    until("the first polls", || polls(&first));
    let second = Server::on(&database);
    source.says(&inventory("1"));
    create(&second, &source, &json!({}));
    until("the rows are there", || shown(&second) == rows("1"));

    source.is_asked(3);
    assert_eq!(
        (figure(&first, "statehouse_polling_active"), figure(&second, "statehouse_polling_active")),
        (1, 0)
    );
    assert_eq!(figure(&second, "statehouse_polling_succeeded_total"), 0, "the second leaves it to the first");
    let asked_too = second.post("/v1/data-sources/cmdb?action=request-refresh", &json!({}));
    assert!(asked_too.expect(503).message().contains("another server polls"));

    let killed = first.kill();
    let death = Instant::now();
    source.says(&inventory("2"));
    until("the second goes on", || shown(&second) == rows("2"));
    assert!(death.elapsed() < Duration::from_secs(20), "it takes seconds: {:?}", death.elapsed());

    let first = killed.restart();
    source.is_asked(3);
    assert_eq!(
        (figure(&first, "statehouse_polling_active"), figure(&second, "statehouse_polling_active")),
        (0, 1)
    );
    let _ = second.stop();
    source.says(&inventory("3"));
    until("one that stops hands over", || shown(&first) == rows("3"));
    assert_eq!(source.most_at_once(), 1);
}

#[test]
fn a_server_that_stood_still_stores_nothing_that_is_out_of_date() {
    let (database, source) = (database(), Source::new());
    let first = Server::on(&database);
    until("the first polls", || polls(&first));
    let second = Server::on(&database);
    source.says(&inventory("1"));
    create(&first, &source, &json!({}));
    until("the rows are there", || shown(&second) == rows("1"));

    // The first has asked, stands still, and then has the answer of long ago.
    source.says(&inventory("old"));
    source.stalls();
    until("the first has asked", || source.open() == 1);
    first.pause();
    source.goes_on();
    source.says(&inventory("new"));
    until("the second polls", || shown(&second) == rows("new"));
    let revision = second.get("/v1/policies").header("statehouse-revision").map(str::to_owned);
    first.resume();
    until("the first notices", || figure(&first, "statehouse_polling_dropped_total") == 1);
    assert!(!polls(&first) && polls(&second));
    assert_eq!((shown(&first), shown(&second)), (rows("new"), rows("new")));
    assert_eq!(second.get("/v1/policies").header("statehouse-revision").map(str::to_owned), revision);
}

#[test]
fn what_cannot_be_used_is_told_and_changes_nothing() {
    let (server, source) = (polling_server(), Source::new());
    source.says(&inventory("ACTIVE"));
    create(&server, &source, &json!({ "token": "S3cret!" }));
    until("the rows are there", || shown(&server) == rows("ACTIVE"));
    let long = format!("[{}]", " ".repeat(16 * 1024 * 1024));
    let elsewhere = format!("Location: {}/v1/servers", Source::new().url());
    for (status, header, text, says) in [
        (200, "", "<html>", "no object that could have 'result'"),
        (200, "", r#"{"result": {"servers": [}"#, "not JSON"),
        (200, "", r#"{"result": []}"#, "on the way to 'result.servers'"),
        (200, "", r#"{"result": {"servers": [1]}}"#, "row 0: "),
        (200, "", &long, "longer than 16777216 bytes"),
        (503, "", "{}", "status 503"),
        (302, &elsewhere, "", "redirects to another server"),
    ] {
        source.says_with(status, header, text);
        // Failures let the next poll wait for longer: it is asked for.
        let _ = server.post("/v1/data-sources/cmdb?action=request-refresh", &json!({})).expect(200);
        until(says, || last_error(&server).contains(says));
        let error = last_error(&server);
        assert!(error.contains("table 'servers': ") && !error.contains(&source.url()), "{error}");
        assert_eq!(shown(&server), rows("ACTIVE"));
    }
    source.says(&inventory("BUILD"));
    let _ = server.post("/v1/data-sources/cmdb?action=request-refresh", &json!({})).expect(200);
    until("it is well again", || shown(&server) == rows("BUILD") && last_error(&server) == "None");
    let told = server.log();
    assert!(
        !told.contains("S3cret!")
            && told.contains("polling failed")
            && told.contains("polling succeeds again")
    );
}

#[test]
fn a_source_that_does_not_answer_is_given_up_and_never_asked_twice_at_once() {
    let (server, source) = (polling_server(), Source::new());
    source.stalls();
    create(&server, &source, &json!({}));
    until("it is given up", || last_error(&server).contains("no complete answer in time"));
    assert_eq!(source.most_at_once(), 1);
}

#[test]
fn a_refresh_does_not_wait_for_the_interval() {
    let (server, source) = (polling_server(), Source::new());
    source.says(&inventory("1"));
    create(&server, &source, &json!({ "poll_time": "86400" }));
    until("the rows are there", || shown(&server) == rows("1"));
    source.says(&inventory("2"));
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(shown(&server), rows("1"));
    let _ = server.post("/v1/data-sources/cmdb?action=request-refresh", &json!({})).expect(200);
    until("the rows change", || shown(&server) == rows("2"));
    assert_eq!(source.asked(), 2);
}

#[test]
fn a_source_that_is_disabled_is_not_polled() {
    let (server, source) = (polling_server(), Source::new());
    let body =
        json!({ "name": "off", "driver": "inventory", "enabled": false, "config": { "url": source.url() } });
    let _ = server.post("/v1/data-sources", &body).expect(201);
    create(&server, &source, &json!({}));
    source.is_asked(3);
    assert_eq!(figure(&server, "statehouse_polling_data_sources"), 1);
    assert_eq!(server.get("/v1/data-sources/off/tables/servers/rows").status, 404);
    let refused = server.post("/v1/data-sources/off?action=request-refresh", &json!({}));
    assert!(refused.expect(400).message().contains("disabled"));
}

#[test]
fn what_cannot_be_polled_is_refused_when_it_is_created() {
    let server = Server::on(database());
    for (config, field) in [
        (json!({ "url": "ftp://host" }), "config.url"),
        (json!({ "url": "http://user:S3cret!@host" }), "config.url"),
        (json!({ "url": "http://host", "poll_time": "0" }), "config.poll_time"),
        (json!({ "url": "http://host", "poll_time": 86401 }), "config.poll_time"),
        (json!({ "url": "http://host", "poll_time": "often" }), "config.poll_time"),
        (json!({ "url": "http://host", "token": "S3cret!\r\nX: y" }), "config.token"),
    ] {
        let body = json!({ "name": "cmdb", "driver": "inventory", "config": config });
        let message = server.post("/v1/data-sources", &body).expect(400).message();
        assert!(message.contains(field) && !message.contains("S3cret!"), "{config}: {message}");
    }
}

#[test]
fn a_driver_that_does_not_say_where_to_poll_is_named_with_its_file() {
    let database = database();
    std::fs::write(database.drivers().join("nowhere.yaml"), "id: nowhere\nrows: polled\n").expect("a file");
    let drivers = database.drivers().display().to_string();
    let outcome = command::serve(&["--database", &database.url(), "--drivers", &drivers]);
    outcome.assert_one_clear_line(2, &["nowhere.yaml", "'poll'"]);
}

//! What an operator sees: start and stop, settings, health, and what is said when something is wrong.

use serde_json::{Value, json};
use statehouse_tests::command::{self, Outcome};
use statehouse_tests::database::number;
use statehouse_tests::server::Launch;
use statehouse_tests::{Database, Request, Server, http};
use std::collections::BTreeSet;
use std::io::Write;
use std::net::TcpListener;
use std::time::Duration;

// Exit codes, as `--help` documents them.
const WRONG_SETTINGS: i32 = 2;
const NO_DATABASE: i32 = 3;
const OTHER_SCHEMA: i32 = 4;
const WRONG_KEY: i32 = 5;
const NO_ADDRESS: i32 = 6;

/// Fails unless the call ended with the documented exit code and said why in one line that holds each of `words`.
#[track_caller]
fn assert_one_clear_line(outcome: &Outcome, code: i32, words: &[&str]) {
    assert_eq!(outcome.code, Some(code), "{outcome:?}");
    let complaints = outcome.complaints();
    assert_eq!(complaints.len(), 1, "not one line: {outcome:?}");
    for word in words {
        assert!(complaints[0].contains(word), "no {word:?} in {:?}", complaints[0]);
    }
    assert!(!complaints[0].contains("panicked"), "{complaints:?}");
}

fn serve(arguments: &[&str]) -> Outcome {
    command::run(&[&["serve", "--listen", "127.0.0.1:0"], arguments].concat())
}

#[test]
fn a_database_that_cannot_be_used_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(path("text.db"), "this is no database, whatever its name says".repeat(100)).unwrap();
    std::fs::create_dir(path("folder.db")).unwrap();
    for (database, code, word) in [
        ("oracle://host/name".to_owned(), WRONG_SETTINGS, "oracle"),
        ("postgrse://host/name".to_owned(), WRONG_SETTINGS, "postgrse"),
        (path("text.db"), WRONG_SETTINGS, "text.db"),
        (format!("sqlite:{}", path("text.db")), NO_DATABASE, "text.db"),
        (format!("sqlite:{}", path("folder.db")), NO_DATABASE, "folder.db"),
        (format!("sqlite:{}", path("nosuch/statehouse.db")), NO_DATABASE, "nosuch"),
    ] {
        assert_one_clear_line(&serve(&["--database", &database]), code, &[word]);
    }
}

#[test]
fn a_port_in_use_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let holder = TcpListener::bind(taken).unwrap();
    let outcome = command::run(&["serve", "--listen", &taken.to_string()]);
    assert_one_clear_line(&outcome, NO_ADDRESS, &[&taken.to_string(), "use"]);
    drop(holder);
}

#[test]
fn listening_beyond_this_machine_without_authentication_must_be_spelled_out() {
    let outcome = command::run(&["serve", "--listen", "0.0.0.0:0"]);
    assert_one_clear_line(&outcome, WRONG_SETTINGS, &["0.0.0.0", "--auth none"]);
}

#[test]
fn a_driver_declaration_that_is_wrong_is_named() {
    let database = Database::fresh();
    std::fs::write(database.drivers().join("broken.yaml"), "id: broken\ntables: 5\n").unwrap();
    let drivers = database.drivers().display().to_string();
    let outcome = serve(&["--database", &database.url(), "--drivers", &drivers]);
    assert_one_clear_line(&outcome, WRONG_SETTINGS, &["broken.yaml", "tables"]);
}

#[test]
fn a_flag_that_does_not_exist_is_named() {
    for arguments in [&["--nosuch"][..], &["serve", "--nosuch"], &["nosuch"], &["migrate", "sideways"]] {
        let outcome = command::run(arguments);
        assert!(outcome.code.is_some_and(|code| code != 0), "{outcome:?}");
        assert!(outcome.stderr.contains(arguments[arguments.len() - 1]), "{outcome:?}");
    }
}

#[test]
fn a_schema_newer_than_the_program_is_refused_with_what_to_do() {
    let server = Server::fresh();
    let database = server.stop().database().clone();
    database.pretend_newer_schema();
    let outcome = serve(&["--database", &database.url()]);
    assert_one_clear_line(&outcome, OTHER_SCHEMA, &["schema", "9999"]);
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
    assert_one_clear_line(&serve(&arguments), WRONG_KEY, &["key"]);

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
fn a_secret_is_in_no_answer_no_log_and_no_file() {
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
    seen.extend(server.database().files());
    let server = server.kill().restart();
    seen.push(("/v1/data-sources after a restart".into(), server.get("/v1/data-sources").body));
    let stopped = server.stop();
    seen.extend(stopped.database().files());
    seen.push(("the log".into(), stopped.log().into()));

    assert!(seen.iter().any(|(name, _)| name == "statehouse.db"));
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
fn the_key_file_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let server = Server::fresh();
    create_secretive(&server, "d");
    let key = server.database().key_file();
    assert_eq!(key.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let name = key.file_name().unwrap().to_string_lossy().into_owned();
    assert!(server.log().contains(&name), "the log says that a key was made");
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
fn settings_come_from_flags_over_variables_over_the_file_over_defaults() {
    let folder = tempfile::tempdir().unwrap();
    let listen = |arguments: &[&str], settings: &[(&str, &str)]| {
        let shown =
            command::run_in(folder.path(), &[&["config", "show"], arguments].concat(), settings).success();
        shown.lines().find(|line| line.trim_start().starts_with("listen")).unwrap().to_owned()
    };
    let assert_shows = |line: String, value: &str, origin: &str| {
        assert!(line.contains(value) && line.contains(origin), "no {value} from {origin} in {line:?}");
    };
    let variable = ("STATEHOUSE_LISTEN", "127.0.0.1:4002");

    assert_shows(listen(&[], &[]), "127.0.0.1:1789", "default");
    std::fs::write(folder.path().join("statehouse.toml"), "listen = \"127.0.0.1:4001\"\n").unwrap();
    assert_shows(listen(&[], &[]), "127.0.0.1:4001", "statehouse.toml");
    assert_shows(listen(&[], &[variable]), "127.0.0.1:4002", "STATEHOUSE_LISTEN");
    assert_shows(listen(&["--listen", "127.0.0.1:4003"], &[variable]), "127.0.0.1:4003", "--listen");
}

#[test]
fn a_setting_that_cannot_be_meant_is_named() {
    let folder = tempfile::tempdir().unwrap();
    for (argument, value) in [
        ("--listen", "nowhere"),
        ("--auth", "trust-me"),
        ("--shutdown-timeout", "soon"),
        ("--queue", "-1"),
        ("--drivers", "/nosuch/folder"),
        ("--secret-key-file", "/nosuch/key"),
    ] {
        let outcome = serve(&[argument, value]);
        assert!(outcome.code.is_some_and(|code| code != 0 && code != 124), "{argument} {value}: {outcome:?}");
        assert!(outcome.stderr.contains(value), "{outcome:?}");
    }
    std::fs::write(folder.path().join("statehouse.toml"), "lisen = \"127.0.0.1:4001\"\n").unwrap();
    let outcome = command::run_in(folder.path(), &["config", "show"], &[]);
    assert_one_clear_line(&outcome, WRONG_SETTINGS, &["statehouse.toml", "lisen"]);
}

#[test]
fn help_version_and_completions_are_printed() {
    let help = command::run(&["--help"]).success();
    for word in ["serve", "migrate", "openapi", "completions", "config", "--database", "--listen"] {
        assert!(help.contains(word), "no {word} in {help}");
    }
    assert!(command::run(&["--version"]).success().starts_with("statehouse "));
    for shell in ["bash", "zsh", "fish"] {
        assert!(command::run(&["completions", shell]).success().contains("statehouse"));
    }
}

#[test]
fn the_schema_goes_up_and_down_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite:{}", folder.path().join("statehouse.db").display());
    let migrate = |words: &[&str]| {
        command::run_in(folder.path(), &[&["migrate"], words, &["--database", &database]].concat(), &[])
    };
    assert_ne!(migrate(&["check"]).code, Some(0), "an empty database is not up to date");
    migrate(&["up"]).success();
    migrate(&["check"]).success();
    assert!(migrate(&["status"]).success().contains("0001"), "the migrations by number");
    // Down takes the data along: that has to be meant.
    assert_one_clear_line(&migrate(&["down"]), WRONG_SETTINGS, &["--yes"]);
    migrate(&["check"]).success();
    migrate(&["down", "--yes"]).success();
    assert_ne!(migrate(&["check"]).code, Some(0));
    migrate(&["up"]).success();
    migrate(&["check"]).success();
}

#[test]
fn a_fresh_database_begins_with_the_two_policies_and_a_log_that_has_no_gap() {
    let server = Server::fresh();
    assert_eq!(server.policy_names(), ["classification", "action"]);
    server.create_policy("p");
    server.database().assert_log_complete();
    assert!(number(&server.database().read(), "SELECT revision FROM head") >= 1);
}

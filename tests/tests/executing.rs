//! Actions that are executed: by one server at a time, whichever is alive, and once for whoever looks at the key.

#![expect(clippy::expect_used, clippy::panic, reason = "what a test cannot set up or read fails it")]

use serde_json::{Value, json};
use statehouse_tests::server::Launch;
use statehouse_tests::{Database, Server, Source};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const DRIVER: &str = "
id: robot
config:
  - { name: url, required: true }
  - { name: token, secret: true }
execute:
  url: url
  headers: [{ name: Authorization, from: token, prefix: 'Bearer ' }]
actions:
  - name: reboot
    description: Starts a server again.
    args: [{ name: id, description: The server. }]
    request: { method: PUT, path: '/v1/reboot?hard=0' }
  - { name: listed }
";

/// A lease lasts two seconds here, and the machine may be busy.
const PATIENCE: Duration = Duration::from_mins(1);

/// A new database whose servers know the driver `robot`.
fn database() -> Database {
    let database = Database::fresh();
    std::fs::write(database.drivers().join("robot.yaml"), DRIVER).expect("a declaration");
    database
}

fn launch(database: &Database) -> Server {
    Launch::on(database).argument("--lease").argument("2s").start()
}

/// A server that executes, and a data source of it.
fn executing() -> (Server, Source) {
    let (server, source) = (launch(&database()), Source::new());
    until("the server executes", || executes(&server));
    create(&server, &source);
    (server, source)
}

fn create(server: &Server, source: &Source) {
    let config = json!({ "url": source.url(), "token": "S3cret!" });
    let body = json!({ "name": "robot1", "driver": "robot", "config": config });
    let _ = server.post("/v1/data-sources", &body).expect(201);
}

fn executes(server: &Server) -> bool {
    figure(server, "statehouse_executing_active") == 1
}

#[track_caller]
fn figure(server: &Server, name: &str) -> u64 {
    server.metric(name).unwrap_or_else(|| panic!("the metric {name}"))
}

#[track_caller]
fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !is_so() {
        assert!(Instant::now() < deadline, "not within {PATIENCE:?}: {what}");
        thread::sleep(Duration::from_millis(20));
    }
}

fn reboot(server: &Server, vm: &str) -> u16 {
    let body = json!({ "name": "reboot", "args": { "positional": [vm] } });
    server.post("/v1/data-sources/robot1?action=execute", &body).status
}

/// Every execution, the newest first.
fn executions(server: &Server) -> Vec<Value> {
    let page = server.get("/v2/executions?limit=1000").expect(200).json();
    page["results"].as_array().expect("a list").clone()
}

fn waiting(server: &Server) -> usize {
    executions(server).iter().filter(|it| it["progress"] == "waiting").count()
}

/// What the source was told for each server, and under which keys: one for each request.
fn told(source: &Source) -> BTreeMap<String, Vec<String>> {
    let mut told = BTreeMap::<_, Vec<_>>::new();
    for (head, body) in source.told() {
        let body: Value = serde_json::from_str(&body).expect("JSON");
        assert_eq!((&body["name"], &body["named"]), (&json!("reboot"), &json!({})), "{body}");
        let vm = body["positional"][0].as_str().expect("a text").to_owned();
        told.entry(vm).or_default().push(header(&head, "idempotency-key"));
    }
    told
}

fn header(head: &str, name: &str) -> String {
    let values = head.lines().filter_map(|line| line.split_once(": "));
    let mut values =
        values.filter(|(it, _)| it.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned());
    values.next().unwrap_or_else(|| panic!("{name} in {head}"))
}

fn revision(server: &Server) -> u64 {
    let answer = server.get("/v1/policies");
    answer.header("statehouse-revision").and_then(|it| it.parse().ok()).expect("a revision")
}

#[test]
fn what_is_asked_for_is_stored_and_executed_once_and_told_of() {
    let (server, source) = executing();
    let listed = server.get("/v1/data-sources/robot1/actions").expect(200).json();
    assert_eq!(listed["results"][0]["args"], json!([{ "name": "id", "description": "The server." }]));
    let body = json!({ "name": "robot1:reboot", "args": { "positional": ["vm", 9_007_199_254_740_993_i64], "named": {} } });
    assert_eq!(server.post("/v1/policies/action?action=execute", &body).expect(200).json(), json!({}));
    until("it is done", || executions(&server)[0]["progress"] == "done");
    let [(head, body)] = &source.told()[..] else { panic!("one request: {:?}", source.told()) };
    assert!(head.starts_with("PUT /v1/reboot?hard=0 HTTP/1.1\r\n"), "{head}");
    assert_eq!(header(head, "authorization"), "Bearer S3cret!");
    assert_eq!(header(head, "content-type"), "application/json");
    assert_eq!(body, r#"{"name":"reboot","positional":["vm",9007199254740993],"named":{}}"#);
    let execution = &executions(&server)[0];
    assert_eq!(execution["id"], header(head, "idempotency-key"));
    assert_eq!(
        (&execution["asked_by"], &execution["reason"]),
        (&json!({ "request": "anonymous" }), &Value::Null)
    );

    for (body, status, code) in [
        (json!({ "name": "listed" }), 400, 1016),
        (json!({ "name": "reboot", "args": { "positional": {} } }), 400, 1018),
        (json!({ "name": "reboot", "args": { "positional": ["x".repeat(65_536)] } }), 400, 1018),
        (json!({ "name": 1 }), 400, 1017),
        (json!({}), 501, 501),
    ] {
        let refused = server.post("/v1/data-sources/robot1?action=execute", &body).expect(status);
        assert_eq!(refused.error_code(), Some(code), "{body}");
    }
    assert_eq!(reboot(&server, "last"), 200);
    until("that is done as well", || waiting(&server) == 0);
    let page = server.get("/v2/executions?limit=1&progress=done").expect(200).json();
    assert_eq!(page["results"][0]["args"]["positional"], json!(["last"]));
    let next = page["next"].as_str().expect("another page");
    let page = server.get(&format!("/v2/executions?limit=1&before={next}")).expect(200).json();
    assert_eq!((&page["results"][0]["id"], &page["next"]), (&execution["id"], &Value::Null));
    assert_eq!(source.asked(), 2);
    assert!(!server.log().contains("S3cret!"));
}

#[test]
fn a_row_of_a_rule_is_executed_once_each_time_that_it_appears() {
    let (server, source) = executing();
    server.create_push_source("d");
    server.create_policy("p");
    let rule = server.policy("p").create_rule("execute[robot1:reboot(x)] :- d:down(x)");
    server.policy("p").create_rule("execute[reboot(x)] :- d:down(x)");
    let push = |rows: &[&str]| {
        let rows: Vec<_> = rows.iter().map(|row| [row]).collect();
        server.data_source("d").push("down", &json!(rows));
    };
    let is_told = |times: [usize; 2]| {
        until("the rows are executed", || {
            let told = told(&source);
            ["a", "b"].map(|vm| told.get(vm).map_or(0, Vec::len)) == times
        });
    };
    push(&["a", "b"]);
    is_told([1, 1]);
    push(&["a"]);
    push(&["a", "c"]);
    push(&["b", "a"]);
    is_told([1, 2]);
    // A row that stands for one revision is seen too.
    push(&["a"]);
    push(&["a", "b"]);
    push(&["a"]);
    is_told([1, 3]);

    // What stands when another takes over is not executed again, and what came meanwhile is.
    until("all is recorded", || waiting(&server) == 0);
    let server = server.kill().restart();
    until("the server executes again", || executes(&server));
    server.data_source("d").push("down", &json!([["a"], ["b"]]));
    until("the new row is executed", || told(&source)["b"].len() == 4);
    assert_eq!(told(&source)["a"].len(), 1);
    server.policy("p").delete_rule(&rule.id);
    server.policy("p").create_rule("execute[robot1:reboot(x)] :- d:down(x), equal(x, \"a\")");
    until("the rule's rows come again", || told(&source)["a"].len() == 2);
    let keys: Vec<_> = told(&source).into_values().flatten().collect();
    assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "each time under another key");
    let of_rules = executions(&server).iter().all(|it| it["asked_by"] == json!({ "rules": "p" }));
    assert!(of_rules && executions(&server).len() == keys.len());
}

#[test]
fn one_policy_that_calls_with_too_many_rows_keeps_no_other_from_being_executed() {
    let (server, source) = executing();
    let silent = Source::new();
    silent.stalls();
    let config = json!({ "url": silent.url(), "token": "S3cret!" });
    let body = json!({ "name": "robot2", "driver": "robot", "config": config });
    let _ = server.post("/v1/data-sources", &body).expect(201);
    server.create_push_source("d");
    // More than may wait of all.
    let numbers: Vec<_> = (0..10_100).map(|number| [number]).collect();
    server.data_source("d").push("number", &json!(numbers));
    server.create_policy("a");
    server.create_policy("b");
    let rule = server.policy("a").create_rule("execute[robot2:reboot(x)] :- d:number(x)");
    let unfollowed = || figure(&server, "statehouse_executing_unfollowed");
    until("there is no room for all of them", || unfollowed() == 1);
    let waiting = figure(&server, "statehouse_executing_waiting");
    assert!((1..=5_000).contains(&waiting), "{waiting}");
    server.policy("b").create_rule("execute[robot1:reboot(x)] :- d:down(x)");
    server.data_source("d").push("down", &json!([["b"]]));
    until("the other is executed", || told(&source).contains_key("b"));
    assert_eq!(unfollowed(), 1);

    server.policy("a").delete_rule(&rule.id);
    until("nothing lacks room any more", || unfollowed() == 0);
    silent.goes_on();
}

#[test]
fn what_fails_is_tried_again_with_the_same_key_and_then_given_up() {
    let (server, source) = executing();
    source.says_text(503, "");
    assert_eq!(reboot(&server, "again"), 200);
    source.is_asked(2);
    source.says_text(204, "");
    until("it is done in the end", || executions(&server)[0]["progress"] == "done");
    let keys = &told(&source)["again"];
    assert!(keys.len() >= 3 && keys.iter().all(|key| *key == keys[0]), "{keys:?}");

    source.says_text(404, "S3cret!");
    assert_eq!(reboot(&server, "refused"), 200);
    until("it is given up", || executions(&server)[0]["progress"] == "failed");
    assert_eq!(executions(&server)[0]["reason"], "answered with status 404");
    assert_eq!(told(&source)["refused"].len(), 1);
    server.create_policy("p").create_rule("execute[nobody:act(1)] :- true");
    until("it is recorded", || executions(&server)[0]["reason"] == "there is no data source 'nobody'");
    let failed = figure(&server, "statehouse_executing_failed_total");
    assert_eq!((failed, figure(&server, "statehouse_executing_done_total")), (2, 1));
}

#[test]
fn when_the_holder_is_killed_under_load_everything_is_executed_under_one_key_each() {
    let (database, source) = (database(), Source::new());
    let first = launch(&database);
    until("the first executes", || executes(&first));
    let second = launch(&database);
    create(&second, &source);
    let (asked, over) = (AtomicU64::new(0), AtomicBool::new(false));
    let took = thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                let number = asked.load(Ordering::Relaxed);
                assert_eq!(reboot(&second, &format!("vm-{number}")), 200);
                asked.store(number + 1, Ordering::Relaxed);
            }
        });
        until("the load runs", || source.asked() > 30);
        let killed = first.kill();
        let death = Instant::now();
        until("the second goes on", || executes(&second));
        let took = death.elapsed();
        until("the load runs on", || figure(&second, "statehouse_executing_done_total") > 30);
        over.store(true, Ordering::Relaxed);
        drop(killed);
        took
    });
    assert!(took < Duration::from_secs(15), "it takes seconds: {took:?}");
    until("everything is executed", || waiting(&second) == 0);
    let told = told(&source);
    assert_eq!(told.len() as u64, asked.load(Ordering::Relaxed));
    for (vm, keys) in &told {
        assert!(keys.iter().all(|key| *key == keys[0]), "{vm}: {keys:?}");
        // Eight at a time: no more than those were under way.
        assert!(keys.len() <= 2, "{vm}: {keys:?}");
    }
    assert!(told.values().filter(|keys| keys.len() > 1).count() <= 8);
    assert!(executions(&second).iter().all(|it| it["progress"] == "done"));
    second.database().assert_sound();
}

#[test]
fn a_holder_that_stood_still_records_nothing_any_more() {
    let (database, source) = (database(), Source::new());
    let first = launch(&database);
    until("the first executes", || executes(&first));
    let second = launch(&database);
    create(&second, &source);
    source.stalls();
    assert_eq!(reboot(&second, "vm"), 200);
    until("the first has asked", || source.open() == 1);
    first.pause();
    source.goes_on();
    // What it is answered is lost on it, and its successor is told something else.
    source.says_text(400, "");
    until("the second gives it up", || executions(&second)[0]["progress"] == "failed");
    let before = (revision(&second), executions(&second));
    first.resume();
    until("the first notices", || figure(&first, "statehouse_executing_dropped_total") == 1);
    assert!(!executes(&first) && executes(&second));
    assert_eq!((revision(&second), executions(&first)), before);
    let keys = &told(&source)["vm"];
    assert!(keys.len() == 2 && keys[0] == keys[1], "{keys:?}");

    let _ = second.stop();
    source.says_text(200, "");
    assert_eq!(reboot(&first, "next"), 200);
    until("one that stops hands over", || executions(&first)[0]["progress"] == "done");
}

#[test]
fn a_server_that_does_not_execute_leaves_it_to_others() {
    let (database, source) = (database(), Source::new());
    let first = Launch::on(&database).argument("--execute-actions").argument("false").start();
    create(&first, &source);
    assert_eq!(reboot(&first, "vm"), 200);
    thread::sleep(Duration::from_millis(500));
    assert_eq!((source.asked(), waiting(&first)), (0, 1));
    assert_eq!(figure(&first, "statehouse_executing_waiting"), 1);
    let _second = launch(&database);
    until("another does", || waiting(&first) == 0);
}

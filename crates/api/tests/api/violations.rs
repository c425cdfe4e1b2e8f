//! `/v2/violations` and its stream.
#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use statehouse_api::{ApiOptions, EvaluationLimits};

use crate::server::{Reply, Server};

const ROWS: &str = "/v1/data-sources/d/tables/vms/rows";

/// A server with a data source `d` and a policy `p`: what is down is an error, what is nowhere a warning.
fn start() -> Server {
    furnish(Server::start())
}

fn furnish(server: Server) -> Server {
    server.data_source("d", "push", &json!({"description": "pushed"}));
    server.policy("p");
    server.rule("p", "error(x) :- d:vms(x, \"down\")");
    server.rule("p", "warning(x) :- d:vms(x, y), not known(y)");
    server.rule("p", "known(\"down\")");
    server.rule("p", "known(\"up\")");
    server
}

fn change(server: &Server, body: &Value) -> u64 {
    server.json("PATCH", ROWS, body.to_string().as_bytes()).expect(200).revision()
}

fn violations(reply: &Reply) -> Vec<(String, Value, Value)> {
    violations_of(&reply.value())
}

fn violations_of(list: &Value) -> Vec<(String, Value, Value)> {
    let list = list["violations"].as_array().unwrap();
    let of = |it: &Value| {
        let name = format!("{}:{}", it["policy"].as_str().unwrap(), it["table"].as_str().unwrap());
        (name, it["row"].clone(), it["appeared"]["revision"].clone())
    };
    list.iter().map(of).collect()
}

/// A stream of events.
struct Events(BufReader<TcpStream>);

/// Name, id, data.
type Event = (String, Option<String>, Value);

impl Events {
    fn open(server: &Server, query: &str, headers: &str) -> Self {
        let mut connection = server.connect();
        connection.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let head = format!("GET /v2/violations/stream{query} HTTP/1.1\r\nHost: here\r\n{headers}\r\n");
        connection.write_all(head.as_bytes()).unwrap();
        let mut reader = BufReader::new(connection);
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        assert!(line.contains(" 200 "), "{line}");
        Self(reader)
    }

    /// The next event; none at the end of the stream.
    fn next(&mut self) -> Option<Event> {
        let (mut name, mut id) = (String::new(), None);
        loop {
            let mut line = String::new();
            if self.0.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            let line = line.trim_end();
            if let Some(text) = line.strip_prefix("event: ") {
                text.clone_into(&mut name);
            } else if let Some(text) = line.strip_prefix("id: ") {
                id = Some(text.to_owned());
            } else if let Some(text) = line.strip_prefix("data: ") {
                return Some((name, id, serde_json::from_str(text).unwrap()));
            }
        }
    }

    /// What the next events say, as far as this number.
    fn take(&mut self, count: usize) -> Vec<(String, Option<String>, Value)> {
        (0..count)
            .map(|_| self.next().unwrap())
            .map(|(name, id, data)| (name, id, data["row"].clone()))
            .collect()
    }
}

fn told(name: &str, id: &str, row: &str) -> Event {
    (name.to_owned(), Some(id.to_owned()), json!([row]))
}

#[test]
fn violations_are_listed_with_the_commit_with_which_they_appeared() {
    let server = start();
    let first = change(&server, &json!({"add": [["a", "down"], ["b", "up"], ["c", "lost"]]}));
    let second = change(&server, &json!({"add": [["b", "down"]], "delete": [["b", "up"], ["a", "down"]]}));
    let third = change(&server, &json!({"add": [["a", "down"]]}));
    let list = server.get("/v2/violations").expect(200);
    assert_eq!(list.revision(), third);
    let expected = [
        ("p:error".to_owned(), json!(["a"]), json!(third)),
        ("p:error".to_owned(), json!(["b"]), json!(second)),
        ("p:warning".to_owned(), json!(["c"]), json!(first)),
    ];
    assert_eq!(violations(&list), expected, "a was there before, and gone in between");
    let appeared = &list.value()["violations"][0]["appeared"];
    assert_eq!(appeared["exact"], true);
    assert!(appeared["at"].as_str().unwrap().ends_with('Z'), "{appeared}");

    // What is followed from then on is what the log says.
    server.rule("p", "error(x) :- d:vms(x, \"lost\")");
    let fourth = change(&server, &json!({"add": [["e", "down"]], "delete": [["a", "down"]]}));
    let followed = violations(&server.get("/v2/violations").expect(200));
    assert_eq!(followed.last().unwrap().2, json!(first));
    assert_eq!(followed[2], ("p:error".to_owned(), json!(["e"]), json!(fourth)));
    let other = server.beside();
    assert_eq!(
        violations(&other.get("/v2/violations").expect(200)),
        followed,
        "another server finds the same"
    );
}

/// The proofs of a list, none where an entry has none.
fn proofs(list: &Value) -> Vec<Option<String>> {
    let proof = |it: &Value| it.get("trace").map(|trace| trace.as_str().unwrap().to_owned());
    list["violations"].as_array().unwrap().iter().map(proof).collect()
}

#[test]
fn each_violation_has_a_proof_unless_that_is_declined() {
    let server = start();
    change(&server, &json!({"add": [["a", "down"], ["b", "down"], ["c", "lost"]]}));
    let list = server.get("/v2/violations").expect(200).value();
    let found = proofs(&list).into_iter().map(Option::unwrap).collect::<Vec<_>>();
    assert_eq!(found.len(), 3);
    for (proof, call, fact) in [
        (&found[0], "Call: error(\"a\")", "Trying vms(\"a\", \"down\")"),
        (&found[1], "Call: error(\"b\")", "Trying vms(\"b\", \"down\")"),
        (&found[2], "Call: warning(\"c\")", "Trying vms(\"c\", \"lost\")"),
    ] {
        assert!(proof.contains(call) && proof.contains(fact) && proof.contains("Found answer"), "{proof}");
    }
    assert_eq!(proofs(&server.get("/v2/violations?trace=true").value()), proofs(&list));
    let declined = server.get("/v2/violations?trace=false").expect(200).value();
    assert_eq!(proofs(&declined), [None, None, None]);
}

/// What is up and not `bad` is an error. That nothing is bad is evident to who looks at `nothing` first; a proof looks at every two
/// machines before.
fn hard_to_prove(server: &Server, machines: usize) {
    server.policy("hard");
    server.rule("hard", "error(x) :- d:vms(x, \"up\"), not bad(x)");
    server.rule("hard", "bad(x) :- d:vms(x, a), d:vms(y, b), d:vms(z, c), nothing(x)");
    let rows: Vec<_> = (0..machines).map(|number| json!([number, "up"])).collect();
    change(server, &json!({ "add": rows }));
}

#[test]
fn a_list_ends_early_where_proofs_are_long() {
    let server = start();
    hard_to_prove(&server, 120);
    let list = server.get("/v2/violations").expect(200).value();
    let found = proofs(&list);
    assert!((2..50).contains(&found.len()), "{}", found.len());
    assert!(found[0].as_ref().unwrap().contains("told no further"));
    let next = list["next"].as_str().expect("more of them");
    let rest = server.get(&format!("/v2/violations?trace=false&limit=1000&after={next}")).expect(200);
    assert_eq!(found.len() + violations(&rest).len(), 120, "each once");
}

#[test]
fn a_proof_that_costs_too_much_keeps_nobody_from_the_list() {
    let evaluation = EvaluationLimits { steps: 3_000, ..EvaluationLimits::default() };
    let server = furnish(Server::with(ApiOptions { evaluation, ..ApiOptions::default() }));
    hard_to_prove(&server, 60);
    change(&server, &json!({"add": [["a", "down"], ["b", "down"]]}));
    let list = server.get("/v2/violations").expect(200).value();
    assert_eq!(violations_of(&list).len(), 1, "the next would cost too much as well");
    assert!(proofs(&list)[0].as_ref().unwrap().contains("--evaluation-steps"), "{list}");
    let next = list["next"].as_str().expect("more of them");
    let declined = server.get(&format!("/v2/violations?trace=false&after={next}")).expect(200);
    assert_eq!(violations(&declined).len(), 61);
    let cheap = server.get("/v2/violations?policy=p").expect(200).value();
    assert!(proofs(&cheap)[1].as_ref().unwrap().contains("Found answer"), "{cheap}");
}

#[test]
fn a_list_is_filtered_and_comes_in_pages() {
    let server = start();
    server.policy("q");
    server.rule("q", "error(x, y) :- d:vms(x, y)");
    let long = "é".repeat(2_000);
    change(
        &server,
        &json!({"add": [["a", "down"], ["b", "down"], [long.clone() + "1", "up"], [long + "2", "up"]]}),
    );
    let all = server.get("/v2/violations").expect(200).value();
    assert_eq!((all["violations"].as_array().unwrap().len(), &all["next"]), (6, &Value::Null));
    let mut after = String::new();
    let mut pages = Vec::new();
    loop {
        let page = server.get(&format!("/v2/violations?limit=1{after}")).expect(200).value();
        pages.extend(page["violations"].as_array().unwrap().clone());
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(json!(pages), all["violations"], "each once, whatever the rows");
    let count = |query: &str| violations(&server.get(&format!("/v2/violations?{query}")).expect(200)).len();
    assert_eq!((count("policy=p"), count("table=error"), count("policy=q&table=warning")), (2, 6, 0));
    assert_eq!(count("policy=nosuch"), 0);
}

#[test]
fn errors_are_problem_details() {
    let server = start();
    for (path, status, word) in [
        ("/v2/violations?limit=0", 400, "limit: "),
        ("/v2/violations?limit=1001", 400, "limit: "),
        ("/v2/violations?table=errors", 400, "table: "),
        ("/v2/violations?after=xyz", 400, "after: "),
        ("/v2/violations/stream?after=-1", 400, "after: "),
        ("/v2/nosuch", 404, "nothing at this path"),
        ("/v2/executions?limit=0", 400, "limit: "),
        ("/v2/executions?progress=lost", 400, "progress: "),
        ("/v2/executions?before=nosuch", 400, "before: "),
    ] {
        let reply = server.get(path).expect(status);
        assert_eq!(reply.header("content-type"), Some("application/problem+json"), "{path}");
        let problem = reply.value();
        assert_eq!((&problem["type"], &problem["status"]), (&json!("about:blank"), &json!(status)));
        assert!(problem["detail"].as_str().unwrap().contains(word), "{problem}");
    }
    for path in ["/v2/violations", "/v2/executions"] {
        let reply = server.post(path, &json!({})).expect(405);
        assert_eq!(reply.header("allow"), Some("GET, HEAD"));
        let header = ["Statehouse-Consistency: none"];
        let reply = server.send("GET", path, &header, b"").expect(400);
        assert_eq!(reply.header("content-type"), Some("application/problem+json"), "{path}");
    }
}

#[test]
fn what_costs_too_much_is_refused_and_told_when_it_does_no_more() {
    let evaluation = EvaluationLimits { rows: 100, ..EvaluationLimits::default() };
    let server = furnish(Server::with(ApiOptions { evaluation, ..ApiOptions::default() }));
    let mut events = Events::open(&server, "", "");
    assert_eq!(events.next().unwrap().0, "reset");
    assert_eq!(events.next().unwrap().0, "complete");
    server.rule("p", "error(x) :- d:vms(x, y), d:vms(z, w)");
    let rows: Vec<_> = (0..20).map(|number| json!([number, "up"])).collect();
    change(&server, &json!({ "add": rows }));
    let (name, _, data) = events.next().unwrap();
    assert_eq!(name, "suspended");
    assert!(data["reason"].as_str().unwrap().contains("--evaluation-rows"), "{data}");
    assert_eq!(data["cause"], "limits");
    let refused = server.get("/v2/violations").expect(422);
    assert!(refused.value()["detail"].as_str().unwrap().contains("--evaluation-rows"));
    change(&server, &json!({ "delete": rows }));
    assert_eq!(violations(&server.get("/v2/violations").expect(200)), []);
    assert_eq!(events.next().unwrap().0, "reset");
}

#[test]
fn a_row_that_depends_on_the_time_of_day_is_listed_and_not_dated() {
    let server = start();
    server.rule("p", "error(x) :- d:vms(x, y), builtin:now(z), builtin:lt(\"2000\", z)");
    change(&server, &json!({"add": [["a", "up"]]}));
    assert_eq!(
        violations(&server.get("/v2/violations")),
        [("p:error".to_owned(), json!(["a"]), Value::Null)]
    );
}

#[test]
fn a_stream_tells_what_comes_and_goes() {
    let server = start();
    change(&server, &json!({"add": [["a", "down"], ["c", "lost"]]}));
    let mut events = Events::open(&server, "", "");
    let mut errors = Events::open(&server, "?table=error", "");
    let begin: Vec<_> = events.take(4).into_iter().map(|(name, id, row)| (name, id.is_some(), row)).collect();
    let row = |name: &str, has_id, row| (name.to_owned(), has_id, row);
    let rows = [row("appeared", false, json!(["a"])), row("appeared", false, json!(["c"]))];
    assert_eq!(begin[1..3], rows);
    assert_eq!((&*begin[0].0, &begin[3]), ("reset", &row("complete", true, Value::Null)));
    errors.take(3);

    let first = change(&server, &json!({"add": [["b", "down"]], "delete": [["a", "down"], ["c", "lost"]]}));
    let changes = [
        told("disappeared", &format!("{first}-0"), "a"),
        told("disappeared", &format!("{first}-1"), "c"),
        told("appeared", &format!("{first}-2"), "b"),
    ];
    assert_eq!(events.take(3), changes);
    assert_eq!(errors.take(2), [changes[0].clone(), changes[2].clone()]);

    // A policy that goes takes its violations along, and a new one brings some.
    server.policy("q");
    let rule = server.rule("q", "warning(x) :- d:vms(x, y)");
    assert_eq!(events.take(1)[0].2, json!(["b"]));
    server.delete(&format!("/v1/policies/q/rules/{rule}")).expect(200);
    assert_eq!(events.take(1)[0].0, "disappeared");
    server.delete("/v1/policies/p").expect(200);
    assert_eq!(events.take(1)[0].0, "disappeared");

    // Another process's commits arrive as well, and who comes again misses nothing.
    let other = server.beside();
    let mut there = Events::open(&other, &format!("?after={first}"), "");
    let mut again = Events::open(&server, "", &format!("Last-Event-ID: {first}-1\r\n"));
    assert_eq!(again.take(1)[0], changes[2]);
    let missed = there.take(3);
    assert_eq!(missed, again.take(3));
    server.rule("q", "error(x) :- d:vms(x, \"down\")");
    assert_eq!(there.take(1), events.take(1));
    let metrics = String::from_utf8(server.get("/metrics").body).unwrap();
    assert!(metrics.contains("statehouse_evaluation_streams 3"), "{metrics}");
}

#[test]
fn who_comes_again_after_too_much_is_told_everything_anew() {
    let server = start();
    change(&server, &json!({"add": [["a", "down"]]}));
    let mut events = Events::open(&server, "?after=99999", "");
    let names: Vec<_> = events.take(3).into_iter().map(|(name, ..)| name).collect();
    assert_eq!(names, ["reset", "appeared", "complete"]);
}

#[test]
fn what_could_not_be_told_for_a_while_is_told_to_who_comes_again() {
    let evaluation = EvaluationLimits { steps: 1_000, ..EvaluationLimits::default() };
    let server = furnish(Server::with(ApiOptions { evaluation, ..ApiOptions::default() }));
    let first = change(&server, &json!({"add": [["a", "down"]]}));
    let before = format!("?after={}", first - 1);
    server.get("/v2/violations?trace=false").expect(200);
    let other = |what: &str| {
        for part in 0..3 {
            let rows: Vec<_> = (0..400).map(|number| json!([part, number])).collect();
            let body = json!({ what: rows }).to_string();
            server.json("PATCH", "/v1/data-sources/d/tables/other/rows", body.as_bytes()).expect(200);
        }
    };
    other("add");
    // Taking in all rows, which going back begins with, exceeds the limit now.
    assert_eq!(Events::open(&server, &before, "").next().unwrap().0, "reset");
    other("delete");
    let told_then = Events::open(&server, &before, "").take(1);
    assert_eq!(told_then, [told("appeared", &format!("{first}-0"), "a")]);
}

#[test]
fn who_lost_the_connection_before_everything_was_told_is_told_it_once_more() {
    let server = start();
    let head = change(&server, &json!({"add": [["a", "down"]]}));
    let mut events = Events::open(&server, "", "");
    let (name, id, _) = events.next().unwrap();
    assert_eq!((&*name, id.as_deref()), ("reset", Some("reset")));
    // Clients keep the last id that they saw, and ask with the same parameters.
    let mut again = Events::open(&server, &format!("?after={head}"), "Last-Event-ID: reset\r\n");
    let names: Vec<_> = again.take(3).into_iter().map(|(name, ..)| name).collect();
    assert_eq!(names, ["reset", "appeared", "complete"]);
}

#[test]
fn what_lies_further_back_than_there_is_time_to_look_is_said_to_be_so() {
    let evaluation = EvaluationLimits { time: Duration::ZERO, ..EvaluationLimits::default() };
    let server = furnish(Server::with(ApiOptions { evaluation, ..ApiOptions::default() }));
    change(&server, &json!({"add": [["a", "down"]]}));
    let head = change(&server, &json!({"add": [["b", "up"]]}));
    let list = server.get("/v2/violations").expect(200).value();
    let appeared = json!({"revision": head, "at": null, "exact": false});
    assert_eq!(list["violations"][0]["appeared"], appeared, "with this commit or an earlier one");
    let next = change(&server, &json!({"add": [["c", "down"]]}));
    let list = server.get("/v2/violations").expect(200).value();
    assert_eq!(list["violations"][0]["appeared"], appeared, "no more becomes known of it");
    let of_the_other = &list["violations"][1]["appeared"];
    assert_eq!((&of_the_other["revision"], &of_the_other["exact"]), (&json!(next), &json!(true)));
    let mut events = Events::open(&server, "?after=1", "");
    assert_eq!(events.next().unwrap().0, "reset");
}

#[test]
fn following_violations_takes_turns_and_goes_on_where_it_was() {
    let evaluation = EvaluationLimits { time: Duration::ZERO, ..EvaluationLimits::default() };
    let server = furnish(Server::with(ApiOptions { evaluation, ..ApiOptions::default() }));
    server.get("/v2/violations").expect(200);
    let machines = ["a", "b", "c"];
    let commits = machines.map(|machine| change(&server, &json!({ "add": [[machine, "down"]] })));
    // There is time for one commit in each turn.
    for _ in 0..2 {
        let reply = server.get("/v2/violations").expect(503);
        assert!(reply.header("retry-after").is_some());
    }
    let list = server.get("/v2/violations?trace=false").expect(200);
    let row = |number: usize| ("p:error".to_owned(), json!([machines[number]]), json!(commits[number]));
    assert_eq!(violations(&list), [row(0), row(1), row(2)], "each commit was looked at by itself");
}

#[test]
fn who_asks_for_rows_does_not_wait_for_violations_that_nobody_listens_to() {
    let evaluation = EvaluationLimits { time: Duration::ZERO, ..EvaluationLimits::default() };
    let server = furnish(Server::with(ApiOptions { evaluation, ..ApiOptions::default() }));
    server.get("/v2/violations").expect(200);
    for machine in ["a", "b", "c"] {
        change(&server, &json!({ "add": [[machine, "down"]] }));
    }
    // There is time for one commit in each turn.
    let rows = server.get("/v1/policies/p/tables/error/rows").expect(200).value();
    assert_eq!(rows["results"].as_array().unwrap().len(), 3, "{rows}");
    let list = server.get("/v2/violations?trace=false").expect(200);
    assert_eq!(violations(&list).len(), 3);
}

#[test]
fn only_so_many_listen_and_a_stop_ends_every_stream() {
    let mut server = furnish(Server::with(ApiOptions { listeners: 1, ..ApiOptions::default() }));
    let mut events = Events::open(&server, "", "");
    events.take(2);
    server.get("/v2/violations/stream").expect(503);
    let head = server.send("HEAD", "/v2/violations/stream", &[], b"").expect(200);
    assert_eq!(head.header("content-type"), Some("text/event-stream"));
    let before = Instant::now();
    server.tell_to_stop();
    assert_eq!(events.next(), None);
    assert!(before.elapsed() < Duration::from_secs(3));
}

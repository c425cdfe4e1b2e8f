//! Two servers on one database, and clients that say which state they want.

use serde_json::json;
use statehouse_tests::domain::{names, results};
use statehouse_tests::server::Launch;
use statehouse_tests::{Answer, Database, Request, Server};
use std::thread;
use std::time::{Duration, Instant};

/// Far more than a change takes to arrive, and enough for a machine that is busy with other tests.
const MOMENTS: Duration = Duration::from_secs(2);

/// One to write on, and one on which requests wait this long for a revision.
fn two_servers(revision_wait: &str) -> [Server; 2] {
    let database = Database::fresh();
    let patient = format!("--revision-wait={revision_wait}");
    [Server::on(&database), Launch::on(&database).by_node(1).argument(&patient).start()]
}

/// Creates a policy and returns the revision that holds it.
#[track_caller]
fn create(server: &Server, name: &str) -> u64 {
    server.post("/v1/policies", &json!({ "name": name })).expect(201).revision()
}

fn policies() -> Request {
    Request::new("GET", "/v1/policies")
}

/// The policy that the list shows last.
fn last(answer: &Answer) -> String {
    names(&results(answer)).pop().unwrap_or_default()
}

#[test]
fn what_one_server_acknowledged_another_shows_by_its_revision() {
    let [writing, reading] = two_servers("1m");
    for number in 0..20 {
        let name = format!("p{number}");
        let revision = create(&writing, &name);
        let answer = reading.send(&policies().eventual().at_least(revision)).expect(200);
        assert_eq!((answer.revision(), last(&answer)), (revision, name));
    }
}

#[test]
fn every_answer_carries_a_revision_that_never_goes_back() {
    let [writing, reading] = two_servers("0s");
    let mut newest = 0;
    for number in 0..10 {
        let name = format!("p{number}");
        let body = json!({ "name": name });
        let target = format!("/v1/policies/{name}");
        for (server, request, status) in [
            (&writing, Request::new("POST", "/v1/policies").json(&body), 201),
            (&reading, Request::new("POST", "/v1/policies").json(&body), 409),
            (&reading, Request::new("GET", &target), 200),
            (&reading, Request::new("GET", &format!("{target}/rules/nosuch")), 404),
            (&reading, Request::new("PATCH", &target), 501),
            (&reading, Request::new("DELETE", &target), 200),
            (&writing, Request::new("DELETE", &target), 404),
            (&writing, Request::new("GET", "/v1/policies"), 200),
        ] {
            let answer = server.send(&request).expect(status);
            assert!(answer.revision() >= newest, "{}: after {newest}: {}", request.line(), answer.revision());
            newest = answer.revision();
        }
    }
}

#[test]
fn a_request_waits_on_one_server_until_somebody_writes_on_the_other() {
    let [writing, reading] = two_servers("1m");
    let next = create(&writing, "there") + 1;
    let requests = [
        policies().at_least(next),
        policies().at_least(next).eventual(),
        Request::new("DELETE", "/v1/policies/to_come").at_least(next),
    ];
    thread::scope(|scope| {
        let reading = &reading;
        let asked =
            requests.each_ref().map(|request| scope.spawn(move || (reading.send(request), Instant::now())));
        thread::sleep(Duration::from_millis(300));
        assert!(asked.iter().all(|request| !request.is_finished()), "one did not wait");
        assert_eq!(create(&writing, "to_come"), next);
        let acknowledged = Instant::now();
        for asked in asked {
            let (answer, answered) = asked.join().expect("an answer");
            assert!(answer.revision() >= next && answer.status == 200, "{answer}");
            let took = answered.saturating_duration_since(acknowledged);
            assert!(took < MOMENTS, "it came {took:?} after it was written");
        }
    });
    assert_eq!(writing.policy_names().last().map(String::as_str), Some("there"), "the deletion waited too");
}

#[test]
fn a_change_becomes_visible_on_other_servers_without_anybody_asking_the_database() {
    let [writing, reading] = two_servers("0s");
    for number in 0..10 {
        let name = format!("p{number}");
        let revision = create(&writing, &name);
        let acknowledged = Instant::now();
        let answer = loop {
            let answer = reading.send(&policies().eventual()).expect(200);
            if answer.revision() >= revision {
                break answer;
            }
            assert!(acknowledged.elapsed() < MOMENTS, "{name} is not there");
        };
        assert_eq!(last(&answer), name);
    }
}

#[test]
fn a_revision_that_nobody_makes_is_answered_with_the_head_of_the_log() {
    let [writing, reading] = two_servers("300ms");
    for name in ["one", "two", "three"] {
        let head = create(&writing, name);
        for request in [policies().at_least(head + 1), policies().at_least(head + 1).eventual()] {
            let began = Instant::now();
            let answer = reading.send(&request).expect(412);
            assert!(began.elapsed() >= Duration::from_millis(300), "{:?}", began.elapsed());
            assert_eq!((answer.error_code(), answer.revision()), (Some(412), head));
            let said = format!("there is no revision {} yet: the newest is {head}", head + 1);
            assert!(answer.message().contains(&said), "{answer}");
        }
    }
}

#[test]
fn a_write_is_refused_before_it_is_decided_when_its_revision_is_not_there() {
    let [writing, reading] = two_servers("0s");
    let head = create(&writing, "there");
    let create = |name: &str| Request::new("POST", "/v1/policies").json(&json!({ "name": name }));
    let _ = reading.send(&create("refused").at_least(head + 1)).expect(412);
    let _ = reading.send(&Request::new("DELETE", "/v1/policies/there").at_least(head + 1)).expect(412);
    assert_eq!(writing.send(&policies()).revision(), head, "nothing was written");
    // How new a read must be is nothing to a write: this one is decided on the newest state.
    let answer = reading.send(&create("there").at_least(head).eventual()).expect(409);
    assert_eq!(answer.revision(), head);
    let made = reading.send(&create("made").at_least(head).eventual()).expect(201);
    assert_eq!(made.revision(), head + 1);
}

#[test]
fn a_server_that_stops_keeps_nobody_waiting() {
    let [_, reading] = two_servers("1h");
    thread::scope(|scope| {
        let waiting = scope.spawn(|| reading.send(&policies().at_least(1_000)));
        thread::sleep(Duration::from_millis(300));
        assert!(!waiting.is_finished(), "it did not wait");
        reading.ask_to_stop();
        let answer = waiting.join().expect("an answer").expect(503);
        assert!(answer.header("Retry-After").is_some() && answer.message().contains("stopping"), "{answer}");
    });
    let _ = reading.wait();
}

#[test]
fn a_value_that_makes_no_sense_is_refused_and_its_header_named() {
    let [_, server] = two_servers("0s");
    for (header, values, allowed) in [
        (
            "Statehouse-Min-Revision",
            &["", "x", "-1", "+1", "1.5", "0x10", "1 2", "1, 2", "٣"][..],
            "a whole number in decimal digits",
        ),
        (
            "Statehouse-Min-Revision",
            &["18446744073709551616", "1000000000000000000000"][..],
            "18446744073709551615",
        ),
        (
            "Statehouse-Consistency",
            &["", "strong", "Eventual", "eventual, linearizable", "\"eventual\""][..],
            "linearizable or eventual",
        ),
    ] {
        for value in values {
            for (method, target) in
                [("GET", "/v1/policies"), ("POST", "/v1/policies"), ("DELETE", "/v1/policies/nosuch")]
            {
                let answer = server.send(&Request::new(method, target).header(header, value)).expect(400);
                assert_eq!(answer.error_code(), Some(400));
                let message = answer.message();
                let is_named = message.starts_with(&format!("{header}: ")) && message.contains(allowed);
                assert!(is_named, "{method} {header}: {value:?}: {message}");
            }
        }
    }
    let twice = policies().at_least(1).at_least(1);
    assert!(server.send(&twice).expect(400).message().contains("more than once"));
}

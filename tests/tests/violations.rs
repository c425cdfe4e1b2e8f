//! What violates the policies, and since when: the same from every server and after every restart, as it happens.

use serde_json::{Value, json};
use statehouse_tests::events::Events;
use statehouse_tests::{Database, Server};
use std::time::{Duration, Instant};

/// Far more than a commit takes to arrive, and enough for a machine that is busy with other tests.
const MOMENTS: Duration = Duration::from_secs(2);

fn furnish(server: &Server) {
    let policy = server.create_policy("p");
    policy.create_rule("error(x) :- d:vms(x, \"down\")");
    server.create_push_source("d");
}

fn violations(server: &Server) -> Value {
    server.get("/v2/violations").expect(200).json()["violations"].take()
}

#[test]
fn since_when_a_row_is_there_is_the_same_after_a_kill_and_on_every_server() {
    let database = Database::fresh();
    let [one, other] = Server::several_on(&database);
    furnish(&one);
    let source = one.data_source("d");
    source.change("vms", &json!({ "add": [["a", "down"], ["b", "up"]] }));
    let second = source.change("vms", &json!({ "add": [["b", "down"]], "delete": [["b", "up"]] }));
    let followed = violations(&one);
    source.change("vms", &json!({ "add": [["c", "up"]] }));
    assert_eq!(followed[1]["appeared"]["revision"], second);
    assert_eq!(violations(&one), followed);
    assert_eq!(violations(&other), followed);
    let one = one.kill().restart();
    assert_eq!(violations(&one), followed);
    assert_eq!(one.data_source("d").rows("vms").len(), 3, "single rows are as durable as whole tables");
}

#[test]
fn what_another_server_commits_is_told_at_once_and_a_stream_goes_on_elsewhere() {
    let database = Database::fresh();
    let [one, other] = Server::several_on(&database);
    furnish(&one);
    let mut events = Events::of(&other, "/v2/violations/stream");
    events.until("complete");
    let before = Instant::now();
    one.data_source("d").change("vms", &json!({ "add": [["a", "down"]] }));
    let first = events.next().expect("a stream that goes on");
    assert!(before.elapsed() < MOMENTS, "{:?}", before.elapsed());
    assert_eq!((first.name.as_str(), &first.data["row"]), ("appeared", &json!(["a"])));

    // The server dies with the stream; what happens until the client has found another one is not lost.
    drop(other.kill());
    one.data_source("d").change("vms", &json!({ "add": [["b", "down"]], "delete": [["a", "down"]] }));
    one.policy("p").delete();
    let id = first.id.expect("an event that can be gone on from");
    let told = |name: &str, row: &str| (name.to_owned(), json!([row]));
    let missed = [told("disappeared", "a"), told("appeared", "b"), told("disappeared", "b")];
    let next = |events: &mut Events| {
        let event = events.next().expect("a stream that goes on");
        (event.name, event.data["row"].clone())
    };
    let mut events = Events::behind(&one, "/v2/violations/stream", &id);
    assert_eq!([(); 3].map(|()| next(&mut events)), missed, "on another server");
    // A server that has just started has to look all of it up in the log.
    let one = one.kill().restart();
    let mut events = Events::behind(&one, "/v2/violations/stream", &id);
    assert_eq!([(); 3].map(|()| next(&mut events)), missed, "on one that was started again");
    let mut from_query = Events::of(&one, &format!("/v2/violations/stream?after={id}"));
    assert_eq!(next(&mut from_query), missed[0]);
    let before = Instant::now();
    one.ask_to_stop();
    assert_eq!(events.next(), None);
    assert!(before.elapsed() < MOMENTS, "a stream holds up nobody who stops: {:?}", before.elapsed());
    drop(one.wait());
}

#[test]
fn a_posted_document_is_a_violation_at_once_and_after_a_kill() {
    let server = Server::fresh();
    drop(
        server
            .post("/v1/data-sources", &json!({"name": "vit", "driver": "vitrage", "config": {}}))
            .expect(201),
    );
    let policy = server.create_policy("p");
    policy.create_rule(
        "error(name, host) :- vit:alarms(name=name, resource_name=host, operational_severity=\"CRITICAL\")",
    );
    let mut events = Events::of(&server, "/v2/violations/stream");
    events.until("complete");
    let post = |server: &Server, notification: &str, id: &str| {
        let resource = json!({"name": "vm-1", "id": "i"});
        let payload = json!({"vitrage_id": id, "name": "down", "vitrage_operational_severity": "CRITICAL", "resource": resource});
        let document = json!({"notification": notification, "payload": payload});
        drop(server.post("/v1/data-sources/vit/webhook", &document).expect(200));
    };
    post(&server, "vitrage.alarm.activate", "a1");
    let event = events.next().expect("a stream that goes on");
    assert_eq!((event.name.as_str(), &event.data["row"]), ("appeared", &json!(["down", "vm-1"])));
    let before = violations(&server);
    assert_eq!(before[0]["row"], json!(["down", "vm-1"]));
    let server = server.kill().restart();
    assert_eq!(violations(&server), before, "what was answered is kept");
    post(&server, "vitrage.alarm.deactivate", "a1");
    assert_eq!(violations(&server), json!([]));
}

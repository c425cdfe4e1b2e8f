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
    let one = one.kill().restart();
    let mut events = Events::of(&one, &format!("/v2/violations/stream?after={id}"));
    let missed = [(); 3].map(|()| events.next().expect("a stream that goes on"));
    let missed = missed.map(|event| (event.name, event.data["row"].clone()));
    let told = |name: &str, row: &str| (name.to_owned(), json!([row]));
    assert_eq!(missed, [told("disappeared", "a"), told("appeared", "b"), told("disappeared", "b")]);
    let before = Instant::now();
    one.ask_to_stop();
    assert_eq!(events.next(), None);
    assert!(before.elapsed() < MOMENTS, "a stream holds up nobody who stops: {:?}", before.elapsed());
    drop(one.wait());
}

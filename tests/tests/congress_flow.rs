//! A recorded session with a Congress server, request by request, and its reads once more after a power cut.

use statehouse_tests::flow::{self, Replay};
use statehouse_tests::{Request, Server};
use std::collections::BTreeMap;

#[test]
fn every_step_answers_as_recorded_or_as_the_listed_divergence_says() {
    let server = Server::fresh();
    Replay::of(&flow::recorded(), &server).finish();
}

#[test]
fn every_read_of_the_session_answers_the_same_after_sigkill() {
    let server = Server::fresh();
    let steps = flow::recorded();
    let targets = Replay::of(&steps, &server).reads(&steps);
    let answers = |server: &Server| -> BTreeMap<_, _> {
        targets.iter().map(|target| (target.clone(), read(server, target))).collect()
    };

    let before = answers(&server);
    let server = server.kill().restart();
    let after = answers(&server);

    for (target, answer) in &before {
        assert_eq!(answer, &after[target], "GET {target} after the restart");
    }
}

/// Status and body to the byte. The host is named, because some answers repeat it and the port changes; headers hold
/// the id and the time of the request itself.
fn read(server: &Server, target: &str) -> (u16, String) {
    let answer = server.send(&Request::new("GET", target).header("Host", "statehouse.example"));
    (answer.status, answer.text())
}

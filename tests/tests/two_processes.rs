//! Two servers on one database: each sees what the other acknowledged, at once.

use serde_json::json;
use statehouse_tests::{Database, Server, Writer};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

fn two_servers() -> [Server; 2] {
    Server::several_on(&Database::fresh())
}

#[test]
fn each_sees_the_others_writes_as_soon_as_they_are_acknowledged() {
    let servers = two_servers();
    servers[0].create_policy("p");
    servers[0].create_push_source("d");
    for number in 0..100 {
        let (writing, reading) = (&servers[number % 2], &servers[(number + 1) % 2]);
        let rule = writing.policy("p").create_rule(&format!("q({number})"));
        assert_eq!(reading.policy("p").rules().last(), Some(&rule));
        writing.data_source("d").push("t", &json!([[number]]));
        assert_eq!(reading.data_source("d").rows("t"), [json!([number])]);
        reading.policy("p").delete_rule(&rule.id);
        assert_eq!(writing.policy("p").rules(), []);
    }
}

#[test]
fn writers_on_both_lose_no_update_and_leave_no_gap_in_the_log() {
    let servers = two_servers();
    let mut crews = [Writer::crew("a", 8, &servers[0]), Writer::crew("b", 8, &servers[1])];

    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        for (crew, server) in crews.iter_mut().zip(&servers) {
            for writer in crew {
                scope.spawn(|| write_until(writer, server, &over));
            }
        }
        thread::sleep(Duration::from_secs(3));
        over.store(true, Ordering::Relaxed);
    });

    for writer in crews.iter_mut().flatten() {
        for server in &servers {
            writer.check(server);
        }
    }
    let answers = servers.each_ref().map(|server| server.get("/v1/policies").text());
    assert_eq!(answers[0], answers[1]);
    servers[0].database().assert_sound();
    servers[0].database().assert_log_complete();
}

#[test]
fn a_name_that_both_want_at_once_goes_to_one_of_them() {
    let servers = two_servers();
    for number in 0..30 {
        let body = json!({ "name": format!("p{number}") });
        let statuses = thread::scope(|scope| {
            let posts =
                servers.each_ref().map(|server| scope.spawn(|| server.post("/v1/policies", &body).status));
            posts.map(|post| post.join().expect("an answer"))
        });
        assert!(statuses == [201, 409] || statuses == [409, 201], "{body}: {statuses:?}");
    }
    assert_eq!(servers[0].policy_names(), servers[1].policy_names());
}

#[test]
fn one_that_is_killed_while_both_write_takes_nothing_with_it() {
    for life_ms in [30, 60, 90, 120, 150] {
        let [first, second] = two_servers();
        let mut crews = [Writer::crew("a", 6, &first), Writer::crew("b", 6, &second)];
        let [dying, staying] = crews.each_mut();
        let over = AtomicBool::new(false);
        let first = thread::scope(|scope| {
            let address = first.address();
            for writer in dying {
                scope.spawn(move || while writer.write(address).is_ok() {});
            }
            for writer in staying {
                scope.spawn(|| write_until(writer, &second, &over));
            }
            thread::sleep(Duration::from_millis(life_ms));
            let stopped = first.kill();
            // The other goes on without its lock or its half-written log.
            thread::sleep(Duration::from_millis(100));
            over.store(true, Ordering::Relaxed);
            stopped
        });

        let first = first.restart();
        for writer in crews.iter_mut().flatten() {
            writer.check(&second);
            writer.check(&first);
        }
        second.database().assert_sound();
        second.database().assert_log_complete();
    }
}

fn write_until(writer: &mut Writer, server: &Server, over: &AtomicBool) {
    while !over.load(Ordering::Relaxed) {
        let answer = writer.write_to(server);
        assert!(answer.status < 300, "a write was refused: {answer}");
    }
}

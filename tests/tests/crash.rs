//! What was acknowledged is there, whatever happens to the process, its disk or its file.

use serde_json::json;
use statehouse_tests::chance::{self, Rng};
use statehouse_tests::disk::Disk;
use statehouse_tests::server::Stopped;
use statehouse_tests::{Answer, Server, Writer};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

const WRITERS: usize = 16;
/// Databases that are crashed side by side: most of a round is waiting.
const LANES: u64 = 4;
const DATABASES_PER_LANE: u64 = 5;
const CRASHES_PER_DATABASE: u64 = 10;

#[test]
fn every_acknowledged_write_survives_two_hundred_kills_at_random_moments() {
    assert_eq!(LANES * DATABASES_PER_LANE * CRASHES_PER_DATABASE, 200);
    let seed = chance::seed();
    thread::scope(|scope| {
        for lane in 0..LANES {
            scope.spawn(move || {
                let mut chance = chance::source(seed, lane);
                for _ in 0..DATABASES_PER_LANE {
                    crash_one_database(|| Duration::from_millis(chance.random_range(0..250)));
                }
            });
        }
    });
}

fn crash_one_database(mut delay: impl FnMut() -> Duration) {
    let mut server = Server::fresh();
    let mut crew = Writer::crew("w", WRITERS, &server);
    for _ in 0..CRASHES_PER_DATABASE {
        server = kill_under_load(server, &mut crew, delay()).restart();
        for writer in &mut crew {
            writer.check(&server);
        }
        server.database().assert_sound();
        server.database().assert_log_complete();
    }
}

/// Lets the whole crew write, and kills the server in the midst of it: `delay` after its first acknowledgement, so that
/// something is at stake on a slow machine too.
fn kill_under_load(server: Server, crew: &mut [Writer], delay: Duration) -> Stopped {
    let address = server.address();
    let (acknowledge, acknowledged) = mpsc::channel();
    let (stopped, first) = thread::scope(|scope| {
        for writer in crew {
            let acknowledge = acknowledge.clone();
            scope.spawn(move || {
                while let Ok(answer) = writer.write(address) {
                    assert!(answer.status < 300, "a write was refused: {answer}");
                    let _ = acknowledge.send(());
                }
            });
        }
        let first = acknowledged.recv_timeout(Duration::from_secs(30));
        thread::sleep(delay);
        // Killed in any case, or the crew would write for ever.
        (server.kill(), first)
    });
    assert!(first.is_ok(), "nothing was acknowledged in half a minute: nothing was at stake");
    stopped
}

#[test]
fn a_full_disk_refuses_writes_with_a_reason_and_loses_nothing() {
    let disk = Disk::small();
    let server = disk.server();
    let mut crew = Writer::crew("w", 6, &server);

    disk.fill(&server);
    // What is left of the last pages may take some writes still.
    let refusal = write_until(&mut crew, &server, |answer| answer.status != 200 && answer.status != 201);
    assert_is_temporary(&refusal);
    check_all(&mut crew, &server);

    disk.free(&server);
    let _ = write_until(&mut crew, &server, |answer| answer.status < 300);
    check_all(&mut crew, &server);

    let server = server.kill().restart();
    check_all(&mut crew, &server);
    server.database().assert_sound();
    server.database().assert_log_complete();
}

#[test]
fn when_nothing_can_be_written_not_even_the_log_the_server_outlives_it() {
    let server = Server::fresh();
    let mut crew = Writer::crew("w", 6, &server);

    server.limit_files("1");
    for _ in 0..3 {
        for target in ["/healthz", "/v1/policies", "/nosuch"] {
            let answer = server.get(target);
            assert_ne!(answer.status, 500, "{target}: {answer}");
        }
        assert_is_temporary(&server.post("/v1/policies", &json!({ "name": "lost" })));
    }

    server.limit_files("unlimited");
    let _ = write_until(&mut crew, &server, |answer| answer.status < 300);
    check_all(&mut crew, &server);
    server.database().assert_sound();
    server.database().assert_log_complete();
}

#[test]
fn a_file_that_another_process_has_locked_refuses_writes_with_a_reason() {
    let server = Server::fresh();
    let mut crew = Writer::crew("w", 6, &server);
    let other = server.database().write();

    other.execute_batch("BEGIN EXCLUSIVE").expect("nobody else writes");
    let refusal = server.post("/v1/policies", &json!({ "name": "late" }));
    assert_is_temporary(&refusal);
    assert!(refusal.header("Retry-After").is_some(), "503 without Retry-After: {refusal}");
    check_all(&mut crew, &server);

    other.execute_batch("ROLLBACK").expect("the lock is given back");
    let _ = write_until(&mut crew, &server, |answer| answer.status < 300);
    check_all(&mut crew, &server);
    assert!(!server.policy_names().contains(&"late".to_owned()), "a refused write happened");
    server.database().assert_log_complete();
}

/// Lets the writers write by turns, for at most half a minute, until an answer is as wanted.
fn write_until(crew: &mut [Writer], server: &Server, wanted: impl Fn(&Answer) -> bool) -> Answer {
    let deadline = Instant::now() + Duration::from_secs(30);
    loop {
        for writer in &mut *crew {
            let answer = writer.write_to(server);
            if wanted(&answer) {
                return answer;
            }
            assert!(Instant::now() < deadline, "the last answer after half a minute: {answer}");
        }
    }
}

fn check_all(crew: &mut [Writer], server: &Server) {
    for writer in crew {
        writer.check(server);
    }
}

/// A 503 that says why, in words and not in the terms of the code beneath.
fn assert_is_temporary(answer: &Answer) {
    assert_eq!(answer.status, 503, "{answer}");
    assert!(answer.message().contains(' '), "a reason: {answer}");
}

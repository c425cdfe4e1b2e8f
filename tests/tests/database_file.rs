//! What becomes of an embedded database: its disk full, its file locked, its key beside it.

use serde_json::json;
use statehouse_tests::disk::Disk;
use statehouse_tests::{Answer, Server, Writer};
use std::os::unix::fs::PermissionsExt;
use std::time::{Duration, Instant};

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

#[test]
fn the_key_file_is_for_its_owner_alone() {
    let server = Server::fresh();
    let key = server.database().key_file();
    assert_eq!(key.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let name = key.file_name().unwrap().to_string_lossy().into_owned();
    assert!(server.log().contains(&name), "the log says that a key was made");
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

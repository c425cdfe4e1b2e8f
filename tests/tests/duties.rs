//! What only one server may do: another does it when that server dies, stands still or is stopped, and nothing is done twice.
//! Here it is trimming, which can be seen in the database.
#![expect(clippy::panic, reason = "a test fails where it cannot go on")]

use serde_json::json;
use statehouse_tests::receipts::Verdict;
use statehouse_tests::server::Launch;
use statehouse_tests::{Database, Server, Writer};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// How soon another server has to have a duty, with leases of 5 s: enough for a machine that does much else.
const SOON: Duration = Duration::from_secs(15);
/// How long anything may take at all.
const PATIENCE: Duration = Duration::from_secs(40);

/// A server that keeps ten commits, or those of the last second.
fn trimming(database: &Database, node: usize) -> Launch {
    let launch = Launch::on(database).by_node(node).argument("--keep-log").argument("1s");
    launch.argument("--keep-commits").argument("10")
}

/// The token under which a server trims, if it does.
fn token(server: &Server) -> Option<u64> {
    server.metric("statehouse_store_lease_token{duty=\"trim\"}").filter(|token| *token > 0)
}

/// Waits until one of the servers has the duty: which, its token, and how long that took.
fn holder(servers: &[Server]) -> (usize, u64, Duration) {
    let began = Instant::now();
    loop {
        let found = servers.iter().enumerate().find_map(|(at, server)| Some((at, token(server)?)));
        if let Some((at, token)) = found {
            return (at, token, began.elapsed());
        }
        assert!(began.elapsed() < PATIENCE, "nobody has the duty after {PATIENCE:?}");
        thread::sleep(Duration::from_millis(20));
    }
}

/// Where the log begins and ends; fails unless it has everything in between, and nothing else.
fn bounds_of_log(database: &Database) -> (i64, i64) {
    let numbers = database.numbers(&[
        "SELECT revision FROM log_start",
        "SELECT revision FROM head",
        "SELECT count(*) FROM commits",
        "SELECT min(revision) FROM commits",
        "SELECT count(*) FROM changes WHERE revision NOT IN (SELECT revision FROM commits)",
        "SELECT count(*) FROM commits WHERE revision NOT IN (SELECT revision FROM changes)",
    ]);
    let [start, head, commits, lowest, stray, empty] = numbers[..] else {
        panic!("six numbers: {numbers:?}")
    };
    assert_eq!((lowest, commits), (start, head - start + 1), "the log from {start} to {head}");
    assert_eq!((stray, empty), (0, 0), "changes without a commit, commits without a change");
    (start, head)
}

/// Writes until the log begins later than before: somebody trims.
fn assert_trims(server: &Server) {
    let (before, _) = bounds_of_log(server.database());
    let began = Instant::now();
    while bounds_of_log(server.database()).0 <= before {
        assert!(began.elapsed() < PATIENCE, "nobody trims: the log begins at {before}");
        churn(server);
    }
}

/// Some commits that leave nothing behind.
fn churn(server: &Server) {
    for _ in 0..10 {
        let rule = server.policy("p").create_rule("churn(1)");
        server.policy("p").delete_rule(&rule.id);
    }
}

fn assert_same_answers(servers: &[&Server]) {
    for target in ["/v1/policies", "/v1/policies/p/rules", "/v1/data-sources"] {
        let answers: Vec<_> = servers.iter().map(|server| server.get(target).expect(200).text()).collect();
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{target}: {answers:#?}");
    }
}

#[test]
fn when_the_holder_is_killed_another_server_has_its_duty_within_seconds() {
    let database = Database::fresh();
    let mut servers: Vec<_> = (0..3).map(|node| trimming(&database, node).start()).collect();
    servers[0].create_policy("p");
    let (mut at, mut token, _) = holder(&servers);
    for _ in 0..2 {
        assert_trims(&servers[at]);
        let dead = servers.remove(at).kill();
        let (next, next_token, took) = holder(&servers);
        eprintln!("another server had the duty {took:?} after its holder was killed");
        assert!(took < SOON, "after {took:?}");
        assert_eq!(next_token, token + 1);
        (at, token) = (next, next_token);
        drop(dead);
    }
    assert_trims(&servers[at]);
}

#[test]
fn a_server_that_is_stopped_in_order_hands_its_duty_over() {
    let database = Database::fresh();
    // It would take the others minutes to notice that it is gone.
    let launch = |node| trimming(&database, node).argument("--lease").argument("10m").start();
    let mut servers = vec![launch(0)];
    servers[0].create_policy("p");
    let (_, token, _) = holder(&servers);
    servers.remove(0).stop();
    let servers = [trimming(&database, 1).start()];
    let (_, next, took) = holder(&servers);
    assert!(took < SOON, "after {took:?}");
    assert_eq!(next, token + 1);
    assert_trims(&servers[0]);
}

/// Lets a server stand still at a moment at which it keeps nobody from writing: one that is stopped in the middle of a
/// transaction holds a lock, which is another story.
fn pause_between_transactions(server: &Server, other: &Server) {
    for attempt in 0..20 {
        server.pause();
        let written = other.put("/v1/data-sources/d/tables/t/rows", &json!([[attempt]]));
        if written.status < 300 {
            return;
        }
        server.resume();
        thread::sleep(Duration::from_millis(137));
    }
    panic!("the server is in a transaction whenever it is stopped");
}

#[test]
fn a_holder_that_stood_still_finds_itself_followed_and_deletes_nothing_more() {
    let database = Database::fresh();
    let launch = |node| trimming(&database, node).argument("--lease").argument("2s").start();
    let mut servers: Vec<_> = (0..3).map(launch).collect();
    servers[0].create_policy("p");
    servers[0].create_push_source("d");
    let (at, first, _) = holder(&servers);
    let stopped = servers.remove(at);
    assert_trims(&servers[0]);

    pause_between_transactions(&stopped, &servers[0]);
    let (next, second, took) = holder(&servers);
    eprintln!("another server had the duty {took:?} after its holder was stopped");
    assert!(took < SOON, "after {took:?}");
    assert!(second > first, "{second} after {first}");
    // The log moves on, far beyond what the one that stands still has read of it.
    let (start, head) = bounds_of_log(&database);
    while bounds_of_log(&database).0 <= head + 20 {
        churn(&servers[next]);
    }
    assert!(start < head);

    stopped.resume();
    let began = Instant::now();
    while token(&stopped).is_some() {
        assert!(began.elapsed() < SOON, "it still believes that it has the duty");
        thread::sleep(Duration::from_millis(20));
    }
    for _ in 0..5 {
        churn(&stopped);
        bounds_of_log(&database);
    }
    assert_eq!(token(&servers[next]), Some(second), "the duty stays where it went");
    assert!(stopped.metric("statehouse_store_reloads_total") >= Some(1), "it had to read the state itself");
    assert_same_answers(&[&stopped, &servers[0], &servers[1]]);
    assert_trims(&stopped);
    database.assert_sound();
}

#[test]
fn while_the_log_is_trimmed_under_load_those_who_follow_and_those_who_begin_have_the_same_state() {
    let database = Database::fresh();
    let servers = [trimming(&database, 0).start(), Launch::on(&database).by_node(1).start()];
    servers[0].create_policy("p");
    let mut crews = [Writer::crew("a", 4, &servers[0]), Writer::crew("b", 4, &servers[1])];
    let over = AtomicBool::new(false);
    let is_cluster = database.urls().len() > 1;
    thread::scope(|scope| {
        for (crew, server) in crews.iter_mut().zip(&servers) {
            for writer in crew {
                scope.spawn(|| {
                    while !over.load(Ordering::Relaxed) {
                        let answer = writer.write_to(server);
                        // Where two nodes of a cluster conflict, the log may be trimmed behind a COMMIT that is looked for: then
                        // the answer says that nobody knows, and the writer looks. A node may also end the sessions of whoever
                        // is in its way, and the answer that nothing was stored is held against what is there.
                        match Verdict::of(&answer) {
                            Verdict::Stored(_) => {}
                            _ if is_cluster => writer.settle(server, PATIENCE),
                            _ => panic!("a write was refused: {answer}"),
                        }
                    }
                });
            }
        }
        let began = Instant::now();
        while bounds_of_log(&database).0 == 1 || began.elapsed() < Duration::from_secs(5) {
            if began.elapsed() > PATIENCE {
                break;
            }
            // One that begins in the midst of it.
            drop(trimming(&database, 2).start().get("/v1/policies").expect(200));
        }
        over.store(true, Ordering::Relaxed);
    });
    let (start, _) = bounds_of_log(&database);
    assert!(start > 1, "nothing was trimmed");
    let fresh = trimming(&database, 2).start();
    for writer in crews.iter_mut().flatten() {
        for server in servers.iter().chain([&fresh]) {
            writer.check(server);
        }
    }
    assert_same_answers(&[&servers[0], &servers[1], &fresh]);
    database.assert_sound();
}

//! A fleet is upgraded and taken back while clients write and read: servers of two windows on one database, and not one
//! request refused. One server and one migrator are killed on the way, and one server sleeps through a contract.
#![expect(clippy::expect_used, reason = "a test fails by panicking, also in its words")]

use statehouse_tests::command::Call;
use statehouse_tests::server::Launch;
use statehouse_tests::throwaway::wait_until;
use statehouse_tests::{Database, Load, Server, command};
use std::time::Duration;

/// The newest migration that a server of the previous window knows.
const PREVIOUS: &str = "0005";
/// How many writes every server acknowledges between two steps.
const WRITES_EACH: usize = 3;
const PATIENCE: Duration = Duration::from_secs(30);

fn previous(database: &Database) -> Server {
    Launch::on(database).setting("STATEHOUSE_TEST_KNOWS", PREVIOUS).start()
}

/// One that is soon taken for dead when it says nothing.
fn doomed(database: &Database) -> Server {
    let launch = Launch::on(database).setting("STATEHOUSE_TEST_KNOWS", PREVIOUS);
    launch.setting("STATEHOUSE_TEST_PRESENCE", "900ms").start()
}

/// `statehouse migrate …`, which succeeds.
#[track_caller]
fn migrate(database: &Database, arguments: &[&str]) {
    let url = database.url();
    command::run(&[&["migrate"], arguments, &["--database", &url]].concat()).success();
}

/// Has everybody write and read while each of these is done, and fails if anybody was refused anything.
#[track_caller]
fn under_load(name: &str, servers: &[Server], database: &Database, steps: &[&[&str]]) {
    let mut load = Load::named(name, servers, 2);
    load.during(|watch| {
        watch.stored(WRITES_EACH);
        for step in steps {
            migrate(database, step);
            watch.stored(WRITES_EACH);
        }
    });
    refuse_refusals(&mut load);
}

/// Fails if anybody was refused anything, or if anything that was acknowledged is lost.
#[track_caller]
fn refuse_refusals(load: &mut Load<'_>) {
    let refused = load.reads_refused();
    let (stored, not_stored, unknown) = load.check().counts();
    assert_eq!((not_stored, unknown, refused), (0, 0, 0), "{stored} writes stored");
}

#[test]
fn a_fleet_goes_to_the_next_window_and_back_and_no_request_fails() {
    let database = Database::at_schema(PREVIOUS);
    let mut servers = vec![previous(&database), doomed(&database)];
    servers.extend([Server::on(&database), Server::on(&database)]);
    let mut load = Load::named("forth", &servers, 2);
    load.during(|watch| {
        watch.stored(WRITES_EACH);
        migrate(&database, &["expand"]);
        watch.stored(WRITES_EACH);
        killed_in_the_middle(&database);
        watch.kill(1);
        watch.stored(WRITES_EACH);
        migrate(&database, &["data"]);
        watch.stored(WRITES_EACH);
    });
    refuse_refusals(&mut load);

    // The last servers of the previous window are replaced: only then may their place be taken away.
    let contract = ["migrate", "contract", "--yes", "--database", &database.url()];
    assert_ne!(command::run(&contract).code, Some(0), "a server that needs the old shape is alive");
    drop(servers.remove(1));
    drop(servers.remove(0).stop());
    under_load("there", &servers, &database, &[&["contract", "--yes"], &["down", "0007", "--yes"]]);

    // And back: servers of the previous window start again, and the rest goes under them.
    servers.extend([previous(&database), previous(&database)]);
    under_load("back", &servers, &database, &[&["down", PREVIOUS, "--yes"]]);
    database.assert_log_complete();
    let rules: Vec<_> = servers.iter().map(|server| server.list("/v1/policies")).collect();
    assert!(rules.windows(2).all(|pair| pair[0] == pair[1]), "all of them show the same");
}

/// A migrator that moves one rule at a time is killed when it has moved some and not all.
#[track_caller]
fn killed_in_the_middle(database: &Database) {
    let slowly = ["migrate", "data", "--pace", "1%", "--batch", "1", "--database", &database.url()];
    let migrator = Call::start(&slowly);
    let begun = wait_until("a rule is moved", PATIENCE, || {
        match database.numbers(&["SELECT count(*) FROM schema_batches"])[..] {
            [1] => Ok(()),
            _ => Err("none yet".to_owned()),
        }
    });
    migrator.kill();
    begun.expect("rows are moved while servers serve");
}

#[test]
fn a_server_that_slept_through_a_contract_writes_nothing_and_says_why() {
    let database = Database::at_schema(PREVIOUS);
    let (sleeper, other) = (doomed(&database), Server::on(&database));
    sleeper.create_policy("p");
    migrate(&database, &["expand"]);
    migrate(&database, &["data"]);
    sleeper.policy("p").create_rule("q(1)");
    sleeper.pause();
    migrate(&database, &["contract", "--yes"]);
    sleeper.resume();

    // It finds out by itself; until then it may have been heard, but it has written nothing.
    let rule = serde_json::json!({ "rule": "q(2)" });
    let refused = sleeper.post("/v1/policies/p/rules", &rule).expect(503);
    assert!(refused.header("Retry-After").is_some(), "{refused}");
    wait_until("it knows why", PATIENCE, || {
        let answer = sleeper.get("/readyz");
        let text = answer.text();
        let is_told = answer.status == 503 && text.contains("newer than this build") && text.contains("0008");
        if is_told { Ok(()) } else { Err(text) }
    })
    .expect("it says that the schema has left its window");
    for refused in [sleeper.get("/v1/policies/p/rules"), sleeper.post("/v1/policies/p/rules", &rule)] {
        assert_eq!(refused.status, 503, "{refused}");
    }
    assert_eq!(sleeper.get("/healthz").status, 200);

    assert_eq!(other.policy("p").rules().len(), 1, "what it was refused is not there");
    other.policy("p").create_rule("q(3)");
    migrate(&database, &["down", "0007", "--yes"]);
    wait_until("it serves again", PATIENCE, || {
        let answer = sleeper.post("/v1/policies/p/rules", &rule);
        if answer.status == 201 { Ok(()) } else { Err(answer.text()) }
    })
    .expect("the schema is back in its window");
    database.assert_log_complete();
}

//! A fleet is upgraded and taken back while clients write and read: servers of two windows on one database, and not one
//! request refused.

use statehouse_tests::server::Launch;
use statehouse_tests::{Database, Load, Server, command};

/// The newest migration that a server of the previous window knows.
const PREVIOUS: &str = "0005";
/// How many writes every server acknowledges between two steps.
const WRITES_EACH: usize = 3;

fn previous(database: &Database) -> Server {
    Launch::on(database).setting("STATEHOUSE_TEST_KNOWS", PREVIOUS).start()
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
    let refused = load.reads_refused();
    let (stored, not_stored, unknown) = load.check().counts();
    assert_eq!((not_stored, unknown, refused), (0, 0, 0), "{stored} writes stored, during {steps:?}");
}

#[test]
fn a_fleet_goes_to_the_next_window_and_back_and_no_request_fails() {
    let database = Database::at_schema(PREVIOUS);
    let mut servers = vec![previous(&database), previous(&database)];
    servers.extend([Server::on(&database), Server::on(&database)]);
    under_load("forth", &servers, &database, &[&["expand"], &["data"]]);

    // The last servers of the previous window are replaced: only then may their place be taken away.
    let contract = ["migrate", "contract", "--yes", "--database", &database.url()];
    assert_ne!(command::run(&contract).code, Some(0), "servers that need the old shape are alive");
    servers.drain(..2).for_each(|server| drop(server.stop()));
    under_load("there", &servers, &database, &[&["contract", "--yes"], &["down", "0007", "--yes"]]);

    // And back: servers of the previous window start again, and the rest goes under them.
    servers.extend([previous(&database), previous(&database)]);
    under_load("back", &servers, &database, &[&["down", PREVIOUS, "--yes"]]);
    database.assert_log_complete();
    let rules: Vec<_> = servers.iter().map(|server| server.list("/v1/policies")).collect();
    assert!(rules.windows(2).all(|pair| pair[0] == pair[1]), "all of them show the same");
}

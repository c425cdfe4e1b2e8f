//! A server of today on a database that an old one has left: everything that the old one showed is shown as it was.
#![expect(clippy::expect_used, reason = "a test fails by panicking, also in its words")]

use serde_json::{Map, Value};
use statehouse_tests::command::Call;
use statehouse_tests::server::Launch;
use statehouse_tests::throwaway::wait_until;
use statehouse_tests::{Database, Server, command};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(30);
/// How many bytes of statements a program is given at once: the system has a limit for its arguments.
const AT_ONCE: usize = 60_000;

/// The databases that are kept, by the newest migration that each has.
const KEPT: &[&str] = &["0003", "0005", "0008", "0011"];

fn kept(schema: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/schema").join(schema)
}

/// What a server needs beside the database: the key of its secrets, and the driver of one of its data sources.
fn launch(database: &Database, kept: &Path) -> Launch {
    fs::copy(kept.join("vault.yaml"), database.drivers().join("vault.yaml")).expect("a driver");
    let key = fs::read_to_string(kept.join("secret-key")).expect("a key");
    Launch::on(database).setting("STATEHOUSE_SECRET_KEY", key.trim())
}

/// Fails unless the server answers every GET as it was answered when the database was made.
#[track_caller]
fn assert_answers(server: &Server, kept: &Path, when: &str) {
    let answers = fs::read_to_string(kept.join("answers.json")).expect("recorded answers");
    let answers: Map<String, Value> = serde_json::from_str(&answers).expect("answers.json is JSON");
    assert!(answers.len() > 20, "the recording is there");
    let schema = kept.file_name().expect("a folder of its own");
    for (path, recorded) in answers {
        let mut shown = server.get(&path).expect(200).json();
        // Programs of later times list tables of other policies as well, where rules mention them.
        if schema == "0003" && path.starts_with("/v1/policies/") && path.ends_with("/tables") {
            let tables = shown["results"].as_array_mut().expect("a list");
            tables.retain(|table| !table["id"].as_str().expect("an id").contains(':'));
        }
        assert_eq!(shown, recorded, "{path}, {when}");
    }
}

#[test]
fn a_server_shows_everything_that_the_old_one_showed() {
    for schema in KEPT {
        let kept = kept(schema);
        let database = filled(schema, &kept);
        let server = launch(&database, &kept).start();
        assert_answers(&server, &kept, "on the upgraded database");
        let server = server.stop().restart();
        assert_answers(&server, &kept, "started again");
        server.policy("nova_rules").create_rule("added(1)");
        server.stop();
        database.assert_sound();
    }
}

/// `statehouse migrate up`, in so many processes at once.
fn migrators(database: &Database, number: usize, how: &[&str]) -> Vec<Call> {
    let url = database.url();
    let arguments = [&["migrate", "up", "--yes", "--no-backup", "--database", &url], how].concat();
    (0..number).map(|_| Call::start(&arguments)).collect()
}

/// Fails unless all of them succeed, and all but one had nothing to do; what that one says.
#[track_caller]
fn one_worked(migrators: Vec<Call>) -> String {
    let said: Vec<String> = migrators.into_iter().map(|migrator| migrator.outcome().success()).collect();
    let (idle, mut worked): (Vec<_>, Vec<_>) =
        said.into_iter().partition(|said| said.contains("nothing to apply"));
    assert_eq!(worked.len(), 1, "{worked:?} {idle:?}");
    worked.remove(0)
}

#[test]
fn of_eight_migrators_at_once_one_works_and_when_it_is_killed_another_goes_on() {
    let empty = Database::fresh();
    assert!(one_worked(migrators(&empty, 8, &[])).contains("0001"));

    let kept = kept("0003");
    let database = unmigrated("0003", &kept);
    command::run(&["migrate", "up", "0006", "--database", &database.url()]).success();
    let mut first = migrators(&database, 1, &["--pace", "1%", "--batch", "1"]);
    let is_in_the_middle = wait_until("it has moved a rule", PATIENCE, || {
        match database.numbers(&["SELECT count(*) FROM schema_batches"])[..] {
            [1] => Ok(()),
            _ => Err("none yet".to_owned()),
        }
    });
    let others = migrators(&database, 7, &["--pace", "100%"]);
    // They come to where they wait for the first.
    thread::sleep(Duration::from_millis(300));
    first.remove(0).kill();
    is_in_the_middle.expect("rules are moved one by one");
    let said = one_worked(others);
    assert!(said.contains("0007") && !said.contains("0006"), "{said}");
    command::run(&["migrate", "check", "--database", &database.url()]).success();
    let server = launch(&database, &kept).start();
    assert_answers(&server, &kept, "after the first migrator was killed");
}

/// The rows in a database of that schema on the engine under test, upgraded where the server does not do it by itself.
fn filled(schema: &str, kept: &Path) -> Database {
    let database = unmigrated(schema, kept);
    if database.is_served() {
        command::run(&["migrate", "up", "--yes", "--database", &database.url()]).success();
    }
    database
}

/// The rows in a database of that schema: the file itself where there is one, or else the statements.
fn unmigrated(schema: &str, kept: &Path) -> Database {
    let database = Database::fresh();
    let file = kept.join("state.sqlite");
    if !database.is_served() && file.exists() {
        fs::copy(file, database.path()).expect("the file");
        return database;
    }
    command::run(&["migrate", "up", schema, "--yes", "--database", &database.url()]).success();
    database.execute("DELETE FROM head");
    database.execute("DELETE FROM log_start");
    let rows = fs::read_to_string(kept.join("rows.sql")).expect("the rows");
    let mut some = String::new();
    for statement in rows.split_inclusive(";\n") {
        if some.len() + statement.len() > AT_ONCE {
            insert(&database, &some);
            some.clear();
        }
        some.push_str(statement);
    }
    insert(&database, &some);
    database
}

/// All of these statements or none, which is also faster than one by one.
fn insert(database: &Database, statements: &str) {
    database.execute(&format!("{}BEGIN;\n{statements}COMMIT", as_the_standard_has_it(database)));
}

/// MariaDB takes double quotes for those of a text, and backslashes for escapes, unless it is told otherwise.
fn as_the_standard_has_it(database: &Database) -> &'static str {
    if database.url().starts_with("mysql:") {
        "SET SESSION sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES,NO_BACKSLASH_ESCAPES');\n"
    } else {
        ""
    }
}

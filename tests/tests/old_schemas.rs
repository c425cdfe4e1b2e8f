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
const KEPT: &[&str] = &["0001", "0002", "0003", "0005", "0008", "0011"];

fn kept(schema: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/schema").join(schema)
}

/// What a server needs beside the database: the key of its secrets, and the driver of some of its data sources. The one of then had no
/// other driver, which shows where an import brought data sources of others.
fn launch(database: &Database, kept: &Path) -> Launch {
    for other in fs::read_dir(database.drivers()).expect("the drivers") {
        fs::remove_file(other.expect("a driver").path()).expect("it goes");
    }
    fs::copy(kept.join("vault.yaml"), database.drivers().join("vault.yaml")).expect("a driver");
    let key = fs::read_to_string(kept.join("secret-key")).expect("a key");
    Launch::on(database).setting("STATEHOUSE_SECRET_KEY", key.trim())
}

/// Fails unless the server answers every GET as it was answered when the database was made.
#[track_caller]
fn assert_answers(server: &Server, kept: &Path, when: &str) {
    let answers = fs::read_to_string(answers(server.database(), kept)).expect("recorded answers");
    let answers: Map<String, Value> = serde_json::from_str(&answers).expect("answers.json is JSON");
    assert!(answers.len() > 20, "the recording is there");
    let schema = kept.file_name().and_then(|name| name.to_str()).expect("a folder of its own");
    for (path, recorded) in answers {
        let mut shown = server.get(&path).expect(200).json();
        // Programs of later times list tables of other policies as well, where rules mention them.
        if schema <= "0003" && path.starts_with("/v1/policies/") && path.ends_with("/tables") {
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
        server.policy("classification").create_rule("added(1)");
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

/// What `migrate` says of servers that it cannot see.
const UNSEEN: &str = "comes from before 0004";

#[test]
fn an_operator_is_told_of_servers_that_nobody_sees_until_a_contract_has_been_applied() {
    let kept = kept("0003");
    let database = unmigrated("0003", &kept);
    let url = database.url();
    let migrate = |more: &[&str]| {
        let outcome = command::run(&[&["migrate"], more, &["--database", &url]].concat());
        (outcome.stderr.contains(UNSEEN), outcome)
    };
    let (is_told, dry) = migrate(&["up", "--dry-run"]);
    assert!(!is_told && dry.success().contains(UNSEEN));
    for step in [&["servers"][..], &["expand", "--no-backup"]] {
        let (is_told, outcome) = migrate(step);
        outcome.success();
        assert!(is_told, "{step:?}");
    }
    migrate(&["data", "--no-backup"]).1.success();
    // Long after the table of servers was made.
    for refused in [&["contract"][..], &["up"]] {
        let (is_told, outcome) = migrate(refused);
        assert!(is_told && outcome.code == Some(2) && outcome.stderr.contains("--yes"), "{outcome:?}");
    }
    assert!(migrate(&["current"]).1.success().contains("0012"), "nothing was contracted");
    let (is_told, outcome) = migrate(&["contract", "--yes", "--no-backup"]);
    outcome.success();
    assert!(is_told, "it is said all the same");
    for step in [&["servers"][..], &["down", "0006", "--yes", "--no-backup"], &["up", "--yes", "--no-backup"]]
    {
        let (is_told, outcome) = migrate(step);
        outcome.success();
        assert!(!is_told, "{step:?}: what did not survive a contract need not be named");
    }
    migrate(&["down", "0003", "--yes", "--no-backup"]).1.success();
    assert!(migrate(&["servers"]).0, "now there may be such servers again");
}

#[test]
fn nobody_is_warned_of_servers_where_there_were_none_before_they_could_be_seen() {
    let database = Database::fresh();
    let url = database.url();
    for step in [&["up", "0010"][..], &["servers"], &["up", "--yes"]] {
        let outcome = command::run(&[&["migrate"], step, &["--database", &url]].concat());
        assert!(!outcome.stderr.contains(UNSEEN), "{step:?}");
        outcome.success();
    }
}

/// The rows in a database of that schema on the engine under test, upgraded where the server does not do it by itself.
fn filled(schema: &str, kept: &Path) -> Database {
    let database = unmigrated(schema, kept);
    if database.is_served() {
        command::run(&["migrate", "up", "--yes", "--database", &database.url()]).success();
    }
    database
}

/// The database as a program of its time made it, where there is one on this engine, and what that program answered.
fn made(database: &Database, kept: &Path) -> Option<(PathBuf, PathBuf)> {
    let url = database.url();
    let (file, answers) = match url.split(':').next() {
        Some("sqlite") => ("state.sqlite", "sqlite.json"),
        Some("mysql") => ("mariadb.sql", "mariadb.json"),
        _ => ("postgres.sql", "answers.json"),
    };
    Some((kept.join(file), kept.join(answers))).filter(|(file, _)| file.exists())
}

/// What was answered when the database was made.
fn answers(database: &Database, kept: &Path) -> PathBuf {
    let own = made(database, kept).map(|(_, answers)| answers);
    own.filter(|answers| answers.exists()).unwrap_or_else(|| kept.join("answers.json"))
}

/// The rows in a database of that schema: as a program of that time made it where there is one on this engine, or else by
/// statements for any.
fn unmigrated(schema: &str, kept: &Path) -> Database {
    let database = Database::fresh();
    match made(&database, kept) {
        Some((file, _)) if !database.is_served() => {
            fs::copy(file, database.path()).expect("the file");
            return database;
        }
        Some((dump, _)) => {
            let dump = fs::read_to_string(dump).expect("a dump");
            in_pieces(&dump, |some| database.execute(&format!("{}{some}", as_its_owner(&database))));
            return database;
        }
        None => {}
    }
    command::run(&["migrate", "up", schema, "--yes", "--database", &database.url()]).success();
    database.execute("DELETE FROM head");
    database.execute("DELETE FROM log_start");
    let rows = fs::read_to_string(kept.join("rows.sql")).expect("the rows");
    in_pieces(&rows, |some| insert(&database, some));
    database
}

/// Statements, as many at a time as a program is given.
fn in_pieces(statements: &str, mut run: impl FnMut(&str)) {
    let mut some = String::new();
    for statement in statements.split_inclusive(";\n") {
        if some.len() + statement.len() > AT_ONCE {
            run(&some);
            some.clear();
        }
        some.push_str(statement);
    }
    run(&some);
}

/// What a dump needs to have said in each session: whose the tables are; or that they come in any order, and that columns which the
/// database computes are not taken for a mistake.
fn as_its_owner(database: &Database) -> &'static str {
    if database.url().starts_with("mysql:") {
        "SET FOREIGN_KEY_CHECKS = 0;\nSET sql_mode = 'NO_AUTO_VALUE_ON_ZERO';\n"
    } else {
        "SET ROLE statehouse;\n"
    }
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

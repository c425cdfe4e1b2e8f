//! A server of today on a database that an old one has left: everything that the old one showed is shown as it was.
#![expect(clippy::expect_used, reason = "a test fails by panicking, also in its words")]

use serde_json::{Map, Value};
use statehouse_tests::server::Launch;
use statehouse_tests::{Database, Server, command};
use std::fs;
use std::path::{Path, PathBuf};

/// The databases that are kept, by the newest migration that each has.
const KEPT: &[&str] = &["0003"];

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
    for (path, recorded) in answers {
        let mut shown = server.get(&path).expect(200).json();
        // Programs of later times list tables of other policies as well, where rules mention them.
        if path.starts_with("/v1/policies/") && path.ends_with("/tables") {
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

/// The rows in a database of that schema on the engine under test: the file itself, or the statements.
fn filled(schema: &str, kept: &Path) -> Database {
    let database = Database::fresh();
    if !database.is_served() {
        fs::copy(kept.join("state.sqlite"), database.path()).expect("the file");
        return database;
    }
    command::run(&["migrate", "up", schema, "--database", &database.url()]).success();
    database.execute("DELETE FROM head");
    database.execute("DELETE FROM log_start");
    let rows = fs::read_to_string(kept.join("rows.sql")).expect("the rows");
    database.execute(&format!("{}{rows}", as_the_standard_has_it(&database)));
    command::run(&["migrate", "up", "--yes", "--database", &database.url()]).success();
    database
}

/// MariaDB takes double quotes for those of a text, and backslashes for escapes, unless it is told otherwise.
fn as_the_standard_has_it(database: &Database) -> &'static str {
    if database.url().starts_with("mysql:") {
        "SET SESSION sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES,NO_BACKSLASH_ESCAPES');\n"
    } else {
        ""
    }
}

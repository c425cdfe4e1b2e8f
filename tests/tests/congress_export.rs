//! The way back to Congress: a database that it can serve, and what of it comes back.
#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

use rusqlite::Connection;
use serde_json::{Value, json};
use statehouse_tests::command::{self, exit};
use statehouse_tests::congress::{Congress, DISABLED, LEFT, export};
use statehouse_tests::{Database, Server};

/// The rows of a table as texts, in one order.
fn rows(congress: &Congress, table: &str) -> Vec<Vec<String>> {
    let connection = Connection::open(congress.path()).unwrap();
    let mut statement = connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1")).unwrap();
    let names: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
    let row = |row: &rusqlite::Row| {
        let value = |(index, name): (usize, &String)| {
            let value: rusqlite::types::Value = row.get(index).unwrap();
            format!("{name}={}", comparable(name, value))
        };
        Ok(names.iter().enumerate().map(value).collect::<Vec<_>>())
    };
    let rows: Vec<_> = statement.query_map([], row).unwrap().map(Result::unwrap).collect();
    rows
}

/// A value by what it says: JSON without its layout and the order of fields and rows, and without what encryption makes
/// different each time.
fn comparable(column: &str, value: rusqlite::types::Value) -> String {
    let rusqlite::types::Value::Text(text) = value else { return format!("{value:?}") };
    if !["config", "tabledata", "rules"].contains(&column) {
        return text;
    }
    let mut value: Value = serde_json::from_str(&text).unwrap();
    if let Some(fields) = value.as_object_mut() {
        for field in
            fields.values_mut().filter(|value| value.as_str().is_some_and(|text| text.starts_with("gAAAA")))
        {
            *field = json!("encrypted");
        }
    }
    value.sort_all_objects();
    if column == "tabledata" {
        value.as_array_mut().unwrap().sort_by_key(Value::to_string);
    }
    value.to_string()
}

const TABLES: [&str; 7] = [
    "alembic_version",
    "policy_rules",
    "policies",
    "policiesdeleted",
    "datasources",
    "dstabledata",
    "library_policies",
];

#[test]
fn what_came_from_congress_goes_back_as_it_was() {
    let (recorded, database) = (Congress::recorded(), Database::fresh());
    let _ = recorded.imported(&database, 0, &[]);
    let back = Congress::nowhere();
    let outcome = export(&database, &back);
    assert_eq!(outcome.code, Some(0), "{outcome:?}");
    for table in TABLES {
        assert_eq!(rows(&back, table), rows(&recorded, table), "{table}");
    }
}

#[test]
fn what_was_exported_is_imported_again_as_it_was() {
    let (recorded, first) = (Congress::recorded(), Database::fresh());
    let told = recorded.imported(&first, 0, &[]);
    let back = Congress::nowhere();
    std::fs::remove_file(back.key_dir().join("aes_key")).unwrap();
    let outcome = export(&first, &back);
    assert_eq!(outcome.code, Some(0), "{outcome:?}");
    let second = Database::fresh();
    assert_eq!(back.imported(&second, 0, &[])["tallies"], told["tallies"]);
    assert_eq!(back.imported(&first, 0, &[])["tallies"]["rule"]["came"], 0, "the first has it all");
    let mode = |path: std::path::PathBuf| {
        use std::os::unix::fs::PermissionsExt;
        std::fs::metadata(path).unwrap().permissions().mode() & 0o777
    };
    assert_eq!((mode(back.key_dir().join("aes_key")), mode(back.path())), (0o600, 0o600));
}

#[test]
fn the_tables_are_those_of_congress() {
    let (recorded, database, back) = (Congress::recorded(), Database::fresh(), Congress::nowhere());
    let _ = recorded.imported(&database, 0, &[]);
    assert_eq!(export(&database, &back).code, Some(0));
    let shape = |congress: &Congress| {
        let connection = Connection::open(congress.path()).unwrap();
        TABLES.map(|table| {
            let columns = statehouse_tests::database::column(
                &connection,
                &format!(
                    "SELECT name || ' ' || type || ' ' || \"notnull\" || ' ' || coalesce(dflt_value, '-') || ' ' || pk \
                     FROM pragma_table_info('{table}')"
                ),
            );
            let indexes = statehouse_tests::database::column(
                &connection,
                &format!("SELECT name || ' ' || \"unique\" || ' ' || origin FROM pragma_index_list('{table}')"),
            );
            (columns, indexes)
        })
    };
    assert_eq!(shape(&back), shape(&recorded));
    let mode = Connection::open(back.path()).unwrap();
    assert_eq!(statehouse_tests::database::column(&mode, "PRAGMA journal_mode"), ["delete"], "one file");
}

#[test]
fn what_congress_cannot_hold_is_told() {
    let congress = Congress::newest().policy("p-id", "p").rule("story", "p", "once upon a time");
    let database = Database::fresh();
    let _ = congress.import(&database, &[]);
    let server = Server::on(&database);
    let source = json!({ "name": "d", "driver": "push", "type": "mine", "config": { "description": "d" } });
    let _ = server.post("/v1/data-sources", &source).expect(201);
    drop(server);
    let back = Congress::nowhere();
    let outcome = export(&database, &back);
    assert_eq!(outcome.code, Some(LEFT), "{outcome:?}");
    let told: Value = serde_json::from_str(&outcome.stdout).unwrap();
    let reasons: Vec<_> =
        told["findings"].as_array().unwrap().iter().map(|it| it["reason"].as_str().unwrap()).collect();
    assert_eq!(reasons.len(), 2, "{told}");
    assert!(reasons[0].contains("no disabled rules") && reasons[1].contains("no type: 'mine'"), "{told}");
    assert_eq!(rows(&back, "policy_rules").len(), 1, "the rule is there all the same");
}

#[test]
fn nothing_is_written_over_and_nothing_but_a_file_is_written() {
    let (database, there) = (Database::fresh(), Congress::newest());
    drop(Server::on(&database));
    export(&database, &there).assert_one_clear_line(exit::WRONG_SETTINGS, &["is there already"]);
    let flags = database.flags();
    let mut arguments = vec!["export", "congress", "--to", "postgres://u@127.0.0.1/d", "--key-dir", "keys"];
    arguments.extend(flags.iter().map(String::as_str));
    command::run(&arguments).assert_one_clear_line(exit::WRONG_SETTINGS, &["sqlite:PATH"]);
}

/// What is no letter, and what the store writes in another way.
const ODD: &str = "\u{1}\u{b}\u{11}\u{1a}\u{1a}0\u{1f}\t\r\n\u{7f}\u{85}\u{2028}\u{1F600}e\u{301}";

#[test]
fn literals_and_control_characters_come_back_as_they_were() {
    let congress = Congress::newest()
        .policy("p-id", "p")
        .rule("numbers", "p", "q(0x1F, 0b1011, 0o17, 007, -1, 1.50, 1e3)")
        .rule("quoted", "p", &format!("s(\"{}\")", ODD.replace(['\r', '\n'], " ")))
        .rule("escaped", "p", r#"t("\x1f\u000b\\", 'it')"#)
        .rule("none", "p", &format!("{ODD} is no rule"));
    let odd = ODD.replace('\'', "''");
    congress.execute(&format!("UPDATE policies SET description = '{odd}'"));
    congress.execute(&format!("UPDATE policy_rules SET comment = '{odd}', name = '{odd}'"));
    let json = json!({ "description": ODD, "password": ODD }).to_string();
    congress.execute(&format!("INSERT INTO datasources VALUES ('d-id', 'd', 'other', '{json}', '{odd}', 1)"));
    let cells = json!([[ODD, 31, 1.5], ["", -1, 1e15]]).to_string();
    congress.execute(&format!("INSERT INTO dstabledata VALUES ('d-id', 't', '{cells}')"));
    let rules = json!([{ "rule": "q(0x1F)", "name": ODD, "comment": ODD }]).to_string();
    congress.execute(&format!(
        "INSERT INTO library_policies VALUES ('l-id', 'l', 'l', '{odd}', 'action', '{rules}')"
    ));
    let (database, again) = (Database::fresh(), Database::fresh());
    let _ = congress.imported(&database, DISABLED, &[]);
    let back = Congress::nowhere();
    let _ = export(&database, &back);
    for table in ["policy_rules", "dstabledata", "library_policies"] {
        assert_eq!(rows(&back, table), rows(&congress, table), "{table}");
    }
    let _ = back.imported(&again, DISABLED, &[]);
    let second = Congress::nowhere();
    let _ = export(&again, &second);
    for table in TABLES {
        assert_eq!(rows(&second, table), rows(&back, table), "{table}");
    }
}

#[test]
fn what_one_commit_has_made_comes_back_in_its_order() {
    let database = Database::fresh();
    let server = Server::on(&database);
    let rules: Vec<_> = (0..20).map(|number| json!({ "rule": format!("q({})", number * 7 % 20) })).collect();
    let library = json!({ "name": "many", "description": "", "kind": "nonrecursive", "abbreviation": "many", "rules": rules });
    let id =
        server.post("/v1/librarypolicies", &library).expect(201).json()["id"].as_str().unwrap().to_owned();
    let _ = server.post(&format!("/v1/policies?library_policy={id}"), &json!({})).expect(201);
    let texts = server.policy("many").rule_texts();
    drop(server);
    let back = Congress::nowhere();
    assert_eq!(export(&database, &back).code, Some(0));
    let connection = Connection::open(back.path()).unwrap();
    let ordered = "SELECT rule FROM policy_rules GROUP BY created_at HAVING count(*) = 1 ORDER BY created_at";
    assert_eq!(statehouse_tests::database::column(&connection, ordered), texts);
    // Nor is the order lost where the log does not tell any more when things were made.
    let _ = Server::on(&database).create_policy("later");
    trim(&database);
    let trimmed = Congress::nowhere();
    assert_eq!(export(&database, &trimmed).code, Some(LEFT));
    let connection = Connection::open(trimmed.path()).unwrap();
    assert_eq!(statehouse_tests::database::column(&connection, ordered), texts);
}

/// Takes everything out of the log but the newest commit.
fn trim(database: &Database) {
    for table in ["changes", "commits"] {
        database.execute(&format!("DELETE FROM {table} WHERE revision < (SELECT revision FROM head)"));
    }
    database.execute("UPDATE log_start SET revision = (SELECT revision FROM head)");
}

#[test]
fn a_log_that_was_trimmed_is_told_and_what_it_still_tells_is_written() {
    let database = Database::fresh();
    let server = Server::on(&database);
    server.create_policy("gone").create_rule("q(1)");
    let _ = server.create_policy("stays");
    drop(server);
    trim(&database);
    let server = Server::on(&database);
    server.policy("gone").delete();
    drop(server);
    let back = Congress::nowhere();
    let outcome = export(&database, &back);
    assert_eq!(outcome.code, Some(LEFT), "{outcome:?}");
    let told: Value = serde_json::from_str(&outcome.stdout).unwrap();
    let [finding] = &told["findings"].as_array().unwrap()[..] else { panic!("{told}") };
    assert_eq!((&finding["kind"], &finding["verdict"]), (&json!("log"), &json!("gone")), "{told}");
    assert!(finding["reason"].as_str().unwrap().contains("what was deleted before 2"), "{told}");
    // It was created before the log begins; that it was deleted tells its name.
    let connection = Connection::open(back.path()).unwrap();
    let gone = |sql: &str| statehouse_tests::database::column(&connection, sql);
    let in_order = "created_at < deleted_at";
    let rules =
        format!("SELECT policy_name || ' ' || rule FROM policy_rules WHERE deleted = id AND {in_order}");
    assert_eq!(gone(&rules), ["gone q(1)"]);
    assert_eq!(gone(&format!("SELECT name FROM policiesdeleted WHERE {in_order}")), ["gone"]);
}

#[test]
fn a_key_is_made_last_and_one_that_is_there_is_kept() {
    let (database, there, back) = (Database::fresh(), Congress::newest(), Congress::nowhere());
    drop(Server::on(&database));
    let key = |congress: &Congress| congress.key_dir().join("aes_key");
    std::fs::remove_file(key(&there)).unwrap();
    assert_eq!(export(&database, &there).code, Some(exit::WRONG_SETTINGS));
    assert!(!key(&there).exists(), "nothing was written, so there is nothing to open");
    std::fs::write(key(&back), "not a key").unwrap();
    export(&database, &back).assert_one_clear_line(exit::WRONG_KEY, &["does not hold a key"]);
    assert_eq!(std::fs::read(key(&back)).unwrap(), b"not a key");
    assert!(!back.path().exists());
    // Where the key cannot be put, the database would never be opened again.
    std::fs::remove_file(key(&back)).unwrap();
    std::os::unix::fs::symlink("/nowhere/at-all", key(&back)).unwrap();
    assert_eq!(export(&database, &back).code, Some(exit::WRONG_KEY));
    assert!(!back.path().exists());
}

//! The way back to Congress: a database that it can serve, and what of it comes back.
#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

use rusqlite::Connection;
use serde_json::{Value, json};
use statehouse_tests::command::{self, Outcome, exit};
use statehouse_tests::congress::{Congress, LEFT};
use statehouse_tests::{Database, Server};

/// Exports this database into the file of `congress`.
fn export(database: &Database, congress: &Congress) -> Outcome {
    let (flags, drivers, to) = (database.flags(), database.drivers(), congress.url());
    let key_dir = congress.key_dir().to_str().unwrap();
    let mut arguments = vec!["export", "congress", "--to", &to, "--key-dir", key_dir, "--json"];
    arguments.extend(flags.iter().map(String::as_str));
    arguments.extend(["--drivers", drivers.to_str().unwrap()]);
    command::run(&arguments)
}

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

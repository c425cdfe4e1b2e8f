//! Importing again after things have changed here, and what an import must not do.

use serde_json::{Value, json};
use statehouse_tests::congress::{Congress, DISABLED, LEFT};
use statehouse_tests::{Database, Server};

#[test]
fn what_came_and_was_deleted_here_stays_away_until_it_is_wanted_back() {
    let congress = Congress::newest()
        .policy("p-id", "p")
        .policy("q-id", "q")
        .rule("edited", "p", "a(1)")
        .rule("kept", "p", "b(1)")
        .rule("of-q", "q", "c(1)");
    congress.execute("INSERT INTO library_policies VALUES ('l-id', 'l', 'l', '', 'nonrecursive', '[]')");
    congress
        .execute("INSERT INTO datasources VALUES ('d-id', 'd', 'push', '{\"description\": \"d\"}', 'x', 1)");
    let database = Database::fresh();
    let _ = congress.imported(&database, 0, &[]);
    let server = Server::on(&database);
    server.policy("p").create_rule("a(2)");
    server.policy("p").delete_rule("edited");
    server.policy("q").delete();
    let _ = server.delete("/v1/librarypolicies/l-id").expect(200);
    let _ = server.delete("/v1/data-sources/d-id").expect(200);
    drop(server);

    let log = database.request_ids();
    let told = congress.imported(&database, 0, &["--dry-run"]);
    let report = congress.imported(&database, 0, &[]);
    assert_eq!(told, {
        let mut report = report.clone();
        report["dry_run"] = json!(true);
        report
    });
    assert_eq!(database.request_ids(), log, "nothing has come");
    let gone: Vec<_> = report["findings"].as_array().unwrap().iter().map(verdict_and_id).collect();
    let expected = ["l-id", "d-id", "q-id", "edited", "of-q"].map(|id| (json!("gone"), json!(id)));
    assert_eq!(gone, expected);
    assert_eq!(
        report["tallies"]["rule"],
        json!({ "came": 0, "here": 1, "disabled": 0, "gone": 2, "left": 0 })
    );
    assert_eq!(Server::on(&database).policy("p").rule_texts(), ["b(1)", "a(2)"]);

    let _ = congress.imported(&database, 0, &["--bring-back"]);
    let server = Server::on(&database);
    assert_eq!(server.policy("p").rule_texts(), ["b(1)", "a(2)", "a(1)"]);
    assert_eq!(server.policy("q").rule_texts(), ["c(1)"]);
    let _ = server.get("/v1/data-sources/d-id").expect(200);
}

fn verdict_and_id(finding: &Value) -> (Value, Value) {
    (finding["verdict"].clone(), finding["id"].clone())
}

/// Declares a driver in the folder that servers and imports read.
fn declare(database: &Database, id: &str, declaration: &str) -> std::io::Result<()> {
    std::fs::create_dir_all(database.drivers())?;
    std::fs::write(database.drivers().join(format!("{id}.yaml")), declaration)
}

const DRIVER: &str = "id: vendor\ndescription: of a vendor\nconfig:\n  - {name: endpoint, description: where}\n  - {name: pin, description: a number, secret: true}\n";

#[test]
fn what_nobody_declares_and_looks_like_a_secret_is_kept_as_one() {
    let congress = Congress::newest();
    congress.execute(
        "INSERT INTO datasources VALUES ('d-id', 'd', 'vendor', \
         '{\"endpoint\": \"http://there\", \"os_passwd\": \"0pen-1\", \"auth\": {\"user\": \"u\", \"password\": \"0pen-2\"}, \
           \"keys\": [{\"private-key\": \"0pen-3\"}], \"credentials\": \"0pen-4\", \"pin\": \"0pen-5\"}', NULL, 1)",
    );
    let database = Database::fresh();
    declare(&database, "vendor", DRIVER).unwrap();
    let _ = congress.imported(&database, 0, &[]);
    let server = Server::on(&database);
    let shown = server.get("/v1/data-sources/d").expect(200).json();
    let hidden = "<hidden>";
    assert_eq!(
        shown["config"],
        json!({ "endpoint": "http://there", "os_passwd": hidden, "auth": hidden, "keys": hidden,
                "credentials": hidden, "pin": hidden })
    );
    drop(server);
    for (file, bytes) in database.contents() {
        assert!(!String::from_utf8_lossy(&bytes).contains("0pen-"), "{file}");
    }
}

#[test]
fn a_field_that_is_declared_secret_later_is_sealed_by_the_next_import() {
    let congress = Congress::newest();
    congress.execute(
        "INSERT INTO datasources VALUES ('d-id', 'd', 'vendor', '{\"endpoint\": \"http://there\", \"pin\": \"1234\"}', NULL, 1)",
    );
    let database = Database::fresh();
    let _ = congress.imported(&database, 0, &[]);
    let pin = || Server::on(&database).get("/v1/data-sources/d").expect(200).json()["config"]["pin"].clone();
    assert_eq!(pin(), "1234", "nothing tells that it is a secret");
    declare(&database, "vendor", DRIVER).unwrap();
    let report = congress.imported(&database, 0, &[]);
    assert_eq!(report["tallies"]["data_source"]["came"], 1);
    assert_eq!(pin(), "<hidden>");
    let report = congress.imported(&database, 0, &[]);
    assert_eq!(report["tallies"]["data_source"]["here"], 1);
}

#[test]
fn a_wrong_key_is_noticed_where_a_data_source_has_an_encrypted_field_that_is_no_token() {
    let (congress, database) = (Congress::recorded(), Database::fresh());
    congress.execute(
        "INSERT INTO datasources VALUES ('odd', 'odd', 'push', \
         '{\"description\": \"d\", \"__encrypted_fields\": [\"missing\"]}', NULL, 1)",
    );
    std::fs::write(congress.key_dir().join("aes_key"), "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=")
        .unwrap();
    congress
        .import(&database, &[])
        .assert_one_clear_line(statehouse_tests::command::exit::WRONG_KEY, &["another database's"]);
}

#[test]
fn a_disabled_rule_says_why_it_is_disabled_now() {
    let congress = Congress::newest().policy("p-id", "p").rule("odd", "p", "a(1)");
    let congress = congress.rule("wide", "p", "b(x, y) :- a(x, y), c(x, y)");
    let database = Database::fresh();
    let _ = congress.imported(&database, DISABLED, &[]);
    let server = Server::on(&database);
    let why =
        |server: &Server| server.get("/v1/policies/p/rules/wide").expect(200).json()["disabled"].clone();
    let first = why(&server);
    assert!(first.as_str().unwrap().contains("`a` has 1 column"), "{first}");
    server.policy("p").delete_rule("odd");
    server.policy("p").create_rule("c(1)");
    drop(server);
    let _ = congress.imported(&database, DISABLED, &[]);
    let second = why(&Server::on(&database));
    assert!(second.as_str().unwrap().contains("`c` has 1 column"), "{second}");
}

#[test]
fn a_policy_that_an_interrupted_import_left_is_not_deleted_with_somebodys_rules() {
    let congress = Congress::newest();
    congress.execute(
        "INSERT INTO policiesdeleted (id, created_at, deleted_at, deleted, name, abbreviation, description, owner, kind) \
         VALUES ('old', '2015-01-01 00:00:00', '2015-01-02 00:00:00', 'old', 'p', 'p', '', 'user', 'nonrecursive')",
    );
    let database = Database::fresh();
    // A memory that was interrupted after its first commit: the policy is there, and the log says that it came as a memory.
    let _ = Congress::newest().imported(&database, 0, &[]);
    let half = Congress::newest().policy("old", "p");
    half.execute(
        "UPDATE policies SET created_at = '2015-01-01 00:00:00', abbreviation = 'p', description = ''",
    );
    let _ = half.imported(&database, 0, &[]);
    let renamed = "UPDATE commits SET request_id = 'congress deleted policy created 2015-01-01T00:00:00Z' \
                   WHERE request_id LIKE 'congress policy created 2015%'";
    database.execute(renamed);
    let server = Server::on(&database);
    server.policy("p").create_rule("mine(1)");
    drop(server);
    let report = congress.imported(&database, LEFT, &[]);
    assert!(report["findings"][0]["reason"].as_str().unwrap().contains("has rules"), "{report}");
    let server = Server::on(&database);
    assert_eq!(server.policy("p").rule_texts(), ["mine(1)"]);
    let rule = server.list("/v1/policies/p/rules")[0]["id"].as_str().unwrap().to_owned();
    server.policy("p").delete_rule(&rule);
    drop(server);
    let _ = congress.imported(&database, 0, &[]);
    assert!(!Server::on(&database).policy_names().contains(&"p".to_owned()));
}

#[test]
fn a_dry_run_writes_nothing_where_no_server_has_run_yet_and_where_one_has() {
    let (congress, database) = (Congress::recorded(), Database::fresh());
    std::fs::write(database.key_file(), "5a".repeat(32)).unwrap();
    statehouse_tests::command::migrate(&database.url());
    let before = kept(&database);
    let told = congress.imported(&database, 0, &["--dry-run"]);
    assert_eq!(kept(&database), before, "nobody has served this database yet");
    let done = congress.imported(&database, 0, &[]);
    assert_eq!(told["tallies"], done["tallies"]);
    let before = kept(&database);
    let _ = congress.imported(&database, 0, &["--dry-run"]);
    assert_eq!(kept(&database), before);
}

/// How many rows the tables have that a server that opens the database writes to.
fn kept(database: &Database) -> Vec<i64> {
    database.numbers(&[
        "SELECT count(*) FROM commits",
        "SELECT count(*) FROM policies",
        "SELECT count(*) FROM settings",
        "SELECT count(*) FROM leases",
    ])
}

#[test]
fn a_deleted_rule_whose_policy_nobody_kept_is_told_by_the_log() {
    let congress = Congress::at("initial_db").rule("gone", "p", "q(1)").delete_rule("gone");
    let database = Database::fresh();
    let report = congress.imported(&database, 0, &[]);
    assert_eq!(report["tallies"]["deleted_rule"]["came"], 1, "{report}");
    let log = database.request_ids();
    assert!(
        log.values().any(|id| id == "congress deleted rule deleted 2016-03-03T03:03:03.000003Z"),
        "{log:?}"
    );
    let report = congress.imported(&database, 0, &[]);
    assert_eq!(report["tallies"]["deleted_rule"]["here"], 1, "{report}");
    assert_eq!(database.request_ids(), log);
}

#[test]
fn a_log_that_was_trimmed_goes_on_without_what_was_deleted_in_congress_and_that_is_no_failure() {
    let congress = Congress::newest().policy("p-id", "p").rule("old", "p", "q(1)");
    let congress = congress.rule("older", "p", "q(2)").delete_rule("old").delete_rule("older");
    let database = Database::fresh();
    let _ = Congress::newest().policy("p-id", "p").imported(&database, 0, &[]);
    database.execute("DELETE FROM changes WHERE revision = 1");
    database.execute("DELETE FROM commits WHERE revision = 1");
    database.execute("UPDATE log_start SET revision = 2");
    let report = congress.imported(&database, 0, &[]);
    assert_eq!(report["tallies"]["deleted_rule"]["gone"], 2, "{report}");
    assert_eq!(report["findings"].as_array().unwrap().len(), 1, "it is told once: {report}");
}

//! Taking over a database of OpenStack Congress.
#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod source;
mod unfit;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockDecryptMut as _, KeyIvInit as _};
use serde_json::{Value, json};
use statehouse_tests::command::{self, exit};
use statehouse_tests::congress::{self, Congress, DISABLED, LEFT, REVISIONS};
use statehouse_tests::{Database, Server};

/// What Congress kept encrypted in the recorded database, by the name of the data source.
const SECRETS: [(&str, &str); 2] = [("fake", "S3cret! päss"), ("nova", "n0va-secret")];

#[test]
fn after_the_import_the_api_answers_what_congress_answered() {
    let database = Database::fresh();
    let _ = Congress::recorded().imported(&database, 0, &[]);
    let server = Server::on(&database);
    for recorded in congress::recorded_answers() {
        let answer = server.get(&recorded.path);
        let (status, expected) = expected(&recorded);
        assert_eq!(answer.status, status, "{}: {}", recorded.name, answer.text());
        if let Some(expected) = expected {
            assert_eq!(sorted(answer.json()), sorted(expected), "{}", recorded.name);
        }
    }
}

/// What is expected where Congress answered so: the status, and the body where it is to be the same.
fn expected(recorded: &congress::Recorded) -> (u16, Option<Value>) {
    match recorded.name.as_str() {
        // Congress knows no policy of this kind by its name (see divergences.toml). And the table that the driver `push`
        // declares is there, and empty, before anything is pushed to it.
        "rules-dsk" | "tables-dsk" | "rows-pushed" => (200, Some(json!({ "results": [] }))),
        // Congress has fetched it, and found nothing; here it waits for somebody to push.
        "rows-fake" => (404, None),
        _ if recorded.status >= 400 => (recorded.status, None),
        _ => (recorded.status, Some(without_secrets(recorded.answer.clone()))),
    }
}

/// Congress showed secrets here and there; nobody else does.
fn without_secrets(mut answer: Value) -> Value {
    if let Some(password) = answer.pointer_mut("/config/password") {
        *password = json!("<hidden>");
    }
    answer
}

/// Lists in one order: Congress's is arbitrary.
fn sorted(mut answer: Value) -> Value {
    if let Some(results) = answer["results"].as_array_mut() {
        results.sort_by_key(Value::to_string);
    }
    answer
}

#[test]
fn rules_and_policies_come_in_the_order_in_which_congress_created_them() {
    let database = Database::fresh();
    let _ = Congress::recorded().imported(&database, 0, &[]);
    let server = Server::on(&database);
    assert_eq!(server.policy_names()[..4], ["classification", "action", "alpha", "beta"]);
    assert_eq!(server.policy("beta").rule_texts(), ["t(10)", "t(11)", "t(12)"]);
}

#[test]
fn importing_twice_changes_nothing() {
    let (congress, database) = (Congress::recorded(), Database::fresh());
    let first = congress.imported(&database, 0, &[]);
    let log = database.request_ids();
    let second = congress.imported(&database, 0, &[]);
    assert_eq!(database.request_ids(), log, "the log is as it was");
    for (kind, tally) in first["tallies"].as_object().unwrap() {
        let again = &second["tallies"][kind];
        assert_eq!(
            (&again["came"], &again["here"], &again["left"]),
            (&json!(0), &tally["came"], &json!(0)),
            "{kind}"
        );
    }
    database.assert_log_complete();
}

#[test]
fn a_dry_run_says_what_the_import_will_do_and_does_nothing() {
    let (congress, database) = (Congress::recorded(), Database::fresh());
    let congress = congress.rule("wrong", "alpha", "p(x, y) :- q(x)");
    let told = congress.imported(&database, DISABLED, &["--dry-run"]);
    if !database.is_served() {
        assert!(!database.path().exists(), "nothing was made");
    }
    let done = congress.imported(&database, DISABLED, &[]);
    assert_eq!(told["tallies"], done["tallies"]);
    assert_eq!(told["findings"], done["findings"]);
    let after = congress.imported(&database, DISABLED, &["--dry-run"]);
    assert_eq!(after["tallies"]["rule"]["came"], 0);
}

#[test]
fn what_was_deleted_in_congress_is_told_by_the_log_with_its_times() {
    let database = Database::fresh();
    let _ = Congress::recorded().imported(&database, 0, &[]);
    let ids: Vec<String> = database.request_ids().into_values().collect();
    let of_deleted: Vec<_> =
        ids.iter().filter(|id| id.starts_with("congress deleted")).map(String::as_str).collect();
    assert_eq!(
        of_deleted,
        [
            "congress deleted policy created 2026-11-22T08:56:49.025524Z",
            "congress deleted rule created 2026-11-22T08:56:49.020341Z",
            "congress deleted rule deleted 2026-11-22T08:57:00.322042Z",
            "congress deleted rule created 2026-11-22T08:56:49.020351Z",
            "congress deleted rule deleted 2026-11-22T08:57:00.323950Z",
            "congress deleted policy deleted 2026-11-22T08:57:00.328245Z",
            "congress deleted rule created 2026-11-22T08:57:00.215521Z",
            "congress deleted rule deleted 2026-11-22T08:57:00.241556Z",
        ]
    );
    assert!(ids.contains(&"congress rule created 2026-11-22T08:56:49.059165Z".to_owned()), "{ids:?}");
    database.assert_log_complete();
}

#[test]
fn secrets_are_opened_with_congress_s_key_and_sealed_anew() {
    let (congress, database) = (Congress::recorded(), Database::fresh());
    let outcome = congress.import(&database, &[]);
    assert_eq!(outcome.code, Some(0), "{outcome:?}");
    for (file, bytes) in database.contents() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(SECRETS.iter().all(|(_, secret)| !text.contains(secret)), "{file}");
        assert!(!text.contains("gAAAAAB"), "{file} has a token of Congress");
    }
    assert!(SECRETS.iter().all(|(_, secret)| !format!("{outcome:?}").contains(secret)), "{outcome:?}");

    // What is sealed here is what Congress was given: it comes out again on the way back.
    let back = Congress::nowhere();
    assert_eq!(congress::export(&database, &back).code, Some(0));
    let key = std::fs::read_to_string(back.key_dir().join("aes_key")).unwrap();
    let exported = rusqlite::Connection::open(back.path()).unwrap();
    for (source, secret) in SECRETS {
        let config = format!("SELECT config FROM datasources WHERE name = '{source}'");
        let config: Value =
            serde_json::from_str(&statehouse_tests::database::column(&exported, &config)[0]).unwrap();
        assert_eq!(opened(&key, config["password"].as_str().unwrap()), secret, "{source}");
    }
}

/// What a Fernet token holds: a version, a time, an initialisation vector, the text, and a code that shows that it is whole.
fn opened(key: &str, token: &str) -> String {
    let (key, token) = (URL_SAFE.decode(key.trim()).unwrap(), URL_SAFE.decode(token).unwrap());
    let text = &token[25..token.len() - 32];
    let opens = cbc::Decryptor::<aes::Aes128>::new_from_slices(&key[16..], &token[9..25]).unwrap();
    String::from_utf8(opens.decrypt_padded_vec_mut::<Pkcs7>(text).unwrap()).unwrap()
}

#[test]
fn without_the_right_key_nothing_comes() {
    let (congress, database) = (Congress::recorded(), Database::fresh());
    let refused = congress::import(&congress.url(), &database, &[]);
    refused.assert_one_clear_line(exit::WRONG_KEY, &["fake, nova", "encrypted", "--key-dir"]);
    let refused = congress::import(&congress.url(), &database, &["--key-dir", "/nowhere"]);
    refused.assert_one_clear_line(exit::WRONG_KEY, &["/nowhere/aes_key", "encryption_key_path"]);
    std::fs::write(congress.key_dir().join("aes_key"), "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=")
        .unwrap();
    congress.import(&database, &[]).assert_one_clear_line(exit::WRONG_KEY, &["another database's"]);
    std::fs::write(congress.key_dir().join("aes_key"), "not a key").unwrap();
    congress.import(&database, &[]).assert_one_clear_line(exit::WRONG_KEY, &["44 characters"]);
    if !database.is_served() {
        assert!(!database.path().exists(), "nothing was made");
    }
}

#[test]
fn one_secret_of_several_that_does_not_open_keeps_its_data_source_where_it_is() {
    let (congress, database) = (Congress::recorded(), Database::fresh());
    congress.execute("UPDATE datasources SET config = replace(config, 'gAAAAABrAq5Qe', 'gAAAAABrAq5Qf') WHERE name = 'nova'");
    let report = congress.imported(&database, LEFT, &[]);
    assert_eq!(report["tallies"]["data_source"]["came"], 4);
    let left = &report["findings"][0];
    assert_eq!(
        (&left["kind"], &left["name"], &left["verdict"]),
        (&json!("data_source"), &json!("nova"), &json!("left"))
    );
    assert!(left["reason"].as_str().unwrap().contains("password"), "{left}");
}

#[test]
fn rules_that_are_not_admissible_are_kept_as_disabled_until_somebody_sees_to_them() {
    let congress = Congress::newest()
        .policy("p-id", "p")
        .rule("good", "p", "q(x) :- r(x)")
        .rule("wide", "p", "q(x, y) :- r(x)")
        .rule("again", "p", "q( x ) :- r( x )")
        .rule("no-rule", "p", "once upon a time");
    let database = Database::fresh();
    let report = congress.imported(&database, DISABLED, &[]);
    assert_eq!(
        report["tallies"]["rule"],
        json!({ "came": 4, "here": 0, "disabled": 3, "gone": 0, "left": 0 })
    );

    let server = Server::on(&database);
    let rules = server.list("/v1/policies/p/rules");
    let shown: Vec<_> =
        rules.iter().map(|rule| (rule["id"].as_str().unwrap(), rule.get("disabled").is_some())).collect();
    assert_eq!(shown, [("good", false), ("wide", true), ("again", true), ("no-rule", true)]);
    let again = server.get("/v1/policies/p/rules/again").expect(200).json();
    assert_eq!(again["disabled"], "the policy has this rule already, as good");
    assert_eq!(again["rule"], "q( x ) :- r( x )");
    let tables: Vec<_> =
        server.list("/v1/policies/p/tables").iter().map(|table| table["id"].clone()).collect();
    assert_eq!(tables, ["q", "r"], "only the rule that is in force has tables");

    let server = server.kill().restart();
    server.policy("p").create_rule("story('once upon a time')");
    server.policy("p").delete_rule("no-rule");
    let deleted = server.delete("/v1/policies/p/rules/wide").expect(200).json();
    assert!(deleted["disabled"].as_str().unwrap().contains("`q` has 1 column"), "{deleted}");
    server.policy("p").delete();
    database.assert_log_complete();
}

#[test]
fn a_disabled_rule_comes_into_force_with_the_next_import_once_it_is_admissible() {
    let congress =
        Congress::newest().policy("p-id", "p").rule("wide", "p", "r(1, 2)").rule("narrow", "p", "r(1)");
    let database = Database::fresh();
    let _ = congress.imported(&database, DISABLED, &[]);
    let server = Server::on(&database);
    server.policy("p").delete_rule("wide");
    drop(server);
    let congress = congress.delete_rule("wide");
    let _ = congress.imported(&database, 0, &[]);
    let server = Server::on(&database);
    assert_eq!(server.get("/v1/policies/p/rules/narrow").expect(200).json().get("disabled"), None);
}

#[test]
fn an_import_that_was_killed_goes_on_where_it_stopped() {
    let congress = Congress::newest().policy("p-id", "p");
    let rules = 3_000;
    congress.execute(&format!(
        "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {rules}) \
         INSERT INTO policy_rules (id, rule, comment, policy_name, deleted, created_at, deleted_at) \
         SELECT 'r' || n, 'q(' || n || ')', '', 'p', iif(n % 10 = 0, 'r' || n, ''), '2016-02-02 00:00:00', \
                iif(n % 10 = 0, '2016-02-03 00:00:00', NULL) FROM n"
    ));
    let database = Database::fresh();
    database.migrate();
    drop(Server::on(&database));
    let mut first = command::isolated(database.folder());
    first.args(["import", "congress", "--from", &congress.url()]).args(database.flags());
    let mut first = first.spawn().unwrap();
    let count = |table: &str| database.numbers(&[&format!("SELECT count(*) FROM {table}")])[0];
    while count("rules") < 100 {
        assert!(first.try_wait().unwrap().is_none(), "it ended before it could be killed");
    }
    first.kill().unwrap();
    first.wait().unwrap();
    assert!(count("rules") < 2_700, "it was killed too late");
    let report = congress.imported(&database, 0, &[]);
    let tally = |kind: &str| &report["tallies"][kind];
    let sum = |kind: &str| tally(kind)["came"].as_u64().unwrap() + tally(kind)["here"].as_u64().unwrap();
    assert_eq!((sum("rule"), sum("deleted_rule"), count("rules")), (2_700, 300, 2_700));
    assert!(tally("rule")["here"].as_u64().unwrap() >= 100, "{report}");
    database.assert_log_complete();
}

#[test]
fn what_is_here_and_differs_stays_as_it_is() {
    let (congress, database) =
        (Congress::newest().policy("theirs", "p").rule("r", "p", "q(1)"), Database::fresh());
    let server = Server::on(&database);
    server.create_policy("p").create_rule("mine(1)");
    drop(server);
    let report = congress.imported(&database, LEFT, &[]);
    assert_eq!(
        report["findings"][0]["reason"],
        "a policy 'p' is here already and differs: it stays as it is"
    );
    let server = Server::on(&database);
    assert_eq!(server.policy("p").rule_texts(), ["mine(1)", "q(1)"], "rules go where their policy's name is");
}

#[test]
fn nothing_that_lives_here_is_deleted_because_it_was_deleted_in_congress_later() {
    let congress = Congress::newest().policy("p-id", "p").rule("r", "p", "q(1)");
    let database = Database::fresh();
    let _ = congress.imported(&database, 0, &[]);
    let congress = congress.delete_rule("r");
    let report = congress.imported(&database, LEFT, &[]);
    assert!(report["findings"][0]["reason"].as_str().unwrap().contains("delete it here too"), "{report}");
    assert_eq!(Server::on(&database).policy("p").rule_texts(), ["q(1)"]);
}

#[test]
fn a_data_source_whose_driver_is_not_known_is_kept_and_shown_and_its_secrets_are_not() {
    let congress = Congress::newest();
    congress.execute(
        "INSERT INTO datasources VALUES ('d-id', 'd', 'of another vendor', \
         '{\"url\": \"http://there\", \"admin_password\": \"0pen\", \"deep\": {\"a\": [1, null]}}', NULL, 0)",
    );
    congress.execute("INSERT INTO dstabledata VALUES ('d-id', 'kept', '[[1, \"a\", 2.5], [2, null, true]]')");
    let database = Database::fresh();
    let _ = congress.imported(&database, 0, &[]);
    let server = Server::on(&database);
    let shown = server.get("/v1/data-sources/d").expect(200).json();
    assert_eq!(
        shown["config"],
        json!({ "url": "http://there", "admin_password": "<hidden>", "deep": { "a": [1, null] } })
    );
    assert_eq!((&shown["enabled"], &shown["driver"]), (&json!(false), &json!("of another vendor")));
    let stored = database.numbers(&["SELECT count(*) FROM data_source_rows"]);
    assert_eq!(stored, [2], "the rows are kept");
}

#[test]
fn a_database_of_every_revision_is_read() {
    for number in 0..REVISIONS.len() {
        let congress = Congress::nowhere();
        congress.execute(&congress::filled(number, "DATETIME"));
        congress::assert_comes_over(number, &congress.url(), &Database::fresh());
    }
}

#[test]
fn what_is_not_a_database_of_congress_is_refused_with_the_reason() {
    let database = Database::fresh();
    let refused = |congress: &Congress, words: &[&str]| {
        congress.import(&database, &[]).assert_one_clear_line(exit::NO_DATABASE, words);
    };
    let congress = Congress::nowhere();
    std::fs::write(congress.key_dir().join("aes_key"), "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=")
        .unwrap();
    refused(&congress, &["there is no database"]);
    congress.execute("CREATE TABLE t (x)");
    refused(&congress, &["not a Congress database", "alembic_version"]);
    congress.execute("CREATE TABLE alembic_version (version_num VARCHAR(32))");
    refused(&congress, &["not exactly one row"]);
    congress.execute("INSERT INTO alembic_version VALUES ('f00')");
    refused(&congress, &["unknown revision 'f00'", "c0125080d572"]);
    std::fs::write(congress.path(), "this is a text file, and not a small one".repeat(100)).unwrap();
    refused(&congress, &["not a database"]);
    congress::import("oracle://u:hush@h/d", &database, &[])
        .assert_one_clear_line(exit::WRONG_SETTINGS, &["--from", "oracle", "sqlite:PATH"]);
}

#[test]
fn the_database_of_congress_is_only_read() {
    let (congress, database) = (Congress::recorded(), Database::fresh());
    let before = std::fs::read(congress.path()).unwrap();
    let _ = congress.imported(&database, 0, &[]);
    assert!(std::fs::read(congress.path()).unwrap() == before, "the file is as it was");
    let files: Vec<_> = std::fs::read_dir(congress.key_dir()).unwrap().collect();
    assert_eq!(files.len(), 2, "no file was made beside it: {files:?}");
}

//! What cannot come as it is: it comes in some other way, or is left where it is, and is told. Nothing is lost without a word.

use serde_json::{Value, json};
use statehouse_tests::congress::{Congress, DISABLED, LEFT};
use statehouse_tests::{Database, Server};

/// Imports twice, with a dry run before each, and answers the first report: the second import changes nothing, and both dry
/// runs say what happens.
#[track_caller]
fn imported_twice(congress: &Congress, database: &Database, code: i32) -> Value {
    let import = || {
        let mut told = congress.imported(database, code, &["--dry-run"]);
        let done = congress.imported(database, code, &[]);
        told["dry_run"] = json!(false);
        assert_eq!(told, done);
        done
    };
    let first = import();
    let log = database.request_ids();
    let second = import();
    assert_eq!(database.request_ids(), log, "{second}");
    assert_eq!(second["findings"], first["findings"]);
    database.assert_log_complete();
    first
}

fn reasons<'a>(report: &'a Value, verdict: &str) -> Vec<(&'a str, &'a str)> {
    let findings = report["findings"].as_array().unwrap().iter();
    let texts = |finding: &'a Value| (finding["id"].as_str().unwrap(), finding["reason"].as_str().unwrap());
    findings.filter(|finding| finding["verdict"] == verdict).map(texts).collect()
}

#[test]
fn a_policy_whose_name_is_none_here_comes_under_another_and_its_rules_as_disabled() {
    let congress = Congress::newest()
        .policy("p-id", "my policy")
        .rule("r", "my policy", "q(1)")
        .rule("gone", "my policy", "q(2)")
        .delete_rule("gone")
        .policy("w-id", "weird")
        .rule("of-weird", "weird", "q(1)")
        .policy("ok", "ok")
        .rule("refers", "ok", "a(x) :- weird:q(x)");
    congress.execute("UPDATE policies SET kind = 'fuzzy', abbreviation = 'abbreviation' WHERE id = 'w-id'");
    let database = Database::fresh();
    let report = imported_twice(&congress, &database, DISABLED);
    assert_eq!(
        report["tallies"]["rule"],
        json!({ "came": 3, "here": 0, "disabled": 2, "gone": 0, "left": 0 })
    );
    assert_eq!(
        (&report["tallies"]["policy"]["came"], &report["tallies"]["deleted_rule"]["came"]),
        (&json!(3), &json!(1))
    );
    let changed = reasons(&report, "changed");
    assert_eq!(changed.iter().map(|(id, _)| *id).collect::<Vec<_>>(), ["p-id", "w-id", "refers"]);
    assert!(changed[0].1.contains("called 'my_policy_9407c21b' here") && changed[0].1.contains("no name"));
    assert!(
        changed[1].1.contains("kind 'fuzzy'") && changed[1].1.contains("abbreviation is cut"),
        "{changed:?}"
    );
    assert!(changed[2].1.contains("'weird', whose rules are disabled"), "{changed:?}");

    let server = Server::on(&database);
    let of = |policy: &str| server.list(&format!("/v1/policies/{policy}/rules"));
    let (named, weird) = (of("my_policy_9407c21b"), of("weird"));
    assert_eq!((&named[0]["id"], &named[0]["rule"]), (&json!("r"), &json!("q(1)")));
    assert!(named[0]["disabled"].as_str().unwrap().contains("'my_policy_9407c21b'"), "{named:?}");
    assert!(weird[0]["disabled"].as_str().unwrap().contains("kind 'fuzzy'"), "{weird:?}");
    assert_eq!(server.get("/v1/policies/my_policy_9407c21b").expect(200).json()["id"], "p-id");
    assert_eq!(of("ok")[0].get("disabled"), None);
}

#[test]
fn a_policy_with_the_name_of_a_data_source_comes_under_another_wherever_that_data_source_is() {
    let congress = Congress::newest()
        .policy("n-id", "nova")
        .rule("r", "nova", "q(1)")
        .policy("h-id", "here")
        .rule("s", "here", "q(1)");
    congress.execute(
        "INSERT INTO datasources VALUES ('d-id', 'nova', 'push', '{\"description\": \"d\"}', 'x', 1)",
    );
    let database = Database::fresh();
    let server = Server::on(&database);
    let _ = server.create_push_source("here");
    drop(server);
    let report = imported_twice(&congress, &database, DISABLED);
    assert_eq!(reasons(&report, "left"), [("", ""); 0]);
    let changed = reasons(&report, "changed");
    assert!(
        changed.len() == 2 && changed.iter().all(|it| it.1.contains("a data source has that name")),
        "{changed:?}"
    );
    let server = Server::on(&database);
    server.data_source("here").delete();
    drop(server);
    let later = congress.imported(&database, DISABLED, &[]);
    assert_eq!(later["tallies"]["policy"]["here"], 2, "it keeps the name that it got: {later}");
}

#[test]
fn a_deleted_policy_whose_name_is_none_here_is_told_by_the_log_under_another() {
    let congress = Congress::newest();
    congress.execute(
        "INSERT INTO policiesdeleted (id, created_at, deleted_at, deleted, name, abbreviation, description, owner, kind) \
         VALUES ('old', '2015-01-01 00:00:00', '2015-01-02 00:00:00', 'old', 'an old one', 'p', 'p', 'user', 'nonrecursive')",
    );
    let report = imported_twice(&congress, &Database::fresh(), DISABLED);
    assert_eq!(report["tallies"]["deleted_policy"]["came"], 1, "{report}");
    assert!(reasons(&report, "changed")[0].1.contains("'an_old_one_"), "{report}");
}

#[test]
fn a_row_that_is_no_text_or_lacks_something_is_left_and_told_and_the_others_come() {
    let congress = Congress::newest()
        .policy("p-id", "p")
        .rule("latin", "p", "q(1)")
        .rule("good", "p", "q(2)")
        .policy("broken", "b")
        .rule("of-broken", "b", "q(1)")
        .rule("ex", "b", "q(2)")
        .delete_rule("ex");
    congress.execute("UPDATE policy_rules SET comment = CAST(x'636166e9' AS TEXT) WHERE id = 'latin'");
    congress.execute("UPDATE policies SET description = CAST(x'ff' AS TEXT) WHERE id = 'broken'");
    congress.execute(
        "DROP TABLE library_policies; \
         CREATE TABLE library_policies (id, name, abbreviation, description, kind, rules); \
         INSERT INTO library_policies VALUES ('l-id', 'l', NULL, '', 'nonrecursive', '[]'); \
         INSERT INTO datasources VALUES (CAST(x'64e9' AS TEXT), 'd', 'push', '{\"description\": \"d\"}', 'x', 1); \
         INSERT INTO dstabledata VALUES ('d-id', 't', CAST(x'5b5be95d5d' AS TEXT))",
    );
    let database = Database::fresh();
    let report = imported_twice(&congress, &database, LEFT);
    let cannot = |column: &str, is: &str| format!("it cannot come, because `{column}` is {is}");
    assert_eq!(
        reasons(&report, "left"),
        [
            ("of-broken", "its policy cannot be read"),
            ("ex", "its policy cannot be read"),
            ("broken", cannot("policies.description", "not UTF-8 from byte 1 on").as_str()),
            ("latin", cannot("policy_rules.comment", "not UTF-8 from byte 4 on").as_str()),
            ("d\\xe9", cannot("datasources.id", "not UTF-8 from byte 2 on").as_str()),
            ("d-id", cannot("dstabledata.tabledata", "not UTF-8 from byte 3 on").as_str()),
            ("l-id", cannot("library_policies.abbreviation", "NULL").as_str()),
        ]
    );
    assert_eq!(Server::on(&database).policy("p").rule_texts(), ["q(2)"]);
}

//! Taking over a database of Congress on MariaDB, made as its migrations make it there, into one on the same server.

use serde_json::{Value, json};
use statehouse_tests::congress::{self, Congress, LEFT};
use statehouse_tests::throwaway::{Error, Mariadb};
use statehouse_tests::{Database, Server};

/// The tables of the newest revision, in the character set that Congress's installation guide names.
const TABLES: &str = "
CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
CREATE TABLE policy_rules (id VARCHAR(36) NOT NULL PRIMARY KEY, rule TEXT NOT NULL, comment VARCHAR(255) NOT NULL,
  policy_name VARCHAR(255) NOT NULL, deleted VARCHAR(36) DEFAULT '', created_at DATETIME NOT NULL, deleted_at DATETIME,
  updated_at DATETIME, name VARCHAR(255));
CREATE TABLE datasources (id VARCHAR(36) NOT NULL PRIMARY KEY, name VARCHAR(255) UNIQUE, driver VARCHAR(255),
  config TEXT NOT NULL, description TEXT, enabled BOOL) ENGINE = InnoDB;
CREATE TABLE dstabledata (ds_id VARCHAR(36) NOT NULL, tablename VARCHAR(255) NOT NULL, tabledata LONGTEXT NOT NULL,
  PRIMARY KEY (ds_id, tablename)) ENGINE = InnoDB;
CREATE TABLE policiesdeleted (id VARCHAR(36) NOT NULL PRIMARY KEY, created_at DATETIME NOT NULL, updated_at DATETIME,
  deleted_at DATETIME, deleted VARCHAR(36) DEFAULT '', name VARCHAR(255) NOT NULL, abbreviation VARCHAR(5) NOT NULL,
  description TEXT NOT NULL, owner TEXT NOT NULL, kind TEXT NOT NULL) ENGINE = InnoDB;
CREATE TABLE policies LIKE policiesdeleted;
ALTER TABLE policies ADD UNIQUE (name);
CREATE TABLE library_policies (id VARCHAR(36) NOT NULL PRIMARY KEY, name VARCHAR(255) NOT NULL UNIQUE,
  abbreviation VARCHAR(5) NOT NULL, description TEXT NOT NULL, kind TEXT NOT NULL, rules TEXT NOT NULL) ENGINE = InnoDB CHARACTER SET latin1;
INSERT INTO alembic_version VALUES ('c0125080d572');
INSERT INTO policies VALUES ('p-id', '2016-01-02 03:04:05', NULL, NULL, '', 'p', 'p', 'bêta 你', 'user', 'nonrecursive');
INSERT INTO policiesdeleted VALUES ('old', '2015-01-02 03:04:05', NULL, '2015-02-02 03:04:05', 'old', 'old', 'o', '', 'user',
  'nonrecursive');
INSERT INTO policy_rules VALUES ('r', 'q(\"ünï 你\")', 'c', 'p', '', '2016-01-02 03:04:06', NULL, NULL, 'n');
INSERT INTO policy_rules VALUES ('gone', 'q(1)', '', 'p', 'gone', '2016-01-02 03:04:07', '2016-01-02 03:04:08', NULL, NULL);
INSERT INTO datasources VALUES ('d-id', 'd', 'push', '{\"description\": \"d\"}', NULL, 0);
INSERT INTO datasources VALUES ('e-id', 'e', 'push', '{\"description\": \"e\"}', NULL, NULL);
INSERT INTO dstabledata VALUES ('d-id', 't', '[[1, \"a\"], [2, \"b\"]]');
INSERT INTO library_policies VALUES ('l-id', 'l', 'l', 'bêta', 'nonrecursive', '[{\"rule\": \"p(x) :- q(x)\"}]');
";

#[test]
fn a_database_on_mariadb_comes_over() -> Result<(), Error> {
    let server = Mariadb::fresh()?;
    let client = server.client();
    client.administer("CREATE DATABASE statehouse_congress CHARACTER SET utf8")?;
    client.query("statehouse_congress", TABLES)?;
    let database = Database::on(vec![client]);
    // As Congress's setting has it.
    let url = client.url("statehouse_congress").replacen("mysql://", "mysql+pymysql://", 1) + "?charset=utf8";
    let outcome = congress::import(&url, &database, &["--json"]);
    assert_eq!(outcome.code, Some(0), "{outcome:?}");
    let told: Value = serde_json::from_str(&outcome.stdout).unwrap();
    let came = |kind: &str| told["tallies"][kind]["came"].as_u64().unwrap_or(0);
    let kinds =
        ["policy", "rule", "deleted_policy", "deleted_rule", "data_source", "table", "library_policy"];
    assert_eq!(kinds.map(came), [1, 1, 1, 1, 2, 1, 1], "{told}");
    let ids: Vec<_> = database.request_ids().into_values().collect();
    assert!(ids.contains(&"congress deleted rule deleted 2016-01-02T03:04:08Z".to_owned()), "{ids:?}");

    let server = Server::on(&database);
    let policy = server.get("/v1/policies/p").expect(200).json();
    assert_eq!(policy["description"], "bêta 你");
    let rule = server.get("/v1/policies/p/rules/r").expect(200).json();
    assert_eq!((&rule["rule"], &rule["name"]), (&json!("q(\"ünï 你\")"), &json!("n")));
    let enabled =
        |name: &str| server.get(&format!("/v1/data-sources/{name}")).expect(200).json()["enabled"].clone();
    assert_eq!((enabled("d"), enabled("e")), (json!(false), json!(true)), "what nobody switched off is on");
    assert_eq!(server.data_source("d").rows("t"), [json!([1, "a"]), json!([2, "b"])]);
    let library = server.get("/v1/librarypolicies/l-id").expect(200).json();
    assert_eq!(library["description"], "bêta", "it was kept as latin1");
    drop(server);

    // A replica is as good, and what it does for durability is nobody's concern.
    client.administer("SET GLOBAL read_only = 1, GLOBAL innodb_flush_log_at_trx_commit = 0")?;
    let outcome = congress::import(&url, &Database::fresh_file(), &["--json"]);
    assert_eq!(outcome.code, Some(0), "{outcome:?}");
    Ok(())
}

#[test]
fn a_database_of_every_revision_is_read() -> Result<(), Error> {
    let server = Mariadb::fresh()?;
    let client = server.client();
    for number in 0..congress::REVISIONS.len() {
        let name = format!("statehouse_congress_{number}");
        client.create_database(&name)?;
        client.query(&name, &congress::filled(number, "DATETIME"))?;
        congress::assert_comes_over(number, &client.url(&name), &Database::fresh_file());
    }
    Ok(())
}

#[test]
fn a_table_that_mariadb_does_not_take_is_left_and_what_comes_after_it_comes() -> Result<(), Error> {
    let server = Mariadb::fresh()?;
    let client = server.client();
    client.administer("SET GLOBAL max_allowed_packet = 1048576")?;
    let congress = Congress::newest().policy("p-id", "p").rule("r", "p", "q(1)");
    congress
        .execute("INSERT INTO datasources VALUES ('d-id', 'd', 'push', '{\"description\": \"d\"}', NULL, 1)");
    congress.execute(
        "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 60) \
         INSERT INTO dstabledata SELECT 'd-id', 'large', json_group_array(json_array(n, hex(zeroblob(25000)))) FROM n",
    );
    congress.execute("INSERT INTO dstabledata VALUES ('d-id', 'small', '[[1]]')");
    let database = Database::on(vec![client]);
    for came in [1, 0] {
        let told = congress.imported(&database, LEFT, &[]);
        assert_eq!(told["tallies"]["table"]["left"], 1, "{told}");
        assert_eq!(told["tallies"]["rule"]["came"], came, "{told}");
        let finding = &told["findings"][0];
        assert_eq!((&finding["name"], &finding["verdict"]), (&json!("d:large"), &json!("left")), "{told}");
        assert!(finding["reason"].as_str().unwrap().contains("max_allowed_packet"), "{told}");
    }
    let server = Server::on(&database);
    assert_eq!(server.policy("p").rule_texts(), ["q(1)"]);
    assert_eq!(server.data_source("d").rows("small"), [json!([1])]);
    Ok(())
}

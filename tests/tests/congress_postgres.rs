//! Taking over a database of Congress on PostgreSQL, the recorded dump, into one on the same server.

use serde_json::{Value, json};
use statehouse_tests::congress::{self, LEFT};
use statehouse_tests::throwaway::client::USER;
use statehouse_tests::throwaway::{Error, Postgres};
use statehouse_tests::{Database, Server};

#[test]
fn the_recorded_database_comes_over_from_postgresql() -> Result<(), Error> {
    let server = Postgres::fresh()?;
    let client = server.client();
    client.create_database("congress")?;
    client.query("congress", &congress::recorded_postgres(USER))?;
    // As a standby answers.
    client.administer("ALTER DATABASE congress SET default_transaction_read_only = on")?;
    let (key, database) = (congress::recorded_postgres_key(), Database::on(vec![client]));
    let key_dir = key.path().to_str().unwrap();
    let import = |more: &[&str]| {
        let more = [&["--key-dir", key_dir, "--json"], more].concat();
        let outcome = congress::import(&client.url("congress"), &database, &more);
        assert_eq!(outcome.code, Some(0), "{outcome:?}");
        serde_json::from_str::<Value>(&outcome.stdout).unwrap()
    };
    let told = import(&["--dry-run"]);
    let done = import(&[]);
    assert_eq!(done["tallies"], told["tallies"]);
    let count = |table: &str, of: &str| {
        let answer = client.query("congress", &format!("SELECT count(*) FROM {table} WHERE {of}"));
        answer.map(|number| number.parse::<u64>().unwrap())
    };
    for (kind, table, of) in [
        ("policy", "policies", "true"),
        ("rule", "policy_rules", "deleted = ''"),
        ("deleted_rule", "policy_rules", "deleted <> ''"),
        ("deleted_policy", "policiesdeleted", "true"),
        ("data_source", "datasources", "true"),
        ("table", "dstabledata", "true"),
        ("library_policy", "library_policies", "true"),
    ] {
        assert_eq!(done["tallies"][kind]["came"], count(table, of)?, "{kind}");
    }
    let created = client.query(
        "congress",
        "SELECT to_char(created_at, 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM policies WHERE name = 'alpha'",
    )?;
    let ids: Vec<_> = database.request_ids().into_values().collect();
    assert!(ids.contains(&format!("congress policy created {created}")), "{created}: {ids:?}");
    let server = Server::on(&database);
    assert_eq!(server.policy("beta").rule_texts(), ["t(10)", "t(11)", "t(12)"]);
    let nova = server.get("/v1/data-sources/nova").expect(200).json();
    assert_eq!((&nova["config"]["password"], &nova["enabled"]), (&json!("<hidden>"), &json!(true)));
    Ok(())
}

#[test]
fn a_database_of_every_revision_is_read() -> Result<(), Error> {
    let server = Postgres::fresh()?;
    let client = server.client();
    for number in 0..congress::REVISIONS.len() {
        let name = format!("congress_{number}");
        client.create_database(&name)?;
        client.query(&name, &format!("SET ROLE {USER};\n{}", congress::filled(number, "TIMESTAMP")))?;
        congress::assert_comes_over(number, &client.url(&name), &Database::fresh_file());
    }
    Ok(())
}

#[test]
fn texts_in_another_encoding_are_read_and_what_is_in_none_is_left() -> Result<(), Error> {
    let server = Postgres::fresh()?;
    let client = server.client();
    for (encoding, code) in [("LATIN1", 0), ("SQL_ASCII", LEFT)] {
        let name = format!("congress_{}", encoding.to_lowercase());
        client.administer(&format!(
            "CREATE DATABASE {name} OWNER {USER} ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C' LOCALE_PROVIDER libc \
             TEMPLATE template0"
        ))?;
        client.query(
            &name,
            "SET ROLE statehouse; CREATE TABLE alembic_version (version_num VARCHAR(32)); \
             INSERT INTO alembic_version VALUES ('initial_db'); \
             CREATE TABLE policy_rules (id VARCHAR(36), rule TEXT, comment VARCHAR(255), policy_name VARCHAR(255), \
               deleted VARCHAR(36), created_at TIMESTAMP, deleted_at TIMESTAMP, updated_at TIMESTAMP); \
             INSERT INTO policy_rules VALUES ('latin', 'q(1)', E'caf\\351', 'p', '', now()), ('plain', 'q(2)', '', 'p', '', now())",
        )?;
        let database = Database::fresh_file();
        let outcome = congress::import(&client.url(&name), &database, &["--json"]);
        assert_eq!(outcome.code, Some(code), "{outcome:?}");
        let told: Value = serde_json::from_str(&outcome.stdout).unwrap();
        let server = Server::on(&database);
        if encoding == "LATIN1" {
            let rule = server.get("/v1/policies/p/rules/latin").expect(200).json();
            assert_eq!(rule["comment"], "café");
        } else {
            assert_eq!(told["findings"][0]["id"], "latin", "{told}");
            assert_eq!(server.policy("p").rule_texts(), ["q(2)"]);
        }
    }
    Ok(())
}

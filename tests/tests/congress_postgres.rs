//! Taking over a database of Congress on PostgreSQL, the recorded dump, into one on the same server.

use serde_json::{Value, json};
use statehouse_tests::congress;
use statehouse_tests::throwaway::client::USER;
use statehouse_tests::throwaway::{Error, Postgres};
use statehouse_tests::{Database, Server};

#[test]
fn the_recorded_database_comes_over_from_postgresql() -> Result<(), Error> {
    let server = Postgres::fresh()?;
    let client = server.client();
    client.create_database("congress")?;
    client.query("congress", &congress::recorded_postgres(USER))?;
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

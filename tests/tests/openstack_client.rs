//! The command line that operators of Congress have, unmodified: it creates, lists, shows and deletes.

use serde_json::json;
use statehouse_tests::{Openstack, Server};

#[test]
fn policies() {
    let server = Server::fresh();
    let Some(openstack) = Openstack::at(&server) else { return };

    let words =
        ["policy", "create", "full", "--description", "a desc", "--abbreviation", "ful", "--kind", "action"];
    let created = openstack.json(&words);
    let id = created["id"].as_str().unwrap();
    let expected = json!({
        "id": id, "name": "full", "description": "a desc", "abbreviation": "ful", "kind": "action", "owner_id": "user",
    });
    assert_eq!(created, expected);
    assert_eq!(openstack.column(&["policy", "list"], "name"), ["classification", "action", "full"]);
    assert_eq!(openstack.json(&["policy", "show", "full"]), created);
    assert_eq!(openstack.json(&["policy", "show", id]), created);

    let complaint = openstack.complaint(&["policy", "create", "full"], "HTTP 409");
    assert!(complaint.contains("Request-ID: req-"), "{complaint}");
    openstack.complaint(&["policy", "create", "bad name"], "HTTP 400");
    openstack.complaint(&["policy", "show", "nosuch"], "HTTP 404");
    openstack.complaint(&["policy", "delete", "classification"], "HTTP 404");

    assert_eq!(openstack.text(&["policy", "delete", "full"]), "");
    assert_eq!(server.policy_names(), ["classification", "action"]);
}

#[test]
fn rules() {
    let server = Server::fresh();
    let Some(openstack) = Openstack::at(&server) else { return };
    server.create_policy("test");

    let words =
        ["policy", "rule", "create", "test", "p(x) :- q(x)", "--name", "r1", "--comment", "the first"];
    let created = openstack.json(&words);
    let id = created["id"].as_str().unwrap();
    assert_eq!(created, json!({ "id": id, "name": "r1", "comment": "the first", "rule": "p(x) :-\n  q(x)" }));
    let listed = openstack.text(&["policy", "rule", "list", "test"]);
    assert_eq!(listed.trim(), format!("// ID: {id}\n// Name: r1\n// the first\np(x) :- q(x)"));
    let shown = json!({ "id": id, "name": "r1", "comment": "the first", "rule": "p(x) :- q(x)" });
    assert_eq!(openstack.json(&["policy", "rule", "show", "test", id]), shown);
    // The client looks a name up in the list by itself.
    assert_eq!(openstack.json(&["policy", "rule", "show", "test", "r1"]), shown);
    assert_eq!(openstack.column(&["policy", "table", "list", "test"], "id"), ["p", "q"]);

    openstack.complaint(&["policy", "rule", "create", "test", "p(x"], "HTTP 400");
    openstack.complaint(&["policy", "rule", "create", "nosuch", "p(1)"], "HTTP 404");
    assert_eq!(openstack.text(&["policy", "rule", "delete", "test", "r1"]), "");
    assert_eq!(server.policy("test").rules(), []);
}

#[test]
fn library_policies() {
    let server = Server::fresh();
    let Some(openstack) = Openstack::at(&server) else { return };

    let policy = json!({ "name": "lib", "description": "d", "rules": [{ "rule": "q(1)", "comment": "c" }] });
    let created = openstack.library(&["create", &policy.to_string()]);
    let id = created["id"].as_str().unwrap();
    assert_eq!((&created["name"], &created["rules"]), (&policy["name"], &policy["rules"]));
    assert_eq!(openstack.library(&["list"])["results"], json!([created]));
    assert_eq!(openstack.library(&["show", id]), created);
    assert_eq!(openstack.library(&["delete", id]), created);
    assert_eq!(openstack.library(&["list"])["results"], json!([]));
}

#[test]
fn data_sources() {
    let server = Server::fresh();
    let Some(openstack) = Openstack::at(&server) else { return };

    assert!(openstack.column(&["driver", "list"], "id").contains(&"fake_datasource".to_owned()));
    assert_eq!(openstack.json(&["driver", "config", "show", "doctor"])["id"], "doctor");
    let mut words = vec!["datasource", "create", "fake_datasource", "fake", "--description", "d"];
    for setting in
        ["username=admin", "password=secret", "auth_url=http://127.0.0.1:1/v3", "project_name=admin"]
    {
        words.extend(["--config", setting]);
    }
    let created = openstack.json(&words);
    assert_eq!((&created["name"], &created["driver"]), (&json!("fake"), &json!("fake_datasource")));
    assert_eq!(openstack.column(&["datasource", "list"], "name"), ["fake"]);
    assert!(!openstack.text(&["datasource", "list"]).contains("secret"));
    assert_eq!(openstack.column(&["datasource", "table", "list", "fake"], "id"), ["fake_table"]);
    let schema = ["datasource", "table", "schema", "show", "fake", "fake_table"];
    assert_eq!(openstack.column(&schema, "name"), ["id", "name"]);

    let rows = json!([{ "id": "i1", "name": "n1" }]).to_string();
    assert_eq!(openstack.text(&["datasource", "row", "update", "fake", "fake_table", &rows]), "");
    let listed = openstack.json(&["datasource", "row", "list", "fake", "fake_table"]);
    assert_eq!(listed, json!([{ "id": "i1", "name": "n1" }]));
    let status = openstack.json(&["datasource", "status", "show", "fake"]);
    assert_eq!((&status["initialized"], &status["number_of_updates"]), (&json!("True"), &json!("1")));

    openstack.complaint(&["datasource", "create", "nosuch", "x"], "HTTP 400");
    openstack.complaint(&["datasource", "delete", "nosuch"], "HTTP 404");
    assert_eq!(openstack.text(&["datasource", "delete", "fake"]), "");
    assert_eq!(server.data_source_names(), [""; 0]);
}

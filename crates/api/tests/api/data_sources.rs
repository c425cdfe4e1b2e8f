//! `/v1/data-sources` and `/v1/system/drivers`.

use serde_json::{Value, json};

use crate::server::Server;

fn cloud() -> Value {
    json!({"username": "admin", "password": "S3cret!"})
}

#[test]
fn a_secret_leaves_the_server_in_no_answer() {
    let server = Server::start();
    let body = json!({"name": "c1", "driver": "cloud", "config": cloud()});
    let created = server.post("/v1/data-sources", &body).expect(201);
    let id = created.text("id");
    let shown = json!({"id": id, "name": "c1", "driver": "cloud", "description": null, "type": null, "enabled": true,
                       "config": {"username": "admin", "password": "<hidden>"}});
    assert_eq!(created.value(), shown);
    assert_eq!(server.get("/v1/data-sources").value(), json!({"results": [shown]}));
    for name in ["c1", &id] {
        assert_eq!(server.get(&format!("/v1/data-sources/{name}")).expect(200).value(), shown);
    }
    let wrong = json!({"name": "c2", "driver": "cloud", "config": "S3cret!"});
    assert!(!server.post("/v1/data-sources", &wrong).refused(400, 400).contains("S3cret!"));
}

#[test]
fn a_data_source_has_what_its_driver_asks_for() {
    let server = Server::start();
    for (body, field) in [
        (json!({"driver": "doctor"}), "name"),
        (json!({"name": "d"}), "driver"),
        (json!({"name": "d", "driver": "nosuch"}), "driver"),
        (json!({"name": "d", "driver": "push"}), "config"),
        (json!({"name": "d", "driver": "cloud", "config": {"username": "x"}}), "password"),
        (json!({"name": "d", "driver": "doctor", "config": {"foo": "bar"}}), "foo"),
        (json!({"name": "d", "driver": "doctor", "config": "abc"}), "config"),
        (json!({"name": 5, "driver": "doctor"}), "name"),
        (json!({"name": "bad name", "driver": "doctor"}), "name"),
        (json!({"name": "d", "driver": "doctor", "enabled": "yes"}), "enabled"),
        (json!([]), "the body"),
    ] {
        let message = server.post("/v1/data-sources", &body).refused(400, 400);
        assert!(message.contains(field), "{body}: {message}");
    }
    assert_eq!(server.get("/v1/data-sources").value(), json!({"results": []}));
}

#[test]
fn a_client_may_choose_the_id_and_leave_out_the_config() {
    let server = Server::start();
    let create = |body: Value| server.post("/v1/data-sources", &body);
    let created = create(json!({"id": "own-id", "name": "ownid", "driver": "doctor"})).expect(201);
    assert_eq!((created.text("id"), &created.value()["config"]), ("own-id".to_owned(), &Value::Null));
    create(json!({"id": "own-id", "name": "other", "driver": "doctor"})).refused(409, 409);
    create(json!({"name": "ownid", "driver": "doctor"})).refused(409, 409);
    server.policy("alpha");
    create(json!({"name": "alpha", "driver": "doctor"})).refused(409, 409);
}

#[test]
fn a_deleted_data_source_is_gone_with_its_rows() {
    let server = Server::start();
    server.data_source("push1", "push", &json!({"description": "pushed"}));
    server.put("/v1/data-sources/push1/tables/hosts/rows", &json!([["h1"]])).expect(200);
    assert_eq!(server.delete("/v1/data-sources/push1").expect(200).value(), Value::Null);
    for path in [
        "",
        "/status",
        "/schema",
        "/actions",
        "/tables",
        "/tables/data",
        "/tables/data/spec",
        "/tables/data/rows",
    ] {
        server.get(&format!("/v1/data-sources/push1{path}")).refused(404, 404);
    }
    server.delete("/v1/data-sources/push1").refused(404, 404);
    server.put("/v1/data-sources/push1/tables/hosts/rows", &json!([])).refused(404, 404);
    server.post("/v1/data-sources/push1/webhook", &json!({})).refused(404, 404);
    server.post("/v1/data-sources/push1?action=request-refresh", &json!({})).refused(404, 404);
}

#[test]
fn the_schema_is_what_the_driver_declares_and_what_was_pushed() {
    let server = Server::start();
    let id = server.data_source("push1", "push", &json!({"description": "pushed"}));
    let spec = json!({"table_id": "data", "columns": []});
    assert_eq!(server.get("/v1/data-sources/push1/schema").value(), json!({"tables": [spec]}));
    server.put(&format!("/v1/data-sources/{id}/tables/hosts/rows"), &json!([["h1", "up"]])).expect(200);
    assert_eq!(server.get("/v1/data-sources/push1/tables").list_of("id"), ["data", "hosts"]);
    assert_eq!(server.get(&format!("/v1/data-sources/{id}/tables/hosts")).value(), json!({"id": "hosts"}));
    assert_eq!(server.get("/v1/data-sources/push1/tables/data/spec").value(), spec);
    server.get("/v1/data-sources/push1/tables/nosuch").refused(404, 404);
    server.get("/v1/data-sources/push1/tables/nosuch/spec").refused(404, 404);

    server.data_source("c1", "cloud", &cloud());
    assert_eq!(
        server.get("/v1/data-sources/c1/tables/servers/spec").value(),
        json!({"table_id": "servers", "columns": [{"name": "id", "description": "its id"},
                                                  {"name": "host", "description": null}]})
    );
}

#[test]
fn rows_are_replaced_as_a_whole_and_come_back_sorted() {
    let server = Server::start();
    let id = server.data_source("push1", "push", &json!({"description": "pushed"}));
    let path = "/v1/data-sources/push1/tables/hosts/rows";
    server.get(path).refused(404, 404);
    let done =
        server.put(path, &json!([["h2", 2.5], ["h1", true], ["h1", true], [null, {"a": [1]}]])).expect(200);
    assert_eq!(done.body, b"");
    for path in [path, &format!("/v1/data-sources/{id}/tables/hosts/rows")] {
        assert_eq!(
            server.get(path).expect(200).list_of("data"),
            [json!(["None", "{\"a\":[1]}"]), json!(["h1", "True"]), json!(["h2", 2.5])]
        );
    }
    server.put(path, &json!([])).expect(200);
    assert_eq!(server.get(path).expect(200).value(), json!({"results": []}));
}

#[test]
fn single_rows_are_added_and_deleted() {
    let server = Server::start();
    server.data_source("push1", "push", &json!({"description": "pushed"}));
    let path = "/v1/data-sources/push1/tables/hosts/rows";
    let change = |body: &Value| server.json("PATCH", path, body.to_string().as_bytes());
    assert_eq!(change(&json!({"add": [["h1"], ["h2"]]})).expect(200).body, b"");
    let revision = change(&json!({"delete": [["h1"], ["h9"]], "add": [["h3"]]})).expect(200).revision();
    assert_eq!(server.get(path).list_of("data"), [json!(["h2"]), json!(["h3"])]);
    let again = change(&json!({"delete": [["h1"]], "add": [["h3"]]})).expect(200);
    assert_eq!(again.revision(), revision, "where nothing is to be done, nothing is told in the log");

    server.data_source("c1", "cloud", &cloud());
    let servers = |body: Value| {
        server.json("PATCH", "/v1/data-sources/c1/tables/servers/rows", body.to_string().as_bytes())
    };
    servers(json!({"add": [{"id": "s1", "placement": {"host": "h1"}}]})).expect(200);
    for (body, place) in [
        (json!({"add": [["s2", "h2"], ["s3"]]}), "add: row 1"),
        (json!({"add": [], "delete": [5]}), "delete: row 0"),
        (json!({"add": [["s2", "h2"]], "delete": [["s1", "h1"], ["s2", "h2"]]}), "delete[1]: "),
        (json!({"add": null}), "add: "),
        (json!({"delete": {}}), "delete: "),
        (json!({"adds": []}), "adds"),
        (json!({}), "add: "),
        (json!([]), "the body"),
    ] {
        let message = servers(body.clone()).refused(400, 400);
        assert!(message.contains(place), "{body}: {message}");
    }
    let rows = server.get("/v1/data-sources/c1/tables/servers/rows");
    assert_eq!(rows.list_of("data"), [json!(["s1", "h1"])]);
    let nowhere = server.json("PATCH", "/v1/data-sources/c1/tables/nosuch/rows", br#"{"add": []}"#);
    nowhere.refused(400, 400);
    server.json("PATCH", "/v1/data-sources/no/tables/t/rows", br#"{"add": []}"#).refused(404, 404);
}

#[test]
fn integers_are_exact_whatever_their_size() {
    let server = Server::start();
    server.data_source("push1", "push", &json!({"description": "pushed"}));
    let path = "/v1/data-sources/push1/tables/big/rows";
    let body = "[[123456789012345678901234567890, -9223372036854775809, 1, 1.0]]";
    server.json("PUT", path, body.as_bytes()).expect(200);
    let rows = String::from_utf8(server.get(path).body).unwrap();
    let data = r#"{"results":[{"data":[123456789012345678901234567890,-9223372036854775809,1,1.0]}]}"#;
    assert_eq!(rows, data);
}

#[test]
fn objects_are_taken_apart_by_the_declared_columns() {
    let server = Server::start();
    server.data_source("c1", "cloud", &cloud());
    let path = "/v1/data-sources/c1/tables/servers/rows";
    let body = json!([{"id": "s1", "placement": {"host": "h1"}, "more": 1}, {"id": "s2"}, ["s3", "h3"]]);
    server.put(path, &body).expect(200);
    assert_eq!(
        server.get(path).list_of("data"),
        [json!(["s1", "h1"]), json!(["s2", "None"]), json!(["s3", "h3"])]
    );
    for (body, place) in [(json!([[1, 2], [3]]), "row 1"), (json!([5]), "row 0"), (json!({"a": 1}), "list")] {
        let message = server.put(path, &body).refused(400, 400);
        assert!(message.starts_with("rows: ") && message.contains(place), "{message}");
    }
    server.put("/v1/data-sources/c1/tables/nosuch/rows", &json!([])).refused(400, 400);
    assert_eq!(server.get("/v1/data-sources/c1/tables/log/rows").value(), json!({"results": []}));
}

#[test]
fn the_status_counts_what_was_pushed() {
    let server = Server::start();
    server.data_source("push1", "push", &json!({"description": "pushed"}));
    let status = || server.get("/v1/data-sources/push1/status").expect(200).value();
    assert_eq!(
        status(),
        json!({"last_updated": "None", "last_error": "None", "number_of_updates": "0", "initialized": "True",
               "subscriptions": [], "subscribers": []})
    );
    for rows in [json!([["h1"]]), json!([["h2"]])] {
        server.put("/v1/data-sources/push1/tables/hosts/rows", &rows).expect(200);
    }
    assert_eq!(status()["number_of_updates"], "2");
    let at = status()["last_updated"].as_str().unwrap().to_owned();
    assert_eq!((at.len(), &at[4..5], &at[10..11], &at[19..20]), (26, "-", " ", "."), "{at}");
}

#[test]
fn actions_are_what_the_driver_declares() {
    let server = Server::start();
    server.data_source("c1", "cloud", &cloud());
    server.data_source("doctor1", "doctor", &json!({}));
    let actions = json!({"results": [{"name": "reboot", "args": [{"name": "id", "description": "which one"}],
                                      "description": "turns it off and on"}]});
    assert_eq!(server.get("/v1/data-sources/c1/actions").expect(200).value(), actions);
    assert_eq!(server.get("/v1/data-sources/doctor1/actions").expect(200).value(), json!({"results": []}));
    let post = |query: &str| server.send("POST", &format!("/v1/data-sources/c1{query}"), &[], b"");
    assert_eq!(post("?action=request-refresh").expect(200).value(), Value::Null);
    post("?action=execute").refused(400, 400);
    let execute = |body: &Value| server.post("/v1/data-sources/c1?action=execute", body);
    // Declared, but not how it is carried out.
    assert!(execute(&json!({"name": "reboot"})).refused(400, 1016).contains("reboot"));
    execute(&json!({"name": "nosuch"})).refused(400, 1016);
    execute(&json!({"name": "reboot", "args": []})).refused(400, 1018);
    execute(&json!({"args": {}})).refused(501, 501);
    post("?action=nosuch").refused(501, 501);
    post("?action=execute&action=execute").refused(400, 400);
    post("").refused(400, 400);
}

#[test]
fn a_posted_document_needs_a_driver_that_takes_documents() {
    let server = Server::start();
    server.data_source("c1", "cloud", &cloud());
    assert!(
        server.post("/v1/data-sources/c1/webhook", &json!({"a": 1})).refused(400, 400).contains("driver")
    );
    server.post("/v1/data-sources/nosuch/webhook", &json!({"a": 1})).refused(404, 404);
    server.get("/v1/data-sources/c1/webhook").refused(501, 501);
}

#[test]
fn a_posted_document_does_to_the_tables_what_the_driver_says() {
    let server = Server::start();
    server.data_source("a1", "alarms", &json!({}));
    let post = |document: &Value| server.post("/v1/data-sources/a1/webhook", document).expect(200);
    let rows = |table: &str| {
        let rows = server.get(&format!("/v1/data-sources/a1/tables/{table}/rows")).expect(200).value();
        let rows = rows["results"].as_array().unwrap();
        json!(rows.iter().map(|row| row["data"].clone()).collect::<Vec<_>>())
    };
    let alarm =
        |id: u32, state: &str, host: &str| json!({"id": id, "state": state, "resource": {"host": host}});
    let before = server.get("/v1/data-sources/a1/status").revision();
    let raised = post(
        &json!({"kind": "raised", "payload": [alarm(1, "up", "h1"), alarm(2, "up", "h2")], "more": {"a": []}}),
    );
    assert_eq!(raised.revision(), before + 1, "several tables in one commit");
    assert_eq!(
        (rows("alarm"), rows("seen")),
        (json!([["up", 1, "h1"], ["up", 2, "h2"]]), json!([["raised"]]))
    );

    // The key says which row a document is about, and the others stay.
    post(&json!({"kind": "changed", "payload": alarm(1, "down", "h1")}));
    assert_eq!(rows("alarm"), json!([["down", 1, "h1"], ["up", 2, "h2"]]));
    let again = post(&json!({"kind": "changed", "payload": alarm(1, "down", "h1")}));
    assert_eq!(again.revision(), before + 2, "what is so already is no commit");
    post(&json!({"kind": "cleared", "payload": {"id": 2}}));
    assert_eq!(rows("alarm"), json!([["down", 1, "h1"]]));
    post(&json!({"kind": "of no concern"}));
    assert_eq!(rows("alarm"), json!([["down", 1, "h1"]]));
    assert_eq!(rows("seen"), json!([["changed"], ["cleared"], ["of no concern"], ["raised"]]));
    server.get("/v1/data-sources/a1/tables/other/rows").refused(404, 404);
}

#[test]
fn a_document_that_cannot_be_read_is_refused_with_the_place_and_changes_nothing() {
    let server = Server::start();
    server.data_source("a1", "alarms", &json!({}));
    let before = server.get("/v1/data-sources/a1/status").revision();
    for (document, words) in [
        (json!([1]), &["document", "object"][..]),
        (json!({"kind": "raised"}), &["table 'alarm'", "payload"]),
        (json!({"kind": "raised", "payload": 1}), &["table 'alarm'", "row"]),
        (json!({"kind": "raised", "payload": {"state": "up"}}), &["table 'alarm'", "column 'id'"]),
        (json!({"kind": "raised", "payload": [{"id": 1}, {"id": null}]}), &["row 1", "column 'id'"]),
        (json!({"kind": "raised", "payload": {"id": 1, "resource": 7}}), &["column 'host'", "resource.host"]),
        (json!({"kind": "cleared", "payload": {"id": "x".repeat(70_000)}}), &["column 'id'", "65535"]),
    ] {
        let message = server.post("/v1/data-sources/a1/webhook", &document).refused(400, 400);
        assert!(words.iter().all(|word| message.contains(word)), "{message}");
    }
    let long = json!({"kind": "x".repeat(1 << 20)});
    server.post("/v1/data-sources/a1/webhook", &long).refused(413, 413);
    assert_eq!(server.get("/v1/data-sources/a1/status").revision(), before);
}

#[test]
fn drivers_are_listed_and_shown() {
    let server = Server::start();
    assert_eq!(
        server.get("/v1/system/drivers").expect(200).list_of("id"),
        ["alarms", "cloud", "doctor", "push"]
    );
    assert_eq!(
        server.get("/v1/system/drivers/cloud").expect(200).value(),
        json!({"id": "cloud", "description": "A cloud",
               "config": {"username": "required", "password": "required", "region": "(optional)"},
               "secret": ["password"],
               "tables": [{"table_id": "servers", "columns": [{"name": "id", "description": "its id"},
                                                              {"name": "host", "description": null}]},
                          {"table_id": "log", "columns": [{"name": "line", "description": null}]}]})
    );
    assert_eq!(server.get("/v1/system/drivers/push").value().get("secret"), None);
    server.get("/v1/system/drivers/nosuch").refused(404, 404);
    server.get("/v1/system").refused(404, 404);
}

//! Declarations of the recorded data-source drivers, written where the server is told to look.
//!
//! The recording (`drivers.json`) says what each driver's config, tables and columns are. Its drivers differ in how
//! they fetch rows; here they take rows that are pushed, which is what can be shown without the systems behind
//! them, but for those that are told by posted documents. `push` and `doctor` are part of the server and not
//! declared again.

use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;

const RECORDED: &str = include_str!("../data/congress-v1/drivers.json");
const BUILT_IN: [&str; 2] = ["push", "doctor"];
/// Drivers that are told by posted documents, the table that these are about, and what they do to it.
const TOLD_BY_DOCUMENTS: [(&str, &str, &str); 2] = [
    ("monasca_webhook", "alarm_notification", r#"{"key": ["alarm_id"]}"#),
    (
        "vitrage",
        "alarms",
        r#"{"rows": "payload", "key": ["vitrage_id"],
            "when": {"field": "notification", "is": ["vitrage.alarm.activate"]},
            "remove_when": {"field": "notification", "is": ["vitrage.alarm.deactivate"]}}"#,
    ),
];
/// Where the values of columns stand in those documents, other than under the column's name: driver, column, place.
const FROM: [(&str, &str, &str); 8] = [
    ("vitrage", "type", "vitrage_type"),
    ("vitrage", "operational_severity", "vitrage_operational_severity"),
    ("vitrage", "resource_name", "resource.name"),
    ("vitrage", "resource_id", "resource.id"),
    ("vitrage", "resource_vitrage_id", "resource.vitrage_id"),
    ("vitrage", "resource_project_id", "resource.project_id"),
    ("vitrage", "resource_operational_state", "resource.vitrage_operational_state"),
    ("vitrage", "resource_type", "resource.vitrage_type"),
];

/// Writes `<id>.yaml` into `folder` for each recorded driver that the server does not bring along.
pub fn declare_all(folder: &Path) {
    fs::create_dir_all(folder).expect("a folder for the drivers");
    let recorded: Map<String, Value> = serde_json::from_str(RECORDED).expect("drivers.json is JSON");
    for (id, driver) in recorded.iter().filter(|(id, _)| !BUILT_IN.contains(&id.as_str())) {
        // JSON is YAML.
        let text = serde_json::to_string_pretty(&declaration(driver)).expect("JSON can be written");
        fs::write(folder.join(format!("{id}.yaml")), text).expect("a declaration can be written");
    }
}

fn declaration(recorded: &Value) -> Value {
    let id = recorded["id"].as_str().expect("a driver has an id");
    let mut declared = json!({
        "id": id,
        "description": recorded["description"],
        "config": fields(recorded),
        "tables": tables(recorded),
        "rows": "pushed",
    });
    if let Some((_, table, document)) = TOLD_BY_DOCUMENTS.iter().find(|(driver, ..)| *driver == id) {
        declared["rows"] = "document".into();
        let tables = declared["tables"].as_array_mut().expect("tables");
        let table =
            tables.iter_mut().find(|it| it["id"] == *table).expect("the table that documents are about");
        table["document"] = serde_json::from_str(document).expect("JSON");
        for column in table["columns"].as_array_mut().expect("columns") {
            let from = FROM.iter().find(|(driver, name, _)| *driver == id && column["name"] == *name);
            if let Some((.., from)) = from {
                column["from"] = (*from).into();
            }
        }
    }
    if id == "fake_datasource" {
        let argument = json!({ "name": "server_id", "description": "server to act" });
        declared["actions"] = json!([{ "name": "fake_act", "description": "fake action", "args": [argument], "request": { "path": "/act" } }]);
        declared["execute"] = json!({ "url": "auth_url" });
    }
    declared
}

fn fields(recorded: &Value) -> Vec<Value> {
    let secrets = recorded["secret"].as_array().cloned().unwrap_or_default();
    let config = recorded["config"].as_object().expect("a driver has a config");
    let field = |(name, need): (&String, &Value)| {
        let mut field = json!({ "name": name });
        if need == "required" {
            field["required"] = true.into();
        }
        if secrets.contains(&Value::from(name.as_str())) {
            field["secret"] = true.into();
        }
        field
    };
    config.iter().map(field).collect()
}

fn tables(recorded: &Value) -> Vec<Value> {
    let tables = recorded["tables"].as_array().expect("a driver has tables");
    tables.iter().map(|table| json!({ "id": table["table_id"], "columns": columns(table) })).collect()
}

fn columns(table: &Value) -> Vec<Value> {
    let columns = table["columns"].as_array().expect("a table has columns");
    let column = |column: &Value| match &column["description"] {
        Value::Null => json!({ "name": column["name"] }),
        description => json!({ "name": column["name"], "description": description }),
    };
    columns.iter().map(column).collect()
}

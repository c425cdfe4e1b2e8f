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
const TOLD_BY_DOCUMENTS: [&str; 2] = ["monasca_webhook", "vitrage"];

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
        "rows": if TOLD_BY_DOCUMENTS.contains(&id) { "document" } else { "pushed" },
    });
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

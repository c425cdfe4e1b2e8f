use serde_json::{Value as Json, json};
use statehouse_model::{DriverError, Drivers};

const DRIVERS_JSON: &str = include_str!("../../../../tests/data/congress-v1/drivers.json");

#[test]
fn the_built_in_drivers_are_declared_as_recorded() {
    let recorded: Json = serde_json::from_str(DRIVERS_JSON).unwrap();
    let drivers = Drivers::built_in().unwrap();
    let ids: Vec<_> = drivers.iter().map(|driver| driver.id.as_str()).collect();
    assert_eq!(ids, ["doctor", "push"]);
    for driver in drivers.iter() {
        let fields = driver
            .config
            .iter()
            .map(|field| (field.name.clone(), json!(if field.required { "required" } else { "(optional)" })));
        let tables = driver.tables.iter().map(|table| {
            let columns =
                table.columns.iter().map(|it| json!({ "name": it.name, "description": it.description }));
            json!({ "table_id": table.id, "columns": columns.collect::<Vec<_>>() })
        });
        let declared = json!({
            "id": driver.id,
            "description": driver.description,
            "config": fields.collect::<serde_json::Map<_, _>>(),
            "tables": tables.collect::<Vec<_>>(),
        });
        assert_eq!(declared, recorded[&driver.id]);
    }
}

#[test]
fn a_push_driver_is_open_and_others_are_not() {
    let drivers = Drivers::built_in().unwrap();
    let takes = |driver: &str, table: &str| drivers.get(driver).unwrap().takes_rows_for(table);
    assert!(takes("push", "anything") && takes("doctor", "events") && !takes("doctor", "anything"));
}

#[test]
fn a_malformed_declaration_is_refused_with_file_and_reason() {
    let refused = |text: &str| Drivers::from_yaml([("some.yaml", text)]).unwrap_err().to_string();
    for (text, says) in [
        ("id: x\nnosuch: 1", "nosuch"),
        ("description: x", "id"),
        ("id: x\nopen: perhaps", "line 2"),
        ("id: ''", "id"),
        ("id: x\nconfig: [{ name: a }, { name: a }]", "'a' is declared twice"),
        ("id: x\ntables: [{ id: t }, { id: t }]", "'t' is declared twice"),
        ("id: x\ntables: [{ id: t, columns: [{ name: c }, { name: c }] }]", "'c' is declared twice"),
        ("id: x\nconfig: [{ name: a, required: true, default: 1 }]", "default"),
        ("id: [", "some.yaml"),
    ] {
        let error = refused(text);
        assert!(error.starts_with("some.yaml: ") && error.contains(says), "{text:?}: {error}");
    }
}

#[test]
fn a_driver_is_declared_once() {
    let twice = Drivers::from_yaml([("a.yaml", "id: x"), ("b.yaml", "id: x")]).unwrap_err();
    assert_eq!(twice, DriverError::Twice { file: "b.yaml".to_owned(), id: "x".to_owned() });
}

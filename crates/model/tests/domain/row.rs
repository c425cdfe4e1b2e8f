use statehouse_model::{Row, RowError, Value};

use crate::world::drivers;

fn rows(driver: &str, table: &str, json: &str) -> Result<Vec<String>, RowError> {
    let rows = drivers().get(driver).unwrap().rows_from(table, json)?;
    Ok(rows.iter().map(|row| row.to_json().unwrap()).collect())
}

fn place(driver: &str, table: &str, json: &str) -> (Option<usize>, Option<String>) {
    let error = rows(driver, table, json).unwrap_err();
    (error.row, error.column)
}

#[test]
fn a_row_is_written_and_read_exactly() {
    let text = r#"["a\"é🙂",1,-9223372036854775809,123456789012345678901234567890,1.0,0.1,1e+300]"#;
    let row = Row::from_json(text).unwrap();
    assert_eq!(row.to_json().unwrap(), text);
    assert_eq!(serde_json::from_str::<Vec<Row>>(&format!("[{text}]")).unwrap(), [row]);
    assert_ne!(Row::from_json("[1]").unwrap(), Row::from_json("[1.0]").unwrap());
}

#[test]
fn what_the_language_has_no_word_for_becomes_text() {
    let row = Row::from_json(r#"[null, true, false, [1, {"a" : " x "}], {}, 2E1, -0]"#).unwrap();
    let text = |text: &str| Value::from(text);
    let expected = [
        text("None"),
        text("True"),
        text("False"),
        text(r#"[1,{"a":" x "}]"#),
        text("{}"),
        Value::from(20.0),
        Value::from(0),
    ];
    assert_eq!(*row.0, expected);
}

#[test]
fn values_beyond_all_bounds_are_refused() {
    for text in
        ["[1e999]".to_owned(), format!("[{}]", "9".repeat(100_000)), format!("[\"{}\"]", "x".repeat(70_000))]
    {
        assert!(Row::from_json(&text).is_err(), "{}", &text[..8]);
    }
    let wide = format!("[{}1]", "1,".repeat(Row::VALUES_LIMIT));
    assert!(Row::from_json(&wide).is_err());
    let deep = format!("[{}{}]", "[".repeat(10_000), "]".repeat(10_000));
    assert!(Row::from_json(&deep).is_ok(), "depth is only text");
    for text in ["", "5", "{}", "[", "[1,]", "[NaN]", "[01]", r#"["\ud800"]"#] {
        assert!(Row::from_json(text).is_err(), "{text}");
    }
}

#[test]
fn columns_take_their_values_out_of_objects() {
    let event = r#"[{"time": "t", "type": "down", "details": {"hostname": "h", "status": "s", "monitor": "m",
        "monitor_event_id": 111, "more": 1}, "foo": "bar"}]"#;
    assert_eq!(rows("doctor", "events", event).unwrap(), [r#"["t","down","h","s","m",111]"#]);
    let sparse = r#"[{"time": "x", "details": {}}, {"details": null}]"#;
    let none =
        [r#"["x","None","None","None","None","None"]"#, r#"["None","None","None","None","None","None"]"#];
    assert_eq!(rows("doctor", "events", sparse).unwrap(), none);
    assert_eq!(
        rows("fake", "servers", r#"[{"id": 1, "details": {"host": {"name": "n"}}}]"#).unwrap(),
        [r#"[1,"n"]"#]
    );
    assert_eq!(rows("fake", "servers", r#"[[1, "n"]]"#).unwrap(), [r#"[1,"n"]"#]);
}

#[test]
fn what_is_no_row_is_refused_with_its_place() {
    assert_eq!(place("push", "t", r#"{"a": 1}"#), (None, None));
    assert_eq!(place("push", "t", "["), (None, None));
    assert_eq!(place("push", "t", "5"), (None, None));
    assert_eq!(place("push", "t", "[[1], 5]"), (Some(1), None));
    assert_eq!(place("push", "t", r#"[{"a": 1}]"#), (Some(0), None));
    assert_eq!(place("push", "t", "[[1], [2, 1e999]]"), (Some(1), Some("1".to_owned())));
    assert_eq!(place("doctor", "events", "[[1, 2]]"), (Some(0), None));
    let scalar = r#"[{"details": {}}, {"details": 5}]"#;
    assert_eq!(place("doctor", "events", scalar), (Some(1), Some("'hostname'".to_owned())));
}

//! Rows out of posted documents: which declarations are taken, what is read out of documents, and what that does to tables.

use statehouse_model::{Change, Command, Driver, Drivers, Posted, Row, State, Timestamp};

fn declared(text: &str) -> Result<Drivers, String> {
    Drivers::from_yaml([("x.yaml", text)]).map_err(|error| error.to_string())
}

fn with(rows: &str, document: &str) -> Result<Drivers, String> {
    declared(&format!(
        "id: x\nrows: {rows}\ntables: [{{ id: t, columns: [{{ name: a }}, {{ name: b }}], document: {document} }}]"
    ))
}

#[test]
fn a_declaration_that_could_not_be_carried_out_is_refused_with_the_place() {
    let whole =
        "{ rows: p.q, key: [b], when: { field: k.l, is: [x] }, remove_when: { field: k, is: ['1'] } }";
    for document in [whole, "{}"] {
        with("document", document).unwrap();
    }
    for (rows, document, says) in [
        ("pushed", "{}", "table 't': 'document' needs 'rows: document'"),
        ("document", "{ key: [c] }", "table 't': document.key: there is no column 'c'"),
        ("document", "{ rows: p..q }", "table 't': document: a place is names"),
        ("document", "{ when: { field: '', is: [x] } }", "table 't': document: a place is names"),
        ("document", "{ remove_when: { field: k, is: [] } }", "table 't': document: 'is' lists"),
        ("document", "{ when: { field: k } }", "is"),
        ("document", "{ nosuch: 1 }", "nosuch"),
    ] {
        let error = with(rows, document).unwrap_err();
        assert!(error.starts_with("x.yaml: ") && error.contains(says), "{document}: {error}");
    }
    let without = declared("id: x\nrows: document\ntables: [{ id: t, columns: [{ name: a }] }]").unwrap_err();
    assert!(without.contains("needs a table with a section 'document'"), "{without}");
    let no_columns = declared("id: x\nrows: document\ntables: [{ id: t, document: {} }]").unwrap_err();
    assert!(no_columns.contains("needs columns"), "{no_columns}");
}

/// A table with the columns a and b, b in `n.b`.
fn driver(document: &str) -> Driver {
    let columns = "[{ name: a }, { name: b, from: n.b }]";
    let text =
        format!("id: x\nrows: document\ntables: [{{ id: t, columns: {columns}, document: {document} }}]");
    declared(&text).unwrap().get("x").unwrap().as_ref().clone()
}

#[test]
fn a_key_is_lacking_where_there_is_none_and_not_where_it_says_none() {
    let by_b = driver("{ rows: r, key: [b] }");
    let rows = |row: &str| by_b.posted(&format!(r#"{{"r": {row}}}"#)).map(|posted| posted[0].rows.clone());
    let row = |text: &str| Row::from_json(text).unwrap();
    assert_eq!(rows(r#"{"a": null, "n": {"b": "None"}}"#), Ok(vec![row(r#"["None", "None"]"#)]));
    assert_eq!(rows(r#"[[1, "None"]]"#), Ok(vec![row(r#"[1, "None"]"#)]), "a list of values");
    for lacking in [r#"{"a": 1}"#, r#"{"n": null}"#, r#"{"n": {}}"#, r#"{"n": {"b": null}}"#, "[[1, null]]"] {
        let error = rows(lacking).unwrap_err().to_string();
        assert!(
            error.contains("column 'b'") && error.contains("a value is needed here"),
            "{lacking}: {error}"
        );
    }
}

#[test]
fn a_condition_takes_a_value_as_json_writes_it_and_as_a_row_has_it() {
    let holds = |is: &str, document: &str| {
        let posted = driver(&format!("{{ when: {{ field: f.g, is: ['{is}'] }} }}")).posted(document);
        !posted.unwrap().is_empty()
    };
    for (written, texts) in [
        ("true", &["true", "True"][..]),
        ("false", &["false", "False"]),
        ("null", &["null", "None"]),
        ("1", &["1"]),
        ("1.50", &["1.50", "1.5"]),
        (r#""true""#, &["true"]),
        (r#""1""#, &["1"]),
        (r#""a b""#, &["a b"]),
        ("[ 1, 2 ]", &["[1,2]", "[ 1, 2 ]"]),
    ] {
        let document = format!(r#"{{"f": {{ "g" : {written} }}}}"#);
        for is in [
            "true", "True", "false", "False", "null", "None", "1", "1.5", "1.50", "a b", r#""a b""#, "[1,2]",
            "[ 1, 2 ]",
        ] {
            assert_eq!(holds(is, &document), texts.contains(&is), "{is} of {document}");
        }
    }
    for is in ["null", "None", ""] {
        assert!(!holds(is, r#"{"f": {}}"#) && !holds(is, r#"{"f": null}"#), "{is} of what is not there");
    }
}

/// A state with the data source d, whose table t has these rows.
fn filled(rows: &[Row]) -> State {
    let drivers = declared(
        "id: x\nrows: document\ntables: [{ id: t, columns: [{ name: a }, { name: b }], document: {} }]",
    );
    let state = State::empty(drivers.unwrap());
    let source = Command::CreateDataSource {
        id: "id-1".into(),
        name: "d".to_owned(),
        driver: "x".to_owned(),
        description: None,
        kind: None,
        enabled: true,
        config: None,
    };
    let state = state.apply(&state.decide(&source, Timestamp(0)).unwrap());
    let fill = Command::ReplaceRows { data_source: "d".into(), table: "t".to_owned(), rows: rows.to_vec() };
    state.apply(&state.decide(&fill, Timestamp(0)).unwrap())
}

/// What is in the table, and how many rows came and went, after a document.
fn post(state: &State, key: &[usize], rows: &[Row], stay: bool) -> (Vec<String>, (usize, usize)) {
    let posted = vec![Posted { table: "t".to_owned(), key: key.to_vec(), rows: rows.to_vec(), stay }];
    let changes =
        state.decide(&Command::PostDocument { data_source: "d".into(), posted }, Timestamp(1)).unwrap();
    let told = match changes.as_slice() {
        [] => (0, 0),
        [Change::Rows(rows)] => (rows.added.len(), rows.removed.len()),
        other => panic!("{other:?}"),
    };
    let after = state.apply(&changes);
    let source = "id-1".into();
    let rows = after.rows(&source, "t").unwrap();
    (rows.map(|row| row.to_json().unwrap()).collect(), told)
}

fn row(a: i64, b: i64) -> Row {
    Row::from(vec![a.into(), b.into()])
}

#[test]
fn of_the_rows_of_a_document_with_the_same_key_the_last_one_stays() {
    let state = filled(&[row(1, 1), row(2, 2), row(3, 2)]);
    for (rows, then, told) in [
        (&[row(8, 1), row(9, 1)][..], &["[2,2]", "[3,2]", "[9,1]"][..], (1, 1)),
        (&[row(9, 1), row(1, 1)], &["[1,1]", "[2,2]", "[3,2]"], (0, 0)),
        (&[row(1, 1), row(9, 1)], &["[2,2]", "[3,2]", "[9,1]"], (1, 1)),
        (&[row(4, 2), row(5, 5), row(3, 2), row(6, 5)], &["[1,1]", "[3,2]", "[6,5]"], (1, 1)),
    ] {
        let (left, changed) = post(&state, &[1], rows, true);
        assert_eq!((left, changed), (then.iter().map(|row| (*row).to_owned()).collect(), told), "{rows:?}");
    }
    let (left, told) = post(&state, &[1], &[row(8, 2), row(9, 2)], false);
    assert_eq!((left, told), (vec!["[1,1]".to_owned()], (0, 2)));
}

//! Rows out of posted documents: which declarations are taken.

use statehouse_model::Drivers;

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

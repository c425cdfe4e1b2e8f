use std::time::Duration;

use serde_json::{Value as Json, json};
use statehouse_model::{Config, ConfigValue, Driver, Drivers, PollPlan, Secret};

/// A declaration that polls, with these lines in the place of its sections.
fn declared(config: &str, poll: &str, tables: &str) -> Result<Drivers, String> {
    let text = format!("id: x\nrows: polled\nconfig: {config}\n{poll}\ntables: {tables}\n");
    Drivers::from_yaml([("x.yaml", text.as_str())]).map_err(|error| error.to_string())
}

const CONFIG: &str = "[{ name: url, required: true }, { name: every }, { name: token, secret: true }]";
const POLL: &str =
    "poll: { url: url, interval: every, headers: [{ name: X-Token, from: token, prefix: 't ' }] }";
const TABLES: &str =
    "[{ id: t, columns: [{ name: a }], poll: { path: /t, list: r.s } }, { id: u, poll: { path: '/u?v' } }]";

fn driver() -> Driver {
    declared(CONFIG, POLL, TABLES).unwrap().get("x").unwrap().as_ref().clone()
}

fn plan(fields: &[(&str, Json)]) -> Result<PollPlan, String> {
    let config: Config = fields
        .iter()
        .map(|(name, value)| {
            let value = value.clone();
            let value = if *name == "token" {
                ConfigValue::Secret(Secret::new(value))
            } else {
                ConfigValue::Plain(value)
            };
            ((*name).to_owned(), value)
        })
        .collect();
    driver().poll_plan(Some(&config)).unwrap().map_err(|error| error.to_string())
}

#[test]
fn a_plan_says_what_is_asked_and_how_often_and_shows_no_secret() {
    let plan =
        plan(&[("url", json!("https://h:1/base/")), ("every", json!("7")), ("token", json!("S3cret"))])
            .unwrap();
    assert_eq!(plan.interval, Duration::from_secs(7));
    let asked: Vec<_> = plan.fetches.iter().map(|fetch| (fetch.table.as_str(), fetch.url.expose())).collect();
    assert_eq!(asked, [("t", &json!("https://h:1/base/t")), ("u", &json!("https://h:1/base/u?v"))]);
    assert_eq!(plan.headers, [("X-Token".to_owned(), Secret::new(json!("t S3cret")))]);
    assert!(!format!("{plan:?}").contains("S3cret") && !format!("{plan:?}").contains("h:1"));
}

#[test]
fn what_is_not_given_is_ten_seconds_and_no_header() {
    let plan = plan(&[("url", json!("http://h"))]).unwrap();
    assert_eq!((plan.interval, plan.headers), (Duration::from_secs(10), Vec::new()));
}

#[test]
fn a_field_that_cannot_be_used_is_named_and_its_value_is_not_repeated() {
    for (field, value) in [
        ("url", json!("h/S3cret")),
        ("url", json!("http://")),
        ("url", json!("http://u:S3cret@h")),
        ("url", json!("http://h?S3cret")),
        ("url", json!("http://h S3cret")),
        ("url", json!(["S3cret"])),
        ("every", json!("0")),
        ("every", json!(86_401)),
        ("every", json!(1.5)),
        ("every", json!("S3cret")),
        ("token", json!("S3cret\n")),
        ("token", json!({ "S3cret": 1 })),
    ] {
        let fields = [("url", json!("http://h")), (field, value.clone())];
        let error = plan(&fields[usize::from(field == "url")..]).unwrap_err();
        assert!(
            error.starts_with(&format!("config.{field}: ")) && !error.contains("S3cret"),
            "{value}: {error}"
        );
    }
}

#[test]
fn rows_are_the_list_at_its_place_read_as_pushed_rows_are() {
    let rows = driver().rows_fetched("t", r#" {"q": 1, "r": {"s": [ {"a": 1, "b": 2}, ["x"] ]}} "#).unwrap();
    let rows: Vec<_> = rows.iter().map(|row| row.to_json().unwrap()).collect();
    assert_eq!(rows, ["[1]", "[\"x\"]"]);
    assert_eq!(driver().rows_fetched("u", "[[1, 2]]").unwrap().len(), 1);
    for (text, says) in [
        ("\"S3cret\"", "on the way to 'r.s': no object that could have 'r'"),
        ("{\"r\": {}}", "there is no 's'"),
        ("{\"r\": {\"s\": 5}}", "a JSON list"),
        ("{\"r\": S3cret}", "not JSON"),
        ("{\"r\": {\"s\": [{\"a\": 1}, 3]}}", "row 1: "),
    ] {
        let error = driver().rows_fetched("t", text).unwrap_err().to_string();
        assert!(error.contains(says) && !error.contains("S3cret"), "{text}: {error}");
    }
}

#[test]
fn a_declaration_that_does_not_fit_is_refused_with_file_and_reason() {
    for (config, poll, tables, says) in [
        (CONFIG, "", TABLES, "'polled' needs a section 'poll'"),
        (CONFIG, "poll: { url: nosuch }", TABLES, "no configuration field 'nosuch'"),
        (CONFIG, "poll: { url: every }", TABLES, "neither required"),
        (CONFIG, "poll: { url: url, interval: nosuch }", TABLES, "poll.interval"),
        (CONFIG, "poll: { url: url, nosuch: 1 }", TABLES, "nosuch"),
        (CONFIG, "poll: { url: url, headers: [{ name: 'a b', from: token }] }", TABLES, "'a b' is no name"),
        (
            CONFIG,
            "poll: { url: url, headers: [{ name: HOST, from: token }] }",
            TABLES,
            "by the server itself",
        ),
        (CONFIG, "poll: { url: url, headers: [{ name: a, from: token, prefix: é }] }", TABLES, "prefix"),
        (CONFIG, POLL, "[]", "tables: "),
        (CONFIG, POLL, "[{ id: t }]", "table 't': 'poll' is missing"),
        (CONFIG, POLL, "[{ id: t, poll: { path: t } }]", "poll.path"),
        (CONFIG, POLL, "[{ id: t, poll: { path: /t, list: a..b } }]", "poll.list"),
    ] {
        let error = declared(config, poll, tables).unwrap_err();
        assert!(error.starts_with("x.yaml: ") && error.contains(says), "{poll} {tables}: {error}");
    }
    for text in ["id: x\npoll: { url: u }", "id: x\ntables: [{ id: t, poll: { path: /t } }]"] {
        let error = Drivers::from_yaml([("x.yaml", text)]).unwrap_err().to_string();
        assert!(error.contains("needs 'rows: polled'"), "{error}");
    }
}

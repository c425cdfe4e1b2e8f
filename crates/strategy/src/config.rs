//! Configurations of data sources, and the drivers they are for.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};
use statehouse_model::{DataSource, Drivers};

use crate::text::text;
use crate::value::FLOATS;

/// A driver with required and secret fields and declared columns, one with a secret that takes rows for any table, and one with an
/// action that can be executed.
const DECLARED: [(&str, &str); 3] = [
    (
        "fake.yaml",
        "
id: fake
config:
  - { name: username, required: true }
  - { name: password, required: true, secret: true }
  - { name: poll_time }
tables:
  - id: servers
    columns: [{ name: id }, { name: host, from: details.host.name }]
  - id: a
    columns: [{ name: id }]
",
    ),
    (
        "cloud.yaml",
        "
id: cloud
config:
  - { name: url }
  - { name: password, secret: true }
open: true
",
    ),
    (
        "acting.yaml",
        "
id: acting
config:
  - { name: url, default: 'http://127.0.0.1:9' }
execute: { url: url }
actions:
  - { name: act, request: { path: /act } }
  - { name: listed }
",
    ),
];

/// The drivers that commands name.
///
/// # Panics
/// When a declaration is not one, which would be a mistake in this file.
#[must_use]
#[expect(clippy::expect_used, reason = "a test that uses it fails")]
pub fn drivers() -> Drivers {
    Drivers::from_yaml(Drivers::BUILT_IN.into_iter().chain(DECLARED)).expect("declarations of drivers")
}

/// Any JSON: texts and numbers, on their own and within others.
pub fn json_value() -> BoxedStrategy<Value> {
    let number = prop_oneof![
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        select(FLOATS).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
    ];
    let leaf = prop_oneof![
        6 => text(DataSource::CONFIG_VALUE_LIMIT).prop_map(Value::from),
        2 => number,
        1 => select(vec![Value::Null, true.into(), false.into()]),
    ];
    prop_oneof![
        6 => leaf.clone(),
        1 => (text(40), leaf.clone()).prop_map(|(name, value)| json!({ name: [value] })),
        1 => proptest::collection::vec(leaf, 0..3).prop_map(Value::from),
    ]
    .boxed()
}

/// A driver with a configuration, which mostly fits it.
pub fn configured() -> BoxedStrategy<(String, Option<Map<String, Value>>)> {
    let fields = |value: Value| value.as_object().cloned();
    prop_oneof![
        3 => json_value().prop_map(move |it| ("push".to_owned(), fields(json!({ "description": it })))),
        3 => (json_value(), json_value())
            .prop_map(move |(url, it)| ("cloud".to_owned(), fields(json!({ "url": url, "password": it })))),
        4 => (json_value(), json_value())
            .prop_map(move |(name, it)| ("fake".to_owned(), fields(json!({ "username": name, "password": it })))),
        1 => text(40).prop_map(move |name| ("fake".to_owned(), fields(json!({ name: 1 })))),
        4 => Just(("acting".to_owned(), None)),
        1 => Just(("fake".to_owned(), None)),
        1 => Just(("cloud".to_owned(), None)),
        1 => text(40).prop_map(|driver| (driver, None)),
    ].boxed()
}

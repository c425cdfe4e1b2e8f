//! Whatever is asked of it, the store answers as the pure model does, and holds the same after it was opened anew.

use proptest::prelude::*;
use statehouse_db::WriteError;
use statehouse_model::{Command, LibraryRule, NewRule, PolicyKind, Row, State, Timestamp, Value};

use crate::words::{Scratch, Words, data_source_at, drivers};

/// Few names, so that commands meet each other.
fn name() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["classification", "action", "a", "b", "c"]).prop_map(str::to_owned)
}

/// What one database or another takes for something else unless it is told not to.
fn odd() -> impl Strategy<Value = String> {
    let texts = [
        "",
        "a",
        "A",
        "a ",
        " a",
        "a  ",
        "\t",
        "é",
        "e\u{301}",
        "É",
        "ß",
        "ss",
        "\u{1F600}",
        "\u{10FFFF}",
        "\u{FFFD}",
        "'",
        "\"",
        "\\",
        "\\x41",
        "\\0",
        "%",
        "_",
        "\u{1A}",
        "\u{1A}0",
        "\r\n",
        "\n",
        "\u{200B}",
        "i",
        "İ",
        "ı",
        "NULL",
        "null",
    ];
    prop_oneof![
        8 => prop::sample::select(texts.to_vec()).prop_map(str::to_owned),
        2 => any::<String>().prop_map(|text| text.replace('\0', " ")),
        1 => (2_000..20_000_usize).prop_map(|length| "é\u{1F600}x".repeat(length / 3)),
    ]
}

/// A fact about a text, which may hold any character, U+0000 too.
fn odd_fact() -> impl Strategy<Value = String> {
    (odd(), prop::sample::select(vec!["", "\0", "\0 ", "\0\0"])).prop_map(|(text, end)| {
        let inner = format!("{text}{end}").replace(['\'', '\\', '\n', '\r'], "-");
        format!("p('{inner}')")
    })
}

fn text() -> impl Strategy<Value = String> {
    let texts =
        ["p(1)", "p(2)", "p(1.0)", "p(x) :- q(x)", "q(x) :- a:p(x)", "p(x) :- b:p(x)", "p(1, 2)", "p(x"];
    let long_table = |length: usize| format!("{}(1)", "t".repeat(length));
    prop_oneof![
        6 => prop::sample::select(texts.to_vec()).prop_map(str::to_owned),
        3 => odd_fact(),
        1 => (1_000..5_000_usize).prop_map(long_table),
    ]
}

fn command() -> impl Strategy<Value = Command> {
    let id = || (0..1_000_000_u32).prop_map(|number| number.to_string());
    let rule = || {
        (id(), text(), prop::option::of(odd()), odd()).prop_map(|(id, text, name, comment)| NewRule {
            id: id.into(),
            text,
            name,
            comment,
        })
    };
    let library_rules = || {
        prop::collection::vec(text(), 0..3).prop_map(|texts| {
            let rule = |rule| LibraryRule { rule, name: None, comment: None, extra: serde_json::Map::new() };
            texts.into_iter().map(rule).collect::<Vec<_>>()
        })
    };
    let row = || {
        prop_oneof![
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_filter("JSON", |float| float.is_finite()).prop_map(Value::from),
            prop::sample::select(vec![i64::MIN, i64::MAX, 0, -1]).prop_map(Value::from),
            prop::sample::select(vec![f64::MIN, f64::MAX, f64::MIN_POSITIVE, -0.0, 1e-300])
                .prop_map(Value::from),
            any::<String>().prop_map(|text| Value::from(text.as_str())),
            (odd(), any::<bool>()).prop_map(|(text, nul)| {
                Value::from(format!("{text}{}", if nul { "\0" } else { "" }).as_str())
            }),
        ]
        .prop_map(|value| Row::from(vec![value]))
    };
    prop_oneof![
        1 => (id(), name(), odd(), prop::collection::vec(rule(), 0..3)).prop_map(|(id, name, description, rules)| {
            let (abbreviation, kind) = (None, PolicyKind::Nonrecursive);
            Command::CreatePolicy { id: id.into(), name, abbreviation, description, kind, rules }
        }),
        1 => name().prop_map(|name| Command::DeletePolicy { policy: name.into() }),
        3 => (name(), rule()).prop_map(|(policy, rule)| Command::CreateRule { policy: policy.into(), rule }),
        1 => (id(), prop_oneof![name(), odd()], odd(), library_rules()).prop_map(|(id, name, description, rules)| {
            let (abbreviation, kind) = (None, PolicyKind::Nonrecursive);
            Command::CreateLibraryPolicy { id: id.into(), name, abbreviation, description, kind, rules }
        }),
        1 => (name(), library_rules()).prop_map(|(name, rules)| Command::ReplaceLibraryPolicy {
            library_policy: name.clone().into(),
            name,
            abbreviation: None,
            description: String::new(),
            kind: PolicyKind::Nonrecursive,
            rules,
        }),
        1 => (name(), any::<f64>()).prop_map(|(name, number)| data_source_at(&name, &number.into(), "hunter2")),
        1 => name().prop_map(|name| Command::DeleteDataSource { data_source: name.into() }),
        2 => (name(), prop::collection::vec(row(), 0..4)).prop_map(|(name, rows)| {
            Command::ReplaceRows { data_source: name.into(), table: "p".to_owned(), rows }
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn the_store_answers_as_the_model_does(commands in prop::collection::vec(command(), 1..60)) {
        let scratch = Scratch::new();
        let store = scratch.open();
        let mut model = State::clone(&store.read_local());
        let answers: Vec<_> = commands.iter().map(|command| store.send(command.clone())).collect();
        for (command, answer) in commands.iter().zip(answers) {
            match (answer.wait(), model.decide(command, Timestamp(0))) {
                (Ok(committed), Ok(changes)) => {
                    prop_assert_eq!(committed.commit.is_some(), !changes.is_empty());
                    if !changes.is_empty() {
                        // With the time that the writer gave it.
                        model = model.apply(&committed.commit.unwrap().changes);
                    }
                    prop_assert_eq!(committed.revision, model.revision());
                }
                (Err(WriteError::Rejected { rejection, revision }), Err(expected)) => {
                    prop_assert_eq!(rejection, expected);
                    prop_assert_eq!(revision, model.revision());
                }
                (told, expected) => prop_assert!(false, "{command:?}: {told:?}, {expected:?}"),
            }
        }
        prop_assert_eq!(store.read_local().entities(), model.entities());
        store.close().unwrap();
        let reopened = scratch.open();
        prop_assert_eq!(reopened.read_local().entities(), model.entities());
        let replayed = reopened.log().iter().fold(State::empty(drivers()), |state, commit| {
            state.apply(&commit.changes)
        });
        prop_assert_eq!(replayed.entities(), model.entities());
        scratch.refuse_damage();
    }
}

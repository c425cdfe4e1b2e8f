//! Commands.
//!
//! Boxed piece by piece: a strategy holds all that it is made of, and a test's thread has a small stack.

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use statehouse_model::{
    Arguments, Call, Command, Config, ConfigValue, DataSource, Execution, Import, LibraryPolicy, LibraryRule,
    NewRule, Outcome, Policy, PolicyKind, Position, Posted, Revision, Rule, Secret,
};

use crate::config::{configured, json_value};
use crate::rule::rule_text;
use crate::text::{chosen_id, id, name, reference, rule_id, text};
use crate::value::rows;

/// Any command, those about rules most of all: they are what depends on each other.
pub fn command() -> BoxedStrategy<Command> {
    prop_oneof![
        6 => about_policies(),
        24 => about_rules(),
        6 => about_the_library(),
        10 => about_data_sources(),
        6 => imports(),
        8 => about_executions(),
    ]
    .boxed()
}

/// What comes from elsewhere: entities under ids that are in use now and then, rules that are none.
fn imports() -> BoxedStrategy<Command> {
    let created = Position { revision: Revision(0), index: 0 };
    let heading = move || (id(), name(), "[a-c]{0,5}", text(Policy::DESCRIPTION_LIMIT), kind());
    let policy =
        (heading(), text(40)).prop_map(move |((id, name, abbreviation, description, kind), owner)| {
            let id = id.into();
            Import::Policy(Policy { id, name, abbreviation, description, owner, kind, created })
        });
    let rule = (reference(), new_rule(), option::weighted(0.2, text(200)))
        .prop_map(|(policy, rule, disabled)| Import::Rule { policy: policy.into(), rule, disabled });
    let library = (heading(), vec(library_rule(), 0..3)).prop_map(
        move |((id, name, abbreviation, description, kind), rules)| {
            let id = id.into();
            Import::LibraryPolicy(LibraryPolicy { id, name, abbreviation, description, kind, rules, created })
        },
    );
    let source = (chosen_id(), name(), text(40), option::of(text(40)), option::of(fields()), any::<bool>())
        .prop_map(move |(id, name, driver, description, config, enabled)| {
            let (id, kind) = (id.into(), None);
            Import::DataSource(DataSource { id, name, driver, description, kind, enabled, config, created })
        });
    let rows = (source_reference(), select(vec!["servers", "a", "b"]), rows())
        .prop_map(|(it, table, rows)| Import::Rows { data_source: it.into(), table: table.to_owned(), rows });
    prop_oneof![2 => policy, 6 => rule, 1 => library, 2 => source, 2 => rows]
        .prop_map(Command::Import)
        .boxed()
}

/// The fields of a configuration, some of them secret.
fn fields() -> BoxedStrategy<Config> {
    let value = (any::<bool>(), json_value()).prop_map(|(secret, value)| {
        if secret { ConfigValue::Secret(Secret::new(value)) } else { ConfigValue::Plain(value) }
    });
    btree_map(text(20), value, 0..3).boxed()
}

fn about_policies() -> BoxedStrategy<Command> {
    let heading = (id(), name(), abbreviation(), text(Policy::DESCRIPTION_LIMIT));
    prop_oneof![
        8 => (heading, kind(), vec(new_rule(), 0..3)).prop_map(|((id, name, abbreviation, description), kind, rules)| {
            Command::CreatePolicy { id: id.into(), name, abbreviation, description, kind, rules }
        }),
        4 => reference().prop_map(|policy| Command::DeletePolicy { policy: policy.into() }),
        2 => (id(), reference(), vec(rule_id(), 0..3)).prop_map(|(id, library_policy, rule_ids)| {
            Command::CreatePolicyFromLibrary {
                id: id.into(),
                library_policy: library_policy.into(),
                rule_ids: rule_ids.into_iter().map(Into::into).collect(),
            }
        }),
        1 => (id(), id()).prop_map(|(classification, action)| Command::CreateBuiltInPolicies {
            classification: classification.into(),
            action: action.into(),
        }),
    ].boxed()
}

fn about_rules() -> BoxedStrategy<Command> {
    prop_oneof![
        2 => (reference(), new_rule()).prop_map(|(policy, rule)| Command::CreateRule { policy: policy.into(), rule }),
        1 => (reference(), prop_oneof![9 => rule_id(), 1 => text(40)])
            .prop_map(|(policy, rule)| Command::DeleteRule { policy: policy.into(), rule: rule.into() }),
    ].boxed()
}

fn about_the_library() -> BoxedStrategy<Command> {
    let heading =
        || (name(), abbreviation(), text(Policy::DESCRIPTION_LIMIT), kind(), vec(library_rule(), 0..3));
    prop_oneof![
        2 => (id(), heading()).prop_map(|(id, (name, abbreviation, description, kind, rules))| {
            Command::CreateLibraryPolicy { id: id.into(), name, abbreviation, description, kind, rules }
        }),
        2 => (reference(), heading()).prop_map(|(library_policy, (name, abbreviation, description, kind, rules))| {
            let library_policy = library_policy.into();
            Command::ReplaceLibraryPolicy { library_policy, name, abbreviation, description, kind, rules }
        }),
        1 => reference().prop_map(|library_policy| Command::DeleteLibraryPolicy {
            library_policy: library_policy.into(),
        }),
    ].boxed()
}

fn about_data_sources() -> BoxedStrategy<Command> {
    let texts = (option::of(text(DataSource::DESCRIPTION_LIMIT)), option::of(text(DataSource::KIND_LIMIT)));
    let table = || {
        prop_oneof![
            9 => select(vec!["servers", "a", "b", "A"]).prop_map(str::to_owned),
            2 => name(),
            1 => text(255),
        ]
    };
    prop_oneof![
        6 => (chosen_id(), name(), configured(), texts, any::<bool>()).prop_map(
            |(id, name, (driver, config), (description, kind), enabled)| Command::CreateDataSource {
                id: id.into(), name, driver, description, kind, enabled, config,
            }
        ),
        1 => reference().prop_map(|it| Command::DeleteDataSource { data_source: it.into() }),
        9 => (source_reference(), table(), rows()).prop_map(|(it, table, rows)| {
            Command::ReplaceRows { data_source: it.into(), table, rows }
        }),
        9 => (source_reference(), table(), rows(), rows()).prop_map(|(it, table, add, delete)| {
            Command::ChangeRows { data_source: it.into(), table, add, delete }
        }),
        5 => (source_reference(), btree_map(table(), (vec(0..3_usize, 0..3), rows(), any::<bool>()), 0..3)).prop_map(
            |(it, tables)| {
                let posted = |(table, (key, rows, stay))| Posted { table, key, rows, stay };
                Command::PostDocument { data_source: it.into(), posted: tables.into_iter().map(posted).collect() }
            }
        ),
    ]
    .boxed()
}

/// Actions that are asked for and called by rules, and that end, or are said to end though nobody asked for them.
fn about_executions() -> BoxedStrategy<Command> {
    let action = prop_oneof![6 => Just("act".to_owned()), 1 => Just("listed".to_owned()), 1 => text(40)];
    let list = prop_oneof![
        4 => vec(json_value(), 0..3).prop_map(|values| Value::from(values).to_string()),
        1 => text(100),
    ];
    let object = prop_oneof![
        4 => (text(40), json_value()).prop_map(|(name, value)| json!({ name: value }).to_string()),
        4 => Just("{}".to_owned()),
        1 => text(100),
    ];
    let arguments = (list, object)
        .prop_map(|(positional, named)| Arguments { positional: positional.into(), named: named.into() });
    let calls = || vec(call(), 0..3);
    let outcome = prop_oneof![Just(Outcome::Done), text(Execution::REASON_LIMIT).prop_map(Outcome::Failed),];
    prop_oneof![
        3 => (id(), source_reference(), action, arguments, text(40)).prop_map(
            |(id, data_source, action, arguments, actor)| Command::Execute {
                id: id.into(), data_source: data_source.into(), action, arguments, actor,
            }
        ),
        3 => (vec((id().prop_map(Into::into), call()), 0..3), calls()).prop_map(
            |(appeared, disappeared)| Command::FollowCalls { appeared, disappeared }
        ),
        3 => (id(), outcome).prop_map(|(id, outcome)| Command::EndExecution { execution: id.into(), outcome }),
    ]
    .boxed()
}

/// One of few calls, so that they come and go.
fn call() -> BoxedStrategy<Call> {
    let action = prop_oneof![4 => Just("act".to_owned()), 1 => text(40)];
    (
        select(vec!["p", "q"]),
        select(vec!["d", "e"]),
        action,
        select(vec!["[]", "[1]", "[\"a b\"]", "no list"]),
    )
        .prop_map(|(policy, data_source, action, positional)| Call {
            policy: policy.into(),
            data_source: data_source.into(),
            action: action.into(),
            positional: positional.into(),
        })
        .boxed()
}

/// Mostly the names that data sources have more often than policies.
fn source_reference() -> BoxedStrategy<String> {
    prop_oneof![2 => Just("d".to_owned()), 1 => reference()].boxed()
}

fn kind() -> BoxedStrategy<PolicyKind> {
    prop_oneof![
        3 => select(vec![PolicyKind::Nonrecursive, PolicyKind::Z3, PolicyKind::Z3, PolicyKind::Action]),
        1 => select(&PolicyKind::ALL[..]),
    ]
    .boxed()
}

fn abbreviation() -> BoxedStrategy<Option<String>> {
    option::of(prop_oneof![9 => "[a-c]{0,5}", 1 => text(Policy::ABBREVIATION_LIMIT)]).boxed()
}

fn new_rule() -> BoxedStrategy<NewRule> {
    let name = option::of(text(Rule::NAME_LIMIT));
    (rule_id(), rule_text(), name, text(Rule::COMMENT_LIMIT))
        .prop_map(|(id, text, name, comment)| NewRule { id: id.into(), text, name, comment })
        .boxed()
}

fn library_rule() -> BoxedStrategy<LibraryRule> {
    let extra = option::weighted(0.2, (text(40), json_value()));
    (rule_text(), option::of(text(40)), option::of(text(40)), extra)
        .prop_map(|(rule, name, comment, extra)| {
            let known = ["rule", "name", "comment"];
            let extra = extra.into_iter().filter(|(name, _)| !known.contains(&name.as_str())).collect();
            LibraryRule { rule, name, comment, extra }
        })
        .boxed()
}

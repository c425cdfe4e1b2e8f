//! Commands.
//!
//! Boxed piece by piece: a strategy holds all that it is made of, and a test's thread has a small stack.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use statehouse_model::{Command, DataSource, LibraryRule, NewRule, Policy, PolicyKind, Rule};

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
    ]
    .boxed()
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
    let table = prop_oneof![
        9 => select(vec!["servers", "a", "b", "A"]).prop_map(str::to_owned),
        2 => name(),
        1 => text(255),
    ];
    prop_oneof![
        6 => (chosen_id(), name(), configured(), texts, any::<bool>()).prop_map(
            |(id, name, (driver, config), (description, kind), enabled)| Command::CreateDataSource {
                id: id.into(), name, driver, description, kind, enabled, config,
            }
        ),
        1 => reference().prop_map(|it| Command::DeleteDataSource { data_source: it.into() }),
        9 => (source_reference(), table, rows()).prop_map(|(it, table, rows)| {
            Command::ReplaceRows { data_source: it.into(), table, rows }
        }),
    ]
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

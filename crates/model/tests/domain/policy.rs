use statehouse_model::{Change, Command, Edit, Policy, PolicyKind, Position, Rejection, Revision};

use crate::world::World;

#[test]
fn two_policies_always_exist() {
    let mut world = World::new();
    let names: Vec<_> = world.state.policies().map(|policy| (policy.name.as_str(), policy.kind)).collect();
    assert_eq!(names, [("classification", PolicyKind::Nonrecursive), ("action", PolicyKind::Action)]);
    let again = Command::CreateBuiltInPolicies { classification: "a".into(), action: "b".into() };
    assert_eq!(world.give(&again), Ok(Vec::new()));
    for name in [Policy::CLASSIFICATION, Policy::ACTION] {
        assert_eq!(world.delete_policy(name), Err(Rejection::BuiltInPolicy { name: name.to_owned() }));
    }
}

#[test]
fn names_are_words_of_the_rule_language() {
    let mut world = World::new();
    for name in ["a", "_under", "a.b", "a:b", "true", "ALPHA", &"n".repeat(255)] {
        assert!(world.create_policy(name, &[]).is_ok(), "{name}");
    }
    for name in ["", "bad name", "1x", "a/b", "hé", "not", "execute", "a+", "a()", &"n".repeat(256)] {
        let refused = world.create_policy(name, &[]);
        assert!(
            matches!(&refused, Err(Rejection::Invalid { field, .. }) if field.0 == "name"),
            "{name}: {refused:?}"
        );
    }
}

#[test]
fn a_name_is_used_once_among_policies_and_data_sources_and_case_matters() {
    let mut world = World::new();
    world.create_policy("alpha", &[]).unwrap();
    world.create_policy("ALPHA", &[]).unwrap();
    let taken = Rejection::NameTaken { name: "alpha".to_owned(), owner: "a policy" };
    assert_eq!(world.create_policy("alpha", &[]), Err(taken.clone()));
    assert_eq!(world.create_data_source("alpha", "doctor", serde_json::Value::Null), Err(taken));
    world.create_data_source("source", "doctor", serde_json::Value::Null).unwrap();
    let taken = Rejection::NameTaken { name: "source".to_owned(), owner: "a data source" };
    assert_eq!(world.create_policy("source", &[]), Err(taken));
}

#[test]
fn the_abbreviation_is_the_beginning_of_the_name_unless_given() {
    let mut world = World::new();
    let mut create = |name: &str, abbreviation: Option<&str>| {
        let id = world.id().into();
        world.give(&Command::CreatePolicy {
            id,
            name: name.to_owned(),
            abbreviation: abbreviation.map(str::to_owned),
            description: String::new(),
            kind: PolicyKind::Nonrecursive,
            rules: Vec::new(),
        })?;
        Ok(world.state.policy(&name.into()).unwrap().abbreviation.clone())
    };
    assert_eq!(create("doctor1", None), Ok("docto".to_owned()));
    assert_eq!(create("ab", None), Ok("ab".to_owned()));
    assert_eq!(create("given", Some("xyz")), Ok("xyz".to_owned()));
    assert_eq!(create("empty", Some("")), Ok(String::new()));
    assert!(matches!(create("long", Some("abcdef")), Err(Rejection::Abbreviation { .. })));
}

#[test]
fn rules_that_come_with_a_policy_are_checked_each_after_the_ones_before() {
    let mut world = World::new();
    let changes = world.create_policy("p", &["p(x) :- q(x)", "q(1)", "q( 1 )"]).unwrap();
    assert_eq!(world.rules("p"), ["p(x) :- q(x)", "q(1)"], "a repeated rule is left out");
    let kinds: Vec<_> = changes
        .iter()
        .map(|change| match change {
            Change::Policy(_) => "policy",
            Change::Rule(_) => "rule",
            Change::Table(_) => "table",
            _ => "other",
        })
        .collect();
    assert_eq!(kinds, ["policy", "table", "table", "rule", "rule"]);

    for (rules, at) in [
        (["q(1)", "p(x"], 1),
        (["p(x) :- not q(x)", "q(1)"], 0),
        (["p(x) :- q(x)", "q(x) :- p(x)"], 1),
        (["q(1)", "q(1, 2)"], 1),
    ] {
        let before = world.state.clone();
        let refused = world.create_policy("r", &rules);
        assert!(
            matches!(&refused, Err(Rejection::RuleInadmissible { index: Some(index), text, .. })
            if *index == at && text == rules[at]),
            "{rules:?}: {refused:?}"
        );
        assert!(world.state.content_eq(&before));
    }
}

#[test]
fn a_deleted_policy_takes_its_rules_and_its_mentions_of_tables_along() {
    let mut world = World::new();
    world.create_policy("other", &["o(x) :- p:q(x)"]).unwrap();
    let before = world.state.clone();
    world.create_policy("p", &["p(x) :- q(x)", "q(1)", "r(x) :- other:o(x)"]).unwrap();
    assert_eq!(
        world.tables("p"),
        [("q", 1), ("p", 1), ("r", 1)].map(|(name, columns)| (name.to_owned(), columns))
    );
    let changes = world.delete_policy("p").unwrap();
    assert!(matches!(changes.last(), Some(Change::Policy(Edit::Deleted(_)))), "rules go before their policy");
    assert!(world.state.content_eq(&before), "others' mentions of its tables stay");
}

#[test]
fn what_a_commit_creates_knows_its_place_in_the_log() {
    let mut world = World::new();
    world.create_policy("p", &["q(1)"]).unwrap();
    let revision = world.state.revision();
    assert_eq!(revision, Revision(2));
    let policy = world.state.policy(&"p".into()).unwrap();
    let rule = world.state.rules(&policy.id).next().unwrap();
    let table = world.state.table("p", "q").unwrap();
    let places = [policy.created, table.created, rule.created];
    assert_eq!(places, [0, 1, 2].map(|index| Position { revision, index }));
}

#[test]
fn policies_are_found_by_id_and_by_name_and_listed_in_creation_order() {
    let mut world = World::new();
    for name in ["z", "a", "m"] {
        world.create_policy(name, &[]).unwrap();
    }
    let names: Vec<_> = world.state.policies().skip(2).map(|policy| policy.name.as_str()).collect();
    assert_eq!(names, ["z", "a", "m"]);
    let by_name = world.state.policy(&"a".into()).unwrap();
    let by_id = world.state.policy(&by_name.id.as_str().into()).unwrap();
    assert_eq!(by_name, by_id);
    assert_eq!(world.state.policy(&"nosuch".into()), None);
    assert_eq!(world.delete_policy("nosuch"), Err(Rejection::NoSuchPolicy("nosuch".into())));
}

#[test]
fn a_policy_comes_with_so_many_rules_at_most() {
    let mut world = World::new();
    let rules = vec!["q(1)"; Policy::RULES_LIMIT + 1];
    let refused = world.create_policy("p", &rules);
    assert!(matches!(refused, Err(Rejection::Invalid { field, .. }) if field.0 == "rules"));
}

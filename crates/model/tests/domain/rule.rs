use statehouse_datalog::ErrorKind;
use statehouse_model::{Command, PolicyKind, Rejection, Rule};

use crate::world::World;

/// A world with one policy `p` that has these rules.
fn with_rules(rules: &[&str]) -> World {
    let mut world = World::new();
    world.create_policy("p", rules).unwrap();
    world
}

fn is_inadmissible<T>(answer: &Result<T, Rejection>) -> bool {
    matches!(answer, Err(Rejection::RuleInadmissible { index: None, errors, .. })
        if errors.iter().all(|error| error.kind() == ErrorKind::Inadmissible) && !errors.is_empty())
}

#[test]
fn a_rule_is_kept_as_written() {
    let mut world = with_rules(&[]);
    let id = world.create_rule("p", "p(x)  :-   q( x ) ;").unwrap();
    assert_eq!(world.rules("p"), ["p(x)  :-   q( x ) ;"]);
    let policy = world.state.policy(&"p".into()).unwrap();
    let rule = world.state.rule(&policy.id, id.as_str()).unwrap();
    assert_eq!(rule.parsed().unwrap().to_string(), "p(x) :- q(x)");
    let other = world.state.policy(&"action".into()).unwrap();
    assert_eq!(world.state.rule(&other.id, id.as_str()), None, "a rule is found in its own policy");
}

#[test]
fn what_is_wrong_with_the_text_is_told_before_what_is_wrong_with_the_policy() {
    let mut world = with_rules(&[]);
    for (text, kind) in
        [("p(1", ErrorKind::Syntax), ("", ErrorKind::Syntax), ("p(1) q(2)", ErrorKind::SeveralStatements)]
    {
        let refused = world.create_rule("nosuch", text);
        assert!(
            matches!(&refused, Err(Rejection::RuleInadmissible { errors, .. })
            if errors.iter().all(|error| error.kind() == kind)),
            "{text}: {refused:?}"
        );
    }
    assert_eq!(world.create_rule("nosuch", "p(1)"), Err(Rejection::NoSuchPolicy("nosuch".into())));
}

#[test]
fn a_data_source_holds_no_rules() {
    let mut world = World::new();
    world.create_data_source("d", "doctor", serde_json::Value::Null).unwrap();
    assert_eq!(world.create_rule("d", "p(1)"), Err(Rejection::RulesOfDataSource { name: "d".to_owned() }));
}

#[test]
fn a_policy_has_a_rule_once_whatever_its_layout_name_and_comment() {
    let mut world = with_rules(&[]);
    let id = world.create_rule("p", "p(x) :- q(x), r(x)").unwrap();
    for same in ["p(x) :- q(x), r(x)", "p( x ):-q(x),r(x).", "p(x) :- r(x), q(x)"] {
        assert_eq!(world.create_rule("p", same), Err(Rejection::RuleExists { id: id.clone() }), "{same}");
    }
    world.create_rule("p", "p(y) :- q(y), r(y)").unwrap();
    world.create_rule("classification", "p(x) :- q(x), r(x)").unwrap();
    world.delete_rule("p", &id).unwrap();
    world.create_rule("p", "p(x) :- q(x), r(x)").unwrap();
}

#[test]
fn the_first_mention_fixes_the_columns_and_the_last_frees_them() {
    let mut world = with_rules(&[]);
    let first = world.create_rule("p", "p(x) :- q(x)").unwrap();
    assert!(is_inadmissible(&world.create_rule("p", "q(1, 2)")));
    world.create_policy("other", &[]).unwrap();
    assert!(is_inadmissible(&world.create_rule("other", "o(x) :- p:q(x, y)")), "whatever policy mentions it");
    let second = world.create_rule("other", "o(x) :- p:q(x)").unwrap();
    world.delete_rule("p", &first).unwrap();
    assert!(is_inadmissible(&world.create_rule("p", "q(1, 2)")), "another policy still mentions it");
    world.delete_rule("other", &second).unwrap();
    world.create_rule("p", "q(1, 2)").unwrap();
    assert_eq!(world.tables("p"), [("q".to_owned(), 2)]);
}

#[test]
fn a_builtin_is_no_table_and_neither_is_an_action() {
    let mut world =
        with_rules(&["p(x) :- q(x), lt(x, 3), builtin:gt(x, 1), true", "execute[nova:pause(x)] :- q(x)"]);
    let mut names: Vec<_> = world.tables("p").into_iter().map(|(name, _)| name).collect();
    names.sort();
    assert_eq!(names, ["p", "q"]);
    assert!(world.tables("nova").is_empty());
    world.create_rule("action", "p+(x) :- q(x)").unwrap();
    assert!(world.tables("action").iter().any(|(name, _)| name == "p+"));
}

#[test]
fn rules_may_refer_to_what_does_not_exist() {
    let mut world = with_rules(&["p(x) :- nosuch:q(x)"]);
    assert_eq!(world.tables("nosuch"), [("q".to_owned(), 1)]);
    let policy = world.state.policy(&"p".into()).unwrap();
    let mentioned: Vec<_> = world.state.tables_mentioned_by(&policy.id).map(ToString::to_string).collect();
    assert_eq!(mentioned, ["nosuch:q", "p:p"]);
    world.create_policy("nosuch", &[]).unwrap();
    assert!(is_inadmissible(&world.create_rule("nosuch", "q(1, 2)")));
}

#[test]
fn recursion_is_refused_through_any_number_of_tables_and_policies() {
    let mut world = with_rules(&[]);
    assert!(is_inadmissible(&world.create_rule("p", "a(x) :- a(x)")));
    assert!(is_inadmissible(&world.create_rule("p", "a(x) :- b(x), not a(x)")));
    for name in ["q", "r"] {
        world.create_policy(name, &[]).unwrap();
    }
    world.create_rule("p", "a(x) :- q:a(x)").unwrap();
    let middle = world.create_rule("q", "a(x) :- r:a(x)").unwrap();
    assert!(is_inadmissible(&world.create_rule("r", "a(x) :- p:a(x)")));
    world.delete_rule("q", &middle).unwrap();
    world.create_rule("r", "a(x) :- p:a(x)").unwrap();
    assert!(is_inadmissible(&world.create_rule("q", "a(x) :- r:a(x)")));
}

#[test]
fn a_z3_policy_may_be_recursive_but_not_through_negation_or_other_policies() {
    let mut world = World::new();
    world.create_policy_of(PolicyKind::Z3, "z", &["e(1, 2)", "t(x, y) :- e(x, y)"]).unwrap();
    world.create_rule("z", "t(x, z) :- t(x, y), t(y, z)").unwrap();
    world.create_policy_of(PolicyKind::Z3, "y", &["a(x, y) :- z:t(x, y)"]).unwrap();
    world.create_rule("z", "e(x, y) :- y:a(x, y)").unwrap();
    let not = "e(x, y) :- e(y, x), not t(x, y)";
    assert!(is_inadmissible(&world.create_rule("z", not)));
    let refused = world.create_rule("z", "e(x, y) :- e(y, x), not y:a(x, y)").unwrap_err().to_string();
    assert!(refused.contains("recursion passes through negation"), "{refused}");

    world.create_policy("p", &["b(x, y) :- z:t(x, y)"]).unwrap();
    assert!(is_inadmissible(&world.create_rule("z", "e(x, y) :- p:b(x, y)")));
}

#[test]
fn a_negation_cannot_enter_a_cycle_that_is_there() {
    let mut world = World::new();
    world.create_policy_of(PolicyKind::Z3, "z", &["a(x) :- b(x)", "b(x) :- a(x)"]).unwrap();
    assert!(is_inadmissible(&world.create_rule("z", "a(x) :- c(x), not b(x)")));
    world.create_rule("z", "d(x) :- c(x), not b(x)").unwrap();
}

#[test]
fn a_negation_is_forgotten_with_its_rule() {
    let mut world = World::new();
    world.create_policy_of(PolicyKind::Z3, "z", &["a(x) :- b(x)"]).unwrap();
    let negation = world.create_rule("z", "a(x) :- c(x), not b(x)").unwrap();
    assert!(is_inadmissible(&world.create_rule("z", "b(x) :- a(x)")));
    world.delete_rule("z", &negation).unwrap();
    world.create_rule("z", "b(x) :- a(x)").unwrap();
}

#[test]
fn deleting_is_never_refused_and_deletes_once() {
    let mut world = with_rules(&["p(x) :- q(x)"]);
    let id = world.create_rule("p", "q(1)").unwrap();
    world.delete_rule("p", &id).unwrap();
    let gone = Err(Rejection::NoSuchRule { policy: "p".into(), rule: id.clone() });
    assert_eq!(world.delete_rule("p", &id), gone);
    let nowhere = Err(Rejection::NoSuchPolicy("nosuch".into()));
    assert_eq!(world.delete_rule("nosuch", &id), nowhere);
}

#[test]
fn names_and_comments_have_their_bounds() {
    let mut world = with_rules(&[]);
    let mut rule = world.new_rule("q(1)");
    rule.name = Some("é".repeat(Rule::NAME_LIMIT + 1));
    let refused = world.give(&Command::CreateRule { policy: "p".into(), rule: rule.clone() });
    assert!(matches!(refused, Err(Rejection::Invalid { field, .. }) if field.0 == "name"));
    rule.name = Some("é".repeat(Rule::NAME_LIMIT));
    rule.comment = "x".repeat(Rule::COMMENT_LIMIT + 1);
    let refused = world.give(&Command::CreateRule { policy: "p".into(), rule: rule.clone() });
    assert!(matches!(refused, Err(Rejection::Invalid { field, .. }) if field.0 == "comment"));
    rule.comment = "x".repeat(Rule::COMMENT_LIMIT);
    world.give(&Command::CreateRule { policy: "p".into(), rule }).unwrap();
}

#[test]
fn authors_are_warned_as_long_as_there_is_reason_to() {
    let mut world = with_rules(&["p(x) :- q(x), d:hosts(x)"]);
    let warnings = |world: &World| {
        let policy = world.state.policy(&"p".into()).unwrap();
        let rule = world.state.rules(&policy.id).next().unwrap();
        world.state.warnings(rule).iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let nobody = |column, table| format!("line 1, column {column}: nobody defines `{table}`, so it is empty");
    assert_eq!(warnings(&world), [nobody(9, "p:q"), nobody(15, "d:hosts")]);
    world.create_rule("p", "q(1)").unwrap();
    assert_eq!(warnings(&world), [nobody(15, "d:hosts")]);
    world.create_data_source("d", "push", serde_json::json!({ "description": "x" })).unwrap();
    world.push("d", "hosts", "[[1]]").unwrap();
    assert_eq!(warnings(&world), [""; 0]);
}

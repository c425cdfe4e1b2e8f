//! Taking over what another policy service held.

use statehouse_model::{
    Change, Command, Config, ConfigValue, DataSource, Edit, Import, LibraryPolicy, LibraryRule, NewRule,
    Policy, PolicyKind, Position, Rejection, Revision, Row, Rule, Value,
};

use crate::world::World;

const NOWHERE: Position = Position { revision: Revision(0), index: 0 };

fn policy(id: &str, name: &str) -> Policy {
    Policy {
        id: id.into(),
        name: name.to_owned(),
        abbreviation: "abb".to_owned(),
        description: "taken over".to_owned(),
        owner: "somebody".to_owned(),
        kind: PolicyKind::Nonrecursive,
        created: NOWHERE,
    }
}

fn rule(id: &str, text: &str) -> NewRule {
    NewRule { id: id.into(), text: text.to_owned(), name: Some("n".to_owned()), comment: "c".to_owned() }
}

fn take(world: &mut World, import: Import) -> Result<Vec<Change>, Rejection> {
    world.give(&Command::Import(import))
}

fn take_rule(world: &mut World, id: &str, text: &str) -> Result<Vec<Change>, Rejection> {
    take(world, Import::Rule { policy: "p".into(), rule: rule(id, text), disabled: None })
}

fn find<'a>(world: &'a World, policy: &str, id: &str) -> &'a Rule {
    let policy = world.state.policy(&policy.into()).unwrap();
    world.state.rule(&policy.id, id).unwrap()
}

fn why_disabled(world: &World, id: &str) -> String {
    find(world, "p", id).disabled().unwrap().to_string()
}

/// A policy `p` that was taken over.
fn world() -> World {
    let mut world = World::new();
    take(&mut world, Import::Policy(policy("p-id", "p"))).unwrap();
    world
}

#[test]
fn a_policy_keeps_its_id_and_its_owner() {
    let world = world();
    let taken = world.state.policy(&"p".into()).unwrap();
    assert_eq!(**taken, Policy { created: taken.created, ..policy("p-id", "p") });
}

#[test]
fn taking_over_what_is_here_does_nothing_and_what_differs_stays() {
    let mut world = world();
    take_rule(&mut world, "r", "a(1)").unwrap();
    assert_eq!(take(&mut world, Import::Policy(policy("p-id", "p"))), Ok(vec![]));
    assert_eq!(take_rule(&mut world, "r", "a(1)"), Ok(vec![]));
    let differs = |what, name: &str| Err(Rejection::AlreadyHere { what, name: name.to_owned() });
    let other = Policy { description: "another".to_owned(), ..policy("p-id", "p") };
    assert_eq!(take(&mut world, Import::Policy(other)), differs("policy", "p"));
    assert_eq!(take(&mut world, Import::Policy(policy("p-2", "p"))), differs("policy", "p"));
    assert_eq!(take_rule(&mut world, "r", "a(2)"), differs("rule", "r"));
}

#[test]
fn a_built_in_policy_takes_the_place_of_the_one_that_nobody_has_used() {
    let mut world = World::new();
    take(&mut world, Import::Policy(policy("theirs", "classification"))).unwrap();
    assert_eq!(world.state.policy(&"classification".into()).unwrap().id.as_str(), "theirs");
    world.create_rule("action", "a(1)").unwrap();
    let differs = Rejection::AlreadyHere { what: "policy", name: "action".to_owned() };
    assert_eq!(take(&mut world, Import::Policy(policy("theirs-2", "action"))), Err(differs));
}

#[test]
fn a_rule_that_is_not_admissible_is_kept_as_disabled_with_the_reason() {
    let mut world = world();
    take_rule(&mut world, "arity", "a(1)").unwrap();
    for (id, text, reason) in [
        ("no-rule", "this is no rule", "a second statement"),
        ("unsafe", "b(x, y) :- a(x)", "y"),
        ("misfit", "b(x) :- a(x, 2)", "a"),
        ("cycle", "a(x) :- a(x)", "recursi"),
        ("again", "a( 1 )", "has this rule already, as arity"),
    ] {
        take_rule(&mut world, id, text).unwrap();
        let why = why_disabled(&world, id);
        assert!(why.contains(reason), "{id}: {why}");
        assert_eq!(&*find(&world, "p", id).text, text);
    }
    let tables: Vec<_> = world.state.tables("p").map(|table| table.name.as_str()).collect();
    assert_eq!(tables, ["a"], "a disabled rule mentions no table");
}

#[test]
fn a_disabled_rule_is_in_nobodys_way() {
    let mut world = world();
    take_rule(&mut world, "old", "b(x, y) :- a(x)").unwrap();
    world.create_rule("p", "b(x) :- a(x)").unwrap();
    world.create_rule("p", "a(x) :- c(x, y)").unwrap();
    world.create_rule("p", "c(1, 2)").unwrap();
    world.delete_rule("p", &"old".into()).unwrap();
    assert_eq!(world.state.rule_count(&"p-id".into()), 3);
}

#[test]
fn a_disabled_rule_comes_into_force_when_it_is_taken_over_again_and_is_admissible_by_then() {
    let mut world = world();
    take_rule(&mut world, "wide", "a(1, 2)").unwrap();
    take_rule(&mut world, "r", "a(1)").unwrap();
    assert_eq!(take_rule(&mut world, "r", "a(1)"), Ok(vec![]), "nothing has changed");
    world.delete_rule("p", &"wide".into()).unwrap();
    take_rule(&mut world, "r", "a(1)").unwrap();
    assert_eq!(find(&world, "p", "r").disabled(), None);
    assert_eq!(world.state.table("p", "a").unwrap().columns, 1);
}

#[test]
fn what_is_taken_over_as_history_is_never_in_force() {
    let mut world = world();
    let disabled = Some("history".to_owned());
    let past = Import::Rule { policy: "p".into(), rule: rule("r", "a(1)"), disabled };
    take(&mut world, past.clone()).unwrap();
    assert_eq!(why_disabled(&world, "r"), "history");
    assert_eq!(take(&mut world, past), Ok(vec![]));
}

#[test]
fn a_policy_with_disabled_rules_goes_with_them() {
    let mut world = world();
    take_rule(&mut world, "r", "no rule").unwrap();
    let gone = world.give(&Command::DeletePolicy { policy: "p".into() }).unwrap();
    assert!(
        matches!(&gone[..], [Change::Rule(Edit::Deleted(_)), Change::Policy(Edit::Deleted(_))]),
        "{gone:?}"
    );
}

#[test]
fn a_data_source_of_an_unknown_driver_is_kept_with_its_rows() {
    let mut world = World::new();
    let config = Config::from([("anything".to_owned(), ConfigValue::Plain(1.into()))]);
    let source = DataSource {
        id: "d-id".into(),
        name: "d".to_owned(),
        driver: "nobody knows it".to_owned(),
        description: None,
        kind: None,
        enabled: true,
        config: Some(config),
        created: NOWHERE,
    };
    take(&mut world, Import::DataSource(source.clone())).unwrap();
    assert_eq!(take(&mut world, Import::DataSource(source)), Ok(vec![]));
    let row = |number: i64| Row::from(vec![Value::from(number)]);
    let rows = |rows| Import::Rows { data_source: "d".into(), table: "t".to_owned(), rows };
    take(&mut world, rows(vec![row(1), row(2), row(1)])).unwrap();
    assert_eq!(world.state.rows(&"d-id".into(), "t").unwrap().count(), 2);
    assert_eq!(take(&mut world, rows(vec![row(2), row(1)])), Ok(vec![]));
    let differs = Rejection::AlreadyHere { what: "table", name: "d:t".to_owned() };
    assert_eq!(take(&mut world, rows(vec![row(3)])), Err(differs));
}

#[test]
fn a_library_policy_keeps_its_id() {
    let mut world = World::new();
    let extra = serde_json::Map::from_iter([("severity".to_owned(), 3.into())]);
    let library = LibraryPolicy {
        id: "l-id".into(),
        name: "l".to_owned(),
        abbreviation: "l".to_owned(),
        description: String::new(),
        kind: PolicyKind::Nonrecursive,
        rules: vec![LibraryRule { rule: "p(x".to_owned(), name: None, comment: None, extra }],
        created: NOWHERE,
    };
    take(&mut world, Import::LibraryPolicy(library.clone())).unwrap();
    assert_eq!(take(&mut world, Import::LibraryPolicy(library.clone())), Ok(vec![]));
    assert_eq!(world.state.library_policy(&"l".into()).unwrap().rules, library.rules);
    let another = LibraryPolicy { id: "l-2".into(), ..library };
    let differs = Rejection::AlreadyHere { what: "library policy", name: "l".to_owned() };
    assert_eq!(take(&mut world, Import::LibraryPolicy(another)), Err(differs));
}

#[test]
fn what_has_an_id_that_no_address_can_name_is_refused() {
    let mut world = world();
    let too_long = "i".repeat(DataSource::ID_LIMIT + 1);
    for id in ["", "a/b", "a\0b", "a\nb", too_long.as_str()] {
        let policy = take(&mut world, Import::Policy(policy(id, "q")));
        assert!(matches!(&policy, Err(Rejection::Invalid { .. })), "{id:?}: {policy:?}");
        let rule = take_rule(&mut world, id, "a(1)");
        assert!(matches!(&rule, Err(Rejection::Invalid { .. })), "{id:?}: {rule:?}");
    }
}

use statehouse_model::{Command, PolicyKind, Rejection};

use crate::world::{World, library_rules};

fn replace(world: &mut World, library_policy: &str, name: &str) -> Result<(), Rejection> {
    let replace = Command::ReplaceLibraryPolicy {
        library_policy: library_policy.into(),
        name: name.to_owned(),
        abbreviation: None,
        description: String::new(),
        kind: PolicyKind::Action,
        rules: library_rules(&["q(2)"]),
    };
    world.give(&replace).map(drop)
}

fn create_from_library(world: &mut World, library_policy: &str, ids: usize) -> Result<(), Rejection> {
    let create = Command::CreatePolicyFromLibrary {
        id: world.id().into(),
        library_policy: library_policy.into(),
        rule_ids: (0..ids).map(|_| world.id().into()).collect(),
    };
    world.give(&create).map(drop)
}

#[test]
fn the_library_keeps_rules_as_they_are_and_has_names_of_its_own() {
    let mut world = World::new();
    world.create_policy("lib", &[]).unwrap();
    world.create_library_policy("lib", &["p(x", "p(1)"]).unwrap();
    let taken = Rejection::NameTaken { name: "lib".to_owned(), owner: "a library policy" };
    assert_eq!(world.create_library_policy("lib", &[]), Err(taken));
    assert!(matches!(world.create_library_policy("bad name", &[]), Err(Rejection::Invalid { .. })));
    assert!(world.tables("lib").is_empty(), "rules of the library mention nothing");
}

#[test]
fn a_replaced_library_policy_keeps_its_id_and_its_place() {
    let mut world = World::new();
    world.create_library_policy("first", &["q(1)"]).unwrap();
    world.create_library_policy("second", &[]).unwrap();
    let before = world.state.library_policy(&"first".into()).unwrap().clone();
    replace(&mut world, "first", "renamed").unwrap();
    let names: Vec<_> = world.state.library_policies().map(|policy| policy.name.as_str()).collect();
    assert_eq!(names, ["renamed", "second"]);
    let after = world.state.library_policy(&before.id.as_str().into()).unwrap();
    assert_eq!((&after.id, after.created), (&before.id, before.created));
    assert_eq!((after.kind, after.rules.len()), (PolicyKind::Action, 1));
    let taken = Rejection::NameTaken { name: "second".to_owned(), owner: "a library policy" };
    assert_eq!(replace(&mut world, "renamed", "second"), Err(taken));
    assert_eq!(replace(&mut world, "first", "x"), Err(Rejection::NoSuchLibraryPolicy("first".into())));
}

#[test]
fn replacing_a_library_policy_by_itself_is_nothing_to_do() {
    let mut world = World::new();
    world.create_library_policy("lib", &[]).unwrap();
    replace(&mut world, "lib", "lib").unwrap();
    let revision = world.state.revision();
    replace(&mut world, "lib", "lib").unwrap();
    assert_eq!(world.state.revision(), revision);
}

#[test]
fn a_policy_made_of_the_library_is_like_one_made_by_hand() {
    let mut world = World::new();
    world.create_library_policy("lib", &["p(x) :- q(x)", "q(1)"]).unwrap();
    create_from_library(&mut world, "lib", 2).unwrap();
    assert_eq!(world.rules("lib"), ["p(x) :- q(x)", "q(1)"]);
    assert_eq!(world.state.policy(&"lib".into()).unwrap().description, "about lib");
    let taken = Rejection::NameTaken { name: "lib".to_owned(), owner: "a policy" };
    assert_eq!(create_from_library(&mut world, "lib", 2), Err(taken));
}

#[test]
fn a_policy_is_made_of_the_library_only_as_it_is_now() {
    let mut world = World::new();
    world.create_library_policy("lib", &["p(1)", "p(2)"]).unwrap();
    let changed = Rejection::LibraryPolicyChanged("lib".into());
    assert_eq!(create_from_library(&mut world, "lib", 1), Err(changed));
    world.create_library_policy("wrong", &["p(1)", "p(x"]).unwrap();
    let refused = create_from_library(&mut world, "wrong", 2);
    assert!(matches!(refused, Err(Rejection::RuleInadmissible { index: Some(1), .. })));
    let unknown = Rejection::NoSuchLibraryPolicy("nosuch".into());
    assert_eq!(create_from_library(&mut world, "nosuch", 0), Err(unknown));
}

#[test]
fn a_deleted_library_policy_leaves_the_policies_made_of_it_alone() {
    let mut world = World::new();
    world.create_library_policy("lib", &["p(1)"]).unwrap();
    create_from_library(&mut world, "lib", 1).unwrap();
    let delete = Command::DeleteLibraryPolicy { library_policy: "lib".into() };
    world.give(&delete).unwrap();
    assert_eq!(world.rules("lib"), ["p(1)"]);
    assert_eq!(world.give(&delete), Err(Rejection::NoSuchLibraryPolicy("lib".into())));
}

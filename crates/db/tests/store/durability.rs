//! What was acknowledged is there.

use statehouse_model::{Command, PolicyKind, Reference, Revision, Row, Value};

use crate::words::{Scratch, Words, data_source, fact, facts, rule};

#[test]
fn a_new_database_holds_the_policies_that_always_exist_as_its_first_revision() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let state = store.read_local();
    assert_eq!(state.revision(), Revision(1));
    let names: Vec<_> = state.policies().map(|policy| policy.name.as_str()).collect();
    assert_eq!(names, ["classification", "action"]);
    store.close().unwrap();
    assert_eq!(scratch.open().read_local().revision(), Revision(1), "nothing is added the second time");
}

#[test]
fn everything_is_there_after_the_store_was_closed_and_opened() {
    let scratch = Scratch::new();
    let store = scratch.open();
    for command in every_kind_of_entity() {
        store.tell(command).unwrap();
    }
    let (before, log) = (store.read_local(), store.log());
    store.close().unwrap();

    let store = scratch.open();
    let after = store.read_local();
    assert_eq!(after.revision(), before.revision());
    assert_eq!(after.entities(), before.entities());
    assert_eq!(store.log(), log);
    scratch.refuse_damage();
}

#[test]
fn everything_can_be_deleted_again() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let fresh = store.read_local().entities();
    for command in every_kind_of_entity() {
        store.tell(command).unwrap();
    }
    store.tell(Command::DeletePolicy { policy: "p1".into() }).unwrap();
    store.tell(Command::DeleteLibraryPolicy { library_policy: "shelf".into() }).unwrap();
    store.tell(Command::DeleteDataSource { data_source: "cloud1".into() }).unwrap();
    let (policy, rule) = (Reference::from("classification"), "id of p(1)".into());
    store.tell(Command::DeleteRule { policy, rule }).unwrap();
    assert_eq!(store.read_local().entities(), fresh);
    store.close().unwrap();
    assert_eq!(scratch.open().read_local().entities(), fresh);
}

#[test]
fn a_command_with_nothing_to_do_makes_no_commit() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let again = Command::CreateBuiltInPolicies { classification: "x".into(), action: "y".into() };
    let committed = store.tell(again).unwrap();
    assert_eq!((committed.revision, committed.commit), (Revision(1), None));
    assert_eq!(store.log().len(), 1);
}

#[test]
fn a_rejected_command_changes_nothing() {
    let scratch = Scratch::new();
    let store = scratch.open();
    store.tell(fact(1)).unwrap();
    assert!(store.tell(fact(1)).is_err());
    assert!(store.tell(rule("p(x")).is_err());
    assert_eq!(store.rules(), facts([1]));
    assert_eq!(store.read_local().revision(), Revision(2));
}

#[test]
fn the_answer_carries_the_commit_and_the_state_it_made() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let committed = store.tell(fact(1)).unwrap();
    let commit = committed.commit.unwrap();
    assert_eq!(
        (commit.revision, commit.actor.as_str(), commit.request_id.as_str()),
        (Revision(2), "alice", "req-1")
    );
    assert_eq!(committed.state.revision(), Revision(2));
    assert_eq!(store.log().last(), Some(&commit));
}

fn every_kind_of_entity() -> Vec<Command> {
    let library_rule = |text: &str| statehouse_model::LibraryRule {
        rule: text.to_owned(),
        name: Some("named".to_owned()),
        comment: None,
        extra: serde_json::Map::new(),
    };
    let library = |name: &str, rules| (name.to_owned(), Some("ab".to_owned()), "text".to_owned(), rules);
    let (name, abbreviation, description, rules) = library("shelf", vec![library_rule("q(x) :- r(x)")]);
    let create = Command::CreateLibraryPolicy {
        id: "l1".into(),
        name: name.clone(),
        abbreviation: abbreviation.clone(),
        description: description.clone(),
        kind: PolicyKind::Nonrecursive,
        rules,
    };
    let replace = Command::ReplaceLibraryPolicy {
        library_policy: "l1".into(),
        name,
        abbreviation,
        description,
        kind: PolicyKind::Action,
        rules: vec![library_rule("q(x) :- s(x)"), library_rule("t(1)")],
    };
    let policy = Command::CreatePolicy {
        id: "policy-1".into(),
        name: "p1".to_owned(),
        abbreviation: None,
        description: "ünïcode \u{1F600} \u{1} '\"\\".to_owned(),
        kind: PolicyKind::Nonrecursive,
        rules: vec![statehouse_model::NewRule {
            id: "rule-1".into(),
            text: "violation(x) :- cloud1:servers(x, y), not good(y)".to_owned(),
            name: Some("the name".to_owned()),
            comment: "the comment".to_owned(),
        }],
    };
    vec![
        create,
        replace,
        data_source("cloud1", "hunter2"),
        push("cloud1", [1, 2, 3]),
        push("cloud1", [2, 3, 4]),
        policy,
        fact(1),
    ]
}

fn push(data_source: &str, numbers: impl IntoIterator<Item = i64>) -> Command {
    let row = |number| Row::from(vec![Value::from(number), Value::from("text"), Value::from(0.1)]);
    let rows = numbers.into_iter().map(row).collect();
    Command::ReplaceRows { data_source: data_source.into(), table: "servers3".to_owned(), rows }
}

//! What a large rule base costs.

use std::cell::Cell;
use std::sync::Arc;

use statehouse_datalog::{Dependencies, Dependency, find_forbidden_recursion};
use statehouse_model::{
    Change, Command, NewRule, Position, Revision, Rule, Standing, State, Table, TableName, Timestamp,
};

use crate::world::{World, drivers};

const RULES: u32 = 20_000;
const POLICIES: u32 = 10;

/// The policy and the table of a link of the chain.
fn link(number: u32) -> (String, String) {
    (format!("p{}", number % POLICIES), format!("t{number}"))
}

/// A state of many rules, each about the table of the next: one chain through ten policies.
fn large() -> State {
    let mut world = World::new();
    for number in 0..POLICIES {
        world.create_policy(&format!("p{number}"), &[]).unwrap();
    }
    let mut loader = State::loader(drivers());
    world.state.policies().cloned().for_each(|policy| loader.policy(policy));
    for number in 0..=RULES {
        let (policy, table) = link(number);
        let created = Position { revision: Revision(u64::from(number) + 100), index: 0 };
        loader.table(Arc::new(Table { policy: policy.clone(), name: table.clone(), columns: 1, created }));
        if number == RULES {
            break;
        }
        let (next_policy, next_table) = link(number + 1);
        let text = format!("{table}(x) :- {next_policy}:{next_table}(x)");
        loader.rule(Arc::new(Rule {
            id: format!("rule-{number}").into(),
            policy: world.state.policy(&policy.into()).unwrap().id.clone(),
            text: text.as_str().into(),
            identity: text.as_str().into(),
            name: None,
            comment: String::new(),
            created: Position { index: 1, ..created },
            standing: Standing::InForce(Rule::parse(&text).unwrap()),
        }));
    }
    loader.finish(Revision(u64::from(RULES) + 100))
}

/// The dependencies of a state, counting those that are looked at.
struct Counted<'a> {
    state: &'a State,
    looked_at: Cell<usize>,
}

impl Counted<'_> {
    fn count(&self, dependency: Dependency) -> Dependency {
        self.looked_at.set(self.looked_at.get() + 1);
        dependency
    }
}

impl<'s> Dependencies for Counted<'s> {
    fn dependencies_of<'a>(&'a self, table: &TableName) -> impl Iterator<Item = Dependency> + use<'a, 's> {
        self.state.dependencies_of(table).map(|dependency| self.count(dependency))
    }

    fn dependents_of<'a>(&'a self, table: &TableName) -> impl Iterator<Item = Dependency> + use<'a, 's> {
        self.state.dependents_of(table).map(|dependency| self.count(dependency))
    }
}

/// How many dependencies are looked at to find that a rule for `head` that reads `body` is not recursive.
fn cost(state: &State, head: &TableName, body: &TableName) -> usize {
    let counted = Counted { state, looked_at: Cell::new(0) };
    let step = Dependency { table: body.clone(), negated: false, recursive: false };
    find_forbidden_recursion(head, &[step], &counted).unwrap();
    counted.looked_at.get()
}

fn table(number: u32) -> TableName {
    let (policy, table) = link(number);
    TableName::new(&policy, &table)
}

#[test]
fn a_rule_costs_what_it_touches_and_is_checked_against_everything() {
    let state = large();
    let new = TableName::new("p0", "new");
    assert!(cost(&state, &new, &table(0)) <= 2, "nobody reads the new table, whatever lies below the other");
    assert!(
        cost(&state, &table(RULES), &new) <= 2,
        "the new table reads nothing, whatever lies above the other"
    );

    let decide = |text: &str| {
        let rule = NewRule { id: "new".into(), text: text.to_owned(), name: None, comment: String::new() };
        state.decide(&Command::CreateRule { policy: "p0".into(), rule }, Timestamp(0))
    };
    assert!(decide(&format!("t{RULES}(x) :- p0:t0(x)")).is_err(), "it would close a circle of all rules");
    let changes = decide("new(x) :- p0:t0(x)").unwrap();
    assert!(matches!(changes.as_slice(), [Change::Table(_), Change::Rule(_)]), "{changes:?}");
    let inverses: Vec<_> = changes.iter().rev().map(Change::inverse).collect();
    assert!(state.apply(&changes).apply(&inverses).content_eq(&state));
}

#[test]
fn a_state_is_told_by_its_revision_and_not_by_all_that_is_in_it() {
    let mut world = World::new();
    world.create_policy("p", &["q(1)"]).unwrap();
    let told = format!("{:?}", world.state);
    assert!(told.contains("revision") && told.len() < 100, "{told}");
}

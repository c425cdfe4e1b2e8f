//! Which rules close a cycle, and what it costs to find out.

use std::cell::Cell;
use std::collections::BTreeSet;

use proptest::prelude::*;
use statehouse_datalog::{
    Dependencies, Dependency, Recursion, TableName, find_cycle, find_forbidden_recursion,
};

/// Steps from a table to a table it depends on. Counts the edges that are looked at.
#[derive(Debug, Default)]
struct Graph {
    steps: Vec<(TableName, Dependency)>,
    taken: Cell<usize>,
}

impl Dependencies for Graph {
    fn dependencies_of<'a>(&'a self, table: &TableName) -> impl Iterator<Item = Dependency> + use<'a> {
        let table = table.clone();
        let steps = self.steps.iter().filter(move |(from, _)| *from == table);
        steps.map(|(_, to)| to.clone()).inspect(|_| self.taken.set(self.taken.get() + 1))
    }

    fn dependents_of<'a>(&'a self, table: &TableName) -> impl Iterator<Item = Dependency> + use<'a> {
        let table = table.clone();
        let steps = self.steps.iter().filter(move |(_, to)| to.table == table);
        let back = steps.map(|(from, to)| Dependency { table: from.clone(), ..to.clone() });
        back.inspect(|_| self.taken.set(self.taken.get() + 1))
    }
}

impl Graph {
    fn with(mut self, from: &str, to: Dependency) -> Self {
        self.steps.push((table(from), to));
        self
    }

    /// Every table that `start` depends on, directly or not.
    fn below(&self, start: &TableName) -> BTreeSet<TableName> {
        let mut below = BTreeSet::new();
        let mut waiting = vec![start.clone()];
        while let Some(from) = waiting.pop() {
            for (_, to) in self.steps.iter().filter(|(start, _)| *start == from) {
                if below.insert(to.table.clone()) {
                    waiting.push(to.table.clone());
                }
            }
        }
        below
    }
}

fn table(name: &str) -> TableName {
    let (policy, table) = name.split_once(':').unwrap_or(("p", name));
    TableName::new(policy, table)
}

fn step(name: &str) -> Dependency {
    Dependency { table: table(name), negated: false, recursive: false }
}

fn recursive(name: &str) -> Dependency {
    Dependency { recursive: true, ..step(name) }
}

fn not(step: Dependency) -> Dependency {
    Dependency { negated: true, ..step }
}

fn refused(head: &str, body: &[Dependency], graph: &Graph) -> Option<String> {
    find_forbidden_recursion(&table(head), body, graph).err().map(|recursion| recursion.to_string())
}

#[test]
fn a_rule_may_not_read_what_it_defines() {
    let graph = Graph::default().with("a", step("b")).with("b", step("q:c"));
    assert_eq!(
        refused("q:c", &[step("a"), step("d")], &graph).as_deref(),
        Some("the rule is recursive: q:c depends on p:a depends on p:b depends on q:c")
    );
    assert_eq!(
        refused("a", &[step("a")], &graph).as_deref(),
        Some("the rule is recursive: p:a depends on p:a")
    );
    assert_eq!(refused("a", &[step("q:c")], &graph), None);
}

#[test]
fn a_long_cycle_is_told_by_its_ends() {
    let graph = (0..1_000).fold(Graph::default(), |graph, number| {
        graph.with(&format!("t{number}"), step(&format!("t{}", number + 1)))
    });
    let error = refused("t1000", &[step("t0")], &graph).unwrap();
    assert!(error.starts_with("the rule is recursive: p:t1000 depends on p:t0 depends on p:t1"), "{error}");
    assert!(error.ends_with("p:t8 depends on … 991 more … depends on p:t1000"), "{error}");
}

#[test]
fn recursion_is_permitted_within_policies_that_say_so() {
    let graph = Graph::default().with("a", recursive("b"));
    assert_eq!(refused("b", &[recursive("a"), not(recursive("d"))], &graph), None);
    assert_eq!(
        refused("b", &[not(recursive("a"))], &graph).as_deref(),
        Some("recursion passes through negation: p:b depends on p:a depends on p:b")
    );
    let graph = Graph::default().with("a", step("b"));
    assert!(
        refused("b", &[recursive("a")], &graph)
            .is_some_and(|error| error.starts_with("the rule is recursive"))
    );
    let graph = graph.with("a", not(recursive("e"))).with("e", recursive("b"));
    assert!(refused("b", &[recursive("e")], &graph).is_none());
}

/// However many rules there are: a rule about a new table, and one for a table that nobody reads, are done after a
/// step or two.
#[test]
fn looking_for_recursion_costs_what_the_rule_touches() {
    let mut graph = Graph::default();
    for number in 0..1_000 {
        graph = graph.with(&format!("t{number}"), step(&format!("t{}", number + 1)));
        graph = graph.with(&format!("reader{number}"), step("popular"));
    }
    assert_eq!(find_cycle(&table("new"), [&table("t0"), &table("popular")], &graph), None);
    assert!(graph.taken.get() <= 2, "{} steps for a new head", graph.taken.get());
    graph.taken.set(0);
    assert_eq!(find_cycle(&table("popular"), [&table("new")], &graph), None);
    assert!(graph.taken.get() <= 2, "{} steps for a new body", graph.taken.get());
}

fn any_step() -> impl Strategy<Value = (String, Dependency)> {
    let name = || (0..7).prop_map(|number| format!("t{number}"));
    (name(), name(), any::<bool>(), any::<bool>()).prop_map(|(from, to, negated, recursive)| {
        (from, Dependency { table: table(&to), negated, recursive })
    })
}

proptest! {
    #[test]
    fn cycles_are_found_exactly_when_there_are_any(
        steps in prop::collection::vec(any_step(), 0..12),
        head in 0..7,
        body in prop::collection::vec(any_step(), 1..4),
    ) {
        let head = table(&format!("t{head}"));
        let graph = steps.into_iter().fold(Graph::default(), |graph, (from, to)| graph.with(&from, to));
        let body: Vec<_> = body.into_iter().map(|(_, step)| step).collect();
        let closes = |step: &Dependency| step.table == head || graph.below(&step.table).contains(&head);
        let cycle = find_cycle(&head, body.iter().map(|step| &step.table), &graph);
        prop_assert_eq!(cycle.is_some(), body.iter().any(closes));
        let whole = body.iter().fold(graph, |graph, step| graph.with(&head.table, step.clone()));
        if let Some(cycle) = cycle {
            is_cycle(&cycle, &whole)?;
            prop_assert_eq!(&cycle[0], &head);
        }
    }

    #[test]
    fn recursion_is_forbidden_exactly_when_a_step_of_it_is(
        steps in prop::collection::vec(any_step(), 0..12),
        head in 0..7,
        body in prop::collection::vec(any_step(), 1..4),
    ) {
        let head = table(&format!("t{head}"));
        let graph = steps.into_iter().fold(Graph::default(), |graph, (from, to)| graph.with(&from, to));
        let body: Vec<_> = body.into_iter().map(|(_, step)| step).collect();
        let found = find_forbidden_recursion(&head, &body, &graph);
        let whole = body.iter().fold(graph, |graph, step| graph.with(&head.table, step.clone()));
        let below_head = whole.below(&head);
        let in_component = |table: &TableName| below_head.contains(table) && whole.below(table).contains(&head);
        let forbidden = whole.steps.iter().any(|(from, to)| {
            in_component(from) && in_component(&to.table) && (to.negated || !to.recursive)
        });
        // Nothing is looked at unless the rule itself closes a cycle.
        let closes = body.iter().any(|step| in_component(&step.table));
        prop_assert_eq!(found.is_err(), closes && forbidden);
        if let Err(Recursion { cycle, .. }) = found {
            is_cycle(&cycle, &whole)?;
        }
    }
}

fn is_cycle(cycle: &[TableName], graph: &Graph) -> Result<(), TestCaseError> {
    prop_assert!(cycle.len() > 1);
    prop_assert_eq!(cycle.first(), cycle.last());
    for pair in cycle.windows(2) {
        prop_assert!(
            graph.steps.iter().any(|(from, to)| *from == pair[0] && to.table == pair[1]),
            "{:?}",
            pair
        );
    }
    Ok(())
}

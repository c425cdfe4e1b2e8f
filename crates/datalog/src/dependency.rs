//! Recursion: whether a rule closes a cycle among the tables that depend on one another.
//!
//! The search goes from both ends at once, one edge at a time: from the tables the rule reads down to those they
//! depend on, and from the table it defines up to those that depend on it. It ends when either side has nothing
//! left to look at, so a rule about new tables costs next to nothing, however many rules there are.

use std::collections::{BTreeMap, VecDeque};

use crate::schema::TableName;

/// One step from a table to another: rows of the one depend on rows of the other.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Dependency {
    /// The table at the other end.
    pub table: TableName,
    /// Whether the literal that makes the step is negated.
    pub negated: bool,
    /// Whether the rule that makes the step belongs to a policy that permits recursion.
    pub recursive: bool,
}

/// The dependencies among the tables of all policies, those of the rule in question not included.
pub trait Dependencies {
    /// The tables that the rules for `table` read.
    fn dependencies_of<'a>(&'a self, table: &TableName) -> impl Iterator<Item = Dependency> + use<'a, Self>;

    /// The tables with a rule that reads `table`.
    fn dependents_of<'a>(&'a self, table: &TableName) -> impl Iterator<Item = Dependency> + use<'a, Self>;
}

/// Why a rule may not be put in: it closes a cycle that is not permitted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {}", if *through_negation { "recursion passes through negation" } else { "the rule is recursive" }, chain(cycle))]
pub struct Recursion {
    /// The tables of the cycle; each depends on the next, and the last is the first again.
    pub cycle: Vec<TableName>,
    /// Whether the policies permit recursion, and only negation stands against it.
    pub through_negation: bool,
}

/// How many tables of a cycle a message names before it leaves out the middle.
const TABLES_NAMED: usize = 10;

/// The cycle in words. A long one is told by its first tables and its last, so that the message stays one to read.
fn chain(cycle: &[TableName]) -> String {
    let join = |tables: &[TableName]| {
        tables.iter().map(ToString::to_string).collect::<Vec<_>>().join(" depends on ")
    };
    match cycle {
        [first @ .., last] if first.len() > TABLES_NAMED => {
            let (named, left_out) = first.split_at(TABLES_NAMED);
            format!("{} depends on … {} more … depends on {last}", join(named), left_out.len())
        }
        _ => join(cycle),
    }
}

/// The cycle that a rule for `head` closes when it reads the tables of `body`; nothing when it closes none.
pub fn find_cycle<'a>(
    head: &TableName,
    body: impl IntoIterator<Item = &'a TableName>,
    graph: &impl Dependencies,
) -> Option<Vec<TableName>> {
    let mut down = Search::from(body.into_iter().cloned(), |table| graph.dependencies_of(table));
    let mut up = Search::from([head.clone()], |table| graph.dependents_of(table));
    let mut meeting = down.contains(head).then(|| head.clone());
    while meeting.is_none() {
        let (Some(below), Some(above)) = (down.step(), up.step()) else { return None };
        meeting = [below, above].into_iter().find(|table| up.contains(table) && down.contains(table));
    }
    let meeting = meeting?;
    let mut cycle = vec![head.clone()];
    cycle.extend(down.path(&meeting).into_iter().rev());
    cycle.extend(up.path(&meeting).into_iter().skip(1));
    Some(cycle)
}

/// Refuses a rule for `head` that closes a cycle, unless every step of every cycle it closes belongs to a policy
/// that permits recursion and none is negated.
///
/// # Errors
/// A cycle that is not permitted.
pub fn find_forbidden_recursion(
    head: &TableName,
    body: &[Dependency],
    graph: &impl Dependencies,
) -> Result<(), Recursion> {
    let Some(cycle) = find_cycle(head, body.iter().map(|step| &step.table), graph) else { return Ok(()) };
    if body.iter().all(|step| !step.recursive) {
        return Err(Recursion { cycle, through_negation: false });
    }
    let above = everything(head, |table| graph.dependents_of(table).map(|step| step.table).collect());
    let below = |table: &TableName| {
        let new = body.iter().filter(|_| table == head).cloned();
        graph
            .dependencies_of(table)
            .chain(new)
            .filter(|step| above.contains_key(&step.table))
            .collect::<Vec<_>>()
    };
    // What lies below the head and above it is the component that the rule joins together.
    let component = everything(head, |table| below(table).into_iter().map(|step| step.table).collect());
    let forbidden = component.keys().find_map(|table| {
        let step = below(table).into_iter().find(|step| step.negated || !step.recursive)?;
        Some((table, step))
    });
    let Some((table, step)) = forbidden else { return Ok(()) };
    let next = |table: &TableName| below(table).into_iter().map(|step| step.table).collect();
    let mut cycle = vec![table.clone()];
    cycle.extend(shortest_path(&step.table, table, next));
    Err(Recursion { cycle, through_negation: step.recursive })
}

/// Every table reached from `start`, with the one it was reached from.
fn everything(
    start: &TableName,
    next: impl Fn(&TableName) -> Vec<TableName>,
) -> BTreeMap<TableName, Option<TableName>> {
    let mut reached = BTreeMap::from([(start.clone(), None)]);
    let mut queue = VecDeque::from([start.clone()]);
    while let Some(table) = queue.pop_front() {
        for found in next(&table) {
            if !reached.contains_key(&found) {
                reached.insert(found.clone(), Some(table.clone()));
                queue.push_back(found);
            }
        }
    }
    reached
}

fn shortest_path(
    from: &TableName,
    to: &TableName,
    next: impl Fn(&TableName) -> Vec<TableName>,
) -> Vec<TableName> {
    let reached = everything(from, next);
    let before = |table: &TableName| reached.get(table).cloned().flatten();
    let mut path: Vec<_> = std::iter::successors(Some(to.clone()), before).collect();
    path.reverse();
    path
}

/// A search that takes one edge at a time.
struct Search<I, F> {
    /// Every table reached, with the one it was reached from.
    reached: BTreeMap<TableName, Option<TableName>>,
    /// Tables reached and not yet begun.
    waiting: Vec<TableName>,
    /// The table whose edges are being taken.
    current: Option<(TableName, I)>,
    edges: F,
}

impl<I: Iterator<Item = Dependency>, F: Fn(&TableName) -> I> Search<I, F> {
    fn from(start: impl IntoIterator<Item = TableName>, edges: F) -> Self {
        let waiting: Vec<_> = start.into_iter().collect();
        let reached = waiting.iter().map(|table| (table.clone(), None)).collect();
        Search { reached, waiting, current: None, edges }
    }

    fn contains(&self, table: &TableName) -> bool {
        self.reached.contains_key(table)
    }

    /// Takes one edge, and says which table is behind it; nothing when no edge is left.
    fn step(&mut self) -> Option<TableName> {
        loop {
            if let Some((from, edges)) = &mut self.current
                && let Some(Dependency { table, .. }) = edges.next()
            {
                if !self.reached.contains_key(&table) {
                    self.reached.insert(table.clone(), Some(from.clone()));
                    self.waiting.push(table.clone());
                }
                return Some(table);
            }
            let next = self.waiting.pop()?;
            let edges = (self.edges)(&next);
            self.current = Some((next, edges));
        }
    }

    /// The tables from `table` back to where the search began.
    fn path(&self, table: &TableName) -> Vec<TableName> {
        let before = |table: &TableName| self.reached.get(table).cloned().flatten();
        std::iter::successors(Some(table.clone()), before).collect()
    }
}

//! The search for an order of one object's operations that explains every answer.
//!
//! Such an order places each operation between its beginning and its end. One whose outcome is not known may stand
//! anywhere after its beginning, or be left out. The search is that of Wing and Gong (1993): of the operations that could
//! come next, take one that the object allows, and go back when that leads nowhere; with Lowe's addition (2017) that no
//! situation is looked at twice. A situation is what the object holds, which operations are behind, and which of the
//! unknown ones took effect.
//!
//! The crates that there are do not serve: they know no operations without an end (a server that was killed leaves many),
//! have no bound, and say no more than yes or no.
//!
//! Three things keep the search short, and leave its answer as it is:
//!
//! * A read or a refusal that is possible now is taken at once: it changes nothing, so wherever else it stands in an order
//!   that explains everything, it can be moved here.
//! * Operations are tried in the order of the revisions that the servers named, or the log has. If they tell the truth, the
//!   first try succeeds; if not, all others follow.
//! * Of unknown operations, those that ask the same are tried once; a value that nobody ever saw is like any other such.

use super::history::{Action, Operation, Outcome, Value};
use super::object::{Content, step};
use std::collections::HashSet;
use std::time::Duration;

/// How many situations are looked at before the search gives up: what is not decided by then counts as a failure.
pub const PATIENCE: usize = 300_000;

/// Stands for all values that were perhaps written and never seen.
const UNSEEN: Value = Value::MAX;

/// What the search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// There is such an order.
    Explained,
    /// There is none.
    Violated(DeadEnd),
    /// Nothing was found in as many situations as the search may look at.
    Undecided,
}

/// The furthest that any order comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadEnd {
    /// How many operations it explains.
    pub explained: usize,
    /// What the object holds then.
    pub content: Content,
    /// The operations that could come next by their instants, none of which the object allows.
    pub next: Vec<Operation>,
}

/// Looks for an order of these operations, all of one object that is empty at first.
pub fn search(operations: &[Operation], patience: usize) -> Verdict {
    Search::of(operations).run(patience)
}

struct Search {
    /// Whose outcome is known, by their beginning.
    known: Vec<Operation>,
    /// Whose outcome is not known, by their beginning.
    unknown: Vec<Operation>,
}

/// How far an order has come.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
struct Situation {
    /// All known operations before this number are behind.
    low: usize,
    /// So are these, in order.
    beyond: Vec<usize>,
    /// The unknown operations that took effect, in order.
    used: Vec<usize>,
    content: Content,
}

#[derive(Debug, Clone, Copy)]
enum Next {
    Known(usize),
    Unknown(usize),
}

impl Search {
    fn of(operations: &[Operation]) -> Self {
        let seen = seen(operations);
        let rests = |action: Action| operations.iter().any(|other| !is_apart(action, other.action));
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for operation in operations {
            match (&operation.outcome, operation.action) {
                // A peek may show what was there before.
                (_, Action::Peek) | (Outcome::Nothing, _) | (Outcome::Unknown, Action::Get) => {}
                (Outcome::Unknown, action) => unknown.extend(
                    unseen(action, &seen, rests).map(|action| Operation { action, ..operation.clone() }),
                ),
                _ => known.push(operation.clone()),
            }
        }
        known.sort_by_key(|operation| operation.begun);
        unknown.sort_by_key(|operation| operation.begun);
        Self { known, unknown }
    }

    fn run(&self, patience: usize) -> Verdict {
        let mut visited = HashSet::new();
        let mut furthest = Situation::default();
        let mut open = vec![Situation::default()];
        while let Some(mut situation) = open.pop() {
            self.take_what_changes_nothing(&mut situation);
            if situation.low == self.known.len() {
                return Verdict::Explained;
            }
            if situation.explained() >= furthest.explained() {
                furthest.clone_from(&situation);
            }
            if visited.len() >= patience {
                return Verdict::Undecided;
            }
            if visited.insert(situation.clone()) {
                // The last is taken first.
                open.extend(
                    self.nexts(&situation).iter().rev().filter_map(|&next| self.take(&situation, next)),
                );
            }
        }
        Verdict::Violated(self.dead_end(&furthest))
    }

    /// The known operations that may come next: those that began before any that is still to come had ended.
    fn window(&self, situation: &Situation) -> (Vec<usize>, Duration) {
        let mut first_end = Duration::MAX;
        let mut window = Vec::new();
        for (number, operation) in self.known.iter().enumerate().skip(situation.low) {
            if operation.begun > first_end {
                break;
            }
            if situation.beyond.binary_search(&number).is_err() {
                first_end = first_end.min(operation.ended);
                window.push(number);
            }
        }
        (window, first_end)
    }

    /// What may come next, the most promising first.
    fn nexts(&self, situation: &Situation) -> Vec<Next> {
        let (window, first_end) = self.window(situation);
        let unknown = self.unknown.iter().enumerate().filter(|(number, operation)| {
            operation.begun <= first_end && situation.used.binary_search(number).is_err()
        });
        let unknown = unknown.map(|(number, _)| Next::Unknown(number));
        let mut nexts: Vec<Next> = window.into_iter().map(Next::Known).chain(unknown).collect();
        nexts.sort_by_key(|&next| {
            let operation = self.operation(next);
            (operation.revision.unwrap_or(u64::MAX), matches!(next, Next::Unknown(_)), operation.ended)
        });
        let mut asked = HashSet::new();
        nexts.retain(|&next| matches!(next, Next::Known(_)) || asked.insert(self.operation(next).action));
        nexts
    }

    fn operation(&self, next: Next) -> &Operation {
        match next {
            Next::Known(number) => &self.known[number],
            Next::Unknown(number) => &self.unknown[number],
        }
    }

    fn take(&self, situation: &Situation, next: Next) -> Option<Situation> {
        let operation = self.operation(next);
        let content = step(&situation.content, operation.action, &operation.outcome)?;
        if matches!(next, Next::Unknown(_)) && content == situation.content {
            return None;
        }
        let mut taken = Situation { content, ..situation.clone() };
        match next {
            Next::Known(number) => taken.pass(number),
            Next::Unknown(number) => insert(&mut taken.used, number),
        }
        Some(taken)
    }

    fn take_what_changes_nothing(&self, situation: &mut Situation) {
        loop {
            let (window, _) = self.window(situation);
            let idle = window.into_iter().filter(|&number| {
                let Operation { action, outcome, .. } = &self.known[number];
                // What is done is not: it may change something elsewhere.
                *outcome != Outcome::Done && step(&situation.content, *action, outcome).is_some()
            });
            let idle: Vec<usize> = idle.collect();
            if idle.is_empty() {
                return;
            }
            for number in idle {
                situation.pass(number);
            }
        }
    }

    fn dead_end(&self, furthest: &Situation) -> DeadEnd {
        let (window, _) = self.window(furthest);
        DeadEnd {
            explained: furthest.explained(),
            content: furthest.content.clone(),
            next: window.into_iter().map(|number| self.known[number].clone()).collect(),
        }
    }
}

impl Situation {
    /// Puts a known operation behind.
    fn pass(&mut self, number: usize) {
        insert(&mut self.beyond, number);
        let adjoining =
            self.beyond.iter().enumerate().take_while(|&(index, &number)| number == self.low + index);
        let adjoining = adjoining.count();
        self.beyond.drain(..adjoining);
        self.low += adjoining;
    }

    fn explained(&self) -> usize {
        self.low + self.beyond.len()
    }
}

fn insert(sorted: &mut Vec<usize>, number: usize) {
    if let Err(place) = sorted.binary_search(&number) {
        sorted.insert(place, number);
    }
}

/// Every value that somebody read, or on which an answer may rest otherwise.
fn seen(operations: &[Operation]) -> HashSet<Value> {
    let mut seen = HashSet::new();
    for operation in operations {
        match (&operation.outcome, operation.action) {
            (_, Action::Peek) => {}
            (Outcome::Content(values), _) => seen.extend(values),
            (_, Action::Remove(value)) | (Outcome::Refused, Action::Append(value)) => {
                seen.insert(value);
            }
            _ => {}
        }
    }
    seen
}

/// An unknown action as the search may treat it; none when leaving it out is as good as any other place, because nobody saw
/// its value and nothing else rests on it.
fn unseen(action: Action, seen: &HashSet<Value>, rests: impl Fn(Action) -> bool) -> Option<Action> {
    if action.writes().is_none_or(|value| seen.contains(&value)) {
        return Some(action);
    }
    rests(action).then_some(match action {
        Action::Put(_) => Action::Put(UNSEEN),
        Action::Create(_) => Action::Create(UNSEEN),
        other => other,
    })
}

/// Whether what is answered to `other` is the same with and without `action`, whose value nobody saw.
fn is_apart(action: Action, other: Action) -> bool {
    matches!(
        (action, other),
        (_, Action::Get | Action::Peek)
            | (Action::Put(_), Action::Put(_))
            | (Action::Append(_), Action::Append(_) | Action::Remove(_) | Action::Put(_))
    )
}

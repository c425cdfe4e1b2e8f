//! Which objects have no order that explains them, and the shortest part of the history that shows it.

use super::history::{Action, History, Object, Operation, Outcome, Value};
use super::search::{PATIENCE, Verdict, search};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::time::Duration;

/// How many operations of a violation are shown.
const SHOWN: usize = 40;
/// How long before its first and after its last operation an object is looked at in the list of all.
const AROUND: Duration = Duration::from_secs(1);

/// Says of each object that is not linearizable why; nothing when all are.
pub fn violations(history: &History) -> Vec<String> {
    let objects = by_object(history);
    let violations = objects.iter().filter_map(|(object, operations)| match search(operations, PATIENCE) {
        Verdict::Explained => None,
        Verdict::Undecided => {
            let number = operations.len();
            Some(format!("{object}: not decided: {number} operations, more than {PATIENCE} situations"))
        }
        Verdict::Violated(_) => Some(format!("{object}: {}", describe(&shortest(operations)))),
    });
    violations.collect()
}

/// The operations of each object; the list of all policies is a read of each of them.
pub fn by_object(history: &History) -> BTreeMap<Object, Vec<Operation>> {
    let mut objects: BTreeMap<Object, Vec<Operation>> = BTreeMap::new();
    let mut homes: HashMap<Value, Object> = HashMap::new();
    let mut lists = Vec::new();
    for operation in &history.operations {
        if operation.action == Action::Peek {
            continue;
        }
        if operation.object == Object::AllPolicies {
            lists.push(operation);
            continue;
        }
        homes.extend(operation.action.writes().map(|value| (value, operation.object)));
        objects.entry(operation.object).or_default().push(operation.clone());
    }
    for (&object, operations) in objects.iter_mut().filter(|(object, _)| matches!(object, Object::Policy(_)))
    {
        let first = operations.iter().map(|operation| operation.begun).min().unwrap_or_default();
        let last = operations.iter().map(|operation| operation.ended).max().unwrap_or_default();
        let near = lists.iter().filter(|list| list.ended + AROUND >= first && list.begun <= last + AROUND);
        let reads = near.filter_map(|list| {
            let Outcome::Content(all) = &list.outcome else { return None };
            let own = all.iter().copied().filter(|value| homes.get(value) == Some(&object));
            Some(Operation { object, outcome: Outcome::Content(own.collect()), ..(*list).clone() })
        });
        operations.extend(reads);
    }
    objects
}

/// The shortest part of an object's operations that has no order either: the earliest moment at which none was left,
/// and of the reads and refusals before it those that matter.
pub fn shortest(operations: &[Operation]) -> Vec<Operation> {
    let mut ends: Vec<Duration> = operations.iter().map(|operation| operation.ended).collect();
    ends.sort_unstable();
    // What is no order of the beginning is none of the whole.
    let first = ends.partition_point(|&end| !is_violated(&until(operations, end)));
    let mut part = until(operations, ends.get(first).copied().unwrap_or(Duration::MAX));
    let mut size = part.len();
    while size > 0 {
        let mut start = 0;
        while start < part.len() {
            let chosen = start..(start + size).min(part.len());
            let kept: Vec<Operation> = part
                .iter()
                .enumerate()
                .filter(|(number, operation)| !chosen.contains(number) || changes(operation))
                .map(|(_, operation)| operation.clone())
                .collect();
            if kept.len() < part.len() && is_violated(&kept) {
                part = kept;
            } else {
                start += size;
            }
        }
        size /= 2;
    }
    part.sort_by_key(|operation| operation.begun);
    part
}

/// Whether leaving it out could take away what others rest on.
fn changes(operation: &Operation) -> bool {
    operation.was_written() || operation.may_be_written()
}

/// The history as it was known at that moment: what had not ended has no outcome yet.
fn until(operations: &[Operation], moment: Duration) -> Vec<Operation> {
    let begun = operations.iter().filter(|operation| operation.begun <= moment);
    let known = begun.map(|operation| {
        if operation.ended <= moment {
            operation.clone()
        } else {
            Operation { outcome: Outcome::Unknown, revision: None, ..operation.clone() }
        }
    });
    // A read without an answer says nothing.
    known
        .filter(|operation| operation.action != Action::Get || operation.outcome != Outcome::Unknown)
        .collect()
}

fn is_violated(operations: &[Operation]) -> bool {
    matches!(search(operations, PATIENCE), Verdict::Violated(_))
}

fn describe(part: &[Operation]) -> String {
    let mut text = "no order explains these operations".to_owned();
    let left_out = part.len().saturating_sub(SHOWN);
    if left_out > 0 {
        let _ = write!(text, " (and {left_out} before them)");
    }
    for operation in &part[left_out..] {
        let _ = write!(text, "\n    {operation}");
    }
    if let Verdict::Violated(end) = search(part, PATIENCE) {
        let (explained, content) = (end.explained, end.content);
        let _ = write!(
            text,
            "\n  {explained} of them can be explained; then it holds {content:?}, and next would be"
        );
        for operation in end.next {
            let _ = write!(text, "\n    {operation}");
        }
    }
    text
}

//! Whether the whole history agrees with the log: order, content, nothing lost, nothing twice.
//!
//! The revisions are one order of all commits, and every answer names its place in it. That is strict serializability with a
//! witness: it remains to find out whether the witness told the truth.

use super::history::{Action, History, Object, Operation, Outcome, Value};
use super::log::{Commit, Log, Versions};
use super::object::step;
use std::collections::HashMap;
use std::time::Duration;

/// Everything in which the history and the log do not agree.
pub fn violations(history: &History, log: &Log) -> Vec<String> {
    let versions = match log.replay() {
        Ok(versions) => versions,
        Err(broken) => return vec![broken],
    };
    let witness = Witness::new(history, log, versions);
    let mut violations = witness.strangers();
    for operation in &history.operations {
        let wrong = witness.wrong(operation);
        violations.extend(wrong.map(|wrong| format!("{wrong}\n    {operation}")));
    }
    violations
}

/// The history with the revision of every operation that nobody answered and that the log has all the same: for the search,
/// to which a revision is a hint and no more.
pub fn with_hints(history: &History, log: &Log) -> History {
    let witness = Witness::new(history, log, Versions::default());
    let operations = history.operations.iter().map(|operation| {
        let found = witness.commit_of(operation).filter(|_| operation.may_be_written());
        Operation {
            revision: operation.revision.or(found.map(|commit| commit.revision)),
            ..operation.clone()
        }
    });
    History { operations: operations.collect() }
}

struct Witness<'a> {
    history: &'a History,
    log: &'a Log,
    versions: Versions,
    /// The commits of each request.
    by_request: HashMap<&'a str, Vec<&'a Commit>>,
    /// The commits that brought about each value.
    by_value: HashMap<Value, Vec<&'a Commit>>,
    /// The newest revision that anybody had named by each moment at which somebody did.
    named: Vec<(Duration, u64)>,
    /// The same of each server by itself.
    named_by: Vec<Vec<(Duration, u64)>>,
    /// For each revision from 0 on, the moment before which nobody had asked for it or for one before it.
    asked: Vec<Duration>,
}

impl<'a> Witness<'a> {
    fn new(history: &'a History, log: &'a Log, versions: Versions) -> Self {
        let mut by_request: HashMap<_, Vec<_>> = HashMap::new();
        let mut by_value: HashMap<_, Vec<_>> = HashMap::new();
        for commit in &log.commits {
            by_request.entry(commit.request_id.as_str()).or_default().push(commit);
            for value in commit.effects.iter().filter_map(|(_, action)| action.writes()) {
                by_value.entry(value).or_default().push(commit);
            }
        }
        let servers = history.operations.iter().map(|operation| operation.server + 1).max().unwrap_or(0);
        let by_server = |server| named(history.operations.iter().filter(move |other| other.server == server));
        let named_by = (0..servers).map(by_server).collect();
        let named = named(history.operations.iter());
        let mut witness =
            Self { history, log, versions, by_request, by_value, named, named_by, asked: Vec::new() };
        witness.asked = witness.asked();
        witness
    }

    /// The commit that an operation made, as far as that can be told.
    fn commit_of(&self, operation: &Operation) -> Option<&'a Commit> {
        let by_request = operation.request_id.as_deref().and_then(|id| self.by_request.get(id));
        let by_value = operation.action.writes().and_then(|value| self.by_value.get(&value));
        by_request.or(by_value).and_then(|commits| commits.first().copied())
    }

    fn asked(&self) -> Vec<Duration> {
        let mut asked = vec![Duration::ZERO; self.log.commits.len() + 1];
        for operation in &self.history.operations {
            if let Some(commit) = self.commit_of(operation) {
                asked[place(commit.revision)] = operation.begun;
            }
        }
        let mut latest = Duration::ZERO;
        for moment in &mut asked {
            latest = latest.max(*moment);
            *moment = latest;
        }
        asked
    }

    /// The newest revision that was named before this operation began; before a peek, by the server that was asked.
    fn floor(&self, operation: &Operation) -> u64 {
        let named =
            if operation.action == Action::Peek { &self.named_by[operation.server] } else { &self.named };
        let before = named.partition_point(|(moment, _)| *moment < operation.begun);
        before.checked_sub(1).map_or(0, |last| named[last].1)
    }

    /// The newest revision whose every predecessor had been asked for when this operation ended.
    fn ceiling(&self, operation: &Operation) -> u64 {
        let behind = self.asked.partition_point(|moment| *moment <= operation.ended);
        behind.saturating_sub(1) as u64
    }

    /// In what an operation does not agree with the log.
    fn wrong(&self, operation: &Operation) -> Option<String> {
        match &operation.outcome {
            Outcome::Done => self.wrong_write(operation),
            Outcome::Nothing => self.commit_of(operation).map(|commit| {
                format!("nothing was to have been done, and revision {} is it", commit.revision)
            }),
            Outcome::Unknown => {
                self.commit_of(operation).and_then(|commit| self.wrong_commit(operation, commit))
            }
            Outcome::Content(_) | Outcome::Refused => self.wrong_view(operation),
        }
    }

    fn wrong_write(&self, operation: &Operation) -> Option<String> {
        let Some(revision) = operation.revision else { return Some("done, and no revision named".into()) };
        let Some(commit) = self.log.commits.get(place(revision).wrapping_sub(1)) else {
            return Some(format!("done at revision {revision}, and the log ends with {}", self.log.head()));
        };
        if operation.request_id.as_ref() != Some(&commit.request_id) {
            let other = &commit.request_id;
            return Some(format!("done, and the log has another request, {other}, at revision {revision}"));
        }
        self.wrong_commit(operation, commit)
    }

    /// In what a commit is not the one that the operation asked for.
    fn wrong_commit(&self, operation: &Operation, commit: &Commit) -> Option<String> {
        let revision = commit.revision;
        if operation.request_id.as_ref().is_some_and(|id| *id != commit.request_id) {
            return Some(format!("its value came to be by another request, at revision {revision}"));
        }
        if commit.effects != [(operation.object, operation.action)] {
            return Some(format!("revision {revision} did something else: {:?}", commit.effects));
        }
        let times = self.by_request.get(commit.request_id.as_str()).map_or(0, Vec::len);
        let values =
            operation.action.writes().and_then(|value| self.by_value.get(&value)).map_or(1, Vec::len);
        if times.max(values) > 1 {
            return Some(format!("it was done {} times, first at revision {revision}", times.max(values)));
        }
        let floor = self.floor(operation);
        if revision <= floor {
            return Some(format!(
                "done at revision {revision}, and before it began {floor} was already named"
            ));
        }
        // When the client gives up, the server need not.
        (operation.outcome == Outcome::Done).then(|| self.too_new(operation, revision)).flatten()
    }

    /// In what a read, or a refusal, is not what the log has at the revision it names; where it names none, whether there is
    /// a revision that it could be about.
    fn wrong_view(&self, operation: &Operation) -> Option<String> {
        let floor = self.floor(operation);
        if let Some(commit) = self.commit_of(operation) {
            return Some(format!("refused, and revision {} did it", commit.revision));
        }
        let fits = |content: &[Value]| step(content, operation.action, &operation.outcome).is_some();
        let Some(revision) = operation.revision else {
            let last = self.ceiling(operation);
            let mut seen = self.versions.between(operation.object, floor, last);
            let found = seen.any(|(_, content)| fits(content));
            return (!found).then(|| format!("so it was at no revision from {floor} to {last}"));
        };
        if revision < floor {
            return Some(format!(
                "it shows revision {revision}, and before it began {floor} was already named"
            ));
        }
        if revision > self.log.head() {
            return Some(format!("it shows revision {revision}, and the log ends with {}", self.log.head()));
        }
        let content = self.versions.at(operation.object, revision);
        if !fits(content) {
            return Some(format!("at revision {revision} the log has {content:?}"));
        }
        self.too_new(operation, revision)
    }

    fn too_new(&self, operation: &Operation, revision: u64) -> Option<String> {
        let ceiling = self.ceiling(operation);
        (revision > ceiling)
            .then(|| format!("revision {revision} rests on {}, which was asked for later", ceiling + 1))
    }

    /// Commits that nobody asked for. Those whose answer was lost and that brought about no value can only be counted.
    fn strangers(&self) -> Vec<String> {
        let mut explained = vec![false; self.log.commits.len() + 1];
        let mut lost: HashMap<(Object, Action), usize> = HashMap::new();
        for operation in &self.history.operations {
            if let Some(commit) = self.commit_of(operation) {
                explained[place(commit.revision)] = true;
            } else if operation.may_be_written() && operation.request_id.is_none() {
                *lost.entry((operation.object, operation.action)).or_default() += 1;
            }
        }
        let mut strangers = Vec::new();
        for commit in self.log.commits.iter().filter(|commit| !commit.effects.is_empty()) {
            let left = match commit.effects[..] {
                [effect] => lost.get_mut(&effect).filter(|left| **left > 0),
                _ => None,
            };
            match left {
                _ if explained[place(commit.revision)] => {}
                Some(left) => *left -= 1,
                None => {
                    let Commit { revision, request_id, effects } = commit;
                    strangers
                        .push(format!("nobody asked for revision {revision}: {effects:?} ({request_id})"));
                }
            }
        }
        strangers
    }
}

/// The newest revision that any of these had named by each moment.
fn named<'a>(operations: impl Iterator<Item = &'a Operation>) -> Vec<(Duration, u64)> {
    let mut named: Vec<_> =
        operations.filter_map(|operation| Some((operation.ended, operation.revision?))).collect();
    named.sort_unstable();
    let mut newest = 0;
    for (_, revision) in &mut named {
        newest = newest.max(*revision);
        *revision = newest;
    }
    named
}

/// The index of a revision in a list that begins with revision 0.
fn place(revision: u64) -> usize {
    usize::try_from(revision).unwrap_or(usize::MAX)
}

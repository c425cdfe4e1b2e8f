//! Which execution is carried out when. Time comes in with every call.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use statehouse_model::{Execution, ExecutionId, State};

/// How many executions are under way at the same time.
pub(crate) const WORKERS: usize = 8;
/// How many of them may be those of one data source: one that does not answer is not to keep the others waiting.
const OF_ONE_SOURCE: usize = 4;
/// How often an execution is attempted before it is given up.
pub(crate) const ATTEMPTS: u32 = 5;
/// From the first attempt that failed to the next; it doubles with each further one.
const PAUSE: Duration = Duration::from_secs(1);
/// So often at most: where what came of it cannot be recorded, an execution is not given up.
const DOUBLINGS: u32 = 9;

/// What is under way, and what waits for another attempt. All others that wait are due.
#[derive(Debug, Default)]
pub(crate) struct Queue {
    under_way: HashMap<ExecutionId, Arc<str>>,
    failed: HashMap<ExecutionId, Failures>,
}

#[derive(Debug)]
struct Failures {
    count: u32,
    due: Instant,
}

impl Queue {
    /// Forgets what is not to be carried out any more.
    pub(crate) fn keep(&mut self, state: &State) {
        let waits = |id: &ExecutionId| state.execution(id).is_some_and(|execution| execution.is_waiting());
        self.failed.retain(|id, _| waits(id));
    }

    /// Forgets everything but what is under way.
    pub(crate) fn clear(&mut self) {
        self.failed.clear();
    }

    /// The first of these that is due, and which attempt at it that is. It is under way from now on.
    pub(crate) fn begin<'a>(
        &mut self,
        mut waiting: impl Iterator<Item = &'a Arc<Execution>>,
        now: Instant,
    ) -> Option<(&'a Arc<Execution>, u32)> {
        if self.under_way.len() >= WORKERS {
            return None;
        }
        let execution = waiting.find(|execution| self.may_begin(execution, now))?;
        self.under_way.insert(execution.id.clone(), execution.data_source.as_str().into());
        let failures = self.failed.get(&execution.id).map_or(0, |failures| failures.count);
        Some((execution, failures + 1))
    }

    fn may_begin(&self, execution: &Execution, now: Instant) -> bool {
        let of_source = || self.under_way.values().filter(|source| ***source == *execution.data_source);
        !self.under_way.contains_key(&execution.id)
            && self.failed.get(&execution.id).is_none_or(|failures| failures.due <= now)
            && of_source().count() < OF_ONE_SOURCE
    }

    /// An attempt has ended, and is to be repeated or not.
    pub(crate) fn end(&mut self, id: &ExecutionId, again: bool, now: Instant) {
        self.under_way.remove(id);
        if again {
            let count = self.failed.get(id).map_or(0, |failures| failures.count) + 1;
            let due = now + PAUSE * (1 << (count - 1).min(DOUBLINGS));
            self.failed.insert(id.clone(), Failures { count, due });
        } else {
            self.failed.remove(id);
        }
    }

    /// How many are under way.
    pub(crate) fn under_way(&self) -> usize {
        self.under_way.len()
    }
}

#[cfg(test)]
mod tests {
    use statehouse_model::{Arguments, Origin, Position, Progress, Revision, Timestamp};

    use super::*;

    fn waiting(id: &str, source: &str) -> Arc<Execution> {
        Arc::new(Execution {
            id: id.into(),
            data_source: source.to_owned(),
            action: "act".to_owned(),
            arguments: Arguments::default(),
            origin: Origin::Request { actor: "somebody".to_owned() },
            asked_at: Timestamp(0),
            progress: Progress::Waiting,
            created: Position { revision: Revision(1), index: 0 },
        })
    }

    fn begun(queue: &mut Queue, all: &[Arc<Execution>], now: Instant) -> Vec<(String, u32)> {
        let mut begun = Vec::new();
        while let Some((execution, attempt)) = queue.begin(all.iter(), now) {
            begun.push((execution.id.to_string(), attempt));
        }
        begun
    }

    #[test]
    fn each_is_begun_once_and_a_data_source_does_not_take_all_the_room() {
        let (mut queue, now) = (Queue::default(), Instant::now());
        let mut all: Vec<_> = (0..6).map(|number| waiting(&format!("a{number}"), "a")).collect();
        all.extend((0..6).map(|number| waiting(&format!("b{number}"), "b")));
        let first = begun(&mut queue, &all, now);
        let ids: Vec<_> = first.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, ["a0", "a1", "a2", "a3", "b0", "b1", "b2", "b3"]);
        assert_eq!(begun(&mut queue, &all, now), []);
        queue.end(&"a1".into(), false, now);
        // What was recorded does not wait any more.
        let left: Vec<_> = all.iter().filter(|execution| execution.id != "a1".into()).cloned().collect();
        assert_eq!(begun(&mut queue, &left, now), [("a4".to_owned(), 1)]);
    }

    #[test]
    fn what_failed_pauses_longer_and_longer() {
        let (mut queue, mut now, all) = (Queue::default(), Instant::now(), [waiting("a", "a")]);
        for (attempt, pause) in [(1, 1), (2, 2), (3, 4), (4, 8)] {
            assert_eq!(begun(&mut queue, &all, now), [("a".to_owned(), attempt)]);
            queue.end(&"a".into(), true, now);
            let pause = Duration::from_secs(pause);
            assert_eq!(begun(&mut queue, &all, now + pause / 2), []);
            now += pause;
        }
        assert_eq!(begun(&mut queue, &all, now), [("a".to_owned(), ATTEMPTS)]);
    }
}

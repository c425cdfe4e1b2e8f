//! What the rules call, told for each policy and action by itself: one whose rules cost too much to evaluate keeps no other from
//! being followed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use statehouse_engine::{Caller, Difference, Evaluator, Exceeded, Limits, Row};
use statehouse_model::{Call, Commit, State, Value};

use crate::call::{self, CallsChanged};

/// What failed is not tried again for so long at least; and for this many times as long as it took.
const REST: Duration = Duration::from_secs(5);
const REST_FOR_TIME: u32 = 4;

/// The calls of a state, which is followed.
pub(crate) struct Callers {
    evaluator: Evaluator,
    /// Those of whose calls nothing is known, because evaluating them exceeds the limits or there was no room to record them; with
    /// when that was found out last.
    unknown: BTreeMap<Caller, Instant>,
    /// None of them is tried again before, so that there is time for the others.
    rest: Instant,
}

impl Callers {
    /// Those of a state.
    ///
    /// # Errors
    ///
    /// When taking its rules and rows in exceeds the limits.
    pub(crate) fn of(state: Arc<State>, limits: Limits<'_>) -> Result<Self, Exceeded> {
        let evaluator = Evaluator::of(state, limits)?;
        Ok(Self { evaluator, unknown: BTreeMap::new(), rest: Instant::now() })
    }

    /// The state that is followed.
    pub(crate) fn state(&self) -> &Arc<State> {
        self.evaluator.state()
    }

    /// All that there are rules of; those of which nothing is known are among them.
    pub(crate) fn all(&mut self) -> BTreeSet<Caller> {
        self.evaluator.watch_calls()
    }

    /// Whether nothing is known of a caller's calls.
    pub(crate) fn is_unknown(&self, caller: &Caller) -> bool {
        self.unknown.contains_key(caller)
    }

    /// How many there are of whose calls nothing is known.
    pub(crate) fn unknown(&self) -> usize {
        self.unknown.len()
    }

    /// One that may be tried again.
    pub(crate) fn due(&self, now: Instant) -> Option<Caller> {
        let longest_ago = self.unknown.iter().min_by_key(|(_, tried)| **tried);
        longest_ago.filter(|_| self.rest <= now).map(|(caller, _)| caller.clone())
    }

    /// With what an action is called. When that is more than the limits permit, nothing is known of it until it is asked again.
    pub(crate) fn look(
        &mut self,
        caller: &Caller,
        now: &Value,
        limits: Limits<'_>,
    ) -> Result<Vec<Row>, Exceeded> {
        let began = Instant::now();
        let rows = self.evaluator.calls(&caller.policy, &caller.action, now, limits);
        if rows.is_ok() {
            self.unknown.remove(caller);
        } else {
            self.leave(caller, began.elapsed());
        }
        rows
    }

    /// Nothing is known of a caller's calls until it is asked again: that took so long in vain.
    pub(crate) fn leave(&mut self, caller: &Caller, took: Duration) {
        let now = Instant::now();
        self.unknown.insert(caller.clone(), now);
        self.rest = now + REST.max(took * REST_FOR_TIME);
    }

    /// Goes on by a commit. Answers what that changed, and those of whose calls nothing is known since.
    pub(crate) fn advance(
        &mut self,
        commit: &Commit,
        now: &Value,
        limits: Limits<'_>,
    ) -> (CallsChanged, Vec<Caller>) {
        let next = Arc::new(self.evaluator.state().apply(&commit.changes));
        let mut changed = CallsChanged::default();
        let mut lost = Vec::new();
        for Difference { table, called_by, outcome } in
            self.evaluator.advance(&commit.changes, next.clone(), now, limits)
        {
            let Some(policy) = called_by else { continue };
            let caller = Caller { policy, action: table };
            match outcome {
                // What was there before is not known, and so neither is what has changed.
                Ok(_) if self.is_unknown(&caller) => {}
                Ok(rows) => changed.add(&caller, &rows, &next),
                Err(_) => lost.push(caller),
            }
        }
        (changed, lost)
    }

    /// How the calls of an action differ from those of it that are recorded.
    pub(crate) fn compare(&self, caller: &Caller, rows: &[Row], recorded: &BTreeSet<Call>) -> CallsChanged {
        CallsChanged::between(recorded, &call::of_rows(caller, rows, self.state()))
    }
}

#[cfg(test)]
mod tests {
    use statehouse_model::{
        Change, Command, Drivers, NewRule, PolicyKind, Revision, RuleId, TableName, Timestamp,
    };

    use super::*;

    const LIMITS: Limits<'static> = Limits { rows: 500, ..Limits::GENEROUS };

    struct World {
        state: Arc<State>,
        commits: u64,
    }

    impl World {
        fn decide(&mut self, command: &Command) -> Commit {
            let changes: Vec<Change> = self.state.decide(command, Timestamp(0)).unwrap();
            self.state = Arc::new(self.state.apply(&changes));
            self.commits += 1;
            Commit {
                revision: Revision(self.commits),
                at: Timestamp(0),
                actor: String::new(),
                request_id: String::new(),
                changes,
            }
        }

        fn policy(&mut self, name: &str) {
            let rules = Vec::new();
            let (id, kind) = (name.into(), PolicyKind::Nonrecursive);
            let (name, abbreviation, description) = (name.to_owned(), None, String::new());
            self.decide(&Command::CreatePolicy { id, name, abbreviation, description, kind, rules });
        }

        fn rule(&mut self, policy: &str, text: &str) -> (RuleId, Commit) {
            let id = RuleId::from(format!("rule-{}", self.commits));
            let rule = NewRule { id: id.clone(), text: text.to_owned(), name: None, comment: String::new() };
            let commit = self.decide(&Command::CreateRule { policy: policy.into(), rule });
            (id, commit)
        }
    }

    fn caller(policy: &str, action: &str) -> Caller {
        Caller { policy: policy.into(), action: TableName::new("nova", action) }
    }

    fn now() -> Value {
        Value::from("2020-02-29 12:34:56")
    }

    fn texts(calls: &[Call]) -> Vec<&str> {
        calls.iter().map(|call| &*call.positional).collect()
    }

    #[test]
    fn one_that_costs_too_much_keeps_no_other_from_being_followed() {
        let mut world = World { state: Arc::new(State::empty(Drivers::default())), commits: 0 };
        for policy in ["bad", "good"] {
            world.policy(policy);
        }
        for number in 0..10 {
            world.rule("bad", &format!("big({number})"));
        }
        world.rule("bad", "execute[nova:stop(x, y, z)] :- big(x), big(y), big(z)");
        world.rule("good", "execute[nova:pause(x)] :- down(x)");
        world.rule("good", "down(1)");
        let mut callers = Callers::of(world.state.clone(), LIMITS).unwrap();
        let (bad, good) = (caller("bad", "stop"), caller("good", "pause"));
        assert_eq!(callers.all(), BTreeSet::from([bad.clone(), good.clone()]));
        assert!(callers.look(&bad, &now(), LIMITS).is_err());
        let rows = callers.look(&good, &now(), LIMITS).unwrap();
        assert_eq!(texts(&callers.compare(&good, &rows, &BTreeSet::new()).appeared), ["[1]"]);
        assert!(callers.is_unknown(&bad) && callers.unknown() == 1);

        // The other goes on, commit by commit.
        let (rule, commit) = world.rule("good", "down(2)");
        let (changed, lost) = callers.advance(&commit, &now(), LIMITS);
        assert_eq!((texts(&changed.appeared), lost), (vec!["[2]"], Vec::new()));
        let commit = world.decide(&Command::DeleteRule { policy: "good".into(), rule });
        let (changed, _) = callers.advance(&commit, &now(), LIMITS);
        assert_eq!(texts(&changed.disappeared), ["[2]"]);

        // It is tried again when the others have had their time.
        assert_eq!(callers.due(Instant::now()), None);
        assert_eq!(callers.due(Instant::now() + REST), Some(bad.clone()));
        assert_eq!(callers.look(&bad, &now(), Limits::GENEROUS).unwrap().len(), 1_000);
        assert_eq!(callers.due(Instant::now() + REST), None);
    }

    #[test]
    fn one_that_comes_to_cost_too_much_is_told_of_and_what_it_called_is_not_taken_back() {
        let mut world = World { state: Arc::new(State::empty(Drivers::default())), commits: 0 };
        world.policy("p");
        let (rule, _) = world.rule("p", "execute[nova:stop(x, y)] :- big(x), big(y)");
        world.rule("p", "execute[nova:pause(x)] :- big(x)");
        world.rule("p", "big(0)");
        let mut callers = Callers::of(world.state.clone(), LIMITS).unwrap();
        for caller in callers.all() {
            callers.look(&caller, &now(), LIMITS).unwrap();
        }
        let mut lost = Vec::new();
        let mut number = 1;
        while lost.is_empty() {
            let (_, commit) = world.rule("p", &format!("big({number})"));
            let limits = Limits { rows: 20, ..LIMITS };
            let (changed, of) = callers.advance(&commit, &now(), limits);
            let taken_back = texts(&changed.disappeared);
            assert!(taken_back.is_empty(), "{taken_back:?}");
            lost = of;
            number += 1;
        }
        let stop = caller("p", "stop");
        assert!(lost.contains(&stop), "{lost:?}");
        assert!(callers.look(&stop, &now(), Limits { rows: 3, ..LIMITS }).is_err());
        // Nothing is told of it until it is asked again.
        let commit = world.decide(&Command::DeleteRule { policy: "p".into(), rule });
        let (changed, lost) = callers.advance(&commit, &now(), LIMITS);
        assert!(changed == CallsChanged::default() && lost.is_empty(), "{changed:?} {lost:?}");
        assert_eq!(callers.look(&stop, &now(), LIMITS), Ok(Vec::new()));
        assert!(!callers.is_unknown(&stop));
    }
    #[test]
    fn who_has_no_rules_any_more_is_none_of_them() {
        let mut world = World { state: Arc::new(State::empty(Drivers::default())), commits: 0 };
        world.policy("p");
        let (rule, _) = world.rule("p", "execute[nova:stop(x)] :- big(x)");
        world.rule("p", "execute[nova:pause(x)] :- big(x)");
        let mut callers = Callers::of(world.state.clone(), LIMITS).unwrap();
        assert_eq!(callers.all(), BTreeSet::from([caller("p", "stop"), caller("p", "pause")]));
        let commit = world.decide(&Command::DeleteRule { policy: "p".into(), rule });
        callers.advance(&commit, &now(), LIMITS);
        assert_eq!(callers.all(), BTreeSet::from([caller("p", "pause")]));
        let (_, commit) = world.rule("p", "execute[nova:stop(x, y)] :- big(x), big(y)");
        callers.advance(&commit, &now(), LIMITS);
        assert_eq!(callers.all(), BTreeSet::from([caller("p", "stop"), caller("p", "pause")]));
    }
}

//! The check of a history against the log is itself checked: a run that is right is accepted, and every way of doctoring
//! its history or its log is found.
#![expect(clippy::expect_used, reason = "a script that makes no sense fails its test")]

use statehouse_tests::linearizability::log::Commit;
use statehouse_tests::linearizability::{Action, History, Log, Object, Operation, Outcome, witness};
use std::time::Duration;

const TABLE: Object = Object::Table(0);
const POLICY: Object = Object::Policy(0);
const RULES: Object = Object::Rules(0);

/// A run on a server that is right: one operation after the other, each a millisecond long.
#[derive(Debug, Clone, Default)]
struct Script {
    history: History,
    log: Log,
    clock: u64,
}

impl Script {
    fn commit(&mut self, object: Object, action: Action, request_id: &str) {
        let revision = self.log.head() + 1;
        self.log.commits.push(Commit {
            revision,
            request_id: request_id.into(),
            effects: vec![(object, action)],
        });
    }

    fn operation(&mut self, object: Object, action: Action, outcome: Outcome) -> &mut Operation {
        self.clock += 2;
        let (begun, ended) = (Duration::from_millis(self.clock), Duration::from_millis(self.clock + 1));
        let request_id = Some(format!("request-{}", self.clock));
        let operation = Operation {
            client: 0,
            server: 0,
            object,
            action,
            begun,
            ended,
            outcome,
            request_id,
            revision: None,
        };
        self.history.operations.push(operation);
        self.history.operations.last_mut().expect("one was just added")
    }

    fn write(&mut self, object: Object, action: Action) -> &mut Operation {
        self.commit(object, action, &format!("request-{}", self.clock + 2));
        let revision = self.log.head();
        let operation = self.operation(object, action, Outcome::Done);
        operation.revision = Some(revision);
        operation
    }

    fn read(&mut self, object: Object, content: &[u64]) -> &mut Operation {
        let revision = self.log.head();
        let operation = self.operation(object, Action::Get, Outcome::Content(content.to_vec()));
        operation.revision = Some(revision);
        operation
    }
}

/// Some of everything, all of it right.
fn right() -> Script {
    let mut script = Script::default();
    // Room for the rest, which no client asked for.
    script.log.commits.push(Commit { revision: 1, request_id: "setup".into(), effects: vec![] });
    script.write(TABLE, Action::Put(1));
    script.read(TABLE, &[1]);
    script.write(POLICY, Action::Create(2));
    script.operation(POLICY, Action::Create(3), Outcome::Refused).revision = Some(3);
    script.write(RULES, Action::Append(4));
    script.operation(TABLE, Action::Put(5), Outcome::Nothing);
    // Nobody answered, and one took effect later, the other not.
    script.operation(TABLE, Action::Put(6), Outcome::Unknown).request_id = None;
    script.operation(TABLE, Action::Put(7), Outcome::Unknown).request_id = None;
    script.read(TABLE, &[1]);
    script.commit(TABLE, Action::Put(6), "lost-1");
    script.read(TABLE, &[6]);
    script.read(Object::AllPolicies, &[2]);
    script.operation(POLICY, Action::Delete, Outcome::Unknown).request_id = None;
    script.commit(POLICY, Action::Delete, "lost-2");
    script.read(Object::AllPolicies, &[]);
    // An answer that names no revision is about one of the time.
    script.operation(POLICY, Action::Get, Outcome::Content(vec![])).revision = None;
    script.operation(POLICY, Action::Delete, Outcome::Refused);
    script.write(RULES, Action::Append(8));
    script.write(RULES, Action::Remove(4));
    script.read(RULES, &[8]);
    script
}

fn find(script: &mut Script, wanted: impl Fn(&Operation) -> bool) -> &mut Operation {
    script.history.operations.iter_mut().find(|operation| wanted(operation)).expect("it is in the script")
}

fn wrote(script: &mut Script, action: Action) -> &mut Operation {
    find(script, |operation| operation.action == action)
}

#[track_caller]
fn assert_found(says: &str, doctor: impl FnOnce(&mut Script)) {
    let mut script = right();
    doctor(&mut script);
    let violations = witness::violations(&script.history, &script.log);
    assert!(
        violations.iter().any(|violation| violation.contains(says)),
        "{says:?} is not among {violations:#?}"
    );
}

#[test]
fn a_run_that_is_right_is_accepted() {
    let script = right();
    assert_eq!(witness::violations(&script.history, &script.log), [""; 0]);
}

#[test]
fn a_write_that_was_acknowledged_and_lost_is_found() {
    assert_found("the log ends with 7", |script| drop(script.log.commits.pop()));
    // The next one got its revision.
    assert_found("the log has another request, request-34, at revision 7", |script| {
        script.log.commits.remove(6);
        script.log.commits[6].revision = 7;
        script.log.commits[6].effects = vec![];
    });
    assert_found("done, and no revision named", |script| wrote(script, Action::Put(1)).revision = None);
}

#[test]
fn a_revision_that_is_missing_or_there_twice_is_found() {
    assert_found("has revision 4 where 3 belongs", |script| drop(script.log.commits.remove(2)));
    assert_found("has revision 3 where 4 belongs", |script| {
        let again = script.log.commits[2].clone();
        script.log.commits.insert(3, again);
    });
}

#[test]
fn a_write_that_was_done_twice_is_found() {
    assert_found("it was done 2 times", |script| {
        let id = wrote(script, Action::Append(8)).request_id.clone().expect("it was answered");
        script.commit(TABLE, Action::Put(1), &id);
    });
    assert_found("its value came to be by another request", |script| {
        // The client gave up, the server did it all the same, and then again for somebody else.
        wrote(script, Action::Put(6)).request_id = Some("other".into());
    });
    assert_found("it was done 2 times", |script| script.commit(TABLE, Action::Put(6), "again"));
}

#[test]
fn what_was_not_to_be_done_and_was_is_found() {
    assert_found("nothing was to have been done", |script| script.commit(TABLE, Action::Put(5), "late"));
    assert_found("refused, and revision 9 did it", |script| {
        script.commit(POLICY, Action::Create(3), "late");
    });
}

#[test]
fn what_the_state_did_not_allow_is_found() {
    assert_found("Append(4), where it held [4]", |script| {
        script.log.commits[4].effects = vec![(RULES, Action::Append(4))];
    });
}

#[test]
fn a_commit_that_nobody_asked_for_is_found() {
    assert_found("nobody asked for revision 9", |script| script.commit(TABLE, Action::Put(99), "stranger"));
    // One answer was lost, and one deletion may be it; there were two.
    assert_found("nobody asked for revision 10", |script| {
        script.write(POLICY, Action::Create(20));
        script.commit(POLICY, Action::Delete, "stranger");
    });
    assert_found("did something else", |script| {
        let (object, value) = (RULES, 8);
        script.log.commits[6].effects.push((object, Action::Append(value + 1)));
    });
}

#[test]
fn an_order_that_is_not_that_of_time_is_found() {
    // It had been asked for before, but the revision was already there when it began.
    assert_found("before it began 5 was already named", |script| {
        let read = find(script, |operation| operation.outcome == Outcome::Content(vec![6]));
        let moment = read.ended + Duration::from_micros(1);
        let lost = wrote(script, Action::Put(6));
        (lost.begun, lost.ended) = (moment, moment + Duration::from_micros(1));
    });
    assert_found("rests on 4, which was asked for later", |script| {
        let end = Duration::from_secs(9);
        wrote(script, Action::Append(4)).begun = end;
        wrote(script, Action::Append(4)).ended = end;
    });
}

#[test]
fn a_read_that_is_stale_is_found() {
    assert_found("it shows revision 4, and before it began 8 was already named", |script| {
        script.read(TABLE, &[1]).revision = Some(4);
    });
    assert_found("so it was at no revision from 8 to 8", |script| {
        script.operation(POLICY, Action::Get, Outcome::Content(vec![2]));
    });
}

#[test]
fn a_peek_may_be_stale_but_not_go_back_on_what_its_server_said() {
    let peek = |script: &mut Script, server, revision, content: &[u64]| {
        let peek = script.operation(TABLE, Action::Peek, Outcome::Content(content.to_vec()));
        (peek.server, peek.revision) = (server, Some(revision));
    };
    let mut script = right();
    peek(&mut script, 1, 4, &[1]);
    peek(&mut script, 1, 5, &[6]);
    assert_eq!(witness::violations(&script.history, &script.log), [""; 0]);
    assert_found("it shows revision 4, and before it began 5 was already named", |script| {
        peek(script, 1, 5, &[6]);
        peek(script, 1, 4, &[1]);
    });
    assert_found("it shows revision 4, and before it began 8 was already named", |script| {
        peek(script, 0, 4, &[1]);
    });
    assert_found("at revision 4 the log has [1]", |script| peek(script, 1, 4, &[6]));
}

#[test]
fn a_read_that_shows_what_the_log_does_not_have_is_found() {
    assert_found("at revision 2 the log has [1]", |script| {
        find(script, |operation| operation.action == Action::Get).outcome = Outcome::Content(vec![9]);
    });
    assert_found("at revision 5 the log has [2]", |script| {
        find(script, |operation| operation.object == Object::AllPolicies).outcome = Outcome::Content(vec![]);
    });
    assert_found("the log ends with 8", |script| script.read(TABLE, &[6]).revision = Some(12));
    assert_found("at revision 3 the log has [2]", |script| {
        wrote(script, Action::Create(3)).action = Action::Delete;
    });
}

//! The checker of histories is itself checked: on histories that are known to be right, on some that are known to be wrong,
//! and against a search that tries every order.
#![expect(clippy::expect_used, reason = "a script that makes no sense fails its test")]

use proptest::prelude::*;
use proptest::sample::Index;
use statehouse_tests::linearizability::blame;
use statehouse_tests::linearizability::object::step;
use statehouse_tests::linearizability::search::{PATIENCE, Verdict, search};
use statehouse_tests::linearizability::{Action, History, Object, Operation, Outcome};
use std::time::Duration;

use Action::{Append, Create, Delete, Get, Put, Remove};
use Outcome::{Content, Done, Nothing, Refused, Unknown};

/// An operation on the one object of a test, from one instant to another.
fn from(begun: u64, ended: u64, action: Action, outcome: Outcome) -> Operation {
    Operation {
        client: 0,
        server: 0,
        object: Object::Rules(1),
        action,
        begun: Duration::from_millis(begun),
        ended: Duration::from_millis(ended),
        outcome,
        request_id: None,
        revision: None,
    }
}

fn shows(values: &[u64]) -> Outcome {
    Content(values.to_vec())
}

#[track_caller]
fn assert_right(operations: &[Operation]) {
    assert_eq!(search(operations, PATIENCE), Verdict::Explained);
    assert!(every_order(operations), "the search through every order finds none");
}

#[track_caller]
fn assert_wrong(operations: &[Operation]) {
    assert!(matches!(search(operations, PATIENCE), Verdict::Violated(_)));
    assert!(!every_order(operations), "the search through every order finds one");
    let shortest = blame::shortest(operations);
    assert!(matches!(search(&shortest, PATIENCE), Verdict::Violated(_)), "{shortest:?}");
    assert!(shortest.len() <= operations.len());
}

#[test]
fn writes_at_once_may_come_in_either_order() {
    for seen in [1, 2] {
        assert_right(&[
            from(0, 10, Put(1), Done),
            from(5, 15, Put(2), Done),
            from(20, 21, Get, shows(&[seen])),
        ]);
    }
    assert_right(&[
        from(0, 9, Append(1), Done),
        from(0, 9, Append(2), Done),
        from(3, 4, Get, shows(&[2])),
        from(10, 11, Get, shows(&[2, 1])),
    ]);
}

#[test]
fn a_read_at_the_same_time_may_show_either() {
    for seen in [&[][..], &[1]] {
        assert_right(&[from(0, 10, Put(1), Done), from(2, 8, Get, shows(seen))]);
    }
}

#[test]
fn what_nobody_answered_may_have_happened_or_not_or_may_still_happen() {
    let lost = from(0, 5, Put(2), Unknown);
    let before = from(0, 1, Put(1), Done);
    assert_right(&[before.clone(), lost.clone(), from(10, 11, Get, shows(&[1]))]);
    assert_right(&[before.clone(), lost.clone(), from(10, 11, Get, shows(&[2]))]);
    let late =
        [from(10, 11, Get, shows(&[1])), from(20, 21, Get, shows(&[2])), from(30, 31, Get, shows(&[2]))];
    assert_right(&[&[before, lost][..], &late].concat());
}

#[test]
fn what_nobody_answered_may_be_what_a_refusal_rests_on() {
    assert_right(&[from(0, 5, Create(1), Unknown), from(6, 7, Create(2), Refused), from(8, 9, Delete, Done)]);
    assert_right(&[from(0, 1, Create(1), Done), from(2, 9, Delete, Unknown), from(3, 4, Create(2), Done)]);
    assert_wrong(&[
        from(0, 1, Create(1), Unknown),
        from(6, 7, Create(2), Refused),
        from(8, 9, Get, shows(&[])),
    ]);
}

#[test]
fn a_stale_read_is_found() {
    assert_wrong(&[from(0, 1, Put(1), Done), from(2, 3, Put(2), Done), from(4, 5, Get, shows(&[1]))]);
    assert_wrong(&[from(0, 1, Put(1), Done), from(2, 3, Get, shows(&[]))]);
}

#[test]
fn a_lost_update_is_found() {
    assert_wrong(&[from(0, 9, Append(1), Done), from(0, 9, Append(2), Done), from(10, 11, Get, shows(&[2]))]);
}

#[test]
fn a_read_of_what_was_not_done_is_found() {
    assert_wrong(&[from(0, 9, Put(1), Nothing), from(3, 4, Get, shows(&[1]))]);
    assert_wrong(&[from(0, 1, Put(1), Nothing), from(3, 4, Get, shows(&[1]))]);
    assert_wrong(&[from(5, 9, Put(1), Done), from(3, 4, Get, shows(&[1]))]);
}

#[test]
fn what_was_done_twice_is_found() {
    let twice = [
        from(0, 1, Append(1), Done),
        from(2, 3, Remove(1), Done),
        from(4, 5, Get, shows(&[])),
        from(6, 7, Get, shows(&[1])),
    ];
    assert_wrong(&twice);
    // Even when nobody answered the first time.
    let lost = [from(0, 1, Append(1), Unknown), from(2, 3, Get, shows(&[1]))];
    assert_wrong(&[&lost[..], &[from(2, 4, Remove(1), Done), from(6, 7, Get, shows(&[1]))]].concat());
}

#[test]
fn reads_that_go_back_in_time_are_found() {
    let writing = from(0, 100, Put(1), Done);
    assert_wrong(&[writing.clone(), from(10, 11, Get, shows(&[1])), from(12, 13, Get, shows(&[]))]);
    assert_right(&[writing.clone(), from(10, 12, Get, shows(&[1])), from(11, 13, Get, shows(&[]))]);
    let lost = from(0, 5, Put(1), Unknown);
    assert_wrong(&[lost, from(10, 11, Get, shows(&[1])), from(12, 13, Get, shows(&[]))]);
}

#[test]
fn a_name_that_went_to_two_is_found() {
    assert_wrong(&[from(0, 9, Create(1), Done), from(0, 9, Create(2), Done)]);
    assert_wrong(&[from(0, 9, Create(1), Refused)]);
    assert_wrong(&[from(0, 1, Create(1), Done), from(2, 9, Delete, Done), from(2, 9, Delete, Done)]);
}

#[test]
fn the_list_of_all_policies_is_a_read_of_each() {
    let policy = |number, operation: Operation| Operation { object: Object::Policy(number), ..operation };
    let list = |begun, values: &[u64]| Operation {
        object: Object::AllPolicies,
        ..from(begun, begun + 1, Get, shows(values))
    };
    let made = [policy(1, from(0, 1, Create(1), Done)), policy(2, from(2, 3, Create(2), Done))];
    let history = |last: Operation| History { operations: [&made[..], &[last]].concat() };
    assert_eq!(blame::violations(&history(list(4, &[1, 2]))), [""; 0]);
    let violations = blame::violations(&history(list(4, &[1])));
    assert_eq!(violations.len(), 1);
    assert!(violations[0].starts_with("policy 2: no order explains"), "{violations:?}");
}

#[test]
fn what_cannot_be_decided_in_time_is_said_to_be_so() {
    let mut operations: Vec<Operation> = (1..=12).map(|value| from(0, 99, Append(value), Done)).collect();
    operations.push(from(100, 101, Get, shows(&[12, 1])));
    assert_eq!(search(&operations, 1000), Verdict::Undecided);
}

#[test]
fn the_shortest_part_leaves_out_what_does_not_matter() {
    let mut operations: Vec<Operation> = (0..50).map(|at| from(at, at + 1, Get, shows(&[]))).collect();
    operations.push(from(60, 61, Put(1), Done));
    operations.extend((62..90).map(|at| from(at, at + 1, Get, shows(&[1]))));
    operations.push(from(92, 93, Get, shows(&[])));
    operations.extend((94..99).map(|at| from(at, at + 1, Get, shows(&[1]))));
    assert_eq!(blame::shortest(&operations), [from(60, 61, Put(1), Done), from(92, 93, Get, shows(&[]))]);
}

/// Whether any order of these operations, each unknown one taken or left out, explains all answers.
fn every_order(operations: &[Operation]) -> bool {
    fn complete(order: &mut Vec<usize>, content: &[u64], operations: &[Operation]) -> bool {
        let missing: Vec<usize> = (0..operations.len()).filter(|number| !order.contains(number)).collect();
        let may_be_left = |number: &usize| matches!(operations[*number].outcome, Unknown | Nothing);
        if missing.iter().all(may_be_left) {
            return true;
        }
        missing.iter().any(|&number| {
            let next = &operations[number];
            // Nothing that is known to have ended before it began may come after it.
            let in_time = missing.iter().all(|&other| {
                may_be_left(&other) || other == number || operations[other].ended >= next.begun
            });
            let Some(after) = step(content, next.action, &next.outcome).filter(|_| in_time) else {
                return false;
            };
            order.push(number);
            let found = complete(order, &after, operations);
            order.pop();
            found
        })
    }
    complete(&mut Vec::new(), &[], operations)
}

/// How one operation of a random history is made: its action, how far it reaches to both sides of the moment at which it
/// takes effect, and whether it is answered.
type Draw = (Index, u64, u64, u8);

fn draws(number: usize, reach: u64) -> impl Strategy<Value = Vec<Draw>> {
    prop::collection::vec((any::<Index>(), 0..reach, 0..reach, 0..10_u8), 1..=number)
}

/// A history that is right: each operation takes effect at a moment of its own, and reaches to both sides of it. Revisions
/// tell the order, of all but those that took no effect and were not answered.
fn right(draws: &[Draw]) -> Vec<Operation> {
    let mut content = Vec::new();
    let mut operations = Vec::new();
    for (number, &(choice, before_ms, after_ms, answered)) in draws.iter().enumerate() {
        let moment = 100 + 10 * number as u64;
        let value = 1 + number as u64;
        let old = 1 + choice.index(draws.len()) as u64;
        let actions =
            [Put(value), Create(value), Delete, Append(value), Append(old), Remove(old), Get, Get, Get];
        let action = actions[choice.index(actions.len())];
        let outcome = match action {
            Get => Content(content.clone()),
            _ if step(&content, action, &Done).is_some() => Done,
            _ => Refused,
        };
        // One in ten is not answered and takes effect, one is not answered and has none.
        let before = content.clone();
        if answered != 1 {
            content = step(&content, action, &outcome).expect("the outcome was chosen for it");
        }
        let outcome = if answered < 2 { Unknown } else { outcome };
        let revision = (outcome != Unknown || content != before).then_some(moment);
        operations
            .push(Operation { revision, ..from(moment - before_ms, moment + after_ms, action, outcome) });
    }
    operations
}

/// The same with another answer or another interval somewhere.
fn mutated(mut operations: Vec<Operation>, place: Index, kind: u8, by: u64) -> Vec<Operation> {
    let number = place.index(operations.len());
    let other = operations[(number + 1) % operations.len()].outcome.clone();
    let operation = &mut operations[number];
    match kind {
        0 => {
            (operation.begun, operation.ended) =
                (operation.ended, operation.ended + Duration::from_millis(by));
        }
        1 if operation.action == Get => operation.outcome = Content(vec![by % 7]),
        1 => operation.outcome = if operation.outcome == Done { Refused } else { Done },
        2 if operation.action == Get => {
            operation.outcome = if let Content(_) = other { other } else { shows(&[]) }
        }
        2 => operation.outcome = Nothing,
        _ => operation.action = if operation.action == Get { Get } else { Put(by) },
    }
    operations
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_history_made_from_an_order_is_accepted(draws in draws(12, 20)) {
        let mut operations = right(&draws);
        for operation in &mut operations {
            operation.revision = None;
        }
        prop_assert_eq!(search(&operations, PATIENCE), Verdict::Explained);
    }

    #[test]
    fn revisions_show_the_way_in_a_long_one(draws in draws(60, 40)) {
        prop_assert_eq!(search(&right(&draws), PATIENCE), Verdict::Explained);
    }

    #[test]
    fn revisions_that_are_made_up_lead_nobody_astray(draws in draws(7, 40), revisions: [u64; 7]) {
        let mut operations = right(&draws);
        for (revision, operation) in revisions.into_iter().zip(&mut operations) {
            operation.revision = Some(revision);
        }
        prop_assert_eq!(search(&operations, PATIENCE), Verdict::Explained);
    }

    #[test]
    fn a_changed_history_is_judged_as_by_trying_every_order(
        draws in draws(7, 40), place: Index, kind in 0..4_u8, by in 0..60_u64,
    ) {
        let operations = mutated(right(&draws), place, kind, by);
        let found = search(&operations, PATIENCE) == Verdict::Explained;
        prop_assert_eq!(found, every_order(&operations), "{:#?}", operations);
    }

    #[test]
    fn a_history_that_is_only_half_known_is_accepted_too(draws in draws(12, 20), moment in 100..220_u64) {
        let half = right(&draws).into_iter().filter(|operation| operation.begun <= Duration::from_millis(moment));
        let half = half.map(|operation| {
            let is_known = operation.ended <= Duration::from_millis(moment);
            let outcome = if is_known { operation.outcome.clone() } else { Unknown };
            Operation { outcome, ..operation }
        });
        prop_assert_eq!(search(&half.collect::<Vec<_>>(), PATIENCE), Verdict::Explained);
    }
}

//! Several stores on one database, as several processes have them.

use std::thread;
use std::time::{Duration, Instant};

use statehouse_db::{ReadError, WriteError};
use statehouse_model::{Rejection, Revision};

use crate::words::{Scratch, Words, eventually, fact, facts};

#[test]
fn each_sees_at_once_what_the_other_was_told_is_stored() {
    let scratch = Scratch::new();
    let (one, other) = (scratch.open(), scratch.open_elsewhere());
    for number in 0..20 {
        let (writer, reader) = if number % 2 == 0 { (&one, &other) } else { (&other, &one) };
        let revision = writer.tell(fact(number)).unwrap().revision;
        assert_eq!(reader.read().wait().unwrap().revision(), revision);
    }
    assert_eq!(one.rules(), facts(0..20));
    assert_eq!(one.read_local().entities(), other.read_local().entities());
    assert_eq!(one.log(), other.log());
}

#[test]
fn a_command_is_decided_on_what_the_other_wrote() {
    let scratch = Scratch::new();
    let (one, other) = (scratch.open(), scratch.open_elsewhere());
    one.tell(fact(1)).unwrap();
    let rejected = other.tell(fact(1)).unwrap_err();
    let WriteError::Rejected { rejection: Rejection::RuleExists { .. }, revision } = rejected else {
        panic!("{rejected:?}");
    };
    assert_eq!(revision, Revision(2), "the revision it was decided on");
    assert_eq!(other.read_local().revision(), Revision(2), "and then it knows what the other wrote");
}

#[test]
fn both_write_at_full_speed_and_nothing_is_lost_or_doubled() {
    let scratch = Scratch::new();
    let stores = [scratch.open(), scratch.open_elsewhere()];
    thread::scope(|scope| {
        for (place, store) in stores.iter().enumerate() {
            for thread in 0..2 {
                let first = place * 1_000 + thread * 100;
                scope.spawn(move || (first..first + 40).for_each(|n| drop(store.tell(fact(n)).unwrap())));
            }
        }
    });
    let revisions: Vec<_> = stores[0].log().iter().map(|commit| commit.revision.0).collect();
    assert_eq!(revisions, (1..=161).collect::<Vec<_>>());
    assert_eq!(stores[0].rules(), stores[1].rules());
    assert_eq!(stores[0].rules().len(), 160);
    assert!(stores.iter().any(|store| store.statistics().caught_up_commits > 0));
    scratch.refuse_damage();
}

#[test]
fn a_database_that_many_find_new_at_once_is_founded_once() {
    let scratch = Scratch::new();
    let stores: Vec<_> = thread::scope(|scope| {
        let opening: Vec<_> = (0..4).map(|_| scope.spawn(|| scratch.open())).collect();
        opening.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    for store in &stores {
        assert_eq!(store.log().len(), 1);
        assert_eq!(store.read().wait().unwrap().policies().count(), 2);
    }
}

#[test]
fn who_waits_for_a_revision_gets_it_from_whoever_makes_it() {
    let scratch = Scratch::new();
    let (one, other) = (scratch.open(), scratch.open_elsewhere());
    thread::scope(|scope| {
        let limit = Duration::from_secs(10);
        let waiting = [&one, &other].map(|store| scope.spawn(move || store.wait_for(Revision(3), limit)));
        one.tell(fact(1)).unwrap();
        other.tell(fact(2)).unwrap();
        for waiting in waiting {
            let state = waiting.join().unwrap().unwrap().expect("it comes");
            assert!(state.revision() >= Revision(3));
        }
    });
    assert!(one.wait_for(Revision(4), Duration::from_millis(20)).unwrap().is_none());
    one.clone().close().unwrap();
    assert!(matches!(one.wait_for(Revision(4), Duration::from_secs(10)), Err(ReadError::Closed)));
    assert!(one.wait_for(Revision(3), Duration::ZERO).unwrap().is_some(), "what is there stays");
}

#[test]
fn commits_of_another_process_arrive_without_anybody_reading() {
    let scratch = Scratch::new();
    let (one, other) = (scratch.open(), scratch.open_elsewhere());
    one.tell(fact(1)).unwrap();
    eventually("the other follows", || other.read_local().revision() == Revision(2));
    assert_eq!(other.statistics().caught_up_commits, 1);
}

#[test]
fn a_commit_of_another_server_arrives_within_moments_although_nobody_reads() {
    let scratch = Scratch::new();
    let (one, other) = (scratch.open(), scratch.open_elsewhere());
    for number in 0..10 {
        let revision = one.tell(fact(number)).unwrap().revision;
        let acknowledged = Instant::now();
        eventually("it comes", || other.read_local().revision() >= revision);
        let took = acknowledged.elapsed();
        assert!(took < Duration::from_secs(2), "{took:?}");
    }
    assert!(other.wait_for(Revision(1_000), Duration::from_millis(20)).unwrap().is_none());
}

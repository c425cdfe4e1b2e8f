//! A duty has one holder at a time, moves within seconds when its holder is gone, and what a former holder still tries to
//! change is refused.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use statehouse_db::{Duty, DutyError, Lease, ReadError, Request, Store, WriteError};
use statehouse_model::Revision;

use crate::words::{Broken, Scratch, Words, cut_all_sessions, eventually, fact, facts, locked, request};

const PATIENCE: Duration = Duration::from_secs(20);

/// Stores whose leases last that long, the last one on another node where there is one; each with what keeps it from
/// looking after its leases.
fn stores<const N: usize>(scratch: &Scratch, lease: Duration) -> [(Store, Arc<Broken>); N] {
    std::array::from_fn(|place| {
        let broken = Arc::new(Broken::default());
        let store = scratch.open_with(|options| {
            options.lease = lease;
            options.faults = Some(broken.clone());
            if place + 1 == N {
                options.database = scratch.elsewhere();
            }
        });
        (store, broken)
    })
}

fn taken(duty: &Duty) -> Lease {
    duty.wait(PATIENCE).unwrap().unwrap()
}

#[test]
fn one_server_has_a_duty_and_another_waits_for_it() {
    let scratch = Scratch::new();
    let (one, other) = (scratch.open(), scratch.open_elsewhere());
    let duty = one.duty("poll").unwrap();
    let lease = taken(&duty);
    assert_eq!((lease.duty(), lease.token()), ("poll", 1));
    let waiting = other.duty("poll").unwrap();
    assert_eq!(waiting.wait(Duration::from_millis(800)).unwrap(), None);
    assert_eq!(taken(&other.duty("trim something else").unwrap()).token(), 1, "another duty is free");
    assert_eq!(taken(&one.duty("poll").unwrap()), lease, "a second handle of one store is the same bid");
    let statistics = one.statistics().leases;
    assert_eq!(statistics.len(), 1);
    assert_eq!((statistics[0].duty.as_str(), statistics[0].held, statistics[0].taken), ("poll", Some(1), 1));
}

#[test]
fn a_store_that_closes_hands_its_duties_over_at_once() {
    let scratch = Scratch::new();
    let [(one, _), (other, _)] = stores(&scratch, Duration::from_mins(1));
    let duty = one.duty("poll").unwrap();
    let lease = taken(&duty);
    let waiting = other.duty("poll").unwrap();
    assert_eq!(waiting.wait(Duration::from_millis(300)).unwrap(), None);
    one.close().unwrap();
    assert_eq!(duty.held(), None);
    assert!(matches!(duty.wait(PATIENCE), Err(ReadError::Closed)));
    // Its lease would have lasted a minute; the other looks every tenth of that.
    let next = taken(&waiting);
    assert_eq!(next.token(), lease.token() + 1);
    assert_ne!(next.holder(), lease.holder());
}

#[test]
fn a_duty_that_is_no_longer_sought_is_handed_over_and_can_be_sought_again() {
    let scratch = Scratch::new();
    let [(one, _), (other, _)] = stores(&scratch, Duration::from_secs(10));
    let mut duties = [one.duty("poll").unwrap(), one.duty("poll").unwrap()].into_iter();
    let lease = taken(duties.as_slice().first().unwrap());
    drop(duties.next());
    assert_eq!(taken(duties.as_slice().first().unwrap()), lease, "there is one handle left");
    drop(duties);
    let taken_over = other.duty("poll").unwrap();
    assert_eq!(taken(&taken_over).token(), 2);
    assert_eq!(one.statistics().leases, []);
    drop(taken_over);
    assert_eq!(taken(&one.duty("poll").unwrap()).token(), 3);
}

#[test]
fn a_holder_that_cannot_renew_stops_before_another_begins_and_changes_nothing_more() {
    let scratch = Scratch::new();
    let [(one, stunned), (other, _)] = stores(&scratch, Duration::from_secs(2));
    let duty = one.duty("poll").unwrap();
    let first = taken(&duty);
    let waiting = other.duty("poll").unwrap();
    one.write_under(&first, request(fact(1))).unwrap().wait().unwrap();

    stunned.leases.store(u32::MAX, Ordering::SeqCst);
    let began = Instant::now();
    let next = taken(&waiting);
    assert_eq!(duty.held(), None, "it has stopped by its own clock");
    let took = began.elapsed();
    assert!(took > Duration::from_millis(1_200), "another took over after {took:?}");
    assert_eq!(next.token(), first.token() + 1);

    // Its writer knows nothing of this, and works.
    let refused = one.write_under(&first, request(fact(2))).unwrap().wait().unwrap_err();
    assert!(matches!(&refused, WriteError::LeaseLost { duty } if duty == "poll"), "{refused:?}");
    one.tell(fact(3)).unwrap();
    other.write_under(&next, request(fact(4))).unwrap().wait().unwrap();
    assert_eq!(one.rules(), facts([1, 3, 4]));
    assert_eq!(one.statistics().stale, 1);

    stunned.leases.store(0, Ordering::SeqCst);
    thread::sleep(Duration::from_millis(500));
    assert_eq!(duty.held(), None, "it stands back");
    assert_eq!(one.statistics().leases[0].lost, 1);
}

#[test]
fn a_stale_command_is_refused_alone_and_those_beside_it_are_stored() {
    let scratch = Scratch::new();
    let [(one, stunned), (other, _)] = stores(&scratch, Duration::from_secs(1));
    let lease = taken(&one.duty("poll").unwrap());
    stunned.leases.store(u32::MAX, Ordering::SeqCst);
    let duty = other.duty("poll").unwrap();
    taken(&duty);
    let mut session = scratch.session();
    let lock = locked(&mut session);
    let before = one.send(fact(0));
    eventually("the writer waits for the lock", || one.statistics().queued_commands == 0);
    let plain = one.send(fact(1));
    let stale = one.write_under(&lease, request(fact(2))).unwrap();
    let last = one.send(fact(3));
    drop(lock);
    assert_eq!(before.wait().unwrap().revision, Revision(2));
    assert_eq!(plain.wait().unwrap().revision, Revision(3));
    assert!(matches!(stale.wait(), Err(WriteError::LeaseLost { .. })));
    assert_eq!(last.wait().unwrap().revision, Revision(4), "no revision is left out");
}

#[test]
fn a_holder_that_loses_the_database_for_a_while_goes_on_where_it_was() {
    let scratch = Scratch::new();
    let [(one, stunned)] = stores(&scratch, Duration::from_secs(1));
    let duty = one.duty("poll").unwrap();
    let lease = taken(&duty);
    stunned.leases.store(u32::MAX, Ordering::SeqCst);
    eventually("its lease runs out", || duty.held().is_none());
    stunned.leases.store(0, Ordering::SeqCst);
    assert_eq!(taken(&duty), lease, "nobody has taken it");
}

#[test]
fn who_waits_for_a_lease_hears_of_it_however_soon_it_is_back_after_it_ran_out() {
    let scratch = Scratch::new();
    let [(one, stunned)] = stores(&scratch, Duration::from_millis(500));
    let duty = one.duty("poll").unwrap();
    for _ in 0..8 {
        taken(&duty);
        stunned.leases.store(u32::MAX, Ordering::SeqCst);
        while duty.held().is_some() {
            std::hint::spin_loop();
        }
        stunned.leases.store(0, Ordering::SeqCst);
    }
    taken(&duty);
    eventually("each loss is counted", || one.statistics().leases[0].lost >= 8);
}

/// Writes under whatever lease it last had, without looking at the clock, except for the time in which it is stunned: as a
/// server does that stood still for so long and does not know it.
fn count((store, stunned): &(Store, Arc<Broken>), first: usize, over: &AtomicBool) {
    let duty = store.duty("count").unwrap();
    let mut number = first;
    while !over.load(Ordering::Relaxed) {
        let Ok(Some(lease)) = duty.wait(Duration::from_millis(100)) else { continue };
        loop {
            while stunned.leases.load(Ordering::SeqCst) > 0 {
                thread::sleep(Duration::from_millis(5));
            }
            number += 1;
            let (actor, request_id) = (lease.holder().to_owned(), lease.token().to_string());
            let request = Request { command: fact(number), actor, request_id };
            let outcome = store.write_under(&lease, request).unwrap().wait();
            if matches!(outcome, Err(WriteError::LeaseLost { .. })) || over.load(Ordering::Relaxed) {
                break;
            }
            thread::sleep(Duration::from_millis(5));
        }
    }
}

#[test]
fn in_the_log_of_what_was_done_under_a_duty_holders_follow_each_other_and_never_mix() {
    let scratch = Scratch::new();
    let stores: [_; 3] = stores(&scratch, Duration::from_millis(500));
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        for (place, store) in stores.iter().enumerate() {
            let over = &over;
            scope.spawn(move || count(store, place * 100_000, over));
        }
        for round in 0..8 {
            // Whoever has it stands still for a while, and then writes on.
            let holds = |store: &Store| store.statistics().leases.iter().any(|lease| lease.held.is_some());
            eventually("somebody has it", || stores.iter().any(|(store, _)| holds(store)));
            if let Some((_, stunned)) = stores.iter().find(|(store, _)| holds(store)) {
                stunned.leases.store(u32::MAX, Ordering::SeqCst);
                thread::sleep(Duration::from_millis(900));
                stunned.leases.store(0, Ordering::SeqCst);
            }
            if round % 2 == 1 && !scratch.is_embedded() {
                cut_all_sessions(&scratch);
            }
        }
        over.store(true, Ordering::Relaxed);
    });
    let log = stores[0].0.log();
    let done: Vec<_> = log
        .iter()
        .filter(|commit| commit.request_id != "req-1" && !commit.request_id.is_empty())
        .map(|commit| (commit.request_id.parse::<u64>().unwrap(), commit.actor.clone()))
        .collect();
    let mut turns = done.clone();
    turns.dedup();
    assert!(turns.windows(2).all(|pair| pair[0].0 < pair[1].0), "tokens grow with each holder: {turns:?}");
    assert!(turns.len() >= 3, "the duty has moved: {turns:?}");
    let refused: u64 = stores.iter().map(|(store, _)| store.statistics().stale).sum();
    assert!(refused > 0, "and somebody found out by being refused");
    assert!(done.len() > 50, "{} writes", done.len());
}

#[test]
fn names_and_numbers_of_duties_are_bounded() {
    let scratch = Scratch::new();
    let store = scratch.open();
    for name in ["", "a\0b", &"x".repeat(256)] {
        assert!(matches!(store.duty(name), Err(DutyError::Name)), "{name:?}");
    }
    let longest = store.duty(&"ü".repeat(255)).unwrap();
    assert_eq!(taken(&longest).duty().chars().count(), 255);
    let duties: Vec<_> = (1..256).map(|number| store.duty(&format!("duty {number}")).unwrap()).collect();
    assert!(matches!(store.duty("one more"), Err(DutyError::TooMany { limit: 256 })));
    assert_eq!(taken(duties.last().unwrap()).token(), 1);
    drop(duties);
    eventually("there is room again", || store.duty("one more").is_ok());
    store.clone().close().unwrap();
    assert!(matches!(store.duty("too late"), Err(DutyError::Closed)));
}

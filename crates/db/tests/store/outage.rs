//! A database that is locked, full or lost: a reason at once, nothing lost, nothing twice, and recovery without a restart.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use statehouse_db::{ReadError, Store, WriteError};
use statehouse_model::Revision;

use crate::words::{Broken, Scratch, Words, eventually, fact, facts, locked, rule};

fn store_on(scratch: &Scratch, broken: &Arc<Broken>) -> Store {
    scratch.open_with(|options| {
        options.busy_timeout = Duration::from_millis(50);
        options.outcome_timeout = Duration::from_millis(200);
        options.faults = Some(broken.clone());
    })
}

fn reason(error: WriteError) -> String {
    match error {
        WriteError::Unavailable { reason, .. } => reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_locked_database_is_an_answer_and_not_a_hang() {
    let scratch = Scratch::new();
    let store = store_on(&scratch, &Arc::default());
    let mut session = scratch.session();
    let other = locked(&mut session);
    let reason = reason(store.tell(fact(1)).unwrap_err());
    assert!(reason.contains("locked by another process"), "{reason}");
    assert_eq!(store.health().writes, Some(reason));
    assert_eq!(store.rules(), facts([]), "reads go on");
    drop(other);
    store.tell(fact(1)).unwrap();
    assert!(store.health().is_ready());
    assert_eq!(store.log().len(), 2);
}

#[test]
fn a_store_finds_out_by_itself_that_the_database_serves_again() {
    let scratch = Scratch::new();
    let store = store_on(&scratch, &Arc::default());
    let mut session = scratch.session();
    let other = locked(&mut session);
    drop(store.tell(fact(1)).unwrap_err());
    assert!(!store.health().is_ready());
    drop(other);
    eventually("it is ready without being asked anything", || store.health().is_ready());
    assert_eq!(store.log().len(), 1, "and nothing is in the log for it");
}

#[test]
fn what_waits_behind_a_lock_is_told_soon_after_the_first() {
    let scratch = Scratch::new();
    let store = scratch.open_with(|options| {
        options.busy_timeout = Duration::from_secs(2);
        options.batch_limit = 1;
    });
    let mut session = scratch.session();
    let other = locked(&mut session);
    let began = Instant::now();
    let waiting: Vec<_> = (0..3).map(|number| store.send(fact(number))).collect();
    for pending in waiting {
        drop(reason(pending.wait().unwrap_err()));
    }
    // MariaDB waits for whole seconds: two, one and one.
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    drop(other);
    store.tell(fact(1)).unwrap();

    let _other = locked(&mut session);
    let began = Instant::now();
    drop(reason(store.tell(fact(2)).unwrap_err()));
    assert!(began.elapsed() >= Duration::from_secs(2), "once it serves again, a lock is waited for again");
}

#[test]
fn a_store_opens_while_another_process_writes() {
    let scratch = Scratch::new();
    scratch.open().close().unwrap();
    let mut session = scratch.session();
    let _other = locked(&mut session);
    let began = Instant::now();
    assert_eq!(scratch.open().rules(), facts([]));
    assert!(began.elapsed() < Duration::from_secs(4), "it waits for no lock");
}

#[test]
fn a_commit_that_never_arrived_is_told_as_not_made() {
    let scratch = Scratch::new();
    let broken = Arc::new(Broken::default());
    let store = store_on(&scratch, &broken);
    broken.before_commit.store(1, Ordering::SeqCst);
    let reason = reason(store.tell(fact(1)).unwrap_err());
    assert!(reason.contains("lost"), "{reason}");
    assert_eq!(store.rules(), facts([]));
    assert!(matches!(store.tell(rule("p(")), Err(WriteError::Rejected { .. })));
    assert!(
        !store.health().is_ready(),
        "a rejection stores nothing, and so does not show that storing works"
    );
    assert_eq!(store.tell(fact(1)).unwrap().revision, Revision(2), "no revision is left out");
}

#[test]
fn a_commit_whose_answer_never_arrived_is_found_in_the_log() {
    let scratch = Scratch::new();
    let broken = Arc::new(Broken::default());
    let store = store_on(&scratch, &broken);
    broken.after_commit.store(1, Ordering::SeqCst);
    broken.connect.store(1, Ordering::SeqCst);
    assert_eq!(store.tell(fact(1)).unwrap().revision, Revision(2));
    assert!(store.health().is_ready());
    assert_eq!(store.tell(fact(2)).unwrap().revision, Revision(3));
    assert_eq!(store.rules(), facts([1, 2]));
    assert_eq!(store.log().len(), 3);
}

#[test]
fn a_database_that_stays_lost_leaves_the_outcome_unknown_until_it_is_back() {
    let scratch = Scratch::new();
    let broken = Arc::new(Broken::default());
    let store = store_on(&scratch, &broken);
    broken.after_commit.store(1, Ordering::SeqCst);
    broken.connect.store(u32::MAX, Ordering::SeqCst);
    let error = store.tell(fact(1)).unwrap_err();
    assert!(matches!(error, WriteError::OutcomeUnknown { .. }), "{error:?}");
    assert_eq!(store.statistics().unknown_outcomes, 1);
    assert!(!store.health().is_ready());
    let refused = store.tell(fact(2)).unwrap_err();
    assert!(matches!(refused, WriteError::Unavailable { .. }), "{refused:?}");
    assert_eq!(store.rules(), facts([1]), "reads have a connection of their own, and find the commit");

    broken.connect.store(0, Ordering::SeqCst);
    assert!(matches!(store.tell(fact(1)), Err(WriteError::Rejected { .. })), "it was made");
    assert_eq!(store.tell(fact(2)).unwrap().revision, Revision(3));
    assert_eq!(store.rules(), facts([1, 2]));
}

/// A node that leaves its cluster while it commits answers so, and the others may have the batch.
#[test]
fn a_commit_that_was_refused_although_it_was_made_is_found_in_the_log_and_not_made_again() {
    let scratch = Scratch::new();
    let broken = Arc::new(Broken::default());
    let store = store_on(&scratch, &broken);
    broken.dispute.store(1, Ordering::SeqCst);
    assert_eq!(store.tell(fact(1)).unwrap().revision, Revision(2));
    assert_eq!(store.log().len(), 2);

    assert_eq!(store.tell(fact(2)).unwrap().revision, Revision(3));
    assert_eq!(store.rules(), facts([1, 2]));
}

#[test]
fn a_log_that_has_another_commit_in_the_place_of_the_last_one_is_refused() {
    use diesel::RunQueryDsl as _;
    let scratch = Scratch::new();
    let store = store_on(&scratch, &Arc::default());
    store.tell(fact(1)).unwrap();
    // As if a standby that did not have this commit had taken over, and another server had written there.
    let mut session = scratch.session();
    let other = "UPDATE commits SET committed_at = committed_at + 1 WHERE revision = 2";
    diesel::sql_query(other).execute(&mut session).unwrap();
    let reason = reason(store.tell(fact(2)).unwrap_err());
    assert!(reason.contains("another commit than before"), "{reason}");
    eventually("reads are refused too", || store.read().wait().is_err());
}

#[test]
fn a_log_that_ends_before_what_was_read_is_refused() {
    use diesel::RunQueryDsl as _;
    let scratch = Scratch::new();
    let store = store_on(&scratch, &Arc::default());
    store.tell(fact(1)).unwrap();
    // As if the file had been replaced by an older copy.
    let mut session = scratch.session();
    diesel::sql_query("UPDATE head SET revision = 1").execute(&mut session).unwrap();
    assert!(reason(store.tell(fact(2)).unwrap_err()).contains("replaced"));
    eventually("the follower sees it too", || store.health().reads.is_some());
    diesel::sql_query("UPDATE head SET revision = 9").execute(&mut session).unwrap();
    assert!(
        matches!(store.read().wait(), Err(ReadError::Unavailable { reason }) if reason.contains("missing"))
    );
}

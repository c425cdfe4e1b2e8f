//! The queue is bounded, and says so at once.

use std::time::Instant;

use statehouse_db::{QueueLimits, Store, WriteError};

use crate::words::{Scratch, Words, eventually, fact, facts, locked, request, rule};

fn stuck_on_first(store: &Store) {
    // The writer takes this one out of the queue and waits for the lock with it.
    drop(store.send(fact(0)));
    eventually("the writer takes the first command", || store.statistics().queued_commands == 0);
}

#[test]
fn a_full_queue_turns_commands_away_at_once_and_takes_them_again_later() {
    let scratch = Scratch::new();
    let store = scratch.open_with(|options| options.queue.commands = 3);
    let mut session = scratch.session();
    let other = locked(&mut session);
    stuck_on_first(&store);
    let accepted: Vec<_> = (1..4).map(|number| store.send(fact(number))).collect();
    let began = Instant::now();
    let refused = store.write(request(fact(4))).unwrap_err();
    assert!(matches!(refused, WriteError::Overloaded { queued: 3, .. }), "{refused:?}");
    assert!(began.elapsed().as_millis() < 100);
    assert_eq!(store.statistics().overloads, 1);
    drop(other);
    for pending in accepted {
        pending.wait().unwrap();
    }
    store.tell(fact(4)).unwrap();
    assert_eq!(store.rules(), facts(0..5));
}

#[test]
fn large_commands_fill_the_queue_sooner_but_one_always_fits() {
    let scratch = Scratch::new();
    let store = scratch.open_with(|options| options.queue = QueueLimits { commands: 100, bytes: 4_000 });
    let mut session = scratch.session();
    let other = locked(&mut session);
    stuck_on_first(&store);
    let long = |number| rule(&format!("p('{}', {number})", "x".repeat(10_000)));
    let accepted = store.send(long(1));
    assert!(matches!(store.write(request(long(2))), Err(WriteError::Overloaded { queued: 1, .. })));
    drop(other);
    // `p` has one column since the first command.
    assert!(matches!(accepted.wait(), Err(WriteError::Rejected { .. })));
    assert_eq!(store.statistics().queued_bytes, 0);
}

//! Closing finishes what was accepted, and accepts nothing more.

use statehouse_db::WriteError;

use crate::words::{Scratch, Words, fact, facts, request};

#[test]
fn closing_finishes_what_was_accepted() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let pending: Vec<_> = (0..500).map(|number| store.send(fact(number))).collect();
    store.close().unwrap();
    for pending in pending {
        pending.wait().unwrap();
    }
    assert_eq!(scratch.open().rules(), facts(0..500));
}

#[test]
fn a_closed_store_accepts_nothing_and_says_so() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let clone = store.clone();
    store.close().unwrap();
    assert!(matches!(clone.write(request(fact(1))), Err(WriteError::Closed)));
    clone.close().unwrap();
}

#[test]
fn dropping_the_last_handle_loses_nothing_that_was_accepted() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let pending: Vec<_> = (0..50).map(|number| store.send(fact(number))).collect();
    drop(store);
    for pending in pending {
        pending.wait().unwrap();
    }
}

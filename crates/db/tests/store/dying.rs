//! A thread of the store that dies of a defect is not passed over in silence.

use std::future::Future as _;
use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use statehouse_db::{CloseError, Faults, WriteError};

use crate::words::{Scratch, Words, eventually, fact, request};

struct Defect;

impl Faults for Defect {
    fn before_commit(&self) -> io::Result<()> {
        panic!("a defect in the writer, which this test wants")
    }
}

#[test]
fn whoever_runs_the_store_learns_that_its_writer_has_died() {
    let scratch = Scratch::new();
    scratch.open().close().unwrap();
    let store = scratch.open_with(|options| options.faults = Some(Arc::new(Defect)));
    let mut died = pin!(store.died());
    let mut context = Context::from_waker(Waker::noop());
    assert!(died.as_mut().poll(&mut context).is_pending());

    assert!(matches!(store.tell(fact(1)), Err(WriteError::Closed)), "nobody waits for ever");
    eventually("the store accepts nothing more", || {
        matches!(store.write(request(fact(1))), Err(WriteError::Closed))
    });
    assert!(store.health().writes.is_some_and(|reason| reason.contains("restart")));
    let death = match died.as_mut().poll(&mut context) {
        Poll::Ready(death) => death.to_string(),
        Poll::Pending => panic!("nobody learns of it"),
    };
    assert!(death.contains("writer"), "{death}");
    assert!(matches!(store.close(), Err(CloseError::Died { thread: "writer" })));
}

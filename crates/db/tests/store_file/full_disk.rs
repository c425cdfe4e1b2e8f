//! A file that cannot grow: a reason at once, nothing lost, and recovery without a restart.

use std::sync::Arc;
use std::time::Duration;

use statehouse_db::{Store, WriteError};

use crate::words::{Broken, Scratch, Words, eventually, fact, locked, rule};

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
fn a_full_disk_is_an_answer_and_the_store_recovers_when_there_is_room() {
    let scratch = Scratch::embedded();
    let broken = Arc::new(Broken::default());
    *broken.pages.lock().unwrap() = Some(60);
    let store = store_on(&scratch, &broken);
    let long = |number: usize| rule(&format!("p('{}')", format!("{number:05}").repeat(2_000)));
    let failed = (0..1_000).find_map(|number| store.tell(long(number)).err().map(|error| (number, error)));
    let (number, error) = failed.unwrap();
    let reason = reason(error);
    assert!(reason.contains("full"), "{reason}");
    assert_eq!(store.rules().len(), number, "reads go on");
    assert_eq!(store.statistics().failures, 1);

    *broken.pages.lock().unwrap() = Some(100_000);
    store.tell(long(number)).unwrap();
    store.close().unwrap();
    assert_eq!(scratch.open().rules().len(), number + 1);
    scratch.refuse_damage();
}

#[test]
fn a_store_finds_out_by_itself_that_there_is_room_again() {
    let scratch = Scratch::embedded();
    let store = store_on(&scratch, &Arc::default());
    let mut session = scratch.session();
    let other = locked(&mut session);
    drop(store.tell(fact(1)).unwrap_err());
    assert!(!store.health().is_ready());
    let length = || std::fs::metadata(scratch.file().with_extension("db-wal")).unwrap().len();
    let before = length();
    drop(other);
    eventually("it is ready without being asked anything", || store.health().is_ready());
    assert!(length() > before, "a disk that is full shows itself only to what writes");
    assert_eq!(store.log().len(), 1, "and nothing is in the log for it");
}

//! What the store promises on a database server that cuts its sessions. An embedded database has none to cut.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking, also in its words")]

#[expect(dead_code, reason = "each test target uses the words it needs")]
#[path = "../store/words.rs"]
mod words;

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use statehouse_connection::{Connection, Engine};
use statehouse_db::{Faults, WriteError};

use crate::words::{Scratch, Words, cut_all_sessions, eventually, fact, facts};

#[test]
fn sessions_that_were_cut_while_nobody_used_them_cost_nobody_an_answer() {
    let scratch = Scratch::new();
    let store = scratch.open();
    for number in 0..5 {
        store.tell(fact(number)).unwrap();
        cut_all_sessions(&scratch);
    }
    store.tell(fact(5)).unwrap();
    cut_all_sessions(&scratch);
    assert_eq!(store.rules(), facts(0..6));
    cut_all_sessions(&scratch);
    assert_eq!(store.log().len(), 7);
}

/// A COMMIT that takes long to arrive, as one does whose server was killed while it was sent.
struct Late;

const LATE: Duration = Duration::from_millis(700);

impl Faults for Late {
    fn before_commit(&self) -> io::Result<()> {
        thread::sleep(LATE);
        Ok(())
    }
}

#[test]
fn whoever_starts_finds_what_became_of_the_commit_that_was_under_way() {
    let scratch = Scratch::new();
    scratch.open().close().unwrap();
    let late = scratch.open_with(|options| options.faults = Some(Arc::new(Late)));
    let under_way = late.send(fact(1));
    thread::sleep(LATE / 2);
    let started = scratch.open();
    let found = started.read_local();
    assert_eq!(found.revision(), under_way.wait().unwrap().revision);
}

/// Ends so many of the writer's sessions as soon as they are opened.
struct Ending(AtomicU32);

impl Faults for Ending {
    fn connected(&self, session: &mut Connection) -> io::Result<()> {
        let one_less = |left: u32| left.checked_sub(1);
        if self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less).is_ok() {
            // A session that ends itself hears of it as an error.
            let _ = session.batch_execute(match session.engine() {
                Engine::Sqlite => panic!("an embedded database has no sessions that could be cut"),
                Engine::Postgres => "SELECT pg_terminate_backend(pg_backend_pid())",
                Engine::Mysql => "KILL CONNECTION_ID()",
            });
        }
        Ok(())
    }
}

#[test]
fn a_few_new_sessions_that_end_at_once_cost_nobody_an_answer_and_many_are_refused() {
    let scratch = Scratch::new();
    scratch.open().close().unwrap();
    let ending = Arc::new(Ending(AtomicU32::new(0)));
    let store = scratch.open_with(|options| options.faults = Some(ending.clone()));
    store.tell(fact(0)).unwrap();

    ending.0.store(2, Ordering::SeqCst);
    cut_all_sessions(&scratch);
    store.tell(fact(1)).unwrap();
    assert_eq!(ending.0.load(Ordering::SeqCst), 0, "two were ended");

    ending.0.store(u32::MAX, Ordering::SeqCst);
    cut_all_sessions(&scratch);
    let refused = store.tell(fact(2));
    assert!(matches!(refused, Err(WriteError::Unavailable { .. })), "{refused:?}");
    ending.0.store(0, Ordering::SeqCst);
    store.tell(fact(3)).unwrap();
    assert_eq!(store.rules(), facts([0, 1, 3]));
}

#[test]
fn under_sessions_cut_all_the_time_nothing_acknowledged_is_lost_and_nothing_is_doubled() {
    let scratch = Scratch::new();
    let stores = [scratch.open(), scratch.open_elsewhere()];
    let until = Instant::now() + Duration::from_secs(3);
    let (acknowledged, refused) = thread::scope(|scope| {
        scope.spawn(|| {
            while Instant::now() < until {
                cut_all_sessions(&scratch);
                thread::sleep(Duration::from_millis(30));
            }
        });
        let writing: Vec<_> = (0..4)
            .map(|place| {
                let store = &stores[place % 2];
                scope.spawn(move || {
                    let (mut acknowledged, mut refused, mut number) =
                        (Vec::new(), Vec::new(), place * 100_000);
                    while Instant::now() < until {
                        number += 1;
                        match store.tell(fact(number)) {
                            Ok(_) => acknowledged.push(number),
                            Err(WriteError::Unavailable { .. }) => refused.push(number),
                            Err(WriteError::OutcomeUnknown { .. }) => {}
                            Err(other) => panic!("{other:?}"),
                        }
                    }
                    (acknowledged, refused)
                })
            })
            .collect();
        let done = writing.into_iter().map(|thread| thread.join().unwrap());
        done.fold((Vec::new(), Vec::new()), |(mut all, mut none), (acknowledged, refused)| {
            all.extend(acknowledged);
            none.extend(refused);
            (all, none)
        })
    });
    eventually("reads find a session again", || stores.iter().all(|store| store.read().wait().is_ok()));
    let there = stores[0].rules();
    let is_there = |number: &usize| there.contains(&format!("p({number})"));
    assert!(acknowledged.len() > 10, "{} acknowledged, {} refused", acknowledged.len(), refused.len());
    assert!(acknowledged.iter().all(is_there), "an acknowledged fact is lost");
    assert!(!refused.iter().any(is_there), "a refused fact is stored");
    let revisions: Vec<_> = stores[1].log().iter().map(|commit| commit.revision.0).collect();
    assert_eq!(revisions, (1..=revisions.len() as u64).collect::<Vec<_>>());
    assert_eq!(stores[1].rules(), there);
}

//! Only on a database server: sessions cut, commands decided at two places at once.

use std::thread;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use statehouse_connection::Engine;
use statehouse_model::Revision;

use crate::words::{Scratch, Words, eventually, fact, facts};

/// Ends every session with the database but the one that asks.
pub fn cut_all_sessions(scratch: &Scratch) {
    #[derive(diesel::QueryableByName)]
    struct Session {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        id: i64,
    }
    use diesel::RunQueryDsl as _;
    let mut session = scratch.session();
    match session.engine() {
        Engine::Postgres => session
            .batch_execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                 WHERE datname = current_database() AND pid <> pg_backend_pid()",
            )
            .unwrap(),
        Engine::Sqlite | Engine::Mysql => {
            let others: Vec<Session> = diesel::sql_query(
                "SELECT CAST(id AS SIGNED) AS id FROM information_schema.processlist \
                 WHERE db = DATABASE() AND id <> CONNECTION_ID()",
            )
            .load(&mut session)
            .unwrap();
            for other in others {
                // It may have ended by itself.
                drop(session.batch_execute(&format!("KILL CONNECTION {}", other.id)));
            }
        }
    }
}

#[test]
fn sessions_that_were_cut_while_nobody_used_them_cost_nobody_an_answer() {
    let scratch = Scratch::new();
    if scratch.is_embedded() {
        eprintln!("not run: an embedded database has no sessions that could be cut");
        return;
    }
    let store = scratch.open();
    for number in 0..5 {
        store.tell(fact(number)).unwrap();
        cut_all_sessions(&scratch);
    }
    store.tell(fact(5)).unwrap();
    cut_all_sessions(&scratch);
    assert_eq!(store.rules(), facts(0..6));
}

#[test]
fn under_sessions_cut_all_the_time_nothing_acknowledged_is_lost_and_nothing_is_doubled() {
    let scratch = Scratch::new();
    if scratch.is_embedded() {
        eprintln!("not run: an embedded database has no sessions that could be cut");
        return;
    }
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
                            Err(statehouse_db::WriteError::Unavailable { .. }) => refused.push(number),
                            Err(statehouse_db::WriteError::OutcomeUnknown { .. }) => {}
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

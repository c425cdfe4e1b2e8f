//! Many commands, one transaction; each decided on what those before it made.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use statehouse_connection::{Connection, Engine};
use statehouse_db::{Clock, WriteError};
use statehouse_model::{Rejection, Revision, Timestamp};

use crate::words::{Scratch, Words, eventually, fact, facts, locked};

#[test]
fn what_waits_is_committed_together() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let before = store.statistics();
    let mut session = scratch.session();
    let other = locked(&mut session);
    let mut pending = vec![store.send(fact(0))];
    eventually("the writer waits for the lock with the first", || store.statistics().queued_commands == 0);
    pending.extend((1..100).map(|number| store.send(fact(number))));
    drop(other);
    for (number, pending) in pending.into_iter().enumerate() {
        assert_eq!(
            pending.wait().unwrap().revision,
            Revision(number as u64 + 2),
            "each is a revision of its own"
        );
    }
    let after = store.statistics();
    assert_eq!(after.commits - before.commits, 100);
    assert_eq!(after.batches - before.batches, 2, "{after:?}");
    assert_eq!(after.last_batch, 99, "{after:?}");
    assert_eq!(after.transaction_durations.count, after.batches);
    assert_eq!(store.rules(), facts(0..100));
}

#[test]
fn commands_of_one_batch_see_those_before_them() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let mut session = scratch.session();
    let other = locked(&mut session);
    let first = store.send(fact(1));
    let same = store.send(fact(1));
    let next = store.send(fact(2));
    drop(other);
    assert_eq!(first.wait().unwrap().revision, Revision(2));
    let rejected = same.wait().unwrap_err();
    let WriteError::Rejected { rejection: Rejection::RuleExists { .. }, revision } = rejected else {
        panic!("{rejected:?}");
    };
    assert_eq!(revision, Revision(2), "it rests on the state that the first made");
    assert_eq!(next.wait().unwrap().revision, Revision(3), "a rejection takes no revision");
    assert_eq!(store.statistics().rejections, 1);
}

#[test]
fn many_threads_share_transactions_and_lose_nothing() {
    let scratch = Scratch::new();
    let store = scratch.open();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let store = store.clone();
            scope.spawn(move || (0..25).for_each(|n| drop(store.tell(fact(thread * 100 + n)).unwrap())));
        }
    });
    let statistics = store.statistics();
    assert_eq!(statistics.commits, 201);
    assert_eq!(store.rules().len(), 200);
    let revisions: Vec<_> = store.log().iter().map(|commit| commit.revision.0).collect();
    assert_eq!(revisions, (1..=201).collect::<Vec<_>>());
}

#[test]
fn the_log_never_goes_back_in_time() {
    struct Backwards(AtomicI64);
    impl Clock for Backwards {
        fn now(&self) -> Timestamp {
            Timestamp(self.0.fetch_sub(1_000, Ordering::SeqCst))
        }
    }
    let scratch = Scratch::new();
    let store = scratch.open_with(|options| options.clock = Arc::new(Backwards(AtomicI64::new(1_000_000))));
    (0..5).for_each(|number| drop(store.tell(fact(number)).unwrap()));
    store.close().unwrap();
    let store = scratch.open_with(|options| options.clock = Arc::new(Backwards(AtomicI64::new(0))));
    store.tell(fact(5)).unwrap();
    let times: Vec<_> = store.log().iter().map(|commit| commit.at.0).collect();
    assert!(times.is_sorted(), "{times:?}");
    assert_eq!(times.last(), Some(&1_000_000));
}

#[test]
fn one_command_that_the_database_does_not_take_spares_the_others() {
    let scratch = Scratch::new();
    let store = scratch.open();
    let mut session = scratch.session();
    forbid_comment(&mut session, "poison");
    let other = locked(&mut session);
    let good = store.send(fact(1));
    let bad = store.send(commented("p(2)", "poison"));
    let better = store.send(fact(3));
    drop(other);
    good.wait().unwrap();
    assert!(matches!(bad.wait(), Err(WriteError::Unavailable { .. })));
    better.wait().unwrap();
    eventually("the store is well again", || store.health().is_ready());
    assert_eq!(store.rules(), facts([1, 3]));
}

/// Lets the database refuse rules with this comment.
fn forbid_comment(session: &mut Connection, comment: &str) {
    use diesel::RunQueryDsl as _;
    let sql = match session.engine() {
        // It adds no constraint to a table that is there.
        Engine::Sqlite => format!(
            "CREATE TRIGGER forbid BEFORE INSERT ON rules WHEN NEW.comment = '{comment}' \
             BEGIN SELECT RAISE(ABORT, 'forbidden'); END"
        ),
        Engine::Postgres | Engine::Mysql => {
            format!("ALTER TABLE rules ADD CONSTRAINT forbid CHECK (comment <> '{comment}')")
        }
    };
    diesel::sql_query(sql).execute(session).unwrap();
}

fn commented(text: &str, comment: &str) -> statehouse_model::Command {
    let statehouse_model::Command::CreateRule { policy, rule } = crate::words::rule(text) else {
        unreachable!()
    };
    let rule = statehouse_model::NewRule { comment: comment.to_owned(), ..rule };
    statehouse_model::Command::CreateRule { policy, rule }
}

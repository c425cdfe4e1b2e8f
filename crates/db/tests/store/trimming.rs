//! The log loses its beginning, and nobody loses anything else: the state stays, and who asks for what is gone is told so.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::thread;
use std::time::Duration;

use diesel::connection::SimpleConnection as _;
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_db::{Clock, KeepLog, MigratePolicy, ReadError, Store, WriteError};
use statehouse_migrations::{MigrateError, Migrator, SchemaWindow, Silent, Version};
use statehouse_model::{Command, Revision, Row, Timestamp, Value};

use crate::words::{Broken, Scratch, Words, data_source, eventually, fact, facts};

/// A store that keeps so many commits, whatever their age.
fn trimming(scratch: &Scratch, commits: u64) -> Store {
    trimming_after(scratch, Duration::ZERO, commits)
}

/// A store that keeps so many commits, and those that are younger.
fn trimming_after(scratch: &Scratch, age: Duration, commits: u64) -> Store {
    scratch.open_with(|options| {
        options.keep_log = Some(KeepLog { age, commits });
        options.lease = Duration::from_secs(2);
    })
}

/// Where the log begins, as the database has it.
fn log_start(scratch: &Scratch) -> i64 {
    #[derive(QueryableByName)]
    struct Start {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        revision: i64,
    }
    let start: Start =
        sql_query("SELECT revision FROM log_start").get_result(&mut scratch.session()).unwrap();
    start.revision
}

fn write(store: &Store, numbers: impl IntoIterator<Item = usize>) {
    for number in numbers {
        store.tell(fact(number)).unwrap();
    }
}

/// Writes as a client does that looks when nobody can tell what became of a write: on two nodes of a Galera cluster that write
/// at full speed, one may look for a refused COMMIT of its own for so long that the log is trimmed behind it.
fn write_and_look(store: &Store, numbers: impl IntoIterator<Item = usize>) {
    for number in numbers {
        loop {
            match store.tell(fact(number)) {
                Ok(_) => break,
                Err(WriteError::OutcomeUnknown { .. }) if store.rules().contains(&format!("p({number})")) => {
                    break;
                }
                Err(WriteError::OutcomeUnknown { .. }) => {}
                Err(other) => panic!("{other:?}"),
            }
        }
    }
}

fn revisions(store: &Store, after: u64) -> Result<Vec<u64>, u64> {
    match store.history(Revision(after), 1_000) {
        Ok(commits) => Ok(commits.iter().map(|commit| commit.revision.0).collect()),
        Err(ReadError::Trimmed { oldest }) => Err(oldest.0),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn the_schema_does_not_go_back_to_where_nobody_knows_that_the_log_was_trimmed() {
    let scratch = Scratch::new();
    let migrator = Migrator::statehouse(&scratch.url()).unwrap();
    let down = |version| migrator.down(&scratch.url(), Some(Version(version)), &mut Silent);
    let store = trimming(&scratch, 3);
    write(&store, 0..20);
    eventually("the log is trimmed", || log_start(&scratch) > 10);
    store.close().unwrap();
    let before = log_start(&scratch);
    for earlier in [2, 1] {
        let refused = down(earlier).unwrap_err();
        assert!(matches!(refused, MigrateError::Loses { .. }), "{refused}");
        assert!(refused.to_string().contains("trimmed"), "{refused}");
    }
    assert_eq!(migrator.check(&scratch.url()).unwrap(), SchemaWindow::UpToDate, "nothing was taken down");

    // As far as it is known, nothing is lost; and where nothing stays, nobody needs to know.
    down(3).unwrap();
    migrator.up(&scratch.url(), None, &mut Silent).unwrap();
    assert_eq!(log_start(&scratch), before);
    let store = scratch.open();
    assert_eq!(store.rules().len(), 20);
    assert_eq!(revisions(&store, 0), Err(u64::try_from(before).unwrap()));
    store.close().unwrap();
    down(0).unwrap();
}

#[test]
fn old_commits_go_the_newest_stay_and_the_state_does_not_change() {
    let scratch = Scratch::new();
    let store = trimming(&scratch, 5);
    write(&store, 0..50);
    eventually("all but five of 51 are gone", || log_start(&scratch) == 47);
    assert_eq!(revisions(&store, 46), Ok((47..=51).collect()));
    assert_eq!(revisions(&store, 45), Err(47), "what is not there is not passed over");
    assert_eq!(revisions(&store, 0), Err(47));
    assert_eq!(store.rules(), facts(0..50));
    eventually("and counted", || store.statistics().trimmed_commits == 46);
    thread::sleep(Duration::from_millis(300));
    assert_eq!(log_start(&scratch), 47, "the five stay");
    let fresh = scratch.open_elsewhere();
    assert_eq!(fresh.read().wait().unwrap().entities(), store.read_local().entities());
    scratch.refuse_damage();
}

#[test]
fn nothing_is_trimmed_where_nobody_asked_for_it() {
    let scratch = Scratch::new();
    let store = scratch.open();
    write(&store, 0..5);
    thread::sleep(Duration::from_millis(300));
    assert_eq!(store.log().len(), 6);
    assert_eq!(store.statistics().leases, []);
}

/// A clock that the test sets.
struct Hands(AtomicI64);

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

#[test]
fn what_is_younger_than_was_asked_for_stays() {
    const MINUTE: i64 = 60_000_000;
    let scratch = Scratch::new();
    let clock = Arc::new(Hands(AtomicI64::new(1_000 * MINUTE)));
    let store = scratch.open_with(|options| {
        options.clock = clock.clone();
        options.keep_log = Some(KeepLog { age: Duration::from_secs(1), commits: 1 });
    });
    write(&store, 0..9);
    clock.0.fetch_add(MINUTE, Ordering::SeqCst);
    write(&store, 9..19);
    eventually("the ten of the minute before are gone", || log_start(&scratch) == 11);
    thread::sleep(Duration::from_millis(300));
    assert_eq!(revisions(&store, 10), Ok((11..=20).collect()));
}

#[test]
fn a_large_commit_goes_alone_and_many_go_in_portions() {
    let scratch = Scratch::new();
    let store = scratch.open();
    store.tell(data_source("cloud", "hunter2")).unwrap();
    // Each of these replaces two megabytes by two others, and is in a batch of its own.
    for number in 1..6 {
        let text = format!("{number:05}").repeat(12_000);
        let row = |row: usize| Row::from(vec![Value::from(format!("{row}{text}").as_str())]);
        let (data_source, table) = ("cloud".into(), "servers".to_owned());
        store.tell(Command::ReplaceRows { data_source, table, rows: (0..40).map(row).collect() }).unwrap();
    }
    let pending: Vec<_> = (0..600).map(|number| store.send(fact(number))).collect();
    for pending in pending {
        pending.wait().unwrap();
    }
    let trimming = trimming(&scratch, 1);
    eventually("one commit is left", || log_start(&scratch) == 607);
    assert_eq!(revisions(&trimming, 606), Ok(vec![607]));
    eventually("and all are counted", || trimming.statistics().trimmed_commits == 606);
    assert_eq!(trimming.rules().len(), 600);
}

#[test]
fn a_store_that_is_further_behind_than_the_log_goes_reads_the_state_itself() {
    let scratch = Scratch::new();
    let trimming = trimming(&scratch, 3);
    // These look for commits of others when they are asked something, where the database does not wake them.
    let behind = || scratch.open_with(|options| options.poll_interval = Duration::from_hours(1));
    let (reader, writer) = (behind(), behind());
    let mut watch = reader.watch(Revision(1));
    write(&trimming, 0..40);
    eventually("the log begins after what they know", || log_start(&scratch) == 39);

    assert_eq!(reader.rules(), facts(0..40));
    assert_eq!(writer.tell(fact(40)).unwrap().revision, Revision(42), "and it decides on the newest state");
    let rejected = writer.tell(fact(7)).unwrap_err();
    assert!(matches!(rejected, WriteError::Rejected { .. }), "{rejected:?}");
    if scratch.is_embedded() {
        assert_eq!([&reader, &writer].map(|store| store.statistics().reloads), [1, 1]);
        let refused = watch.wait(Duration::from_secs(10)).unwrap_err();
        assert!(matches!(refused, ReadError::Trimmed { oldest } if oldest.0 >= 39), "{refused:?}");
    }
    let states = [&reader, &writer, &trimming].map(|store| store.read().wait().unwrap());
    assert!(states.iter().all(|state| state.entities() == states[0].entities()));
    let mut watch = reader.watch(Revision(41));
    assert_eq!(watch.wait(Duration::from_secs(10)).unwrap().unwrap().revision, Revision(42));
}

#[test]
fn a_watch_that_begins_before_the_log_says_so_and_passes_nothing_over() {
    let scratch = Scratch::new();
    let trimming = trimming(&scratch, 3);
    write(&trimming, 0..10);
    eventually("the log is trimmed", || log_start(&scratch) == 9);
    let store = scratch.open_elsewhere();
    for _ in 0..2 {
        let refused = store.watch(Revision(0)).wait(Duration::from_secs(10)).unwrap_err();
        assert!(matches!(refused, ReadError::Trimmed { oldest: Revision(9) }), "{refused:?}");
    }
    let mut watch = store.watch(Revision(8));
    let seen: Vec<_> =
        (0..3).map(|_| watch.wait(Duration::from_secs(10)).unwrap().unwrap().revision.0).collect();
    assert_eq!(seen, [9, 10, 11]);
    assert!(store.health().is_ready(), "a question about what is gone is no failure of the database");
}

#[test]
fn of_several_that_would_trim_one_does_and_another_goes_on_when_it_closes() {
    let scratch = Scratch::new();
    let stores = [trimming(&scratch, 2), trimming(&scratch, 2)];
    let holds = |store: &Store| store.statistics().leases.iter().any(|lease| lease.held.is_some());
    write(&stores[0], 0..30);
    eventually("the log is trimmed", || log_start(&scratch) == 30);
    eventually("one of them has it", || stores.iter().any(holds));
    let [one, other] = stores;
    let (holder, waiting) = if holds(&one) { (one, other) } else { (other, one) };
    let counted = || holder.statistics().trimmed_commits + waiting.statistics().trimmed_commits;
    eventually("what was trimmed is counted, after it was stored", || counted() == 29);
    holder.close().unwrap();
    write(&waiting, 30..60);
    eventually("the other goes on", || log_start(&scratch) == 60);
    eventually("and counts it", || waiting.statistics().trimmed_commits >= 30);
}

#[test]
fn a_trimmer_that_has_been_followed_by_another_deletes_nothing() {
    let scratch = Scratch::new();
    let store = scratch.open_with(|options| {
        options.keep_log = Some(KeepLog { age: Duration::ZERO, commits: 2 });
        // It looks at its lease every half minute: until then it believes that it has it.
        options.lease = Duration::from_secs(90);
    });
    write(&store, 0..10);
    eventually("it trims", || log_start(&scratch) == 10);
    let mut session = scratch.session();
    session
        .batch_execute(
            "UPDATE leases SET holder = 'another', token = token + 1, beat = beat + 1 WHERE duty = 'trim'",
        )
        .unwrap();
    write(&store, 10..20);
    thread::sleep(Duration::from_secs(1));
    assert_eq!(store.statistics().leases[0].held, Some(1), "it believes so");
    assert_eq!(log_start(&scratch), 10);
    assert_eq!(revisions(&store, 9), Ok((10..=21).collect()));
}

#[test]
fn whether_a_lost_commit_was_made_is_not_guessed_from_a_log_that_does_not_go_back_to_it() {
    let scratch = Scratch::new();
    let broken = Arc::new(Broken::default());
    let lost = scratch.open_with(|options| {
        options.faults = Some(broken.clone());
        options.outcome_timeout = Duration::from_secs(30);
    });
    let trimming = trimming(&scratch, 1);
    broken.after_commit.store(1, Ordering::SeqCst);
    broken.connect.store(u32::MAX, Ordering::SeqCst);
    let pending = lost.send(fact(1));
    eventually("the commit is made", || trimming.rules() == facts([1]));
    write(&trimming, 2..10);
    eventually("and trimmed", || log_start(&scratch) == 10);
    broken.connect.store(0, Ordering::SeqCst);
    let unknown = pending.wait().unwrap_err();
    assert!(matches!(unknown, WriteError::OutcomeUnknown { .. }), "{unknown:?}");
    assert_eq!(lost.rules(), facts(1..10));
    lost.tell(fact(10)).unwrap();
}

#[test]
fn while_all_write_and_two_trim_those_that_follow_and_those_that_begin_anew_have_the_same_state() {
    let scratch = Scratch::new();
    // Not at once: where two nodes of a cluster conflict, a writer looks for its last batch in the log.
    let trimming = || trimming_after(&scratch, Duration::from_secs(2), 8);
    let (one, other, following) = (trimming(), trimming(), scratch.open_elsewhere());
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        let mut writing = Vec::new();
        for (place, store) in [&one, &other, &following].into_iter().enumerate() {
            writing.push(scope.spawn(move || write_and_look(store, place * 10_000..place * 10_000 + 120)));
        }
        scope.spawn(|| {
            let mut newest = Revision(0);
            while !over.load(Ordering::Relaxed) {
                let fresh = scratch.open_with(|options| options.migrate = MigratePolicy::RefuseOutdated);
                let state = fresh.read().wait().unwrap();
                assert!(state.revision() >= newest, "{} after {newest}", state.revision());
                newest = state.revision();
            }
        });
        let written: Vec<_> = writing.into_iter().map(thread::ScopedJoinHandle::join).collect();
        over.store(true, Ordering::Relaxed);
        assert!(written.iter().all(Result::is_ok), "a write failed");
    });
    eventually("and trimmed", || log_start(&scratch) == 354);
    let fresh = scratch.open_elsewhere();
    let states = [&one, &other, &following, &fresh].map(|store| store.read().wait().unwrap());
    for state in &states {
        assert_eq!(state.revision(), Revision(361));
        assert_eq!(state.entities(), states[0].entities());
    }
    assert_eq!(following.rules().len(), 360);
    scratch.refuse_damage();
}

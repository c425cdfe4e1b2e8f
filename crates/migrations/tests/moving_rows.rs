//! Rows are moved in batches: one after the other, by one migrator, from where it stopped.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use statehouse_connection::{Connection, Engine, Transaction};
use statehouse_migrations::{
    Batch, DataError, DataMigration, Direction, MigrateError, Migration, Migrator, Pace, Progress, Silent,
    Standing, Version,
};
use words::faults::EndsAt;
use words::things::{Moved, THINGS, expanded, fill, migrator, things};
use words::{Database, set, table};

fn values(database: &Database) -> Vec<String> {
    database.texts("SELECT new AS value FROM things ORDER BY id")
}

fn all_moved() -> Vec<String> {
    (0..THINGS).map(|number| format!("v{number}")).collect()
}

#[test]
fn one_that_is_ended_at_any_batch_goes_on_at_that_batch() {
    let database = Database::fresh();
    database.up(things(&database, &Moved::default())).unwrap();
    for place in 0.. {
        assert!(place < 20, "there are four batches");
        let moved = Moved::default();
        migrator(&database, &moved).down(&database.url, Some(Version::NONE), &mut Silent).unwrap();
        fill(&database, &moved);
        let migrator = migrator(&database, &moved);
        let ended = migrator.clone().faults(EndsAt::place(place)).data(&database.url, &mut Silent);
        if ended.is_ok() {
            assert_eq!(place, 8, "before and after each batch");
            return;
        }
        assert!(matches!(ended, Err(MigrateError::Interrupted { .. })));
        let before = moved.looked_at.load(Ordering::Relaxed);
        migrator.data(&database.url, &mut Silent).unwrap();
        assert_eq!(values(&database), all_moved(), "at {place}");
        assert_eq!(before, THINGS.min(3 * u64::try_from(place.div_ceil(2)).unwrap()), "at {place}");
        assert_eq!(moved.looked_at.load(Ordering::Relaxed), THINGS, "no row is looked at twice, at {place}");
    }
}

#[test]
fn of_eight_migrators_at_once_one_works_and_the_others_find_nothing_to_do() {
    let moved = Moved { slow: true, ..Moved::default() };
    let database = Database::fresh();
    let outcomes: Vec<Vec<Version>> = thread::scope(|scope| {
        let start = || {
            let migrator = migrator(&database, &moved).lock_wait(Duration::from_mins(1));
            migrator.up(&database.url, None, &mut Silent).unwrap()
        };
        let running: Vec<_> = (0..8).map(|_| scope.spawn(start)).collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let worked: Vec<_> = outcomes.iter().filter(|done| !done.is_empty()).collect();
    assert_eq!(worked, [&(1..=4).map(Version).collect::<Vec<_>>()]);
}

#[test]
fn of_eight_that_move_rows_at_once_one_moves_them() {
    let moved = Moved { slow: true, ..Moved::default() };
    let database = expanded(&moved);
    let workers = thread::scope(|scope| {
        let start = || migrator(&database, &moved).data(&database.url, &mut Silent).unwrap().len();
        let running: Vec<_> = (0..8).map(|_| scope.spawn(start)).collect();
        running.into_iter().map(|thread| thread.join().unwrap()).sum::<usize>()
    });
    assert_eq!(workers, 1);
    assert_eq!(moved.looked_at.load(Ordering::Relaxed), THINGS);
    assert_eq!(values(&database), all_moved());
}

/// Loses its transaction once in the middle of a batch, as a node of a cluster ends it: without a word.
#[derive(Debug, Default)]
struct Loses(AtomicU64);

impl DataMigration for Loses {
    fn name(&self) -> &'static str {
        "loses"
    }

    fn total(&self, _: &mut Connection) -> Result<u64, DataError> {
        Ok(1)
    }

    fn up(&self, connection: &mut Connection, _: Option<&str>, _: u32) -> Result<Batch, DataError> {
        connection.batch_execute("INSERT INTO t1 VALUES (1)")?;
        if self.0.fetch_add(1, Ordering::Relaxed) == 0 {
            connection.batch_execute("ROLLBACK")?;
        }
        connection.batch_execute("INSERT INTO t1 VALUES (2)")?;
        Ok(Batch::default())
    }

    fn down(&self, _: &mut Connection, _: Option<&str>, _: u32) -> Result<Batch, DataError> {
        Ok(Batch::default())
    }
}

#[test]
fn a_batch_whose_transaction_was_lost_is_done_again_as_a_whole() {
    let database = Database::fresh();
    if database.url.engine() != Engine::Mysql {
        return;
    }
    let known = set([table(1), Migration::data(2, Loses::default()), table(3)]);
    assert_eq!(database.up(known).unwrap(), [Version(1), Version(2), Version(3)]);
    assert_eq!(database.texts("SELECT CAST(x AS CHAR) AS value FROM t1 ORDER BY x"), ["1", "2"]);
}

/// Writes to the database, as a server would, whenever a batch is done.
struct Between<'d> {
    database: &'d Database,
    longest: Duration,
    rows: Vec<(u64, u64)>,
}

impl Progress for Between<'_> {
    fn rows(&mut self, _: &Migration, done: u64, total: u64) {
        let began = Instant::now();
        let id = self.rows.len();
        let mut session = self.database.session();
        let transaction = Transaction::begin_write_within(&mut session, Duration::from_secs(2)).unwrap();
        transaction.commit().unwrap();
        self.database.execute(&format!("UPDATE things SET old = old WHERE id = 't{id}'"));
        self.longest = self.longest.max(began.elapsed());
        self.rows.push((done, total));
    }
}

#[test]
fn others_write_between_two_batches_and_are_told_how_far_it_is() {
    let moved = Moved::default();
    let database = expanded(&moved);
    let mut between = Between { database: &database, longest: Duration::ZERO, rows: Vec::new() };
    migrator(&database, &moved).data(&database.url, &mut between).unwrap();
    assert_eq!(between.rows, [(3, THINGS), (6, THINGS), (9, THINGS), (THINGS, THINGS)]);
    assert!(between.longest < Duration::from_secs(1), "{:?}", between.longest);
}

#[test]
fn who_has_a_share_of_the_time_rests_in_between() {
    let moved = Moved { slow: true, ..Moved::default() };
    let database = expanded(&moved);
    let began = Instant::now();
    let slow = Migrator::new(things(&database, &moved)).pace("20%".parse::<Pace>().unwrap().batch(3));
    slow.data(&database.url, &mut Silent).unwrap();
    // Four batches of 30 ms and more, with three rests of four times as long.
    assert!(began.elapsed() >= Duration::from_millis(4 * 30 + 3 * 120), "{:?}", began.elapsed());
}

#[test]
fn a_batch_that_meets_a_lock_is_tried_again() {
    let moved = Moved::default();
    let database = expanded(&moved);
    let mut session = database.session();
    let mut locked = Transaction::begin_write(&mut session).unwrap();
    diesel::RunQueryDsl::execute(diesel::sql_query("UPDATE things SET old = old"), &mut *locked).unwrap();
    thread::scope(|scope| {
        let running = scope.spawn(|| migrator(&database, &moved).data(&database.url, &mut Silent));
        thread::sleep(Duration::from_millis(700));
        assert!(!running.is_finished());
        locked.commit().unwrap();
        assert_eq!(running.join().unwrap().unwrap(), [Version(3)]);
    });
    assert_eq!(values(&database), all_moved());
}

#[test]
fn a_half_done_migration_goes_back_as_a_whole() {
    let moved = Moved::default();
    let database = expanded(&moved);
    let migrator = migrator(&database, &moved);
    migrator.clone().faults(EndsAt::place(4)).data(&database.url, &mut Silent).unwrap_err();
    let status = migrator.status(&database.url).unwrap();
    assert_eq!(status[2].standing, Standing::Unfinished);
    assert_eq!(migrator.down(&database.url, Some(Version(2)), &mut Silent).unwrap(), [Version(3)]);
    assert_eq!(migrator.plan(&database.url, Direction::Up, None).unwrap().len(), 2);
    assert_eq!(migrator.up(&database.url, None, &mut Silent).unwrap(), [Version(3), Version(4)]);
    assert_eq!(values(&database), all_moved());
    assert_ne!(database.url.engine() == Engine::Sqlite, database.served.is_some());
}

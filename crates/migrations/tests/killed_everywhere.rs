//! Statehouse's own migrations, each way: the migrator is killed before every statement, every mark and every batch, and behind
//! the last; another then goes on, and schema and rows are those of a run that nobody interrupted.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use statehouse_migrations::{Faults, MigrateError, Migration, Migrator, Pace, Phase, Point, Silent, Version};
use words::Database;
use words::rows::{contents, released};

/// Counts the points that a migrator comes to, and ends it before one of them.
#[derive(Debug, Default)]
struct EndsBefore {
    point: Option<usize>,
    seen: AtomicUsize,
    /// What it was about to do when it was ended, or did last.
    doing: Mutex<String>,
}

impl EndsBefore {
    fn nothing() -> Arc<Self> {
        Arc::default()
    }

    fn point(point: usize) -> Arc<Self> {
        Arc::new(Self { point: Some(point), ..Self::default() })
    }

    fn at(&self, point: &Point<'_>) -> io::Result<()> {
        let seen = self.seen.fetch_add(1, Ordering::Relaxed);
        if self.point.is_none_or(|end| seen <= end) {
            *self.doing.lock().unwrap() =
                format!("{} {:?} {:?}", point.migration, point.direction, point.doing);
        }
        if self.point == Some(seen) { Err(io::Error::other("killed here")) } else { Ok(()) }
    }
}

impl Faults for EndsBefore {
    fn before(&self, point: &Point<'_>) -> io::Result<()> {
        self.at(point)
    }
}

/// Ends a migrator behind the last thing it does.
#[derive(Debug)]
struct EndsBehind {
    last: usize,
    seen: AtomicUsize,
}

impl Faults for EndsBehind {
    fn after(&self, _: &Point<'_>) -> io::Result<()> {
        let seen = self.seen.fetch_add(1, Ordering::Relaxed) + 1;
        if seen == self.last { Err(io::Error::other("killed here")) } else { Ok(()) }
    }
}

/// Everything that must be the same: the schema, every row, and what the runner noted, but for times.
fn fingerprint(database: &Database) -> String {
    let noted = [
        "CONCAT_WS(' ', version, name, checksum, phase, requires, state) AS value FROM schema_migrations",
        "CONCAT_WS(' ', version, direction, done) AS value FROM schema_statements",
        "CONCAT_WS(' ', version, direction, last_key) AS value FROM schema_batches",
    ];
    let mut noted: Vec<_> =
        noted.iter().flat_map(|noted| database.texts(&format!("SELECT {noted}"))).collect();
    // In whatever order the database tells them.
    noted.sort();
    format!("{}\n{:#?}\n{noted:#?}", database.schema(), contents(database))
}

/// Fails at the first line that differs.
fn refuse_difference(is: &str, should_be: &str, when: &str) {
    let difference = is.lines().zip(should_be.lines()).find(|(is, should_be)| is != should_be);
    assert_eq!(difference, None, "{when}");
    assert_eq!(is.lines().count(), should_be.lines().count(), "{when}: lines");
}

/// One way of one migration, and the way back.
struct Way<'w> {
    database: &'w Database,
    migrator: &'w Migrator,
    there: &'w dyn Fn(&Migrator) -> Result<Vec<Version>, MigrateError>,
    back: &'w dyn Fn(),
}

impl Way<'_> {
    /// Goes there uninterrupted, then once for each point where it is killed; ends there. How many points there are.
    ///
    /// Where a killed migrator left nothing at all, as where a migration is one transaction, running again is running for the
    /// first time: it is done once for all of these.
    fn killed_everywhere(&self) -> usize {
        let Self { database, migrator, there, back } = *self;
        back();
        let counting = EndsBefore::nothing();
        there(&migrator.clone().faults(counting.clone())).unwrap();
        let points = counting.seen.load(Ordering::Relaxed);
        let uninterrupted = fingerprint(database);
        back();
        let before = fingerprint(database);
        for point in 0..points {
            let ends = EndsBefore::point(point);
            let error = there(&migrator.clone().faults(ends.clone())).unwrap_err();
            assert!(matches!(error, MigrateError::Interrupted { .. }), "{error}");
            if fingerprint(database) == before {
                continue;
            }
            there(migrator).unwrap();
            let doing = ends.doing.lock().unwrap();
            refuse_difference(&fingerprint(database), &uninterrupted, &format!("killed before {doing}"));
            back();
            refuse_difference(&fingerprint(database), &before, &format!("back after {doing}"));
        }
        let behind = Arc::new(EndsBehind { last: points, seen: AtomicUsize::new(0) });
        there(&migrator.clone().faults(behind)).unwrap_err();
        there(migrator).unwrap();
        refuse_difference(&fingerprint(database), &uninterrupted, "killed behind the last");
        points
    }
}

/// The migration before this one.
fn before_version(migrator: &Migrator, version: Version) -> Option<Version> {
    migrator.set().iter().map(|migration| migration.version).rfind(|before| *before < version)
}

/// The migration after this one.
fn after_version(migrator: &Migrator, version: Version) -> Option<Version> {
    migrator.set().iter().map(|migration| migration.version).find(|after| *after > version)
}

/// Kills the migrator everywhere in this migration, up and then down; leaves it applied.
fn both_ways(database: &Database, migrator: &Migrator, below: Version, migration: &Migration) -> [usize; 2] {
    // What a data migration filled may stay on its way down, and what a contract took comes back when the data migration
    // before it is taken down: these are compared in the end, with everything.
    let comes_back = below != Version::NONE && migration.phase == Phase::Expand;
    let before = comes_back.then(|| fingerprint(database));
    let up = |migrator: &Migrator| migrator.up(&database.url, Some(migration.version), &mut Silent);
    let down = |migrator: &Migrator| migrator.down(&database.url, Some(below), &mut Silent);
    let back = || drop(down(migrator).unwrap());
    let forth = || drop(up(migrator).unwrap());
    // What a data migration filled stays where it is until the migration around it is taken back: it is to have work to do.
    let emptied = || {
        back();
        migrator.down(&database.url, before_version(migrator, below), &mut Silent).unwrap();
        migrator.up(&database.url, Some(below), &mut Silent).unwrap();
    };
    let contracted = || {
        migrator.up(&database.url, after_version(migrator, migration.version), &mut Silent).unwrap();
        migrator.down(&database.url, Some(migration.version), &mut Silent).unwrap();
    };
    let (to_below, to_here): (&dyn Fn(), &dyn Fn()) =
        if migration.phase == Phase::Data { (&emptied, &contracted) } else { (&back, &forth) };
    let on_the_way_up = Way { database, migrator, there: &up, back: to_below }.killed_everywhere();
    let on_the_way_down = Way { database, migrator, there: &down, back: to_here }.killed_everywhere();
    if let Some(before) = before {
        refuse_difference(&fingerprint(database), &before, &format!("{migration}, there and back"));
    }
    up(migrator).unwrap();
    [on_the_way_up, on_the_way_down]
}

/// Small batches, so that there are several.
fn migrator(database: &Database) -> Migrator {
    Migrator::statehouse(&database.url).unwrap().pace(Pace::FULL.batch(9)).back_up_first(false)
}

#[test]
fn the_first_migration_killed_anywhere_comes_to_the_same() {
    let database = Database::fresh();
    let migrator = migrator(&database);
    let first = migrator.set().iter().next().unwrap();
    migrator.up(&database.url, Some(first.version), &mut Silent).unwrap();
    let [up, down] = both_ways(&database, &migrator, Version::NONE, first);
    // It has 15 statements or more on each database, and 12 on the way down.
    assert!(up >= 15 && down >= 12, "{up} and {down} points");
}

#[test]
fn every_later_migration_killed_anywhere_comes_to_the_same_with_every_row() {
    let database = released(3);
    let migrator = migrator(&database);
    let (start, mut below) = (fingerprint(&database), Version(3));
    for migration in migrator.set().iter().filter(|migration| migration.version > Version(3)) {
        let [up, down] = both_ways(&database, &migrator, below, migration);
        assert!(up >= 1 && down >= 1, "{migration}: {up} and {down} points");
        below = migration.version;
    }
    migrator.down(&database.url, Some(Version(3)), &mut Silent).unwrap();
    refuse_difference(&fingerprint(&database), &start, "everything, there and back");
}

#[test]
fn what_was_released_before_there_were_rows_of_it_comes_to_the_same() {
    let database = Database::fresh();
    let migrator = migrator(&database);
    migrator.up(&database.url, Some(Version(1)), &mut Silent).unwrap();
    for version in [2, 3] {
        let migration = migrator.set().get(Version(version)).unwrap();
        both_ways(&database, &migrator, Version(version - 1), migration);
    }
}

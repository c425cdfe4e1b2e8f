//! Statehouse's own migrations, each way: the migrator is killed before every statement, every mark and every batch, and behind
//! the last; another then goes on, and schema and rows are those of a run that nobody interrupted.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use statehouse_connection::Engine;
use statehouse_migrations::{
    Doing, Faults, MigrateError, Migration, Migrator, Pace, Phase, Point, Schema, Silent, Version,
};
use words::rows::{contents_of, disable, execute, released};
use words::{Database, texts};

/// What a migrator is about to do, and of which migration.
type Place = (Version, Doing);

/// Notes the places that a migrator comes to, and ends it before the first that is one of its own.
#[derive(Debug, Default)]
struct EndsBefore {
    place: Option<Place>,
    seen: Mutex<Vec<Place>>,
}

impl EndsBefore {
    fn nothing() -> Arc<Self> {
        Arc::default()
    }

    fn place(place: Place) -> Arc<Self> {
        Arc::new(Self { place: Some(place), ..Self::default() })
    }
}

impl Faults for EndsBefore {
    fn before(&self, point: &Point<'_>) -> io::Result<()> {
        let here = (point.migration.version, point.doing);
        self.seen.lock().unwrap().push(here);
        if self.place == Some(here) { Err(io::Error::other("killed here")) } else { Ok(()) }
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
    // One session for all: there are many tables, and each test looks hundreds of times.
    let mut session = database.session();
    let mut noted: Vec<_> =
        noted.iter().flat_map(|noted| texts(&mut session, &format!("SELECT {noted}"))).collect();
    // In whatever order the database tells them.
    noted.sort();
    let schema = Schema::of(&mut session).unwrap();
    format!("{schema}\n{:#?}\n{noted:#?}", contents_of(&mut session, &schema))
}

/// Fails at the first line that differs.
fn refuse_difference(is: &str, should_be: &str, when: &str) {
    let difference = is.lines().zip(should_be.lines()).find(|(is, should_be)| is != should_be);
    assert_eq!(difference, None, "{when}");
    assert_eq!(is.lines().count(), should_be.lines().count(), "{when}: lines");
}

/// More places than this take minutes where each statement commits by itself, if all is made anew for each.
const MANY: usize = 24;

/// One way of one migration, and the way back.
struct Way<'w> {
    database: &'w Database,
    migrator: &'w Migrator,
    there: &'w dyn Fn(&Migrator) -> Result<Vec<Version>, MigrateError>,
    back: &'w dyn Fn(),
}

impl Way<'_> {
    /// Goes there uninterrupted, then killed at each place; ends there. How many places there are.
    fn killed_everywhere(&self) -> usize {
        let Self { database, migrator, there, back } = *self;
        back();
        let noting = EndsBefore::nothing();
        there(&migrator.clone().faults(noting.clone())).unwrap();
        let places = noting.seen.lock().unwrap().clone();
        let uninterrupted = fingerprint(database);
        back();
        if places.len() > MANY {
            self.killed_one_after_the_other(&places);
        } else {
            self.killed_at_each(&places, &uninterrupted);
        }
        let behind = Arc::new(EndsBehind { last: places.len(), seen: AtomicUsize::new(0) });
        // Where the last of them left little to do, there is no such place any more.
        if there(&migrator.clone().faults(behind)).is_err() {
            there(migrator).unwrap();
        }
        refuse_difference(&fingerprint(database), &uninterrupted, "killed behind the last");
        places.len()
    }

    /// Once for each place, and another migrator finishes what was killed there.
    ///
    /// Where a killed migrator left nothing at all, as where a migration is one transaction, running again is running for the
    /// first time: it is done once for all of these.
    fn killed_at_each(&self, places: &[Place], uninterrupted: &str) {
        let before = fingerprint(self.database);
        for place in places {
            self.killed_at(*place);
            if fingerprint(self.database) == before {
                continue;
            }
            (self.there)(self.migrator).unwrap();
            refuse_difference(
                &fingerprint(self.database),
                uninterrupted,
                &format!("killed before {place:?}"),
            );
            (self.back)();
            refuse_difference(&fingerprint(self.database), &before, &format!("back after {place:?}"));
        }
    }

    /// Each migrator goes on from where the one before it was killed, and is killed at the next place. So each place is one
    /// where one was killed and another went on, and what has many statements is not made anew for each of them.
    fn killed_one_after_the_other(&self, places: &[Place]) {
        for place in places {
            self.killed_at(*place);
        }
    }

    fn killed_at(&self, place: Place) {
        let error = (self.there)(&self.migrator.clone().faults(EndsBefore::place(place))).unwrap_err();
        assert!(matches!(error, MigrateError::Interrupted { .. }), "before {place:?}: {error}");
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
fn both_ways(database: &Database, migrator: &Migrator, below: Version, migration: &Migration) -> Places {
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

/// On the way up and down.
type Places = [usize; 2];

/// A test for each migration, so that they run at the same time, each on a database of its own.
macro_rules! each {
    ($($name:ident: $version:literal => $places:expr,)*) => {
        $(
            #[test]
            fn $name() {
                killed_everywhere_in(Version($version), $places);
            }
        )*

        #[test]
        fn there_is_a_test_for_each_migration() {
            let database = Database::fresh();
            let all: Vec<_> = migrator(&database).set().iter().map(|migration| migration.version.0).collect();
            assert_eq!(all, [$($version),*]);
        }
    };
}

// At how many places it is killed on SQLite, PostgreSQL and MariaDB. It is written down, so that a place is missed that a migrator
// does not come to any more.
each! {
    killed_anywhere_in_0001_comes_to_the_same: 1 => [[17, 14], [18, 14], [33, 27]],
    killed_anywhere_in_0002_comes_to_the_same: 2 => [[3, 3], [3, 3], [5, 5]],
    killed_anywhere_in_0003_comes_to_the_same: 3 => [[4, 3], [4, 3], [7, 5]],
    killed_anywhere_in_0004_comes_to_the_same: 4 => [[3, 3], [3, 3], [5, 5]],
    killed_anywhere_in_0005_comes_to_the_same: 5 => [[7, 5], [7, 5], [11, 9]],
    killed_anywhere_in_0006_comes_to_the_same: 6 => [[4, 4], [7, 7], [7, 7]],
    killed_anywhere_in_0007_comes_to_the_same: 7 => [[3, 1], [3, 1], [3, 1]],
    killed_anywhere_in_0008_comes_to_the_same: 8 => [[8, 3], [16, 5], [12, 5]],
    killed_anywhere_in_0009_comes_to_the_same: 9 => [[3, 3], [3, 4], [5, 5]],
    killed_anywhere_in_0010_comes_to_the_same: 10 => [[1, 1], [1, 1], [1, 1]],
    killed_anywhere_in_0011_comes_to_the_same: 11 => [[6, 10], [6, 9], [8, 7]],
    killed_anywhere_in_0012_comes_to_the_same: 12 => [[7, 6], [7, 7], [15, 17]],
}

/// Migrations up to this one are tried without rows.
const WITHOUT_ROWS: Version = Version(3);

fn killed_everywhere_in(version: Version, [sqlite, postgres, mysql]: [Places; 3]) {
    let has_rows = version > WITHOUT_ROWS;
    let database = if has_rows { with_rows() } else { Database::fresh() };
    let migrator = migrator(&database);
    let start = has_rows.then(|| fingerprint(&database));
    let migration = migrator.set().get(version).unwrap();
    let below = before_version(&migrator, version);
    migrator.up(&database.url, below.or(Some(version)), &mut Silent).unwrap();
    let places = both_ways(&database, &migrator, below.unwrap_or(Version::NONE), migration);
    let expected = match database.url.engine() {
        Engine::Sqlite => sqlite,
        Engine::Postgres => postgres,
        Engine::Mysql => mysql,
    };
    assert_eq!(places, expected, "{migration}: at how many places, up and down");
    if let Some(start) = start {
        migrator.down(&database.url, Some(WITHOUT_ROWS), &mut Silent).unwrap();
        refuse_difference(&fingerprint(&database), &start, "everything, there and back");
    }
}

/// A database of that schema, with rows. Rules and executions that are set aside are among them.
fn with_rows() -> Database {
    let database = released(WITHOUT_ROWS.0);
    let migrator = migrator(&database);
    migrator.up(&database.url, None, &mut Silent).unwrap();
    disable(&database, "created_index = 0");
    execute(&database);
    migrator.down(&database.url, Some(WITHOUT_ROWS), &mut Silent).unwrap();
    database
}

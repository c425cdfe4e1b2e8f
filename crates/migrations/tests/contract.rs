//! A contract takes from no server what it needs: it waits until none does, or says which one does.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use diesel::{RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, SessionOptions};
use statehouse_migrations::{MigrateError, Migrator, SchemaWindow, Silent, Standing, Version};
use words::Database;
use words::faults::EndsAt;
use words::things::{Moved, OnceMarked, Server, expanded, fill, migrator, things};

/// As long as a server's beat lasts here.
const LASTS: Duration = Duration::from_millis(600);

/// An expanded database whose rows are moved, and its migrator.
fn ready() -> (Database, Migrator) {
    let moved = Moved::default();
    let database = expanded(&moved);
    let migrator = migrator(&database, &moved);
    assert_eq!(migrator.data(&database.url, &mut Silent).unwrap(), [Version(3)]);
    (database, migrator)
}

fn contract(database: &Database, migrator: &Migrator) -> Result<Vec<Version>, MigrateError> {
    migrator.contract(&database.url, &mut Silent)
}

fn has_old_column(database: &Database) -> bool {
    sql_query("SELECT old FROM things").execute(&mut database.session()).is_ok()
}

#[test]
fn a_contract_is_refused_while_a_server_that_needs_the_old_shape_lives_and_names_it() {
    let (database, migrator) = ready();
    let old = Server::alive(&database, "old", 1, LASTS);
    let _new = Server::alive(&database, "new", 2, LASTS);
    let error = contract(&database, &migrator).unwrap_err();
    let text = error.to_string();
    assert!(matches!(error, MigrateError::InTheWay { version: Version(4), .. }), "{text}");
    assert!(text.contains("old.example:1789") && !text.contains("new.example"), "{text}");
    assert!(has_old_column(&database));
    assert_eq!(migrator.check(&database.url).unwrap(), SchemaWindow::Pending(vec![Version(4)]));
    let older = Migrator::new(things(&database, &Moved::default()).up_to(Version(1)));
    older.require(&database.url).unwrap();

    old.stop();
    assert_eq!(contract(&database, &migrator).unwrap(), [Version(4)]);
    assert!(!has_old_column(&database));
}

#[test]
fn a_contract_waits_until_the_beat_of_a_dead_server_has_stood_still_and_gives_it_up() {
    let (database, migrator) = ready();
    let _dead = Server::silent(&database, "dead", 1, LASTS);
    let began = Instant::now();
    assert_eq!(contract(&database, &migrator).unwrap(), [Version(4)]);
    assert!(began.elapsed() >= LASTS, "{:?}", began.elapsed());
    assert_eq!(database.texts("SELECT id AS value FROM servers"), [""; 0]);
}

#[test]
fn a_server_that_starts_once_the_contract_is_marked_refuses() {
    let (database, migrator) = ready();
    let was_asked = Arc::new(AtomicBool::new(false));
    let (url, told) = (database.url.clone(), was_asked.clone());
    let older = Migrator::new(things(&database, &Moved::default()).up_to(Version(1)));
    let start_old = move || {
        let refused = older.require(&url).unwrap_err();
        assert!(matches!(refused, MigrateError::Ahead { .. }), "{refused}");
        told.store(true, Ordering::Relaxed);
    };
    let migrator = migrator.faults(Arc::new(OnceMarked(start_old)));
    assert_eq!(contract(&database, &migrator).unwrap(), [Version(4)]);
    assert!(was_asked.load(Ordering::Relaxed));
}

#[test]
fn a_contract_that_fails_before_its_first_statement_leaves_no_mark() {
    let (database, migrator) = ready();
    // The one is missed when the servers are asked for, the other when the rows are looked over.
    for (table, column) in [("servers", "lasts"), ("things", "old")] {
        let rename = |from: &str, to: &str| format!("ALTER TABLE {table} RENAME COLUMN {from} TO {to}");
        let (url, hide) = (database.url.clone(), rename(column, "hidden"));
        let hides = OnceMarked(move || {
            let mut session = Connection::open(&url, &SessionOptions::writer()).unwrap();
            sql_query(&hide).execute(&mut session).unwrap();
        });
        let error = contract(&database, &migrator.clone().faults(Arc::new(hides))).unwrap_err();
        assert!(matches!(error, MigrateError::Database { .. } | MigrateError::Data { .. }), "{error}");
        database.execute(&rename("hidden", column));
        assert_eq!(migrator.check(&database.url).unwrap(), SchemaWindow::Pending(vec![Version(4)]));
        Migrator::new(things(&database, &Moved::default()).up_to(Version(1))).require(&database.url).unwrap();
    }
    assert_eq!(contract(&database, &migrator).unwrap(), [Version(4)]);
}

#[test]
fn what_an_old_server_wrote_behind_the_data_migration_is_moved_before_the_old_place_goes() {
    let (database, migrator) = ready();
    database.execute("INSERT INTO things (id, old) VALUES ('a late one', 'x')");
    database.execute("UPDATE things SET old = 'changed' WHERE id = 't3'");
    contract(&database, &migrator).unwrap();
    let new = |id: &str| database.texts(&format!("SELECT new AS value FROM things WHERE id = '{id}'"));
    assert_eq!(new("a late one"), ["x"]);
    assert_eq!(new("t3"), ["changed"]);
    assert_eq!(new("t4"), ["v4"]);
}

#[test]
fn a_contract_comes_after_what_it_relies_on() {
    let moved = Moved::default();
    let database = expanded(&moved);
    let migrator = migrator(&database, &moved);
    let error = contract(&database, &migrator).unwrap_err().to_string();
    assert!(error.contains("0003_moved") && error.contains("migrate data"), "{error}");
    let first = Database::fresh();
    first.up(things(&first, &moved).up_to(Version(1))).unwrap();
    let error = migrator.data(&first.url, &mut Silent).unwrap_err().to_string();
    assert!(error.contains("0002_new_column") && error.contains("migrate expand"), "{error}");
    assert_eq!(migrator.expand(&first.url, &mut Silent).unwrap(), [Version(2)]);
    assert_eq!(migrator.expand(&first.url, &mut Silent).unwrap(), []);
}

#[test]
fn who_settles_leaves_the_contract_for_later_and_waits_for_nobody() {
    let moved = Moved::default();
    let database = expanded(&moved);
    let migrator = migrator(&database, &moved);
    let old = Server::silent(&database, "old", 1, Duration::from_mins(5));
    let began = Instant::now();
    assert_eq!(migrator.settle(&database.url, &mut Silent).unwrap(), [Version(3)]);
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    assert!(has_old_column(&database));
    old.stop();
    assert_eq!(migrator.settle(&database.url, &mut Silent).unwrap(), [Version(4)]);
}

#[test]
fn nothing_is_taken_down_that_a_server_needs() {
    let (database, migrator) = ready();
    database.execute("INSERT INTO servers VALUES ('a', 'a.example:1789', 'program 1.0', 3, 4, 0, 600000)");
    let living = Server::alive(&database, "b", 4, LASTS);
    // The first is dead; the second needs nothing after 0001.
    assert_eq!(migrator.down(&database.url, Some(Version(2)), &mut Silent).unwrap(), [Version(3)]);
    database.execute("UPDATE servers SET oldest = 2 WHERE id = 'b'");
    let error = migrator.down(&database.url, Some(Version(1)), &mut Silent).unwrap_err().to_string();
    assert!(error.contains("b.example:1789"), "{error}");
    living.stop();
    assert_eq!(migrator.down(&database.url, Some(Version(1)), &mut Silent).unwrap(), [Version(2)]);
}

#[test]
fn a_contract_that_is_ended_anywhere_goes_on_and_takes_what_it_takes() {
    let moved = Moved::default();
    let database = Database::fresh();
    database.up(things(&database, &moved)).unwrap();
    for place in 0.. {
        assert!(place < 60, "a contract has fewer places");
        migrator(&database, &moved).down(&database.url, Some(Version::NONE), &mut Silent).unwrap();
        fill(&database, &moved);
        let migrator = migrator(&database, &moved);
        migrator.data(&database.url, &mut Silent).unwrap();
        database.execute("UPDATE things SET old = 'changed' WHERE id = 't3'");
        let ended = contract(&database, &migrator.clone().faults(EndsAt::place(place)));
        if ended.is_ok() {
            assert!(place > 10, "{place}");
            return;
        }
        // Once it is marked, no old server starts, whatever is done already.
        let older = Migrator::new(things(&database, &moved).up_to(Version(1)));
        assert_eq!(older.require(&database.url).is_ok(), place == 0, "at {place}");
        contract(&database, &migrator).unwrap();
        assert!(!has_old_column(&database));
        let changed = database.texts("SELECT new AS value FROM things WHERE id = 't3'");
        assert_eq!(changed, ["changed"], "at {place}");
        assert_eq!(migrator.check(&database.url).unwrap(), SchemaWindow::UpToDate);
    }
}

#[test]
fn a_contract_that_was_only_marked_is_taken_down_by_taking_the_mark_back() {
    let (database, migrator) = ready();
    contract(&database, &migrator.clone().faults(EndsAt::place(1))).unwrap_err();
    let standing = |version: u32| {
        let status = migrator.status(&database.url).unwrap();
        status.iter().find(|line| line.version == Version(version)).unwrap().standing
    };
    assert_eq!(standing(4), Standing::Unfinished);
    if database.url.engine() == statehouse_connection::Engine::Mysql {
        // There, what was done of it is not known for certain, so it is finished first.
        contract(&database, &migrator).unwrap();
    }
    assert_eq!(migrator.down(&database.url, Some(Version(3)), &mut Silent).unwrap(), [Version(4)]);
    assert_eq!(standing(4), Standing::Pending);
    assert!(has_old_column(&database));
}

//! A store says in the database that it runs, and writes nothing once the schema has left its window.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use statehouse_db::{MigratePolicy, OpenError, Store, WriteError};
use statehouse_migrations::{Doing, Faults, MigrateError, Migrator, Point, Silent, Version};

use crate::words::{Scratch, Words as _, eventually, fact};

/// As long as others take a store for alive that says nothing.
const LASTS: Duration = Duration::from_millis(900);

fn migrator(scratch: &Scratch) -> Migrator {
    Migrator::statehouse(&scratch.url()).unwrap()
}

/// The newest migration that each store that runs knows.
fn known(scratch: &Scratch) -> Vec<u32> {
    let servers = migrator(scratch).servers(&scratch.url(), Duration::ZERO).unwrap();
    servers.into_iter().map(|(server, _)| server.newest.0).collect()
}

/// A database whose schema is that of a build which knew no migration after 0008, and a store of that build.
fn earlier(scratch: &Scratch) -> Store {
    migrator(scratch).up(&scratch.url(), Some(Version(8)), &mut Silent).unwrap();
    scratch.open_with(|options| {
        options.knows = Some(Version(8));
        options.presence = LASTS;
        options.migrate = MigratePolicy::RefuseOutdated;
    })
}

#[test]
fn a_store_says_that_it_runs_until_it_is_closed() {
    let scratch = Scratch::new();
    let store = scratch.open();
    assert_eq!(known(&scratch), [migrator(&scratch).set().newest().0]);
    store.close().unwrap();
    assert_eq!(known(&scratch), [0; 0]);
}

#[test]
fn a_contract_waits_for_a_store_that_needs_the_old_shape_and_goes_through_when_it_has_stopped() {
    let scratch = Scratch::new();
    let (store, migrator) = (earlier(&scratch), migrator(&scratch));
    migrator.expand(&scratch.url(), &mut Silent).unwrap();
    migrator.data(&scratch.url(), &mut Silent).unwrap();
    store.tell(fact(1)).unwrap();
    let refused = migrator.contract(&scratch.url(), &mut Silent).unwrap_err();
    assert!(matches!(refused, MigrateError::InTheWay { .. }), "{refused}");
    store.tell(fact(2)).unwrap();
    store.close().unwrap();
    assert_eq!(migrator.contract(&scratch.url(), &mut Silent).unwrap(), [Version(11)]);
    let mut options = scratch.options();
    options.knows = Some(Version(8));
    let refused = Store::open(options).unwrap_err();
    assert!(matches!(&refused, OpenError::Schema { reason } if reason.contains("0011")), "{refused}");
    assert_eq!(known(&scratch), [0; 0], "who does not open says nothing");
}

#[test]
fn a_store_from_under_which_the_schema_was_taken_says_so_and_goes_on_when_it_is_back() {
    let scratch = Scratch::new();
    let store = earlier(&scratch);
    // Somebody who asks for no servers.
    let unasking = Migrator::new(migrator(&scratch).set().clone());
    unasking.up(&scratch.url(), None, &mut Silent).unwrap();
    eventually("it finds out", || !store.health().is_ready());
    let Err(WriteError::Unavailable { reason, .. }) = store.tell(fact(1)) else { panic!("it writes") };
    assert!(reason.contains("newer than this build"), "{reason}");
    assert!(store.read().wait().is_err());
    unasking.down(&scratch.url(), Some(Version(8)), &mut Silent).unwrap();
    eventually("it goes on", || store.tell(fact(2)).is_ok());
    assert_eq!(known(&scratch), [8]);
}

#[test]
fn a_store_that_was_given_up_enters_itself_again_before_it_writes() {
    let scratch = Scratch::new();
    let store = scratch.open_with(|options| options.presence = LASTS);
    let mut session = scratch.session();
    diesel::RunQueryDsl::execute(diesel::sql_query("DELETE FROM servers"), &mut session).unwrap();
    store.tell(fact(1)).unwrap();
    eventually("it says so again", || known(&scratch).len() == 1);
    store.tell(fact(2)).unwrap();
}

/// Kills a migrator once it has marked what it requires, and before it has asked for the servers.
#[derive(Debug)]
struct OnceMarked;

impl Faults for OnceMarked {
    fn before(&self, point: &Point<'_>) -> io::Result<()> {
        if point.doing == Doing::Ask { Err(io::Error::other("killed here")) } else { Ok(()) }
    }
}

#[test]
fn a_store_that_was_given_up_does_not_write_until_it_has_looked_at_the_schema_and_heeds_what_has_begun() {
    let scratch = Scratch::new();
    let (store, migrator) = (earlier(&scratch), migrator(&scratch));
    let mut session = scratch.session();
    let mut execute =
        |text: &str| diesel::RunQueryDsl::execute(diesel::sql_query(text), &mut session).unwrap();
    migrator.expand(&scratch.url(), &mut Silent).unwrap();
    migrator.data(&scratch.url(), &mut Silent).unwrap();
    // Without a copy, before which the servers would be asked for once more.
    let killed = migrator.clone().back_up_first(false).faults(Arc::new(OnceMarked));
    killed.contract(&scratch.url(), &mut Silent).unwrap_err();
    store.tell(fact(1)).unwrap();

    // It is given up, and comes back while the ledger cannot be read.
    execute("ALTER TABLE schema_migrations RENAME COLUMN applied_by TO hidden");
    execute("DELETE FROM servers");
    eventually("it says again that it runs", || known(&scratch) == [8]);
    assert!(matches!(store.tell(fact(2)), Err(WriteError::Unavailable { .. })), "it has not looked yet");
    execute("ALTER TABLE schema_migrations RENAME COLUMN hidden TO applied_by");
    eventually("it finds what has begun", || !store.health().is_ready() && known(&scratch).is_empty());
    let Err(WriteError::Unavailable { reason, .. }) = store.tell(fact(3)) else { panic!("it writes") };
    assert!(reason.contains("0011"), "{reason}");
    assert_eq!(migrator.contract(&scratch.url(), &mut Silent).unwrap(), [Version(11)]);
}

//! Statehouse's contracts where an old server writes until the last moment, or where they were interrupted.
#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use std::fmt;
use std::io;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use diesel::connection::SimpleConnection as _;
use statehouse_connection::{Engine, Transaction};
use statehouse_migrations::{Doing, Faults, MigrateError, MigrationSet, Migrator, Point, Silent, Version};
use words::Database;
use words::rows::released;
use words::things::Server;

/// What a server of before writes when it creates a rule: it knows nothing of `head_table`.
const OLD_RULE: &str = "INSERT INTO rules (id, policy_id, name, comment, text, identity, created_revision, created_index) \
     SELECT 'late', policy_id, name, comment, text, 'late(1)', created_revision, created_index \
     FROM rules WHERE id = (SELECT MIN(id) FROM rules)";

/// Does something before a statement of the contract.
struct Before<F>(usize, F);

impl<F> fmt::Debug for Before<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "before statement {}", self.0)
    }
}

impl<F: Fn() -> io::Result<()> + Send + Sync> Faults for Before<F> {
    fn before(&self, point: &Point<'_>) -> io::Result<()> {
        let is_it = point.migration.version == Version(8) && point.doing == Doing::Statement(self.0);
        if is_it { (self.1)() } else { Ok(()) }
    }
}

/// A database in which 0008 is next, and its migrator.
fn before_the_contract() -> (Database, Migrator) {
    let database = released(3);
    let migrator = Migrator::new(MigrationSet::statehouse(&database.url).unwrap())
        .knowing_up_to(Version(8))
        .back_up_first(false);
    migrator.up(&database.url, Some(Version(7)), &mut Silent).unwrap();
    (database, migrator)
}

#[test]
fn a_contract_that_was_interrupted_leaves_nothing_behind_when_it_is_taken_down() {
    let (database, migrator) = before_the_contract();
    let before = database.schema();
    let ends = migrator.clone().faults(Arc::new(Before(2, || Err(io::Error::other("killed here")))));
    let ended = ends.up(&database.url, None, &mut Silent);
    if ended.is_ok() {
        assert_eq!(database.url.engine(), Engine::Sqlite, "elsewhere there is more than one statement");
    }
    migrator.down(&database.url, Some(Version(7)), &mut Silent).unwrap();
    assert_eq!(database.schema().differences_from(&before), []);
    database.execute(OLD_RULE);
}

#[test]
fn a_rule_that_an_old_server_is_creating_meanwhile_is_waited_for_and_filled_in() {
    let (database, migrator) = before_the_contract();
    let mut session = database.session();
    let mut old = Transaction::begin_write(&mut session).unwrap();
    if database.url.engine() != Engine::Sqlite {
        old.batch_execute("SELECT revision FROM head FOR UPDATE").unwrap();
    }
    old.batch_execute(OLD_RULE).unwrap();
    thread::scope(|scope| {
        let contract = scope.spawn(|| migrator.contract(&database.url, &mut Silent));
        thread::sleep(Duration::from_millis(700));
        old.commit().unwrap();
        assert_eq!(contract.join().unwrap().unwrap(), [Version(8)]);
    });
    assert_eq!(database.texts("SELECT head_table AS value FROM rules WHERE id = 'late'"), ["late"]);
}

#[test]
fn a_contract_fails_on_a_rule_that_was_not_filled_in() {
    let (database, migrator) = before_the_contract();
    if database.url.engine() == Engine::Sqlite {
        // There nobody writes between the last pass and the contract, which are one transaction after the other.
        return;
    }
    let url = database.url.clone();
    let creates = move || {
        let options = statehouse_connection::SessionOptions::writer();
        let mut session =
            statehouse_connection::Connection::open(&url, &options).map_err(io::Error::other)?;
        session.batch_execute(OLD_RULE).map_err(io::Error::other)
    };
    let error =
        migrator.faults(Arc::new(Before(1, creates))).contract(&database.url, &mut Silent).unwrap_err();
    assert!(matches!(error, MigrateError::Failed { .. }), "{error}");
}

#[test]
fn the_step_to_disabled_rules_is_refused_while_a_server_lives_that_would_misread_them() {
    let database = released(3);
    let migrator = Migrator::new(MigrationSet::statehouse(&database.url).unwrap())
        .watching("servers", Version(4))
        .back_up_first(false);
    migrator.up(&database.url, Some(Version(4)), &mut Silent).unwrap();
    let old = Server::alive(&database, "old", 4, Duration::from_millis(600));
    let refused = migrator.up(&database.url, None, &mut Silent).unwrap_err();
    assert!(matches!(refused, MigrateError::InTheWay { version: Version(5), .. }), "{refused}");
    old.stop();
    migrator.up(&database.url, Some(Version(5)), &mut Silent).unwrap();
}

//! SQL for somebody else to run (`--sql`), of which only a part is run: the tool goes on from there, whatever that was.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use diesel::connection::SimpleConnection as _;
use statehouse_migrations::{Migrator, SchemaWindow, Silent, Step, Version, statements};
use words::Database;

/// Begins a script and is gone before its statement of this number.
fn begin(database: &Database, script: &[&str], number: usize) {
    let mut session = database.session();
    for statement in &script[..number] {
        session.batch_execute(statement).unwrap();
    }
}

/// Whether a stop before this statement leaves something else than one before the statement before it.
fn differs(script: &[&str], number: usize) -> bool {
    let Some(last) = number.checked_sub(1).and_then(|last| script.get(last)) else { return false };
    // What has only begun is undone, and only some statements commit by themselves.
    let is_journaled = script.iter().any(|statement| statement.contains("SET done = "));
    let commits = last.ends_with("COMMIT") || last.contains("ALTER TABLE");
    commits
        || is_journaled && ["CREATE ", "DROP "].iter().any(|word| last.contains(word))
        || number == script.len() / 2
}

#[test]
fn a_script_that_stops_at_any_statement_is_gone_on_with() {
    let database = Database::fresh();
    let migrator = Migrator::statehouse(&database.url).unwrap().back_up_first(false);
    let (url, engine, quiet) = (&database.url, database.url.engine(), &mut Silent);
    let mut before = Version::NONE;
    let bookkeeping = migrator.offline(engine, "0:0".parse().unwrap(), true).unwrap();
    let bookkeeping = statements::split(engine, &bookkeeping).unwrap();
    begin(&database, &bookkeeping, bookkeeping.len());
    for migration in migrator.set().iter() {
        let version = migration.version;
        let script = |from: Version, to: Version| {
            migrator.offline(engine, format!("{from}:{to}").parse().unwrap(), true).unwrap()
        };
        if let Step::Sql(_) = &migration.up {
            let lower = database.schema();
            migrator.up(url, Some(version), quiet).unwrap();
            let upper = database.schema();
            migrator.down(url, Some(before), quiet).unwrap();
            let (up, down) = (script(before, version), script(version, before));
            let is_prepared = up.contains("--prepare");
            let [up, down] = [&up, &down].map(|script| statements::split(engine, script).unwrap());
            let begins = |script: &[&str]| {
                script.iter().position(|it| it.trim_end_matches(" IMMEDIATE").ends_with("BEGIN")).unwrap()
            };
            let (first, last) = (begins(&up).min(begins(&down)), up.len().max(down.len()));
            for number in (first..=last).filter(|number| differs(&up, *number) || differs(&down, *number)) {
                if is_prepared {
                    migrator.prepare_contract(url, quiet).unwrap();
                }
                begin(&database, &up, number.min(up.len()));
                migrator.up(url, Some(version), quiet).unwrap();
                assert_eq!(database.schema().differences_from(&upper), [], "{migration} up, {number}");
                begin(&database, &down, number.min(down.len()));
                migrator.down(url, Some(before), quiet).unwrap();
                assert_eq!(database.schema().differences_from(&lower), [], "{migration} down, {number}");
            }
        }
        migrator.up(url, Some(version), quiet).unwrap();
        before = version;
    }
    assert_eq!(migrator.check(url).unwrap(), SchemaWindow::UpToDate);
}

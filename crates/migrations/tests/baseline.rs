//! What was squashed into a baseline: an empty database takes the baseline, and one that is past it goes on as it was.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use diesel::connection::SimpleConnection as _;
use statehouse_connection::{DatabaseUrl, Engine};
use statehouse_migration_text::squash::{self, Member, Squashed};
use statehouse_migration_text::statements::Dialect;
use statehouse_migrations::{
    Baseline, Direction, MigrateError, Migration, MigrationSet, Migrator, SchemaWindow, Silent, Step,
    Version, statements,
};
use words::faults::EndsAt;
use words::{Database, set, table, tables_up_to};

/// Migrations 1 to 3 as a baseline, and 4 as it was.
fn squashed() -> MigrationSet {
    let lines = tables_up_to(3);
    let lines: Vec<_> = lines.iter().map(|it| format!("{it} {} - {}", it.phase, it.checksum())).collect();
    let up = "CREATE TABLE IF NOT EXISTS t1 (x INTEGER); CREATE TABLE IF NOT EXISTS t2 (x INTEGER);
              CREATE TABLE IF NOT EXISTS t3 (x INTEGER)";
    let down = "DROP TABLE IF EXISTS t3; DROP TABLE IF EXISTS t2; DROP TABLE IF EXISTS t1";
    set([table(4)]).with_baseline(Baseline::new(up, down, &lines.join("\n")).unwrap()).unwrap()
}

fn ledger(database: &Database) -> Vec<String> {
    let noted =
        "SELECT CONCAT_WS(' ', version, name, checksum, phase, state) AS value FROM schema_migrations";
    let mut noted = database.texts(noted);
    noted.sort();
    noted
}

#[test]
fn an_empty_database_takes_the_baseline_and_its_ledger_is_that_of_one_that_went_step_by_step() {
    let (short, long) = (Database::fresh(), Database::fresh());
    assert_eq!(short.up(squashed()).unwrap(), [Version(1), Version(2), Version(3), Version(4)]);
    long.up(tables_up_to(4)).unwrap();
    assert_eq!(short.schema(), long.schema());
    assert_eq!(ledger(&short), ledger(&long));
    assert_eq!(short.texts("SELECT name AS value FROM schema_history ORDER BY number"), ["baseline", "t4"]);
}

#[test]
fn to_expand_an_empty_database_is_to_bring_it_to_the_baseline() {
    let lines = "0001_a expand - #\n0002_b data - #\n0003_c contract 0001 #".replace('#', &"0".repeat(64));
    let up = "CREATE TABLE IF NOT EXISTS t1 (x INTEGER)";
    let baseline = Baseline::new(up, "DROP TABLE IF EXISTS t1", &lines).unwrap();
    let later = "-- phase: contract\n-- requires: 0003\nCREATE TABLE IF NOT EXISTS t5 (x INTEGER)";
    let later = Migration::sql(5, "t5", later, "DROP TABLE IF EXISTS t5");
    let migrator = Migrator::new(set([table(4), later]).with_baseline(baseline).unwrap());
    let database = Database::fresh();
    let expanded = migrator.expand(&database.url, &mut Silent).unwrap();
    assert_eq!(expanded, [1, 2, 3, 4].map(Version));
    assert_eq!(database.tables(), ["t1", "t4"]);
    assert_eq!(migrator.expand(&database.url, &mut Silent).unwrap(), []);
    assert_eq!(migrator.contract(&database.url, &mut Silent).unwrap(), [Version(5)]);
}

#[test]
fn a_script_takes_an_empty_database_to_the_baseline_and_back() {
    let (scripted, ran) = (Database::fresh(), Database::migrated(squashed()));
    let engine = scripted.url.engine();
    let migrator = Migrator::new(squashed());
    let run = |range: &str| -> Result<(), String> {
        let script = migrator.offline(engine, range.parse().unwrap(), false).unwrap();
        let mut session = scripted.session();
        for statement in statements::split(engine, &script).unwrap() {
            session.batch_execute(statement).map_err(|error| format!("{statement}: {error}"))?;
        }
        Ok(())
    };
    run("0:4").unwrap();
    assert_eq!(scripted.schema(), ran.schema());
    assert_eq!(ledger(&scripted), ledger(&ran));
    assert_eq!(migrator.check(&scripted.url).unwrap(), SchemaWindow::UpToDate);
    assert!(run("0:3").is_err(), "it is there already");
    assert_eq!(ledger(&scripted), ledger(&ran));
    for part in ["0:2", "2:4", "4:1"] {
        let error = migrator.offline(engine, part.parse().unwrap(), false).unwrap_err();
        assert!(matches!(error, MigrateError::Squashed { baseline: Version(3) }), "{part}: {error}");
    }
    run("4:0").unwrap();
    assert_eq!((scripted.tables().len(), ledger(&scripted).len()), (0, 0));
    assert_eq!(migrator.check(&scripted.url).unwrap(), SchemaWindow::Empty);
}

#[test]
fn programs_from_before_and_after_the_squash_work_on_the_same_databases() {
    let database = Database::migrated(tables_up_to(3));
    let after = Migrator::new(squashed());
    assert_eq!(after.check(&database.url).unwrap(), SchemaWindow::Pending(vec![Version(4)]));
    assert_eq!(after.up(&database.url, None, &mut Silent).unwrap(), [Version(4)]);
    let before = Migrator::new(tables_up_to(4));
    assert_eq!(before.check(&database.url).unwrap(), SchemaWindow::UpToDate);
    assert_eq!(after.down(&database.url, Some(Version::NONE), &mut Silent).unwrap().len(), 4);
    assert_eq!(database.tables(), [""; 0]);
    assert_eq!(after.up(&database.url, Some(Version(3)), &mut Silent).unwrap().len(), 3);
    assert_eq!(before.up(&database.url, None, &mut Silent).unwrap(), [Version(4)]);
}

#[test]
fn a_part_of_a_baseline_is_refused_and_nothing_is_done() {
    let refused = |error: MigrateError| {
        assert!(matches!(error, MigrateError::Squashed { baseline: Version(3) }), "{error}");
    };
    let middle = Database::migrated(tables_up_to(2));
    refused(middle.up(squashed()).unwrap_err());
    assert_eq!(middle.tables(), ["t1", "t2"]);
    // So is the plan of it.
    let plan = |database: &Database, direction, target| {
        Migrator::new(squashed()).plan(&database.url, direction, target).map(drop).unwrap_err()
    };
    refused(plan(&middle, Direction::Up, None));
    let empty = Database::fresh();
    refused(plan(&empty, Direction::Up, Some(Version(2))));
    refused(Migrator::new(squashed()).up(&empty.url, Some(Version(2)), &mut Silent).unwrap_err());
    let whole = Database::migrated(squashed());
    refused(whole.down(squashed(), Version(2)).unwrap_err());
    assert_eq!(whole.tables(), ["t1", "t2", "t3", "t4"]);
}

#[test]
fn a_migrator_ended_anywhere_in_a_baseline_goes_on_where_it_stopped() {
    let whole = Database::migrated(squashed());
    let database = Database::fresh();
    for place in 0..100 {
        let migrator = Migrator::new(squashed());
        let ended = migrator.clone().faults(EndsAt::place(place)).up(&database.url, None, &mut Silent);
        if ended.is_ok() {
            assert!(place >= 10, "{place}");
            return;
        }
        migrator.up(&database.url, None, &mut Silent).unwrap();
        assert_eq!(database.schema(), whole.schema(), "ended at {place}");
        assert_eq!(ledger(&database), ledger(&whole), "ended at {place}");
        migrator.down(&database.url, Some(Version::NONE), &mut Silent).unwrap();
    }
    unreachable!("a baseline has fewer places");
}

/// Statehouse's own migrations, those up to this version squashed.
fn statehouse(url: &DatabaseUrl, version: Version) -> MigrationSet {
    let set = MigrationSet::statehouse(url).unwrap();
    let text = |step: &Step| match step {
        Step::Sql(text) => Some(text.to_string()),
        _ => None,
    };
    let goes_in = |migration: &&Migration| migration.version <= version;
    let texts: Vec<_> = set.iter().filter(goes_in).map(|it| Some((text(&it.up)?, text(&it.down)?))).collect();
    let members: Vec<_> = set
        .iter()
        .zip(&texts)
        .map(|(migration, texts)| Member {
            version: migration.version,
            name: &migration.name,
            phase: migration.phase,
            requires: migration.requires,
            checksum: migration.checksum(),
            texts: texts.as_ref().map(|(up, down)| (up.as_str(), down.as_str())),
        })
        .collect();
    let dialect = match url.engine() {
        Engine::Sqlite => Dialect::Sqlite,
        Engine::Postgres => Dialect::Postgres,
        Engine::Mysql => Dialect::Mysql,
    };
    let Squashed { up, down, stands_for } = squash::squash(dialect, None, &members).unwrap();
    let rest = MigrationSet::new(set.iter().filter(|it| !goes_in(it)).cloned()).unwrap();
    rest.with_baseline(Baseline::new(up, down, &stands_for).unwrap()).unwrap()
}

#[test]
fn our_own_migrations_squashed_make_the_same_schema_rows_and_ledger() {
    let long = Database::fresh();
    let whole = MigrationSet::statehouse(&long.url).unwrap();
    let newest = whole.newest();
    long.up(whole).unwrap();
    let seeds = "SELECT CONCAT(id, ':', revision) AS value FROM head";
    for version in [Version(3), Version(11), newest] {
        let short = Database::fresh();
        let squashed = statehouse(&short.url, version);
        assert_eq!(short.up(squashed.clone()).unwrap().len(), squashed.iter().len());
        assert_eq!(short.schema().differences_from(&long.schema()), [], "{version}");
        assert_eq!(ledger(&short), ledger(&long), "{version}");
        assert_eq!(short.texts(seeds), long.texts(seeds));
        short.down(squashed, Version::NONE).unwrap();
        assert_eq!(short.tables(), [""; 0], "{version}");
    }
}

#[test]
fn a_baseline_that_makes_no_sense_is_refused() {
    let checksum = "0".repeat(64);
    let of = |line: &str| Baseline::new("SELECT 1", "SELECT 1", &line.replace('#', &checksum));
    assert!(of("0001_a expand - #\n0002_b contract 0001 #").is_ok());
    for lines in ["", "0001_a expand -", "0001_a expanded - #", "0002_b expand - #", "0001_a expand - 12"] {
        assert!(of(lines).is_err(), "{lines}");
    }
    let there = set([Migration::sql(1, "a", "SELECT 1", "SELECT 1")]);
    assert!(there.with_baseline(of("0001_a expand - #").unwrap()).is_err());
}

//! A migrator that is ended anywhere goes on where it stopped, and the end is the same.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use statehouse_connection::Engine;
use statehouse_migrations::{
    MigrateError, Migration, MigrationSet, Migrator, SchemaWindow, Silent, Standing, Version,
};
use words::faults::EndsAt;
use words::{Database, set, table};

/// The second migration has statements that change the schema and one that must not be carried out twice.
fn counting() -> MigrationSet {
    let up = "CREATE TABLE IF NOT EXISTS a (x INTEGER);
        INSERT INTO counted SELECT COUNT(*) FROM counted;
        CREATE INDEX IF NOT EXISTS a_by_x ON a (x);
        CREATE TABLE IF NOT EXISTS b (x INTEGER)";
    let down = "DROP TABLE IF EXISTS b; DELETE FROM counted; DROP TABLE IF EXISTS a";
    set([
        Migration::sql(
            1,
            "counted",
            "CREATE TABLE IF NOT EXISTS counted (x INTEGER)",
            "DROP TABLE IF EXISTS counted",
        ),
        Migration::sql(2, "two", up, down),
        table(3),
    ])
}

/// Ends a migrator at every place in turn, each time on a database prepared anew, lets another go on, and looks at the
/// outcome; answers how many places there are.
fn ended_everywhere(
    known: fn() -> MigrationSet,
    prepare: fn(&Database),
    act: fn(&Migrator, &Database) -> Result<Vec<Version>, MigrateError>,
    look: &dyn Fn(&Database),
) -> usize {
    let mut database = Database::fresh();
    for place in 0..100 {
        database = database.emptied();
        prepare(&database);
        let migrator = Migrator::new(known());
        match act(&migrator.clone().faults(EndsAt::place(place)), &database) {
            Ok(_) => return place,
            Err(error) => assert!(matches!(error, MigrateError::Interrupted { .. }), "{error}"),
        }
        act(&migrator, &database).unwrap();
        look(&database);
    }
    unreachable!("a migration has fewer places");
}

#[test]
fn a_migrator_ended_anywhere_on_the_way_up_goes_on_where_it_stopped() {
    let whole = Database::migrated(counting()).schema();
    let up = |migrator: &Migrator, database: &Database| migrator.up(&database.url, None, &mut Silent);
    let places = ended_everywhere(counting, |_| (), up, &|database| {
        assert_eq!(database.schema().differences_from(&whole), []);
        assert_eq!(database.texts("SELECT CAST(COUNT(*) AS CHAR) AS value FROM counted"), ["1"]);
        assert_eq!(history(database), ["up 0001", "up 0002", "up 0003"]);
    });
    assert!(places >= 24, "{places}");
}

#[test]
fn a_migrator_ended_anywhere_on_the_way_down_goes_on_where_it_stopped() {
    let below = Database::fresh();
    Migrator::new(counting()).up(&below.url, Some(Version(1)), &mut Silent).unwrap();
    let below = below.schema();
    let prepare = |database: &Database| drop(database.up(counting()).unwrap());
    let down = |migrator: &Migrator, database: &Database| {
        migrator.down(&database.url, Some(Version(1)), &mut Silent)
    };
    let places = ended_everywhere(counting, prepare, down, &|database| {
        assert_eq!(database.schema().differences_from(&below), []);
        assert_eq!(history(database)[3..], ["down 0003", "down 0002"]);
    });
    assert!(places >= 16, "{places}");
}

#[test]
fn what_was_begun_is_told_and_can_go_either_way() {
    let database = Database::fresh();
    if database.url.engine() != Engine::Mysql {
        // Elsewhere nothing of an interrupted migration stays.
        return begun_by_hand(&database);
    }
    // The first one has 10 places; this is between the first and the second statement of the next.
    let ends = Migrator::new(counting()).faults(EndsAt::place(10 + 6));
    ends.up(&database.url, None, &mut Silent).unwrap_err();
    let migrator = Migrator::new(counting());
    assert_eq!(migrator.status(&database.url).unwrap()[1].standing, Standing::Unfinished);
    let window = migrator.check(&database.url).unwrap();
    assert_eq!(window, SchemaWindow::Pending(vec![Version(2), Version(3)]));
    assert_eq!(migrator.down(&database.url, None, &mut Silent).unwrap(), [Version(2)]);
    assert_eq!(database.tables(), ["counted"]);
}

/// What a contract leaves that was ended between its mark and its statements.
fn begun_by_hand(database: &Database) {
    database.up(counting()).unwrap();
    database.execute("UPDATE schema_migrations SET state = 'begun' WHERE version = 3");
    let migrator = Migrator::new(counting());
    assert_eq!(migrator.status(&database.url).unwrap()[2].standing, Standing::Unfinished);
    assert_eq!(migrator.check(&database.url).unwrap(), SchemaWindow::Pending(vec![Version(3)]));
    assert_eq!(migrator.up(&database.url, None, &mut Silent).unwrap(), [Version(3)]);
    assert_eq!(migrator.check(&database.url).unwrap(), SchemaWindow::UpToDate);
}

fn history(database: &Database) -> Vec<String> {
    let deeds = Migrator::new(counting()).history(&database.url).unwrap();
    deeds.iter().map(|deed| format!("{} {}", deed.action.as_str(), deed.version)).collect()
}

/// On PostgreSQL statements may stand outside of a transaction; elsewhere the word changes nothing.
fn apart() -> MigrationSet {
    let is_postgres = Database::fresh().url.engine() == Engine::Postgres;
    let concurrently = if is_postgres { "CONCURRENTLY" } else { "" };
    let up = format!(
        "-- transaction: none
         CREATE TABLE IF NOT EXISTS a (x INTEGER);
         CREATE INDEX {concurrently} IF NOT EXISTS a_by_x ON a (x);
         CREATE UNIQUE INDEX {concurrently} IF NOT EXISTS a_once ON a (x)"
    );
    set([table(1), Migration::sql(2, "apart", up, "DROP TABLE IF EXISTS a")])
}

#[test]
fn statements_outside_of_a_transaction_go_on_where_they_stopped() {
    let whole = Database::migrated(apart());
    let schema = whole.schema();
    let up = |migrator: &Migrator, database: &Database| migrator.up(&database.url, None, &mut Silent);
    let places = ended_everywhere(apart, |_| (), up, &|database| {
        assert_eq!(database.schema().differences_from(&schema), []);
    });
    assert!(places >= 14, "{places}");
    assert_eq!(whole.down(apart(), Version(1)).unwrap(), [Version(2)]);
    assert_eq!(whole.tables(), ["t1"]);
}

/// An index that a killed `CREATE INDEX CONCURRENTLY` left is of no use, and would be taken for one that is there.
#[test]
fn an_index_that_was_not_finished_is_made_anew() {
    let database = Database::migrated(set([table(1)]));
    if database.url.engine() != Engine::Postgres {
        return;
    }
    database.execute("INSERT INTO t1 VALUES (1), (1)");
    let index = "-- transaction: none\nCREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS once ON t1 (x)";
    let known = || set([table(1), Migration::sql(2, "once", index, "DROP INDEX IF EXISTS once")]);
    let error = database.up(known()).unwrap_err();
    assert!(matches!(error, MigrateError::Failed { number: 1, undone: false, .. }), "{error}");
    database.execute("DELETE FROM t1");
    database.up(known()).unwrap();
    let valid = "SELECT indisvalid::text AS value FROM pg_index WHERE indexrelid = 'once'::regclass";
    assert_eq!(database.texts(valid), ["true"]);
}

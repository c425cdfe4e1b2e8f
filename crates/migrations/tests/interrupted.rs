//! A migrator that is ended anywhere goes on where it stopped, and the end is the same.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "the words that the tests are written in fail the test"
)]

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
        INSERT INTO t1 SELECT COUNT(*) FROM t1;
        CREATE INDEX IF NOT EXISTS a_by_x ON a (x)";
    set([table(1), Migration::sql(2, "two", up, "DELETE FROM t1; DROP TABLE IF EXISTS a")])
}

/// Ends a migrator at every place in turn, up and down again, each time lets another go on, and compares the outcome with
/// that of one that was not ended; answers how many places there are on the way up.
fn ended_everywhere(known: fn() -> MigrationSet, look: &dyn Fn(&Database)) -> usize {
    let database = Database::migrated(known());
    let migrator = Migrator::new(known()).back_up_first(false);
    let above = database.schema();
    migrator.down(&database.url, Some(Version(1)), &mut Silent).unwrap();
    let below = database.schema();
    let up = |migrator: &Migrator| migrator.up(&database.url, None, &mut Silent);
    let down = |migrator: &Migrator| migrator.down(&database.url, Some(Version(1)), &mut Silent);
    let (mut places, mut is_at_the_end) = (0, false);
    while !is_at_the_end {
        is_at_the_end = ends(up(&migrator.clone().faults(EndsAt::place(places))));
        up(&migrator).unwrap();
        assert_eq!(database.schema().differences_from(&above), [], "up, ended at {places}");
        look(&database);
        ends(down(&migrator.clone().faults(EndsAt::place(places))));
        down(&migrator).unwrap();
        assert_eq!(database.schema().differences_from(&below), [], "down, ended at {places}");
        places += 1;
    }
    let deeds = migrator.history(&database.url).unwrap();
    assert_eq!(deeds.len(), 1 + 2 * (1 + places), "each is written down once");
    places
}

/// Whether it came to its end.
fn ends(outcome: Result<Vec<Version>, MigrateError>) -> bool {
    match outcome {
        Ok(_) => true,
        Err(MigrateError::Interrupted { .. }) => false,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn a_migrator_ended_anywhere_goes_on_where_it_stopped() {
    let places = ended_everywhere(counting, &|database| {
        assert_eq!(database.texts("SELECT CAST(COUNT(*) AS CHAR) AS value FROM t1"), ["1"]);
    });
    assert!(places >= 11, "{places}");
}

#[test]
fn what_was_begun_is_told_and_can_go_either_way() {
    let database = Database::fresh();
    if database.url.engine() != Engine::Mysql {
        // Elsewhere nothing of an interrupted migration stays.
        return begun_by_hand(&database);
    }
    let migrator = Migrator::new(counting());
    migrator.up(&database.url, Some(Version(1)), &mut Silent).unwrap();
    // Between the first and the second statement.
    let ends = migrator.clone().faults(EndsAt::place(6));
    ends.up(&database.url, None, &mut Silent).unwrap_err();
    assert_eq!(migrator.status(&database.url).unwrap()[1].standing, Standing::Unfinished);
    let window = migrator.check(&database.url).unwrap();
    assert_eq!(window, SchemaWindow::Pending(vec![Version(2)]));
    assert_eq!(migrator.down(&database.url, None, &mut Silent).unwrap(), [Version(2)]);
    assert_eq!(database.tables(), ["t1"]);
}

/// What a contract leaves that was ended between its mark and its statements.
fn begun_by_hand(database: &Database) {
    database.up(counting()).unwrap();
    database.execute("UPDATE schema_migrations SET state = 'begun' WHERE version = 2");
    let migrator = Migrator::new(counting());
    assert_eq!(migrator.status(&database.url).unwrap()[1].standing, Standing::Unfinished);
    assert_eq!(migrator.check(&database.url).unwrap(), SchemaWindow::Pending(vec![Version(2)]));
    assert_eq!(migrator.up(&database.url, None, &mut Silent).unwrap(), [Version(2)]);
    assert_eq!(migrator.check(&database.url).unwrap(), SchemaWindow::UpToDate);
}

/// On PostgreSQL statements may stand outside of a transaction; elsewhere the word changes nothing.
fn apart() -> MigrationSet {
    let is_postgres = Database::fresh().url.engine() == Engine::Postgres;
    let concurrently = if is_postgres { "CONCURRENTLY" } else { "" };
    let up = format!(
        "-- transaction: none
         CREATE TABLE IF NOT EXISTS a (x INTEGER);
         CREATE UNIQUE INDEX {concurrently} IF NOT EXISTS a_once ON a (x)"
    );
    set([table(1), Migration::sql(2, "apart", up, "DROP TABLE IF EXISTS a")])
}

#[test]
fn statements_outside_of_a_transaction_go_on_where_they_stopped() {
    let places = ended_everywhere(apart, &|_| ());
    assert!(places >= 9, "{places}");
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

/// The second migration has one statement each way, `-- transaction: none` where that means something.
fn with_statements(up: &str, down: &str) -> MigrationSet {
    let up = format!("-- transaction: none\nCREATE TABLE IF NOT EXISTS {up}");
    set([table(1), Migration::sql(2, "two", up, format!("DROP TABLE IF EXISTS {down}"))])
}

#[test]
fn of_a_migration_whose_first_statement_fails_nothing_is_noted_and_it_is_run_again() {
    let database = Database::migrated(set([table(1)]));
    let (fails, mended) =
        (with_statements("a (x NO_SUCH_TYPE())", "a"), with_statements("a (x INTEGER)", "a"));
    for _ in 0..2 {
        let error = database.up(fails.clone()).unwrap_err();
        assert!(matches!(error, MigrateError::Failed { number: 1, undone: true, .. }), "{error}");
        let status = Migrator::new(fails.clone()).status(&database.url).unwrap();
        assert_eq!((status[1].standing, &status[1].applied), (Standing::Pending, &None));
    }
    assert_eq!(database.up(mended.clone()).unwrap(), [Version(2)]);

    // And on the way down: it is applied as it was.
    let stays = with_statements("a (x INTEGER)", "a; SELECT no_such_column FROM a");
    let first_fails = with_statements("a (x INTEGER)", "a.b.c.d");
    let is_whole = database.url.engine() == Engine::Sqlite;
    for (known, is_undone) in [(first_fails, true), (stays, is_whole)] {
        // The way down is a part of the checksum: what was applied by another text is written down anew.
        let migrator = Migrator::new(known);
        migrator.stamp(&database.url, Version(2), "another way down", &mut Silent).unwrap();
        let before = migrator.status(&database.url).unwrap();
        let error = migrator.down(&database.url, None, &mut Silent).unwrap_err();
        let after = migrator.status(&database.url).unwrap();
        assert!(matches!(error, MigrateError::Failed { undone, .. } if undone == is_undone), "{error}");
        assert_eq!(after == before, is_undone, "{after:?}");
        assert_eq!(after[1].standing, if is_undone { Standing::Applied } else { Standing::Unfinished });
    }
}

/// Two that wait for each other: the database ends one of them.
#[test]
fn a_migration_that_another_transaction_is_preferred_to_is_tried_again() {
    let database = Database::migrated(set([table(1)]));
    if database.url.engine() != Engine::Postgres {
        return;
    }
    // A number from a sequence does not come back.
    database.execute("CREATE SEQUENCE tries");
    let deadlock = "DO $$ BEGIN IF nextval('tries') < 3 THEN \
                    RAISE EXCEPTION 'deadlock detected' USING ERRCODE = '40P01'; END IF; END $$";
    for (version, directive) in [(2, ""), (3, "-- transaction: none\n")] {
        database.execute("ALTER SEQUENCE tries RESTART");
        let third =
            (version == 3).then(|| Migration::sql(3, "third", format!("{directive}{deadlock}"), "SELECT 1"));
        let known = [table(1), Migration::sql(2, "second", deadlock, "SELECT 1")].into_iter().chain(third);
        assert_eq!(database.up(set(known)).unwrap(), [Version(version)]);
        assert_eq!(database.texts("SELECT last_value::text AS value FROM tries"), ["3"]);
    }
}

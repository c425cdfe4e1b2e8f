//! Databases that were filled at random go back to an earlier schema and come again, and nothing is lost: no row, nothing of the
//! state, no commit. What a way down does lose is named here, and is nothing else.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use proptest::collection::vec;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use statehouse_connection::Engine;
use statehouse_db::Store;
use statehouse_migrations::{Migrator, Schema, Silent, Version};
use statehouse_model::{Command, State};
use statehouse_strategy::{command, drivers};
use statehouse_tests::chance;

use crate::words::{Scratch, Words as _};

/// After this no further database is begun, unless `PROPTEST_CASES` says how many are wanted.
const LIMIT: Duration = Duration::from_secs(4);
/// How many there must be all the same.
const FEWEST: u32 = 3;

/// What is in the way of making the tables empty, those that refer to others first.
const FILLED: [&str; 14] = [
    "data_source_rows",
    "data_source_tables",
    "data_sources",
    "rules",
    "policy_tables",
    "policies",
    "names",
    "library_rules",
    "library_policies",
    "executions",
    "execution_changes",
    "changes",
    "commits",
    "leases",
];

#[test]
fn whatever_was_written_survives_the_way_down_to_any_schema_and_up_again() {
    let seed = chance::seed();
    let scratch = Scratch::new();
    let migrator = Migrator::statehouse(&scratch.url()).unwrap().back_up_first(false);
    let earlier: Vec<_> = migrator.set().iter().map(|it| it.version).rev().skip(1).collect();
    let wanted = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    let (start, databases) = (Instant::now(), Cell::new(0));
    let config = Config { cases: wanted.unwrap_or(60), failure_persistence: None, ..Config::default() };
    let config = Config { max_shrink_iters: 60, max_shrink_time: 60_000, ..config };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    // Each run begins elsewhere, so that a few databases come to all targets in a few runs.
    let first = usize::try_from(seed).unwrap_or_default();
    let outcome = TestRunner::new_with_rng(config, rng).run(&vec(command(), 30..90), |commands| {
        let number: u32 = databases.get();
        if wanted.is_none() && number >= FEWEST && start.elapsed() > LIMIT {
            return Ok(());
        }
        databases.set(number + 1);
        let target = earlier[first.wrapping_add(number as usize) % earlier.len()];
        there_and_back(&scratch, &migrator, commands, target)
    });
    println!("{} databases", databases.get());
    outcome.unwrap_or_else(|error| panic!("STATEHOUSE_TEST_SEED={seed}: {error}"));
}

fn there_and_back(
    scratch: &Scratch,
    migrator: &Migrator,
    commands: Vec<Command>,
    target: Version,
) -> Result<(), TestCaseError> {
    migrator.up(&scratch.url(), None, &mut Silent).unwrap();
    clear(scratch);
    let store = open(scratch);
    let sent: Vec<_> = commands.into_iter().map(|command| store.send(command)).collect();
    for pending in sent {
        // What the model rejects is not there to be lost.
        drop(pending.wait());
    }
    store.duty("poll").unwrap().wait(Duration::from_secs(10)).unwrap();
    let (state, log) = seen(&store);
    store.close().unwrap();

    let (schema, rows) = (Schema::of(&mut scratch.session()).unwrap(), rows(scratch));
    migrator.down(&scratch.url(), Some(target), &mut Silent).unwrap();
    migrator.up(&scratch.url(), None, &mut Silent).unwrap();
    let (expected, found) = (without(rows, target), without(self::rows(scratch), target));
    let when = format!("down to {target} and up again");
    for (table, expected) in &expected {
        same(&found[table], expected, &format!("{when}: {table}"))?;
    }
    assert_eq!(Schema::of(&mut scratch.session()).unwrap().differences_from(&schema), [], "{when}");

    let store = open(scratch);
    let (state_after, log_after) = seen(&store);
    same(&log_after, &log, &format!("{when}: the log"))?;
    assert_eq!(state_after.revision(), state.revision());
    assert!(state_after.content_eq(&state), "{when}: another state");
    store.close().unwrap();
    Ok(())
}

/// Without what the way down to this schema loses, as its `down.sql` says: who has which duty is settled anew by those who run.
fn without(mut rows: BTreeMap<String, Vec<String>>, target: Version) -> BTreeMap<String, Vec<String>> {
    if target < Version(2) {
        rows.remove("leases");
    }
    rows
}

fn open(scratch: &Scratch) -> Store {
    scratch.open_with(|options| options.drivers = drivers())
}

/// As one database after the other would be made, in less time.
fn clear(scratch: &Scratch) {
    let mut session = scratch.session();
    for table in FILLED {
        session.batch_execute(&format!("DELETE FROM {table}")).unwrap();
    }
    session.batch_execute("UPDATE head SET revision = 0").unwrap();
}

/// The state, and every commit as text.
fn seen(store: &Store) -> (Arc<State>, Vec<String>) {
    let log = store.log().iter().map(|commit| format!("{commit:?}")).collect();
    (store.read().wait().unwrap(), log)
}

#[derive(QueryableByName)]
struct Value {
    #[diesel(sql_type = Text)]
    value: String,
}

/// Every row of every table but the runner's own, as one text each, sorted.
fn rows(scratch: &Scratch) -> BTreeMap<String, Vec<String>> {
    let mut session = scratch.session();
    let schema = Schema::of(&mut session).unwrap();
    let quoted = |column: &str| match session.engine() {
        Engine::Sqlite => format!("quote(\"{column}\")"),
        Engine::Postgres => format!("quote_nullable(CAST(\"{column}\" AS TEXT))"),
        Engine::Mysql => format!("QUOTE(CAST(`{column}` AS CHAR))"),
    };
    let select = |(name, table): (&str, &statehouse_migrations::schema::table::Table)| {
        let columns: Vec<_> = table.columns.iter().map(|column| quoted(&column.name)).collect();
        let select = format!("SELECT CONCAT_WS(', ', {}) AS value FROM {name}", columns.join(", "));
        (name.to_owned(), select)
    };
    let selects: Vec<_> =
        schema.tables().filter(|(name, _)| !name.starts_with("schema_")).map(select).collect();
    let mut rows = BTreeMap::new();
    for (table, select) in selects {
        let found: Vec<Value> = sql_query(select).load(&mut session).unwrap();
        let mut found: Vec<_> = found.into_iter().map(|row| row.value).collect();
        found.sort();
        rows.insert(table, found);
    }
    rows
}

/// Fails with the first that differs.
fn same(found: &[String], expected: &[String], what: &str) -> Result<(), TestCaseError> {
    let difference = found.iter().zip(expected).find(|(found, expected)| found != expected);
    let (found, expected) = (found.len(), expected.len());
    if difference.is_none() && found == expected {
        return Ok(());
    }
    Err(TestCaseError::fail(format!("{what}: {found} in the place of {expected}; {difference:?}")))
}

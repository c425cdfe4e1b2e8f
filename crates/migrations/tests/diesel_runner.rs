//! Diesel's own runner makes the same schema of the same migrations.

#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use diesel::{Connection as _, RunQueryDsl as _, SqliteConnection, sql_query};
use statehouse_migrations::{MigrationHarness as _, MigrationSet};
use words::Database;

#[derive(diesel::QueryableByName)]
struct Definition {
    #[diesel(sql_type = diesel::sql_types::Text)]
    sql: String,
}

/// What the database is made of, the two runners' own ledgers aside.
fn schema(connection: &mut SqliteConnection) -> Vec<String> {
    let query = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL \
                 AND tbl_name NOT LIKE 'schema\\_%' ESCAPE '\\' AND tbl_name <> '__diesel_schema_migrations' ORDER BY name";
    sql_query(query).load::<Definition>(connection).unwrap().into_iter().map(|row| row.sql).collect()
}

fn open(database: &Database) -> SqliteConnection {
    SqliteConnection::establish(database.url.file().unwrap().to_str().unwrap()).unwrap()
}

#[test]
fn both_runners_make_the_same_schema() {
    let ours = Database::fresh_file();
    ours.up(MigrationSet::statehouse(&ours.url).unwrap()).unwrap();
    let theirs = Database::fresh_file();
    let mut connection = open(&theirs);
    connection.run_pending_migrations(MigrationSet::statehouse(&theirs.url).unwrap()).unwrap();
    assert_eq!(schema(&mut connection), schema(&mut open(&ours)));
    assert!(!schema(&mut connection).is_empty());
}

#[test]
fn the_other_runner_takes_down_what_it_put_up() {
    let database = Database::fresh_file();
    let mut connection = open(&database);
    let set = || MigrationSet::statehouse(&database.url).unwrap();
    connection.run_pending_migrations(set()).unwrap();
    connection.revert_all_migrations(set()).unwrap();
    assert_eq!(schema(&mut connection), Vec::<String>::new());
}

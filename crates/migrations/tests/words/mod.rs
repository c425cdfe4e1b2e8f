//! The words the tests are written in.
#![expect(clippy::unwrap_used, reason = "they fail the test")]
#![expect(dead_code, reason = "each test file uses the words it needs")]

pub mod faults;
pub mod rows;
pub mod things;

use diesel::connection::SimpleConnection as _;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, DatabaseUrl, Engine, SessionOptions};
use statehouse_migrations::{MigrateError, Migration, MigrationSet, Migrator, Schema, Silent, Version};
use statehouse_tests::throwaway::run::OwnDatabase;
use tempfile::TempDir;

/// A database without tables: an empty one on the server of this run, or a file that does not exist yet, in a folder of its
/// own.
pub struct Database {
    pub folder: TempDir,
    pub url: DatabaseUrl,
    /// Dropped with it.
    pub served: Option<OwnDatabase>,
}

#[derive(QueryableByName)]
struct Value {
    #[diesel(sql_type = Text)]
    value: String,
}

impl Database {
    pub fn fresh() -> Self {
        let Some(served) = OwnDatabase::fresh().unwrap() else { return Self::fresh_file() };
        let url = served.urls()[0].parse().unwrap();
        Self { url, served: Some(served), ..Self::fresh_file() }
    }

    pub fn fresh_file() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = DatabaseUrl::sqlite(folder.path().join("s.db"));
        Self { folder, url, served: None }
    }

    pub fn migrated(set: MigrationSet) -> Self {
        let database = Self::fresh();
        database.up(set).unwrap();
        database
    }

    pub fn up(&self, set: MigrationSet) -> Result<Vec<Version>, MigrateError> {
        Migrator::new(set).up(&self.url, None, &mut Silent)
    }

    pub fn down(&self, set: MigrationSet, target: Version) -> Result<Vec<Version>, MigrateError> {
        Migrator::new(set).down(&self.url, Some(target), &mut Silent)
    }

    pub fn session(&self) -> Connection {
        Connection::open(&self.url, &SessionOptions::writer()).unwrap()
    }

    pub fn execute(&self, sql: &str) {
        self.session().batch_execute(sql).unwrap();
    }

    /// The first column, which must be text, of every row, called `value`.
    pub fn texts(&self, sql: &str) -> Vec<String> {
        texts(&mut self.session(), sql)
    }

    /// The whole schema, every table with all that belongs to it.
    pub fn schema(&self) -> Schema {
        Schema::of(&mut self.session()).unwrap()
    }

    /// The tables, without the runner's own.
    pub fn tables(&self) -> Vec<String> {
        let tables = match self.url.engine() {
            Engine::Sqlite => "SELECT name FROM sqlite_schema WHERE type = 'table'",
            Engine::Postgres => "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()",
            Engine::Mysql => {
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
            }
        };
        let mut tables = self.texts(&format!("WITH tables (value) AS ({tables}) SELECT value FROM tables"));
        tables.retain(|name| !name.starts_with("schema_"));
        tables.sort();
        tables
    }
}

/// The first column, which must be text, of every row, called `value`.
pub fn texts(session: &mut Connection, sql: &str) -> Vec<String> {
    let rows: Vec<Value> = sql_query(sql).load(session).unwrap();
    rows.into_iter().map(|row| row.value).collect()
}

/// Migrations 1 to `count`, each making a table `tN`.
pub fn tables_up_to(count: u32) -> MigrationSet {
    MigrationSet::new((1..=count).map(table)).unwrap()
}

/// The migration that makes the table `tN`, in the way that can be run again where its statements commit one by one.
pub fn table(version: u32) -> Migration {
    Migration::sql(
        version,
        format!("t{version}"),
        format!("CREATE TABLE IF NOT EXISTS t{version} (x INTEGER)"),
        format!("DROP TABLE IF EXISTS t{version}"),
    )
}

/// Migrations that are known to form a set.
pub fn set(migrations: impl IntoIterator<Item = Migration>) -> MigrationSet {
    MigrationSet::new(migrations).unwrap()
}

/// Fails unless every verb refuses the database as one of another program.
pub fn refuses_foreign(database: &Database) {
    let migrator = Migrator::new(tables_up_to(1));
    let refusals = [
        migrator.check(&database.url).unwrap_err(),
        migrator.status(&database.url).unwrap_err(),
        migrator.up(&database.url, None, &mut Silent).unwrap_err(),
        migrator.down(&database.url, Some(Version::NONE), &mut Silent).unwrap_err(),
    ];
    for error in refusals {
        assert!(matches!(error, MigrateError::Foreign { .. }), "{error}");
    }
}

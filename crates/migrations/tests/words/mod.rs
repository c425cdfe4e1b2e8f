//! The words the tests are written in.
#![expect(clippy::unwrap_used, reason = "they fail the test")]
#![expect(dead_code, reason = "each test file uses the words it needs")]

use diesel::connection::SimpleConnection as _;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, DatabaseUrl, SessionOptions};
use statehouse_migrations::{MigrateError, Migration, MigrationSet, Migrator, Silent, Version};
use tempfile::TempDir;

/// A database that does not exist yet, in a folder of its own.
pub struct Database {
    pub folder: TempDir,
    pub url: DatabaseUrl,
}

#[derive(QueryableByName)]
struct Value {
    #[diesel(sql_type = Text)]
    value: String,
}

impl Database {
    pub fn fresh() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = DatabaseUrl::sqlite(folder.path().join("s.db"));
        Self { folder, url }
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
        let rows: Vec<Value> = sql_query(sql).load(&mut self.session()).unwrap();
        rows.into_iter().map(|row| row.value).collect()
    }

    /// The whole schema as SQLite keeps it.
    pub fn schema(&self) -> Vec<String> {
        self.texts("SELECT coalesce(sql, name) AS value FROM sqlite_schema ORDER BY name")
    }

    /// The tables, without the runner's own.
    pub fn tables(&self) -> Vec<String> {
        self.texts(
            "SELECT name AS value FROM sqlite_schema WHERE type = 'table' AND name <> 'schema_migrations' \
             ORDER BY name",
        )
    }
}

/// Migrations 1 to `count`, each making a table `tN`.
pub fn tables_up_to(count: u32) -> MigrationSet {
    MigrationSet::new((1..=count).map(table)).unwrap()
}

/// The migration that makes the table `tN`.
pub fn table(version: u32) -> Migration {
    Migration::sql(
        version,
        format!("t{version}"),
        format!("CREATE TABLE t{version} (x INTEGER) STRICT"),
        format!("DROP TABLE t{version}"),
    )
}

/// Migrations that are known to form a set.
pub fn set(migrations: impl IntoIterator<Item = Migration>) -> MigrationSet {
    MigrationSet::new(migrations).unwrap()
}

//! A database file, and what plain SQL says about it while the server is running or gone.

use crate::driver;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// Entities of the log with the tables that hold their current state.
const LOGGED: [(&str, &str); 4] = [
    ("policy", "policies"),
    ("rule", "rules"),
    ("library_policy", "library_policies"),
    ("data_source", "data_sources"),
];

/// A database file that need not exist yet, in a folder of its own that goes with the last owner.
#[derive(Debug, Clone)]
pub struct Database {
    folder: Arc<TempDir>,
    path: PathBuf,
}

impl Database {
    /// A database that does not exist yet: the first server makes it.
    pub fn fresh() -> Self {
        let folder = tempfile::Builder::new().prefix("statehouse-").tempdir().expect("a temporary folder");
        driver::declare_all(&folder.path().join("drivers"));
        let path = folder.path().join("statehouse.db");
        Self { folder: Arc::new(folder), path }
    }

    /// A database that does not exist yet, with its file in another folder, on a small disk for one.
    pub fn fresh_in(folder: &Path) -> Self {
        Self { path: folder.join("statehouse.db"), ..Self::fresh() }
    }

    /// The folder that holds drivers, logs, and the file itself unless it was made elsewhere.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The database file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The folder of driver declarations.
    pub fn drivers(&self) -> PathBuf {
        self.folder().join("drivers")
    }

    /// What `--database` takes.
    pub fn url(&self) -> String {
        format!("sqlite:{}", self.path.display())
    }

    /// The bytes of every file of the database, write-ahead log and key included, by file name.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let folder = self.path.parent().expect("a file is in a folder");
        let entries = std::fs::read_dir(folder).expect("the folder can be read");
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        names
            .filter(|name| name.starts_with("statehouse.db"))
            .filter_map(|name| Some((name.clone(), std::fs::read(folder.join(&name)).ok()?)))
            .collect()
    }

    /// The key file that the server made beside the database.
    pub fn key_file(&self) -> PathBuf {
        self.path.with_extension("db.key")
    }

    /// Records a migration that no program knows yet.
    pub fn pretend_newer_schema(&self) {
        let from_the_future = "INSERT INTO schema_migrations (version, name, checksum, applied_at, applied_by) \
                               VALUES (9999, 'from_the_future', 'none', 0, 'statehouse 9.9.9')";
        self.write().execute_batch(from_the_future).expect("the table of migrations takes a row");
    }

    /// A connection that only reads.
    pub fn read(&self) -> Connection {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Connection::open_with_flags(&self.path, flags).expect("the database opens for reading")
    }

    /// A connection that may write, to play another program.
    pub fn write(&self) -> Connection {
        Connection::open(&self.path).expect("the database opens")
    }

    /// Fails unless the file is sound, and every reference in it leads somewhere.
    pub fn assert_sound(&self) {
        let connection = self.read();
        assert_eq!(
            column(&connection, "PRAGMA integrity_check"),
            ["ok"],
            "integrity of {}",
            self.path.display()
        );
        assert_eq!(column(&connection, "PRAGMA foreign_key_check"), [""; 0], "foreign keys");
    }

    /// Fails unless the log holds every revision from the first to the head, each with what it changed.
    pub fn assert_log_complete(&self) {
        let connection = self.read();
        // One transaction: the server may be writing meanwhile.
        connection.execute_batch("BEGIN").expect("a read transaction");
        let head = number(&connection, "SELECT revision FROM head");
        let commits = number(&connection, "SELECT count(*) FROM commits");
        let highest = number(&connection, "SELECT coalesce(max(revision), 0) FROM commits");
        let lowest = number(&connection, "SELECT coalesce(min(revision), 1) FROM commits");
        assert_eq!((lowest, highest, commits), (1, head, head), "first and last revision and their number");
        let empty = "SELECT count(*) FROM commits c \
                     WHERE NOT EXISTS (SELECT 1 FROM changes WHERE changes.revision = c.revision)";
        assert_eq!(number(&connection, empty), 0, "commits without a change");
        let stray = "SELECT count(*) FROM changes WHERE revision NOT IN (SELECT revision FROM commits)";
        assert_eq!(number(&connection, stray), 0, "changes without a commit");
        for (entity, table) in LOGGED {
            let created =
                format!("SELECT count(*) FROM changes WHERE entity = '{entity}' AND before IS NULL");
            let deleted = format!("SELECT count(*) FROM changes WHERE entity = '{entity}' AND after IS NULL");
            let there = number(&connection, &format!("SELECT count(*) FROM {table}"));
            let logged = number(&connection, &created) - number(&connection, &deleted);
            assert_eq!(
                there, logged,
                "{table}: what is there, and what the log says was created and not deleted"
            );
        }
    }
}

/// The first column of the first row, a whole number.
pub fn number(connection: &Connection, sql: &str) -> i64 {
    connection.query_row(sql, [], |row| row.get(0)).unwrap_or_else(|error| wrong(sql, &error))
}

/// The first column of every row as text.
pub fn column(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap_or_else(|error| wrong(sql, &error));
    let rows = statement.query_map([], |row| row.get(0)).unwrap_or_else(|error| wrong(sql, &error));
    rows.map(|row| row.unwrap_or_else(|error| wrong(sql, &error))).collect()
}

fn wrong(sql: &str, error: &rusqlite::Error) -> ! {
    panic!("{sql}: {error}")
}

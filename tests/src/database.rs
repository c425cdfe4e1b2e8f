//! A database, and what plain SQL says about it while the server is running or gone.

use crate::command;
use crate::driver;
use crate::throwaway::Client;
use crate::throwaway::run::OwnDatabase;
use rusqlite::{Connection, OpenFlags};
use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::Write;
use std::net::SocketAddr;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use tempfile::TempDir;

/// Entities of the log with the tables that hold their current state.
const LOGGED: [(&str, &str); 4] = [
    ("policy", "policies"),
    ("rule", "rules"),
    ("library_policy", "library_policies"),
    ("data_source", "data_sources"),
];

/// A database with a folder of its own; both go with the last owner. It is a file that need not exist yet, or an empty
/// database on the server that `cargo xtask test --databases` has started.
#[derive(Debug, Clone)]
pub struct Database {
    folder: Arc<TempDir>,
    path: PathBuf,
    /// On a database server; none for a file.
    served: Option<Arc<Served>>,
}

/// A database on a server, for which an operator does what an embedded one needs nobody for.
#[derive(Debug)]
struct Served {
    own: OwnDatabase,
    /// Whether its tables were made.
    migrated: OnceLock<()>,
}

impl Database {
    /// A database that is empty or does not exist yet, on the engine that this run tests.
    pub fn fresh() -> Self {
        let own = OwnDatabase::fresh().unwrap_or_else(|error| panic!("a database for this test: {error}"));
        own.map_or_else(Self::fresh_file, Self::served)
    }

    /// A database that is empty on the server with these nodes.
    pub fn fresh_on(nodes: Vec<Client>) -> Self {
        let own = OwnDatabase::on(nodes);
        Self::served(own.unwrap_or_else(|error| panic!("a database for this test: {error}")))
    }

    fn served(own: OwnDatabase) -> Self {
        Self { served: Some(Arc::new(Served { own, migrated: OnceLock::new() })), ..Self::fresh_file() }
    }

    /// A database with the product's tables on the server with these nodes.
    pub fn on(nodes: Vec<Client>) -> Self {
        let database = Self::fresh_on(nodes);
        database.migrate();
        database
    }

    /// A database file that does not exist yet, whatever this run tests: the first server makes it.
    pub fn fresh_file() -> Self {
        let folder = tempfile::Builder::new().prefix("statehouse-").tempdir().expect("a temporary folder");
        driver::declare_all(&folder.path().join("drivers"));
        let path = folder.path().join("statehouse.db");
        Self { folder: Arc::new(folder), path, served: None }
    }

    /// A database file that does not exist yet in another folder, on a small disk for one.
    pub fn fresh_in(folder: &Path) -> Self {
        Self { path: folder.join("statehouse.db"), ..Self::fresh_file() }
    }

    /// The folder that holds drivers, logs, and the file itself unless it was made elsewhere.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The database file.
    pub fn path(&self) -> &Path {
        assert!(self.served.is_none(), "this test looks into a file; this database is on a server");
        &self.path
    }

    /// Is it on a database server, and no file?
    pub fn is_served(&self) -> bool {
        self.served.is_some()
    }

    /// The folder of driver declarations.
    pub fn drivers(&self) -> PathBuf {
        self.folder().join("drivers")
    }

    /// The flags of a server that is to work on this database. One that is on a database server needs a secret key.
    pub fn flags(&self) -> Vec<String> {
        let mut flags = vec!["--database".into(), self.url()];
        flags.extend(self.key_flags());
        flags
    }

    /// Those of the flags that give the secret key, which is made the first time.
    pub(crate) fn key_flags(&self) -> Vec<String> {
        if self.served.is_none() {
            return Vec::new();
        }
        let file = self.key_file();
        if !file.exists() {
            write_key(&file);
        }
        vec!["--secret-key-file".into(), file.display().to_string()]
    }

    /// A database on the server of this run with the tables of an older schema, which it keeps until somebody changes it.
    pub fn at_schema(version: &str) -> Self {
        let database = Self::fresh();
        let served = database.served.as_ref().expect("an embedded database is not kept at an older schema");
        let up = ["migrate", "up", version, "--database", &database.url()];
        served.migrated.get_or_init(|| drop(command::run(&up).success()));
        database
    }

    /// Makes the tables on a database server, the first time; an embedded database makes its own.
    pub fn migrate(&self) {
        let Some(served) = &self.served else { return };
        served.migrated.get_or_init(|| command::migrate(&self.url()));
    }

    /// What `--database` takes.
    pub fn url(&self) -> String {
        self.urls().swap_remove(0)
    }

    /// What `--database` takes, by each node of the database server.
    pub fn urls(&self) -> Vec<String> {
        match &self.served {
            Some(served) => served.own.urls(),
            None => vec![format!("sqlite:{}", self.path.display())],
        }
    }

    /// All that is stored: the bytes of every file of an embedded database, or the rows of every table on a server.
    pub fn contents(&self) -> Vec<(String, Vec<u8>)> {
        let Some(served) = &self.served else { return self.files() };
        let rows_of = |table: &str| {
            let sql = format!("SELECT * FROM {table}");
            served.own.query(&sql).unwrap_or_else(|error| wrong(&sql, &error)).into_bytes()
        };
        let tables = served.own.tables().unwrap_or_else(|error| wrong("the tables", &error));
        tables.into_iter().map(|table| (table.clone(), rows_of(&table))).collect()
    }

    /// What `--database` takes: one URL with several addresses, which are those of the server's nodes or lead to them.
    pub fn url_at(&self, addresses: &[SocketAddr]) -> String {
        self.served.as_ref().expect("a database on a server has addresses").own.url_at(addresses)
    }

    /// The request id of every commit in the log, by its revision.
    pub fn request_ids(&self) -> BTreeMap<u64, String> {
        let sql = "SELECT concat(revision, ' ', request_id) FROM commits";
        let lines = match &self.served {
            Some(served) => served.own.query(sql).unwrap_or_else(|error| wrong(sql, &error)),
            None => column(&self.read(), sql).join("\n"),
        };
        let commit = |line: &str| {
            let (revision, id) = line.split_once(' ')?;
            Some((revision.parse().ok()?, id.to_owned()))
        };
        lines.lines().map(|line| commit(line).expect("a revision and an id")).collect()
    }

    /// The bytes of every file of the database, write-ahead log and key included, by file name.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let folder = self.path().parent().expect("a file is in a folder");
        let entries = std::fs::read_dir(folder).expect("the folder can be read");
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        names
            .filter(|name| name.starts_with("statehouse.db"))
            .filter_map(|name| Some((name.clone(), std::fs::read(folder.join(&name)).ok()?)))
            .collect()
    }

    /// The key file: beside an embedded database the server makes it, for a database server the operator does.
    pub fn key_file(&self) -> PathBuf {
        self.path.with_extension("db.key")
    }

    /// Records a migration that no program knows yet.
    pub fn pretend_newer_schema(&self) {
        self.execute(
            "INSERT INTO schema_migrations (version, name, checksum, applied_at, applied_by, phase, requires, state) \
             VALUES (9999, 'from_the_future', 'none', 0, 'statehouse 9.9.9', 'contract', 9999, 'applied')",
        );
    }

    /// Runs SQL behind the back of the server.
    pub fn execute(&self, sql: &str) {
        match &self.served {
            Some(served) => drop(served.own.query(sql).unwrap_or_else(|error| wrong(sql, &error))),
            None => self.write().execute_batch(sql).unwrap_or_else(|error| wrong(sql, &error)),
        }
    }

    /// What each of these statements counts, all of them at the same moment: a server may be writing meanwhile.
    pub fn numbers(&self, statements: &[&str]) -> Vec<i64> {
        if let Some(served) = &self.served {
            let lines =
                served.own.snapshot(statements).unwrap_or_else(|error| wrong(&statements.join("; "), &error));
            return lines.lines().map(|line| line.parse().expect("a whole number")).collect();
        }
        let connection = self.read();
        connection.execute_batch("BEGIN").expect("a read transaction");
        statements.iter().map(|sql| number(&connection, sql)).collect()
    }

    /// A connection that only reads.
    pub fn read(&self) -> Connection {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Connection::open_with_flags(self.path(), flags).expect("the database opens for reading")
    }

    /// A connection that may write, to play another program.
    pub fn write(&self) -> Connection {
        Connection::open(self.path()).expect("the database opens")
    }

    /// Fails unless the file is sound, and every reference in it leads somewhere. A database server looks after both
    /// by itself.
    pub fn assert_sound(&self) {
        if self.served.is_some() {
            return;
        }
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
        let mut statements = vec![
            "SELECT revision FROM head".to_owned(),
            "SELECT count(*) FROM commits".to_owned(),
            "SELECT coalesce(max(revision), 0) FROM commits".to_owned(),
            "SELECT coalesce(min(revision), 1) FROM commits".to_owned(),
            "SELECT count(*) FROM commits c \
             WHERE NOT EXISTS (SELECT 1 FROM changes WHERE changes.revision = c.revision)"
                .to_owned(),
            "SELECT count(*) FROM changes WHERE revision NOT IN (SELECT revision FROM commits)".to_owned(),
        ];
        for (entity, table) in LOGGED {
            let of_entity = format!("SELECT count(*) FROM changes c WHERE c.entity = '{entity}'");
            statements.push(format!("SELECT count(*) FROM {table}"));
            statements.push(format!("{of_entity} AND c.before IS NULL"));
            statements.push(format!("{of_entity} AND c.after IS NULL"));
        }
        let statements: Vec<&str> = statements.iter().map(String::as_str).collect();
        let numbers = self.numbers(&statements);
        let [head, commits, highest, lowest, empty, stray, tables @ ..] = &numbers[..] else {
            panic!("a number for each statement: {numbers:?}")
        };
        assert_eq!((*lowest, highest, commits), (1, head, head), "first and last revision and their number");
        assert_eq!(*empty, 0, "commits without a change");
        assert_eq!(*stray, 0, "changes without a commit");
        for ((_, table), numbers) in LOGGED.iter().zip(tables.chunks(3)) {
            let [there, created, deleted] = numbers else {
                panic!("three numbers about {table}: {numbers:?}")
            };
            assert_eq!(
                *there,
                created - deleted,
                "{table}: what is there, and what the log says was created and not deleted"
            );
        }
    }
}

/// Makes a key as `openssl rand -hex 32` would, for its owner alone.
fn write_key(path: &Path) {
    let mut options = std::fs::OpenOptions::new();
    let mut file = options.write(true).create_new(true).mode(0o600).open(path).expect("a key file");
    let key = format!("{:032x}{:032x}", rand::random::<u128>(), rand::random::<u128>());
    file.write_all(key.as_bytes()).expect("a key");
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

fn wrong(sql: &str, error: &dyn Display) -> ! {
    panic!("{sql}: {error}")
}

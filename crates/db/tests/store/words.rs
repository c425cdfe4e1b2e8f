//! The words the tests are written in.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use diesel::{RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, DatabaseUrl, Engine, SessionOptions, Transaction};
use statehouse_db::{
    Committed, Faults, MigratePolicy, Pending, Request, SealingKey, Store, StoreOptions, WriteError,
};
use statehouse_model::{Command, Commit, Drivers, NewRule, Revision};
use statehouse_tests::throwaway::run::OwnDatabase;

/// A driver with a secret.
const DRIVERS: &str = "
id: cloud
config:
  - { name: url }
  - { name: password, secret: true }
open: true
";

/// A database of its own, removed at the end.
pub struct Scratch {
    folder: tempfile::TempDir,
    served: Option<OwnDatabase>,
    pub key: SealingKey,
}

impl Scratch {
    /// A database on the server that the environment names, or else embedded.
    pub fn new() -> Self {
        Self { served: OwnDatabase::fresh().unwrap(), ..Self::embedded() }
    }

    /// An embedded database: for what concerns its file.
    pub fn embedded() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), served: None, key: SealingKey::generate() }
    }

    /// Is it a file, and not on a server?
    pub fn is_embedded(&self) -> bool {
        self.served.is_none()
    }

    pub fn file(&self) -> PathBuf {
        assert!(self.served.is_none(), "a server's database has no file");
        self.folder.path().join("state.db")
    }

    /// The database, by each node of its server.
    pub fn urls(&self) -> Vec<DatabaseUrl> {
        let Some(served) = &self.served else { return vec![DatabaseUrl::sqlite(self.file())] };
        served.urls().iter().map(|url| url.parse().unwrap()).collect()
    }

    pub fn url(&self) -> DatabaseUrl {
        self.urls().swap_remove(0)
    }

    pub fn options(&self) -> StoreOptions {
        let mut options = StoreOptions::new(self.url(), drivers(), self.key.clone());
        options.migrate = MigratePolicy::MigrateEmbedded;
        options
    }

    pub fn open(&self) -> Store {
        Store::open(self.options()).unwrap()
    }

    /// Opens it on another node, where there is one.
    pub fn open_elsewhere(&self) -> Store {
        self.open_with(|options| options.database = self.elsewhere())
    }

    /// Its address on another node, where there is one.
    pub fn elsewhere(&self) -> DatabaseUrl {
        self.urls().pop().unwrap()
    }

    pub fn open_with(&self, change: impl FnOnce(&mut StoreOptions)) -> Store {
        let mut options = self.options();
        change(&mut options);
        Store::open(options).unwrap()
    }

    /// A session of some other program.
    pub fn session(&self) -> Connection {
        Connection::open(&self.url(), &SessionOptions::writer()).unwrap()
    }

    /// What SQLite itself finds wrong with the file; a server has no such question.
    pub fn refuse_damage(&self) {
        #[derive(diesel::QueryableByName)]
        struct Check {
            #[diesel(sql_type = diesel::sql_types::Text)]
            integrity_check: String,
        }
        #[derive(diesel::QueryableByName)]
        struct Dangling {
            #[diesel(sql_type = diesel::sql_types::Text)]
            table: String,
        }
        if self.served.is_some() {
            return;
        }
        let mut session = self.session();
        let check: Check = sql_query("PRAGMA integrity_check").get_result(&mut session).unwrap();
        assert_eq!(check.integrity_check, "ok");
        let dangling: Vec<Dangling> = sql_query("PRAGMA foreign_key_check").load(&mut session).unwrap();
        let dangling: Vec<_> = dangling.into_iter().map(|row| row.table).collect();
        assert_eq!(dangling, [""; 0]);
    }
}

/// Ends every session with the database but those that do it, one for each node.
pub fn cut_all_sessions(scratch: &Scratch) {
    for node in scratch.urls() {
        cut_sessions(&mut Connection::open(&node, &SessionOptions::writer()).unwrap());
    }
}

/// Ends every other session with the same node.
fn cut_sessions(session: &mut Connection) {
    #[derive(diesel::QueryableByName)]
    struct Session {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        id: i64,
    }
    match session.engine() {
        Engine::Sqlite => panic!("an embedded database has no sessions that could be cut"),
        // Not those of autovacuum, which are the server's own.
        Engine::Postgres => session
            .batch_execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                 WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()",
            )
            .unwrap(),
        Engine::Mysql => {
            let others: Vec<Session> = sql_query(
                "SELECT CAST(id AS SIGNED) AS id FROM information_schema.processlist \
                 WHERE db = DATABASE() AND id <> CONNECTION_ID()",
            )
            .load(session)
            .unwrap();
            for other in others {
                // It may have ended by itself.
                drop(session.batch_execute(&format!("KILL CONNECTION {}", other.id)));
            }
        }
    }
}

pub fn drivers() -> Drivers {
    Drivers::from_yaml([("cloud.yaml", DRIVERS)]).unwrap()
}

/// Another process in the middle of a transaction, until it is dropped.
pub fn locked(session: &mut Connection) -> Transaction<'_> {
    let engine = session.engine();
    let mut transaction = Transaction::begin_write(session).unwrap();
    if engine != Engine::Sqlite {
        transaction.batch_execute("SELECT revision FROM head FOR UPDATE").unwrap();
    }
    transaction
}

pub fn request(command: Command) -> Request {
    Request { command, actor: "alice".to_owned(), request_id: "req-1".to_owned() }
}

/// A rule of `classification`.
pub fn rule(text: &str) -> Command {
    let id = format!("id of {text}").into();
    let rule = NewRule { id, text: text.to_owned(), name: None, comment: String::new() };
    Command::CreateRule { policy: "classification".into(), rule }
}

/// A fact that differs from all others with another number.
pub fn fact(number: usize) -> Command {
    rule(&format!("p({number})"))
}

pub fn data_source(name: &str, password: &str) -> Command {
    data_source_at(name, &"http://cloud".into(), password)
}

pub fn data_source_at(name: &str, url: &serde_json::Value, password: &str) -> Command {
    let config = serde_json::json!({ "url": url, "password": password });
    Command::CreateDataSource {
        id: name.into(),
        name: name.to_owned(),
        driver: "cloud".to_owned(),
        description: None,
        kind: None,
        enabled: true,
        config: config.as_object().cloned(),
    }
}

/// What tests say to a store.
pub trait Words {
    /// Hands a command over, without waiting for what becomes of it.
    fn send(&self, command: Command) -> Pending;
    /// Hands a command over and waits.
    fn tell(&self, command: Command) -> Result<Committed, WriteError>;
    /// The texts of the rules of `classification`, after a read that sees everything.
    fn rules(&self) -> Vec<String>;
    /// The whole log.
    fn log(&self) -> Vec<Arc<Commit>>;
}

impl Words for Store {
    fn send(&self, command: Command) -> Pending {
        self.write(request(command)).unwrap()
    }

    fn tell(&self, command: Command) -> Result<Committed, WriteError> {
        self.write(request(command))?.wait()
    }

    fn rules(&self) -> Vec<String> {
        let state = self.read().wait().unwrap();
        let policy = state.policy(&"classification".into()).unwrap();
        state.rules(&policy.id).map(|rule| rule.text.to_string()).collect()
    }

    fn log(&self) -> Vec<Arc<Commit>> {
        let mut log = Vec::new();
        loop {
            let after = log.last().map_or(Revision(0), |commit: &Arc<Commit>| commit.revision);
            let page = self.history(after, 100).unwrap();
            if page.is_empty() {
                return log;
            }
            log.extend(page);
        }
    }
}

pub fn facts(numbers: impl IntoIterator<Item = usize>) -> Vec<String> {
    numbers.into_iter().map(|number| format!("p({number})")).collect()
}

/// Waits until something is so; a test that waits for ever fails.
pub fn eventually(what: &str, is_so: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(10);
    while !is_so() {
        assert!(Instant::now() < deadline, "never: {what}");
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// A database that is lost as often as the test says.
#[derive(Default)]
pub struct Broken {
    /// How many COMMITs do not arrive.
    pub before_commit: AtomicU32,
    /// How many answers to COMMIT do not arrive.
    pub after_commit: AtomicU32,
    /// How many COMMITs succeed and are answered as if another transaction had been preferred.
    pub dispute: AtomicU32,
    /// How many connections cannot be made.
    pub connect: AtomicU32,
    /// How many times the keeper of the leases does not reach the database.
    pub leases: AtomicU32,
    /// The most pages that the database may have, while it is set.
    pub pages: Mutex<Option<u32>>,
}

impl Faults for Broken {
    fn before_commit(&self) -> std::io::Result<()> {
        fail(&self.before_commit)
    }

    fn after_commit(&self) -> std::io::Result<()> {
        fail(&self.dispute).map_err(|_| std::io::ErrorKind::Deadlock)?;
        fail(&self.after_commit)
    }

    fn before_leases(&self) -> std::io::Result<()> {
        fail(&self.leases)
    }

    fn connected(&self, connection: &mut Connection) -> std::io::Result<()> {
        if let Some(pages) = *self.pages.lock().unwrap() {
            sql_query(format!("PRAGMA max_page_count = {pages}")).execute(connection).unwrap();
        }
        fail(&self.connect)
    }
}

fn fail(times: &AtomicU32) -> std::io::Result<()> {
    match times.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)) {
        Ok(_) => Err(std::io::Error::other("unplugged")),
        Err(_) => Ok(()),
    }
}

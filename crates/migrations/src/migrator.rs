//! The runner.

use std::time::{Duration, Instant, SystemTime};

use diesel::connection::SimpleConnection as _;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::lock::begin_exclusive;
use statehouse_connection::{
    Connection, DatabaseUrl, Engine, Failure, FailureKind, OpenError, SessionOptions, Transaction,
};

use crate::ledger::{self, Ledger};
use crate::window::{self, SchemaWindow, Status};
use crate::{Applied, Direction, MigrateError, Migration, MigrationSet, Progress, Step, Version};

/// Brings databases to a version of the schema. Holds no session: each verb opens one and closes it.
#[derive(Debug, Clone)]
pub struct Migrator {
    set: MigrationSet,
    lock_wait: Duration,
    applied_by: String,
}

impl Migrator {
    /// A migrator that knows these migrations.
    #[must_use]
    pub fn new(set: MigrationSet) -> Self {
        Self {
            set,
            lock_wait: Duration::from_mins(1),
            applied_by: concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).to_owned(),
        }
    }

    /// How long to wait for another migrator, or for a server that writes. One minute unless set.
    #[must_use]
    pub fn lock_wait(self, lock_wait: Duration) -> Self {
        Self { lock_wait, ..self }
    }

    /// The program on whose behalf this is, with its version; recorded with each migration.
    #[must_use]
    pub fn applied_by(self, applied_by: impl Into<String>) -> Self {
        Self { applied_by: applied_by.into(), ..self }
    }

    /// The migrations this migrator knows.
    #[must_use]
    pub fn set(&self) -> &MigrationSet {
        &self.set
    }

    /// All migrations, known or applied, and what became of each. Changes nothing, and makes no database.
    ///
    /// # Errors
    /// The database cannot be read, or is somebody else's.
    pub fn status(&self, url: &DatabaseUrl) -> Result<Vec<Status>, MigrateError> {
        Ok(window::statuses(&self.set, &applied_in(url)?))
    }

    /// Where the database stands. Changes nothing, and makes no database.
    ///
    /// # Errors
    /// The database cannot be read, or is somebody else's.
    pub fn check(&self, url: &DatabaseUrl) -> Result<SchemaWindow, MigrateError> {
        Ok(window::compare(&self.set, &applied_in(url)?))
    }

    /// Refuses a database that this build must not touch: one that is ahead, or drifted.
    ///
    /// # Errors
    /// [`MigrateError::Ahead`] and [`MigrateError::Drifted`] say what to do.
    pub fn refuse_disagreement(&self, window: SchemaWindow) -> Result<(), MigrateError> {
        match window {
            SchemaWindow::Ahead(unknown) => Err(MigrateError::Ahead { unknown, newest: self.set.newest() }),
            SchemaWindow::Drifted(drifted) => Err(MigrateError::Drifted(drifted)),
            SchemaWindow::Empty | SchemaWindow::UpToDate | SchemaWindow::Pending(_) => Ok(()),
        }
    }

    /// Refuses a database whose schema is not exactly the one this build works with: what a server asks before it
    /// starts.
    ///
    /// # Errors
    /// The database cannot be read, or its schema does not fit; [`MigrateError`] says what to do.
    pub fn require(&self, url: &DatabaseUrl) -> Result<(), MigrateError> {
        match self.check(url)? {
            SchemaWindow::Empty => Err(MigrateError::Behind {
                url: url.clone(),
                missing: self.set.iter().map(|migration| migration.version).collect(),
            }),
            SchemaWindow::Pending(missing) => Err(MigrateError::Behind { url: url.clone(), missing }),
            window => self.refuse_disagreement(window),
        }
    }

    /// Applies what is missing up to and including `target` (everything, for `None`), and answers what it applied.
    /// Makes the database if there is none.
    ///
    /// # Errors
    /// See [`MigrateError`]; what was applied before the error stays.
    pub fn up(
        &self,
        url: &DatabaseUrl,
        target: Option<Version>,
        progress: &mut dyn Progress,
    ) -> Result<Vec<Version>, MigrateError> {
        let target = self.known(target.unwrap_or_else(|| self.set.newest()))?;
        // A server that starts on a schema which is up to date needs no lock, so it need not wait for others.
        if self.check(url)? == SchemaWindow::UpToDate {
            return Ok(Vec::new());
        }
        self.run(url, Direction::Up, progress, |applied| {
            let newest = window::newest(applied);
            self.set.iter().filter(|m| m.version > newest && m.version <= target).collect()
        })
    }

    /// Takes down, newest first, what was applied after `target` (for `None`, only the newest), and answers what it
    /// took down. [`Version::NONE`] takes everything down.
    ///
    /// # Errors
    /// See [`MigrateError`]; what was taken down before the error stays so.
    pub fn down(
        &self,
        url: &DatabaseUrl,
        target: Option<Version>,
        progress: &mut dyn Progress,
    ) -> Result<Vec<Version>, MigrateError> {
        let before_newest = |applied: &[Applied]| {
            let newest = window::newest(applied);
            self.set.iter().map(|m| m.version).filter(|&version| version < newest).max()
        };
        // Read first: a session that writes would already leave its mark on a database that is not ours.
        let applied = applied_in(url)?;
        let target = match target {
            Some(target) => self.known(target)?,
            None => before_newest(&applied).unwrap_or(Version::NONE),
        };
        self.run(url, Direction::Down, progress, |applied| {
            let newest = window::newest(applied);
            self.set.iter().rev().filter(|m| m.version > target && m.version <= newest).collect()
        })
    }

    fn known(&self, target: Version) -> Result<Version, MigrateError> {
        if target == Version::NONE || self.set.get(target).is_some() {
            Ok(target)
        } else {
            Err(MigrateError::NoSuchVersion { target })
        }
    }

    /// One migration per transaction, each planned anew inside the lock, because another migrator may have been
    /// at work in between.
    fn run<'s>(
        &'s self,
        url: &DatabaseUrl,
        direction: Direction,
        progress: &mut dyn Progress,
        plan: impl Fn(&[Applied]) -> Vec<&'s Migration>,
    ) -> Result<Vec<Version>, MigrateError> {
        let options = SessionOptions::migrator()
            .busy_timeout(self.lock_wait)
            .create_missing(direction == Direction::Up);
        let mut connection = Connection::open(url, &options)?;
        let mut done = Vec::new();
        loop {
            let mut transaction = self.lock(&mut connection, progress)?;
            let applied = kept(url, ledger::read(&mut transaction)?)?;
            self.refuse_disagreement(window::compare(&self.set, &applied))?;
            let plan = plan(&applied);
            let Some(&migration) = plan.first() else { return Ok(done) };
            progress.started(migration, direction, plan.len());
            let started = Instant::now();
            self.step(&mut transaction, migration, direction)?;
            transaction.commit().map_err(|failure| MigrateError::OutcomeUnknown {
                migration: migration.to_string(),
                failure,
            })?;
            tracing::debug!(%migration, ?direction, "migrated");
            progress.finished(migration, direction, started.elapsed());
            done.push(migration.version);
        }
    }

    fn lock<'c>(
        &self,
        connection: &'c mut Connection,
        progress: &mut dyn Progress,
    ) -> Result<Transaction<'c>, MigrateError> {
        begin_exclusive(connection, self.lock_wait, || progress.waiting()).map_err(|failure| {
            match failure.kind {
                FailureKind::Busy => MigrateError::Locked { wait: self.lock_wait },
                _ => failure.into(),
            }
        })
    }

    fn step(
        &self,
        connection: &mut Connection,
        migration: &Migration,
        direction: Direction,
    ) -> Result<(), MigrateError> {
        let (now, by) = (now_us(), &self.applied_by);
        if connection.engine() == Engine::Mysql {
            // What comes next commits statement by statement.
            ledger::begin(connection, migration, now, by)?;
        }
        match direction {
            Direction::Up => execute(connection, migration, &migration.up)?,
            Direction::Down => execute(connection, migration, &migration.down)?,
        }
        if direction == Direction::Down || connection.engine() == Engine::Mysql {
            ledger::strike(connection, migration.version)?;
        }
        if direction == Direction::Up {
            ledger::enter(connection, migration, now, by)?;
        }
        refuse_broken_references(connection, migration)
    }
}

/// What the database remembers; nothing, if it does not exist.
fn applied_in(url: &DatabaseUrl) -> Result<Vec<Applied>, MigrateError> {
    match Connection::open(url, &SessionOptions::reader()) {
        Ok(mut connection) => kept(url, ledger::read(&mut connection)?),
        Err(OpenError::Missing { .. }) => Ok(Vec::new()),
        Err(error) => Err(error.into()),
    }
}

fn kept(url: &DatabaseUrl, ledger: Ledger) -> Result<Vec<Applied>, MigrateError> {
    match ledger {
        Ledger::Kept(applied) => Ok(applied),
        Ledger::Foreign => Err(MigrateError::Foreign { url: url.clone() }),
    }
}

fn execute(connection: &mut Connection, migration: &Migration, step: &Step) -> Result<(), MigrateError> {
    let undone = connection.engine() != Engine::Mysql;
    let failed = |error| MigrateError::Failed {
        migration: migration.to_string(),
        failure: Failure::from(error),
        undone,
    };
    let Step::Sql(text) = step;
    if connection.engine() == Engine::Mysql {
        return connection.batch_execute(text).map_err(failed);
    }
    // The savepoint is gone if the text commits or rolls back: then this was no transaction, and must not pass.
    connection.batch_execute("SAVEPOINT migration").map_err(failed)?;
    connection.batch_execute(text).map_err(failed)?;
    connection
        .batch_execute("RELEASE SAVEPOINT migration")
        .map_err(|_| MigrateError::EndsTransaction { migration: migration.to_string() })
}

#[derive(QueryableByName)]
struct BrokenReference {
    #[diesel(sql_type = Text)]
    table: String,
    #[diesel(sql_type = Text)]
    parent: String,
}

/// On SQLite, a migrator's session does not enforce foreign keys while it rebuilds tables; this makes up for it.
fn refuse_broken_references(connection: &mut Connection, migration: &Migration) -> Result<(), MigrateError> {
    if connection.engine() != Engine::Sqlite {
        return Ok(());
    }
    let broken: Vec<BrokenReference> =
        sql_query("SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 1")
            .load(connection)
            .map_err(Failure::from)?;
    match broken.into_iter().next() {
        None => Ok(()),
        Some(BrokenReference { table, parent }) => {
            Err(MigrateError::BrokenReferences { migration: migration.to_string(), table, parent })
        }
    }
}

/// Microseconds since 1970. A clock set before that is not worth refusing a migration for.
fn now_us() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
}

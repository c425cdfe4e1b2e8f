//! The runner.

use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use diesel::connection::SimpleConnection as _;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::lock::begin_exclusive;
use statehouse_connection::{
    Connection, DatabaseUrl, Engine, Failure, FailureKind, OpenError, SessionOptions, Transaction,
};

use crate::faults::{At, Doing, NoFaults};
use crate::ledger::history::{self, NewDeed};
use crate::ledger::{self, Ledger, Standing};
use crate::window::{self, SchemaWindow, Status};
use crate::{
    Applied, Deed, Direction, Faults, MigrateError, Migration, MigrationSet, Point, Progress, State, Step,
    Version, data,
};

/// Brings databases to a version of the schema. Holds no session: each verb opens one and closes it.
#[derive(Debug, Clone)]
pub struct Migrator {
    set: MigrationSet,
    lock_wait: Duration,
    applied_by: String,
    oldest: Option<Version>,
    faults: Arc<dyn Faults>,
}

impl Migrator {
    /// A migrator that knows these migrations.
    #[must_use]
    pub fn new(set: MigrationSet) -> Self {
        Self {
            set,
            lock_wait: Duration::from_mins(1),
            applied_by: concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")).to_owned(),
            oldest: None,
            faults: Arc::new(NoFaults),
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

    /// The oldest migration that a server of this program can do with: it serves a database as soon as everything up to
    /// this one is applied. The newest known unless set.
    #[must_use]
    pub fn oldest(self, oldest: Version) -> Self {
        Self { oldest: Some(oldest), ..self }
    }

    /// Lets a test end it wherever it wants.
    #[must_use]
    pub fn faults(self, faults: Arc<dyn Faults>) -> Self {
        Self { faults, ..self }
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

    /// Refuses a database that a server of this program must not work with: what it asks before it starts. One whose schema
    /// is newer will do as long as nothing in it requires more than is known here; one whose schema is older, if everything
    /// up to [`oldest`](Self::oldest) is applied.
    ///
    /// # Errors
    /// The database cannot be read, or its schema does not fit; [`MigrateError`] says what to do.
    pub fn require(&self, url: &DatabaseUrl) -> Result<(), MigrateError> {
        let oldest = self.oldest.unwrap_or_else(|| self.set.newest());
        match window::serve(&self.set, oldest, &applied_in(url)?) {
            Ok(()) => Ok(()),
            Err(SchemaWindow::Empty) => Err(MigrateError::Behind {
                url: url.clone(),
                missing: self.set.iter().map(|it| it.version).filter(|version| *version <= oldest).collect(),
            }),
            Err(SchemaWindow::Pending(missing)) => Err(MigrateError::Behind { url: url.clone(), missing }),
            Err(window) => self.refuse_disagreement(window),
        }
    }

    /// Everything that was ever done to the schema, the oldest first. Changes nothing, and makes no database.
    ///
    /// # Errors
    /// The database cannot be read, or is somebody else's.
    pub fn history(&self, url: &DatabaseUrl) -> Result<Vec<Deed>, MigrateError> {
        applied_in(url)?;
        match Connection::open(url, &SessionOptions::reader()) {
            Ok(mut connection) => Ok(history::all(&mut connection)?),
            Err(OpenError::Missing { .. }) => Ok(Vec::new()),
            Err(error) => Err(error.into()),
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
            let missing = window::missing(&self.set, applied, target);
            self.set.iter().filter(|migration| missing.contains(&migration.version)).collect()
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
        // Read first: a session that writes would already leave its mark on a database that is not ours.
        let applied = applied_in(url)?;
        let target = match target {
            Some(target) => self.known(target)?,
            None => applied.iter().rev().nth(1).map_or(Version::NONE, |entry| entry.version),
        };
        self.run(url, Direction::Down, progress, |applied| {
            let is_there = |migration: &&Migration| applied.iter().any(|it| it.version == migration.version);
            self.set.iter().rev().filter(|migration| migration.version > target).filter(is_there).collect()
        })
    }

    fn known(&self, target: Version) -> Result<Version, MigrateError> {
        if target == Version::NONE || self.set.get(target).is_some() {
            Ok(target)
        } else {
            Err(MigrateError::NoSuchVersion { target })
        }
    }

    /// Each migration is planned anew inside the lock, because another migrator may have been at work in between.
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
            let ledger = kept(url, ledger::read(&mut transaction)?)?;
            self.refuse_disagreement(window::compare(&self.set, &ledger.entries))?;
            let plan = plan(&ledger.entries);
            if ledger.standing != Standing::Ready && !(plan.is_empty() && ledger.standing == Standing::Empty)
            {
                ledger::prepare(&mut transaction)?;
                transaction.commit()?;
                continue;
            }
            let Some(&migration) = plan.first() else { return Ok(done) };
            progress.started(migration, direction, plan.len());
            let started = Instant::now();
            let step = match direction {
                Direction::Up => &migration.up,
                Direction::Down => &migration.down,
            };
            match step {
                Step::Sql(text) => self.carry_out(transaction, migration, direction, text)?,
                Step::Data(data) => {
                    transaction.rollback()?;
                    let data = data.as_ref();
                    let connection = &mut connection;
                    data::run(&mut data::Run {
                        migrator: self,
                        connection,
                        migration,
                        data,
                        direction,
                        progress,
                    })?;
                }
            }
            tracing::debug!(%migration, ?direction, "migrated");
            progress.finished(migration, direction, started.elapsed());
            done.push(migration.version);
        }
    }

    pub(crate) fn lock<'c>(
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

    /// Carries out the statements of a migration, and notes that it is done.
    fn carry_out(
        &self,
        mut transaction: Transaction<'_>,
        migration: &Migration,
        direction: Direction,
        text: &str,
    ) -> Result<(), MigrateError> {
        let started = Instant::now();
        if transaction.engine() == Engine::Mysql {
            // What comes next commits statement by statement.
            ledger::enter(&mut transaction, migration, State::Begun, now_us(), &self.applied_by)?;
        }
        execute(&mut transaction, migration, text)?;
        self.conclude(&mut transaction, migration, direction, started.elapsed())?;
        refuse_broken_references(&mut transaction, migration)?;
        transaction
            .commit()
            .map_err(|failure| MigrateError::OutcomeUnknown { migration: migration.to_string(), failure })
    }

    /// Notes that a migration is done, for ever.
    pub(crate) fn conclude(
        &self,
        connection: &mut Connection,
        migration: &Migration,
        direction: Direction,
        took: Duration,
    ) -> Result<(), MigrateError> {
        let (now, by) = (now_us(), self.applied_by.as_str());
        let deed = NewDeed {
            version: migration.version,
            name: &migration.name,
            action: direction.into(),
            checksum: &migration.checksum(),
            done_at_us: now,
            done_by: by,
            took: Some(took),
            reason: None,
        };
        history::add(connection, &deed)?;
        match direction {
            Direction::Up => ledger::enter(connection, migration, State::Applied, now, by)?,
            Direction::Down => ledger::strike(connection, migration.version)?,
        }
        Ok(())
    }

    /// The program on whose behalf this is.
    pub(crate) fn program(&self) -> &str {
        &self.applied_by
    }

    /// Asks whether a test wants it to end here.
    pub(crate) fn point<'p>(
        &'p self,
        migration: &'p Migration,
        direction: Direction,
        doing: Doing,
    ) -> At<'p> {
        At { faults: self.faults.as_ref(), point: Point { migration, direction, doing } }
    }
}

/// Whether another migrator has done it meanwhile.
pub(crate) fn is_done(
    connection: &mut Connection,
    migration: &Migration,
    direction: Direction,
) -> Result<bool, MigrateError> {
    let entries = ledger::read(connection)?.entries;
    let entry = entries.iter().find(|entry| entry.version == migration.version);
    Ok(match direction {
        Direction::Up => entry.is_some_and(|entry| entry.state == State::Applied),
        Direction::Down => entry.is_none(),
    })
}

/// What the database remembers; nothing, if it does not exist.
fn applied_in(url: &DatabaseUrl) -> Result<Vec<Applied>, MigrateError> {
    match Connection::open(url, &SessionOptions::reader()) {
        Ok(mut connection) => Ok(kept(url, ledger::read(&mut connection)?)?.entries),
        Err(OpenError::Missing { .. }) => Ok(Vec::new()),
        Err(error) => Err(error.into()),
    }
}

fn kept(url: &DatabaseUrl, ledger: Ledger) -> Result<Ledger, MigrateError> {
    match ledger.standing {
        Standing::Foreign => Err(MigrateError::Foreign { url: url.clone() }),
        Standing::Empty | Standing::Old | Standing::Ready => Ok(ledger),
    }
}

fn execute(connection: &mut Connection, migration: &Migration, text: &str) -> Result<(), MigrateError> {
    let undone = connection.engine() != Engine::Mysql;
    let failed = |error| MigrateError::Failed {
        migration: migration.to_string(),
        failure: Failure::from(error),
        undone,
    };
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
pub(crate) fn now_us() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
}

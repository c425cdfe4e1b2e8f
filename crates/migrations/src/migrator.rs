//! The runner.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use statehouse_connection::{Connection, DatabaseUrl, OpenError, SessionOptions};

use crate::cluster::{self, Fence};
use crate::faults::{At, Doing, NoFaults};
use crate::guard::Patience;
use crate::ledger::history::{self, NewDeed};
use crate::ledger::{self, Ledger, Standing};
use crate::schema::Recorded;
use crate::window::{self, SchemaWindow, Status};
use crate::{
    Applied, Deed, Direction, Faults, MigrateError, Migration, MigrationSet, Pace, Phase, Point, Progress,
    State, Version, backup, loss, unseen,
};

/// So many copies of an embedded database stay beside it, unless it is said how many.
pub(crate) const KEPT_BACKUPS: NonZeroU32 = NonZeroU32::new(3).unwrap();

/// The table in which servers say that they run, and the migration that makes it.
#[derive(Debug, Clone, Copy)]
struct Watched {
    table: &'static str,
    since: Version,
}

/// Brings databases to a version of the schema. Holds no session: each verb opens one and closes it.
#[derive(Debug, Clone)]
pub struct Migrator {
    set: MigrationSet,
    pub(crate) lock_wait: Duration,
    applied_by: String,
    oldest: Option<Version>,
    watched: Option<Watched>,
    is_of_before: bool,
    patience: Patience,
    pace: Pace,
    faults: Arc<dyn Faults>,
    backs_up: bool,
    kept_backups: NonZeroU32,
    turn_lasts: Duration,
    fence: Option<Fence>,
    pub(crate) reference: Option<MigrationSet>,
    pub(crate) recorded: Option<Recorded>,
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
            watched: None,
            is_of_before: false,
            patience: Patience::Watch,
            pace: Pace::default(),
            faults: Arc::new(NoFaults),
            backs_up: true,
            kept_backups: KEPT_BACKUPS,
            turn_lasts: cluster::LASTS,
            fence: None,
            reference: None,
            recorded: None,
        }
    }

    /// How long to wait for another migrator, or for a server that writes. One minute unless set.
    #[must_use]
    pub fn lock_wait(self, lock_wait: Duration) -> Self {
        Self { lock_wait, ..self }
    }

    /// In a Galera cluster, after so long without a sign of life another migrator goes on in the place of this one. Fifteen seconds
    /// unless set; tests have less.
    #[must_use]
    pub fn turn_lasts(self, turn_lasts: Duration) -> Self {
        Self { turn_lasts, ..self }
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

    /// Whether an embedded database is copied to a file beside it before it is changed. It is, unless declined.
    #[must_use]
    pub fn back_up_first(self, backs_up: bool) -> Self {
        Self { backs_up, ..self }
    }

    /// How many such copies stay: the newest. Three unless set.
    #[must_use]
    pub fn keep_backups(self, kept_backups: NonZeroU32) -> Self {
        Self { kept_backups, ..self }
    }

    /// The table in which servers say that they run ([`presence`](crate::presence)), and the migration that makes it. Without it
    /// nobody is asked before the old shape goes.
    #[must_use]
    pub fn watching(self, table: &'static str, since: Version) -> Self {
        Self { watched: Some(Watched { table, since }), ..self }
    }

    /// How fast data migrations go. Half of the time unless set.
    #[must_use]
    pub fn pace(self, pace: Pace) -> Self {
        Self { pace, ..self }
    }

    /// A migrator of an earlier build, which knew no migration after this one.
    #[must_use]
    pub fn knowing_up_to(self, newest: Version) -> Self {
        Self { set: self.set.up_to(newest), ..self }
    }

    pub(crate) fn with_patience(self, patience: Patience) -> Self {
        Self { patience, ..self }
    }

    /// A migrator of a database with these migrations, as it found them.
    pub(crate) fn of_database_with(self, entries: &[Applied]) -> Self {
        Self { is_of_before: self.is_of_before(entries), ..self }
    }

    /// A migrator whose every transaction is refused when somebody else has the turn.
    pub(crate) fn behind(self, fence: Option<Fence>) -> Self {
        Self { fence, ..self }
    }

    pub(crate) fn fence(&self) -> Option<&Fence> {
        self.fence.as_ref()
    }

    pub(crate) fn lasts(&self) -> Duration {
        self.turn_lasts
    }

    pub(crate) fn watched(&self) -> Option<&'static str> {
        self.watched.map(|watched| watched.table)
    }

    /// From which migration on servers say that they run.
    pub(crate) fn since(&self) -> Option<Version> {
        self.watched.map(|watched| watched.since)
    }

    pub(crate) fn asks(&self) -> Patience {
        self.patience
    }

    pub(crate) fn own_pace(&self) -> Pace {
        self.pace
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
        self.refuse_unfit(url, &applied_in(url)?)
    }

    /// The same, over a session that is there already.
    ///
    /// # Errors
    /// As [`require`](Self::require).
    pub fn require_on(&self, connection: &mut Connection, url: &DatabaseUrl) -> Result<(), MigrateError> {
        self.refuse_unfit(url, &kept(url, ledger::read(connection)?)?.entries)
    }

    /// As [`Migrator::require_on`], for a server that has said all along that it runs: a migration that was only begun asks for
    /// the servers before it takes anything away, finds this one, and gives up. (Who begins to serve must heed it: it may
    /// have asked already.)
    ///
    /// # Errors
    /// As [`Migrator::require_on`].
    pub fn require_still_on(
        &self,
        connection: &mut Connection,
        url: &DatabaseUrl,
    ) -> Result<(), MigrateError> {
        let mut entries = kept(url, ledger::read(connection)?)?.entries;
        entries.retain(|entry| entry.state == State::Applied || self.set.get(entry.version).is_some());
        self.refuse_unfit(url, &entries)
    }

    fn refuse_unfit(&self, url: &DatabaseUrl, entries: &[Applied]) -> Result<(), MigrateError> {
        let oldest = self.oldest_served();
        match window::serve(&self.set, oldest, entries) {
            Ok(()) => Ok(()),
            Err(SchemaWindow::Empty) => Err(MigrateError::Behind {
                url: url.clone(),
                missing: self.set.iter().map(|it| it.version).filter(|version| *version <= oldest).collect(),
            }),
            Err(SchemaWindow::Pending(missing)) => Err(MigrateError::Behind { url: url.clone(), missing }),
            Err(window) => self.refuse_disagreement(window),
        }
    }

    /// The oldest migration that a server of this program can do with.
    #[must_use]
    pub fn oldest_served(&self) -> Version {
        self.oldest.unwrap_or_else(|| self.set.newest())
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
        if self.has_nothing_to_do(url)? {
            return Ok(Vec::new());
        }
        self.run(url, Direction::Up, progress, |entries| Ok(self.above(entries, target)))
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
        let target = match target {
            Some(target) => self.known(target)?,
            None => self.below(&applied_in(url)?, 1),
        };
        loss::refuse(url, &self.back_to(&applied_in(url)?, target), target)?;
        self.run(url, Direction::Down, progress, |entries| Ok(self.back_to(entries, target)))
    }

    /// What [`up`](Self::up) or [`down`](Self::down) would do to the database as it is now, in this order. Changes nothing,
    /// and makes no database. Whether servers are in the way of it, [`in_the_way`](Self::in_the_way) tells.
    ///
    /// # Errors
    /// See [`MigrateError`]; what the ledger alone forbids is refused.
    pub fn plan(
        &self,
        url: &DatabaseUrl,
        direction: Direction,
        target: Option<Version>,
    ) -> Result<Vec<&Migration>, MigrateError> {
        let entries = applied_in(url)?;
        self.refuse_disagreement(window::compare(&self.set, &entries))?;
        let plan = match (direction, target) {
            (Direction::Up, target) => {
                self.above(&entries, self.known(target.unwrap_or_else(|| self.set.newest()))?)
            }
            (Direction::Down, target) => {
                let target =
                    target.map_or_else(|| Ok(self.below(&entries, 1)), |target| self.known(target))?;
                let plan = self.back_to(&entries, target);
                loss::refuse(url, &plan, target)?;
                plan
            }
        };
        self.set.next(&plan, &entries, direction)?;
        Ok(plan)
    }

    /// What [`expand`](Self::expand), [`data`](Self::data) or [`contract`](Self::contract) would do, as [`plan`](Self::plan)
    /// tells it.
    ///
    /// # Errors
    /// As [`plan`](Self::plan); and [`MigrateError::Earlier`].
    pub fn plan_of(&self, url: &DatabaseUrl, phase: Phase) -> Result<Vec<&Migration>, MigrateError> {
        let entries = applied_in(url)?;
        self.refuse_disagreement(window::compare(&self.set, &entries))?;
        let plan = self.missing_in_phase(&entries, phase)?;
        self.set.next(&plan, &entries, Direction::Up)?;
        Ok(plan)
    }

    /// The target that so many migrations lead to from where the database is.
    ///
    /// # Errors
    /// The database cannot be read, or is somebody else's.
    pub fn steps(
        &self,
        url: &DatabaseUrl,
        direction: Direction,
        steps: usize,
    ) -> Result<Version, MigrateError> {
        let entries = applied_in(url)?;
        let newest = self.set.newest();
        Ok(match (direction, steps) {
            (Direction::Down, steps) => self.below(&entries, steps),
            (Direction::Up, 0) => Version::NONE,
            (Direction::Up, steps) => {
                let missing = window::missing(&self.set, &entries, newest);
                missing.get(steps - 1).copied().unwrap_or(newest)
            }
        })
    }

    /// What is missing up to the target, in order.
    pub(crate) fn above(&self, entries: &[Applied], target: Version) -> Vec<&Migration> {
        let missing = window::missing(&self.set, entries, target);
        self.set.iter().filter(|migration| missing.contains(&migration.version)).collect()
    }

    /// What is there after the target, the newest first.
    fn back_to(&self, entries: &[Applied], target: Version) -> Vec<&Migration> {
        let is_there = |migration: &&Migration| entries.iter().any(|it| it.version == migration.version);
        self.set.iter().rev().filter(|migration| migration.version > target).filter(is_there).collect()
    }

    /// The newest migration that stays when so many are taken down.
    fn below(&self, entries: &[Applied], count: usize) -> Version {
        let known = entries.iter().rev().filter(|entry| self.set.get(entry.version).is_some());
        known.map(|entry| entry.version).nth(count).unwrap_or(Version::NONE)
    }

    /// A server that starts on a schema which is up to date needs no lock, so it need not wait for others; unless an older
    /// program kept the books, which are taken over then.
    pub(crate) fn has_nothing_to_do(&self, url: &DatabaseUrl) -> Result<bool, MigrateError> {
        let ledger = ledger_in(url)?;
        Ok(ledger.standing != Standing::Old
            && window::compare(&self.set, &ledger.entries) == SchemaWindow::UpToDate)
    }

    /// The target, if there is such a migration.
    pub(crate) fn known(&self, target: Version) -> Result<Version, MigrateError> {
        if target == Version::NONE || self.set.get(target).is_some() {
            Ok(target)
        } else {
            Err(MigrateError::NoSuchVersion { target })
        }
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
        let takes_over =
            self.is_of_before && direction == Direction::Up && self.since() == Some(migration.version);
        let deed = NewDeed {
            version: migration.version,
            name: &migration.name,
            action: direction.into(),
            checksum: &migration.checksum(),
            done_at_us: now,
            done_by: by,
            took: Some(took),
            reason: takes_over.then_some(unseen::REASON),
        };
        history::add(connection, &deed)?;
        for migration in self.set.recorded(migration) {
            match direction {
                Direction::Up => ledger::enter(connection, migration, State::Applied, now, by)?,
                Direction::Down => ledger::strike(connection, migration.version)?,
            }
        }
        Ok(())
    }

    /// Whether it copies this database before it changes it.
    pub(crate) fn backs_up(&self, url: &DatabaseUrl) -> bool {
        self.backs_up && url.file().is_some()
    }

    /// Copies an embedded database that has something in it. Under the turn.
    pub(crate) fn back_up(
        &self,
        url: &DatabaseUrl,
        entries: &[Applied],
        progress: &mut dyn Progress,
    ) -> Result<(), MigrateError> {
        let Some(file) = url.file().filter(|_| self.backs_up(url)) else { return Ok(()) };
        let Some(newest) = entries.last().map(|entry| entry.version) else { return Ok(()) };
        let copy = backup::take(url, file, newest, self.kept_backups, self.faults.as_ref())?;
        progress.backed_up(&copy.path);
        for removed in &copy.removed {
            progress.backup_removed(removed);
        }
        Ok(())
    }

    /// How long it waits for the lock.
    pub(crate) fn patience(&self) -> Duration {
        self.lock_wait
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
    let entry = ledger::entry(connection, migration.version)?;
    Ok(match direction {
        Direction::Up => entry.is_some_and(|entry| entry.state == State::Applied),
        Direction::Down => entry.is_none(),
    })
}

/// What the database remembers; nothing, if it does not exist.
fn ledger_in(url: &DatabaseUrl) -> Result<Ledger, MigrateError> {
    match Connection::open(url, &SessionOptions::reader()) {
        Ok(mut connection) => kept(url, ledger::read(&mut connection)?),
        Err(OpenError::Missing { .. }) => Ok(Ledger { standing: Standing::Empty, entries: Vec::new() }),
        Err(error) => Err(error.into()),
    }
}

pub(crate) fn applied_in(url: &DatabaseUrl) -> Result<Vec<Applied>, MigrateError> {
    Ok(ledger_in(url)?.entries)
}

pub(crate) fn kept(url: &DatabaseUrl, ledger: Ledger) -> Result<Ledger, MigrateError> {
    match ledger.standing {
        Standing::Foreign => Err(MigrateError::Foreign { url: url.clone() }),
        Standing::Empty | Standing::Old | Standing::Ready => Ok(ledger),
    }
}

/// Microseconds since 1970. A clock set before that is not worth refusing a migration for.
pub(crate) fn now_us() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
}

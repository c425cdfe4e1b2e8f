//! Running a data migration: batch after batch, each in a transaction with the note of how far it came.

use std::thread;
use std::time::{Duration, Instant};

use statehouse_connection::{Connection, FailureKind};

use super::pace::Gauge;
use super::{Batch, DataError, DataMigration};
use crate::faults::Doing;
use crate::ledger::batches::{self, Position};
use crate::ledger::{self, State};
use crate::migrator::{is_done, now_us};
use crate::{Direction, MigrateError, Migration, Migrator, Progress};

/// How often a batch is tried that others' transactions are preferred to.
const ATTEMPTS: u32 = 20;
/// The longest rest before it is tried again.
const LONGEST_REST: Duration = Duration::from_secs(1);

/// A data migration that is to be run.
pub(crate) struct Run<'r> {
    pub(crate) migrator: &'r Migrator,
    pub(crate) connection: &'r mut Connection,
    pub(crate) migration: &'r Migration,
    pub(crate) data: &'r dyn DataMigration,
    pub(crate) direction: Direction,
    pub(crate) progress: &'r mut dyn Progress,
}

/// How far a batch came.
struct Done {
    /// How many rows it looked at.
    rows: u64,
    /// How many were looked at in all.
    in_all: u64,
    /// How long that took, without what a batch takes of however many rows: to begin, and to commit.
    worked: Duration,
    /// It was the last one.
    is_last: bool,
}

/// Does batch after batch, and in the last one notes that the migration is done. Nobody is locked out between two of them:
/// servers go on writing.
pub(crate) fn run(run: &mut Run<'_>) -> Result<(), MigrateError> {
    let started = Instant::now();
    all_batches(run, Doing::Batch, |run, rows| batch(run, started, rows))
}

/// Goes over all rows once more, for a contract that relies on them: `up` mends what differs. Notes nothing, because doing it
/// again does no harm.
pub(crate) fn reconcile(run: &mut Run<'_>) -> Result<(), MigrateError> {
    tried_again(|| outwait(run))?;
    let mut position = Position::default();
    all_batches(run, Doing::Pass, |run, rows| pass(run, &mut position, rows))
}

fn outwait(run: &mut Run<'_>) -> Result<(), MigrateError> {
    let mut transaction = run.migrator.lock(run.connection, run.progress)?;
    transaction.refuse_outside()?;
    run.data.outwait(&mut transaction).map_err(|error| MigrateError::Data {
        migration: run.migration.to_string(),
        rows: 0,
        error,
    })?;
    Ok(transaction.rollback()?)
}

fn all_batches(
    run: &mut Run<'_>,
    doing: impl Fn(usize) -> Doing,
    mut batch: impl FnMut(&mut Run<'_>, u32) -> Result<Done, MigrateError>,
) -> Result<(), MigrateError> {
    let mut gauge = Gauge::new(run.migrator.own_pace());
    let total = run.data.total(run.connection).map_err(|error| run.stopped(0, error))?;
    for number in 1.. {
        let point = run.migrator.point(run.migration, run.direction, doing(number));
        point.before()?;
        let began = Instant::now();
        let done = tried_again(|| batch(run, gauge.rows()))?;
        point.after()?;
        run.progress.rows(run.migration, done.in_all, total.max(done.in_all));
        if done.is_last {
            break;
        }
        thread::sleep(gauge.took(done.rows, done.worked, began.elapsed()));
    }
    Ok(())
}

/// Tries a batch again while others' transactions are preferred to it. Position and rows are one transaction, so even where
/// COMMIT says so nothing is done twice.
fn tried_again<T>(mut batch: impl FnMut() -> Result<T, MigrateError>) -> Result<T, MigrateError> {
    let mut rest = Duration::from_millis(5);
    for _ in 1..ATTEMPTS {
        match batch() {
            Err(error) if is_passing(&error) => {
                tracing::debug!(%error, "a batch is tried again");
                thread::sleep(rest);
                rest = (rest * 2).min(LONGEST_REST);
            }
            done => return done,
        }
    }
    batch()
}

fn is_passing(error: &MigrateError) -> bool {
    let (MigrateError::Data { error: DataError::Database { failure }, .. }
    | MigrateError::OutcomeUnknown { failure, .. }
    | MigrateError::Database { failure }) = error
    else {
        return false;
    };
    matches!(failure.kind, FailureKind::Conflict | FailureKind::Busy)
}

impl Run<'_> {
    fn stopped(&self, rows: u64, error: DataError) -> MigrateError {
        MigrateError::Data { migration: self.migration.to_string(), rows, error }
    }

    fn unknown(&self) -> impl Fn(statehouse_connection::Failure) -> MigrateError + use<> {
        let migration = self.migration.to_string();
        move |failure| MigrateError::OutcomeUnknown { migration: migration.clone(), failure }
    }
}

/// Does one batch, and notes it.
fn batch(run: &mut Run<'_>, started: Instant, limit: u32) -> Result<Done, MigrateError> {
    let (migrator, migration, direction) = (run.migrator, run.migration, run.direction);
    let unknown = run.unknown();
    let mut transaction = migrator.lock(run.connection, run.progress)?;
    transaction.refuse_outside()?;
    if is_done(&mut transaction, migration, direction)? {
        return Ok(Done { rows: 0, in_all: 0, worked: Duration::ZERO, is_last: true });
    }
    let begun = batches::read(&mut transaction, migration.version, direction)?;
    if begun.is_none() {
        ledger::enter(&mut transaction, migration, State::Begun, now_us(), migrator.program())?;
    }
    let position = begun.unwrap_or_default();
    let after = position.last_key.as_deref();
    let work = Instant::now();
    let did = match direction {
        Direction::Up => run.data.up(&mut transaction, after, limit),
        Direction::Down => run.data.down(&mut transaction, after, limit),
    };
    let worked = work.elapsed();
    let Batch { rows, next } = did.map_err(|error| MigrateError::Data {
        migration: migration.to_string(),
        rows: position.rows,
        error,
    })?;
    let in_all = position.rows.saturating_add(rows);
    let is_last = next.is_none();
    if is_last {
        batches::forget(&mut transaction, migration.version)?;
        migrator.conclude(&mut transaction, migration, direction, started.elapsed())?;
    } else {
        let position = Position { last_key: next, rows: in_all };
        batches::write(&mut transaction, migration.version, direction, &position)?;
    }
    transaction.commit().map_err(unknown)?;
    Ok(Done { rows, in_all, worked, is_last })
}

/// Looks at the rows of one batch again.
fn pass(run: &mut Run<'_>, position: &mut Position, limit: u32) -> Result<Done, MigrateError> {
    let unknown = run.unknown();
    let mut transaction = run.migrator.lock(run.connection, run.progress)?;
    transaction.refuse_outside()?;
    let began = Instant::now();
    let did = run.data.up(&mut transaction, position.last_key.as_deref(), limit);
    let worked = began.elapsed();
    let Batch { rows, next } = did.map_err(|error| MigrateError::Data {
        migration: run.migration.to_string(),
        rows: position.rows,
        error,
    })?;
    transaction.commit().map_err(unknown)?;
    let is_last = next.is_none();
    *position = Position { last_key: next, rows: position.rows.saturating_add(rows) };
    Ok(Done { rows, in_all: position.rows, worked, is_last })
}

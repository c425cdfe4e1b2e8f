//! Running a data migration: batch after batch, each in a transaction with the note of how far it came.

use std::time::Instant;

use statehouse_connection::Connection;

use super::{Batch, DataMigration};
use crate::faults::Doing;
use crate::ledger::batches::{self, Position};
use crate::ledger::{self, State};
use crate::migrator::{is_done, now_us};
use crate::{Direction, MigrateError, Migration, Migrator, Progress};

/// How many rows a batch looks at.
const ROWS: u32 = 1000;

/// A data migration that is to be run.
pub(crate) struct Run<'r> {
    pub(crate) migrator: &'r Migrator,
    pub(crate) connection: &'r mut Connection,
    pub(crate) migration: &'r Migration,
    pub(crate) data: &'r dyn DataMigration,
    pub(crate) direction: Direction,
    pub(crate) progress: &'r mut dyn Progress,
}

/// Does batch after batch, and in the last one notes that the migration is done. Takes the lock for each.
pub(crate) fn run(run: &mut Run<'_>) -> Result<(), MigrateError> {
    let started = Instant::now();
    let total = run.data.total(run.connection).map_err(|error| run.stopped(0, error))?;
    for number in 1.. {
        let point = run.migrator.point(run.migration, run.direction, Doing::Batch(number));
        point.before()?;
        let is_done = batch(run, started, total)?;
        point.after()?;
        if is_done {
            break;
        }
    }
    Ok(())
}

impl Run<'_> {
    fn stopped(&self, rows: u64, error: super::DataError) -> MigrateError {
        MigrateError::Data { migration: self.migration.to_string(), rows, error }
    }
}

/// Does one batch; whether it was the last.
fn batch(run: &mut Run<'_>, started: Instant, total: u64) -> Result<bool, MigrateError> {
    let (migrator, migration, direction) = (run.migrator, run.migration, run.direction);
    let mut transaction = migrator.lock(run.connection, run.progress)?;
    if is_done(&mut transaction, migration, direction)? {
        return Ok(true);
    }
    let begun = batches::read(&mut transaction, migration.version, direction)?;
    if begun.is_none() {
        ledger::enter(&mut transaction, migration, State::Begun, now_us(), migrator.program())?;
    }
    let position = begun.unwrap_or_default();
    let after = position.last_key.as_deref();
    let did = match direction {
        Direction::Up => run.data.up(&mut transaction, after, ROWS),
        Direction::Down => run.data.down(&mut transaction, after, ROWS),
    };
    let Batch { rows, next } = did.map_err(|error| MigrateError::Data {
        migration: migration.to_string(),
        rows: position.rows,
        error,
    })?;
    let rows = position.rows.saturating_add(rows);
    let is_last = next.is_none();
    if is_last {
        batches::forget(&mut transaction, migration.version)?;
        migrator.conclude(&mut transaction, migration, direction, started.elapsed())?;
    } else {
        batches::write(&mut transaction, migration.version, direction, &Position { last_key: next, rows })?;
    }
    transaction
        .commit()
        .map_err(|failure| MigrateError::OutcomeUnknown { migration: migration.to_string(), failure })?;
    run.progress.rows(migration, rows, total.max(rows));
    Ok(is_last)
}

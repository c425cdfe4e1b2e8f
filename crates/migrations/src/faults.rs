//! Where tests let a migrator stop.

use std::fmt::Debug;
use std::io;
use std::path::Path;

use crate::{Direction, MigrateError, Migration};

/// Stands between a migrator and the database. Each method is asked before the migrator goes on; an error ends it there as
/// if it had been killed: what was committed stays, and nothing is tidied up.
pub trait Faults: Debug + Send + Sync {
    /// This is about to be done.
    ///
    /// # Errors
    /// As the test wants it.
    fn before(&self, _point: &Point<'_>) -> io::Result<()> {
        Ok(())
    }

    /// This was done; whether it is committed depends on the engine.
    ///
    /// # Errors
    /// As the test wants it.
    fn after(&self, _point: &Point<'_>) -> io::Result<()> {
        Ok(())
    }

    /// A copy of an embedded database was written to this file, and has not got its name yet.
    ///
    /// # Errors
    /// As the test wants it.
    fn copied(&self, _part: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// Something that a migrator does.
#[derive(Debug, Clone)]
pub struct Point<'p> {
    /// Of which migration.
    pub migration: &'p Migration,
    /// Which way.
    pub direction: Direction,
    /// What.
    pub doing: Doing,
}

/// What a migrator does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Doing {
    /// It notes that the migration begins, where that outlives an interruption.
    Begin,
    /// It notes what the migration requires of servers, and commits that, before it asks for them.
    Require,
    /// It asks which servers run that do not know enough.
    Ask,
    /// It looks over this batch of rows again that a contract relies on, counted from 1.
    Pass(usize),
    /// It carries out this statement of the migration, counted from 1.
    Statement(usize),
    /// It notes that this statement was carried out, where they are committed one by one.
    Mark(usize),
    /// It does this batch of a data migration in this run, counted from 1, and commits it.
    Batch(usize),
    /// It notes that the migration is done.
    Enter,
    /// It commits the whole.
    Commit,
}

/// Nobody interferes.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct NoFaults;

impl Faults for NoFaults {}

/// A point together with who may want to end the migrator there.
pub(crate) struct At<'p> {
    pub(crate) faults: &'p dyn Faults,
    pub(crate) point: Point<'p>,
}

impl At<'_> {
    pub(crate) fn before(&self) -> Result<(), MigrateError> {
        self.faults.before(&self.point).map_err(|source| self.interrupted(source))
    }

    pub(crate) fn after(&self) -> Result<(), MigrateError> {
        self.faults.after(&self.point).map_err(|source| self.interrupted(source))
    }

    fn interrupted(&self, source: io::Error) -> MigrateError {
        MigrateError::Interrupted { migration: self.point.migration.to_string(), source }
    }
}

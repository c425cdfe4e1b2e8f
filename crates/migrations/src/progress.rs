//! What a migrator tells while it works.

use std::path::Path;
use std::time::Duration;

use crate::{Halt, Migration, Server};

/// Which way a migration is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To a later version.
    Up,
    /// To an earlier version.
    Down,
}

impl Direction {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

/// Told what happens. Every method does nothing unless overridden.
pub trait Progress {
    /// Another process holds the lock.
    fn waiting(&mut self) {}

    /// An embedded database was copied to this file, before anything is changed.
    fn backed_up(&mut self, path: &Path) {
        let _ = path;
    }

    /// This older copy was removed.
    fn backup_removed(&mut self, path: &Path) {
        let _ = path;
    }

    /// This migration begins; so many remain, itself included.
    fn started(&mut self, migration: &Migration, direction: Direction, remaining: usize) {
        let _ = (migration, direction, remaining);
    }

    /// This is about to stop everybody's writes.
    fn halting(&mut self, halt: &Halt) {
        let _ = halt;
    }

    /// A data migration has looked at so many rows, of about so many.
    fn rows(&mut self, migration: &Migration, done: u64, total: u64) {
        let _ = (migration, done, total);
    }

    /// It is being found out whether these servers live, which are in the way: that may take as long as they say.
    fn watching(&mut self, servers: &[Server]) {
        let _ = servers;
    }

    /// The rows of this data migration are looked over once more.
    fn looking_over(&mut self, migration: &Migration) {
        let _ = migration;
    }

    /// This migration is committed.
    fn finished(&mut self, migration: &Migration, direction: Direction, took: Duration) {
        let _ = (migration, direction, took);
    }
}

/// Tells nobody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Progress for Silent {}

//! `stamp`: writing down what is applied, without running anything.

use statehouse_connection::{Connection, DatabaseUrl, SessionOptions};

use crate::ledger::history::{self, Action, NewDeed};
use crate::ledger::{self, Standing, State, batches, journal};
use crate::migrator::now_us;
use crate::{Applied, MigrateError, Migration, Migrator, Progress, Version};

/// What a stamp changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stamped {
    /// Now written down as applied.
    pub up: Vec<Version>,
    /// Now written down as not applied.
    pub down: Vec<Version>,
}

impl Migrator {
    /// Writes down that everything up to `target` is applied and nothing after it, and runs nothing: for a schema that was
    /// brought there by other means. The database may be without a ledger. Who did it and why stays in the history. Waits
    /// until no migrator is at work.
    ///
    /// # Errors
    /// See [`MigrateError`]; nothing is changed then.
    pub fn stamp(
        &self,
        url: &DatabaseUrl,
        target: Version,
        reason: &str,
        progress: &mut dyn Progress,
    ) -> Result<Stamped, MigrateError> {
        let target = self.known(target)?;
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(MigrateError::NoReason);
        }
        let options = SessionOptions::migrator().busy_timeout(self.patience()).create_missing(false);
        let mut connection = Connection::open(url, &options)?;
        let turn = self.turn(url, progress)?;
        let holder = self.clone().behind(turn.fence());
        let entries = ledger::read(&mut connection)?.entries;
        self.back_up(url, &entries, progress)?;
        let mut transaction = holder.lock(&mut connection, progress)?;
        let ledger = ledger::read(&mut transaction)?;
        if ledger.standing != Standing::Ready {
            ledger::prepare(&mut transaction)?;
            transaction.commit()?;
            transaction = holder.lock(&mut connection, progress)?;
        }
        let entries = ledger::read(&mut transaction)?.entries;
        let mut stamped = Stamped::default();
        for migration in self.set().iter().filter(|migration| migration.version <= target) {
            if entries.iter().any(|entry| is_as_applied(entry, migration)) {
                continue;
            }
            self.note(
                &mut transaction,
                migration.version,
                (&migration.name, &migration.checksum()),
                Action::StampedUp,
                reason,
            )?;
            ledger::enter(&mut transaction, migration, State::Applied, now_us(), self.program())?;
            stamped.up.push(migration.version);
        }
        for entry in entries.iter().rev().filter(|entry| entry.version > target) {
            self.note(
                &mut transaction,
                entry.version,
                (&entry.name, &entry.checksum),
                Action::StampedDown,
                reason,
            )?;
            ledger::strike(&mut transaction, entry.version)?;
            stamped.down.push(entry.version);
        }
        // Who confirms what is written down has a reason as well.
        if let Some(confirmed) = self.set().get(target).filter(|_| stamped == Stamped::default()) {
            let told = (confirmed.name.as_ref(), confirmed.checksum());
            self.note(&mut transaction, target, (told.0, &told.1), Action::StampedUp, reason)?;
        }
        transaction.commit()?;
        Ok(stamped)
    }

    fn note(
        &self,
        connection: &mut Connection,
        version: Version,
        (name, checksum): (&str, &str),
        action: Action,
        reason: &str,
    ) -> Result<(), MigrateError> {
        journal::forget(connection, version)?;
        batches::forget(connection, version)?;
        let deed = NewDeed {
            version,
            name,
            action,
            checksum,
            done_at_us: now_us(),
            done_by: self.program(),
            took: None,
            reason: Some(reason),
        };
        Ok(history::add(connection, &deed)?)
    }
}

fn is_as_applied(entry: &Applied, migration: &Migration) -> bool {
    entry.version == migration.version
        && entry.state == State::Applied
        && entry.checksum == migration.checksum()
}

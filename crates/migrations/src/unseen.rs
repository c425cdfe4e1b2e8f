//! Servers that nobody sees: those of before there was a table in which servers say that they run.
//!
//! A database is known to come from before for as long as it lacks the table. When the table is made, that is written down in the
//! history ([`REASON`]), because the contract that such servers do not survive may come much later. After it nobody of that time
//! works any more, and nobody needs to be told.

use statehouse_connection::DatabaseUrl;

use crate::ledger::history::Action;
use crate::migrator::applied_in;
use crate::{Applied, MigrateError, Migrator, Phase, Version};

/// What the history says of a migration that makes the table in a database of before.
pub(crate) const REASON: &str = "servers of before do not say that they run";

impl Migrator {
    /// The migration from which on servers say that they run, where there may be some from before it: they are not in
    /// [`servers`](Self::servers), and no contract waits for them. Changes nothing, and makes no database.
    ///
    /// # Errors
    /// The database cannot be read, or is somebody else's.
    pub fn unseen(&self, url: &DatabaseUrl) -> Result<Option<Version>, MigrateError> {
        let entries = applied_in(url)?;
        if self.is_of_before(&entries) {
            return Ok(self.since());
        }
        let is_contract = |version| self.set().get(version).is_some_and(|it| it.phase == Phase::Contract);
        let history = self.history(url)?;
        let ups = history.iter().rev().filter(|deed| deed.action == Action::Up);
        let decisive = ups
            .map(|deed| (deed.version, deed.reason.as_deref().unwrap_or_default()))
            .find(|(version, _)| self.since() == Some(*version) || is_contract(*version));
        Ok(decisive.filter(|(_, reason)| reason.starts_with(REASON)).map(|(version, _)| version))
    }

    /// Whether these are the migrations of a database in which servers cannot say yet that they run.
    pub(crate) fn is_of_before(&self, entries: &[Applied]) -> bool {
        let has = |since| entries.iter().any(|entry| entry.version == since);
        !entries.is_empty() && self.since().is_some_and(|since| !has(since))
    }
}

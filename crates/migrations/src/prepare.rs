//! `contract --prepare`: all of a contract but its statements, for a script that somebody else runs.
//!
//! It leaves the mark, with which no server starts that does not know enough, and an entry in the journal of statements that
//! says that none was carried out yet. The script asks for both; `contract`
//! goes on from there just as well.

use statehouse_connection::{Connection, DatabaseUrl, SessionOptions};

use crate::ledger::{self, Standing, journal};
use crate::migrator::kept;
use crate::{Direction, MigrateError, Migration, Migrator, Phase, Progress, Version, guard, window};

impl Migrator {
    /// Does all that comes before the statements of the next contract: no server is left that needs what goes, none starts
    /// any more, and the rows that it relies on are looked over. Answers which contract it was, if there is one to come.
    ///
    /// # Errors
    /// As [`contract`](Self::contract).
    pub fn prepare_contract(
        &self,
        url: &DatabaseUrl,
        progress: &mut dyn Progress,
    ) -> Result<Option<Version>, MigrateError> {
        let options = SessionOptions::migrator().busy_timeout(self.patience()).create_missing(false);
        let mut connection = Connection::open(url, &options)?;
        kept(url, ledger::read(&mut connection)?)?;
        let turn = self.turn(url, progress)?;
        let holder = self.clone().behind(turn.fence());
        let mut transaction = holder.lock(&mut connection, progress)?;
        let ledger = kept(url, ledger::read(&mut transaction)?)?;
        self.refuse_disagreement(window::compare(self.set(), &ledger.entries))?;
        let plan = self.missing_in_phase(&ledger.entries, Phase::Contract)?;
        let Some(migration) = self.set().next(&plan, &ledger.entries, Direction::Up)? else {
            return Ok(None);
        };
        if ledger.standing != Standing::Ready {
            ledger::prepare(&mut transaction)?;
        }
        transaction.commit()?;
        guard::refuse_in_the_way(&holder, &mut connection, migration, Direction::Up, progress)?;
        self.back_up(url, &ledger.entries, progress)?;
        holder.prepare(url, &mut connection, migration, progress)?;
        Ok(Some(migration.version))
    }

    fn prepare(
        &self,
        url: &DatabaseUrl,
        connection: &mut Connection,
        migration: &Migration,
        progress: &mut dyn Progress,
    ) -> Result<(), MigrateError> {
        guard::make_way(self, url, connection, migration, Direction::Up, progress)?;
        let mut transaction = self.lock(connection, progress)?;
        // How far somebody came already stays.
        if !journal::is_there(&mut transaction, migration.version)? {
            journal::mark(&mut transaction, migration.version, Direction::Up, &[])?;
        }
        Ok(transaction.commit()?)
    }
}

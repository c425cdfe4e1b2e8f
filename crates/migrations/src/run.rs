//! What all verbs share that change the schema: the turn among migrators, and one migration after the other.

use std::time::Instant;

use statehouse_connection::lock::begin_exclusive;
use statehouse_connection::{
    Connection, DatabaseUrl, Engine, FailureKind, SessionOptions, Transaction, Turn, TurnError,
};

use crate::cluster::{ClusterTurn, Fence};
use crate::ledger::{self, Standing};
use crate::migrator::kept;
use crate::script::{Manner, Script};
use crate::{
    Applied, DataMigration, Direction, MigrateError, Migration, Migrator, Progress, Step, Version, data,
    guard, window,
};

impl Migrator {
    /// Each migration is planned anew inside the lock, because a migrator of an older program, which knows of no turns, may
    /// have been at work in between.
    pub(crate) fn run<'s>(
        &'s self,
        url: &DatabaseUrl,
        direction: Direction,
        progress: &mut dyn Progress,
        plan: impl Fn(&[Applied]) -> Result<Vec<&'s Migration>, MigrateError>,
    ) -> Result<Vec<Version>, MigrateError> {
        let mut done = Vec::new();
        self.run_into(url, direction, progress, &mut done, plan)?;
        Ok(done)
    }

    /// The same; what was done is told also where it ends with an error.
    pub(crate) fn run_into<'s>(
        &'s self,
        url: &DatabaseUrl,
        direction: Direction,
        progress: &mut dyn Progress,
        done: &mut Vec<Version>,
        plan: impl Fn(&[Applied]) -> Result<Vec<&'s Migration>, MigrateError>,
    ) -> Result<(), MigrateError> {
        let options = SessionOptions::migrator()
            .busy_timeout(self.lock_wait)
            .create_missing(direction == Direction::Up);
        let mut connection = Connection::open(url, &options)?;
        // What is somebody else's is left alone to the last table.
        let found = kept(url, ledger::read(&mut connection)?)?.entries;
        let turn = self.turn(url, progress)?;
        let migrator = self.clone().of_database_with(&found).behind(turn.fence());
        migrator.work(url, &mut connection, direction, progress, done, plan)
    }

    /// With the turn, until nothing is left to do.
    fn work<'s>(
        &self,
        url: &DatabaseUrl,
        connection: &mut Connection,
        direction: Direction,
        progress: &mut dyn Progress,
        done: &mut Vec<Version>,
        plan: impl Fn(&[Applied]) -> Result<Vec<&'s Migration>, MigrateError>,
    ) -> Result<(), MigrateError> {
        let mut has_copy = !self.backs_up(url);
        loop {
            let mut transaction = self.lock(connection, progress)?;
            let ledger = kept(url, ledger::read(&mut transaction)?)?;
            self.refuse_disagreement(window::compare(self.set(), &ledger.entries))?;
            let plan = plan(&ledger.entries)?;
            // A new database has nothing to lose, and what it was before is copied once.
            if let Some(first) = self.set().next(&plan, &ledger.entries, direction)?
                && !has_copy
            {
                // Nobody is to wait for the copy, so the plan is made again behind it.
                transaction.rollback()?;
                guard::refuse_in_the_way(self, connection, first, direction, progress)?;
                self.back_up(url, &ledger.entries, progress)?;
                has_copy = true;
                continue;
            }
            if ledger.standing != Standing::Ready && !(plan.is_empty() && ledger.standing == Standing::Empty)
            {
                ledger::prepare(&mut transaction)?;
                transaction.commit()?;
                continue;
            }
            let Some(migration) = self.set().next(&plan, &ledger.entries, direction)? else { return Ok(()) };
            transaction.rollback()?;
            progress.started(migration, direction, plan.len());
            let started = Instant::now();
            let entry = ledger.entries.iter().find(|entry| entry.version == migration.version);
            self.do_one(url, connection, migration, direction, entry, progress)?;
            tracing::debug!(%migration, ?direction, "migrated");
            progress.finished(migration, direction, started.elapsed());
            let recorded = self.set().recorded(migration).iter().map(|migration| migration.version);
            match direction {
                Direction::Up => done.extend(recorded),
                Direction::Down => done.extend(recorded.rev()),
            }
        }
    }

    fn do_one(
        &self,
        url: &DatabaseUrl,
        connection: &mut Connection,
        migration: &Migration,
        direction: Direction,
        entry: Option<&Applied>,
        progress: &mut dyn Progress,
    ) -> Result<(), MigrateError> {
        let step = match direction {
            Direction::Up => &migration.up,
            Direction::Down => &migration.down,
        };
        match step {
            // A baseline stands for it, and is what is done.
            Step::Squashed(_) => Err(self.set().is_squashed(migration)),
            Step::Data(data) => self.move_rows(connection, migration, data.as_ref(), direction, progress),
            Step::Sql(_) if guard::is_only_marked(connection, migration, direction, entry) => {
                guard::take_mark_back(self, connection, migration, progress)
            }
            Step::Sql(text) => {
                let script = Script::of(self, url, migration, direction, text)?;
                guard::make_way(self, url, connection, migration, direction, progress)?;
                match script.manner() {
                    Manner::Whole => script.run_whole(connection, progress),
                    Manner::OneByOne => script.run_one_by_one(connection, progress),
                    Manner::Apart => script.run_apart(self.lock(connection, progress)?),
                }
            }
        }
    }

    fn move_rows(
        &self,
        connection: &mut Connection,
        migration: &Migration,
        data: &dyn DataMigration,
        direction: Direction,
        progress: &mut dyn Progress,
    ) -> Result<(), MigrateError> {
        data::run(&mut data::Run { migrator: self, connection, migration, data, direction, progress })
    }

    /// Waits until no other migrator is at work, on whichever node of a cluster.
    pub(crate) fn turn(&self, url: &DatabaseUrl, progress: &mut dyn Progress) -> Result<Turns, MigrateError> {
        let began = Instant::now();
        let here = Turn::take(url, self.lock_wait, || progress.waiting()).map_err(|error| match error {
            TurnError::Open(error) => error.into(),
            TurnError::Pooled { url } => MigrateError::Pooled { url },
            TurnError::Failed(failure) if failure.kind == FailureKind::Busy => {
                MigrateError::Locked { wait: self.lock_wait }
            }
            TurnError::Failed(failure) => failure.into(),
        })?;
        let wait = self.lock_wait.saturating_sub(began.elapsed());
        let everywhere = match url.engine() {
            Engine::Mysql => ClusterTurn::take(url, self.lasts(), wait, progress)?,
            Engine::Sqlite | Engine::Postgres => None,
        };
        Ok(Turns { everywhere, _here: here })
    }

    pub(crate) fn lock<'c>(
        &self,
        connection: &'c mut Connection,
        progress: &mut dyn Progress,
    ) -> Result<Transaction<'c>, MigrateError> {
        let begun = begin_exclusive(connection, self.lock_wait, || progress.waiting());
        let mut transaction = begun.map_err(|failure| match failure.kind {
            FailureKind::Busy => MigrateError::Locked { wait: self.lock_wait },
            _ => failure.into(),
        })?;
        if let Some(fence) = self.fence() {
            fence.hold(&mut transaction)?;
        }
        Ok(transaction)
    }
}

/// The turn, as long as this lives. What all nodes know of is given back first.
pub(crate) struct Turns {
    everywhere: Option<ClusterTurn>,
    _here: Turn,
}

impl Turns {
    /// What every transaction has to do in a cluster.
    pub(crate) fn fence(&self) -> Option<Fence> {
        self.everywhere.as_ref().map(ClusterTurn::fence)
    }
}

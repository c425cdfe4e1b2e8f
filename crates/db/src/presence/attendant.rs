//! The attendant: the thread that enters the server, lets its beat grow, and looks whether it can still work with the schema.
//!
//! It has a session only while it does something: a beat every few seconds does not need one of its own all the time.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError};
use statehouse_connection::{Connection, DatabaseUrl, SessionOptions, Transaction};
use statehouse_migrations::{Life, MigrateError, Migrator, SERVERS, Vigil, presence as servers};

use super::{Presence, row};
use crate::failed::Failed;

/// The longest that a lock is waited for.
const LOCK_WAIT: Duration = Duration::from_secs(1);
/// A beat grows so often within its duration.
const BEATS: u32 = 3;
/// So often within its duration a beat that failed is tried again.
const TRIES: u32 = 30;

/// The attendant, with the row of the server; it takes that out when it ends, however it ends.
pub(crate) struct Attendant {
    presence: Arc<Presence>,
    woken: Receiver<()>,
    database: DatabaseUrl,
    migrator: Migrator,
    vigil: Vigil,
}

impl Attendant {
    pub(crate) fn new(
        presence: Arc<Presence>,
        woken: Receiver<()>,
        database: DatabaseUrl,
        migrator: Migrator,
    ) -> Self {
        Self { presence, woken, database, migrator, vigil: Vigil::default() }
    }

    /// Enters the server, and then looks whether it can work with the schema. Where the database does not serve at present,
    /// the server writes nothing before both have succeeded.
    pub(crate) fn begin(&mut self) -> Result<(), Failed> {
        match self.try_beat() {
            Err(failed) if failed.is_outage() => {
                tracing::warn!(error = %failed, "this server could not say that it runs; it goes on trying");
                self.presence.look_again();
            }
            begun => begun?,
        }
        match self.presence.refusal() {
            Some(reason) => Err(Failed::Schema(reason)),
            None => Ok(()),
        }
    }

    /// Lets the beat grow until the store is closed.
    pub(crate) fn run(mut self) {
        let lasts = self.presence.card.lasts;
        let mut pause = lasts / BEATS;
        loop {
            match self.woken.recv_timeout(pause) {
                Err(RecvTimeoutError::Disconnected) => return,
                _ if self.presence.is_closed() => return,
                _ => {}
            }
            pause = match self.try_beat() {
                Ok(()) => lasts / BEATS,
                Err(failed) => {
                    tracing::debug!(error = %failed, "this server could not say that it runs");
                    lasts / TRIES
                }
            };
        }
    }

    fn try_beat(&mut self) -> Result<(), Failed> {
        let mut session = self.session()?;
        if self.presence.refusal().is_some() && !self.is_fit(&mut session, false)? {
            return self.give_way(&mut session);
        }
        let asked = Instant::now();
        let is_kept = servers::is_kept(&mut session, SERVERS)?;
        let has_passed = is_kept && self.enter(&mut session)?;
        if !self.is_fit(&mut session, has_passed)? {
            return self.give_way(&mut session);
        }
        // Only now may it write: from here on whoever takes something away finds its row.
        if is_kept {
            self.presence.passed(asked);
        } else {
            self.presence.left(true);
        }
        self.look_after_others(&mut session)
    }

    /// Lets the beat grow, or enters the server where there is no row of it; whether there was one, and the server has found
    /// since that one was entered that it can work with the schema.
    fn enter(&self, session: &mut Connection) -> Result<bool, Failed> {
        let card = &self.presence.card;
        let mut transaction = begin(session, card.lasts)?;
        let is_there = row::renew(&mut transaction, &card.id)?;
        let had_passed = self.presence.has_passed();
        if !is_there {
            // First: a row that others see must not vouch for what was found before it.
            self.presence.enters();
            row::enter(&mut transaction, card)?;
        }
        transaction.commit()?;
        if !is_there && had_passed {
            tracing::warn!(
                server = card.name,
                id = card.id,
                "this server was given up, and has entered itself again"
            );
        }
        Ok(is_there && had_passed)
    }

    /// Can this server work with the schema as it is? If it could, and was entered ever since, whoever has begun to take
    /// something away finds it and gives up: it must not give way, or nothing would ever be refused.
    fn is_fit(&self, session: &mut Connection, has_passed: bool) -> Result<bool, Failed> {
        let condition = &self.presence.schema;
        let fits = if has_passed {
            self.migrator.require_still_on(session, &self.database)
        } else {
            self.migrator.require_on(session, &self.database)
        };
        match fits {
            Ok(()) => {
                if !condition.is_well() {
                    tracing::info!("this server can work with the schema again");
                    condition.succeeded();
                }
                Ok(true)
            }
            Err(MigrateError::Database { failure }) => Err(failure.into()),
            Err(error) => {
                if condition.is_well() {
                    tracing::error!(%error, "this server cannot work with the schema any more");
                }
                condition.failed(&Failed::Schema(error.to_string()));
                Ok(false)
            }
        }
    }

    /// Takes out servers that died: nobody else may come by for a long time.
    fn look_after_others(&mut self, session: &mut Connection) -> Result<(), Failed> {
        let all = servers::servers(session, SERVERS)?;
        for (server, life) in self.vigil.saw(all, Instant::now()) {
            if life == Life::Still && server.id != self.presence.card.id {
                let mut transaction = begin(session, self.presence.card.lasts)?;
                servers::give_up(&mut transaction, SERVERS, &server)?;
                transaction.commit()?;
            }
        }
        Ok(())
    }

    /// It does nothing with the database any more, so it is to be in nobody's way.
    fn give_way(&self, session: &mut Connection) -> Result<(), Failed> {
        if self.presence.is_entered() { self.withdraw(session) } else { Ok(()) }
    }

    fn withdraw(&self, session: &mut Connection) -> Result<(), Failed> {
        let mut transaction = begin(session, self.presence.card.lasts)?;
        row::withdraw(&mut transaction, &self.presence.card.id)?;
        transaction.commit()?;
        self.presence.left(false);
        Ok(())
    }

    fn session(&self) -> Result<Connection, Failed> {
        let options = SessionOptions::writer().create_missing(false).busy_timeout(LOCK_WAIT);
        Ok(Connection::open(&self.database, &options)?)
    }
}

/// Begins a transaction that waits for a lock no longer than makes sense for a beat that lasts so long.
fn begin(session: &mut Connection, lasts: Duration) -> Result<Transaction<'_>, Failed> {
    Ok(Transaction::begin_write_within(session, LOCK_WAIT.min(lasts / 5))?)
}

impl Drop for Attendant {
    fn drop(&mut self) {
        if !self.presence.is_entered() {
            return;
        }
        let withdrawn = self.session().and_then(|mut session| self.withdraw(&mut session));
        if let Err(failed) = withdrawn {
            tracing::debug!(error = %failed, "that this server stops could not be said; others will find out");
        }
    }
}

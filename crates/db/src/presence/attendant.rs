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

    /// Enters the server, and then looks whether it can work with the schema. Where the database takes no writes at present
    /// the server is not entered, and writes nothing before it is.
    pub(crate) fn begin(&mut self) -> Result<(), Failed> {
        match self.try_beat() {
            Err(failed) if failed.is_outage() => {
                tracing::warn!(error = %failed, "this server could not say that it runs; it goes on trying");
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
            return Ok(());
        }
        let was_there = if servers::is_kept(&mut session, SERVERS)? {
            self.enter(&mut session)?
        } else {
            self.presence.left(true);
            false
        };
        if self.is_fit(&mut session, was_there)? {
            self.look_after_others(&mut session)?;
        } else if self.presence.is_entered() {
            // It does nothing with the database any more, so it is in nobody's way.
            self.withdraw(&mut session)?;
        }
        Ok(())
    }

    /// Lets the beat grow, or enters the server where there is no row of it; whether there was one.
    fn enter(&self, session: &mut Connection) -> Result<bool, Failed> {
        let card = &self.presence.card;
        let asked = Instant::now();
        let mut transaction = begin(session, card.lasts)?;
        let is_there = row::renew(&mut transaction, &card.id)?;
        if !is_there {
            row::enter(&mut transaction, card)?;
        }
        transaction.commit()?;
        if !is_there && self.presence.is_entered() {
            tracing::warn!(
                server = card.name,
                id = card.id,
                "this server was given up, and has entered itself again"
            );
        }
        self.presence.entered(asked);
        Ok(is_there)
    }

    /// Can this server work with the schema as it is? If it was entered all along, whoever has begun to take something away
    /// finds it and gives up: it must not give way, or nothing would ever be refused.
    fn is_fit(&self, session: &mut Connection, was_there: bool) -> Result<bool, Failed> {
        let condition = &self.presence.schema;
        let fits = if was_there {
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

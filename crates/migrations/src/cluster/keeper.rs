//! The thread that makes the counter of the turn grow, and gives the turn back in the end.

use std::io;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use statehouse_connection::{Connection, DatabaseUrl, Failure, SessionOptions, Transaction};

use super::{Fence, passing, row};
use crate::MigrateError;

/// How often the counter grows while the turn lasts without.
const BEATS: u32 = 10;
/// So often the turn is given back that another's transaction is preferred to.
const ATTEMPTS: u32 = 20;
const REST: Duration = Duration::from_millis(20);

/// Keeps the turn until it is dropped.
#[derive(Debug)]
pub(super) struct Keeper {
    ends: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    pub(super) fn start(url: &DatabaseUrl, session: Connection, fence: &Fence) -> Result<Self, MigrateError> {
        let (ends, ended) = channel();
        let (url, fence) = (url.clone(), fence.clone());
        let keeping = move || {
            let mut session = Some(session);
            while ended.recv_timeout(fence.lasts / BEATS) == Err(RecvTimeoutError::Timeout) {
                match kept(&url, &mut session, &fence) {
                    Ok(Some(false)) => {
                        tracing::warn!("another migrator has taken the turn over");
                        return;
                    }
                    Ok(Some(true) | None) => {}
                    Err(error) => {
                        session = None;
                        tracing::warn!(%error, "the database does not hear that this migrator lives");
                    }
                }
            }
            if let Some(session) = &mut session {
                give_back(session, &fence);
            }
        };
        let thread = thread::Builder::new().name("turn".to_owned()).spawn(keeping);
        let thread = thread.map_err(|source: io::Error| MigrateError::Thread { source })?;
        Ok(Self { ends: Some(ends), thread: Some(thread) })
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        drop(self.ends.take());
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the thread that keeps the turn has panicked");
        }
    }
}

/// Makes the counter grow, with a new session where the last one failed. Whether the turn is still ours; nothing, where that
/// was not learnt.
fn kept(
    url: &DatabaseUrl,
    session: &mut Option<Connection>,
    fence: &Fence,
) -> Result<Option<bool>, MigrateError> {
    let session = match session {
        Some(session) => session,
        None => session.insert(Connection::open(url, &SessionOptions::writer().create_missing(false))?),
    };
    let mut grow = || {
        let mut transaction = Transaction::begin_write(session)?;
        let is_ours = row::grow(&mut transaction, row::TURN, &fence.holder)?;
        transaction.commit()?;
        Ok::<_, Failure>(is_ours)
    };
    Ok(passing(grow())?)
}

fn give_back(session: &mut Connection, fence: &Fence) {
    for _ in 0..ATTEMPTS {
        match passing(row::give_back(session, &fence.holder)) {
            Ok(Some(())) => return,
            Ok(None) => thread::sleep(REST),
            Err(failure) => {
                tracing::warn!(error = %failure.source, lasts = ?fence.lasts, "the turn was not given back: it ends by itself");
                return;
            }
        }
    }
}

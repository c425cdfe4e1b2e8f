//! Catching up: reading from the log what other processes committed.
//!
//! The follower is a thread with a connection of its own, so that reads and watches go on while the writer waits for a
//! lock or for a lost database.

use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender};
use statehouse_connection::{
    Connection, DataVersion, DatabaseUrl, SessionOptions, data_version, read_transaction,
};
use statehouse_model::{Commit, Revision};

use crate::failed::Failed;
use crate::published::Tip;
use crate::seal::Seal;
use crate::shared::Shared;
use crate::{ReadError, head, log};

/// How many commits are read from the log at a time.
const PAGE: usize = 512;
/// How long the follower waits for a lock; readers of a write-ahead log hardly ever meet one.
const BUSY_TIMEOUT: Duration = Duration::from_millis(500);

/// Applies every commit that is in the log and not yet published, and publishes it.
pub(crate) fn to_head(connection: &mut Connection, seal: &Seal, shared: &Shared) -> Result<Tip, Failed> {
    let mut tip = shared.published.tip();
    let head = head::not_before(connection, tip.revision())?;
    let start = tip.revision();
    while tip.revision() < head {
        let commits = log::commits(connection, seal, tip.revision(), PAGE)?;
        if commits.first().is_none_or(|first| first.revision != tip.revision().next()) {
            return Err(Failed::corrupt(
                "commits",
                &format!("revision {} is missing", tip.revision().next()),
            ));
        }
        let steps: Vec<_> = commits.into_iter().map(|commit| tip.follow(commit)).collect();
        shared.published.advance(&steps);
    }
    if let Ok(caught_up @ 1..) = usize::try_from(head.0 - start.0) {
        shared.counters.caught_up(caught_up);
    }
    Ok(tip)
}

type Page = VecDeque<Arc<Commit>>;

enum Wanted {
    CatchUp(oneshot::Sender<Result<(), ReadError>>),
    Page { after: Revision, limit: usize, answer: oneshot::Sender<Result<Page, ReadError>> },
}

/// The callers' end of the follower. What it is asked after [`Follower::close`] is answered by a dropped sender.
pub(crate) struct Follower(Mutex<Option<Sender<Wanted>>>);

/// The follower's own end.
pub(crate) struct Orders(Receiver<Wanted>);

impl Follower {
    pub(crate) fn new() -> (Self, Orders) {
        // Whoever sends waits for the answer: there are never more orders than callers.
        let (sender, receiver) = crossbeam_channel::unbounded();
        (Self(Mutex::new(Some(sender))), Orders(receiver))
    }

    /// Publishes everything that is in the log now.
    pub(crate) fn catch_up(&self) -> oneshot::AsyncReceiver<Result<(), ReadError>> {
        let (answer, receiver) = oneshot::async_channel();
        self.send(Wanted::CatchUp(answer));
        receiver
    }

    /// The first commits after `after` in the log, at most `limit`.
    pub(crate) async fn page(&self, after: Revision, limit: usize) -> Result<Page, ReadError> {
        let (answer, receiver) = oneshot::async_channel();
        self.send(Wanted::Page { after, limit, answer });
        receiver.await.unwrap_or(Err(ReadError::Closed))
    }

    pub(crate) fn close(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    fn send(&self, wanted: Wanted) {
        if let Some(open) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            // A follower that is gone drops the order, and with it the answer's sender.
            drop(open.send(wanted));
        }
    }
}

/// The follower's thread.
pub(crate) struct Following {
    pub(crate) shared: Arc<Shared>,
    pub(crate) orders: Orders,
    pub(crate) database: DatabaseUrl,
    pub(crate) seal: Seal,
    pub(crate) poll_interval: Duration,
    pub(crate) session: Option<(Connection, Option<DataVersion>)>,
}

impl Following {
    /// Does what is wanted, and looks at the database now and then when nothing is, until the store is closed.
    pub(crate) fn run(mut self) {
        loop {
            match self.orders.0.recv_timeout(self.poll_interval) {
                Ok(first) => self.serve(first),
                Err(RecvTimeoutError::Timeout) if self.shared.committing.load(Ordering::Relaxed) => {}
                Err(RecvTimeoutError::Timeout) => {
                    if let Err(failed) = self.catch_up() {
                        self.note(&failed);
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Everybody who waits to catch up is served by catching up once.
    fn serve(&mut self, first: Wanted) {
        let mut behind = Vec::new();
        let waiting: Vec<_> = self.orders.0.try_iter().collect();
        for wanted in std::iter::once(first).chain(waiting) {
            match wanted {
                Wanted::CatchUp(answer) => behind.push(answer),
                Wanted::Page { after, limit, answer } => {
                    let page = self.page(after, limit).map_err(|failed| self.note(&failed));
                    drop(answer.send(page));
                }
            }
        }
        if behind.is_empty() {
            return;
        }
        let outcome = self.catch_up().map_err(|failed| self.note(&failed));
        for answer in behind {
            drop(answer.send(outcome.clone()));
        }
    }

    fn catch_up(&mut self) -> Result<(), Failed> {
        let (shared, seal) = (self.shared.clone(), self.seal.clone());
        let (connection, seen) = self.session()?;
        let version = data_version(connection)?;
        if *seen != Some(version) {
            read_transaction(connection, |connection| to_head(connection, &seal, &shared))?;
            *seen = Some(version);
        }
        self.shared.reads.succeeded();
        Ok(())
    }

    fn page(&mut self, after: Revision, limit: usize) -> Result<Page, Failed> {
        let seal = self.seal.clone();
        let (connection, _) = self.session()?;
        let page = read_transaction(connection, |connection| log::commits(connection, &seal, after, limit))?;
        Ok(page.into())
    }

    fn session(&mut self) -> Result<&mut (Connection, Option<DataVersion>), Failed> {
        match &mut self.session {
            Some(session) => Ok(session),
            empty => {
                let options = SessionOptions::reader().busy_timeout(BUSY_TIMEOUT);
                Ok(empty.insert((Connection::open(&self.database, &options)?, None)))
            }
        }
    }

    /// Starts over with a new session next time, unless there was only a lock in the way.
    fn note(&mut self, failed: &Failed) -> ReadError {
        if !failed.spares_session() {
            self.session = None;
        }
        ReadError::Unavailable { reason: self.shared.reads.failed(failed) }
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        if thread::panicking() {
            self.shared.reads.failed(&Failed::Died("follower"));
            self.shared.death.of("follower");
        }
        // Whoever still waits, or asks from now on, is answered by a dropped sender.
        self.shared.follower.close();
    }
}

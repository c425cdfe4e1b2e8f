//! Catching up: reading from the log what other processes committed.
//!
//! The follower is a thread with a connection of its own, so that reads and watches go on while the writer waits for a
//! lock or for a lost database.

use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender};
use statehouse_connection::{
    Connection, DataVersion, DatabaseUrl, Engine, SessionOptions, data_version, notification,
    read_transaction,
};
use statehouse_model::{Commit, Revision};

use crate::failed::Failed;
use crate::published::{Step, Tip};
use crate::seal::Seal;
use crate::shared::Shared;
use crate::{ReadError, dialect, durable, head, load, log};

/// How many commits are read from the log at a time.
const PAGE: usize = 512;
/// How long the follower waits for a lock; readers of a write-ahead log hardly ever meet one.
const BUSY_TIMEOUT: Duration = Duration::from_millis(500);
/// How often a database server is asked for the head when nobody reads and no notification can be relied on.
const SERVER_INTERVAL: Duration = Duration::from_millis(20);
/// How often the follower looks whether a notification has arrived, which costs no round trip.
const NOTIFICATION_INTERVAL: Duration = Duration::from_millis(5);
/// How often the log is looked at although no notification has arrived.
const NOTIFICATION_DOUBT: Duration = Duration::from_secs(1);
/// How often a database server that does not answer is tried again.
const OUTAGE_INTERVAL: Duration = Duration::from_millis(200);

/// Applies every commit that is in the log and not yet published, and publishes it, up to `last` if that is given: of later
/// ones it is not known whether they are durable. [`Failed::Trimmed`] where the first of them is not in the log any more:
/// then only [`reload`] helps.
pub(crate) fn to_head(
    connection: &mut Connection,
    seal: &Seal,
    shared: &Shared,
    last: Option<Revision>,
) -> Result<Tip, Failed> {
    let mut tip = shared.published.tip();
    let head = head::going_on_from(connection, &tip)?;
    let head = last.map_or(head, |last| head.min(last));
    // Counted first, so that the statistics never know less than a reader does.
    if let Ok(missing @ 1..) = usize::try_from(head.0.saturating_sub(tip.revision().0)) {
        shared.counters.caught_up(missing);
    }
    while tip.revision() < head {
        let commits = log::commits(connection, seal, tip.revision(), PAGE)?;
        if commits.is_empty() {
            return Err(Failed::corrupt(
                "commits",
                &format!("revision {} is missing", tip.revision().next()),
            ));
        }
        let steps: Vec<_> = commits.into_iter().map(|commit| tip.follow(commit)).collect();
        shared.published.advance(&steps);
    }
    Ok(tip)
}

/// The commits that are in the log and not yet published, not published either: it is not known yet whether they are durable.
/// None when there are too many to be held.
pub(crate) fn held(
    connection: &mut Connection,
    seal: &Seal,
    shared: &Shared,
) -> Result<Option<(Tip, Vec<Step>)>, Failed> {
    let mut tip = shared.published.tip();
    let head = head::going_on_from(connection, &tip)?;
    if head == tip.revision() {
        return Ok(Some((tip, Vec::new())));
    }
    let commits = log::commits(connection, seal, tip.revision(), PAGE)?;
    let steps: Vec<_> = commits.into_iter().map(|commit| tip.follow(commit)).collect();
    Ok((tip.revision() == head).then_some((tip, steps)))
}

/// Publishes what is in the log and not yet published, once it is durable.
pub(crate) fn to_durable_head(
    connection: &mut Connection,
    seal: &Seal,
    shared: &Shared,
) -> Result<(), Failed> {
    let last = if durable::is_in_doubt(connection) {
        let head = head::going_on_from(connection, &shared.published.tip())?;
        durable::confirm(connection)?;
        Some(head)
    } else {
        None
    };
    let caught_up = read_transaction(connection, |connection| to_head(connection, seal, shared, last));
    match caught_up.map_err(Failed::from) {
        Err(Failed::Trimmed { .. }) => reload(connection, seal, shared),
        caught_up => caught_up.map(drop),
    }
}

/// Publishes the newest state from its tables, on a snapshot of its own: for who is further behind than the log goes.
pub(crate) fn reload(connection: &mut Connection, seal: &Seal, shared: &Shared) -> Result<(), Failed> {
    let drivers = shared.published.state().drivers().clone();
    let tip = load::load(connection, seal, &drivers, &|_| {})?;
    durable::confirm(connection)?;
    tracing::info!(
        from = %shared.published.revision(),
        to = %tip.revision(),
        "the log was trimmed beyond what this server had read of it; it has read the state itself"
    );
    shared.counters.reloaded();
    shared.published.replace(tip);
    Ok(())
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
    pub(crate) notified: Notified,
}

/// What can be expected of the database's notifications.
#[derive(Default)]
pub(crate) struct Notified {
    /// The session listens, and no commit has come without one so far.
    is_reliable: bool,
    /// When the log was last looked at.
    looked_at: Option<Instant>,
}

impl Following {
    /// Does what is wanted, and looks at the database now and then when nothing is, until the store is closed.
    pub(crate) fn run(mut self) {
        loop {
            match self.orders.0.recv_timeout(self.pause()) {
                Ok(first) => self.serve(first),
                Err(RecvTimeoutError::Timeout) if self.shared.committing.load(Ordering::Relaxed) => {}
                Err(RecvTimeoutError::Timeout) => {
                    if let Err(failed) = self.look() {
                        self.note(&failed);
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// How long to wait before looking.
    fn pause(&self) -> Duration {
        if self.database.engine() == Engine::Sqlite {
            self.poll_interval
        } else if !self.shared.reads.is_well() {
            OUTAGE_INTERVAL
        } else if self.notified.is_reliable {
            NOTIFICATION_INTERVAL
        } else {
            self.poll_interval.min(SERVER_INTERVAL)
        }
    }

    /// Looks whether there is anything new: at notifications where they can be relied on, and at the log where not, or now
    /// and then.
    fn look(&mut self) -> Result<(), Failed> {
        self.session()?;
        if !self.notified.is_reliable {
            return self.catch_up();
        }
        let (connection, _) = self.session()?;
        let has_arrived = notification::has_arrived(connection)?;
        if !has_arrived && self.notified.looked_at.is_some_and(|at| at.elapsed() < NOTIFICATION_DOUBT) {
            return Ok(());
        }
        let before = self.shared.counters.read().caught_up_commits;
        self.catch_up()?;
        if !has_arrived && self.shared.counters.read().caught_up_commits > before {
            // A pooler swallows them; or this one was on its way, and then polling is no loss either.
            tracing::debug!("a commit came without a notification; polling from now on");
            self.notified.is_reliable = false;
        }
        Ok(())
    }

    /// Everybody who waits to catch up is served by catching up once.
    fn serve(&mut self, first: Wanted) {
        let mut behind = Vec::new();
        let waiting: Vec<_> = self.orders.0.try_iter().collect();
        for wanted in std::iter::once(first).chain(waiting) {
            match wanted {
                Wanted::CatchUp(answer) => behind.push(answer),
                Wanted::Page { after, limit, answer } => {
                    let page = self.anew_if_lost(|following| following.page(after, limit));
                    let page = page.map_err(|failed| self.note(&failed));
                    drop(answer.send(page));
                }
            }
        }
        if behind.is_empty() {
            return;
        }
        let outcome = self.anew_if_lost(Self::catch_up).map_err(|failed| self.note(&failed));
        for answer in behind {
            drop(answer.send(outcome.clone()));
        }
    }

    /// Asks again on a new session where the old one is gone: it was left open while the database was restarted, or replaced by
    /// its standby.
    fn anew_if_lost<T>(&mut self, ask: impl Fn(&mut Self) -> Result<T, Failed>) -> Result<T, Failed> {
        let had_session = self.session.is_some();
        match ask(self) {
            Err(failed) if failed.ends_session() && had_session => {
                self.session = None;
                ask(self)
            }
            answer => answer,
        }
    }

    fn catch_up(&mut self) -> Result<(), Failed> {
        let (shared, seal) = (self.shared.clone(), self.seal.clone());
        self.notified.looked_at = Some(Instant::now());
        let (connection, seen) = self.session()?;
        let version = data_version(connection)?;
        let is_newest = match version {
            Some(_) => *seen == version,
            None => head::going_on_from(connection, &shared.published.tip())? <= shared.published.revision(),
        };
        if !is_newest {
            to_durable_head(connection, &seal, &shared)?;
            *seen = version;
        }
        self.shared.reads.succeeded();
        Ok(())
    }

    fn page(&mut self, after: Revision, limit: usize) -> Result<Page, Failed> {
        let seal = self.seal.clone();
        let shown = self.shared.published.revision();
        let (connection, _) = self.session()?;
        let page = read_transaction(connection, |connection| log::commits(connection, &seal, after, limit))?;
        // What readers have seen is durable.
        if page.last().is_some_and(|commit: &Arc<Commit>| commit.revision > shown) {
            durable::confirm(connection)?;
        }
        Ok(page.into())
    }

    fn session(&mut self) -> Result<&mut (Connection, Option<DataVersion>), Failed> {
        match &mut self.session {
            Some(session) => Ok(session),
            empty => {
                let options = SessionOptions::reader().busy_timeout(BUSY_TIMEOUT);
                let mut connection = Connection::open(&self.database, &options)?;
                self.notified.is_reliable = notification::listen(&mut connection, dialect::CHANNEL)?;
                Ok(empty.insert((connection, None)))
            }
        }
    }

    /// Starts over with a new session next time, unless there was only a lock in the way.
    fn note(&mut self, failed: &Failed) -> ReadError {
        if !failed.spares_session(self.database.engine()) {
            self.session = None;
        }
        if let Failed::Trimmed { oldest } = *failed {
            return ReadError::Trimmed { oldest };
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

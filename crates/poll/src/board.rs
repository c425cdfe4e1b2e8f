//! What polling shows to others, and takes orders through.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crossbeam_channel::Sender;
use statehouse_model::{DataSourceId, Timestamp};

use crate::poller::Event;

/// The longest reason that is kept, in bytes.
const REASON_LIMIT: usize = 1_000;

/// How polling goes on this server. Clones show the same.
#[derive(Clone, Debug, Default)]
pub struct Polling(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    board: Mutex<Board>,
    /// Wakes the poller; none where nothing is ever polled.
    events: Option<Sender<Event>>,
}

#[derive(Debug, Default)]
struct Board {
    polls: bool,
    stops: bool,
    sources: HashMap<DataSourceId, PollStatus>,
    refreshes: BTreeSet<DataSourceId>,
    statistics: PollStatistics,
}

/// How polling one data source goes, since this server polls it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PollStatus {
    /// When everything was fetched the last time, whether or not it was different.
    pub succeeded_at: Option<Timestamp>,
    /// What the last poll failed of; `None` when it succeeded.
    pub fault: Option<PollFault>,
}

/// Why a poll failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PollFault {
    /// When.
    pub at: Timestamp,
    /// The table, and what is wrong. No secret and no address is in it.
    pub reason: String,
}

/// What polling has done on this server since it started.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PollStatistics {
    /// Whether this server polls now: it has the duty.
    pub polls: bool,
    /// How many data sources it polls now.
    pub sources: usize,
    /// How many polls of a data source succeeded.
    pub succeeded: u64,
    /// How many polls of a data source failed.
    pub failed: u64,
    /// How many polls were dropped, because the duty or the data source was gone when they ended.
    pub dropped: u64,
    /// How many tables got other rows.
    pub changes: u64,
}

impl Polling {
    pub(crate) fn new(events: Sender<Event>) -> Self {
        Self(Arc::new(Shared { board: Mutex::default(), events: Some(events) }))
    }

    /// How polling that data source goes; `None` when this server does not poll it.
    #[must_use]
    pub fn status(&self, source: &DataSourceId) -> Option<PollStatus> {
        self.board().sources.get(source).cloned()
    }

    /// Has a data source polled soon. False when this server does not poll: then nothing happens.
    #[must_use]
    pub fn refresh(&self, source: &DataSourceId) -> bool {
        let mut board = self.board();
        if !board.polls {
            return false;
        }
        board.refreshes.insert(source.clone());
        drop(board);
        self.wake();
        true
    }

    /// What polling has done.
    #[must_use]
    pub fn statistics(&self) -> PollStatistics {
        let board = self.board();
        PollStatistics { polls: board.polls, sources: board.sources.len(), ..board.statistics }
    }

    /// This server begins to poll, or ends: what was known is of no interest any more.
    pub(crate) fn begin(&self, polls: bool) {
        let mut board = self.board();
        board.polls = polls;
        board.sources.clear();
        board.refreshes.clear();
    }

    /// These data sources are polled from now on, and no others.
    pub(crate) fn keep(&self, sources: &BTreeSet<DataSourceId>) {
        let mut board = self.board();
        board.sources.retain(|id, _| sources.contains(id));
        for id in sources {
            board.sources.entry(id.clone()).or_default();
        }
    }

    pub(crate) fn take_refreshes(&self) -> BTreeSet<DataSourceId> {
        std::mem::take(&mut self.board().refreshes)
    }

    /// A poll succeeded. True when the one before had not.
    pub(crate) fn succeeded(&self, source: &DataSourceId, at: Timestamp, changes: u64) -> bool {
        let mut board = self.board();
        board.statistics.succeeded += 1;
        board.statistics.changes += changes;
        let Some(status) = board.sources.get_mut(source) else { return false };
        status.succeeded_at = Some(at);
        status.fault.take().is_some()
    }

    /// A poll failed, though some tables may have got other rows. True when the one before had not failed, or of something else.
    pub(crate) fn failed(&self, source: &DataSourceId, at: Timestamp, reason: &str, changes: u64) -> bool {
        let mut board = self.board();
        board.statistics.failed += 1;
        board.statistics.changes += changes;
        let Some(status) = board.sources.get_mut(source) else { return false };
        let reason = reason[..reason.floor_char_boundary(REASON_LIMIT)].to_owned();
        let is_new = status.fault.as_ref().is_none_or(|fault| fault.reason != reason);
        status.fault = Some(PollFault { at, reason });
        is_new
    }

    pub(crate) fn dropped(&self, changes: u64) {
        let mut board = self.board();
        board.statistics.dropped += 1;
        board.statistics.changes += changes;
    }

    pub(crate) fn stop(&self) {
        self.board().stops = true;
        self.wake();
    }

    pub(crate) fn stops(&self) -> bool {
        self.board().stops
    }

    fn wake(&self) {
        if let Some(events) = &self.0.events {
            // Whoever finds the channel full has events before it that wake as well.
            let _ = events.try_send(Event::Woken);
        }
    }

    fn board(&self) -> MutexGuard<'_, Board> {
        self.0.board.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

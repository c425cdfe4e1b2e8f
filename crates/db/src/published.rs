//! The newest state that this process has, and the commits that led to it.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;
use event_listener::{Event, EventListener};
use statehouse_model::{Commit, Revision, State, Timestamp};

use crate::arrival::Arrivals;
use crate::weight;

/// How many commits are kept for watchers; older ones come from the log.
const RECENT_COMMITS: usize = 1024;
/// How much memory they may take, roughly. The newest is kept however large it is: who watches closely does not read it once more,
/// while readers wait for whoever reads the log.
const RECENT_BYTES: usize = 16 << 20;

/// A state, and the time of the commit that made it.
#[derive(Clone, Debug)]
pub(crate) struct Tip {
    pub(crate) state: Arc<State>,
    pub(crate) at: Timestamp,
}

/// A commit, and the state it made.
#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub(crate) commit: Arc<Commit>,
    pub(crate) state: Arc<State>,
}

impl Tip {
    pub(crate) fn revision(&self) -> Revision {
        self.state.revision()
    }

    /// Takes one more commit from the log.
    pub(crate) fn follow(&mut self, commit: Arc<Commit>) -> Step {
        let state = Arc::new(self.state.apply(&commit.changes));
        *self = Self { state: state.clone(), at: commit.at };
        Step { commit, state }
    }
}

/// What readers see. It moves forward only, whoever moves it: the writer with its own commits, the follower with those of
/// other processes.
pub(crate) struct Published {
    tip: ArcSwap<Tip>,
    recent: Mutex<Recent>,
    moved: Event,
    arrivals: Arrivals,
}

#[derive(Default)]
struct Recent {
    /// Without gaps; the last one made the tip.
    commits: VecDeque<(Arc<Commit>, usize)>,
    bytes: usize,
    closed: bool,
}

/// What is in memory of the commits after some revision.
pub(crate) enum Since {
    /// The first of them, at least one.
    Here(VecDeque<Arc<Commit>>),
    /// Some of them are only in the log.
    InLog,
    /// There are none yet.
    None,
    /// There are none, and there will be none: the store was closed.
    Closed,
}

impl Published {
    pub(crate) fn new(tip: Tip) -> Self {
        Self {
            tip: ArcSwap::from_pointee(tip),
            recent: Mutex::default(),
            moved: Event::new(),
            arrivals: Arrivals::default(),
        }
    }

    pub(crate) fn tip(&self) -> Tip {
        Tip::clone(&self.tip.load())
    }

    pub(crate) fn state(&self) -> Arc<State> {
        self.tip.load().state.clone()
    }

    pub(crate) fn revision(&self) -> Revision {
        self.tip.load().revision()
    }

    /// A state that has this revision at least, as soon as there is one; `None` when there will be none: the store was
    /// closed.
    pub(crate) async fn at_least(&self, revision: Revision) -> Option<Arc<State>> {
        let arrival = self.arrivals.of(revision);
        let state = self.state();
        if state.revision() >= revision {
            return Some(state);
        }
        arrival.wait().await.then(|| self.state())
    }

    /// Shows durable commits to readers and watchers. Those that are shown already are passed over.
    pub(crate) fn advance(&self, steps: &[Step]) {
        let mut recent = self.lock();
        let mut shown = self.revision();
        for Step { commit, state } in steps {
            if commit.revision != shown.next() {
                continue;
            }
            shown = commit.revision;
            recent.push(commit.clone());
            self.tip.store(Arc::new(Tip { state: state.clone(), at: commit.at }));
        }
        drop(recent);
        self.arrivals.reached(shown);
        self.moved.notify(usize::MAX);
    }

    /// Shows a state to which this process does not know the way, unless what is shown is as new. Watchers that lack
    /// commits look for them in the log.
    pub(crate) fn replace(&self, tip: Tip) {
        let mut recent = self.lock();
        let shown = tip.revision();
        if shown <= self.revision() {
            return;
        }
        recent.forget();
        self.tip.store(Arc::new(tip));
        drop(recent);
        self.arrivals.reached(shown);
        self.moved.notify(usize::MAX);
    }

    /// The first commits after `after`, at most `limit`.
    pub(crate) fn since(&self, after: Revision, limit: usize) -> Since {
        let recent = self.lock();
        let newest = self.revision();
        if after >= newest {
            return if recent.closed { Since::Closed } else { Since::None };
        }
        let Some((oldest, _)) = recent.commits.front() else { return Since::InLog };
        let Some(skipped) = after.next().0.checked_sub(oldest.revision.0) else { return Since::InLog };
        let skipped = usize::try_from(skipped).unwrap_or(usize::MAX);
        Since::Here(
            recent.commits.iter().skip(skipped).take(limit).map(|(commit, _)| commit.clone()).collect(),
        )
    }

    /// Is notified with the next advance or close. Ask for it before looking, so that nothing falls in between.
    pub(crate) fn moved(&self) -> EventListener {
        self.moved.listen()
    }

    /// Lets watchers end when they have seen everything, and whoever waits for a revision at once.
    pub(crate) fn close(&self) {
        self.lock().closed = true;
        self.arrivals.close();
        self.moved.notify(usize::MAX);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Recent> {
        self.recent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Recent {
    fn forget(&mut self) {
        self.commits.clear();
        self.bytes = 0;
    }

    fn push(&mut self, commit: Arc<Commit>) {
        let bytes = weight::of_commit(&commit);
        self.bytes += bytes;
        self.commits.push_back((commit, bytes));
        while self.commits.len() > RECENT_COMMITS || self.bytes > RECENT_BYTES && self.commits.len() > 1 {
            let Some((_, bytes)) = self.commits.pop_front() else { break };
            self.bytes -= bytes;
        }
    }
}

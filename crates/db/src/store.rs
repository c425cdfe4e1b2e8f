//! The store: the one way to the database.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use statehouse_model::{Commit, Revision, State};

use crate::request::Pending;
use crate::shared::Shared;
use crate::{
    CloseError, Duty, DutyError, Health, Lease, OpenError, Read, ReadError, Request, Statistics,
    StoreOptions, Watch, WriteError, trim,
};

/// The most commits that [`Store::history`] gives at once.
pub const HISTORY_LIMIT: usize = 1_000;

/// A handle to an open store. Clones are the same store.
///
/// When the last handle is dropped the store closes on its own: what was accepted is still committed, but nobody waits
/// for it. [`Store::close`] waits.
#[derive(Clone)]
pub struct Store(Arc<Handle>);

struct Handle {
    shared: Arc<Shared>,
    threads: Mutex<Option<Threads>>,
}

/// The threads of a store.
pub(crate) struct Threads {
    pub(crate) writer: JoinHandle<()>,
    pub(crate) follower: JoinHandle<()>,
    pub(crate) keeper: JoinHandle<()>,
    /// Where this server says that it runs; there from when the store is open.
    pub(crate) attendant: Option<JoinHandle<()>>,
    /// Where the log is trimmed; and what stops it, by being dropped.
    pub(crate) trimmer: Option<(trim::Stop, JoinHandle<()>)>,
}

impl Store {
    /// Opens the database, makes or checks its tables, loads the state, and starts the store's threads. A database
    /// that is new gets the policies that always exist.
    ///
    /// # Errors
    ///
    /// [`OpenError`] says what is wrong, and where it is known, what mends it.
    pub fn open(options: StoreOptions) -> Result<Self, OpenError> {
        let (shared, threads) = crate::open::open(options)?;
        let store = Self(Arc::new(Handle { shared, threads: Mutex::new(Some(threads)) }));
        crate::open::found(&store)?;
        Ok(store)
    }

    /// The newest state, whichever process made it.
    pub fn read(&self) -> Read {
        Read::new(self.0.shared.clone())
    }

    /// The newest state that this process knows of: another process may be ahead.
    #[must_use]
    pub fn read_local(&self) -> Arc<State> {
        self.0.shared.published.state()
    }

    /// A state that has that revision at least, whoever makes it; the caller bounds how long it waits. It may be older
    /// than what others were told is stored.
    ///
    /// # Errors
    ///
    /// [`ReadError`] when the database does not answer, or the store is closed.
    pub async fn read_at_least(&self, revision: Revision) -> Result<Arc<State>, ReadError> {
        crate::read::at_least(self.0.shared.clone(), revision).await
    }

    /// As [`Store::read_at_least`], but the database is not asked: the commits of other processes arrive by themselves
    /// within moments, and when the database does not answer, as soon as it does again.
    ///
    /// # Errors
    ///
    /// [`ReadError::Closed`] when the store is closed.
    pub async fn read_local_at_least(&self, revision: Revision) -> Result<Arc<State>, ReadError> {
        crate::read::local_at_least(self.0.shared.clone(), revision).await
    }

    /// Blocks as long as [`Store::read_at_least`] would, at most `timeout`; `None` when the revision was not there in
    /// that time.
    ///
    /// # Errors
    ///
    /// As [`Store::read_at_least`].
    pub fn wait_for(&self, revision: Revision, timeout: Duration) -> Result<Option<Arc<State>>, ReadError> {
        crate::wait::until(self.read_at_least(revision), Instant::now() + timeout).transpose()
    }

    /// Hands a command to the writer. The answer comes when it is durable.
    ///
    /// # Errors
    ///
    /// [`WriteError::Overloaded`] at once when too much waits already, [`WriteError::Closed`] after [`Store::close`].
    pub fn write(&self, request: Request) -> Result<Pending, WriteError> {
        self.push(request, None)
    }

    /// Hands over a command that is carried out only while that lease holds: whether it does is decided in the
    /// transaction that stores the commit, and no other server can take the lease before that transaction has ended.
    ///
    /// # Errors
    ///
    /// As [`Store::write`]; and the answer is [`WriteError::LeaseLost`] where the lease does not hold any more.
    pub fn write_under(&self, lease: &Lease, request: Request) -> Result<Pending, WriteError> {
        self.push(request, Some(lease.clone()))
    }

    fn push(&self, request: Request, under: Option<Lease>) -> Result<Pending, WriteError> {
        self.0.shared.queue.push(request, under).inspect_err(|error| {
            if matches!(error, WriteError::Overloaded { .. }) {
                self.0.shared.counters.overloaded();
            }
        })
    }

    /// Seeks a duty that only one server at a time may have, by a name that all servers agree on. This server takes it as
    /// soon as nobody has it, and keeps it until it is closed, dies, or cannot reach the database for longer than
    /// [`StoreOptions::lease`].
    ///
    /// # Errors
    ///
    /// [`DutyError`] when the name does not fit, this store seeks too many already, or is closed.
    pub fn duty(&self, name: &str) -> Result<Duty, DutyError> {
        Duty::seek(self.0.shared.clone(), name)
    }

    /// Every commit after that revision, in order and without gaps, as they come. Where the log does not go back so far,
    /// the watch says so ([`ReadError::Trimmed`]) and passes nothing over.
    #[must_use]
    pub fn watch(&self, after: Revision) -> Watch {
        Watch::new(self.0.shared.clone(), after)
    }

    /// The commits after that revision, from the log, at most `limit` and at most [`HISTORY_LIMIT`]; fewer
    /// where they are large. None means that there are none. Blocks.
    ///
    /// # Errors
    ///
    /// [`ReadError`] when the log cannot be read; [`ReadError::Trimmed`] when the first of these commits is not in it any
    /// more.
    pub fn history(&self, after: Revision, limit: usize) -> Result<Vec<Arc<Commit>>, ReadError> {
        let page = self.0.shared.follower.page(after, limit.min(HISTORY_LIMIT));
        crate::wait::until_ready(page).map(Vec::from)
    }

    /// As [`Store::history`], but blocks no longer than `timeout`; `None` when the log was not read in that time.
    ///
    /// # Errors
    ///
    /// As [`Store::history`].
    pub fn history_within(
        &self,
        after: Revision,
        limit: usize,
        timeout: Duration,
    ) -> Result<Option<Vec<Arc<Commit>>>, ReadError> {
        let page = self.0.shared.follower.page(after, limit.min(HISTORY_LIMIT));
        let page = crate::wait::until(page, Instant::now() + timeout).transpose()?;
        Ok(page.map(Vec::from))
    }

    /// Whether the store can do its work.
    #[must_use]
    pub fn health(&self) -> Health {
        self.0.shared.health()
    }

    /// What the store has done, and what waits.
    #[must_use]
    pub fn statistics(&self) -> Statistics {
        self.0.shared.statistics()
    }

    /// Ready, with what to tell the operator, when a thread of the store has died of a defect: from then on the store
    /// writes or reads nothing, and only a new process helps. Never ready otherwise, not even when the store is closed.
    pub fn died(&self) -> impl Future<Output = CloseError> + Send + use<> {
        let shared = self.0.shared.clone();
        async move { CloseError::Died { thread: shared.death.wait().await } }
    }

    /// Finishes what was accepted and stops, for every clone of this handle. Blocks.
    ///
    /// # Errors
    ///
    /// [`CloseError`] when a thread of the store had died before.
    pub fn close(self) -> Result<(), CloseError> {
        self.0.shared.queue.close();
        let threads = self.0.threads.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(Threads { writer, follower, keeper, attendant, trimmer }) = threads else { return Ok(()) };
        let trimmer = trimmer.map_or(Ok(()), |(stop, trimmer)| {
            drop(stop);
            trimmer.join().map_err(|_| CloseError::Died { thread: "trimmer" })
        });
        let writer = writer.join().map_err(|_| CloseError::Died { thread: "writer" });
        // What was accepted under a lease is committed by now.
        self.0.shared.leases.close();
        let keeper = keeper.join().map_err(|_| CloseError::Died { thread: "keeper" });
        self.0.shared.presence.close();
        let attendant = attendant.map_or(Ok(()), |attendant| {
            attendant.join().map_err(|_| CloseError::Died { thread: "attendant" })
        });
        self.0.shared.follower.close();
        let follower = follower.join().map_err(|_| CloseError::Died { thread: "follower" });
        self.0.shared.published.close();
        writer.and(keeper).and(attendant).and(follower).and(trimmer)
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.shared.queue.close();
        self.shared.leases.close();
        self.shared.follower.close();
        self.shared.published.close();
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("revision", &self.0.shared.published.revision()).finish_non_exhaustive()
    }
}

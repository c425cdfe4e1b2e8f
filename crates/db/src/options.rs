//! How a store is opened.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use statehouse_connection::DatabaseUrl;
use statehouse_migrations::Version;
use statehouse_model::Drivers;

use crate::{Clock, Faults, SealingKey, SystemClock};

/// How a store is opened. Start from [`StoreOptions::new`] and change what is to differ.
pub struct StoreOptions {
    /// The database.
    pub database: DatabaseUrl,
    /// The drivers that data sources may name.
    pub drivers: Drivers,
    /// What secrets are sealed with.
    pub sealing_key: SealingKey,
    /// How much may wait for the writer.
    pub queue: QueueLimits,
    /// How many commands one transaction decides at most. Lower than the default only makes sense for measuring what group
    /// commit is worth.
    pub batch_limit: usize,
    /// How long a write waits for a database that another process has locked. Reads never wait.
    pub busy_timeout: Duration,
    /// How often the store looks for commits of other processes on its own account, for the sake of watchers. Reads do
    /// not depend on it: each of them looks for itself.
    pub poll_interval: Duration,
    /// How long a write waits to learn what became of a commit during which the database was lost.
    pub outcome_timeout: Duration,
    /// How long a lease lasts that is not renewed: so long a duty rests at most, and a little longer, when its holder
    /// dies. See [`Store::duty`](crate::Store::duty).
    pub lease: Duration,
    /// How much of the log is kept, where not all of it. Of several servers on one database, the one that trims goes by its
    /// own options.
    pub keep_log: Option<KeepLog>,
    /// Where the time of a commit comes from.
    pub clock: Arc<dyn Clock>,
    /// What happens to a database whose tables are older than this program.
    pub migrate: MigratePolicy,
    /// What this server is called where the database says which servers run: where it listens, for one.
    pub name: String,
    /// After how long others take this server for dead when it says nothing any more. Until then nothing is taken from the
    /// schema that it needs.
    pub presence: Duration,
    /// Is told how far loading is, at most every 250 ms, and once more at its end.
    pub progress: Box<dyn Fn(LoadProgress) + Send + Sync>,
    /// The newest migration that this store is to know of: a test plays a server of an earlier window.
    #[doc(hidden)]
    pub knows: Option<Version>,
    #[doc(hidden)]
    pub faults: Option<Arc<dyn Faults>>,
}

impl StoreOptions {
    /// The limits and time-outs that suit a server: a queue of 1024 commands or 64 MiB, 5 s for a locked database.
    #[must_use]
    pub fn new(database: DatabaseUrl, drivers: Drivers, sealing_key: SealingKey) -> Self {
        Self {
            database,
            drivers,
            sealing_key,
            queue: QueueLimits::default(),
            batch_limit: crate::batch::COMMANDS,
            busy_timeout: Duration::from_secs(5),
            poll_interval: Duration::from_millis(100),
            outcome_timeout: Duration::from_secs(5),
            lease: Duration::from_secs(5),
            keep_log: None,
            clock: Arc::new(SystemClock),
            migrate: MigratePolicy::RefuseOutdated,
            progress: Box::new(|_| {}),
            name: format!("process {}", std::process::id()),
            presence: Duration::from_secs(30),
            knows: None,
            faults: None,
        }
    }
}

impl fmt::Debug for StoreOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoreOptions")
            .field("database", &self.database)
            .field("queue", &self.queue)
            .field("busy_timeout", &self.busy_timeout)
            .field("migrate", &self.migrate)
            .finish_non_exhaustive()
    }
}

/// How much may wait for the writer; whichever is reached first. A command that alone exceeds [`QueueLimits::bytes`] is
/// accepted when nothing else waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QueueLimits {
    /// How many commands.
    pub commands: usize,
    /// How many bytes their texts and values take, roughly.
    pub bytes: usize,
}

impl Default for QueueLimits {
    fn default() -> Self {
        Self { commands: 1024, bytes: 64 << 20 }
    }
}

/// How much of the log is kept. The state does not depend on it: what is trimmed is history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeepLog {
    /// Commits that are younger are kept, by the clock of the server that trims ([`StoreOptions::clock`]).
    pub age: Duration,
    /// So many of the newest commits are kept whatever their age; at least one.
    pub commits: u64,
}

/// What happens to a database whose tables are older than this program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MigratePolicy {
    /// The store does not open, and says which command mends it.
    #[default]
    RefuseOutdated,
    /// The store applies the migrations that this program carries.
    MigrateEmbedded,
}

/// How far loading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoadProgress {
    /// How many rows of the current-state tables have been read.
    pub rows: u64,
    /// How many there are.
    pub total: u64,
    /// How long it has taken so far.
    pub elapsed: Duration,
}

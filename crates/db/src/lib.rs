//! A durable, shared, watchable state: one numbered log of changes, one pure state, one writer.
//!
//! A [`Store`] keeps the state of `statehouse_model` in a database. Any number of processes may open the same database;
//! each sees what the others write.
//!
//! ```
//! use statehouse_connection::DatabaseUrl;
//! use statehouse_db::{MigratePolicy, Request, SealingKey, Store, StoreOptions};
//! use statehouse_model::{Command, Drivers, NewRule, Revision};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! let database = DatabaseUrl::sqlite(folder.path().join("state.db"));
//! let mut options = StoreOptions::new(database, Drivers::default(), SealingKey::generate());
//! options.migrate = MigratePolicy::MigrateEmbedded;
//! let store = Store::open(options)?;
//!
//! // Write: the answer comes when the command is durable. With an async runtime, `.await` takes the place of `.wait()`.
//! let text = "p(x) :- q(x)".to_owned();
//! let rule = NewRule { id: "rule-1".into(), text, name: None, comment: String::new() };
//! let command = Command::CreateRule { policy: "classification".into(), rule };
//! let request = Request { command, actor: "alice".to_owned(), request_id: "req-1".to_owned() };
//! let committed = store.write(request)?.wait()?;
//! assert_eq!(committed.revision, Revision(2));
//!
//! // Read: at least as new as everything that anybody was told is stored.
//! let state = store.read().wait()?;
//! let policy = state.policy(&"classification".into()).ok_or("it always exists")?;
//! assert_eq!(state.rules(&policy.id).count(), 1);
//!
//! // Watch: every commit after a revision, in order, whoever made it.
//! let mut watch = store.watch(Revision(1));
//! let commit = watch.wait(std::time::Duration::from_secs(1))?.ok_or("revision 2 is there")?;
//! assert_eq!((commit.revision, commit.actor.as_str()), (Revision(2), "alice"));
//!
//! store.close()?;
//! # Ok(())
//! # }
//! ```
//!
//! # How it works
//!
//! * **Writing.** [`Store::write`] puts a [`Request`] into a bounded queue; one thread, the writer, takes what waits,
//!   decides each command on the newest state, and stores all of it in one transaction: commits, changes, current-state
//!   rows and the head, which moves by compare-and-set. Then it publishes the new state and answers. A full queue is an
//!   error at once ([`WriteError::Overloaded`]), and so is a database that does not take the transaction
//!   ([`WriteError::Unavailable`]); the next command finds the way back by itself.
//! * **Reading.** A state is an `Arc` that never changes. [`Store::read`] looks whether any process has written since,
//!   which needs no thread and no lock on the database; only if one has, it waits for the follower, a second thread, to
//!   apply the commits that are missing. [`Store::read_local`] does not look.
//! * **Watching.** Recent commits stay in memory for watchers, within bounds; a watcher that is further behind gets
//!   them from the log. Nobody can hold the store back.
//! * **Duties.** What only one server at a time may do is leased in the database ([`Store::duty`]). A third thread, the
//!   keeper, takes and renews leases while duties are sought. What the holder changes it hands over with its lease
//!   ([`Store::write_under`]), and a command under a lease that holds no more is refused where it would be stored.
//! * **Presence.** A store says in the database that it runs and which migrations it knows, before it looks whether it can work
//!   with the schema ([`StoreOptions::presence`]); a thread keeps that true. So nobody takes from it what it needs. It works
//!   with every schema from [`OLDEST`] on, also a newer one, until a migration requires more of it than it knows.
//! * **Trimming.** The log may be cut at its beginning ([`StoreOptions::keep_log`]), by one server at a time. The state does
//!   not depend on it. Who asks for what was trimmed is told so ([`ReadError::Trimmed`]).
//! * **Secrets.** Fields of a configuration that a driver declares secret are sealed with the [`SealingKey`] wherever
//!   they are stored. A store does not open with another key.
//!
//! # What is deliberately absent
//!
//! No async runtime: futures work on any executor, and each has a blocking twin. No cache beside the state, no
//! replication beside the log. No rule of the domain: those are in `statehouse_model`, and [`State::decide`] is asked
//! about every command.
//!
//! [`State::decide`]: statehouse_model::State::decide

mod arrival;
mod batch;
mod catch_up;
mod change_json;
mod clock;
mod counters;
mod dialect;
mod durable;
mod error;
mod execution_log;
mod failed;
mod fault;
mod head;
mod lease;
mod load;
mod log;
mod log_start;
mod look;
mod number;
mod open;
mod options;
mod presence;
mod published;
mod queue;
mod read;
mod request;
mod row;
mod schema;
mod seal;
mod setting;
mod shape;
mod shared;
mod statistics;
mod store;
mod text;
mod trim;
mod wait;
mod watch;
mod weight;
mod writer;

use statehouse_migrations::Version;

/// The oldest migration that a store can do with: it works with a schema as soon as everything up to this one is applied, and
/// writes for the shape that it finds. It grows when the store reads what a later migration has added.
pub const OLDEST: Version = Version(5);

/// What stands in the database of the program that runs.
pub(crate) const PROGRAM: &str = concat!("statehouse ", env!("CARGO_PKG_VERSION"));

pub use clock::{Clock, SystemClock};
pub use error::{CloseError, OpenError, ReadError, WriteError};
#[doc(hidden)]
pub use fault::Faults;
pub use lease::{Duty, DutyError, Lease};
pub use look::Look;
pub use open::{KeyStanding, key_standing};
pub use options::{KeepLog, LoadProgress, MigratePolicy, QueueLimits, StoreOptions};
pub use read::Read;
pub use request::{Committed, Pending, Request};
pub use seal::{MalformedKey, SealingKey};
pub use statistics::{Health, Histogram, LeaseStatistics, Statistics};
pub use store::{HISTORY_LIMIT, Store};
pub use watch::Watch;

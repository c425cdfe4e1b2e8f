//! Polling: rows that a server fetches by itself, for all servers on one database.
//!
//! | module | what it holds |
//! |---|---|
//! | `board` | [`Polling`]: what polling shows to others, and takes orders through |
//! | `schedule` | which data source is due when: no I/O, no clock |
//! | `round` | one poll of one data source: fetched, read, and stored if it is different |
//! | `poller` | [`Poller`]: the threads, and the lease under which they work |
//!
//! Every server seeks the duty [`DUTY`], and whoever has it polls. What was fetched is stored under the lease
//! ([`Store::write_under`](statehouse_db::Store::write_under)): a server that was stopped between fetching and storing, and
//! has a successor meanwhile, stores nothing. What a poll came to is told on the server that polls, in memory; the rows
//! themselves are in the store and the same everywhere.

mod board;
mod poller;
mod round;
mod schedule;

pub use board::{PollFault, PollStatistics, PollStatus, Polling};
pub use poller::{DUTY, Poller, PollerError};

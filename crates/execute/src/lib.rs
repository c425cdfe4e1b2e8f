//! Executing: actions of data sources that somebody asked for or rules call, carried out for all servers on one database.
//!
//! | module | what it holds |
//! |---|---|
//! | `board` | [`Executing`]: what executing shows to others |
//! | `queue` | which execution is carried out when: no I/O, no clock |
//! | `attempt` | one attempt at one execution: a request, and what came of it recorded |
//! | `executor` | [`Executor`]: the threads that carry out, and the lease under which they work |
//! | `call` | the rows of `execute[…]` as calls of actions |
//! | `callers` | the same of a state that is followed, for each policy and action by itself |
//! | `follower` | the thread that follows the rules, and has what they call executed once for each appearance |
//! | `room` | how much of the room for executions the calls of one action by one policy may take |
//!
//! Every server seeks the duty [`DUTY`], and whoever has it executes. What was asked for is in the store, with what became of it, and
//! what became of it is recorded under the lease ([`Store::write_under`](statehouse_db::Store::write_under)). A server that dies
//! between asking the data source and recording the answer leaves an execution that waits: its successor asks again, with the
//! same key. Which rows of rules stand is recorded in the same way, so a successor neither forgets one nor executes it again.

mod attempt;
mod board;
mod call;
mod callers;
mod executor;
mod follower;
mod queue;
mod room;

pub use board::{ExecuteStatistics, Executing};
pub use executor::{DUTY, Executor, ExecutorError};

//! Violations: the rows of every table named `error` or `warning` of every policy, and since when each is there.
//!
//! That a row appeared with a revision means that it is there in every state from that revision on: the log says so, and nobody
//! has to write it down. While violations are asked for, the evaluator of this process tells what each commit changes about
//! them; what stands when somebody asks first is looked for in the log, backwards ([`past`]). So every server finds the same,
//! as far as its log and its bounds go, and says where they end.
//!
//! | module | holds |
//! |---|---|
//! | `standing` | the rows there are, in a stable order, and since when |
//! | `tracker` | what a commit changes about them |
//! | `past` | the same for commits of the log, backwards |
//! | `feed` | what has changed lately, for those who listen |

mod feed;
mod past;
mod standing;
mod tracker;

pub use feed::{Feed, Listener, Place, Reach, Suspension, SuspensionCause, Told};
pub use past::{Resumed, resolve, resume};
pub use standing::{Appeared, Cursor, Key, Moment, Standing, Violation};
pub use tracker::{Happening, Tracker};

/// The tables whose rows are violations.
pub const TABLES: [&str; 2] = ["error", "warning"];

/// How many commits the log is searched backwards for when a row appeared, or for what a listener has missed.
pub const COMMITS_SEARCHED: u64 = 10_000;

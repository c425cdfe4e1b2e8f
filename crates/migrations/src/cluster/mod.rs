//! Whose turn it is in a Galera cluster.
//!
//! A lock of the database is a lock of one node there, so of two migrators on two nodes each would have it. What the nodes do
//! agree on is which of two transactions that change the same row is stored: so the turn is a row, and has two parts.
//!
//! * The **turn** itself, with a counter that its holder makes grow (`keeper`). Nobody compares times of day: whoever waits
//!   watches the counter with its own clock, and takes the turn over when it has stood still for as long as it says. So a
//!   killed migrator holds nobody up for longer than that.
//! * The **fence**, which the holder changes in every transaction, and whoever takes the turn over as well. A migrator that
//!   only stood still finds its next transaction refused: the rows are not its own any more, or the other's change is
//!   preferred. A statement that changes the schema commits what the fence says before it begins, so it is refused as well.
//!
//! While a node builds an index for everybody, no node stores anything, the counter stands still, and looking at it takes as
//! long. A time without a look does not count.
//!
//! | module | what it holds |
//! |---|---|
//! | `row` | the table and its statements |
//! | `keeper` | the thread that makes the counter grow |

mod keeper;
mod row;

use std::thread;
use std::time::{Duration, Instant};

use statehouse_connection::cluster::is_in_cluster;
use statehouse_connection::{Connection, DatabaseUrl, Failure, FailureKind, SessionOptions};

use self::keeper::Keeper;
use self::row::Held;
pub(crate) use self::row::TABLE;
use crate::{MigrateError, Progress};

/// After so long without a sign of life the turn is somebody else's, unless it is said otherwise.
pub(crate) const LASTS: Duration = Duration::from_secs(15);
/// How often the turn is looked at, of as long as it lasts.
const LOOKS: u32 = 20;
/// After this long without the turn the caller is told that it waits.
const PATIENCE: Duration = Duration::from_millis(500);

/// The turn in a cluster. It ends when this is dropped.
#[derive(Debug)]
pub(crate) struct ClusterTurn {
    fence: Fence,
    _keeper: Keeper,
}

/// What every transaction of the holder changes.
#[derive(Debug, Clone)]
pub(crate) struct Fence {
    holder: String,
    lasts: Duration,
}

impl ClusterTurn {
    /// Waits for the turn, where the database is a cluster; nothing, where it is not.
    pub(crate) fn take(
        url: &DatabaseUrl,
        lasts: Duration,
        wait: Duration,
        progress: &mut dyn Progress,
    ) -> Result<Option<Self>, MigrateError> {
        let mut session = Connection::open(url, &SessionOptions::writer().create_missing(false))?;
        if !is_in_cluster(&mut session)? {
            return Ok(None);
        }
        row::make(&mut session)?;
        let holder = row::new_holder(&mut session)?;
        let began = Instant::now();
        let (mut watch, mut was_told) = (Watch::default(), false);
        while !passing(watch.look(&mut session, &holder, lasts))?.unwrap_or(false) {
            if began.elapsed() >= wait {
                return Err(MigrateError::Locked { wait });
            }
            if !was_told && began.elapsed() >= PATIENCE.min(wait) {
                was_told = true;
                progress.waiting();
            }
            thread::sleep(lasts / LOOKS);
        }
        tracing::debug!(holder, "the turn in the cluster is ours");
        let fence = Fence { holder, lasts };
        Ok(Some(Self { _keeper: Keeper::start(url, session, &fence)?, fence }))
    }

    pub(crate) fn fence(&self) -> Fence {
        self.fence.clone()
    }
}

impl Fence {
    /// To be called in each transaction that changes anything, and before a statement that changes the schema.
    ///
    /// # Errors
    /// [`MigrateError::TurnLost`] when somebody else has the turn.
    pub(crate) fn hold(&self, connection: &mut Connection) -> Result<(), MigrateError> {
        if row::grow(connection, row::FENCE, &self.holder)? {
            Ok(())
        } else {
            Err(MigrateError::TurnLost { lasts: self.lasts })
        }
    }
}

/// What was seen of somebody else's turn.
#[derive(Debug, Default)]
struct Watch {
    seen: Option<Seen>,
}

#[derive(Debug)]
struct Seen {
    holder: String,
    beat: i64,
    /// When it was first seen with this beat.
    since: Instant,
    /// When it was last seen.
    last: Instant,
}

impl Watch {
    /// Looks at the turn, and takes it if it is free or its holder has not been heard of for too long. Whether it was taken.
    fn look(&mut self, session: &mut Connection, holder: &str, lasts: Duration) -> Result<bool, Failure> {
        let held = row::read(session)?;
        if held.is_free() || self.stands_still(&held, Instant::now()) {
            return row::take(session, &held, holder, lasts);
        }
        Ok(false)
    }

    /// Whether this beat has been seen for as long as it lasts.
    fn stands_still(&mut self, held: &Held, now: Instant) -> bool {
        let new = || Seen { holder: held.holder.clone(), beat: held.beat, since: now, last: now };
        let seen = match self.seen.take() {
            // A long time without a look does not count: perhaps nobody could reach the database.
            Some(seen) if seen.is(held) && now.duration_since(seen.last) <= held.lasts / 2 => {
                Seen { last: now, ..seen }
            }
            _ => new(),
        };
        let stands_still = now.duration_since(seen.since) >= held.lasts;
        self.seen = Some(seen);
        stands_still
    }
}

impl Seen {
    fn is(&self, held: &Held) -> bool {
        self.holder == held.holder && self.beat == held.beat
    }
}

/// What was done; nothing, where another's transaction was preferred, or the node had no time.
fn passing<T>(done: Result<T, Failure>) -> Result<Option<T>, Failure> {
    match done {
        Err(failure) if matches!(failure.kind, FailureKind::Busy | FailureKind::Conflict) => Ok(None),
        done => done.map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(beat: i64) -> Held {
        Held { holder: "a".to_owned(), beat, lasts: Duration::from_secs(15) }
    }

    #[test]
    fn a_beat_that_was_watched_for_as_long_as_it_lasts_stands_still() {
        let (mut watch, start) = (Watch::default(), Instant::now());
        let mut look = |seconds, beat| watch.stands_still(&held(beat), start + Duration::from_secs(seconds));
        assert!(!look(0, 7));
        assert!(!look(7, 7));
        assert!(!look(14, 7));
        assert!(look(15, 7));
        assert!(!look(16, 8), "it only stood still");
        assert!(!look(22, 8));
        assert!(!look(60, 8), "nobody looked for a long time");
        assert!(!look(67, 8));
        assert!(!look(74, 8));
        assert!(look(75, 8));
    }
}

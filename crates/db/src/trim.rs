//! Trimming: deleting the oldest commits of the log.
//!
//! The state does not depend on them: it stands in tables of its own. They are history, and what a server that is behind
//! catches up from; one that is further behind than the log goes reads the tables instead ([`crate::catch_up`]).
//!
//! One server trims, under a lease, in transactions that are small and fenced, with pauses between them. It has a thread and
//! a session of its own: it locks no row that a writer needs, except on SQLite, where there is one lock for everything.

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender};
use diesel::dsl::max;
use diesel::sql_types::{Nullable, Text};
use diesel::{ExpressionMethods as _, QueryDsl as _, RunQueryDsl as _};
use statehouse_connection::{Connection, DatabaseUrl, SessionOptions, Transaction};
use statehouse_model::{Revision, Timestamp};

use crate::failed::Failed;
use crate::schema::{changes, commits, execution_changes};
use crate::shared::Shared;
use crate::{Clock, Duty, KeepLog, Lease, head, lease, log_start, number, shape};

/// The duty of trimming, by the name that all servers know it by.
pub(crate) const DUTY: &str = "trim";

/// The most commits that one transaction deletes.
const COMMITS: u64 = 256;
/// The most changes that one transaction deletes, except for those of a single larger commit.
const CHANGES: i64 = 2_048;
/// The most bytes of changes, likewise: a cluster sends each transaction to all its nodes in one piece.
const BYTES: i64 = 4 << 20;
/// The shortest pause between two transactions. After a long one there is a pause as long as it took: at least half of the
/// time belongs to others.
const SHORTEST_PAUSE: Duration = Duration::from_millis(20);
/// How often it is looked whether anything has grown too old; more often where little is kept.
const CHECKS: (Duration, Duration) = (Duration::from_millis(100), Duration::from_mins(1));
/// After how long a database that did not take a transaction is tried again.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(1);
/// How long a transaction waits for a lock.
const LOCK_WAIT: Duration = Duration::from_secs(1);

diesel::define_sql_function! {
    /// How long a text is in its stored form.
    fn octet_length(text: Nullable<Text>) -> Nullable<Integer>;
}

/// The trimmer's thread. It ends when the other end of `stopped` is dropped.
pub(crate) struct Trimmer {
    pub(crate) shared: Arc<Shared>,
    pub(crate) database: DatabaseUrl,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) keep: KeepLog,
    pub(crate) duty: Duty,
    pub(crate) stopped: Receiver<()>,
    pub(crate) session: Option<Connection>,
}

/// What stops a trimmer, by being dropped.
pub(crate) type Stop = Sender<()>;

impl Trimmer {
    /// Trims while this server has the duty, until it is stopped.
    pub(crate) fn run(mut self) {
        loop {
            let pause = if let Some(lease) = self.duty.held() {
                self.trim(&lease)
            } else {
                self.session = None;
                self.keep.check_interval()
            };
            if self.stopped.recv_timeout(pause) != Err(RecvTimeoutError::Timeout) {
                return;
            }
        }
    }

    /// Deletes one batch, and says how long to pause after it.
    fn trim(&mut self, lease: &Lease) -> Duration {
        let began = Instant::now();
        match self.try_trim(lease) {
            Ok(0) => self.keep.check_interval(),
            Ok(trimmed) => {
                self.shared.counters.trimmed(trimmed);
                began.elapsed().max(SHORTEST_PAUSE)
            }
            Err(failed) => {
                tracing::warn!(error = %failed, source = ?std::error::Error::source(&failed), "the log was not trimmed");
                if !failed.spares_session(self.database.engine()) {
                    self.session = None;
                }
                PAUSE_AFTER_FAILURE
            }
        }
    }

    /// Deletes one batch, if this lease holds and there is anything to delete; says how many commits that were.
    fn try_trim(&mut self, lease: &Lease) -> Result<u64, Failed> {
        let (oldest_kept, keep, shared) = (self.oldest_kept(), self.keep, self.shared.clone());
        let connection = self.session()?;
        // Looked for first, so that nothing is written while nothing is old.
        let first = log_start::revision(connection)?;
        let Some(last) = last_to_go(connection, first, oldest_kept, keep)? else { return Ok(0) };
        let mut transaction = Transaction::begin_write_within(connection, LOCK_WAIT)?;
        shared.presence.confirm(&mut transaction)?;
        let is_mine = lease::renew(&mut transaction, lease)?;
        if !is_mine || !log_start::advance(&mut transaction, first, last.next())? {
            tracing::info!(token = lease.token(), "another server trims the log now; nothing was deleted");
            transaction.rollback()?;
            return Ok(0);
        }
        delete(&mut transaction, first, last)?;
        transaction.commit()?;
        tracing::debug!(%first, %last, token = lease.token(), "the log was trimmed");
        Ok(last.0 - first.0 + 1)
    }

    /// Commits made before this moment have grown too old.
    fn oldest_kept(&self) -> Timestamp {
        let age = i64::try_from(self.keep.age.as_micros()).unwrap_or(i64::MAX);
        Timestamp(self.clock.now().0.saturating_sub(age))
    }

    fn session(&mut self) -> Result<&mut Connection, Failed> {
        match &mut self.session {
            Some(session) => Ok(session),
            empty => {
                let options = SessionOptions::writer().create_missing(false).busy_timeout(LOCK_WAIT);
                Ok(empty.insert(Connection::open(&self.database, &options)?))
            }
        }
    }
}

impl KeepLog {
    fn check_interval(&self) -> Duration {
        (self.age / 10).clamp(CHECKS.0, CHECKS.1)
    }
}

/// The last commit of the next batch, from `first` on; none when there is nothing to delete.
///
/// What is read here may be older than what is deleted, and that does no harm: the head only grows, commits never change,
/// and that nobody else has trimmed meanwhile shows when the start of the log is moved.
fn last_to_go(
    connection: &mut Connection,
    first: Revision,
    oldest_kept: Timestamp,
    keep: KeepLog,
) -> Result<Option<Revision>, Failed> {
    // The head's own commit stays in any case: its time is the log's, and a log without a commit would look like none.
    let beyond_floor = head::revision(connection)?.0.saturating_sub(keep.commits.max(1));
    let bound = beyond_floor.min(first.0 + COMMITS - 1);
    let old: Option<i64> = commits::table
        .filter(commits::revision.between(number::stored(first.0)?, number::stored(bound)?))
        .filter(commits::committed_at.lt(oldest_kept.0))
        .select(max(commits::revision))
        .first(connection)?;
    let Some(old) = old else { return Ok(None) };
    Ok(Some(within_limits(connection, first, number::revision("commits", old)?)?))
}

/// A change that would go: its revision, and how long it is before and after.
type Going = (i64, Option<i32>, Option<i32>);

/// How far from `first` on, at least one commit and at most to `last`, one transaction goes.
fn within_limits(connection: &mut Connection, first: Revision, last: Revision) -> Result<Revision, Failed> {
    let of_changes: Vec<Going> = changes::table
        .filter(changes::revision.between(number::stored(first.0)?, number::stored(last.0)?))
        .order((changes::revision, changes::change_index))
        .limit(CHANGES + 1)
        .select((changes::revision, octet_length(changes::before), octet_length(changes::after)))
        .load(connection)?;
    let last = end_within_limits(of_changes, first, last)?;
    if !shape::read(connection)?.executions {
        return Ok(last);
    }
    // They go with their commits.
    let of_executions: Vec<Going> = execution_changes::table
        .filter(execution_changes::revision.between(number::stored(first.0)?, number::stored(last.0)?))
        .order((execution_changes::revision, execution_changes::change_index))
        .limit(CHANGES + 1)
        .select((
            execution_changes::revision,
            octet_length(execution_changes::before),
            octet_length(execution_changes::after),
        ))
        .load(connection)?;
    end_within_limits(of_executions, first, last)
}

fn end_within_limits(going: Vec<Going>, first: Revision, last: Revision) -> Result<Revision, Failed> {
    let (mut count, mut bytes) = (0, 0);
    for (revision, before, after) in going {
        count += 1;
        bytes += i64::from(before.unwrap_or(0)) + i64::from(after.unwrap_or(0));
        if count > CHANGES || bytes > BYTES {
            // This one is too many: the batch ends before its commit, unless that is the first.
            let before = number::revision("changes", revision)?.0 - 1;
            return Ok(Revision(before.max(first.0)));
        }
    }
    Ok(last)
}

fn delete(connection: &mut Connection, first: Revision, last: Revision) -> Result<(), Failed> {
    let (first, last) = (number::stored(first.0)?, number::stored(last.0)?);
    diesel::delete(changes::table.filter(changes::revision.between(first, last))).execute(connection)?;
    let deleted =
        diesel::delete(commits::table.filter(commits::revision.between(first, last))).execute(connection)?;
    if i64::try_from(deleted) == Ok(last - first + 1) {
        Ok(())
    } else {
        Err(Failed::corrupt(
            "commits",
            &format!("of the revisions {first} to {last} only {deleted} are there"),
        ))
    }
}

impl Drop for Trimmer {
    fn drop(&mut self) {
        if thread::panicking() {
            self.shared.death.of("trimmer");
        }
    }
}

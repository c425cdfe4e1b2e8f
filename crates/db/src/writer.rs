//! The writer: the one thread of a process that changes the database.
//!
//! It takes a command and whatever else waits, decides them in one transaction, and answers when that transaction is
//! durable: one fsync serves them all. What it promises:
//!
//! * No caller hears of a commit before COMMIT has returned, nor of a rejection that rests on a commit which is not
//!   durable.
//! * A command is decided on the newest state there is: within the transaction, the writer first applies what other
//!   processes have committed.
//! * A command that was sent under a lease is decided only if the lease holds until COMMIT.
//! * When a COMMIT does not answer, the writer finds out what became of it before it does anything else.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError};
use statehouse_connection::{Connection, DatabaseUrl, SessionOptions, Transaction, remainder};
use statehouse_model::Revision;
use uuid::Uuid;

use crate::batch::{self, Asked, Batch};
use crate::failed::Failed;
use crate::queue::Waiting;
use crate::seal::Seal;
use crate::shape::{Shape, Shapes};
use crate::shared::Shared;
use crate::{Clock, Faults, Lease, WriteError, catch_up, dialect, durable, head, lease, log, row};

/// After how long it is worth trying again what the database did not take.
pub(crate) const RETRY_AFTER: Duration = Duration::from_secs(1);
/// How often a batch is decided anew because another server wrote first.
const ATTEMPTS: u32 = 100;
/// How often the writer tries a database that does not serve, while nobody asks it to.
const PROBE_INTERVAL: Duration = Duration::from_millis(500);
/// How long a write waits for a lock while the last one waited in vain, or failed otherwise: those that queue up behind a
/// lock are to be told soon, one after the other, and not each after a full wait of its own.
const OUTAGE_WAIT: Duration = Duration::from_millis(250);
/// How long the writer waits before it looks again for a lost database.
const RECONNECT_PAUSE: Duration = Duration::from_millis(50);
/// How many sessions a batch may lose before COMMIT, one after the other, until its commands are refused: the one that was
/// left open while the database was restarted, and new ones that a node takes and ends at once, as it does while it joins a
/// cluster or when it prefers another's transaction.
const SESSIONS: u32 = 4;
/// How long a write waits for this server to have entered itself again that was taken for dead, and how often it looks.
const REENTRY_WAIT: Duration = Duration::from_secs(1);
const REENTRY_PAUSE: Duration = Duration::from_millis(20);

/// How long the writer waits after a conflict, times the number of attempts so far, up to ten.
const CONFLICT_PAUSE: Duration = Duration::from_millis(1);

/// The writer's thread.
pub(crate) struct Writer {
    pub(crate) shared: Arc<Shared>,
    pub(crate) waiting: Receiver<Waiting>,
    pub(crate) database: DatabaseUrl,
    pub(crate) seal: Seal,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) busy_timeout: Duration,
    pub(crate) outcome_timeout: Duration,
    pub(crate) batch_limit: usize,
    pub(crate) shapes: Shapes,
    pub(crate) faults: Option<Arc<dyn Faults>>,
    pub(crate) connection: Option<Connection>,
}

/// What became of an attempt to commit a batch. An error beside it means that nothing is stored.
enum Attempt {
    /// The batch is durable.
    Committed(Batch),
    /// Another process was first: nothing is stored, and the commands are to be decided again.
    HeadMoved,
    /// COMMIT says that another transaction was preferred: a Galera cluster compares them there.
    Refused(Batch, Failed),
    /// The batch that was refused is in the log.
    Found,
    /// COMMIT did not answer: the batch is stored as a whole, or not at all.
    Unanswered(Batch, Failed),
}

/// A batch that COMMIT has refused. As a rule nothing of it is stored. But a node that leaves its cluster while it commits
/// says the same, and the others may have the batch.
struct Disputed {
    batch: Batch,
    token: String,
    failed: Failed,
}

impl Writer {
    /// Commits what waits, until the queue is closed and empty.
    pub(crate) fn run(mut self) {
        loop {
            match self.next() {
                Ok(first) => {
                    let commands = self.gather(first);
                    self.settle(commands);
                }
                Err(RecvTimeoutError::Timeout) => self.probe(),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// The next command; while the database does not serve, for a moment only.
    fn next(&self) -> Result<Waiting, RecvTimeoutError> {
        if self.shared.writes.is_well() {
            self.waiting.recv().map_err(|_| RecvTimeoutError::Disconnected)
        } else {
            self.waiting.recv_timeout(PROBE_INTERVAL)
        }
    }

    /// Finds out whether the database takes transactions again. A server that says it is not ready gets no commands by
    /// which it could find out.
    fn probe(&mut self) {
        match self.try_probe() {
            Ok(()) => {
                tracing::info!("the database takes transactions again");
                self.shared.writes.succeeded();
            }
            Err(failed) => {
                self.part_with_broken(&failed);
                self.shared.writes.failed(&failed);
            }
        }
    }

    fn try_probe(&mut self) -> Result<(), Failed> {
        let (shared, wait) = (self.shared.clone(), self.lock_wait());
        let mut transaction = Transaction::begin_write_within(self.connection()?, wait)?;
        shared.presence.confirm(&mut transaction)?;
        head::rewrite(&mut transaction)?;
        Ok(transaction.commit()?)
    }

    /// The first command and what else waits already, within the bounds of a batch.
    fn gather(&self, first: Waiting) -> Vec<Waiting> {
        self.shared.queue.taken(&first);
        let mut bytes = first.bytes;
        let mut commands = vec![first];
        while commands.len() < self.batch_limit && bytes < batch::BYTES {
            let Ok(next) = self.waiting.try_recv() else { break };
            self.shared.queue.taken(&next);
            bytes = bytes.saturating_add(next.bytes);
            commands.push(next);
        }
        commands
    }

    /// Commits the commands and answers them, each exactly once.
    fn settle(&mut self, mut commands: Vec<Waiting>) {
        let began = Instant::now();
        let mut disputed: Option<Disputed> = None;
        let mut lost_sessions = 0;
        for attempt in 1..=ATTEMPTS {
            let token = Uuid::now_v7().to_string();
            match self.attempt(&commands, &token, disputed.as_ref()) {
                Ok(Attempt::Committed(batch)) => return self.confirm(commands, batch, began.elapsed()),
                Ok(Attempt::HeadMoved) => {}
                Ok(Attempt::Refused(batch, failed)) => disputed = Some(Disputed { batch, token, failed }),
                Ok(Attempt::Unanswered(batch, failed)) => {
                    match self.resolve(commands, Disputed { batch, token, failed }) {
                        Some(undecided) => commands = undecided,
                        None => return,
                    }
                }
                // This server is further behind than the log goes. Not within the transaction: it is no snapshot.
                Err(Failed::Trimmed { .. }) if disputed.is_none() => {
                    if let Err(failed) = self.reload() {
                        return self.refuse(commands, &failed);
                    }
                }
                // The attendant enters this server again, which takes moments.
                Err(Failed::GivenUp) if disputed.is_none() && began.elapsed() < REENTRY_WAIT => {
                    thread::sleep(REENTRY_PAUSE);
                }
                Err(failed) if failed.is_conflict() => thread::sleep(CONFLICT_PAUSE * attempt.min(10)),
                // There was a session, and nothing was stored by it. (Where there is none to be had, nobody waits.)
                Err(failed)
                    if failed.ends_session() && self.connection.is_some() && lost_sessions + 1 < SESSIONS =>
                {
                    self.connection = None;
                    thread::sleep(RECONNECT_PAUSE * lost_sessions);
                    lost_sessions += 1;
                }
                // A migration went by in the middle. Nothing was stored for the schema that was there before.
                Err(failed) if !failed.is_outage() && self.sees_another_schema() => {}
                // Found, or it cannot be found out on the way.
                outcome => match (disputed.take(), outcome) {
                    (Some(disputed), _) => match self.resolve(commands, disputed) {
                        Some(undecided) => commands = undecided,
                        None => return,
                    },
                    // What the database does not take may be one command's fault; the others are not to suffer for it.
                    (None, Err(failed)) if !failed.is_outage() && commands.len() > 1 => {
                        return commands.into_iter().for_each(|command| self.settle(vec![command]));
                    }
                    (None, Err(failed)) if failed.is_of_the_length() => {
                        return self.refuse_length(commands, &failed);
                    }
                    (None, Err(failed)) => return self.refuse(commands, &failed),
                    (None, Ok(_)) => {}
                },
            }
        }
        let undecided = match disputed {
            Some(disputed) => self.resolve(commands, disputed),
            None => Some(commands),
        };
        if let Some(undecided) = undecided {
            self.refuse(undecided, &Failed::Outrun(ATTEMPTS));
        }
    }

    /// Whether the schema is another than the one that the last attempt was written for.
    fn sees_another_schema(&mut self) -> bool {
        let shapes = self.shapes.clone();
        self.connection().and_then(|connection| shapes.have_changed(connection)).unwrap_or(false)
    }

    fn reload(&mut self) -> Result<(), Failed> {
        let (shared, seal) = (self.shared.clone(), self.seal.clone());
        catch_up::reload(self.connection()?, &seal, &shared)
    }

    /// Decides the commands and stores what they amount to, in one transaction.
    fn attempt(
        &mut self,
        commands: &[Waiting],
        token: &str,
        disputed: Option<&Disputed>,
    ) -> Result<Attempt, Failed> {
        let (faults, shapes) = (self.faults.clone(), self.shapes.clone());
        let (shared, seal, now) = (self.shared.clone(), self.seal.clone(), self.clock.now());
        let wait = self.lock_wait();
        let mut transaction = Transaction::begin_write_within(self.connection()?, wait)?;
        dialect::lock_head(&mut transaction)?;
        shared.presence.confirm(&mut transaction)?;
        let shape = shapes.now(&mut transaction)?;
        if let Some(disputed) = disputed
            && log::has_batch(&mut transaction, &disputed.token, disputed.batch.last())?
        {
            return Ok(Attempt::Found);
        }
        let (tip, held) = if durable::is_in_doubt(&transaction) {
            let Some(behind) = catch_up::held(&mut transaction, &seal, &shared)? else {
                transaction.rollback()?;
                catch_up::to_durable_head(self.connection()?, &seal, &shared)?;
                return Ok(Attempt::HeadMoved);
            };
            behind
        } else {
            (catch_up::to_head(&mut transaction, &seal, &shared, None)?, Vec::new())
        };
        let stale = stale(&mut transaction, commands)?;
        let asked = commands.iter().map(|waiting| Asked {
            request: &waiting.request,
            stale: waiting.under.as_ref().filter(|lease| stale.contains(lease)),
        });
        let mut batch = Batch::decide(tip, asked, now, shape);
        batch.held = held;
        if batch.steps.is_empty() {
            // The head was looked at, so what was decided still holds; there is nothing to store.
            transaction.rollback()?;
            if !batch.held.is_empty() {
                durable::confirm(self.connection()?)?;
            }
            return Ok(Attempt::Committed(batch));
        }
        if !store(&mut transaction, shape, &batch, token, &seal)? {
            transaction.rollback()?;
            return Ok(Attempt::HeadMoved);
        }
        transaction.notify(dialect::CHANNEL)?;
        if let Some(Err(lost)) = faults.as_ref().map(|faults| faults.before_commit()) {
            return Ok(Attempt::Unanswered(batch, lost.into()));
        }
        shared.committing.store(true, Ordering::Relaxed);
        let committed = transaction.commit().map_err(Failed::from);
        let answered = faults.map_or(Ok(()), |faults| faults.after_commit()).map_err(Failed::from);
        Ok(match committed.and(answered) {
            Ok(()) => Attempt::Committed(batch),
            Err(failed) if failed.is_conflict() => Attempt::Refused(batch, failed),
            Err(failed) => Attempt::Unanswered(batch, failed),
        })
    }

    /// Shows everybody what is durable now, and answers.
    fn confirm(&self, commands: Vec<Waiting>, batch: Batch, took: Duration) {
        if !batch.steps.is_empty() {
            self.shared.writes.succeeded();
        }
        if !batch.held.is_empty() {
            self.shared.counters.caught_up(batch.held.len());
            self.shared.published.advance(&batch.held);
        }
        self.shared.published.advance(&batch.steps);
        self.shared.committing.store(false, Ordering::Relaxed);
        self.shared.counters.decided(batch.tally(), took);
        for (command, answer) in commands.into_iter().zip(batch.into_answers()) {
            command.answer(answer);
        }
    }

    /// Finds out what became of a COMMIT that did not answer, and answers by what is in the log. Gives the commands back when
    /// nothing of them is stored and another's transaction was the only reason: they are to be decided anew.
    fn resolve(&mut self, commands: Vec<Waiting>, disputed: Disputed) -> Option<Vec<Waiting>> {
        let Disputed { batch, token, failed } = disputed;
        tracing::warn!(error = %failed, "COMMIT did not answer; looking for the batch in the log");
        let began = Instant::now();
        let deadline = began + self.outcome_timeout;
        // The session that is there is asked first: where the disk fails, there may be no other.
        if failed.ends_session() {
            self.connection = None;
        }
        loop {
            match self.is_stored(&token, batch.last()) {
                Ok(true) => self.confirm(commands, batch, began.elapsed()),
                Ok(false) if failed.is_conflict() => return Some(commands),
                Ok(false) => self.refuse(commands, &failed),
                Err(trimmed @ Failed::Trimmed { .. }) => self.give_up(commands, &trimmed),
                Err(still) if Instant::now() >= deadline => self.give_up(commands, &still),
                Err(still) => {
                    self.part_with_broken(&still);
                    thread::sleep(RECONNECT_PAUSE);
                    continue;
                }
            }
            return None;
        }
    }

    /// Is the batch with this token in the log, now and after a crash? Asked as the one writer, so that nothing of it can
    /// arrive later.
    ///
    /// What is seen is not yet what a crash leaves: a COMMIT that failed to sync may have left the whole batch in the
    /// files, to come back, and a batch that came back so may not be on the disk (see [`remainder`]). A transaction
    /// behind it that writes and is synced settles both. Where there is no room to write one, the lengths of the files
    /// may show that there was none for the batch either.
    fn is_stored(&mut self, token: &str, last: Revision) -> Result<bool, Failed> {
        let (database, wait) = (self.database.clone(), self.lock_wait());
        let connection = self.connection()?;
        let mut transaction = Transaction::begin_write_within(connection, wait)?;
        // Whoever still carries out the COMMIT holds this lock.
        dialect::lock_head(&mut transaction)?;
        let is_stored = log::has_batch(&mut transaction, token, last)?;
        head::rewrite(&mut transaction)?;
        match transaction.commit() {
            Ok(()) => Ok(is_stored),
            Err(_) if !is_stored && !remainder::may_come_back(connection, &database)? => Ok(false),
            Err(failure) => Err(failure.into()),
        }
    }

    /// Answers that nothing was stored.
    fn refuse(&mut self, commands: Vec<Waiting>, failed: &Failed) {
        let reason = self.note(failed, commands.len(), "nothing was committed");
        self.shared.counters.failed(commands.len());
        for command in commands {
            command.answer(Err(WriteError::Unavailable { reason: reason.clone(), retry_after: RETRY_AFTER }));
        }
    }

    /// Answers that the database does not take what is so long. It is well all the same.
    fn refuse_length(&self, commands: Vec<Waiting>, failed: &Failed) {
        let source = std::error::Error::source(failed);
        tracing::warn!(error = %failed, ?source, "a command is longer than the database is set up to take");
        self.shared.counters.failed(commands.len());
        for command in commands {
            command.answer(Err(WriteError::TooLarge { reason: failed.to_string() }));
        }
    }

    /// Answers that it is not known what was stored. Nobody has to look again: every later transaction begins with what
    /// is in the log by then, and so does every read.
    fn give_up(&mut self, commands: Vec<Waiting>, failed: &Failed) {
        let reason = self.note(failed, commands.len(), "whether the batch was committed is not known");
        self.shared.counters.outcome_unknown(commands.len());
        for command in commands {
            command.answer(Err(WriteError::OutcomeUnknown { reason: reason.clone() }));
        }
    }

    /// Keeps the reason for whoever asks how the store is.
    fn note(&mut self, failed: &Failed, commands: usize, consequence: &'static str) -> String {
        self.shared.committing.store(false, Ordering::Relaxed);
        tracing::warn!(error = %failed, source = ?std::error::Error::source(failed), commands, "{consequence}");
        self.part_with_broken(failed);
        if failed.is_of_the_schema() {
            self.shared.presence.look_again();
        }
        self.shared.writes.failed(failed)
    }

    fn part_with_broken(&mut self, failed: &Failed) {
        if !failed.spares_session(self.database.engine()) {
            self.connection = None;
        }
    }

    /// The writer's session; a new one when there is none, at the start and after a failure.
    fn connection(&mut self) -> Result<&mut Connection, Failed> {
        let wait = self.lock_wait();
        match &mut self.connection {
            Some(connection) => Ok(connection),
            empty => {
                let options = SessionOptions::writer().create_missing(false).busy_timeout(wait);
                let mut connection = Connection::open(&self.database, &options)?;
                self.faults.as_ref().map_or(Ok(()), |faults| faults.connected(&mut connection))?;
                Ok(empty.insert(connection))
            }
        }
    }

    fn lock_wait(&self) -> Duration {
        if self.shared.writes.is_well() { self.busy_timeout } else { self.busy_timeout.min(OUTAGE_WAIT) }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if thread::panicking() {
            self.shared.writes.failed(&Failed::Died("writer"));
            self.shared.death.of("writer");
            // Whoever cannot write is to do nothing that only one server may do.
            self.shared.leases.close();
            self.shared.follower.close();
        }
        // Before another session is told to end: of two that close at the same moment, SQLite takes neither for the last,
        // and the write-ahead log would stay behind.
        self.connection = None;
        // Not before: what was accepted is written by a server that says that it runs.
        self.shared.presence.close();
        // In order or not: what nobody will answer must not be accepted, and watchers have seen everything.
        self.shared.queue.close();
        self.shared.published.close();
    }
}

/// Which of the leases that these commands were sent under do not hold any more. Those that do cannot be taken before this
/// transaction ends.
fn stale<'a>(connection: &mut Connection, commands: &'a [Waiting]) -> Result<BTreeSet<&'a Lease>, Failed> {
    // Sorted: whoever locks several rows locks them in the order of the duties' names.
    let mut stale: BTreeSet<&Lease> = commands.iter().filter_map(|waiting| waiting.under.as_ref()).collect();
    for lease in stale.clone() {
        if lease::renew(connection, lease)? {
            stale.remove(lease);
        }
    }
    Ok(stale)
}

/// Writes commits, changes, current-state rows and the head. False when the head is not where the batch began: another
/// process was first, and the transaction must not be committed.
fn store(
    connection: &mut Connection,
    shape: Shape,
    batch: &Batch,
    token: &str,
    seal: &Seal,
) -> Result<bool, Failed> {
    for step in &batch.steps {
        log::insert(connection, seal, &step.commit, token)?;
        for change in &step.commit.changes {
            row::write(connection, shape, seal, change)?;
        }
    }
    match (batch.steps.first(), batch.steps.last()) {
        (Some(first), Some(last)) => head::advance(connection, first.commit.revision, last.commit.revision),
        _ => Ok(true),
    }
}

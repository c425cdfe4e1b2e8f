//! The keeper: the thread that looks at leases, takes, renews and releases them.
//!
//! It has a thread and a session of its own, because a lease that is renewed late is lost: the writer may wait seconds
//! for a lock or for the outcome of a COMMIT, the follower for a long page of the log. While nobody seeks a duty it has no
//! session and asks nothing.

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError};
use statehouse_connection::{Connection, DatabaseUrl, SessionOptions, Transaction};

use super::bid::Step;
use super::{Lease, row};
use crate::Faults;
use crate::failed::Failed;
use crate::shared::Shared;

/// The longest that a lease's row, or SQLite's one lock, is waited for.
const LOCK_WAIT: Duration = Duration::from_secs(1);

/// The keeper's thread.
pub(crate) struct Keeper {
    pub(crate) shared: Arc<Shared>,
    pub(crate) woken: Receiver<()>,
    pub(crate) database: DatabaseUrl,
    pub(crate) faults: Option<Arc<dyn Faults>>,
    pub(crate) session: Option<Connection>,
}

impl Keeper {
    /// Keeps the leases of the duties that are sought, until the store is closed.
    pub(crate) fn run(mut self) {
        loop {
            // Asked before: what is closed while something else is released has leases left, which are released in the next round.
            let ends = self.shared.leases.is_closed();
            self.release();
            if ends {
                return;
            }
            self.keep();
            let now = Instant::now();
            self.shared.leases.tell(now);
            let woken = if let Some(due) = self.shared.leases.due(now) {
                self.woken.recv_deadline(due)
            } else {
                self.session = None;
                self.woken.recv().map_err(|_| RecvTimeoutError::Disconnected)
            };
            if woken == Err(RecvTimeoutError::Disconnected) {
                return;
            }
        }
    }

    /// Does what is due. What fails is due again soon.
    fn keep(&mut self) {
        let shared = self.shared.clone();
        let steps = shared.leases.steps(Instant::now());
        if let Err(failed) = self.try_keep(&steps) {
            tracing::debug!(error = %failed, "the leases could not be looked after");
            if !failed.spares_session(self.database.engine()) {
                self.session = None;
            }
            let now = Instant::now();
            for (duty, _) in shared.leases.steps(now) {
                shared.leases.failed(&duty);
            }
        }
    }

    fn try_keep(&mut self, steps: &[(Arc<str>, Step)]) -> Result<(), Failed> {
        let leases = &self.shared.clone().leases;
        // What is held comes first: it can be lost.
        let held: Vec<_> = steps
            .iter()
            .filter_map(|(duty, step)| match step {
                Step::Renew { token } => Some(leases.lease(duty, *token)),
                _ => None,
            })
            .collect();
        if !held.is_empty() {
            self.renew(&held)?;
        }
        for (duty, step) in steps {
            if *step == Step::Look {
                self.look(duty)?;
            }
        }
        Ok(())
    }

    /// Renews all leases that are due in one transaction.
    fn renew(&mut self, held: &[Lease]) -> Result<(), Failed> {
        let lasts = self.shared.leases.lasts();
        let asked = Instant::now();
        let mut transaction = begin(self.session()?, lasts)?;
        let mut renewed = Vec::with_capacity(held.len());
        for lease in held {
            renewed.push((lease, row::renew(&mut transaction, lease)?));
        }
        transaction.commit()?;
        for (lease, is_renewed) in renewed {
            if is_renewed {
                self.shared.leases.holds(lease, asked);
            } else {
                self.shared.leases.refused(lease.duty());
            }
        }
        Ok(())
    }

    /// Looks at a lease that this server does not hold, and takes it if nobody does.
    fn look(&mut self, duty: &Arc<str>) -> Result<(), Failed> {
        let row = row::read(self.session()?, duty)?;
        let leases = &self.shared.clone().leases;
        let step = leases.saw(duty, row.as_ref());
        let token = match step {
            Step::Found => 1,
            Step::Take { token, .. } => token + 1,
            Step::Renew { token } => token,
            Step::Look | Step::Rest => return Ok(()),
        };
        let (lease, lasts) = (leases.lease(duty, token), leases.lasts());
        let asked = Instant::now();
        let mut transaction = begin(self.session()?, lasts)?;
        let is_taken = match step {
            Step::Found => row::found(&mut transaction, &lease, lasts)?,
            Step::Take { beat, .. } => row::take(&mut transaction, &lease, beat, lasts)?,
            _ => row::renew(&mut transaction, &lease)?,
        };
        if is_taken {
            transaction.commit()?;
            leases.holds(&lease, asked);
        } else {
            transaction.rollback()?;
            leases.refused(duty);
        }
        Ok(())
    }

    /// Releases what nobody seeks any more. Where the database does not answer, others take over by themselves, later.
    fn release(&mut self) {
        let released = self.shared.leases.given_up(Instant::now());
        if released.is_empty() {
            return;
        }
        match self.try_release(&released) {
            Ok(()) => {
                for lease in &released {
                    tracing::info!(
                        duty = lease.duty(),
                        token = lease.token(),
                        "this server has released a duty"
                    );
                }
            }
            Err(failed) => {
                self.session = None;
                tracing::warn!(error = %failed, "leases were not released; they run out");
            }
        }
    }

    fn try_release(&mut self, released: &[Lease]) -> Result<(), Failed> {
        let lasts = self.shared.leases.lasts();
        let mut transaction = begin(self.session()?, lasts)?;
        for lease in released {
            row::release(&mut transaction, lease)?;
        }
        Ok(transaction.commit()?)
    }

    fn session(&mut self) -> Result<&mut Connection, Failed> {
        self.faults.as_ref().map_or(Ok(()), |faults| faults.before_leases())?;
        match &mut self.session {
            Some(session) => Ok(session),
            empty => {
                let options = SessionOptions::writer().create_missing(false).busy_timeout(LOCK_WAIT);
                Ok(empty.insert(Connection::open(&self.database, &options)?))
            }
        }
    }
}

/// Begins a transaction that waits for a lock no longer than makes sense for leases that last so long.
fn begin(session: &mut Connection, lasts: Duration) -> Result<Transaction<'_>, Failed> {
    Ok(Transaction::begin_write_within(session, LOCK_WAIT.min(lasts / 5))?)
}

impl Drop for Keeper {
    fn drop(&mut self) {
        if thread::panicking() {
            self.shared.death.of("keeper");
        }
        // Nobody renews any more, so nobody holds anything.
        self.shared.leases.close();
    }
}

//! Deciding the commands of one transaction, each on the state that those before it made.

use std::sync::Arc;

use statehouse_model::{Commit, Rejection, Revision, Timestamp};

use crate::published::{Step, Tip};
use crate::shape::Shape;
use crate::writer::RETRY_AFTER;
use crate::{Committed, Lease, Request, WriteError};

/// The most commands that one transaction decides.
pub(crate) const COMMANDS: usize = 256;
/// The most bytes that the commands of one transaction take, except for a single larger command.
pub(crate) const BYTES: usize = 4 << 20;

/// Commands decided, not yet stored.
pub(crate) struct Batch {
    /// Commits of others before it that are to be shown with it: its own COMMIT shows that they are durable.
    pub(crate) held: Vec<Step>,
    /// What the accepted ones amount to.
    pub(crate) steps: Vec<Step>,
    /// One for each command, in order.
    verdicts: Vec<Verdict>,
}

enum Verdict {
    Accepted(Step),
    NothingToDo(Tip),
    Rejected(Rejection, Revision),
    Stale(Lease),
    /// The schema has no place for what it would change.
    NoPlace,
}

/// A command to be decided.
pub(crate) struct Asked<'a> {
    pub(crate) request: &'a Request,
    /// The lease it was sent under, if that does not hold any more.
    pub(crate) stale: Option<&'a Lease>,
}

/// How many commands came out how.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) commits: u64,
    pub(crate) idle: u64,
    pub(crate) rejections: u64,
    pub(crate) stale: u64,
}

impl Tally {
    pub(crate) fn commands(self) -> usize {
        usize::try_from(self.commits + self.idle + self.rejections + self.stale).unwrap_or(usize::MAX)
    }
}

impl Batch {
    /// Decides the requests in order. Commits get this time, or the time of the commit before, whichever is later: the
    /// log never goes back in time, even if a clock does.
    pub(crate) fn decide<'a>(
        mut tip: Tip,
        requests: impl IntoIterator<Item = Asked<'a>>,
        now: Timestamp,
        shape: Shape,
    ) -> Self {
        let mut batch = Self { held: Vec::new(), steps: Vec::new(), verdicts: Vec::new() };
        for Asked { request, stale } in requests {
            if let Some(lease) = stale {
                batch.verdicts.push(Verdict::Stale(lease.clone()));
                continue;
            }
            let at = now.max(tip.at);
            let verdict = match tip.state.decide(&request.command, at) {
                Err(rejection) => Verdict::Rejected(rejection, tip.revision()),
                Ok(changes) if changes.is_empty() => Verdict::NothingToDo(tip.clone()),
                Ok(changes) if !shape.has_place_for(&changes) => Verdict::NoPlace,
                Ok(changes) => {
                    let step = tip.follow(Arc::new(Commit {
                        revision: tip.revision().next(),
                        at,
                        actor: request.actor.clone(),
                        request_id: request.request_id.clone(),
                        changes,
                    }));
                    batch.steps.push(step.clone());
                    Verdict::Accepted(step)
                }
            };
            batch.verdicts.push(verdict);
        }
        batch
    }

    /// The revision of its last commit.
    pub(crate) fn last(&self) -> Revision {
        self.steps.last().map_or(Revision(0), |step| step.commit.revision)
    }

    pub(crate) fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for verdict in &self.verdicts {
            match verdict {
                Verdict::Accepted(_) => tally.commits += 1,
                Verdict::NothingToDo(_) => tally.idle += 1,
                Verdict::Rejected(..) | Verdict::NoPlace => tally.rejections += 1,
                Verdict::Stale(_) => tally.stale += 1,
            }
        }
        tally
    }

    /// What to tell each caller once the batch is durable.
    pub(crate) fn into_answers(self) -> impl Iterator<Item = Result<Committed, WriteError>> {
        self.verdicts.into_iter().map(|verdict| match verdict {
            Verdict::Accepted(Step { commit, state }) => {
                Ok(Committed { revision: commit.revision, commit: Some(commit), state })
            }
            Verdict::NothingToDo(tip) => {
                Ok(Committed { revision: tip.revision(), commit: None, state: tip.state })
            }
            Verdict::Rejected(rejection, revision) => Err(WriteError::Rejected { rejection, revision }),
            Verdict::NoPlace => Err(WriteError::Unavailable {
                reason: "the schema has no place for executions yet; run `statehouse migrate expand`"
                    .to_owned(),
                retry_after: RETRY_AFTER,
            }),
            Verdict::Stale(lease) => Err(WriteError::LeaseLost { duty: lease.duty().to_owned() }),
        })
    }
}

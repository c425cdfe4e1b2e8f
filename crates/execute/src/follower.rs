//! The thread that follows the rules, and has what they call executed once for each appearance.
//!
//! It goes from commit to commit, so that a row that is there for one revision is seen. What appeared and disappeared is recorded
//! before the next commit is looked at. Whoever takes over begins with the newest state: it has everything that was recorded
//! before, and what stands is compared with that.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::Sender;
use jiff::Zoned;
use statehouse_db::{Duty, Lease, ReadError, Request, Store, WriteError};
use statehouse_engine::{Caller, Exceeded, Limits};
use statehouse_model::{Call, Change, Command, Commit, Edit, ExecutionId, Rejection, Value};
use uuid::Uuid;

use crate::attempt::ACTOR;
use crate::board::Executing;
use crate::call::{self, CallsChanged};
use crate::callers::Callers;
use crate::executor::Event;

/// So often it is looked whether this server has the duty.
const LOOK: Duration = Duration::from_millis(200);
/// So often all calls are compared with those that are recorded: what depends on the time of day changes without a commit.
const COMPARISON: Duration = Duration::from_mins(1);
/// The longest time that following one commit may take.
const EVALUATION: Duration = Duration::from_secs(30);
/// How long to wait after it took too long, or the database did not answer; at first, and at most.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(5);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);
/// How long to wait until calls are tried again that could not be recorded: as many executions wait as may, or the database
/// takes nothing.
const PAUSE_TO_RECORD: Duration = Duration::from_millis(500);
/// How long they are tried again. Then following begins anew: what is full may be so by calls that have disappeared by now.
const PATIENCE: Duration = Duration::from_secs(20);
/// The most calls that one commit records.
const CALLS: usize = 256;

/// Follows the rules of a store, while this server has the duty.
pub(crate) struct Follower {
    pub(crate) store: Store,
    pub(crate) duty: Arc<Duty>,
    pub(crate) executing: Executing,
    /// Wakes who carries out.
    pub(crate) events: Sender<Event>,
}

/// Why following begins anew.
#[derive(Debug, thiserror::Error)]
enum Interruption {
    #[error("another server has the duty, or this one stops")]
    Over,
    #[error("a rule that calls an action came")]
    Caller,
    #[error("what rules call cannot be told: {0}")]
    Exceeded(#[from] Exceeded),
    #[error(transparent)]
    Read(#[from] ReadError),
    #[error(transparent)]
    Write(#[from] WriteError),
}

impl Follower {
    pub(crate) fn run(self) {
        let mut pause = PAUSE_AFTER_FAILURE;
        while !self.executing.stops() {
            let lease = match self.duty.wait(LOOK) {
                Ok(Some(lease)) => lease,
                Ok(None) => continue,
                Err(_) => return,
            };
            match self.follow(&lease) {
                Ok(()) | Err(Interruption::Over | Interruption::Caller) => pause = PAUSE_AFTER_FAILURE,
                Err(_) if self.executing.stops() => {}
                Err(Interruption::Read(ReadError::Closed) | Interruption::Write(WriteError::Closed)) => {
                    return;
                }
                // It takes the keeper a moment to find out as well.
                Err(Interruption::Write(WriteError::LeaseLost { .. })) => self.pause(LOOK),
                Err(failed) => {
                    tracing::warn!(error = %failed, "the rules are not followed for a moment");
                    self.pause(pause);
                    pause = LONGEST_PAUSE.min(pause * 2);
                }
            }
        }
    }

    /// Follows from the newest state on, as long as nothing comes in between.
    fn follow(&self, lease: &Lease) -> Result<(), Interruption> {
        let state = self.store.read().wait()?;
        let mut watch = self.store.watch(state.revision());
        let mut callers = if call::any_rule_calls(&state) {
            Some(self.within_limits(|_, limits| Callers::of(state.clone(), limits))?)
        } else {
            None
        };
        self.executing.cannot_follow(0);
        self.compare(callers.as_mut(), lease)?;
        let mut compared = Instant::now();
        loop {
            self.refuse_end(lease)?;
            if let Some(commit) = watch.wait(LOOK)? {
                self.wake(&commit);
                match &mut callers {
                    Some(callers) => self.advance(callers, &commit, lease)?,
                    None if commit.changes.iter().any(call::brings_caller) => {
                        return Err(Interruption::Caller);
                    }
                    None => {}
                }
            }
            if compared.elapsed() > COMPARISON {
                self.compare(callers.as_mut(), lease)?;
                compared = Instant::now();
            }
            if let Some(callers) = &mut callers
                && let Some(caller) = callers.due(Instant::now())
            {
                self.look(callers, &caller, lease)?;
            }
        }
    }

    /// Records how the calls that there are differ from those that are recorded.
    fn compare(&self, callers: Option<&mut Callers>, lease: &Lease) -> Result<(), Interruption> {
        let mut all = BTreeSet::new();
        if let Some(callers) = callers {
            all = callers.all();
            for caller in &all {
                if !callers.is_unknown(caller) {
                    self.look(callers, caller, lease)?;
                }
            }
        }
        // Those of whom there are no rules any more.
        let recorded = self.store.read_local();
        let is_gone = |call: &&Call| !all.iter().any(|caller| call::is_of(call, caller));
        let disappeared = recorded.standing_calls().filter(is_gone).cloned().collect();
        self.record(&CallsChanged { appeared: Vec::new(), disappeared }, lease)
    }

    /// The same for the calls of one action by one policy. What cannot be told is left as it is recorded.
    fn look(&self, callers: &mut Callers, caller: &Caller, lease: &Lease) -> Result<(), Interruption> {
        let was_known = !callers.is_unknown(caller);
        let looked = self.within_limits(|now, limits| callers.look(caller, now, limits));
        // Who is to stop was interrupted.
        self.refuse_end(lease)?;
        self.executing.cannot_follow(callers.unknown());
        let Caller { policy, action } = caller;
        match looked {
            Ok(rows) => {
                if !was_known {
                    tracing::info!(%policy, %action, "what rules call can be told again");
                }
                // Only who has the duty records calls, so this has everything that was recorded.
                self.record(&callers.compare(caller, &rows, &self.store.read_local()), lease)
            }
            Err(exceeded) => {
                if was_known {
                    let error = exceeded.to_string();
                    tracing::warn!(%policy, %action, error, "what rules call cannot be told: nothing new is executed of it");
                }
                Ok(())
            }
        }
    }

    fn advance(&self, callers: &mut Callers, commit: &Commit, lease: &Lease) -> Result<(), Interruption> {
        let (changed, lost) = self.within_limits(|now, limits| callers.advance(commit, now, limits));
        self.record(&changed, lease)?;
        // What took one too far may have been another's share of the same limits.
        lost.iter().try_for_each(|caller| self.look(callers, caller, lease))
    }

    fn record(&self, changed: &CallsChanged, lease: &Lease) -> Result<(), Interruption> {
        if changed.is_empty() {
            return Ok(());
        }
        for disappeared in changed.disappeared.chunks(CALLS) {
            self.write(Vec::new(), disappeared.to_vec(), lease)?;
        }
        for appeared in changed.appeared.chunks(CALLS) {
            let id = || ExecutionId::from(Uuid::now_v7().to_string());
            self.write(appeared.iter().map(|call| (id(), call.clone())).collect(), Vec::new(), lease)?;
        }
        Ok(())
    }

    /// Has calls recorded, as soon as there is room for them and the database takes them. Tried again after an unknown outcome
    /// too: what is recorded already is not recorded once more.
    fn write(
        &self,
        appeared: Vec<(ExecutionId, Call)>,
        disappeared: Vec<Call>,
        lease: &Lease,
    ) -> Result<(), Interruption> {
        let command = Command::FollowCalls { appeared, disappeared };
        let (began, mut is_told) = (Instant::now(), false);
        loop {
            self.refuse_end(lease)?;
            let request = Request {
                command: command.clone(),
                actor: ACTOR.to_owned(),
                request_id: format!("execute-{}", Uuid::new_v4()),
            };
            match self.store.write_under(lease, request).and_then(statehouse_db::Pending::wait) {
                Ok(_) => return Ok(()),
                Err(error) if may_pass(&error) && began.elapsed() < PATIENCE => {
                    if !is_told {
                        tracing::warn!(reason = %error, "what rules call waits to be recorded");
                        is_told = true;
                    }
                    self.pause(PAUSE_TO_RECORD);
                }
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Tells who carries out that there is something to do.
    fn wake(&self, commit: &Commit) {
        if commit.changes.iter().any(|change| matches!(change, Change::Execution(Edit::Created(_)))) {
            // Whoever finds the channel full has events before it that wake as well.
            let _ = self.events.try_send(Event::Woken);
        }
    }

    fn refuse_end(&self, lease: &Lease) -> Result<(), Interruption> {
        let goes_on = !self.executing.stops() && self.duty.held().as_ref() == Some(lease);
        if goes_on { Ok(()) } else { Err(Interruption::Over) }
    }

    fn within_limits<T>(&self, work: impl FnOnce(&Value, Limits<'_>) -> T) -> T {
        let end = Instant::now() + EVALUATION;
        let interrupted = || self.executing.stops() || Instant::now() >= end;
        let now = Value::from(Zoned::now().strftime("%Y-%m-%d %H:%M:%S").to_string().as_str());
        work(&now, Limits { interrupted: &interrupted, ..Limits::GENEROUS })
    }

    fn pause(&self, pause: Duration) {
        let end = Instant::now() + pause;
        while !self.executing.stops() && Instant::now() < end {
            thread::sleep(LOOK.min(pause));
        }
    }
}

/// Whether the same command may be stored a little later.
fn may_pass(error: &WriteError) -> bool {
    match error {
        WriteError::Rejected { rejection, .. } => matches!(rejection, Rejection::TooManyExecutions { .. }),
        WriteError::Overloaded { .. }
        | WriteError::Unavailable { .. }
        | WriteError::OutcomeUnknown { .. } => true,
        _ => false,
    }
}

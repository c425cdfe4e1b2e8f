//! The thread that follows the rules, and has what they call executed once for each appearance.
//!
//! It goes from commit to commit, so that a row that is there for one revision is seen. What appeared and disappeared is recorded
//! before the next commit is looked at: first what disappeared, which makes room. Whoever takes over begins with the newest
//! state: it has everything that was recorded before, and what stands is compared with that.

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
use crate::room::{self, NoRoom};

/// So often it is looked whether this server has the duty.
const LOOK: Duration = Duration::from_millis(200);
/// So often all calls are compared with those that are recorded: what depends on the time of day changes without a commit.
const COMPARISON: Duration = Duration::from_mins(1);
/// The longest time that following one commit may take.
const EVALUATION: Duration = Duration::from_secs(30);
/// How long to wait after it took too long, or the database did not answer; at first, and at most.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(5);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);
/// How long to wait until calls are tried again that could not be recorded, because the database takes nothing.
const PAUSE_TO_RECORD: Duration = Duration::from_millis(500);
/// How long they are tried again. Then following begins anew.
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
        self.compare(callers.as_mut(), lease)?;
        let mut compared = Instant::now();
        loop {
            self.refuse_end(lease)?;
            self.executing.cannot_follow(callers.as_ref().map_or(0, Callers::unknown));
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
                self.look(callers, &caller, None, lease)?;
            }
        }
    }

    /// Records how the calls that there are differ from those that are recorded: what disappeared of all of them before what
    /// appeared of any.
    fn compare(&self, callers: Option<&mut Callers>, lease: &Lease) -> Result<(), Interruption> {
        let recorded = self.store.read_local();
        let Some(callers) = callers else {
            return self.disappear(&recorded.standing_calls().cloned().collect::<Vec<_>>(), lease);
        };
        let mut recorded = call::by_caller(recorded.standing_calls());
        let (mut disappeared, mut appearing) = (Vec::new(), Vec::new());
        for caller in callers.all() {
            let of_caller = recorded.remove(&caller).unwrap_or_default();
            if callers.is_unknown(&caller) {
                continue;
            }
            if let Some(changed) = self.ask(callers, &caller, &of_caller, lease)? {
                disappeared.extend(changed.disappeared);
                // All that appeared of all of them would be too much to hold.
                appearing.extend(Some((changed.appeared.len(), caller)).filter(|(number, _)| *number > 0));
            }
        }
        // Those of whom there are no rules any more.
        disappeared.extend(recorded.into_values().flatten());
        self.disappear(&disappeared, lease)?;
        if appearing.is_empty() {
            return Ok(());
        }
        // Who has few is to find room.
        appearing.sort_unstable();
        let mut recorded = call::by_caller(self.store.read_local().standing_calls());
        appearing
            .iter()
            .try_for_each(|(_, caller)| self.look(callers, caller, recorded.remove(caller), lease))
    }

    /// The same for the calls of one action by one policy. What cannot be told is left as it is recorded.
    fn look(
        &self,
        callers: &mut Callers,
        caller: &Caller,
        recorded: Option<BTreeSet<Call>>,
        lease: &Lease,
    ) -> Result<(), Interruption> {
        let was_known = !callers.is_unknown(caller);
        // Only who has the duty records calls, so this has everything that was recorded.
        let recorded = recorded.unwrap_or_else(|| self.recorded(caller));
        let began = Instant::now();
        let Some(changed) = self.ask(callers, caller, &recorded, lease)? else { return Ok(()) };
        let took = began.elapsed();
        self.disappear(&changed.disappeared, lease)?;
        let standing = recorded.len().saturating_sub(changed.disappeared.len());
        let no_room = self.appear(caller, &changed.appeared, standing, lease)?;
        let Caller { policy, action } = caller;
        match no_room {
            Some(no_room) => {
                callers.leave(caller, took);
                if was_known {
                    tell(caller, &no_room);
                }
            }
            None if !was_known => tracing::info!(%policy, %action, "what rules call is executed again"),
            None => {}
        }
        Ok(())
    }

    /// How the calls of one action by one policy differ from those that are recorded, if that can be told.
    fn ask(
        &self,
        callers: &mut Callers,
        caller: &Caller,
        recorded: &BTreeSet<Call>,
        lease: &Lease,
    ) -> Result<Option<CallsChanged>, Interruption> {
        let was_known = !callers.is_unknown(caller);
        let rows = self.within_limits(|now, limits| callers.look(caller, now, limits));
        // Who is to stop was interrupted.
        self.refuse_end(lease)?;
        match rows {
            Ok(rows) => Ok(Some(callers.compare(caller, &rows, recorded))),
            Err(exceeded) => {
                if was_known {
                    let (Caller { policy, action }, error) = (caller, exceeded.to_string());
                    tracing::warn!(%policy, %action, error, "what rules call cannot be told: nothing new is executed of it");
                }
                Ok(None)
            }
        }
    }

    fn recorded(&self, caller: &Caller) -> BTreeSet<Call> {
        let state = self.store.read_local();
        state.standing_calls().filter(|call| call::is_of(call, caller)).cloned().collect()
    }

    fn advance(&self, callers: &mut Callers, commit: &Commit, lease: &Lease) -> Result<(), Interruption> {
        let (changed, lost) = self.within_limits(|now, limits| callers.advance(commit, now, limits));
        self.disappear(&changed.disappeared, lease)?;
        let mut appeared: Vec<_> = call::by_caller(&changed.appeared).into_iter().collect();
        // Who has few is to find room.
        appeared.sort_by_key(|(_, calls)| calls.len());
        for (caller, calls) in appeared {
            let calls: Vec<_> = calls.into_iter().collect();
            let recorded = self.store.read_local();
            let standing = recorded.standing_calls().filter(|call| call::is_of(call, &caller)).count();
            if let Some(no_room) = self.appear(&caller, &calls, standing, lease)? {
                callers.leave(&caller, Duration::ZERO);
                tell(&caller, &no_room);
            }
        }
        // What took one too far may have been another's share of the same limits.
        lost.iter().try_for_each(|caller| self.look(callers, caller, None, lease))
    }

    fn disappear(&self, calls: &[Call], lease: &Lease) -> Result<(), Interruption> {
        calls.chunks(CALLS).try_for_each(|calls| self.write(Vec::new(), calls.to_vec(), lease))
    }

    /// Records the calls of one action by one policy that appeared beside so many that stand, as far as there is room.
    fn appear(
        &self,
        caller: &Caller,
        calls: &[Call],
        standing: usize,
        lease: &Lease,
    ) -> Result<Option<NoRoom>, Interruption> {
        if calls.is_empty() {
            return Ok(None);
        }
        if let Err(no_room) = room::refuse_standing(standing.saturating_add(calls.len())) {
            return Ok(Some(no_room));
        }
        for calls in calls.chunks(CALLS) {
            if let Err(no_room) = room::refuse_waiting(&self.store.read_local(), caller, calls.len()) {
                return Ok(Some(no_room));
            }
            let id = || ExecutionId::from(Uuid::now_v7().to_string());
            match self.write(calls.iter().map(|call| (id(), call.clone())).collect(), Vec::new(), lease) {
                Err(Interruption::Write(WriteError::Rejected {
                    rejection: rejection @ Rejection::TooManyExecutions { .. },
                    ..
                })) => return Ok(Some(NoRoom::All(rejection))),
                written => written?,
            }
        }
        Ok(None)
    }

    /// Has calls recorded, as soon as the database takes them. Tried again after an unknown outcome
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

fn tell(Caller { policy, action }: &Caller, no_room: &NoRoom) {
    tracing::warn!(%policy, %action, reason = %no_room, "what rules call cannot be recorded: nothing new is executed of it");
}

/// Whether the same command may be stored a little later.
fn may_pass(error: &WriteError) -> bool {
    matches!(
        error,
        WriteError::Overloaded { .. } | WriteError::Unavailable { .. } | WriteError::OutcomeUnknown { .. }
    )
}

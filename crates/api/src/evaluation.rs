//! Evaluating policies for requests.
//!
//! One evaluator follows the state of this process, as far as somebody asks: a request brings it to the state it has read,
//! by the commits in between or, where those are many, by beginning anew. So an answer rests on a state that is at least as new as
//! the one that the request asked for. One request evaluates at a time, on a thread where waiting harms nobody, within limits;
//! the number of those that wait is bounded.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Zoned;
use statehouse_db::Store;
use statehouse_engine::{Evaluator, Exceeded, Limits};
use statehouse_model::{Change, Commit, Revision, State, Value};
use tokio::sync::{Mutex, OwnedMutexGuard, Semaphore, SemaphorePermit};
use tokio::time::timeout_at;

use crate::error::Cause;
use crate::options::EvaluationLimits;

/// With more commits than this between it and a state, the evaluator begins anew: so many are in memory.
const WORTH_FOLLOWING: u64 = 1_000;

/// The same for rows that changed in these commits: beginning anew is bounded by the limits, and following is not.
const ROWS_WORTH_FOLLOWING: usize = 100_000;

/// The evaluator of this process, and its limits.
#[derive(Debug)]
pub struct Evaluation {
    limits: EvaluationLimits,
    places: Semaphore,
    /// None before the first question, and after one that did not come to its end.
    evaluator: Arc<Mutex<Option<Evaluator>>>,
}

/// What a question may cost, and what time it is.
pub struct Means<'a> {
    /// What the builtin `now` says.
    pub now: &'a Value,
    /// What evaluating may cost.
    pub limits: Limits<'a>,
}

impl Evaluation {
    /// Nobody has asked yet.
    pub fn new(limits: EvaluationLimits) -> Self {
        let places = Semaphore::new(limits.waiting.min(Semaphore::MAX_PERMITS));
        Self { limits, places, evaluator: Arc::default() }
    }

    /// Asks an evaluator that has come to this state at least. Answers the revision that the answer rests on as well.
    ///
    /// # Errors
    ///
    /// [`Cause::TooCostly`] when evaluating exceeds the limits, [`Cause::TooManyEvaluate`] when too many wait.
    pub async fn ask<T: Send + 'static>(
        &self,
        store: &Store,
        state: Arc<State>,
        question: impl FnOnce(&mut Evaluator, &Means<'_>) -> Result<T, Exceeded> + Send + 'static,
    ) -> Result<(T, Revision), Cause> {
        let _place = self.place()?;
        let mut turn = self.turn().await?;
        let ahead = match &*turn {
            Some(evaluator) => missing(store, evaluator.revision(), state.revision()).await,
            None => None,
        };
        let work = move |means: &Means<'_>| {
            let mut evaluator = match (turn.take(), ahead) {
                (Some(evaluator), Some(commits)) => follow(evaluator, &commits, state, means),
                _ => Evaluator::of(state, means.limits)?,
            };
            let answer = question(&mut evaluator, means);
            let revision = evaluator.revision();
            *turn = Some(evaluator);
            answer.map(|answer| (answer, revision))
        };
        self.carry_out(work).await?.map_err(|exceeded| self.too_costly(exceeded))
    }

    /// Does work that evaluates with an evaluator of its own.
    ///
    /// # Errors
    ///
    /// [`Cause::TooManyEvaluate`] when too many wait.
    pub async fn apart<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Means<'_>) -> T + Send + 'static,
    ) -> Result<T, Cause> {
        let _place = self.place()?;
        let turn = self.turn().await?;
        let work = move |means: &Means<'_>| {
            let done = work(means);
            drop(turn);
            done
        };
        self.carry_out(work).await
    }

    /// The error for a limit that was exceeded.
    pub fn too_costly(&self, exceeded: Exceeded) -> Cause {
        Cause::TooCostly { exceeded, time: self.limits.time }
    }

    fn too_many(&self) -> Cause {
        Cause::TooManyEvaluate { limit: self.limits.waiting }
    }

    fn place(&self) -> Result<SemaphorePermit<'_>, Cause> {
        self.places.try_acquire().map_err(|_| self.too_many())
    }

    /// Waits until nobody else evaluates.
    async fn turn(&self) -> Result<OwnedMutexGuard<Option<Evaluator>>, Cause> {
        let deadline = tokio::time::Instant::now() + self.limits.time;
        timeout_at(deadline, self.evaluator.clone().lock_owned()).await.map_err(|_| self.too_many())
    }

    /// Does work on a thread where it harms nobody.
    async fn carry_out<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Means<'_>) -> T + Send + 'static,
    ) -> Result<T, Cause> {
        let EvaluationLimits { rows, steps, time, .. } = self.limits;
        // Dropped when the client goes away: then nobody wants the answer.
        let wanted = Arc::new(());
        let still_wanted = Arc::downgrade(&wanted);
        let on_a_thread = move || {
            let end = Instant::now() + time;
            let interrupted = || still_wanted.strong_count() == 0 || Instant::now() >= end;
            let now = Value::from(Zoned::now().strftime("%Y-%m-%d %H:%M:%S").to_string().as_str());
            work(&Means { now: &now, limits: Limits { rows, steps, interrupted: &interrupted } })
        };
        let done = tokio::task::spawn_blocking(on_a_thread).await;
        drop(wanted);
        done.map_err(|_| Cause::Evaluation)
    }
}

/// The commits from one revision to another; none where they are many or cannot be had.
async fn missing(store: &Store, from: Revision, to: Revision) -> Option<Vec<Arc<Commit>>> {
    let wanted = to.0.saturating_sub(from.0);
    if wanted > WORTH_FOLLOWING {
        return None;
    }
    let mut watch = store.watch(from);
    let mut commits = Vec::new();
    let mut rows = 0;
    while watch.after() < to {
        // Without them the evaluator begins anew.
        let commit = watch.next().await.ok()?;
        rows += commit.changes.iter().map(rows_changed).sum::<usize>();
        if rows > ROWS_WORTH_FOLLOWING {
            return None;
        }
        commits.push(commit);
    }
    Some(commits)
}

fn rows_changed(change: &Change) -> usize {
    match change {
        Change::Rows(rows) => rows.added.len() + rows.removed.len(),
        _ => 0,
    }
}

fn follow(
    mut evaluator: Evaluator,
    commits: &[Arc<Commit>],
    state: Arc<State>,
    means: &Means<'_>,
) -> Evaluator {
    // It may be ahead, when another request has read a newer state.
    if evaluator.revision() < state.revision() {
        let changes = commits.iter().flat_map(|commit| &commit.changes);
        // Nothing is watched. What would cost too much is derived anew when somebody asks.
        let _told = evaluator.advance(changes, state, means.now, means.limits);
    }
    evaluator
}

/// The limits in words, for an error.
pub fn too_costly(exceeded: &Exceeded, time: Duration) -> String {
    let (what, setting) = match exceeded {
        Exceeded::Rows { limit } => {
            (format!("more than {limit} rows are derived on the way"), "--evaluation-rows")
        }
        Exceeded::Steps { limit } => {
            (format!("more than {limit} rows have to be looked at"), "--evaluation-steps")
        }
        Exceeded::Interrupted => {
            (format!("it takes longer than {} s", time.as_secs_f32()), "--evaluation-time")
        }
        other => return format!("this cannot be evaluated: {other}"),
    };
    format!(
        "this is too much to evaluate: {what}; narrow the rules, or have the server allow more ({setting})"
    )
}

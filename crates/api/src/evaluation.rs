//! Evaluating policies for requests.
//!
//! One evaluator follows the state of this process, as far as somebody asks: a request brings it to the state it has read,
//! by the commits in between or, where those are many, by beginning anew. So an answer rests on a state that is at least as new as
//! the one that the request asked for. One request evaluates at a time, on a thread where waiting harms nobody, within limits;
//! the number of those that wait is bounded.
//!
//! While somebody wants to know of violations ([`crate::violations`]), the evaluator goes from commit to commit, and what each changes
//! about them is told.

mod figures;

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Zoned;
use statehouse_db::Store;
use statehouse_engine::{Evaluator, Exceeded, Limits};
use statehouse_model::{Change, Commit, Revision, State, Value};
use tokio::sync::{Mutex, OwnedMutexGuard, Semaphore, SemaphorePermit};
use tokio::time::{sleep, timeout, timeout_at};

pub use self::figures::EvaluationStatistics;
use self::figures::Figures;
use crate::error::Cause;
use crate::options::EvaluationLimits;
use crate::violations::{Appeared, Feed, Moment, Suspension, SuspensionCause, Tracker, resolve};

/// With more commits than this between it and a state, the evaluator begins anew: so many are in memory.
const WORTH_FOLLOWING: u64 = 1_000;

/// The same for rows that changed in these commits: beginning anew is bounded by the limits, and following is not.
const ROWS_WORTH_FOLLOWING: usize = 100_000;

/// Violations that nobody listens to are followed for so long after somebody has asked for them.
const KEPT: Duration = Duration::from_mins(5);

/// After evaluating violations has failed, it is not tried again for so long at least.
const REST: Duration = Duration::from_secs(5);

/// The evaluator of this process, and its limits.
#[derive(Debug)]
pub struct Evaluation {
    limits: EvaluationLimits,
    places: Semaphore,
    /// None before the first question, and after one that did not come to its end.
    evaluator: Arc<Mutex<Option<Followed>>>,
    feed: Arc<Feed>,
    figures: Figures,
}

/// What the evaluator of this process has come to.
#[derive(Debug)]
struct Followed {
    evaluator: Evaluator,
    /// The violations, while somebody wants to know.
    violations: Option<Tracker>,
    /// When somebody last did.
    asked: Instant,
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    /// Tables as they are: it does not matter how they came to that.
    Tables,
    /// Violations, which are followed from commit to commit.
    Violations,
}

/// What a question may cost, and what time it is.
pub struct Means<'a> {
    /// What the builtin `now` says.
    pub now: &'a Value,
    /// What evaluating may cost.
    pub limits: Limits<'a>,
    /// The same for what is of use to others too: it does not end when the client goes away.
    pub lasting: Limits<'a>,
    /// When half of the time is over.
    pub half_time: Instant,
    /// When all of it is.
    pub end: Instant,
    /// How long evaluating may take.
    time: Duration,
}

impl Means<'_> {
    /// The error for a limit that was exceeded.
    pub fn too_costly(&self, exceeded: Exceeded) -> Cause {
        Cause::TooCostly { exceeded, time: self.time }
    }
}

impl Evaluation {
    /// Nobody has asked yet.
    pub fn new(limits: EvaluationLimits, listeners: usize) -> Self {
        let places = Semaphore::new(limits.waiting.min(Semaphore::MAX_PERMITS));
        let feed = Arc::new(Feed::new(listeners));
        Self { limits, places, evaluator: Arc::default(), feed, figures: Figures::default() }
    }

    /// What changes about violations.
    pub fn feed(&self) -> &Arc<Feed> {
        &self.feed
    }

    /// What evaluating has done so far, and what is kept.
    pub fn statistics(&self) -> EvaluationStatistics {
        if let Ok(followed) = self.evaluator.try_lock() {
            let kept = followed.as_ref().map(|followed| followed.evaluator.kept()).unwrap_or_default();
            self.figures.keeps(kept);
        }
        self.figures.read(&self.feed)
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
        let question = |followed: &mut Followed, means: &Means<'_>| {
            question(&mut followed.evaluator, means).map_err(|exceeded| means.too_costly(exceeded))
        };
        self.with(store, state, About::Tables, question).await
    }

    /// The same for a question about violations, which are followed from then on.
    ///
    /// # Errors
    ///
    /// As [`Evaluation::ask`]; and [`Cause::Read`] when the log cannot be read.
    pub async fn ask_about_violations<T: Send + 'static>(
        &self,
        store: &Store,
        state: Arc<State>,
        question: impl FnOnce(&mut Evaluator, &Tracker, &Means<'_>) -> Result<T, Cause> + Send + 'static,
    ) -> Result<(T, Revision), Cause> {
        let _place = self.place()?;
        let question = self.about_violations(store, question);
        self.with(store, state, About::Violations, question).await
    }

    fn about_violations<T: Send + 'static>(
        &self,
        store: &Store,
        question: impl FnOnce(&mut Evaluator, &Tracker, &Means<'_>) -> Result<T, Cause> + Send + 'static,
    ) -> impl FnOnce(&mut Followed, &Means<'_>) -> Result<T, Cause> + Send + 'static {
        let (store, feed) = (store.clone(), self.feed.clone());
        move |followed, means| {
            let tracker = if let Some(tracker) = followed.violations.take() {
                tracker
            } else {
                let begun = begin(&mut followed.evaluator, &store, &feed, means);
                begun.inspect_err(|cause| feed.end(Some(suspension(cause))))?
            };
            let answer = question(&mut followed.evaluator, &tracker, means);
            followed.violations = Some(tracker);
            answer
        }
    }

    /// Has violations follow the state of this process until nobody listens or the server stops.
    pub async fn follow_while_listened(&self, store: &Store) {
        let mut stopping = self.feed.stopping();
        while self.feed.listeners() > 0 && !*stopping.borrow_and_update() {
            let (state, began) = (store.read_local(), Instant::now());
            let question = self.about_violations(store, |_, _, _| Ok(()));
            let wait = match self.with(store, state, About::Violations, question).await {
                Ok(((), revision)) => Ok(revision.next()),
                Err(cause) => {
                    if matches!(cause, Cause::TooCostly { .. }) {
                        self.feed.suspend_unless_live(suspension(&cause));
                    }
                    match cause {
                        // Who waited meanwhile has its turn now.
                        Cause::Behind { .. } => Err(Duration::ZERO),
                        // What fails after long is tried less often: others want to evaluate too.
                        _ => Err(REST.max(began.elapsed() * 4)),
                    }
                }
            };
            let next = async {
                match wait {
                    // Now and then it is looked whether somebody listens at all.
                    Ok(next) => drop(timeout(REST, store.read_local_at_least(next)).await),
                    Err(rest) => sleep(rest).await,
                }
            };
            tokio::select! {
                () = next => {}
                _ = stopping.changed() => {}
            }
        }
    }

    async fn with<T: Send + 'static>(
        &self,
        store: &Store,
        state: Arc<State>,
        about: About,
        question: impl FnOnce(&mut Followed, &Means<'_>) -> Result<T, Cause> + Send + 'static,
    ) -> Result<(T, Revision), Cause> {
        let mut turn = self.turn().await?;
        let ahead = match &*turn {
            Some(followed) => missing(store, followed.evaluator.revision(), state.revision()).await,
            None => None,
        };
        let (feed, wanted) = (self.feed.clone(), state.revision());
        let work = move |means: &Means<'_>| {
            let mut followed = if let (Some(mut followed), Some(commits)) = (turn.take(), ahead) {
                if about == About::Violations {
                    followed.asked = Instant::now();
                }
                follow(followed, &commits, state, about, &feed, means)
            } else {
                feed.end(None);
                let evaluator = Evaluator::of(state, means.limits);
                let evaluator = evaluator.map_err(|exceeded| means.too_costly(exceeded))?;
                Followed { evaluator, violations: None, asked: Instant::now() }
            };
            let revision = followed.evaluator.revision();
            let answer = if revision < wanted {
                Err(Cause::Behind { revision, wanted })
            } else {
                question(&mut followed, means)
            };
            *turn = Some(followed);
            answer.map(|answer| (answer, revision))
        };
        self.carry_out(work).await?.inspect_err(|cause| self.figures.refused(cause))
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
        let cause = Cause::TooCostly { exceeded, time: self.limits.time };
        self.figures.refused(&cause);
        cause
    }

    fn too_many(&self) -> Cause {
        Cause::TooManyEvaluate { limit: self.limits.waiting }
    }

    fn place(&self) -> Result<SemaphorePermit<'_>, Cause> {
        self.places.try_acquire().map_err(|_| self.too_many())
    }

    /// Waits until nobody else evaluates.
    async fn turn(&self) -> Result<OwnedMutexGuard<Option<Followed>>, Cause> {
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
            let began = Instant::now();
            let (half_time, end) = (began + time / 2, began + time);
            let is_over = || Instant::now() >= end;
            let interrupted = || still_wanted.strong_count() == 0 || is_over();
            let now = Value::from(Zoned::now().strftime("%Y-%m-%d %H:%M:%S").to_string().as_str());
            let (lasting, limits) = (&is_over, Limits { rows, steps, interrupted: &interrupted });
            let lasting = Limits { interrupted: lasting, ..limits };
            let done = work(&Means { now: &now, limits, lasting, half_time, end, time });
            (done, began.elapsed())
        };
        let done = tokio::task::spawn_blocking(on_a_thread).await;
        drop(wanted);
        let (done, elapsed) = done.map_err(|_| Cause::Evaluation)?;
        self.figures.took(elapsed);
        Ok(done)
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

/// Brings violations up to date commit by commit, as far as there is time, and everything else at once.
fn follow(
    mut followed: Followed,
    commits: &[Arc<Commit>],
    state: Arc<State>,
    about: About,
    feed: &Feed,
    means: &Means<'_>,
) -> Followed {
    // It may be ahead, when another request has read a newer state.
    if followed.evaluator.revision() >= state.revision() {
        return followed;
    }
    if let Some(tracker) = followed.violations.take() {
        if feed.listeners() == 0 && followed.asked.elapsed() > KEPT {
            tracker.end(&mut followed.evaluator);
            feed.end(None);
        } else {
            followed.violations =
                follow_violations(&mut followed.evaluator, tracker, commits, &state, feed, means);
        }
    }
    // Who asks for something else waits for violations only where somebody listens.
    if about == About::Tables
        && followed.evaluator.revision() < state.revision()
        && feed.listeners() == 0
        && let Some(tracker) = followed.violations.take()
    {
        tracker.end(&mut followed.evaluator);
        feed.end(None);
    }
    let evaluator = &mut followed.evaluator;
    let come_to = evaluator.revision();
    if come_to < state.revision() && followed.violations.is_none() {
        let left = commits.iter().filter(|commit| commit.revision > come_to);
        // Nothing is watched. What would cost too much is derived anew when somebody asks.
        let _told =
            evaluator.advance(left.flat_map(|commit| &commit.changes), state, means.now, means.limits);
    }
    followed
}

/// Answers the violations of the state, or of one on the way to it when half of the time is over; none when they cost too much: then the rest
/// of the way is for the caller.
fn follow_violations(
    evaluator: &mut Evaluator,
    mut tracker: Tracker,
    commits: &[Arc<Commit>],
    state: &Arc<State>,
    feed: &Feed,
    means: &Means<'_>,
) -> Option<Tracker> {
    for commit in commits {
        let is_last = commit.revision == state.revision();
        let to = if is_last { state.clone() } else { Arc::new(evaluator.state().apply(&commit.changes)) };
        let moment = Moment { revision: commit.revision, at: Some(commit.at) };
        match tracker.step(evaluator, &commit.changes, &to, Appeared::With(moment), means) {
            Ok(happenings) => {
                feed.push(moment, happenings, tracker.standing().clone());
                // The next one could need the other half.
                if Instant::now() >= means.half_time {
                    break;
                }
            }
            Err(exceeded) => {
                tracker.end(evaluator);
                feed.end(Some(suspension(&means.too_costly(exceeded))));
                return None;
            }
        }
    }
    Some(tracker)
}

/// Begins to follow violations: what there is, since when, and from then on what each commit changes.
fn begin(evaluator: &mut Evaluator, store: &Store, feed: &Feed, means: &Means<'_>) -> Result<Tracker, Cause> {
    let state = evaluator.state().clone();
    let tracker = Tracker::begin(evaluator, Appeared::WithTime, means);
    let mut tracker = tracker.map_err(|exceeded| means.too_costly(exceeded))?;
    match resolve(store, &state, tracker.standing().clone(), means) {
        Ok(standing) => tracker.know(standing),
        Err(cause) => {
            tracker.end(evaluator);
            return Err(cause);
        }
    }
    feed.begin(tracker.standing().clone(), state.revision());
    Ok(tracker)
}

/// What those who listen are told of an error.
fn suspension(cause: &Cause) -> Suspension {
    let reason = cause.to_string().into();
    let cause = if matches!(cause, Cause::Read(_)) { SuspensionCause::Log } else { SuspensionCause::Limits };
    Suspension { cause, reason }
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

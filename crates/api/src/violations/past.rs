//! Going back along the log: since when rows are there, and what somebody has missed.
//!
//! An evaluator of its own goes from the state there is to those before it, by the inverse of each commit, and tells what that
//! changes as it tells it forwards. It goes no further back than the log, than so many commits, and than there is time.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Instant;

use statehouse_db::{ReadError, Store};
use statehouse_engine::Evaluator;
use statehouse_model::{Change, Commit, Revision, State};

use super::COMMITS_SEARCHED;
use super::standing::{Appeared, Moment, Standing};
use super::tracker::{Happening, Tracker, in_order};
use crate::error::Cause;
use crate::evaluation::Means;

/// How many commits are read at a time.
const PAGE: u64 = 256;

/// What somebody has missed who has seen everything up to some revision.
#[derive(Debug)]
pub enum Resumed {
    /// These commits, in order, and what each did to violations.
    Commits(Vec<(Moment, Vec<Happening>)>),
    /// More than can be told, or nobody knows any more; and so it stays.
    TooMuch,
    /// There was no time for it, or it cost too much: that may be otherwise another time.
    NotNow,
}

/// Why going back came to an end early.
enum End {
    /// The log does not go back further.
    Trimmed,
    /// Time is over, or it would cost too much.
    Spent,
    Failed(Cause),
}

/// How far going back came.
struct Reached {
    revision: Revision,
    /// Whether another time it could come further.
    is_spent: bool,
}

impl Reached {
    fn end(revision: Revision) -> Self {
        Self { revision, is_spent: false }
    }

    fn spent(revision: Revision) -> Self {
        Self { revision, is_spent: true }
    }
}

/// Finds out since when rows are there.
///
/// # Errors
///
/// When the log cannot be read, or evaluating exceeds the limits before anything is known.
pub fn resolve(
    store: &Store,
    state: &Arc<State>,
    mut standing: Standing,
    means: &Means<'_>,
) -> Result<Standing, Cause> {
    let mut left = standing.size();
    let is_any = left > 0;
    // The commit with the lowest revision by which all that is left was there.
    let mut known = Moment { revision: state.revision(), at: None };
    let mut search = |commit: &Commit, happenings: &[Happening]| {
        let moment = Moment { revision: commit.revision, at: Some(commit.at) };
        known = moment;
        for happening in happenings.iter().filter(|happening| happening.appeared) {
            let violation =
                standing.get(&happening.key).filter(|it| !matches!(it.appeared, Appeared::With(_)));
            if let Some(violation) = violation {
                let violation = super::Violation { appeared: Appeared::With(moment), ..violation.clone() };
                standing.insert_mut(happening.key.clone(), violation);
                left -= 1;
            }
        }
        if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    if is_any {
        go_back(store, state, Revision(0), means, &mut search)?;
    }
    let unknown: Vec<_> = standing
        .iter()
        .filter(|(_, violation)| !matches!(violation.appeared, Appeared::With(_)))
        .map(|(key, violation)| (key.clone(), violation.clone()))
        .collect();
    for (key, violation) in unknown {
        let appeared = Appeared::NoLaterThan(known);
        standing.insert_mut(key, super::Violation { appeared, ..violation });
    }
    Ok(standing)
}

/// Finds out what happened after a revision and until another, as far as it is no more than so many bytes.
///
/// # Errors
///
/// As [`resolve`].
pub fn resume(
    store: &Store,
    state: &Arc<State>,
    (after, until): (Revision, Revision),
    bytes: usize,
    means: &Means<'_>,
) -> Result<Resumed, Cause> {
    if state.revision().0.saturating_sub(after.0) > COMMITS_SEARCHED {
        return Ok(Resumed::TooMuch);
    }
    let (mut commits, mut size) = (Vec::new(), 0);
    let mut collect = |commit: &Commit, happenings: &[Happening]| {
        if commit.revision > until || happenings.is_empty() {
            return ControlFlow::Continue(());
        }
        size += happenings.iter().map(super::feed::weight).sum::<usize>();
        if size > bytes {
            return ControlFlow::Break(());
        }
        commits.push((Moment { revision: commit.revision, at: Some(commit.at) }, happenings.to_vec()));
        ControlFlow::Continue(())
    };
    let reached = go_back(store, state, after, means, &mut collect)?;
    commits.reverse();
    Ok(if reached.is_spent {
        Resumed::NotNow
    } else if reached.revision == after && size <= bytes {
        Resumed::Commits(commits)
    } else {
        Resumed::TooMuch
    })
}

/// Visits the commits between a revision and a state, the newest first, each with what it did. Answers how far it came.
fn go_back(
    store: &Store,
    state: &Arc<State>,
    down_to: Revision,
    means: &Means<'_>,
    visit: &mut dyn FnMut(&Commit, &[Happening]) -> ControlFlow<()>,
) -> Result<Reached, Cause> {
    let mut at = state.revision();
    if at <= down_to {
        return Ok(Reached::end(at));
    }
    // What it takes to begin anew may be more than what it took to come here by changes: then nothing is known of before.
    let Ok(mut evaluator) = Evaluator::of(state.clone(), means.lasting) else {
        return Ok(Reached::spent(at));
    };
    let Ok(mut tracker) = Tracker::begin(&mut evaluator, Appeared::WithTime, means) else {
        return Ok(Reached::spent(at));
    };
    let lowest = Revision(at.0.saturating_sub(COMMITS_SEARCHED)).max(down_to);
    while at > lowest {
        let page = match page_before(store, at, lowest, means) {
            Ok(page) => page,
            Err(End::Trimmed) => return Ok(Reached::end(at)),
            Err(End::Spent) => return Ok(Reached::spent(at)),
            Err(End::Failed(cause)) => return Err(cause),
        };
        for commit in page.iter().rev() {
            if Instant::now() >= means.half_time {
                return Ok(Reached::spent(at));
            }
            let inverses: Vec<Change> = commit.changes.iter().rev().map(Change::inverse).collect();
            let before = Arc::new(evaluator.state().apply(&inverses));
            // What would cost too much is not known: the search ends there.
            let Ok(undone) = tracker.step(&mut evaluator, &inverses, &before, Appeared::WithTime, means)
            else {
                return Ok(Reached::spent(at));
            };
            let invert = |happening: Happening| Happening { appeared: !happening.appeared, ..happening };
            let happenings = in_order(undone.into_iter().map(invert).collect());
            at = Revision(commit.revision.0.saturating_sub(1));
            if visit(commit, &happenings).is_break() {
                return Ok(Reached::end(at));
            }
        }
    }
    Ok(Reached::end(at))
}

/// The commits that lead to a revision, at least one: as many as are read at once.
fn page_before(
    store: &Store,
    at: Revision,
    lowest: Revision,
    means: &Means<'_>,
) -> Result<Vec<Arc<Commit>>, End> {
    let mut size = PAGE.min(at.0.saturating_sub(lowest.0)).max(1);
    loop {
        let after = Revision(at.0.saturating_sub(size));
        let limit = usize::try_from(size).unwrap_or(usize::MAX);
        let time = means.half_time.saturating_duration_since(Instant::now());
        match store.history_within(after, limit, time).map(Option::unwrap_or_default) {
            Ok(page) if page.last().is_some_and(|last| last.revision == at) => return Ok(page),
            // Large commits are not read all at once.
            Ok(page) if size > 1 && !page.is_empty() => size = (size / 2).max(1),
            Err(ReadError::Trimmed { oldest }) if oldest <= at => size = (at.0 - oldest.0) + 1,
            Ok(_) => return Err(End::Spent),
            Err(ReadError::Trimmed { .. }) => return Err(End::Trimmed),
            Err(error) => return Err(End::Failed(Cause::Read(error))),
        }
    }
}

//! Work that several threads share.

use std::cmp::Ordering;
use std::ops::Range;
use std::thread;

use crate::limit::{Exceeded, Spent};

/// With fewer rows than this another thread is not worth while.
const WORTH_SHARING: usize = 20_000;

/// Cuts so many rows into as many parts as there are processors, does the work of each, and answers what came of them, in order.
pub(super) fn in_parts<T: Send>(
    rows: usize,
    spent: &mut Spent<'_>,
    work: impl Fn(Range<usize>, &mut Spent<'_>) -> Result<T, Exceeded> + Sync,
) -> Result<Vec<T>, Exceeded> {
    let threads = if rows < WORTH_SHARING { 1 } else { threads() };
    if threads == 1 {
        return work(0..rows, spent).map(|done| vec![done]);
    }
    let part = |number: usize| rows * number / threads..rows * (number + 1) / threads;
    let together = spent.together();
    let outcomes: Vec<_> = thread::scope(|scope| {
        let started: Vec<_> = (1..threads)
            .map(|number| {
                let mut spent = spent.share(&together);
                let work = &work;
                scope.spawn(move || (work(part(number), &mut spent), spent))
            })
            .collect();
        let mut own = spent.share(&together);
        let first = (work(part(0), &mut own), own);
        let others = started
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        std::iter::once(first).chain(others).collect()
    });
    let mut all = Vec::with_capacity(threads);
    for (done, by_thread) in outcomes {
        spent.add(&by_thread)?;
        all.push(done?);
    }
    Ok(all)
}

/// How many threads share work.
pub(super) fn threads() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Sorts: each thread a part of its own, and then one puts them together.
pub(super) fn sort_by_threads<T: Copy + Send>(
    items: &mut [T],
    compare: impl Fn(&T, &T) -> Ordering + Copy + Send,
) {
    let threads = if items.len() < WORTH_SHARING { 1 } else { threads() };
    if threads == 1 {
        items.sort_unstable_by(compare);
        return;
    }
    let part = items.len().div_ceil(threads);
    thread::scope(|scope| {
        for part in items.chunks_mut(part) {
            scope.spawn(move || part.sort_unstable_by(compare));
        }
    });
    // A stable sort finds the parts that are sorted, and merges them.
    items.sort_by(compare);
}

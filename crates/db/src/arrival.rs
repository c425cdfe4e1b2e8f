//! Waiting for a revision: whoever waits is woken once, when it is there, however many commits come before it.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use statehouse_model::Revision;

/// Those who wait, each for a revision.
#[derive(Default)]
pub(crate) struct Arrivals(Mutex<Expected>);

#[derive(Default)]
struct Expected {
    /// By revision; the second number tells those apart who wait for the same.
    places: BTreeMap<(Revision, u64), oneshot::Sender<()>>,
    asked: u64,
    closed: bool,
}

/// A place among those who wait. Whoever gives it up leaves nothing behind.
pub(crate) struct Arrival<'a> {
    arrivals: &'a Arrivals,
    place: (Revision, u64),
    arrived: oneshot::AsyncReceiver<()>,
}

impl Arrivals {
    /// Waits for a revision. Ask for it before looking whether it is there, so that nothing falls in between.
    pub(crate) fn of(&self, revision: Revision) -> Arrival<'_> {
        let (sender, arrived) = oneshot::async_channel();
        let mut expected = self.lock();
        expected.asked += 1;
        let place = (revision, expected.asked);
        if !expected.closed {
            expected.places.insert(place, sender);
        }
        Arrival { arrivals: self, place, arrived }
    }

    /// Everything up to this revision is there.
    pub(crate) fn reached(&self, revision: Revision) {
        let mut expected = self.lock();
        while let Some(first) = expected.places.first_entry()
            && first.key().0 <= revision
        {
            // Whoever has given up in this moment does not hear it.
            drop(first.remove().send(()));
        }
    }

    /// Nothing more will come.
    pub(crate) fn close(&self) {
        let mut expected = self.lock();
        expected.closed = true;
        expected.places.clear();
    }

    fn lock(&self) -> MutexGuard<'_, Expected> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Arrival<'_> {
    /// Ready when the revision is there, with true; with false when it will not come.
    pub(crate) async fn wait(mut self) -> bool {
        (&mut self.arrived).await.is_ok()
    }
}

impl Drop for Arrival<'_> {
    fn drop(&mut self) {
        self.arrivals.lock().places.remove(&self.place);
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;
    use crate::wait;

    fn soon(arrival: Arrival<'_>) -> Option<bool> {
        wait::until(arrival.wait(), Instant::now() + Duration::from_millis(1))
    }

    #[test]
    fn each_is_woken_by_its_own_revision_or_a_later_one() {
        let arrivals = Arrivals::default();
        let [second, third, fourth] = [2, 3, 4].map(|number| arrivals.of(Revision(number)));
        arrivals.reached(Revision(3));
        assert_eq!([second, third, fourth].map(soon), [Some(true), Some(true), None]);
    }

    #[test]
    fn who_gives_up_leaves_nothing_behind() {
        let arrivals = Arrivals::default();
        let staying = arrivals.of(Revision(7));
        drop(arrivals.of(Revision(7)));
        assert_eq!(arrivals.lock().places.len(), 1);
        drop(staying);
        assert!(arrivals.lock().places.is_empty());
    }

    #[test]
    fn after_the_end_nobody_waits() {
        let arrivals = Arrivals::default();
        let before = arrivals.of(Revision(7));
        arrivals.close();
        assert_eq!([before, arrivals.of(Revision(7))].map(soon), [Some(false), Some(false)]);
        assert!(arrivals.lock().places.is_empty());
    }
}

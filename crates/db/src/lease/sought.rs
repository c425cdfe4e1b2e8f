//! The duties that this server seeks, as their handles and the keeper share them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender};
use event_listener::{Event, EventListener};
use uuid::Uuid;

use super::bid::{Bid, Step};
use super::row::Row;
use super::{DutyError, Lease};
use crate::LeaseStatistics;

/// The most duties that one store seeks: all are renewed in one transaction, which must not take long.
const LIMIT: usize = 256;
/// The longest name of a duty, in characters: the width of the column.
const NAME_LENGTH: usize = 255;

/// The duties that this server seeks.
pub(crate) struct Leases {
    /// The id of this server process: no two are the same, not even of one server before and after a restart.
    me: Arc<str>,
    lasts: Duration,
    sought: Mutex<Sought>,
    /// Is notified when a lease is taken or lost, or the store is closed.
    moved: Event,
    /// Wakes the keeper.
    wake: Sender<()>,
}

#[derive(Default)]
struct Sought {
    duties: BTreeMap<Arc<str>, Place>,
    is_closed: bool,
}

/// One duty.
struct Place {
    bid: Bid,
    /// How many handles there are.
    handles: usize,
    /// The token that the log of this process says it holds.
    told: Option<i64>,
    taken: u64,
    lost: u64,
}

impl Leases {
    /// None sought yet; and the keeper's end.
    pub(crate) fn new(lasts: Duration) -> (Self, Receiver<()>) {
        // One wake-up that is not yet heard is enough.
        let (wake, woken) = crossbeam_channel::bounded(1);
        let me = Uuid::now_v7().to_string().into();
        (Self { me, lasts, sought: Mutex::default(), moved: Event::new(), wake }, woken)
    }

    pub(super) fn seek(&self, name: &str) -> Result<Arc<str>, DutyError> {
        if name.is_empty() || name.chars().count() > NAME_LENGTH || name.contains('\0') {
            return Err(DutyError::Name);
        }
        let mut sought = self.lock();
        if sought.is_closed {
            return Err(DutyError::Closed);
        }
        if sought.duties.len() >= LIMIT && !sought.duties.contains_key(name) {
            return Err(DutyError::TooMany { limit: LIMIT });
        }
        let name = match sought.duties.get_key_value(name) {
            Some((name, _)) => name.clone(),
            None => name.into(),
        };
        let place = sought.duties.entry(name.clone()).or_insert_with(|| Place {
            bid: Bid::new(self.me.clone(), self.lasts, Instant::now()),
            handles: 0,
            told: None,
            taken: 0,
            lost: 0,
        });
        place.handles += 1;
        drop(sought);
        self.wake();
        Ok(name)
    }

    pub(super) fn give_up(&self, name: &str) {
        if let Some(place) = self.lock().duties.get_mut(name) {
            place.handles -= 1;
        }
        self.wake();
    }

    pub(super) fn held(&self, name: &str) -> Option<Lease> {
        let sought = self.lock();
        if sought.is_closed {
            return None;
        }
        let (name, place) = sought.duties.get_key_value(name)?;
        Some(self.lease(name, place.bid.held(Instant::now())?))
    }

    pub(super) fn moved(&self) -> EventListener {
        self.moved.listen()
    }

    /// Everything is given up: nobody holds a lease from now on, and the keeper releases them all and ends.
    pub(crate) fn close(&self) {
        self.lock().is_closed = true;
        self.moved.notify(usize::MAX);
        self.wake();
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.lock().is_closed
    }

    pub(crate) fn statistics(&self) -> Vec<LeaseStatistics> {
        let now = Instant::now();
        let sought = self.lock();
        let of_duty = |(duty, place): (&Arc<str>, &Place)| LeaseStatistics {
            duty: duty.to_string(),
            held: place.bid.held(now).map(i64::unsigned_abs),
            taken: place.taken,
            lost: place.lost,
        };
        sought.duties.iter().map(of_duty).collect()
    }

    fn wake(&self) {
        // A wake-up that waits already serves for this one too.
        let _ = self.wake.try_send(());
    }

    fn lock(&self) -> MutexGuard<'_, Sought> {
        self.sought.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the keeper asks and tells.
impl Leases {
    pub(super) fn lasts(&self) -> Duration {
        self.lasts
    }

    pub(super) fn lease(&self, duty: &Arc<str>, token: i64) -> Lease {
        Lease::new(duty.clone(), self.me.clone(), token)
    }

    /// What is to be done now, in the order of the duties' names: whoever locks several rows locks them in this order.
    pub(super) fn steps(&self, now: Instant) -> Vec<(Arc<str>, Step)> {
        let sought = self.lock();
        let steps = sought.duties.iter().map(|(duty, place)| (duty.clone(), place.bid.step(now)));
        steps.filter(|(_, step)| *step != Step::Rest).collect()
    }

    /// When there is something to do, unless something happens before.
    pub(super) fn due(&self, now: Instant) -> Option<Instant> {
        self.lock().duties.values().map(|place| place.bid.due(now)).min()
    }

    pub(super) fn saw(&self, duty: &str, row: Option<&Row>) -> Step {
        self.change(duty, |bid| bid.saw(row, Instant::now())).unwrap_or(Step::Rest)
    }

    pub(super) fn holds(&self, lease: &Lease, asked: Instant) {
        if let Some(place) = self.lock().duties.get_mut(lease.duty()) {
            // One that has run out meanwhile is lost first, and then taken again: who waits since then is to hear of it.
            place.tell(lease.duty(), &self.me, Instant::now());
            place.bid.holds(lease.stored_token(), asked);
        }
    }

    pub(super) fn refused(&self, duty: &str) {
        self.change(duty, |bid| bid.refused(Instant::now()));
    }

    pub(super) fn failed(&self, duty: &str) {
        self.change(duty, |bid| bid.failed(Instant::now()));
    }

    fn change<T>(&self, duty: &str, change: impl FnOnce(&mut Bid) -> T) -> Option<T> {
        self.lock().duties.get_mut(duty).map(|place| change(&mut place.bid))
    }

    /// Takes out the duties that nobody seeks any more, or all when the store is closed: the leases to release.
    pub(super) fn given_up(&self, now: Instant) -> Vec<Lease> {
        let mut sought = self.lock();
        let is_closed = sought.is_closed;
        let mut released = Vec::new();
        sought.duties.retain(|duty, place| {
            let stays = place.handles > 0 && !is_closed;
            if !stays {
                released.extend(place.bid.held(now).map(|token| self.lease(duty, token)));
            }
            stays
        });
        released
    }

    /// Tells the log of the process and whoever waits what has changed.
    pub(super) fn tell(&self, now: Instant) {
        let mut has_changed = false;
        for (duty, place) in &mut self.lock().duties {
            has_changed |= place.tell(duty, &self.me, now);
        }
        if has_changed {
            self.moved.notify(usize::MAX);
        }
    }
}

impl Place {
    /// Tells the log of the process what has changed, if anything has.
    fn tell(&mut self, duty: &str, server: &str, now: Instant) -> bool {
        let held = self.bid.held(now);
        if held == self.told {
            return false;
        }
        if let Some(token) = self.told {
            self.lost += 1;
            tracing::warn!(duty, token, "this server has lost a duty: its lease was not renewed in time");
        }
        if let Some(token) = held {
            self.taken += 1;
            tracing::info!(duty, token, server, "this server has taken a duty");
        }
        self.told = held;
        true
    }
}

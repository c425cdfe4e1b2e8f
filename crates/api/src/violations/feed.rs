//! What has changed about violations lately: one list for all who listen, each of whom knows how far it has read.
//!
//! So a listener costs no more than its place, and one that is slow holds nothing back: when what it would read next is not
//! here any more, it is told so, and comes again with the id of what it has read last.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use statehouse_model::{Revision, Value};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

use super::standing::{Moment, Standing};
use super::tracker::Happening;

/// How much of the past is kept, roughly.
const BYTES: usize = 4 << 20;
/// How much is read at once, roughly.
const CHUNK: usize = 32 << 10;

/// The changes, and the violations that they led to.
#[derive(Debug)]
pub struct Feed {
    inner: Mutex<Inner>,
    changed: watch::Sender<u64>,
    places: Arc<Semaphore>,
    most: usize,
    stopping: watch::Sender<bool>,
    is_driven: AtomicBool,
}

#[derive(Debug)]
struct Inner {
    /// Grows whenever the list begins anew: then nobody can say what was changed since before.
    epoch: u64,
    /// Whether this follows the state; if not, why.
    live: Result<(), Option<Suspension>>,
    standing: Standing,
    revision: Revision,
    /// Everything that happened after this revision is in the list.
    floor: Revision,
    /// What happened after this revision, or an earlier one, was looked for in vain.
    out_of_reach: Option<Revision>,
    entries: VecDeque<Entry>,
    bytes: usize,
}

#[derive(Debug)]
struct Entry {
    moment: Moment,
    happenings: Arc<[Happening]>,
    bytes: usize,
}

/// Why violations cannot be told for now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspension {
    /// What it is about.
    pub cause: SuspensionCause,
    /// The same in words, with what can be done about it.
    pub reason: Arc<str>,
}

/// What keeps violations from being told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SuspensionCause {
    /// Evaluating the policies exceeds the limits.
    Limits,
    /// The log cannot be read: the database does not answer, or is damaged.
    Log,
}

/// How what happened after a revision can be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It is in the list.
    InList,
    /// What happened until `until` is not; there is room for so many bytes of it.
    Lacking {
        /// Everything that happened after this revision is in the list.
        until: Revision,
        /// How much may be put before the list, roughly.
        room: usize,
    },
    /// It was looked for already, and is more than can be told, or is not known any more.
    TooFar,
}

/// How far somebody has read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Everything before this revision.
    pub revision: Revision,
    /// And of this revision so many changes; none means all.
    pub seen: Option<usize>,
}

/// Somebody who listens. Dropping it makes room for another.
#[derive(Debug)]
pub struct Listener {
    epoch: Option<u64>,
    /// What it was told last about why nothing can be told.
    suspended: Option<SuspensionCause>,
    place: Place,
    _permit: OwnedSemaphorePermit,
}

/// What a listener reads.
#[derive(Debug)]
pub enum Told {
    /// All violations there are at a revision: what was read before counts no more.
    Anew(Standing, Revision),
    /// Changes, each with its commit and its number within it.
    Happenings(Vec<(Moment, usize, Happening)>),
    /// Violations cannot be told for now.
    Suspended(Suspension),
    /// What comes next is not known any more.
    Behind,
    /// That is all until now.
    UpToDate,
}

impl Place {
    /// Everything up to a revision.
    pub fn after(revision: Revision) -> Self {
        Self { revision, seen: None }
    }

    /// The revision up to which everything has been read.
    pub fn whole(self) -> Revision {
        match self.seen {
            None => self.revision,
            Some(_) => Revision(self.revision.0.saturating_sub(1)),
        }
    }
}

impl Feed {
    /// Nothing is known yet. So many may listen at the same time.
    pub fn new(most: usize) -> Self {
        let most = most.min(Semaphore::MAX_PERMITS);
        let inner = Inner {
            epoch: 0,
            live: Err(None),
            standing: Standing::new_sync(),
            revision: Revision(0),
            floor: Revision(0),
            out_of_reach: None,
            entries: VecDeque::new(),
            bytes: 0,
        };
        Self {
            inner: Mutex::new(inner),
            changed: watch::Sender::new(0),
            places: Arc::new(Semaphore::new(most)),
            most,
            stopping: watch::Sender::new(false),
            is_driven: AtomicBool::new(false),
        }
    }

    /// The list begins with these violations.
    pub fn begin(&self, standing: Standing, revision: Revision) {
        let mut inner = self.lock();
        inner.epoch += 1;
        inner.live = Ok(());
        inner.standing = standing;
        inner.forget(revision);
        self.tell(inner);
    }

    /// A commit did this to violations.
    pub fn push(&self, moment: Moment, happenings: Vec<Happening>, standing: Standing) {
        let mut inner = self.lock();
        inner.revision = moment.revision;
        inner.standing = standing;
        if !happenings.is_empty() {
            let entry = Entry::of(moment, happenings);
            inner.bytes += entry.bytes;
            inner.entries.push_back(entry);
            while inner.bytes > BYTES {
                let Some(entry) = inner.entries.pop_front() else { break };
                inner.bytes -= entry.bytes;
                inner.floor = entry.moment.revision;
            }
        }
        self.tell(inner);
    }

    /// Nobody follows the state any more; with a reason, that is told.
    pub fn end(&self, reason: Option<Suspension>) {
        let mut inner = self.lock();
        inner.end(reason);
        self.tell(inner);
    }

    /// Tells why nobody follows the state, unless somebody does by now.
    pub fn suspend_unless_live(&self, reason: Suspension) {
        let mut inner = self.lock();
        if inner.live.is_err() {
            inner.end(Some(reason));
            self.tell(inner);
        }
    }

    /// How what happened after a revision can be had.
    pub fn reach(&self, after: Revision) -> Reach {
        let inner = self.lock();
        if after >= inner.floor {
            Reach::InList
        } else if inner.out_of_reach.is_some_and(|lowest| after <= lowest) {
            Reach::TooFar
        } else {
            Reach::Lacking { until: inner.floor, room: BYTES.saturating_sub(inner.bytes) }
        }
    }

    /// What happened after a revision was looked for in vain: nobody has to look for it, or for more, once more.
    pub fn is_out_of_reach(&self, after: Revision) {
        let mut inner = self.lock();
        inner.out_of_reach = inner.out_of_reach.max(Some(after));
    }

    /// Puts what happened after a revision before the list.
    pub fn put_before(&self, after: Revision, commits: Vec<(Moment, Vec<Happening>)>) {
        let mut inner = self.lock();
        let floor = inner.floor;
        for (moment, happenings) in commits.into_iter().rev().filter(|(it, _)| it.revision <= floor) {
            let entry = Entry::of(moment, happenings);
            inner.bytes += entry.bytes;
            inner.entries.push_front(entry);
        }
        inner.floor = inner.floor.min(after);
    }

    /// Somebody listens from now on: after what was read there, or to everything there is. None when too many listen already.
    pub fn listen(&self) -> Option<Listener> {
        let permit = self.places.clone().try_acquire_owned().ok()?;
        Some(Listener { epoch: None, suspended: None, place: Place::after(Revision(0)), _permit: permit })
    }

    /// What a listener reads next.
    pub fn read(&self, listener: &mut Listener) -> Told {
        let inner = self.lock();
        if let Err(reason) = &inner.live {
            return match reason {
                Some(reason) if listener.suspended.replace(reason.cause) != Some(reason.cause) => {
                    Told::Suspended(reason.clone())
                }
                _ => Told::UpToDate,
            };
        }
        if listener.epoch != Some(inner.epoch) {
            listener.epoch = Some(inner.epoch);
            listener.suspended = None;
            listener.place = Place::after(inner.revision);
            return Told::Anew(inner.standing.clone(), inner.revision);
        }
        if listener.place.whole() < inner.floor {
            return Told::Behind;
        }
        let mut told = Vec::new();
        let mut bytes = 0;
        let first = inner.entries.partition_point(|entry| entry.moment.revision <= listener.place.whole());
        for Entry { moment, happenings, .. } in inner.entries.iter().skip(first) {
            let seen = listener.place.seen.filter(|_| moment.revision == listener.place.revision);
            for (number, happening) in happenings.iter().enumerate().skip(seen.unwrap_or(0)) {
                if bytes > CHUNK {
                    return Told::Happenings(told);
                }
                bytes += weight(happening);
                told.push((*moment, number, happening.clone()));
                listener.place = Place { revision: moment.revision, seen: Some(number + 1) };
            }
            listener.place = Place::after(moment.revision);
        }
        listener.place = Place::after(inner.revision.max(listener.place.revision));
        if told.is_empty() { Told::UpToDate } else { Told::Happenings(told) }
    }

    /// How many listen.
    pub fn listeners(&self) -> usize {
        self.most - self.places.available_permits().min(self.most)
    }

    /// How many may.
    pub fn most(&self) -> usize {
        self.most
    }

    /// How many violations there are, as far as anybody wants to know.
    pub fn len(&self) -> usize {
        self.lock().standing.size()
    }

    /// Is told of every change.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    /// The server stops: nobody listens any more.
    pub fn stop(&self) {
        self.stopping.send_replace(true);
    }

    /// Whether the server stops.
    pub fn stopping(&self) -> watch::Receiver<bool> {
        self.stopping.subscribe()
    }

    /// Takes on the duty to have this follow the state while somebody listens. None when somebody has it.
    pub fn drive(self: &Arc<Self>) -> Option<Driver> {
        (!self.is_driven.swap(true, Ordering::AcqRel)).then(|| Driver(self.clone()))
    }

    fn tell(&self, inner: MutexGuard<'_, Inner>) {
        drop(inner);
        self.changed.send_modify(|number| *number = number.wrapping_add(1));
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The duty to have the feed follow the state.
#[derive(Debug)]
pub struct Driver(Arc<Feed>);

impl Driver {
    /// Gives the duty up, because nobody listens; and takes it on again where somebody does by now, who found it taken.
    pub fn give_up(self) -> Option<Self> {
        let feed = self.0.clone();
        drop(self);
        let is_wanted = feed.listeners() > 0 && !*feed.stopping.borrow();
        is_wanted.then(|| feed.drive()).flatten()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Whoever finds the duty taken is seen to listen afterwards: both exchange the same value, one after the other.
        self.0.is_driven.swap(false, Ordering::AcqRel);
    }
}

impl Listener {
    /// Goes on after that place of the list there is, behind which everything is in it.
    pub fn go_on(&mut self, feed: &Feed, place: Place) {
        self.epoch = Some(feed.lock().epoch);
        self.place = place;
    }

    /// How far it has read.
    pub fn place(&self) -> Place {
        self.place
    }
}

impl Inner {
    fn end(&mut self, reason: Option<Suspension>) {
        self.live = Err(reason);
        self.standing = Standing::new_sync();
        self.forget(self.revision);
    }

    fn forget(&mut self, revision: Revision) {
        self.entries.clear();
        self.bytes = 0;
        self.revision = revision;
        self.floor = revision;
        self.out_of_reach = None;
    }
}

impl Entry {
    fn of(moment: Moment, happenings: Vec<Happening>) -> Self {
        let bytes = happenings.iter().map(weight).sum();
        Self { moment, happenings: happenings.into(), bytes }
    }
}

/// How much memory a change takes, roughly.
pub fn weight(happening: &Happening) -> usize {
    let value = |value: &Value| match value {
        Value::String(text) => 32 + text.len(),
        Value::Integer(number) => 32 + number.to_i64().map_or_else(|| number.to_string().len(), |_| 0),
        Value::Float(_) => 32,
    };
    128 + happening.row.iter().map(value).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::super::Key;
    use super::*;

    fn happening(text: &str) -> Happening {
        let row: Arc<[Value]> = vec![Value::from(text)].into();
        Happening { appeared: true, key: Key::of("p", "error", &row), row }
    }

    fn moment(revision: u64) -> Moment {
        Moment { revision: Revision(revision), at: None }
    }

    fn read(feed: &Feed, listener: &mut Listener) -> Vec<(u64, usize)> {
        match feed.read(listener) {
            Told::Happenings(told) => {
                told.into_iter().map(|(moment, number, _)| (moment.revision.0, number)).collect()
            }
            Told::UpToDate => Vec::new(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_listener_reads_everything_once_and_in_order() {
        let feed = Feed::new(2);
        let mut listener = feed.listen().unwrap();
        assert!(matches!(feed.read(&mut listener), Told::UpToDate));
        feed.begin(Standing::new_sync(), Revision(5));
        assert!(matches!(feed.read(&mut listener), Told::Anew(_, Revision(5))));
        feed.push(moment(6), vec![happening("a"), happening("b")], Standing::new_sync());
        feed.push(moment(7), vec![], Standing::new_sync());
        feed.push(moment(8), vec![happening("c")], Standing::new_sync());
        assert_eq!(read(&feed, &mut listener), [(6, 0), (6, 1), (8, 0)]);
        assert_eq!(read(&feed, &mut listener), []);
        let mut other = feed.listen().unwrap();
        other.go_on(&feed, Place { revision: Revision(6), seen: Some(1) });
        assert_eq!(read(&feed, &mut other), [(6, 1), (8, 0)]);
        assert!(feed.listen().is_none(), "two may listen");
        drop(listener);
        assert_eq!(feed.listeners(), 1);
        assert!(feed.listen().is_some());
    }

    #[test]
    fn a_slow_listener_is_told_and_holds_nothing() {
        let feed = Feed::new(1);
        feed.begin(Standing::new_sync(), Revision(0));
        let mut listener = feed.listen().unwrap();
        assert!(matches!(feed.read(&mut listener), Told::Anew(..)));
        let large = "x".repeat(60_000);
        for revision in 1..200 {
            feed.push(moment(revision), vec![happening(&large)], Standing::new_sync());
            assert!(feed.lock().bytes <= BYTES);
        }
        assert!(matches!(feed.read(&mut listener), Told::Behind));
    }

    #[test]
    fn what_happened_before_can_be_put_there() {
        let feed = Feed::new(1);
        feed.begin(Standing::new_sync(), Revision(10));
        assert_eq!(feed.reach(Revision(10)), Reach::InList);
        assert_eq!(feed.reach(Revision(7)), Reach::Lacking { until: Revision(10), room: BYTES });
        feed.put_before(
            Revision(7),
            vec![(moment(8), vec![happening("a")]), (moment(10), vec![happening("b")])],
        );
        assert_eq!(feed.reach(Revision(7)), Reach::InList);
        let mut listener = feed.listen().unwrap();
        listener.go_on(&feed, Place::after(Revision(8)));
        assert_eq!(read(&feed, &mut listener), [(10, 0)]);
    }

    #[test]
    fn what_cannot_be_told_is_said_once_and_then_all_is_told_anew() {
        let feed = Feed::new(1);
        feed.begin(Standing::new_sync(), Revision(1));
        let mut listener = feed.listen().unwrap();
        assert!(matches!(feed.read(&mut listener), Told::Anew(..)));
        let suspension = |cause| Suspension { cause, reason: "too much".into() };
        for cause in [SuspensionCause::Limits, SuspensionCause::Log] {
            feed.end(Some(suspension(cause)));
            assert!(matches!(feed.read(&mut listener), Told::Suspended(told) if told == suspension(cause)));
            feed.end(Some(suspension(cause)));
            assert!(matches!(feed.read(&mut listener), Told::UpToDate));
        }
        feed.begin(Standing::new_sync(), Revision(3));
        assert!(matches!(feed.read(&mut listener), Told::Anew(_, Revision(3))));
    }

    #[test]
    fn who_failed_suspends_nothing_that_somebody_has_begun_meanwhile() {
        let feed = Feed::new(1);
        let suspension = Suspension { cause: SuspensionCause::Limits, reason: "too much".into() };
        let mut listener = feed.listen().unwrap();
        feed.suspend_unless_live(suspension.clone());
        assert!(matches!(feed.read(&mut listener), Told::Suspended(told) if told == suspension));
        feed.begin(Standing::new_sync(), Revision(1));
        feed.suspend_unless_live(suspension);
        assert!(matches!(feed.read(&mut listener), Told::Anew(_, Revision(1))));
        feed.push(moment(2), vec![happening("a")], Standing::new_sync());
        assert_eq!(read(&feed, &mut listener), [(2, 0)]);
    }

    #[test]
    fn what_was_looked_for_in_vain_is_not_looked_for_again() {
        let feed = Feed::new(1);
        feed.begin(Standing::new_sync(), Revision(10));
        feed.is_out_of_reach(Revision(5));
        feed.is_out_of_reach(Revision(3));
        for (after, is_out_of_reach) in [(3, true), (5, true), (6, false), (10, false)] {
            assert_eq!(feed.reach(Revision(after)) == Reach::TooFar, is_out_of_reach, "{after}");
        }
        feed.begin(Standing::new_sync(), Revision(12));
        assert!(
            matches!(feed.reach(Revision(5)), Reach::Lacking { .. }),
            "a list that begins anew has more room"
        );
    }

    #[test]
    fn who_comes_while_the_duty_is_given_up_does_not_wait_for_nobody() {
        let feed = Arc::new(Feed::new(1));
        let driver = feed.drive().unwrap();
        let listener = feed.listen().unwrap();
        assert!(feed.drive().is_none(), "somebody has it");
        let driver = driver.give_up().expect("somebody listens, who relies on it");
        drop(listener);
        assert!(driver.give_up().is_none());
        assert!(feed.drive().is_some());
    }
}

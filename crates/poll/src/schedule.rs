//! Which data source is due when. Time comes in with every call.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use statehouse_model::DataSourceId;

/// Failures in a row let the time between polls grow up to here, or to the interval where that is longer.
const LONGEST_BACKOFF: Duration = Duration::from_mins(5);

/// When each data source is polled. No poll begins while the one before is under way.
#[derive(Debug, Default)]
pub(crate) struct Schedule(BTreeMap<DataSourceId, Place>);

#[derive(Debug)]
struct Place {
    interval: Duration,
    due: Instant,
    failures: u32,
    /// When the poll that is under way began.
    began: Option<Instant>,
    /// Somebody asked for a refresh while a poll was under way, which may have fetched before that.
    again: bool,
    /// False for what is only kept because a poll of it is under way.
    is_wanted: bool,
}

impl Schedule {
    /// These are to be polled, each at its interval, and no others. What is new is due now.
    pub(crate) fn keep(&mut self, wanted: &BTreeMap<DataSourceId, Duration>, now: Instant) {
        self.0.retain(|id, place| {
            place.is_wanted = wanted.contains_key(id);
            place.is_wanted || place.began.is_some()
        });
        for (id, interval) in wanted {
            let place = self.0.entry(id.clone()).or_insert_with(|| Place {
                interval: *interval,
                due: now,
                failures: 0,
                began: None,
                again: false,
                is_wanted: true,
            });
            place.interval = *interval;
        }
    }

    /// Forgets everything but which polls are under way.
    pub(crate) fn clear(&mut self, now: Instant) {
        self.keep(&BTreeMap::new(), now);
        for place in self.0.values_mut() {
            place.failures = 0;
            place.again = true;
        }
    }

    /// The data source that has been due for the longest time; its poll is under way from now on.
    pub(crate) fn begin(&mut self, now: Instant) -> Option<DataSourceId> {
        let waiting = self.0.iter_mut().filter(|(_, place)| place.waits() && place.due <= now);
        let (id, place) = waiting.min_by_key(|(_, place)| place.due)?;
        place.began = Some(now);
        place.again = false;
        Some(id.clone())
    }

    /// A poll has ended.
    pub(crate) fn end(&mut self, id: &DataSourceId, succeeded: bool, now: Instant) {
        let Some(place) = self.0.get_mut(id) else { return };
        let began = place.began.take().unwrap_or(now);
        if !place.is_wanted {
            self.0.remove(id);
            return;
        }
        place.failures = if succeeded { 0 } else { place.failures.saturating_add(1) };
        // One that failed by taking its time is to be left alone after it, too.
        let since = if succeeded { began } else { now };
        place.due = if place.again { now } else { since + place.pause() };
    }

    /// Lets a data source be due now, whatever failed before.
    pub(crate) fn refresh(&mut self, id: &DataSourceId, now: Instant) {
        if let Some(place) = self.0.get_mut(id) {
            place.due = place.due.min(now);
            place.failures = 0;
            place.again = place.began.is_some();
        }
    }

    /// How many polls are under way.
    pub(crate) fn under_way(&self) -> usize {
        self.0.values().filter(|place| place.began.is_some()).count()
    }

    /// When the next one is due.
    pub(crate) fn next(&self) -> Option<Instant> {
        self.0.values().filter(|place| place.waits()).map(|place| place.due).min()
    }
}

impl Place {
    fn waits(&self) -> bool {
        self.is_wanted && self.began.is_none()
    }

    /// From the beginning of a poll that succeeded, or the end of one that failed, to the next.
    fn pause(&self) -> Duration {
        let doubled = self.interval.saturating_mul(1 << self.failures.min(16));
        doubled.min(LONGEST_BACKOFF.max(self.interval))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INTERVAL: Duration = Duration::from_secs(10);

    fn of(ids: &[&str]) -> (Schedule, Instant) {
        let (mut schedule, now) = (Schedule::default(), Instant::now());
        schedule.keep(&wanted(ids), now);
        (schedule, now)
    }

    fn wanted(ids: &[&str]) -> BTreeMap<DataSourceId, Duration> {
        ids.iter().map(|id| ((*id).into(), INTERVAL)).collect()
    }

    #[test]
    fn what_is_new_is_due_at_once_and_then_at_its_interval() {
        let (mut schedule, start) = of(&["a"]);
        assert_eq!(schedule.begin(start), Some("a".into()));
        schedule.end(&"a".into(), true, start + Duration::from_secs(1));
        assert_eq!(schedule.next(), Some(start + INTERVAL));
        assert_eq!(schedule.begin(start + INTERVAL / 2), None);
        assert_eq!(schedule.begin(start + INTERVAL), Some("a".into()));
    }

    #[test]
    fn no_poll_begins_while_the_one_before_is_under_way() {
        let (mut schedule, start) = of(&["a"]);
        assert!(schedule.begin(start).is_some());
        let later = start + INTERVAL * 5;
        schedule.refresh(&"a".into(), later);
        assert_eq!((schedule.begin(later), schedule.next(), schedule.under_way()), (None, None, 1));
        schedule.clear(later);
        schedule.keep(&wanted(&["a"]), later);
        assert_eq!(schedule.begin(later), None, "not even under another lease");
        schedule.end(&"a".into(), true, later);
        assert_eq!(schedule.begin(later), Some("a".into()));
    }

    #[test]
    fn failures_let_it_wait_longer_within_bounds_and_success_ends_that() {
        let (mut schedule, mut now) = of(&["a"]);
        for pause in [20, 40, 80, 160, 300, 300] {
            assert!(schedule.begin(now).is_some());
            schedule.end(&"a".into(), false, now);
            assert_eq!(schedule.next(), Some(now + Duration::from_secs(pause)));
            now += Duration::from_secs(pause);
        }
        assert!(schedule.begin(now).is_some());
        schedule.end(&"a".into(), true, now);
        assert_eq!(schedule.next(), Some(now + INTERVAL));
    }

    #[test]
    fn a_refresh_makes_it_due_now_or_as_soon_as_the_poll_under_way_has_ended() {
        let (mut schedule, start) = of(&["a"]);
        assert!(schedule.begin(start).is_some());
        schedule.refresh(&"a".into(), start);
        schedule.end(&"a".into(), true, start);
        assert!(schedule.begin(start).is_some());
        schedule.end(&"a".into(), true, start);
        assert!(schedule.begin(start).is_none());
        schedule.refresh(&"a".into(), start);
        assert!(schedule.begin(start).is_some());
    }

    #[test]
    fn who_has_waited_longest_comes_first_and_who_is_not_wanted_goes() {
        let (mut schedule, start) = of(&["b"]);
        schedule.keep(&wanted(&["a", "b"]), start + Duration::from_secs(1));
        assert_eq!(schedule.begin(start + INTERVAL), Some("b".into()));
        schedule.keep(&wanted(&["a"]), start);
        schedule.end(&"b".into(), true, start);
        assert_eq!(schedule.under_way(), 0);
        assert_eq!(schedule.begin(start + INTERVAL * 2), Some("a".into()));
        assert_eq!(schedule.begin(start + INTERVAL * 9), None);
    }
}

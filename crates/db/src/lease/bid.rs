//! What one server knows of one lease, and what it does next. Time comes in with every call.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::row::Row;

/// Of how many parts of its duration a holder makes use, of five: the rest is for clocks that tick differently.
const USED_FIFTHS: u32 = 4;
/// A holder renews this many times within the duration.
const RENEWALS: u32 = 3;
/// So often within the duration a candidate looks, and whoever failed tries again.
const LOOKS: u32 = 10;

/// One server's part in the story of one lease.
#[derive(Clone, Debug)]
pub(crate) struct Bid {
    me: Arc<str>,
    lasts: Duration,
    held: Option<Held>,
    watched: Option<Watched>,
    due: Instant,
}

/// What this server holds, or held and may still find unchanged.
#[derive(Clone, Copy, Debug)]
struct Held {
    token: i64,
    until: Instant,
}

/// Another server's lease, as it was seen.
#[derive(Clone, Copy, Debug)]
struct Watched {
    token: i64,
    beat: i64,
    /// When it was first seen so.
    since: Instant,
    /// When it was last seen so.
    last: Instant,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Nothing now.
    Rest,
    /// Read the row, and tell [`Bid::saw`].
    Look,
    /// Insert the row: nobody has ever had this duty.
    Found,
    /// Set holder and token, if these are still what the row says.
    Take {
        /// The token of the one before.
        token: i64,
        /// The last beat of the one before.
        beat: i64,
    },
    /// Let the beat grow, if holder and token are still this server's.
    Renew {
        /// The token.
        token: i64,
    },
}

impl Bid {
    /// A bid of the server with this id, whose leases last so long.
    pub(crate) fn new(me: Arc<str>, lasts: Duration, now: Instant) -> Self {
        Self { me, lasts, held: None, watched: None, due: now }
    }

    /// The token of the lease, if this server has it now.
    pub(crate) fn held(&self, now: Instant) -> Option<i64> {
        self.held.filter(|held| now < held.until).map(|held| held.token)
    }

    /// When there is something to do or to notice.
    pub(crate) fn due(&self, now: Instant) -> Instant {
        // A lease that runs out does so whether or not anybody acts.
        match self.held {
            Some(held) if held.until > now => self.due.min(held.until),
            _ => self.due,
        }
    }

    /// What to do now.
    pub(crate) fn step(&self, now: Instant) -> Step {
        match self.held {
            _ if now < self.due => Step::Rest,
            // One that has run out may still be unchanged: as long as nobody took it, it is this server's to renew.
            Some(held) => Step::Renew { token: held.token },
            None => Step::Look,
        }
    }

    /// The row was read; `now` is when the answer was there. What to do about it.
    pub(crate) fn saw(&mut self, row: Option<&Row>, now: Instant) -> Step {
        let Some(row) = row else { return Step::Found };
        if *row.holder == *self.me {
            // A COMMIT that did not answer had taken it after all.
            return Step::Renew { token: row.token };
        }
        let take = Step::Take { token: row.token, beat: row.beat };
        if row.is_free() {
            return take;
        }
        let since = match self.watched {
            Some(watched) if watched.is_still(row, now) => watched.since,
            _ => now,
        };
        self.watched = Some(Watched { token: row.token, beat: row.beat, since, last: now });
        let over = since + row.lasts;
        if now >= over {
            return take;
        }
        self.due = over.min(now + row.lasts / LOOKS);
        Step::Rest
    }

    /// The row was written as [`Step::Found`], [`Step::Take`] or [`Step::Renew`] said; `asked` is when that was begun. Others
    /// count from when they see it, which is later.
    pub(crate) fn holds(&mut self, token: i64, asked: Instant) {
        self.held = Some(Held { token, until: asked + self.lasts / 5 * USED_FIFTHS });
        self.watched = None;
        self.due = asked + self.lasts / RENEWALS;
    }

    /// The row was not as [`Step::Found`], [`Step::Take`] or [`Step::Renew`] wanted it: another server has it.
    pub(crate) fn refused(&mut self, now: Instant) {
        self.held = None;
        self.watched = None;
        self.due = now;
    }

    /// The database did not say what became of it.
    pub(crate) fn failed(&mut self, now: Instant) {
        self.due = now + self.lasts / LOOKS;
    }
}

impl Watched {
    /// Has the row been like this all the time? A time during which this server did not see it does not count if it is
    /// long: then perhaps nobody could reach the database, and the holder is to have its chance when it is back.
    fn is_still(&self, row: &Row, now: Instant) -> bool {
        (self.token, self.beat) == (row.token, row.beat) && now.duration_since(self.last) <= row.lasts / 2
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LASTS: Duration = Duration::from_secs(5);

    fn bid() -> (Bid, Instant) {
        let now = Instant::now();
        (Bid::new("me".into(), LASTS, now), now)
    }

    fn row(holder: &str, token: i64, beat: i64) -> Row {
        Row { holder: holder.into(), token, beat, lasts: LASTS }
    }

    fn at(start: Instant, milliseconds: u64) -> Instant {
        start + Duration::from_millis(milliseconds)
    }

    #[test]
    fn a_duty_that_nobody_ever_had_is_taken_at_once_and_so_is_one_that_was_released() {
        let (mut bid, start) = bid();
        assert_eq!(bid.step(start), Step::Look);
        assert_eq!(bid.saw(None, start), Step::Found);
        assert_eq!(bid.saw(Some(&row("", 3, 9)), start), Step::Take { token: 3, beat: 9 });
    }

    #[test]
    fn a_row_that_stays_as_it_is_for_its_duration_is_taken_and_not_before() {
        let (mut bid, start) = bid();
        for seen in (0..5_000).step_by(500) {
            assert_eq!(bid.step(at(start, seen)), Step::Look);
            assert_eq!(bid.saw(Some(&row("other", 1, 7)), at(start, seen)), Step::Rest);
        }
        assert_eq!(bid.step(at(start, 4_999)), Step::Rest);
        assert_eq!(bid.step(at(start, 5_000)), Step::Look);
        let take = bid.saw(Some(&row("other", 1, 7)), at(start, 5_000));
        assert_eq!(take, Step::Take { token: 1, beat: 7 });
    }

    #[test]
    fn every_beat_begins_the_wait_anew() {
        let (mut bid, start) = bid();
        for beat in 0..20 {
            let now = at(start, u64::try_from(beat).unwrap() * 1_600);
            assert_eq!(bid.saw(Some(&row("other", 1, beat)), now), Step::Rest);
        }
    }

    #[test]
    fn a_long_time_without_a_look_begins_the_wait_anew() {
        let (mut bid, start) = bid();
        assert_eq!(bid.saw(Some(&row("other", 1, 7)), start), Step::Rest);
        assert_eq!(bid.saw(Some(&row("other", 1, 7)), at(start, 60_000)), Step::Rest);
        assert_eq!(bid.saw(Some(&row("other", 1, 7)), at(start, 62_000)), Step::Rest);
    }

    #[test]
    fn a_row_holds_for_as_long_as_its_holder_says_and_not_as_the_candidate_would() {
        let (mut bid, start) = bid();
        let slow = Row { lasts: Duration::from_mins(1), ..row("other", 1, 7) };
        for seen in (0..60).step_by(5) {
            assert_eq!(bid.saw(Some(&slow), at(start, seen * 1_000)), Step::Rest);
        }
        assert_eq!(bid.saw(Some(&slow), at(start, 60_000)), Step::Take { token: 1, beat: 7 });
    }

    #[test]
    fn a_holder_counts_from_when_it_asked_and_stops_before_others_may_begin() {
        let (mut bid, start) = bid();
        bid.holds(1, start);
        assert_eq!(bid.held(at(start, 3_999)), Some(1));
        assert_eq!(bid.held(at(start, 4_000)), None);
        assert_eq!(bid.due(start), at(start, 1_666) + Duration::from_nanos(666_666));
        assert_eq!(bid.step(at(start, 1_700)), Step::Renew { token: 1 });
        bid.failed(at(start, 3_900));
        assert_eq!(bid.due(at(start, 3_900)), at(start, 4_000), "that it has run out is to be noticed");
        assert_eq!(bid.step(at(start, 9_000)), Step::Renew { token: 1 }, "perhaps nobody took it");
        bid.refused(at(start, 9_001));
        assert_eq!(bid.step(at(start, 9_001)), Step::Look);
    }

    #[test]
    fn what_a_lost_commit_had_taken_is_found_and_kept() {
        let (mut bid, start) = bid();
        assert_eq!(bid.saw(None, start), Step::Found);
        bid.failed(start);
        assert_eq!(bid.saw(Some(&row("me", 1, 0)), at(start, 500)), Step::Renew { token: 1 });
    }
}

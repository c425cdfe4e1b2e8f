//! Presence: that this server runs, and which migrations it knows, as the database says to whoever wants to take from it what
//! it needs (`statehouse migrate contract`).
//!
//! | module | what it holds |
//! |---|---|
//! | [`row`] | the statements on `servers` |
//! | [`attendant`] | the thread that enters the server, lets its beat grow, and looks whether it can still work with the schema |
//!
//! A server enters itself before it looks whether it can work with the schema. A migration writes down what it requires
//! before it asks for the servers. So one of the two sees the other. Until it has looked, an entered server writes nothing.
//!
//! Whose beat stands still for as long as it says is given up: its row is taken out. A server that only stood still must not
//! write as if nothing had happened. So it counts, from when it last let its beat grow, a little less than others do, and
//! after that each write lets the beat grow in its own transaction ([`Presence::confirm`]): where the row is gone, nothing is
//! written until the server has entered itself again, and has looked at the schema again.

mod attendant;
mod row;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender};
use statehouse_connection::Connection;
use statehouse_migrations::Version;
use uuid::Uuid;

use crate::failed::Failed;
use crate::shared::Condition;

pub(crate) use attendant::Attendant;

/// Of how many parts of its duration a server makes use, of five: the rest is for clocks that tick differently.
const USED_FIFTHS: u32 = 4;

/// What a server says of itself.
#[derive(Debug, Clone)]
pub(crate) struct Card {
    /// No two are the same, not even of one server before and after a restart.
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) oldest: Version,
    pub(crate) newest: Version,
    pub(crate) lasts: Duration,
}

impl Card {
    pub(crate) fn new(name: &str, oldest: Version, newest: Version, lasts: Duration) -> Self {
        // As much as every database keeps in the column; it is for people.
        let name = name.chars().filter(|character| *character != '\0').take(255).collect();
        Self { id: Uuid::now_v7().to_string(), name, oldest, newest, lasts }
    }
}

/// What the threads of the store know of this server's presence.
pub(crate) struct Presence {
    card: Card,
    standing: Mutex<Standing>,
    /// Why this server cannot work with the schema any more, if that is so.
    schema: Condition,
    is_closed: AtomicBool,
    wake: Sender<()>,
}

#[derive(Default)]
struct Standing {
    /// The schema has no place where servers say that they run: nobody asks.
    is_unasked: bool,
    row: Row,
    /// Until when nobody can have given this server up.
    until: Option<Instant>,
}

/// What there is in the database of this server.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Row {
    #[default]
    None,
    /// A row, or perhaps one; whether this server can work with the schema has not been found since.
    New,
    /// A row, since which this server has found that it can work with the schema.
    Passed,
}

impl Presence {
    /// Not entered yet; and the attendant's end.
    pub(crate) fn new(card: Card) -> (Self, Receiver<()>) {
        let (wake, woken) = crossbeam_channel::bounded(1);
        let (standing, schema, is_closed) = (Mutex::default(), Condition::default(), AtomicBool::new(false));
        (Self { card, standing, schema, is_closed, wake }, woken)
    }

    /// Makes sure, within a transaction that writes, that nobody has taken this server for dead and the schema from under it.
    pub(crate) fn confirm(&self, connection: &mut Connection) -> Result<(), Failed> {
        if let Some(reason) = self.schema.reason() {
            return Err(Failed::Schema(reason));
        }
        let (is_sure, may_be) = {
            let standing = self.lock();
            let is_sure = standing.is_unasked || standing.until.is_some_and(|until| Instant::now() < until);
            (is_sure, standing.row == Row::Passed)
        };
        // Looked at again behind the row: it may be a new one, of which it is not known yet.
        if is_sure || (may_be && row::renew(connection, &self.card.id)? && self.has_passed()) {
            return Ok(());
        }
        self.look_again();
        Err(Failed::GivenUp)
    }

    /// Why this server cannot work with the schema any more, if that is so.
    pub(crate) fn refusal(&self) -> Option<String> {
        self.schema.reason()
    }

    /// Has the attendant look at the schema at once.
    pub(crate) fn look_again(&self) {
        // A wake-up that waits already serves for this one too.
        let _ = self.wake.try_send(());
    }

    /// The server stops: the attendant takes it out and ends.
    pub(crate) fn close(&self) {
        self.is_closed.store(true, Ordering::SeqCst);
        self.look_again();
    }

    fn is_closed(&self) -> bool {
        self.is_closed.load(Ordering::SeqCst)
    }

    fn is_entered(&self) -> bool {
        self.lock().row != Row::None
    }

    fn has_passed(&self) -> bool {
        self.lock().row == Row::Passed
    }

    /// A new row of this server is about to be there.
    fn enters(&self) {
        let mut standing = self.lock();
        standing.is_unasked = false;
        standing.row = Row::New;
        standing.until = None;
    }

    /// The beat has grown, and after that the schema was found well; `asked` is when that was begun.
    fn passed(&self, asked: Instant) {
        let mut standing = self.lock();
        standing.row = Row::Passed;
        standing.until = Some(asked + self.card.lasts / 5 * USED_FIFTHS);
    }

    /// There is no row of this server.
    fn left(&self, is_unasked: bool) {
        let mut standing = self.lock();
        standing.is_unasked = is_unasked;
        standing.row = Row::None;
        standing.until = None;
    }

    fn lock(&self) -> MutexGuard<'_, Standing> {
        self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

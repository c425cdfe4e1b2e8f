//! The threads that poll, and the lease under which they work.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded};
use statehouse_db::{Clock as _, Duty, DutyError, Lease, Store, SystemClock};
use statehouse_model::{DataSource, DataSourceId, Poll, Revision, RowSource, State};
use statehouse_outbound::Client;

use crate::board::Polling;
use crate::round::{End, Outcome, Round};
use crate::schedule::Schedule;

/// The name of the duty to poll.
pub const DUTY: &str = "poll";

/// How many data sources are polled at the same time.
const WORKERS: usize = 8;
/// So often it is looked whether this server has the duty, and which data sources there are.
const LOOK: Duration = Duration::from_millis(200);
/// Events that may wait: one of each worker, and wake-ups.
const EVENTS: usize = 2 * WORKERS;

/// What the poller is told.
#[derive(Debug)]
pub(crate) enum Event {
    /// There is an order on the board.
    Woken,
    /// A poll has ended.
    Ended(DataSourceId, Outcome),
}

/// Polls the data sources of a store, while this server has the duty.
#[derive(Debug)]
pub struct Poller {
    polling: Polling,
    thread: JoinHandle<()>,
}

/// A poller that did not start.
#[derive(Debug, thiserror::Error)]
pub enum PollerError {
    /// The operating system gave no thread.
    #[error("no thread for polling")]
    Thread(#[from] io::Error),
    /// The duty cannot be sought.
    #[error(transparent)]
    Duty(#[from] DutyError),
}

impl Poller {
    /// Starts polling. `None` where no driver polls: then this server seeks no duty, and others poll what they know.
    ///
    /// # Errors
    ///
    /// [`PollerError`].
    pub fn start(store: &Store) -> Result<Option<Self>, PollerError> {
        let state = store.read_local();
        if !state.drivers().iter().any(|driver| driver.rows == RowSource::Polled) {
            return Ok(None);
        }
        let (events, told) = bounded(EVENTS);
        let (rounds, work) = bounded(WORKERS);
        let client = Arc::new(Client::new());
        for number in 1..=WORKERS {
            let (store, client) = (store.clone(), client.clone());
            let (work, events): (Receiver<Round>, _) = (work.clone(), events.clone());
            thread::Builder::new().name(format!("poll {number}")).spawn(move || {
                for round in work {
                    let outcome = round.poll(&store, &client);
                    if events.send(Event::Ended(round.source, outcome)).is_err() {
                        return;
                    }
                }
            })?;
        }
        let polling = Polling::new(events);
        let coordinator = Coordinator {
            duty: store.duty(DUTY)?,
            store: store.clone(),
            polling: polling.clone(),
            events: told,
            rounds,
            lease: None,
            known: None,
            schedule: Schedule::default(),
        };
        let thread = thread::Builder::new().name("poll".to_owned()).spawn(move || coordinator.run())?;
        Ok(Some(Self { polling, thread }))
    }

    /// How polling goes.
    #[must_use]
    pub fn polling(&self) -> Polling {
        self.polling.clone()
    }

    /// Begins no further poll and gives the duty up. A request that is under way ends by itself; what it brings is not stored
    /// once the store is closed or another server polls.
    pub fn stop(self) {
        self.polling.stop();
        if self.thread.join().is_err() {
            tracing::error!("the thread that polls had died of a defect");
        }
    }
}

/// Decides what is polled when.
struct Coordinator {
    duty: Duty,
    store: Store,
    polling: Polling,
    events: Receiver<Event>,
    rounds: Sender<Round>,
    lease: Option<Lease>,
    /// The revision whose data sources are in the schedule.
    known: Option<Revision>,
    schedule: Schedule,
}

impl Coordinator {
    fn run(mut self) {
        loop {
            let look = Instant::now() + LOOK;
            let wake = self.schedule.next().map_or(look, |due| due.min(look));
            let idle = self.schedule.under_way() == WORKERS;
            match self.events.recv_deadline(if idle { look } else { wake }) {
                Ok(event) => self.take(event),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
            while let Ok(event) = self.events.try_recv() {
                self.take(event);
            }
            if self.polling.stops() {
                return;
            }
            self.look_at_lease();
            if let Some(lease) = self.lease.clone() {
                self.work(&lease);
            }
        }
    }

    fn look_at_lease(&mut self) {
        let held = self.duty.held();
        if held != self.lease {
            self.schedule.clear(Instant::now());
            self.polling.begin(held.is_some());
            self.lease = held;
            self.known = None;
        }
    }

    fn work(&mut self, lease: &Lease) {
        let (state, now) = (self.store.read_local(), Instant::now());
        if self.known != Some(state.revision()) {
            let wanted: BTreeMap<_, _> =
                polled(&state).map(|source| (source.id.clone(), interval(&state, source))).collect();
            self.polling.keep(&wanted.keys().cloned().collect());
            self.schedule.keep(&wanted, now);
            self.known = Some(state.revision());
        }
        for source in self.polling.take_refreshes() {
            self.schedule.refresh(&source, now);
        }
        while self.schedule.under_way() < WORKERS {
            let Some(source) = self.schedule.begin(now) else { return };
            self.begin(source, lease, &state);
        }
    }

    fn begin(&mut self, id: DataSourceId, lease: &Lease, state: &State) {
        let source = polled(state).find(|source| source.id == id);
        let driver = source.and_then(|source| state.drivers().get(&source.driver)).cloned();
        let planned = source
            .zip(driver)
            .and_then(|(source, driver)| Some((driver.poll_plan(source.config.as_ref())?, driver)));
        let end = match planned {
            Some((Ok(plan), driver)) => {
                let round = Round { lease: lease.clone(), source: id.clone(), driver, plan };
                match self.rounds.try_send(round) {
                    Ok(()) => return,
                    Err(_) => End::Failed("no thread is there to poll it".to_owned()),
                }
            }
            // The declaration of the driver is another one than when the data source was created.
            Some((Err(wrong), _)) => End::Failed(wrong.to_string()),
            None => End::Dropped,
        };
        self.take(Event::Ended(id, Outcome { changes: 0, end }));
    }

    fn take(&mut self, event: Event) {
        let Event::Ended(source, Outcome { changes, end }) = event else { return };
        let at = SystemClock.now();
        self.schedule.end(&source, end == End::Succeeded, Instant::now());
        match end {
            End::Succeeded => {
                if self.polling.succeeded(&source, at, changes) {
                    tracing::info!(data_source = %source, "polling succeeds again");
                }
            }
            End::Failed(reason) => {
                if self.polling.failed(&source, at, &reason, changes) {
                    tracing::warn!(data_source = %source, reason, "polling failed");
                }
            }
            End::Dropped => self.polling.dropped(changes),
        }
    }
}

fn polled(state: &State) -> impl Iterator<Item = &DataSource> {
    state.data_sources().map(AsRef::as_ref).filter(|source| {
        state.drivers().get(&source.driver).is_some_and(|driver| source.is_polled_by(driver))
    })
}

fn interval(state: &State, source: &DataSource) -> Duration {
    let driver = state.drivers().get(&source.driver);
    let plan = driver.and_then(|driver| driver.poll_plan(source.config.as_ref()));
    plan.and_then(Result::ok).map_or(Poll::INTERVAL, |plan| plan.interval)
}

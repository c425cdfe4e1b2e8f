//! The threads that carry out, and the lease under which they work.

use std::io;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded};
use statehouse_db::{Duty, DutyError, Lease, Store};
use statehouse_model::{Execution, ExecutionId};
use statehouse_outbound::Client;

use crate::attempt::{Attempt, End};
use crate::board::Executing;
use crate::follower::Follower;
use crate::queue::{Queue, WORKERS};

/// The name of the duty to execute.
pub const DUTY: &str = "execute";

/// So often it is looked whether this server has the duty, and what waits.
const LOOK: Duration = Duration::from_millis(200);
/// Events that may wait: one of each worker, and wake-ups.
const EVENTS: usize = 2 * WORKERS;
/// How long a server that stops waits for what is under way, so that nobody has to repeat it.
const STOP: Duration = Duration::from_secs(5);

/// What the executor is told.
#[derive(Debug)]
pub(crate) enum Event {
    /// Something may be there to be carried out.
    Woken,
    /// An attempt has ended.
    Ended(Arc<Execution>, End),
}

/// Executes actions of the data sources of a store, while this server has the duty.
#[derive(Debug)]
pub struct Executor {
    executing: Executing,
    threads: [JoinHandle<()>; 2],
}

/// An executor that did not start.
#[derive(Debug, thiserror::Error)]
pub enum ExecutorError {
    /// The operating system gave no thread.
    #[error("no thread for executing")]
    Thread(#[from] io::Error),
    /// The duty cannot be sought.
    #[error(transparent)]
    Duty(#[from] DutyError),
}

impl Executor {
    /// Starts executing. `None` where no driver has an action that can be executed: then this server seeks no duty, and others
    /// execute what they know.
    ///
    /// # Errors
    ///
    /// [`ExecutorError`].
    pub fn start(store: &Store) -> Result<Option<Self>, ExecutorError> {
        if !store.read_local().drivers().iter().any(|driver| driver.executes()) {
            return Ok(None);
        }
        let (events, told) = bounded(EVENTS);
        let (attempts, work) = bounded(WORKERS);
        let client = Arc::new(Client::new());
        for number in 1..=WORKERS {
            let (store, client) = (store.clone(), client.clone());
            let (work, events): (Receiver<Attempt>, _) = (work.clone(), events.clone());
            thread::Builder::new().name(format!("execute {number}")).spawn(move || {
                for attempt in work {
                    let end = attempt.carry_out(&store, &client);
                    if events.send(Event::Ended(attempt.execution, end)).is_err() {
                        return;
                    }
                }
            })?;
        }
        let (executing, duty) = (Executing::default(), Arc::new(store.duty(DUTY)?));
        let follower =
            Follower { store: store.clone(), duty: duty.clone(), executing: executing.clone(), events };
        let coordinator = Coordinator {
            duty,
            store: store.clone(),
            executing: executing.clone(),
            events: told,
            attempts,
            lease: None,
            queue: Queue::default(),
        };
        let threads = [
            thread::Builder::new().name("execute".to_owned()).spawn(move || coordinator.run())?,
            thread::Builder::new().name("execute-rules".to_owned()).spawn(move || follower.run())?,
        ];
        Ok(Some(Self { executing, threads }))
    }

    /// How executing goes.
    #[must_use]
    pub fn executing(&self) -> Executing {
        self.executing.clone()
    }

    /// Begins nothing any more, waits a moment for what is under way, and gives the duty up.
    pub fn stop(self) {
        self.executing.stop();
        for thread in self.threads {
            if thread.join().is_err() {
                tracing::error!("a thread that executes actions had died of a defect");
            }
        }
    }
}

/// Decides what is carried out when.
struct Coordinator {
    duty: Arc<Duty>,
    store: Store,
    executing: Executing,
    events: Receiver<Event>,
    attempts: Sender<Attempt>,
    lease: Option<Lease>,
    queue: Queue,
}

impl Coordinator {
    fn run(mut self) {
        while !self.executing.stops() {
            if !self.listen(Instant::now() + LOOK) {
                return;
            }
            self.look_at_lease();
            if let Some(lease) = self.lease.clone() {
                self.work(&lease);
            }
        }
        let end = Instant::now() + STOP;
        while self.queue.under_way() > 0 && Instant::now() < end {
            if !self.listen(end) {
                return;
            }
        }
    }

    /// Takes what comes until then, all that is there already. False when nothing will ever come.
    fn listen(&mut self, deadline: Instant) -> bool {
        match self.events.recv_deadline(deadline) {
            Ok(event) => self.take(event),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return false,
        }
        while let Ok(event) = self.events.try_recv() {
            self.take(event);
        }
        true
    }

    /// A lease that is new begins with the newest state: what was recorded under earlier ones is not to be done again.
    fn look_at_lease(&mut self) {
        let held = self.duty.held();
        if held == self.lease {
            return;
        }
        self.lease = None;
        self.executing.begin(false);
        self.queue.clear();
        if held.is_none() || self.store.read().wait().is_ok() {
            self.executing.begin(held.is_some());
            self.lease = held;
        }
    }

    fn work(&mut self, lease: &Lease) {
        let (state, now) = (self.store.read_local(), Instant::now());
        self.queue.keep(&state);
        while let Some((execution, number)) = self.queue.begin(state.waiting_executions(), now) {
            let plan = Attempt::plan(execution, &state);
            let attempt = Attempt { lease: lease.clone(), execution: execution.clone(), number, plan };
            if self.attempts.try_send(attempt).is_err() {
                // There are as many threads as may be under way, unless some have died.
                self.queue.end(&execution.id, true, now);
                return;
            }
        }
    }

    fn take(&mut self, event: Event) {
        let Event::Ended(execution, end) = event else { return };
        let id: &ExecutionId = &execution.id;
        // What could not be recorded waits still, and is not to be sent once more at once.
        let is_again = matches!(end, End::Again(_) | End::Dropped);
        self.queue.end(id, is_again, Instant::now());
        let (source, action) = (&execution.data_source, &execution.action);
        match end {
            End::Done => self.executing.done(),
            End::Again(reason) => {
                self.executing.repeated();
                tracing::info!(execution = %id, source, action, reason, "executing an action is tried again");
            }
            End::Failed(reason) => {
                self.executing.failed();
                tracing::warn!(execution = %id, source, action, reason, "executing an action failed");
            }
            End::Dropped => self.executing.dropped(),
        }
    }
}

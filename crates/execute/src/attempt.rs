//! One attempt at one execution: a request, and what came of it recorded.

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::value::RawValue;
use statehouse_db::{Lease, Request, Store, WriteError};
use statehouse_model::{ActionPlan, Command, Execution, Outcome, State};
use statehouse_outbound::{Client, Order, RequestError};
use uuid::Uuid;

use crate::queue::ATTEMPTS;

/// Whom the log names for what executing records.
pub(crate) const ACTOR: &str = "execute";

/// The longest time for one request.
const LIMIT: Duration = Duration::from_secs(30);
/// How long a database that does not take what came of it is tried again, and how often. After that the execution waits, and is
/// carried out again.
const RECORD_LIMIT: Duration = Duration::from_mins(1);
const RECORD_PAUSE: Duration = Duration::from_millis(500);

/// What is to be carried out, and under which lease.
#[derive(Debug)]
pub(crate) struct Attempt {
    pub(crate) lease: Lease,
    pub(crate) execution: Arc<Execution>,
    /// Which attempt it is, from 1.
    pub(crate) number: u32,
    /// How it is done, or why it cannot be.
    pub(crate) plan: Result<ActionPlan, String>,
}

/// How an attempt ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// It is recorded that it is done.
    Done,
    /// It is recorded that it was given up.
    Failed(String),
    /// It is to be attempted again.
    Again(String),
    /// Another server has the duty, or the database does not answer: what came of it is not recorded.
    Dropped,
}

/// What a data source is told.
#[derive(Serialize)]
struct Document<'a> {
    name: &'a str,
    positional: Box<RawValue>,
    named: Box<RawValue>,
}

impl Attempt {
    /// How an execution is carried out as things are in that state.
    pub(crate) fn plan(execution: &Execution, state: &State) -> Result<ActionPlan, String> {
        let name = &execution.data_source;
        let source = state.data_sources().find(|source| source.name == *name);
        let source = source.ok_or_else(|| format!("there is no data source '{name}'"))?;
        if !source.enabled {
            return Err(format!("data source '{name}' is disabled"));
        }
        let driver = state.drivers().get(&source.driver);
        let driver = driver.ok_or_else(|| format!("this server has no driver '{}'", source.driver))?;
        let plan = driver.action_plan(&execution.action, source.config.as_ref());
        let plan = plan.ok_or_else(|| {
            format!("data source '{name}' has no action '{}' that could be executed", execution.action)
        })?;
        plan.map_err(|wrong| wrong.to_string())
    }

    /// Carries it out, and records it if that is its end.
    pub(crate) fn carry_out(&self, store: &Store, client: &Client) -> End {
        let outcome = match self.ask(client) {
            Ok(()) => Outcome::Done,
            Err((reason, true)) if self.number < ATTEMPTS => return End::Again(reason),
            Err((reason, true)) => Outcome::Failed(format!("{reason}, {ATTEMPTS} times in a row")),
            Err((reason, false)) => Outcome::Failed(reason),
        };
        if !self.record(store, &outcome) {
            return End::Dropped;
        }
        match outcome {
            Outcome::Done => End::Done,
            Outcome::Failed(reason) => End::Failed(reason),
        }
    }

    /// Sends the request. An error says why, and whether another attempt is worth it.
    fn ask(&self, client: &Client) -> Result<(), (String, bool)> {
        let plan = self.plan.as_ref().map_err(|reason| (reason.clone(), false))?;
        let unusable = || (RequestError::Unusable.to_string(), false);
        let url = plan.url.expose().as_str().ok_or_else(unusable)?;
        let arguments = &self.execution.arguments;
        let raw = |text: &str| RawValue::from_string(text.to_owned()).map_err(|_| unusable());
        let document = Document {
            name: &self.execution.action,
            positional: raw(&arguments.positional)?,
            named: raw(&arguments.named)?,
        };
        let body = serde_json::to_string(&document).map_err(|_| unusable())?;
        let order = Order {
            method: plan.method.as_str(),
            url,
            headers: &plan.headers,
            key: self.execution.id.as_str(),
            body: &body,
        };
        client.send(&order, Instant::now() + LIMIT).map_err(|error| (error.to_string(), error.may_pass()))
    }

    /// False when it is not recorded: whoever has the duty then carries it out again.
    fn record(&self, store: &Store, outcome: &Outcome) -> bool {
        let until = Instant::now() + RECORD_LIMIT;
        loop {
            let request = Request {
                command: Command::EndExecution {
                    execution: self.execution.id.clone(),
                    outcome: outcome.clone(),
                },
                actor: ACTOR.to_owned(),
                request_id: format!("execute-{}", Uuid::new_v4()),
            };
            match store.write_under(&self.lease, request).and_then(statehouse_db::Pending::wait) {
                Ok(_) => return true,
                Err(WriteError::LeaseLost { .. } | WriteError::Closed) => return false,
                Err(error) if Instant::now() >= until => {
                    tracing::warn!(execution = %self.execution.id, %error, "what came of an execution is not recorded: it is repeated");
                    return false;
                }
                Err(_) => thread::sleep(RECORD_PAUSE),
            }
        }
    }
}

//! One poll of one data source: fetched, read, and stored if it is different.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use statehouse_db::{Lease, Request, Store, WriteError};
use statehouse_model::{Command, DataSourceId, Driver, Fetch, PollPlan, Reference, Rejection, Row, RowError};
use statehouse_outbound::{Client, RequestError};
use uuid::Uuid;

/// The longest time for all requests of one poll together.
const LIMIT: Duration = Duration::from_mins(1);

/// Whom the log names for rows that were polled.
const ACTOR: &str = "poll";

/// What is to be polled, and under which lease.
#[derive(Debug)]
pub(crate) struct Round {
    pub(crate) lease: Lease,
    pub(crate) source: DataSourceId,
    pub(crate) driver: Arc<Driver>,
    pub(crate) plan: PollPlan,
}

/// What a poll came to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// How many tables got other rows.
    pub(crate) changes: u64,
    pub(crate) end: End,
}

/// How a poll ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// Every table is as the source says.
    Succeeded,
    /// A table is not; the first one, and why.
    Failed(String),
    /// The duty or the data source is gone.
    Dropped,
}

/// Why a table was not filled.
#[derive(Debug, thiserror::Error)]
enum Misfit {
    #[error(transparent)]
    Fetch(#[from] RequestError),
    #[error("{0}")]
    Rows(#[from] RowError),
    #[error("the rows cannot be stored: {0}")]
    Store(String),
    #[error("another server polls, or the data source is gone")]
    Gone,
}

impl Round {
    /// Fetches table after table. One that fails leaves its rows as they are and does not keep the others from theirs.
    pub(crate) fn poll(&self, store: &Store, client: &Client) -> Outcome {
        let deadline = Instant::now() + LIMIT;
        let (mut changes, mut fault) = (0, None);
        for fetch in &self.plan.fetches {
            match self.fill(fetch, store, client, deadline) {
                Ok(is_changed) => changes += u64::from(is_changed),
                Err(Misfit::Gone) => return Outcome { changes, end: End::Dropped },
                Err(misfit) => {
                    fault.get_or_insert_with(|| format!("table '{}': {misfit}", fetch.table));
                }
            }
        }
        Outcome { changes, end: fault.map_or(End::Succeeded, End::Failed) }
    }

    /// Puts what is fetched in the place of the table's rows. False when they are the same.
    fn fill(&self, fetch: &Fetch, store: &Store, client: &Client, deadline: Instant) -> Result<bool, Misfit> {
        let url = fetch.url.expose().as_str().ok_or(RequestError::Unusable)?;
        let body = client.get(url, &self.plan.headers, deadline)?;
        let rows = self.driver.rows_fetched(&fetch.table, &body)?;
        drop(body);
        // The newest state, not what this server has: another one may have polled a moment ago.
        let state = store.read().wait().map_err(|error| Misfit::Store(error.to_string()))?;
        let wanted: BTreeSet<&Row> = rows.iter().collect();
        if state.rows(&self.source, &fetch.table).is_some_and(|rows| rows.eq(wanted)) {
            return Ok(false);
        }
        let request = Request {
            command: Command::ReplaceRows {
                data_source: Reference::from(self.source.as_str()),
                table: fetch.table.clone(),
                rows,
            },
            actor: ACTOR.to_owned(),
            request_id: format!("poll-{}", Uuid::new_v4()),
        };
        let written = store.write_under(&self.lease, request).and_then(statehouse_db::Pending::wait);
        match written {
            Ok(_) => Ok(true),
            Err(
                WriteError::LeaseLost { .. }
                | WriteError::Closed
                | WriteError::Rejected { rejection: Rejection::NoSuchDataSource(_), .. },
            ) => Err(Misfit::Gone),
            Err(error) => Err(Misfit::Store(error.to_string())),
        }
    }
}

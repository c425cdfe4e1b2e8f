//! Polling: where a driver says the rows of its tables are fetched from, and what that comes to for one data source.

use std::collections::HashMap;
use std::time::Duration;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::request::refuse_path;
use crate::row::RowError;
use crate::{Config, ConfigFieldError, DataSource, Driver, RequestHeader, Row, RowSource, Secret};

/// How the data sources of a driver are polled.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Poll {
    /// The configuration field with the address before the path of each table: `http://…` or `https://…`.
    pub url: String,
    /// The configuration field with the seconds from one poll to the next; [`Poll::INTERVAL`] when absent.
    #[serde(default)]
    pub interval: Option<String>,
    /// What each request carries besides what every request carries.
    #[serde(default)]
    pub headers: Vec<RequestHeader>,
}

/// Where the rows of one table are fetched from.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolledTable {
    /// The path with its query, after the address: begins with `/`.
    pub path: String,
    /// Where the list of rows stands in the answer: names separated by dots. The answer itself when absent.
    #[serde(default)]
    pub list: Option<String>,
}

/// What polling one data source means. Its `Debug` shows no secret.
#[derive(Clone, Debug, PartialEq)]
pub struct PollPlan {
    /// From one poll to the next.
    pub interval: Duration,
    /// Name and value of each header; a value is never to be shown.
    pub headers: Vec<(String, Secret)>,
    /// What is fetched, in the order of the declaration.
    pub fetches: Vec<Fetch>,
}

/// One request of a poll.
#[derive(Clone, Debug, PartialEq)]
pub struct Fetch {
    /// The table that the answer fills.
    pub table: String,
    /// What is asked for. Never to be shown: the address may come from a secret field.
    pub url: Secret,
}

impl Poll {
    /// From one poll to the next, where nothing else is said: as in Congress.
    pub const INTERVAL: Duration = Duration::from_secs(10);
    /// The shortest time from one poll to the next.
    pub const SHORTEST: Duration = Duration::from_secs(1);
    /// The longest time from one poll to the next.
    pub const LONGEST: Duration = Duration::from_hours(24);
}

impl Driver {
    /// What polling a data source of this driver with that configuration means; `None` where rows are not polled.
    ///
    /// # Errors
    ///
    /// The field that cannot be used, and why; the value is not repeated.
    #[must_use]
    pub fn poll_plan(&self, config: Option<&Config>) -> Option<Result<PollPlan, ConfigFieldError>> {
        let poll = self.poll.as_ref().filter(|_| self.rows == RowSource::Polled)?;
        Some(self.plan(poll, config))
    }

    fn plan(&self, poll: &Poll, config: Option<&Config>) -> Result<PollPlan, ConfigFieldError> {
        let base = self.address(&poll.url, config)?;
        let headers = self.header_values(&poll.headers, config)?;
        let fetches = self.tables.iter().filter_map(|table| {
            let url = format!("{base}{}", table.poll.as_ref()?.path);
            Some(Fetch { table: table.id.clone(), url: Secret::new(url.into()) })
        });
        Ok(PollPlan { interval: self.interval(poll, config)?, headers, fetches: fetches.collect() })
    }

    fn interval(&self, poll: &Poll, config: Option<&Config>) -> Result<Duration, ConfigFieldError> {
        let Some(field) = &poll.interval else { return Ok(Poll::INTERVAL) };
        let Some(text) = self.text(field, config)? else { return Ok(Poll::INTERVAL) };
        let interval = text.trim().parse().ok().map(Duration::from_secs);
        interval.filter(|interval| (Poll::SHORTEST..=Poll::LONGEST).contains(interval)).ok_or_else(|| {
            let (shortest, longest) = (Poll::SHORTEST.as_secs(), Poll::LONGEST.as_secs());
            ConfigFieldError::new(field, format!("is a whole number of seconds from {shortest} to {longest}"))
        })
    }

    /// The rows of a table in what was fetched for it: the list at [`PolledTable::list`], read as pushed rows are.
    ///
    /// # Errors
    ///
    /// Where the list is not, or which row and column cannot be read, and why.
    pub fn rows_fetched(&self, table: &str, body: &str) -> Result<Vec<Row>, RowError> {
        let list = self.table(table).and_then(|table| table.poll.as_ref()?.list.as_deref());
        let mut at = body;
        for name in list.into_iter().flat_map(|list| list.split('.')) {
            at = member(at, name).map_err(|reason| {
                RowError::whole(format!("on the way to '{}': {reason}", list.unwrap_or_default()))
            })?;
        }
        self.rows_from(table, at)
    }

    /// What the types do not say about polling.
    pub(crate) fn check_polling(&self) -> Result<(), String> {
        let Some(poll) = &self.poll else {
            if self.rows == RowSource::Polled {
                return Err("rows: 'polled' needs a section 'poll' that says where from".to_owned());
            }
            return match self.tables.iter().find(|table| table.poll.is_some()) {
                Some(table) => Err(format!("table '{}': 'poll' needs 'rows: polled'", table.id)),
                None => Ok(()),
            };
        };
        if self.rows != RowSource::Polled {
            return Err("poll: it needs 'rows: polled'".to_owned());
        }
        let interval = poll.interval.iter().map(|field| ("poll.interval", field));
        self.refuse_unknown_fields(interval)?;
        self.check_requests("poll", &poll.url, &poll.headers)?;
        if self.tables.is_empty() {
            return Err("tables: a driver that polls needs one at least".to_owned());
        }
        for table in &self.tables {
            let place = |what: &str| format!("table '{}': {what}", table.id);
            let polled = table.poll.as_ref().ok_or_else(|| place("'poll' is missing: it gives the path"))?;
            refuse_path(&polled.path).map_err(|reason| place(&format!("poll.path: {reason}")))?;
            if polled.list.as_ref().is_some_and(|list| list.split('.').any(str::is_empty)) {
                return Err(place("poll.list: names separated by dots, none of them empty"));
            }
        }
        Ok(())
    }
}

/// The text of one field of a JSON object.
pub(crate) fn member<'a>(json: &'a str, name: &str) -> Result<&'a str, String> {
    // Asked before reading: what the reader says about a value of another type repeats the value.
    if !json.trim_start().starts_with('{') {
        return Err(format!("no object that could have '{name}'"));
    }
    let object: HashMap<String, &RawValue> =
        serde_json::from_str(json).map_err(|error| format!("not JSON: {error}"))?;
    object.get(name).map(|found| found.get()).ok_or_else(|| format!("there is no '{name}'"))
}

impl DataSource {
    /// Whether one server is to poll it: it takes part, and that is where its driver's rows come from.
    #[must_use]
    pub fn is_polled_by(&self, driver: &Driver) -> bool {
        self.enabled && driver.id == self.driver && driver.rows == RowSource::Polled
    }
}

//! Polling: where a driver says the rows of its tables are fetched from, and what that comes to for one data source.

use std::collections::HashMap;
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::row::RowError;
use crate::{Config, ConfigValue, DataSource, Driver, Row, RowSource, Secret};

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
    pub headers: Vec<PollHeader>,
}

/// A header of the requests to a data source.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PollHeader {
    /// Its name.
    pub name: String,
    /// The configuration field that its value is taken from. A data source that does not give it sends no such header.
    pub from: String,
    /// What stands before the value, such as `"Bearer "`.
    #[serde(default)]
    pub prefix: String,
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
    pub fn poll_plan(&self, config: Option<&Config>) -> Option<Result<PollPlan, PollFieldError>> {
        let poll = self.poll.as_ref().filter(|_| self.rows == RowSource::Polled)?;
        Some(self.plan(poll, config))
    }

    fn plan(&self, poll: &Poll, config: Option<&Config>) -> Result<PollPlan, PollFieldError> {
        let base =
            self.text(&poll.url, config)?.ok_or_else(|| PollFieldError::new(&poll.url, "is missing"))?;
        let base = base.trim_end_matches('/');
        refuse_address(base).map_err(|reason| PollFieldError::new(&poll.url, reason))?;
        let mut headers = Vec::with_capacity(poll.headers.len());
        for header in &poll.headers {
            let Some(value) = self.text(&header.from, config)? else { continue };
            if !value.chars().all(|character| matches!(character, ' '..='~')) {
                let reason = "goes into a header, which holds printable ASCII alone";
                return Err(PollFieldError::new(&header.from, reason));
            }
            let value = Secret::new(format!("{}{value}", header.prefix).into());
            headers.push((header.name.clone(), value));
        }
        let fetches = self.tables.iter().filter_map(|table| {
            let url = format!("{base}{}", table.poll.as_ref()?.path);
            Some(Fetch { table: table.id.clone(), url: Secret::new(url.into()) })
        });
        Ok(PollPlan { interval: self.interval(poll, config)?, headers, fetches: fetches.collect() })
    }

    fn interval(&self, poll: &Poll, config: Option<&Config>) -> Result<Duration, PollFieldError> {
        let Some(field) = &poll.interval else { return Ok(Poll::INTERVAL) };
        let Some(text) = self.text(field, config)? else { return Ok(Poll::INTERVAL) };
        let interval = text.trim().parse().ok().map(Duration::from_secs);
        interval.filter(|interval| (Poll::SHORTEST..=Poll::LONGEST).contains(interval)).ok_or_else(|| {
            let (shortest, longest) = (Poll::SHORTEST.as_secs(), Poll::LONGEST.as_secs());
            PollFieldError::new(field, format!("is a whole number of seconds from {shortest} to {longest}"))
        })
    }

    /// The text of a configuration field: as the data source gives it, or as it is by default. A number is given either
    /// way by clients of Congress.
    fn text(&self, field: &str, config: Option<&Config>) -> Result<Option<String>, PollFieldError> {
        let given = config.and_then(|config| config.get(field)).map(|value| match value {
            ConfigValue::Plain(value) => value,
            ConfigValue::Secret(secret) => secret.expose(),
        });
        match given.or_else(|| self.field(field)?.default.as_ref()) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(Value::Number(number)) => Ok(Some(number.to_string())),
            Some(_) => Err(PollFieldError::new(field, "is a text or a number")),
        }
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
        self.refuse_unknown_fields(poll)?;
        if self.tables.is_empty() {
            return Err("tables: a driver that polls needs one at least".to_owned());
        }
        for table in &self.tables {
            let place = |what: &str| format!("table '{}': {what}", table.id);
            let polled = table.poll.as_ref().ok_or_else(|| place("'poll' is missing: it gives the path"))?;
            if !polled.path.starts_with('/') || polled.path.contains(|c: char| !matches!(c, '!'..='~')) {
                return Err(place("poll.path: it begins with '/' and is printable ASCII without spaces"));
            }
            if polled.list.as_ref().is_some_and(|list| list.split('.').any(str::is_empty)) {
                return Err(place("poll.list: names separated by dots, none of them empty"));
            }
        }
        Ok(())
    }

    fn refuse_unknown_fields(&self, poll: &Poll) -> Result<(), String> {
        let url = [("poll.url", &poll.url)].into_iter();
        let interval = poll.interval.iter().map(|field| ("poll.interval", field));
        let headers = poll.headers.iter().map(|header| ("poll.headers", &header.from));
        for (place, field) in url.chain(interval).chain(headers) {
            if self.field(field).is_none() {
                return Err(format!("{place}: there is no configuration field '{field}'"));
            }
        }
        if self.field(&poll.url).is_some_and(|field| !field.required && field.default.is_none()) {
            return Err(format!(
                "poll.url: the field '{}' is neither required nor has it a default",
                poll.url
            ));
        }
        for header in &poll.headers {
            let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
            if header.name.is_empty() || !header.name.chars().all(is_token) {
                return Err(format!("poll.headers: '{}' is no name of a header", header.name));
            }
            if OWN_HEADERS.iter().any(|own| header.name.eq_ignore_ascii_case(own)) {
                return Err(format!("poll.headers: '{}' is set by the server itself", header.name));
            }
            if !header.prefix.chars().all(|character| matches!(character, ' '..='~')) {
                return Err(format!("poll.headers: the prefix of '{}' is not printable ASCII", header.name));
            }
        }
        Ok(())
    }
}

/// The text of one field of a JSON object.
fn member<'a>(json: &'a str, name: &str) -> Result<&'a str, String> {
    // Asked before reading: what the reader says about a value of another type repeats the value.
    if !json.trim_start().starts_with('{') {
        return Err(format!("no object that could have '{name}'"));
    }
    let object: HashMap<String, &RawValue> =
        serde_json::from_str(json).map_err(|error| format!("not JSON: {error}"))?;
    object.get(name).map(|found| found.get()).ok_or_else(|| format!("there is no '{name}'"))
}

/// Headers that say how a request is to be read: another value would make it another request.
const OWN_HEADERS: [&str; 6] =
    ["host", "connection", "content-length", "transfer-encoding", "upgrade", "accept-encoding"];

/// A configuration with which a data source cannot be polled.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("config.{field}: {reason}")]
pub struct PollFieldError {
    /// The field.
    pub field: String,
    /// What is wrong with it, or what would be right.
    pub reason: String,
}

impl PollFieldError {
    fn new(field: &str, reason: impl Into<String>) -> Self {
        Self { field: field.to_owned(), reason: reason.into() }
    }
}

/// Credentials in an address would be shown wherever the address is: they have fields of their own.
fn refuse_address(base: &str) -> Result<(), &'static str> {
    let rest = base.strip_prefix("http://").or_else(|| base.strip_prefix("https://"));
    let Some(rest) = rest else { return Err("begins with 'http://' or 'https://'") };
    let authority = rest.split('/').next().unwrap_or_default();
    if authority.contains('@') {
        return Err("holds no user and no password: these are fields of their own");
    }
    if authority.is_empty() || base.contains(|c: char| !matches!(c, '!'..='~')) {
        return Err("names a host, in printable ASCII without spaces");
    }
    if base.contains(['?', '#']) {
        return Err("has no '?' and no '#': a path comes after it");
    }
    Ok(())
}

impl DataSource {
    /// Whether one server is to poll it: it takes part, and that is where its driver's rows come from.
    #[must_use]
    pub fn is_polled_by(&self, driver: &Driver) -> bool {
        self.enabled && driver.id == self.driver && driver.rows == RowSource::Polled
    }
}

//! What the server is told: settings, where each comes from, and what they mean.

pub(crate) mod duration;
mod file;
mod show;
mod source;
mod table;

use std::net::{SocketAddr, ToSocketAddrs};
use std::path::PathBuf;
use std::time::Duration;

use clap::ArgMatches;

use crate::failure::Failure;
pub(crate) use show::{as_json, as_lines};
pub(crate) use source::Sources;
pub(crate) use table::{SETTINGS, Setting};

/// The settings of the server, read and checked.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// The URL of the database, not yet looked at.
    pub database: String,
    pub listen: SocketAddr,
    /// Whether the operator said that anybody may do anything.
    pub open_to_all: bool,
    /// Directories of driver declarations.
    pub drivers: Vec<PathBuf>,
    pub secret_key_file: Option<PathBuf>,
    pub secret_key: Option<String>,
    pub log: String,
    pub log_format: LogFormat,
    pub port_file: Option<PathBuf>,
    pub workers: Option<usize>,
    /// How many writes may wait.
    pub queue: usize,
    /// How long a lease lasts.
    pub lease: Duration,
    /// How old commits may get in the log; none where they are kept for ever.
    pub keep_log: Option<Duration>,
    /// How many of the newest commits are kept whatever their age.
    pub keep_commits: usize,
    /// Whether this server executes actions when it is its turn.
    pub execute_actions: bool,
    /// How long requests are taken although the server has been asked to stop.
    pub drain: Duration,
    /// How long a request waits for the revision that it names.
    pub revision_wait: Duration,
    /// How many rows a request may have derived.
    pub evaluation_rows: u64,
    /// How many rows a request may have looked at while policies are evaluated.
    pub evaluation_steps: u64,
    /// How long a request may have policies evaluated.
    pub evaluation_time: Duration,
    /// How many clients may listen to violations.
    pub violation_streams: usize,
    pub shutdown_timeout: Duration,
    pub keep_alive: Duration,
    pub client_timeout: Duration,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LogFormat {
    /// Human on a terminal, JSON otherwise.
    Auto,
    Human,
    Json,
}

/// Gathers the settings from the flags, this process's environment and the configuration file.
pub(crate) fn gather(flags: &ArgMatches) -> Result<Sources, Failure> {
    Sources::gather(flags, |name| match std::env::var(name) {
        Ok(text) => Ok(Some(text)),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => Err(file::FileError::NotText { variable: name.to_owned() }),
    })
    .map_err(|error| Failure::settings(error.to_string()))
}

impl Settings {
    /// Reads what the sources give.
    pub fn read(sources: &Sources) -> Result<Self, Failure> {
        use table::{
            AUTH, CLIENT_TIMEOUT, DATABASE, DRAIN, DRIVERS, EVALUATION_ROWS, EVALUATION_STEPS,
            EVALUATION_TIME, EXECUTE_ACTIONS, KEEP_ALIVE, KEEP_COMMITS, KEEP_LOG, LEASE, LISTEN, LOG,
            LOG_FORMAT, PORT_FILE, QUEUE, REVISION_WAIT, SECRET_KEY, SECRET_KEY_FILE, SHUTDOWN_TIMEOUT,
            VIOLATION_STREAMS, WORKERS,
        };
        let reader = Reader(sources);
        Ok(Self {
            database: reader.required(&DATABASE, |text| Ok(text.to_owned()))?,
            listen: reader.required(&LISTEN, address)?,
            open_to_all: reader.optional(&AUTH, auth)?.is_some(),
            drivers: sources.given(&DRIVERS).values.into_iter().map(PathBuf::from).collect(),
            secret_key_file: reader.optional(&SECRET_KEY_FILE, path)?,
            secret_key: reader.optional(&SECRET_KEY, |text| Ok(text.to_owned()))?,
            log: reader.required(&LOG, |text| Ok(text.to_owned()))?,
            log_format: reader.required(&LOG_FORMAT, log_format)?,
            port_file: reader.optional(&PORT_FILE, path)?,
            workers: reader.optional(&WORKERS, count)?,
            queue: reader.required(&QUEUE, count)?,
            lease: reader.required(&LEASE, lease)?,
            keep_log: reader.required(&KEEP_LOG, keep_log)?,
            keep_commits: reader.required(&KEEP_COMMITS, count)?,
            execute_actions: reader.required(&EXECUTE_ACTIONS, yes_or_no)?,
            drain: reader.required(&DRAIN, duration::parse)?,
            revision_wait: reader.required(&REVISION_WAIT, duration::parse)?,
            evaluation_rows: reader.required(&EVALUATION_ROWS, cost)?,
            evaluation_steps: reader.required(&EVALUATION_STEPS, cost)?,
            evaluation_time: reader.required(&EVALUATION_TIME, duration::parse)?,
            violation_streams: reader.required(&VIOLATION_STREAMS, count)?,
            shutdown_timeout: reader.required(&SHUTDOWN_TIMEOUT, duration::parse)?,
            keep_alive: reader.required(&KEEP_ALIVE, duration::parse)?,
            client_timeout: reader.required(&CLIENT_TIMEOUT, duration::parse)?,
        })
    }

    /// Without authentication, whoever reaches the server may do everything: that must have been meant.
    pub fn refuse_unguarded_address(&self) -> Result<(), Failure> {
        if self.open_to_all || self.listen.ip().is_loopback() {
            return Ok(());
        }
        Err(Failure::settings(format!(
            "{} is not a loopback address, and clients would not have to prove who they are",
            self.listen
        ))
        .remedy(
            "listen on 127.0.0.1, or say --auth none if everybody who reaches the address may do everything",
        ))
    }
}

/// Reads values and names the setting and its origin when one makes no sense.
struct Reader<'a>(&'a Sources);

impl Reader<'_> {
    fn optional<T>(
        &self,
        setting: &Setting,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Option<T>, Failure> {
        let given = self.0.given(setting);
        let Some(text) = given.values.first() else { return Ok(None) };
        parse(text).map(Some).map_err(|reason| {
            Failure::settings(format!("{} {text:?} (from {}): {reason}", setting.name, given.origin))
        })
    }

    fn required<T>(
        &self,
        setting: &Setting,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, Failure> {
        self.optional(setting, parse)?
            .ok_or_else(|| Failure::settings(format!("{} is not set", setting.name)))
    }
}

fn address(text: &str) -> Result<SocketAddr, String> {
    let reason = || "not an address with a port, such as 127.0.0.1:1789 or [::1]:1789".to_owned();
    text.to_socket_addrs().map_err(|_| reason())?.next().ok_or_else(reason)
}

fn auth(text: &str) -> Result<(), String> {
    if text == "none" { Ok(()) } else { Err("the only method is none".to_owned()) }
}

/// A path; an empty one is a variable that was meant to be unset, and is refused rather than guessed at.
fn path(text: &str) -> Result<PathBuf, String> {
    if text.is_empty() { Err("the path is empty".to_owned()) } else { Ok(PathBuf::from(text)) }
}

fn yes_or_no(text: &str) -> Result<bool, String> {
    text.parse().map_err(|_| "neither true nor false".to_owned())
}

fn count(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(number @ 1..=1_000_000) => Ok(number),
        _ => Err("not a number from 1 to 1000000".to_owned()),
    }
}

/// What evaluating may cost.
fn cost(text: &str) -> Result<u64, String> {
    match text.parse() {
        Ok(number @ 1..=1_000_000_000_000) => Ok(number),
        _ => Err("not a number from 1 to 1000000000000".to_owned()),
    }
}

/// Shorter leases are lost on a machine that is merely busy; with longer ones a duty would rest for too long.
fn lease(text: &str) -> Result<Duration, String> {
    let (shortest, longest) = (Duration::from_millis(500), Duration::from_mins(10));
    duration::parse(text)
        .ok()
        .filter(|lease| (shortest..=longest).contains(lease))
        .ok_or_else(|| "not a duration from 500ms to 10m".to_owned())
}

fn keep_log(text: &str) -> Result<Option<Duration>, String> {
    if text == "forever" {
        return Ok(None);
    }
    let age = duration::parse_long(text, Duration::from_hours(24 * 3_650));
    age.filter(|age| *age >= Duration::from_secs(1))
        .map(Some)
        .ok_or_else(|| "not forever, nor a duration from 1s to 3650d, such as 12h or 90d".to_owned())
}

fn log_format(text: &str) -> Result<LogFormat, String> {
    match text {
        "auto" => Ok(LogFormat::Auto),
        "human" => Ok(LogFormat::Human),
        "json" => Ok(LogFormat::Json),
        _ => Err("the formats are auto, human and json".to_owned()),
    }
}

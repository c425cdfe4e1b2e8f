//! Log lines: to stderr, for people on a terminal and as JSON for everything else.

use std::io::{self, IsTerminal};

use tracing_subscriber::EnvFilter;

use crate::failure::Failure;
use crate::settings::LogFormat;

/// Starts logging what the filter lets through.
pub(crate) fn start(filter: &str, format: LogFormat) -> Result<(), Failure> {
    let filter =
        EnvFilter::try_new(filter).map_err(|error| Failure::settings(format!("log {filter:?}: {error}")))?;
    let human = match format {
        LogFormat::Auto => io::stderr().is_terminal(),
        LogFormat::Human => true,
        LogFormat::Json => false,
    };
    // A line that cannot be written (a full disk behind stderr) is lost: complaining about it on stderr would panic, and
    // end the thread that only wanted to log.
    let lines =
        tracing_subscriber::fmt().log_internal_errors(false).with_env_filter(filter).with_writer(io::stderr);
    let started = if human {
        lines.with_ansi(io::stderr().is_terminal()).try_init()
    } else {
        lines.json().flatten_event(true).with_current_span(true).with_span_list(false).try_init()
    };
    started.map_err(|error| Failure::new(crate::failure::Exit::Failed, format!("cannot log: {error}")))
}

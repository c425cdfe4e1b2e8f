//! `statehouse doctor`: what would keep a server from starting, or from keeping what it is given, and how to mend it.
//! Nothing is changed.
//!
//! | module | what it holds |
//! |---|---|
//! | `examine` | what is looked at, in which order |
//! | `report` | how it is told: lines for people, JSON for programs |

mod examine;
mod report;

use std::process::ExitCode;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use statehouse_connection::examination::{Finding, Verdict};
use statehouse_connection::url::redacted;

use crate::failure::{Exit, Failure};
use crate::settings::Settings;
use report::Report;

/// How long one question may take. The longest that is meant to take its time is the search for hosts that are gone.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long all of them may take.
const LIMIT: Duration = Duration::from_mins(2);

/// Looks at everything and tells what it finds. The exit code is 0 when all is well, 1 when something is doubtful, and 2
/// when something is wrong.
pub(crate) fn run(settings: &Settings, as_json: bool) -> Result<ExitCode, Failure> {
    let (found, findings) = mpsc::channel();
    let copy = settings.clone();
    // Not waited for at the end: a database that has fallen silent must not hold up the answer.
    thread::Builder::new()
        .name("doctor".to_owned())
        .spawn(move || examine::everything(&copy, &mut |finding| drop(found.send(finding))))
        .map_err(|error| Failure::new(Exit::Failed, format!("no thread: {error}")))?;
    let mut report = Report::new(redacted(&settings.database), as_json);
    report.begin()?;
    let deadline = Instant::now() + LIMIT;
    loop {
        let patience = PATIENCE.min(deadline.saturating_duration_since(Instant::now()));
        match findings.recv_timeout(patience) {
            Ok(finding) => report.tell(finding)?,
            Err(RecvTimeoutError::Disconnected) => break,
            Err(RecvTimeoutError::Timeout) => {
                report.tell(silence(patience))?;
                break;
            }
        }
    }
    report.end()?;
    Ok(ExitCode::from(match report.verdict() {
        Verdict::Well => 0,
        Verdict::Doubtful => 1,
        Verdict::Wrong => 2,
    }))
}

fn silence(patience: Duration) -> Finding {
    let what = format!("the database took a question and has not answered for {} s", patience.as_secs());
    Finding::wrong("answers", what, "look at what the database does, and at the network in between")
}

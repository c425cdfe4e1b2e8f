//! The `migrate` sub-command, the same in every program that offers it.
//!
//! The program parses [`MigrateCommand`] as one of its sub-commands, says which database and which migrator, and
//! ends with the exit code that [`MigrateCommand::run`] answers.

use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Duration;

use clap::Subcommand;
use indicatif::{ProgressBar, ProgressStyle};
use jiff::Timestamp;
use statehouse_connection::DatabaseUrl;

use crate::{Direction, MigrateError, Migration, Migrator, Progress, SchemaWindow, Status, Version};

/// What can be done about the schema of a database.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum MigrateCommand {
    /// Apply the migrations that are missing
    #[command(after_help = "Examples:\n  migrate up         everything this build knows\n  \
                            migrate up 0003    up to and including 0003")]
    Up {
        /// Stop after this migration
        version: Option<Version>,
    },
    /// Take migrations down, the newest first; what they added is lost
    #[command(after_help = "Examples:\n  migrate down --yes         the newest migration\n  \
                            migrate down 0003 --yes    everything after 0003\n  \
                            migrate down 0 --yes       everything")]
    Down {
        /// The migration that is the newest afterwards; 0 takes everything down
        version: Option<Version>,
        /// Do it: tables and what is in them are dropped
        #[arg(long)]
        yes: bool,
    },
    /// List all migrations, applied and not
    #[command(after_help = "Examples:\n  migrate status\n  migrate status --json")]
    Status {
        /// Print a JSON array instead of a table
        #[arg(long)]
        json: bool,
    },
    /// Say whether the schema fits this build
    #[command(after_help = "Exit codes:\n  0  up to date\n  1  migrations are missing: run `migrate up`\n  \
                            2  the schema is newer, or differs; or the database cannot be read")]
    Check,
}

/// How a command ended, as the program's exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0: done; for `check`, up to date.
    Done,
    /// 1: for `check`, migrations are missing.
    Pending,
    /// 2: the schema does not fit this build, or something failed.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Pending => 1,
            Exit::Failed => 2,
        })
    }
}

impl MigrateCommand {
    /// Does what the command says, and tells it on `out`; a progress bar and errors go to the standard error.
    pub fn run(&self, migrator: &Migrator, url: &DatabaseUrl, out: &mut dyn Write) -> Exit {
        let exit = match self {
            Self::Up { version } => up(migrator, url, *version, out),
            Self::Down { yes: false, .. } => Err(CommandError::Unconfirmed),
            Self::Down { version, yes: true } => down(migrator, url, *version, out),
            Self::Status { json } => status(migrator, url, *json, out),
            Self::Check => check(migrator, url, out),
        };
        exit.unwrap_or_else(|error| {
            // When not even the standard error can be written to, the exit code still tells.
            let _ = writeln!(io::stderr(), "error: {error}");
            Exit::Failed
        })
    }
}

#[derive(Debug, thiserror::Error)]
enum CommandError {
    #[error(transparent)]
    Migrate(#[from] MigrateError),
    #[error(
        "taking a migration down drops tables and what is in them; repeat the command with --yes to do it"
    )]
    Unconfirmed,
    #[error("cannot print: {0}")]
    Print(#[from] io::Error),
    #[error("cannot print: {0}")]
    Json(#[from] serde_json::Error),
}

type CommandResult = Result<Exit, CommandError>;

fn up(migrator: &Migrator, url: &DatabaseUrl, target: Option<Version>, out: &mut dyn Write) -> CommandResult {
    let done = migrator.up(url, target, &mut Bar::default())?;
    match done.len() {
        0 => writeln!(out, "{url}: nothing to apply")?,
        1 => writeln!(out, "{url}: applied {}", list(&done))?,
        number => writeln!(out, "{url}: applied {number} migrations: {}", list(&done))?,
    }
    Ok(Exit::Done)
}

fn down(
    migrator: &Migrator,
    url: &DatabaseUrl,
    target: Option<Version>,
    out: &mut dyn Write,
) -> CommandResult {
    let done = migrator.down(url, target, &mut Bar::default())?;
    match done.len() {
        0 => writeln!(out, "{url}: nothing to take down")?,
        1 => writeln!(out, "{url}: took down {}", list(&done))?,
        number => writeln!(out, "{url}: took down {number} migrations: {}", list(&done))?,
    }
    Ok(Exit::Done)
}

fn status(migrator: &Migrator, url: &DatabaseUrl, json: bool, out: &mut dyn Write) -> CommandResult {
    let status = migrator.status(url)?;
    if json {
        serde_json::to_writer_pretty(&mut *out, &status.iter().map(as_json).collect::<Vec<_>>())?;
        writeln!(out)?;
    } else {
        for line in &status {
            writeln!(out, "{}", as_line(line))?;
        }
    }
    Ok(Exit::Done)
}

fn check(migrator: &Migrator, url: &DatabaseUrl, out: &mut dyn Write) -> CommandResult {
    match migrator.check(url)? {
        SchemaWindow::UpToDate => {
            writeln!(out, "{url}: up to date")?;
            Ok(Exit::Done)
        }
        SchemaWindow::Empty => {
            writeln!(out, "{url}: no schema yet; run `migrate up`")?;
            Ok(Exit::Pending)
        }
        SchemaWindow::Pending(missing) => {
            writeln!(out, "{url}: not applied yet: {}; run `migrate up`", list(&missing))?;
            Ok(Exit::Pending)
        }
        window @ (SchemaWindow::Ahead(_) | SchemaWindow::Drifted(_)) => {
            migrator.refuse_disagreement(window)?;
            Ok(Exit::Failed)
        }
    }
}

fn list(versions: &[Version]) -> String {
    versions.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// RFC 3339, to the second; the number itself if no calendar has such a day.
fn instant(microseconds: i64) -> String {
    Timestamp::from_microsecond(microseconds)
        .map_or_else(|_| microseconds.to_string(), |at| at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

fn as_line(status: &Status) -> String {
    let Status { version, name, standing, phase, applied, .. } = status;
    let phase = phase.as_str();
    let standing = standing.as_str();
    match applied {
        Some(applied) => {
            let at = instant(applied.applied_at_us);
            format!("{version}  {standing:<10}  {phase:<8}  {at}  {name}  ({})", applied.applied_by)
        }
        None => format!("{version}  {standing:<10}  {phase:<8}  {:<20}  {name}", "-"),
    }
}

fn as_json(status: &Status) -> serde_json::Value {
    let applied = status.applied.as_ref();
    serde_json::json!({
        "version": status.version.0,
        "name": status.name,
        "standing": status.standing.as_str(),
        "phase": status.phase.as_str(),
        "requires": status.requires.map(|version| version.0),
        "state": applied.map(|applied| applied.state.as_str()),
        "applied_at": applied.map(|applied| instant(applied.applied_at_us)),
        "applied_by": applied.map(|applied| &applied.applied_by),
        "checksum": applied.map(|applied| &applied.checksum),
    })
}

/// A bar on the standard error; nothing is drawn where that is no terminal.
#[derive(Default)]
struct Bar {
    bar: Option<ProgressBar>,
}

impl Progress for Bar {
    fn waiting(&mut self) {
        let _ = writeln!(io::stderr(), "another process has the database locked; waiting");
    }

    fn started(&mut self, migration: &Migration, direction: Direction, remaining: usize) {
        let bar = self.bar.get_or_insert_with(|| {
            let style = ProgressStyle::with_template("{bar:24} {pos}/{len} {msg}")
                .unwrap_or_else(|_| ProgressStyle::default_bar());
            let bar = ProgressBar::new(0).with_style(style);
            bar.enable_steady_tick(Duration::from_millis(200));
            bar
        });
        // Another migrator may have done some in between: what remains is counted anew.
        bar.set_length(bar.position().saturating_add(u64::try_from(remaining).unwrap_or(u64::MAX)));
        bar.set_message(match direction {
            Direction::Up => format!("applying {migration}"),
            Direction::Down => format!("taking down {migration}"),
        });
    }

    fn finished(&mut self, _: &Migration, _: Direction, _: Duration) {
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

//! The `migrate` sub-command, the same in every program that offers it.
//!
//! The program parses [`MigrateCommand`] as one of its sub-commands, says which database and which migrator, and
//! ends with the exit code that [`MigrateCommand::run`] answers.
//!
//! | module | what it holds |
//! |---|---|
//! | `look` | verbs that change nothing: `status`, `current`, `history`, `check`, `verify` |
//! | `change` | verbs that change the database: `up`, `down`, `stamp`; what they would do; SQL for others to run |
//! | `phase` | verbs by phase: `expand`, `data`, `contract`; the `servers` that run |
//! | `target` | how far to go: a version, or so many steps |
//! | `confirm` | a question before something is lost |
//! | `print` | migrations in a line, a table, JSON |
//! | `bar` | progress on a terminal |

mod bar;
mod change;
mod confirm;
mod look;
mod phase;
mod print;
mod target;

use std::io::{self, Write};
use std::num::NonZeroU32;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use statehouse_connection::DatabaseUrl;

pub use self::phase::Speed;
pub use self::target::Target;
use crate::{MigrateError, Migrator, Phase, Range, Version};

/// What can be done about the schema of a database.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum MigrateCommand {
    /// List all migrations, applied and not
    #[command(after_help = "Examples:\n  migrate status\n  migrate status --json")]
    Status {
        /// Print a JSON array instead of a table
        #[arg(long)]
        json: bool,
    },
    /// Print the newest migration that is applied
    #[command(after_help = "Examples:\n  migrate current           0003_log_start\n  \
                            migrate current --json    with when, and what is missing")]
    Current {
        /// Print a JSON object
        #[arg(long)]
        json: bool,
    },
    /// List everything that was ever done to the schema, the oldest first
    #[command(after_help = "Examples:\n  migrate history\n  migrate history --json")]
    History {
        /// Print a JSON array instead of a table
        #[arg(long)]
        json: bool,
    },
    /// Say whether the schema is the one this build makes
    #[command(after_help = "Examples:\n  migrate check || migrate up\n\nExit codes:\n  0  up to date\n  \
                            1  migrations are missing: run `migrate up`\n  \
                            2  the database cannot be read\n  \
                            3  the schema is newer than this build\n  \
                            4  the schema differs from what this build knows: a migration was changed or overtaken")]
    Check,
    /// Compare the live schema with the one that the applied migrations make, and list what differs
    #[command(
        after_help = "Examples:\n  migrate verify\n  migrate verify --json\n\nExit codes:\n  0  nothing differs\n  \
                            2  the database cannot be read\n  4  something differs"
    )]
    Verify {
        /// Print a JSON array instead of a list
        #[arg(long)]
        json: bool,
    },
    /// Apply the migrations that are missing
    #[command(after_help = "Examples:\n  migrate up                 everything this build knows\n  \
                            migrate up 0003            up to and including 0003\n  \
                            migrate up +1              the next one\n  \
                            migrate up --dry-run       say what would be done, and change nothing\n  \
                            migrate up --sql 0003:0005 print SQL for somebody else to review and run\n\n\
                            An embedded database is first copied to a file beside it.")]
    Up {
        /// Stop after this migration, or after so many (+N)
        target: Option<Target>,
        /// In what way
        #[command(flatten)]
        how: How,
    },
    /// Take migrations down, the newest first; what they added is lost
    #[command(after_help = "Examples:\n  migrate down --yes         the newest migration\n  \
                            migrate down 0003 --yes    everything after 0003\n  \
                            migrate down -2 --yes      the two newest\n  \
                            migrate down 0 --yes       everything\n  \
                            migrate down 0003 --dry-run\n  \
                            migrate down --sql 0005:0003\n\n\
                            An embedded database is first copied to a file beside it.")]
    Down {
        /// The migration that is the newest afterwards (0 takes everything down), or how many to take down (-N)
        #[arg(allow_negative_numbers = true)]
        target: Option<Target>,
        /// In what way
        #[command(flatten)]
        how: How,
    },
    /// Apply the migrations that add; servers of the version before go on working
    #[command(after_help = "Examples:\n  migrate expand       before the servers are exchanged\n  \
                            migrate expand --dry-run\n\n\
                            An embedded database is first copied to a file beside it.")]
    Expand {
        /// Say what would be done, and change nothing
        #[arg(long)]
        dry_run: bool,
        /// The copy of an embedded database
        #[command(flatten)]
        backup: Backup,
    },
    /// Move and fill rows, in batches, while servers serve
    #[command(
        after_help = "Examples:\n  migrate data               half of the time is left to the servers\n  \
                            migrate data --pace 10%    most of it\n  \
                            migrate data --pace 100%   none: nobody else needs the database\n\n\
                            When it is interrupted, running it again goes on where it stopped.\n\
                            An embedded database is first copied to a file beside it."
    )]
    Data {
        /// Say what would be done, and change nothing
        #[arg(long)]
        dry_run: bool,
        /// How fast
        #[command(flatten)]
        speed: Speed,
        /// The copy of an embedded database
        #[command(flatten)]
        backup: Backup,
    },
    /// Remove and tighten what older servers need, when none of them runs any more
    #[command(
        after_help = "Examples:\n  migrate contract --yes     after all servers were exchanged and rows moved\n  \
                            migrate contract --prepare for a script that says so\n\n\
                            While a server runs that needs what would go, nothing is done, and it is named.\n\
                            An embedded database is first copied to a file beside it."
    )]
    Contract {
        /// How fast the rows are looked over once more
        #[command(flatten)]
        speed: Speed,
        /// Do not ask before something is lost
        #[arg(long)]
        yes: bool,
        /// Do all that comes before the statements of the next contract, and leave those to a script (`up --sql`)
        #[arg(long, conflicts_with = "yes")]
        prepare: bool,
        /// Say what would be done and who is in the way, and change nothing
        #[arg(long, conflicts_with_all = ["yes", "prepare"])]
        dry_run: bool,
        /// The copy of an embedded database
        #[command(flatten)]
        backup: Backup,
    },
    /// List the servers that say that they run, and which migrations they know
    #[command(
        after_help = "Examples:\n  migrate servers\n  migrate servers --watch    and look whether they live\n  \
                            migrate servers --json"
    )]
    Servers {
        /// Watch them until it is known whether they live
        #[arg(long)]
        watch: bool,
        /// Print a JSON array instead of a list
        #[arg(long)]
        json: bool,
    },
    /// Write down that everything up to a version is applied, and run nothing
    #[command(
        after_help = "Examples:\n  migrate stamp 0003 --reason \"restored from a dump without the bookkeeping\" --yes\n\n\
                            For a schema that was brought there by other means. `migrate verify` tells whether it was."
    )]
    Stamp {
        /// The migration that the schema is at; 0 for none
        version: Version,
        /// Why; it stays in the history
        #[arg(long, value_name = "TEXT")]
        reason: String,
        /// Do not ask
        #[arg(long)]
        yes: bool,
        /// The copy of an embedded database
        #[command(flatten)]
        backup: Backup,
    },
}

/// How `up` and `down` go about it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct How {
    /// How fast rows are moved
    #[command(flatten)]
    speed: Speed,
    /// Do not ask before something is lost
    #[arg(long)]
    yes: bool,
    /// Say what would be done, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// In SQL for somebody else
    #[command(flatten)]
    offline: Offline,
    /// The copy of an embedded database
    #[command(flatten)]
    backup: Backup,
}

/// The copy of an embedded database, before it is changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct Backup {
    /// Do not copy an embedded database first
    #[arg(long)]
    no_backup: bool,
    /// How many copies stay beside an embedded database, the newest [default: 3]
    #[arg(long, value_name = "N", conflicts_with = "no_backup")]
    keep_backups: Option<NonZeroU32>,
}

impl Backup {
    /// A migrator that does so.
    fn of(&self, migrator: &Migrator) -> Migrator {
        let migrator = migrator.clone().back_up_first(!self.no_backup);
        match self.keep_backups {
            Some(number) => migrator.keep_backups(number),
            None => migrator,
        }
    }
}

/// SQL in the place of doing it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct Offline {
    /// Print the SQL that leads from one version to another instead; the database is not looked at
    #[arg(long, value_name = "FROM:TO", conflicts_with_all = ["target", "dry_run", "yes", "no_backup", "keep_backups"])]
    sql: Option<Range>,
    /// With --sql, leave data migrations to this tool: a comment says when it is their turn
    #[arg(long, requires = "sql")]
    leave_data: bool,
}

/// How a command ended, as the program's exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0: done; for `check`, up to date.
    Done,
    /// 1: for `check`, migrations are missing.
    Pending,
    /// 2: something failed.
    Failed,
    /// 3: for `check`, the schema is newer than this build.
    Ahead,
    /// 4: for `check` and `verify`, the schema differs.
    Drifted,
    /// 75, as `EX_TEMPFAIL` of sysexits: nothing is wrong, but somebody is in the way, or something else has to come first.
    Later,
}

/// The exit codes, for the help of the program.
pub const EXIT_CODES: &str = "Exit codes:\n  0   done; for `check`, up to date\n  1   for `check`, migrations are missing\n  \
                              2   something failed\n  3   for `check`, the schema is newer than this build\n  \
                              4   for `check` and `verify`, the schema differs\n  \
                              75  try again later: a server or another migrator is in the way, or another verb comes first";

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Pending => 1,
            Exit::Failed => 2,
            Exit::Ahead => 3,
            Exit::Drifted => 4,
            Exit::Later => 75,
        })
    }
}

impl MigrateCommand {
    /// Does what the command says, and tells it on `out`; a progress bar, questions and errors go to the standard error.
    pub fn run(&self, migrator: &Migrator, url: &DatabaseUrl, out: &mut dyn Write) -> Exit {
        let exit = match self {
            Self::Status { json } => look::status(migrator, url, *json, out),
            Self::Current { json } => look::current(migrator, url, *json, out),
            Self::History { json } => look::history(migrator, url, *json, out),
            Self::Check => look::check(migrator, url, out),
            Self::Verify { json } => look::verify(migrator, url, *json, out),
            Self::Up { target, how } => change::up(migrator, url, *target, how, out),
            Self::Down { target, how } => change::down(migrator, url, *target, how, out),
            Self::Expand { dry_run: true, .. } => phase::tell(migrator, url, Phase::Expand, out),
            Self::Data { dry_run: true, .. } => phase::tell(migrator, url, Phase::Data, out),
            Self::Contract { dry_run: true, .. } => phase::tell(migrator, url, Phase::Contract, out),
            Self::Expand { backup, .. } => phase::expand(&backup.of(migrator), url, out),
            Self::Data { speed, backup, .. } => phase::data(&backup.of(migrator), url, speed, out),
            Self::Contract { speed, prepare: true, backup, .. } => {
                phase::prepare(&backup.of(migrator), url, speed, out)
            }
            Self::Contract { speed, yes, backup, .. } => {
                phase::contract(&backup.of(migrator), url, speed, *yes, out)
            }
            Self::Servers { watch, json } => phase::servers(migrator, url, *watch, *json, out),
            Self::Stamp { version, reason, yes, backup } => {
                change::stamp(&backup.of(migrator), url, *version, (reason, *yes), out)
            }
        };
        exit.unwrap_or_else(|error| {
            // When not even the standard error can be written to, the exit code still tells.
            let _ = writeln!(io::stderr(), "error: {error}");
            error.exit()
        })
    }
}

#[derive(Debug, thiserror::Error)]
enum CommandError {
    #[error(transparent)]
    Migrate(#[from] MigrateError),
    #[error("{0}; repeat the command with --yes to do it")]
    Unconfirmed(String),
    #[error("nothing was changed")]
    Declined,
    #[error("`{0}` leads the other way: {1}")]
    WrongWay(Target, &'static str),
    #[error("cannot print: {0}")]
    Print(#[from] io::Error),
    #[error("cannot print: {0}")]
    Json(#[from] serde_json::Error),
}

impl CommandError {
    fn exit(&self) -> Exit {
        match self {
            Self::Migrate(error) if error.may_pass() => Exit::Later,
            _ => Exit::Failed,
        }
    }
}

type CommandResult = Result<Exit, CommandError>;

//! The Statehouse server: settings, start-up and sub-commands around the crates that do the work.
//!
//! | module | what it holds |
//! |---|---|
//! | `author` | checking and evaluating policies that lie in files |
//! | `command_line` | sub-commands, and a flag for every setting |
//! | `congress` | taking over a database of OpenStack Congress, and the way back |
//! | `settings` | the table of settings, where values come from, what they mean |
//! | `doctor` | what would keep a server from starting, or from keeping what it is given |
//! | `secret_key` | the key that seals secrets, and its file |
//! | `serve` | start-up, serving, and stopping in order |
//! | `healthcheck` | asking a server that runs how it is |
//! | `drivers` | the driver declarations it reads |
//! | `signals`, `supervisor`, `port_file`, `logging`, `file_limit` | what surrounds it |
//! | `pretence` | what tests make the program pretend |
//! | `failure` | one line and an exit code for whatever goes wrong |

mod author;
mod command_line;
mod congress;
mod doctor;
mod drivers;
mod failure;
mod file_limit;
mod healthcheck;
mod logging;
mod port_file;
mod pretence;
mod secret_key;
mod serve;
mod settings;
mod signals;
mod supervisor;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{ArgMatches, FromArgMatches};
use statehouse_connection::DatabaseUrl;
use statehouse_db::OLDEST;
use statehouse_migrations::cli::MigrateCommand;
use statehouse_migrations::{MigrationSet, Migrator};

use failure::{Exit, Failure};
use settings::Settings;

fn main() -> ExitCode {
    let matches = command_line::command().get_matches();
    match run(&matches) {
        Ok(code) => code,
        Err(failure) => {
            // Whoever closed stderr does not want to know.
            let _ = writeln!(io::stderr(), "statehouse: error: {failure}");
            failure.exit_code()
        }
    }
}

fn run(matches: &ArgMatches) -> Result<ExitCode, Failure> {
    match matches.subcommand() {
        None => serve::serve(&settings(matches)?)?,
        Some(("migrate", arguments)) => return migrate(arguments),
        Some(("check", arguments)) => return author::check(arguments, &settings(arguments)?),
        Some(("eval", arguments)) => return author::eval(arguments, &settings(arguments)?),
        Some(("repl", arguments)) => return author::repl(arguments, &settings(arguments)?),
        Some(("doctor", arguments)) => return doctor::run(&settings(arguments)?, arguments.get_flag("json")),
        Some(("healthcheck", arguments)) => {
            print(&healthcheck::ask(&settings(arguments)?, arguments.get_flag("alive"))?)?;
        }
        Some(("import", arguments)) => return import(arguments),
        Some(("export", arguments)) => return export(arguments),
        Some(("openapi", _)) => openapi()?,
        Some(("completions", arguments)) => completions(arguments)?,
        Some(("config", arguments)) => show_settings(arguments)?,
        Some((_, arguments)) => serve::serve(&settings(arguments)?)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The settings in force. Flags may stand before or behind a sub-command; those of the innermost one hold them all.
fn settings(matches: &ArgMatches) -> Result<Settings, Failure> {
    Settings::read(&settings::gather(matches)?)
}

fn migrate(arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let command =
        MigrateCommand::from_arg_matches(arguments).map_err(|error| Failure::settings(error.to_string()))?;
    let innermost = arguments.subcommand().map_or(arguments, |(_, matches)| matches);
    let database = serve::database(&settings(innermost)?)?;
    let built_in = |error| Failure::new(Exit::Failed, format!("the built-in migrations: {error}"));
    let reference = MigrationSet::statehouse(&DatabaseUrl::sqlite("statehouse.db")).map_err(built_in)?;
    let migrator = Migrator::statehouse(&database)
        .map_err(built_in)?
        .reference(reference)
        .oldest(OLDEST)
        .applied_by(concat!("statehouse ", env!("CARGO_PKG_VERSION")));
    let migrator = pretence::read()?.change_migrator(migrator);
    Ok(command.run(&migrator, &database, &mut io::stdout().lock()).into())
}

fn import(arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let Some(("congress", congress)) = arguments.subcommand() else { return Ok(ExitCode::SUCCESS) };
    congress::import(congress, &settings(congress)?)
}

fn export(arguments: &ArgMatches) -> Result<ExitCode, Failure> {
    let Some(("congress", congress)) = arguments.subcommand() else { return Ok(ExitCode::SUCCESS) };
    congress::export(congress, &settings(congress)?)
}

fn openapi() -> Result<(), Failure> {
    let document = statehouse_api::openapi_json()
        .map_err(|error| Failure::new(Exit::Failed, format!("the OpenAPI document: {error}")))?;
    print(&document)
}

fn show_settings(config: &ArgMatches) -> Result<(), Failure> {
    let Some(("show", show)) = config.subcommand() else { return Ok(()) };
    let sources = settings::gather(show)?;
    settings::Settings::read(&sources)?;
    if show.get_flag("json") {
        print(&format!("{:#}\n", settings::as_json(&sources)))
    } else {
        print(&settings::as_lines(&sources))
    }
}

fn completions(arguments: &ArgMatches) -> Result<(), Failure> {
    let Some(shell) = arguments.get_one::<clap_complete::Shell>("shell") else { return Ok(()) };
    let mut script = Vec::new();
    clap_complete::generate(*shell, &mut command_line::command(), "statehouse", &mut script);
    print(&String::from_utf8_lossy(&script))
}

/// Writes to stdout. A reader that has seen enough (`| head`) is no failure.
fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::new(Exit::Failed, format!("cannot write the answer: {error}")))
        }
        _ => Ok(()),
    }
}

//! The Statehouse server: settings, start-up and sub-commands around the crates that do the work.
//!
//! | module | what it holds |
//! |---|---|
//! | `command_line` | sub-commands, and a flag for every setting |
//! | `settings` | the table of settings, where values come from, what they mean |
//! | `secret_key` | the key that seals secrets, and its file |
//! | `serve` | start-up, serving, and stopping in order |
//! | `signals`, `port_file`, `logging` | what surrounds it |
//! | `failure` | one line and an exit code for whatever goes wrong |

mod command_line;
mod failure;
mod logging;
mod port_file;
mod secret_key;
mod settings;
mod signals;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::ArgMatches;

use failure::{Exit, Failure};

fn main() -> ExitCode {
    let matches = command_line::command().get_matches();
    match run(&matches) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Whoever closed stderr does not want to know.
            let _ = writeln!(io::stderr(), "statehouse: error: {failure}");
            failure.exit_code()
        }
    }
}

fn run(matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("config", config)) => show_settings(config),
        Some(("completions", arguments)) => completions(arguments),
        _ => Ok(()),
    }
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
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::new(Exit::Failed, format!("cannot write the answer: {error}")))
        }
        _ => Ok(()),
    }
}

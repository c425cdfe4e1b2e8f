//! `statehouse import congress` and `statehouse export congress`.

mod export;
mod import;
mod oslo;
mod report;
mod source;
mod store_target;

use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, ValueHint, value_parser};
use std::path::PathBuf;
use std::process::ExitCode;

use self::source::Source;
use crate::failure::Failure;
use crate::settings::Settings;

/// The exit code when everything is here, and some of it is disabled or not as it was.
const DISABLED: u8 = 7;
/// The exit code when something could not be taken over.
const LEFT: u8 = 8;

const IMPORT_HELP: &str = "\
Examples:
  statehouse import congress --from sqlite:/var/lib/congress/congress.db --key-dir /etc/congress/keys --dry-run
          Say what would come, what cannot, and why; write nothing
  statehouse import congress --congress-conf /etc/congress/congress.conf
          Take everything over from the database that Congress's own configuration names, with the key that it names
  statehouse import congress --from-file /run/secrets/congress-url --key-dir /etc/congress/keys
          The same; no password stands in the list of processes
  statehouse import congress --from postgres://congress@db/congress --json | jq '.findings'
          Take everything over; tell what needs attention, for a program

Importing again does nothing where things are here already, and goes on where it was interrupted. What is here and differs
is left as it is, and what was deleted here stays away without --bring-back. The database of Congress is only read. docs/congress.md tells how
to move.

Exit codes:
  0  everything is here (with --dry-run: would be)
  7  everything is here, and some of it is not as it was: rules are disabled, or a policy has another name
  8  something could not be taken over
  3  a database cannot be opened or read, or is not Congress's
  5  a key is missing, unreadable or the wrong one
  1, 2, 4  as for `statehouse`";

/// `import` and what can be imported.
pub(crate) fn import_command() -> Command {
    let from = Arg::new("from")
        .long("from")
        .value_name("URL")
        .value_parser(NonEmptyStringValueParser::new())
        .help("The database of Congress: sqlite:PATH, postgres://… or mysql://…, or as its setting `connection` has it");
    let from_file = file("from-file")
        .help("A file that holds the address, so that its password is not seen in the list of processes");
    let congress_conf = file("congress-conf")
        .help("Congress's configuration, for its settings [database] connection and encryption_key_path");
    let congress = Command::new("congress")
        .about("Take over policies, rules, data sources, their rows, and the library from a database of Congress")
        .after_help("`--help` shows examples and the exit codes.")
        .after_long_help(IMPORT_HELP)
        .arg(from)
        .arg(from_file)
        .arg(congress_conf)
        .group(ArgGroup::new("source").args(["from", "from-file", "congress-conf"]).required(true))
        .arg(key_dir("The folder of the file aes_key that opens Congress's secrets"))
        .arg(
            Arg::new("dry-run")
                .long("dry-run")
                .action(ArgAction::SetTrue)
                .help("Say what would come and what cannot; write nothing"),
        )
        .arg(
            Arg::new("bring-back")
                .long("bring-back")
                .action(ArgAction::SetTrue)
                .help("Take over again what came before and was deleted here since"),
        )
        .arg(json());
    Command::new("import")
        .about("Take over what another policy service holds")
        .subcommand_required(true)
        .subcommand(congress)
}

fn file(name: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("FILE")
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::FilePath)
}

fn key_dir(help: &'static str) -> Arg {
    Arg::new("key-dir")
        .long("key-dir")
        .value_name("DIR")
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::DirPath)
        .help(help)
}

fn json() -> Arg {
    Arg::new("json").long("json").action(ArgAction::SetTrue).help("Print a JSON object")
}

const EXPORT_HELP: &str = "\
Examples:
  statehouse export congress --to sqlite:congress.db --key-dir keys
          Write what is here into a new database that Congress can serve, with the key of its secrets in keys/aes_key

A key that is in the folder is used; otherwise one is made. docs/congress.md tells what Congress cannot hold.

Exit codes:
  0  everything was written
  8  everything was written, and some of it is not the same in Congress, or the log does not tell of it any more
  1 to 6  as for `statehouse`";

/// `export` and what can be exported to.
pub(crate) fn export_command() -> Command {
    let to = Arg::new("to")
        .long("to")
        .value_name("URL")
        .required(true)
        .value_parser(NonEmptyStringValueParser::new())
        .help("The file to make: sqlite:PATH");
    let congress = Command::new("congress")
        .about("Write a database of Congress, at the newest revision of its schema")
        .after_help("`--help` shows an example and the exit codes.")
        .after_long_help(EXPORT_HELP)
        .arg(to)
        .arg(key_dir("The folder of the file aes_key by which Congress is to open secrets").required(true))
        .arg(json());
    Command::new("export")
        .about("Write what is here for another policy service")
        .subcommand_required(true)
        .subcommand(congress)
}

/// Carries out `export congress`.
pub(crate) fn export(arguments: &ArgMatches, settings: &Settings) -> Result<ExitCode, Failure> {
    let to = arguments.get_one::<String>("to").map(String::as_str).unwrap_or_default();
    let Some(key_dir) = arguments.get_one::<PathBuf>("key-dir") else { return Ok(ExitCode::SUCCESS) };
    let done = export::carry_out(to, key_dir, settings)?;
    crate::print(&if arguments.get_flag("json") { done.as_json() } else { done.as_text() })?;
    Ok(if done.exported.findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(LEFT) })
}

/// Carries out `import congress`.
pub(crate) fn import(arguments: &ArgMatches, settings: &Settings) -> Result<ExitCode, Failure> {
    let path = |name: &str| arguments.get_one::<PathBuf>(name).map(PathBuf::as_path);
    let from = match (path("from-file"), path("congress-conf")) {
        (Some(file), _) => Source::File(file),
        (None, Some(file)) => Source::Configuration(file),
        (None, None) => {
            Source::Address(arguments.get_one::<String>("from").map(String::as_str).unwrap_or_default())
        }
    };
    let asked = import::Asked {
        from,
        key_dir: path("key-dir"),
        dry_run: arguments.get_flag("dry-run"),
        bring_back: arguments.get_flag("bring-back"),
    };
    let done = asked.carry_out(settings)?;
    crate::print(&if arguments.get_flag("json") { done.as_json() } else { done.as_text() })?;
    Ok(done.exit_code())
}

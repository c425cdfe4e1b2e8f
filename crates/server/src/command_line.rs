//! The command line: sub-commands, and a flag for every setting of the table.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, Subcommand, ValueHint, value_parser};
use statehouse_migrations::cli::{EXIT_CODES, MigrateCommand};

use crate::author;
use crate::congress;
use crate::settings::{SETTINGS, Setting};

const EXAMPLES: &str = "\
Examples:
  statehouse
          Serve the database statehouse.db at http://127.0.0.1:1789
  statehouse serve --database sqlite:/var/lib/statehouse/statehouse.db --listen 127.0.0.1:8080
          Serve another database at another address
  statehouse check policies/*.yaml
          Check policies that lie in files, without a server
  statehouse eval network.policy --facts facts --query 'error(vm)'
          Evaluate policies over facts that lie in files, without a server
  statehouse migrate status
          Say which migrations the database has, and which it lacks
  statehouse doctor
          Say what would keep a server from working well, and how to mend it
  statehouse config show
          Say which settings are in force, and where each comes from
  statehouse import congress --congress-conf /etc/congress/congress.conf --dry-run
          Say what would come from a database of OpenStack Congress
  statehouse completions bash > /etc/bash_completion.d/statehouse
          Let the shell complete sub-commands and flags

Settings:
  A flag has precedence over its environment variable (STATEHOUSE_ and the flag's name in capitals), that over the
  configuration file (a key per flag, TOML), and that over the default. The configuration file is the one that --config
  or STATEHOUSE_CONFIG names, or ./statehouse.toml, or /etc/statehouse/statehouse.toml.

Exit codes:
  0  success                      4  the schema of the database is not one this version works on
  1  another failure              5  the secret key is missing, unreadable or the wrong one
  2  wrong settings               6  the address cannot be listened on
  3  the database cannot be opened

  `statehouse check`, `eval`, `repl`, `migrate`, `doctor`, `import` and `export` have exit codes of their own: see their `--help`.";

const DOCTOR_HELP: &str = "\
Examples:
  statehouse doctor
          Look at what `statehouse` with the same settings would use
  statehouse doctor --database postgres://statehouse@db1,db2/statehouse
          Look at each host, and at the database
  statehouse doctor --json | jq '.findings[] | select(.verdict != \"well\")'
          What is not as it should be, for a program

Marks:
  ✓ well  ! doubtful: it works, and something can go wrong that need not  ✗ wrong: it has to be mended

Exit codes:
  0  all is well
  1  something is doubtful
  2  something is wrong, or the settings make no sense";

/// The whole command line.
pub(crate) fn command() -> Command {
    Command::new("statehouse")
        .args_override_self(true)
        .version(env!("CARGO_PKG_VERSION"))
        .about("A policy service whose configuration survives everything")
        .long_about(
            "A policy service whose configuration survives everything. Without a sub-command it serves: policies, rules, \
             the policy library and data sources over the OpenStack Congress v1 REST API, kept durably in a database.",
        )
        .after_help("`--help` shows examples, how settings are found, and the exit codes.")
        .after_long_help(EXAMPLES)
        .args(SETTINGS.iter().filter(|setting| !setting.is_secret()).map(|setting| flag(setting)))
        .arg(
            Arg::new("config")
                .long("config")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .global(true)
                .help("The configuration file, which must exist [env: STATEHOUSE_CONFIG]"),
        )
        .subcommand(Command::new("serve").about("Serve the API (the default)"))
        .subcommand(showing(author::check_command(), &["drivers"]))
        .subcommand(showing(author::eval_command(), FOR_EVALUATION))
        .subcommand(showing(author::repl_command(), FOR_EVALUATION))
        .subcommand(migrate())
        .subcommand(doctor())
        .subcommand(congress::import_command())
        .subcommand(congress::export_command())
        .subcommand(healthcheck())
        .subcommand(Command::new("openapi").about("Print the OpenAPI document of the API, as JSON"))
        .subcommand(
            Command::new("completions").about("Print the completions for a shell").arg(
                Arg::new("shell").required(true).value_parser(value_parser!(clap_complete::Shell)),
            ),
        )
        .subcommand(config())
}

/// The settings of who evaluates policies in files.
const FOR_EVALUATION: &[&str] = &["drivers", "evaluation-rows", "evaluation-steps", "evaluation-time"];

/// A command with whose help only these settings are shown, among which its own flags would be lost otherwise. The others are taken
/// all the same.
fn showing(command: Command, settings: &[&str]) -> Command {
    let others = SETTINGS.iter().filter(|setting| !setting.is_secret() && !settings.contains(&setting.name));
    command.args(others.map(|setting| flag(setting).hide(true)))
}

fn flag(setting: &'static Setting) -> Arg {
    let default = setting.default.map(|default| format!(" [default: {default}]")).unwrap_or_default();
    let help = format!("{} [env: {}]{default}", setting.help, setting.variable());
    Arg::new(setting.name)
        .long(setting.name)
        .value_name(setting.value_name)
        .action(if setting.repeatable { ArgAction::Append } else { ArgAction::Set })
        .value_hint(match setting.value_name {
            "FILE" => ValueHint::FilePath,
            "DIR" => ValueHint::DirPath,
            _ => ValueHint::Other,
        })
        .global(true)
        .help(help)
}

fn migrate() -> Command {
    let migrate =
        Command::new("migrate").about("Look at or change the schema of the database").after_help(EXIT_CODES);
    MigrateCommand::augment_subcommands(migrate.subcommand_required(true))
}

fn healthcheck() -> Command {
    Command::new("healthcheck")
        .about(
            "Ask the server that listens at --listen whether it is ready: exit code 0 when it is, 1 when not",
        )
        .arg(
            Arg::new("alive")
                .long("alive")
                .action(ArgAction::SetTrue)
                .help("Ask only whether the process answers, whatever its database does"),
        )
}

fn doctor() -> Command {
    Command::new("doctor")
        .about("Look for what would keep a server from working well, and say how to mend it")
        .long_about(
            "Looks at the settings, the database server, its privileges and durability, the schema and the secret key, and \
             says what is wrong and how to mend it. Changes nothing, shows no secret, and ends within two minutes.",
        )
        .after_help(DOCTOR_HELP)
        .arg(Arg::new("json").long("json").action(ArgAction::SetTrue).help("Print a JSON object"))
}

fn config() -> Command {
    Command::new("config").about("Look at the settings").subcommand_required(true).subcommand(
        Command::new("show")
            .about("Print every setting, its value and where it comes from")
            .arg(Arg::new("json").long("json").action(ArgAction::SetTrue).help("Print a JSON object")),
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_command_line_is_consistent() {
        super::command().debug_assert();
    }
}

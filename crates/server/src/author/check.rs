//! `statehouse check`: whether a server would take policies that lie in files.

use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use statehouse_author::{Diagnostic, Verdict};

use super::input::{self, Input, NOT_DONE};
use super::{MAX_TOLD, look, tell};
use crate::failure::Failure;
use crate::settings::Settings;

/// The exit code when something is wrong.
const WRONG: u8 = 1;

const HELP: &str = "\
Examples:
  statehouse check policies/*.yaml
          Say what a server would refuse, and what is probably not meant
  statehouse check network.policy --drivers drivers --data-source prod=nova
          Check plain rules; the columns of `prod` are those that the driver `nova` declares
  statehouse check policies/*.yaml --facts facts --deny-warnings
          Know the tables that there are facts for, and let warnings count as errors
  statehouse check policies/*.yaml --format json | jq -r '.file + \":\" + (.line | tostring) + \": \" + .message'
          One JSON object a line, for editors and CI

Files:
  .yaml, .yml, .json  documents as in the library: name, kind, description, abbreviation, rules (rule, name, comment)
  anything else       plain rules, one after the other; the file has the name of the policy: network.policy
  The files are taken together, in their order; they may refer to one another. docs/authoring.md tells more.

Exit codes:
  0  a server would take them
  1  something is wrong
  2  a file cannot be read, stdout cannot be written, or the command line makes no sense";

/// `check` and its flags.
pub(crate) fn command() -> Command {
    let [files, kind, data_source, facts] = input::arguments();
    Command::new("check")
        .about("Check policies that lie in files: syntax, safety, tables, columns, recursion")
        .long_about(
            "Checks policies that lie in files, by the decisions of a server and without one: syntax, safety, tables and their \
             columns, recursion, repeated rules. Tells everything that is wrong at once, at the places where it is written.",
        )
        .after_help("`--help` shows examples and the exit codes.")
        .after_long_help(HELP)
        .args([files.required(true), kind, data_source, facts])
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .default_value("human")
                .value_parser(PossibleValuesParser::new(["human", "json"]))
                .help("How to tell it"),
        )
        .arg(
            Arg::new("deny-warnings")
                .long("deny-warnings")
                .action(ArgAction::SetTrue)
                .help("Let warnings count as errors"),
        )
        .arg(input::policy_argument())
}

/// Carries out `check`.
pub(crate) fn run(arguments: &ArgMatches, settings: &Settings) -> Result<ExitCode, Failure> {
    let input = Input::read(arguments, settings)?;
    let verdict = Verdict::on(&input.world, &input.policies);
    let mut verdict = verdict.map_err(|error| Failure::new(NOT_DONE, error.to_string()))?;
    verdict.add(input.diagnostics);
    let is_json = arguments.get_one::<String>("format").is_some_and(|format| format == "json");
    tell(&if is_json { as_json(&verdict.diagnostics) } else { as_text(&verdict.diagnostics) })?;
    let is_wrong =
        verdict.is_wrong() || (arguments.get_flag("deny-warnings") && !verdict.diagnostics.is_empty());
    Ok(if is_wrong { ExitCode::from(WRONG) } else { ExitCode::SUCCESS })
}

fn as_json(diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(|diagnostic| diagnostic.to_json().to_string() + "\n").collect()
}

fn as_text(diagnostics: &[Diagnostic]) -> String {
    let look = look(&std::io::stdout());
    let told = diagnostics.iter().take(MAX_TOLD).map(|diagnostic| diagnostic.to_text(look) + "\n");
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    let warnings = diagnostics.len() - errors;
    let not_told = diagnostics.len().saturating_sub(MAX_TOLD);
    let not_told = (not_told > 0).then(|| format!("… {not_told} more are not shown\n"));
    let count = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
    let sum = format!("{}, {}\n", count(errors, "error"), count(warnings, "warning"));
    told.chain(not_told).chain((!diagnostics.is_empty()).then_some(sum)).collect()
}

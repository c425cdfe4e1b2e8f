//! `statehouse eval`: what policies that lie in files say about facts that lie in files.

use std::io::{BufWriter, Write};
use std::mem::ManuallyDrop;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use statehouse_author::{Answer, Format, Query, Session, Source, UnfitFacts, Verdict, ask_once, write_csv};
use statehouse_engine::{Exceeded, Limits};
use statehouse_model::{Policy, Reference, State};

use super::input::{self, Input, NOT_DONE};
use super::{complain, is_heard};
use crate::failure::Failure;
use crate::settings::Settings;

/// The exit code when there are rows and none were wanted.
const ROWS: u8 = 1;

const HELP: &str = "\
Examples:
  statehouse eval network.policy --facts facts --query 'error(vm)'
          The rows of `error`; facts/nova/servers.csv holds those of nova:servers
  statehouse eval policies/*.yaml --facts nova:servers=servers.json --query 'network:error(vm), nova:servers(id=vm, name=name)'
          What holds together, with columns by name
  statehouse eval network.policy --facts facts --query 'worst(vm) :- error(vm), not allowed(vm)' --trace
          Only the columns that the head names, and on stderr how the tables come to their rows
  statehouse eval policies/*.yaml --policy network --facts facts --query 'error(x)' --fail-if-any --deny-warnings
          For CI: exit code 1 when there are errors, and 2 when a table is misspelt
  statehouse eval tree.policy --kind z3 --facts edge=edges.csv --query 'path(1, y)' --format csv
          Rules with recursion

Facts:
  CSV (the first line names the columns; a field between quotes is a string, any other one that is written as a number is
  one), JSON (a list of lists or of objects, or an object with such a list for each table) and JSON Lines (.jsonl).
  docs/authoring.md tells more.

Exit codes:
  0  the question was answered
  1  there are rows, and --fail-if-any was given
  2  policies, facts or question are wrong, with --deny-warnings also what is probably wrong; it costs more than
     --evaluation-rows, -steps and -time allow; a file cannot be read, or stdout cannot be written";

/// `eval` and its flags.
pub(crate) fn command() -> Command {
    let formats = Format::ALL.map(Format::as_str);
    Command::new("eval")
        .about("Evaluate policies that lie in files over facts that lie in files")
        .long_about(
            "Evaluates policies that lie in files over facts that lie in files, without a server and as it would: answers a \
             question with its rows.",
        )
        .after_help("`--help` shows examples and the exit codes.")
        .after_long_help(HELP)
        .args(input::arguments())
        .arg(
            Arg::new("query")
                .long("query")
                .value_name("QUERY")
                .required(true)
                .help("What to ask: an atom, several literals, or a rule whose head names the columns"),
        )
        .arg(input::policy_argument())
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .default_value("table")
                .value_parser(PossibleValuesParser::new(formats))
                .help("How to show the rows"),
        )
        .arg(
            Arg::new("trace")
                .long("trace")
                .action(ArgAction::SetTrue)
                .help("Tell on stderr how the tables come to their rows"),
        )
        .arg(
            Arg::new("deny-warnings")
                .long("deny-warnings")
                .action(ArgAction::SetTrue)
                .help("Let warnings about policies and question count as errors: a misspelt table is one"),
        )
        .arg(
            Arg::new("fail-if-any")
                .long("fail-if-any")
                .action(ArgAction::SetTrue)
                .help("End with exit code 1 when there are rows"),
        )
}

/// Carries out `eval`.
pub(crate) fn run(arguments: &ArgMatches, settings: &Settings) -> Result<ExitCode, Failure> {
    let not_done = |error: &dyn std::fmt::Display| Failure::new(NOT_DONE, error.to_string());
    let Input { policies, diagnostics, world, facts, home: named } = Input::read(arguments, settings)?;
    // The process ends behind the answer: giving back the memory of thousands of rules one by one would only delay that.
    let policies = ManuallyDrop::new(policies);
    let verdict = Verdict::on(&world, &policies);
    let mut verdict = verdict.map_err(|error| not_done(&error))?;
    verdict.add(diagnostics);
    let denied = arguments.get_flag("deny-warnings");
    complain(&verdict.diagnostics);
    if verdict.is_wrong() || (denied && !verdict.diagnostics.is_empty()) {
        return Err(not_done(&"the policies are wrong, so nothing was evaluated"));
    }
    let asked = arguments.get_one::<String>("query").map(String::as_str).unwrap_or_default();
    let state = ManuallyDrop::new(verdict.state);
    let policy = home(&state, named.as_deref())?;
    let query = match Query::read(&Source::new("--query", asked), policy, &state, &world) {
        Ok((query, warnings)) => {
            complain(&warnings);
            if denied && !warnings.is_empty() {
                return Err(not_done(&"the question is probably wrong, so nothing was evaluated"));
            }
            query
        }
        Err(errors) => {
            complain(&errors);
            return Err(not_done(&"the question is wrong, so nothing was evaluated"));
        }
    };
    let end = Instant::now() + settings.evaluation_time;
    let interrupted = || Instant::now() >= end;
    let limits = Limits {
        rows: settings.evaluation_rows,
        steps: settings.evaluation_steps,
        interrupted: &interrupted,
    };
    let format = arguments.get_one::<String>("format").map(String::as_str).unwrap_or_default();
    let format = Format::ALL.into_iter().find(|it| it.as_str() == format).unwrap_or(Format::Table);
    let mut stdout = BufWriter::new(std::io::stdout().lock());
    let unfit = |error: UnfitFacts| match error {
        UnfitFacts::Exceeded(exceeded) => too_costly(exceeded, settings),
        error => not_done(&error),
    };
    let (is_empty, written) = if arguments.get_flag("trace") {
        let opened = Session::open(Arc::clone(&state), &facts, &world, now(), limits);
        let mut session = opened.map_err(unfit)?;
        let answer = session.ask(&query, limits).map_err(|exceeded| too_costly(exceeded, settings))?;
        let trace = session.trace(&query, limits).map_err(|exceeded| too_costly(exceeded, settings))?;
        let _ = write!(std::io::stderr(), "{trace}");
        (answer.rows.is_empty(), answer.write(&query, format, &mut stdout))
    } else {
        let answer = ask_once(&state, &facts, &world, &query, &now(), limits).map_err(unfit)?;
        let answer = ManuallyDrop::new(answer);
        let written = match format {
            Format::Csv => write_csv(&query, &answer, &mut stdout),
            _ => Answer::of(&query, &answer).write(&query, format, &mut stdout),
        };
        (answer.is_empty(), written)
    };
    is_heard(written.and_then(|()| stdout.flush()))?;
    let unwanted = arguments.get_flag("fail-if-any") && !is_empty;
    Ok(if unwanted { ExitCode::from(ROWS) } else { ExitCode::SUCCESS })
}

/// The policy that a question is asked in. Where several were given, only tables that name theirs can be meant.
fn home<'a>(state: &'a State, named: Option<&str>) -> Result<&'a Arc<Policy>, Failure> {
    let name = named.unwrap_or(Policy::CLASSIFICATION);
    state.policy(&Reference::from(name)).ok_or_else(|| {
        let known: Vec<_> = state.policies().map(|policy| policy.name.as_str()).collect();
        Failure::new(NOT_DONE, format!("there is no policy '{name}'; there are {}", known.join(", ")))
    })
}

/// What the builtin `now` says, as on a server.
pub(super) fn now() -> statehouse_model::Value {
    let now = jiff::Zoned::now().strftime("%Y-%m-%d %H:%M:%S").to_string();
    statehouse_model::Value::from(now.as_str())
}

fn too_costly(exceeded: Exceeded, settings: &Settings) -> Failure {
    let (what, setting) = match exceeded {
        Exceeded::Rows { .. } => (exceeded.to_string(), "--evaluation-rows"),
        Exceeded::Interrupted => (
            format!("it takes longer than {} s", settings.evaluation_time.as_secs_f32()),
            "--evaluation-time",
        ),
        _ => (exceeded.to_string(), "--evaluation-steps"),
    };
    Failure::new(NOT_DONE, format!("this is too much to evaluate: {what}"))
        .remedy(format!("narrow the rules, or allow more with {setting}"))
}

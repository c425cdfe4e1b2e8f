//! `statehouse repl`: a conversation about policies, at a terminal or out of a script.

use std::io::{BufRead, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{ArgMatches, Command};
use statehouse_author::{Budget, Conversation, World};

use super::input::{self, NOT_DONE};
use super::{eval, look};
use crate::drivers;
use crate::failure::Failure;
use crate::settings::Settings;

/// The exit code when a script said something wrong.
const WRONG: u8 = 1;
/// The longest text that belongs together, in bytes.
const LONGEST: usize = 1 << 20;

const HELP: &str = "\
Examples:
  statehouse repl network.policy --facts facts
          Ask and try out rules over the policies and facts of files
  rlwrap statehouse repl
          With the keys of a line editor, and a history
  printf '%s\\n' 'p(1)' 'q(x) :- p(x)' '?- q(x)' | statehouse repl
          The same out of a script: without a terminal there is no prompt, and exit code 1 when a line was wrong

What is typed:
  p(x) :- q(x)    a rule, which is taken in; it may go over several lines
  ?- p(x)         a question; p(x)? is one too
  :help           shows the commands
docs/authoring.md tells more.";

/// `repl` and its flags.
pub(crate) fn command() -> Command {
    let [files, _, data_source, facts] = input::arguments();
    Command::new("repl")
        .about("Try out rules and questions line by line, without a server")
        .after_help("`--help` shows examples.")
        .after_long_help(HELP)
        .args([files, data_source, facts])
}

/// Carries out `repl`.
pub(crate) fn run(arguments: &ArgMatches, settings: &Settings) -> Result<ExitCode, Failure> {
    let mut world = World { drivers: drivers::read(&settings.drivers)?, ..World::default() };
    world.data_sources = input::data_sources(arguments)?;
    let budget = Budget {
        rows: settings.evaluation_rows,
        steps: settings.evaluation_steps,
        time: settings.evaluation_time,
    };
    let read = |path: &Path| input::text(path).map_err(|failure| failure.to_string());
    let mut conversation = Conversation::new(world, budget, look(&std::io::stdout()), eval::now, read);
    let files = arguments.get_many::<PathBuf>("files").into_iter().flatten();
    let loads = files.map(|file| format!(":load {}", file.display()));
    let facts = arguments.get_many::<String>("facts").into_iter().flatten();
    let facts = facts.map(|facts| format!(":facts {facts}"));
    // Facts name the columns that rules refer to.
    for line in facts.chain(loads) {
        let reply = conversation.say(&line);
        crate::print(&reply.text)?;
        if reply.is_wrong {
            return Err(Failure::new(NOT_DONE, format!("{line} cannot be done")));
        }
    }
    converse(conversation)
}

/// Reads lines off stdin. Goes on after what is wrong; out of a script that is told by the exit code.
fn converse(mut conversation: Conversation) -> Result<ExitCode, Failure> {
    let is_script = !std::io::stdin().is_terminal();
    let prompt = |conversation: &Conversation, text: &str| match (is_script, text.is_empty()) {
        (true, _) => Ok(()),
        (false, true) => crate::print(&format!("{}> ", conversation.policy())),
        (false, false) => crate::print("... "),
    };
    if !is_script {
        crate::print(&format!("Statehouse {}. :help shows what can be said.\n", env!("CARGO_PKG_VERSION")))?;
    }
    let (mut text, mut is_wrong) = (String::new(), false);
    prompt(&conversation, &text)?;
    for line in std::io::stdin().lock().lines() {
        let line = line.map_err(|error| Failure::new(NOT_DONE, format!("cannot read stdin: {error}")))?;
        text.push_str(&line);
        text.push('\n');
        let goes_on = !line.trim().is_empty() && text.len() < LONGEST && Conversation::goes_on(&text);
        if !goes_on && say(&mut conversation, &mut text, &mut is_wrong)? {
            break;
        }
        prompt(&conversation, &text)?;
    }
    say(&mut conversation, &mut text, &mut is_wrong)?;
    Ok(if is_script && is_wrong { ExitCode::from(WRONG) } else { ExitCode::SUCCESS })
}

/// Says what was typed and shows the answer. Answers whether the conversation is over.
fn say(conversation: &mut Conversation, text: &mut String, is_wrong: &mut bool) -> Result<bool, Failure> {
    let reply = conversation.say(&std::mem::take(text));
    *is_wrong |= reply.is_wrong;
    crate::print(&reply.text)?;
    Ok(reply.is_over)
}

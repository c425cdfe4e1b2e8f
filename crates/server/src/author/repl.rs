//! `statehouse repl`: a conversation about policies, at a terminal or out of a script.

use std::io::{BufRead, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{ArgMatches, Command};
use statehouse_author::{Budget, Conversation, MAX_TYPED_BYTES, World};
use statehouse_model::PolicyKind;

use super::input::{self, NOT_DONE};
use super::{eval, look, tell, terminal};
use crate::drivers;
use crate::failure::Failure;
use crate::settings::Settings;

/// The exit code when a script said something wrong.
const WRONG: u8 = 1;

const HELP: &str = "\
Examples:
  statehouse repl network.policy --facts facts
          Ask and try out rules over the policies and facts of files
  statehouse repl tree.policy --kind z3 --facts edge=edges.csv
          Rules with recursion
  printf '%s\\n' 'p(1)' 'q(x) :- p(x)' '?- q(x)' | statehouse repl
          The same out of a script: without a terminal there is no prompt, and exit code 1 when a line was wrong

What is typed:
  p(x) :- q(x)                  a rule, which is taken in; it may go over several lines, and an empty line ends it
  ?- p(x)                       a question; p(x)? is one too
  :simulate q+(1) ?- p(x)       how the answers would change
  :help                         shows all commands
docs/authoring.md tells more.

Exit codes:
  0  the conversation is over; at a terminal, whatever was said
  1  a line of a script was wrong; the others were answered
  2  files or facts cannot be read or are wrong at the start, a line is too long or not UTF-8, stdout cannot be written, or the
     command line makes no sense";

/// `repl` and its flags.
pub(crate) fn command() -> Command {
    Command::new("repl")
        .about("Try out rules and questions line by line, without a server")
        .long_about(
            "Takes rules in as they are typed, and answers questions over them and over policies and facts that lie in files, without a \
             server and as it would.",
        )
        .after_help("`--help` shows examples and the exit codes.")
        .after_long_help(HELP)
        .args(input::arguments())
        .arg(input::policy_argument())
}

/// Carries out `repl`.
pub(crate) fn run(arguments: &ArgMatches, settings: &Settings) -> Result<ExitCode, Failure> {
    let mut world = World { drivers: drivers::read(&settings.drivers)?, ..World::default() };
    world.data_sources = input::data_sources(arguments)?;
    let kind = arguments.get_one::<String>("kind").and_then(|kind| kind.parse::<PolicyKind>().ok());
    let budget = Budget {
        rows: settings.evaluation_rows,
        steps: settings.evaluation_steps,
        time: settings.evaluation_time,
        is_given_up: terminal::is_given_up,
    };
    let read = |path: &Path| input::text(path).map_err(|failure| failure.to_string());
    let kind = kind.unwrap_or_default();
    let mut conversation = Conversation::new(world, kind, budget, look(&std::io::stdout()), eval::now, read);
    let files = arguments.get_many::<PathBuf>("files").into_iter().flatten();
    let files: Vec<_> = files.map(|file| file.display().to_string()).collect();
    let facts: Vec<_> = arguments.get_many::<String>("facts").into_iter().flatten().cloned().collect();
    let policy = arguments.get_one::<String>("policy").map(String::as_str);
    let reply = conversation.begin(&files, &facts, policy);
    if reply.is_wrong {
        if reply.text.lines().count() == 1 {
            return Err(Failure::new(NOT_DONE, reply.text));
        }
        // Whoever closed stderr does not want to know.
        let _ = write!(std::io::stderr(), "{}", reply.text);
        return Err(Failure::new(NOT_DONE, "the policies are wrong, so there is nothing to begin with"));
    }
    if !tell(&reply.text)? {
        return Ok(ExitCode::SUCCESS);
    }
    if std::io::stdin().is_terminal() && std::io::stdout().is_terminal() {
        terminal::converse(conversation)?;
        return Ok(ExitCode::SUCCESS);
    }
    converse(conversation)
}

/// Reads a script off stdin. Goes on after what is wrong, and tells by the exit code that something was.
fn converse(mut conversation: Conversation) -> Result<ExitCode, Failure> {
    let mut script = Script { input: std::io::stdin().lock(), number: 0 };
    let (mut text, mut is_wrong, mut is_over) = (String::new(), false, false);
    while !is_over {
        let line = script.line()?;
        let goes_on = line.as_ref().is_some_and(|line| {
            text.push_str(line);
            text.push('\n');
            !line.trim().is_empty() && Conversation::goes_on(&text)
        });
        if goes_on {
            continue;
        }
        let reply = conversation.say(&std::mem::take(&mut text));
        is_wrong |= reply.is_wrong;
        let is_heard = tell(&reply.text)?;
        is_over = reply.is_over || !is_heard || line.is_none();
    }
    Ok(if is_wrong { ExitCode::from(WRONG) } else { ExitCode::SUCCESS })
}

/// The lines of a script, each of a length that can be kept.
struct Script<R> {
    input: R,
    number: u64,
}

impl<R: BufRead> Script<R> {
    /// The next line without its end; nothing at the end of the script.
    fn line(&mut self) -> Result<Option<String>, Failure> {
        self.number += 1;
        let failed = |what: &str| Failure::new(NOT_DONE, format!("line {} of stdin {what}", self.number));
        let limit = u64::try_from(MAX_TYPED_BYTES).unwrap_or(u64::MAX).saturating_add(1);
        let mut bytes = Vec::new();
        let read = self.input.by_ref().take(limit).read_until(b'\n', &mut bytes);
        if read.map_err(|error| failed(&format!("cannot be read: {error}")))? == 0 {
            return Ok(None);
        }
        if bytes.len() > MAX_TYPED_BYTES {
            let failure = failed(&format!("has more than {MAX_TYPED_BYTES} bytes"));
            return Err(failure.remedy("put rules into a file (`:load FILE`), and facts too (`:facts FILE`)"));
        }
        let line = String::from_utf8(bytes).map_err(|_| failed("is not UTF-8"))?;
        Ok(Some(line.trim_end_matches(['\n', '\r']).to_owned()))
    }
}

//! What authors of policies do without a server: `statehouse check`, `statehouse eval` and `statehouse repl`.

mod check;
mod eval;
mod input;
mod repl;
mod terminal;

use std::io::{self, IsTerminal, Write};

use statehouse_author::{Diagnostic, Look};

use crate::failure::Failure;
use input::NOT_DONE;

pub(crate) use check::{command as check_command, run as check};
pub(crate) use eval::{command as eval_command, run as eval};
pub(crate) use repl::{command as repl_command, run as repl};

/// How many things at most are told: beyond that, nobody reads on.
const MAX_TOLD: usize = 1_000;

/// Colours where somebody sees them, unless `NO_COLOR` (no-color.org) says otherwise.
fn look(terminal: &impl IsTerminal) -> Look {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    if terminal.is_terminal() && !is_set("NO_COLOR") && !is_dumb { Look::Coloured } else { Look::Plain }
}

/// Tells something on stdout. Answers whether anybody listens: a reader that has seen enough (`| head`) is no failure.
fn tell(text: &str) -> Result<bool, Failure> {
    let mut stdout = io::stdout().lock();
    is_heard(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
}

/// Whether anybody listens to what was written.
fn is_heard(written: io::Result<()>) -> Result<bool, Failure> {
    match written {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Failure::new(NOT_DONE, format!("cannot write to stdout: {error}"))),
    }
}

/// Tells what is wrong on stderr.
fn complain(diagnostics: &[Diagnostic]) {
    let stderr = io::stderr();
    let look = look(&stderr);
    let mut stderr = stderr.lock();
    for diagnostic in diagnostics.iter().take(MAX_TOLD) {
        // Whoever closed stderr does not want to know.
        let _ = writeln!(stderr, "{}", diagnostic.to_text(look));
    }
    if let Some(more) = diagnostics.len().checked_sub(MAX_TOLD).filter(|more| *more > 0) {
        let _ = writeln!(stderr, "… and {more} more");
    }
}

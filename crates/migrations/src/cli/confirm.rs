//! A question before something is lost.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use super::CommandError;

/// Goes on if it was said already (`--yes`), or if whoever sits at the terminal says it now.
pub(super) fn confirm(what: &str, said: bool) -> Result<(), CommandError> {
    if said {
        return Ok(());
    }
    if !io::stdin().is_terminal() {
        return Err(CommandError::Unconfirmed(what.to_owned()));
    }
    write!(io::stderr(), "{what}. Go on? [yes/no] ")?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    match answer.trim().to_lowercase().as_str() {
        "y" | "yes" => Ok(()),
        _ => Err(CommandError::Declined),
    }
}

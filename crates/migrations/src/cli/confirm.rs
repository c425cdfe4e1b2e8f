//! A question before something is lost.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use statehouse_connection::DatabaseUrl;

use super::CommandError;
use super::print::list;
use crate::{MigrateError, Migrator, Version};

/// Servers that nobody sees, where there may be some, in words for whoever is about to take something from them.
pub(super) fn unseen(migrator: &Migrator, url: &DatabaseUrl) -> Result<Option<String>, MigrateError> {
    Ok(migrator.unseen(url)?.map(|since| {
        format!(
            "the database comes from before {since}, and servers of that time do not say that they run; make sure that none does"
        )
    }))
}

/// Says what nobody is asked about.
pub(super) fn warn(what: &str) -> io::Result<()> {
    writeln!(io::stderr(), "warning: {what}")
}

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

/// The same before a contract, of which servers that nobody sees would not survive much: they are named, and where it was said
/// already, all the same.
pub(super) fn confirm_contract(
    migrator: &Migrator,
    url: &DatabaseUrl,
    removing: &[Version],
    said: bool,
) -> Result<(), CommandError> {
    let what = format!("{} takes away what older servers need, and what is in it", list(removing));
    match unseen(migrator, url)? {
        Some(unseen) if said => Ok(warn(&unseen)?),
        Some(unseen) => confirm(&format!("{what}; {unseen}"), false),
        None => confirm(&what, said),
    }
}

//! Verbs that change nothing.

use std::io::Write;

use statehouse_connection::DatabaseUrl;

use super::print::{current_json, deed_json, deed_line, list, status_json, status_line};
use super::{CommandResult, Exit};
use crate::{Migrator, SchemaWindow, Standing, State};

pub(super) fn status(
    migrator: &Migrator,
    url: &DatabaseUrl,
    json: bool,
    out: &mut dyn Write,
) -> CommandResult {
    let status = migrator.status(url)?;
    if json {
        return print_json(&status.iter().map(status_json).collect(), out);
    }
    for line in &status {
        writeln!(out, "{}", status_line(line))?;
    }
    Ok(Exit::Done)
}

pub(super) fn current(
    migrator: &Migrator,
    url: &DatabaseUrl,
    json: bool,
    out: &mut dyn Write,
) -> CommandResult {
    let status = migrator.status(url)?;
    let is_missing =
        |standing| matches!(standing, Standing::Pending | Standing::Unfinished | Standing::Overtaken);
    let missing: Vec<_> =
        status.iter().filter(|line| is_missing(line.standing)).map(|line| line.version).collect();
    let mut applied = status.into_iter().filter_map(|line| line.applied);
    let newest = applied.rfind(|applied| applied.state == State::Applied);
    if json {
        return print_json(&current_json(newest.as_ref(), &missing), out);
    }
    match newest {
        Some(newest) => {
            // Between two phases something before it waits.
            let before: Vec<_> = missing.into_iter().filter(|version| *version < newest.version).collect();
            let gap =
                if before.is_empty() { String::new() } else { format!(" (missing: {})", list(&before)) };
            writeln!(out, "{}_{}{gap}", newest.version, newest.name)?;
        }
        None => writeln!(out, "none")?,
    }
    Ok(Exit::Done)
}

pub(super) fn history(
    migrator: &Migrator,
    url: &DatabaseUrl,
    json: bool,
    out: &mut dyn Write,
) -> CommandResult {
    let deeds = migrator.history(url)?;
    if json {
        return print_json(&deeds.iter().map(deed_json).collect(), out);
    }
    for deed in &deeds {
        writeln!(out, "{}", deed_line(deed))?;
    }
    Ok(Exit::Done)
}

pub(super) fn check(migrator: &Migrator, url: &DatabaseUrl, out: &mut dyn Write) -> CommandResult {
    let window = migrator.check(url)?;
    let exit = match &window {
        SchemaWindow::UpToDate => {
            writeln!(out, "{url}: up to date")?;
            return Ok(Exit::Done);
        }
        SchemaWindow::Empty => {
            writeln!(out, "{url}: no schema yet; run `migrate up`")?;
            return Ok(Exit::Pending);
        }
        SchemaWindow::Pending(missing) => {
            writeln!(out, "{url}: not applied yet: {}; run `migrate up`", list(missing))?;
            return Ok(Exit::Pending);
        }
        SchemaWindow::Ahead(_) => Exit::Ahead,
        SchemaWindow::Drifted(_) => Exit::Drifted,
    };
    if let Err(error) = migrator.refuse_disagreement(window) {
        writeln!(out, "{url}: {error}")?;
    }
    Ok(exit)
}

pub(super) fn verify(
    migrator: &Migrator,
    url: &DatabaseUrl,
    json: bool,
    out: &mut dyn Write,
) -> CommandResult {
    let differences = migrator.verify(url)?;
    let exit = if differences.is_empty() { Exit::Done } else { Exit::Drifted };
    if json {
        let as_json = |difference: &crate::schema::Difference| {
            serde_json::json!({
                "place": difference.place,
                "item": difference.item,
                "expected": difference.expected,
                "found": difference.found,
            })
        };
        print_json(&differences.iter().map(as_json).collect(), out)?;
        return Ok(exit);
    }
    for difference in &differences {
        writeln!(out, "{difference}")?;
    }
    if differences.is_empty() {
        writeln!(out, "{url}: the schema is as the applied migrations make it")?;
    }
    Ok(exit)
}

pub(super) fn print_json(value: &serde_json::Value, out: &mut dyn Write) -> CommandResult {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)?;
    Ok(Exit::Done)
}

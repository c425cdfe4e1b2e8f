//! Verbs that go by phase, and the servers that decide when a contract may go through.

use std::io::Write;
use std::time::Duration;

use clap::Args;
use statehouse_connection::DatabaseUrl;

use super::bar::Bar;
use super::change;
use super::confirm::{confirm_contract, unseen, warn};
use super::look::print_json;
use super::print::list;
use super::{CommandResult, Exit};
use crate::{Direction, Life, MigrateError, Migrator, Pace, Phase, Server, Version};

/// How fast rows are moved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct Speed {
    /// The share of the time that data migrations use, such as 20%; servers have the rest [default: 50%]
    #[arg(long, value_name = "SHARE")]
    pace: Option<Pace>,
    /// How many rows each transaction looks at, 1 to 10000, in place of as many as fit into its time
    #[arg(long, value_name = "ROWS", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    batch: Option<u32>,
}

impl Speed {
    /// A migrator that goes so fast.
    pub(super) fn of(&self, migrator: &Migrator) -> Migrator {
        let pace = self.pace.unwrap_or_default();
        migrator.clone().pace(self.batch.map_or(pace, |rows| pace.batch(rows)))
    }
}

/// What a phase would do.
pub(super) fn tell(
    migrator: &Migrator,
    url: &DatabaseUrl,
    phase: Phase,
    out: &mut dyn Write,
) -> CommandResult {
    change::tell(migrator, url, Direction::Up, &migrator.plan_of(url, phase)?, out)
}

pub(super) fn expand(migrator: &Migrator, url: &DatabaseUrl, out: &mut dyn Write) -> CommandResult {
    let plan = migrator.missing_of(url, Phase::Expand)?;
    if !plan.is_empty()
        && let Some(unseen) = unseen(migrator, url)?
    {
        warn(&unseen)?;
    }
    let done = migrator.expand(url, &mut Bar::default());
    told(url, done, "nothing to expand", out)
}

pub(super) fn data(
    migrator: &Migrator,
    url: &DatabaseUrl,
    speed: &Speed,
    out: &mut dyn Write,
) -> CommandResult {
    let done = speed.of(migrator).data(url, &mut Bar::default());
    told(url, done, "no rows to move", out)
}

pub(super) fn contract(
    migrator: &Migrator,
    url: &DatabaseUrl,
    speed: &Speed,
    yes: bool,
    out: &mut dyn Write,
) -> CommandResult {
    let plan = migrator.missing_of(url, Phase::Contract)?;
    if !plan.is_empty() {
        confirm_contract(migrator, url, &plan, yes)?;
    }
    let done = speed.of(migrator).contract(url, &mut Bar::default());
    told(url, done, "nothing to contract", out)
}

pub(super) fn prepare(
    migrator: &Migrator,
    url: &DatabaseUrl,
    speed: &Speed,
    out: &mut dyn Write,
) -> CommandResult {
    match speed.of(migrator).prepare_contract(url, &mut Bar::default())? {
        None => writeln!(out, "{url}: nothing to contract")?,
        Some(version) => {
            writeln!(
                out,
                "{url}: {version} is prepared: no server starts any more that needs what its script takes away"
            )?;
        }
    }
    Ok(Exit::Done)
}

fn told(
    url: &DatabaseUrl,
    done: Result<Vec<Version>, MigrateError>,
    nothing: &str,
    out: &mut dyn Write,
) -> CommandResult {
    let done = done?;
    match done.len() {
        0 => writeln!(out, "{url}: {nothing}")?,
        1 => writeln!(out, "{url}: applied {}", list(&done))?,
        number => writeln!(out, "{url}: applied {number} migrations: {}", list(&done))?,
    }
    Ok(Exit::Done)
}

pub(super) fn servers(
    migrator: &Migrator,
    url: &DatabaseUrl,
    watches: bool,
    json: bool,
    out: &mut dyn Write,
) -> CommandResult {
    // As long as the slowest beat lasts that anybody sets up.
    let watch_for = if watches { Duration::from_mins(2) } else { Duration::ZERO };
    let servers = migrator.servers(url, watch_for)?;
    if json {
        return print_json(&servers.iter().map(server_json).collect(), out);
    }
    if let Some(unseen) = unseen(migrator, url)? {
        warn(&unseen)?;
    }
    if servers.is_empty() {
        writeln!(out, "{url}: no server says that it runs")?;
    }
    for (server, life) in &servers {
        let Server { id, name, program, oldest, newest, .. } = server;
        let life = if watches { format!("  {}", life.as_str()) } else { String::new() };
        writeln!(out, "{name}  {program}  works from {oldest} on, knows up to {newest}{life}  {id}")?;
    }
    Ok(Exit::Done)
}

fn server_json((server, life): &(Server, Life)) -> serde_json::Value {
    serde_json::json!({
        "id": server.id,
        "name": server.name,
        "program": server.program,
        "oldest": server.oldest.0,
        "newest": server.newest.0,
        "life": life.as_str(),
        "lasts_s": server.lasts.as_secs_f64(),
    })
}

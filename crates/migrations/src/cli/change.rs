//! Verbs that change the database; what they would do; SQL for others to run.

use std::io::Write;

use statehouse_connection::DatabaseUrl;

use super::bar::Bar;
use super::confirm::{confirm, confirm_contract, unseen, warn};
use super::print::{halt_line, list, plan_line};
use super::{CommandError, CommandResult, Exit, How, Target};
use crate::error::named;
use crate::{Direction, Migration, Migrator, Phase, Range, Version};

pub(super) fn up(
    migrator: &Migrator,
    url: &DatabaseUrl,
    target: Option<Target>,
    how: &How,
    out: &mut dyn Write,
) -> CommandResult {
    if let Some(range) = how.offline.sql {
        return sql(migrator, url, range, (Direction::Up, how.offline.leave_data), out);
    }
    let target = version(migrator, url, Direction::Up, target)?;
    let plan = migrator.plan(url, Direction::Up, target)?;
    if how.dry_run {
        return tell(migrator, url, Direction::Up, &plan, out);
    }
    let removing: Vec<_> =
        plan.iter().filter(|it| it.phase == Phase::Contract).map(|it| it.version).collect();
    // A new database has nothing to lose.
    if !removing.is_empty() && !migrator.history(url)?.is_empty() {
        confirm_contract(migrator, url, &removing, how.yes)?;
    } else if !plan.is_empty()
        && let Some(unseen) = unseen(migrator, url)?
    {
        warn(&unseen)?;
    }
    let done = how.backup.of(&how.speed.of(migrator)).up(url, target, &mut Bar::default())?;
    match done.len() {
        0 => writeln!(out, "{url}: nothing to apply")?,
        1 => writeln!(out, "{url}: applied {}", list(&done))?,
        number => writeln!(out, "{url}: applied {number} migrations: {}", list(&done))?,
    }
    Ok(Exit::Done)
}

pub(super) fn down(
    migrator: &Migrator,
    url: &DatabaseUrl,
    target: Option<Target>,
    how: &How,
    out: &mut dyn Write,
) -> CommandResult {
    if let Some(range) = how.offline.sql {
        return sql(migrator, url, range, (Direction::Down, how.offline.leave_data), out);
    }
    let target = version(migrator, url, Direction::Down, target)?;
    let plan = migrator.plan(url, Direction::Down, target)?;
    if how.dry_run {
        return tell(migrator, url, Direction::Down, &plan, out);
    }
    if !plan.is_empty() {
        let versions: Vec<_> = plan.iter().map(|it| it.version).collect();
        let what = format!("taking down {} drops tables, columns and what is in them", list(&versions));
        confirm(&what, how.yes)?;
    }
    let done = how.backup.of(&how.speed.of(migrator)).down(url, target, &mut Bar::default())?;
    match done.len() {
        0 => writeln!(out, "{url}: nothing to take down")?,
        1 => writeln!(out, "{url}: took down {}", list(&done))?,
        number => writeln!(out, "{url}: took down {number} migrations: {}", list(&done))?,
    }
    Ok(Exit::Done)
}

/// The version that a target names, seen from where the database stands. One that leads the other way is refused.
fn version(
    migrator: &Migrator,
    url: &DatabaseUrl,
    direction: Direction,
    target: Option<Target>,
) -> Result<Option<Version>, CommandError> {
    match (target, direction) {
        (None, _) => Ok(None),
        (Some(Target::Version(version)), _) => Ok(Some(version)),
        (Some(Target::Up(steps)), Direction::Up) | (Some(Target::Down(steps)), Direction::Down) => {
            Ok(Some(migrator.steps(url, direction, steps)?))
        }
        (Some(target @ Target::Down(_)), Direction::Up) => {
            Err(CommandError::WrongWay(target, "see `migrate down --help`"))
        }
        (Some(target @ Target::Up(_)), Direction::Down) => {
            Err(CommandError::WrongWay(target, "see `migrate up --help`"))
        }
    }
}

pub(super) fn stamp(
    migrator: &Migrator,
    url: &DatabaseUrl,
    version: Version,
    (reason, said): (&str, bool),
    out: &mut dyn Write,
) -> CommandResult {
    let what = format!("{url} will count as being at {version}, whatever its schema is like");
    confirm(&what, said)?;
    let stamped = migrator.stamp(url, version, reason, &mut Bar::default())?;
    if stamped.up.is_empty() && stamped.down.is_empty() {
        writeln!(out, "{url}: it is written down as being at {version} already")?;
    }
    if !stamped.up.is_empty() {
        writeln!(out, "{url}: written down as applied: {}", list(&stamped.up))?;
    }
    if !stamped.down.is_empty() {
        writeln!(out, "{url}: written down as not applied: {}", list(&stamped.down))?;
    }
    Ok(Exit::Done)
}

/// Says what would be done, and who is in the way of it.
pub(super) fn tell(
    migrator: &Migrator,
    url: &DatabaseUrl,
    direction: Direction,
    plan: &[&Migration],
    out: &mut dyn Write,
) -> CommandResult {
    let (nothing, would) = match direction {
        Direction::Up => ("nothing to apply", "would apply"),
        Direction::Down => ("nothing to take down", "would take down"),
    };
    if plan.is_empty() {
        writeln!(out, "{url}: {nothing}")?;
    }
    for migration in plan {
        writeln!(out, "{would} {}", plan_line(migration))?;
    }
    if direction == Direction::Up
        && !plan.is_empty()
        && let Some(unseen) = unseen(migrator, url)?
    {
        writeln!(out, "{unseen}")?;
    }
    for halt in migrator.halts(url, direction, plan)? {
        writeln!(out, "{}", halt_line(&halt))?;
    }
    let in_the_way = migrator.in_the_way(url, direction, plan)?;
    for (migration, servers) in &in_the_way {
        writeln!(out, "{migration} would be refused as long as these servers live: {}", named(servers))?;
    }
    Ok(if in_the_way.is_empty() { Exit::Done } else { Exit::Later })
}

fn sql(
    migrator: &Migrator,
    url: &DatabaseUrl,
    range: Range,
    (direction, leaves_data): (Direction, bool),
    out: &mut dyn Write,
) -> CommandResult {
    let leads = if range.to < range.from { Direction::Down } else { Direction::Up };
    if leads != direction {
        let remedy = match leads {
            Direction::Up => "use `migrate up --sql`",
            Direction::Down => "use `migrate down --sql`",
        };
        return Err(CommandError::WrongWay(Target::Version(range.to), remedy));
    }
    write!(out, "{}", migrator.offline(url.engine(), range, leaves_data)?)?;
    Ok(Exit::Done)
}

//! Migrations in a line, a table, JSON.

use jiff::Timestamp;

use crate::{Applied, Deed, Halt, Migration, Status, Version};

pub(super) fn list(versions: &[Version]) -> String {
    versions.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// RFC 3339, to the second; the number itself if no calendar has such a day.
fn instant(microseconds: i64) -> String {
    Timestamp::from_microsecond(microseconds)
        .map_or_else(|_| microseconds.to_string(), |at| at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

pub(super) fn status_line(status: &Status) -> String {
    let (version, name) = (status.version, &status.name);
    let (standing, phase) = (status.standing.as_str(), status.phase.as_str());
    match &status.applied {
        Some(applied) => {
            let at = instant(applied.applied_at_us);
            format!("{version}  {standing:<10}  {phase:<8}  {at}  {name}  ({})", applied.applied_by)
        }
        None => format!("{version}  {standing:<10}  {phase:<8}  {:<20}  {name}", "-"),
    }
}

pub(super) fn status_json(status: &Status) -> serde_json::Value {
    let applied = status.applied.as_ref();
    serde_json::json!({
        "version": status.version.0,
        "name": status.name,
        "standing": status.standing.as_str(),
        "phase": status.phase.as_str(),
        "requires": status.requires.map(|version| version.0),
        "state": applied.map(|applied| applied.state.as_str()),
        "applied_at": applied.map(|applied| instant(applied.applied_at_us)),
        "applied_by": applied.map(|applied| &applied.applied_by),
        "checksum": applied.map(|applied| &applied.checksum),
    })
}

pub(super) fn current_json(newest: Option<&Applied>, missing: &[Version]) -> serde_json::Value {
    serde_json::json!({
        "version": newest.map_or(0, |applied| applied.version.0),
        "name": newest.map(|applied| &applied.name),
        "applied_at": newest.map(|applied| instant(applied.applied_at_us)),
        "missing": missing.iter().map(|version| version.0).collect::<Vec<_>>(),
    })
}

pub(super) fn deed_line(deed: &Deed) -> String {
    let (at, action, version, name) =
        (instant(deed.done_at_us), deed.action.as_str(), deed.version, &deed.name);
    let took = deed.took.map(|took| format!(", in {:.3} s", took.as_secs_f64())).unwrap_or_default();
    let reason = deed.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    format!("{at}  {action:<10}  {version}  {name}  ({}{took}){reason}", deed.done_by)
}

pub(super) fn deed_json(deed: &Deed) -> serde_json::Value {
    serde_json::json!({
        "number": deed.number,
        "version": deed.version.0,
        "name": deed.name,
        "action": deed.action.as_str(),
        "checksum": deed.checksum,
        "done_at": instant(deed.done_at_us),
        "done_by": deed.done_by,
        "took_s": deed.took.map(|took| took.as_secs_f64()),
        "reason": deed.reason,
    })
}

/// What would be done, one line each.
pub(super) fn halt_line(halt: &Halt) -> String {
    let Halt { migration, index, table, rows } = halt;
    format!(
        "{migration} builds the index {index} over the {rows} rows of {table}: in a Galera cluster nobody writes until it is \
         built (docs/migrations.md, \"An index in a Galera cluster\")"
    )
}

pub(super) fn plan_line(migration: &Migration) -> String {
    match migration.requires {
        Some(requires) => format!("{migration}  ({}, servers must know {requires})", migration.phase),
        None => format!("{migration}  ({})", migration.phase),
    }
}

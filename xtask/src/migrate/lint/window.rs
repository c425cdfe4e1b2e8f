//! What must not be taken from the servers that go on working: in an expand from all of them, in a contract from those that
//! know what it requires.

use statehouse_migration_text::{Directives, Phase, Version};

use super::Context;
use super::history::History;
use super::rule::{BREAKS_WINDOW, NOT_NULL_WITHOUT_DEFAULT, Rule};
use super::shape::{Clause, Filled, Shape};

/// What of a statement older servers would trip over. A table that the same file creates is known to none of them.
pub(super) fn check(shape: &Shape<'_>, context: &Context<'_>) -> Vec<(&'static Rule, String)> {
    let breaks = |what: String| vec![(&BREAKS_WINDOW, what)];
    match shape {
        Shape::DropTable { tables, .. } => {
            let known: Vec<_> = tables.iter().copied().filter(|table| context.exists(table)).collect();
            if known.is_empty() { Vec::new() } else { breaks(format!("DROP TABLE {}", known.join(", "))) }
        }
        Shape::CreateIndex { table, unique: true, .. } if context.exists(table) => {
            breaks(format!("a UNIQUE index on {table}"))
        }
        Shape::AlterTable { table, clauses, .. } if context.exists(table) => {
            clauses.iter().filter_map(|clause| in_clause(table, clause)).collect()
        }
        _ => Vec::new(),
    }
}

/// What a contract says too little about: servers that know what it requires and no more have not heard of the expand that
/// they need to do without the old shape.
pub(super) fn lags(directives: &Directives, history: &History) -> Option<(&'static Rule, String)> {
    let (requires, newest) = (directives.requires?.0, history.newest_expand());
    let lags = directives.phase == Phase::Contract && requires < newest;
    lags.then(|| {
        let what = format!(
            "it requires {requires:04}, and servers that know no more than that have not heard of {newest:04}"
        );
        (&BREAKS_WINDOW, what)
    })
}

/// What a contract takes from servers that know what it requires: they came with it.
pub(super) fn taken(
    shape: &Shape<'_>,
    context: &Context<'_>,
    requires: Option<Version>,
) -> Vec<(&'static Rule, String)> {
    let is_used = |made: Option<u32>| made.is_some_and(|made| requires.is_some_and(|known| known.0 <= made));
    let taken: Vec<String> = match shape {
        Shape::DropTable { tables, .. } => {
            let known = tables.iter().filter(|table| context.exists(table));
            let used = known.filter(|table| is_used(context.history.made_table(table)));
            used.map(|table| format!("DROP TABLE {table}")).collect()
        }
        Shape::AlterTable { table, clauses, .. } if context.exists(table) => {
            let dropped = clauses.iter().filter_map(|clause| match clause {
                Clause::DropColumn { column, .. } => Some(*column),
                _ => None,
            });
            let used = dropped.filter(|column| is_used(context.history.made_column(table, column)));
            used.map(|column| format!("DROP COLUMN {column} of {table}")).collect()
        }
        _ => Vec::new(),
    };
    let requires = requires.unwrap_or(Version::NONE);
    let why = |what| (&BREAKS_WINDOW, format!("{what}, which servers that know {requires} have and use"));
    taken.into_iter().map(why).collect()
}

/// A column that must be given and has no default, whatever the phase.
pub(super) fn column_without_default(
    shape: &Shape<'_>,
    context: &Context<'_>,
) -> Vec<(&'static Rule, String)> {
    let Shape::AlterTable { table, clauses, .. } = shape else { return Vec::new() };
    let is_bare = |clause: &&Clause<'_>| {
        matches!(clause, Clause::AddColumn { not_null: true, default: Filled::None, .. })
    };
    clauses
        .iter()
        .filter(|_| context.exists(table))
        .filter(is_bare)
        .filter_map(|clause| match clause {
            Clause::AddColumn { column, .. } => {
                Some((&NOT_NULL_WITHOUT_DEFAULT, format!("ADD COLUMN {column} to {table}")))
            }
            _ => None,
        })
        .collect()
}

fn in_clause(table: &str, clause: &Clause<'_>) -> Option<(&'static Rule, String)> {
    let what = match clause {
        Clause::DropColumn { column, .. } => format!("DROP COLUMN {column} of {table}"),
        Clause::Rename { .. } | Clause::RenameTable { .. } => format!("RENAME in {table}"),
        Clause::SetNotNull { column } => format!("SET NOT NULL for {table}.{column}"),
        Clause::ChangeType { column } => format!("another type for {table}.{column}"),
        Clause::DropDefault { column } => format!("DROP DEFAULT of {table}.{column}"),
        Clause::Modify { column, .. } => format!("another definition of {table}.{column}"),
        Clause::AddConstraint { kind, .. } => format!("a new {kind} on {table}"),
        Clause::AddIndex { unique: true, .. } => format!("a UNIQUE index on {table}"),
        _ => return None,
    };
    Some((&BREAKS_WINDOW, what))
}

//! What an expand must not take from the servers that go on working.

use super::Context;
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
        Clause::DropColumn { .. } => format!("DROP COLUMN of {table}"),
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

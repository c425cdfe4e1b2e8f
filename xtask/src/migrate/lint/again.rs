//! Statements that fail, or do something twice, when they are run again.

use super::rule::{RUNS_ONCE, Rule};
use super::shape::{Clause, Shape};

/// What of a statement cannot be run again. To be asked where statements commit one by one.
pub(super) fn check(shape: &Shape<'_>) -> Vec<(&'static Rule, String)> {
    let once = |what: String| vec![(&RUNS_ONCE, what)];
    match shape {
        Shape::CreateTable { table, again: false } => {
            once(format!("CREATE TABLE {table} without IF NOT EXISTS"))
        }
        Shape::CreateIndex { table, again: false, .. } => {
            once(format!("CREATE INDEX on {table} without IF NOT EXISTS"))
        }
        Shape::CreateOther { again: false } => once("CREATE without IF NOT EXISTS or OR REPLACE".to_owned()),
        Shape::DropTable { tables, again: false } => {
            once(format!("DROP TABLE {} without IF EXISTS", tables.join(", ")))
        }
        Shape::DropIndex { again: false, .. } => once("DROP INDEX without IF EXISTS".to_owned()),
        Shape::DropOther { again: false } => once("DROP without IF EXISTS".to_owned()),
        Shape::Insert { table, again: false, .. } => {
            once(format!("INSERT INTO {table} without IGNORE or ON DUPLICATE KEY UPDATE"))
        }
        Shape::AlterTable { table, clauses, .. } => clauses
            .iter()
            // A constraint that is dropped first, if it exists, is not there.
            .filter(|clause| !(drops_constraint(clauses) && matches!(clause, Clause::AddConstraint { .. })))
            .filter_map(clause)
            .map(|what| (&RUNS_ONCE, format!("ALTER TABLE {table} {what}")))
            .collect(),
        _ => Vec::new(),
    }
}

fn drops_constraint(clauses: &[Clause<'_>]) -> bool {
    clauses.iter().any(|clause| matches!(clause, Clause::DropConstraint { again: true, .. }))
}

fn clause(clause: &Clause<'_>) -> Option<String> {
    match clause {
        Clause::AddColumn { column, again: false, .. } => {
            Some(format!("ADD COLUMN {column} without IF NOT EXISTS"))
        }
        Clause::AddConstraint { kind, again: false, .. } => Some(format!("ADD {kind} without IF NOT EXISTS")),
        Clause::AddIndex { again: false, .. } => Some("ADD INDEX without IF NOT EXISTS".to_owned()),
        Clause::DropColumn { again: false, .. } => Some("DROP COLUMN without IF EXISTS".to_owned()),
        Clause::DropConstraint { again: false, .. } => Some("DROP CONSTRAINT without IF EXISTS".to_owned()),
        Clause::DropOther { what, again: false } => Some(format!("DROP {what} without IF EXISTS")),
        Clause::Rename { again: false } | Clause::RenameTable { .. } => {
            Some("RENAME, which finds nothing the second time".to_owned())
        }
        Clause::Modify { column, again: false } => Some(format!("CHANGE {column} without IF EXISTS")),
        _ => None,
    }
}

//! What keeps everybody waiting: tables that are copied, or locked while every row is looked at.

use super::super::folders::Engine;
use super::Context;
use super::rule::{
    CONCURRENT_IN_TRANSACTION, INDEX_NOT_CONCURRENT, LOCKS_TABLE, MOVES_ROWS, REWRITES_TABLE, Rule,
};
use super::shape::{Clause, Filled, Shape};

type Found = (&'static Rule, String);

/// What of a statement takes as long as the table is large. A table that the same file creates is empty.
pub(super) fn check(shape: &Shape<'_>, context: &Context<'_>) -> Vec<Found> {
    match shape {
        Shape::CreateIndex { table, concurrently, .. } if context.engine == Engine::Postgres => {
            index(table, *concurrently, context).into_iter().collect()
        }
        Shape::DropIndex { concurrently: true, .. }
            if context.engine == Engine::Postgres && context.in_transaction =>
        {
            vec![(&CONCURRENT_IN_TRANSACTION, "DROP INDEX CONCURRENTLY".to_owned())]
        }
        Shape::Insert { table, from_rows: true, .. } if context.exists(table) => {
            vec![(&MOVES_ROWS, format!("INSERT INTO {table} ... SELECT"))]
        }
        Shape::Change { verb, table } if context.exists(table) => {
            vec![(&MOVES_ROWS, format!("{verb} {table}"))]
        }
        Shape::Rebuild { verb } => vec![(&REWRITES_TABLE, (*verb).to_owned())],
        Shape::Lock => vec![(&LOCKS_TABLE, "LOCK TABLE".to_owned())],
        Shape::AlterTable { table, clauses, unlocked } if context.exists(table) || renames(clauses) => {
            clauses.iter().filter_map(|clause| altered(table, clause, *unlocked, context)).collect()
        }
        _ => Vec::new(),
    }
}

/// SQLite changes a table by building another and giving it the name of the first.
fn renames(clauses: &[Clause<'_>]) -> bool {
    clauses.iter().any(|clause| matches!(clause, Clause::RenameTable { .. }))
}

fn index(table: &str, concurrently: bool, context: &Context<'_>) -> Option<Found> {
    if concurrently {
        let in_transaction = context.in_transaction;
        return in_transaction
            .then(|| (&CONCURRENT_IN_TRANSACTION, format!("CREATE INDEX CONCURRENTLY on {table}")));
    }
    context.exists(table).then(|| (&INDEX_NOT_CONCURRENT, format!("CREATE INDEX on {table}")))
}

fn altered(table: &str, clause: &Clause<'_>, unlocked: bool, context: &Context<'_>) -> Option<Found> {
    match context.engine {
        Engine::Sqlite => on_sqlite(table, clause, context),
        Engine::Postgres => on_postgres(table, clause, context),
        // It refuses what it cannot do without a lock.
        Engine::Mysql if unlocked => None,
        Engine::Mysql => on_mysql(table, clause),
    }
}

fn on_sqlite(table: &str, clause: &Clause<'_>, context: &Context<'_>) -> Option<Found> {
    match clause {
        Clause::RenameTable { to } if context.dropped.contains(*to) => {
            Some((&REWRITES_TABLE, format!("{to} is built anew")))
        }
        Clause::DropColumn { .. } => Some((&REWRITES_TABLE, format!("DROP COLUMN of {table}"))),
        _ => None,
    }
}

fn on_postgres(table: &str, clause: &Clause<'_>, context: &Context<'_>) -> Option<Found> {
    match clause {
        Clause::ChangeType { column } => {
            Some((&REWRITES_TABLE, format!("another type for {table}.{column}")))
        }
        Clause::AddColumn { column, stored: true, .. } => Some((
            &REWRITES_TABLE,
            format!("ADD COLUMN {column} to {table}, computed and stored for each row"),
        )),
        Clause::AddColumn { column, default: Filled::Call, .. } => Some((
            &REWRITES_TABLE,
            format!("ADD COLUMN {column} to {table}, with a default to compute for each row"),
        )),
        Clause::Storage { verb } => Some((&REWRITES_TABLE, format!("ALTER TABLE {table} {verb}"))),
        Clause::SetNotNull { column } if !context.history.is_filled(table, column) => {
            Some((&LOCKS_TABLE, format!("SET NOT NULL for {table}.{column}")))
        }
        Clause::AddConstraint { kind, not_valid: false, using_index: false, .. } => {
            Some((&LOCKS_TABLE, format!("ADD {kind} to {table}")))
        }
        Clause::ValidateConstraint { .. } if context.in_transaction && context.adds_constraint => Some((
            &LOCKS_TABLE,
            format!("VALIDATE CONSTRAINT in the transaction that locked {table} to add it"),
        )),
        _ => None,
    }
}

fn on_mysql(table: &str, clause: &Clause<'_>) -> Option<Found> {
    match clause {
        Clause::Modify { column, .. } => {
            Some((&REWRITES_TABLE, format!("another definition of {table}.{column}")))
        }
        Clause::AddColumn { column, stored: true, .. } => Some((
            &REWRITES_TABLE,
            format!("ADD COLUMN {column} to {table}, computed and stored for each row"),
        )),
        Clause::Storage { verb } => Some((&REWRITES_TABLE, format!("ALTER TABLE {table} {verb}"))),
        Clause::AddConstraint { kind: "PRIMARY KEY", .. } | Clause::DropOther { what: "PRIMARY KEY", .. } => {
            Some((&REWRITES_TABLE, format!("another primary key of {table}")))
        }
        Clause::AddConstraint { kind: kind @ ("FOREIGN KEY" | "CHECK"), .. } => {
            Some((&LOCKS_TABLE, format!("ADD {kind} to {table}")))
        }
        _ => None,
    }
}

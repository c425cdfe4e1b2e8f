//! What a commit changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::{
    DataSource, DataSourceTable, Execution, LibraryPolicy, Policy, Revision, Row, Rule, Table, Timestamp,
};

/// One entity before and after.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit<T> {
    /// The entity was not there before.
    Created(Arc<T>),
    /// The entity was there and is different now.
    Replaced {
        /// As it was.
        before: Arc<T>,
        /// As it is now.
        after: Arc<T>,
    },
    /// The entity is gone.
    Deleted(Arc<T>),
}

impl<T> Edit<T> {
    /// The entity as it was, if it was there.
    #[must_use]
    pub fn before(&self) -> Option<&Arc<T>> {
        match self {
            Self::Created(_) => None,
            Self::Replaced { before, .. } | Self::Deleted(before) => Some(before),
        }
    }

    /// The entity as it is now, if it is there.
    #[must_use]
    pub fn after(&self) -> Option<&Arc<T>> {
        match self {
            Self::Created(after) | Self::Replaced { after, .. } => Some(after),
            Self::Deleted(_) => None,
        }
    }

    /// The edit that undoes this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self {
            Self::Created(entity) => Self::Deleted(entity.clone()),
            Self::Replaced { before, after } => {
                Self::Replaced { before: after.clone(), after: before.clone() }
            }
            Self::Deleted(entity) => Self::Created(entity.clone()),
        }
    }
}

/// The smallest thing the log tells of.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A policy came or went.
    Policy(Edit<Policy>),
    /// A rule came or went.
    Rule(Edit<Rule>),
    /// A table of a policy was mentioned for the first time, or for the last.
    Table(Edit<Table>),
    /// A library policy came, changed or went.
    LibraryPolicy(Edit<LibraryPolicy>),
    /// A data source came or went.
    DataSource(Edit<DataSource>),
    /// Rows of a data source's table came and went, and with the first and last of them the table.
    Rows(RowsChange),
    /// An action was asked for, its execution went on, or is forgotten.
    Execution(Edit<Execution>),
}

/// How the rows of one table of a data source changed. Only what differs is told, so that replacing a large table by
/// nearly the same one is a small change.
#[derive(Clone, Debug, PartialEq)]
pub struct RowsChange {
    /// The table's own record: created with its first push, replaced with every later one, deleted with its data source.
    pub table: Edit<DataSourceTable>,
    /// Rows that were not there before.
    pub added: Arc<BTreeSet<Row>>,
    /// Rows that are not there any more.
    pub removed: Arc<BTreeSet<Row>>,
}

impl Change {
    /// The change that undoes this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self {
            Self::Policy(edit) => Self::Policy(edit.inverse()),
            Self::Rule(edit) => Self::Rule(edit.inverse()),
            Self::Table(edit) => Self::Table(edit.inverse()),
            Self::LibraryPolicy(edit) => Self::LibraryPolicy(edit.inverse()),
            Self::DataSource(edit) => Self::DataSource(edit.inverse()),
            Self::Execution(edit) => Self::Execution(edit.inverse()),
            Self::Rows(rows) => Self::Rows(RowsChange {
                table: rows.table.inverse(),
                added: rows.removed.clone(),
                removed: rows.added.clone(),
            }),
        }
    }
}

/// One accepted command: a revision of the state.
#[derive(Clone, Debug, PartialEq)]
pub struct Commit {
    /// The revision that the commit made.
    pub revision: Revision,
    /// When it was made.
    pub at: Timestamp,
    /// Who asked for it.
    pub actor: String,
    /// The request it came with.
    pub request_id: String,
    /// What it changed, in order; never empty.
    pub changes: Vec<Change>,
}

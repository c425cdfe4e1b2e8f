//! Tables as an engine's catalogue tells of them: the common words where there is no doubt, and the engine's own.

use std::collections::BTreeSet;

use super::table::ForeignKey;

/// A schema as read.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    pub(super) tables: Vec<FoundTable>,
    /// Views, triggers, sequences, each with its kind and name.
    pub(super) others: BTreeSet<String>,
}

/// A table as read.
#[derive(Debug, Default)]
pub(super) struct FoundTable {
    pub(super) name: String,
    /// What the engine says of the table as a whole.
    pub(super) made: String,
    pub(super) columns: Vec<FoundColumn>,
    pub(super) keys: Vec<FoundKey>,
    pub(super) foreign_keys: Vec<FoundForeignKey>,
    /// The conditions of CHECK, in common words.
    pub(super) checks: Vec<String>,
}

/// A column as read.
#[derive(Debug)]
pub(super) struct FoundColumn {
    pub(super) name: String,
    /// `text` or `integer` or `boolean` where the engine's type is the one that stands for it; else the engine's word.
    pub(super) kind: String,
    /// The engine's word for the type, and its collation.
    pub(super) native: String,
    pub(super) required: bool,
    /// In common words.
    pub(super) default: Option<String>,
    /// What the database computes the value by, in common words: a generated column.
    pub(super) computed: Option<String>,
}

/// What a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Primary,
    Unique,
    Index,
}

/// A primary key, a unique constraint or index, or an index.
#[derive(Debug)]
pub(super) struct FoundKey {
    pub(super) name: String,
    pub(super) role: Role,
    /// Columns or expressions, each perhaps with DESC.
    pub(super) parts: Vec<String>,
    /// The condition of a partial index, or that the index is of no use, in common words; empty for a whole one.
    pub(super) condition: String,
    /// Method and parts in the engine's words.
    pub(super) native: String,
}

/// A foreign key as read.
#[derive(Debug)]
pub(super) struct FoundForeignKey {
    pub(super) name: String,
    pub(super) key: ForeignKey,
    /// The actions in the engine's words.
    pub(super) native: String,
}

/// The table of this name; the catalogue names a table before anything that belongs to it.
pub(super) fn table<'a>(tables: &'a mut [FoundTable], name: &str) -> Option<&'a mut FoundTable> {
    tables.iter_mut().find(|table| table.name == name)
}

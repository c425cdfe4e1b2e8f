//! A table in the words that all engines share.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// The columns of the primary key, in order.
    pub primary_key: Vec<String>,
    /// The columns of each unique constraint or unique index, in order; with the condition of a partial one.
    pub uniques: BTreeSet<Parts>,
    /// What it refers to.
    pub foreign_keys: BTreeSet<ForeignKey>,
    /// Conditions that every row meets.
    pub checks: BTreeSet<String>,
    /// Indexes that are not there for a constraint, by name.
    pub indexes: BTreeMap<String, Parts>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// `integer` (64 bits), `text` (compared by bytes, of any length) or `boolean`; else the engine's own word, which
    /// no other engine has.
    pub kind: String,
    /// Whether there must be a value.
    pub required: bool,
    /// The value where none is given.
    pub default: Option<String>,
    /// What the database computes it by.
    pub computed: Option<String>,
}

/// Columns or expressions of a key, in order, with the condition of a partial one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Parts {
    /// The columns.
    pub columns: Vec<String>,
    /// Empty for a whole one.
    pub condition: String,
}

/// A reference to another table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ForeignKey {
    /// The columns that refer, in order.
    pub columns: Vec<String>,
    /// The table they refer to.
    pub parent: String,
    /// The columns there.
    pub parent_columns: Vec<String>,
    /// What happens when the row referred to is deleted.
    pub on_delete: String,
    /// What happens when its key is changed.
    pub on_update: String,
}

impl Table {
    /// Each item with its words, in the order in which they are shown.
    pub(super) fn items(&self) -> Vec<(String, String)> {
        let mut items: Vec<_> = self
            .columns
            .iter()
            .map(|column| (format!("column {}", column.name), column.to_string()))
            .collect();
        if !self.primary_key.is_empty() {
            items.push(("primary key".to_owned(), list(&self.primary_key)));
        }
        items.extend(self.uniques.iter().map(|parts| (format!("unique {parts}"), String::new())));
        items.extend(
            self.foreign_keys
                .iter()
                .map(|key| (key.item(), format!("on delete {}, on update {}", key.on_delete, key.on_update))),
        );
        items.extend(self.checks.iter().map(|check| (format!("check ({check})"), String::new())));
        items.extend(self.indexes.iter().map(|(name, parts)| (format!("index {name}"), parts.to_string())));
        items
    }
}

/// `(a, b)`
pub(super) fn list(columns: &[String]) -> String {
    format!("({})", columns.join(", "))
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.kind)?;
        if self.required {
            f.write_str(" not null")?;
        }
        if let Some(default) = &self.default {
            write!(f, " default {default}")?;
        }
        if let Some(expression) = &self.computed {
            write!(f, " computed as {expression}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&list(&self.columns))?;
        match self.condition.as_str() {
            "" => Ok(()),
            condition => write!(f, " {condition}"),
        }
    }
}

impl ForeignKey {
    /// What it is called.
    pub(super) fn item(&self) -> String {
        format!(
            "foreign key {} references {} {}",
            list(&self.columns),
            self.parent,
            list(&self.parent_columns)
        )
    }

    /// An action in common words: RESTRICT and NO ACTION both refuse.
    pub(super) fn action(native: &str) -> String {
        match native.to_uppercase().as_str() {
            "RESTRICT" | "NO ACTION" => "refused".to_owned(),
            other => other.to_lowercase(),
        }
    }
}

//! Drivers: what kind of data source there is. A driver is a YAML declaration, never code of its own.

use serde::Deserialize;

use crate::{Action, Execute, Poll, PolledTable, PostedTable};

/// The declaration of a kind of data source.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Driver {
    /// By which data sources name it.
    pub id: String,
    /// What it is for.
    #[serde(default)]
    pub description: String,
    /// The configuration fields a data source of this driver has, in the order in which they are shown.
    #[serde(default)]
    pub config: Vec<ConfigField>,
    /// The tables it fills.
    #[serde(default)]
    pub tables: Vec<TableDeclaration>,
    /// The actions it can be asked to execute. Absent when it has none to speak of.
    #[serde(default)]
    pub actions: Vec<Action>,
    /// How its actions are executed, where they can be.
    #[serde(default)]
    pub execute: Option<Execute>,
    /// Where the rows of its tables come from.
    #[serde(default)]
    pub rows: RowSource,
    /// How they are polled, where they are.
    #[serde(default)]
    pub poll: Option<Poll>,
    /// Whether rows may be pushed to tables that are not declared.
    #[serde(default)]
    pub open: bool,
}

/// A configuration field.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfigField {
    /// The field's name.
    pub name: String,
    /// Whether a data source must give it.
    #[serde(default)]
    pub required: bool,
    /// What holds when it is not given.
    #[serde(default)]
    pub default: Option<serde_json::Value>,
    /// Whether it must never be shown.
    #[serde(default)]
    pub secret: bool,
    /// What it means.
    #[serde(default)]
    pub description: Option<String>,
}

/// A table that a driver declares.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableDeclaration {
    /// The table's name.
    pub id: String,
    /// Its columns, in order.
    #[serde(default)]
    pub columns: Vec<Column>,
    /// Whether the table is there, and empty, before anything has been pushed to it.
    #[serde(default)]
    pub initially_empty: bool,
    /// Where its rows are fetched from, where they are polled.
    #[serde(default)]
    pub poll: Option<PolledTable>,
    /// How posted documents fill it, where they do.
    #[serde(default)]
    pub document: Option<PostedTable>,
}

/// A column of a declared table.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The column's name.
    pub name: String,
    /// What it means.
    #[serde(default)]
    pub description: Option<String>,
    /// Where its value stands in a pushed JSON object: names separated by dots. The column's name when absent.
    #[serde(default)]
    pub from: Option<String>,
}

/// Where the rows of a driver's tables come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RowSource {
    /// They are pushed through the API.
    #[default]
    Pushed,
    /// They are taken out of a JSON document that is posted.
    Document,
    /// They are polled from a JSON endpoint.
    Polled,
}

impl Driver {
    /// A table that the driver declares.
    #[must_use]
    pub fn table(&self, name: &str) -> Option<&TableDeclaration> {
        self.tables.iter().find(|table| table.id == name)
    }

    /// A configuration field that the driver declares.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&ConfigField> {
        self.config.iter().find(|field| field.name == name)
    }

    /// Whether rows may be put into a table of this name.
    #[must_use]
    pub fn takes_rows_for(&self, table: &str) -> bool {
        self.open || self.table(table).is_some()
    }
}

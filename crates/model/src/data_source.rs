//! Data sources and the tables that were pushed to them.

use serde::{Deserialize, Serialize};

use crate::{Config, DataSourceId, Position, Timestamp};

/// A source of facts that policies may refer to by its name.
#[derive(Clone, Debug, PartialEq)]
pub struct DataSource {
    /// The data source's id; a client may choose it.
    pub id: DataSourceId,
    /// Unique among policies and data sources.
    pub name: String,
    /// The id of its driver.
    pub driver: String,
    /// Free text.
    pub description: Option<String>,
    /// The client's own classification; Statehouse makes nothing of it.
    pub kind: Option<String>,
    /// Whether it takes part.
    pub enabled: bool,
    /// Its configuration; `None` where the client gave none.
    pub config: Option<Config>,
    /// Where in the log the data source was created.
    pub created: Position,
}

impl DataSource {
    /// The longest name, in characters.
    pub const NAME_LIMIT: usize = 255;
    /// The longest id that a client may choose, in characters.
    pub const ID_LIMIT: usize = 255;
    /// The longest description, in characters.
    pub const DESCRIPTION_LIMIT: usize = 65_535;
    /// The longest of the client's own classifications, in characters.
    pub const KIND_LIMIT: usize = 255;
    /// The longest value of a configuration field, in bytes of its JSON text.
    pub const CONFIG_VALUE_LIMIT: usize = 65_535;
}

/// A table of a data source that has been filled at least once. Its rows are kept beside it
/// ([`crate::State::rows`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataSourceTable {
    /// The data source it belongs to.
    pub data_source: DataSourceId,
    /// The table's name.
    pub name: String,
    /// How many times its rows have been replaced or changed.
    pub updates: u64,
    /// When that last happened.
    pub updated_at: Timestamp,
    /// Where in the log the table was first filled.
    pub created: Position,
}

impl DataSourceTable {
    /// The longest name, in characters.
    pub const NAME_LIMIT: usize = 255;
    /// Most rows of one table.
    pub const ROWS_LIMIT: usize = 1_000_000;
}

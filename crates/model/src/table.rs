//! Tables of policies.

use serde::{Deserialize, Serialize};

use crate::Position;

/// A table that some rule mentions. Its number of columns is fixed by the first mention anywhere and forgotten with the
/// last, so it depends on history and is stored, not derived from today's rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The policy or data source the table is in, by name: it may not exist (yet).
    pub policy: String,
    /// The table's name, with its `+` or `-` if it has one.
    pub name: String,
    /// The number of columns.
    pub columns: u32,
    /// Where in the log the first mention stands.
    pub created: Position,
}

//! Rows of data-source tables.

use std::sync::Arc;

pub use statehouse_datalog::Value;

/// One row: its values, column by column. Rows of a table are a set. They sort by their values, so lists are stable.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Row(pub Arc<[Value]>);

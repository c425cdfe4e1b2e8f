//! Numbers between the database, whose integers are signed, and the model.

use statehouse_model::{Position, Revision};

use crate::failed::Failed;

pub(crate) fn stored(number: u64) -> Result<i64, Failed> {
    i64::try_from(number).map_err(|_| Failed::corrupt("head", "a number has outgrown 63 bits"))
}

pub(crate) fn loaded<N: TryFrom<i64>>(table: &'static str, number: i64) -> Result<N, Failed> {
    N::try_from(number).map_err(|_| Failed::corrupt(table, &format!("{number} is out of range")))
}

pub(crate) fn revision(table: &'static str, number: i64) -> Result<Revision, Failed> {
    loaded(table, number).map(Revision)
}

pub(crate) fn position(table: &'static str, revision: i64, index: i64) -> Result<Position, Failed> {
    Ok(Position { revision: self::revision(table, revision)?, index: loaded(table, index)? })
}

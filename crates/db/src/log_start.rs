//! Where the log begins: the first revision that it still holds.

use diesel::{ExpressionMethods as _, QueryDsl as _, RunQueryDsl as _};
use statehouse_connection::Connection;
use statehouse_model::Revision;

use crate::failed::Failed;
use crate::number;
use crate::schema::log_start;

/// The first revision that the log holds, or will hold while it has none.
pub(crate) fn revision(connection: &mut Connection) -> Result<Revision, Failed> {
    let revision: i64 = log_start::table.select(log_start::revision).first(connection)?;
    number::revision("log_start", revision)
}

/// Moves it, if it stands where this says.
pub(crate) fn advance(connection: &mut Connection, from: Revision, to: Revision) -> Result<bool, Failed> {
    let before = number::stored(from.0)?;
    let moved = diesel::update(log_start::table.filter(log_start::revision.eq(before)))
        .set(log_start::revision.eq(number::stored(to.0)?))
        .execute(connection)?;
    Ok(moved == 1)
}

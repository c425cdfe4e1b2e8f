//! The head of the log: the newest revision in the database.

use diesel::{ExpressionMethods as _, QueryDsl as _, RunQueryDsl as _};
use statehouse_connection::{Connection, Failure};
use statehouse_model::Revision;

use crate::failed::Failed;
use crate::number;
use crate::schema::head;

/// The newest revision.
pub(crate) fn revision(connection: &mut Connection) -> Result<Revision, Failure> {
    let revision: i64 = head::table.select(head::revision).first(connection)?;
    Ok(Revision(u64::try_from(revision).unwrap_or_default()))
}

/// Moves the head over the commits `first` to `last`, if it stands right before them. False when it does not: another
/// process has written since this transaction's batch was decided.
pub(crate) fn advance(connection: &mut Connection, first: Revision, last: Revision) -> Result<bool, Failed> {
    let before = number::stored(first.0 - 1)?;
    let moved = diesel::update(head::table.filter(head::revision.eq(before)))
        .set(head::revision.eq(number::stored(last.0)?))
        .execute(connection)?;
    Ok(moved == 1)
}

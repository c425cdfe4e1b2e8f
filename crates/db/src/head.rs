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

/// The newest revision, which is `known` at least: a head that went back belongs to another database, put in the place of
/// the one that is in use.
pub(crate) fn not_before(connection: &mut Connection, known: Revision) -> Result<Revision, Failed> {
    let head = revision(connection)?;
    if head < known {
        let reason =
            format!("the log ends at {head}, before {known}: the database was replaced while in use");
        return Err(Failed::corrupt("head", &reason));
    }
    Ok(head)
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

/// Writes the head as it is: a transaction that changes nothing, and fails where any other would. There and back,
/// because SQLite does not write a row that an UPDATE leaves as it was (`btreeOverwriteContent` in btree.c), and
/// then COMMIT has nothing to do and succeeds on a disk that is full.
pub(crate) fn rewrite(connection: &mut Connection) -> Result<(), Failed> {
    diesel::update(head::table).set(head::revision.eq(head::revision + 1)).execute(connection)?;
    diesel::update(head::table).set(head::revision.eq(head::revision - 1)).execute(connection)?;
    Ok(())
}

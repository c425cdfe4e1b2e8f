//! The head of the log: the newest revision in the database.

use diesel::{ExpressionMethods as _, OptionalExtension as _, QueryDsl as _, RunQueryDsl as _};
use statehouse_connection::{Connection, Failure};
use statehouse_model::{Revision, Timestamp};

use crate::failed::Failed;
use crate::published::Tip;
use crate::schema::{commits, head};
use crate::{dialect, number};

/// The newest revision.
pub(crate) fn revision(connection: &mut Connection) -> Result<Revision, Failure> {
    let head = head::table.filter(dialect::takes_writes(connection)).select(head::revision);
    let revision: i64 = head.first(connection).optional()?.ok_or_else(dialect::takes_no_writes)?;
    Ok(Revision(u64::try_from(revision).unwrap_or_default()))
}

/// The newest revision of a log that goes on from `known`. One that ends before it, or has another commit in its place,
/// belongs to another database, put in the place of the one that is in use: an older copy, or a standby that did not have
/// everything. What is read from there would not lead on from the state that this process has.
pub(crate) fn going_on_from(connection: &mut Connection, known: &Tip) -> Result<Revision, Failed> {
    let revision = known.revision();
    let at = commits::table.find(number::stored(revision.0)?).select(commits::committed_at).single_value();
    let head = head::table.filter(dialect::takes_writes(connection)).select((head::revision, at));
    let (head, at): (i64, Option<i64>) =
        head.first(connection).optional()?.ok_or_else(dialect::takes_no_writes)?;
    let head = Revision(u64::try_from(head).unwrap_or_default());
    if head < revision {
        let reason =
            format!("the log ends at {head}, before {revision}: the database was replaced while in use");
        return Err(Failed::corrupt("head", &reason));
    }
    if at.is_some_and(|at| Timestamp(at) != known.at) {
        let reason = format!(
            "revision {revision} is another commit than before: the database was replaced while in use"
        );
        return Err(Failed::corrupt("commits", &reason));
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
    let there = diesel::update(head::table).set(head::revision.eq(head::revision + 1)).execute(connection)?;
    let back = diesel::update(head::table).set(head::revision.eq(head::revision - 1)).execute(connection)?;
    if (there, back) == (1, 1) { Ok(()) } else { Err(diesel::result::Error::NotFound.into()) }
}

//! The log in the database: a row for each commit, a row for each of its changes.
//!
//! History shows it, other processes catch up from it, and undoing goes back to what it says was there before.

use std::sync::Arc;

use diesel::{
    ExpressionMethods as _, Insertable, OptionalExtension as _, QueryDsl as _, Queryable, RunQueryDsl as _,
    Selectable, SelectableHelper as _,
};
use statehouse_connection::length::refuse_too_large;
use statehouse_connection::{Connection, Failure, FailureKind};
use statehouse_model::{Change, Commit, Revision, Timestamp};

use crate::change_json::{EXECUTION, Told, entity_id};
use crate::failed::Failed;
use crate::schema::{changes, commits};
use crate::seal::Seal;
use crate::text::Kept;
use crate::{execution_log, log_start, number};

/// How long the texts of the changes may be that are read at once. A commit alone may be longer: it was a command once,
/// and is bounded as one. But a page of such commits would not be.
const PAGE_BYTES: usize = 16 << 20;

const COMMITS: &str = "commits";
const CHANGES: &str = "changes";

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = commits)]
struct CommitRow {
    revision: i64,
    committed_at: i64,
    actor: Kept,
    request_id: Kept,
    batch: String,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = changes)]
struct ChangeRow {
    revision: i64,
    change_index: i64,
    entity: String,
    entity_id: Kept,
    before: Option<String>,
    after: Option<String>,
}

/// Appends a commit to the log.
pub(crate) fn insert(
    connection: &mut Connection,
    seal: &Seal,
    commit: &Commit,
    batch: &str,
) -> Result<(), Failed> {
    let revision = number::stored(commit.revision.0)?;
    let row = CommitRow {
        revision,
        committed_at: commit.at.0,
        actor: Kept::of(&commit.actor),
        request_id: Kept::of(&commit.request_id),
        batch: batch.to_owned(),
    };
    diesel::insert_into(commits::table).values(row).execute(connection).map_err(taken)?;
    for (change, index) in commit.changes.iter().zip(0..) {
        let Told { entity, before, after } = Told::of(change, seal)?;
        let length = |text: &Option<String>| text.as_ref().map_or(0, String::len);
        refuse_too_large(connection, length(&before) + length(&after))?;
        if entity == EXECUTION {
            execution_log::insert(connection, revision, index, entity_id(change), before, after)?;
            continue;
        }
        let row = ChangeRow {
            revision,
            change_index: index,
            entity: entity.to_owned(),
            entity_id: Kept::of(&entity_id(change)),
            before,
            after,
        };
        diesel::insert_into(changes::table).values(row).execute(connection)?;
    }
    Ok(())
}

/// The revision is there already: another server was first. On two nodes of a Galera cluster this may show here, before it
/// shows at COMMIT, and it is the same conflict.
fn taken(error: diesel::result::Error) -> Failure {
    let failure = Failure::from(error);
    match failure.kind {
        FailureKind::UniqueViolation => Failure { kind: FailureKind::Conflict, ..failure },
        _ => failure,
    }
}

/// Did this batch reach the log? `last` is the last revision it would have there. A server that stood still for long may
/// find that the log does not go back to it: then nobody can tell any more ([`Failed::Trimmed`]).
pub(crate) fn has_batch(connection: &mut Connection, batch: &str, last: Revision) -> Result<bool, Failed> {
    let found = commits::table.filter(commits::batch.eq(batch)).select(commits::revision).limit(1);
    if found.first::<i64>(connection).optional()?.is_some() {
        return Ok(true);
    }
    let oldest = log_start::revision(connection)?;
    if last < oldest { Err(Failed::Trimmed { oldest }) } else { Ok(false) }
}

/// When the commit with this revision was made.
pub(crate) fn time_of(connection: &mut Connection, revision: Revision) -> Result<Timestamp, Failed> {
    let row = commits::table.find(number::stored(revision.0)?).select(commits::committed_at);
    let at = row.first(connection).optional()?;
    at.map(Timestamp).ok_or_else(|| Failed::corrupt(COMMITS, &format!("revision {revision} is missing")))
}

/// The first commits after `after`, at most `limit`, without gaps; fewer where they are large, and none only where there are
/// none. [`Failed::Trimmed`] where the first of them is not in the log any more.
pub(crate) fn commits(
    connection: &mut Connection,
    seal: &Seal,
    after: Revision,
    limit: usize,
) -> Result<Vec<Arc<Commit>>, Failed> {
    let rows: Vec<CommitRow> = commits::table
        .filter(commits::revision.gt(number::stored(after.0)?))
        .order(commits::revision)
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .select(CommitRow::as_select())
        .load(connection)?;
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(Vec::new()) };
    let (first, last) = (first.revision, last.revision);
    let mut changes = changes::table
        .filter(changes::revision.between(first, last))
        .order((changes::revision, changes::change_index))
        .select(ChangeRow::as_select())
        .load_iter::<ChangeRow, _>(connection)?
        .peekable();
    let mut commits = Vec::with_capacity(rows.len());
    let mut bytes = 0;
    for row in rows {
        if bytes > PAGE_BYTES {
            break;
        }
        let mut of_commit = Vec::new();
        while let Some(change) =
            changes.next_if(|change| change.as_ref().map_or(true, |change| change.revision == row.revision))
        {
            let change = change?;
            bytes += change.bytes();
            of_commit.push(change.into_change(seal)?);
        }
        commits.push(row.into_commit(of_commit)?);
    }
    drop(changes);
    execution_log::fill_in(connection, seal, &mut commits, PAGE_BYTES.saturating_sub(bytes))?;
    let first = number::revision(COMMITS, first)?;
    // Two statements have read this, not always on one snapshot, and a commit always changes something: if any is without
    // its changes, or the first is not there, the log was trimmed before or in between.
    let is_whole = first == after.next() && commits.iter().all(|commit| !commit.changes.is_empty());
    if !is_whole {
        refuse_trimmed(connection, after)?;
    }
    if first != after.next() {
        return Err(Failed::corrupt(COMMITS, &format!("revision {} is missing", after.next())));
    }
    refuse_gaps(&commits)?;
    Ok(commits.into_iter().map(Arc::new).collect())
}

/// Is the commit after this one in the log, as far as trimming goes?
fn refuse_trimmed(connection: &mut Connection, after: Revision) -> Result<(), Failed> {
    let oldest = log_start::revision(connection)?;
    if after.next() < oldest { Err(Failed::Trimmed { oldest }) } else { Ok(()) }
}

fn refuse_gaps(commits: &[Commit]) -> Result<(), Failed> {
    match commits.windows(2).find(|pair| pair[1].revision != pair[0].revision.next()) {
        Some(gap) => {
            Err(Failed::corrupt(COMMITS, &format!("revision {} is missing", gap[0].revision.next())))
        }
        None => Ok(()),
    }
}

impl CommitRow {
    fn into_commit(self, changes: Vec<Change>) -> Result<Commit, Failed> {
        Ok(Commit {
            revision: number::revision(COMMITS, self.revision)?,
            at: Timestamp(self.committed_at),
            actor: self.actor.into_text(),
            request_id: self.request_id.into_text(),
            changes,
        })
    }
}

impl ChangeRow {
    fn bytes(&self) -> usize {
        [&self.before, &self.after].into_iter().flatten().map(String::len).sum()
    }

    fn into_change(self, seal: &Seal) -> Result<Change, Failed> {
        let told = Told { entity: &self.entity, before: self.before, after: self.after };
        told.into_change(seal).map_err(|reason| {
            Failed::corrupt(
                CHANGES,
                &format!("revision {}, change {}: {reason}", self.revision, self.change_index),
            )
        })
    }
}

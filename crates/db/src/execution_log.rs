//! What the log tells of executions: in a table of its own, because the table of all other changes was made for six kinds of things.
//!
//! A commit that is about executions is about nothing else ([`Command`](statehouse_model::Command)s are so), and has no row among
//! the other changes. A server that does not know of executions takes it for a commit that changed nothing.

use std::mem;

use diesel::{
    ExpressionMethods as _, Insertable, QueryDsl as _, Queryable, RunQueryDsl as _, Selectable,
    SelectableHelper as _,
};
use statehouse_connection::Connection;
use statehouse_model::Commit;

use crate::change_json::{EXECUTION, Told};
use crate::failed::Failed;
use crate::schema::execution_changes;
use crate::seal::Seal;
use crate::{number, shape};

const TABLE: &str = "execution_changes";

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = execution_changes)]
struct ExecutionChangeRow {
    revision: i64,
    change_index: i64,
    execution_id: String,
    before: Option<String>,
    after: Option<String>,
}

pub(crate) fn insert(
    connection: &mut Connection,
    revision: i64,
    change_index: i64,
    execution_id: String,
    before: Option<String>,
    after: Option<String>,
) -> Result<(), Failed> {
    let row = ExecutionChangeRow { revision, change_index, execution_id, before, after };
    diesel::insert_into(execution_changes::table).values(row).execute(connection)?;
    Ok(())
}

/// Completes the commits of a page that have no changes so far. Where they are large the page ends earlier, but not with nothing.
pub(crate) fn fill_in(
    connection: &mut Connection,
    seal: &Seal,
    commits: &mut Vec<Commit>,
    room: usize,
) -> Result<(), Failed> {
    let Some(first) = commits.iter().position(|commit| commit.changes.is_empty()) else { return Ok(()) };
    let (Some(from), Some(to)) = (commits.get(first), commits.last()) else { return Ok(()) };
    let between = (number::stored(from.revision.0)?, number::stored(to.revision.0)?);
    // Where the tables are not there any more, nobody knows what these commits were about.
    if !shape::read(connection)?.executions {
        return Ok(());
    }
    let mut rows = execution_changes::table
        .filter(execution_changes::revision.between(between.0, between.1))
        .order((execution_changes::revision, execution_changes::change_index))
        .select(ExecutionChangeRow::as_select())
        .load_iter::<ExecutionChangeRow, _>(connection)?
        .peekable();
    let (mut bytes, mut end) = (0, commits.len());
    for (at, commit) in commits.iter_mut().enumerate().skip(first) {
        if bytes > room {
            end = at;
            break;
        }
        let revision = number::stored(commit.revision.0)?;
        while let Some(row) = rows.next_if(|row| row.as_ref().map_or(true, |row| row.revision == revision)) {
            let row = row?;
            bytes += row.bytes();
            commit.changes.push(row.into_change(seal)?);
        }
    }
    drop(rows);
    commits.truncate(end);
    Ok(())
}

impl ExecutionChangeRow {
    fn bytes(&self) -> usize {
        [&self.before, &self.after].into_iter().flatten().map(String::len).sum()
    }

    fn into_change(mut self, seal: &Seal) -> Result<statehouse_model::Change, Failed> {
        let (before, after) = (mem::take(&mut self.before), mem::take(&mut self.after));
        Told { entity: EXECUTION, before, after }.into_change(seal).map_err(|reason| {
            Failed::corrupt(
                TABLE,
                &format!("revision {}, change {}: {reason}", self.revision, self.change_index),
            )
        })
    }
}

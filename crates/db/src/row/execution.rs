//! `executions`.

use std::sync::Arc;

use diesel::{
    AsChangeset, Insertable, QueryDsl as _, Queryable, RunQueryDsl as _, Selectable, SelectableHelper as _,
};
use statehouse_connection::Connection;
use statehouse_model::{Arguments, Edit, Execution, Origin, Progress, Timestamp};

use super::expect_one;
use crate::failed::Failed;
use crate::number;
use crate::schema::executions;
use crate::text::Kept;

const TABLE: &str = "executions";

const REQUEST: &str = "request";
const STANDING: &str = "standing";
const GONE: &str = "gone";

const WAITING: &str = "waiting";
const DONE: &str = "done";
const FAILED: &str = "failed";

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = executions, treat_none_as_null = true)]
struct ExecutionRow {
    id: String,
    data_source: Kept,
    action: Kept,
    /// JSON, in which every text is as it is; and so `named`.
    positional: String,
    named: String,
    origin: String,
    asked_by: Kept,
    asked_at: i64,
    progress: String,
    ended_at: Option<i64>,
    reason: Option<Kept>,
    created_revision: i64,
    created_index: i64,
}

impl ExecutionRow {
    fn of(execution: &Execution) -> Result<Self, Failed> {
        let (origin, asked_by) = match &execution.origin {
            Origin::Request { actor } => (REQUEST, actor),
            Origin::Rules { policy, stands: true } => (STANDING, policy),
            Origin::Rules { policy, stands: false } => (GONE, policy),
        };
        let (progress, ended_at, reason) = match &execution.progress {
            Progress::Waiting => (WAITING, None, None),
            Progress::Done { at } => (DONE, Some(at.0), None),
            Progress::Failed { at, reason } => (FAILED, Some(at.0), Some(reason.as_str())),
        };
        Ok(Self {
            id: execution.id.to_string(),
            data_source: Kept::of(&execution.data_source),
            action: Kept::of(&execution.action),
            positional: execution.arguments.positional.to_string(),
            named: execution.arguments.named.to_string(),
            origin: origin.to_owned(),
            asked_by: Kept::of(asked_by),
            asked_at: execution.asked_at.0,
            progress: progress.to_owned(),
            ended_at,
            reason: Kept::of_optional(reason),
            created_revision: number::stored(execution.created.revision.0)?,
            created_index: execution.created.index.into(),
        })
    }

    fn into_execution(self) -> Result<Execution, Failed> {
        let unknown =
            |what: &str| Failed::corrupt(TABLE, &format!("execution '{}': it has no {what}", self.id));
        let asked_by = self.asked_by.into_text();
        let origin = match self.origin.as_str() {
            REQUEST => Origin::Request { actor: asked_by },
            STANDING => Origin::Rules { policy: asked_by, stands: true },
            GONE => Origin::Rules { policy: asked_by, stands: false },
            _ => return Err(unknown("origin")),
        };
        let at = self.ended_at.map(Timestamp).ok_or_else(|| unknown("end"));
        let progress = match self.progress.as_str() {
            WAITING => Progress::Waiting,
            DONE => Progress::Done { at: at? },
            FAILED => Progress::Failed {
                at: at?,
                reason: self.reason.ok_or_else(|| unknown("reason"))?.into_text(),
            },
            _ => return Err(unknown("progress")),
        };
        Ok(Execution {
            data_source: self.data_source.into_text(),
            action: self.action.into_text(),
            arguments: Arguments { positional: self.positional.into(), named: self.named.into() },
            origin,
            asked_at: Timestamp(self.asked_at),
            progress,
            created: number::position(TABLE, self.created_revision, self.created_index)?,
            id: self.id.into(),
        })
    }
}

pub(super) fn write(connection: &mut Connection, edit: &Edit<Execution>) -> Result<(), Failed> {
    match edit {
        Edit::Created(execution) => {
            diesel::insert_into(executions::table)
                .values(ExecutionRow::of(execution)?)
                .execute(connection)?;
            Ok(())
        }
        Edit::Replaced { before, after } => {
            let changed = diesel::update(executions::table.find(before.id.as_str()))
                .set(ExecutionRow::of(after)?)
                .execute(connection)?;
            expect_one(TABLE, before.id.as_str(), changed)
        }
        Edit::Deleted(execution) => {
            diesel::delete(executions::table.find(execution.id.as_str())).execute(connection)?;
            Ok(())
        }
    }
}

/// Every execution, in no particular order.
pub(crate) fn load(connection: &mut Connection, mut take: impl FnMut(Arc<Execution>)) -> Result<(), Failed> {
    for row in executions::table.select(ExecutionRow::as_select()).load_iter(connection)? {
        take(Arc::new(ExecutionRow::into_execution(row?)?));
    }
    Ok(())
}

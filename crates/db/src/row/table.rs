//! `policy_tables`.

use std::sync::Arc;

use diesel::{
    AsChangeset, Insertable, QueryDsl as _, Queryable, RunQueryDsl as _, Selectable, SelectableHelper as _,
};
use statehouse_connection::Connection;
use statehouse_model::{Edit, Table};

use super::expect_one;
use crate::failed::Failed;
use crate::number;
use crate::schema::policy_tables;
use crate::text::Kept;

const TABLE: &str = "policy_tables";

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = policy_tables)]
struct TableRow {
    policy: Kept,
    name: Kept,
    width: i64,
    created_revision: i64,
    created_index: i64,
}

impl TableRow {
    fn of(table: &Table) -> Result<Self, Failed> {
        Ok(Self {
            policy: Kept::of(&table.policy),
            name: Kept::of(&table.name),
            width: table.columns.into(),
            created_revision: number::stored(table.created.revision.0)?,
            created_index: table.created.index.into(),
        })
    }

    fn into_table(self) -> Result<Table, Failed> {
        Ok(Table {
            columns: number::loaded(TABLE, self.width)?,
            created: number::position(TABLE, self.created_revision, self.created_index)?,
            policy: self.policy.into_text(),
            name: self.name.into_text(),
        })
    }
}

pub(super) fn write(connection: &mut Connection, edit: &Edit<Table>) -> Result<(), Failed> {
    match edit {
        Edit::Created(table) => {
            diesel::insert_into(policy_tables::table).values(TableRow::of(table)?).execute(connection)?;
            Ok(())
        }
        Edit::Replaced { before, after } => {
            let key = (Kept::of(&before.policy), Kept::of(&before.name));
            let changed = diesel::update(policy_tables::table.find(key))
                .set(TableRow::of(after)?)
                .execute(connection)?;
            expect_one(TABLE, &before.name, changed)
        }
        Edit::Deleted(table) => {
            let key = (Kept::of(&table.policy), Kept::of(&table.name));
            let deleted = diesel::delete(policy_tables::table.find(key)).execute(connection)?;
            expect_one(TABLE, &table.name, deleted)
        }
    }
}

/// Every table that rules mention, in no particular order.
pub(crate) fn load(connection: &mut Connection, mut take: impl FnMut(Arc<Table>)) -> Result<(), Failed> {
    for row in policy_tables::table.select(TableRow::as_select()).load_iter(connection)? {
        take(Arc::new(TableRow::into_table(row?)?));
    }
    Ok(())
}

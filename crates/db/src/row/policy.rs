//! `policies`.

use std::sync::Arc;

use diesel::{
    AsChangeset, Insertable, QueryDsl as _, Queryable, RunQueryDsl as _, Selectable, SelectableHelper as _,
};
use statehouse_connection::Connection;
use statehouse_model::{Edit, Policy};

use super::{expect_one, name};
use crate::failed::Failed;
use crate::number;
use crate::schema::policies;
use crate::text::Kept;

const TABLE: &str = "policies";

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = policies)]
struct PolicyRow {
    id: String,
    name: Kept,
    abbreviation: Kept,
    description: Kept,
    owner: Kept,
    kind: String,
    created_revision: i64,
    created_index: i64,
}

impl PolicyRow {
    fn of(policy: &Policy) -> Result<Self, Failed> {
        Ok(Self {
            id: policy.id.to_string(),
            name: Kept::of(&policy.name),
            abbreviation: Kept::of(&policy.abbreviation),
            description: Kept::of(&policy.description),
            owner: Kept::of(&policy.owner),
            kind: policy.kind.as_str().to_owned(),
            created_revision: number::stored(policy.created.revision.0)?,
            created_index: policy.created.index.into(),
        })
    }

    fn into_policy(self) -> Result<Policy, Failed> {
        Ok(Policy {
            kind: self.kind.parse().map_err(|error| Failed::corrupt(TABLE, &error))?,
            created: number::position(TABLE, self.created_revision, self.created_index)?,
            id: self.id.into(),
            name: self.name.into_text(),
            abbreviation: self.abbreviation.into_text(),
            description: self.description.into_text(),
            owner: self.owner.into_text(),
        })
    }
}

pub(super) fn write(connection: &mut Connection, edit: &Edit<Policy>) -> Result<(), Failed> {
    match edit {
        Edit::Created(policy) => {
            name::take(connection, &policy.name, name::POLICY)?;
            diesel::insert_into(policies::table).values(PolicyRow::of(policy)?).execute(connection)?;
            Ok(())
        }
        Edit::Replaced { before, after } => {
            let renamed = before.name != after.name;
            if renamed {
                name::take(connection, &after.name, name::POLICY)?;
            }
            let changed = diesel::update(policies::table.find(before.id.as_str()))
                .set(PolicyRow::of(after)?)
                .execute(connection)?;
            expect_one(TABLE, before.id.as_str(), changed)?;
            if renamed { name::free(connection, &before.name) } else { Ok(()) }
        }
        Edit::Deleted(policy) => {
            let deleted = diesel::delete(policies::table.find(policy.id.as_str())).execute(connection)?;
            expect_one(TABLE, policy.id.as_str(), deleted)?;
            name::free(connection, &policy.name)
        }
    }
}

/// Every policy, in no particular order.
pub(crate) fn load(connection: &mut Connection, mut take: impl FnMut(Arc<Policy>)) -> Result<(), Failed> {
    for row in policies::table.select(PolicyRow::as_select()).load_iter(connection)? {
        take(Arc::new(PolicyRow::into_policy(row?)?));
    }
    Ok(())
}

//! `library_policies`.

use std::sync::Arc;

use diesel::{
    AsChangeset, Insertable, QueryDsl as _, Queryable, RunQueryDsl as _, Selectable, SelectableHelper as _,
};
use statehouse_connection::Connection;
use statehouse_model::{Edit, LibraryPolicy};

use super::expect_one;
use crate::failed::Failed;
use crate::number;
use crate::schema::library_policies;
use crate::text::Kept;

const TABLE: &str = "library_policies";

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = library_policies)]
struct LibraryPolicyRow {
    id: String,
    name: Kept,
    abbreviation: Kept,
    description: Kept,
    kind: String,
    rules: String,
    created_revision: i64,
    created_index: i64,
}

impl LibraryPolicyRow {
    fn of(policy: &LibraryPolicy) -> Result<Self, Failed> {
        Ok(Self {
            id: policy.id.to_string(),
            name: Kept::of(&policy.name),
            abbreviation: Kept::of(&policy.abbreviation),
            description: Kept::of(&policy.description),
            kind: policy.kind.as_str().to_owned(),
            rules: serde_json::to_string(&policy.rules).map_err(|error| Failed::corrupt(TABLE, &error))?,
            created_revision: number::stored(policy.created.revision.0)?,
            created_index: policy.created.index.into(),
        })
    }

    fn into_library_policy(self) -> Result<LibraryPolicy, Failed> {
        let rules = serde_json::from_str(&self.rules)
            .map_err(|error| Failed::corrupt(TABLE, &format!("library policy '{}': {error}", self.id)))?;
        Ok(LibraryPolicy {
            kind: self.kind.parse().map_err(|error| Failed::corrupt(TABLE, &error))?,
            created: number::position(TABLE, self.created_revision, self.created_index)?,
            id: self.id.into(),
            name: self.name.into_text(),
            abbreviation: self.abbreviation.into_text(),
            description: self.description.into_text(),
            rules,
        })
    }
}

pub(super) fn write(connection: &mut Connection, edit: &Edit<LibraryPolicy>) -> Result<(), Failed> {
    match edit {
        Edit::Created(policy) => {
            diesel::insert_into(library_policies::table)
                .values(LibraryPolicyRow::of(policy)?)
                .execute(connection)?;
            Ok(())
        }
        Edit::Replaced { before, after } => {
            let changed = diesel::update(library_policies::table.find(before.id.as_str()))
                .set(LibraryPolicyRow::of(after)?)
                .execute(connection)?;
            expect_one(TABLE, before.id.as_str(), changed)
        }
        Edit::Deleted(policy) => {
            let deleted =
                diesel::delete(library_policies::table.find(policy.id.as_str())).execute(connection)?;
            expect_one(TABLE, policy.id.as_str(), deleted)
        }
    }
}

/// Every policy of the library, in no particular order.
pub(crate) fn load(
    connection: &mut Connection,
    mut take: impl FnMut(Arc<LibraryPolicy>),
) -> Result<(), Failed> {
    for row in library_policies::table.select(LibraryPolicyRow::as_select()).load_iter(connection)? {
        take(Arc::new(LibraryPolicyRow::into_library_policy(row?)?));
    }
    Ok(())
}

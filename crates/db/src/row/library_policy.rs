//! `library_policies`.

use std::collections::HashMap;
use std::sync::Arc;

use diesel::dsl::Eq;
use diesel::{
    AsChangeset, ExpressionMethods as _, Insertable, QueryDsl as _, Queryable, RunQueryDsl as _, Selectable,
    SelectableHelper as _,
};
use statehouse_connection::Connection;
use statehouse_model::{Edit, LibraryPolicy, LibraryRule};

use super::{expect_one, library_rule};
use crate::failed::Failed;
use crate::number;
use crate::schema::library_policies;
use crate::shape::Shape;
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
            created_revision: number::stored(policy.created.revision.0)?,
            created_index: policy.created.index.into(),
        })
    }

    fn into_library_policy(self, rules: Vec<LibraryRule>) -> Result<LibraryPolicy, Failed> {
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

pub(super) fn write(
    connection: &mut Connection,
    shape: Shape,
    edit: &Edit<LibraryPolicy>,
) -> Result<(), Failed> {
    match edit {
        Edit::Created(policy) => {
            let (new, row) = (diesel::insert_into(library_policies::table), LibraryPolicyRow::of(policy)?);
            if shape.library_text {
                new.values((row, text(policy)?)).execute(connection)?;
            } else {
                new.values(row).execute(connection)?;
            }
            if shape.library_rows { library_rule::insert(connection, policy) } else { Ok(()) }
        }
        Edit::Replaced { before, after } => {
            let old = diesel::update(library_policies::table.find(before.id.as_str()));
            let row = LibraryPolicyRow::of(after)?;
            let changed = if shape.library_text {
                old.set((row, text(after)?)).execute(connection)?
            } else {
                old.set(row).execute(connection)?
            };
            expect_one(TABLE, before.id.as_str(), changed)?;
            if shape.library_rows {
                library_rule::delete(connection, before)?;
                library_rule::insert(connection, after)?;
            }
            Ok(())
        }
        Edit::Deleted(policy) => {
            // Its rows go with it: servers that know nothing of them delete library policies as well.
            let deleted =
                diesel::delete(library_policies::table.find(policy.id.as_str())).execute(connection)?;
            expect_one(TABLE, policy.id.as_str(), deleted)
        }
    }
}

/// All rules as one JSON text.
fn text(policy: &LibraryPolicy) -> Result<Eq<library_policies::text, String>, Failed> {
    let text = serde_json::to_string(&policy.rules).map_err(|error| Failed::corrupt(TABLE, &error))?;
    Ok(library_policies::text.eq(text))
}

/// Every policy of the library, in no particular order. While both are there, the JSON text counts where it is filled in,
/// because servers of the previous window write no rows.
pub(crate) fn load(
    connection: &mut Connection,
    shape: Shape,
    mut take: impl FnMut(Arc<LibraryPolicy>),
) -> Result<(), Failed> {
    let mut rows: HashMap<String, Vec<LibraryRule>> =
        if shape.library_rows { library_rule::load(connection)? } else { HashMap::new() };
    let mut rules_of = |id: &str, text: &str| match text {
        "" => Ok(rows.remove(id).unwrap_or_default()),
        text => serde_json::from_str(text)
            .map_err(|error| Failed::corrupt(TABLE, &format!("library policy '{id}': {error}"))),
    };
    if shape.library_text {
        let both = (LibraryPolicyRow::as_select(), library_policies::text);
        for row in library_policies::table.select(both).load_iter(connection)? {
            let (row, text): (LibraryPolicyRow, String) = row?;
            let rules = rules_of(&row.id, &text)?;
            take(Arc::new(row.into_library_policy(rules)?));
        }
    } else {
        for row in library_policies::table.select(LibraryPolicyRow::as_select()).load_iter(connection)? {
            let row: LibraryPolicyRow = row?;
            let rules = rules_of(&row.id, "")?;
            take(Arc::new(row.into_library_policy(rules)?));
        }
    }
    Ok(())
}

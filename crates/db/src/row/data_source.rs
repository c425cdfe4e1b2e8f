//! `data_sources`. Only here and in the log do configurations meet the database, and both go through the seal.

use std::fmt::Display;
use std::sync::Arc;

use diesel::{
    AsChangeset, Insertable, QueryDsl as _, Queryable, RunQueryDsl as _, Selectable, SelectableHelper as _,
};
use statehouse_connection::Connection;
use statehouse_model::{DataSource, DataSourceId, Edit};

use super::{expect_one, name};
use crate::failed::Failed;
use crate::number;
use crate::schema::data_sources;
use crate::seal::Seal;
use crate::text::Kept;

const TABLE: &str = "data_sources";

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = data_sources, treat_none_as_null = true)]
struct DataSourceRow {
    id: String,
    name: Kept,
    driver: Kept,
    description: Option<Kept>,
    kind: Option<Kept>,
    enabled: bool,
    config: Option<String>,
    created_revision: i64,
    created_index: i64,
}

impl DataSourceRow {
    fn of(source: &DataSource, seal: &Seal) -> Result<Self, Failed> {
        let config = source.config.as_ref().map(|config| seal.seal_config(&source.id, config)).transpose()?;
        Ok(Self {
            id: source.id.to_string(),
            name: Kept::of(&source.name),
            driver: Kept::of(&source.driver),
            description: Kept::of_optional(source.description.as_deref()),
            kind: Kept::of_optional(source.kind.as_deref()),
            enabled: source.enabled,
            config: config.map(|config| config.to_string()),
            created_revision: number::stored(source.created.revision.0)?,
            created_index: source.created.index.into(),
        })
    }

    fn into_data_source(self, seal: &Seal) -> Result<DataSource, Failed> {
        let id = DataSourceId::from(self.id);
        let unreadable =
            |error: &dyn Display| Failed::corrupt(TABLE, &format!("data source '{id}': {error}"));
        let config = self.config.map(|config| {
            let stored = serde_json::from_str(&config).map_err(|error| unreadable(&error))?;
            seal.open_config(&id, stored).map_err(|error| unreadable(&error))
        });
        let config = config.transpose()?;
        Ok(DataSource {
            config,
            created: number::position(TABLE, self.created_revision, self.created_index)?,
            id,
            name: self.name.into_text(),
            driver: self.driver.into_text(),
            description: self.description.map(Kept::into_text),
            kind: self.kind.map(Kept::into_text),
            enabled: self.enabled,
        })
    }
}

pub(super) fn write(connection: &mut Connection, seal: &Seal, edit: &Edit<DataSource>) -> Result<(), Failed> {
    match edit {
        Edit::Created(source) => {
            name::take(connection, &source.name, name::DATA_SOURCE)?;
            diesel::insert_into(data_sources::table)
                .values(DataSourceRow::of(source, seal)?)
                .execute(connection)?;
            Ok(())
        }
        Edit::Replaced { before, after } => {
            let renamed = before.name != after.name;
            if renamed {
                name::take(connection, &after.name, name::DATA_SOURCE)?;
            }
            let changed = diesel::update(data_sources::table.find(before.id.as_str()))
                .set(DataSourceRow::of(after, seal)?)
                .execute(connection)?;
            expect_one(TABLE, before.id.as_str(), changed)?;
            if renamed { name::free(connection, &before.name) } else { Ok(()) }
        }
        Edit::Deleted(source) => {
            let deleted = diesel::delete(data_sources::table.find(source.id.as_str())).execute(connection)?;
            expect_one(TABLE, source.id.as_str(), deleted)?;
            name::free(connection, &source.name)
        }
    }
}

/// Every data source, in no particular order, its secrets opened.
pub(crate) fn load(
    connection: &mut Connection,
    seal: &Seal,
    mut take: impl FnMut(Arc<DataSource>),
) -> Result<(), Failed> {
    for row in data_sources::table.select(DataSourceRow::as_select()).load_iter(connection)? {
        take(Arc::new(DataSourceRow::into_data_source(row?, seal)?));
    }
    Ok(())
}

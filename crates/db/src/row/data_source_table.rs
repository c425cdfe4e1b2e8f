//! `data_source_tables` and `data_source_rows`.

use std::iter::Peekable;
use std::sync::Arc;

use diesel::{
    AsChangeset, ExpressionMethods as _, Insertable, QueryDsl as _, QueryResult, Queryable, RunQueryDsl as _,
    Selectable, SelectableHelper as _,
};
use statehouse_connection::Connection;
use statehouse_model::{DataSourceTable, Edit, Row, RowsChange, Timestamp};

use super::expect_one;
use crate::failed::Failed;
use crate::schema::{data_source_rows, data_source_tables};
use crate::text::Kept;
use crate::{dialect, number};

const TABLE: &str = "data_source_tables";
const ROWS: &str = "data_source_rows";

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = data_source_tables)]
struct DataSourceTableRow {
    data_source_id: String,
    name: Kept,
    updates: i64,
    updated_at: i64,
    created_revision: i64,
    created_index: i64,
}

impl DataSourceTableRow {
    fn of(table: &DataSourceTable) -> Result<Self, Failed> {
        Ok(Self {
            data_source_id: table.data_source.to_string(),
            name: Kept::of(&table.name),
            updates: number::stored(table.updates)?,
            updated_at: table.updated_at.0,
            created_revision: number::stored(table.created.revision.0)?,
            created_index: table.created.index.into(),
        })
    }

    fn into_table(self) -> Result<DataSourceTable, Failed> {
        Ok(DataSourceTable {
            updates: number::loaded(TABLE, self.updates)?,
            updated_at: Timestamp(self.updated_at),
            created: number::position(TABLE, self.created_revision, self.created_index)?,
            data_source: self.data_source_id.into(),
            name: self.name.into_text(),
        })
    }
}

pub(super) fn write(connection: &mut Connection, change: &RowsChange) -> Result<(), Failed> {
    match &change.table {
        Edit::Created(table) => {
            diesel::insert_into(data_source_tables::table)
                .values(DataSourceTableRow::of(table)?)
                .execute(connection)?;
            write_rows(connection, table, change)
        }
        Edit::Replaced { before, after } => {
            let changed = diesel::update(data_source_tables::table.find(key(before)))
                .set(DataSourceTableRow::of(after)?)
                .execute(connection)?;
            expect_one(TABLE, &before.name, changed)?;
            write_rows(connection, after, change)
        }
        Edit::Deleted(table) => {
            let (data_source, name) = key(table);
            diesel::delete(
                data_source_rows::table
                    .filter(data_source_rows::data_source_id.eq(data_source))
                    .filter(data_source_rows::table_name.eq(name)),
            )
            .execute(connection)?;
            let deleted = diesel::delete(data_source_tables::table.find(key(table))).execute(connection)?;
            expect_one(TABLE, &table.name, deleted)
        }
    }
}

fn key(table: &DataSourceTable) -> (&str, Kept) {
    (table.data_source.as_str(), Kept::of(&table.name))
}

fn write_rows(
    connection: &mut Connection,
    table: &DataSourceTable,
    change: &RowsChange,
) -> Result<(), Failed> {
    let (data_source, name) = key(table);
    for row in change.removed.iter() {
        let row = text(row)?;
        let deleted = dialect::delete_row(connection, data_source, &name, &row)?;
        expect_one(ROWS, &row, deleted)?;
    }
    for row in change.added.iter() {
        diesel::insert_into(data_source_rows::table)
            .values((
                data_source_rows::data_source_id.eq(data_source),
                data_source_rows::table_name.eq(&name),
                data_source_rows::row.eq(text(row)?),
            ))
            .execute(connection)?;
    }
    Ok(())
}

fn text(row: &Row) -> Result<String, Failed> {
    row.to_json().map_err(|error| Failed::corrupt(ROWS, &error))
}

/// Every filled table with its rows, ordered by data source and name.
pub(crate) fn load(
    connection: &mut Connection,
    mut take: impl FnMut(Arc<DataSourceTable>, Vec<Row>),
) -> Result<(), Failed> {
    let tables: Vec<DataSourceTableRow> = data_source_tables::table
        .order((data_source_tables::data_source_id, data_source_tables::name))
        .select(DataSourceTableRow::as_select())
        .load(connection)?;
    let mut rows = data_source_rows::table
        .order((data_source_rows::data_source_id, data_source_rows::table_name))
        .load_iter::<Stored, _>(connection)?
        .peekable();
    for table in tables {
        let rows = rows_of(&mut rows, &table.data_source_id, &table.name)?;
        take(Arc::new(table.into_table()?), rows);
    }
    Ok(())
}

type Stored = (String, Kept, String);

/// The rows that belong to one table, from the front of all rows.
fn rows_of(
    rows: &mut Peekable<impl Iterator<Item = QueryResult<Stored>>>,
    data_source: &str,
    table: &Kept,
) -> Result<Vec<Row>, Failed> {
    let belongs = |row: &QueryResult<Stored>| match row {
        Ok((owner, name, _)) => owner == data_source && name == table,
        Err(_) => true,
    };
    let mut taken = Vec::new();
    while let Some(row) = rows.next_if(belongs) {
        let (_, _, text) = row?;
        taken.push(Row::from_json(&text).map_err(|error| Failed::corrupt(ROWS, &error))?);
    }
    Ok(taken)
}

//! What stops everybody's writes: in a Galera cluster all nodes carry a change of the schema out at the same place among the
//! writes, which wait until it is done. That is an instant for all that the lint lets pass, but for an index on a table with
//! rows.

use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::cluster::is_in_cluster;
use statehouse_connection::{Connection, DatabaseUrl, Engine, Failure, OpenError, SessionOptions};

use crate::statements::{self, IndexBuild};
use crate::{Direction, MigrateError, Migration, Migrator, Step};

/// An index that is built while nobody writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Halt {
    /// The migration, number and name.
    pub migration: String,
    /// The index.
    pub index: String,
    /// Its table.
    pub table: String,
    /// How many rows that has.
    pub rows: u64,
}

impl Migrator {
    /// What of these migrations would stop everybody's writes for a while. Changes nothing.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn halts(
        &self,
        url: &DatabaseUrl,
        direction: Direction,
        plan: &[&Migration],
    ) -> Result<Vec<Halt>, MigrateError> {
        if url.engine() != Engine::Mysql {
            return Ok(Vec::new());
        }
        let mut connection = match Connection::open(url, &SessionOptions::reader()) {
            Ok(connection) => connection,
            Err(OpenError::Missing { .. }) => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        if !is_in_cluster(&mut connection)? {
            return Ok(Vec::new());
        }
        let mut halts = Vec::new();
        for migration in plan {
            let step = match direction {
                Direction::Up => &migration.up,
                Direction::Down => &migration.down,
            };
            if let Step::Sql(text) = step {
                let statements = statements::split(Engine::Mysql, text).map_err(|reason| {
                    MigrateError::Unreadable { migration: migration.to_string(), reason }
                })?;
                halts.extend(of(&mut connection, migration, &statements)?);
            }
        }
        Ok(halts)
    }
}

/// What of these statements builds an index that is not there, on a table that is.
pub(crate) fn of(
    connection: &mut Connection,
    migration: &Migration,
    statements: &[&str],
) -> Result<Vec<Halt>, Failure> {
    let mut halts = Vec::new();
    for IndexBuild { table, index } in statements.iter().filter_map(|it| statements::index_build(it)) {
        if let Some(rows @ 1..) = rows_without(connection, &table, &index)? {
            halts.push(Halt { migration: migration.to_string(), index, table, rows });
        }
    }
    Ok(halts)
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// How many rows the table has, unless it has the index.
fn rows_without(connection: &mut Connection, table: &str, index: &str) -> Result<Option<u64>, Failure> {
    let waiting: Count = sql_query(
        "SELECT COUNT(*) AS number FROM information_schema.tables AS t \
         WHERE table_schema = DATABASE() AND table_name = ? AND NOT EXISTS ( \
             SELECT 1 FROM information_schema.statistics AS s \
             WHERE s.table_schema = t.table_schema AND s.table_name = t.table_name AND s.index_name = ?)",
    )
    .bind::<Text, _>(table)
    .bind::<Text, _>(index)
    .get_result(connection)?;
    if waiting.number == 0 {
        return Ok(None);
    }
    // The name is one of the migration's own statement.
    let rows: Count =
        sql_query(format!("SELECT COUNT(*) AS number FROM `{table}`")).get_result(connection)?;
    Ok(Some(rows.number.unsigned_abs()))
}

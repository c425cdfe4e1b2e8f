//! The table `schema_turn`. Only a cluster has it.

use std::time::Duration;

use diesel::connection::SimpleConnection as _;
use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, Failure, Transaction};

use crate::ledger::table;

/// Its name. It is no part of the schema: the same schema elsewhere is without it.
pub(crate) const TABLE: &str = "schema_turn";

/// The row of the turn itself.
pub(super) const TURN: i64 = 1;
/// The row that every transaction of the holder changes.
pub(super) const FENCE: i64 = 2;

const MAKING: &str = "CREATE TABLE IF NOT EXISTS schema_turn (
    number {integer} NOT NULL PRIMARY KEY,
    holder {word} NOT NULL,
    beat {integer} NOT NULL,
    lasts {integer} NOT NULL
){end}";

/// Who has the turn.
#[derive(Debug)]
pub(super) struct Held {
    /// Empty when nobody has it.
    pub(super) holder: String,
    /// Grows while the holder lives.
    pub(super) beat: i64,
    /// After so long with the same beat the holder has died.
    pub(super) lasts: Duration,
}

impl Held {
    pub(super) fn is_free(&self) -> bool {
        self.holder.is_empty()
    }
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    holder: String,
    #[diesel(sql_type = BigInt)]
    beat: i64,
    #[diesel(sql_type = BigInt)]
    lasts: i64,
}

/// Makes the table, unless it is there.
pub(super) fn make(session: &mut Connection) -> Result<(), Failure> {
    if table::exists(session, TABLE)? {
        return Ok(());
    }
    session.batch_execute(&table::worded(session.engine(), MAKING))?;
    Ok(())
}

/// A name that nobody else has.
pub(super) fn new_holder(session: &mut Connection) -> Result<String, Failure> {
    #[derive(QueryableByName)]
    struct Name {
        #[diesel(sql_type = Text)]
        name: String,
    }
    let name: Name = sql_query("SELECT UUID() AS name").get_result(session)?;
    Ok(name.name)
}

/// Who has the turn. The two rows are made here, because whoever made the table may have been killed before it made them.
pub(super) fn read(session: &mut Connection) -> Result<Held, Failure> {
    let rows: Vec<Row> = sql_query(format!(
        "SELECT holder, beat, lasts FROM {TABLE} WHERE number IN ({TURN}, {FENCE}) ORDER BY number"
    ))
    .load(session)?;
    if rows.len() < 2 {
        let mut transaction = Transaction::begin_write(session)?;
        sql_query(format!("INSERT IGNORE INTO {TABLE} VALUES ({TURN}, '', 0, 0), ({FENCE}, '', 0, 0)"))
            .execute(&mut *transaction)?;
        transaction.commit()?;
    }
    let turn = rows.into_iter().next().unwrap_or(Row { holder: String::new(), beat: 0, lasts: 0 });
    Ok(Held { holder: turn.holder, beat: turn.beat, lasts: Duration::from_micros(turn.lasts.unsigned_abs()) })
}

/// Takes the turn from whom it was seen with, if it still is so. Whether it was.
pub(super) fn take(
    session: &mut Connection,
    from: &Held,
    holder: &str,
    lasts: Duration,
) -> Result<bool, Failure> {
    let mut transaction = Transaction::begin_write(session)?;
    let lasts = i64::try_from(lasts.as_micros()).unwrap_or(i64::MAX);
    let taken = sql_query(format!(
        "UPDATE {TABLE} SET holder = ?, beat = beat + 1, lasts = ? WHERE number = {TURN} AND holder = ? AND beat = ?"
    ))
    .bind::<Text, _>(holder)
    .bind::<BigInt, _>(lasts)
    .bind::<Text, _>(&from.holder)
    .bind::<BigInt, _>(from.beat)
    .execute(&mut *transaction)?;
    if taken == 0 {
        transaction.rollback()?;
        return Ok(false);
    }
    sql_query(format!("UPDATE {TABLE} SET holder = ?, beat = beat + 1 WHERE number = {FENCE}"))
        .bind::<Text, _>(holder)
        .execute(&mut *transaction)?;
    transaction.commit()?;
    Ok(true)
}

/// Makes the counter of a row grow, if it is this holder's. Whether it was.
pub(super) fn grow(connection: &mut Connection, number: i64, holder: &str) -> Result<bool, Failure> {
    let grown =
        sql_query(format!("UPDATE {TABLE} SET beat = beat + 1 WHERE number = {number} AND holder = ?"))
            .bind::<Text, _>(holder)
            .execute(connection)?;
    Ok(grown == 1)
}

/// Gives the turn back, if it is this holder's.
pub(super) fn give_back(session: &mut Connection, holder: &str) -> Result<(), Failure> {
    let mut transaction = Transaction::begin_write(session)?;
    sql_query(format!("UPDATE {TABLE} SET holder = '', beat = beat + 1 WHERE holder = ?"))
        .bind::<Text, _>(holder)
        .execute(&mut *transaction)?;
    transaction.commit()
}

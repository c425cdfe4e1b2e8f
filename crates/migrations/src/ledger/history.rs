//! Everything that was ever done to the schema: the table `schema_history`. Rows are added and never changed.

use std::time::Duration;

use diesel::sql_types::{BigInt, Nullable, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, Failure};

use super::{Applied, Standing, placeholders, read, version};
use crate::{Direction, Version};

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// Counts from 1; what was done before there was a history has the migration's number.
    pub number: i64,
    /// The migration's number.
    pub version: Version,
    /// The migration's name at that time.
    pub name: String,
    /// What was done with it.
    pub action: Action,
    /// Its checksum at that time.
    pub checksum: String,
    /// When it was done, in microseconds since 1970, UTC.
    pub done_at_us: i64,
    /// The program that did it.
    pub done_by: String,
    /// How long it took, if that is known.
    pub took: Option<Duration>,
    /// Why, for what a person decided.
    pub reason: Option<String>,
}

/// What can be done with a migration.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Action {
    /// It was applied.
    Up,
    /// It was taken down.
    Down,
    /// It was written down as applied, and nothing was run.
    StampedUp,
    /// It was written down as not applied, and nothing was run.
    StampedDown,
    /// Something that this build has no word for, as it stands there.
    Other(String),
}

impl Action {
    /// The word for it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::StampedUp => "stamp up",
            Self::StampedDown => "stamp down",
            Self::Other(word) => word,
        }
    }

    fn from_word(word: String) -> Self {
        [Self::Up, Self::Down, Self::StampedUp, Self::StampedDown]
            .into_iter()
            .find(|action| action.as_str() == word)
            .unwrap_or(Self::Other(word))
    }
}

impl From<Direction> for Action {
    fn from(direction: Direction) -> Self {
        match direction {
            Direction::Up => Self::Up,
            Direction::Down => Self::Down,
        }
    }
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    number: i64,
    #[diesel(sql_type = BigInt)]
    version: i64,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    action: String,
    #[diesel(sql_type = Text)]
    checksum: String,
    #[diesel(sql_type = BigInt)]
    done_at: i64,
    #[diesel(sql_type = Text)]
    done_by: String,
    #[diesel(sql_type = Nullable<BigInt>)]
    took: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    reason: Option<String>,
}

impl From<Row> for Deed {
    fn from(row: Row) -> Self {
        Self {
            number: row.number,
            version: version(row.version),
            name: row.name,
            action: Action::from_word(row.action),
            checksum: row.checksum,
            done_at_us: row.done_at,
            done_by: row.done_by,
            took: row.took.map(|took| Duration::from_micros(took.unsigned_abs())),
            reason: row.reason,
        }
    }
}

impl From<Applied> for Deed {
    fn from(applied: Applied) -> Self {
        Self {
            number: i64::from(applied.version.0),
            version: applied.version,
            name: applied.name,
            action: Action::Up,
            checksum: applied.checksum,
            done_at_us: applied.applied_at_us,
            done_by: applied.applied_by,
            took: None,
            reason: None,
        }
    }
}

/// What was done, the oldest first. Of a database that an older program kept, what its ledger tells.
pub(crate) fn all(connection: &mut Connection) -> Result<Vec<Deed>, Failure> {
    let ledger = read(connection)?;
    if ledger.standing != Standing::Ready {
        return Ok(ledger.entries.into_iter().map(Deed::from).collect());
    }
    let rows: Vec<Row> = sql_query(
        "SELECT number, version, name, action, checksum, done_at, done_by, took, reason FROM schema_history \
         ORDER BY number",
    )
    .load(connection)?;
    Ok(rows.into_iter().map(Deed::from).collect())
}

/// What is written down of something that was done just now; its number comes from the table.
#[derive(Debug, Clone)]
pub(crate) struct NewDeed<'d> {
    pub(crate) version: Version,
    pub(crate) name: &'d str,
    pub(crate) action: Action,
    pub(crate) checksum: &'d str,
    pub(crate) done_at_us: i64,
    pub(crate) done_by: &'d str,
    pub(crate) took: Option<Duration>,
    pub(crate) reason: Option<&'d str>,
}

/// Adds to the history. Under the lock.
pub(crate) fn add(connection: &mut Connection, deed: &NewDeed<'_>) -> Result<(), Failure> {
    let values = placeholders(connection.engine(), 8);
    let next =
        "(SELECT next FROM (SELECT COALESCE(MAX(number), 0) + 1 AS next FROM schema_history) AS numbers)";
    sql_query(format!(
        "INSERT INTO schema_history (number, version, name, action, checksum, done_at, done_by, took, reason) \
         VALUES ({next}, {values})"
    ))
    .bind::<BigInt, _>(i64::from(deed.version.0))
    .bind::<Text, _>(deed.name)
    .bind::<Text, _>(deed.action.as_str())
    .bind::<Text, _>(deed.checksum)
    .bind::<BigInt, _>(deed.done_at_us)
    .bind::<Text, _>(deed.done_by)
    .bind::<Nullable<BigInt>, _>(
        deed.took.map(|took| i64::try_from(took.as_micros()).unwrap_or(i64::MAX)),
    )
    .bind::<Nullable<Text>, _>(deed.reason)
    .execute(connection)?;
    Ok(())
}

//! What the database remembers of the migrations it has seen: the table `schema_migrations`, and what goes with it.
//!
//! | module | what it holds |
//! |---|---|
//! | `table` | the runner's own tables, and how those of older programs are taken over |
//! | [`history`] | everything that was ever done to the schema |
//! | `journal` | how far a migration came whose statements are committed one by one |
//! | `batches` | how far a data migration came |

pub(crate) mod batches;
pub mod history;
pub(crate) mod journal;
pub(crate) mod table;

use diesel::sql_types::{BigInt, Nullable, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, Engine, Failure};

pub(crate) use self::table::{Standing, prepare};
use crate::{Migration, Phase, Version};

/// One migration as the database remembers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// Its number.
    pub version: Version,
    /// Its name when it was applied.
    pub name: String,
    /// [`Migration::checksum`] when it was applied.
    pub checksum: String,
    /// When, in microseconds since 1970, UTC.
    pub applied_at_us: i64,
    /// The program that applied it.
    pub applied_by: String,
    /// What it does to those who work with the database.
    pub phase: Phase,
    /// The migration that a server must know to work with the schema since.
    pub requires: Option<Version>,
    /// Whether it is done.
    pub state: State,
}

/// How far a migration is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It was begun, up or down, and is not done: whoever runs it again goes on with it. What it requires of servers counts.
    Begun,
    /// It is applied.
    Applied,
}

impl State {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Begun => "begun",
            Self::Applied => "applied",
        }
    }
}

/// The ledger as read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ledger {
    pub(crate) standing: Standing,
    /// The migrations applied or begun, lowest number first; none for a new database.
    pub(crate) entries: Vec<Applied>,
}

/// What older programs wrote in the place of the checksum while a migration was under way on MariaDB.
const UNFINISHED: &str = "unfinished";

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    version: i64,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    checksum: String,
    #[diesel(sql_type = BigInt)]
    applied_at: i64,
    #[diesel(sql_type = Text)]
    applied_by: String,
    #[diesel(sql_type = Text)]
    phase: String,
    #[diesel(sql_type = Nullable<BigInt>)]
    requires: Option<i64>,
    #[diesel(sql_type = Text)]
    state: String,
}

/// Reads the ledger, also one of an older program. Changes nothing.
pub(crate) fn read(connection: &mut Connection) -> Result<Ledger, Failure> {
    let standing = table::standing(connection)?;
    let more = match standing {
        Standing::Empty | Standing::Foreign => return Ok(Ledger { standing, entries: Vec::new() }),
        Standing::Old => old_columns(connection)?,
        Standing::Ready => "phase, requires, state",
    };
    let rows: Vec<Row> = sql_query(format!(
        "SELECT version, name, checksum, applied_at, applied_by, {more} FROM schema_migrations ORDER BY version"
    ))
    .load(connection)?;
    Ok(Ledger { standing, entries: rows.into_iter().map(Applied::from).collect() })
}

/// What a ledger that is [ready](Standing::Ready) has of one migration. The catalogue is not asked, which takes milliseconds.
pub(crate) fn entry(connection: &mut Connection, version: Version) -> Result<Option<Applied>, Failure> {
    let rows: Vec<Row> = sql_query(format!(
        "SELECT version, name, checksum, applied_at, applied_by, phase, requires, state FROM schema_migrations \
         WHERE version = {}",
        version.0
    ))
    .load(connection)?;
    Ok(rows.into_iter().next().map(Applied::from))
}

/// What stands for the columns that a ledger of an older program does not have. One whose taking over was interrupted may
/// have them.
fn old_columns(connection: &mut Connection) -> Result<&'static str, Failure> {
    if table::has_phases(connection)? {
        return Ok("phase, requires, state");
    }
    Ok(match connection.engine() {
        Engine::Mysql => "'expand' AS phase, CAST(NULL AS SIGNED) AS requires, 'applied' AS state",
        Engine::Postgres | Engine::Sqlite => {
            "CAST('expand' AS TEXT) AS phase, CAST(NULL AS BIGINT) AS requires, CAST('applied' AS TEXT) AS state"
        }
    })
}

/// A number outside the range was not written here; the highest one is as unknown as it is.
fn version(number: i64) -> Version {
    Version(u32::try_from(number).unwrap_or(u32::MAX))
}

impl From<Row> for Applied {
    fn from(row: Row) -> Self {
        let is_applied = row.state == State::Applied.as_str() && row.checksum != UNFINISHED;
        Self {
            version: version(row.version),
            name: row.name,
            checksum: row.checksum,
            applied_at_us: row.applied_at,
            applied_by: row.applied_by,
            // What a newer program calls otherwise may be anything; a contract is what one is most careful about.
            phase: Phase::from_word(&row.phase).unwrap_or(Phase::Contract),
            requires: row.requires.map(version),
            state: if is_applied { State::Applied } else { State::Begun },
        }
    }
}

/// Writes down that a migration is applied, or begun, in the place of what was written down of it before.
pub(crate) fn enter(
    connection: &mut Connection,
    migration: &Migration,
    state: State,
    at_us: i64,
    by: &str,
) -> Result<(), Failure> {
    let columns = ["version", "name", "checksum", "applied_at", "applied_by", "phase", "requires", "state"];
    sql_query(put(connection.engine(), "schema_migrations", &columns))
        .bind::<BigInt, _>(i64::from(migration.version.0))
        .bind::<Text, _>(migration.name.as_ref())
        .bind::<Text, _>(migration.checksum())
        .bind::<BigInt, _>(at_us)
        .bind::<Text, _>(by)
        .bind::<Text, _>(migration.phase.as_str())
        .bind::<Nullable<BigInt>, _>(migration.requires.map(|version| i64::from(version.0)))
        .bind::<Text, _>(state.as_str())
        .execute(connection)?;
    Ok(())
}

/// Forgets a migration.
pub(crate) fn strike(connection: &mut Connection, version: Version) -> Result<(), Failure> {
    // The number is no text of anybody's: it can stand in the statement, and placeholders differ.
    sql_query(format!("DELETE FROM schema_migrations WHERE version = {}", version.0)).execute(connection)?;
    Ok(())
}

/// The statement that puts a row into a table, in the place of the one with the same version, if there is one. It is one
/// statement so that it is done as a whole also where it stands alone.
fn put(engine: Engine, table: &str, columns: &[&str]) -> String {
    let values = placeholders(engine, columns.len());
    let list = columns.join(", ");
    match engine {
        Engine::Mysql => format!("REPLACE INTO {table} ({list}) VALUES ({values})"),
        Engine::Sqlite | Engine::Postgres => {
            let others = columns.iter().filter(|column| **column != "version");
            let set: Vec<_> = others.map(|column| format!("{column} = excluded.{column}")).collect();
            format!(
                "INSERT INTO {table} ({list}) VALUES ({values}) ON CONFLICT (version) DO UPDATE SET {}",
                set.join(", ")
            )
        }
    }
}

/// `$1, $2` or `?, ?`.
fn placeholders(engine: Engine, count: usize) -> String {
    let placeholder = |number: usize| match engine {
        Engine::Postgres => format!("${number}"),
        Engine::Sqlite | Engine::Mysql => "?".to_owned(),
    };
    (1..=count).map(placeholder).collect::<Vec<_>>().join(", ")
}

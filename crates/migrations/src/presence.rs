//! Which servers run on a database, and which migrations they know: what whoever wants to take away from the schema asks
//! first.
//!
//! A server enters itself into a table before it looks whether it can work with the schema, makes its `beat` grow while it
//! runs, and takes its row out when it stops in order. No two clocks are compared: whoever wants to know whether it lives
//! watches the beat, by a clock of its own ([`Vigil`]).
//!
//! The table is a migration of the program that uses it, with these columns; [`Migrator::watching`] names it:
//!
//! | column | what it is |
//! |---|---|
//! | `id` | text, the key: made anew at each start |
//! | `name`, `program` | text, for people: where it listens, which version it is |
//! | `oldest`, `newest` | integers: it works with schemas from this migration on, and knows none after that one |
//! | `beat` | an integer that grows |
//! | `lasts` | an integer: after so many microseconds with the same beat it has died |
//!
//! [`Migrator::watching`]: crate::Migrator::watching

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, Engine, Failure};

use crate::Version;
use crate::ledger::table;

/// A server that said that it runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// Made anew at each start.
    pub id: String,
    /// Where it listens, for people.
    pub name: String,
    /// Which program it is, with its version.
    pub program: String,
    /// It works with schemas from this migration on.
    pub oldest: Version,
    /// It knows no migration after this one.
    pub newest: Version,
    /// Grows while it runs.
    pub beat: i64,
    /// After so long with the same beat it has died.
    pub lasts: Duration,
}

/// Whether a server lives, as far as its beat tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    /// It was not watched for long enough to tell.
    Unknown,
    /// Its beat has grown.
    Alive,
    /// Its beat has stood still for as long as it says.
    Still,
}

impl Life {
    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "not known yet",
            Self::Alive => "alive",
            Self::Still => "stands still",
        }
    }
}

/// A watch over servers. Time comes in with every call.
#[derive(Debug, Clone, Default)]
pub struct Vigil {
    watched: BTreeMap<String, Watched>,
}

#[derive(Debug, Clone, Copy)]
struct Watched {
    beat: i64,
    has_grown: bool,
    /// When it was first seen with this beat.
    since: Instant,
    /// When it was last seen.
    last: Instant,
}

impl Vigil {
    /// The servers were read; `now` is when the answer was there. What is known of each.
    pub fn saw(&mut self, servers: Vec<Server>, now: Instant) -> Vec<(Server, Life)> {
        let before = std::mem::take(&mut self.watched);
        let judged = servers.into_iter().map(|server| {
            let watched = Watched::next(before.get(&server.id), &server, now);
            self.watched.insert(server.id.clone(), watched);
            let life = if now.duration_since(watched.since) >= server.lasts {
                Life::Still
            } else if watched.has_grown {
                Life::Alive
            } else {
                Life::Unknown
            };
            (server, life)
        });
        judged.collect()
    }
}

impl Watched {
    fn next(before: Option<&Self>, server: &Server, now: Instant) -> Self {
        let new = Self { beat: server.beat, has_grown: false, since: now, last: now };
        match before {
            None => new,
            Some(before) if before.beat != server.beat => Self { has_grown: true, ..new },
            // A long time without a look does not count: perhaps nobody could reach the database.
            Some(before) if now.duration_since(before.last) > server.lasts / 2 => new,
            Some(before) => Self { last: now, ..*before },
        }
    }
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    id: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    program: String,
    #[diesel(sql_type = BigInt)]
    oldest: i64,
    #[diesel(sql_type = BigInt)]
    newest: i64,
    #[diesel(sql_type = BigInt)]
    beat: i64,
    #[diesel(sql_type = BigInt)]
    lasts: i64,
}

impl From<Row> for Server {
    fn from(row: Row) -> Self {
        let version = |number: i64| Version(u32::try_from(number).unwrap_or(u32::MAX));
        Self {
            id: row.id,
            name: row.name,
            program: row.program,
            oldest: version(row.oldest),
            newest: version(row.newest),
            beat: row.beat,
            lasts: Duration::from_micros(row.lasts.unsigned_abs()),
        }
    }
}

/// The servers that are entered in the table of this name; none, if it does not exist (yet).
///
/// # Errors
/// The database cannot be read.
pub fn servers(connection: &mut Connection, table: &str) -> Result<Vec<Server>, Failure> {
    if !table::exists(connection, table)? {
        return Ok(Vec::new());
    }
    let rows: Vec<Row> = sql_query(format!(
        "SELECT id, name, program, oldest, newest, beat, lasts FROM {table} ORDER BY name, id"
    ))
    .load(connection)?;
    Ok(rows.into_iter().map(Server::from).collect())
}

/// Whether a table for servers is there.
///
/// # Errors
/// The database cannot be read.
pub fn is_kept(connection: &mut Connection, table: &str) -> Result<bool, Failure> {
    table::exists(connection, table)
}

/// Takes a server's row out, if its beat has not grown since it was read. A server that only stood still finds that out
/// when it lets its beat grow.
///
/// # Errors
/// The database cannot be written.
pub fn give_up(connection: &mut Connection, table: &str, server: &Server) -> Result<bool, Failure> {
    let condition = match connection.engine() {
        Engine::Postgres => "id = $1 AND beat = $2",
        Engine::Sqlite | Engine::Mysql => "id = ? AND beat = ?",
    };
    let gone = sql_query(format!("DELETE FROM {table} WHERE {condition}"))
        .bind::<Text, _>(&server.id)
        .bind::<BigInt, _>(server.beat)
        .execute(connection)?;
    Ok(gone == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(beat: i64) -> Server {
        Server {
            id: "a".to_owned(),
            name: "host:1789".to_owned(),
            program: "statehouse".to_owned(),
            oldest: Version(4),
            newest: Version(5),
            beat,
            lasts: Duration::from_secs(30),
        }
    }

    fn life(vigil: &mut Vigil, beat: i64, now: Instant) -> Life {
        vigil.saw(vec![server(beat)], now)[0].1
    }

    #[test]
    fn a_beat_that_grows_is_life_and_one_that_stands_still_for_as_long_as_it_says_is_none() {
        let (mut vigil, start) = (Vigil::default(), Instant::now());
        let at = |seconds| start + Duration::from_secs(seconds);
        assert_eq!(life(&mut vigil, 7, at(0)), Life::Unknown);
        assert_eq!(life(&mut vigil, 7, at(9)), Life::Unknown);
        assert_eq!(life(&mut vigil, 8, at(10)), Life::Alive);
        assert_eq!(life(&mut vigil, 8, at(24)), Life::Alive);
        assert_eq!(life(&mut vigil, 8, at(39)), Life::Alive);
        assert_eq!(life(&mut vigil, 8, at(40)), Life::Still);
        assert_eq!(life(&mut vigil, 9, at(41)), Life::Alive, "it only stood still");
    }

    #[test]
    fn a_time_without_a_look_does_not_count() {
        let (mut vigil, start) = (Vigil::default(), Instant::now());
        assert_eq!(life(&mut vigil, 7, start), Life::Unknown);
        assert_eq!(life(&mut vigil, 7, start + Duration::from_mins(2)), Life::Unknown);
        assert_eq!(life(&mut vigil, 7, start + Duration::from_secs(130)), Life::Unknown);
    }
}

//! A table of things that is expanded, filled and contracted, and servers that say what they know of it.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, DatabaseUrl, Engine, SessionOptions};
use statehouse_migrations::{
    Batch, DataError, DataMigration, Doing, Faults, Migration, MigrationSet, Migrator, Pace, Point, Version,
};

use super::{Database, set};

/// How many rows there are.
pub const THINGS: u64 = 10;

/// 0001 things and servers; 0002 expand: a new column; 0003 data: filled from the old one; 0004 contract: the old one goes.
pub fn things(database: &Database, moved: &Moved) -> MigrationSet {
    // Where statements commit one by one, each is written so that again does no harm.
    let [if_exists, if_missing] = match database.url.engine() {
        Engine::Mysql => ["IF EXISTS ", "IF NOT EXISTS "],
        Engine::Sqlite | Engine::Postgres => ["", ""],
    };
    let first = "CREATE TABLE IF NOT EXISTS things (id VARCHAR(20) NOT NULL PRIMARY KEY, old VARCHAR(20));
        CREATE TABLE IF NOT EXISTS servers (id VARCHAR(50) NOT NULL PRIMARY KEY, name VARCHAR(50) NOT NULL,
            program VARCHAR(50) NOT NULL, oldest BIGINT NOT NULL, newest BIGINT NOT NULL, beat BIGINT NOT NULL,
            lasts BIGINT NOT NULL)";
    let contract =
        format!("-- phase: contract\n-- requires: 0002\nALTER TABLE things DROP COLUMN {if_exists}old");
    set([
        Migration::sql(1, "things", first, "DROP TABLE IF EXISTS servers; DROP TABLE IF EXISTS things"),
        Migration::sql(
            2,
            "new_column",
            format!("ALTER TABLE things ADD COLUMN {if_missing}new VARCHAR(20)"),
            format!("ALTER TABLE things DROP COLUMN {if_exists}new"),
        ),
        Migration::data(3, moved.clone()),
        Migration::sql(
            4,
            "old_goes",
            contract,
            format!("ALTER TABLE things ADD COLUMN {if_missing}old VARCHAR(20)"),
        ),
    ])
}

/// A migrator of these that asks for servers, and does as much at once as a batch of three.
pub fn migrator(database: &Database, moved: &Moved) -> Migrator {
    Migrator::new(things(database, moved)).watching("servers", Version(1)).pace(Pace::FULL.batch(3))
}

/// A database expanded, with things that only the old column says something of.
pub fn expanded(moved: &Moved) -> Database {
    let database = Database::fresh();
    fill(&database, moved);
    database
}

pub fn fill(database: &Database, moved: &Moved) {
    database.up(things(database, moved).up_to(Version(2))).unwrap();
    for number in 0..THINGS {
        database.execute(&format!("INSERT INTO things (id, old) VALUES ('t{number}', 'v{number}')"));
    }
}

/// Copies the old column to the new one, and counts what it looks at.
#[derive(Debug, Clone, Default)]
pub struct Moved {
    pub looked_at: Arc<AtomicU64>,
    pub slow: bool,
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = Text)]
    id: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

impl DataMigration for Moved {
    fn name(&self) -> &'static str {
        "moved"
    }

    fn total(&self, connection: &mut Connection) -> Result<u64, DataError> {
        let count: Count = sql_query("SELECT COUNT(*) AS number FROM things").get_result(connection)?;
        Ok(count.number.unsigned_abs())
    }

    fn up(&self, connection: &mut Connection, after: Option<&str>, limit: u32) -> Result<Batch, DataError> {
        if self.slow {
            thread::sleep(Duration::from_millis(30));
        }
        let placeholder = if connection.engine() == Engine::Postgres { "$1" } else { "?" };
        let ids: Vec<Id> =
            sql_query(format!("SELECT id FROM things WHERE id > {placeholder} ORDER BY id LIMIT {limit}"))
                .bind::<Text, _>(after.unwrap_or_default())
                .load(connection)?;
        for Id { id } in &ids {
            sql_query(format!(
                "UPDATE things SET new = old WHERE id = '{id}' AND (new IS NULL OR new <> old)"
            ))
            .execute(connection)?;
        }
        self.looked_at.fetch_add(ids.len() as u64, Ordering::Relaxed);
        let is_full = ids.len() as u64 == u64::from(limit);
        Ok(Batch { rows: ids.len() as u64, next: ids.last().filter(|_| is_full).map(|last| last.id.clone()) })
    }

    fn down(&self, connection: &mut Connection, _: Option<&str>, _: u32) -> Result<Batch, DataError> {
        sql_query("UPDATE things SET old = new WHERE new IS NOT NULL").execute(connection)?;
        Ok(Batch::default())
    }
}

/// A server that says what it knows.
pub struct Server {
    url: DatabaseUrl,
    id: &'static str,
    stops: Arc<AtomicBool>,
    beating: Option<JoinHandle<()>>,
}

impl Server {
    /// Says once that it runs, and nothing after that.
    pub fn silent(database: &Database, id: &'static str, newest: u32, lasts: Duration) -> Self {
        database.execute(&format!(
            "INSERT INTO servers VALUES ('{id}', '{id}.example:1789', 'program 1.0', 1, {newest}, 0, {})",
            lasts.as_micros()
        ));
        Self { url: database.url.clone(), id, stops: Arc::default(), beating: None }
    }

    /// Goes on saying so.
    pub fn alive(database: &Database, id: &'static str, newest: u32, lasts: Duration) -> Self {
        let mut server = Self::silent(database, id, newest, lasts);
        let (url, stops) = (server.url.clone(), server.stops.clone());
        server.beating = Some(thread::spawn(move || {
            let mut session = Connection::open(&url, &SessionOptions::writer()).unwrap();
            while !stops.load(Ordering::Relaxed) {
                sql_query(format!("UPDATE servers SET beat = beat + 1 WHERE id = '{id}'"))
                    .execute(&mut session)
                    .unwrap();
                thread::sleep(lasts / 10);
            }
        }));
        server
    }

    /// Stops in order.
    pub fn stop(mut self) {
        self.end();
        let mut session = Connection::open(&self.url, &SessionOptions::writer()).unwrap();
        sql_query(format!("DELETE FROM servers WHERE id = '{}'", self.id)).execute(&mut session).unwrap();
    }

    fn end(&mut self) {
        self.stops.store(true, Ordering::Relaxed);
        if let Some(beating) = self.beating.take() {
            beating.join().unwrap();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

/// Does something when a migrator has marked what it requires, and before it asks for servers.
pub struct OnceMarked<F>(pub F);

impl<F> std::fmt::Debug for OnceMarked<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OnceMarked")
    }
}

impl<F: Fn() + Send + Sync> Faults for OnceMarked<F> {
    fn before(&self, point: &Point<'_>) -> io::Result<()> {
        if point.doing == Doing::Ask {
            (self.0)();
        }
        Ok(())
    }
}

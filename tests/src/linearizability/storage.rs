//! The database of a trial: a file, or a server of its own that may be killed.

use crate::command;
use crate::throwaway::run::OwnDatabase;
use crate::throwaway::{Client, Engine, Galera, Mariadb, Postgres, Process, Proxy, Result};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long somebody else waits to have a database file alone, into which servers write all the time.
const LOCK_PATIENCE: Duration = Duration::from_secs(10);

/// A database, where it stands, and what may be done to it.
#[derive(Debug)]
pub struct Storage {
    // Before the server: what is dropped with it goes first.
    own: Option<OwnDatabase>,
    place: Place,
}

#[derive(Debug)]
enum Place {
    File(PathBuf),
    Postgres(Box<Postgres>),
    Mysql(Box<Mariadb>),
    Galera(Box<Galera>),
}

impl Storage {
    /// A fresh database with the product's schema: on a server of its own, or a file in `folder`.
    ///
    /// # Errors
    /// When the server is not installed, or does not start.
    pub fn fresh(engine: Option<Engine>, folder: &Path) -> Result<Self> {
        let place = match engine {
            None => return Ok(Self { own: None, place: Place::File(folder.join("statehouse.db")) }),
            Some(Engine::Postgres) => Place::Postgres(Box::new(Postgres::fresh()?)),
            Some(Engine::Mysql) => Place::Mysql(Box::new(Mariadb::fresh()?)),
            Some(Engine::Galera) => Place::Galera(Box::new(Galera::fresh()?)),
        };
        let mut storage = Self { own: None, place };
        let own = OwnDatabase::on(storage.nodes())?;
        for url in own.urls().iter().take(1) {
            let _ = command::run_in(folder, &["migrate", "up", "--database", url], &[]).success();
        }
        storage.own = Some(own);
        Ok(storage)
    }

    /// SQL on each node; none for a file.
    pub fn nodes(&self) -> Vec<Client> {
        match &self.place {
            Place::File(_) => Vec::new(),
            Place::Postgres(server) => vec![server.client()],
            Place::Mysql(server) => vec![server.client()],
            Place::Galera(cluster) => cluster.clients(),
        }
    }

    /// The URLs and lines by which that many servers reach the database; each has its own line, and on a cluster its own
    /// node.
    ///
    /// # Errors
    /// When there is no port for a line.
    pub fn lines(&self, servers: usize) -> Result<Vec<(String, Option<Proxy>)>> {
        let nodes = self.nodes();
        let line = |number: usize| match (&self.place, &self.own) {
            (Place::File(path), _) => Ok((format!("sqlite:{}", path.display()), None)),
            (_, None) => Ok((String::new(), None)),
            (_, Some(own)) => {
                let node = nodes[number % nodes.len()];
                let proxy = Proxy::to(node.address())?;
                let through = Client::new(node.engine(), proxy.address());
                Ok((through.url(own.name()), Some(proxy)))
            }
        };
        (0..servers).map(line).collect()
    }

    /// The one text column of every row.
    ///
    /// # Panics
    /// When the database does not answer.
    pub fn texts(&self, sql: &str) -> Vec<String> {
        match (&self.place, &self.own) {
            (Place::File(path), _) => crate::database::column(&open(path, true), sql),
            (_, Some(own)) => {
                // On a cluster: not before all that was committed anywhere has arrived here.
                let wait = matches!(self.place, Place::Galera(_));
                let sql = if wait { format!("SET SESSION wsrep_sync_wait = 15; {sql}") } else { sql.into() };
                let lines = own.query(&sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
                lines.lines().map(str::to_owned).collect()
            }
            (_, None) => Vec::new(),
        }
    }

    /// Keeps everybody else out of a database file for a while, as a back-up program may; false when that did not
    /// come about.
    pub fn lock_for(&self, time: Duration) -> bool {
        let Place::File(path) = &self.place else { return false };
        let other = open(path, false);
        let locked =
            other.busy_timeout(LOCK_PATIENCE).and_then(|()| other.execute_batch("BEGIN EXCLUSIVE")).is_ok();
        if locked {
            std::thread::sleep(time);
            other.execute_batch("ROLLBACK").expect("a lock is given back");
        }
        locked
    }

    /// Ends a node at once.
    ///
    /// # Errors
    /// When it is not running.
    pub fn kill(&mut self, node: usize) -> Result<()> {
        self.process(node).map_or(Ok(()), Process::kill)
    }

    /// Starts a node that was killed, and waits until it serves.
    ///
    /// # Errors
    /// When it does not come up.
    pub fn start(&mut self, node: usize) -> Result<()> {
        match &mut self.place {
            Place::File(_) => Ok(()),
            Place::Postgres(server) => server.start(),
            Place::Mysql(server) => server.start(),
            Place::Galera(cluster) => cluster.node(node).start(),
        }
    }

    /// Stops a node from running on for a while.
    ///
    /// # Errors
    /// When it is not running.
    pub fn pause_for(&mut self, node: usize, time: Duration) -> Result<()> {
        let Some(process) = self.process(node) else { return Ok(()) };
        process.pause()?;
        std::thread::sleep(time);
        process.resume()
    }

    /// Parts a node of a cluster from the others for a while, and waits until it is one of them again.
    ///
    /// # Errors
    /// When it does not take the order, or does not come back.
    pub fn part_for(&mut self, node: usize, time: Duration) -> Result<()> {
        let Place::Galera(cluster) = &self.place else { return Ok(()) };
        let client = cluster.clients()[node];
        let isolate = |on: u8| {
            client.administer(&format!("SET GLOBAL wsrep_provider_options = 'gmcast.isolate={on}'")).map(drop)
        };
        isolate(1)?;
        std::thread::sleep(time);
        isolate(0)?;
        cluster.wait_for_size(node, 3)
    }

    fn process(&mut self, node: usize) -> Option<&mut Process> {
        match &mut self.place {
            Place::File(_) => None,
            Place::Postgres(server) => Some(server.process()),
            Place::Mysql(server) => Some(server.process()),
            Place::Galera(cluster) => Some(cluster.node(node).process()),
        }
    }
}

fn open(path: &Path, read_only: bool) -> Connection {
    let access = if read_only { OpenFlags::SQLITE_OPEN_READ_ONLY } else { OpenFlags::SQLITE_OPEN_READ_WRITE };
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(path, flags).expect("the database file opens")
}

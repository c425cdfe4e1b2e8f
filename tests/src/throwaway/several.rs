//! Every database that a run was asked for, at once: for tests that compare them with each other.

use super::client::Client;
use super::engine::Engine;
use super::run::{self, Run};
use super::{Error, Result};
use crate::database::Database;
use std::thread;

/// The databases to compare, by name, separated by commas. Unset, the embedded one is compared with that of the run.
pub const DATABASES: &str = "STATEHOUSE_TEST_DATABASES";

/// Where servers are that run already, so that not every test starts its own: `postgres=127.0.0.1:5432`, with the nodes of
/// a cluster separated by commas, and one server from the next by a blank. `cargo xtask test` sets it.
pub const SERVERS: &str = "STATEHOUSE_TEST_SERVERS";

const EMBEDDED: &str = "sqlite";

/// A kind of database, with the server that was started for it.
#[derive(Debug)]
pub struct Site {
    name: &'static str,
    /// None for files.
    nodes: Vec<Client>,
    /// Ends with the site, unless the server is that of the run.
    _server: Option<Run>,
}

impl Site {
    /// Each database that was asked for; the embedded one, which all are compared with, is always there, and first.
    /// Servers are started side by side.
    ///
    /// # Errors
    /// When one that was asked for is not known, not installed, or does not start.
    pub fn asked_for() -> Result<Vec<Self>> {
        let asked = std::env::var(DATABASES).unwrap_or_default();
        let mut sites = vec![Self::embedded()];
        let running = std::env::var(SERVERS).unwrap_or_default();
        if !running.is_empty() {
            let running = running.split_whitespace().map(Self::running);
            let running: Result<Vec<_>, _> = running.collect();
            sites.extend(running.map_err(|said| Error::Failed { program: SERVERS.into(), said })?);
            return Ok(sites);
        }
        if asked.is_empty() {
            if let Some(nodes) = run::nodes_of_run()? {
                let name = nodes.first().map_or(EMBEDDED, |node| node.engine().name());
                sites.push(Self { name, nodes, _server: None });
            }
            return Ok(sites);
        }
        let engines = engines(&asked).map_err(|said| Error::Failed { program: DATABASES.into(), said })?;
        let started: Vec<Result<Run>> = thread::scope(|scope| {
            let starting: Vec<_> =
                engines.into_iter().map(|engine| scope.spawn(move || Run::start(engine))).collect();
            starting
                .into_iter()
                .map(|start| start.join().expect("starting a server does not panic"))
                .collect()
        });
        for server in started {
            let server = server?;
            sites.push(Self { name: server.engine().name(), nodes: server.clients(), _server: Some(server) });
        }
        Ok(sites)
    }

    /// A server that runs already, by `postgres=127.0.0.1:5432`.
    fn running(told: &str) -> Result<Self, String> {
        let (name, addresses) = told.split_once('=').ok_or_else(|| format!("{told}: not NAME=ADDRESS"))?;
        let nodes = run::nodes(name, addresses)?;
        let name = nodes.first().map_or(EMBEDDED, |node| node.engine().name());
        Ok(Self { name, nodes, _server: None })
    }

    /// Files, which need no server.
    pub fn embedded() -> Self {
        Self { name: EMBEDDED, nodes: Vec::new(), _server: None }
    }

    /// The word for it on command lines and in the environment.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// An empty database of this kind.
    pub fn database(&self) -> Database {
        if self.nodes.is_empty() { Database::fresh_file() } else { Database::fresh_on(self.nodes.clone()) }
    }
}

/// What [`SERVERS`] says of these.
pub fn told(servers: &[Run]) -> String {
    let server = |server: &Run| {
        let addresses: Vec<_> = server.clients().iter().map(|node| node.address().to_string()).collect();
        format!("{}={}", server.engine(), addresses.join(","))
    };
    servers.iter().map(server).collect::<Vec<_>>().join(" ")
}

/// The servers among the databases of a list.
fn engines(list: &str) -> Result<Vec<Engine>, String> {
    let servers = list.split(',').map(str::trim).filter(|name| *name != EMBEDDED);
    servers.map(str::parse).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_runs_already_is_told_with_its_nodes() {
        let site = Site::running("galera=127.0.0.11:1,127.0.0.12:2").unwrap();
        assert_eq!((site.name(), site.nodes.len()), ("galera", 2));
        assert!(Site::running("galera").unwrap_err().contains("NAME=ADDRESS"));
    }

    #[test]
    fn the_embedded_database_needs_no_server() {
        assert_eq!(engines("sqlite, postgres,galera"), Ok(vec![Engine::Postgres, Engine::Galera]));
        assert!(engines("sqlite,oracle").unwrap_err().contains("oracle"));
    }
}

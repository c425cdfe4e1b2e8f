//! The server that all tests of a run share. `cargo xtask test` starts it and tells the tests where it is; each
//! test has a database of its own there.

use super::client::Client;
use super::engine::Engine;
use super::galera::Galera;
use super::mariadb::Mariadb;
use super::postgres::Postgres;
use super::{Error, Result, wait_until};
use rand::Rng;
use std::net::SocketAddr;
use std::time::Duration;

/// How long the nodes of a cluster may take to have the same.
const PATIENCE: Duration = Duration::from_secs(30);

/// The database that tests run on: `sqlite`, which is also what unset means, or the name of an [`Engine`].
pub const DATABASE: &str = "STATEHOUSE_TEST_DATABASE";
/// Where the server listens: `127.0.0.1:15432`, or the nodes of a cluster separated by commas.
pub const ADDRESSES: &str = "STATEHOUSE_TEST_SERVER";

/// A server for the time of one run of the tests.
#[derive(Debug)]
pub enum Run {
    /// On PostgreSQL.
    Postgres(Postgres),
    /// On MariaDB.
    Mysql(Mariadb),
    /// On a Galera cluster.
    Galera(Galera),
}

impl Run {
    /// Starts a server.
    ///
    /// # Errors
    /// When it is not installed, or does not start.
    pub fn start(engine: Engine) -> Result<Self> {
        Ok(match engine {
            Engine::Postgres => Self::Postgres(Postgres::fresh()?),
            Engine::Mysql => Self::Mysql(Mariadb::fresh()?),
            Engine::Galera => Self::Galera(Galera::fresh()?),
        })
    }

    /// What kind of server it is.
    pub fn engine(&self) -> Engine {
        match self {
            Self::Postgres(_) => Engine::Postgres,
            Self::Mysql(_) => Engine::Mysql,
            Self::Galera(_) => Engine::Galera,
        }
    }

    /// SQL on each of its nodes.
    pub fn clients(&self) -> Vec<Client> {
        match self {
            Self::Postgres(server) => vec![server.client()],
            Self::Mysql(server) => vec![server.client()],
            Self::Galera(cluster) => cluster.clients(),
        }
    }

    /// The variables that tell test processes where the server is.
    pub fn settings(&self) -> [(&'static str, String); 2] {
        let addresses: Vec<String> =
            self.clients().iter().map(|client| client.address().to_string()).collect();
        [(DATABASE, self.engine().name().into()), (ADDRESSES, addresses.join(","))]
    }
}

/// A database on the server of this run, dropped with this value.
#[derive(Debug)]
pub struct OwnDatabase {
    nodes: Vec<Client>,
    name: String,
}

impl OwnDatabase {
    /// A fresh, empty database on the server that the environment names; none when tests run on SQLite.
    ///
    /// # Errors
    /// When the environment makes no sense, or the server does not answer.
    pub fn fresh() -> Result<Option<Self>> {
        nodes_of_run()?.map(Self::on).transpose()
    }

    /// A fresh, empty database on these nodes of one server.
    ///
    /// # Errors
    /// When the server does not answer.
    pub fn on(nodes: Vec<Client>) -> Result<Self> {
        let name = format!("statehouse_{:016x}", rand::rng().random::<u64>());
        let own = Self { nodes, name };
        own.first().create_database(&own.name)?;
        // The other nodes of a cluster have it a moment later.
        for node in own.nodes.iter().skip(1) {
            wait_until("the database is on every node", PATIENCE, || {
                node.query(&own.name, "SELECT 1").map(drop).map_err(|error| error.to_string())
            })?;
        }
        Ok(own)
    }

    /// Its name on the server.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What `--database` takes: one URL for each node of the server.
    pub fn urls(&self) -> Vec<String> {
        self.nodes.iter().map(|node| node.url(&self.name)).collect()
    }

    /// What `--database` takes: one URL with these addresses, which are those of its nodes or lead to them.
    pub fn url_at(&self, addresses: &[SocketAddr]) -> String {
        Client::url_of_all(self.first().engine(), addresses, &self.name)
    }

    /// What SQL says, one line for each row: by the first node that carries it out.
    ///
    /// # Errors
    /// What the last node answered, or that it did not answer.
    pub fn query(&self, sql: &str) -> Result<String> {
        // A node of a cluster is asked for what any node had committed before, as the product does.
        let sql = match self.first().engine() {
            Engine::Galera => format!("SET SESSION wsrep_sync_wait = 15; {sql}"),
            Engine::Postgres | Engine::Mysql => sql.to_owned(),
        };
        let (first, others) = self.nodes.split_first().expect("a server has at least one node");
        others.iter().fold(first.query(&self.name, &sql), |answer, node| {
            answer.or_else(|_| node.query(&self.name, &sql))
        })
    }

    /// The names of its tables.
    ///
    /// # Errors
    /// What the server answered, or that it did not answer.
    pub fn tables(&self) -> Result<Vec<String>> {
        let schema = self.first().engine().own_schema();
        let sql = format!("SELECT table_name FROM information_schema.tables WHERE table_schema = {schema}");
        Ok(self.query(&sql)?.lines().map(str::to_owned).collect())
    }

    /// What each of these statements says, in order, all of them at the same moment.
    ///
    /// # Errors
    /// What the server answered, or that it did not answer.
    pub fn snapshot(&self, statements: &[&str]) -> Result<String> {
        let begin = self.first().engine().snapshot();
        self.query(&format!("{begin}; {}; COMMIT", statements.join("; ")))
    }

    fn first(&self) -> &Client {
        self.nodes.first().expect("a server has at least one node")
    }
}

impl Drop for OwnDatabase {
    fn drop(&mut self) {
        // The server may have been killed by the test; what is left goes with it.
        let _ = self.first().drop_database(&self.name);
    }
}

/// The nodes of the server that the environment names; none when tests run on SQLite.
pub(super) fn nodes_of_run() -> Result<Option<Vec<Client>>> {
    let database = std::env::var(DATABASE).unwrap_or_default();
    if database.is_empty() || database == "sqlite" {
        return Ok(None);
    }
    let addresses = std::env::var(ADDRESSES).unwrap_or_default();
    let nodes = nodes(&database, &addresses);
    nodes.map(Some).map_err(|said| Error::Failed { program: DATABASE.into(), said })
}

/// The nodes at these addresses, which commas separate.
pub(super) fn nodes(database: &str, addresses: &str) -> Result<Vec<Client>, String> {
    let engine: Engine = database.parse()?;
    let parse = |address: &str| {
        let parsed: Result<SocketAddr, _> = address.parse();
        parsed.map(|address| Client::new(engine, address)).map_err(|error| {
            format!(
                "{ADDRESSES}={addresses:?} says where the server is ({error}); `cargo xtask test` sets both"
            )
        })
    };
    addresses.split(',').map(parse).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nodes_of_a_cluster_are_listed_with_commas() {
        let nodes = nodes("galera", "127.0.0.11:1,127.0.0.12:2").unwrap();
        assert_eq!(nodes[1].url("d"), "mysql://statehouse:throwaway@127.0.0.12:2/d");
    }

    #[test]
    fn a_database_without_a_server_names_what_sets_it() {
        assert!(nodes("postgres", "").unwrap_err().contains("cargo xtask test"));
        assert!(nodes("oracle", "").unwrap_err().contains("postgres, mysql, galera"));
    }
}

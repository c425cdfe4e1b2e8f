//! SQL on a throwaway server, through the client programs that come with it.

use super::engine::Engine;
use super::ground::printed;
use super::{Result, installed};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// The user that the product connects as; it owns the databases of the tests, and nothing else.
pub const USER: &str = "statehouse";
/// The user that makes and drops databases.
pub const ADMINISTRATOR: &str = "administrator";
/// The password of both.
pub const PASSWORD: &str = "throwaway";

/// How long one statement may take unless it is told otherwise: a paused server answers nothing.
const STATEMENT_LIMIT: Duration = Duration::from_secs(30);
/// How many seconds a connection may take.
const CONNECT_LIMIT_S: &str = "5";

/// One node of a server, by its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Client {
    engine: Engine,
    address: SocketAddr,
    limit: Duration,
}

impl Client {
    /// A client of the node at this address, or of a proxy in front of it.
    pub fn new(engine: Engine, address: SocketAddr) -> Self {
        Self { engine, address, limit: STATEMENT_LIMIT }
    }

    /// The same, where one statement may take so long.
    #[must_use]
    pub fn patient(self, limit: Duration) -> Self {
        Self { limit, ..self }
    }

    /// What kind of server it is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Where the node listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What the product's `--database` takes for this database.
    pub fn url(&self, database: &str) -> String {
        format!("{}://{USER}:{PASSWORD}@{}/{database}", self.engine.scheme(), self.address)
    }

    /// What `--database` takes for this database when several nodes have it, or lead to it: the product tries them in
    /// this order.
    pub fn url_of_all(engine: Engine, addresses: &[SocketAddr], database: &str) -> String {
        let addresses: Vec<String> = addresses.iter().map(ToString::to_string).collect();
        format!("{}://{USER}:{PASSWORD}@{}/{database}", engine.scheme(), addresses.join(","))
    }

    /// Runs SQL as administrator and returns what it printed: a line for each row, with its fields separated by
    /// `|` on PostgreSQL and by tabs on MariaDB.
    ///
    /// # Errors
    /// What the server answered, or that it did not answer.
    pub fn query(&self, database: &str, sql: &str) -> Result<String> {
        printed(&mut match self.engine {
            Engine::Postgres => self.psql(database, sql)?,
            Engine::Mysql | Engine::Galera => self.mariadb(database, sql)?,
        })
    }

    /// Runs SQL on the server as a whole.
    ///
    /// # Errors
    /// What the server answered, or that it did not answer.
    pub fn administer(&self, sql: &str) -> Result<String> {
        self.query(self.engine.own_database(), sql)
    }

    /// Makes an empty database for the product's user, as the documentation tells operators to.
    ///
    /// # Errors
    /// What the server answered, or that it did not answer.
    pub fn create_database(&self, name: &str) -> Result<()> {
        let sql = match self.engine {
            Engine::Postgres => format!("CREATE DATABASE {name} OWNER {USER}"),
            Engine::Mysql | Engine::Galera => {
                format!("CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")
            }
        };
        self.administer(&sql).map(drop)
    }

    /// Makes a database that begins as a copy of another, which nobody may be connected to. PostgreSQL only.
    ///
    /// # Errors
    /// What the server answered, or that it did not answer.
    pub fn copy_database(&self, template: &str, name: &str) -> Result<()> {
        self.administer(&format!("CREATE DATABASE {name} OWNER {USER} TEMPLATE {template}")).map(drop)
    }

    /// Drops a database, whoever is connected to it.
    ///
    /// # Errors
    /// What the server answered, or that it did not answer.
    pub fn drop_database(&self, name: &str) -> Result<()> {
        let force = if self.engine == Engine::Postgres { " WITH (FORCE)" } else { "" };
        self.administer(&format!("DROP DATABASE IF EXISTS {name}{force}")).map(drop)
    }

    fn psql(&self, database: &str, sql: &str) -> Result<Command> {
        let mut command = limited(&installed::postgres("psql")?, self.limit)?;
        command.args(["--no-psqlrc", "--quiet", "--no-align", "--tuples-only", "--no-password"]);
        command.args(["--set", "ON_ERROR_STOP=1", "--username", ADMINISTRATOR, "--dbname", database]);
        command.args(["--host", &self.address.ip().to_string(), "--port", &self.address.port().to_string()]);
        command.args(["--command", sql]);
        command.env("PGPASSWORD", PASSWORD).env("PGCONNECT_TIMEOUT", CONNECT_LIMIT_S);
        Ok(command)
    }

    fn mariadb(&self, database: &str, sql: &str) -> Result<Command> {
        let mut command = limited(&installed::find("mariadb", "mariadb-client")?, self.limit)?;
        command.args(["--no-defaults", "--batch", "--skip-column-names", "--protocol=tcp"]);
        command.args(["--default-character-set=utf8mb4", "--user", ADMINISTRATOR, "--database", database]);
        command.args(["--host", &self.address.ip().to_string(), "--port", &self.address.port().to_string()]);
        command.args(["--connect-timeout", CONNECT_LIMIT_S, "--execute", sql]);
        command.env("MYSQL_PWD", PASSWORD);
        Ok(command)
    }
}

/// A program that is ended when it takes too long, and inherits no setting that would lead it elsewhere.
fn limited(program: &Path, limit: Duration) -> Result<Command> {
    let mut command = Command::new(installed::find("timeout", "coreutils")?);
    command.args(["--kill-after=1", &limit.as_secs().to_string()]).arg(program);
    command.env_clear().env("LC_ALL", "C.UTF-8").env("PATH", "/usr/bin:/bin").stdin(Stdio::null());
    Ok(command)
}

//! PgBouncer in front of a PostgreSQL server, which gives each transaction another session.

use super::client::{ADMINISTRATOR, Client, PASSWORD, USER};
use super::engine::Engine;
use super::ground::Ground;
use super::process::Process;
use super::{Postgres, Result, installed, port, wait_until};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(30);
const ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// A pooler in transaction mode. Dropping it ends it.
#[derive(Debug)]
pub struct Pgbouncer {
    process: Process,
    address: SocketAddr,
}

impl Pgbouncer {
    /// A pooler in front of this server, which has at most `sessions` for each database.
    ///
    /// # Errors
    /// When PgBouncer is not installed, or does not start.
    pub fn before(server: &Postgres, sessions: u32) -> Result<Self> {
        let program = installed::find("pgbouncer", "pgbouncer")?;
        let ground = Arc::new(Ground::new(&["postgres"])?);
        let users = format!("\"{USER}\" \"{PASSWORD}\"\n\"{ADMINISTRATOR}\" \"{PASSWORD}\"\n");
        let users = ground.write("users.txt", &users)?;
        let address = SocketAddr::new(ADDRESS, port::free(ADDRESS)?);
        let behind = server.client().address();
        let settings = ground.write(
            "pgbouncer.ini",
            &format!(
                "[databases]\n\
                 * = host={} port={}\n\
                 [pgbouncer]\n\
                 listen_addr = {}\n\
                 listen_port = {}\n\
                 unix_socket_dir =\n\
                 auth_type = scram-sha-256\n\
                 auth_file = {}\n\
                 pool_mode = transaction\n\
                 default_pool_size = {sessions}\n\
                 max_client_conn = 500\n",
                behind.ip(),
                behind.port(),
                address.ip(),
                address.port(),
                users.display()
            ),
        )?;
        let process = Process::new(&ground, "pgbouncer", program, vec![settings.display().to_string()]);
        let mut pooler = Self { process, address };
        pooler.start()?;
        Ok(pooler)
    }

    /// Starts it, after [`Process::kill`] for one, and waits until it answers.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start(&mut self) -> Result<()> {
        self.process.start(&[])?;
        let client = self.client();
        wait_until("PgBouncer answers", PATIENCE, || {
            self.process.must_run().map_err(|error| error.to_string())?;
            let answer = client.administer("SELECT 1").map(drop);
            answer.map_err(|error| format!("{error}\n{}", self.process.last_words()))
        })
    }

    /// SQL through the pooler.
    pub fn client(&self) -> Client {
        Client::new(Engine::Postgres, self.address)
    }

    /// The process, to kill, pause and resume.
    pub fn process(&mut self) -> &mut Process {
        &mut self.process
    }
}

//! A MariaDB server.

use super::certificate::{Authority, NAMES};
use super::client::{ADMINISTRATOR, Client, PASSWORD, USER};
use super::engine::Engine;
use super::ground::Ground;
use super::process::Process;
use super::{Result, installed, port, wait_until};
use rustix::process::Signal;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(30);
const ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// What every server is told, before all else that nothing of the machine's own configuration counts. Writes are
/// flushed at each commit, as is MariaDB's default; it is spelled out because tests of durability rest on it.
const SETTINGS: &[&str] = &[
    "--no-defaults",
    "--innodb-flush-log-at-trx-commit=1",
    "--innodb-buffer-pool-size=64M",
    "--innodb-log-file-size=32M",
    "--max-connections=300",
    "--skip-name-resolve",
    "--character-set-server=utf8mb4",
    // As operators are told to set it.
    "--max-allowed-packet=128M",
];

/// How a server is made.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// What the certificate is good for; none without TLS.
    names: Option<String>,
    settings: Vec<String>,
}

impl Plan {
    /// With a certificate for localhost. Connections without TLS are let in all the same.
    #[must_use]
    pub fn tls(mut self) -> Self {
        self.names = Some(NAMES.into());
        self
    }

    /// With a certificate that is good for these names only, `DNS:…` or `IP:…`, separated by commas.
    #[must_use]
    pub fn tls_for(mut self, names: &str) -> Self {
        self.names = Some(names.into());
        self
    }

    /// An argument of the server.
    #[must_use]
    pub fn setting(mut self, argument: &str) -> Self {
        self.settings.push(argument.into());
        self
    }

    /// Starts the server and waits until it answers.
    ///
    /// # Errors
    /// When MariaDB is not installed, or does not start.
    pub fn start(self) -> Result<Mariadb> {
        let ground = Arc::new(Ground::new(&["mysql"])?);
        let data = ground.folder().join("data");
        initialise(&ground, &data)?;
        let address = SocketAddr::new(ADDRESS, port::free(ADDRESS)?);
        let mut arguments = arguments(&ground, "data", address);
        arguments.extend(self.settings);
        let mut authority = None;
        if let Some(names) = self.names {
            let signer = Authority::new(&ground, "authority")?;
            let identity = signer.sign(&ground, "server", &names)?;
            arguments.push(format!("--ssl-cert={}", identity.certificate.display()));
            arguments.push(format!("--ssl-key={}", identity.key.display()));
            authority = Some(signer);
        }
        let process = Process::new(&ground, "mariadb", program()?, arguments);
        let mut server = Mariadb { process, ground, address, authority };
        server.start()?;
        Ok(server)
    }
}

/// A running server. Dropping it ends it and removes its data.
#[derive(Debug)]
pub struct Mariadb {
    // Before the ground: the process goes first.
    process: Process,
    ground: Arc<Ground>,
    address: SocketAddr,
    authority: Option<Authority>,
}

impl Mariadb {
    /// A server with nothing special about it.
    ///
    /// # Errors
    /// When MariaDB is not installed, or does not start.
    pub fn fresh() -> Result<Self> {
        Plan::default().start()
    }

    /// Starts it, after [`Process::kill`] for one, and waits until it answers.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start(&mut self) -> Result<()> {
        self.process.start(&[])?;
        let client = self.client();
        wait_until("MariaDB answers", PATIENCE, || {
            self.process.must_run().map_err(|error| error.to_string())?;
            let answer = client.administer("SELECT 1").map(drop);
            answer.map_err(|error| format!("{error}\n{}", self.process.last_words()))
        })
    }

    /// Ends it in order.
    ///
    /// # Errors
    /// When it is not running.
    pub fn stop(&mut self) -> Result<()> {
        self.process.end(Signal::TERM)
    }

    /// SQL on this server.
    pub fn client(&self) -> Client {
        Client::new(Engine::Mysql, self.address)
    }

    /// The URL of a database by way of the Unix socket.
    pub fn socket_url(&self, database: &str) -> String {
        let socket = self.ground.folder().join("data.sock");
        format!("mysql://{USER}:{PASSWORD}@localhost/{database}?unix_socket={}", socket.display())
    }

    /// The URL of a database that is only good over TLS with the right certificate.
    pub fn verified_url(&self, database: &str) -> Option<String> {
        let trusted = self.authority.as_ref()?.certificate().display();
        Some(format!("{}?ssl-mode=VERIFY_IDENTITY&ssl-ca={trusted}", self.client().url(database)))
    }

    /// An authority that did not sign the server's certificate.
    ///
    /// # Errors
    /// When `openssl` fails.
    pub fn stranger(&self) -> Result<Authority> {
        Authority::new(&self.ground, "stranger")
    }

    /// The process, to kill, pause and resume.
    pub fn process(&mut self) -> &mut Process {
        &mut self.process
    }
}

/// The server.
pub(super) fn program() -> Result<std::path::PathBuf> {
    installed::find("mariadbd", "mariadb-server")
}

/// The arguments of a server whose data lie in this folder of the ground.
pub(super) fn arguments(ground: &Ground, data: &str, address: SocketAddr) -> Vec<String> {
    let folder = ground.folder().display();
    let mut arguments: Vec<String> = SETTINGS.iter().map(|&setting| setting.into()).collect();
    arguments.push(format!("--datadir={folder}/{data}"));
    arguments.push(format!("--socket={folder}/{data}.sock"));
    arguments.push(format!("--pid-file={folder}/{data}.pid"));
    arguments.push(format!("--tmpdir={folder}"));
    arguments.push(format!("--bind-address={}", address.ip()));
    arguments.push(format!("--port={}", address.port()));
    arguments
}

/// Makes the system tables and the users. Nothing is flushed: there is nothing to lose yet.
pub(super) fn initialise(ground: &Ground, data: &Path) -> Result<()> {
    let users = format!(
        "FLUSH PRIVILEGES;\n\
         CREATE USER {ADMINISTRATOR}@'%' IDENTIFIED BY '{PASSWORD}';\n\
         GRANT ALL ON *.* TO {ADMINISTRATOR}@'%' WITH GRANT OPTION;\n\
         CREATE USER {USER}@'%' IDENTIFIED BY '{PASSWORD}';\n\
         GRANT ALL ON `statehouse\\_%`.* TO {USER}@'%';\n"
    );
    let users = ground.write("users.sql", &users)?;
    let datadir = format!("--datadir={}", data.display());
    let tmpdir = format!("--tmpdir={}", ground.folder().display());
    let extra = format!("--extra-file={}", users.display());
    let arguments = [
        "--no-defaults",
        &datadir,
        &tmpdir,
        &extra,
        "--skip-test-db",
        "--skip-name-resolve",
        "--auth-root-authentication-method=normal",
        "--innodb-log-file-size=32M",
        "--innodb-flush-method=nosync",
        "--debug-no-sync",
    ];
    ground.run(&installed::find("mariadb-install-db", "mariadb-server")?, &arguments).map(drop)
}

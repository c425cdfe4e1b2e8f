//! A PostgreSQL server, and the standby that takes over from it.

use super::certificate::{Authority, Identity, NAMES};
use super::client::{ADMINISTRATOR, Client, PASSWORD, USER};
use super::engine::Engine;
use super::ground::Ground;
use super::process::Process;
use super::{Error, Result, installed, port, wait_until};
use rustix::process::Signal;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(30);
const ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// What every server is told. Writes are as durable as PostgreSQL makes them by default: `fsync`, `full_page_writes`
/// and `synchronous_commit` stay on. The socket lies in the folder, so that two servers never meet in /tmp.
const SETTINGS: &str = "\
listen_addresses = '127.0.0.1'
unix_socket_directories = '.'
max_connections = 300
shared_buffers = '64MB'
dynamic_shared_memory_type = mmap
max_wal_senders = 5
wal_keep_size = '256MB'
log_line_prefix = '%m [%p] %d '
";

/// How a server is made.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    tls: bool,
    settings: String,
}

impl Plan {
    /// With a certificate for localhost; connections without TLS are refused.
    #[must_use]
    pub fn tls(mut self) -> Self {
        self.tls = true;
        self
    }

    /// A line of postgresql.conf.
    #[must_use]
    pub fn setting(mut self, line: &str) -> Self {
        self.settings.push_str(line);
        self.settings.push('\n');
        self
    }

    /// Starts the server and waits until it answers.
    ///
    /// # Errors
    /// When PostgreSQL is not installed, or does not start.
    pub fn start(self) -> Result<Postgres> {
        let ground = Arc::new(Ground::new(&["postgres"])?);
        let data = ground.folder().join("primary");
        initialise(&ground, &data)?;
        let mut settings = format!("{SETTINGS}{}", self.settings);
        let authority = if self.tls {
            let authority = Authority::new(&ground, "authority")?;
            settings.push_str(&tls_settings(&authority.sign(&ground, "server", NAMES)?));
            Some(authority)
        } else {
            None
        };
        let existing = data.join("postgresql.conf");
        let existing = std::fs::read_to_string(&existing).map_err(Error::machine("postgresql.conf"))?;
        ground.write("primary/postgresql.conf", &format!("{existing}\n{settings}"))?;
        let by_network = if self.tls { "hostssl" } else { "host" };
        ground.write(
            "primary/pg_hba.conf",
            &format!(
                "local all all scram-sha-256\n{by_network} all all all scram-sha-256\nhost replication {ADMINISTRATOR} all scram-sha-256\n"
            ),
        )?;
        let mut server = Postgres::at(ground, &data, authority)?;
        server.start()?;
        server.client().administer(&format!("CREATE ROLE {USER} LOGIN PASSWORD '{PASSWORD}'"))?;
        Ok(server)
    }
}

/// A running server. Dropping it ends it and removes its data.
#[derive(Debug)]
pub struct Postgres {
    // Before the ground: the process goes first.
    process: Process,
    ground: Arc<Ground>,
    address: SocketAddr,
    authority: Option<Authority>,
}

impl Postgres {
    /// A server with nothing special about it.
    ///
    /// # Errors
    /// When PostgreSQL is not installed, or does not start.
    pub fn fresh() -> Result<Self> {
        Plan::default().start()
    }

    fn at(ground: Arc<Ground>, data: &Path, authority: Option<Authority>) -> Result<Self> {
        let address = SocketAddr::new(ADDRESS, port::free(ADDRESS)?);
        let name = data.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let arguments = ["-D".into(), data.display().to_string(), "-p".into(), address.port().to_string()];
        let process = Process::new(&ground, &name, installed::postgres("postgres")?, arguments.into());
        Ok(Self { process, ground, address, authority })
    }

    /// Starts it, after [`Process::kill`] for one, and waits until it answers; on a standby, until it reads.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start(&mut self) -> Result<()> {
        self.process.start(&[])?;
        let client = self.client();
        wait_until("PostgreSQL answers", PATIENCE, || {
            self.process.must_run().map_err(|error| error.to_string())?;
            let answer = client.administer("SELECT 1").map(drop);
            answer.map_err(|error| format!("{error}\n{}", self.process.last_words()))
        })
    }

    /// Ends it in order, without waiting for its clients.
    ///
    /// # Errors
    /// When it is not running.
    pub fn stop(&mut self) -> Result<()> {
        self.process.end(Signal::INT)
    }

    /// SQL on this server.
    pub fn client(&self) -> Client {
        Client::new(Engine::Postgres, self.address)
    }

    /// The folder of its data, certificates and log.
    pub fn folder(&self) -> &Path {
        self.ground.folder()
    }

    /// The process, to kill, pause and resume.
    pub fn process(&mut self) -> &mut Process {
        &mut self.process
    }

    /// The URL of a database by way of the Unix socket.
    pub fn socket_url(&self, database: &str) -> String {
        let folder = self.folder().join("primary");
        let port = self.address.port();
        format!("postgres://{USER}:{PASSWORD}@/{database}?host={}&port={port}", folder.display())
    }

    /// The URL of a database that is only good over TLS with the right certificate.
    pub fn verified_url(&self, database: &str) -> Option<String> {
        let trusted = self.authority.as_ref()?.certificate().display();
        let url = self.client().url(database);
        Some(format!("{url}?sslmode=verify-full&sslrootcert={trusted}"))
    }

    /// An authority that did not sign the server's certificate.
    ///
    /// # Errors
    /// When `openssl` fails.
    pub fn stranger(&self) -> Result<Authority> {
        Authority::new(&self.ground, "stranger")
    }

    /// Adds a standby, which from then on has every commit on its disk before it is acknowledged.
    ///
    /// # Errors
    /// When the standby does not start or does not catch up.
    pub fn standby(&self) -> Result<Self> {
        let data = self.ground.folder().join("standby");
        let from = format!(
            "host={} port={} user={ADMINISTRATOR} password={PASSWORD} application_name=standby",
            self.address.ip(),
            self.address.port()
        );
        let copy = installed::postgres("pg_basebackup")?;
        let target = data.display().to_string();
        let arguments = [
            "--write-recovery-conf",
            "--checkpoint=fast",
            "--no-sync",
            "--pgdata",
            &target,
            "--dbname",
            &from,
        ];
        self.ground.run(&copy, &arguments)?;
        let mut standby = Self::at(Arc::clone(&self.ground), &data, self.authority.clone())?;
        standby.start()?;
        let primary = self.client();
        primary.administer("ALTER SYSTEM SET synchronous_standby_names = 'standby'")?;
        primary.administer("SELECT pg_reload_conf()")?;
        let state = "SELECT coalesce(max(sync_state), 'none') FROM pg_stat_replication";
        wait_until("the standby is synchronous", PATIENCE, || match primary.administer(state) {
            Ok(state) if state == "sync" => Ok(()),
            Ok(state) => Err(state),
            Err(error) => Err(error.to_string()),
        })?;
        Ok(standby)
    }

    /// Makes a standby the primary, and waits until it takes writes.
    ///
    /// # Errors
    /// When it is none, or does not answer.
    pub fn promote(&self) -> Result<()> {
        let promoted = self.client().administer("SELECT pg_promote(true, 30)")?;
        if promoted != "t" {
            let said = format!("not promoted within 30 s\n{}", self.process.last_words());
            return Err(Error::Failed { program: "pg_promote".into(), said });
        }
        Ok(())
    }
}

fn initialise(ground: &Ground, data: &Path) -> Result<()> {
    let password = ground.write("password", PASSWORD)?;
    let (data, password) = (data.display().to_string(), password.display().to_string());
    // A collation of a natural language: who relies on the order of bytes is found out.
    let collation = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-US"];
    let mut arguments = vec!["--no-sync", "--auth=scram-sha-256", "--username", ADMINISTRATOR];
    arguments.extend(["--pwfile", &password, "--pgdata", &data]);
    arguments.extend(collation);
    ground.run(&installed::postgres("initdb")?, &arguments).map(drop)
}

fn tls_settings(identity: &Identity) -> String {
    format!(
        "ssl = on\nssl_cert_file = '{}'\nssl_key_file = '{}'\n",
        identity.certificate.display(),
        identity.key.display()
    )
}

//! Database servers to throw away, made from the programs that are installed: PostgreSQL, MariaDB, a Galera cluster.
//!
//! | module | what it gives |
//! |---|---|
//! | [`postgres`] | [`Postgres`]: one server, with TLS on request, and its synchronous standby |
//! | [`pgbouncer`] | [`Pgbouncer`]: a pooler in front of it that gives each transaction another session |
//! | [`mariadb`] | [`Mariadb`]: one server, with TLS on request |
//! | [`galera`] | [`Galera`]: three nodes that all take writes |
//! | [`engine`] | [`Engine`]: which database tests run on |
//! | [`haproxy`] | [`Haproxy`]: a load balancer in front of two servers |
//! | [`client`] | [`Client`]: SQL through `psql` and `mariadb`, databases made and dropped |
//! | [`proxy`] | [`Proxy`]: a connection that can be slow, silent or cut |
//! | [`run`] | [`Run`]: the server that all tests of a run share, each with a database of its own |
//! | [`several`] | [`Site`]: every database that a run was asked for, at once |
//! | [`process`] | [`Process`]: a server killed, paused, started again |
//! | [`ground`] | the folder of a server, and the guard that clears it however its owner ends |
//! | [`installed`] | where the programs are, and which Debian package has them |
//! | [`account`] | who runs the servers: never root |
//! | [`certificate`] | a certificate authority and what it signed |
//! | [`port`] | ports that nobody listens on |
//!
//! Every server keeps the durability of a real one: what it acknowledged has been flushed to the disk. Only what is
//! there before the first start is written without flushing, for speed.

pub mod account;
pub mod certificate;
pub mod client;
pub mod engine;
pub mod galera;
pub mod ground;
pub mod haproxy;
pub mod installed;
pub mod mariadb;
pub mod pgbouncer;
pub mod port;
pub mod postgres;
pub mod process;
pub mod proxy;
pub mod run;
pub mod several;

pub use client::Client;
pub use engine::Engine;
pub use galera::Galera;
pub use haproxy::Haproxy;
pub use mariadb::Mariadb;
pub use pgbouncer::Pgbouncer;
pub use postgres::Postgres;
pub use process::Process;
pub use proxy::Proxy;
pub use run::Run;
pub use several::Site;

use std::fmt;
use std::io;
use std::time::{Duration, Instant};

/// Why there is no such server, or why it does not do what it was asked.
#[derive(thiserror::Error)]
pub enum Error {
    /// A program is not on this machine.
    #[error("{program} is not installed: on Debian, `apt-get install {package}`")]
    Missing {
        /// The program or library that was looked for.
        program: String,
        /// The Debian package that holds it.
        package: &'static str,
    },
    /// A program failed.
    #[error("{program} failed: {said}")]
    Failed {
        /// What was run.
        program: String,
        /// What it wrote to its standard error, or the end of its log.
        said: String,
    },
    /// Something did not come to pass in time.
    #[error("{what}: not within {limit:?}; last: {last}")]
    Late {
        /// What was waited for.
        what: String,
        /// How long.
        limit: Duration,
        /// What there was instead, with the end of the log.
        last: String,
    },
    /// The machine does not give what a server needs.
    #[error("{what}: {source}")]
    Machine {
        /// What was tried.
        what: String,
        /// What the system answered.
        source: io::Error,
    },
}

/// What comes of something that a server was asked.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// In words: this is what a test that returns it shows.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error {
    fn machine(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let what = what.into();
        move |source| Self::Machine { what, source }
    }
}

/// Asks again and again, every 50 ms, until the answer is good; a bad answer says what there is instead.
///
/// # Errors
/// When no good answer came within `limit`.
pub fn wait_until<T>(what: &str, limit: Duration, mut ask: impl FnMut() -> Result<T, String>) -> Result<T> {
    let started = Instant::now();
    loop {
        match ask() {
            Ok(answer) => return Ok(answer),
            Err(last) if started.elapsed() > limit => {
                return Err(Error::Late { what: what.into(), limit, last });
            }
            Err(_) => std::thread::sleep(Duration::from_millis(50)),
        }
    }
}

//! HAProxy in front of two servers, with the configuration that operators are given.

use super::ground::Ground;
use super::process::Process;
use super::{Error, Result, installed, port, wait_until};
use crate::http::Request;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(30);
const ADDRESS: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// A running HAProxy. Dropping it ends it.
#[derive(Debug)]
pub struct Haproxy {
    // Before the ground: the process goes first.
    process: Process,
    _ground: Arc<Ground>,
    address: SocketAddr,
    figures: SocketAddr,
}

impl Haproxy {
    /// Starts it with the configuration in this file, which takes its addresses from the environment, and waits until it
    /// knows both servers to be ready.
    ///
    /// # Errors
    /// When it is not installed, does not start, or does not find both servers ready.
    pub fn start(configuration: &Path, servers: [SocketAddr; 2]) -> Result<Self> {
        let ground = Arc::new(Ground::new(&["haproxy", "nobody"])?);
        let text = std::fs::read_to_string(configuration);
        let text = text.map_err(Error::machine(configuration.display().to_string()))?;
        let configuration = ground.write("haproxy.cfg", &text)?;
        let [address, figures] = [port::free(ADDRESS)?, port::free(ADDRESS)?];
        let [address, figures] = [address, figures].map(|port| SocketAddr::new(ADDRESS, port));
        let [first, second] = servers;
        let arguments = vec![
            format!("BIND={address}"),
            format!("FIGURES={figures}"),
            format!("SERVER_1={first}"),
            format!("SERVER_2={second}"),
            installed::find("haproxy", "haproxy")?.display().to_string(),
            "-db".into(),
            "-f".into(),
            configuration.display().to_string(),
        ];
        // `env` sets the variables and becomes HAProxy.
        let process = Process::new(&ground, "haproxy", installed::find("env", "coreutils")?, arguments);
        let mut haproxy = Self { process, _ground: ground, address, figures };
        haproxy.process.start(&[])?;
        haproxy.wait_until_ready()?;
        Ok(haproxy)
    }

    /// Where it listens for clients.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Waits until it knows both servers to be ready.
    ///
    /// # Errors
    /// When it does not, with its log.
    pub fn wait_until_ready(&mut self) -> Result<()> {
        wait_until("HAProxy knows both servers to be ready", PATIENCE, || {
            self.process.must_run().map_err(|error| error.to_string())?;
            match self.active_servers() {
                Ok(2) => Ok(()),
                other => Err(format!("active servers: {other:?}\n{}", self.process.last_words())),
            }
        })
    }

    /// How many servers it sends requests to.
    ///
    /// # Errors
    /// When it does not say so.
    pub fn active_servers(&self) -> std::result::Result<usize, String> {
        let figures = self.figures()?;
        let line = figures
            .lines()
            .find_map(|line| line.strip_prefix(r#"haproxy_backend_active_servers{proxy="statehouse"} "#));
        line.and_then(|number| number.parse().ok()).ok_or(figures)
    }

    /// Its own figures, as Prometheus gets them.
    ///
    /// # Errors
    /// When it does not answer.
    pub fn figures(&self) -> std::result::Result<String, String> {
        let answer = Request::new("GET", "/metrics").send(self.figures).map_err(|error| error.to_string())?;
        if answer.status == 200 { Ok(answer.text()) } else { Err(answer.to_string()) }
    }
}

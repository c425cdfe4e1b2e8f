//! A server under measurement.

use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

/// How long a server may take to become ready.
const PATIENCE: Duration = Duration::from_mins(5);

/// A running server; dropping it kills it.
#[derive(Debug)]
pub(super) struct Process {
    child: Child,
    pub address: SocketAddr,
    /// From the start of the process until it answered requests.
    pub ready_after: Duration,
}

impl Process {
    /// Starts a program that takes `--port-file`, and waits until it has written the file.
    pub fn start(program: &Path, folder: &Path, arguments: &[&str]) -> Result<Self> {
        Self::start_with(program, folder, arguments, &[])
    }

    /// The same, with these variables in its environment.
    pub fn start_with(
        program: &Path,
        folder: &Path,
        arguments: &[&str],
        settings: &[(&str, &str)],
    ) -> Result<Self> {
        let port_file = folder.join("port");
        if port_file.exists() {
            fs::remove_file(&port_file)?;
        }
        let started = Instant::now();
        let mut child = Command::new(program)
            .args(arguments)
            .arg("--port-file")
            .arg(&port_file)
            .args(["--listen", "127.0.0.1:0", "--log", "error"])
            .current_dir(folder)
            .envs(settings.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        loop {
            if let Ok(text) = fs::read_to_string(&port_file)
                && let Some(line) = text.strip_suffix('\n')
            {
                let address = line.parse().context("the port file")?;
                return Ok(Self { child, address, ready_after: started.elapsed() });
            }
            if let Some(status) = child.try_wait()? {
                bail!("{} ended: {status}", program.display());
            }
            if started.elapsed() > PATIENCE {
                child.kill()?;
                bail!("{} was not ready after {PATIENCE:?}", program.display());
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// Asks it to end, and waits until it has.
    pub fn stop(mut self) -> Result<()> {
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status()?;
        ensure!(told.success(), "kill -TERM: {told}");
        let ended = self.child.wait()?;
        ensure!(ended.success(), "a server that was asked to end: {ended}");
        Ok(())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself, and then there is nothing to kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

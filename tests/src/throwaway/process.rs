//! One process of a server: killed, paused, started again.

use super::ground::Ground;
use super::{Error, Result, wait_until};
use rustix::io::Errno;
use rustix::process::{Pid, Signal, kill_process};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::Arc;
use std::time::Duration;

/// A process that can be started again with the same arguments. Dropping it kills it.
#[derive(Debug)]
pub struct Process {
    ground: Arc<Ground>,
    program: PathBuf,
    arguments: Vec<String>,
    log: PathBuf,
    child: Option<Child>,
}

impl Process {
    /// A process that is not yet started; its log is a file called `name` on the ground.
    pub fn new(ground: &Arc<Ground>, name: &str, program: PathBuf, arguments: Vec<String>) -> Self {
        let log = ground.folder().join(format!("{name}.log"));
        Self { ground: Arc::clone(ground), program, arguments, log, child: None }
    }

    /// Starts it; `once` are arguments for this time only.
    ///
    /// # Errors
    /// When the system refuses. Whether the server becomes ready is for the caller to find out.
    pub fn start(&mut self, once: &[&str]) -> Result<()> {
        let log = File::options().create(true).append(true).open(&self.log);
        let log =
            log.and_then(|log| Ok((log.try_clone()?, log))).map_err(Error::machine("the log of a server"))?;
        let mut command = self.ground.command(&self.program);
        command.args(&self.arguments).args(once).stdin(Stdio::null()).stdout(log.0).stderr(log.1);
        let child = command.spawn().map_err(Error::machine(self.program.display().to_string()))?;
        self.child = Some(child);
        Ok(())
    }

    /// The process number.
    ///
    /// # Errors
    /// When it is not running.
    pub fn pid(&self) -> Result<u32> {
        self.child.as_ref().map(Child::id).ok_or_else(|| self.not_running())
    }

    /// Ends it and its children at once, as a power cut would (SIGKILL), and waits until they are gone.
    ///
    /// # Errors
    /// When it is not running.
    pub fn kill(&mut self) -> Result<()> {
        // Paused first: what is paused makes no more children.
        self.pause()?;
        let children = self.children()?;
        for child in &children {
            signal(*child, Signal::KILL)?;
        }
        self.end(Signal::KILL)?;
        // A new server refuses to start while children of the old one are still using its memory.
        wait_until("the children of a killed server are gone", Duration::from_secs(10), || {
            let left: Vec<_> = children.iter().filter(|child| Stat::of(**child).is_some()).collect();
            if left.is_empty() { Ok(()) } else { Err(format!("still there: {left:?}")) }
        })
    }

    /// Sends a signal that ends it, and waits until it has ended.
    ///
    /// # Errors
    /// When it is not running.
    pub fn end(&mut self, last: Signal) -> Result<()> {
        signal(self.pid()?, last)?;
        if let Some(mut child) = self.child.take() {
            child.wait().map_err(Error::machine("waiting for a server"))?;
        }
        Ok(())
    }

    /// Stops it and its children from running on (SIGSTOP): connections stay open and say nothing.
    ///
    /// # Errors
    /// When it is not running.
    pub fn pause(&self) -> Result<()> {
        signal(self.pid()?, Signal::STOP)?;
        self.children()?.into_iter().try_for_each(|child| signal(child, Signal::STOP))
    }

    /// Lets it and its children run on (SIGCONT).
    ///
    /// # Errors
    /// When it is not running.
    pub fn resume(&self) -> Result<()> {
        self.children()?.into_iter().try_for_each(|child| signal(child, Signal::CONT))?;
        signal(self.pid()?, Signal::CONT)
    }

    /// The processes it started. A group would not name them: PostgreSQL gives each a session of its own.
    fn children(&self) -> Result<Vec<u32>> {
        let parent = self.pid()?;
        let processes = fs::read_dir("/proc").map_err(Error::machine("/proc"))?;
        let numbers = processes.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
        Ok(numbers.filter(|pid| Stat::of(*pid).is_some_and(|stat| stat.parent == parent)).collect())
    }

    /// Fails, with the end of the log, when the process has ended by itself.
    ///
    /// # Errors
    /// When it is not running.
    pub fn must_run(&mut self) -> Result<()> {
        let ended = match &mut self.child {
            None => return Err(self.not_running()),
            Some(child) => child.try_wait().map_err(Error::machine("the state of a server"))?,
        };
        let Some(status) = ended else { return Ok(()) };
        self.child = None;
        Err(Error::Failed {
            program: self.program.display().to_string(),
            said: format!("{status}\n{}", self.last_words()),
        })
    }

    /// The last lines of its log.
    pub fn last_words(&self) -> String {
        let log = fs::read(&self.log).unwrap_or_default();
        let log = String::from_utf8_lossy(&log);
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }

    /// The log file.
    pub fn log(&self) -> &Path {
        &self.log
    }

    fn not_running(&self) -> Error {
        Error::Failed { program: self.program.display().to_string(), said: "it is not running".into() }
    }
}

/// What the system says of a process that has not ended.
struct Stat {
    parent: u32,
}

impl Stat {
    fn of(pid: u32) -> Option<Self> {
        let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        // The name, in parentheses, may hold anything; the state and the parent follow it.
        let (_, after) = text.rsplit_once(')')?;
        let mut fields = after.split_whitespace();
        let state = fields.next()?;
        let parent = fields.next()?.parse().ok()?;
        (!matches!(state, "Z" | "X")).then_some(Self { parent })
    }
}

/// Sends a signal to a process, which may have ended meanwhile.
fn signal(pid: u32, signal: Signal) -> Result<()> {
    let Some(pid) = i32::try_from(pid).ok().and_then(Pid::from_raw) else { return Ok(()) };
    match kill_process(pid, signal) {
        Ok(()) | Err(Errno::SRCH) => Ok(()),
        Err(error) => Err(Error::machine("a signal to a server")(error.into())),
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if self.child.is_some() {
            // What cannot be ended here is left to the guard of the ground.
            let _ = self.kill();
        }
    }
}

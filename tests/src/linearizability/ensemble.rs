//! The servers of a trial: real processes on one database, each with its own line to it.

use crate::command;
use crate::throwaway::Proxy;
use rustix::process::{Pid, Signal, kill_process};
use std::fs::{self, File};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// What the servers seal secrets with.
const SECRET_KEY: &str = "4c696e656172697a6162696c69747920697320612073747269637420776f7264";

/// How long a server may take to come up while its database is there.
const PATIENCE: Duration = Duration::from_mins(1);

/// One server, which may be running or not.
#[derive(Debug)]
pub struct Member {
    number: usize,
    url: String,
    folder: PathBuf,
    child: Option<Child>,
    /// Its way to the database, where that can be cut.
    line: Option<Proxy>,
    board: Board,
}

/// Where the servers listen: every start is at another port.
#[derive(Debug, Clone, Default)]
pub struct Board(Arc<Mutex<Vec<Option<SocketAddr>>>>);

impl Board {
    /// A board for that many servers.
    pub fn new(servers: usize) -> Self {
        Self(Arc::new(Mutex::new(vec![None; servers])))
    }

    /// Where a server listens, or listened last.
    pub fn address(&self, server: usize) -> Option<SocketAddr> {
        self.entries()[server]
    }

    fn note(&self, server: usize, address: SocketAddr) {
        self.entries()[server] = Some(address);
    }

    fn entries(&self) -> MutexGuard<'_, Vec<Option<SocketAddr>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Member {
    /// A server that is not yet started. Its files are in `folder`.
    pub fn new(number: usize, (url, line): (String, Option<Proxy>), folder: &Path, board: &Board) -> Self {
        Self { number, url, folder: folder.into(), child: None, line, board: board.clone() }
    }

    /// Its way to the database, where that can be cut.
    pub fn line(&self) -> Option<&Proxy> {
        self.line.as_ref()
    }

    /// Starts it if it is not running, again and again until it listens: while the database is away, no server starts.
    ///
    /// # Panics
    /// When it does not come up within a minute.
    pub fn start(&mut self) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if self.runs() || self.try_start(deadline) {
                return;
            }
            let (number, log) = (self.number, self.last_words());
            assert!(Instant::now() < deadline, "server {number} does not start in {PATIENCE:?}:\n{log}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Ends it at once (SIGKILL).
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().expect("a process that runs can be killed");
            child.wait().expect("a killed process ends");
        }
    }

    /// Stops it from running on for a while (SIGSTOP, SIGCONT).
    pub fn pause_for(&self, time: Duration) {
        self.signal(Signal::STOP);
        std::thread::sleep(time);
        self.signal(Signal::CONT);
    }

    /// The file of everything it wrote to its standard output and error.
    pub fn log(&self) -> PathBuf {
        self.file("log")
    }

    fn signal(&self, signal: Signal) {
        let pid = self.child.as_ref().and_then(|child| Pid::from_raw(i32::try_from(child.id()).ok()?));
        if let Some(pid) = pid {
            kill_process(pid, signal).expect("a child takes signals");
        }
    }

    /// Whether it was started and not killed since.
    ///
    /// # Panics
    /// When it ended by itself, which no server may, whatever its database does.
    pub fn runs(&mut self) -> bool {
        let Some(child) = &mut self.child else { return false };
        let ended = child.try_wait().expect("the state of a child process is known");
        assert!(ended.is_none(), "server {} ended by itself: {ended:?}\n{}", self.number, self.last_words());
        true
    }

    fn try_start(&mut self, deadline: Instant) -> bool {
        let port_file = self.file("port");
        let _ = fs::remove_file(&port_file);
        let log = File::options().create(true).append(true).open(self.log()).expect("a log file");
        let mut call = command::isolated(&self.folder);
        call.args(["serve", "--listen", "127.0.0.1:0", "--auth", "none", "--database", &self.url]);
        call.args(["--workers", "2", "--log", "warn"]).arg("--port-file").arg(&port_file);
        call.env("STATEHOUSE_SECRET_KEY", SECRET_KEY).stdin(Stdio::null());
        call.stdout(log.try_clone().expect("a second handle")).stderr(log);
        let mut child = call.spawn().unwrap_or_else(|error| panic!("{call:?}: {error}"));
        while Instant::now() < deadline {
            if let Some(address) =
                fs::read_to_string(&port_file).ok().and_then(|text| text.trim().parse().ok())
            {
                self.board.note(self.number, address);
                self.child = Some(child);
                return true;
            }
            if child.try_wait().expect("the state of a child process is known").is_some() {
                return false;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        self.child = Some(child);
        self.kill();
        false
    }

    fn file(&self, extension: &str) -> PathBuf {
        self.folder.join(format!("server-{}.{extension}", self.number))
    }

    fn last_words(&self) -> String {
        let log = fs::read(self.log()).unwrap_or_default();
        let log = String::from_utf8_lossy(&log);
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(20)..].join("\n")
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            // Already ended: then both do nothing.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

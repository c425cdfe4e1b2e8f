//! The real server on a free port: started, killed, stopped, started again.

use crate::command;
use crate::database::Database;
use crate::http::{Answer, Request};
use serde_json::Value;
use std::fs::{self, File};
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How long a server may take to start or to stop.
const PATIENCE: Duration = Duration::from_secs(30);

/// The secret key of servers on databases that a test has made itself.
pub const KEY: &str = "7374617465686f757365207465737473207365616c2077697468207468697321";

/// How a server is started, so that it can be started the same way again.
#[derive(Debug, Clone)]
pub struct Launch {
    database: Database,
    /// Which node of the database server it is told about, counted round and round.
    node: usize,
    /// The URL it is told in the place of the database's own.
    url: Option<String>,
    arguments: Vec<String>,
    settings: Vec<(String, String)>,
    /// What the files of this server, its log for one, are called.
    name: String,
}

impl Launch {
    /// A server on `database` with all recorded drivers, without authentication, on any free port.
    pub fn on(database: &Database) -> Self {
        static STARTED: AtomicUsize = AtomicUsize::new(0);
        let name = format!("server-{}", STARTED.fetch_add(1, Ordering::Relaxed));
        Self {
            database: database.clone(),
            node: 0,
            url: None,
            arguments: Vec::new(),
            settings: Vec::new(),
            name,
        }
    }

    /// Tells it about another node of the database server, the `node`th after the first, where there are several.
    #[must_use]
    pub fn by_node(mut self, node: usize) -> Self {
        self.node = node;
        self
    }

    /// Reaches the database at this URL, through a proxy for one.
    #[must_use]
    pub fn through(mut self, url: &str) -> Self {
        self.url = Some(url.to_owned());
        self
    }

    /// A server on the database of this address, which the test has made itself. It has the key of [`KEY`].
    pub fn at(url: &str) -> Self {
        let launch = Self::on(&Database::fresh_file()).argument("--database").argument(url);
        launch.setting("STATEHOUSE_SECRET_KEY", KEY)
    }

    /// Adds an argument after `serve …`.
    #[must_use]
    pub fn argument(mut self, argument: &str) -> Self {
        self.arguments.push(argument.into());
        self
    }

    /// Sets a variable of the environment.
    #[must_use]
    pub fn setting(mut self, name: &str, value: &str) -> Self {
        self.settings.push((name.into(), value.into()));
        self
    }

    /// Starts the server and waits until it is ready. What it needs of a database server is there by then.
    pub fn start(self) -> Server {
        self.database.migrate();
        let port_file = self.file("port");
        let _ = fs::remove_file(&port_file);
        let log = File::options().create(true).append(true).open(self.file("log")).expect("a log file");
        let mut command = self.command(&port_file);
        command.stdin(Stdio::null()).stdout(log.try_clone().expect("a second handle")).stderr(log);
        let child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let mut server = Server { child, address: ([127, 0, 0, 1], 0).into(), launch: self };
        server.wait_until_ready(&port_file);
        server
    }

    fn command(&self, port_file: &Path) -> Command {
        let mut call = command::isolated(self.database.folder());
        let urls = self.database.urls();
        let url = self.url.as_ref().unwrap_or(&urls[self.node % urls.len()]);
        call.args(["serve", "--listen", "127.0.0.1:0", "--auth", "none", "--database", url]);
        if !self.settings.iter().any(|(name, _)| name == "STATEHOUSE_SECRET_KEY") {
            call.args(self.database.key_flags());
        }
        call.arg("--port-file").arg(port_file).arg("--drivers").arg(self.database.drivers());
        call.args(&self.arguments);
        call.envs(self.settings.iter().map(|(name, value)| (name, value)));
        call
    }

    fn file(&self, extension: &str) -> PathBuf {
        self.database.folder().join(format!("{}.{extension}", self.name))
    }
}

/// A running server. Dropping it kills it; when a test fails, its log is shown.
#[derive(Debug)]
pub struct Server {
    child: Child,
    address: SocketAddr,
    launch: Launch,
}

impl Server {
    /// A server on a database; see [`Launch::on`] for how.
    pub fn on(database: impl AsRef<Database>) -> Self {
        Launch::on(database.as_ref()).start()
    }

    /// Servers that share a database; each is told about another node of the database server, where there are several.
    pub fn several_on<const N: usize>(database: &Database) -> [Self; N] {
        std::array::from_fn(|number| Launch::on(database).by_node(number).start())
    }

    /// A server on a database of its own.
    pub fn fresh() -> Self {
        Self::on(Database::fresh())
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// `http://127.0.0.1:…`, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The database it runs on.
    pub fn database(&self) -> &Database {
        &self.launch.database
    }

    /// The process number.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Everything it wrote to its standard output and error since the first start.
    pub fn log(&self) -> String {
        let bytes = fs::read(self.launch.file("log")).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Memory that the process holds now, in KiB.
    pub fn resident_kib(&self) -> u64 {
        let status =
            fs::read_to_string(format!("/proc/{}/status", self.pid())).expect("the process is alive");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("VmRSS");
        line.trim().trim_end_matches(" kB").parse().expect("a number of kB")
    }

    /// How many commits of other servers it has read, asked without making it look at the database.
    #[track_caller]
    pub fn caught_up(&self) -> u64 {
        self.metric("statehouse_store_caught_up_commits_total").expect("the metric of commits that were read")
    }

    /// What `/metrics` says of the metric with this name and these labels, if it is there.
    #[track_caller]
    pub fn metric(&self, name: &str) -> Option<u64> {
        let metrics = self.get("/metrics").expect(200).text();
        let value = metrics.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))?;
        Some(value.trim().parse().expect("a whole number"))
    }

    /// Sends a request and returns the answer; panics when there is none.
    #[track_caller]
    pub fn send(&self, request: &Request) -> Answer {
        self.try_send(request).unwrap_or_else(|error| panic!("{}: no answer: {error}", request.line()))
    }

    /// Sends a request to a server that may die meanwhile.
    ///
    /// # Errors
    /// When the answer does not come or is not complete.
    pub fn try_send(&self, request: &Request) -> io::Result<Answer> {
        request.send(self.address)
    }

    /// `GET`.
    #[track_caller]
    pub fn get(&self, target: &str) -> Answer {
        self.send(&Request::new("GET", target))
    }

    /// `POST` of JSON.
    #[track_caller]
    pub fn post(&self, target: &str, body: &Value) -> Answer {
        self.send(&Request::new("POST", target).json(body))
    }

    /// `PUT` of JSON.
    #[track_caller]
    pub fn put(&self, target: &str, body: &Value) -> Answer {
        self.send(&Request::new("PUT", target).json(body))
    }

    /// `DELETE`.
    #[track_caller]
    pub fn delete(&self, target: &str) -> Answer {
        self.send(&Request::new("DELETE", target))
    }

    /// Ends the process at once, as a power cut would (SIGKILL).
    pub fn kill(mut self) -> Stopped {
        self.child.kill().expect("a process that runs can be killed");
        self.child.wait().expect("a killed process ends");
        Stopped { launch: self.launch.clone() }
    }

    /// Asks the process to end (SIGTERM) without waiting for it.
    pub fn ask_to_stop(&self) {
        self.signal("-TERM");
    }

    /// Ends the process at once (SIGKILL), while others still hold this.
    pub fn die(&self) {
        self.signal("-KILL");
    }

    /// Lets the process stand still (SIGSTOP): its connections stay open and say nothing, and it does not know it.
    pub fn pause(&self) {
        self.signal("-STOP");
    }

    /// Lets the process go on (SIGCONT) where it stood still.
    pub fn resume(&self) {
        self.signal("-CONT");
    }

    fn signal(&self, signal: &str) {
        let pid = self.pid().to_string();
        let told = Command::new("kill").args([signal, &pid]).status().expect("`kill` runs");
        assert!(told.success(), "kill {signal} {pid}");
    }

    /// Asks the process to end (SIGTERM), waits until it has, and fails unless it succeeded.
    pub fn stop(self) -> Stopped {
        self.ask_to_stop();
        self.wait()
    }

    /// Waits until the process, asked to end before, has ended, and fails unless it succeeded.
    pub fn wait(mut self) -> Stopped {
        let status = self.ended_within(PATIENCE).expect("the server stops when asked");
        assert!(status.success(), "the server ended with {status}");
        Stopped { launch: self.launch.clone() }
    }

    fn ended_within(&mut self, limit: Duration) -> Option<ExitStatus> {
        let deadline = Instant::now() + limit;
        loop {
            let ended = self.child.try_wait().expect("the state of a child process is known");
            if ended.is_some() || Instant::now() > deadline {
                return ended;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn wait_until_ready(&mut self, port_file: &Path) {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Ok(text) = fs::read_to_string(port_file) {
                self.address = text.trim().parse().expect("the port file holds an address");
                return;
            }
            if let Some(status) = self.child.try_wait().expect("the state of a child process is known") {
                panic!("the server ended with {status} instead of starting");
            }
            assert!(Instant::now() < deadline, "the server is not ready after {PATIENCE:?}");
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

impl Drop for Server {
    #[expect(clippy::print_stderr, reason = "the log of a failing test belongs beside the failure")]
    fn drop(&mut self) {
        let ended = self.child.try_wait().ok().flatten();
        // Already ended after `kill` and `wait`: then both do nothing.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if std::thread::panicking() {
            let log = self.log();
            let tail: Vec<&str> = log.lines().rev().take(20).collect();
            let state =
                ended.map_or_else(|| "which ran".to_owned(), |status| format!("which had ended: {status}"));
            eprintln!("--- log of the server at {}, {state} (last lines)", self.address);
            tail.iter().rev().for_each(|line| eprintln!("{line}"));
        }
    }
}

/// A server that has ended, with all that is needed to start it again.
#[derive(Debug)]
pub struct Stopped {
    launch: Launch,
}

impl Stopped {
    /// Starts it again on the same database, in the same way.
    pub fn restart(self) -> Server {
        self.launch.start()
    }

    /// The database it ran on.
    pub fn database(&self) -> &Database {
        &self.launch.database
    }

    /// Everything it wrote to its standard output and error.
    pub fn log(&self) -> String {
        let bytes = fs::read(self.launch.file("log")).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl AsRef<Self> for Database {
    fn as_ref(&self) -> &Self {
        self
    }
}

//! Starting and stopping the binary: what it leaves behind, and how it ends.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::io::Write;
use std::net::TcpStream;
use std::os::unix::net::UnixDatagram;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How long anything here may take.
const PATIENCE: Duration = Duration::from_secs(20);

fn statehouse(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_statehouse"));
    command.current_dir(folder).env_clear().args(["--listen", "127.0.0.1:0", "--port-file", "port"]);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// A running server; dropping it kills it.
struct Running(Child);

impl Running {
    fn start(folder: &Path) -> Self {
        Self(statehouse(folder).spawn().unwrap())
    }

    /// A server that has said that it is ready, and where it listens.
    fn ready(folder: &Path) -> (Self, String) {
        let running = Self::ready_as(&mut statehouse(folder), folder);
        let address = fs::read_to_string(folder.join("port")).unwrap();
        (running, address.trim_end().to_owned())
    }

    /// A server started by this command, which has said that it is ready.
    fn ready_as(command: &mut Command, folder: &Path) -> Self {
        let running = Self(command.spawn().unwrap());
        let deadline = Instant::now() + PATIENCE;
        while !folder.join("port").exists() {
            assert!(Instant::now() < deadline, "the server is not ready");
            std::thread::sleep(Duration::from_millis(5));
        }
        running
    }

    /// What `statehouse healthcheck` ends with when it is asked about the server of this folder.
    fn health(folder: &Path, arguments: &[&str]) -> Option<i32> {
        statehouse(folder).arg("healthcheck").args(arguments).status().unwrap().code()
    }

    fn signal(&self, name: &str) {
        let status = Command::new("kill").args([format!("-{name}"), self.0.id().to_string()]).status();
        assert!(status.unwrap().success());
    }

    fn end(mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.0.try_wait().unwrap() {
                return status;
            }
            assert!(Instant::now() < deadline, "the server does not end");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_signal_stops_it_in_order() {
    for name in ["TERM", "INT"] {
        let folder = tempfile::tempdir().unwrap();
        let (server, _) = Running::ready(folder.path());
        server.signal(name);
        assert_eq!(server.end().code(), Some(0), "SIG{name}");
        assert!(!folder.path().join("statehouse.db-wal").exists(), "the database is closed");
    }
}

#[test]
fn a_server_that_is_told_to_drain_says_so_and_answers_until_it_stops() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = statehouse(folder.path());
    let server = Running::ready_as(command.args(["--drain", "2s"]), folder.path());
    assert_eq!(Running::health(folder.path(), &[]), Some(0));
    let asked = Instant::now();
    server.signal("TERM");
    let deadline = asked + Duration::from_secs(1);
    while Running::health(folder.path(), &[]) == Some(0) {
        assert!(Instant::now() < deadline, "it still says that it is ready");
    }
    assert_eq!(Running::health(folder.path(), &["--alive"]), Some(0), "what comes is still answered");
    assert_eq!(server.end().code(), Some(0));
    assert!(asked.elapsed() >= Duration::from_secs(2), "{:?}", asked.elapsed());
    assert_eq!(Running::health(folder.path(), &["--alive"]), Some(1), "nobody answers any more");
}

#[test]
fn systemd_is_told_when_it_is_ready_and_when_it_stops() {
    let folder = tempfile::tempdir().unwrap();
    let systemd = UnixDatagram::bind(folder.path().join("notify")).unwrap();
    systemd.set_read_timeout(Some(PATIENCE)).unwrap();
    let told = || {
        let mut state = [0; 100];
        let length = systemd.recv(&mut state).unwrap();
        String::from_utf8_lossy(&state[..length]).trim_end().to_owned()
    };
    let mut command = statehouse(folder.path());
    let server = Running(command.env("NOTIFY_SOCKET", folder.path().join("notify")).spawn().unwrap());
    assert_eq!(told(), "READY=1");
    assert_eq!(Running::health(folder.path(), &[]), Some(0), "it is");
    server.signal("TERM");
    assert_eq!(told(), "STOPPING=1");
    assert_eq!(server.end().code(), Some(0));
}

#[test]
fn a_second_signal_ends_it_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let (server, address) = Running::ready(folder.path());
    // A request that is accepted and never finished keeps the server waiting for it.
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(b"POST /v1/policies HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{").unwrap();
    std::thread::sleep(Duration::from_millis(300));
    server.signal("TERM");
    std::thread::sleep(Duration::from_millis(300));
    let before = Instant::now();
    server.signal("TERM");
    assert_eq!(server.end().signal(), Some(15));
    assert!(before.elapsed() < Duration::from_secs(5), "{:?}", before.elapsed());
}

#[test]
fn a_key_made_for_a_database_that_cannot_be_opened_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("statehouse.db"), "not a database, whatever it is called".repeat(50))
        .unwrap();
    assert_eq!(Running::start(folder.path()).end().code(), Some(3));
    assert!(!folder.path().join("statehouse.db.key").exists());
}

#[test]
fn the_key_file_is_needed_again() {
    let folder = tempfile::tempdir().unwrap();
    let (server, _) = Running::ready(folder.path());
    server.signal("TERM");
    server.end();
    fs::remove_file(folder.path().join("statehouse.db.key")).unwrap();
    assert_eq!(Running::start(folder.path()).end().code(), Some(5));
    assert!(!folder.path().join("statehouse.db.key").exists(), "no other key is left in its place");
}

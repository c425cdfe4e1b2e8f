//! Starting and stopping the binary: what it leaves behind, and how it ends.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::io::Write;
use std::net::TcpStream;
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
        let running = Self::start(folder);
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Ok(address) = fs::read_to_string(folder.join("port")) {
                return (running, address.trim_end().to_owned());
            }
            assert!(Instant::now() < deadline, "the server is not ready");
            std::thread::sleep(Duration::from_millis(5));
        }
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

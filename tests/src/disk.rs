//! A disk that is full at one moment and has room at the next.

use crate::database::Database;
use crate::server::Server;
use std::fs::{self, File};
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;
use tempfile::TempDir;

/// Where a database is kept while the disk under it runs full.
#[derive(Debug)]
pub enum Disk {
    /// A file system of its own in memory, which only root may mount.
    Mounted(TempDir),
    /// The ordinary disk; the server may not make its files longer.
    Limited,
}

impl Disk {
    /// A small disk: mounted where that is allowed, and otherwise a limit that the system sets to the server's files.
    pub fn small() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=8m", "statehouse-test"])
            .arg(folder.path())
            .output()
            .is_ok_and(|output| output.status.success());
        if mounted { Self::Mounted(folder) } else { Self::Limited }
    }

    /// A server with its database on this disk.
    pub fn server(&self) -> Server {
        Server::on(match self {
            Self::Mounted(folder) => Database::fresh_in(folder.path()),
            Self::Limited => Database::fresh(),
        })
    }

    /// Leaves no room.
    pub fn fill(&self, server: &Server) {
        let Some(ballast) = self.ballast() else { return server.limit_files(&longest_file(server)) };
        let mut file = File::create(ballast).expect("a file on the disk");
        // Pages of one KiB, until not one more fits.
        while file.write_all(&[0; 1024]).is_ok() {}
    }

    /// Makes room again.
    pub fn free(&self, server: &Server) {
        match self.ballast() {
            Some(ballast) => fs::remove_file(ballast).expect("the ballast can be thrown off"),
            None => server.limit_files("unlimited"),
        }
    }

    fn ballast(&self) -> Option<PathBuf> {
        match self {
            Self::Mounted(folder) => Some(folder.path().join("ballast")),
            Self::Limited => None,
        }
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if let Self::Mounted(folder) = self {
            // Lazily: a server that a failing test left behind may still hold files.
            let _ = Command::new("umount").arg("--lazy").arg(folder.path()).status();
        }
    }
}

/// The length of the longest file of the database: what is there may be written anew, and nothing added.
fn longest_file(server: &Server) -> String {
    let files = server.database().files();
    files.iter().map(|(_, bytes)| bytes.len()).max().unwrap_or_default().to_string()
}

impl Server {
    /// Limits how long the process may make any file, in bytes or `unlimited`.
    pub fn limit_files(&self, bytes: &str) {
        let (pid, limit) = (self.pid().to_string(), format!("--fsize={bytes}:"));
        let set = Command::new("prlimit").args(["--pid", &pid, &limit]).status().expect("`prlimit` runs");
        assert!(set.success(), "prlimit {limit}");
    }
}

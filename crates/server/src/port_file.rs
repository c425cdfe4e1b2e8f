//! The port file: tells whoever started the server where it listens, once it does.

use std::fs;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// Writes `ADDRESS:PORT` and a newline. Whoever sees the file sees all of it: it is written under another name first.
pub(crate) fn write(path: &Path, address: SocketAddr) -> io::Result<()> {
    let mut unfinished = PathBuf::from(path).into_os_string();
    unfinished.push(format!(".{}", std::process::id()));
    fs::write(&unfinished, format!("{address}\n"))?;
    fs::rename(&unfinished, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_file_holds_the_address_and_nothing_else_is_left() -> io::Result<()> {
        let directory = tempfile::tempdir()?;
        let path = directory.path().join("port");
        write(&path, SocketAddr::from(([127, 0, 0, 1], 4711)))?;
        assert_eq!(fs::read_to_string(&path)?, "127.0.0.1:4711\n");
        assert_eq!(fs::read_dir(directory.path())?.count(), 1);
        Ok(())
    }
}

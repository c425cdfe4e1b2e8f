//! Where programs are installed.

use super::{Error, Result};
use std::path::{Path, PathBuf};

/// Folders that hold servers without being on everybody's PATH.
const BESIDE_THE_PATH: &[&str] = &["/usr/sbin", "/usr/local/sbin", "/sbin"];

/// Where Debian puts each version of PostgreSQL.
const POSTGRES_VERSIONS: &str = "/usr/lib/postgresql";

/// Where distributions put the Galera library.
const GALERA_LIBRARIES: &[&str] = &[
    "/usr/lib/galera/libgalera_smm.so",
    "/usr/lib64/galera-4/libgalera_smm.so",
    "/usr/lib/libgalera_smm.so",
];

/// A program of PostgreSQL: the newest version that Debian's folders hold, else what the PATH has.
///
/// # Errors
/// When it is not installed.
pub fn postgres(program: &str) -> Result<PathBuf> {
    let newest = newest_postgres().map(|folder| folder.join("bin").join(program));
    newest.filter(|path| path.is_file()).map_or_else(|| find(program, "postgresql"), Ok)
}

/// A program that a Debian package puts on the PATH, or in a folder for system programs.
///
/// # Errors
/// When it is not installed.
pub fn find(program: &str, package: &'static str) -> Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(BESIDE_THE_PATH.iter().map(PathBuf::from));
    let found = folders.map(|folder| folder.join(program)).find(|path| path.is_file());
    found.ok_or_else(|| Error::Missing { program: program.into(), package })
}

/// The library that makes a cluster of MariaDB servers.
///
/// # Errors
/// When it is not installed.
pub fn galera() -> Result<PathBuf> {
    let found = GALERA_LIBRARIES.iter().map(PathBuf::from).find(|path| path.is_file());
    found.ok_or_else(|| Error::Missing { program: "libgalera_smm.so".into(), package: "galera-4" })
}

fn newest_postgres() -> Option<PathBuf> {
    let folders = std::fs::read_dir(POSTGRES_VERSIONS).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    folders.filter(|folder| folder.join("bin/postgres").is_file()).max_by_key(|folder| version(folder))
}

fn version(folder: &Path) -> u32 {
    folder.file_name().and_then(|name| name.to_str()?.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_is_not_there_is_named_with_its_package() {
        let error = find("no-such-server", "mariadb-server").unwrap_err().to_string();
        assert_eq!(error, "no-such-server is not installed: on Debian, `apt-get install mariadb-server`");
    }

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(version(Path::new("/usr/lib/postgresql/15")) > version(Path::new("/usr/lib/postgresql/9")));
    }
}

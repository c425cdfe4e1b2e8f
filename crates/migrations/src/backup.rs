//! A copy of an embedded database, before its schema is changed.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use diesel::sql_types::Text;
use diesel::{RunQueryDsl as _, sql_query};
use statehouse_connection::{Connection, DatabaseUrl, Failure, OpenError, SessionOptions};

use crate::Version;

/// How many copies at one version may lie beside a database; whoever has more has forgotten them.
const COPIES: u32 = 1000;

/// Why there is no copy.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackupError {
    /// The file cannot be made, or not be brought to the disk.
    #[error("{}: {source}", path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The name of the database is no text.
    #[error("{}: the name of the file is not UTF-8", .0.display())]
    Name(PathBuf),
    /// The database cannot be read.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The database did not write it.
    #[error("{}", failure.source)]
    Database {
        /// What it said.
        failure: Failure,
    },
}

/// Copies the database as it was last committed to a new file beside it, `FILE.at-NNNN.backup`, and answers its name once
/// it is on the disk. Never writes to a file that is there. Whoever holds the writer's lock knows that nothing is written
/// meanwhile.
pub(crate) fn take(url: &DatabaseUrl, database: &Path, newest: Version) -> Result<PathBuf, BackupError> {
    let path = new_file(database, newest)?;
    let outcome = fill(url, database, &path);
    if outcome.is_err() {
        // It is no copy; why there is none is what counts.
        let _ = fs::remove_file(&path);
    }
    outcome?;
    tracing::info!(copy = %path.display(), "the database was copied before its schema is changed");
    Ok(path)
}

fn new_file(database: &Path, newest: Version) -> Result<PathBuf, BackupError> {
    let mut number = 1;
    loop {
        let mut name = OsString::from(database.as_os_str());
        name.push(match number {
            1 => format!(".at-{newest}.backup"),
            _ => format!(".at-{newest}.{number}.backup"),
        });
        let path = PathBuf::from(name);
        match File::create_new(&path) {
            Ok(_) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < COPIES => number += 1,
            Err(source) => return Err(BackupError::File { path, source }),
        }
    }
}

/// SQLite writes into a file that is empty. Who may read the database may read the copy, and nobody else: it holds the same.
fn fill(url: &DatabaseUrl, database: &Path, path: &Path) -> Result<(), BackupError> {
    let failed = |source| BackupError::File { path: path.to_owned(), source };
    let permissions = fs::metadata(database).map_err(failed)?.permissions();
    fs::set_permissions(path, permissions).map_err(failed)?;
    let name = path.to_str().ok_or_else(|| BackupError::Name(path.to_owned()))?;
    let mut connection = Connection::open(url, &SessionOptions::writer().create_missing(false))?;
    sql_query("VACUUM INTO ?")
        .bind::<Text, _>(name)
        .execute(&mut connection)
        .map_err(|error| BackupError::Database { failure: error.into() })?;
    File::open(path).and_then(|file| file.sync_all()).map_err(failed)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new("."))).and_then(|folder| folder.sync_all()).map_err(failed)
}

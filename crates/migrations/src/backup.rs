//! A copy of an embedded database, before its schema is changed; and how many copies stay.

use std::cmp::Reverse;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::num::NonZeroU32;
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

/// A copy that was taken.
pub(crate) struct Copy {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Older ones that were removed, because so many need not be kept.
    pub(crate) removed: Vec<PathBuf>,
}

/// Copies the database as it was last committed to a new file beside it, `FILE.at-NNNN.backup`, and answers its name once
/// it is on the disk. Never writes to a file that is there. Where the newest copy is the same to the last byte, that one is
/// answered, and there is no other. Of the copies beside the database the newest `keep` stay.
///
/// Nobody is locked out meanwhile: SQLite copies one snapshot, and those who write go on. Whoever has the turn among migrators
/// knows that the schema stays as it is.
pub(crate) fn take(
    url: &DatabaseUrl,
    database: &Path,
    newest: Version,
    keep: NonZeroU32,
) -> Result<Copy, BackupError> {
    let before = copies(database);
    let path = new_file(database, newest)?;
    let outcome = fill(url, database, &path);
    let twin = before.first().filter(|last| outcome.is_ok() && is_same(last, &path).unwrap_or(false));
    if outcome.is_err() || twin.is_some() {
        // It is no copy, or not needed; why there is none is what counts.
        let _ = fs::remove_file(&path);
    }
    outcome?;
    if let Some(twin) = twin {
        tracing::info!(copy = %twin.display(), "the database is as it was when it was last copied");
        return Ok(Copy { path: twin.clone(), removed: Vec::new() });
    }
    tracing::info!(copy = %path.display(), "the database was copied before its schema is changed");
    Ok(Copy { path, removed: remove(before, keep) })
}

/// Removes all but the newest of these, of which there will be so many together with one more.
fn remove(before: Vec<PathBuf>, keep: NonZeroU32) -> Vec<PathBuf> {
    let stay = usize::try_from(keep.get() - 1).unwrap_or(usize::MAX);
    let surplus = before.into_iter().skip(stay);
    let removed = surplus.filter(|path| match fs::remove_file(path) {
        Ok(()) => {
            tracing::info!(copy = %path.display(), "a copy of the database was removed: newer ones are kept");
            true
        }
        Err(error) => {
            tracing::warn!(copy = %path.display(), %error, "a copy of the database could not be removed");
            false
        }
    });
    removed.collect()
}

/// The copies beside the database, the newest first: what has such a name and is a database.
fn copies(database: &Path) -> Vec<PathBuf> {
    let (Some(folder), Some(name)) = (database.parent(), database.file_name().and_then(|name| name.to_str()))
    else {
        return Vec::new();
    };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let is_copy = |file: &str| {
        let middle = file.strip_prefix(name).and_then(|rest| rest.strip_prefix(".at-"));
        let middle = middle.and_then(|rest| rest.strip_suffix(".backup"));
        middle.is_some_and(|it| !it.is_empty() && it.chars().all(|c| c.is_ascii_digit() || c == '.'))
    };
    let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let paths = names.filter(|file| is_copy(file)).map(|file| database.with_file_name(file));
    let mut copies: Vec<_> = paths
        .filter(|path| is_database(path))
        .filter_map(|path| Some((fs::metadata(&path).and_then(|it| it.modified()).ok()?, path)))
        .collect();
    copies.sort_by_key(|(modified, path)| Reverse((*modified, path.clone())));
    copies.into_iter().map(|(_, path)| path).collect()
}

/// Whether the file begins as those of SQLite do. What somebody put there under such a name stays.
fn is_database(path: &Path) -> bool {
    let mut begins = [0; 16];
    File::open(path).and_then(|mut file| file.read_exact(&mut begins)).is_ok()
        && &begins == b"SQLite format 3\0"
}

/// Whether two files hold the same bytes.
fn is_same(one: &Path, other: &Path) -> io::Result<bool> {
    const PIECE: usize = 64 << 10;
    let (mut one, mut other) = (File::open(one)?, File::open(other)?);
    let mut left = one.metadata()?.len();
    let mut is_same = other.metadata()?.len() == left;
    let (mut ours, mut theirs) = (vec![0; PIECE], vec![0; PIECE]);
    while is_same && left > 0 {
        let length = usize::try_from(left).unwrap_or(PIECE).min(PIECE);
        one.read_exact(&mut ours[..length])?;
        other.read_exact(&mut theirs[..length])?;
        is_same = ours[..length] == theirs[..length];
        left -= length as u64;
    }
    Ok(is_same)
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

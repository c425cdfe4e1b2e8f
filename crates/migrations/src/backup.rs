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
use tempfile::TempPath;

use crate::{Faults, Version};

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
    /// So many lie beside the database already, made at the same version.
    #[error("there are {copies} copies beside the database; remove those that nobody needs")]
    Full {
        /// How many.
        copies: u32,
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
/// it is on the disk. It has another name, `FILE.backup.part`, until it is whole. Never takes the place of a file that is there.
/// Where the newest copy is the same to the last byte, that one is answered, and there is no other. Of the copies beside the
/// database the newest `keep` stay.
///
/// Nobody is locked out meanwhile: SQLite copies one snapshot, and those who write go on. Whoever has the turn among migrators
/// knows that the schema stays as it is, and that a part which is there was left by one that was killed.
pub(crate) fn take(
    url: &DatabaseUrl,
    database: &Path,
    newest: Version,
    keep: NonZeroU32,
    faults: &dyn Faults,
) -> Result<Copy, BackupError> {
    let before = copies(database);
    let part = begin(database)?;
    fill(url, database, &part)?;
    if let Err(source) = faults.copied(&part) {
        let path = part.to_owned();
        // As if it had been killed: it stays.
        let _ = part.keep();
        return Err(BackupError::File { path, source });
    }
    if let Some(twin) = before.first().filter(|last| is_same(last, &part).unwrap_or(false)) {
        tracing::info!(copy = %twin.display(), "the database is as it was when it was last copied");
        return Ok(Copy { path: twin.clone(), removed: Vec::new() });
    }
    let path = name(part, database, newest)?;
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

/// An empty file for a copy that is not whole yet. It goes with what is answered, and so does what one that was killed left.
fn begin(database: &Path) -> Result<TempPath, BackupError> {
    let path = with_suffix(database, ".backup.part");
    let failed = |source| BackupError::File { path: path.clone(), source };
    for left in [path.clone(), with_suffix(&path, "-journal")] {
        match fs::remove_file(&left) {
            Ok(()) => {
                tracing::info!(part = %left.display(), "a copy of the database that was not finished was removed");
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(source) => return Err(BackupError::File { path: left, source }),
        }
    }
    File::create_new(&path).map_err(failed)?;
    TempPath::try_from_path(&path).map_err(failed)
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(suffix);
    name.into()
}

/// Gives a copy that is whole the first name that is free, and brings that to the disk.
fn name(mut part: TempPath, database: &Path, newest: Version) -> Result<PathBuf, BackupError> {
    for number in 1..=COPIES {
        let path = match number {
            1 => with_suffix(database, &format!(".at-{newest}.backup")),
            _ => with_suffix(database, &format!(".at-{newest}.{number}.backup")),
        };
        let failed = |source| BackupError::File { path: path.clone(), source };
        match part.persist_noclobber(&path) {
            Ok(()) => {
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
                let folder = File::open(folder.unwrap_or(Path::new(".")));
                folder.and_then(|folder| folder.sync_all()).map_err(failed)?;
                return Ok(path);
            }
            Err(refusal) if refusal.error.kind() == io::ErrorKind::AlreadyExists => part = refusal.path,
            Err(refusal) => return Err(failed(refusal.error)),
        }
    }
    Err(BackupError::Full { copies: COPIES })
}

/// SQLite writes into a file that is empty. Who may read the database may read the copy, and nobody else: it holds the same.
fn fill(url: &DatabaseUrl, database: &Path, part: &Path) -> Result<(), BackupError> {
    let failed = |source| BackupError::File { path: part.to_owned(), source };
    let permissions = fs::metadata(database).map_err(failed)?.permissions();
    fs::set_permissions(part, permissions).map_err(failed)?;
    let name = part.to_str().ok_or_else(|| BackupError::Name(part.to_owned()))?;
    let mut connection = Connection::open(url, &SessionOptions::writer().create_missing(false))?;
    sql_query("VACUUM INTO ?")
        .bind::<Text, _>(name)
        .execute(&mut connection)
        .map_err(|error| BackupError::Database { failure: error.into() })?;
    File::open(part).and_then(|file| file.sync_all()).map_err(failed)
}

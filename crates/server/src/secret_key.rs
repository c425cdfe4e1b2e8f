//! The key that seals secrets in the database: given as text, in a file, or made beside an embedded database.

use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use statehouse_connection::DatabaseUrl;
use statehouse_db::SealingKey;

use crate::failure::{Exit, Failure};
use crate::settings::Settings;

/// The key, and the file it was read from.
#[derive(Debug)]
pub(crate) struct GivenKey {
    /// The key.
    pub key: SealingKey,
    file: Option<PathBuf>,
    /// Whether the file was made just now.
    made: bool,
}

/// Finds the key: the one that the settings give, or else the one beside an embedded database, which is made when there is
/// none. A database server is shared by machines, so its key is not made by one of them.
pub(crate) fn find(settings: &Settings, database: &DatabaseUrl) -> Result<GivenKey, Failure> {
    match (&settings.secret_key, &settings.secret_key_file, database.file()) {
        (Some(_), Some(_), _) => Err(Failure::settings("a secret key and a secret key file are both given")
            .remedy("unset STATEHOUSE_SECRET_KEY or leave out secret-key-file")),
        (Some(text), None, _) => {
            Ok(GivenKey { key: from_text(text, "STATEHOUSE_SECRET_KEY")?, file: None, made: false })
        }
        (None, Some(path), _) => {
            Ok(GivenKey { key: from_file(path)?, file: Some(path.clone()), made: false })
        }
        (None, None, Some(file)) => {
            refuse_missing_folder(database, folder(file))?;
            let path = file_beside(file);
            let made = make_missing(&path)?;
            Ok(GivenKey { key: from_file(&path)?, file: Some(path), made })
        }
        (None, None, None) => Err(Failure::new(Exit::SecretKey, format!("{database} needs a secret key"))
            .remedy("give it one with --secret-key-file or STATEHOUSE_SECRET_KEY")),
    }
}

/// Finds the key as [`find`] does, and makes none: nothing when a server would make one.
pub(crate) fn look(settings: &Settings, database: &DatabaseUrl) -> Result<Option<GivenKey>, Failure> {
    let would_be_made = settings.secret_key.is_none() && settings.secret_key_file.is_none();
    match database.file().map(file_beside) {
        Some(path) if would_be_made && !path.exists() => Ok(None),
        _ => find(settings, database).map(Some),
    }
}

impl GivenKey {
    /// The file of the key, if everybody on this machine may read it.
    pub fn exposed_file(&self) -> Option<&Path> {
        self.file.as_deref().filter(|file| is_exposed(file))
    }

    /// Says what an operator should know about the key file.
    pub fn tell(&self) {
        let Some(file) = &self.file else { return };
        if self.made {
            tracing::warn!(file = %file.display(), "made a key that seals secrets; keep a copy apart from the database");
        } else if self.exposed_file().is_some() {
            tracing::warn!(file = %file.display(), "everybody on this machine may read the key file; chmod 600 mends it");
        }
    }

    /// Takes a key file back that was made for a database which could not be opened: a key that no secret was sealed with
    /// would only be mistaken for the one that was lost.
    pub fn forget_new_file(&self) {
        if let (true, Some(file)) = (self.made, &self.file)
            && let Err(error) = fs::remove_file(file)
        {
            tracing::warn!(file = %file.display(), %error, "cannot remove the key file that was made in vain");
        }
    }
}

/// Reads a key that was given as text; `origin` says where it came from.
fn from_text(text: &str, origin: &str) -> Result<SealingKey, Failure> {
    SealingKey::parse(text).map_err(|error| {
        Failure::new(Exit::SecretKey, format!("{origin} does not hold a key: {error}"))
            .remedy("`openssl rand -hex 32` makes one")
    })
}

/// Reads the key in a file.
fn from_file(path: &Path) -> Result<SealingKey, Failure> {
    let text = fs::read_to_string(path).map_err(|error| {
        Failure::new(Exit::SecretKey, format!("cannot read the key file {}: {error}", path.display()))
    })?;
    from_text(&text, &path.display().to_string())
}

/// May everybody read the key? That its group may is how Kubernetes and systemd hand secrets to a program.
fn is_exposed(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.permissions().mode() & 0o007 != 0)
}

/// Without its folder, it is the database that cannot be made, not the key.
fn refuse_missing_folder(database: &DatabaseUrl, folder: &Path) -> Result<(), Failure> {
    if folder.is_dir() {
        return Ok(());
    }
    let what = format!("cannot open {database}: there is no folder {}", folder.display());
    Err(Failure::new(Exit::Database, what).remedy("make it, or name another database with --database"))
}

/// The folder that a file is in.
fn folder(file: &Path) -> &Path {
    file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Where the embedded default keeps its key: `<database>.key`.
fn file_beside(database: &Path) -> PathBuf {
    let mut path = database.as_os_str().to_owned();
    path.push(".key");
    path.into()
}

/// Makes a key file when there is none, and says whether it did. Of several processes that do this at the same time, one
/// makes the file, and all find the same key in it afterwards.
fn make_missing(path: &Path) -> Result<bool, Failure> {
    if path.exists() {
        return Ok(false);
    }
    match make(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(Failure::new(
            Exit::SecretKey,
            format!("cannot make the key file {}: {error}", path.display()),
        )
        .remedy("let the server write there, or give it a key with --secret-key-file")),
    }
}

/// Makes a key file that is whole, durable and readable by its owner alone from the moment it has its name. It gets the
/// name only if nobody else has taken it meanwhile.
fn make(path: &Path) -> io::Result<()> {
    let folder = folder(path);
    let mut file = tempfile::Builder::new()
        .prefix(".statehouse-key-")
        .permissions(fs::Permissions::from_mode(0o600))
        .tempfile_in(folder)?;
    writeln!(file, "{}", SealingKey::generate().expose())?;
    file.as_file().sync_all()?;
    file.persist_noclobber(path).map_err(|failed| failed.error)?;
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_key_file_is_private_and_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = file_beside(&folder.path().join("a.db"));
        assert_eq!(path, folder.path().join("a.db.key"));
        assert!(make_missing(&path).unwrap());
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(!is_exposed(&path));
        assert!(!make_missing(&path).unwrap());
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert_eq!(from_file(&path).unwrap().expose(), text.trim());
    }

    #[test]
    fn of_processes_that_start_together_one_makes_the_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        let seen: Vec<(bool, String)> = std::thread::scope(|scope| {
            let starts: Vec<_> = (0..16)
                .map(|_| scope.spawn(|| (make_missing(&path).unwrap(), from_file(&path).unwrap().expose())))
                .collect();
            starts.into_iter().map(|start| start.join().unwrap()).collect()
        });
        assert_eq!(seen.iter().filter(|(made, _)| *made).count(), 1);
        assert!(seen.iter().all(|(_, key)| *key == seen[0].1));
    }

    #[test]
    fn two_databases_get_two_keys() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other] = ["one", "other"].map(|name| {
            let path = folder.path().join(name);
            make_missing(&path).unwrap();
            fs::read_to_string(path).unwrap()
        });
        assert_ne!(one, other);
    }

    #[test]
    fn what_is_not_a_key_is_refused_without_being_shown() {
        for text in ["abc", &"g".repeat(64), &"é".repeat(32), &"0".repeat(65)] {
            let failure = from_text(text, "STATEHOUSE_SECRET_KEY").unwrap_err().to_string();
            assert!(failure.contains("STATEHOUSE_SECRET_KEY"), "{failure}");
            assert!(!failure.contains(text), "{failure}");
        }
    }
}

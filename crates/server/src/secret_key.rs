//! The key that seals secrets in the database: 256 bits, written as 64 hexadecimal digits.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rand::TryRngCore;
use rand::rngs::OsRng;

use crate::failure::{Exit, Failure};

/// The key, in bytes.
pub(crate) type Key = [u8; 32];

/// Reads a key that was given as text; `origin` says where it came from.
pub(crate) fn from_text(text: &str, origin: &str) -> Result<Key, Failure> {
    parse(text.trim()).ok_or_else(|| {
        Failure::new(Exit::SecretKey, format!("{origin} does not hold a key"))
            .remedy("a key is 64 hexadecimal digits; `openssl rand -hex 32` makes one")
    })
}

/// Reads the key in a file.
pub(crate) fn from_file(path: &Path) -> Result<Key, Failure> {
    let text = fs::read_to_string(path).map_err(|error| {
        Failure::new(Exit::SecretKey, format!("cannot read the key file {}: {error}", path.display()))
    })?;
    if let Ok(metadata) = fs::metadata(path)
        && metadata.permissions().mode() & 0o077 != 0
    {
        tracing::warn!(file = %path.display(), "others than its owner may read the key file; chmod 600 mends it");
    }
    from_text(&text, &path.display().to_string())
}

/// Where the embedded default keeps its key: `<database>.key`.
pub(crate) fn file_beside(database: &Path) -> PathBuf {
    let mut path = database.as_os_str().to_owned();
    path.push(".key");
    path.into()
}

/// Reads the key in a file, or makes one there when there is no such file. Of several processes that do this at the same
/// time, one makes the key and all read it.
pub(crate) fn from_file_or_new(path: &Path) -> Result<Key, Failure> {
    if !path.exists() {
        match make(path) {
            Ok(()) => tracing::warn!(
                file = %path.display(),
                "made a new key that seals secrets; keep a copy of it apart from the database"
            ),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => {
                return Err(Failure::new(
                    Exit::SecretKey,
                    format!("cannot make the key file {}: {error}", path.display()),
                )
                .remedy("let the server write there, or give it a key with --secret-key-file"));
            }
        }
    }
    from_file(path)
}

/// Makes a key file that is whole, durable and private from the moment it has its name.
///
/// A link, unlike a rename, fails when the name is taken: the first process wins, and none sees half a key.
fn make(path: &Path) -> io::Result<()> {
    let mut random = [0_u8; 40];
    OsRng.try_fill_bytes(&mut random).map_err(io::Error::other)?;
    let (key, tag) = random.split_at(32);
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(format!(".{}", hexadecimal(tag)));
    let unfinished = PathBuf::from(unfinished);

    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&unfinished)?;
    let linked = writeln!(file, "{}", hexadecimal(key))
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::hard_link(&unfinished, path));
    fs::remove_file(&unfinished)?;
    linked?;
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    File::open(directory.unwrap_or(Path::new(".")))?.sync_all()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn parse(text: &str) -> Option<Key> {
    let mut key = Key::default();
    if text.len() != 2 * key.len() || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    for (index, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * index..2 * index + 2)?, 16).ok()?;
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_key_file_is_private_and_read_again_as_it_is() {
        let directory = tempfile::tempdir().unwrap();
        let path = file_beside(&directory.path().join("a.db"));
        let key = from_file_or_new(&path).unwrap();
        assert_eq!(path, directory.path().join("a.db.key"));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(from_file_or_new(&path).unwrap(), key);
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1);
    }

    #[test]
    fn processes_that_start_together_agree_on_the_key() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("key");
        let keys: Vec<Key> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..16).map(|_| scope.spawn(|| from_file_or_new(&path).unwrap())).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(keys.iter().all(|key| *key == keys[0]));
    }

    #[test]
    fn two_databases_get_two_keys() {
        let directory = tempfile::tempdir().unwrap();
        let one = from_file_or_new(&directory.path().join("one")).unwrap();
        let other = from_file_or_new(&directory.path().join("other")).unwrap();
        assert_ne!(one, other);
    }

    #[test]
    fn what_is_not_a_key_is_refused_without_being_shown() {
        for text in ["", "abc", &"g".repeat(64), &"é".repeat(32), &"0".repeat(65)] {
            let failure = from_text(text, "STATEHOUSE_SECRET_KEY").unwrap_err().to_string();
            assert!(failure.contains("STATEHOUSE_SECRET_KEY"), "{failure}");
            assert!(text.is_empty() || !failure.contains(text), "{failure}");
        }
    }
}

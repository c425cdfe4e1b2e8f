//! The file that Congress keeps its key in: `aes_key`, in the folder that its setting `encryption_key_path` names.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use crate::fernet::{FernetKey, MalformedKey};

/// The name of the file.
pub const FILE: &str = "aes_key";

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// The file cannot be read or made.
    #[error("cannot {action} the key file {}: {source}", path.display())]
    File {
        /// What was tried.
        action: &'static str,
        /// On which file.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// There is something else in it.
    #[error("{} does not hold a key: {source}", path.display())]
    Malformed {
        /// Which file.
        path: PathBuf,
        /// What a key is.
        source: MalformedKey,
    },
}

impl FernetKey {
    /// Reads the key in this folder.
    ///
    /// # Errors
    ///
    /// [`KeyFileError`], which does not show what is in the file.
    pub fn in_folder(folder: &Path) -> Result<Self, KeyFileError> {
        let path = folder.join(FILE);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(source) => return Err(KeyFileError::File { action: "read", path, source }),
        };
        Self::parse(&text).map_err(|source| KeyFileError::Malformed { path, source })
    }

    /// The key in this folder, if there is one.
    ///
    /// # Errors
    ///
    /// [`KeyFileError`], also for a link to nowhere: a key could not be put there.
    pub fn in_folder_if_any(folder: &Path) -> Result<Option<Self>, KeyFileError> {
        match fs::symlink_metadata(folder.join(FILE)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            _ => Self::in_folder(folder).map(Some),
        }
    }

    /// Puts this key into the folder, which is made where there is none. Only their owner may read them. A key that is there
    /// stays.
    ///
    /// # Errors
    ///
    /// [`KeyFileError`].
    pub fn keep_in(&self, folder: &Path) -> Result<(), KeyFileError> {
        let path = folder.join(FILE);
        make(folder, &path, &self.expose()).map_err(|source| KeyFileError::File {
            action: "make",
            path,
            source,
        })
    }
}

fn make(folder: &Path, path: &Path, text: &str) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

//! The file that Congress keeps its key in: `aes_key`, in the folder that its setting `encryption_key_path` names.

use std::path::{Path, PathBuf};
use std::{fs, io};

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
}

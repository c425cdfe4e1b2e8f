//! The drivers a server knows: the built-in ones and those declared in its driver directories.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use statehouse_model::Drivers;

use crate::failure::Failure;

/// Reads the declarations in these directories, on top of the built-in ones.
pub(crate) fn read(directories: &[PathBuf]) -> Result<Drivers, Failure> {
    let mut declared: Vec<(String, String)> = Vec::new();
    for directory in directories {
        let unreadable = |path: &Path, error: &io::Error| {
            Failure::settings(format!("cannot read the drivers in {}: {error}", path.display()))
        };
        let files = declarations(directory).map_err(|error| unreadable(directory, &error))?;
        for file in files {
            let text = fs::read_to_string(&file).map_err(|error| unreadable(&file, &error))?;
            declared.push((file.display().to_string(), text));
        }
    }
    let declared = declared.iter().map(|(file, text)| (file.as_str(), text.as_str()));
    Drivers::from_yaml(Drivers::BUILT_IN.into_iter().chain(declared))
        .map_err(|error| Failure::settings(error.to_string()))
}

/// The YAML files directly in a directory, sorted, so that the same one is named whenever two contradict each other.
fn declarations(directory: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

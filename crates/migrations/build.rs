//! Embeds `migrations/BACKEND/NNNN_name/{up,down}.sql`, so that the program needs no files beside it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, error, fs};

type Result<T> = std::result::Result<T, Box<dyn error::Error>>;

fn main() -> Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../migrations").canonicalize()?;
    println!("cargo::rerun-if-changed={}", root.display());
    let mut generated = String::new();
    for backend in ["sqlite", "postgres", "mysql"] {
        let folder = root.join(backend);
        writeln!(generated, "/// `migrations/{backend}`, in order.")?;
        writeln!(generated, "pub(crate) const {}: &[Embedded] = &[", backend.to_uppercase())?;
        for (version, name, folder) in migrations(&folder)? {
            let (up, down) = (text_of(&folder, "up.sql")?, text_of(&folder, "down.sql")?);
            writeln!(generated, "    ({version}, {name:?}, include_str!({up:?}), include_str!({down:?})),")?;
        }
        writeln!(generated, "];")?;
    }
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("embedded.rs"), generated)?;
    Ok(())
}

/// The folders of one backend as (version, name, folder), sorted by version.
fn migrations(backend: &Path) -> Result<Vec<(u32, String, PathBuf)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(backend)? {
        let folder = entry?.path();
        println!("cargo::rerun-if-changed={}", folder.display());
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let parsed = name
            .split_once('_')
            .filter(|(number, _)| number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit()))
            .filter(|(_, name)| !name.is_empty())
            .and_then(|(number, name)| Some((number.parse::<u32>().ok()?, name.to_owned())));
        let Some((version, name)) = parsed else {
            return Err(format!("{}: a migration's folder is named NNNN_name", folder.display()).into());
        };
        found.push((version, name, folder));
    }
    found.sort();
    Ok(found)
}

fn text_of(folder: &Path, file: &str) -> Result<String> {
    let path = folder.join(file);
    if !path.is_file() {
        return Err(format!("{} is missing: a migration goes both ways", path.display()).into());
    }
    Ok(path.to_str().ok_or("the path of the migrations is not UTF-8")?.to_owned())
}

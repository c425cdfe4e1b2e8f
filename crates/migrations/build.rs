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
        let baseline = match baseline(&folder)? {
            None => "None".to_owned(),
            Some(folder) => {
                let texts = ["up.sql", "down.sql", "stands_for.txt"].map(|file| text_of(&folder, file));
                let [up, down, stands_for] = texts;
                format!(
                    "Some((include_str!({:?}), include_str!({:?}), include_str!({:?})))",
                    up?, down?, stands_for?
                )
            }
        };
        writeln!(generated, "/// What stands for those before.")?;
        let name = backend.to_uppercase();
        writeln!(generated, "pub(crate) const {name}_BASELINE: Option<EmbeddedBaseline> = {baseline};")?;
    }
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("embedded.rs"), generated)?;
    Ok(())
}

/// The folder of what stands for migrations that were squashed.
fn baseline(backend: &Path) -> Result<Option<PathBuf>> {
    let folders = fs::read_dir(backend)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    Ok(folders.into_iter().find(|folder| is_baseline(folder)))
}

fn is_baseline(folder: &Path) -> bool {
    folder.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("baseline_"))
}

/// The folders of one backend as (version, name, folder), sorted by version.
fn migrations(backend: &Path) -> Result<Vec<(u32, String, PathBuf)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(backend)? {
        let folder = entry?.path();
        println!("cargo::rerun-if-changed={}", folder.display());
        if is_baseline(&folder) {
            continue;
        }
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

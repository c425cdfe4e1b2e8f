//! What source files must not contain, and how long they may get.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::Finding;
use crate::workspace::Workspace;

/// The longest file of source code, in lines: beyond it a file has more than one subject.
const LONGEST: usize = 600;

/// Names that say nothing about what a module holds.
const EMPTY_NAMES: &[&str] =
    &["utils", "util", "helpers", "helper", "common", "misc", "manager", "service", "processor"];

/// What must not stand in code, and what to do instead. Written in two parts: this file is checked too.
const FORBIDDEN: &[(&str, &str)] = &[
    (concat!("#[", "allow("), "expect a lint, with a reason, in place of allowing it"),
    (concat!("#![", "allow("), "expect a lint, with a reason, in place of allowing it"),
    (concat!("to", "do!("), "not finished"),
    (concat!("unimplement", "ed!("), "not finished"),
    (concat!("TO", "DO"), "not finished: open an issue in place of a note"),
    (concat!("FIX", "ME"), "not finished: open an issue in place of a note"),
    (concat!("#[", "ignore"), "a test that does not run shows nothing"),
];

/// A source file.
#[derive(Debug)]
pub(crate) struct SourceFile {
    pub path: PathBuf,
    pub text: String,
}

/// Every Rust file of the repository.
pub(super) fn read(workspace: &Workspace) -> Result<Vec<SourceFile>> {
    let files = workspace.files()?;
    let rust = files.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    rust.map(|path| {
        let text = fs::read_to_string(workspace.root.join(&path))
            .with_context(|| format!("cannot read {}", path.display()))?;
        Ok(SourceFile { path, text })
    })
    .collect()
}

pub(super) fn check(file: &SourceFile) -> Vec<Finding> {
    let place = file.path.display().to_string();
    let mut findings = Vec::new();
    let lines = file.text.lines().count();
    if lines > LONGEST {
        findings
            .push(Finding::new(&place, format!("{lines} lines; more than {LONGEST} are several subjects")));
    }
    if let Some(name) = empty_name(&file.path) {
        findings.push(Finding::new(&place, format!("{name:?} says nothing about what the module holds")));
    }
    if file.path.ends_with("src/lib.rs") && !file.text.starts_with("//! ") {
        findings.push(Finding::new(&place, "does not begin with what the crate is for (//!)"));
    }
    for (number, line) in file.text.lines().enumerate() {
        for (forbidden, instead) in FORBIDDEN {
            if line.contains(forbidden) {
                findings.push(Finding::new(
                    format!("{place}:{}", number + 1),
                    format!("{forbidden}…: {instead}"),
                ));
            }
        }
    }
    findings
}

fn empty_name(path: &Path) -> Option<&str> {
    let parts = path.iter().filter_map(|part| part.to_str()).map(|part| part.trim_end_matches(".rs"));
    parts.into_iter().find(|part| EMPTY_NAMES.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(path: &str, text: &str) -> Vec<String> {
        let file = SourceFile { path: path.into(), text: text.into() };
        check(&file).into_iter().map(|finding| finding.place).collect()
    }

    #[test]
    fn ordinary_code_is_fine() {
        assert_eq!(findings("crates/db/src/writer.rs", "//! The writer.\nfn write() {}\n"), [""; 0]);
    }

    #[test]
    fn a_silenced_lint_is_found_at_its_line() {
        let text = concat!("fn a() {}\n#[", "allow(dead_code)]\nfn b() {}\n");
        assert_eq!(findings("crates/db/src/writer.rs", text), ["crates/db/src/writer.rs:2"]);
    }

    #[test]
    fn a_file_of_several_subjects_is_found() {
        assert_eq!(findings("crates/db/src/writer.rs", &"\n".repeat(LONGEST)), [""; 0]);
        assert_eq!(
            findings("crates/db/src/writer.rs", &"\n".repeat(LONGEST + 1)),
            ["crates/db/src/writer.rs"]
        );
    }

    #[test]
    fn a_name_that_says_nothing_is_found_in_files_and_folders() {
        assert_eq!(findings("crates/db/src/utils.rs", "").len(), 1);
        assert_eq!(findings("crates/db/src/common/mod.rs", "").len(), 1);
        assert_eq!(findings("crates/db/src/commonwealth.rs", "").len(), 0);
    }

    #[test]
    fn a_library_says_what_it_is_for() {
        assert_eq!(findings("crates/db/src/lib.rs", "mod a;").len(), 1);
        assert_eq!(findings("crates/db/src/lib.rs", "//! The store.\nmod a;").len(), 0);
    }
}

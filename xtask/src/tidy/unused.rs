//! Every dependency that is declared is used.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::Finding;
use super::source::SourceFile;
use crate::workspace::{Metadata, Package, Workspace};

/// Crates that are depended on for what they build or switch on, without being named in code.
const UNNAMED: &[&str] = &["libsqlite3-sys", "openssl-sys", "pq-sys"];

pub(super) fn check(
    workspace: &Workspace,
    metadata: &Metadata,
    files: &[SourceFile],
) -> Result<Vec<Finding>> {
    let mut findings: Vec<Finding> = Vec::new();
    for package in &metadata.members {
        let folder = package.manifest_path.parent().unwrap_or(Path::new(""));
        let folder = folder.strip_prefix(&workspace.root).unwrap_or(folder);
        let code: Vec<&str> = files
            .iter()
            .filter(|file| file.path.starts_with(folder))
            .map(|file| file.text.as_str())
            .collect();
        findings.extend(unused(package, &code).map(|name| {
            Finding::new(folder.join("Cargo.toml").display().to_string(), format!("{name} is not used"))
        }));
    }
    let manifest = fs::read_to_string(workspace.root.join("Cargo.toml")).context("Cargo.toml")?;
    let used =
        metadata.members.iter().flat_map(|package| &package.dependencies).map(|d| d.name.as_str()).collect();
    findings.extend(
        undeclared(&manifest, &used)?
            .into_iter()
            .map(|name| Finding::new("Cargo.toml", format!("no crate uses the dependency {name}"))),
    );
    Ok(findings)
}

/// The dependencies of a crate that its code never names.
fn unused<'a>(package: &'a Package, code: &[&str]) -> impl Iterator<Item = &'a str> {
    package
        .dependencies
        .iter()
        .filter(|dependency| !UNNAMED.contains(&dependency.name.as_str()))
        .filter(|dependency| {
            let name = dependency.rename.as_ref().unwrap_or(&dependency.name).replace('-', "_");
            !code.iter().any(|text| names(text, &name))
        })
        .map(|dependency| dependency.name.as_str())
}

/// Does the text use the crate: a path that begins with its name, or an attribute or macro that does?
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = &text[at + name.len()..];
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
            && (after.starts_with("::")
                || after.starts_with(';')
                || after.starts_with(" as ")
                || after.starts_with('!'))
    })
}

/// The dependencies of the workspace that no crate takes.
fn undeclared(manifest: &str, used: &BTreeSet<&str>) -> Result<Vec<String>> {
    let manifest: toml::Table = manifest.parse().context("Cargo.toml")?;
    let declared = manifest
        .get("workspace")
        .and_then(|workspace| workspace.get("dependencies"))
        .and_then(toml::Value::as_table)
        .context("Cargo.toml has no [workspace.dependencies]")?;
    Ok(declared
        .iter()
        .filter(|(name, value)| !value_is_ours(value) && !used.contains(name.as_str()))
        .map(|(name, _)| name.clone())
        .collect())
}

/// Our own crates are declared whether or not another depends on them.
fn value_is_ours(value: &toml::Value) -> bool {
    value.get("path").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_or_macro_names_a_crate() {
        assert!(names("use serde_json::Value;", "serde_json"));
        assert!(names("let x = serde_json::json!(1);", "serde_json"));
        assert!(!names("let serde_json_text = 1;", "serde_json"));
        assert!(!names("// my_serde_json::x", "serde_json"));
    }

    #[test]
    fn a_dependency_that_nobody_takes_is_found() {
        let manifest = "[workspace.dependencies]\nserde = '1'\nrand = '0.9'\nours = { path = 'x' }\n";
        assert_eq!(undeclared(manifest, &BTreeSet::from(["serde"])).unwrap(), ["rand"]);
    }
}

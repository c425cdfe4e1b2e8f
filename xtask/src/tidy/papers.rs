//! The papers at the top of the repository name every crate.

use std::fs;

use super::Finding;
use crate::workspace::{Metadata, Workspace};

/// Each paper that must name every crate.
const PAPERS: &[&str] = &["ARCHITECTURE.md", "README.md"];

pub(super) fn check(workspace: &Workspace, metadata: &Metadata) -> Vec<Finding> {
    let mut findings = Vec::new();
    for paper in PAPERS {
        let Ok(text) = fs::read_to_string(workspace.root.join(paper)) else {
            findings.push(Finding::new(*paper, "is missing"));
            continue;
        };
        let crates = metadata.members.iter().map(|package| package.name.as_str());
        findings.extend(
            missing(&text, crates).map(|name| Finding::new(*paper, format!("does not name `{name}`"))),
        );
    }
    findings
}

fn missing<'a>(text: &str, crates: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    crates.filter(move |name| !text.contains(&format!("`{name}`")))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_crate_is_named_as_code() {
        let text = "| `statehouse-db` | the store |\nand statehouse-api";
        let missing: Vec<_> = super::missing(text, ["statehouse-db", "statehouse-api"].into_iter()).collect();
        assert_eq!(missing, ["statehouse-api"]);
    }
}

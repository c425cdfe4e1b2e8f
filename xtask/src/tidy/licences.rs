//! Licences and sources of everything that is depended on, by the rules of `deny.toml`.
//!
//! cargo-deny reads the same file and looks deeper, but takes minutes to build where it is not installed. What must never
//! slip through is checked here, on every machine: a licence that is not on the list, a crate that is banned, a crate that
//! does not come from crates.io.

use std::fs;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::Finding;
use crate::workspace::{Metadata, Package, Workspace};

/// What `cargo metadata` calls crates.io.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// The part of `deny.toml` that is checked here.
#[derive(Debug, Deserialize)]
struct Rules {
    licenses: Licences,
    bans: Bans,
}

#[derive(Debug, Deserialize)]
struct Licences {
    allow: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

#[derive(Debug, Deserialize)]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
}

pub(super) fn check(workspace: &Workspace, metadata: &Metadata) -> Result<Vec<Finding>> {
    let text = fs::read_to_string(workspace.root.join("deny.toml")).context("deny.toml")?;
    let rules: Rules = toml::from_str(&text).context("deny.toml")?;
    Ok(metadata.packages.iter().filter_map(|package| fault(&rules, package)).collect())
}

fn fault(rules: &Rules, package: &Package) -> Option<Finding> {
    let place = format!("{} {}", package.name, package.version);
    if rules.bans.deny.iter().any(|ban| ban.name == package.name) {
        return Some(Finding::new(place, "is banned in deny.toml"));
    }
    if let Some(source) = package.source.as_deref()
        && source != CRATES_IO
    {
        return Some(Finding::new(place, format!("comes from {source}, not from crates.io")));
    }
    let Some(licence) = package.license.as_deref() else {
        return Some(Finding::new(place, "names no licence"));
    };
    let accepts = |name: &str| rules.licenses.allow.iter().any(|allowed| allowed == name);
    match accepted(licence, &accepts) {
        Some(true) => None,
        Some(false) => {
            Some(Finding::new(place, format!("its licence is not on the list of deny.toml: {licence}")))
        }
        None => Some(Finding::new(place, format!("its licence is not an SPDX expression: {licence}"))),
    }
}

/// Whether an SPDX expression can be satisfied by what is accepted; `None` when it is not an expression. `/` is how crates
/// wrote OR before SPDX.
fn accepted(expression: &str, accepts: &dyn Fn(&str) -> bool) -> Option<bool> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (value, rest) = alternatives(&words, accepts)?;
    rest.is_empty().then_some(value)
}

type Parsed<'a> = Option<(bool, &'a [&'a str])>;

fn alternatives<'a>(words: &'a [&'a str], accepts: &dyn Fn(&str) -> bool) -> Parsed<'a> {
    let (mut value, mut rest) = conjunction(words, accepts)?;
    while let [word, following @ ..] = rest
        && *word == "OR"
    {
        let (next, after) = conjunction(following, accepts)?;
        (value, rest) = (value || next, after);
    }
    Some((value, rest))
}

fn conjunction<'a>(words: &'a [&'a str], accepts: &dyn Fn(&str) -> bool) -> Parsed<'a> {
    let (mut value, mut rest) = licence(words, accepts)?;
    while let [word, following @ ..] = rest
        && *word == "AND"
    {
        let (next, after) = licence(following, accepts)?;
        (value, rest) = (value && next, after);
    }
    Some((value, rest))
}

fn licence<'a>(words: &'a [&'a str], accepts: &dyn Fn(&str) -> bool) -> Parsed<'a> {
    match words {
        ["(", inner @ ..] => match alternatives(inner, accepts)? {
            (value, [")", rest @ ..]) => Some((value, rest)),
            _ => None,
        },
        [name, "WITH", exception, rest @ ..] => Some((accepts(&format!("{name} WITH {exception}")), rest)),
        ["OR" | "AND" | "WITH" | ")", ..] | [] => None,
        [name, rest @ ..] => Some((accepts(name), rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may_use(expression: &str) -> Option<bool> {
        accepted(expression, &|name| {
            ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "Unicode-3.0"].contains(&name)
        })
    }

    #[test]
    fn one_accepted_alternative_is_enough() {
        assert_eq!(may_use("MIT OR GPL-3.0"), Some(true));
        assert_eq!(may_use("MPL-2.0/MIT"), Some(true));
        assert_eq!(may_use("GPL-3.0 OR MPL-2.0"), Some(false));
    }

    #[test]
    fn every_part_of_a_conjunction_counts() {
        assert_eq!(may_use("(MIT OR Apache-2.0) AND Unicode-3.0"), Some(true));
        assert_eq!(may_use("MIT AND MPL-2.0"), Some(false));
        assert_eq!(may_use("GPL-2.0 OR MIT AND Unicode-3.0"), Some(true));
    }

    #[test]
    fn an_exception_belongs_to_its_licence() {
        assert_eq!(may_use("Apache-2.0 WITH LLVM-exception"), Some(true));
        assert_eq!(may_use("GPL-2.0 WITH Classpath-exception-2.0"), Some(false));
    }

    #[test]
    fn what_is_no_expression_is_told_apart() {
        for text in ["", "MIT OR", "AND MIT", "(MIT", "MIT Apache-2.0"] {
            assert_eq!(may_use(text), None, "{text}");
        }
    }
}

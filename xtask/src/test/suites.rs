//! Which tests need what: by what stands in the Cargo.toml of their crate.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use statehouse_tests::throwaway::Engine;

use crate::workspace::{Metadata, Package};

/// What a test target needs to show what it promises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Need {
    /// No database.
    Nothing,
    /// A database of any kind: it runs on each.
    Database,
    /// A database of any kind, of which a cluster is none of its own: it takes long, and is about what clients read, for one, where a
    /// node answers in the words of a single server.
    Single,
    /// The file of an embedded database.
    File,
    /// A database server.
    Server,
    /// Servers that it starts itself, to kill them for one.
    Own(Vec<Engine>),
    /// Every database that was asked for at once, to compare them. It starts the servers itself, whichever they are.
    Several,
}

/// A test target of a crate: a file or folder in its `tests/`.
#[derive(Debug)]
pub(super) struct Target {
    pub package: String,
    pub name: String,
    pub need: Need,
}

/// The tests of the chosen crates.
#[derive(Debug)]
pub(super) struct Suites {
    pub targets: Vec<Target>,
    /// Is there a library among the crates?
    pub has_library: bool,
    /// The features of each crate.
    features: Vec<(String, BTreeSet<String>)>,
    /// Features that tests are about, as `crate/feature`.
    needed: BTreeSet<String>,
}

/// `[package.metadata.tests]`, in a crate whose tests use databases. A target that is not listed needs a database of
/// whatever kind, unless its `required-features` name servers that it starts itself.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Listed {
    no_database: Vec<String>,
    single: Vec<String>,
    file: Vec<String>,
    server: Vec<String>,
    several: Vec<String>,
}

impl Suites {
    /// Those of one crate, or of all.
    pub fn of(metadata: &Metadata, chosen: Option<&str>) -> Result<Self> {
        let packages: Vec<&Package> = metadata
            .members
            .iter()
            .filter(|package| chosen.is_none_or(|name| package.name == name))
            .collect();
        ensure!(!packages.is_empty(), "there is no crate {}", chosen.unwrap_or_default());
        let mut targets = Vec::new();
        for package in &packages {
            targets.extend(of_package(package).with_context(|| package.name.clone())?);
        }
        // `cargo test --workspace --test NAME` takes all of that name, whatever their crate.
        let mut names = BTreeSet::new();
        if let Some(twice) = targets.iter().find(|target| !names.insert(&target.name)) {
            bail!("{}: another crate has a test target {}", twice.package, twice.name);
        }
        let is_library = |target: &crate::workspace::Target| target.kind.iter().any(|kind| kind == "lib");
        let has_library = packages.iter().any(|package| package.targets.iter().any(is_library));
        let features = packages.iter().map(|p| (p.name.clone(), p.features.keys().cloned().collect()));
        let needed = packages.iter().flat_map(|package| needed_features(package)).collect();
        Ok(Self { has_library, features: features.collect(), needed, targets })
    }

    /// The features that these crates are built with when tests run on these servers.
    pub fn features(&self, engines: &[Engine]) -> String {
        let of_engines = features(&self.features, engines);
        of_engines.union(&self.needed).cloned().collect::<Vec<_>>().join(",")
    }

    /// The targets that need this.
    pub fn which(&self, wanted: impl Fn(&Need) -> bool) -> Vec<&Target> {
        self.targets.iter().filter(|target| wanted(&target.need)).collect()
    }
}

/// The features of a crate for these servers. A cluster of MariaDB servers is spoken to like one of them.
fn features(crates: &[(String, BTreeSet<String>)], engines: &[Engine]) -> BTreeSet<String> {
    let mut chosen = BTreeSet::new();
    for (name, features) in crates {
        for engine in engines {
            let candidates = [engine.name(), engine.scheme()];
            let feature = candidates.into_iter().find(|&feature| features.contains(feature));
            chosen.extend(feature.map(|feature| format!("{name}/{feature}")));
        }
    }
    chosen
}

/// What the tests of a crate require and is no kind of server: it has to be switched on, or they would not be built.
fn needed_features(package: &Package) -> impl Iterator<Item = String> {
    let required = package.targets.iter().flat_map(|target| &target.required_features);
    required
        .filter(|feature| feature.parse::<Engine>().is_err())
        .map(|feature| format!("{}/{feature}", package.name))
}

fn of_package(package: &Package) -> Result<Vec<Target>> {
    let listed = package.notes.get("tests").cloned();
    let listed: Option<Listed> =
        listed.map(serde_json::from_value).transpose().context("[package.metadata.tests]")?;
    let tests = package.targets.iter().filter(|target| target.kind.iter().any(|kind| kind == "test"));
    let targets: Vec<Target> = tests
        .map(|target| {
            let engines: Vec<Engine> =
                target.required_features.iter().filter_map(|feature| feature.parse().ok()).collect();
            let need = match &listed {
                _ if !engines.is_empty() => Need::Own(engines),
                None => Need::Nothing,
                Some(listed) => listed.need(&target.name),
            };
            Target { package: package.name.clone(), name: target.name.clone(), need }
        })
        .collect();
    if let Some(stray) =
        listed.iter().flat_map(Listed::names).find(|&name| !targets.iter().any(|t| t.name == *name))
    {
        bail!("[package.metadata.tests] names {stray}, which is no test target");
    }
    Ok(targets)
}

impl Listed {
    fn need(&self, name: &str) -> Need {
        let lists = |list: &[String]| list.iter().any(|listed| listed == name);
        match () {
            () if lists(&self.no_database) => Need::Nothing,
            () if lists(&self.single) => Need::Single,
            () if lists(&self.file) => Need::File,
            () if lists(&self.server) => Need::Server,
            () if lists(&self.several) => Need::Several,
            () => Need::Database,
        }
    }

    fn names(&self) -> impl Iterator<Item = &String> {
        self.no_database.iter().chain(&self.single).chain(&self.file).chain(&self.server).chain(&self.several)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(json: serde_json::Value) -> Package {
        serde_json::from_value(json).unwrap()
    }

    fn with_targets(notes: &serde_json::Value) -> Package {
        let target = |name, features: &[&str]| serde_json::json!({ "name": name, "kind": ["test"], "required-features": features });
        let targets = [
            ("words", &[][..]),
            ("read", &[]),
            ("disk", &[]),
            ("cut", &[]),
            ("same", &[]),
            ("mine", &["galera"]),
        ]
        .map(|(name, features)| target(name, features));
        package(serde_json::json!({
            "name": "x", "manifest_path": "/x", "dependencies": [], "features": {},
            "targets": targets, "metadata": notes,
        }))
    }

    #[test]
    fn a_target_that_is_not_listed_needs_a_database_of_any_kind() {
        let package = with_targets(
            &serde_json::json!({ "tests": { "single": ["read"], "file": ["disk"], "server": ["cut"], "several": ["same"] } }),
        );
        let needs: Vec<Need> = of_package(&package).unwrap().into_iter().map(|target| target.need).collect();
        assert_eq!(
            needs,
            [
                Need::Database,
                Need::Single,
                Need::File,
                Need::Server,
                Need::Several,
                Need::Own(vec![Engine::Galera])
            ]
        );
    }

    #[test]
    fn a_crate_that_says_nothing_needs_nothing() {
        let targets = of_package(&with_targets(&serde_json::Value::Null)).unwrap();
        assert_eq!(targets[0].need, Need::Nothing);
    }

    #[test]
    fn a_listed_target_that_does_not_exist_is_found() {
        let package = with_targets(&serde_json::json!({ "tests": { "file": ["dsik"] } }));
        assert!(of_package(&package).unwrap_err().to_string().contains("dsik"));
    }

    #[test]
    fn a_cluster_of_mariadb_is_spoken_to_like_one_server() {
        let named = |name: &str, features: &[&str]| {
            (name.to_owned(), features.iter().map(|&feature| feature.to_owned()).collect())
        };
        let crates = [
            named("product", &["postgres", "mysql"]),
            named("tests", &["mysql", "galera"]),
            named("xtask", &[]),
        ];
        let chosen = |engine| features(&crates, &[engine]).into_iter().collect::<Vec<_>>();
        assert_eq!(chosen(Engine::Galera), ["product/mysql", "tests/galera"]);
        assert_eq!(chosen(Engine::Postgres), ["product/postgres"]);
    }
}

//! Which crate may depend on which. ARCHITECTURE.md tells why; this keeps it so.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use crate::workspace::Metadata;

/// Each crate, with the crates of ours it may depend on.
const LAYERS: &[(&str, &[&str])] = &[
    ("statehouse-datalog", &[]),
    ("statehouse-model", &["statehouse-datalog"]),
    ("statehouse-engine", &["statehouse-datalog", "statehouse-model"]),
    ("statehouse-author", &["statehouse-datalog", "statehouse-engine", "statehouse-model"]),
    ("statehouse-connection", &[]),
    ("statehouse-migration-text", &[]),
    ("statehouse-migrations", &["statehouse-connection", "statehouse-migration-text"]),
    ("statehouse-db", &["statehouse-connection", "statehouse-migrations", "statehouse-model"]),
    ("statehouse-congress", &["statehouse-connection", "statehouse-datalog", "statehouse-model"]),
    ("statehouse-outbound", &["statehouse-model"]),
    ("statehouse-poll", &["statehouse-db", "statehouse-model", "statehouse-outbound"]),
    (
        "statehouse-execute",
        &[
            "statehouse-datalog",
            "statehouse-db",
            "statehouse-engine",
            "statehouse-model",
            "statehouse-outbound",
        ],
    ),
    (
        "statehouse-api",
        &[
            "statehouse-datalog",
            "statehouse-db",
            "statehouse-engine",
            "statehouse-execute",
            "statehouse-model",
            "statehouse-poll",
        ],
    ),
    (
        "statehouse",
        &[
            "statehouse-api",
            "statehouse-author",
            "statehouse-congress",
            "statehouse-connection",
            "statehouse-datalog",
            "statehouse-db",
            "statehouse-engine",
            "statehouse-execute",
            "statehouse-migrations",
            "statehouse-model",
            "statehouse-poll",
        ],
    ),
    // Random commands, for tests alone.
    ("statehouse-strategy", &["statehouse-datalog", "statehouse-model"]),
    // The black-box tests know HTTP, the command line and database files; automation knows cargo, and
    // the database servers that the tests throw away.
    ("statehouse-tests", &[]),
    ("xtask", &["statehouse-migration-text", "statehouse-tests"]),
];

/// Each subject that only some crates may know, by the beginning of its crates' names.
const SUBJECTS: &[(&str, &[&str])] = &[
    ("granit", &["statehouse-author"]),
    ("diesel", &["statehouse-congress", "statehouse-connection", "statehouse-migrations", "statehouse-db"]),
    ("libsqlite3-sys", &["statehouse-connection"]),
    ("openssl-sys", &["statehouse-connection"]),
    ("pq-sys", &["statehouse-connection"]),
    ("actix", &["statehouse-api", "statehouse"]),
    ("ureq", &["statehouse-outbound"]),
    // A data source of the tests speaks TLS as well.
    ("rustls", &["statehouse-outbound", "statehouse-tests"]),
    ("utoipa", &["statehouse-api"]),
    ("clap", &["statehouse", "statehouse-migrations", "xtask"]),
];

/// The crates of the workspace, each with everything it depends on directly, except for its tests.
pub(super) type Graph = BTreeMap<String, BTreeSet<String>>;

pub(super) fn graph(metadata: &Metadata) -> Graph {
    metadata
        .members
        .iter()
        .map(|package| {
            let dependencies = package.dependencies.iter().filter(|d| d.kind.as_deref() != Some("dev"));
            (package.name.clone(), dependencies.map(|d| d.name.clone()).collect())
        })
        .collect()
}

pub(super) fn check(graph: &Graph) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (name, dependencies) in graph {
        let Some((_, allowed)) = LAYERS.iter().find(|(layer, _)| layer == name) else {
            findings.push(Finding::new(name, "has no place among the layers (xtask/src/tidy/layers.rs)"));
            continue;
        };
        for dependency in dependencies {
            if graph.contains_key(dependency) && !allowed.contains(&dependency.as_str()) {
                findings.push(Finding::new(name, format!("must not depend on {dependency}")));
            }
            let kept = SUBJECTS.iter().find(|(subject, _)| dependency.starts_with(subject));
            if let Some((_, keepers)) = kept
                && !keepers.contains(&name.as_str())
            {
                findings.push(Finding::new(
                    name,
                    format!("must not know {dependency}: only {} may", keepers.join(", ")),
                ));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(crates: &[(&str, &[&str])]) -> Graph {
        crates
            .iter()
            .map(|(name, dependencies)| {
                ((*name).to_owned(), dependencies.iter().map(|&dependency| dependency.to_owned()).collect())
            })
            .collect()
    }

    fn findings(crates: &[(&str, &[&str])]) -> Vec<String> {
        check(&graph(crates))
            .into_iter()
            .map(|finding| format!("{}: {}", finding.place, finding.what))
            .collect()
    }

    #[test]
    fn a_crate_may_depend_on_the_layers_below() {
        let crates: &[(&str, &[&str])] = &[
            ("statehouse-datalog", &["thiserror"]),
            ("statehouse-model", &["statehouse-datalog", "rpds"]),
            ("statehouse-connection", &["diesel"]),
        ];
        assert_eq!(findings(crates), [""; 0]);
    }

    #[test]
    fn a_crate_must_not_depend_on_the_layers_above() {
        let crates: &[(&str, &[&str])] =
            &[("statehouse-datalog", &["statehouse-model"]), ("statehouse-model", &[])];
        assert_eq!(findings(crates), ["statehouse-datalog: must not depend on statehouse-model"]);
    }

    #[test]
    fn the_domain_must_not_know_the_database() {
        let found = findings(&[("statehouse-model", &["diesel_migrations"])]);
        assert!(found[0].starts_with("statehouse-model: must not know diesel_migrations"), "{found:?}");
    }

    #[test]
    fn the_store_must_not_know_the_web_framework() {
        assert_eq!(findings(&[("statehouse-db", &["actix-web"])]).len(), 1);
        assert_eq!(findings(&[("statehouse-api", &["actix-web"])]), [""; 0]);
    }

    #[test]
    fn a_new_crate_needs_a_place() {
        assert_eq!(findings(&[("statehouse-extras", &[])]).len(), 1);
    }
}

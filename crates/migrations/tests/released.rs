//! What `migrations/released.toml` says was released is what databases remember: the checksums that the runner computes.
//! (`cargo xtask migrate lint` holds the files to it.)
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fs;

use statehouse_connection::DatabaseUrl;
use statehouse_migration_text::checksum;
use statehouse_migrations::{MigrationSet, Step};

const RELEASED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations/released.toml");

/// An address of each engine; nobody is called there.
fn engines() -> Vec<(&'static str, DatabaseUrl)> {
    let mut engines = vec![("sqlite", DatabaseUrl::sqlite("any.db"))];
    if cfg!(feature = "postgres") {
        engines.push(("postgres", "postgres://somebody@127.0.0.1/any".parse().unwrap()));
    }
    if cfg!(feature = "mysql") {
        engines.push(("mysql", "mysql://somebody@127.0.0.1/any".parse().unwrap()));
    }
    engines
}

#[test]
fn what_was_released_is_what_databases_remember() {
    let text = fs::read_to_string(RELEASED).unwrap();
    let released: BTreeMap<String, BTreeMap<String, toml::Value>> = toml::from_str(&text).unwrap();
    assert!(released.contains_key("0001_initial"), "{text}");
    for (engine, url) in engines() {
        let set = MigrationSet::statehouse(&url).unwrap();
        for (name, frozen) in &released {
            let migration = set.iter().find(|migration| migration.to_string() == *name).unwrap();
            match (&migration.up, frozen.get("revision").and_then(toml::Value::as_integer)) {
                (Step::Data(data), revision) => assert_eq!(revision, Some(data.revision().into()), "{name}"),
                // A baseline stands for a data migration.
                (Step::Squashed(checksum), Some(revision)) => {
                    let revision = revision.try_into().unwrap();
                    assert_eq!(**checksum, checksum::of_data(&migration.name, revision), "{name}");
                }
                _ => assert_eq!(frozen[engine], migration.checksum().into(), "{name} for {engine}"),
            }
        }
    }
}

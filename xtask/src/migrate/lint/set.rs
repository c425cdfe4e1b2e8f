//! All migrations together: their numbers, and that each engine has the same ones.

use std::collections::BTreeMap;

use super::super::folders::{DataMigration, Engine, Folders, Migration};
use super::Finding;
use super::rule::{ENGINES_DIFFER, FOLDER_NAME, NUMBER};

pub(super) fn check(folders: &Folders) -> Vec<Finding> {
    let mut findings: Vec<_> = folders
        .misnamed
        .iter()
        .map(|path| Finding::new(path, 0, &FOLDER_NAME, "it is not named NNNN_name"))
        .collect();
    findings.extend(folders.data.iter().filter_map(misnamed_data));
    findings.extend(taken_twice(folders));
    findings.extend(gaps(folders));
    for version in folders.numbers() {
        findings.extend(differences(folders, version));
    }
    findings
}

/// The runner knows a data migration by the name that its code says.
fn misnamed_data(data: &DataMigration) -> Option<Finding> {
    let says = data.says.as_ref().filter(|says| **says != data.name)?;
    let what = format!("its name() is {says:?}, so its file is v{:04}_{says}.rs", data.version);
    Some(Finding::new(&data.path, 0, &FOLDER_NAME, what))
}

fn taken_twice(folders: &Folders) -> Vec<Finding> {
    let mut names: BTreeMap<(Option<Engine>, u32), &str> = BTreeMap::new();
    let mut findings = Vec::new();
    for data in &folders.data {
        if let Some(other) = names.insert((None, data.version), &data.name) {
            let what = format!("{:04} is {other} already", data.version);
            findings.push(Finding::new(&data.path, 0, &NUMBER, what));
        }
    }
    for Migration { engine, version, name, path, .. } in &folders.migrations {
        let other = names.get(&(None, *version)).copied();
        if let Some(other) = other.or_else(|| names.insert((Some(*engine), *version), name)) {
            findings.push(Finding::new(path, 0, &NUMBER, format!("{version:04} is {other} already")));
        }
    }
    findings
}

fn gaps(folders: &Folders) -> Vec<Finding> {
    let numbers = folders.numbers();
    let first =
        folders.baselines.iter().map(|baseline| baseline.version).max().map_or(1, |baseline| baseline + 1);
    let missing = (first..=numbers.last().copied().unwrap_or(0)).filter(|number| !numbers.contains(number));
    let place = folders.migrations.first().and_then(|migration| migration.path.parent());
    missing
        .map(|number| {
            Finding::new(place.unwrap_or("".as_ref()), 0, &NUMBER, format!("{number:04} is missing"))
        })
        .collect()
}

/// What an engine says of a migration differently from the first one that has it.
fn differences(folders: &Folders, version: u32) -> Vec<Finding> {
    let of = |engine| folders.of(engine).find(|migration| migration.version == version);
    let mut having = folders.engines.iter().filter_map(|&engine| of(engine));
    let Some(first) = having.next() else { return Vec::new() };
    let mut findings = Vec::new();
    for &engine in &folders.engines {
        match of(engine) {
            None => findings.push(Finding::new(
                &first.path,
                0,
                &ENGINES_DIFFER,
                format!("{} does not have it", engine.folder()),
            )),
            Some(migration) => findings.extend(
                said(first)
                    .into_iter()
                    .zip(said(migration))
                    .filter(|(here, there)| here != there)
                    .map(|(here, there)| format!("{there} here, {here} for {}", first.engine.folder()))
                    .map(|what| Finding::new(&migration.path, 0, &ENGINES_DIFFER, what)),
            ),
        }
    }
    findings
}

/// What has to be the same on each engine. Directives that cannot be read are a finding of their own.
fn said(migration: &Migration) -> [String; 3] {
    let directives = migration.directives().ok();
    let (phase, requires) = directives.map_or(("", None), |it| (it.phase.as_str(), it.requires));
    let requires = requires.map_or_else(|| "requires nothing".to_owned(), |it| format!("requires {it}"));
    [format!("the name {}", migration.name), format!("phase {phase}"), requires]
}

//! What docs/deployment.md and the files beside it say of the program is so: its flags, variables, sub-commands, addresses and
//! figures exist. And what other programs read is what they take.
#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

use statehouse_tests::{Database, Server, command, python};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Flags of other programs that the recipes use. What stands in none of the recipes any more is to go.
const FLAGS_OF_OTHERS: &[(&str, &str)] = &[
    ("apt-get", "--yes --no-install-recommends"),
    ("cargo", "--locked --release --package --features"),
    (
        "docker",
        "--cap-drop --detach --env --from --mount --name --no-deps --publish --read-only --rm --security-opt --stop-timeout --tag --volume --volumes --wait",
    ),
    ("docker (health checks)", "--interval --start-period --timeout --retries"),
    ("initdb", "--encoding --data-checksums"),
    ("install", "--directory --group --mode --owner"),
    ("kubectl", "--filename --for --force --from-file --kustomize --namespace"),
    ("mariadb-dump", "--single-transaction"),
    ("pg_dump, pg_restore", "--clean --dbname --exit-on-error --file --format --if-exists"),
    ("pg_isready", "--host --username"),
    ("strip", "--strip-debug"),
    ("systemctl", "--now"),
];

/// Where paths on a machine begin; all others are addresses of the API.
const FOLDERS: [&str; 6] = ["/dev/", "/etc/", "/run/", "/statehouse", "/usr/", "/var/"];

#[test]
fn every_flag_is_one_of_the_program_or_of_another_that_is_named() {
    let mut foreign: BTreeSet<&str> =
        FLAGS_OF_OTHERS.iter().flat_map(|(_, flags)| flags.split(' ')).collect();
    let own = helps();
    let own: BTreeSet<&str> = words(&own, |c| c.is_ascii_lowercase() || c == '-').collect();
    let papers = papers();
    for (path, text) in &papers {
        let flags = words(text, |c| c.is_ascii_lowercase() || c == '-').filter(|word| is_flag(word));
        for flag in flags {
            let known = own.contains(flag) || FLAGS_OF_OTHERS.iter().any(|(_, flags)| lists(flags, flag));
            assert!(known, "{}: {flag} is no flag of the program", path.display());
            foreign.remove(flag);
        }
    }
    assert!(foreign.is_empty(), "no recipe has {foreign:?} any more");
}

#[test]
fn every_variable_is_a_setting() {
    let shown = command::run(&["config", "show", "--json"]).success();
    let settings: serde_json::Value = serde_json::from_str(&shown).expect("the settings as JSON");
    let names = settings.as_object().expect("an object").keys();
    let mut known: BTreeSet<String> =
        names.map(|name| format!("STATEHOUSE_{}", name.to_uppercase().replace('-', "_"))).collect();
    known.insert("STATEHOUSE_CONFIG".into());
    // The beginning of them all.
    known.insert("STATEHOUSE_".into());
    for (path, text) in papers() {
        for word in words(&text, |c| c.is_ascii_uppercase() || c == '_') {
            if word.starts_with("STATEHOUSE_") {
                assert!(known.contains(word), "{}: {word} is no setting", path.display());
            }
        }
    }
}

#[test]
fn every_sub_command_exists() {
    let mut found = 0;
    for (path, text) in papers() {
        let calls = text.split('`').chain(text.lines()).filter_map(|part| {
            let part = part.trim_start_matches("$ ").trim_start_matches("# ");
            part.strip_prefix("statehouse ")
                .or_else(|| part.strip_prefix("ExecStart=/usr/local/bin/statehouse "))
        });
        for call in calls {
            let is_word = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase());
            let mut arguments: Vec<&str> = call.split(' ').take_while(is_word).collect();
            arguments.push("--help");
            let help = command::run(&arguments);
            assert!(help.code == Some(0), "{}: statehouse {call}: {help:?}", path.display());
            found += 1;
        }
    }
    assert!(found > 5, "only {found} calls of the program were found");
}

#[test]
fn every_address_is_one_of_the_api() {
    let document: serde_json::Value =
        serde_json::from_str(&command::run(&["openapi"]).success()).expect("the OpenAPI document");
    let paths = document["paths"].as_object().expect("an object");
    let mut found = BTreeSet::new();
    for (path, text) in papers() {
        let is_part = |c: char| c.is_ascii_alphanumeric() || "/-_.{}:%$~@^*+?=&,".contains(c);
        for word in words(&text, is_part) {
            let address = word.trim_end_matches(['.', ',', ':']);
            let local = address.strip_prefix("http://127.0.0.1:1789").unwrap_or(address);
            let on_disk = FOLDERS.iter().any(|folder| local.starts_with(folder));
            if local.len() > 1 && local.starts_with('/') && !on_disk {
                assert!(paths.contains_key(local), "{}: {word} is no address of the API", path.display());
                found.insert(local.to_owned());
            }
        }
    }
    for known in ["/readyz", "/healthz", "/metrics", "/v1/policies"] {
        assert!(found.contains(known), "{known} was not looked at: {found:?}");
    }
}

#[test]
fn every_figure_is_one_that_the_server_has() {
    let server = Server::on(Database::fresh_file());
    let _ = server.get("/v1/policies").expect(200);
    let figures = server.get("/metrics").expect(200).text();
    let is_there = |name: &str| {
        figures.lines().any(|line| {
            let line = line.strip_prefix("# HELP ").unwrap_or(line);
            line.strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', '{']))
        })
    };
    let mut found = 0;
    for (path, text) in papers() {
        for word in words(&text, |c| c.is_ascii_lowercase() || c == '_') {
            if word.starts_with("statehouse_") {
                assert!(is_there(word), "{}: the server has no figure {word}\n{figures}", path.display());
                found += 1;
            }
        }
    }
    assert!(found > 10, "only {found} figures were found");
}

#[test]
fn every_alert_is_told_of_and_every_one_told_of_exists() {
    let rules = read(&folder().join("alerts.yaml"));
    let named = |text: &str| -> BTreeSet<String> {
        let alerts = words(text, char::is_alphanumeric).filter(|word| {
            word.strip_prefix("Statehouse").is_some_and(|rest| rest.starts_with(char::is_uppercase))
        });
        alerts.map(str::to_owned).collect()
    };
    let rules: BTreeSet<String> =
        rules.lines().filter_map(|line| Some(line.trim().strip_prefix("- alert: ")?.to_owned())).collect();
    assert_eq!(named(&read(&folder().with_extension("md"))), rules, "in docs/deployment.md");
    assert_eq!(named(&read(&folder().join("alerts.test.yaml"))), rules, "in alerts.test.yaml");
}

#[test]
fn images_have_the_versions_of_the_workspace() {
    let root = folder().join("../..");
    let workspace: toml::Table = read(&root.join("Cargo.toml")).parse().expect("a manifest");
    let package = &workspace["workspace"]["package"];
    let dockerfile = read(&root.join("Dockerfile"));
    let rust = format!("ARG RUST_VERSION={}\n", package["rust-version"].as_str().expect("a version"));
    assert!(dockerfile.contains(&rust), "Dockerfile: {rust}");
    let image = format!("image: statehouse:{}\n", package["version"].as_str().expect("a version"));
    for manifest in ["deployment.yaml", "migrate.yaml"] {
        let text = read(&folder().join("kubernetes").join(manifest));
        assert!(text.contains(&image), "{manifest}: {image}");
    }
}

#[test]
fn kubernetes_and_compose_take_their_files() {
    let Some(environment) = python::environment("deployment") else { return };
    let check = |program: &str, arguments: &[&str], files: &[PathBuf]| {
        let mut command = Command::new(environment.join("bin").join(program));
        let said = python::output(command.args(arguments).args(files));
        assert!(said.is_ok(), "{program}: {said:?}");
    };
    let mut manifests = files(&folder().join("kubernetes"));
    manifests.retain(|path| !path.ends_with("kustomization.yaml"));
    assert!(manifests.len() > 5, "{manifests:?}");
    for version in ["1.25", "1.37"] {
        check("kubernetes-validate", &["--strict", "--kubernetes-version", version], &manifests);
    }
    let compose = [folder().join("compose.yaml")];
    check("check-jsonschema", &["--builtin-schema", "vendor.compose-spec"], &compose);
}

/// docs/deployment, beside which deployment.md lies.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/deployment")
}

/// All that operators are given, as text.
fn papers() -> Vec<(PathBuf, String)> {
    let mut paths = files(&folder());
    paths.push(folder().with_extension("md"));
    paths.push(folder().join("../../Dockerfile"));
    assert!(paths.len() > 10, "{paths:?}");
    paths.into_iter().map(|path| (path.clone(), read(&path))).collect()
}

/// The files of a folder and of those in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of recipes");
    let paths = entries.map(|entry| entry.expect("an entry of the folder").path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| unreadable(path, &error))
}

#[expect(clippy::panic, reason = "a test that cannot go on fails")]
fn unreadable(path: &Path, error: &std::io::Error) -> ! {
    panic!("{}: {error}", path.display())
}

/// The help of the program and of its sub-commands.
fn helps() -> String {
    let commands: [&[&str]; 9] = [
        &[],
        &["serve"],
        &["healthcheck"],
        &["config", "show"],
        &["migrate"],
        &["migrate", "up"],
        &["migrate", "expand"],
        &["migrate", "down"],
        &["migrate", "check"],
    ];
    commands.map(|command| command::run(&[command, &["--help"]].concat()).success()).concat()
}

/// The longest runs of such characters.
fn words(text: &str, belongs: impl Fn(char) -> bool) -> impl Iterator<Item = &str> {
    text.split(move |c| !belongs(c)).filter(|word| !word.is_empty())
}

fn is_flag(word: &str) -> bool {
    word.strip_prefix("--").is_some_and(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
}

fn lists(flags: &str, flag: &str) -> bool {
    flags.split(' ').any(|listed| listed == flag)
}

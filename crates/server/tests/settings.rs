//! Settings at the boundary: what `statehouse config show` says is in force, and from where.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::TempDir;

/// The command, in a directory of its own and without any of this process's settings.
fn statehouse(directory: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_statehouse"));
    command.current_dir(directory).env_clear();
    command
}

fn settings(command: &mut Command) -> Value {
    let output = command.args(["config", "show", "--json"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn one_line(output: &Output) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(text.starts_with("statehouse: error: ") && text.trim_end().lines().count() == 1, "{text}");
    text
}

fn refusal(command: &mut Command) -> String {
    let output = command.args(["config", "show"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    one_line(&output)
}

fn directory() -> TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn without_anything_the_defaults_are_in_force() {
    let settings = settings(&mut statehouse(directory().path()));
    assert_eq!(settings["database"], json!({"value": "sqlite:statehouse.db", "origin": "default"}));
    assert_eq!(settings["listen"], json!({"value": "127.0.0.1:1789", "origin": "default"}));
    assert_eq!(settings["auth"], json!({"value": null, "origin": "default"}));
    assert_eq!(settings["drivers"], json!({"value": [], "origin": "default"}));
}

#[test]
fn a_flag_precedes_a_variable_precedes_the_file_precedes_the_default() {
    let directory = directory();
    let file = directory.path().join("statehouse.toml");
    fs::write(&file, "listen = '127.0.0.1:1'\nqueue = 3\nlog = 'debug'\n").unwrap();
    let settings = settings(
        statehouse(directory.path())
            .env("STATEHOUSE_LISTEN", "127.0.0.1:2")
            .env("STATEHOUSE_QUEUE", "4")
            .args(["--listen", "127.0.0.1:3"]),
    );
    assert_eq!(settings["listen"], json!({"value": "127.0.0.1:3", "origin": "--listen"}));
    assert_eq!(settings["queue"], json!({"value": "4", "origin": "STATEHOUSE_QUEUE"}));
    assert_eq!(settings["log"], json!({"value": "debug", "origin": "statehouse.toml"}));
    assert_eq!(settings["keep-alive"]["origin"], "default");
}

#[test]
fn the_file_may_be_named_by_flag_or_variable() {
    let directory = directory();
    fs::write(directory.path().join("a.toml"), "queue = 1").unwrap();
    fs::write(directory.path().join("b.toml"), "queue = 2").unwrap();
    fs::write(directory.path().join("statehouse.toml"), "queue = 3").unwrap();
    let by_variable = settings(statehouse(directory.path()).env("STATEHOUSE_CONFIG", "a.toml"));
    assert_eq!(by_variable["queue"]["value"], "1");
    let by_flag = settings(
        statehouse(directory.path()).env("STATEHOUSE_CONFIG", "a.toml").args(["--config", "b.toml"]),
    );
    assert_eq!(by_flag["queue"]["value"], "2");
}

#[test]
fn several_driver_directories_come_from_every_source() {
    let directory = directory();
    fs::write(directory.path().join("statehouse.toml"), "drivers = ['a', 'b']").unwrap();
    assert_eq!(settings(&mut statehouse(directory.path()))["drivers"]["value"], json!(["a", "b"]));
    let by_variable = settings(statehouse(directory.path()).env("STATEHOUSE_DRIVERS", "c:d"));
    assert_eq!(by_variable["drivers"]["value"], json!(["c", "d"]));
    let by_flag = settings(statehouse(directory.path()).args(["--drivers", "e", "--drivers", "f"]));
    assert_eq!(by_flag["drivers"]["value"], json!(["e", "f"]));
}

#[test]
fn a_url_with_a_password_may_stand_in_a_file_of_its_own() {
    let directory = directory();
    fs::write(directory.path().join("url"), "postgres://u:geheim@h/d\n").unwrap();
    let settings = settings(statehouse(directory.path()).env("STATEHOUSE_DATABASE_FILE", "url"));
    assert_eq!(settings["database"], json!({"value": "postgres://u:***@h/d", "origin": "url"}));
}

#[test]
fn a_database_and_a_file_with_another_are_not_chosen_between() {
    let directory = directory();
    fs::write(directory.path().join("url"), "sqlite:other.db").unwrap();
    let mut both = statehouse(directory.path());
    both.env("STATEHOUSE_DATABASE", "sqlite:one.db").args(["--database-file", "url"]);
    let refusal = refusal(&mut both);
    assert!(refusal.contains("STATEHOUSE_DATABASE") && refusal.contains("--database-file"), "{refusal}");
}

#[test]
fn a_file_with_a_url_that_cannot_be_read_is_named() {
    let refusal = refusal(statehouse(directory().path()).args(["--database-file", "missing"]));
    assert!(refusal.contains("missing"), "{refusal}");
}

#[test]
fn secrets_are_never_shown() {
    let key = "5ec12e7".repeat(9) + "0";
    for arguments in [vec!["config", "show"], vec!["config", "show", "--json"]] {
        let output = statehouse(directory().path())
            .env("STATEHOUSE_SECRET_KEY", &key)
            .args(arguments)
            .output()
            .unwrap();
        let shown = String::from_utf8(output.stdout).unwrap();
        assert!(shown.contains("<hidden>") && !shown.contains(&key), "{shown}");
    }
}

#[test]
fn a_key_in_the_configuration_file_is_refused_without_being_shown() {
    let directory = directory();
    fs::write(directory.path().join("statehouse.toml"), "secret-key = 'abcdef'").unwrap();
    let refusal = refusal(&mut statehouse(directory.path()));
    assert!(refusal.contains("STATEHOUSE_SECRET_KEY") && !refusal.contains("abcdef"), "{refusal}");
}

#[test]
fn an_unknown_key_in_the_file_is_refused_and_the_nearest_named() {
    let directory = directory();
    fs::write(directory.path().join("statehouse.toml"), "databse = 'sqlite:x.db'").unwrap();
    let refusal = refusal(&mut statehouse(directory.path()));
    assert!(refusal.contains("\"databse\"") && refusal.contains("\"database\""), "{refusal}");
    assert!(refusal.contains("statehouse.toml"), "{refusal}");
}

#[test]
fn a_value_that_makes_no_sense_is_refused_with_its_setting_and_origin() {
    let cases = [
        ("STATEHOUSE_LISTEN", "1789", "listen"),
        ("STATEHOUSE_QUEUE", "0", "queue"),
        ("STATEHOUSE_KEEP_ALIVE", "75", "keep-alive"),
        ("STATEHOUSE_LOG_FORMAT", "xml", "log-format"),
        ("STATEHOUSE_AUTH", "basic", "auth"),
        ("STATEHOUSE_PORT_FILE", "", "port-file"),
    ];
    for (variable, value, setting) in cases {
        let refusal = refusal(statehouse(directory().path()).env(variable, value));
        assert!(refusal.contains(variable) && refusal.contains(setting), "{refusal}");
    }
}

#[test]
fn a_file_that_is_named_must_be_there_and_be_toml() {
    let directory = directory();
    let missing = refusal(statehouse(directory.path()).args(["--config", "missing.toml"]));
    assert!(missing.contains("missing.toml"), "{missing}");
    fs::write(directory.path().join("broken.toml"), "listen = \n").unwrap();
    let broken = refusal(statehouse(directory.path()).args(["--config", "broken.toml"]));
    assert!(broken.contains("broken.toml") && broken.contains("line 1"), "{broken}");
}

#[test]
fn every_shell_gets_completions() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = statehouse(directory().path()).args(["completions", shell]).output().unwrap();
        assert!(output.status.success());
        assert!(String::from_utf8(output.stdout).unwrap().contains("statehouse"), "{shell}");
    }
}

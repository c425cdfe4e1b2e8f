//! What the command line says: settings and where they come from, and what is wrong with them.

use statehouse_tests::Database;
use statehouse_tests::command::{self, exit};
use std::net::TcpListener;

#[test]
fn a_database_that_cannot_be_used_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(path("text.db"), "this is no database, whatever its name says".repeat(100)).unwrap();
    std::fs::create_dir(path("folder.db")).unwrap();
    for (database, code, word) in [
        ("oracle://host/name".to_owned(), exit::WRONG_SETTINGS, "oracle"),
        ("postgrse://host/name".to_owned(), exit::WRONG_SETTINGS, "postgrse"),
        (path("text.db"), exit::WRONG_SETTINGS, "text.db"),
        (format!("sqlite:{}", path("text.db")), exit::NO_DATABASE, "text.db"),
        (format!("sqlite:{}", path("folder.db")), exit::NO_DATABASE, "folder.db"),
        (format!("sqlite:{}", path("nosuch/statehouse.db")), exit::NO_DATABASE, "nosuch"),
    ] {
        command::serve(&["--database", &database]).assert_one_clear_line(code, &[word]);
    }
}

#[test]
fn a_port_in_use_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let holder = TcpListener::bind(taken).unwrap();
    let outcome = command::run(&["serve", "--listen", &taken.to_string()]);
    outcome.assert_one_clear_line(exit::NO_ADDRESS, &[&taken.to_string(), "use"]);
    drop(holder);
}

#[test]
fn listening_beyond_this_machine_without_authentication_must_be_spelled_out() {
    let outcome = command::run(&["serve", "--listen", "0.0.0.0:0"]);
    outcome.assert_one_clear_line(exit::WRONG_SETTINGS, &["0.0.0.0", "--auth none"]);
}

#[test]
fn a_driver_declaration_that_is_wrong_is_named() {
    let database = Database::fresh_file();
    std::fs::write(database.drivers().join("broken.yaml"), "id: broken\ntables: 5\n").unwrap();
    let drivers = database.drivers().display().to_string();
    let outcome = command::serve(&["--database", &database.url(), "--drivers", &drivers]);
    outcome.assert_one_clear_line(exit::WRONG_SETTINGS, &["broken.yaml", "tables"]);
}

#[test]
fn a_flag_that_does_not_exist_is_named() {
    for arguments in [&["--nosuch"][..], &["serve", "--nosuch"], &["nosuch"], &["migrate", "sideways"]] {
        let outcome = command::run(arguments);
        assert!(outcome.code.is_some_and(|code| code != 0), "{outcome:?}");
        assert!(outcome.stderr.contains(arguments[arguments.len() - 1]), "{outcome:?}");
    }
}

#[test]
fn settings_come_from_flags_over_variables_over_the_file_over_defaults() {
    let folder = tempfile::tempdir().unwrap();
    let listen = |arguments: &[&str], settings: &[(&str, &str)]| {
        let shown =
            command::run_in(folder.path(), &[&["config", "show"], arguments].concat(), settings).success();
        shown.lines().find(|line| line.trim_start().starts_with("listen")).unwrap().to_owned()
    };
    let assert_shows = |line: String, value: &str, origin: &str| {
        assert!(line.contains(value) && line.contains(origin), "no {value} from {origin} in {line:?}");
    };
    let variable = ("STATEHOUSE_LISTEN", "127.0.0.1:4002");

    assert_shows(listen(&[], &[]), "127.0.0.1:1789", "default");
    std::fs::write(folder.path().join("statehouse.toml"), "listen = \"127.0.0.1:4001\"\n").unwrap();
    assert_shows(listen(&[], &[]), "127.0.0.1:4001", "statehouse.toml");
    assert_shows(listen(&[], &[variable]), "127.0.0.1:4002", "STATEHOUSE_LISTEN");
    assert_shows(listen(&["--listen", "127.0.0.1:4003"], &[variable]), "127.0.0.1:4003", "--listen");
}

#[test]
fn a_setting_that_cannot_be_meant_is_named() {
    let folder = tempfile::tempdir().unwrap();
    for (argument, value) in [
        ("--listen", "nowhere"),
        ("--auth", "trust-me"),
        ("--shutdown-timeout", "soon"),
        ("--queue", "-1"),
        ("--drivers", "/nosuch/folder"),
        ("--secret-key-file", "/nosuch/key"),
    ] {
        let outcome = command::serve(&[argument, value]);
        assert!(outcome.code.is_some_and(|code| code != 0 && code != 124), "{argument} {value}: {outcome:?}");
        assert!(outcome.stderr.contains(value), "{outcome:?}");
    }
    std::fs::write(folder.path().join("statehouse.toml"), "lisen = \"127.0.0.1:4001\"\n").unwrap();
    let outcome = command::run_in(folder.path(), &["config", "show"], &[]);
    outcome.assert_one_clear_line(exit::WRONG_SETTINGS, &["statehouse.toml", "lisen"]);
}

#[test]
fn help_version_and_completions_are_printed() {
    let help = command::run(&["--help"]).success();
    for word in ["serve", "migrate", "openapi", "completions", "config", "--database", "--listen"] {
        assert!(help.contains(word), "no {word} in {help}");
    }
    assert!(command::run(&["--version"]).success().starts_with("statehouse "));
    for shell in ["bash", "zsh", "fish"] {
        assert!(command::run(&["completions", shell]).success().contains("statehouse"));
    }
}

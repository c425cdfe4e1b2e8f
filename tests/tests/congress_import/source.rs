//! Where the database of Congress is, as operators have it.

use std::fs;

use statehouse_tests::command::{self, Outcome, exit};
use statehouse_tests::congress::{Congress, DISABLED};
use statehouse_tests::{Database, Server};

fn import(database: &Database, more: &[&str]) -> Outcome {
    database.migrate();
    let flags = database.flags();
    let flags: Vec<_> = flags.iter().map(String::as_str).collect();
    command::run(&[&["import", "congress"], &flags[..], more].concat())
}

#[test]
fn the_configuration_of_congress_tells_where_its_database_and_its_key_are() {
    let (congress, database) = (Congress::recorded(), Database::fresh());
    let conf = congress.key_dir().join("congress.conf");
    let path = conf.to_str().unwrap();
    let (file, keys) = (congress.path(), congress.key_dir());
    fs::write(
        &conf,
        format!(
            "[DEFAULT]\nencryption_key_path = {}\n[database]\nconnection = sqlite:///{}\n",
            keys.display(),
            file.display()
        ),
    )
    .unwrap();
    let outcome = import(&database, &["--congress-conf", path]);
    assert_eq!(outcome.code, Some(DISABLED), "{outcome:?}");
    assert_eq!(Server::on(&database).policy("beta").rule_texts(), ["t(10)", "t(11)", "t(12)"]);

    fs::write(&conf, "[database]\nbackend = sqlalchemy\n").unwrap();
    import(&database, &["--congress-conf", path])
        .assert_one_clear_line(exit::WRONG_SETTINGS, &["congress.conf", "no `connection`", "--from"]);
    fs::write(&conf, "[database]\nconnection = oracle://u:hush@h/d\n").unwrap();
    let refused = import(&database, &["--congress-conf", path]);
    refused.assert_one_clear_line(exit::WRONG_SETTINGS, &["[database] connection of", "oracle"]);
    assert!(!format!("{refused:?}").contains("hush"), "{refused:?}");
}

#[test]
fn an_address_may_stand_in_a_file_and_its_password_is_shown_nowhere() {
    let (congress, database) = (Congress::newest().policy("p-id", "p"), Database::fresh());
    let file = congress.key_dir().join("url");
    let path = file.to_str().unwrap();
    fs::write(&file, format!("{}\n", congress.url())).unwrap();
    let outcome = import(&database, &["--from-file", path]);
    assert_eq!(outcome.code, Some(0), "{outcome:?}");
    for url in ["postgresql+psycopg2://u:hush@127.0.0.1:1/d", "postgresql://u:hush@h:x/d"] {
        fs::write(&file, url).unwrap();
        let refused = import(&database, &["--from-file", path]);
        assert!(refused.code != Some(0) && !format!("{refused:?}").contains("hush"), "{refused:?}");
    }
    let refused = import(&database, &["--from-file", path, "--from", "sqlite:x"]);
    assert!(
        refused.code == Some(exit::WRONG_SETTINGS) && refused.stderr.contains("--from-file"),
        "{refused:?}"
    );
}

#[test]
fn three_slashes_are_relative_as_in_congress_and_whoever_means_otherwise_is_told() {
    let (congress, database) = (Congress::newest(), Database::fresh());
    let url = format!("sqlite://{}", congress.path().display());
    import(&database, &["--from", &url])
        .assert_one_clear_line(exit::NO_DATABASE, &["relative", "sqlite:////"]);
}

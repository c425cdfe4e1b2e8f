//! `statehouse doctor` on the embedded database and on settings.

use statehouse_tests::command;
use statehouse_tests::{Database, Diagnosis, Server};
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;

/// What depends on the disk of the machine that tests, and not on the test.
const DISK: &[&str] = &["file system", "room"];

/// Looks at a database file of a server.
fn examine(database: &Database) -> Diagnosis {
    Diagnosis::in_folder(database.folder(), &["--database", &database.url()], &[])
}

#[test]
fn a_database_that_is_served_is_well() {
    let server = Server::on(Database::fresh_file());
    let _ = server.create_policy("p");
    let found = examine(server.database());
    found.assert_well_but(DISK).assert_finds("schema", "well", "up to date").assert_finds(
        "secret key",
        "well",
        "sealed",
    );
    for subject in ["listening", "drivers", "file", "permissions", "durability", "soundness"] {
        assert!(found.subjects().contains(&subject), "{subject}: {found:?}");
    }
    let for_people = command::run(&["doctor", "--database", &server.database().url()]);
    assert_eq!(for_people.code, Some(i32::from(found.code() != Some(0))), "{for_people:?}");
    assert!(
        for_people.stdout.contains("✓ schema ") && for_people.stdout.ends_with(" 0 wrong\n"),
        "{for_people:?}"
    );
}

#[test]
fn nothing_is_made_where_nothing_is() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    Diagnosis::in_folder(folder.path(), &[], &[]).assert_well_but(DISK).assert_finds(
        "file",
        "well",
        "not exist yet",
    );
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 0, "no file was made");
    Diagnosis::in_folder(folder.path(), &["--database", "sqlite:no/such/folder.db"], &[]).assert_finds(
        "file",
        "wrong",
        "no folder",
    );
}

#[test]
fn a_key_that_is_lost_or_another_is_found() {
    let stopped = Server::on(Database::fresh_file()).stop();
    let database = stopped.database();
    let other = "0123456789abcdef".repeat(4);
    let found = Diagnosis::in_folder(
        database.folder(),
        &["--database", &database.url()],
        &[("STATEHOUSE_SECRET_KEY", &other)],
    );
    found
        .assert_finds("secret key", "wrong", "another key")
        .assert_well_but(&[&["secret key"], DISK].concat());
    fs::set_permissions(database.key_file(), Permissions::from_mode(0o644)).expect("permissions");
    examine(database).assert_finds("secret key", "doubtful", "everybody on this machine");
    fs::remove_file(database.key_file()).expect("the key file");
    examine(database).assert_finds("secret key", "wrong", "not there");
    assert!(!database.key_file().exists(), "no other key takes its place");
}

#[test]
fn a_file_that_is_newer_damaged_or_open_to_others_is_found() {
    let stopped = Server::on(Database::fresh_file()).stop();
    let database = stopped.database();
    fs::set_permissions(database.path(), Permissions::from_mode(0o644)).expect("permissions");
    examine(database).assert_finds("permissions", "doubtful", "0644");
    database.pretend_newer_schema();
    examine(database).assert_finds("schema", "wrong", "9999");
    fs::write(database.path(), "This is a letter and not a database. ".repeat(200)).expect("a letter");
    examine(database).assert_finds("file", "wrong", "damaged");
}

#[test]
fn settings_that_make_no_sense_are_found() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let examine = |arguments: &[&str]| Diagnosis::in_folder(folder.path(), arguments, &[]);
    examine(&["--listen", "0.0.0.0:1789"]).assert_finds("listening", "wrong", "not a loopback address");
    examine(&["--listen", "0.0.0.0:1789", "--auth", "none"]).assert_finds(
        "listening",
        "doubtful",
        "may do everything",
    );
    examine(&["--drivers", "no/such/folder"]).assert_finds("drivers", "wrong", "no/such/folder");
    examine(&["--database", "postgres://u:throwaway@h:99999/d"]).assert_finds(
        "address",
        "wrong",
        "1 to 65535",
    );
}

//! The `migrate` sub-command as its users meet it.
#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use std::time::Duration;

use clap::Parser;
use statehouse_migrations::cli::{Exit, MigrateCommand};
use statehouse_migrations::{Migration, MigrationSet, Migrator, Version};
use words::things::{self, Moved, Server, expanded};
use words::{Database, set, table, tables_up_to};

#[derive(Parser)]
#[command(name = "migrate")]
struct Program {
    #[command(subcommand)]
    command: MigrateCommand,
}

/// Runs `migrate ARGUMENTS` and answers how it ended and what it printed.
fn migrate(database: &Database, known: MigrationSet, arguments: &str) -> (Exit, String) {
    let program = Program::try_parse_from(["migrate"].into_iter().chain(arguments.split(' '))).unwrap();
    let mut out = Vec::new();
    let exit = program.command.run(&Migrator::new(known), &database.url, &mut out);
    (exit, String::from_utf8(out).unwrap())
}

#[test]
fn check_ends_with_the_exit_codes_its_help_promises() {
    let database = Database::fresh();
    let check = |known| migrate(&database, known, "check").0;
    assert_eq!(check(tables_up_to(2)), Exit::Pending);
    database.up(tables_up_to(2)).unwrap();
    assert_eq!(check(tables_up_to(2)), Exit::Done);
    assert_eq!(check(tables_up_to(3)), Exit::Pending);
    assert_eq!(check(tables_up_to(1)), Exit::Ahead);
    let changed = Migration::sql(2, "t2", "SELECT 1", "SELECT 1");
    assert_eq!(check(set([table(1), changed])), Exit::Drifted);
    database.execute("CREATE TABLE keep (x INTEGER); DROP TABLE schema_migrations");
    assert_eq!(check(tables_up_to(2)), Exit::Failed);
}

#[test]
fn up_and_down_say_what_they_did() {
    let database = Database::fresh();
    let known = || tables_up_to(3);
    let (exit, text) = migrate(&database, known(), "up 0002");
    assert!(exit == Exit::Done && text.contains("applied 2 migrations: 0001, 0002"), "{text}");
    assert!(migrate(&database, known(), "up").1.contains("applied 0003"));
    assert!(migrate(&database, known(), "up").1.contains("nothing to apply"));
    assert!(migrate(&database, known(), "down 1 --yes").1.contains("took down 2 migrations: 0003, 0002"));
    assert_eq!(migrate(&database, known(), "up 9").0, Exit::Failed);
}

#[test]
fn nothing_is_taken_down_without_a_yes() {
    let database = Database::migrated(tables_up_to(2));
    assert_eq!(migrate(&database, tables_up_to(2), "down 0").0, Exit::Failed);
    assert_eq!(database.tables(), ["t1", "t2"]);
}

#[test]
fn status_is_a_table_for_people_and_json_for_programs() {
    let database = Database::fresh();
    Migrator::new(tables_up_to(2))
        .up(&database.url, Some(Version(1)), &mut statehouse_migrations::Silent)
        .unwrap();
    let (_, text) = migrate(&database, tables_up_to(2), "status");
    let lines: Vec<_> = text.lines().collect();
    assert!(lines[0].starts_with("0001  applied     expand    20") && lines[0].contains("t1"), "{text}");
    assert!(lines[1].starts_with("0002  pending     expand    -"), "{text}");

    let (_, json) = migrate(&database, tables_up_to(2), "status --json");
    let list: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(list[0]["standing"], "applied");
    assert_eq!(list[0]["checksum"], table(1).checksum());
    assert_eq!(list[1]["version"], 2);
    assert_eq!(list[1]["applied_at"], serde_json::Value::Null);
}

#[test]
fn steps_count_from_where_the_database_is() {
    let database = Database::fresh();
    let known = || tables_up_to(4);
    assert!(migrate(&database, known(), "up +2").1.contains("0001, 0002"));
    assert!(migrate(&database, known(), "up +1").1.contains("applied 0003"));
    assert!(migrate(&database, known(), "up +9").1.contains("applied 0004"));
    assert!(migrate(&database, known(), "down -2 --yes").1.contains("0004, 0003"));
    assert!(migrate(&database, known(), "down -9 --yes").1.contains("0002, 0001"));
    assert_eq!(migrate(&database, known(), "down +1 --yes").0, Exit::Failed);
    for wrong in ["up +0", "up -1", "up x", "down --sql 3"] {
        assert!(Program::try_parse_from(["migrate"].into_iter().chain(wrong.split(' '))).is_err(), "{wrong}");
    }
}

#[test]
fn a_dry_run_tells_and_changes_nothing() {
    let database = Database::fresh();
    let (exit, text) = migrate(&database, tables_up_to(2), "up --dry-run");
    assert!(exit == Exit::Done && text.starts_with("would apply 0001_t1  (expand)\n"), "{text}");
    assert_eq!(database.tables(), Vec::<String>::new());
    database.up(tables_up_to(2)).unwrap();
    let (_, text) = migrate(&database, tables_up_to(2), "down 0 --dry-run");
    assert_eq!(text, "would take down 0002_t2  (expand)\nwould take down 0001_t1  (expand)\n");
    assert_eq!(database.tables(), ["t1", "t2"]);
    assert!(migrate(&database, tables_up_to(2), "up --dry-run").1.contains("nothing to apply"));
}

#[test]
fn what_older_servers_need_is_not_taken_away_without_a_yes() {
    let contract = Migration::sql(
        3,
        "narrow",
        "-- phase: contract\n-- requires: 0002\nDROP TABLE IF EXISTS t1",
        "CREATE TABLE IF NOT EXISTS t1 (x INTEGER)",
    );
    let known = || set([table(1), table(2), contract.clone()]);
    let new = Database::fresh();
    assert_eq!(migrate(&new, known(), "up").0, Exit::Done);
    let used = Database::migrated(tables_up_to(2));
    assert_eq!(migrate(&used, known(), "up").0, Exit::Failed);
    assert_eq!(used.tables(), ["t1", "t2"]);
    assert_eq!(migrate(&used, known(), "up --yes").0, Exit::Done);
    assert_eq!(used.tables(), ["t2"]);
}

#[test]
fn current_and_history_tell_what_was_done_last_and_ever() {
    let database = Database::fresh();
    let known = || tables_up_to(3);
    assert_eq!(migrate(&database, known(), "current").1, "none\n");
    migrate(&database, known(), "up 2");
    migrate(&database, known(), "down --yes");
    assert_eq!(migrate(&database, known(), "current").1, "0001_t1\n");
    let contract = Migration::sql(2, "t2", "-- phase: contract\n-- requires: 0001\nSELECT 1", "SELECT 1");
    let between = Database::fresh();
    let phases = || set([table(1), contract.clone(), table(3)]);
    migrate(&between, phases(), "expand");
    assert_eq!(migrate(&between, phases(), "current").1, "0003_t3 (missing: 0002)\n");
    let current: serde_json::Value =
        serde_json::from_str(&migrate(&database, known(), "current --json").1).unwrap();
    assert_eq!((&current["version"], &current["missing"]), (&1.into(), &serde_json::json!([2, 3])));
    let (_, history) = migrate(&database, known(), "history");
    let words: Vec<Vec<_>> =
        history.lines().map(|line| line.split_whitespace().skip(1).take(2).collect()).collect();
    assert_eq!(words, [["up", "0001"], ["up", "0002"], ["down", "0002"]]);
    let list: serde_json::Value =
        serde_json::from_str(&migrate(&database, known(), "history --json").1).unwrap();
    assert!(list[2]["action"] == "down" && list[2]["took_s"].is_number(), "{list}");
}

#[test]
fn a_dry_run_names_the_servers_in_the_way_and_ends_as_the_run_would() {
    let moved = Moved::default();
    let database = expanded(&moved);
    let migrate = |arguments: &str| {
        let program = Program::try_parse_from(["migrate"].into_iter().chain(arguments.split(' '))).unwrap();
        let mut out = Vec::new();
        let exit = program.command.run(&things::migrator(&database, &moved), &database.url, &mut out);
        (exit, String::from_utf8(out).unwrap())
    };
    assert_eq!(migrate("expand --dry-run").0, Exit::Done);
    assert_eq!(migrate("data --dry-run").1, "would apply 0003_moved  (data)\n");
    assert_eq!(migrate("contract --dry-run").0, Exit::Later, "the rows come first");
    assert_eq!(migrate("contract --yes").0, Exit::Later);
    assert_eq!(migrate("data").0, Exit::Done);

    let old = Server::alive(&database, "old", 1, Duration::from_millis(600));
    for verb in ["up", "contract"] {
        let (exit, text) = migrate(&format!("{verb} --dry-run"));
        assert!(text.starts_with("would apply 0004_old_goes  (contract"), "{text}");
        assert!(text.contains("refused as long as these servers live: old.example:1789"), "{text}");
        assert_eq!((exit, migrate(&format!("{verb} --yes")).0), (Exit::Later, Exit::Later), "{verb}");
    }
    old.stop();
    assert_eq!(migrate("contract --dry-run").0, Exit::Done);
    assert_eq!(migrate("contract --yes").0, Exit::Done);
    let new = Server::silent(&database, "new", 4, Duration::from_mins(5));
    database.execute("UPDATE servers SET oldest = 4");
    let (exit, text) = migrate("down 3 --dry-run");
    assert!(exit == Exit::Later && text.contains("new.example:1789"), "{text}");
    new.stop();
}

#[test]
fn what_a_statement_failed_of_decides_what_is_said() {
    let database = Database::migrated(tables_up_to(1));
    let failing = |sql: &'static str| {
        database.up(set([table(1), Migration::sql(2, "failing", sql, "SELECT 1")])).unwrap_err().to_string()
    };
    let said = failing("INSERT INTO schema_migrations SELECT * FROM schema_migrations");
    // Of MariaDB's script of statements it is not known what kind the error is.
    assert!(said.contains("mend the rows") || said.contains("names: a row,"), "{said}");
    assert!(!said.contains("its text"), "{said}");
    let said = failing("UPDATE missing SET x = 1");
    assert!(said.contains("`migrate verify`"), "{said}");
}

//! Each rule finds what it is for, and leaves alone what is written instead.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::super::Place;
use super::super::folders::Folders;
use super::super::released;
use super::super::squash;
use super::*;

/// Folders of made-up migrations.
struct Made {
    folder: TempDir,
}

impl Made {
    /// A first migration on each engine, with the table `old`.
    fn new() -> Self {
        let made = Self { folder: tempfile::tempdir().unwrap() };
        for engine in ["sqlite", "postgres", "mysql"] {
            let up = "CREATE TABLE IF NOT EXISTS old (id BIGINT)";
            made.migration(engine, "0001_initial", up, "DROP TABLE IF EXISTS old");
        }
        made
    }

    fn migration(&self, engine: &str, name: &str, up: &str, down: &str) {
        self.write(&format!("{engine}/{name}/up.sql"), up);
        self.write(&format!("{engine}/{name}/down.sql"), down);
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn place(&self) -> Place {
        Place { folder: self.folder.path().to_owned(), data_folder: self.folder.path().join("data") }
    }

    /// The names of the rules that find something, each with its line.
    fn found(&self) -> Vec<(&'static str, usize)> {
        let found = check(&self.place()).unwrap();
        found.iter().map(|finding| (finding.rule.name, finding.line)).collect()
    }
}

/// What is found in a second migration of one engine, which the others have in a form without fault.
fn found(engine: &str, up: &str) -> Vec<&'static str> {
    let made = Made::new();
    let is_directive = |line: &&str| line.starts_with("-- phase") || line.starts_with("-- requires");
    let directives = up.lines().take_while(is_directive).collect::<Vec<_>>().join("\n") + "\n";
    for other in ["sqlite", "postgres", "mysql"] {
        let harmless = format!("{directives}CREATE TABLE IF NOT EXISTS t (id BIGINT)");
        let up = if other == engine { up } else { &harmless };
        made.migration(other, "0002_next", up, "DROP TABLE IF EXISTS t");
    }
    made.found().into_iter().map(|(rule, _)| rule).collect()
}

const CONTRACT: &str = "-- phase: contract\n-- requires: 0002\n";

/// What is found in this folder of the repository, and in the data migrations of that one.
fn found_in(folder: &str, data_folder: &str) -> Vec<String> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let place = Place { folder: top.join(folder), data_folder: top.join(data_folder) };
    check(&place).unwrap().iter().map(ToString::to_string).collect()
}

#[test]
fn our_own_migrations_are_clean() {
    assert_eq!(found_in("migrations", "crates/migrations/src/data"), [""; 0]);
}

#[test]
fn those_of_the_example_are_clean() {
    let example = "crates/migrations/examples/another_service";
    assert_eq!(found_in(&format!("{example}/migrations"), example), [""; 0]);
}

#[test]
fn an_expand_that_adds_is_fine_on_every_engine() {
    let nullable = "ALTER TABLE old ADD COLUMN a TEXT";
    let with_default = "ALTER TABLE old ADD COLUMN a BIGINT NOT NULL DEFAULT 0";
    for up in [nullable, with_default, "INSERT INTO old (id) VALUES (1)"] {
        assert_eq!(found("sqlite", up), [""; 0], "{up}");
        assert_eq!(found("postgres", up), [""; 0], "{up}");
    }
    assert_eq!(
        found("mysql", "ALTER TABLE old ADD COLUMN IF NOT EXISTS a BIGINT NOT NULL DEFAULT 0"),
        [""; 0]
    );
    assert_eq!(found("mysql", "CREATE INDEX IF NOT EXISTS i ON old (id)"), [""; 0]);
    assert_eq!(found("sqlite", "CREATE INDEX i ON old (id)"), [""; 0]);
    let index = "-- transaction: none\nCREATE INDEX CONCURRENTLY IF NOT EXISTS i ON old (id)";
    assert_eq!(found("postgres", index), [""; 0]);
    assert_eq!(found("postgres", "CREATE TABLE new (id BIGINT); CREATE UNIQUE INDEX i ON new (id)"), [""; 0]);
}

#[test]
fn what_older_servers_still_use_is_dropped_in_a_contract() {
    for (engine, change) in [
        ("sqlite", "DROP TABLE old"),
        ("postgres", "DROP TABLE old"),
        ("mysql", "DROP TABLE IF EXISTS old"),
        ("postgres", "ALTER TABLE old DROP COLUMN a"),
        ("mysql", "ALTER TABLE old DROP COLUMN IF EXISTS a"),
        ("postgres", "ALTER TABLE old RENAME COLUMN a TO b"),
        ("postgres", "ALTER TABLE ONLY public.old ALTER a DROP DEFAULT"),
        ("sqlite", "CREATE UNIQUE INDEX i ON old (id)"),
        ("mysql", "ALTER TABLE old MODIFY a BIGINT NOT NULL, ALGORITHM = INPLACE, LOCK = NONE"),
    ] {
        assert_eq!(found(engine, change), ["breaks-window"], "{engine}: {change}");
        assert_eq!(found(engine, &format!("{CONTRACT}{change}")), [""; 0], "{engine}: {change}");
    }
}

#[test]
fn tables_that_are_copied_or_locked_are_found() {
    for (engine, change, rule) in [
        ("postgres", "ALTER TABLE old ALTER COLUMN a TYPE TEXT", "rewrites-table"),
        ("postgres", "ALTER TABLE old ADD a UUID DEFAULT gen_random_uuid()", "rewrites-table"),
        ("postgres", "ALTER TABLE old ADD a TEXT GENERATED ALWAYS AS (upper(b)) STORED", "rewrites-table"),
        ("postgres", "VACUUM FULL old", "rewrites-table"),
        ("postgres", "ALTER TABLE old ALTER a SET NOT NULL", "locks-table"),
        ("postgres", "ALTER TABLE old ADD CONSTRAINT c CHECK (a > 0)", "locks-table"),
        ("postgres", "LOCK TABLE old IN EXCLUSIVE MODE", "locks-table"),
        ("mysql", "ALTER TABLE old MODIFY a BIGINT NOT NULL", "rewrites-table"),
        ("mysql", "ALTER TABLE old CONVERT TO CHARACTER SET utf8mb4", "rewrites-table"),
        ("mysql", "ALTER TABLE old ADD CONSTRAINT IF NOT EXISTS c CHECK (a > 0)", "locks-table"),
        ("sqlite", "ALTER TABLE old DROP COLUMN a", "rewrites-table"),
        (
            "sqlite",
            "CREATE TABLE n (id BIGINT); INSERT INTO n SELECT id FROM old; DROP TABLE old; ALTER TABLE n RENAME TO old",
            "rewrites-table",
        ),
        ("postgres", "UPDATE old SET a = 1", "moves-rows"),
        ("mysql", "INSERT IGNORE INTO old SELECT id FROM other", "moves-rows"),
        ("sqlite", "DELETE FROM old WHERE id = 1", "moves-rows"),
    ] {
        assert_eq!(found(engine, &format!("{CONTRACT}{change}")), [rule], "{engine}: {change}");
    }
}

#[test]
fn not_null_is_set_without_a_lock_behind_a_constraint_that_was_validated() {
    let made = Made::new();
    let steps = [
        ("0002_a", "ALTER TABLE old ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID"),
        ("0003_b", "ALTER TABLE old VALIDATE CONSTRAINT c"),
        ("0004_c", "ALTER TABLE old ALTER COLUMN a SET NOT NULL"),
    ];
    for (name, up) in steps {
        for engine in ["sqlite", "postgres", "mysql"] {
            let up = if engine == "postgres" { up } else { "CREATE TABLE IF NOT EXISTS t (id BIGINT)" };
            made.migration(engine, name, &format!("{CONTRACT}{up}"), "DROP TABLE IF EXISTS t");
        }
    }
    assert_eq!(made.found(), []);
    assert_eq!(found("postgres", &format!("{CONTRACT}{}; {}", steps[0].1, steps[1].1)), ["locks-table"]);
}

/// What is found in these migrations on PostgreSQL, after the first; the other engines have other texts.
fn found_on_postgres(steps: &[(&str, &str)]) -> Vec<(&'static str, usize)> {
    let made = Made::new();
    for (name, up) in steps {
        let is_directive = |line: &&str| line.starts_with("-- phase") || line.starts_with("-- requires");
        let directives = up.lines().take_while(is_directive).collect::<Vec<_>>().join("\n") + "\n";
        let harmless = format!("{directives}CREATE TABLE IF NOT EXISTS t (id BIGINT)");
        for engine in ["sqlite", "postgres", "mysql"] {
            let up = if engine == "postgres" { up } else { harmless.as_str() };
            made.migration(engine, name, up, "DROP TABLE IF EXISTS t");
        }
    }
    let found = check(&made.place()).unwrap();
    let there = found.iter().filter(|finding| finding.path.starts_with(made.folder.path().join("postgres")));
    there.map(|finding| (finding.rule.name, finding.line)).collect()
}

#[test]
fn a_contract_requires_what_prepared_servers_for_it() {
    let steps = |drops: &str, requires: &str| {
        let drops = format!("-- phase: contract\n-- requires: {requires}\n{drops}");
        found_on_postgres(&[("0002_adds", "ALTER TABLE old ADD COLUMN b TEXT"), ("0003_drops", &drops)])
    };
    let finding = [("breaks-window", 3)];
    let replaced = "ALTER TABLE old DROP COLUMN id";
    assert_eq!(steps(replaced, "0001")[0], finding[0], "servers of 0001 use it");
    assert_eq!(steps(replaced, "0002"), [], "0002 came in its place");
    assert_eq!(steps("ALTER TABLE old ALTER a DROP DEFAULT", "0001"), finding, "0002 prepares it");
    // Servers that know a migration use what it made.
    assert_eq!(steps("ALTER TABLE old DROP COLUMN b", "0002"), finding);
    assert_eq!(steps("ALTER TABLE old DROP COLUMN b", "0003"), []);
    let made = "-- phase: contract\n-- requires: 0001\n";
    assert_eq!(found_on_postgres(&[("0002_drops", &format!("{made}DROP TABLE old"))]), finding);
    let waived = format!("{made}-- lint allows breaks-window: nobody ever read it\nDROP TABLE old");
    assert_eq!(found_on_postgres(&[("0002_drops", &waived)]), []);
    // What a contract before took away it had prepared.
    let contract = "-- phase: contract\n-- requires: 0002\n";
    let second = format!("{contract}ALTER TABLE old ALTER a DROP DEFAULT");
    let steps = [("0002_adds", "ALTER TABLE old ADD b TEXT"), ("0003_c", &second), ("0004_c", &second)];
    assert_eq!(found_on_postgres(&steps), []);
}

#[test]
fn a_check_lets_not_null_be_set_for_its_column_and_while_it_stands() {
    let add = "ALTER TABLE old ADD CONSTRAINT c CHECK (a IS NOT NULL) NOT VALID";
    let (validate, set) = ("ALTER TABLE old VALIDATE CONSTRAINT c", "ALTER TABLE old ALTER a SET NOT NULL");
    let found = |steps: &[&str]| {
        let names = ["0002_a", "0003_b", "0004_c", "0005_d", "0006_e"];
        let texts: Vec<_> = steps.iter().map(|step| format!("{CONTRACT}{step}")).collect();
        let steps: Vec<_> = names.into_iter().zip(texts.iter().map(String::as_str)).collect();
        found_on_postgres(&steps).into_iter().map(|(rule, _)| rule).collect::<Vec<_>>()
    };
    assert_eq!(found(&[add, validate, set]), [""; 0]);
    let locks = ["locks-table"];
    let other_column = "ALTER TABLE old ALTER other SET NOT NULL";
    assert_eq!(found(&[add, validate, other_column]), locks);
    assert_eq!(found(&[add, set]), locks, "it is not valid yet");
    assert_eq!(found(&[add, "ALTER TABLE old VALIDATE CONSTRAINT other", set]), locks);
    let says_less = "ALTER TABLE old ADD CONSTRAINT c CHECK (a IS NOT NULL OR b) NOT VALID";
    assert_eq!(found(&[says_less, validate, set]), locks);
    let dropped = "ALTER TABLE old DROP CONSTRAINT IF EXISTS c";
    assert_eq!(found(&[add, validate, dropped, set]), locks);
    let with_it = "ALTER TABLE old ALTER a SET NOT NULL, DROP CONSTRAINT c";
    assert_eq!(found(&[add, validate, with_it]), locks, "PostgreSQL drops first");
    assert_eq!(found(&[add, validate, dropped, add, set]), locks, "it has to be validated again");
    let renamed = "ALTER TABLE old RENAME COLUMN b TO a";
    assert_eq!(found(&[add, validate, renamed, set]), locks);
}

#[test]
fn a_column_that_must_be_given_needs_a_default() {
    for engine in ["sqlite", "postgres"] {
        assert_eq!(found(engine, "ALTER TABLE old ADD a TEXT NOT NULL"), ["not-null-without-default"]);
    }
    let up = "ALTER TABLE old ADD COLUMN IF NOT EXISTS a TEXT NOT NULL";
    assert_eq!(found("mysql", up), ["not-null-without-default"]);
}

#[test]
fn an_index_on_a_table_with_rows_is_built_concurrently_and_outside_of_a_transaction() {
    assert_eq!(found("postgres", "CREATE INDEX i ON old (id)"), ["index-not-concurrent"]);
    let concurrently = "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON old (id)";
    assert_eq!(found("postgres", concurrently), ["concurrent-in-transaction"]);
}

#[test]
fn where_statements_commit_one_by_one_each_can_be_run_again() {
    for up in [
        "CREATE TABLE t (id BIGINT)",
        "CREATE INDEX i ON old (id)",
        "INSERT INTO old (id) VALUES (1)",
        "ALTER TABLE old ADD COLUMN a TEXT",
        "ALTER TABLE old ADD INDEX i (id)",
        "CREATE VIEW v AS SELECT 1",
        "ALTER TABLE old DROP CONSTRAINT c, ADD CONSTRAINT IF NOT EXISTS c UNIQUE (id)",
    ] {
        assert!(found("mysql", up).contains(&"runs-once"), "{up}");
        assert!(!found("postgres", up).contains(&"runs-once"), "{up}");
    }
    let anew = "-- transaction: none\nALTER TABLE t DROP CONSTRAINT IF EXISTS c, ADD CONSTRAINT c CHECK (a > 0) NOT VALID";
    assert_eq!(found("postgres", &format!("{CONTRACT}{anew}")), [""; 0]);
    let index = "-- transaction: none\nCREATE INDEX CONCURRENTLY i ON old (id)";
    assert_eq!(found("postgres", index), ["runs-once"]);
    let made = Made::new();
    made.write("mysql/0001_initial/down.sql", "DROP TABLE old");
    assert_eq!(made.found(), [("runs-once", 1)]);
}

#[test]
fn a_transaction_is_neither_begun_nor_ended() {
    for up in ["BEGIN", "COMMIT", "ROLLBACK TO a", "START TRANSACTION"] {
        assert_eq!(found("postgres", up), ["ends-transaction"], "{up}");
    }
}

#[test]
fn a_finding_is_waived_by_a_comment_that_says_why() {
    let rows = "UPDATE old SET a = 1";
    assert_eq!(found("sqlite", &format!("-- lint allows moves-rows: one row\n{rows}")), [""; 0]);
    assert_eq!(found("sqlite", &format!("{rows} -- lint allows moves-rows: one row")), [""; 0]);
    let without_reason = format!("-- lint allows moves-rows:\n{rows}");
    assert_eq!(found("sqlite", &without_reason), ["waiver", "moves-rows"]);
    let other = format!("-- lint allows moves-row: one row\n{rows}");
    assert_eq!(found("sqlite", &other), ["waiver", "moves-rows"]);
    let elsewhere = format!("{rows};\n-- lint allows moves-rows: one row\nSELECT 1");
    assert_eq!(found("sqlite", &elsewhere), ["moves-rows", "waiver"]);
    let strict = "-- lint allows ends-transaction: it is short\nCOMMIT";
    assert_eq!(found("sqlite", strict), ["waiver", "ends-transaction"]);
}

#[test]
fn the_engines_have_the_same_migrations() {
    let made = Made::new();
    made.migration("sqlite", "0002_a", "CREATE TABLE t (id BIGINT)", "DROP TABLE t");
    made.migration("postgres", "0002_b", "CREATE TABLE t (id BIGINT)", "DROP TABLE t");
    assert_eq!(made.found(), [("engines-differ", 0), ("engines-differ", 0)]);
    let made = Made::new();
    for (engine, phase) in [("sqlite", CONTRACT), ("postgres", CONTRACT), ("mysql", "")] {
        let up = format!("{phase}CREATE TABLE IF NOT EXISTS t (id BIGINT)");
        made.migration(engine, "0002_a", &up, "DROP TABLE IF EXISTS t");
    }
    // The phase, and what it requires.
    assert_eq!(made.found(), [("engines-differ", 0), ("engines-differ", 0)]);
}

#[test]
fn numbers_have_no_gaps_and_are_taken_once() {
    let made = Made::new();
    for engine in ["sqlite", "postgres", "mysql"] {
        made.migration(
            engine,
            "0003_a",
            "CREATE TABLE IF NOT EXISTS t (id BIGINT)",
            "DROP TABLE IF EXISTS t",
        );
    }
    assert_eq!(made.found(), [("number", 0)]);
    made.write("data/v0002_b.rs", "");
    assert_eq!(made.found(), []);
    made.write("data/v0003_c.rs", "");
    assert_eq!(made.found(), [("number", 0); 3]);
    let misnamed = "fn name(&self) -> &'static str {\n        \"d\"\n    }";
    made.write("data/v0003_c.rs", misnamed);
    assert_eq!(made.found()[0], ("folder-name", 0));
    made.write("sqlite/3_d/up.sql", "");
    assert_eq!(made.found()[0], ("folder-name", 0));
}

#[test]
fn a_migration_goes_both_ways_and_can_be_read() {
    let made = Made::new();
    made.write("sqlite/0001_initial/down.sql", "-- nothing yet\n");
    fs::remove_file(made.folder.path().join("postgres/0001_initial/down.sql")).unwrap();
    assert_eq!(made.found(), [("one-way", 0), ("one-way", 0)]);
    assert_eq!(found("sqlite", "SELECT 'x"), ["unreadable"]);
    assert_eq!(found("sqlite", "-- phase: contarct\nSELECT 1"), ["directive"; 3]);
}

#[test]
fn directives_are_read_as_the_runner_reads_them() {
    for up in [
        "-- phase: expand\n-- phase: expand\nSELECT 1",
        "-- why\n-- phase: contract\n-- requires: 0001\nSELECT 1",
        "SELECT 1;\n-- transaction: none\n",
        "-- requires: 0003\nSELECT 1",
    ] {
        assert!(found("sqlite", up).contains(&"directive"), "{up}");
    }
    let made = Made::new();
    made.write("sqlite/0001_initial/down.sql", "DROP TABLE old;\n-- phase: contract\n");
    assert!(made.found().contains(&("directive", 1)));
    let block = "BEGIN NOT ATOMIC SELECT 1; SELECT 2; END";
    assert_eq!(found("mysql", block), [""; 0]);
}

#[test]
fn what_was_released_stays_as_it_was() {
    let made = Made::new();
    made.write("data/v0002_fill.rs", "fn revision(&self) -> u32 { 2 }");
    released::freeze(&made.place(), &Folders::read(&made.place()).unwrap(), &[]).unwrap();
    assert_eq!(made.found(), []);
    made.write("data/v0002_fill.rs", "// The same, said better.\nfn revision(&self) -> u32 { 2 }");
    made.write("sqlite/0001_initial/up.sql", "CREATE TABLE IF NOT EXISTS old (id BIGINT)\r\n");
    assert_eq!(made.found(), [("edited-after-release", 0)]);
    made.write("sqlite/0001_initial/up.sql", "CREATE TABLE IF NOT EXISTS old (id BIGINT)");
    let rewritten = "fn revision(&self) -> u32 { 2 }\nfn up() {}";
    made.write("data/v0002_fill.rs", rewritten);
    assert_eq!(made.found(), [("edited-after-release", 0)]);
    let freeze = |same: &[u32]| released::freeze(&made.place(), &Folders::read(&made.place()).unwrap(), same);
    assert!(freeze(&[]).is_err() && freeze(&[1]).is_err());
    freeze(&[2]).unwrap();
    assert_eq!(made.found(), []);
    made.write("data/v0002_fill.rs", "fn revision(&self) -> u32 { 3 }");
    assert_eq!(made.found(), [("edited-after-release", 0)]);
    fs::remove_file(made.folder.path().join("data/v0002_fill.rs")).unwrap();
    assert_eq!(made.found(), [("gone-after-release", 0)]);
    assert!(released::freeze(&made.place(), &Folders::read(&made.place()).unwrap(), &[]).is_err());
}

#[test]
fn every_rule_is_listed_once_under_a_name_that_a_waiver_can_hold() {
    for (place, rule) in rule::ALL.iter().enumerate() {
        assert!(rule.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", rule.name);
        assert!(!rule::ALL[..place].iter().any(|other| other.name == rule.name), "{}", rule.name);
    }
}

#[test]
fn what_was_squashed_is_said_once_and_stays_recognised() {
    let made = Made::new();
    let index = "-- transaction: none\nCREATE INDEX CONCURRENTLY IF NOT EXISTS i ON old (id)";
    for engine in ["sqlite", "mysql", "postgres"] {
        let plain = "CREATE INDEX IF NOT EXISTS i ON old (id)";
        let up = if engine == "postgres" { index } else { plain };
        made.migration(engine, "0002_index", up, "DROP INDEX IF EXISTS i");
        made.migration(
            engine,
            "0004_later",
            "CREATE TABLE IF NOT EXISTS t (id BIGINT)",
            "DROP TABLE IF EXISTS t",
        );
    }
    made.write("data/v0003_fill.rs", "fn revision(&self) -> u32 { 2 }");
    let folders = Folders::read(&made.place()).unwrap();
    released::freeze(&made.place(), &folders, &[]).unwrap();
    let checksum = released::checksum_of(folders.migrations.last().unwrap());
    let remains = squash::squash(&made.place(), 3).unwrap();
    assert!(remains.len() == 1 && remains[0].ends_with("v0003_fill.rs"), "{remains:?}");
    fs::remove_file(made.folder.path().join("data/v0003_fill.rs")).unwrap();

    let read = |file: &str| fs::read_to_string(made.folder.path().join(file)).unwrap();
    let up = read("postgres/baseline_0003/up.sql");
    assert!(
        up.contains("CREATE TABLE IF NOT EXISTS old (id BIGINT);")
            && up.contains("CREATE INDEX IF NOT EXISTS i"),
        "{up}"
    );
    assert!(!up.contains("transaction: none"), "{up}");
    let down = read("postgres/baseline_0003/down.sql");
    assert!(down.find("DROP INDEX") < down.find("DROP TABLE"), "{down}");
    let lines = read("sqlite/baseline_0003/stands_for.txt");
    let names: Vec<_> =
        lines.lines().filter_map(|line| line.rsplit_once(' ')).map(|(line, _)| line).collect();
    assert_eq!(names, ["0001_initial expand -", "0002_index expand -", "0003_fill data -"]);
    assert!(!made.folder.path().join("sqlite/0001_initial").exists());
    assert_eq!(made.found(), []);
    assert!(squash::squash(&made.place(), 3).is_err());

    // A second squash goes on from the first, and what was released is held to it.
    squash::squash(&made.place(), 4).unwrap();
    let lines = read("postgres/baseline_0004/stands_for.txt");
    assert!(
        lines.lines().count() == 4 && lines.contains(&format!("0004_later expand - {checksum}")),
        "{lines}"
    );
    assert_eq!(made.found(), []);
    made.write("postgres/baseline_0004/stands_for.txt", &lines.replace(&checksum, &"0".repeat(64)));
    assert_eq!(made.found(), [("gone-after-release", 0)]);
}

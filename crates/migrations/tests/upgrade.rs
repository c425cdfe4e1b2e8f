//! Databases of released schemas are upgraded, and taken back, without a row being lost or changed.
#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use statehouse_connection::Engine;
use statehouse_migrations::{Migration, MigrationSet, Migrator, Silent, Step, Version};
use words::Database;
use words::faults::EndsAt;
use words::rows::{KEPT, Kept, Rows, columns, contents, disable, execute, made, released};

fn migrator(database: &Database) -> Migrator {
    Migrator::new(MigrationSet::statehouse(&database.url).unwrap())
}

/// What an earlier database held, without the columns that are not here any more.
fn retained(
    before: &BTreeMap<String, Rows>,
    columns: &BTreeMap<String, Vec<String>>,
) -> BTreeMap<String, Rows> {
    let mut kept = before.clone();
    for (table, rows) in &mut kept {
        let here = &columns[table];
        for row in rows.iter_mut() {
            row.retain(|column, _| here.contains(column));
        }
    }
    kept
}

/// The rows of these tables, in these columns only.
fn shown_as(before: &BTreeMap<String, Rows>, now: &BTreeMap<String, Rows>) -> BTreeMap<String, Rows> {
    let mut shown = now.clone();
    shown.retain(|table, _| before.contains_key(table));
    for (table, rows) in &mut shown {
        let Some(first) = before[table].first() else { continue };
        for row in rows.iter_mut() {
            row.retain(|column, _| first.contains_key(column));
        }
    }
    shown
}

/// The rows that the JSON texts of the library policies stand for, as anybody would read them.
fn library_rules(library_policies: &Rows) -> Rows {
    let mut rules = Vec::new();
    for policy in library_policies {
        let parsed: Vec<Map<String, Value>> = serde_json::from_str(&policy["rules"]).unwrap();
        for (position, mut rule) in parsed.into_iter().enumerate() {
            let mut row = BTreeMap::from([
                ("library_policy_id".to_owned(), policy["id"].clone()),
                ("position".to_owned(), position.to_string()),
            ]);
            for member in ["rule", "name", "comment"] {
                // U+001A is stored as U+001A and `1`, and U+0000 as U+001A and `0`.
                let kept = |text: &str| text.replace('\u{1A}', "\u{1A}1").replace('\0', "\u{1A}0");
                let text = rule.shift_remove(member);
                let text = text.map(|text| kept(text.as_str().unwrap()));
                row.insert(member.to_owned(), text.unwrap_or_else(|| "<null>".to_owned()));
            }
            let extra = if rule.is_empty() { "<null>".to_owned() } else { Value::Object(rule).to_string() };
            row.insert("extra".to_owned(), extra);
            rules.push(row);
        }
    }
    rules.sort_by_key(|row| (row["library_policy_id"].clone(), row["position"].clone()));
    rules
}

#[test]
fn every_row_of_a_released_schema_is_there_after_each_migration_and_after_the_way_back() {
    for kept in KEPT {
        let upgraded = there_and_back(&released(kept.newest), kept, kept.newest == 3);
        let heads = upgraded["rules"].iter().map(|row| format!("{} {}", row["id"], row["head_table"]));
        let heads: Vec<_> = heads.collect();
        assert_eq!(heads, kept.head_tables.lines().collect::<Vec<_>>(), "{:04}", kept.newest);
    }
}

#[test]
fn every_row_that_a_program_of_its_time_has_written_is_there_after_all_migrations_and_after_the_way_back() {
    let made: Vec<_> = KEPT.iter().filter_map(|kept| Some((kept, made(kept)?))).collect();
    assert!(made.len() >= 4, "{} databases", made.len());
    for (kept, database) in made {
        // The books of that time are taken over, and nothing else is done.
        let migrator = migrator(&database);
        let done = migrator.up(&database.url, Some(Version(kept.newest)), &mut Silent).unwrap();
        assert_eq!(done, [], "{:04}", kept.newest);
        there_and_back(&database, kept, false);
    }
}

/// Upgrades a database of that version, and takes it back; one by one, or all at once. The rows when it was upgraded.
fn there_and_back(database: &Database, kept: &Kept, one_by_one: bool) -> BTreeMap<String, Rows> {
    let version = kept.newest;
    let migrator = migrator(database);
    let (before, schema) = (contents(database), database.schema());
    assert!(before["rules"].len() > 20 && before["changes"].len() > 60, "the fixture is there");

    let mut steps = migrator.set().iter().filter(|it| it.version > Version(version));
    let steps: Vec<_> = if one_by_one { steps.collect() } else { steps.next_back().into_iter().collect() };
    for migration in steps {
        migrator.up(&database.url, Some(migration.version), &mut Silent).unwrap();
        let columns = columns(&database.schema());
        let now = contents(database);
        let kept = retained(&before, &columns);
        assert_eq!(shown_as(&kept, &now), kept, "{version:04}, after {migration}");
    }
    let now = contents(database);
    let rules = before.get("library_rules").cloned();
    let rules = rules.unwrap_or_else(|| library_rules(&before["library_policies"]));
    assert_eq!(now["library_rules"], rules, "{version:04}");

    let fresh = Database::fresh();
    migrator.up(&fresh.url, None, &mut Silent).unwrap();
    assert_eq!(database.schema(), fresh.schema(), "{version:04} upgraded, and a fresh one");

    migrator.down(&database.url, Some(Version(version)), &mut Silent).unwrap();
    assert_eq!(contents(database), before, "{version:04}, there and back");
    assert_eq!(database.schema(), schema, "{version:04}, there and back");
    now
}

/// Runs a data migration up by hand, so many rows at a time; how many rows it looked at.
fn in_batches_of(limit: u32, migration: &Migration, database: &Database) -> u64 {
    let Step::Data(data) = &migration.up else { unreachable!("{migration} is a data migration") };
    let (mut session, mut after, mut rows) = (database.session(), None, 0);
    loop {
        let batch = data.up(&mut session, after.as_deref(), limit).unwrap();
        assert!(batch.rows <= limit.into());
        rows += batch.rows;
        after = batch.next;
        if after.is_none() {
            return rows;
        }
    }
}

#[test]
fn batches_of_any_size_come_to_the_same_and_a_second_pass_mends_what_servers_wrote_meanwhile() {
    let database = released(3);
    let migrator = migrator(&database);
    let up = |version| migrator.up(&database.url, Some(Version(version)), &mut Silent).unwrap();
    up(7);
    up(10);
    let right = contents(&database);
    let data = |version| migrator.set().get(Version(version)).unwrap();
    for limit in [1, 2, 7, 1000] {
        // What servers of the previous window leave behind, and worse.
        database.execute("UPDATE rules SET head_table = 'else' WHERE id > '01a21071-5'");
        database.execute("DELETE FROM library_rules WHERE position > 1");
        database.execute("UPDATE library_rules SET rule = 'else'");
        assert_eq!(in_batches_of(limit, data(7), &database), right["rules"].len() as u64);
        assert_eq!(in_batches_of(limit, data(10), &database), right["library_policies"].len() as u64);
        assert_eq!(contents(&database), right, "in batches of {limit}");
    }
}

/// A database at 0005, every rule of which is disabled, for a reason as odd as its text.
fn with_disabled_rules() -> (Database, Migrator) {
    let database = released(3);
    let migrator = migrator(&database);
    migrator.up(&database.url, Some(Version(5)), &mut Silent).unwrap();
    disable(&database, "TRUE");
    (database, migrator)
}

#[test]
fn disabled_rules_are_set_aside_where_older_servers_would_misread_them_and_come_back() {
    let (database, migrator) = with_disabled_rules();
    migrator.up(&database.url, None, &mut Silent).unwrap();
    let before = contents(&database);
    migrator.down(&database.url, Some(Version(3)), &mut Silent).unwrap();
    assert_eq!(contents(&database)["rules"], Rows::new(), "an older server would serve them");
    migrator.up(&database.url, None, &mut Silent).unwrap();
    assert_eq!(contents(&database), before);
}

#[test]
fn a_policy_that_is_deleted_while_its_disabled_rules_are_set_aside_takes_them_with_it() {
    let (database, migrator) = with_disabled_rules();
    let mut expected = contents(&database);
    migrator.down(&database.url, Some(Version(4)), &mut Silent).unwrap();
    database.execute(&format!("DELETE FROM policies WHERE id = '{}'", expected["rules"][0]["policy_id"]));
    migrator.up(&database.url, Some(Version(5)), &mut Silent).unwrap();
    expected.insert("policies".to_owned(), contents(&database)["policies"].clone());
    let policies: Vec<_> = expected["policies"].iter().map(|policy| policy["id"].clone()).collect();
    let all = expected["rules"].len();
    expected.get_mut("rules").unwrap().retain(|rule| policies.contains(&rule["policy_id"]));
    assert!(!expected["rules"].is_empty() && expected["rules"].len() < all, "some went, and some stayed");
    assert_eq!(contents(&database), expected);
}

#[test]
fn executions_are_set_aside_where_older_servers_have_no_place_for_them_and_come_back() {
    let database = released(3);
    let migrator = migrator(&database);
    migrator.up(&database.url, None, &mut Silent).unwrap();
    execute(&database);
    let mut expected = contents(&database);
    assert!(expected["executions"].len() > 40 && expected["execution_changes"].len() > 20, "there are some");
    for below in [11, 3] {
        migrator.down(&database.url, Some(Version(below)), &mut Silent).unwrap();
        migrator.up(&database.url, None, &mut Silent).unwrap();
        assert_eq!(contents(&database), expected, "down to {below:04} and up again");
    }

    // A server of that time trims the log, and knows nothing of what else there is about a commit.
    migrator.down(&database.url, Some(Version(11)), &mut Silent).unwrap();
    let first = expected["execution_changes"][0]["revision"].clone();
    database.execute(&format!("DELETE FROM changes WHERE revision = {first}"));
    database.execute(&format!("DELETE FROM commits WHERE revision = {first}"));
    migrator.up(&database.url, None, &mut Silent).unwrap();
    for table in ["changes", "commits", "execution_changes"] {
        expected.get_mut(table).unwrap().retain(|row| row["revision"] != first);
    }
    assert_eq!(contents(&database), expected, "trimmed meanwhile");
}

#[test]
fn whoever_turns_back_half_way_loses_no_execution() {
    let database = released(3);
    let migrator = migrator(&database).back_up_first(false);
    migrator.up(&database.url, None, &mut Silent).unwrap();
    execute(&database);
    let expected = contents(&database);
    let up = |migrator: &Migrator| migrator.up(&database.url, None, &mut Silent);
    let down = |migrator: &Migrator| migrator.down(&database.url, Some(Version(11)), &mut Silent);
    // Where a migration is one transaction, one place is like the other.
    let step = if database.url.engine() == Engine::Mysql { 1 } else { 5 };
    for place in (0..).step_by(step) {
        let has_ended = down(&migrator.clone().faults(EndsAt::place(place))).is_ok();
        up(&migrator).unwrap();
        assert_eq!(contents(&database), expected, "turned back on the way down, at {place}");
        down(&migrator).unwrap();
        let has_ended = up(&migrator.clone().faults(EndsAt::place(place))).is_ok() && has_ended;
        down(&migrator).unwrap();
        up(&migrator).unwrap();
        assert_eq!(contents(&database), expected, "turned back on the way up, at {place}");
        if has_ended {
            assert!(place >= 5, "{place} places");
            return;
        }
    }
}

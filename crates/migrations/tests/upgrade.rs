//! Databases of released schemas are upgraded, and taken back, without a row being lost or changed.
#![expect(clippy::unwrap_used, reason = "the words that the tests are written in fail the test")]

mod words;

use std::collections::BTreeMap;

use diesel::connection::SimpleConnection as _;
use serde_json::{Map, Value};
use statehouse_connection::Engine;
use statehouse_migrations::{Migration, MigrationSet, Migrator, Schema, Silent, Step, Version};
use words::Database;

const ROWS: &str = include_str!("../../../tests/data/schema/0003/rows.sql");
const HEAD_TABLES: &str = include_str!("../../../tests/data/schema/0003/head-tables.txt");
/// The schemas that the rows fit into: what later ones added, earlier ones do without.
const RELEASED: [u32; 3] = [1, 2, 3];

/// Every row of a table, each as its columns by name, in no particular order.
type Rows = Vec<BTreeMap<String, String>>;

fn migrator(database: &Database) -> Migrator {
    Migrator::new(MigrationSet::statehouse(&database.url).unwrap())
}

/// A database of that version with the rows of the fixture.
fn released(version: u32) -> Database {
    let database = Database::fresh();
    migrator(&database).up(&database.url, Some(Version(version)), &mut Silent).unwrap();
    let tables = database.tables();
    let has = |table: &str| tables.iter().any(|it| it == table);
    let mut session = database.session();
    if database.url.engine() == Engine::Mysql {
        let mode = "SET SESSION sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES,NO_BACKSLASH_ESCAPES')";
        session.batch_execute(mode).unwrap();
    }
    // The migrations fill these by themselves.
    for table in ["head", "log_start"].into_iter().filter(|table| has(table)) {
        session.batch_execute(&format!("DELETE FROM {table}")).unwrap();
    }
    for statement in ROWS.split_terminator(";\n") {
        let table = statement.strip_prefix("INSERT INTO ").unwrap().split(' ').next().unwrap();
        if has(table) {
            session.batch_execute(statement).unwrap();
        }
    }
    database
}

/// The columns of every table but the runner's own.
fn columns(database: &Database) -> BTreeMap<String, Vec<String>> {
    let schema = Schema::of(&mut database.session()).unwrap();
    let names = |table: &statehouse_migrations::schema::table::Table| {
        table.columns.iter().map(|column| column.name.clone()).collect()
    };
    schema
        .tables()
        .filter(|(name, _)| !name.starts_with("schema_"))
        .map(|(name, table)| (name.to_owned(), names(table)))
        .collect()
}

/// Stands between columns and in no text of the fixture.
const BETWEEN: char = '\u{1F}';

/// What stands in these columns of a table, in the order of the rows' texts.
fn rows(database: &Database, table: &str, columns: &[String]) -> Rows {
    let text = |column: &String| match database.url.engine() {
        Engine::Mysql => format!("COALESCE(CAST(`{column}` AS CHAR), '<null>')"),
        Engine::Sqlite | Engine::Postgres => format!("COALESCE(CAST(\"{column}\" AS TEXT), '<null>')"),
    };
    let texts: Vec<_> = columns.iter().map(text).collect();
    let mut lines =
        database.texts(&format!("SELECT CONCAT_WS('{BETWEEN}', {}) AS value FROM {table}", texts.join(", ")));
    lines.sort();
    let row = |line: String| {
        let values: Vec<_> = line.split(BETWEEN).map(str::to_owned).collect();
        assert_eq!(values.len(), columns.len(), "{line:?}");
        columns.iter().cloned().zip(values).collect()
    };
    lines.into_iter().map(row).collect()
}

/// All rows of all tables, in the columns that they have here.
fn contents(database: &Database) -> BTreeMap<String, Rows> {
    let columns = columns(database);
    columns.iter().map(|(table, columns)| (table.clone(), rows(database, table, columns))).collect()
}

/// What an earlier database held, without the columns that are not here any more.
fn kept(before: &BTreeMap<String, Rows>, columns: &BTreeMap<String, Vec<String>>) -> BTreeMap<String, Rows> {
    let mut kept = before.clone();
    for (table, rows) in &mut kept {
        let here = &columns[table];
        rows.iter_mut().for_each(|row| row.retain(|column, _| here.contains(column)));
    }
    kept
}

/// The rows of these tables, in these columns only.
fn shown_as(before: &BTreeMap<String, Rows>, now: &BTreeMap<String, Rows>) -> BTreeMap<String, Rows> {
    let mut shown = now.clone();
    shown.retain(|table, _| before.contains_key(table));
    for (table, rows) in &mut shown {
        let Some(first) = before[table].first() else { continue };
        rows.iter_mut().for_each(|row| row.retain(|column, _| first.contains_key(column)));
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
                // U+001A is stored as U+001A and `1`.
                let text = rule.shift_remove(member);
                let text = text.map(|text| text.as_str().unwrap().replace('\u{1A}', "\u{1A}1"));
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
    for version in RELEASED {
        let database = released(version);
        let migrator = migrator(&database);
        let (before, schema) = (contents(&database), database.schema());
        assert!(before["rules"].len() > 20 && before["changes"].len() > 60, "the fixture is there");

        // One by one from the newest of them; the others at one go.
        let is_newest = RELEASED.iter().all(|&other| other <= version);
        let steps = migrator.set().iter().filter(|it| it.version > Version(version));
        let steps: Vec<_> = if is_newest { steps.collect() } else { steps.last().into_iter().collect() };
        for migration in steps {
            migrator.up(&database.url, Some(migration.version), &mut Silent).unwrap();
            let columns = columns(&database);
            let now = contents(&database);
            let kept = kept(&before, &columns);
            assert_eq!(shown_as(&kept, &now), kept, "{version:04}, after {migration}");
        }
        let now = contents(&database);
        let heads: Vec<String> =
            now["rules"].iter().map(|row| format!("{} {}", row["id"], row["head_table"])).collect();
        assert_eq!(heads, HEAD_TABLES.lines().collect::<Vec<_>>(), "{version:04}");
        assert_eq!(now["library_rules"], library_rules(&before["library_policies"]), "{version:04}");

        let fresh = Database::fresh();
        migrator.up(&fresh.url, None, &mut Silent).unwrap();
        assert_eq!(database.schema(), fresh.schema(), "{version:04} upgraded, and a fresh one");

        migrator.down(&database.url, Some(Version(version)), &mut Silent).unwrap();
        assert_eq!(contents(&database), before, "{version:04}, there and back");
        assert_eq!(database.schema(), schema, "{version:04}, there and back");
    }
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

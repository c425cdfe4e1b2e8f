//! Databases of OpenStack Congress: the recorded one, and made-up ones of every revision.

use crate::command::{self, Outcome};
use crate::database::Database;
use crate::server::Server;
use rusqlite::Connection;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const RECORDED: &[u8] = include_bytes!("../data/congress-v1/database/populated.sqlite");
const RECORDED_KEY: &str = include_str!("../data/congress-v1/database/aes_key");
const RECORDED_POSTGRES: &str = include_str!("../data/congress-v1/database/populated-postgres.sql");
const RECORDED_POSTGRES_KEY: &str = include_str!("../data/congress-v1/database/aes_key.postgres");
const ANSWERS: &str = include_str!("../data/congress-v1/database/answers.jsonl");

/// Exit code: everything is here, and some rules are disabled.
pub const DISABLED: i32 = 7;
/// Exit code: something could not be taken over.
pub const LEFT: i32 = 8;

/// The revisions of Congress's schema, oldest first, each with the statements that lead to it.
pub const REVISIONS: [(&str, &str); 7] = [
    (
        "initial_db",
        "CREATE TABLE policy_rules (id VARCHAR(36) NOT NULL PRIMARY KEY, rule TEXT NOT NULL, \
         comment VARCHAR(255) NOT NULL, policy_name VARCHAR(255) NOT NULL, deleted VARCHAR(36) DEFAULT '', \
         created_at DATETIME NOT NULL, deleted_at DATETIME, updated_at DATETIME)",
    ),
    (
        "532e9e1f0f3a",
        "CREATE TABLE policies (id VARCHAR(36) NOT NULL PRIMARY KEY, created_at DATETIME NOT NULL, \
         updated_at DATETIME, deleted_at DATETIME, deleted VARCHAR(36) DEFAULT '', name TEXT NOT NULL, \
         abbreviation VARCHAR(5) NOT NULL, description TEXT NOT NULL, owner TEXT NOT NULL, kind TEXT NOT NULL)",
    ),
    ("56e86d51ec62", "ALTER TABLE policy_rules ADD COLUMN name VARCHAR(255)"),
    (
        "3cee191c4f84",
        "CREATE TABLE datasources (id VARCHAR(36) NOT NULL PRIMARY KEY, name VARCHAR(255) UNIQUE, \
         driver VARCHAR(255), config TEXT NOT NULL, description TEXT, enabled BOOLEAN)",
    ),
    (
        "01e78af70b91",
        "CREATE TABLE dstabledata (ds_id VARCHAR(36) NOT NULL, tablename VARCHAR(255) NOT NULL, \
         tabledata TEXT NOT NULL, PRIMARY KEY (ds_id, tablename))",
    ),
    (
        "aabe895bbd4d",
        "CREATE TABLE policiesdeleted (id VARCHAR(36) NOT NULL PRIMARY KEY, created_at DATETIME NOT NULL, \
         updated_at DATETIME, deleted_at DATETIME, deleted VARCHAR(36) DEFAULT '', name VARCHAR(255) NOT NULL, \
         abbreviation VARCHAR(5) NOT NULL, description TEXT NOT NULL, owner TEXT NOT NULL, kind TEXT NOT NULL)",
    ),
    (
        "c0125080d572",
        "CREATE TABLE library_policies (id VARCHAR(36) NOT NULL PRIMARY KEY, name VARCHAR(255) NOT NULL UNIQUE, \
         abbreviation VARCHAR(5) NOT NULL, description TEXT NOT NULL, kind TEXT NOT NULL, rules TEXT NOT NULL)",
    ),
];

/// The statements that make a database of the revision at this place of [`REVISIONS`] with one of each thing that it can hold, and a
/// data source with a secret: on SQLite and MariaDB as they are, on PostgreSQL with its word for a time.
pub fn filled(number: usize, word_for_time: &str) -> String {
    let revision = REVISIONS[number].0;
    let mut statements: Vec<_> =
        REVISIONS[..=number].iter().map(|(_, sql)| sql.replace("DATETIME", word_for_time)).collect();
    statements.push("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)".to_owned());
    statements.push(format!("INSERT INTO alembic_version VALUES ('{revision}')"));
    let columns = "id, created_at, deleted_at, deleted, name, abbreviation, description, owner, kind";
    let policy = |table: &str, id: &str, deleted: &str, at: &str| {
        format!(
            "INSERT INTO {table} ({columns}) VALUES ('{id}', '2015-01-01 00:00:00', {at}, '{deleted}', 'p', 'p', '', 'user', \
             'nonrecursive')"
        )
    };
    if number >= 1 {
        statements.push(policy("policies", "p-id", "", "NULL"));
        let of_deleted = if number >= 5 { "policiesdeleted" } else { "policies" };
        statements.push(policy(of_deleted, "old", "old", "'2015-01-02 00:00:00'"));
    }
    for (id, deleted, at) in [("r", "", "NULL"), ("gone", "gone", "'2016-02-03 00:00:00'")] {
        statements.push(format!(
            "INSERT INTO policy_rules (id, rule, comment, policy_name, deleted, created_at, deleted_at) \
             VALUES ('{id}', 'q(''{id}'')', 'c', 'p', '{deleted}', '2016-02-02 00:00:00', {at})"
        ));
    }
    if number >= 2 {
        statements.push("UPDATE policy_rules SET name = 'named' WHERE id = 'r'".to_owned());
    }
    if number >= 3 {
        let sources = [("d", "{\"description\": \"d\"}"), ("s", SEALED)];
        statements.extend(sources.map(|(name, config)| {
            format!("INSERT INTO datasources VALUES ('{name}-id', '{name}', 'push', '{config}', 'x', TRUE)")
        }));
    }
    if number >= 4 {
        statements.push("INSERT INTO dstabledata VALUES ('d-id', 't', '[[1], [2]]')".to_owned());
    }
    if number >= 6 {
        let policy = "INSERT INTO library_policies VALUES ('l-id', 'l', 'l', '', 'nonrecursive', '[]')";
        statements.push(policy.to_owned());
    }
    statements.join(";\n")
}

/// A configuration with a secret, as Congress keeps it by the recorded key.
const SEALED: &str = "{\"description\": \"s\", \"password\": \"gAAAAABrAq5Qe4OcTa9KFsz4rN3pQp03rF2GsrCDqIwar1HITNo7HiMG4mQAs5Y-\
                      eje49St1hj4QjMjJSL-NBxjfAA9wivNI8Q==\", \"__encrypted_fields\": [\"password\"]}";

/// Imports what is [`filled`] from this address, and fails unless all of it came.
#[track_caller]
pub fn assert_comes_over(number: usize, from: &str, database: &Database) {
    let (revision, key) = (REVISIONS[number].0, Congress::nowhere());
    if number >= 3 {
        let refused = import(from, database, &[]);
        refused.assert_one_clear_line(command::exit::WRONG_KEY, &["encrypted", "--key-dir"]);
    }
    let key_dir = key.key_dir().to_str().expect("a path in UTF-8");
    let imported = |more: &[&str]| {
        let outcome = import(from, database, &[&["--key-dir", key_dir, "--json"], more].concat());
        assert_eq!(outcome.code, Some(0), "{revision}: {outcome:?}");
        serde_json::from_str::<Value>(&outcome.stdout).expect("a report")
    };
    let report = imported(&[]);
    let came = |kind: &str| report["tallies"][kind]["came"].as_u64().unwrap_or(0);
    let kinds =
        ["policy", "rule", "deleted_rule", "deleted_policy", "data_source", "table", "library_policy"];
    let since = |first| u64::from(number >= first);
    let expected = [1, 1, 1, since(1), 2 * since(3), since(4), since(6)];
    assert_eq!(kinds.map(came), expected, "{revision}: {report}");
    assert_eq!(report["revision"], revision);
    let server = Server::on(database);
    let rule = server.get("/v1/policies/p/rules/r").expect(200).json();
    let name = if number >= 2 { Value::from("named") } else { Value::Null };
    assert_eq!((&rule["rule"], &rule["name"]), (&Value::from("q('r')"), &name), "{revision}");
    if number >= 3 {
        let source = server.get("/v1/data-sources/s").expect(200).json();
        assert_eq!(source["config"]["password"], "<hidden>", "{revision}");
    }
    assert_eq!(imported(&["--dry-run"])["tallies"]["rule"]["here"], 1, "{revision}");
}

/// A database of Congress in a file, with the folder of its key.
#[derive(Debug)]
pub struct Congress {
    folder: TempDir,
}

impl Congress {
    /// The recorded one.
    pub fn recorded() -> Self {
        let congress = Self::nowhere();
        fs::write(congress.path(), RECORDED).expect("a file");
        congress
    }

    /// An empty one at this revision.
    pub fn at(revision: &str) -> Self {
        let congress = Self::nowhere();
        let known = REVISIONS.iter().position(|(id, _)| *id == revision).expect("a known revision");
        for (_, statement) in &REVISIONS[..=known] {
            congress.execute(statement);
        }
        congress.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)");
        congress.execute(&format!("INSERT INTO alembic_version VALUES ('{revision}')"));
        congress
    }

    /// An empty one at the newest revision.
    pub fn newest() -> Self {
        Self::at(REVISIONS[REVISIONS.len() - 1].0)
    }

    /// A place for one that is not there yet; the key is.
    pub fn nowhere() -> Self {
        let congress = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        fs::write(congress.key_dir().join("aes_key"), RECORDED_KEY).expect("a key");
        congress
    }

    /// The file.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("congress.db")
    }

    /// The folder of its key.
    pub fn key_dir(&self) -> &Path {
        self.folder.path()
    }

    /// Its address.
    pub fn url(&self) -> String {
        format!("sqlite:{}", self.path().display())
    }

    /// Runs SQL on it.
    pub fn execute(&self, sql: &str) {
        let connection = Connection::open(self.path()).expect("the file opens");
        connection.execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    /// Adds a policy, as Congress does.
    #[must_use]
    pub fn policy(self, id: &str, name: &str) -> Self {
        self.execute(&format!(
            "INSERT INTO policies (id, created_at, deleted, name, abbreviation, description, owner, kind) \
             VALUES ('{id}', '2016-01-02 03:04:05.000006', '', '{name}', 'abb', 'of Congress', 'user', 'nonrecursive')"
        ));
        self
    }

    /// Adds a rule, as Congress does. Each is a second younger than the one before.
    #[must_use]
    pub fn rule(self, id: &str, policy: &str, text: &str) -> Self {
        let text = text.replace('\'', "''");
        self.execute(&format!(
            "INSERT INTO policy_rules (id, rule, comment, policy_name, deleted, created_at) \
             SELECT '{id}', '{text}', 'c', '{policy}', '', \
                    strftime('%Y-%m-%d %H:%M:%f', '2016-02-02', count(*) || ' seconds') FROM policy_rules"
        ));
        self
    }

    /// Deletes a rule, as Congress does.
    #[must_use]
    pub fn delete_rule(self, id: &str) -> Self {
        self.execute(&format!(
            "UPDATE policy_rules SET deleted = id, deleted_at = '2016-03-03 03:03:03.000003' WHERE id = '{id}'"
        ));
        self
    }

    /// Imports it into this database, with its key.
    pub fn import(&self, into: &Database, more: &[&str]) -> Outcome {
        let key_dir = self.key_dir().to_str().expect("a path in UTF-8").to_owned();
        import(&self.url(), into, &[&["--key-dir", &key_dir], more].concat())
    }

    /// Imports it and answers the JSON report.
    #[track_caller]
    pub fn imported(&self, into: &Database, code: i32, more: &[&str]) -> Value {
        let outcome = self.import(into, &[&["--json"], more].concat());
        assert_eq!(outcome.code, Some(code), "{outcome:?}");
        serde_json::from_str(&outcome.stdout).unwrap_or_else(|error| panic!("{error}: {outcome:?}"))
    }
}

/// Imports the database of Congress at this address into another.
pub fn import(from: &str, into: &Database, more: &[&str]) -> Outcome {
    into.migrate();
    let (flags, drivers) = (into.flags(), into.drivers());
    let mut arguments = vec!["import", "congress", "--from", from];
    arguments.extend(flags.iter().map(String::as_str));
    arguments.extend(["--drivers", drivers.to_str().expect("a path in UTF-8")]);
    arguments.extend(more);
    command::run(&arguments)
}

/// Exports this database into the file of `to`.
pub fn export(database: &Database, to: &Congress) -> Outcome {
    let (flags, drivers, url) = (database.flags(), database.drivers(), to.url());
    let key_dir = to.key_dir().to_str().expect("a path in UTF-8");
    let mut arguments = vec!["export", "congress", "--to", &url, "--key-dir", key_dir, "--json"];
    arguments.extend(flags.iter().map(String::as_str));
    arguments.extend(["--drivers", drivers.to_str().expect("a path in UTF-8")]);
    command::run(&arguments)
}

/// The statements of the recorded dump of a PostgreSQL database of Congress, for this owner.
pub fn recorded_postgres(owner: &str) -> String {
    // What begins with a backslash is for psql alone.
    let lines = RECORDED_POSTGRES.lines().filter(|line| !line.starts_with('\\'));
    lines.map(|line| line.replace("OWNER TO congress", &format!("OWNER TO {owner}")) + "\n").collect()
}

/// A folder with the key of the PostgreSQL database.
pub fn recorded_postgres_key() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("aes_key"), RECORDED_POSTGRES_KEY).expect("a key");
    folder
}

/// A request to the recorded Congress, and what it answered.
#[derive(Debug)]
pub struct Recorded {
    /// What it is called.
    pub name: String,
    /// Of a GET.
    pub path: String,
    /// The status.
    pub status: u16,
    /// The answer.
    pub answer: Value,
}

/// What the API of the recorded Congress answered on the recorded database.
pub fn recorded_answers() -> Vec<Recorded> {
    let answer = |line: &str| {
        let step: Value = serde_json::from_str(line).expect("a step of the recording");
        let text = |field: &str| step[field].as_str().expect("a text").to_owned();
        Recorded {
            name: text("name"),
            path: text("path"),
            status: step["status"].as_u64().and_then(|status| u16::try_from(status).ok()).expect("a status"),
            answer: step["answer"]["json"].clone(),
        }
    };
    ANSWERS.lines().map(answer).collect()
}

//! Databases of released versions, and every row of a database.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use diesel::connection::SimpleConnection as _;
use statehouse_connection::{Connection, Engine};
use statehouse_migrations::{MigrationSet, Migrator, Schema, Silent, Version};

use super::{Database, texts};

macro_rules! kept {
    ($schema:literal, $file:literal) => {
        include_str!(concat!("../../../../tests/data/schema/", $schema, "/", $file))
    };
}

/// A database that is kept, as its program left it.
#[derive(Debug)]
pub struct Kept {
    /// The newest migration that it has.
    pub newest: u32,
    rows: &'static str,
    /// Which table each of its rules defines, by the rule's id.
    pub head_tables: &'static str,
}

/// All that are kept, the oldest first.
pub const KEPT: &[Kept] = &[
    Kept { newest: 1, rows: kept!("0001", "rows.sql"), head_tables: kept!("0001", "head-tables.txt") },
    Kept { newest: 2, rows: kept!("0002", "rows.sql"), head_tables: kept!("0002", "head-tables.txt") },
    Kept { newest: 3, rows: kept!("0003", "rows.sql"), head_tables: kept!("0003", "head-tables.txt") },
    Kept { newest: 5, rows: kept!("0005", "rows.sql"), head_tables: kept!("0005", "head-tables.txt") },
    Kept { newest: 8, rows: kept!("0008", "rows.sql"), head_tables: kept!("0008", "head-tables.txt") },
    Kept { newest: 11, rows: kept!("0011", "rows.sql"), head_tables: kept!("0011", "head-tables.txt") },
];

/// Every row of a table, each as its columns by name, in no particular order.
pub type Rows = Vec<BTreeMap<String, String>>;

/// A database of that version with the rows of the oldest that is kept and has as much: what later schemas added, earlier ones
/// do without.
pub fn released(version: u32) -> Database {
    let kept = KEPT.iter().find(|kept| kept.newest >= version).unwrap();
    let database = Database::fresh();
    let migrator = Migrator::new(MigrationSet::statehouse(&database.url).unwrap());
    migrator.up(&database.url, Some(Version(version)), &mut Silent).unwrap();
    let tables = database.tables();
    let has = |table: &str| tables.iter().any(|it| it == table);
    let mut session = database.session();
    if database.url.engine() == Engine::Mysql {
        let mode = "SET SESSION sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES,NO_BACKSLASH_ESCAPES')";
        session.batch_execute(mode).unwrap();
    }
    // At once: a transaction of its own for each row would take most of the test's time.
    session.batch_execute("BEGIN").unwrap();
    // The migrations fill these by themselves.
    for table in ["head", "log_start"].into_iter().filter(|table| has(table)) {
        session.batch_execute(&format!("DELETE FROM {table}")).unwrap();
    }
    for statement in kept.rows.split_terminator(";\n") {
        let table = statement.strip_prefix("INSERT INTO ").unwrap().split(' ').next().unwrap();
        if has(table) {
            session.batch_execute(statement).unwrap();
        }
    }
    session.batch_execute("COMMIT").unwrap();
    database
}

/// A database on the engine of this run as the program of its time made it, bookkeeping included; where there is one.
pub fn made(kept: &Kept) -> Option<Database> {
    let database = Database::fresh();
    let file = match database.url.engine() {
        Engine::Sqlite => "state.sqlite",
        Engine::Postgres => "postgres.sql",
        Engine::Mysql => "mariadb.sql",
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/schema");
    let file = folder.join(format!("{:04}", kept.newest)).join(file);
    if !file.exists() {
        return None;
    }
    match database.url.file() {
        Some(path) => drop(fs::copy(file, path).unwrap()),
        None => database.execute(&fs::read_to_string(file).unwrap()),
    }
    Some(database)
}

/// Disables the rules of which this is true, each for a reason as odd as its text. The database is at 0005 or later.
pub fn disable(database: &Database, which: &str) {
    database.execute(&format!(
        "UPDATE rules SET disabled = text, identity = CONCAT('disabled ', id) WHERE {which}"
    ));
}

/// Adds executions, of texts as odd as those of the rules, and what the log tells of each. The database is at 0012.
pub fn execute(database: &Database) {
    let origins = [("request", "done", "7", "'it failed'"), ("standing", "waiting", "NULL", "NULL")];
    for (origin, progress, ended, reason) in origins {
        database.execute(&format!(
            "INSERT INTO executions SELECT CONCAT('{origin} of ', id), text, text, text, '{{}}', '{origin}', text, \
             created_revision, '{progress}', {ended}, {reason}, created_revision, created_index FROM rules"
        ));
    }
    database.execute(
        "INSERT INTO execution_changes SELECT created_revision, created_index, CONCAT('request of ', id), NULL, text FROM rules",
    );
}

/// The columns of every table but the runner's own.
pub fn columns(schema: &Schema) -> BTreeMap<String, Vec<String>> {
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
fn rows(session: &mut Connection, table: &str, columns: &[String]) -> Rows {
    let engine = session.engine();
    let text = |column: &String| match engine {
        Engine::Mysql => format!("COALESCE(CAST(`{column}` AS CHAR), '<null>')"),
        Engine::Sqlite | Engine::Postgres => format!("COALESCE(CAST(\"{column}\" AS TEXT), '<null>')"),
    };
    let columns_as_text: Vec<_> = columns.iter().map(text).collect();
    let statement =
        format!("SELECT CONCAT_WS('{BETWEEN}', {}) AS value FROM {table}", columns_as_text.join(", "));
    let mut lines = texts(session, &statement);
    lines.sort();
    let row = |line: String| {
        let values: Vec<_> = line.split(BETWEEN).map(str::to_owned).collect();
        assert_eq!(values.len(), columns.len(), "{line:?}");
        columns.iter().cloned().zip(values).collect()
    };
    lines.into_iter().map(row).collect()
}

/// All rows of all tables, in the columns that they have here.
pub fn contents(database: &Database) -> BTreeMap<String, Rows> {
    let mut session = database.session();
    let schema = Schema::of(&mut session).unwrap();
    contents_of(&mut session, &schema)
}

/// All rows of all tables of this schema.
pub fn contents_of(session: &mut Connection, schema: &Schema) -> BTreeMap<String, Rows> {
    columns(schema)
        .into_iter()
        .map(|(table, columns)| {
            let rows = rows(session, &table, &columns);
            (table, rows)
        })
        .collect()
}

//! The rows of Congress's tables, and the statements that read them on each database.

use diesel::QueryableByName;
use diesel::sql_types::{Nullable, Text};
use statehouse_connection::Engine;

/// A row of `alembic_version`.
#[derive(QueryableByName)]
pub(super) struct Version {
    #[diesel(sql_type = Text)]
    pub(super) version_num: String,
}

/// A row of `policies` or `policiesdeleted`. Times are `YYYY-MM-DD HH:MM:SS[.ffffff]`, UTC.
#[derive(Clone, Debug, PartialEq, Eq, QueryableByName)]
pub struct HeldPolicy {
    /// Its id.
    #[diesel(sql_type = Text)]
    pub id: String,
    /// Its name.
    #[diesel(sql_type = Text)]
    pub name: String,
    /// Its abbreviation.
    #[diesel(sql_type = Text)]
    pub abbreviation: String,
    /// Its description.
    #[diesel(sql_type = Text)]
    pub description: String,
    /// Who owns it.
    #[diesel(sql_type = Text)]
    pub owner: String,
    /// Its kind.
    #[diesel(sql_type = Text)]
    pub kind: String,
    /// When it was created.
    #[diesel(sql_type = Text)]
    pub created_at: String,
    /// When it was deleted.
    #[diesel(sql_type = Nullable<Text>)]
    pub deleted_at: Option<String>,
    /// Its id again once it is deleted; empty before.
    #[diesel(sql_type = Text)]
    pub deleted: String,
}

/// A row of `policy_rules`.
#[derive(Clone, Debug, PartialEq, Eq, QueryableByName)]
pub struct HeldRule {
    /// Its id.
    #[diesel(sql_type = Text)]
    pub id: String,
    /// Its text.
    #[diesel(sql_type = Text)]
    pub rule: String,
    /// Its comment.
    #[diesel(sql_type = Text)]
    pub comment: String,
    /// Its name.
    #[diesel(sql_type = Nullable<Text>)]
    pub name: Option<String>,
    /// The name of its policy.
    #[diesel(sql_type = Text)]
    pub policy_name: String,
    /// When it was created.
    #[diesel(sql_type = Text)]
    pub created_at: String,
    /// When it was deleted.
    #[diesel(sql_type = Nullable<Text>)]
    pub deleted_at: Option<String>,
    /// Its id again once it is deleted; empty before.
    #[diesel(sql_type = Text)]
    pub deleted: String,
}

/// A row of `datasources`.
#[derive(Clone, Debug, PartialEq, Eq, QueryableByName)]
pub struct HeldSource {
    /// Its id.
    #[diesel(sql_type = Text)]
    pub id: String,
    /// Its name.
    #[diesel(sql_type = Nullable<Text>)]
    pub name: Option<String>,
    /// The id of its driver.
    #[diesel(sql_type = Nullable<Text>)]
    pub driver: Option<String>,
    /// Its configuration, as JSON.
    #[diesel(sql_type = Text)]
    pub config: String,
    /// Its description.
    #[diesel(sql_type = Nullable<Text>)]
    pub description: Option<String>,
    /// Whether it takes part: `yes` or `no`.
    #[diesel(sql_type = Text)]
    pub enabled: String,
}

/// A row of `dstabledata`.
#[derive(Clone, Debug, PartialEq, Eq, QueryableByName)]
pub struct HeldTable {
    /// The data source's id.
    #[diesel(sql_type = Text)]
    pub ds_id: String,
    /// The table's name.
    #[diesel(sql_type = Text)]
    pub tablename: String,
    /// Its rows, as a JSON list of lists.
    #[diesel(sql_type = Text)]
    pub tabledata: String,
}

/// A row of `library_policies`.
#[derive(Clone, Debug, PartialEq, Eq, QueryableByName)]
pub struct HeldLibraryPolicy {
    /// Its id.
    #[diesel(sql_type = Text)]
    pub id: String,
    /// Its name.
    #[diesel(sql_type = Text)]
    pub name: String,
    /// Its abbreviation.
    #[diesel(sql_type = Text)]
    pub abbreviation: String,
    /// Its description.
    #[diesel(sql_type = Text)]
    pub description: String,
    /// The kind of the policies that are made of it.
    #[diesel(sql_type = Text)]
    pub kind: String,
    /// Its rules, as a JSON list of objects.
    #[diesel(sql_type = Text)]
    pub rules: String,
}

/// A time as text.
fn moment(engine: Engine, column: &str) -> String {
    match engine {
        // Congress has SQLite keep text.
        Engine::Sqlite => format!("CAST({column} AS TEXT) AS {column}"),
        Engine::Postgres => format!("to_char({column}, 'YYYY-MM-DD HH24:MI:SS.US') AS {column}"),
        Engine::Mysql => format!("CAST({column} AS CHAR) AS {column}"),
    }
}

/// The columns that tell the life of a policy or rule.
fn life(engine: Engine) -> String {
    let (created, deleted) = (moment(engine, "created_at"), moment(engine, "deleted_at"));
    // Where nothing is said, nothing was deleted.
    format!("{created}, {deleted}, COALESCE(deleted, '') AS deleted")
}

pub(super) fn policies(engine: Engine, table: &str) -> String {
    let life = life(engine);
    format!(
        "SELECT id, name, abbreviation, description, owner, kind, {life} FROM {table} ORDER BY created_at, id"
    )
}

pub(super) fn rules(engine: Engine, have_names: bool) -> String {
    let life = life(engine);
    let name = if have_names { "name" } else { "NULL AS name" };
    format!("SELECT id, rule, comment, {name}, policy_name, {life} FROM policy_rules ORDER BY created_at, id")
}

pub(super) fn sources(engine: Engine) -> String {
    // Congress takes part with what nobody has switched off.
    let enabled = match engine {
        Engine::Sqlite | Engine::Mysql => "CASE WHEN enabled = 0 THEN 'no' ELSE 'yes' END",
        Engine::Postgres => "CASE WHEN NOT enabled THEN 'no' ELSE 'yes' END",
    };
    let order = order(engine);
    format!(
        "SELECT id, name, driver, config, description, {enabled} AS enabled FROM datasources ORDER BY {order}"
    )
}

pub(super) const TABLES: &str =
    "SELECT ds_id, tablename, tabledata FROM dstabledata ORDER BY ds_id, tablename";

pub(super) fn library(engine: Engine) -> String {
    let order = order(engine);
    format!("SELECT id, name, abbreviation, description, kind, rules FROM library_policies ORDER BY {order}")
}

/// Where no time is kept, SQLite still knows the order in which rows came.
fn order(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "rowid",
        Engine::Postgres | Engine::Mysql => "name, id",
    }
}

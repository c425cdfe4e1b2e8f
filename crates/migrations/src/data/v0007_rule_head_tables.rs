//! 0007 fills `rules.head_table` with what the rules' canonical form says.
//!
//! The canonical form (`rules.identity`) is read here as it was written up to this version, whatever the policy language
//! becomes later: a rule has one head, and its table stands before the first parenthesis. A rule that is disabled (0005) has
//! `disabled ID` in its place.

use diesel::connection::SimpleConnection as _;
use diesel::sql_types::{BigInt, Nullable, Text};
use diesel::{QueryableByName, RunQueryDsl as _, sql_query};
use serde_json::json;
use statehouse_connection::{Connection, Engine};

use super::{Batch, DataError, DataMigration};

/// Fills in which table each rule defines; '' for rules that are disabled, which define none.
#[derive(Debug)]
pub(crate) struct RuleHeadTable;

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// What of `rules` this needs to know.
#[derive(QueryableByName)]
struct Rule {
    #[diesel(sql_type = Text)]
    id: String,
    #[diesel(sql_type = Text)]
    identity: String,
    #[diesel(sql_type = Nullable<Text>)]
    head_table: Option<String>,
}

impl DataMigration for RuleHeadTable {
    fn name(&self) -> &'static str {
        "rule_head_tables"
    }

    fn total(&self, connection: &mut Connection) -> Result<u64, DataError> {
        let counted: Counted = sql_query("SELECT COUNT(*) AS number FROM rules").get_result(connection)?;
        Ok(counted.number.unsigned_abs())
    }

    fn up(&self, connection: &mut Connection, after: Option<&str>, limit: u32) -> Result<Batch, DataError> {
        // Servers take this lock before they write anything. Without it, a rule would be missed that an old server is creating
        // at the moment, and the contract relies on there being none.
        if connection.engine() != Engine::Sqlite {
            connection.batch_execute("SELECT revision FROM head FOR UPDATE")?;
        }
        let rules: Vec<Rule> = sql_query(next_rules(connection.engine(), limit))
            .bind::<Text, _>(after.unwrap_or_default())
            .load(connection)?;
        let mut wrong = Vec::new();
        for rule in &rules {
            let head_table = rule.defines()?;
            if rule.head_table.as_deref() != Some(head_table) {
                wrong.push(json!([rule.id, head_table]));
            }
        }
        if !wrong.is_empty() {
            let wrong = serde_json::Value::from(wrong).to_string();
            sql_query(mend(connection.engine())).bind::<Text, _>(wrong).execute(connection)?;
        }
        let is_last = rules.len() < usize::try_from(limit).unwrap_or(usize::MAX);
        let next = rules.last().filter(|_| !is_last).map(|rule| rule.id.clone());
        Ok(Batch { rows: rules.len() as u64, next })
    }

    /// Nothing was moved, so there is nothing to bring back: a column that says what the rule says does no harm until it
    /// is dropped, which is next.
    fn down(&self, _: &mut Connection, _: Option<&str>, _: u32) -> Result<Batch, DataError> {
        Ok(Batch::default())
    }
}

impl Rule {
    fn defines(&self) -> Result<&str, DataError> {
        if self.identity.starts_with("disabled ") {
            return Ok("");
        }
        head_table(&self.identity).ok_or_else(|| DataError::Row {
            key: self.id.clone(),
            reason: format!(
                "the canonical form {:?} does not begin with a table, so no Statehouse wrote it; delete the rule through a \
                 server, and run this again",
                self.identity.chars().take(80).collect::<String>()
            ),
        })
    }
}

/// The table that a rule defines, read from its canonical form: `nova:p` of `execute[nova:p(x)] :- q(x)`.
fn head_table(identity: &str) -> Option<&str> {
    let modals = ["execute[", "insert[", "delete["];
    let head = modals.iter().find_map(|modal| identity.strip_prefix(modal)).unwrap_or(identity);
    let (table, _) = head.split_once('(')?;
    let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || b"_.:+-".contains(&byte);
    (!table.is_empty() && table.bytes().all(is_of_name)).then_some(table)
}

/// The next rules in the order of their ids.
fn next_rules(engine: Engine, limit: u32) -> String {
    let placeholder = if engine == Engine::Postgres { "$1" } else { "?" };
    format!("SELECT id, identity, head_table FROM rules WHERE id > {placeholder} ORDER BY id LIMIT {limit}")
}

/// Sets the tables of many rules in one statement, which takes them as one JSON text: `[["id", "table"], …]`.
fn mend(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => {
            "UPDATE rules SET head_table = given.value ->> 1 FROM json_each(?) AS given \
             WHERE rules.id = given.value ->> 0"
        }
        // Without statistics of it PostgreSQL takes the list for a short one, and looks each rule up by its id.
        Engine::Postgres => {
            "UPDATE rules SET head_table = given ->> 1 FROM json_array_elements($1::json) AS given \
             WHERE rules.id = (given ->> 0) COLLATE \"C\""
        }
        Engine::Mysql => {
            "UPDATE JSON_TABLE(?, '$[*]' COLUMNS ( \
                 id VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin PATH '$[0]', \
                 head_table LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin PATH '$[1]' \
             )) AS given STRAIGHT_JOIN rules ON rules.id = given.id SET rules.head_table = given.head_table"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::head_table;

    #[test]
    fn the_table_stands_before_the_first_parenthesis() {
        for (identity, table) in [
            ("q(1)", "q"),
            ("p(x) :- q(x), not r(x)", "p"),
            ("nova:p(x, y) :- q(x, y)", "nova:p"),
            ("a:b:p+(x) :- q(x)", "a:b:p+"),
            ("execute[nova:p(x)] :- q(x)", "nova:p"),
            ("insert[p(\"a(b\")] :- true()", "p"),
            ("executed(1)", "executed"),
            (".x_1()", ".x_1"),
        ] {
            assert_eq!(head_table(identity), Some(table), "{identity}");
        }
        for identity in ["", "q", "(1)", "disabled 0190", "not p(x) :- q(x)", "\u{1A}0(1)"] {
            assert_eq!(head_table(identity), None, "{identity}");
        }
    }
}

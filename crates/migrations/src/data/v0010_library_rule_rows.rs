//! 0010 keeps the rules of library policies as rows of `library_rules`, and on its way down as the JSON text
//! `library_policies.rules`.
//!
//! Both are read and written here as servers did at this version, whatever they do later. The JSON text is an array of
//! objects with the members `rule`, `name`, `comment` (the last two where there is one) and whatever else the author put
//! there. A row has these three as texts, and everything else as one object.

use std::collections::HashMap;

use diesel::connection::SimpleConnection as _;
use diesel::{ExpressionMethods as _, Insertable, QueryDsl as _, Queryable, RunQueryDsl as _};
use serde_json::{Map, Value};
use statehouse_connection::{Connection, Engine};

use super::{Batch, DataError, DataMigration};

diesel::table! {
    library_policies (id) {
        id -> Text,
        rules -> Text,
    }
}

diesel::table! {
    library_rules (library_policy_id, position) {
        library_policy_id -> Text,
        position -> BigInt,
        rule -> Text,
        name -> Nullable<Text>,
        comment -> Nullable<Text>,
        extra -> Nullable<Text>,
    }
}

/// The most library policies that one batch looks at: each may be megabytes, and servers wait for the batch.
const POLICIES: u32 = 100;

/// Moves the rules of library policies from one JSON text into rows, and back.
#[derive(Debug)]
pub(crate) struct LibraryRules;

/// A row, its texts in their stored form.
#[derive(Queryable, Insertable, Debug, Clone, PartialEq, Eq)]
#[diesel(table_name = library_rules)]
struct Row {
    library_policy_id: String,
    position: i64,
    rule: String,
    name: Option<String>,
    comment: Option<String>,
    extra: Option<String>,
}

impl DataMigration for LibraryRules {
    fn name(&self) -> &'static str {
        "library_rule_rows"
    }

    fn total(&self, connection: &mut Connection) -> Result<u64, DataError> {
        let count: i64 = library_policies::table.count().get_result(connection)?;
        Ok(count.unsigned_abs())
    }

    /// Where there is a JSON text, it counts: servers of before write nothing else.
    fn up(&self, connection: &mut Connection, after: Option<&str>, limit: u32) -> Result<Batch, DataError> {
        reconcile(connection, after, limit, |connection, id, text, rows| {
            if text.is_empty() {
                return Ok(());
            }
            let wanted = rows_of(id, text)?;
            if wanted == rows {
                return Ok(());
            }
            diesel::delete(library_rules::table.filter(library_rules::library_policy_id.eq(id)))
                .execute(connection)?;
            for row in wanted {
                diesel::insert_into(library_rules::table).values(row).execute(connection)?;
            }
            Ok(())
        })
    }

    /// Where there is none, it is made of the rows.
    fn down(&self, connection: &mut Connection, after: Option<&str>, limit: u32) -> Result<Batch, DataError> {
        reconcile(connection, after, limit, |connection, id, text, rows| {
            if !text.is_empty() {
                return Ok(());
            }
            let text = text_of(rows)?;
            diesel::update(library_policies::table.find(id))
                .set(library_policies::rules.eq(text))
                .execute(connection)?;
            Ok(())
        })
    }
}

/// Does something about the next library policies, one by one, given their text and their rows in order.
fn reconcile(
    connection: &mut Connection,
    after: Option<&str>,
    limit: u32,
    mut one: impl FnMut(&mut Connection, &str, &str, &[Row]) -> Result<(), DataError>,
) -> Result<Batch, DataError> {
    // Servers take this lock before they write anything, so that what is read here is not about to change.
    if connection.engine() != Engine::Sqlite {
        connection.batch_execute("SELECT revision FROM head FOR UPDATE")?;
    }
    let limit = limit.min(POLICIES);
    let policies: Vec<(String, String)> = library_policies::table
        .filter(library_policies::id.gt(after.unwrap_or_default()))
        .order(library_policies::id)
        .limit(limit.into())
        .load(connection)?;
    let (Some((first, _)), Some((last, _))) = (policies.first(), policies.last()) else {
        return Ok(Batch::default());
    };
    let rows: Vec<Row> = library_rules::table
        .filter(library_rules::library_policy_id.between(first, last))
        .order((library_rules::library_policy_id, library_rules::position))
        .load(connection)?;
    let mut rows_of: HashMap<&str, Vec<Row>> = HashMap::new();
    for row in &rows {
        rows_of.entry(&row.library_policy_id).or_default().push(row.clone());
    }
    for (id, text) in &policies {
        one(connection, id, text, rows_of.get(id.as_str()).map_or(&[], Vec::as_slice))?;
    }
    let is_last = policies.len() < usize::try_from(limit).unwrap_or(usize::MAX);
    Ok(Batch { rows: policies.len() as u64, next: (!is_last).then(|| last.clone()) })
}

/// The rows that a JSON text becomes.
fn rows_of(id: &str, text: &str) -> Result<Vec<Row>, DataError> {
    let wrong = |reason: String| DataError::Row {
        key: id.to_owned(),
        reason: format!(
            "its rules are not what a Statehouse writes ({reason}); delete the library policy, and run this again"
        ),
    };
    let rules: Vec<Map<String, Value>> =
        serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?;
    let mut rows = Vec::with_capacity(rules.len());
    for (mut rule, position) in rules.into_iter().zip(0..) {
        let mut text_of = |member: &str| match rule.shift_remove(member) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(kept(&text))),
            Some(_) => Err(wrong(format!("[{position}].{member} is no text"))),
        };
        let (name, comment, text) = (text_of("name")?, text_of("comment")?, text_of("rule")?);
        rows.push(Row {
            library_policy_id: id.to_owned(),
            position,
            rule: text.ok_or_else(|| wrong(format!("[{position}].rule is missing")))?,
            name,
            comment,
            extra: (!rule.is_empty()).then(|| Value::Object(rule).to_string()),
        });
    }
    Ok(rows)
}

/// The JSON text that rows become.
fn text_of(rows: &[Row]) -> Result<String, DataError> {
    let mut rules = Vec::with_capacity(rows.len());
    for row in rows {
        let mut rule = Map::new();
        rule.insert("rule".to_owned(), meant(&row.rule).into());
        for (member, text) in [("name", &row.name), ("comment", &row.comment)] {
            if let Some(text) = text {
                rule.insert(member.to_owned(), meant(text).into());
            }
        }
        if let Some(extra) = &row.extra {
            let extra: Map<String, Value> = serde_json::from_str(extra).map_err(|error| DataError::Row {
                key: format!("{} {}", row.library_policy_id, row.position),
                reason: format!(
                    "`extra` is not what a Statehouse writes ({error}); delete the library policy, and run this again"
                ),
            })?;
            rule.extend(extra);
        }
        rules.push(Value::Object(rule));
    }
    Ok(Value::from(rules).to_string())
}

/// A text in its stored form: PostgreSQL keeps no U+0000, so it is written as U+001A and `0`, and U+001A itself as U+001A
/// and `1`, on every database.
fn kept(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\0' => kept.push_str("\u{1A}0"),
            '\u{1A}' => kept.push_str("\u{1A}1"),
            other => kept.push(other),
        }
    }
    kept
}

/// The text that is kept so. What is no escape stays as it is.
fn meant(kept: &str) -> String {
    let mut text = String::with_capacity(kept.len());
    let mut characters = kept.chars().peekable();
    while let Some(character) = characters.next() {
        let meant = match (character, characters.peek()) {
            ('\u{1A}', Some('0')) => Some('\0'),
            ('\u{1A}', Some('1')) => Some('\u{1A}'),
            _ => None,
        };
        if meant.is_some() {
            characters.next();
        }
        text.push(meant.unwrap_or(character));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_rows_and_the_same_text_again() {
        for text in [
            "[]",
            r#"[{"rule":"q(1)"}]"#,
            r#"[{"rule":"q(1)","name":"n","comment":""},{"rule":"","extra":1.5,"z":null,"a":{"b":[1,2]}}]"#,
            r#"[{"rule":"q(\"\u0000\u001a\u001a0\")","name":"é😀\\","big":18446744073709551615}]"#,
        ] {
            let rows = rows_of("l", text).unwrap();
            assert!(rows.iter().all(|row| !row.rule.contains('\0')));
            assert_eq!(text_of(&rows).unwrap(), text);
            assert_eq!(rows_of("l", &text_of(&rows).unwrap()).unwrap(), rows);
        }
    }

    #[test]
    fn what_no_server_wrote_is_told_and_not_dropped() {
        for (text, reason) in [
            ("{}", "invalid type"),
            ("[1]", "invalid type"),
            (r#"[{"name":"n"}]"#, "[0].rule is missing"),
            (r#"[{"rule":"q(1)"},{"rule":2}]"#, "[1].rule is no text"),
            (r#"[{"rule":"q(1)","comment":[]}]"#, "[0].comment is no text"),
        ] {
            let error = rows_of("the-id", text).unwrap_err().to_string();
            assert!(error.contains("the-id") && error.contains(reason), "{text}: {error}");
        }
    }
}

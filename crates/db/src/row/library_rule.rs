//! `library_rules`, which are written and read with the library policies they belong to.

use std::collections::HashMap;

use diesel::{
    ExpressionMethods as _, Insertable, QueryDsl as _, Queryable, RunQueryDsl as _, Selectable,
    SelectableHelper as _,
};
use statehouse_connection::Connection;
use statehouse_model::{LibraryPolicy, LibraryRule};

use crate::failed::Failed;
use crate::schema::library_rules;
use crate::text::Kept;

const TABLE: &str = "library_rules";

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = library_rules)]
struct LibraryRuleRow {
    library_policy_id: String,
    position: i64,
    rule: Kept,
    name: Option<Kept>,
    comment: Option<Kept>,
    /// JSON, in which every text is as it is.
    extra: Option<String>,
}

impl LibraryRuleRow {
    fn of(policy: &LibraryPolicy, position: i64, rule: &LibraryRule) -> Result<Self, Failed> {
        let extra = (!rule.extra.is_empty()).then(|| serde_json::to_string(&rule.extra)).transpose();
        Ok(Self {
            library_policy_id: policy.id.to_string(),
            position,
            rule: Kept::of(&rule.rule),
            name: Kept::of_optional(rule.name.as_deref()),
            comment: Kept::of_optional(rule.comment.as_deref()),
            extra: extra.map_err(|error| Failed::corrupt(TABLE, &error))?,
        })
    }

    fn into_library_rule(self) -> Result<LibraryRule, Failed> {
        let extra = self.extra.as_deref().map(serde_json::from_str).transpose().map_err(|error| {
            let (policy, position) = (&self.library_policy_id, self.position);
            Failed::corrupt(TABLE, &format!("library policy '{policy}', position {position}: {error}"))
        })?;
        Ok(LibraryRule {
            rule: self.rule.into_text(),
            name: self.name.map(Kept::into_text),
            comment: self.comment.map(Kept::into_text),
            extra: extra.unwrap_or_default(),
        })
    }
}

/// Inserts the rules of a library policy that has none there.
pub(super) fn insert(connection: &mut Connection, policy: &LibraryPolicy) -> Result<(), Failed> {
    for (rule, position) in policy.rules.iter().zip(0..) {
        diesel::insert_into(library_rules::table)
            .values(LibraryRuleRow::of(policy, position, rule)?)
            .execute(connection)?;
    }
    Ok(())
}

/// Deletes the rules of a library policy, however many of them are there.
pub(super) fn delete(connection: &mut Connection, policy: &LibraryPolicy) -> Result<(), Failed> {
    let of_policy = library_rules::table.filter(library_rules::library_policy_id.eq(policy.id.as_str()));
    diesel::delete(of_policy).execute(connection)?;
    Ok(())
}

/// The rules of every library policy, in order, by its id.
pub(super) fn load(connection: &mut Connection) -> Result<HashMap<String, Vec<LibraryRule>>, Failed> {
    let rows = library_rules::table
        .order((library_rules::library_policy_id, library_rules::position))
        .select(LibraryRuleRow::as_select())
        .load_iter(connection)?;
    let mut rules: HashMap<String, Vec<LibraryRule>> = HashMap::new();
    for row in rows {
        let row: LibraryRuleRow = row?;
        rules.entry(row.library_policy_id.clone()).or_default().push(row.into_library_rule()?);
    }
    Ok(rules)
}
